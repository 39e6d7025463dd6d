/**
 * Expressions that read well one by one and cannot run together: tables out of order, windows that end before they
 * begin, comparisons with two lower bounds, a difference of three.
 *
 *     table: [ at-least: 75 % …, at-least: 50 % … ]       the second row can never be reached
 *     window: { from: start, until: start - 6 months }    holds no day
 *
 * Problems: table-empty, table-not-rising, table-open-row, needs-two, over-lacks, window-backwards, bounds-clash,
 * some-too-many, weights-off, threshold-stated-twice.
 */
import { type Exact, add, compare, divide, equals, multiply, problem, roundTo, subtract } from '../base/index.ts'
import { type Goal } from './agreement.ts'
import { type Checking, type ClauseText, clausesOf, eachNode, insertedIn, isWritten, windowOf } from './checking.ts'
import {
  type Compare,
  type DayExpression,
  type Expression,
  type Literal,
  type Over,
  type StepRow,
  type Unit,
  type Value,
  type Weighted,
  type Window,
} from './expression.ts'
import { type Units, demand, quantityUnit, unitOf, weighConditions } from './units.ts'

export function checkExpressions(to: Checking): void {
  for (const clause of clausesOf(to.agreement)) {
    eachNode(clause, (node) => {
      checkNode(to, node)
      const window = windowOf(node)
      if (window !== undefined) checkWindow(to, window)
    })
    checkUnits(to, clause)
  }
}

/** Parts of a security that are shares, not money. */
const shares = new Set(['rate', 'share', 'surplus'])

/** What each part of a clause must be worth: money where it is paid, anything where it is counted. */
function checkUnits(to: Checking, clause: ClauseText): void {
  const units = { to, clause, underway: [] }
  for (const { node, key } of clause.expressions) {
    if (key === 'quantity') unitOf(node as Value, units, true)
    else if (key === 'times') demand(node as Value, ['share', 'number'], key, units, true)
    else if (shares.has(key)) demand(node as Value, ['share'], key, units, true)
    else if (key === 'per-unit') demand(node as Value, pricesOf(clause.goal, units), key, units, true)
    else if (key !== 'who' && key !== 'met' && key !== 'only-if') demand(node as Value, ['money'], key, units, true)
    weighConditions(node, units)
  }
}

/** Of a quantity that is money, a share is paid; money for each krone would be no amount. One that is open goes with either. */
function pricesOf(goal: Goal | undefined, units: Units): readonly Unit[] {
  const unit = quantityUnit(goal, units)
  if (unit === 'money') return ['share', 'number']
  return unit === undefined && goal !== undefined && isWritten(goal, 'quantity')
    ? ['money', 'share', 'number']
    : ['money']
}

function checkNode(to: Checking, node: Expression): void {
  switch (node.kind) {
    case 'steps':
      return checkSteps(to, node.table ?? [], node)
    case 'line':
      return checkRising(
        to,
        (node.points ?? []).map((point) => point.x),
        { node, rows: 'points', rowsLeast: 2 },
      )
    case 'tiers':
      return checkTiers(to, node.table ?? [], node)
    case 'difference':
      return checkTwo(to, node, 'difference', node.difference)
    case 'ratio':
      return checkTwo(to, node, 'ratio', node.ratio)
    case 'time-between':
      return checkTwo(to, node, 'time-between', node.timeBetween)
    case 'over':
      return checkOver(to, node)
    case 'weighted':
      return checkWeights(to, node)
    case 'compare':
      checkBounds(to, node)
      return checkStatedTwice(to, node)
    case 'some':
      if (node.of === undefined || node.some === undefined) return
      if (node.some >= 1 && node.some <= node.of.length) return
      return tell(to, node, 'some', { some: String(node.some), of: String(node.of.length) })
    default:
      return
  }
}

function tell(to: Checking, node: Expression, key: 'some', facts: Record<string, string>): void {
  const at = node.places[key] ?? node.at
  to.problems.push(problem('some-too-many', 'wrong', at, { path: node.path, ...facts }))
}

function checkTwo(to: Checking, node: Expression, key: string, values: readonly unknown[] | undefined): void {
  if (values === undefined || values.length === 2) return
  const facts = { path: node.path, key, found: String(values.length) }
  to.problems.push(problem('needs-two', 'wrong', node.places[key] ?? node.at, facts))
}

// Tables

type Table = { node: Expression; rows: string; rowsLeast: number }

function checkSteps(to: Checking, rows: readonly StepRow[], node: Expression): void {
  const thresholds = rows.map((row) => row.atLeast ?? row.moreThan)
  checkRising(to, thresholds, { node, rows: 'table', rowsLeast: 1 })
}

/** Each number stands above the one before it: an equal one would state the same threshold twice. */
function checkRising(to: Checking, numbers: readonly (Literal | undefined)[], { node, rows, rowsLeast }: Table): void {
  if (isWritten(node, rows) && numbers.length < rowsLeast && hasRows(node, rows)) {
    const facts = { path: node.path, rows, rowsLeast: String(rowsLeast) }
    to.problems.push(problem('table-empty', 'wrong', node.places[rows] ?? node.at, facts))
  }
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1]
    if (before?.value === undefined || number?.value === undefined || before.unit !== number.unit) continue
    if (compare(number.value, before.value) > 0) continue
    const isSame = equals(number.value, before.value)
    const facts = { path: node.path, found: number.text, before: before.text, isSame }
    to.problems.push(problem('table-not-rising', 'wrong', number.at, facts))
  }
}

/** A list that could not be read is a hole, and no empty table. */
function hasRows(node: Expression, rows: string): boolean {
  return (node as unknown as Record<string, unknown>)[rows] !== undefined
}

