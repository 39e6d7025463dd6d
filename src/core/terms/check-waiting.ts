/**
 * Waiting: a figure of several people waits for nobody's day that may never come.
 *
 *     over: people, that: { met: kept, dates: any-date }          kept is decided at first job + 13 weeks
 *       asked:  dates: any-date-so-far                            who has no job by the figure's day has not kept one
 *               among: { reached: first job + 13 weeks, by: occasion }                    not counted at all
 *
 *     over: people, that: { time-in: job, …, window: { from: first job, until: first job + 13 weeks }, … }
 *       asked:  { all: [{ reached: first job + 13 weeks, by: occasion }, … ] }            counted as no
 *               among: { reached: first job + 13 weeks, by: occasion }                    not counted at all
 *
 * One person without a job would otherwise hold up the share of all the others for ever, and what it pays. Nothing is
 * asked where the terms have already said that the day must have come: by `reached`, by at least one of the events, or by
 * another goal that is met on such a day. A goal that decides a figure is looked through as if it stood in it.
 *
 * Problem: wait-endless.
 */
import { type Choice, type Place, compare, problem } from '../base/index.ts'
import { type Goal } from './agreement.ts'
import {
  type Checking,
  type ClauseText,
  clausesOf,
  daysIn,
  insertedIn,
  instead,
  isWritten,
  mapOfRecord,
  scheduleDays,
} from './checking.ts'
import { type Compare, type Condition, type DayExpression, type Expression, type Over } from './expression.ts'
import { isGroupRow, rowOfGoal } from './rows.ts'
import { childrenOf } from './walk.ts'

/** Where an expression stands: the figure it is counted in, the condition around it, and what is known to have come. */
type Standing = { over?: Over; condition?: Condition; come: ReadonlySet<string> }

/** `by` is the day by which a day must have come: the figure's own, or the agreement's last where the clause has none. */
type Looking = { to: Checking; goal: Goal | undefined; told: Set<string>; by: 'occasion' | 'agreement end' }

export function checkWaiting(to: Checking): void {
  const clauses = clausesOf(to.agreement)
  const told = new Set<string>()
  const held = goalsHeldFor(to, clauses)
  for (const clause of clauses) {
    const { goal } = clause
    const isHeld = clause.kind === 'goal' && held.has(clause.name)
    const come = new Set(clause.kind === 'goal' && goal !== undefined ? comeWithin(to, goal, isHeld) : [])
    const by = clause.kind === 'goal' || clause.kind === 'payment' ? 'occasion' : 'agreement end'
    const looking: Looking = { to, goal, told, by }
    for (const { node } of clause.expressions) look(looking, node, { come }, isHeld)
    if (isHeld && goal?.seenTo !== undefined && mayNeverCome(to, goal.seenTo, goal, come) !== undefined) {
      tell(looking, goal.seenTo.at, goal.seenTo, [
        { ...instead(goal.seenTo.at, 'occasion'), paste: 'seen-to: occasion' },
      ])
    }
  }
}

/** What has come when a goal is decided: all that its day is counted from, and of those within a family the family's own days. */
function comeWithin(to: Checking, goal: Goal, isHeld: boolean): string[] {
  if (isGroupRow(rowOfGoal(to.agreement, goal))) return []
  return comeOnDayOf(to, goal).filter((from) => isHeld || !from.startsWith(eventPrefix))
}

/** The goals of single people whose results decide a figure of several, or another such goal. */
function goalsHeldFor(to: Checking, clauses: readonly ClauseText[]): Set<string> {
  const held = new Set<string>()
  const add = (node: Expression, isInside: boolean): void => {
    const name = node.kind === 'met' ? node.met : node.kind === 'result-of' ? node.resultOf : undefined
    const goal = to.agreement.goals.get(name ?? '')
    if (isInside && goal !== undefined && !held.has(name!) && !isGroupRow(rowOfGoal(to.agreement, goal))) {
      held.add(name!)
      for (const inner of [goal.who, goal.met, goal.quantity]) if (inner !== undefined) add(inner, true)
    }
    for (const child of childrenOf(node)) add(child, isInside || isOfPeople(node))
  }
  for (const { expressions } of clauses) for (const { node } of expressions) add(node, false)
  return held
}

const isOfPeople = (node: Expression): boolean =>
  node.kind === 'over' && ['people', 'children', 'parents', 'members'].includes(node.over ?? '')

