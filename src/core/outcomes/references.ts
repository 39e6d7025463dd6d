/**
 * Conditions and values that rest on the results of other goals.
 *
 *     { met: registered, dates: any-date-so-far }     { result-of: wellbeing, as: times-missed, dates: all-dates }
 *
 * The dates say which of the other goal's occasions are looked at. A child's row sees the family's results, and a
 * person's row sees what was decided for the whole agreement.
 */
import { type Exact, add } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { type Context, type Operator } from './context.ts'
import { type GoalResults, Status } from './goal-results.ts'
import { NOBODY, type Row } from './row.ts'
import { NOT_DUE, UNMEASURED, type Value, isMissing } from './value.ts'

/** Calls `visit` with each result of the goal that a row may see. */
export function visitResults(results: GoalResults, row: Row, context: Context, visit: (index: number) => void): void {
  const end = endOfResults(results, row, context)
  for (let index = firstResult(results, row, context); index < end; index++) visit(index)
}

/** The first result of the goal that a row may see; the others follow, up to `endOfResults`. */
function firstResult(results: GoalResults, row: Row, context: Context): number {
  if (results.isOfGroups) return groupResults(results, row)[0]
  return row.who === NOBODY ? 0 : results.first[whoseResults(results, row.who, context)]!
}

function endOfResults(results: GoalResults, row: Row, context: Context): number {
  if (results.isOfGroups) return groupResults(results, row)[1]
  return row.who === NOBODY ? 0 : results.first[whoseResults(results, row.who, context) + 1]!
}

function groupResults(results: GoalResults, row: Row): readonly [number, number] {
  const scope = row.who === NOBODY ? row.scope : row.agreement
  return results.ofScope.get(scope) ?? results.ofScope.get(row.agreement) ?? nothing
}

const nothing: readonly [number, number] = [0, 0]

/** The person, or the family where the person has no results of their own. */
function whoseResults({ first }: GoalResults, who: number, { roster }: Context): number {
  if (first[who]! < first[who + 1]!) return who
  const family = roster.memberOf[who]!
  return family < 0 ? who : family
}

export function compileResultOf(node: expressions.ResultOf, context: Context): Operator {
  const { as, dates } = node
  const statusCounted = as === 'quantity' ? undefined : countedStatus[as]
  return (row) => {
    const results = context.results.get(node.resultOf)!
    const end = endOfResults(results, row, context)
    let sum: Exact = 0
    let missing: Value | undefined
    let seen = 0
    for (let index = firstResult(results, row, context); index < end; index++) {
      if (dates === 'same-date' && results.day[index] !== row.day) continue
      if (dates === 'dates-so-far' && results.day[index]! > row.day) continue
      seen++
      if (statusCounted !== undefined) {
        if (results.status[index] === statusCounted) sum = add(sum, 1)
        continue
      }
      const value = results.quantity?.[index] ?? UNMEASURED
      if (!isMissing(value)) sum = add(sum, value)
      else if (missing !== NOT_DUE) missing = value
    }
    if (as === 'quantity' && seen === 0) return UNMEASURED
    return missing ?? sum
  }
}

const countedStatus = {
  'times-met': Status.met,
  'times-missed': Status.missed,
  'times-unmeasured': Status.unmeasured,
} as const

export function compileMet(node: expressions.Met, context: Context): Operator {
  const isSoFar = node.dates.endsWith('-so-far')
  const isEvery = node.dates.startsWith('every')
  return (row) => {
    const results = context.results.get(node.met)!
    const end = endOfResults(results, row, context)
    let met = 0
    let missed = 0
    let waits: Value | undefined
    for (let index = firstResult(results, row, context); index < end; index++) {
      const day = results.day[index]!
      if (node.dates === 'same-date' ? day !== row.day : isSoFar && day > row.day) continue
      const status = results.status[index]
      if (status === Status.met) met++
      else if (status === Status.missed) missed++
      else if (status === Status.notDue) waits = NOT_DUE
      else if (status === Status.unmeasured) waits ??= UNMEASURED
    }
    if (isEvery) return missed > 0 ? 0 : (waits ?? (met > 0 ? 1 : UNMEASURED))
    return met > 0 ? 1 : (waits ?? (missed > 0 || node.dates !== 'same-date' ? 0 : UNMEASURED))
  }
}
