/**
 * Goals, and the wall between learning and payment.
 *
 * A goal says what it takes to be met, or what quantity it yields. A goal that pays says what becomes of those who leave.
 * A measure that is meant for learning decides no payment, unless the parties say in writing why it shall: a score that
 * triggers money stops being an honest score. And a goal that pays for less of what a citizen has a right to is told.
 *
 * Problems: goal-empty, schedule-ways, learning-paid, learning-override, dates-empty; as notices rewards-withholding, date-idle,
 * decided-after-end, cohorts-passed-by, day-in-two-windows; edge-unsettled (leavers).
 */
import { type Day, type Place, addOffset, dayText, problem } from '../base/index.ts'
import { insertion } from '../text/index.ts'
import { type Agreement, type Goal, type Payment, type Schedule } from './agreement.ts'
import {
  type Checking,
  type ClauseText,
  clausesOf,
  eachNode,
  entryOf,
  isWritten,
  insertedIn,
  mapOfRecord,
  measuresOf,
  windowOf,
} from './checking.ts'
import { goalsIn } from './check-names.ts'
import { type DayAnchor, type DayExpression, type Expression } from './expression.ts'
import { wantedOf } from './direction.ts'
import { daysSpokenOf } from './named-days.ts'
import { walk } from './walk.ts'

export function checkGoals(to: Checking): void {
  const payments = paymentsByGoal(to)
  for (const [name, goal] of to.agreement.goals) {
    const paying = payments.get(name) ?? []
    // What is still to be agreed needs no definition yet, and owes nothing until it has one.
    if (!isWritten(goal, 'met') && !isWritten(goal, 'quantity') && !isWritten(goal, 'agreed')) {
      to.problems.push(problem('goal-empty', 'wrong', goal.at, { path: goal.path, goal: name }))
    }
    checkSchedule(to, goal.when)
    checkDates(to, goal)
    noteCohorts(to, goal)
    noteSharedDays(to, goal)
    if (paying.length === 0) continue
    noteLateDays(to, goal.when)
    // A group has nobody who leaves it; its figure is what somebody reported.
    if (['each-subject', 'each-child', 'each-parent'].includes(goal.for)) askLeavers(to, goal)
    checkRights(to, name, goal, paying)
  }
  for (const [name, payment] of to.agreement.payments ?? []) {
    noteLateDays(to, payment.due)
    checkWall(to, name, payment)
  }
}

/** A day that is given a name and never spoken of decides nothing, though it may read as if it did. */
function checkDates(to: Checking, goal: Goal): void {
  if (goal.dates === undefined) return
  if (goal.dates.size === 0) {
    to.problems.push(problem('dates-empty', 'wrong', goal.places['dates'] ?? goal.at, { path: goal.path }))
  }
  const clauses = clausesOf(to.agreement).filter((clause) => clause.goal === goal)
  const spokenOf = daysSpokenOf(goal, clauses)
  for (const [date, day] of goal.dates) {
    if (spokenOf.has(date) || day === undefined) continue
    to.problems.push(problem('date-idle', 'notice', day.at, { path: day.path, date }))
  }
}

/** Cohorts that have been given names are not those of a year, and a figure about a named one is then never found. */
function noteCohorts(to: Checking, goal: Goal): void {
  const { cohorts } = to.agreement.people
  if (cohorts === undefined || cohorts.size === 0 || goal.for !== 'each-cohort') return
  if (goal.cohort === undefined || goal.cohort === 'named') return
  const at = goal.places['cohort'] ?? goal.at
  const facts = { path: goal.path, cohort: goal.cohort, cohorts: [...cohorts.keys()] }
  to.problems.push(
    problem('cohorts-passed-by', 'notice', at, facts, [{ paste: 'cohort: named', edit: { at, text: 'named' } }]),
  )
}

/**
 * The follow-up date itself lies in two windows when one ends with it and the next begins with it. Where days, events or
 * amounts are counted, they are then counted twice.
 */
