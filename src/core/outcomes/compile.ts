/**
 * Expressions become operators: functions from a row to a value, composed once and run for every row.
 *
 *     { time-in: shelter, unit: nights, window: …, less-than: 6 nights }   →   (row) => 1 | 0 | missing
 *
 * No text is turned into code: each kind of node is one function here that returns a closure over the operators of its
 * children. A part that looks at a whole group is worked out once per group and date, not once per person.
 */
import {
  type Exact,
  addOffset,
  assert,
  compare,
  divide,
  growthBounds,
  add,
  monthsBetween,
  multiply,
  roundTo,
  fraction,
} from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import {
  change,
  difference,
  highest,
  lineAt,
  lowest,
  product,
  ratio,
  stepFor,
  strict,
  tiersAt,
  total,
  weighted,
} from './arithmetic.ts'
import { type Context, type Operator } from './context.ts'
import { compileDay } from './days.ts'
import { compileFact } from './fact-kinds.ts'
import { compileOver } from './over.ts'
import { boundsOf, decidedBy } from './logic.ts'
import { compileMet, compileResultOf } from './references.ts'
import { compileAttribute, compileIn, compileLeft, compileObservedTo, compileReached } from './roster-conditions.ts'
import { NOT_DUE, UNMEASURED, type Value, isMissing } from './value.ts'

type ValueNode = expressions.Value
type Condition = expressions.Condition

/** The operator of a value. Shares are fractions (75 % is 3/4); money is in minor units. */
export function compileValue(node: ValueNode, context: Context): Operator {
  const all = (nodes: readonly ValueNode[]) => nodes.map((child) => compileValue(child, context))
  switch (node.kind) {
    case 'time-in':
    case 'count-of':
    case 'value-of':
    case 'longest-run-in':
    case 'items-met':
      return compileFact(node, context, compileValue)
    case 'time-between':
      return compileTimeBetween(node, context)
    case 'result-of':
      return compileResultOf(node, context, node.ifNone === undefined ? undefined : compileValue(node.ifNone, context))
    case 'over':
      return compileOver(node, context, { value: compileValue, condition: compileCondition })
    case 'sum-of':
      return combine(all(node.sumOf), total)
    case 'difference':
      return combine(all(node.difference), difference)
    case 'product':
      return combine(all(node.product), product)
    case 'ratio':
      return combine(all(node.ratio), (values) => ratio(node, values))
    case 'highest-of':
      return combine(all(node.highestOf), highest)
    case 'lowest-of':
      return combine(all(node.lowestOf), lowest)
    case 'change':
      return combine(all([node.from, node.to]), (values) => change(node, values))
    case 'rounded': {
      const step = inMinorUnits(node.to, context)
      return combine(all([node.rounded]), (values) => strict(values, (number) => roundTo(number, step, node.how)))
    }
    case 'weighted':
      return combine(all(node.weighted.flatMap(({ weight, of }) => [weight, of])), (values) => weighted(node, values))
    case 'if':
      return compileIf(node, context)
    case 'steps':
      return compileSteps(node, context)
    case 'line':
      return compileLine(node, context)
    case 'tiers':
      return compileTiers(node, context)
    case 'grown':
      return compileGrown(node, context)
    case 'literal': {
      const value = inMinorUnits(node, context)
      return () => value
    }
    case 'parameter':
      return compileParameter(node, context)
    case 'this':
      return compileThis(node, context)
  }
}

/** The operator of a condition: 1, 0 or missing. What is known decides where it can. */
export function compileCondition(node: Condition, context: Context): Operator {
  const all = (nodes: readonly Condition[]) => nodes.map((child) => compileCondition(child, context))
  switch (node.kind) {
    case 'compare':
      return compileCompare(node, context)
    case 'over':
      return compileOver(node, context, { value: compileValue, condition: compileCondition })
    case 'all':
      return decidedBy(all(node.all), 0)
    case 'any':
      return decidedBy(all(node.any), 1)
    case 'not': {
      const inner = compileCondition(node.not, context)
      return (row) => {
        const value = inner(row)
        return isMissing(value) ? value : value === 0 ? 1 : 0
      }
    }
    case 'some':
      return compileSome(node, all(node.of))
    case 'met':
      return compileMet(node, context)
    case 'in':
      return compileIn(node, context, compileCondition)
    case 'attribute':
      return compileAttribute(node, context)
    case 'observed-to':
      return compileObservedTo(node, context)
    case 'left':
      return compileLeft(node, context)
    case 'reached':
      return compileReached(node, context)
  }
}

