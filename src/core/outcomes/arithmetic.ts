/**
 * Sums, ratios, changes and curves: pure functions of numbers, the same for one person and for a group.
 *
 *     fall from 12.5 to 9 as a share  =  (12.5 − 9) / 12.5  =  7/25
 *     line (0 % → 0), (40 % → 60 000) at 28 %  =  42 000
 *
 * Each takes the values of the node's children in the order they are written, so that a reason can be recomputed from
 * its children by the same few lines.
 */
import { type Exact, add, compare, divide, isZero, maximum, minimum, multiply, subtract, sum } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { UNMEASURED, type Value, firstMissing, isMissing } from './value.ts'

/** Applies `of` when nothing is missing. */
export function strict(values: readonly Value[], of: (...numbers: Exact[]) => Value): Value {
  for (const value of values) {
    if (isMissing(value))
      return values.reduce<Value>((a, b) => (isMissing(a) || isMissing(b) ? firstMissing(a, b) : a), value)
  }
  return of(...(values as Exact[]))
}

export const total = (values: readonly Value[]): Value => strict(values, (...numbers) => sum(numbers))
export const product = (values: readonly Value[]): Value => strict(values, (...numbers) => numbers.reduce(multiply))
export const highest = (values: readonly Value[]): Value => strict(values, (...numbers) => numbers.reduce(maximum))
export const lowest = (values: readonly Value[]): Value => strict(values, (...numbers) => numbers.reduce(minimum))
export const difference = (values: readonly Value[]): Value => strict(values, (a, b) => subtract(a, b))

export function ratio(node: expressions.Ratio, values: readonly Value[]): Value {
  return strict(values, (a, b) => {
    if (!isZero(b)) return divide(a, b)
    return node.ifZero === 'counts-as-none' ? 0 : UNMEASURED
  })
}

export function change(node: expressions.Change, values: readonly Value[]): Value {
  return strict(values, (from, to) => {
    const moved = node.change === 'fall' ? subtract(from, to) : subtract(to, from)
    if (node.as === 'units') return moved
    if (!isZero(from)) return divide(moved, from)
    return node.zeroBaseline === 'counts-as-none' ? 0 : UNMEASURED
  })
}

/** Weighted mean of parts: Σ weight × value, over Σ weight where the others take over a missing part's weight. */
export function weighted(node: expressions.Weighted, values: readonly Value[]): Value {
  const parts = node.weighted.map((_, index) => ({ weight: values[2 * index]!, of: values[2 * index + 1]! }))
  if (node.missing === 'makes-unmeasured') {
    return total(parts.map(({ weight, of }) => product([weight, of])))
  }
  const known = parts.filter(({ of }) => !isMissing(of))
  const allWeights = total(parts.map(({ weight }) => weight))
  const weights = total(known.map(({ weight }) => weight))
  if (known.length === 0 || isMissing(weights) || isMissing(allWeights) || isZero(weights)) return UNMEASURED
  const points = total(known.map(({ weight, of }) => product([weight, of])))
  return isMissing(points) ? points : divide(multiply(points, allWeights), weights)
}

/** The last step whose threshold is reached; `at-least` takes the boundary in, `more-than` leaves it out. */
export function stepFor(node: expressions.Steps, at: Exact): number {
  let reached = -1
  node.table.forEach((row, index) => {
    const side = compare(at, (row.atLeast ?? row.moreThan)!.value)
    if (side > 0 || (side === 0 && row.atLeast !== undefined)) reached = index
  })
  return reached
}

/** Straight lines between points; outside them the curve holds, gives nothing, or goes on. */
export function lineAt(node: expressions.Line, at: Exact, gives: readonly Exact[]): Exact {
  const xs = node.points.map((point) => point.x.value)
  const last = xs.length - 1
  if (compare(at, xs[0]!) < 0 && node.below !== 'extend') return node.below === 'hold' ? gives[0]! : 0
  if (compare(at, xs[last]!) > 0 && node.above === 'hold') return gives[last]!
  let right = 1
  while (right < last && compare(at, xs[right]!) > 0) right++
  if (last === 0) return gives[0]!
  const slope = divide(subtract(gives[right]!, gives[right - 1]!), subtract(xs[right]!, xs[right - 1]!))
  return add(gives[right - 1]!, multiply(slope, subtract(at, xs[right - 1]!)))
}

/** Marginal tiers: the first n units at one price, the next at another. Limits are counted from nothing. */
export function tiersAt(quantity: Exact, tiers: readonly { upTo: Exact | undefined; price: Exact }[]): Exact {
  let [earned, from]: [Exact, Exact] = [0, 0]
  for (const { upTo, price } of tiers) {
    const to = upTo === undefined ? quantity : minimum(quantity, upTo)
    if (compare(to, from) > 0) {
      earned = add(earned, multiply(subtract(to, from), price))
      from = to
    }
  }
  return earned
}