function noteSharedDays(to: Checking, goal: Goal): void {
  if (goal.when?.decided !== 'each-date') return
  for (const node of [goal.quantity, goal.met]) {
    if (node !== undefined) walk(node, (inner) => noteSharedDay(to, inner))
  }
}

function noteSharedDay(to: Checking, node: Expression): void {
  const window = windowOf(node)
  const isCounted =
    node.kind === 'time-in' ||
    (node.kind === 'count-of' && node.as !== 'share') ||
    (node.kind === 'value-of' && node.pick === 'sum')
  if (window === undefined || !isCounted || !isJust(window.from, 'previous') || !isJust(window.through, 'occasion'))
    return
  const windows = ['{ after: previous, through: occasion }', '{ from: previous, until: occasion }']
  const choices = windows.map((text) => ({ paste: `window: ${text}`, edit: { at: window.at, text } }))
  to.problems.push(problem('day-in-two-windows', 'notice', window.at, { path: window.path }, choices))
}

/** Whether a day is an anchor itself, and not a day counted from it. */
const isJust = (day: DayExpression | undefined, name: DayAnchor): boolean =>
  day?.base.of === 'anchor' && day.base.name === name && day.offsets.length === 0 && day.align === undefined

/** What is decided after the agreement's last day is on no statement to that day, and so easily forgotten. */
function noteLateDays(to: Checking, schedule: Schedule | undefined): void {
  const { runs } = to.agreement
  for (const day of schedule?.days ?? []) {
    const { base, offsets, align } = day
    // Where a week or month is looked for around it, the day is near enough.
    const from = base.of === 'fixed' ? base.day : base.of === 'anchor' ? anchored(runs, base.name) : undefined
    if (from === undefined || align !== undefined) continue
    const decided = offsets.reduce(addOffset, from)
    if (decided <= runs.through) continue
    const facts = { path: day.path, day: dayText(decided), through: dayText(runs.through) }
    to.problems.push(problem('decided-after-end', 'notice', day.at, facts))
  }
}

function anchored(runs: Agreement['runs'], name: string): Day | undefined {
  return name === 'agreement start' ? runs.from : name === 'agreement end' ? runs.through : undefined
}

const scheduleWays = ['at', 'every', 'each', 'calendar'] as const

/** A goal is decided on named days, again and again, at each event, or once a calendar period: one of these. */
export function checkSchedule(to: Checking, schedule: Schedule | undefined): void {
  if (schedule === undefined) return
  const found = scheduleWays.filter((way) => way in schedule.places)
  if (found.length === 1) return
  to.problems.push(problem('schedule-ways', 'wrong', schedule.at, { path: schedule.path, found, ways: scheduleWays }))
}

/** Goals with the payments they decide, directly or by way of other goals. */
function paymentsByGoal(to: Checking): Map<string, Payment[]> {
  const found = new Map<string, Payment[]>()
  for (const [name, payment] of to.agreement.payments ?? []) {
    for (const goal of goalsOf(to, name)) found.set(goal, [...(found.get(goal) ?? []), payment])
  }
  return found
}

/** The goals a payment rests on: its own, those its sums and gates ask about, and those that they build on in turn. */
function goalsOf(to: Checking, payment: string): Set<string> {
  const clauses = clausesOf(to.agreement)
  const own = clauses.find((clause) => clause.kind === 'payment' && clause.name === payment)!
  const { goal } = to.agreement.payments!.get(payment)!
  const found = new Set<string>()
  const waiting = [...(goal === undefined ? [] : [goal]), ...goalsIn(own)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const clause = clauses.find((candidate) => candidate.kind === 'goal' && candidate.name === name)
    if (clause !== undefined) waiting.push(...goalsIn(clause))
  }
  return found
}

