/**
 * Compound growth between two fractions that are proven to hold it. No floating point, so it may decide a payment.
 *
 *     growthBounds(1/20, 2, 20)    →  low = high = 441/400, since whole years are exact
 *     growthBounds(1/20, 1/2, 4)   →  10246/10000 ≤ √1.05 ≤ 10247/10000
 *
 * A part of a year m/q is the q-th root of a fraction: for k digits, the largest whole x with x^q × D ≤ N × 10^(kq),
 * where N/D is (1 + rate)^m, gives x/10^k ≤ (N/D)^(1/q) < (x + 1)/10^k. The proof is that comparison of whole numbers.
 *
 * The case that surprises: (1 + rate)^(m/q) is a fraction now and then, as 1.21^(1/2) = 1.1. The root is then exact and
 * the two bounds are the same number.
 */
import { assert } from './assert.ts'
import { type Day } from './day.ts'
import {
  type Exact,
  add,
  bitLength,
  denominatorOf,
  equals,
  floor,
  fraction,
  fromBigInt,
  isZero,
  multiply,
  numeratorOf,
  power,
  sign,
  subtract,
  toBigInt,
} from './exact.ts'
import { type Money } from './money.ts'

/** low ≤ the value ≤ high; equal when the value is a fraction and was found. */
export type Bounds = { readonly low: Exact; readonly high: Exact }

/** An amount on a day; from the investor's side, outlays are negative and receipts positive. */
export type DatedAmount = { readonly day: Day; readonly amount: Money }

/**
 * Bounds of (1 + yearlyRate)^years. The years may be a fraction (500/365) and negative; the rate is above −1. The
 * bounds are at most 10^−precisionDigits × (1 + yearlyRate)^⌊years⌋ apart.
 */
export function growthBounds(yearlyRate: Exact, years: Exact, precisionDigits: number): Bounds {
  const factor = yearlyFactor(yearlyRate)
  const wholeYears = floor(years)
  assert(typeof wholeYears === 'number', 'growth is over a sensible number of years')
  const wholeGrowth = power(factor, wholeYears)
  const part = partialGrowth(factor, subtract(years, wholeYears), precisionDigits)
  return { low: multiply(wholeGrowth, part.low), high: multiply(wholeGrowth, part.high) }
}

/**
 * Bounds, in minor units, of what the cash flows are worth on one day:
 *
 *     Σ amount × (1 + yearlyRate)^((at − day) / 365)
 *
 * Flows after `at` are discounted and flows before it grow. Flows that are whole years of 365 days away are exact.
 */
export function presentValueBounds(
  cashFlows: readonly DatedAmount[],
  yearlyRate: Exact,
  at: Day,
  basis: 365,
  precisionDigits = 20,
): Bounds {
  return boundsOf(worthOn(cashFlows, yearlyRate, at, basis), precisionDigits)
}

type Worth = {
  readonly exact: Exact
  /** What no fraction holds: Σ coefficient × factor^part, with 0 < part < 1, each part once and no coefficient zero. */
  readonly irrational: readonly { readonly coefficient: Exact; readonly part: Exact }[]
  readonly factor: Exact
}

/**
 * The worth of the cash flows, split into a fraction and the terms that no fraction holds.
 *
 * The factor of a year is first written as the highest power, r^g with g dividing the basis, of a fraction r. A day is
 * then worth the n-th root of r, where n = basis ÷ g, and d days are worth r^⌊d/n⌋ × r^(rest/n). Since r is no power of
 * a fraction by any divisor of n, and n is odd, xⁿ − r has no factor: roots with different rests never add up to a
 * fraction unless every coefficient is zero. So the worth is a fraction if and only if no irrational term is left.
 */
export function worthOn(cashFlows: readonly DatedAmount[], yearlyRate: Exact, at: Day, basis: 365): Worth {
  const { root: factor, degree } = highestRoot(yearlyFactor(yearlyRate), divisorsFromHighest(basis))
  const daysPerRoot = basis / degree
  const coefficients = new Map<number, Exact>()
  for (const { day, amount } of cashFlows) {
    const days = at - day
    const wholes = Math.floor(days / daysPerRoot)
    const rest = days - wholes * daysPerRoot
    const grown = multiply(fromBigInt(amount), power(factor, wholes))
    coefficients.set(rest, add(coefficients.get(rest) ?? 0, grown))
  }
  const irrational = [...coefficients]
    .filter(([rest, coefficient]) => rest !== 0 && !isZero(coefficient))
    .map(([rest, coefficient]) => ({ coefficient, part: fraction(rest, daysPerRoot) }))
  return { exact: coefficients.get(0) ?? 0, irrational, factor }
}

