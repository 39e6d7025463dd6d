/**
 * Use of a service over time, and what the state refunds of it by the dated rules.
 *
 *     steps: [{ months: 8, units: 0 }, { units: 1 }]   after a success: eight months without the benefit, then back on it
 *
 * Time runs from the month after the success, so what the rules see are real months of the calendar. With and without go
 * through the same rule: somebody in the last step of the ladder who comes back after 30 weeks costs the municipality 80 %
 * again, and after a year of self-support 20 % of the first weeks. The case that surprises: a day is the unit of a price a
 * day, and then the first days of each month are the ones used.
 */
import {
  type Day,
  type Period,
  type Place,
  type Problem,
  addMonths,
  approximate,
  assert,
  weekdayOnOrAfter,
} from '../../base/index.ts'
import { type Catalogue, type Law } from '../catalogue/index.ts'
import {
  type PeriodSplit,
  type SplitByPeriod,
  centralRefund,
  crisisCentreRefund,
  refundLadder,
  shelterRefund,
  supportAtHomeRefund,
} from '../rules/index.ts'
import { type RefundRule, type UseStep } from './case-file.ts'
import { type UseCourse } from './compiled.ts'

export type UseSetting = {
  catalogue: Catalogue
  law: Law
  /** The first day of month 1 of the case. */
  startDay: Day
  months: number
  /** The months in which a success can be, first and last. */
  successes: { first: number; last: number }
  /** Whether the price is of a day; otherwise a unit is all of its month. */
  isDaily: boolean
  weeksBefore: number
  /** Kroner of a unit that the rule is tried with, to tell what figures it lacks. */
  price: number
  at: Place
}

/** The course, tried under the rule for every month in which a success can be. Problems: those of the rules. */
export function useCourse(
  setting: UseSetting,
  units: Float64Array,
  rule: RefundRule | undefined,
): { course: UseCourse | undefined; problems: Problem[] } {
  if (rule === undefined) return { course: { units, refund: undefined }, problems: [] }
  const followsPrice = rule !== 'central'
  // A case is valued again and again at one price: what a month's success was refunded at it is remembered.
  const known = new Map<number, { price: number; refund: Float64Array }>()
  const problems = new Map<string, Problem>()
  for (let success = setting.successes.first; success <= setting.successes.last; success++) {
    const price = followsPrice ? 1 : setting.price
    const found = refundAfter(setting, units, rule, success, price)
    // A figure that is old every year is told of once.
    for (const one of found.problems) {
      const key = `${one.code} ${JSON.stringify(one.facts['label'] ?? one.facts['figure'])}`
      if (!problems.has(key)) problems.set(key, one)
    }
    if (found.refund === undefined) return { course: undefined, problems: [...problems.values()] }
    known.set(success, { price, refund: found.refund })
  }
  const of = (success: number, wanted: number): Float64Array => {
    const price = followsPrice ? 1 : wanted
    const before = known.get(success)
    if (before?.price === price) return before.refund
    const { refund } = refundAfter(setting, units, rule, success, price)
    assert(refund !== undefined, 'a rule that was tried knows its figures')
    known.set(success, { price, refund })
    return refund
  }
  return { course: { units, refund: { followsPrice, of } }, problems: [...problems.values()] }
}

/** Units by month after the success, at `k − 1`; the last stretch runs on unless it says how long it is. */
export function unitsOf(steps: readonly UseStep[], months: number): Float64Array {
  const units = new Float64Array(months)
  let from = 0
  for (const [index, step] of steps.entries()) {
    const isOpen = step.months === undefined && index === steps.length - 1
    const until = isOpen ? months : Math.min(months, from + (step.months ?? 0))
    units.fill(approximate(step.units), from, until)
    from = until
  }
  return units
}

type Refund = { refund: Float64Array | undefined; problems: Problem[] }

