/**
 * What a contract's facts show of the people of a case, without names, and what was settled.
 *
 *     people.csv, spells and results      →   lives in months of the case (`observe-lives.ts`)
 *     spells of a service                 →   how much of it is used after a success (`observe-use.ts`)
 *     settlements of each period          →   kroner by month and payer (`observe-payments.ts`)
 *
 * Results are those of settlement, as of the same day. The months before the day are told with what is known on it, not with what
 * was known then.
 */
import { type Day } from '../core/base/index.ts'
import { NO_DAY, type Roster } from '../core/measurement/index.ts'
import { type Context, NOBODY, compileCondition, groupNames, rowFor } from '../core/outcomes/index.ts'
import {
  type CompiledCase,
  type ContractView,
  type FollowedGroup,
  type Observed,
  type Unseen,
  monthIn,
} from '../core/valuation/index.ts'
import { everybody } from './link-followed.ts'
import { type OpenContract } from './open-contract.ts'
import { lifeTeller, referralOf, unseenOf } from './observe-lives.ts'
import { type Settling, observePayments } from './observe-payments.ts'
import { type Person, observeUses } from './observe-use.ts'

export type ObservedCase = {
  observed: Observed
  /** People of the contract who are in no group that is followed, and in several. */
  unplaced: number
  doubled: number
  /**
   * People who were referred or started before the case begins, the first day of any of them, and whether it is so few and so
   * little before that they can be counted in its month 0: somebody comes later, and no result is from before.
   */
  early: { people: number; first: Day; isCounted: boolean } | undefined
}

/** As of the end of a month. The contract can be settled, and the case is tied to it without a fault. */
export function observeCase(
  compiled: CompiledCase,
  view: ContractView,
  { contract, to, settle }: { contract: OpenContract; to: Day; settle: Settling },
): ObservedCase {
  const { outcomes } = settle(contract, { to }).readings[0]!.settled
  const context = outcomes.contexts.at(-1)!
  const groups = compiled.groups.map(({ name }) => view.followed?.get(name))
  const isIn = groups.map((group) => (group === undefined ? () => false : membership(group, context)))
  const tellers = groups.map((group, index) =>
    group === undefined
      ? undefined
      : lifeTeller({ compiled, group, outcomes, to, course: compiled.groups[index]!.course }),
  )
  const people = groups.map((): Person[] => [])
  let [unplaced, doubled, tooEarly] = [0, 0, 0]
  let [first, isDecided] = [compiled.startDay, false]
  for (const who of peopleOf(context)) {
    const places = groups.flatMap((_, index) => (isIn[index]!(who) ? [index] : []))
    if (places.length === 0) unplaced++
    if (places.length > 1) doubled++
    const day = firstDayOf(context.roster, who)
    if (places.length > 0 && day < compiled.startDay) {
      tooEarly++
      first = Math.min(first, day)
    }
    for (const place of places) {
      const life = tellers[place]!(who)
      people[place]!.push({ row: who, life })
      if (life.decided === 0) isDecided = true
    }
  }
  const through = Math.min(monthIn(compiled, to), compiled.months)
  const unseen = groups.map((group) => (group === undefined ? new Set<Unseen>() : unseenOf(group, context)))
  const observed: Observed = {
    through,
    groups: groups.map((group, index) => (group === undefined ? undefined : people[index]!.map(({ life }) => life))),
    unseen,
    uses: observeUses(compiled, view, { context, people, unseen, to }),
    payments: observePayments(compiled, view, { contract, to, settle }),
  }
  const isCounted = !isDecided && tooEarly < people.flat().length
  return { observed, unplaced, doubled, early: tooEarly === 0 ? undefined : { people: tooEarly, first, isCounted } }
}

/** The day somebody was referred, or started where that was before or nothing is known of the other. */
function firstDayOf(roster: Roster, row: number): Day {
  const start = roster.days.start[row]!
  const referral = referralOf(roster, row)
  return start === NO_DAY ? referral : Math.min(start, referral)
}

/** Everybody the contract is about who has been referred by the day: families, or persons; pilots if they count. */
function peopleOf({ agreement, roster, to }: Context): number[] {
  const unit = agreement.people.subject === 'family' ? 1 : 0
  const rows = Array.from({ length: roster.count }, (_, row) => row)
  return rows.filter((row) => {
    const isCounted = agreement.people.pilot !== 'not-counted' || roster.pilot[row] !== 1
    const day = referralOf(roster, row)
    return roster.unit[row] === unit && isCounted && day !== NO_DAY && day <= to
  })
}

function membership({ who }: FollowedGroup, context: Context): (row: number) => boolean {
  if (who === everybody) return () => true
  const group = context.agreement.groups?.get(who)
  if (group === undefined) return (row) => groupNames(context, row, NOBODY).includes(who)
  const condition = compileCondition(group.who, context)
  return (row) => condition(rowFor(row, context.roster.agreement[row]!)) === 1
}
