/**
 * Exact numbers as text, both ways.
 *
 *     parseExact('12.50')  →  25/2          formatExact(25/2)                 →  '12.5'
 *     parseExact('50/162') →  25/81         formatExact(25/81)                →  '25/81'
 *     parseExact('1,000')  →  undefined     formatExact(25/81, {decimals: 2}) →  '0.31'
 *
 * The case that surprises: a fraction that no decimal text can hold is written as a fraction in lowest terms, so that
 * parseExact(formatExact(a)) is always a. A rounded text comes only to those who ask for a number of decimals.
 */
import { type Exact, type Fraction, denominatorOf, fraction, multiply, numeratorOf, power } from './exact.ts'
import { assert } from './assert.ts'
import { roundTo } from './rounding.ts'

/** Longer than any number a contract states; a longer text is a mistake or an attack. */
const textLengthMax = 200

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?$/
const fractionForm = /^(-?\d+)\/(\d+)$/

/**
 * The number a text states, or undefined if the text is not one of `12`, `-0.25`, `12.50`, `1/3`: digits with at most
 * one point, or two whole numbers with a slash between. No spaces, no thousands separators, no exponent, no plus.
 */
export function parseExact(text: string): Exact | undefined {
  if (text.length > textLengthMax) return undefined
  const decimal = decimalForm.exec(text)
  if (decimal) {
    const [, minus = '', whole = '', decimals = ''] = decimal
    const digits = whole + decimals
    if (digits.length <= 15) return fraction(Number(minus + digits), 10 ** decimals.length)
    const scaled = BigInt(digits)
    return fraction(minus ? -scaled : scaled, 10n ** BigInt(decimals.length))
  }
  const [, numerator = '', denominator = ''] = fractionForm.exec(text) ?? []
  if (numerator === '' || /^0+$/.test(denominator)) return undefined
  return fraction(BigInt(numerator), BigInt(denominator))
}

/**
 * The number as text with a decimal point. Without `decimals` the text is exact: `12.5`, or `25/81` where no decimal
 * text is. With `decimals` it has exactly that many, rounded to the nearest with halves away from zero, and a number
 * that rounds to zero has no sign: formatExact(−1/1000, {decimals: 2}) is `0.00`.
 */
export function formatExact(a: Exact, options: { decimals?: number } = {}): string {
  if (options.decimals !== undefined) {
    assert(Number.isInteger(options.decimals) && options.decimals >= 0, 'a text has zero or more decimals')
    const scale = power(10, options.decimals)
    return decimalText(numeratorOf(roundTo(multiply(a, scale), 1, 'half-up')), options.decimals)
  }
  if (typeof a === 'number') return String(a)
  const decimals = decimalsNeeded(a)
  return decimals === undefined ? a.toString() : decimalText(numeratorOf(multiply(a, power(10, decimals))), decimals)
}

/** How many decimals hold the fraction exactly: the larger power of 2 or 5 in its denominator, if nothing else is in it. */
function decimalsNeeded(a: Fraction): number | undefined {
  let rest = denominatorOf(a)
  let [twos, fives] = [0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : undefined
}

function decimalText(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return (scaled < 0n ? '-' : '') + whole + (decimals > 0 ? `.${digits.slice(-decimals)}` : '')
}
