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
 * A group has no track, exit or day of birth either: `over: people` asks its people.
 *
 * Problems: tracks-missing, attribute-reserved, asked-of-group, subject-unfit; unsettled where a family could be read by way of its members, or a group by way of its people.
 */
import { type Choice, problem } from '../base/index.ts'
import { type Schedule } from './agreement.ts'
import { type Checking, type Written, clausesOf, daysOf, mapOfRecord, measuresOf } from './checking.ts'
import { type Attribute, type DayExpression, type Expression, type Over } from './expression.ts'
import { askedInstead, peopleColumnOf } from './people-columns.ts'
import { type Row, eachInRow, isGroupRow, rowOfClause, rowOfGoal, rowOfSubject } from './rows.ts'

export function checkSubjects(to: Checking): void {
  for (const clause of clausesOf(to.agreement)) {
    for (const { node, key } of clause.expressions) {
      eachInRow(to.agreement, node, rowOfClause(to.agreement, clause, key), (inner, row) => checkNode(to, inner, row))
    }
    const row = rowOfClause(to.agreement, clause)
    for (const day of clause.days) checkDay(to, day, row)
    const { goal, schedule } = clause
    if (schedule?.each !== undefined) checkEach(to, schedule, schedule.each, row)
    if (clause.kind === 'goal' && goal?.for === 'each-track') checkTracks(to, goal, 'for')
  }
}

function checkNode(to: Checking, node: Expression, row: Row): void {
  for (const name of measuresOf(node)) checkMeasure(to, node, name, row)
  for (const day of daysOf(node)) checkDay(to, day, row)
  if (node.kind === 'over' && node.over === 'tracks') checkTracks(to, node, 'over')
  if (isGroupRow(row) && isAskedOfPerson(node, row)) refuseOfGroup(to, node)
  if (node.kind === 'attribute') checkAttribute(to, node, row)
  if (node.kind === 'met') checkGoal(to, node, node.met, row)
  if (node.kind === 'result-of') checkGoal(to, node, node.resultOf, row)
}

/** A schedule of somebody's events has no dates in a row that is not theirs. */
function checkEach(to: Checking, schedule: Schedule, measure: string, row: Row): void {
  const of = to.agreement.measures.get(measure)?.of
  if (of === undefined || isKnown(of, row)) return
  const facts = { path: schedule.path, measure, of, row: plainRow(row) }
  to.problems.push(problem('subject-unfit', 'wrong', schedule.places['each'] ?? schedule.at, facts))
}

/** A goal for each of no tracks would never be decided. */
function checkTracks(to: Checking, record: Written, key: string): void {
  if ((to.agreement.people.tracks?.size ?? 0) > 0) return
  to.problems.push(problem('tracks-missing', 'wrong', record.places[key] ?? record.at, { path: record.path }))
}

/** A group has no track, attribute, exit or family; only what the group itself is: `attribute: cohort` in a cohort's row. */
function isAskedOfPerson(node: Expression, row: Row): boolean {
  if (node.kind === 'attribute') return node.attribute !== row
  if (node.kind === 'over') return ['children', 'parents', 'members'].includes(node.over)
  return node.kind === 'in' || node.kind === 'left' || node.kind === 'observed-to'
}

function refuseOfGroup(to: Checking, node: Expression): void {
  const choices = waysOver(to, node, 'people', node.kind !== 'over' || isComparison(to, node) || isYesOrNo(node))
  const facts = { path: node.path, key: node.kind, attribute: node.kind === 'attribute' ? node.attribute : '' }
  to.problems.push(problem('asked-of-group', choices.length > 0 ? 'unsettled' : 'wrong', node.at, facts, choices))
}

/** A column that the program reads itself is never an attribute, so that nobody would have the word. */
function checkAttribute(to: Checking, node: Attribute, row: Row): void {
  const column = node.attribute === undefined || isGroupRow(row) ? undefined : peopleColumnOf(node.attribute)
  if (column === undefined) return
  const instead = askedInstead(column, node.is ?? [])
  const facts = { path: node.path, attribute: node.attribute }
  const choices = instead === undefined ? [] : [{ paste: instead }]
  to.problems.push(problem('attribute-reserved', 'wrong', node.places['attribute'] ?? node.at, facts, choices))
}

