/**
 * Refund of a stay in a shelter (§ 110): the state pays half, for so many days of a running year and no more.
 *
 *     120 days from 1 October 2023, 90 from 1 April 2026; the running year begins with the first admission and is counted anew
 *     365 days at 1,507 kr.  →  municipality 459,635 kr. under 120 days, 482,240 under 90
 *
 * How the law is read here: the cap of the day itself decides whether that day is refunded, so on 1 April 2026 nobody with 90
 * days or more gets another, and what was refunded before stays refunded. Days before there was a cap use up nothing, and do
 * not begin a running year. A new year begins with the first day after the last one ended; 29 February to 27 February.
 */
import { type Day, addYears } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type DailyUse, type SplitByPeriod, splitDays } from './split.ts'
import { type RuleUse, RuleReader } from './figures.ts'

/** One person's days. Problems: those of RuleReader, for the figures state-share and cap-days of the rule shelter. */
export function shelterRefund(catalogue: Catalogue, stay: DailyUse, use: RuleUse): SplitByPeriod {
  const reader = new RuleReader(catalogue, 'shelter', use)
  let isKnown = true
  let yearEnds: Day = -Infinity
  let used = 0
  const shareOn = (day: Day): number => {
    const share = reader.value('state-share', day)
    if (share === undefined) {
      isKnown = false
      return 0
    }
    const cap = reader.valueIfAny('cap-days', day)
    if (cap === undefined) return share / 100
    if (day >= yearEnds) {
      yearEnds = addYears(day, 1)
      used = 0
    }
    used += 1
    return used <= cap ? share / 100 : 0
  }
  const periods = splitDays(stay, shareOn)
  return { periods: isKnown ? periods : undefined, problems: reader.problems }
}
