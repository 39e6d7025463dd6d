/**
 * Stretches of use of a course: months in a row with the same units, and those of several members of a household together.
 *
 *     24 months with 1, then nothing   and   12 months with 0.5, then nothing      →  1 + 0.5 in 12 months, 1 in 12 more, nothing
 */
import { type CaseRefund } from '../case/case-file.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Sheet, plus } from './sheet.ts'

/** Months in a row with the same use: the units, and 1 in the months after the success that lie in it. */
export type Stretch = { units: (on: Sheet) => string; inside: (k: number) => string }

/** The last month of each stretch; nothing for one that runs on. */
export function endsOf(
  lengths: readonly (number | undefined)[],
  month: (index: number) => string,
): (string | undefined)[] {
  return lengths.map((length, index) => {
    const isOpen = length === undefined && index === lengths.length - 1
    const parts = lengths.slice(0, index + 1).flatMap((one, at) => (one === undefined ? [] : [month(at)]))
    return isOpen ? undefined : plus(parts)
  })
}

export function insideOf(ends: readonly (string | undefined)[], index: number, k: number): string {
  const from = index === 0 ? '0' : (ends[index - 1] ?? '0')
  const until = ends[index]
  return until === undefined ? `IF(${k}>${from},1,0)` : `IF(AND(${k}>${from},${k}<=${until}),1,0)`
}

/** The stretches, and the months after the last of them, in which nothing is used. */
export function withRest(stretches: readonly Stretch[], ends: readonly (string | undefined)[]): Stretch[] {
  const last = ends.at(-1)
  if (last === undefined) return [...stretches]
  return [...stretches, { units: () => '0', inside: (k) => `IF(${k}>${last},1,0)` }]
}

const together = (one: Stretch, other: Stretch): Stretch => ({
  units: (on) => `(${one.units(on)}+${other.units(on)})`,
  inside: (k) => `${one.inside(k)}*${other.inside(k)}`,
})

/** The stretches of two of a household, seen as one case. */
export const joined = (one: readonly Stretch[], other: readonly Stretch[]): Stretch[] =>
  one.flatMap((each) => other.map((more) => together(each, more)))

type Member = Exclude<NonNullable<CaseRefund['household']>, 'alone'>['others'][number]

const membersOf = ({ household }: CaseRefund): readonly Member[] =>
  household === undefined || household === 'alone' ? [] : household.others

/** What somebody else of the household uses, with or without the effort, and where it is written. */
function useOf({ use, useWith, path }: Member, isWith: boolean): { use: Member['use']; at: string } {
  return isWith && useWith !== undefined ? { use: useWith, at: `${path}.use-with` } : { use, at: `${path}.use` }
}

function stretchesOf(member: Member, isWith: boolean, inputs: Inputs, sheet: Sheet): Stretch[] {
  const { use, at } = useOf(member, isWith)
  const ends = endsOf(
    use.map(({ months }) => months),
    (index) => inputs.number(`${at}[${index}].months`, sheet),
  )
  const stretches = use.map((_, index) => ({
    units: (on: Sheet) => inputs.number(`${at}[${index}].units`, on),
    inside: (k: number) => insideOf(ends, index, k),
  }))
  return withRest(stretches, ends)
}

/**
 * The stretches of everybody else in the household: of each child that is pooled with the person, and of each adult whose use the effort
 * changes, who is a case alone. An adult who uses the same with the effort and without is refunded the same.
 */
export function householdCases(
  refund: CaseRefund,
  inputs: Inputs,
  sheet: Sheet,
  isWith: boolean,
): { pooled: Stretch[][]; adults: Stretch[][] } {
  const members = membersOf(refund)
  const of = (member: Member): Stretch[] => stretchesOf(member, isWith, inputs, sheet)
  const isAsked = ({ as, useWith }: Member): boolean => as === 'adult' && useWith !== undefined
  return { pooled: members.filter(({ as }) => as !== 'adult').map(of), adults: members.filter(isAsked).map(of) }
}

/** What the effort changes for the others of the household, in units of a month after the success: without it, or with it. */
export function changedUnits(
  refund: CaseRefund,
  inputs: Inputs,
  sheet: Sheet,
  isWith: boolean,
): ((k: number) => string)[] {
  return membersOf(refund)
    .filter(({ useWith }) => useWith !== undefined)
    .map((member) => {
      const stretches = stretchesOf(member, isWith, inputs, sheet)
      return (k) => plus(stretches.map(({ units, inside }) => `${units(sheet)}*${inside(k)}`))
    })
}