function look(looking: Looking, node: Expression, standing: Standing, isInside: boolean): void {
  const { to } = looking
  if (isInside) lookAt(looking, node, standing)
  switch (node.kind) {
    case 'over': {
      const among = node.among === undefined ? [] : come(to, looking.goal, node.among)
      const inside = isOfPeople(node) ? { over: node, come: standing.come } : standing
      if (node.among !== undefined) look(looking, node.among, inside, isInside || isOfPeople(node))
      const counted = { ...inside, come: new Set([...standing.come, ...among]) }
      for (const child of [node.of, node.that]) {
        if (child !== undefined) look(looking, child, counted, isInside || isOfPeople(node))
      }
      return
    }
    case 'all': {
      const known = new Set([...standing.come, ...come(to, looking.goal, node)])
      for (const child of node.all ?? []) look(looking, child, { ...standing, come: known }, isInside)
      return
    }
    case 'if': {
      const [yes, no] = [come(to, looking.goal, node.if), come(to, looking.goal, negated(node.if))]
      const after = (known: readonly string[]) => ({ ...standing, come: new Set([...standing.come, ...known]) })
      if (node.if !== undefined) look(looking, node.if, standing, isInside)
      if (node.then !== undefined) look(looking, node.then, after(yes), isInside)
      if (node.else !== undefined) look(looking, node.else, after(no), isInside)
      return
    }
    default: {
      const inner = node.kind === 'compare' ? { ...standing, condition: node } : standing
      for (const child of childrenOf(node)) look(looking, child, inner, isInside)
    }
  }
}

/** Asks what becomes of whoever never has a day that the node itself waits for. */
function lookAt(looking: Looking, node: Expression, standing: Standing): void {
  if (node.kind === 'met' || node.kind === 'result-of') return lookAtGoal(looking, node, standing)
  if (node.kind === 'reached' || node.kind === 'left' || node.kind === 'time-between') return
  const inside = new Set(childrenOf(node).flatMap((child) => daysIn(child)))
  const own = daysIn(node).filter((day) => !inside.has(day) && isOpen(looking, day, standing))
  const last = own.at(-1)
  if (last === undefined) return
  const at = 'window' in node ? node.window.at : last.at
  tell(looking, at, last, waysFor(looking, last, standing, node.kind === 'observed-to' ? node : standing.condition))
}

const isOpen = ({ to, goal }: Looking, day: DayExpression, { come }: Standing): boolean =>
  mayNeverCome(to, day, goal, come) !== undefined

/** A goal on such a day has no date yet for some; the dates so far are those that have come. */
function lookAtGoal(looking: Looking, node: Expression, standing: Standing): void {
  if (node.kind !== 'met' && node.kind !== 'result-of') return
  const { to } = looking
  const { come } = standing
  const name = node.kind === 'met' ? node.met : node.resultOf
  const goal = to.agreement.goals.get(name)
  const soFar =
    node.kind === 'met'
      ? { 'any-date': 'any-date-so-far', 'every-date': 'every-date-so-far' }[node.dates as 'any-date']
      : node.as === 'quantity' && node.dates === 'all-dates'
        ? 'dates-so-far'
        : undefined
  if (goal === undefined || soFar === undefined || goal.when?.each !== undefined) return
  if (isGroupRow(rowOfGoal(to.agreement, goal))) return
  const isOpenDay = (each: DayExpression | undefined) =>
    each !== undefined && mayNeverCome(to, each, goal, come) !== undefined
  const day = scheduleDays(goal.when).find(isOpenDay)
  const at = node.places['dates']
  if (day === undefined || at === undefined) return
  // The other goal's own names for days mean nothing here.
  const among = day.base.of === 'named' ? [] : waysFor(looking, day, standing, undefined)
  tell(looking, at, day, [{ ...instead(at, soFar), paste: `dates: ${soFar}` }, ...among], name)
}

function tell({ to, told }: Looking, at: Place, day: DayExpression, choices: Choice[], goal = ''): void {
  const key = `${at.file}:${String(at.line)}:${String(at.column)}`
  if (told.has(key)) return
  told.add(key)
  to.problems.push(problem('wait-endless', 'unsettled', at, { path: day.path, day: day.text, goal }, choices))
}

