/**
 * Results: what came of each goal for each subject on each occasion, as columns.
 *
 *     met · missed · unmeasured · not due · left out · measured (a quantity without a yes or no)
 *
 * Rows are ordered by subject and date. There are no kroner here. A result knows only its row; why it is so is
 * worked out again when somebody asks (`reasons.ts`), by the same operators.
 */
import { type Day } from '../base/index.ts'
import { type Goal, expressionsOf, isOfOccasion, walk, type Agreement, type expressions } from '../terms/index.ts'
import { compileCondition, compileValue } from './compile.ts'
import { type Context } from './context.ts'
import { compileDay, ownOrFamilysDay } from './days.ts'
import { NO_DAY } from '../measurement/index.ts'
import { NOBODY, type Row, rowFor } from './row.ts'
import { decidedBy } from './logic.ts'
import { type GoalResults, Status, type StatusCode } from './goal-results.ts'
import { type Decided, ResultRows } from './result-rows.ts'
import { compileSchedule, standOnOccasion } from './schedule.ts'
import { type Missing, NOT_DUE, UNMEASURED, type Value, isMissing } from './value.ts'

/** One version of the terms, and which of the results it decides. */
export type Version = { context: Context; governs: (who: number, day: Day) => boolean }

/** The order in which goals are decided, so that a goal comes after those it rests on in any version. */
export function goalOrder(agreements: readonly Agreement[]): string[] {
  const rests = new Map<string, Set<string>>()
  for (const agreement of agreements) {
    for (const goal of agreement.goals.keys()) rests.set(goal, rests.get(goal) ?? new Set())
    for (const { in: path, node } of expressionsOf(agreement)) {
      const on = rests.get(/^goals\.(.+)$/.exec(path)?.[1] ?? '')
      walk(node, (inner) => {
        if (inner.kind === 'met') on?.add(inner.met)
        if (inner.kind === 'result-of') on?.add(inner.resultOf)
      })
    }
  }
  const order: string[] = []
  const place = (goal: string, above: readonly string[]) => {
    if (order.includes(goal) || above.includes(goal) || !rests.has(goal)) return
    for (const before of rests.get(goal)!) place(before, [...above, goal])
    order.push(goal)
  }
  for (const goal of rests.keys()) place(goal, [])
  return order
}

/** Decides one goal in every version of the terms that has it. */
export function decideGoal(name: string, versions: readonly Version[]): GoalResults {
  const goals = versions.map(({ context }) => context.agreement.goals.get(name))
  const first = goals.find((goal) => goal !== undefined)!
  const { roster } = versions[0]!.context
  const rows = new ResultRows(
    name,
    isOfGroups(first),
    goals.some((goal) => goal?.quantity !== undefined),
  )
  const deciders = versions.flatMap(({ context, governs }, index) => {
    const goal = goals[index]
    if (goal === undefined) return []
    return compileDecision(name, goal, context, (row, decided) => {
      if (governs(row.who, row.day)) rows.add(row, decided, index)
    })
  })
  const decideAll = (row: Row) => {
    for (const decideRow of deciders) decideRow(row)
  }
  if (isOfGroups(first)) {
    for (const scope of scopesOf(first, versions[0]!.context)) {
      const row = rowFor(NOBODY, versions[0]!.context.scopes[scope]!.agreement)
      row.scope = scope
      decideAll(row)
    }
  } else {
    const row = rowFor(0, 0)
    for (const who of subjectsOf(first, versions[0]!.context)) {
      row.who = who
      row.agreement = roster.agreement[who]!
      decideAll(row)
    }
  }
  return rows.finish(roster.count)
}

const isOfGroups = (goal: Goal): boolean => !['each-subject', 'each-child', 'each-parent'].includes(goal.for)