function refundAfter(
  setting: UseSetting,
  units: Float64Array,
  rule: RefundRule,
  success: number,
  price: number,
): Refund {
  const { catalogue, law, at, months } = setting
  const use = { law, at }
  const count = Math.max(0, months - success)
  // Nothing of what follows a success in the last month is seen.
  if (count === 0) return { refund: new Float64Array(months), problems: [] }
  const firstDay = firstDayOf(setting, success + 1)
  if (rule === 'refund-ladder') return ladderRefund(setting, units, { success, count, price })
  if (rule === 'central') {
    const costs = Array.from(units.subarray(0, count), (one) => one * price)
    const household = { firstMonth: firstDay, months: count, members: [{ costs, as: 'adult' as const }] }
    return byMonth(centralRefund(catalogue, household, use), setting, success, (period) => period.stateRefund)
  }
  const days = daysUsed(setting, units, success, count)
  const run = { shelter: shelterRefund, 'support-at-home': supportAtHomeRefund, 'crisis-centre': crisisCentreRefund }[
    rule
  ]
  const split = run(catalogue, { days, costPerDay: 1 }, use)
  return byMonth(split, setting, success, (period, month) => {
    return (period.stateRefund / period.gross) * units[month - 1]! * price
  })
}

const firstDayOf = ({ startDay }: UseSetting, month: number): Day => addMonths(startDay, month - 1)

/** The first days of each month: as many as there are units when the price is of a day, all of them otherwise. */
function daysUsed(setting: UseSetting, units: Float64Array, success: number, count: number): Period[] {
  const days: Period[] = []
  for (let month = 1; month <= count; month++) {
    const used = units[month - 1]!
    if (used <= 0) continue
    const from = firstDayOf(setting, success + month)
    const whole = firstDayOf(setting, success + month + 1) - from
    const length = setting.isDaily ? Math.min(whole, Math.max(1, Math.round(used))) : whole
    days.push({ from, until: from + length })
  }
  return days
}

/** A split by calendar month as one by month after the success; months without use have no refund. */
function byMonth(
  { periods, problems }: SplitByPeriod,
  setting: UseSetting,
  success: number,
  of: (period: PeriodSplit, month: number) => number,
): Refund {
  if (periods === undefined) return { refund: undefined, problems }
  const refund = new Float64Array(setting.months)
  let month = 1
  for (const period of periods) {
    while (firstDayOf(setting, success + month) < period.from) month++
    refund[month - 1] = of(period, month)
  }
  return { refund, problems }
}

/** Weeks belong to the month of their Monday; a month's refund is at the mean share of its weeks on support. */
function ladderRefund(
  setting: UseSetting,
  units: Float64Array,
  { success, count, price }: { success: number; count: number; price: number },
): Refund {
  const { catalogue, law, at, weeksBefore } = setting
  const firstMonday = weekdayOnOrAfter(firstDayOf(setting, success + 1), 1)
  const monthOf: number[] = []
  for (let month = 1, monday = firstMonday; month <= count; month++) {
    const next = firstDayOf(setting, success + month + 1)
    for (; monday < next; monday += 7) monthOf.push(month)
  }
  const weeks = monthOf.map((month) => (units[month - 1]! > 0 ? ('support' as const) : ('self-support' as const)))
  const ladder = refundLadder(catalogue, { firstMonday, weeks, weeksBefore, benefit: 1 }, { law, at })
  if (ladder.periods === undefined) return { refund: undefined, problems: ladder.problems }
  const [shares, mondays] = [new Float64Array(setting.months), new Float64Array(setting.months)]
  for (const [index, { stateShare }] of ladder.periods.entries()) {
    const month = monthOf[index]! - 1
    shares[month]! += stateShare
    mondays[month]! += 1
  }
  const refund = shares.map((share, month) =>
    mondays[month] === 0 ? 0 : (share / mondays[month]!) * units[month]! * price,
  )
  return { refund, problems: ladder.problems }
}