/** Somebody who moves away may be left out, count as missed or be measured all the same; each answer pays differently. */
function askLeavers(to: Checking, goal: Goal): void {
  const leavers = entryOf(to, goal, 'leavers')?.value
  const answered = leavers?.kind === 'map' ? leavers.entries.map((entry) => entry.key) : []
  for (const exit of to.agreement.people.exits?.keys() ?? []) {
    if (answered.includes(exit)) continue
    const answers = ['left-out', 'missed', 'as-measured']
    const isMap = leavers?.kind === 'map'
    const map = isMap ? leavers : mapOfRecord(to, goal)
    const choices = answers.map((answer) => {
      const paste = isMap ? `${exit}: ${answer}` : `leavers: { ${exit}: ${answer} }`
      return map === undefined ? { paste } : insertion(map, map.entries[0], paste)
    })
    const at = isMap ? leavers.at : goal.at
    to.problems.push(problem('edge-unsettled', 'unsettled', at, { path: goal.path, key: 'leavers', exit }, choices))
  }
}

type Used = { measure: string; at: Place }

/** The measures a clause reads, with the place where it does; a group it asks about counts as its own words. */
function measuresIn(to: Checking, clause: ClauseText): Used[] {
  const found: Used[] = []
  const visit = (node: Expression): void => {
    for (const measure of measuresOf(node)) found.push({ measure, at: node.at })
    if (node.kind !== 'in') return
    for (const name of node.in ?? []) {
      const group = clausesOf(to.agreement).find((one) => one.kind === 'group' && one.name === name)
      if (group !== undefined) eachNode(group, visit)
    }
  }
  eachNode(clause, visit)
  return found
}

function checkWall(to: Checking, name: string, payment: Payment): void {
  const { measures, goals } = to.agreement
  const learning = new Map<string, Place>()
  const reached = goalsOf(to, name)
  for (const clause of clausesOf(to.agreement)) {
    const isReached =
      clause.kind === 'goal' ? reached.has(clause.name) : clause.kind === 'payment' && clause.name === name
    if (!isReached || isStillToBeAgreed(goals.get(clause.name), clause)) continue
    for (const { measure, at } of measuresIn(to, clause)) {
      if (measures.get(measure)?.use === 'learning' && !learning.has(measure)) learning.set(measure, at)
    }
  }
  for (const [measure, usedAt] of learning) {
    const facts = { path: payment.path, payment: name, measure, usedLine: String(usedAt.line) }
    if (isWritten(payment, 'learning-override')) {
      const at = payment.places['learning-override']!
      to.problems.push(problem('learning-override', 'notice', at, facts))
    } else {
      const use = measures.get(measure)!.places['use']
      const override = 'learning-override: { da: parterne har aftalt det, en: the parties have agreed so }'
      const choices = [
        insertedIn(to, payment, override),
        ...(use === undefined ? [] : [{ paste: 'use: payment', edit: { at: use, text: 'payment' } }]),
      ]
      to.problems.push(problem('learning-paid', 'wrong', payment.places['goal'] ?? payment.at, facts, choices))
    }
  }
}

/** A goal signed "to be agreed, unpaid until then" owes nothing yet. */
function isStillToBeAgreed(goal: Goal | undefined, clause: ClauseText): boolean {
  return clause.kind === 'goal' && goal?.agreed?.otherwise === 'unpaid'
}

function checkRights(to: Checking, name: string, goal: Goal, paying: readonly Payment[]): void {
  if (isWritten(goal, 'note')) return
  const told = new Set<string>()
  for (const { measure, wanted, at } of wantedOf(goal, paying)) {
    const right = to.agreement.measures.get(measure)?.right
    if (wanted !== 'less' || right === undefined || told.has(measure)) continue
    told.add(measure)
    const facts = { path: goal.path, goal: name, measure, right: { da: right.da, en: right.en } }
    to.problems.push(problem('rewards-withholding', 'notice', at, facts, [{ paste: 'note: { da: …, en: … }' }]))
  }
}
