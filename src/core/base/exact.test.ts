import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Exact,
  Fraction,
  absolute,
  add,
  approximate,
  compare,
  divide,
  equals,
  floor,
  fraction,
  fromBigInt,
  isWhole,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  parseExact,
  power,
  sign,
  subtract,
  sum,
  toBigInt,
} from './index.ts'

test('tenths add up, as they do not in floating point', () => check('1/10 + 2/10 = 3/10'))
test('a share of people gives the people back', () => check('50/162 * 162 = 50'))
test('lowest terms, with the sign above', () => check('6 / -4 = -3/2'))
test('a quotient next to a whole number', () => check('9007199254740991 / 4194304 = 9007199254740991/4194304'))
test('a sum beyond the safe whole numbers', () => check('9007199254740991 + 2 = 9007199254740993'))
test('and back among them', () => check('9007199254740993 - 2 = 9007199254740991'))
test('a product beyond the safe whole numbers', () => check('94906267 * 94906267 = 9007199515875289'))
test('the smallest safe whole number, negated', () => check('0 - -9007199254740991 = 9007199254740991'))
test('a fraction that becomes whole', () => check('7/2 + 1/2 = 4'))
test('a large whole number divided by a larger one', () => check('9007199254740993 / 27021597764222979 = 1/3'))
test('minus nothing is nothing', () => check('0 * -5 = 0'))
test('nothing divided by a debt is nothing', () => check('0 / -5 = 0'))

test('floor is below, also for debts', () => {
  expect(floor(fraction(7, 2))).toBe(3)
  expect(floor(fraction(-7, 2))).toBe(-4)
  expect(floor(-3)).toBe(-3)
  expect(floor(exact('9007199254740993'))).toEqual(exact('9007199254740993'))
})

test('what only a mistake in the code would ask for is refused', () => {
  expect(() => divide(1, 0)).toThrow('Invariant broken: nothing is divided by zero')
  expect(() => divide(fraction(1, 2), 0)).toThrow('nothing is divided by zero')
  expect(() => fraction(1n, 0n)).toThrow('nothing is divided by zero')
  expect(() => fraction(0.5, 2)).toThrow('safe whole number')
  expect(() => toBigInt(fraction(1, 2))).toThrow('round it first')
  expect(() => power(2, 0.5)).toThrow('whole')
  const half: unknown = fraction(1, 2)
  expect(() => (half as number) < 3).toThrow('not by operators')
})

test('a fraction cannot be changed', () => {
  const half = fraction(1, 2) as { numerator: bigint }
  expect(() => (half.numerator = 2n)).toThrow(TypeError)
})

test('a fraction has one text, in JSON too', () => {
  expect(String(fraction(-50, 162))).toBe('-25/81')
  expect(JSON.stringify([fraction(50, 162), exact('9007199254740993')])).toBe('["25/81","9007199254740993"]')
})

test('powers, with negative ones too', () => {
  expect(power(fraction(21, 20), 2)).toEqual(fraction(441, 400))
  expect(power(fraction(-2, 3), -3)).toEqual(fraction(-27, 8))
  expect(power(0, 0)).toBe(1)
})

test('addition and multiplication keep the laws of numbers', () => {
  fc.assert(
    fc.property(anyExact, anyExact, anyExact, (a, b, c) => {
      same(add(a, b), add(b, a))
      same(multiply(a, b), multiply(b, a))
      same(add(add(a, b), c), add(a, add(b, c)))
      same(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))
      same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))
      same(add(a, 0), a)
      same(multiply(a, 1), a)
      same(add(a, negate(a)), 0)
      same(subtract(a, b), add(a, negate(b)))
      if (!isZero(b)) same(multiply(divide(a, b), b), a)
      same(sum([a, b, c]), add(a, add(b, c)))
    }),
  )
})

