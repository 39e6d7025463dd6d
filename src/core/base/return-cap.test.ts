import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DatedAmount,
  type Exact,
  add,
  approximate,
  compare,
  fraction,
  growthBounds,
  multiply,
  parseExact,
} from './index.ts'
import { largestPaymentKeepingReturn, power, subtract } from './index.ts'

test('a year by either rule', () => check('-1000000 day 0 | cap 0.03, pay day 365 => compound 1030000, simple 1030000'))
test('two years: interest on interest', () =>
  check('-1000000 day 0 | cap 0.03, pay day 730 => compound 1060900, simple 1060000'))
test('half a year: a compounded half is less than half', () =>
  check('-1000000 day 0 | cap 0.21, pay day 73 => compound 1038860, simple 1042000'))
test('the same day', () => check('-1000000 day 5 | cap 0.03, pay day 5 => compound 1000000, simple 1000000'))
test('no return allowed', () => check('-1000000 day 0 | cap 0, pay day 500 => compound 1000000, simple 1000000'))
test('a leap year is a day longer than a year', () =>
  check('-36500 day 0 | cap 0.1, pay day 366 => compound 40160, simple 40160'))
test('nothing was put in', () => check('none | cap 0.03, pay day 365 => compound 0, simple 0'))
test('everything was paid back', () =>
  check('-1000 day 0, 1030 day 365 | cap 0.03, pay day 900 => compound 0, simple 0'))
test('more than the cap was paid: nothing is demanded back', () =>
  check('-1000 day 0, 2000 day 365 | cap 0.03, pay day 730 => compound 0, simple 0'))
test('drawn in two parts', () =>
  check('-1000000 day 0, -1000000 day 365 | cap 0.1, pay day 730 => compound 2310000, simple 2300000'))

// With simple interest the 100 000 due after a year is paid before the principal, which then bears interest in full.
test('a receipt pays the interest due first', () =>
  check('-1000000 day 0, 100000 day 365 | cap 0.1, pay day 730 => compound 1100000, simple 1100000'))
// The 50 000 not paid after a year bears no simple interest in the second: 1 000 000 + 50 000 + 100 000.
test('interest not paid bears none', () =>
  check('-1000000 day 0, 50000 day 365 | cap 0.1, pay day 730 => compound 1155000, simple 1150000'))
// The 500 left over after a year bears no simple interest, and is set against the 1 000 put in later.
test('what is left over is set against later outlays', () =>
  check('-1000 day 0, 1600 day 365, -1000 day 730 | cap 0.1, pay day 1095 => compound 495, simple 550'))
test('an outlay on the day of a receipt is not paid back by it first', () =>
  check('-1000 day 0, 600 day 365, -1000 day 365 | cap 0.1, pay day 365 => compound 1500, simple 1500'))
test('the order in which flows are given does not matter', () =>
  check('600 day 365, -1000 day 365, -1000 day 0 | cap 0.1, pay day 730 => compound 1650, simple 1650'))

test('a threshold that is a whole number, though it is a sum of roots', () =>
  check('-10000 day 0, 11000 day 365, -7 day 500 | cap 0.1, pay day 500 => compound 7, simple 7'))
// 1.1^(74/73) is 1.1 × 1.1^(1/73), so these two cancel although neither is worth a fraction.
test('a threshold that is whole because roots cancel by a fifth power', () =>
  check('-1000 day 0, 1100 day 73, -7 day 74 | cap 0.61051, pay day 74 => compound 7, simple 29'))
test('a threshold that is whole because the rate is a fifth power', () =>
  check('-100000 day 0 | cap 0.61051, pay day 73 => compound 110000, simple 112210'))

test('a flow after the pay day, or a cap below nothing, is a mistake in the code', () => {
  expect(() => check('-1 day 2 | cap 0.1, pay day 1 => compound 0, simple 0')).toThrow('are not after it')
  expect(() => check('-1 day 0 | cap -0.1, pay day 1 => compound 0, simple 0')).toThrow('is not negative')
})

test('compounded, of one outlay: the payment keeps the cap and one unit more breaks it, by 365th powers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 10 }), anyCap, fc.nat({ max: 3000 }), (outlay, yearlyCap, payDay) => {
      const flowsBefore = [{ day: 0, amount: BigInt(-outlay) }]
      const payment = Number(largest('yearly-compound', flowsBefore, yearlyCap, payDay))
      // payment ≤ outlay × (1 + cap)^(days/365) if and only if payment^365 ≤ outlay^365 × (1 + cap)^days.
      const limit = multiply(power(outlay, 365), power(add(1, yearlyCap), payDay))
      expect(compare(power(payment, 365), limit)).not.toBe(1)
      expect(compare(power(payment + 1, 365), limit)).toBe(1)
    }),
    { numRuns: 40 },
  )
})