/** The groups a goal is decided for, as indexes into the context's scopes. */
function scopesOf(goal: Goal, context: Context): number[] {
  const kinds = { 'the-group': '', 'each-cohort': 'cohort:', 'each-authority': 'authority:', 'each-track': 'track:' }
  const prefix = kinds[goal.for as keyof typeof kinds]
  return context.scopes.flatMap(({ key }, index) => {
    if (prefix === '') return key === '' ? [index] : []
    return key.startsWith(prefix === 'cohort:' ? `cohort:${goal.cohort ?? ''}:` : prefix) ? [index] : []
  })
}

/** The roster rows a goal is decided for, in order: all counted subjects, or their children or parents. */
function subjectsOf(goal: Goal, context: Context): Int32Array {
  const { roster, scopes } = context
  const agreements = scopes.filter((scope) => scope.key === '')
  if (goal.for === 'each-subject' && agreements.length === 1) return agreements[0]!.people
  const counted = new Uint8Array(roster.count)
  for (const { people } of agreements) for (const who of people) counted[who] = 1
  const unit = { 'each-child': 2, 'each-parent': 3 }[goal.for as 'each-child']
  return rowsWhere(roster.count, (who) => {
    if (unit === undefined) return counted[who] === 1
    const family = roster.memberOf[who]!
    return roster.unit[who] === unit && (counted[who] === 1 || (family >= 0 && counted[family] === 1))
  })
}

function rowsWhere(count: number, isWanted: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count)
  let found = 0
  for (let row = 0; row < count; row++) if (isWanted(row)) rows[found++] = row
  return rows.subarray(0, found)
}

/** Told of a result while the row stands on its occasion. */
type Found = (row: Row, decided: Decided) => void

/** Decides a goal for one row's subject, calling `found` for each occasion in order. */
function compileDecision(name: string, goal: Goal, plain: Context, found: Found): (row: Row) => void {
  const context: Context = { ...plain, goal }
  const occasions = compileSchedule(goal.when, context, name)
  const isIn = goal.who === undefined || isAskedByDate(goal, context) ? undefined : compileCondition(goal.who, context)
  const decideOccasion = compileIfAbout(goal, context)
  const together = goal.when.decided === 'each-date' ? undefined : goal.when.decided
  return (row) => {
    if (isIn !== undefined) {
      row.day = NO_DAY
      const counts = isIn(row)
      if (counts === 0 || isMissing(counts)) {
        if (counts === 0) return
        decideAll(row, (standing) => uncertain(standing, counts))
        return
      }
    }
    decideAll(row, decideOccasion)
  }

  function decideAll(row: Row, decideOne: (row: Row) => Decided | undefined): void {
    const due = occasions(row)
    const results: Result[] = []
    for (let at = 0; at < due.count; at++) {
      standOnOccasion(row, due, at)
      const decided = decideOne(row)
      if (decided === undefined) continue
      if (together === undefined) found(row, decided)
      else results.push({ day: row.day, previous: row.previous, number: row.number, ...decided })
    }
    if (together === undefined || results.length === 0) return
    const one = decidingOf(results, together)
    const isDecisive = one.status === decisiveIn[together]
    const isOpen = one.status === Status.notDue
    // While one of the days is not known, neither is the day on which they are decided together.
    const isUnknown = isOpen && results.some(({ day }) => day === NO_DAY)
    const day = isDecisive ? one.day : isUnknown ? NO_DAY : results.at(-1)!.day
    Object.assign(row, { day, previous: results[0]!.previous, number: 1 })
    found(row, { ...one, foregone: isOpen ? decidingOf(foreseen(results), together).status : one.status })
  }

  function foreseen(results: readonly Result[]): Result[] {
    return results.map((result) => ({ ...result, status: result.foregone }))
  }

  /** Nobody owes anything on a day to come, whoever it may turn out to be about. */
  function uncertain(row: Row, counts: Missing): Decided {
    const isToCome = row.day === NO_DAY || row.day > context.to
    const status = isToCome ? Status.notDue : statusOfMissing(counts, goal)
    return { status, quantity: counts, foregone: isToCome ? foregoneOf(goal, context, row) : status }
  }
}

