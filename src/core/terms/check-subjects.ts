/**
 * Subjects: whom an expression is read for, and whether what it reads is known about them.
 *
 *     for: each-subject, subject: family        rows of families
 *       value-of: absence          of: child    wrong row: which child? `over: children` says it
 *       over: children … that: { value-of: absence }     rows of children
 *
 * A measure of another subject would find no facts, and no facts can mean "met". The results of goals are seen from
 * within: a child's row sees its family's, everybody's sees those of the whole agreement.
 *
 * Problems: tracks-missing, subject-unfit; unsettled where a family could be read by way of its members, or a group by way of its people.
 */
import { type Choice, problem } from '../base/index.ts'
import { type Goal } from './agreement.ts'
import {
  type Checking,
  type ClauseText,
  type Written,
  clausesOf,
  daysIn,
  mapOfRecord,
  measuresOf,
  scheduleDays,
} from './checking.ts'
import { type DayExpression, type Expression, type Over } from './expression.ts'
import { childrenOf } from './walk.ts'

export type Row = 'person' | 'family' | 'child' | 'parent' | 'member' | 'group'

export function checkSubjects(to: Checking): void {
  for (const clause of clausesOf(to.agreement)) {
    const row = rowOfClause(to, clause)
    // Who a goal is about, and whom a limit is over, is asked of each person, also where the goal is decided for all.
    for (const { node, key } of clause.expressions) checkNode(to, node, key === 'who' ? rowOfSubject(to) : row)
    if (clause.goal === undefined || clause.kind !== 'goal') continue
    if (clause.goal.for === 'each-track') checkTracks(to, clause.goal, 'for')
    for (const day of [...scheduleDays(clause.goal.when), clause.goal.seenTo, clause.goal.proofBy]) {
      if (day !== undefined) checkDay(to, day, row)
    }
  }
}

const rowOfSubject = (to: Checking): Row => (to.agreement.people.subject === 'family' ? 'family' : 'person')

function rowOfClause(to: Checking, clause: ClauseText): Row {
  if (clause.kind === 'group') return rowOfSubject(to)
  return clause.goal === undefined ? 'group' : rowOfGoal(to, clause.goal)
}

function rowOfGoal(to: Checking, goal: Goal): Row {
  if (goal.for === 'each-subject') return rowOfSubject(to)
  if (goal.for === 'each-child') return 'child'
  return goal.for === 'each-parent' ? 'parent' : 'group'
}

function rowOver(to: Checking, node: Over): Row {
  if (node.over === 'people') return rowOfSubject(to)
  const rows = { children: 'child', parents: 'parent', members: 'member' } as const
  return node.over in rows ? rows[node.over as keyof typeof rows] : 'group'
}

function checkNode(to: Checking, node: Expression, row: Row): void {
  for (const name of measuresOf(node)) checkMeasure(to, node, name, row)
  for (const day of daysOf(node)) checkDay(to, day, row)
  if (node.kind === 'over' && node.over === 'tracks') checkTracks(to, node, 'over')
  if (node.kind === 'met') checkGoal(to, node, node.met, row)
  if (node.kind === 'result-of') checkGoal(to, node, node.resultOf, row)
  const inner = node.kind === 'over' ? rowOver(to, node) : row
  for (const child of childrenOf(node)) checkNode(to, child, inner)
}

/** A goal for each of no tracks would never be decided. */
function checkTracks(to: Checking, record: Written, key: string): void {
  if ((to.agreement.people.tracks?.size ?? 0) > 0) return
  to.problems.push(problem('tracks-missing', 'wrong', record.places[key] ?? record.at, { path: record.path }))
}

/** The days a node itself names, not those inside it. */
function daysOf(node: Expression): DayExpression[] {
  const inside = new Set(childrenOf(node).flatMap((child) => daysIn(child)))
  return daysIn(node).filter((day) => !inside.has(day))
}

const knownOf: Readonly<Record<string, readonly Row[]>> = {
  person: ['person', 'child', 'parent', 'member'],
  family: ['family', 'child', 'parent', 'member'],
  child: ['child', 'member'],
  parent: ['parent', 'member'],
  agreement: ['group', 'person', 'family', 'child', 'parent', 'member'],
}

function checkMeasure(to: Checking, node: Expression, name: string, row: Row): void {
  const of = to.agreement.measures.get(name)?.of
  if (of === undefined || knownOf[of]!.includes(row)) return
  const facts = { path: node.path, measure: name, of, row }
  const over = overFor(to, of, row)
  const choices = over === undefined ? [] : waysOver(to, node, over)
  to.problems.push(problem('subject-unfit', choices.length > 0 ? 'unsettled' : 'wrong', node.at, facts, choices))
}

/** Whom a row reaches the measure by way of: a family its members, a group its people. */
function overFor(to: Checking, of: string, row: Row): string | undefined {
  if (row === 'family') return { child: 'children', parent: 'parents', person: 'members' }[of]
  return row === 'group' && of === rowOfSubject(to) ? 'people' : undefined
}

/** "Absence at most 10 %" of a family: of every child, of any, or of the children's mean? */
function waysOver(to: Checking, node: Expression, over: string): Choice[] {
  const map = mapOfRecord(to, node)
  const first = map?.entries[0]
  if (map === undefined || first === undefined) return []
  const comparison = map.entries.some(({ key }) => /^(at-least|at-most|more-than|less-than|exactly)$/.test(key))
  const takes = comparison ? ['every', 'any'] : ['mean', 'highest', 'lowest', 'sum']
  return takes.map((take) => {
    const head = `over: ${over}, take: ${take}, ${comparison ? 'that' : 'of'}: `
    const paste = `{ ${head}… }`
    if (!map.flow) return { paste }
    const end = { ...map.at, column: map.at.column + map.at.length, length: 0 }
    return { paste, edit: { at: { ...map.at, length: 0 }, text: `{ ${head}` }, also: [{ at: end, text: ' }' }] }
  })
}

function checkGoal(to: Checking, node: Expression, name: string, row: Row): void {
  const goal = to.agreement.goals.get(name)
  if (goal === undefined) return
  const of = rowOfGoal(to, goal)
  const isWithin = of === rowOfSubject(to) && (row === 'child' || row === 'parent' || row === 'member')
  if (of === 'group' || of === row || row === 'member' || isWithin) return
  const facts = { path: node.path, goal: name, of, row }
  to.problems.push(problem('subject-unfit', 'wrong', node.at, facts))
}

function checkDay(to: Checking, day: DayExpression, row: Row): void {
  if (day.base.of !== 'event') return
  const of = to.agreement.measures.get(day.base.measure)?.of
  if (of === undefined || knownOf[of]!.includes(row)) return
  to.problems.push(problem('subject-unfit', 'wrong', day.at, { path: day.path, measure: day.base.measure, of, row }))
}
