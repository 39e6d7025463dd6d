/**
 * Refund of Housing First support in the person's own home (§ 85 a): the state pays half for up to two years.
 *
 *     support from 1 March 2024  →  half of each day until and with 28 February 2026, nothing from 1 March 2026
 *
 * How the law is read here: the two years run by the calendar from the first day that is refunded, also through a break in the
 * support. Days before 1 October 2023, when the refund did not exist, do not begin them.
 */
import { type Day, addYears } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type DailyUse, type SplitByPeriod, splitDays } from './split.ts'
import { type RuleUse, RuleReader } from './figures.ts'

/** One person's days of support. Problems: those of RuleReader, for state-share and window-years of the rule support-at-home. */
export function supportAtHomeRefund(catalogue: Catalogue, support: DailyUse, use: RuleUse): SplitByPeriod {
  const reader = new RuleReader(catalogue, 'support-at-home', use)
  let isKnown = true
  let windowEnds: Day | undefined
  const shareOn = (day: Day): number => {
    if (windowEnds !== undefined && day >= windowEnds) return 0
    const share = reader.value('state-share', day)
    if (share === 0) return 0
    const years = reader.value('window-years', day)
    if (share === undefined || years === undefined) {
      isKnown = false
      return 0
    }
    windowEnds ??= addYears(day, years)
    return share / 100
  }
  const periods = splitDays(support, shareOn)
  return { periods: isKnown ? periods : undefined, problems: reader.problems }
}
