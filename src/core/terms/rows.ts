/**
 * Rows: whom each part of the terms is read for.
 *
 *     goal for: each-child    a row of a child        its `over: parents`    rows of parents
 *     goal for: each-cohort   a row of a cohort       its `over: people`     rows of the agreement's subjects
 *     group, limit's who      a row of a subject      fee, cap               a row of the whole agreement, `group`
 */
import { type Agreement, type Goal } from './agreement.ts'
import { type ClauseText, clausesOf } from './checking.ts'
import { type Attribute, type Expression, type Over } from './expression.ts'
import { childrenOf } from './walk.ts'

export type Row = 'person' | 'family' | 'child' | 'parent' | 'member' | GroupRow
/** The whole agreement, or a part of it that goals are decided for. */
type GroupRow = 'group' | 'cohort' | 'authority' | 'track'

export const isGroupRow = (row: Row): row is GroupRow => ['group', 'cohort', 'authority', 'track'].includes(row)

export const rowOfSubject = ({ people }: Agreement): Row => (people.subject === 'family' ? 'family' : 'person')

export function rowOfGoal(agreement: Agreement, goal: Goal): Row {
  return goal.for === 'each-subject' ? rowOfSubject(agreement) : (rowsFor[goal.for] ?? 'group')
}

const rowsFor: Readonly<Partial<Record<Goal['for'], Row>>> = {
  'each-child': 'child',
  'each-parent': 'parent',
  'each-cohort': 'cohort',
  'each-authority': 'authority',
  'each-track': 'track',
}

/** Whom a clause is read for; whom a limit is over is asked of each person. */
export function rowOfClause(agreement: Agreement, clause: ClauseText, key = ''): Row {
  if (clause.kind === 'group' || (clause.kind === 'limit' && key === 'who')) return rowOfSubject(agreement)
  return clause.goal === undefined ? 'group' : rowOfGoal(agreement, clause.goal)
}

const rowsOver = {
  children: 'child',
  parents: 'parent',
  members: 'member',
  cohorts: 'cohort',
  authorities: 'authority',
  tracks: 'track',
} as const

/** Whom an `over` reads what is inside it for. */
function rowOver(agreement: Agreement, node: Over): Row {
  return node.over === 'people' ? rowOfSubject(agreement) : (rowsOver[node.over] ?? 'group')
}

/** Calls `visit` for an expression read in a row and for all inside it, each with the row that it is read in. */
export function eachInRow(
  agreement: Agreement,
  node: Expression,
  row: Row,
  visit: (node: Expression, row: Row) => void,
): void {
  visit(node, row)
  const inner = node.kind === 'over' ? rowOver(agreement, node) : row
  for (const child of childrenOf(node)) eachInRow(agreement, child, inner, visit)
}

/** Every condition of the agreement that asks for an attribute of people, rather than what a group is. */
export function attributesAsked(agreement: Agreement): Attribute[] {
  const asked: Attribute[] = []
  for (const clause of clausesOf(agreement)) {
    for (const { node, key } of clause.expressions) {
      eachInRow(agreement, node, rowOfClause(agreement, clause, key), (inner, row) => {
        if (inner.kind === 'attribute' && !isGroupRow(row)) asked.push(inner)
      })
    }
  }
  return asked
}