/** The values are in one array that is used again for the next row. */
function combine(operators: readonly Operator[], of: (values: readonly Value[]) => Value): Operator {
  const values = operators.map((): Value => 0)
  return (row) => {
    for (let index = 0; index < operators.length; index++) values[index] = operators[index]!(row)
    return of(values)
  }
}

/** Each agreement's value is asked for once. */
function compileParameter(node: expressions.Parameter, context: Context): Operator {
  const known: (Exact | undefined)[] = context.roster.agreements.map(() => undefined)
  return (row) => {
    const before = known[row.agreement]
    if (before !== undefined) return before
    const value = context.parameter(node.parameter, row.agreement)
    assert(value !== undefined, 'every agreement has a value for each parameter')
    known[row.agreement] = value
    return value
  }
}

function inMinorUnits(literal: expressions.Literal, context: Context): Exact {
  return literal.unit === 'money' ? multiply(literal.value, context.minorUnits) : literal.value
}

function compileTimeBetween(node: expressions.TimeBetween, context: Context): Operator {
  const [from, to] = node.timeBetween.map((day) => compileDay(day, context))
  const length = { days: 1, weeks: 7 }
  return (row) => {
    const [a, b] = [from!(row), to!(row)]
    if (a < -(2 ** 29) || b < -(2 ** 29)) return UNMEASURED
    if (node.unit === 'days' || node.unit === 'weeks') return Math.floor((b - a) / length[node.unit])
    return node.unit === 'months' ? monthsBetween(a, b) : Math.floor(monthsBetween(a, b) / 12)
  }
}

function compileIf(node: expressions.If, context: Context): Operator {
  const test = compileCondition(node.if, context)
  const [yes, no] = [compileValue(node.then, context), compileValue(node.else, context)]
  return (row) => {
    const value = test(row)
    return isMissing(value) ? value : value === 0 ? no(row) : yes(row)
  }
}

function compileSteps(node: expressions.Steps, context: Context): Operator {
  const of = compileValue(node.steps, context)
  const gives = node.table.map((row) => compileValue(row.give, context))
  const below = compileValue(node.below, context)
  const scaled = { ...node, table: node.table.map((row) => scaledStep(row, context)) }
  return (row) => {
    const value = of(row)
    if (isMissing(value)) return value
    const step = stepFor(scaled, value)
    return step < 0 ? below(row) : gives[step]!(row)
  }
}

/** A threshold in money is compared with money, so it too is in minor units. */
function scaledStep(row: expressions.StepRow, context: Context): expressions.StepRow {
  const scale = (literal: expressions.Literal) => ({ ...literal, value: inMinorUnits(literal, context) })
  return row.atLeast !== undefined
    ? { ...row, atLeast: scale(row.atLeast) }
    : { ...row, moreThan: scale(row.moreThan!) }
}

function compileLine(node: expressions.Line, context: Context): Operator {
  const of = compileValue(node.line, context)
  const gives = node.points.map((point) => compileValue(point.give, context))
  const points = node.points.map((point) => ({ ...point, x: { ...point.x, value: inMinorUnits(point.x, context) } }))
  const scaled = { ...node, points }
  return (row) => {
    const value = of(row)
    if (isMissing(value)) return value
    return strict(
      gives.map((give) => give(row)),
      (...numbers) => lineAt(scaled, value, numbers),
    )
  }
}

