/**
 * The refund ladder: the state pays back less of a benefit the more weeks a person has been on public support.
 *
 *     weeks 1–4: 80 %   5–26: 40 %   27–52: 30 %   53 and on: 20 %     (LBK 221 of 12 February 2021, § 5)
 *     2,784 kr a week in weeks 4 and 5  →  the state 2,227.20 and 1,113.60
 *
 * Weeks are counted per person, whatever the benefit. The count goes back to zero when the person has supported themselves for
 * 52 whole calendar weeks in total within the last three years (§ 6); self-support means no public support and no wage subsidy.
 * The case that surprises: somebody on the last step who works 30 weeks and comes back is still on the last step.
 *
 * How the restart is read here: it happens once, when the 52nd week is whole, and those 52 weeks are not counted again. The
 * three years end with that week's Sunday, and a week counts when all of it lies within them.
 */
import { type Day, addYears, assert, weekdayOf } from '../../base/index.ts'
import { type Catalogue, type RuleFigure } from '../catalogue/catalogue.ts'
import { type PeriodSplit, type SplitByPeriod, splitOf } from './split.ts'
import { type RuleUse, RuleReader } from './figures.ts'

/** On public support; supporting oneself; or neither, such as a wage-subsidised job: it counts for nothing. */
export type SupportWeek = 'support' | 'self-support' | 'neither'

export type LadderUse = {
  /** The Monday of the first week. */
  firstMonday: Day
  weeks: readonly SupportWeek[]
  /** Weeks on support before the first week that count. */
  weeksBefore: number
  /** Kroner a week of the benefit. */
  benefit: number
}

/** `count` is how many weeks on support the week makes; `stateShare` is 0 to 1. Weeks without support cost nothing. */
export type LadderWeek = PeriodSplit & { count: number; stateShare: number }

/** Problems: those of RuleReader, for the figures state-share, restart-weeks and restart-years of the rule refund-ladder. */
export function refundLadder(catalogue: Catalogue, person: LadderUse, use: RuleUse): SplitByPeriod<LadderWeek> {
  const { firstMonday, weeks, weeksBefore, benefit } = person
  assert(weekdayOf(firstMonday) === 1, 'a week begins on a Monday')
  const reader = new RuleReader(catalogue, 'refund-ladder', use)
  const selfSupport = new SelfSupport()
  let count = weeksBefore
  let isKnown = true
  const periods = weeks.map((week, index): LadderWeek => {
    const from = firstMonday + index * 7
    if (week === 'support') {
      count += 1
      const stateShare = stepAt(reader.steps('state-share', from), count)
      if (stateShare === undefined) isKnown = false
      return { from, count, stateShare: stateShare ?? 0, ...splitOf(benefit, benefit * (stateShare ?? 0)) }
    }
    if (week === 'self-support') {
      const [enough, years] = [reader.value('restart-weeks', from), reader.value('restart-years', from)]
      if (enough === undefined || years === undefined) isKnown = false
      else if (selfSupport.isEnoughWith(from, enough, years)) count = 0
    }
    return { from, count, stateShare: 0, ...splitOf(0, 0) }
  })
  return { periods: isKnown ? periods : undefined, problems: reader.problems }
}

/** The share of the step that the week is on, 0 to 1. */
function stepAt(steps: readonly RuleFigure[], week: number): number | undefined {
  const step = steps.findLast(({ from }) => from <= week)
  return step === undefined ? undefined : step.value / 100
}

/** Mondays of the weeks of self-support since the last restart. */
class SelfSupport {
  private mondays: Day[] = []

  /** Adds a week, and says whether the person has now had enough of them within the years; then they are used up. */
  isEnoughWith(monday: Day, weeks: number, years: number): boolean {
    const windowStart = addYears(monday + 7, -years)
    this.mondays = [...this.mondays.filter((one) => one >= windowStart), monday]
    if (this.mondays.length < weeks) return false
    this.mondays = []
    return true
  }
}
