/**
 * How a sum moves with the goal's quantity: not at all, in proportion, upwards, or some other way.
 *
 *     1000 kr × quantity             in proportion: two dates by themselves come to what their sum comes to
 *     tiers with falling prices      upwards, but not in proportion: it matters whether dates are added first
 *     line from 10 kr down to 0 kr   some other way: more can be worth less
 *
 * What is not plain from the shape alone is some other way.
 */
import { type Exact, compare } from '../base/index.ts'
import { type Goal } from './agreement.ts'
import { type Value } from './expression.ts'
import { canBeNegative } from './sign.ts'
import { walk } from './walk.ts'

/** Whether the quantity has any say in the value. */
export function dependsOnQuantity(value: Value | undefined): boolean {
  let found = false
  if (value !== undefined) walk(value, (node) => void (found ||= node.kind === 'this' && node.this === 'quantity'))
  return found
}

/** Whether twice the quantity is twice the value, and nothing is nothing. */
export function isProportional(value: Value | undefined): boolean {
  switch (value?.kind) {
    case 'this':
      return value.this === 'quantity'
    case 'sum-of':
      return (value.sumOf ?? []).every(isProportional)
    case 'difference':
      return (value.difference ?? []).every(isProportional)
    case 'product': {
      const factors = (value.product ?? []).filter(dependsOnQuantity)
      return factors.length === 1 && isProportional(factors[0])
    }
    case 'ratio':
      return isProportional(value.ratio?.[0]) && !dependsOnQuantity(value.ratio?.[1])
    case 'if':
      return !conditionDepends(value) && isProportional(value.then) && isProportional(value.else)
    default:
      return false
  }
}

function conditionDepends(value: Value & { kind: 'if' }): boolean {
  let found = false
  if (value.if !== undefined)
    walk(value.if, (node) => void (found ||= node.kind === 'this' && node.this === 'quantity'))
  return found
}

/** Whether more of the quantity is never worth less. */
export function neverFalls(value: Value | undefined, goal: Goal): boolean {
  if (value === undefined || !dependsOnQuantity(value)) return true
  const all = (values: readonly Value[] | undefined) => (values ?? []).every((inner) => neverFalls(inner, goal))
  switch (value.kind) {
    case 'this':
      return true
    case 'sum-of':
      return all(value.sumOf)
    case 'highest-of':
      return all(value.highestOf)
    case 'lowest-of':
      return all(value.lowestOf)
    case 'product':
      return all(value.product) && !(value.product ?? []).some((factor) => canBeNegative(factor, goal))
    case 'rounded':
      return all([value.rounded])
    case 'steps':
      return all([value.steps]) && rises([value.below, ...(value.table ?? []).map(({ give }) => give)])
    case 'line': {
      const gives = (value.points ?? []).map(({ give }) => give)
      const isAboveNothing = value.below !== 'nothing' || !canBeNegative(gives[0], goal)
      return all([value.line]) && rises(gives) && isAboveNothing
    }
    case 'tiers': {
      const prices = (value.table ?? []).flatMap(({ price, upTo }) => [price, ...(upTo === undefined ? [] : [upTo])])
      return all([value.tiers]) && !prices.some((price) => dependsOnQuantity(price) || canBeNegative(price, goal))
    }
    default:
      return false
  }
}

/** Plain numbers, none below the one before it. */
function rises(values: readonly (Value | undefined)[]): boolean {
  const numbers = values.map((value): Exact | undefined => (value?.kind === 'literal' ? value.value : undefined))
  return numbers.every((number, index) => {
    const before = index === 0 ? number : numbers[index - 1]
    return number !== undefined && before !== undefined && compare(number, before) >= 0
  })
}
