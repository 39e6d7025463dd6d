/**
 * What a contract's facts show of the people of a case, as lives without names, and what was settled.
 *
 *     people.csv: referral, start, end, way out   →   months of the case          results of the goal   →   met, missed, open
 *     settlements at the end of each period       →   kroner by month and payer
 *
 * Referred is the day of referral, or of the start where no other is known. Results are those of settlement, as of the same day.
 * The months before the day are told with what is known on it, not with what was known then.
 */
import { type Day, compare } from '../core/base/index.ts'
import { NO_DAY, type Roster } from '../core/measurement/index.ts'
import {
  type Context,
  type GoalResults,
  type Outcomes,
  NOBODY,
  Status,
  compileCondition,
  compileSchedule,
  groupNames,
  isMissing,
  rowFor,
} from '../core/outcomes/index.ts'
import {
  type CompiledCase,
  type ContractView,
  type FollowedGroup,
  type Observed,
  type SeenLife,
} from '../core/valuation/index.ts'
import { monthIn } from './case-months.ts'
import { everybody } from './link-followed.ts'
import { type OpenContract } from './open-contract.ts'
import { type Settling, observePayments } from './observe-payments.ts'

export type ObservedCase = {
  observed: Observed
  /** People of the contract who are in no group that is followed, and in several. */
  unplaced: number
  doubled: number
}

/** As of the end of a month. The contract can be settled, and the case is tied to it without a fault. */
export function observeCase(
  compiled: CompiledCase,
  view: ContractView,
  { contract, to, settle }: { contract: OpenContract; to: Day; settle: Settling },
): ObservedCase {
  const { outcomes } = settle(contract, { to }).readings[0]!.settled
  const context = outcomes.contexts.at(-1)!
  const groups = compiled.groups.map(({ name }) => view.followed?.get(name))
  const isIn = groups.map((group) => (group === undefined ? () => false : membership(group, context)))
  const tellers = groups.map((group, index) =>
    group === undefined
      ? undefined
      : lifeTeller({ compiled, group, outcomes, to, course: compiled.groups[index]!.course }),
  )
  const lives: (SeenLife[] | undefined)[] = groups.map((group) => (group === undefined ? undefined : []))
  let [unplaced, doubled] = [0, 0]
  for (const who of peopleOf(context)) {
    const places = groups.flatMap((_, index) => (isIn[index]!(who) ? [index] : []))
    if (places.length === 0) unplaced++
    if (places.length > 1) doubled++
    for (const place of places) lives[place]!.push(tellers[place]!(who))
  }
  const through = Math.min(monthIn(compiled, to), compiled.months)
  const payments = observePayments(compiled, view, { contract, to, settle })
  return { observed: { through, groups: lives, payments }, unplaced, doubled }
}

/** Everybody the contract is about who has been referred by the day: families, or persons; pilots if they count. */
function peopleOf({ agreement, roster, to }: Context): number[] {
  const unit = agreement.people.subject === 'family' ? 1 : 0
  const rows = Array.from({ length: roster.count }, (_, row) => row)
  return rows.filter((row) => {
    const isCounted = agreement.people.pilot !== 'not-counted' || roster.pilot[row] !== 1
    const day = referralOf(roster, row)
    return roster.unit[row] === unit && isCounted && day !== NO_DAY && day <= to
  })
}

function referralOf({ days }: Roster, row: number): Day {
  return days.referral[row] === NO_DAY ? days.start[row]! : days.referral[row]!
}

function membership({ who }: FollowedGroup, context: Context): (row: number) => boolean {
  if (who === everybody) return () => true
  const group = context.agreement.groups?.get(who)
  if (group === undefined) return (row) => groupNames(context, row, NOBODY).includes(who)
  const condition = compileCondition(group.who, context)
  return (row) => condition(rowFor(row, context.roster.agreement[row]!)) === 1
}

type Telling = { compiled: CompiledCase; group: FollowedGroup; outcomes: Outcomes; to: Day; course: number }

