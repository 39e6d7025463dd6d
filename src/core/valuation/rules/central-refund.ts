/**
 * The central refund scheme for very expensive single cases (barnets lov § 198, serviceloven § 176), month by month.
 *
 *     per month: 25 % of the cost above 1/12 of 860,000, 50 % above 1/12 of 1,680,000, 75 % above 1/12 of 2,120,000  (2022 level)
 *     1,160,000 kr. a year  →  75,000 back;  2,500,000  →  205,000 + 220,000 + 285,000 = 710,000
 *
 * Income is deducted from the cost, and what is paid once is spread over twelve months. Siblings in one household are one case,
 * those of 18 to 22 in aftercare among them; an adult is one alone. From the month in which somebody passes the age limit (67)
 * they count only if the scheme covered them before. The case that surprises: the dearest cases are the least profitable for the
 * municipality to prevent, because the state bears most of what lies on top.
 */
import { type Day, type Problem, addMonths, assert, firstDayOfMonth } from '../../base/index.ts'
import { type Catalogue, type RuleFigure } from '../catalogue/catalogue.ts'
import { type PeriodSplit, type SplitByPeriod, splitOf } from './split.ts'
import { type RuleUse, RuleReader } from './figures.ts'

export type HouseholdMember = {
  /** Kroner by month, from the first month on. */
  costs: readonly number[]
  /** Kroner by month, deducted. */
  income?: readonly number[]
  /** What is paid once, and in which month, counted from 0. Of the twelve parts, those beyond the last month are not seen here. */
  once?: readonly { month: number; amount: number }[]
  /** Children, and the young in aftercare, are pooled; an adult is a case alone. */
  as: 'child' | 'aftercare' | 'adult'
  /** The month, counted from 0, from which the person is over the age limit; negative where it was before. */
  overAgeFrom?: number
  /** Whether the scheme covered the person before the first month. */
  wasCovered?: boolean
}

export type Household = { firstMonth: Day; months: number; members: readonly HouseholdMember[] }

/** The household's months. Problems: those of RuleReader, for state-share and once-months of the rule central-refund. */
export function centralRefund(catalogue: Catalogue, household: Household, use: RuleUse): SplitByPeriod {
  const { firstMonth, months, members } = household
  assert(firstDayOfMonth(firstMonth) === firstMonth, 'months are counted from the first of one')
  const reader = new RuleReader(catalogue, 'central-refund', use)
  const pooled = members.filter(({ as }) => as !== 'adult')
  const cases = [pooled, ...members.filter(({ as }) => as === 'adult').map((adult) => [adult])]
  const periods = Array.from({ length: months }, (_, month): PeriodSplit => ({
    from: addMonths(firstMonth, month),
    ...splitOf(0, 0),
  }))
  let isKnown = true
  for (const group of cases.filter(({ length }) => length > 0)) {
    const refunds = refundsOf(group, periods, reader)
    if (refunds === undefined) isKnown = false
    else add(periods, refunds)
  }
  const problems: Problem[] = reader.problems
  return { periods: isKnown ? periods : undefined, problems }
}

/** Cost and refund of one case by month. */
function refundsOf(
  group: readonly HouseholdMember[],
  periods: readonly PeriodSplit[],
  reader: RuleReader,
): { gross: number; refund: number }[] | undefined {
  const spread = reader.value('once-months', periods[0]?.from ?? 0)
  if (spread === undefined) return undefined
  const wasCovered = group.map((member) => member.wasCovered === true)
  const result: { gross: number; refund: number }[] = []
  for (const [month, { from }] of periods.entries()) {
    const steps = reader.steps('state-share', from)
    if (steps.length === 0) return undefined
    const counts = group.map((member, index) => wasCovered[index]! || !(month >= (member.overAgeFrom ?? Infinity)))
    const costs = group.map((member) => costIn(member, month, spread))
    const counted = costs.filter((_, index) => counts[index]).reduce((sum, cost) => sum + cost, 0)
    const refund = refundOf(counted, steps)
    if (refund > 0)
      for (const [index, isCounted] of counts.entries()) wasCovered[index] ||= isCounted && costs[index]! > 0
    result.push({ gross: costs.reduce((sum, cost) => sum + cost, 0), refund })
  }
  return result
}

/** What the member costs the municipality in a month: the cost, a part of each payment made once, less income. */
function costIn({ costs, income, once }: HouseholdMember, month: number, spread: number): number {
  const parts = (once ?? []).filter((one) => month >= one.month && month < one.month + spread)
  const paidOnce = parts.reduce((sum, { amount }) => sum + amount / spread, 0)
  return Math.max(0, (costs[month] ?? 0) + paidOnce - (income?.[month] ?? 0))
}

const monthsOfYear = 12

/** The state's share of each slice of the cost between one monthly limit and the next. */
function refundOf(cost: number, steps: readonly RuleFigure[]): number {
  let refund = 0
  for (const [index, { from, value }] of steps.entries()) {
    const limit = from / monthsOfYear
    const next = (steps[index + 1]?.from ?? Infinity) / monthsOfYear
    refund += (Math.max(0, Math.min(cost, next) - limit) * value) / 100
  }
  return refund
}

function add(periods: PeriodSplit[], refunds: readonly { gross: number; refund: number }[]): void {
  for (const [month, { gross, refund }] of refunds.entries()) {
    const before = periods[month]!
    periods[month] = { ...before, ...splitOf(before.gross + gross, before.stateRefund + refund) }
  }
}