type Result = Decided & { day: Day; previous: Day; number: number }

const decisiveIn = { 'all-dates': Status.missed, 'any-date': Status.met } as const

/**
 * Several dates decided as one: met when all are, or when one is. The date that decides, or that is waited for, or the last.
 * A date that is left out is as if it were not there, unless they all are.
 */
function decidingOf(results: readonly Result[], decided: 'all-dates' | 'any-date'): Result {
  const first = (wanted: StatusCode) => results.find(({ status }) => status === wanted)
  return (
    first(decisiveIn[decided]) ??
    first(Status.notDue) ??
    first(Status.unmeasured) ??
    results.findLast(({ status }) => status !== Status.leftOut) ??
    results.at(-1)!
  )
}

/** Puts the row of a goal that several dates decide together on the date that decided it. */
export function standOnDeciding(name: string, goal: Goal, context: Context, row: Row): void {
  const { decided } = goal.when
  if (decided !== 'all-dates' && decided !== 'any-date') return
  const occasions = compileSchedule(goal.when, context, name)(row)
  const decideOccasion = compileIfAbout(goal, context)
  const results: Result[] = []
  for (let at = 0; at < occasions.count; at++) {
    standOnOccasion(row, occasions, at)
    const decided = decideOccasion(row)
    if (decided === undefined) continue
    results.push({ ...decided, day: row.day, previous: row.previous, number: row.number })
  }
  if (results.length === 0) return
  const { day, previous, number, quantity } = decidingOf(results, decided)
  Object.assign(row, { day, previous, number, quantity })
}

/**
 * Whether the goal's `who` may change from date to date: `who: { met: first-goal, dates: any-date-so-far }`. People counted of
 * a group are those who counted by the date, so that who starts later changes no earlier result.
 */
export const isAskedByDate = (goal: Goal, { agreement }: Context): boolean =>
  goal.who !== undefined && (isOfOccasion(goal.who, agreement) || (isOfGroups(goal) && looksOverPeople(goal.who)))

function looksOverPeople(node: expressions.Expression): boolean {
  let looks = false
  walk(node, (inner) => (looks ||= inner.kind === 'over' && inner.over === 'people'))
  return looks
}

/** Decides the occasion the row stands on; nothing, where the goal is not about the row's subject on that day. */
function compileIfAbout(goal: Goal, context: Context): (row: Row) => Decided | undefined {
  const decideOccasion = compileOccasion(goal, context)
  if (goal.who === undefined || !isAskedByDate(goal, context)) return decideOccasion
  const isIn = compileCondition(goal.who, context)
  // Whoever the goal is not about on any day has nothing to wait for either.
  const lasting = (goal.who.kind === 'all' ? goal.who.all : []).filter((part) => !isOfOccasion(part, context.agreement))
  const mayBeIn = decidedBy(
    lasting.map((part) => compileCondition(part, context)),
    0,
  )
  return (row) => {
    // An occasion to come is decided without asking who it is about: it is not due, or foregone by whoever has left.
    if (row.day === NO_DAY || row.day > context.to) return mayBeIn(row) === 0 ? undefined : decideOccasion(row)
    const counts = isIn(row)
    if (isMissing(counts)) {
      const status = statusOfMissing(counts, goal)
      return { status, foregone: status, quantity: counts }
    }
    return counts === 0 ? undefined : decideOccasion(row)
  }
}