/** The worth between two fractions; each irrational term is within its coefficient × 10^−precisionDigits. */
function boundsOf(worth: Worth, precisionDigits: number): Bounds {
  let [low, high] = [worth.exact, worth.exact]
  for (const { coefficient, part } of worth.irrational) {
    const growth = partialGrowth(worth.factor, part, precisionDigits)
    const rises = sign(coefficient) > 0
    low = add(low, multiply(coefficient, rises ? growth.low : growth.high))
    high = add(high, multiply(coefficient, rises ? growth.high : growth.low))
  }
  return { low, high }
}

function yearlyFactor(yearlyRate: Exact): Exact {
  const factor = add(1, yearlyRate)
  assert(sign(factor) > 0, 'a yearly rate is above −100 %')
  return factor
}

/** Roots are slow, and a rate has only so many parts of a year: those found lately are kept. That changes no answer. */
const foundLately = new Map<string, Bounds>()
const foundMost = 4096

/** Bounds of factor^part for 0 ≤ part < 1, within 10^−precisionDigits. */
function partialGrowth(factor: Exact, part: Exact, precisionDigits: number): Bounds {
  const named = [numeratorOf(factor), denominatorOf(factor), numeratorOf(part), denominatorOf(part), precisionDigits]
  const name = named.join(' ')
  const found = foundLately.get(name) ?? findPartialGrowth(factor, part, precisionDigits)
  if (foundLately.size >= foundMost) foundLately.clear()
  foundLately.set(name, found)
  return found
}

function findPartialGrowth(factor: Exact, part: Exact, precisionDigits: number): Bounds {
  assert(Number.isInteger(precisionDigits) && precisionDigits >= 0, 'a precision is a whole number of digits')
  const base = power(factor, Number(numeratorOf(part)))
  const degree = Number(denominatorOf(part))
  const exact = exactRoot(base, degree)
  if (exact !== undefined) return { low: exact, high: exact }
  const scale = 10n ** BigInt(precisionDigits)
  const root = wholeRoot((numeratorOf(base) * scale ** BigInt(degree)) / denominatorOf(base), degree)
  return { low: fraction(root, scale), high: fraction(root + 1n, scale) }
}

/** The factor as root^degree, with the first of the degrees for which the root is a fraction; the last degree is 1. */
function highestRoot(factor: Exact, degrees: readonly number[]): { root: Exact; degree: number } {
  for (const degree of degrees) {
    const root = exactRoot(factor, degree)
    if (root !== undefined) return { root, degree }
  }
  return { root: factor, degree: 1 }
}

/** The root of a positive number if it is a fraction: then, in lowest terms, both parts are powers. */
function exactRoot(base: Exact, degree: number): Exact | undefined {
  if (degree === 1) return base
  const above = wholeRoot(numeratorOf(base), degree)
  if (above ** BigInt(degree) !== numeratorOf(base)) return undefined
  const below = wholeRoot(denominatorOf(base), degree)
  return below ** BigInt(degree) === denominatorOf(base) ? fraction(above, below) : undefined
}

/**
 * The largest whole x with x^degree ≤ value, for a value that is not negative.
 *
 * A short root is found by halving. A long one starts from the root of the leading digits, one too high, and is
 * lowered by Newton's rule, which never passes below the root and stops at it.
 */
function wholeRoot(value: bigint, degree: number): bigint {
  if (value === 0n) return 0n
  const exponent = BigInt(degree)
  const rootBits = Math.ceil(bitLength(value) / degree)
  if (rootBits <= 16) {
    let [low, high] = [1n, 1n << BigInt(rootBits)]
    while (high - low > 1n) {
      const middle = (low + high) >> 1n
      if (middle ** exponent <= value) low = middle
      else high = middle
    }
    return low
  }
  const shift = rootBits >> 1
  let root = (wholeRoot(value >> BigInt(shift * degree), degree) + 1n) << BigInt(shift)
  for (;;) {
    const lower = ((exponent - 1n) * root + value / root ** (exponent - 1n)) / exponent
    if (lower >= root) return root
    root = lower
  }
}

function divisorsFromHighest(whole: number): number[] {
  return Array.from({ length: whole }, (_, index) => whole - index).filter((divisor) => whole % divisor === 0)
}

/** The worth in whole minor units, rounded down: the bounds are refined until they leave one answer. */
export function wholeUnitsOf(worth: Worth): Money {
  if (worth.irrational.length === 0) return toBigInt(floor(worth.exact))
  // A worth with irrational terms is no whole number, so close enough bounds have none between them.
  for (let precisionDigits = 20; ; precisionDigits *= 2) {
    const { low, high } = boundsOf(worth, precisionDigits)
    if (equals(floor(low), floor(high))) return toBigInt(floor(low))
  }
}
