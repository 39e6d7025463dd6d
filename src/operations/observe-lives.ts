/**
 * What a contract's facts show of somebody in a case, as a life without a name.
 *
 *     referred 6 January, start 1 February, end 27 November   →   referred in month 1, started in month 2, ten months, finished in month 11
 *     exit 22 December without a day of the end               →   left in the month of the course it was
 *     results of the goal                                     →   met, missed, open, judged by nobody
 *
 * A course of a case counts the month it begins in as its first, so months of a course are counted from the day of the start: a course
 * from 13 January to 13 October has nine of them, not ten. Referred is the day of referral, or of the start where no other is known.
 *
 * A goal decided for a group is read person by person where it counts people of whom something is true: those are who has met it.
 */
import { type Day, compare, monthsBetween } from '../core/base/index.ts'
import { type MeasureFacts, NO_DAY, STILL_GOING_ON, type Roster } from '../core/measurement/index.ts'
import {
  type Context,
  type GoalResults,
  type Outcomes,
  type Row,
  NOBODY,
  Status,
  UNMEASURED,
  compileCondition,
  compileSchedule,
  isMissing,
  rowFor,
  standOnOccasion,
} from '../core/outcomes/index.ts'
import { type Goal, type expressions, walk } from '../core/terms/index.ts'
import { type CompiledCase, type FollowedGroup, type SeenLife, type Unseen, monthIn } from '../core/valuation/index.ts'

export function referralOf({ days }: Roster, row: number): Day {
  return days.referral[row] === NO_DAY ? days.start[row]! : days.referral[row]!
}

/** What the facts cannot show of a group, whatever happens to its people. */
export function unseenOf(group: FollowedGroup, { agreement, roster: { days } }: Context): ReadonlySet<Unseen> {
  const { dropouts, completes } = group

  const isReferralKnown = days.referral.some((day) => day !== NO_DAY)
  const unseen: Unseen[] = [
    ...(isReferralKnown ? [] : (['not-started', 'wait'] as const)),
    ...(dropouts.length > 0 ? [] : (['dropout'] as const)),
    ...(completes === 'course' ? (['length'] as const) : []),
    ...(isWatchedBy(group, agreement.goals.get(group.goal)!) ? [] : (['success-month'] as const)),
  ]
  return new Set(unseen)
}

/** Any of several dates is enough: whoever has not met the goal on those that have passed has not met it yet. */
function isWatchedBy({ dates }: FollowedGroup, { when: { decided } }: Goal): boolean {
  return decided === 'any-date' || (decided === 'each-date' && dates === 'any-date')
}

/** The people of whom a goal of a group counts how many, or what share, something is true of; nothing for another goal. */
export function countedBy(goal: Goal): expressions.Over | undefined {
  if (goal.for === 'each-subject' || goal.for.startsWith('each-child') || goal.for.startsWith('each-parent'))
    return undefined
  const counts: expressions.Over[] = []
  for (const top of [goal.met, goal.quantity])
    if (top !== undefined)
      walk(top, (node) => {
        if (node.kind === 'over' && node.over === 'people' && node.that !== undefined) counts.push(node)
      })
  return counts.length === 1 ? counts[0] : undefined
}

type Telling = { compiled: CompiledCase; group: FollowedGroup; outcomes: Outcomes; to: Day; course: number }

/** Tells of the people of a group, one by one. */
export function lifeTeller({ compiled, group, outcomes, to, course }: Telling): (row: number) => SeenLife {
  const context = outcomes.contexts.at(-1)!
  const { days, exits, exit: exitOf } = context.roster
  const goal = context.agreement.goals.get(group.goal)!
  const counted = countedBy(goal)
  const results =
    counted === undefined
      ? resultsOf(outcomes.results.get(group.goal)!, group)
      : answersOf(counted, { ...context, goal }, group)
  const looking = lookingOf(compiled, group, context)
  const isWatched = isWatchedBy(group, goal)
  const known = (day: Day): Day | undefined => (day === NO_DAY || day > to ? undefined : day)
  const monthOf = (day: Day | undefined): number | undefined => (day === undefined ? undefined : monthIn(compiled, day))
  const endOf = (row: number): Day | undefined => {
    if (group.completes === 'spell') return known(lastDayIn(context.facts.measures.get(group.spell!)!, row))
    return group.completes === 'end' ? known(days.end[row]!) : undefined
  }
  return (row) => {
    const referred = monthIn(compiled, referralOf(context.roster, row))
    const startDay = known(days.start[row]!)
    const started = monthOf(startDay)
    const endDay = endOf(row)
    const exit = exitOf[row]!
    const exitDay = known(days.exitOn[row]!)
    const isDated = days.exitOn[row] !== NO_DAY
    const courseMonth = (day: Day): number => started! + Math.max(0, monthsBetween(startDay!, day))
    const isEnded = endDay !== undefined && started !== undefined
    const finishes =
      started === undefined || (group.completes !== 'course' && !isEnded)
        ? undefined
        : started + (isEnded ? wholeMonths(startDay!, endDay) : course) - 1
    // An exit without a day is taken to have been from the beginning.
    const leaves =
      exit < 0 || (isDated && exitDay === undefined)
        ? undefined
        : exitDay === undefined
          ? (started ?? referred)
          : started === undefined
            ? monthIn(compiled, exitDay)
            : courseMonth(exitDay)
    const hasLeft = leaves !== undefined && (finishes === undefined || isBefore({ exitDay, endDay, leaves, finishes }))
    const finished = hasLeft || finishes === undefined || finishes > monthIn(compiled, to) ? undefined : finishes
    const isDropout = exit >= 0 && group.dropouts.includes(exits[exit]!)
    return {
      referred,
      started,
      left: hasLeft ? { month: leaves, isDropout, isDated } : undefined,
      finished,
      ...decidedOf(results(row), group, (day) => monthOf(known(day))),
      ...looking(row),
      isWatched,
    }
  }

  /** Spells of a course end when somebody leaves it; a day of the end is of somebody who completed. */
  function isBefore(of: {
    exitDay: Day | undefined
    endDay: Day | undefined
    leaves: number
    finishes: number
  }): boolean {
    const { exitDay, endDay, leaves, finishes } = of
    if (exitDay === undefined || endDay === undefined) return leaves < finishes
    return group.completes === 'spell' ? exitDay <= endDay : exitDay < endDay
  }
}

