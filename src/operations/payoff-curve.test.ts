import { beforeAll, expect, test } from 'vitest'
import { dayOf, formatExact, parseExact } from '../core/base/index.ts'
import { type Settled } from '../core/settlement/index.ts'
import { openContract } from './open-contract.ts'
import { payoffAt, payoffCurve } from './payoff-curve.ts'
import { settleContract } from './settle-contract.ts'

let vejle: Settled
beforeAll(() => {
  const contract = openContract('contracts/vejle-familiebehandling')!
  vejle = settleContract(contract, { to: dayOf(2024, 12, 31) }).readings[0]!.settled
})

test('a step table jumps at its thresholds, which are inside', () =>
  check(`
    plan
    0 gives 0, 1/2 gives 6000000, 3/4 gives 12000000, 1 gives 12000000
    0 → 0, 6000000 → 6000000, 12000000 → 12000000
  `))

test('a line rises and then holds', () =>
  check(`
    support
    0 gives 0, 2/5 gives 11000000, 3/5 gives 11000000
    0 → 11000000, 11000000 → 11000000
  `))

test('a goal that is met below a threshold falls after it', () =>
  check(`
    absence
    0 gives 9000000, 1/10 gives 9000000, 3/20 gives 0
    9000000 → 9000000, 0 → 0
  `))

test('any number can be tried', () => {
  const tried = ['-0.1', '0.28', '0.4', '2'].map((x) => formatExact(payoffAt(vejle, 'support', parseExact(x)!)!))
  expect(tried).toEqual(['0', '7700000', '11000000', '11000000'])
})

test('the curve of every payment of every goal goes through what its results earned', () => {
  for (const [entry, result] of [...vejle.earned.entries.result].entries()) {
    const { name, payment } = vejle.earned.payments[vejle.earned.entries.payment[entry]!]!
    const quantity = vejle.outcomes.results.get(payment.goal!)!.quantity?.[result]
    if (quantity === undefined || typeof quantity !== 'number') continue
    expect(formatExact(payoffAt(vejle, name, quantity)!)).toBe(formatExact(vejle.earned.entries.amount[entry]!))
  }
})

test('a payment that is not there has no curve', () => {
  expect(payoffCurve(vejle, 'nothing')).toBeUndefined()
})

function check(example: string): void {
  const [name = '', points, pieces] = example
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const payoff = payoffCurve(vejle, name)!
  expect(payoff.curves).toHaveLength(1)
  const [curve] = payoff.curves
  const shown = (value: Parameters<typeof formatExact>[0]) => formatExact(value)
  const fraction = (value: Parameters<typeof formatExact>[0]) =>
    ({ '0.5': '1/2', '0.75': '3/4', '0.4': '2/5', '0.6': '3/5', '0.1': '1/10', '0.15': '3/20' })[shown(value)] ??
    shown(value)
  expect(curve!.points.map(({ x, amount }) => `${fraction(x)} gives ${shown(amount)}`).join(', ')).toBe(points)
  expect(curve!.pieces.map(({ atFrom, atTo }) => `${shown(atFrom)} → ${shown(atTo)}`).join(', ')).toBe(pieces)
}
