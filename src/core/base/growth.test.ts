import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  approximate,
  compare,
  divide,
  equals,
  formatExact,
  fraction,
  growthBounds,
  isWhole,
  multiply,
} from './index.ts'
import {
  type Bounds,
  type Exact,
  numeratorOf,
  denominatorOf,
  parseExact,
  power,
  presentValueBounds,
  subtract,
} from './index.ts'

test('whole years are exact', () => check('0.05 for 2 years, 20 digits: 1.1025'))
test('whole years backwards', () => check('0.25 for -2 years, 20 digits: 0.64'))
test('no time', () => check('0.05 for 0 years, 20 digits: 1'))
test('no growth, for any time', () => check('0 for 500/365 years, 20 digits: 1'))
test('half a year', () => check('0.05 for 1/2 years, 4 digits: 1.0246 to 1.0247'))
test('half a year of a rate with a root', () => check('0.21 for 1/2 years, 4 digits: 1.1'))
test('a root that no decimal text holds', () => check('7/9 for 1/2 years, 4 digits: 4/3'))
test('half a year backwards', () => check('0.21 for -1/2 years, 4 digits: 10/11'))
test('a loss each year', () => check('-0.19 for 3/2 years, 4 digits: 0.729'))
test('a loss too large for the digits', () => check('-0.9999 for 1/3 years, 1 digits: 0 to 0.1'))
test('500 days', () => check('0.05 for 500/365 years, 12 digits: 1.06911995845515 to 1.0691199584562'))
test('a doubling, one digit', () => check('1 for 1/2 years, 0 digits: 1 to 2'))

test('a yearly rate is above −100 %', () => {
  expect(() => growthBounds(-1, 1, 5)).toThrow('a yearly rate is above −100 %')
  expect(() => growthBounds(fraction(1, 20), 1, -1)).toThrow('a precision is a whole number of digits')
})

test('the bounds hold the growth, by exact powers, and are as near each other as they say', () => {
  fc.assert(
    fc.property(anyRate, anyYears, fc.integer({ min: 0, max: 25 }), (rate, years, digits) => {
      const factor = add(1, rate)
      const { low, high } = growthBounds(rate, years, digits)
      const degree = Number(denominatorOf(years))
      const grown = power(factor, Number(numeratorOf(years)))
      expect(compare(power(low, degree), grown)).not.toBe(1)
      expect(compare(power(high, degree), grown)).not.toBe(-1)
      const wholeYears = Math.floor(approximate(years))
      const widest = divide(power(factor, wholeYears), power(10, digits))
      expect(compare(subtract(high, low), widest)).not.toBe(1)
      if (isWhole(years)) expect(high).toEqual(low)
    }),
    { numRuns: 300 },
  )
})

test('the bounds agree with floating point and shrink as digits are added', () => {
  fc.assert(
    fc.property(anyRate, fc.integer({ min: -4000, max: 4000 }), (rate, days) => {
      const years = fraction(days, 365)
      const [wide, narrow] = [growthBounds(rate, years, 12), growthBounds(rate, years, 24)]
      const expected = (1 + approximate(rate)) ** (days / 365)
      expect(Math.abs(approximate(narrow.low) / expected - 1)).toBeLessThan(1e-10)
      expect(compare(wide.low, narrow.low)).not.toBe(1)
      expect(compare(narrow.high, wide.high)).not.toBe(1)
      expect(
        compare(subtract(narrow.high, narrow.low), subtract(wide.high, wide.low)) < 0 || equals(wide.low, wide.high),
      ).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('a present value discounts what comes later and lets grow what came before', () => {
  const at = 1000
  const flows = [
    { day: at - 365, amount: -100_000n },
    { day: at, amount: 5_000n },
    { day: at + 730, amount: 110_250n },
  ]
  expect(presentValueBounds(flows, fraction(5, 100), at, 365)).toEqual({ low: 0, high: 0 })
})

test('an outlay is worth least where growth is most', () => {
  const [receipt, outlay] = [1n, -1n].map((amount) => presentValueBounds([{ day: 0, amount }], 1, 73, 365, 3))
  expect(receipt).toEqual({ low: fraction(1148, 1000), high: fraction(1149, 1000) })
  expect(outlay).toEqual({ low: fraction(-1149, 1000), high: fraction(-1148, 1000) })
})

test('flows whose roots cancel are worth a fraction, exactly', () => {
  const flows = [
    { day: 0, amount: -10_000n },
    { day: 365, amount: 11_000n },
    { day: 500, amount: 7n },
  ]
  expect(presentValueBounds(flows, fraction(1, 10), 500, 365)).toEqual({ low: 7, high: 7 })
})

test('a rate that is a fifth power makes 73 days exact', () => {
  const rate = subtract(power(fraction(11, 10), 5), 1)
  expect(presentValueBounds([{ day: 0, amount: 1_000n }], rate, 73, 365)).toEqual({ low: 1100, high: 1100 })
})

test('a present value agrees with floating point, and its bounds with the growth of each flow', () => {
  fc.assert(
    fc.property(someFlows, anyRate, fc.integer({ min: -1500, max: 1500 }), (cashFlows, rate, at) => {
      const { low, high } = presentValueBounds(cashFlows, rate, at, 365, 30)
      let [expectedLow, expectedHigh, size, estimate]: [Exact, Exact, number, number] = [0, 0, 0, 0]
      for (const { day, amount } of cashFlows) {
        const growth = growthBounds(rate, fraction(at - day, 365), 30)
        const money = Number(amount)
        expectedLow = add(expectedLow, multiply(money, money < 0 ? growth.high : growth.low))
        expectedHigh = add(expectedHigh, multiply(money, money < 0 ? growth.low : growth.high))
        const worth = money * (1 + approximate(rate)) ** ((at - day) / 365)
        size += Math.abs(worth)
        estimate += worth
      }
      expect(compare(low, high)).not.toBe(1)
      expect(compare(low, expectedHigh)).not.toBe(1)
      expect(compare(expectedLow, high)).not.toBe(1)
      expect(Math.abs(approximate(low) - estimate)).toBeLessThanOrEqual(size * 1e-9)
      expect(approximate(subtract(high, low))).toBeLessThanOrEqual(size * 1e-25)
    }),
    { numRuns: 40 },
  )
})

const anyRate = fc.oneof(
  fc.integer({ min: -60, max: 300 }).map((percent) => fraction(percent, 100)),
  fc
    .tuple(fc.integer({ min: -9, max: 30 }), fc.integer({ min: 10, max: 99 }))
    .map(([above, below]) => fraction(above, below)),
)
const anyYears = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 24 }))
  .map(([above, below]) => fraction(above, below))
const someFlows = fc.array(
  fc.record({ day: fc.integer({ min: -1500, max: 1500 }), amount: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }) }),
  { minLength: 1, maxLength: 5 },
)

/** A yearly rate, a time, how many digits, and the bounds, or the one number that they both are. */
function check(example: string): void {
  const [, rate = '', years = '', digits = '', expected = ''] = /^(\S+) for (\S+) years, (\S+) digits: (.*)$/.exec(
    example,
  )!
  expect(text(growthBounds(parseExact(rate)!, parseExact(years)!, Number(digits)))).toBe(expected)
}

function text({ low, high }: Bounds): string {
  return equals(low, high) ? formatExact(low) : `${formatExact(low)} to ${formatExact(high)}`
}