function lifeTeller({ compiled, group, outcomes, to, course }: Telling): (row: number) => SeenLife {
  const context = outcomes.contexts.at(-1)!
  const { roster } = context
  const { days, exits } = roster
  const results = outcomes.results.get(group.goal)!
  const closing = closingDay(group, context)
  const { decided } = context.agreement.goals.get(group.goal)!.when
  // Any of several dates is enough: whoever has not met the goal on those that have passed has not met it yet.
  const isWatched = decided === 'any-date' || (decided === 'each-date' && group.dates === 'any-date')
  const monthOf = (day: Day): number | undefined => (day === NO_DAY || day > to ? undefined : monthIn(compiled, day))
  return (row) => {
    const referred = monthIn(compiled, referralOf(roster, row))
    const started = monthOf(days.start[row]!)
    const ended =
      group.completes === 'end' ? monthOf(days.end[row]!) : started === undefined ? undefined : started + course - 1
    const exit = roster.exit[row]!
    // An exit without a day is taken to have been from the beginning.
    const exitOn =
      exit < 0 ? undefined : days.exitOn[row] === NO_DAY ? (started ?? referred) : monthOf(days.exitOn[row]!)
    const hasLeft = exitOn !== undefined && (ended === undefined || exitOn < ended)
    const isDropout = exit >= 0 && group.dropouts.includes(exits[exit]!)
    const finished = hasLeft || ended === undefined || ended > monthIn(compiled, to) ? undefined : ended
    return {
      referred,
      started,
      left: hasLeft ? { month: exitOn, isDropout } : undefined,
      finished,
      ...resultOf(results, row, group, monthOf),
      closes: closing(row),
      isWatched,
    }
  }

  function closingDay(followed: FollowedGroup, plain: Context): (row: number) => number | undefined {
    const goal = plain.agreement.goals.get(followed.goal)!
    const occasions = compileSchedule(goal.when, { ...plain, goal }, followed.goal)
    return (row) => {
      const { days: dates, count } = occasions(rowFor(row, roster.agreement[row]!))
      const last = count === 0 ? NO_DAY : Math.max(...dates.slice(0, count))
      return last === NO_DAY ? undefined : monthIn(compiled, last)
    }
  }
}

/** All of somebody's results of the goal as one: all or any of them, and the date that decided. */
function resultOf(
  results: GoalResults,
  row: number,
  { dates = 'all-dates', atLeast }: FollowedGroup,
  monthOf: (day: Day) => number | undefined,
): Pick<SeenLife, 'result' | 'decided' | 'isUnmeasured'> {
  const found: { is: SeenLife['result']; day: Day; isUnmeasured: boolean }[] = []
  for (let at = results.first[row]!; at < results.first[row + 1]!; at++) {
    const quantity = results.quantity?.[at]
    const isReached =
      atLeast !== undefined && quantity !== undefined && !isMissing(quantity) && compare(quantity, atLeast) >= 0
    const status = results.status[at]!
    const is = status === Status.measured ? (isReached ? 'met' : 'missed') : (plainResults[status] ?? 'open')
    found.push({ is, day: results.day[at]!, isUnmeasured: status === Status.unmeasured })
  }
  const counted = found.filter(({ is }) => is !== 'left-out')
  const [decisive, otherwise] = dates === 'all-dates' ? (['missed', 'met'] as const) : (['met', 'missed'] as const)
  const deciding = counted.find(({ is }) => is === decisive)
  const isUnmeasured = deciding === undefined && counted.some((one) => one.isUnmeasured)
  if (deciding !== undefined) return { result: decisive, decided: monthOf(deciding.day), isUnmeasured }
  if (counted.length === 0) return { result: found.length > 0 ? 'left-out' : 'open', decided: undefined, isUnmeasured }
  if (counted.some(({ is }) => is === 'open')) return { result: 'open', decided: undefined, isUnmeasured }
  return { result: otherwise, decided: monthOf(counted.at(-1)!.day), isUnmeasured }
}

const plainResults: Readonly<Record<number, SeenLife['result']>> = {
  [Status.met]: 'met',
  [Status.missed]: 'missed',
  [Status.leftOut]: 'left-out',
}
