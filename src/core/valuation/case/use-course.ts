/**
 * Use of a service over time, and what somebody else bears of it by the dated rules.
 *
 *     steps: [{ months: 8, units: 0 }, { units: 1 }]   after a success: eight months without the benefit, then back on it
 *
 * Time runs from the month after the success, so what the rules see are real months of the calendar. With and without go
 * through the same rule: somebody in the last step of the ladder who comes back after 30 weeks costs the municipality 80 %
 * again, and after a year of self-support 20 % of the first weeks.
 */
import { type Day, type Place, type Problem, addMonths, approximate, assert } from '../../base/index.ts'
import { type Catalogue, type Law } from '../catalogue/catalogue.ts'
import { type HealthService, type HouseholdMember, type SharingRule, ruleTraits, sharedUse } from '../rules/index.ts'
import { type UseStep } from './case-file.ts'
import { type UseCourse, type UseRefund } from './compiled.ts'

/** What a rule is asked with besides the use itself. */
export type RuleOfUse = {
  name: SharingRule
  weeksBefore: number
  service: HealthService | undefined
  as: HouseholdMember['as']
  /** Others of the household, with units by month after success. */
  others: readonly { as: HouseholdMember['as']; units: Float64Array }[]
}

export type UseSetting = {
  catalogue: Catalogue
  law: Law
  /** The first day of month 1 of the case. */
  startDay: Day
  months: number
  /** The months in which a success can be, first and last. */
  successes: { first: number; last: number }
  /** How many days a unit of the price is; without it, a unit is all of its month. */
  daysPerUnit: number | undefined
  /** Whether it is one payment, of the first month, and no use that goes on. */
  isOnce: boolean
  /** Kroner of a unit that the rule is tried with, to tell what figures it lacks. */
  price: number
  /** By month of the case, how much of the price the rule sees; all of it without. */
  counted: Float64Array | undefined
  at: Place
}

/** What the rule bears of the course, tried for every month in which a success can be. Problems: those of the rules. */
export function courseRefund(
  setting: UseSetting,
  units: Float64Array,
  rule: RuleOfUse,
): { refund: UseRefund | undefined; problems: Problem[] } {
  const { followsPrice } = ruleTraits[rule.name]
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
    if (found.refund === undefined) return { refund: undefined, problems: [...problems.values()] }
    known.set(success, { price, refund: throughLast(found.refund) })
  }
  const of = (success: number, wanted: number): Float64Array => {
    const price = followsPrice ? 1 : wanted
    const before = known.get(success)
    if (before?.price === price) return before.refund
    const { refund } = refundAfter(setting, units, rule, success, price)
    assert(refund !== undefined, 'a rule that was tried knows its figures')
    const trimmed = throughLast(refund)
    known.set(success, { price, refund: trimmed })
    return trimmed
  }
  return { refund: { followsPrice, of }, problems: [...problems.values()] }
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

const isSome = (amount: number): boolean => amount !== 0

/** Without the zeros at its end. */
const throughLast = (column: Float64Array): Float64Array => column.subarray(0, column.findLastIndex(isSome) + 1)

/** A course with the months in which something is used; `last` is 0 where nothing ever is. */
export function useCourse(units: Float64Array, refund: UseRefund | undefined): UseCourse {
  return { units, first: units.findIndex(isSome) + 1, last: units.findLastIndex(isSome) + 1, refund }
}

/** What the rule bears, by month after the success, of units at a price. Problems: those of the rules. */
export function refundAfter(
  setting: UseSetting,
  units: Float64Array,
  rule: RuleOfUse,
  success: number,
  price: number,
): { refund: Float64Array | undefined; problems: Problem[] } {
  const { catalogue, law, at, months, startDay, counted, daysPerUnit, isOnce } = setting
  const refund = new Float64Array(months)
  const count = Math.max(0, months - success)
  // Nothing of what follows a success in the last month is seen.
  if (count === 0) return { refund, problems: [] }
  const { weeksBefore, service, as, others } = rule
  const use = {
    firstMonth: addMonths(startDay, success),
    units: units.subarray(0, count),
    price,
    daysPerUnit,
    isOnce,
    ...(counted === undefined ? {} : { counted: counted.subarray(success + 1) }),
    weeksBefore,
    ...(service === undefined ? {} : { service }),
    as,
    others: others.map((other) => ({ as: other.as, units: other.units.subarray(0, count) })),
  }
  const { byMonth, problems } = sharedUse(catalogue, rule.name, use, { law, at })
  if (byMonth === undefined) return { refund: undefined, problems }
  refund.set(byMonth)
  return { refund, problems }
}
