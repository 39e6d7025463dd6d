import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, absolute, formatExact, fraction, parseExact, subtract } from './index.ts'

test('a whole number', () => check('12 => 12'))
test('leading zeros', () => check('007 => 7'))
test('decimals at the end that say nothing', () => check('12.50 => 12.5'))
test('a debt', () => check('-0.25 => -0.25'))
test('a fraction in lowest terms', () => check('50/162 => 25/81'))
test('a fraction that decimals can hold', () => check('3/8 => 0.375'))
test('a fraction that is whole', () => check('-6/3 => -2'))
test('nothing owed has no sign', () => check('-0.00 => 0'))
test('more digits than a floating-point number has', () =>
  check('123456789012345678901.123456789 => 123456789012345678901.123456789'))
test('two decimals asked for', () => check('25/81 => 0.31 with 2 decimals'))
test('halves go away from zero', () => check('-2.345 => -2.35 with 2 decimals'))
test('no decimals asked for', () => check('2.5 => 3 with 0 decimals'))
test('more decimals than needed', () => check('7 => 7.000 with 3 decimals'))
test('a debt too small to show has no sign', () => check('-0.001 => 0.00 with 2 decimals'))

test('what is not a number is not read', () => {
  for (const text of [
    '',
    ' 1',
    '1 ',
    '+1',
    '1,5',
    '1.000,00',
    '1e3',
    '.5',
    '5.',
    '1/0',
    '1/00',
    '1/-2',
    '--1',
    '1/2/3',
    '0x10',
    '−1',
    'NaN',
    '1.5/2',
    '9'.repeat(201),
  ])
    expect([text, parseExact(text)]).toEqual([text, undefined])
})

test('what is written is read back as the same number', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
      const number = fraction(numerator, denominator)
      expect(parseExact(formatExact(number))).toEqual(number)
    }),
  )
})

test('a rounded text is within half of its last digit', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 9999 }),
      fc.nat({ max: 6 }),
      (numerator, denominator, decimals) => {
        const number = fraction(numerator, denominator)
        const text = formatExact(number, { decimals })
        expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`))
        expect(compare(absolute(subtract(parseExact(text)!, number)), fraction(1, 2 * 10 ** decimals))).not.toBe(1)
      },
    ),
  )
})

/** A text to read, and the text it is written as, exactly or `with n decimals`. */
function check(example: string): void {
  const [, input = '', expected = '', decimals] = /^(\S+) => (\S+)(?: with (\d+) decimals)?$/.exec(example)!
  expect(formatExact(parseExact(input)!, decimals === undefined ? {} : { decimals: Number(decimals) })).toBe(expected)
}
