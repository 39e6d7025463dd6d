/**
 * What is expected of a group from the end of a month on, when everything until then is as it was seen.
 *
 *     until the month   what was seen, counted
 *     waiting           who has not started: the assumed wait, given that it has lasted so long already
 *     in the course     the assumed risk of dropping out in what is left of it; then they complete
 *     result open       the assumed rate, in the assumed month
 *     to come           as planned and assumed
 *
 * Who has passed every month that is assumed - waited longer, stayed longer, or not been judged when success was to come -
 * is expected in the next month. Where a success would have been seen when it came, who has none by now has less to come: the
 * chance of the months left, given that it did not come before. Unmeasured is open, not failed. Nobody makes up for those who were planned and did not come.
 * Where nobody records who drops out, as many of those who started are taken to have done so as is assumed; where a result is looked
 * at on a date of its own, it came in the assumed months before it.
 */
import { leavingOf, referrals, serviceOf, startsOf, successesOf, waitingShares } from '../case/activity.ts'
import { type CompiledGroup, type Parameters, figure } from '../case/compiled.ts'
import { spreadOver } from '../case/spread.ts'
import { type SeenLife, type Unseen, baseMonth } from './observed.ts'

/** By month 0 … months; dropouts also by the month in which they had started. */
export type GroupFlows = {
  referred: Float64Array
  starts: Float64Array
  dropouts: Float64Array
  droppedByStart: Float64Array
  completions: Float64Array
  successes: Float64Array
}

type Ahead = {
  group: CompiledGroup
  parameters: Parameters
  /** The last month seen, and the last in which anything counts. */
  through: number
  limit: number
  unseen: ReadonlySet<Unseen>
  into: GroupFlows
}

/** What was seen through a month, and what is expected after it. */
export function flowsSeen(
  group: CompiledGroup,
  lives: readonly SeenLife[],
  {
    through,
    months,
    parameters,
    unseen,
  }: { through: number; months: number; parameters: Parameters; unseen: ReadonlySet<Unseen> },
): GroupFlows {
  const byMonth = () => new Float64Array(months + 1)
  const into: GroupFlows = {
    referred: byMonth(),
    starts: byMonth(),
    dropouts: byMonth(),
    droppedByStart: byMonth(),
    completions: byMonth(),
    successes: byMonth(),
  }
  const to: Ahead = { group, parameters, through, limit: Math.min(group.through, months), unseen, into }
  const planned = referrals(group, months, parameters)
  planned.fill(0, 0, through + 1)
  const starting = startsOf(group, planned, to.limit, parameters)
  for (const life of lives) {
    if (life.referred <= months) into.referred[life.referred]!++
    if (life.started === undefined) addWaiting(to, life, starting)
    else addStarted(to, life)
    addResult(to, life)
  }
  for (let month = 0; month <= months; month++) into.referred[month]! += planned[month]!
  addStarting(to, starting, planned)
  return into
}

function add({ limit }: Ahead, column: Float64Array, month: number, amount: number): void {
  if (month <= limit) column[month]! += amount
}

/** Who was referred and has neither started nor left. */
function addWaiting(to: Ahead, { referred, left }: SeenLife, starting: Float64Array): void {
  if (left !== undefined) return
  const { group, parameters, through, limit } = to
  const waiting = waitingShares(group.delay, limit, parameters)
  const willStart = 1 - figure(group.notStarted, parameters)
  const waited = through - referred
  let later = 0
  for (let wait = waited + 1; wait < waiting.length; wait++) later += waiting[wait]!
  if (later < nothingLeft) return add(to, starting, through + 1, willStart)
  const remaining = 1 - willStart + willStart * later
  for (let wait = waited + 1; wait < waiting.length; wait++)
    add(to, starting, referred + wait, (willStart * waiting[wait]!) / remaining)
}

/** Where a chance is smaller than this nothing is left of it but rounding. */
const nothingLeft = 1e-9

function addStarted(to: Ahead, life: SeenLife): void {
  const { into } = to
  const { started, left, finished } = life
  add(to, into.starts, started!, 1)
  if (to.unseen.has('dropout')) return addUnseenCourse(to, started!)
  if (finished !== undefined) return add(to, into.completions, finished, 1)
  if (left === undefined) return addInCourse(to, life)
  if (left.month > to.limit) return
  into.dropouts[left.month]!++
  add(to, into.droppedByStart, started!, 1)
}

