/**
 * Direction: does a goal pay for more of what it measures, or for less?
 *
 *     time-in: placement, at-most: 0 nights       less
 *     change: fall, from: hours, to: hours        less of `to`, more of `from`
 *     not: { count-of: arrest, at-least: 1 }      less
 *
 * The case that surprises: a quantity has no direction until a payment reads it. A falling step table turns it.
 */
import { type Place, compare } from '../base/index.ts'
import { type Goal, type Payment } from './agreement.ts'
import { measuresOf } from './checking.ts'
import { type Condition, type Expression, type Literal, type Value } from './expression.ts'

export type Wanted = { measure: string; wanted: 'more' | 'less'; at: Place }

type Sign = 1 | -1

/** Each measure a goal reads, and whether its payments reward more or less of it. */
export function wantedOf(goal: Goal, payments: readonly Payment[]): Wanted[] {
  const found: Wanted[] = []
  if (goal.met !== undefined) follow(goal.met, 1, found)
  if (goal.quantity !== undefined) {
    const falls = payments.some(({ amount }) => amount !== undefined && fallsWithQuantity(amount))
    follow(goal.quantity, falls ? -1 : 1, found)
  }
  return found
}

function fallsWithQuantity(amount: Value): boolean {
  if (amount.kind === 'steps')
    return falls([...(amount.below === undefined ? [] : [amount.below]), ...gives(amount.table)])
  if (amount.kind === 'line') return falls(gives(amount.points))
  if (amount.kind === 'difference') {
    const [, second] = amount.difference ?? []
    return second?.kind === 'product' && (second.product ?? []).some((value) => value?.kind === 'this')
  }
  return false
}

const gives = (rows: readonly { give: Value }[] | undefined): Value[] => (rows ?? []).map(({ give }) => give)

function falls(values: readonly (Value | undefined)[]): boolean {
  const literals = values.filter((value): value is Literal => value?.kind === 'literal')
  const [first, last] = [literals[0], literals.at(-1)]
  return first !== undefined && last !== undefined && compare(last.value, first.value) < 0
}

function follow(node: Expression | undefined, sign: Sign, found: Wanted[]): void {
  if (node === undefined) return
  for (const measure of measuresOf(node)) {
    found.push({ measure, wanted: sign === 1 ? 'more' : 'less', at: node.at })
  }
  const turned: Sign = sign === 1 ? -1 : 1
  for (const [child, turns] of childrenWithSign(node)) follow(child, turns ? turned : sign, found)
}

/** The parts of an expression whose growth makes it more, or (turned) less, likely or large. */
function childrenWithSign(node: Expression): [Value | Condition | undefined, boolean][] {
  const same = (
    nodes: readonly (Value | Condition | undefined)[] | undefined,
  ): [Value | Condition | undefined, boolean][] => (nodes ?? []).map((child) => [child, false])
  switch (node.kind) {
    case 'compare': {
      const wantsLess = node.atMost !== undefined || node.lessThan !== undefined || isNone(node.exactly)
      return [[node.value, wantsLess && node.atLeast === undefined && node.moreThan === undefined]]
    }
    case 'not':
      return [[node.not, true]]
    case 'all':
      return same(node.all)
    case 'any':
      return same(node.any)
    case 'some':
      return same(node.of)
    case 'over':
      return same([node.of, node.that])
    case 'sum-of':
      return same(node.sumOf)
    case 'product':
      return same(node.product)
    case 'highest-of':
      return same(node.highestOf)
    case 'lowest-of':
      return same(node.lowestOf)
    case 'weighted':
      return same((node.weighted ?? []).map(({ of }) => of))
    case 'rounded':
      return same([node.rounded])
    case 'difference':
      return (node.difference ?? []).map((child, index) => [child, index === 1])
    case 'ratio':
      return (node.ratio ?? []).map((child, index) => [child, index === 1])
    case 'change':
      return node.change === 'fall' ? [[node.to, true]] : [[node.to, false]]
    case 'steps':
      return [[node.steps, falls(gives(node.table))]]
    case 'line':
      return [[node.line, falls(gives(node.points))]]
    case 'if':
      return same([node.then, node.else])
    default:
      return []
  }
}

const isNone = (value: Value | undefined): boolean => value?.kind === 'literal' && value.value === 0