const knownOf: Readonly<Record<string, readonly Row[]>> = {
  person: ['person', 'child', 'parent', 'member'],
  family: ['family', 'child', 'parent', 'member'],
  child: ['child', 'member'],
  parent: ['parent', 'member'],
}

/** What is known about the whole agreement is known to everybody in it. */
const isKnown = (of: string, row: Row): boolean => of === 'agreement' || knownOf[of]!.includes(row)

/** The words of problems know one kind of group. */
const plainRow = (row: Row): string => (isGroupRow(row) ? 'group' : row)

function checkMeasure(to: Checking, node: Expression, name: string, row: Row): void {
  const of = to.agreement.measures.get(name)?.of
  if (of === undefined || isKnown(of, row)) return
  const facts = { path: node.path, measure: name, of, row: plainRow(row) }
  const over = overFor(of, row)
  const choices = over === undefined ? [] : waysOver(to, node, over)
  to.problems.push(problem('subject-unfit', choices.length > 0 ? 'unsettled' : 'wrong', node.at, facts, choices))
}

/** Whom a row reaches the measure by way of: a family its members, a group its people, whose members are asked for next. */
function overFor(of: string, row: Row): string | undefined {
  if (row === 'family') return { child: 'children', parent: 'parents', person: 'members' }[of]
  return isGroupRow(row) ? 'people' : undefined
}

/** "Absence at most 10 %" of a family: of every child, of any, or of the children's mean? */
function waysOver(to: Checking, node: Expression, over: string, isCondition = isComparison(to, node)): Choice[] {
  const map = mapOfRecord(to, node)
  if (map?.entries[0] === undefined) return []
  const takes = isCondition ? ['every', 'any'] : ['mean', 'highest', 'lowest', 'sum']
  return takes.map((take) => {
    const head = `over: ${over}, take: ${take}, ${isCondition ? 'that' : 'of'}: `
    const paste = `{ ${head}… }`
    if (!map.flow) return { paste }
    const end = { ...map.at, column: map.at.column + map.at.length, length: 0 }
    return { paste, edit: { at: { ...map.at, length: 0 }, text: `{ ${head}` }, also: [{ at: end, text: ' }' }] }
  })
}

const isYesOrNo = ({ take }: Over): boolean => take === 'every' || take === 'any'

function isComparison(to: Checking, node: Expression): boolean {
  const keys = mapOfRecord(to, node)?.entries.map(({ key }) => key) ?? []
  return keys.some((key) => /^(at-least|at-most|more-than|less-than|exactly)$/.test(key))
}

function checkGoal(to: Checking, node: Expression, name: string, row: Row): void {
  const goal = to.agreement.goals.get(name)
  if (goal === undefined) return
  const of = rowOfGoal(to.agreement, goal)
  const isWithin = of === rowOfSubject(to.agreement) && (row === 'child' || row === 'parent' || row === 'member')
  if (of === 'group' || of === row || row === 'member' || isWithin) return
  const facts = { path: node.path, goal: name, of, row: plainRow(row) }
  to.problems.push(problem('subject-unfit', 'wrong', node.at, facts))
}

function checkDay(to: Checking, day: DayExpression, row: Row): void {
  if (day.base.of === 'anchor' && isGroupRow(row) && (day.base.name === 'birth' || day.base.name === 'referral')) {
    to.problems.push(problem('asked-of-group', 'wrong', day.at, { path: day.path, key: day.base.name, attribute: '' }))
  }
  if (day.base.of !== 'event') return
  const of = to.agreement.measures.get(day.base.measure)?.of
  if (of === undefined || isKnown(of, row)) return
  const facts = { path: day.path, measure: day.base.measure, of, row: plainRow(row) }
  to.problems.push(problem('subject-unfit', 'wrong', day.at, facts))
}
