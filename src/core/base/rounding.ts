/**
 * Rounding by a named rule, to a multiple of a step.
 *
 *     roundTo(  7/2, 1, 'down')      →   3     towards zero
 *     roundTo(  7/2, 1, 'up')        →   4     away from zero, whatever the rest: 3.01 becomes 4
 *     roundTo(  7/2, 1, 'half-up')   →   4     to the nearest, halves away from zero
 *     roundTo(  5/2, 1, 'half-even') →   2     to the nearest, halves to the even multiple
 *     roundTo(12349, 1000, 'down')   →   12000
 *
 * The case that surprises: every rule is symmetric, so −7/2 'down' is −3 and 'half-up' is −4. What one party pays is
 * then what the other receives, to the last øre. The floor, which is not symmetric, has its own name in exact.ts.
 */
import { assert } from './assert.ts'
import { type Exact, denominatorOf, divide, fromBigInt, multiply, numeratorOf, sign } from './exact.ts'

/** A calculation has no rounding until the terms name one of these. */
export type Rounding = 'down' | 'up' | 'half-up' | 'half-even'

export const roundings: readonly Rounding[] = ['down', 'up', 'half-up', 'half-even']

/** The multiple of the step that the rule chooses for the value; the step is positive, such as 1, 1/100 or 1000. */
export function roundTo(value: Exact, step: Exact, how: Rounding): Exact {
  if (step === 1) return typeof value === 'number' ? value : fromBigInt(wholeNear(value, how))
  assert(sign(step) > 0, 'the step of a rounding is positive')
  if (typeof value === 'number' && typeof step === 'number' && value % step === 0) return value
  return multiply(fromBigInt(wholeNear(divide(value, step), how)), step)
}

function wholeNear(value: Exact, how: Rounding): bigint {
  const denominator = denominatorOf(value)
  const numerator = numeratorOf(value)
  const below = numerator / denominator // Towards zero, for both signs.
  const rest = numerator % denominator
  if (rest === 0n) return below
  const twice = rest < 0n ? -2n * rest : 2n * rest
  if (!roundsAway(how, twice < denominator ? 'less' : twice > denominator ? 'more' : 'half', below)) return below
  return numerator < 0n ? below - 1n : below + 1n
}

function roundsAway(how: Rounding, rest: 'less' | 'half' | 'more', below: bigint): boolean {
  if (how === 'down') return false
  if (how === 'up') return true
  if (rest !== 'half') return rest === 'more'
  return how === 'half-up' || below % 2n !== 0n
}
