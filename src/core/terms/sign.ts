/**
 * Sign: can a sum fall below zero? What is counted or timed cannot; a difference and a change can.
 *
 *     difference: [shelter before, shelter after]                yes: more nights after than before
 *     highest-of: [0 kr, { difference: … }]                      no
 *     line through (0 %, 0 kr) and (40 %, 60000 kr), hold below  no, whatever the quantity
 */
import { compare, sign } from '../base/index.ts'
import { type Goal } from './agreement.ts'
import { type Value } from './expression.ts'

/**
 * Whether the value can be negative on what its shape alone tells. A figure from outside is taken as it is meant: not.
 * `goals` are those whose results it may rest on.
 */
export function canBeNegative(
  value: Value | undefined,
  goal: Goal | undefined,
  goals: ReadonlyMap<string, Goal> = new Map(),
): boolean {
  const can = (inner: Value | undefined): boolean => canBeNegative(inner, goal, goals)
  switch (value?.kind) {
    case 'literal':
      return sign(value.value) < 0
    case 'difference':
    case 'change':
      return true
    case 'this':
      return value.this === 'quantity' && goal?.quantity !== undefined && canBeNegative(goal.quantity, undefined, goals)
    case 'result-of': {
      const others = new Map([...goals].filter(([name]) => name !== value.resultOf))
      return value.as === 'quantity' && canBeNegative(goals.get(value.resultOf)?.quantity, undefined, others)
    }
    case 'sum-of':
      return (value.sumOf ?? []).some(can)
    case 'product':
      return (value.product ?? []).some(can)
    case 'ratio':
      return (value.ratio ?? []).some(can)
    case 'highest-of':
      return (value.highestOf ?? []).every(can)
    case 'lowest-of':
      return (value.lowestOf ?? []).some(can)
    case 'rounded':
      return can(value.rounded)
    case 'grown':
      return can(value.grown)
    case 'weighted':
      return (value.weighted ?? []).some(({ of }) => can(of))
    case 'over':
      return can(value.of)
    case 'if':
      return can(value.then) || can(value.else)
    case 'steps':
      return can(value.below) || (value.table ?? []).some(({ give }) => can(give))
    case 'line': {
      const gives = (value.points ?? []).map(({ give }) => give)
      return gives.some(can) || leavesZero(value, gives)
    }
    case 'tiers':
      return can(value.tiers) || (value.table ?? []).some(({ price }) => can(price))
    default:
      return false
  }
}

/** A line that is drawn on beyond its points passes zero sooner or later, unless it points away from it. */
function leavesZero(line: Value & { kind: 'line' }, gives: readonly Value[]): boolean {
  const [first, last] = [gives[0], gives.at(-1)]
  if (first?.kind !== 'literal' || last?.kind !== 'literal') return line.below === 'extend' || line.above === 'extend'
  const rises = compare(last.value, first.value) > 0
  return (line.below === 'extend' && rises) || (line.above === 'extend' && !rises)
}