test('every result agrees with cross multiplication of bigints, and is in its one form', () => {
  fc.assert(
    fc.property(wholeParts, wholeParts, ([n, d], [m, e]) => {
      const [a, b] = [fraction(n, d), fraction(m, e)]
      hasValue(add(a, b), n * e + m * d, d * e)
      hasValue(subtract(a, b), n * e - m * d, d * e)
      hasValue(multiply(a, b), n * m, d * e)
      if (m !== 0n) hasValue(divide(a, b), n * e, d * m)
    }),
    { numRuns: 1000 },
  )
})

test('order is total, and agrees with subtraction', () => {
  fc.assert(
    fc.property(anyExact, anyExact, (a, b) => {
      expect(compare(a, b)).toBe(sign(subtract(a, b)))
      expect(compare(b, a)).toBe(0 - compare(a, b))
      expect(equals(a, b)).toBe(compare(a, b) === 0)
      same(add(minimum(a, b), maximum(a, b)), add(a, b))
      expect(sign(absolute(a))).toBe(Math.abs(sign(a)))
    }),
  )
})

test('floor is the whole number at or just below', () => {
  fc.assert(
    fc.property(anyExact, (a) => {
      const below = floor(a)
      expect(isWhole(below)).toBe(true)
      expect(compare(below, a)).not.toBe(1)
      expect(compare(add(below, 1), a)).toBe(1)
      if (isWhole(a)) same(fromBigInt(toBigInt(a)), a)
    }),
  )
})

test('the approximation is the floating-point number of it, also for parts too long for one', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-290 }), (value) => {
      let [numerator, denominator] = [value, 1n]
      while (!Number.isInteger(numerator)) [numerator, denominator] = [numerator * 2, denominator * 2n]
      expect(approximate(fraction(BigInt(numerator), denominator))).toBe(value)
      expect(approximate(fraction(BigInt(numerator) * -(3n ** 900n), denominator * 3n ** 900n))).toBe(-value)
    }),
  )
  expect(approximate(divide(power(10, 400), add(power(10, 400), 1)))).toBe(1)
})

const small = fc.integer({ min: -1000, max: 1000 }).map(BigInt)
const nearTheSafeLimit = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.boolean())
  .map(([off, negative]) => (2n ** 53n + BigInt(off)) * (negative ? -1n : 1n))
const anyWhole = fc.oneof(
  small,
  nearTheSafeLimit,
  fc.maxSafeInteger().map(BigInt),
  fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }),
)
const wholeParts = fc.tuple(
  anyWhole,
  anyWhole.filter((denominator) => denominator !== 0n),
)
const anyExact = fc.oneof(
  small.map(fromBigInt),
  anyWhole.map(fromBigInt),
  wholeParts.map(([numerator, denominator]) => fraction(numerator, denominator)),
)

/** One sum, `a operator b = c`, with each number as parseExact reads it. */
function check(example: string): void {
  const [left = '', operator = '', right = '', , expected = ''] = example.split(' ')
  const operation = { '+': add, '-': subtract, '*': multiply, '/': divide }[operator]
  same(operation!(exact(left), exact(right)), exact(expected))
}

function exact(text: string): Exact {
  return parseExact(text)!
}

/** Equal in value and in form: the same kind of number, and never -0. */
function same(actual: Exact, expected: Exact): void {
  expect(actual).toEqual(expected)
  expect(equals(actual, expected)).toBe(true)
}

function hasValue(a: Exact, numerator: bigint, denominator: bigint): void {
  if (a instanceof Fraction) {
    expect(a.numerator * denominator).toBe(numerator * a.denominator)
    expect(a.denominator > 1n || !Number.isSafeInteger(Number(a.numerator))).toBe(true)
    expect(a.denominator > 0n && commonDivisor(a.numerator, a.denominator) === 1n).toBe(true)
  } else {
    expect(Number.isSafeInteger(a) && !Object.is(a, -0)).toBe(true)
    expect(BigInt(a) * denominator).toBe(numerator)
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : commonDivisor(b, a % b)
}