function checkTiers(to: Checking, rows: readonly { upTo?: Value; at: Expression['at'] }[], node: Expression): void {
  const literals = rows.map(({ upTo }) => (upTo?.kind === 'literal' ? upTo : undefined))
  checkRising(to, literals, { node, rows: 'table', rowsLeast: 1 })
  for (const [index, row] of rows.entries()) {
    const isLast = index === rows.length - 1
    const isOpen = !('up-to' in (row as unknown as { places: object }).places)
    if (isOpen === isLast) continue
    const facts = { path: node.path, row: String(index + 1), rows: String(rows.length), isLast }
    to.problems.push(problem('table-open-row', 'wrong', row.at, facts))
  }
}

// Counting over people

const needsOf = ['sum', 'mean', 'median', 'highest', 'lowest']
const needsThat = ['share', 'every', 'any']

function checkOver(to: Checking, node: Over): void {
  const { take } = node
  const lacks = (key: 'of' | 'that', takes: readonly string[]): boolean =>
    take !== undefined && takes.includes(take) && !isWritten(node, key)
  for (const key of [...(lacks('of', needsOf) ? ['of'] : []), ...(lacks('that', needsThat) ? ['that'] : [])]) {
    const at = node.places['take'] ?? node.at
    to.problems.push(problem('over-lacks', 'wrong', at, { path: node.path, take: take ?? '', key }))
  }
}

/** Weights that are shares share out a whole. */
function checkWeights(to: Checking, node: Weighted): void {
  const weights = (node.weighted ?? []).map(({ weight }) => weight)
  let sum: Exact = 0
  for (const weight of weights) {
    if (weight?.kind !== 'literal' || weight.unit !== 'share') return
    sum = add(sum, weight.value)
  }
  if (weights.length === 0 || equals(sum, 1)) return
  const at = node.places['weighted'] ?? node.at
  to.problems.push(problem('weights-off', 'wrong', at, { path: node.path, sum }))
}

// Windows

function checkWindow(to: Checking, window: Window): void {
  const begins = window.from ?? window.after
  const ends = window.until ?? window.through
  if (begins === undefined || ends === undefined) return
  const daysMost = daysBetweenMost(begins, ends)
  if (daysMost === undefined) return
  // The first day outside must come after the first day inside.
  const days = daysMost + (window.through === undefined ? 0 : 1) - (window.after === undefined ? 0 : 1)
  if (days > 0) return
  const facts = { path: window.path, from: begins.text, to: ends.text }
  to.problems.push(problem('window-backwards', 'wrong', window.at, facts))
}

/** The most days there can be from one day to another, when both are fixed or counted from the same day. */
function daysBetweenMost(begins: DayExpression, ends: DayExpression): number | undefined {
  if (begins.align !== undefined || ends.align !== undefined) return undefined
  const apart = { months: 0, days: 0 }
  for (const [day, sign] of [
    [ends, 1],
    [begins, -1],
  ] as const) {
    for (const offset of day.offsets) {
      apart.months += sign * offset.months
      apart.days += sign * offset.days
    }
  }
  const inMonths = apart.months * (apart.months > 0 ? 31 : 28)
  if (begins.base.of === 'fixed' && ends.base.of === 'fixed')
    return ends.base.day - begins.base.day + inMonths + apart.days
  return JSON.stringify(begins.base) === JSON.stringify(ends.base) ? inMonths + apart.days : undefined
}

// Comparisons

function checkBounds(to: Checking, node: Compare): void {
  const written = (...keys: string[]): string[] => keys.filter((key) => isWritten(node, key))
  const lower = written('at-least', 'more-than')
  const upper = written('at-most', 'less-than')
  const all = [...lower, ...upper, ...written('exactly')]
  const clash = lower.length > 1 || upper.length > 1 || (isWritten(node, 'exactly') && all.length > 1)
  if (clash || isEmptyRange(node)) {
    const at = node.places[all.at(-1)!] ?? node.at
    to.problems.push(problem('bounds-clash', 'wrong', at, { path: node.path, keys: all, isEmpty: !clash }))
  }
}

function isEmptyRange({ atLeast, moreThan, atMost, lessThan }: Compare): boolean {
  const [lower, upper] = [atLeast ?? moreThan, atMost ?? lessThan]
  if (lower?.kind !== 'literal' || upper?.kind !== 'literal' || lower.unit !== upper.unit) return false
  const order = compare(lower.value, upper.value)
  return order > 0 || (order === 0 && (moreThan !== undefined || lessThan !== undefined))
}

/**
 * `at-least: 31 %` beside `written-as: 50 of 162`: 31 % of 162 is 51 people, so that with exactly 50 the goal is met by
 * the count and missed by the share.
 */
function checkStatedTwice(to: Checking, node: Compare): void {
  const { writtenAs, decidedBy, atLeast } = node
  if (writtenAs === undefined || atLeast?.kind !== 'literal' || atLeast.unit !== 'share') return
  const { count, of } = writtenAs
  const countForShare = roundTo(multiply(atLeast.value, of), 1, 'up')
  if (equals(countForShare, count) || decidedBy !== undefined) return
  const [low, high] = compare(count, countForShare) < 0 ? [count, countForShare] : [countForShare, count]
  const choices = ['count', 'share'].map((by) => insertedIn(to, node, `decided-by: ${by}`))
  const disputed = { low, high: subtract(high, 1) }
  const facts = {
    path: node.path,
    share: atLeast.value,
    count,
    of,
    countForShare,
    disputed,
    shareOfCount: divide(count, of),
  }
  to.problems.push(problem('threshold-stated-twice', 'unsettled', atLeast.at, facts, choices))
}
