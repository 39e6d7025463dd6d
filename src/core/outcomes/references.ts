/**
 * Conditions and values that rest on the results of other goals.
 *
 *     { met: registered, dates: any-date-so-far }     { result-of: wellbeing, as: times-missed, dates: all-dates }
 *
 * The dates say which of the other goal's occasions are looked at. A child's row sees the family's results, and a
 * person's row sees what was decided for the whole agreement.
 *
 * The case that surprises: a date that is not known, such as `first job + 13 weeks` of somebody without a job, is not among
 * the dates so far. Otherwise a share of all people would wait for ever for whoever never gets one.
 */
import { type Day, type Exact, divide, maximum, minimum, sum } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { NO_DAY } from '../measurement/index.ts'
import { strict } from './arithmetic.ts'
import { type Context, type Operator } from './context.ts'
import { type GoalResults, Status } from './goal-results.ts'
import { NOBODY, type Row } from './row.ts'
import { NOT_DUE, UNMEASURED, type Value } from './value.ts'

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

/** What is made of the other goal's quantities or statuses on the dates that are looked at. */
export function compileResultOf(node: expressions.ResultOf, context: Context, otherwise?: Operator): Operator {
  const { as, last, ifFewer } = node
  const statusCounted = as === 'quantity' ? undefined : countedStatus[as]
  return (row) => {
    const results = context.results.get(node.resultOf)!
    const dates = datesOf(node, row, context)
    if (dates.length === 0 && otherwise !== undefined) return otherwise(row)
    if (last !== undefined && dates.length < last && ifFewer === 'makes-unmeasured') return UNMEASURED
    // Of somebody who is held out on every date there is nothing to count, and not none.
    if (statusCounted !== undefined && dates.length === 0 && resultsSeen(node, row, context).length > 0)
      return UNMEASURED
    if (statusCounted !== undefined) return dates.filter((index) => results.status[index] === statusCounted).length
    if (dates.length === 0) return UNMEASURED
    const quantities = dates.map((index) => results.quantity?.[index] ?? UNMEASURED)
    return strict(quantities, (...numbers) => picked[node.pick ?? 'sum'](numbers))
  }
}

/** The results a `result-of` looks at, in order of their days. What is left out is left out here too. */
export function datesOf(node: expressions.ResultOf, row: Row, context: Context): number[] {
  const { day, number, status } = context.results.get(node.resultOf)!
  const found = resultsSeen(node, row, context).filter((index) => status[index] !== Status.leftOut)
  if (node.dates === 'same-date') return found
  found.sort((a, b) => day[a]! - day[b]! || number[a]! - number[b]!)
  const most = Math.min(node.dates === 'previous-date' ? 1 : Infinity, node.last ?? Infinity)
  return found.slice(Math.max(0, found.length - most))
}

/** Every result on the dates a `result-of` asks about, those that are left out among them. */
export function resultsSeen({ resultOf, dates }: expressions.ResultOf, row: Row, context: Context): number[] {
  const results = context.results.get(resultOf)!
  const isSeen = {
    'same-date': (on: Day) => on === row.day,
    'previous-date': (on: Day) => on !== NO_DAY && on < row.day,
    'earlier-dates': (on: Day) => on !== NO_DAY && on < row.day,
    'dates-so-far': (on: Day) => on !== NO_DAY && on <= row.day,
    'all-dates': () => true,
  }[dates]
  const found: number[] = []
  const end = endOfResults(results, row, context)
  for (let index = firstResult(results, row, context); index < end; index++)
    if (isSeen(results.day[index]!)) found.push(index)
  return found
}

const picked: Record<expressions.Pick, (numbers: readonly Exact[]) => Exact> = {
  latest: (numbers) => numbers.at(-1)!,
  first: (numbers) => numbers[0]!,
  highest: (numbers) => numbers.reduce(maximum),
  lowest: (numbers) => numbers.reduce(minimum),
  mean: (numbers) => divide(sum(numbers), numbers.length),
  sum: (numbers) => sum(numbers),
}

const countedStatus = {
  'times-met': Status.met,
  'times-missed': Status.missed,
  'times-unmeasured': Status.unmeasured,
} as const

/** Whether a result of a day is one of those that `met` looks at from a row. */
export function seenDates({ dates }: expressions.Met): (day: Day, row: Row) => boolean {
  if (dates === 'same-date') return (day, row) => day === row.day
  return dates.endsWith('-so-far') ? (day, row) => day !== NO_DAY && day <= row.day : () => true
}

export function compileMet(node: expressions.Met, context: Context): Operator {
  const isSeen = seenDates(node)
  const isEvery = node.dates.startsWith('every')
  return (row) => {
    const results = context.results.get(node.met)!
    const end = endOfResults(results, row, context)
    let met = 0
    let missed = 0
    let leftOut = 0
    let waits: Value | undefined
    for (let index = firstResult(results, row, context); index < end; index++) {
      if (!isSeen(results.day[index]!, row)) continue
      const status = results.status[index]
      if (status === Status.met) met++
      else if (status === Status.missed) missed++
      else if (status === Status.leftOut) leftOut++
      else if (status === Status.notDue) waits = NOT_DUE
      else if (status === Status.unmeasured) waits ??= UNMEASURED
    }
    if (isEvery) return missed > 0 ? 0 : (waits ?? (met > 0 ? 1 : UNMEASURED))
    if (met > 0 || waits !== undefined) return met > 0 ? 1 : waits!
    // Whoever is held out on every date has neither met nor missed the goal; who has no date has not met it on one.
    if (missed > 0) return 0
    return leftOut > 0 || node.dates === 'same-date' ? UNMEASURED : 0
  }
}