const daysOfMonth = 365.2425 / 12

/** The nearest whole number of months, and at least one. */
const wholeMonths = (from: Day, until: Day): number => Math.max(1, Math.round((until - from) / daysOfMonth))

/** The first day outside the last spell; none while it goes on. */
function lastDayIn({ first, until }: MeasureFacts, row: number): Day {
  const spells = until.subarray(first[row], first[row + 1])
  return spells.length === 0 || spells.includes(STILL_GOING_ON) ? NO_DAY : Math.max(...spells)
}

/** The months in which the goal is looked at, and the last of them. */
function lookingOf(compiled: CompiledCase, group: FollowedGroup, plain: Context) {
  const goal = plain.agreement.goals.get(group.goal)!
  const occasions = compileSchedule(goal.when, { ...plain, goal }, group.goal)
  return (row: number): Pick<SeenLife, 'closes' | 'looks'> => {
    const { days, count } = occasions(rowOf(goal, plain, row))
    const known = [...days.slice(0, count)].filter((day) => day !== NO_DAY)
    const looks = [...new Set(known.map((day) => monthIn(compiled, day)))].sort((one, other) => one - other)
    return { closes: looks.at(-1), looks }
  }
}

/** The row of somebody, or of their whole agreement where the goal is that of a group. */
function rowOf(goal: Goal, { roster }: Context, row: number): Row {
  const agreement = roster.agreement[row]!
  return goal.for === 'each-subject' ? rowFor(row, agreement) : { ...rowFor(NOBODY, agreement), scope: agreement }
}

type Found = { is: SeenLife['result']; day: Day; isUnmeasured: boolean }

function resultsOf(results: GoalResults, { atLeast }: FollowedGroup): (row: number) => Found[] {
  return (row) => {
    const found: Found[] = []
    for (let at = results.first[row]!; at < results.first[row + 1]!; at++) {
      const quantity = results.quantity?.[at]
      const isReached =
        atLeast !== undefined && quantity !== undefined && !isMissing(quantity) && compare(quantity, atLeast) >= 0
      // What somebody's leaving has decided is not open any more, though its day is to come.
      const status = results.foregone[at]!
      const is = status === Status.measured ? (isReached ? 'met' : 'missed') : (plainResults[status] ?? 'open')
      found.push({ is, day: results.day[at]!, isUnmeasured: status === Status.unmeasured })
    }
    return found
  }
}

const plainResults: Readonly<Record<number, SeenLife['result']>> = {
  [Status.met]: 'met',
  [Status.missed]: 'missed',
  [Status.leftOut]: 'left-out',
}

/** Of a goal that counts people, what it makes of each of them on each of its dates. */
function answersOf(counted: expressions.Over, context: Context, group: FollowedGroup): (row: number) => Found[] {
  const goal = context.agreement.goals.get(group.goal)!
  const occasions = compileSchedule(goal.when, context, group.goal)
  const isTrue = compileCondition(counted.that!, context)
  const isAmong = counted.among === undefined ? undefined : compileCondition(counted.among, context)
  return (who) => {
    const dates = occasions(rowOf(goal, context, who))
    const row = rowFor(who, context.roster.agreement[who]!)
    return Array.from({ length: dates.count }, (_, index): Found => {
      standOnOccasion(row, dates, index)
      const { day } = row
      if (day === NO_DAY || day > context.to) return { is: 'open', day, isUnmeasured: false }
      if (context.countedFrom(who) > day || isAmong?.(row) === 0) return { is: 'left-out', day, isUnmeasured: false }
      const answer = isTrue(row)
      if (!isMissing(answer)) return { is: answer === 0 ? 'missed' : 'met', day, isUnmeasured: false }
      if (answer === UNMEASURED && counted.unmeasured === 'counted-as-no')
        return { is: 'missed', day, isUnmeasured: false }
      if (answer === UNMEASURED && counted.unmeasured === 'left-out')
        return { is: 'left-out', day, isUnmeasured: false }
      return { is: 'open', day, isUnmeasured: answer === UNMEASURED }
    })
  }
}

/** All of somebody's results of the goal as one: all or any of them, and the date that decided. */
function decidedOf(
  found: readonly Found[],
  { dates = 'all-dates' }: FollowedGroup,
  monthOf: (day: Day) => number | undefined,
): Pick<SeenLife, 'result' | 'decided' | 'isUnmeasured'> {
  const counted = found.filter(({ is }) => is !== 'left-out')
  const [decisive, otherwise] = dates === 'all-dates' ? (['missed', 'met'] as const) : (['met', 'missed'] as const)
  const deciding = counted.find(({ is }) => is === decisive)
  const isUnmeasured = deciding === undefined && counted.some((one) => one.isUnmeasured)
  if (deciding !== undefined) return { result: decisive, decided: monthOf(deciding.day), isUnmeasured }
  if (counted.length === 0) return { result: found.length > 0 ? 'left-out' : 'open', decided: undefined, isUnmeasured }
  if (counted.some(({ is }) => is === 'open')) return { result: 'open', decided: undefined, isUnmeasured }
  return { result: otherwise, decided: monthOf(counted.at(-1)!.day), isUnmeasured }
}