/** Decides the occasion the row stands on. The answer is used again for the next. */
function compileOccasion(goal: Goal, context: Context): (row: Row) => Decided {
  const statusFor = compileStatus(goal, context)
  const quantity = goal.quantity === undefined ? undefined : compileValue(goal.quantity, context)
  const seenTo = goal.seenTo === undefined ? undefined : compileDay(goal.seenTo, context)
  const proofBy =
    goal.proofBy === undefined || goal.lateProof !== 'lost' ? undefined : compileDay(goal.proofBy, context)
  const { observedTo } = context.roster.days
  const { to } = context
  const decided: Decided = { status: Status.unmeasured, foregone: Status.unmeasured, quantity: UNMEASURED }
  const result = (status: StatusCode, quantity: Value, foregone = status): Decided => {
    decided.status = status
    decided.foregone = foregone
    decided.quantity = quantity
    return decided
  }

  return (row) => {
    const { day } = row
    if (day === NO_DAY || day > to) return result(Status.notDue, NOT_DUE, foregoneOf(goal, context, row))
    const left = leaverRule(goal, context, row)
    if (left !== undefined) return result(left, UNMEASURED)
    if (seenTo !== undefined && row.who !== NOBODY) {
      const end = ownOrFamilysDay(context, observedTo, row)
      if (seenTo(row) === NO_DAY) return result(Status.notDue, NOT_DUE)
      if (end !== NO_DAY && end < seenTo(row)) return result(notSeen[goal.notSeen ?? 'unmeasured'], UNMEASURED)
    }
    if (proofBy !== undefined && proofBy(row) < context.knownAt) {
      return compileOccasion({ ...goal, lateProof: 'next-statement' }, onlyKnownBy(context, proofBy(row)))(row)
    }
    const amount = quantity?.(row) ?? UNMEASURED
    row.quantity = amount
    return result(statusFor(row), amount)
  }
}

/** The status that the row's quantity gives on its occasion: by the goal's condition, or by being measured. */
export function compileStatus(goal: Goal, context: Context): (row: Row) => StatusCode {
  if (goal.met === undefined) {
    return ({ quantity }) => (isMissing(quantity) ? statusOfMissing(quantity, goal) : Status.measured)
  }
  const met = compileCondition(goal.met, context)
  return (row) => {
    const answer = met(row)
    if (isMissing(answer)) return statusOfMissing(answer, goal)
    return answer === 0 ? Status.missed : Status.met
  }
}

function onlyKnownBy(context: Context, day: Day): Context {
  return { ...context, knownAt: day, facts: context.knownBy(day) }
}

const notSeen = { unmeasured: Status.unmeasured, missed: Status.missed, 'left-out': Status.leftOut } as const

/**
 * What an occasion to come will be for somebody who has left already: missed, met or left out where the terms say so, otherwise
 * not due. An occasion without a day may never come, and is then not met.
 */
function foregoneOf(goal: Goal, context: Context, row: Row): StatusCode {
  const { day } = row
  row.day = context.to
  const rule = leaverRule(goal, context, row)
  row.day = day
  const isKnown = rule === Status.missed || rule === Status.leftOut || (rule === Status.met && day !== NO_DAY)
  return isKnown ? rule : Status.notDue
}

/** What the terms say of somebody who had left before the occasion. Nothing, if they are to be judged as measured. */
function leaverRule(goal: Goal, context: Context, row: Row): StatusCode | undefined {
  if (goal.leavers === undefined || row.who === NOBODY) return undefined
  const { roster } = context
  const own = roster.exit[row.who]!
  const who = own < 0 && roster.memberOf[row.who]! >= 0 ? roster.memberOf[row.who]! : row.who
  const exit = roster.exit[who]!
  if (exit < 0) return undefined
  const left = roster.days.exitOn[who]!
  if (left !== NO_DAY && left > row.day) return undefined
  const rule = goal.leavers.get(roster.exits[exit]!)
  if (rule === undefined || rule === 'as-measured') return undefined
  return { waits: Status.unmeasured, missed: Status.missed, met: Status.met, 'left-out': Status.leftOut }[rule]
}

function statusOfMissing(missing: Value, goal: Goal): StatusCode {
  if (missing === NOT_DUE) return Status.notDue
  return { waits: Status.unmeasured, missed: Status.missed, met: Status.met, 'left-out': Status.leftOut }[
    goal.unmeasured
  ]
}