/** Counted as no by what is asked of each, or not counted at all by who is counted. */
function waysFor(
  { to, by }: Looking,
  { text }: DayExpression,
  { over }: Standing,
  condition: Condition | undefined,
): Choice[] {
  const reached = `{ reached: ${text}, by: ${by} }`
  const ways: Choice[] = []
  if (condition !== undefined) ways.push(around(to, condition, `{ all: [${reached}, `, '] }'))
  if (over === undefined) return ways
  if (!isWritten(over, 'among')) ways.push(insertedIn(to, over, `among: ${reached}`))
  else if (over.among === undefined) {
    ways.push({ ...instead(over.places['among']!, reached), paste: `among: ${reached}` })
  } else ways.push(around(to, over.among, `{ all: [${reached}, `, '] }', 'among: '))
  return ways
}

/** Puts something before and after a condition that is written in braces. */
function around(to: Checking, node: Condition, before: string, after: string, key = ''): Choice {
  const paste = `${key}${before}…${after}`
  const map = mapOfRecord(to, node)
  if (map?.flow !== true) return { paste }
  const end = { ...map.at, column: map.at.column + map.at.length, length: 0 }
  return { paste, edit: { at: { ...map.at, length: 0 }, text: before }, also: [{ at: end, text: after }] }
}

/** What a day is counted from that may never come for somebody who counts, and is not known to have come. */
function mayNeverCome(
  to: Checking,
  day: DayExpression,
  goal: Goal | undefined,
  come: ReadonlySet<string>,
): string | undefined {
  const from = countedFrom(to, day, goal)
  return from !== undefined && !come.has(from) && isUncertain(to, from) ? from : undefined
}

function isUncertain({ agreement }: Checking, from: string): boolean {
  const { counted } = agreement.people
  const measure = agreement.measures.get(from.slice(eventPrefix.length))
  if (from.startsWith(eventPrefix)) return measure !== undefined && measure.of !== 'agreement'
  if (from === 'end') return counted === 'referred' || counted === 'started'
  return from === 'start' && counted === 'referred'
}

const eventPrefix = 'event '

/** The event or the day of a person that a day is counted from. */
function countedFrom(to: Checking, { base }: DayExpression, goal: Goal | undefined, depth = 0): string | undefined {
  if (base.of === 'event') return eventPrefix + base.measure
  if (base.of === 'anchor') return dayOfPerson(to, base.name)
  const named = base.of === 'named' ? goal?.dates?.get(base.name) : undefined
  return named === undefined || depth > 9 ? undefined : countedFrom(to, named, goal, depth + 1)
}

/** `start` is the day that starts the clock, whichever it is. */
const dayOfPerson = ({ agreement: { people } }: Checking, anchor: string): string =>
  anchor === 'start' ? people.clock : anchor === 'course start' ? 'start' : anchor

/** The days that have come when a condition is yes. */
function come(to: Checking, goal: Goal | undefined, condition: Condition | undefined): string[] {
  if (condition === undefined) return []
  switch (condition.kind) {
    case 'all':
      return (condition.all ?? []).flatMap((each) => come(to, goal, each))
    case 'reached': {
      const from = condition.reached === undefined ? undefined : countedFrom(to, condition.reached, goal)
      return from === undefined ? [] : [from]
    }
    case 'met': {
      const other = to.agreement.goals.get(condition.met)
      return other === undefined ? [] : comeOnDayOf(to, other)
    }
    case 'compare':
      return condition.value?.kind === 'count-of' && isAtLeastOne(condition)
        ? [eventPrefix + condition.value.countOf]
        : []
    default:
      return []
  }
}

/** `not: …` without its not; nothing is known of any other condition that is no. */
const negated = (condition: Condition | undefined): Condition | undefined =>
  condition?.kind === 'not' ? condition.not : undefined

function isAtLeastOne({ atLeast, moreThan }: Compare): boolean {
  if (atLeast?.kind === 'literal') return compare(atLeast.value, 0) > 0
  return moreThan?.kind === 'literal' && compare(moreThan.value, 0) >= 0
}

/** What has come on every day on which a goal is decided. */
function comeOnDayOf(to: Checking, goal: Goal): string[] {
  const { when } = goal
  if (when?.each !== undefined) return [eventPrefix + when.each]
  const days = (when?.days ?? [when?.from]).map((day) => (day === undefined ? undefined : countedFrom(to, day, goal)))
  const [first] = days
  return first !== undefined && days.every((day) => day === first) ? [first] : []
}
