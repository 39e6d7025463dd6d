/**
 * What a reader asks first of a followed case: how it goes year by year, how many assumptions are broken, and which matters most.
 */
import { type CompiledCase } from '../case/compiled.ts'
import { type Followed, type Stand, type StandLines } from './stand.ts'

/** All of it so far at the end of a year of the case; what is reached only where the year is over, or at the last month seen. */
export type YearStand = {
  year: number
  before: Pick<Stand, 'succeeded' | 'paid' | 'net'>
  now: Pick<Stand, 'succeeded' | 'paid' | 'net'>
  reached: Pick<Stand, 'succeeded' | 'paid' | 'net'> | undefined
}

export function yearStands({ years }: CompiledCase, lines: StandLines, through: number): YearStand[] {
  const at = (which: 'before' | 'now', month: number) => ({
    succeeded: lines.succeeded[which][month]!,
    paid: lines.paid[which][month]!,
    net: lines.net[which][month]!,
  })
  return Array.from({ length: years + 1 }, (_, year) => {
    const isBegun = 12 * year - 12 < through
    return {
      year,
      before: at('before', 12 * year),
      now: at('now', 12 * year),
      reached: isBegun ? at('now', Math.min(through, 12 * year)) : undefined,
    }
  })
}

export type Judged = {
  /** Of those that can be judged. */
  broken: number
  of: number
  tooEarly: number
  /** The broken one that changes the municipality's result most, and by how much in øre. */
  worst: { followed: Followed; since: number; cost: number } | undefined
}

export function judgedOf({ owners }: CompiledCase, followed: readonly Followed[]): Judged {
  const judged = followed.filter(({ sight }) => sight.verdict === 'broke' || sight.verdict === 'holds')
  const costOf = ({ costs }: Followed): number =>
    costs.reduce((sum, cost, owner) => (owners[owner]!.authority === 'municipality' ? sum + cost : sum), 0)
  const broken = judged.flatMap((one) => (one.since === undefined ? [] : [{ ...one, since: one.since }]))
  const worst = broken.reduce<Judged['worst']>((most, one) => {
    const cost = costOf(one)
    return Math.abs(cost) > Math.abs(most?.cost ?? 0) ? { followed: one, since: one.since, cost } : most
  }, undefined)
  const tooEarly = followed.filter(({ sight }) => sight.verdict === 'too-early').length
  return { broken: broken.length, of: judged.length, tooEarly, worst }
}
