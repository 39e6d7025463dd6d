import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Rounding,
  absolute,
  compare,
  divide,
  formatExact,
  fraction,
  isWhole,
  multiply,
  negate,
  parseExact,
} from './index.ts'
import { roundTo, roundings, subtract } from './index.ts'

test('a half', () => check('2.5 to 1 => down 2, up 3, half-up 3, half-even 2'))
test('a half above an odd number', () => check('3.5 to 1 => down 3, up 4, half-up 4, half-even 4'))
test('a debt is rounded as the credit it is to the other party', () =>
  check('-2.5 to 1 => down -2, up -3, half-up -3, half-even -2'))
test('less than half', () => check('2.01 to 1 => down 2, up 3, half-up 2, half-even 2'))
test('a debt of less than half', () => check('-0.4 to 1 => down 0, up -1, half-up 0, half-even 0'))
test('nothing to round', () => check('2 to 1 => down 2, up 2, half-up 2, half-even 2'))
test('to øre', () => check('0.125 to 0.01 => down 0.12, up 0.13, half-up 0.13, half-even 0.12'))
test('to whole thousands', () => check('12500 to 1000 => down 12000, up 13000, half-up 13000, half-even 12000'))
test('to a step of a third', () => check('0.5 to 1/3 => down 1/3, up 2/3, half-up 2/3, half-even 2/3'))
test('a number beyond the safe ones', () =>
  check(
    '9007199254740993 to 2 => down 9007199254740992, up 9007199254740994, half-up 9007199254740994, half-even 9007199254740992',
  ))

test('a step is positive', () => {
  expect(() => roundTo(3, 0, 'down')).toThrow('the step of a rounding is positive')
  expect(() => roundTo(3, fraction(-1, 2), 'down')).toThrow('the step of a rounding is positive')
})

test('every rule gives a multiple of the step, less than a step away, symmetric and unchanged by a second rounding', () => {
  fc.assert(
    fc.property(anyValue, anyStep, anyRule, (value, step, how) => {
      const rounded = roundTo(value, step, how)
      expect(isWhole(divide(rounded, step))).toBe(true)
      expect(compare(distance(rounded, value), step)).toBe(-1)
      expect(roundTo(negate(value), step, how)).toEqual(negate(rounded))
      expect(roundTo(rounded, step, how)).toEqual(rounded)
    }),
  )
})

test('down never grows, up never shrinks, and halves leave at most half a step', () => {
  fc.assert(
    fc.property(anyValue, anyStep, (value, step) => {
      expect(compare(absolute(roundTo(value, step, 'down')), absolute(value))).not.toBe(1)
      expect(compare(absolute(roundTo(value, step, 'up')), absolute(value))).not.toBe(-1)
      for (const how of ['half-up', 'half-even'] as const)
        expect(compare(multiply(distance(roundTo(value, step, how), value), 2), step)).not.toBe(1)
    }),
  )
})

const anyValue = fc
  .tuple(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.maxSafeInteger()), fc.integer({ min: 1, max: 12 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator))
const anyStep = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 100 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator))
const anyRule = fc.constantFrom<Rounding>(...roundings)

/** `value to step`, and what each rule makes of it, in the order of the rules. */
function check(example: string): void {
  const [, value = '', step = '', expected = ''] = /^(\S+) to (\S+) => (.*)$/.exec(example)!
  const rounded = roundings.map((how) => `${how} ${formatExact(roundTo(parseExact(value)!, parseExact(step)!, how))}`)
  expect(rounded.join(', ')).toBe(expected)
}

function distance(a: ReturnType<typeof roundTo>, b: ReturnType<typeof roundTo>) {
  return absolute(subtract(a, b))
}
