/**
 * What the number of a value counts, so that 0.75 is told as 75 % and 7200000 as 72.000 kr.
 *
 * The checks of the terms have already made sure that units go together; here the first known one is taken.
 */
import { type Agreement, type expressions, expressionsOf, walk } from '../src/core/terms/index.ts'

type Unit = expressions.Unit
type Value = expressions.Value

/** The unit of every expression of these agreements, by its path. Versions of one agreement share their paths. */
export function unitsByPath(agreements: readonly Agreement[]): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>()
  for (const agreement of agreements) {
    for (const { in: path, node } of expressionsOf(agreement)) {
      const payment = /payments\.([^.]+)/.exec(path)?.[1]
      const own = /^goals\.([^.]+)/.exec(path)?.[1]
      const goal = payment === undefined ? own : agreement.payments?.get(payment)?.goal
      walk(node, (inner) => {
        const unit = isValue(inner) ? unitOf(inner, agreement, goal) : undefined
        if (unit !== undefined) units.set(inner.path, unit)
      })
    }
  }
  return units
}

/** The unit of what a goal's quantity counts. */
export function unitOfGoal(agreement: Agreement, goal: string): Unit | undefined {
  return unitOf(agreement.goals.get(goal)?.quantity, agreement, undefined)
}

const conditions = new Set([
  'compare',
  'all',
  'any',
  'not',
  'some',
  'met',
  'in',
  'attribute',
  'observed-to',
  'left',
  'reached',
])

function isValue(node: expressions.Expression): node is Value {
  return !conditions.has(node.kind) && !(node.kind === 'over' && (node.take === 'every' || node.take === 'any'))
}

function unitOf(node: Value | undefined, agreement: Agreement, goal: string | undefined, depth = 0): Unit | undefined {
  if (node === undefined || depth > 50) return undefined
  const of = (inner: Value | undefined) => unitOf(inner, agreement, goal, depth + 1)
  const first = (nodes: readonly (Value | undefined)[]) => nodes.map(of).find((unit) => unit !== undefined)
  switch (node.kind) {
    case 'literal':
    case 'time-in':
    case 'longest-run-in':
    case 'time-between':
      return node.unit
    case 'count-of':
      return node.as === 'share' ? 'share' : 'times'
    case 'items-met':
      return node.as === 'share' ? 'share' : 'items'
    case 'value-of':
      return unitOfMeasure(agreement, node.valueOf)
    case 'result-of':
      return node.as === 'quantity' ? of(agreement.goals.get(node.resultOf)?.quantity) : 'times'
    case 'over':
      return node.take === 'count' ? 'people' : node.take === 'share' ? 'share' : of(node.of)
    case 'parameter': {
      const unit = agreement.parameters?.get(node.parameter)?.unit
      return unit === 'minor' ? 'money' : unit
    }
    case 'this':
      if (node.this === 'contract-sum') return 'money'
      return node.this === 'quantity' && goal !== undefined ? of(agreement.goals.get(goal)?.quantity) : 'number'
    case 'product':
      return node.product.map(of).includes('money') ? 'money' : first(node.product)
    case 'ratio':
      return ratioUnit(node.ratio.map(of))
    case 'change':
      return node.as === 'share' ? 'share' : of(node.from)
    default:
      return first(partsOf(node))
  }
}

/** Two alike give a share, as the checks of the terms have it; an amount per something is still an amount. */
function ratioUnit([above, below]: readonly (Unit | undefined)[]): Unit | undefined {
  if (above === undefined || below === undefined) return undefined
  if (areAlike(above, below)) return 'share'
  return above === 'money' ? 'money' : below === 'share' || below === 'number' ? above : 'number'
}

const counts: readonly Unit[] = ['times', 'people', 'items', 'points', 'levels']

/** A bare number goes with whatever is counted. */
const areAlike = (one: Unit, other: Unit): boolean =>
  one === other || (one === 'number' && counts.includes(other)) || (other === 'number' && counts.includes(one))

type Composed = Exclude<
  Value,
  {
    kind:
      | 'literal'
      | 'time-in'
      | 'longest-run-in'
      | 'time-between'
      | 'count-of'
      | 'items-met'
      | 'value-of'
      | 'result-of'
      | 'over'
      | 'parameter'
      | 'this'
      | 'product'
      | 'ratio'
      | 'change'
  }
>

/** The parts that a value has its unit from. */
function partsOf(node: Composed): readonly Value[] {
  switch (node.kind) {
    case 'sum-of':
      return node.sumOf
    case 'difference':
      return node.difference
    case 'highest-of':
      return node.highestOf
    case 'lowest-of':
      return node.lowestOf
    case 'rounded':
      return [node.rounded]
    case 'weighted':
      return node.weighted.map((part) => part.of)
    case 'if':
      return [node.then, node.else]
    case 'steps':
      return [...node.table.map((row) => row.give), node.below]
    case 'line':
      return node.points.map((point) => point.give)
    case 'tiers':
      return node.table.map((tier) => tier.price)
    case 'grown':
      return [node.grown]
  }
}

function unitOfMeasure(agreement: Agreement, name: string): Unit | undefined {
  const measure = agreement.measures.get(name)
  switch (measure?.kind) {
    case 'share':
      return 'share'
    case 'level':
      return 'levels'
    case 'score':
      return 'points'
    default:
      return measure?.unit
  }
}
