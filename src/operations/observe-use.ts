/**
 * How much a contract's facts show that people of a case use of the service of a consequence, or how long its change lasts, month by
 * month after their success.
 *
 *     used: { shelter: { measure: shelter, time: in } }        the nights in the spells, in units of the price: days, or parts of a month
 *     used: { benefit: { measure: self-support, time: out } }  the time outside them
 *     lasts: { income: { measure: job, time: in } }            the months in which a change is there
 *
 * Of a family that is followed it is the time of all its members the measure is about. Somebody who has moved or died, or who is only
 * observed to a day, is looked at in the whole months before it; who drops out is looked at like the others. Where a measure without a
 * record says nothing, somebody without a record is not looked at at all.
 */
import { type Day, addMonths } from '../core/base/index.ts'
import { NO_DAY, type Roster, hasFacts, ofKinds, unitsIn, units as unitNames } from '../core/measurement/index.ts'
import { type Context } from '../core/outcomes/index.ts'
import {
  type CompiledCase,
  type ContractView,
  type ObservedUse,
  type SeenLife,
  type Unseen,
  type TimeSeen,
  type TimeUnit,
  parametersOf,
  timeUnitOf,
  usedFrom,
  monthBegin,
  monthIn,
} from '../core/valuation/index.ts'

/** Units of a price that time can be counted in, and how many days, or parts of a month, one is. */
const daysOf = {
  day: () => 1,
  week: () => 7,
  month: (days: number) => days,
  year: (days: number) => 12 * days,
} as const satisfies Record<TimeUnit, (days: number) => number>

/** Somebody of a group of the case: a row of the roster, and the life of it. */
export type Person = { row: number; life: SeenLife }

export type UseAsked = {
  context: Context
  /** By group of the case, and what nobody records of them. */
  people: readonly (readonly Person[])[]
  unseen: readonly ReadonlySet<Unseen>[]
  to: Day
}

/** For every consequence of which the case says where it is seen, and that counts in the scenario. */
export function observeUses(
  compiled: CompiledCase,
  view: ContractView,
  { context, people, unseen, to }: UseAsked,
): ObservedUse[] {
  const parameters = parametersOf(compiled)
  return [...(view.used ?? []), ...(view.lasts ?? [])].flatMap(([name, service]): ObservedUse[] => {
    const consequence = compiled.consequences.find((one) => one.name === name)
    const unit = consequence === undefined ? undefined : timeUnitOf(consequence)
    if (consequence === undefined || unit === undefined) return []
    const { groups } = consequence
    const timeIn = timeTeller(service, context)
    const seen = groups.flatMap((group) => {
      const exits = view.followed?.get(compiled.groups[group]!.name)?.dropouts ?? []
      return people[group]!.flatMap(({ row, life }) => {
        const begun = usedFrom(life, consequence, {
          group: compiled.groups[group]!,
          parameters,
          unseen: unseen[group]!,
        })
        if (begun === undefined) return []
        const months = monthsSeen(compiled, context.roster, { row, to, begun, dropouts: exits })
        const told = months.map(({ from, until }) => timeIn(row, from, until))
        if (told.some((one) => one === undefined)) return []
        const inUnits = (what: 'days' | 'most'): Float64Array =>
          Float64Array.from(told, (one, index) => {
            const { from, until } = months[index]!
            return one![what] / daysOf[unit](until - from)
          })
        return [{ group, begun, units: inUnits('days'), most: inUnits('most') }]
      })
    })
    return [{ consequence: name, people: seen }]
  })
}

type Looking = { row: number; to: Day; begun: number; dropouts: readonly string[] }

/** The whole months after a month in which somebody can be seen. */
function monthsSeen(
  compiled: CompiledCase,
  { days, exit, exits }: Roster,
  { row, to, begun, dropouts }: Looking,
): { from: Day; until: Day }[] {
  const isGone = exit[row]! >= 0 && !dropouts.includes(exits[exit[row]!]!)
  const gone = [days.observedTo[row]!, ...(isGone ? [days.exitOn[row]!] : [])].filter((day) => day !== NO_DAY)
  const last = Math.min(compiled.months, monthIn(compiled, to), ...gone.map((day) => monthIn(compiled, day) - 1))
  return Array.from({ length: Math.max(0, last - begun) }, (_, index) => {
    const from = monthBegin(compiled, begun + 1 + index)
    return { from, until: addMonths(from, 1) }
  })
}

type Time = { days: number; most: number }

function timeTeller(
  { measure, kinds, time }: TimeSeen,
  { facts, roster }: Context,
): (row: number, from: Day, until: Day) => Time | undefined {
  const view = ofKinds(facts, [measure], kinds)
  const { of, noRecord } = facts.measures.get(measure)!.terms
  const whose = (row: number): number[] => {
    if (roster.unit[row] !== unitNames.indexOf('family') || of === 'family') return [row]
    const members = roster.members.subarray(roster.firstMember[row], roster.firstMember[row + 1])
    return [...members].filter((member) => unitNames[roster.unit[member]!] === of)
  }
  return (row, from, until) => {
    const members = whose(row)
    if (noRecord === 'unknown' && members.some((member) => !hasFacts(view, measure, member))) return undefined
    const most = (until - from) * members.length
    const spent = members.reduce((sum, who) => sum + unitsIn(view, [measure], who, from, until, 'days', {}), 0)
    return { days: time === 'in' ? spent : most - spent, most }
  }
}
