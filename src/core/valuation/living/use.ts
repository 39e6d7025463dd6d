/**
 * Time seen after a success, beside what a case assumes of it: the use of a service, or how long a change lasts; and what the
 * difference is worth.
 *
 *     assumed by now   of each who has succeeded, the assumed units of the months that have been seen; the mean of them all
 *     seen             the mean of the units that were used in the same months
 *     deviation        − price × (seen − assumed) in each month seen, and what the refund's rule makes of it in all months
 *
 * Four nights assumed and 7 seen of somebody at 1,000 kroner a night: 3,000 less is saved. Of a change that fades it is the months it
 * has lasted, each at a twelfth of its yearly amount: 11 months assumed in the first year and 9 seen at 60,000 a year, 10,000 less. What
 * the amount is, time does not tell, and it stays as assumed. After the last month seen each goes on by the courses assumed. Who would have succeeded anyway would have used the same without the effort, so of a group only the share that
 * succeeds because of it counts. What would have been used without the effort nobody sees, and it stays as assumed.
 *
 * A mean of use is judged whatever it is spread like: between nothing and all the time there was (`meanInterval`). A few people with
 * long stays move a mean far, so it takes many people, or a great difference, before anything is broken.
 */
import {
  type CompiledCase,
  type CompiledConsequence,
  type CompiledGroup,
  type GroupActivity,
  type Parameters,
  type UseDeviation,
  type UseFlow,
  type UseRefund,
  figure,
  product,
} from '../case/compiled.ts'
import { type PriceUnit } from '../catalogue/catalogue.ts'
import { monthlyKeep, spreadOver } from '../case/spread.ts'
import { meanInterval } from './interval.ts'
import { type Sight, isOutside, judge, middlePlace } from './judge.ts'
import { type ObservedUse, type SeenLife, type SeenUse, type Unseen, baseMonth } from './observed.ts'
import { total } from './stages.ts'

/** Units that time in spells can be counted in. */
export const timeUnits = ['day', 'week', 'month', 'year'] as const satisfies readonly PriceUnit[]
export type TimeUnit = (typeof timeUnits)[number]

/** What a share of people are assumed to follow: units in month k after a success at `k − 1`, and what is refunded of them. */
type Course = { weight: number; own: Float64Array; refund: UseRefund | undefined }

export type UseJudging = {
  consequence: CompiledConsequence
  seen: ObservedUse
  assumption: 'use' | 'lasts'
  unit: TimeUnit
  coursesOf: (parameters: Parameters) => Course[]
  /** Kroner that a unit costs; below zero where it is saved. */
  priceOf: (parameters: Parameters) => number
  borneOf: UseFlow['borneOf']
}

/** What time tells of a consequence is counted in; nothing where time tells nothing of it. */
export function timeUnitOf({ flow }: CompiledConsequence): TimeUnit | undefined {
  if (flow.kind === 'fading') return 'month'
  return flow.kind === 'use' ? timeUnits.find((unit) => unit === flow.unit) : undefined
}

/** The consequences of which anything is seen and that count in the scenario. */
export function usesSeen(compiled: CompiledCase, uses: readonly ObservedUse[]): UseJudging[] {
  return uses.flatMap((seen): UseJudging[] => {
    const consequence = compiled.consequences.find(({ name }) => name === seen.consequence)
    const unit = consequence === undefined ? undefined : timeUnitOf(consequence)
    if (consequence === undefined || unit === undefined) return []
    const { flow } = consequence
    if (flow.kind === 'use') {
      const coursesOf = (parameters: Parameters): Course[] => weighted(flow, parameters)
      const priceOf = (parameters: Parameters): number => product(flow.price, parameters)
      return [{ consequence, seen, assumption: 'use', unit, coursesOf, priceOf, borneOf: flow.borneOf }]
    }
    if (flow.kind !== 'fading') return []
    const coursesOf = (parameters: Parameters): Course[] => {
      const keep = monthlyKeep(figure(flow.fade, parameters))
      let left = 1
      return [{ weight: 1, own: new Float64Array(compiled.months).map(() => (left *= keep)), refund: undefined }]
    }
    const priceOf = (parameters: Parameters): number => -product(flow.perYear, parameters) / 12
    return [{ consequence, seen, assumption: 'lasts', unit, coursesOf, priceOf, borneOf: undefined }]
  })
}

/** The month after which somebody's use counts: that of the start, or of the success; as assumed where nobody saw when it came. */
export function usedFrom(
  life: SeenLife,
  { per }: CompiledConsequence,
  {
    group: { success },
    parameters,
    unseen,
  }: { group: CompiledGroup; parameters: Parameters; unseen: ReadonlySet<Unseen> },
): number | undefined {
  if (per === 'start') return life.started
  if (life.result !== 'met') return undefined
  const base = baseMonth(life, success.of)
  if (!unseen.has('success-month') || base === undefined) return life.decided
  const chances = spreadOver(figure(success.rate, parameters), success.within, success.spread)
  return Math.min(life.decided!, base + (success.of === 'completed' ? 1 : 0) + Math.max(0, middlePlace(chances)))
}