/** The assumed course of somebody of whom nobody records whether they left it. */
function addUnseenCourse(to: Ahead, started: number): void {
  const { group, parameters, limit, into } = to
  let staying = 1
  for (const [age, share] of leavingOf(group, parameters).entries()) {
    add(to, into.dropouts, started + age, share)
    if (started + age <= limit) add(to, into.droppedByStart, started, share)
    staying -= share
  }
  add(to, into.completions, started + group.course - 1, staying)
}

/** The months that are left of the course of somebody who is in it. */
function addInCourse(to: Ahead, { started, result, isWatched }: SeenLife): void {
  const { group, parameters, through, into } = to
  const leaving = leavingOf(group, parameters)
  const first = Math.max(0, through + 1 - started!)
  let still = 1
  for (let age = 0; age < Math.min(first, leaving.length); age++) still -= leaving[age]!
  let staying = 1
  for (let age = first; age < group.course; age++) {
    const share = still < nothingLeft ? 0 : leaving[age]! / still
    const month = started! + age
    add(to, into.dropouts, month, share)
    if (month <= to.limit) add(to, into.droppedByStart, started!, share)
    staying -= share
  }
  const end = Math.max(started! + group.course - 1, through + 1)
  add(to, into.completions, end, staying)
  if (group.success.of === 'completed' && result === 'open') addChances(to, { base: end, people: staying, isWatched })
}

/** A result that is known, or one that may still come for somebody the rate is already a share of. */
function addResult(to: Ahead, life: SeenLife): void {
  if (life.result === 'met') return addMet(to, life)
  const base = baseMonth(life, to.group.success.of)
  if (life.result !== 'open' || base === undefined) return
  const { group, parameters, unseen } = to
  const dropout = group.success.of === 'completed' && unseen.has('dropout') ? group.dropout : undefined
  const people = dropout === undefined ? 1 : 1 - figure(dropout.share, parameters)
  addChances(to, { base, people, isWatched: life.isWatched })
}

/** A success in the month it came; or where nobody saw it come, in the assumed months until it was looked at. */
function addMet(to: Ahead, life: SeenLife): void {
  const { group, parameters, unseen, into } = to
  const { success } = group
  const base = baseMonth(life, success.of)
  if (!unseen.has('success-month') || base === undefined) return add(to, into.successes, life.decided!, 1)
  const first = base + (success.of === 'completed' ? 1 : 0)
  const chances = spreadOver(figure(success.rate, parameters), success.within, success.spread)
  const until = chances.subarray(0, Math.max(0, life.decided! - first + 1))
  const all = until.reduce((sum, chance) => sum + chance, 0)
  if (all === 0) return add(to, into.successes, life.decided!, 1)
  for (const [wait, chance] of until.entries()) add(to, into.successes, first + wait, chance / all)
}

/** The assumed chances of success in the months after a base month, none of them before the next month. */
function addChances(
  to: Ahead,
  { base, people, isWatched }: { base: number; people: number; isWatched: boolean },
): void {
  const { group, parameters, through, into } = to
  const { success } = group
  const first = base + (success.of === 'completed' ? 1 : 0)
  const chances = spreadOver(figure(success.rate, parameters), success.within, success.spread)
  const passed = isWatched ? Math.max(0, through + 1 - first) : 0
  let none = 1
  for (let wait = 0; wait < Math.min(passed, chances.length); wait++) none -= chances[wait]!
  for (let wait = passed; wait < chances.length && none > nothingLeft; wait++)
    add(to, into.successes, Math.max(first + wait, through + 1), (people * chances[wait]!) / none)
}

/** Everybody who is expected to start: of those waiting, and of those still to be referred. */
function addStarting(to: Ahead, starting: Float64Array, planned: Float64Array): void {
  const { group, parameters, limit, into } = to
  const service = serviceOf(group, starting, limit, parameters)
  const leaving = leavingOf(group, parameters)
  const base = { completed: service.completions, started: starting, referred: planned }[group.success.of]
  const successes = successesOf(group, base, figure(group.success.rate, parameters), limit)
  for (let month = 0; month <= limit; month++) {
    into.starts[month]! += starting[month]!
    into.dropouts[month]! += service.dropouts[month]!
    into.completions[month]! += service.completions[month]!
    into.successes[month]! += successes[month]!
    for (let age = 0; age < leaving.length && month + age <= limit; age++)
      into.droppedByStart[month]! += starting[month]! * leaving[age]!
  }
}