test('compounded, of many flows: the payment keeps the cap and one unit more breaks it', () => {
  fc.assert(
    fc.property(someFlows, anyCap, fc.integer({ min: 1500, max: 2500 }), (flowsBefore, yearlyCap, payDay) => {
      const payment = Number(largest('yearly-compound', flowsBefore, yearlyCap, payDay))
      let [low, high]: [Exact, Exact] = [0, 0]
      for (const { day, amount } of flowsBefore) {
        const growth = growthBounds(yearlyCap, fraction(payDay - day, 365), 40)
        const outlay = -Number(amount)
        low = add(low, multiply(outlay, outlay < 0 ? growth.high : growth.low))
        high = add(high, multiply(outlay, outlay < 0 ? growth.low : growth.high))
      }
      const keeps = compare(subtract(payment, high), 0) <= 0
      expect(keeps || payment === 0).toBe(true)
      expect(compare(subtract(payment + 1, low), 0)).toBe(1)
    }),
    { numRuns: 40 },
  )
})

test('simple: the payment agrees with a day-by-day count', () => {
  fc.assert(
    fc.property(someFlows, anyCap, fc.integer({ min: 1500, max: 2500 }), (flowsBefore, yearlyCap, payDay) => {
      const payment = Number(largest('simple', flowsBefore, yearlyCap, payDay))
      const outstanding = countedDayByDay(flowsBefore, approximate(yearlyCap), payDay)
      expect(Math.abs(payment - Math.max(0, Math.floor(outstanding)))).toBeLessThanOrEqual(1)
    }),
    { numRuns: 40 },
  )
})

test('simple, of one outlay: the payment keeps the cap and one unit more breaks it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 10 }), anyCap, fc.nat({ max: 3000 }), (outlay, yearlyCap, payDay) => {
      const payment = Number(largest('simple', [{ day: 0, amount: BigInt(-outlay) }], yearlyCap, payDay))
      const limit = multiply(outlay, add(1, multiply(yearlyCap, fraction(payDay, 365))))
      expect(compare(payment, limit)).not.toBe(1)
      expect(compare(payment + 1, limit)).toBe(1)
    }),
  )
})

const anyCap = fc.integer({ min: 0, max: 400 }).map((tenths) => fraction(tenths, 1000))
const someFlows = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 1500 }),
    amount: fc.integer({ min: -(10 ** 8), max: 10 ** 8 }).map(BigInt),
  }),
  { minLength: 1, maxLength: 6 },
)

/** The same rule told by the day, in floating point: each day's interest, then its outlays, then its receipts. */
function countedDayByDay(flows: readonly DatedAmount[], yearlyCap: number, payDay: number): number {
  let [principal, interest] = [0, 0]
  for (let day = 0; day <= payDay; day++) {
    interest += (Math.max(0, principal) * yearlyCap) / 365
    const today = flows.filter((flow) => flow.day === day).map((flow) => Number(flow.amount))
    for (const outlay of today.filter((amount) => amount < 0)) principal -= outlay
    for (const receipt of today.filter((amount) => amount > 0)) {
      const toInterest = Math.min(receipt, interest)
      interest -= toInterest
      principal -= receipt - toInterest
    }
  }
  return principal + interest
}

function largest(
  compounding: 'simple' | 'yearly-compound',
  flowsBefore: readonly DatedAmount[],
  yearlyCap: Exact,
  payDay: number,
): bigint {
  return largestPaymentKeepingReturn({ flowsBefore, payDay, yearlyCap, compounding, dayCount: 'actual/365' })
}

/** Dated amounts in minor units, the cap and the pay day, and the largest payment by each rule. */
function check(example: string): void {
  const [, flows = '', cap = '', payDay = '', compound = '', simple = ''] =
    /^(.*) \| cap (\S+), pay day (\d+) => compound (\d+), simple (\d+)$/.exec(example)!
  const flowsBefore = [...flows.matchAll(/(\S+) day (\d+)/g)].map(([, amount = '', day = '']) => ({
    day: Number(day),
    amount: BigInt(amount),
  }))
  const payments = (['yearly-compound', 'simple'] as const).map((compounding) =>
    largest(compounding, flowsBefore, parseExact(cap)!, Number(payDay)),
  )
  expect(payments).toEqual([BigInt(compound), BigInt(simple)])
}