/** What is seen at the end of a month: units for each person, in the months that have been seen of them. */
export function useSight({ coursesOf, seen }: UseJudging, parameters: Parameters, month: number): Sight {
  const expected = expectedUnits(coursesOf(parameters))
  const people = seen.people.flatMap(({ begun, units, most }) => {
    const until = Math.min(units.length, month - begun)
    const sum = (column: Float64Array): number => total(column.subarray(0, until))
    return until < 1 ? [] : [{ assumed: sum(expected), used: sum(units), most: sum(most) }]
  })
  const of = people.length
  const plain = { measure: 'units', count: undefined, expected: undefined } as const
  if (of === 0) {
    return { ...plain, assumed: 0, seen: undefined, of, interval: undefined, verdict: 'too-early' }
  }
  const mean = (what: 'assumed' | 'used'): number => people.reduce((sum, one) => sum + one[what], 0) / of
  const [assumed, used] = [mean('assumed'), mean('used')]
  // What is assumed may be more than the days there are, such as 30.4 of them in a February.
  const most = people.reduce((high, one) => Math.max(high, one.most, one.assumed), 0)
  const around = (share: number) => {
    const { low, high } = meanInterval(Math.min(1, share), of)
    return { low: low * most, high: high * most }
  }
  const interval = around(used / most)
  const couldBreak = () => isOutside(assumed, around(0)) || isOutside(assumed, around(1))
  return { ...plain, assumed, seen: used, of, interval, verdict: judge(assumed, interval, couldBreak) }
}

/** By month after the success, the units of the courses that people are assumed to follow. */
function expectedUnits(courses: readonly Course[]): Float64Array {
  const units = new Float64Array(Math.max(...courses.map(({ own }) => own.length)))
  for (const { weight, own } of courses)
    for (let month = 0; month < units.length; month++) units[month]! += weight * own[month]!
  return units
}

/** The courses with the shares that follow them. */
function weighted({ with: courses }: UseFlow, parameters: Parameters): Course[] {
  const shares = courses.map(({ share }) => (share === 'rest' ? 0 : figure(share, parameters)))
  const rest = 1 - total(Float64Array.from(shares))
  return courses.map(({ share, own, course }, index) => {
    return { weight: share === 'rest' ? rest : shares[index]!, own, refund: course.refund }
  })
}

/** What is saved by what was seen beyond what the courses make of it, by month of the case. `groups` are all as they are now expected. */
export function useDeviation(
  { consequence, seen, coursesOf, priceOf, borneOf }: UseJudging,
  { months }: CompiledCase,
  groups: readonly GroupActivity[],
  parameters: Parameters,
): UseDeviation {
  const column = () => new Float64Array(months + 1)
  const deviation: UseDeviation = {
    all: { gross: column(), refund: column() },
    late: { gross: column(), refund: column() },
  }
  const lateFrom = consequence.cashable?.fromMonth ?? 1
  const price = priceOf(parameters)
  const courses = coursesOf(parameters)
  const ofEffort = groups.map((group) => (consequence.per === 'start' ? 1 : shareOfEffort(group)))
  const addTo = (what: 'gross' | 'refund', begun: number, k: number, amount: number): void => {
    if (begun + k > months) return
    deviation.all[what][begun + k]! += amount
    if (k >= lateFrom) deviation.late[what][begun + k]! += amount
  }
  for (const person of seen.people) {
    const { begun, group } = person
    for (const { weight, own, refund } of courses) {
      const times = weight * ofEffort[group]!
      const used = asUsed(person, own)
      for (let k = 1; k <= person.units.length && k <= own.length; k++)
        addTo('gross', begun, k, -times * price * (used[k - 1]! - own[k - 1]!))
      if (refund === undefined || borneOf === undefined) continue
      const borne = borneOf(used, begun, price)
      const assumed = refund.of(begun, price)
      const scale = refund.followsPrice ? price : 1
      // The assumed refund is told no longer than there is some.
      for (let k = 1; begun + k <= months; k++)
        addTo('refund', begun, k, -times * (borne[k - 1]! - scale * (assumed[k - 1] ?? 0)))
    }
  }
  return deviation
}

/** What was seen, and after it the course. */
function asUsed({ units }: SeenUse, course: Float64Array): Float64Array {
  const used = course.slice()
  used.set(units.subarray(0, Math.min(units.length, used.length)))
  return used
}

/** Of those who succeed, the share who would not have done so anyway. */
function shareOfEffort({ successes, anyway }: GroupActivity): number {
  const all = total(successes)
  return all === 0 ? 0 : Math.max(0, 1 - total(anyway) / all)
}