function compileTiers(node: expressions.Tiers, context: Context): Operator {
  const of = compileValue(node.tiers, context)
  const limits = node.table.map((row) => (row.upTo === undefined ? undefined : compileValue(row.upTo, context)))
  const prices = node.table.map((row) => compileValue(row.price, context))
  return (row) => {
    const quantity = of(row)
    if (isMissing(quantity)) return quantity
    const values = [...limits.map((limit) => limit?.(row) ?? 0), ...prices.map((price) => price(row))]
    return strict(values, (...numbers) => {
      const tiers = prices.map((_, i) => ({
        upTo: limits[i] === undefined ? undefined : numbers[i]!,
        price: numbers[prices.length + i]!,
      }))
      return tiersAt(quantity, tiers)
    })
  }
}

const growthDigits = 40

/** Forward: an amount grown to a later day. Back: a later amount brought back, its present value. */
function compileGrown(node: expressions.Grown, context: Context): Operator {
  const [amount, rate] = [compileValue(node.grown, context), compileValue(node.by, context)]
  const [from, to] = [compileDay(node.from, context), compileDay(node.to, context)]
  return (row) => {
    const [a, b] = [from(row), to(row)]
    if (a < -(2 ** 29) || b < -(2 ** 29)) return NOT_DUE
    return strict([amount(row), rate(row)], (value, yearly) => {
      const factor = growthFactor(node, a, b, yearly)
      return node.direction === 'forward' ? multiply(value, factor) : divide(value, factor)
    })
  }
}

/** Years are whole calendar years and the days beyond them as parts of 365. */
export function growthFactor(node: expressions.Grown, from: number, to: number, yearly: Exact): Exact {
  const whole = Math.max(0, Math.floor(monthsBetween(from, to) / 12))
  const daysBeyond = Math.max(0, to - addOffset(from, { months: 12 * whole, days: 0 }))
  const years = node.partYears === 'whole-only' ? whole : add(whole, fraction(daysBeyond, 365))
  if (node.how === 'simple') return add(1, multiply(yearly, years))
  const { low, high } = growthBounds(yearly, years, growthDigits)
  // Whole years are exact; part years are known to forty digits, far finer than any coin.
  return compare(low, high) === 0 ? low : divide(add(low, high), 2)
}

function compileThis(node: expressions.This, context: Context): Operator {
  switch (node.this) {
    case 'quantity':
      return (row) => row.quantity
    case 'occasion-number':
      return (row) => row.number
    case 'contract-sum': {
      const contractSum = multiply(context.agreement.contractSum ?? 0, context.minorUnits)
      return () => contractSum
    }
  }
}

type Bound = { limit: Operator; holds: (side: number) => boolean }

function compileCompare(node: expressions.Compare, context: Context): Operator {
  const of = compileValue(node.value, context)
  const bounds = boundsOf(node).map(({ limit, holds }) => ({ limit: compileValue(limit, context), holds }))
  // Most comparisons have one plain bound; a loop and a call less are worth it at a million rows.
  if (bounds.length === 1) return compareOne(of, bounds[0]!)
  return decidedBy(
    bounds.map((bound) => compareOne(of, bound)),
    0,
  )
}

function compareOne(of: Operator, { limit, holds }: Bound): Operator {
  return (row) => {
    const value = of(row)
    if (isMissing(value)) return value
    const bound = limit(row)
    if (isMissing(bound)) return bound
    return holds(compare(value, bound)) ? 1 : 0
  }
}

function compileSome(node: expressions.Some, operators: readonly Operator[]): Operator {
  return (row) => {
    let [yes, unknown]: [number, Value | undefined] = [0, undefined]
    let unknownCount = 0
    for (const operator of operators) {
      const value = operator(row)
      if (isMissing(value)) {
        if (unknown !== NOT_DUE) unknown = value
        unknownCount++
      } else if (value !== 0) yes++
    }
    if (yes >= node.some) return 1
    if (unknown === undefined || yes + unknownCount < node.some) return 0
    return node.unmeasured === 'counted-as-no' && unknown === UNMEASURED ? 0 : unknown
  }
}
