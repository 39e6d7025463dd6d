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
  if (results.isOfGroups) {
    const scope = row.who === NOBODY ? row.scope : row.agreement
    const [begin, end] = results.ofScope.get(scope) ?? results.ofScope.get(row.agreement) ?? nothing
    for (let index = begin; index < end; index++) visit(index)
  } else if (row.who !== NOBODY) {
    const who = whoseResults(results, row.who, context)
    const end = results.first[who + 1]!
    for (let index = results.first[who]!; index < end; index++) visit(index)
  }
}

const nothing: readonly [number, number] = [0, 0]

/** The person, or the family where the person has no results of their own. */
function whoseResults({ first }: GoalResults, who: number, { roster }: Context): number {
  const family = roster.memberOf[who]!
  return first[who]! < first[who + 1]! || family < 0 ? who : family
}

export function compileResultOf(node: expressions.ResultOf, context: Context): Operator {
  return (row) => {
    const results = context.results.get(node.resultOf)!
    let [sum, missing, seen]: [Exact, Value | undefined, number] = [0, undefined, 0]
    visitResults(results, row, context, (index) => {
      const day = results.day[index]!
      if (node.dates === 'same-date' ? day !== row.day : node.dates === 'dates-so-far' && day > row.day) return
      seen++
      const value =
        node.as === 'quantity' ? (results.quantity?.[index] ?? UNMEASURED) : counts(node.as, results.status[index]!)
      if (!isMissing(value)) sum = add(sum, value)
      else if (missing !== NOT_DUE) missing = value
    })
    if (node.as === 'quantity' && seen === 0) return UNMEASURED
    return missing ?? sum
  }
}

function counts(as: 'times-met' | 'times-missed' | 'times-unmeasured', status: number): number {
  const wanted = { 'times-met': Status.met, 'times-missed': Status.missed, 'times-unmeasured': Status.unmeasured }
  return status === wanted[as] ? 1 : 0
}

export function compileMet(node: expressions.Met, context: Context): Operator {
  const isSoFar = node.dates.endsWith('-so-far')
  const isEvery = node.dates.startsWith('every')
  return (row) => {
    const results = context.results.get(node.met)!
    let [met, missed, waits]: [number, number, Value | undefined] = [0, 0, undefined]
    visitResults(results, row, context, (index) => {
      const day = results.day[index]!
      if (node.dates === 'same-date' ? day !== row.day : isSoFar && day > row.day) return
      const status = results.status[index]
      if (status === Status.met) met++
      else if (status === Status.missed) missed++
      else if (status === Status.notDue) waits = NOT_DUE
      else if (status === Status.unmeasured) waits ??= UNMEASURED
    })
    if (isEvery) return missed > 0 ? 0 : (waits ?? (met > 0 ? 1 : UNMEASURED))
    return met > 0 ? 1 : (waits ?? (missed > 0 || node.dates !== 'same-date' ? 0 : UNMEASURED))
  }
}
