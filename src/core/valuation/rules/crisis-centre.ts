/**
 * Refund of a stay in a crisis centre (§ 109): the state pays a fixed share of every day.
 *
 *     10 days at 1,659 kr. at half  →  the state 8,295 kr.
 *
 * The share is known from price lists of 2016 and 2017; whether it is the law today has not been verified, and a notice says so.
 */
import { type Day } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type DailyUse, type SplitByPeriod, splitDays } from './split.ts'
import { type RuleUse, RuleReader } from './figures.ts'

/** Problems: those of RuleReader, for the figure state-share of the rule crisis-centre. */
export function crisisCentreRefund(catalogue: Catalogue, stay: DailyUse, use: RuleUse): SplitByPeriod {
  const reader = new RuleReader(catalogue, 'crisis-centre', use)
  let isKnown = true
  const periods = splitDays(stay, (day: Day): number => {
    const share = reader.value('state-share', day)
    if (share === undefined) isKnown = false
    return (share ?? 0) / 100
  })
  return { periods: isKnown ? periods : undefined, problems: reader.problems }
}
