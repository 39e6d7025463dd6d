/**
 * Exact numbers: whole numbers and fractions that are never rounded behind anybody's back.
 *
 *     divide(50, 162)                 →  25/81, so multiply(divide(50, 162), 162) is 50 again
 *     add(fraction(1, 10), fraction(2, 10))  equals  fraction(3, 10), which floating point denies
 *
 * Each value has one form only: a safe whole number is a JavaScript number, anything else a Fraction in lowest terms.
 * Hence two equal values are equal part by part, and almost all work stays in plain arithmetic: a sum, difference or
 * product that is itself a safe whole number was computed without rounding, so testing the result is proof enough.
 *
 * The case that surprises: a whole number beyond ±(2^53 − 1) is a Fraction with denominator 1, and comparing a
 * Fraction by `<` or adding it by `+` is refused at run time, because JavaScript would compare and join texts.
 */
import { assert } from './assert.ts'

/** A number here is always a safe whole number, never -0; whatever is not one is a Fraction. */
export type Exact = number | Fraction

/** What is not a safe whole number: lowest terms, denominator at least 1, made only by the functions of this file. */
export class Fraction {
  readonly numerator: bigint
  readonly denominator: bigint

  /** Only for values already in their one form; everybody else calls `fraction`. */
  constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator
    this.denominator = denominator
    Object.freeze(this)
  }

  /** `25/81`, and `9007199254740993` for a large whole number; parseExact reads both. */
  toString(): string {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`
  }

  toJSON(): string {
    return this.toString()
  }

  /** Reached by `<` and `+`, which would work on texts. */
  valueOf(): never {
    throw new Error(
      'Invariant broken: fractions are compared and added by the functions of core/base, not by operators',
    )
  }
}

/** a + b. */
export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    return Number.isSafeInteger(sum) ? sum : fromBigInt(BigInt(a) + BigInt(b))
  }
  return addFractions(numeratorOf(a), denominatorOf(a), numeratorOf(b), denominatorOf(b))
}

/** a − b. */
export function subtract(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    return Number.isSafeInteger(difference) ? difference : fromBigInt(BigInt(a) - BigInt(b))
  }
  return addFractions(numeratorOf(a), denominatorOf(a), -numeratorOf(b), denominatorOf(b))
}

/** a × b. */
export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Adding 0 turns the -0 of 0 × -1 into 0.
    return Number.isSafeInteger(product) ? product + 0 : fromBigInt(BigInt(a) * BigInt(b))
  }
  return lowestTerms(numeratorOf(a) * numeratorOf(b), denominatorOf(a) * denominatorOf(b))
}

/** a ÷ b, exactly; b is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') return divideWholes(a, b)
  assert(b !== 0, 'nothing is divided by zero')
  const denominator = denominatorOf(a) * numeratorOf(b)
  const numerator = numeratorOf(a) * denominatorOf(b)
  return denominator < 0n ? lowestTerms(-numerator, -denominator) : lowestTerms(numerator, denominator)
}

/** −a. */
export function negate(a: Exact): Exact {
  return typeof a === 'number' ? 0 - a : new Fraction(-a.numerator, a.denominator)
}

/** The size of a without its sign. */
export function absolute(a: Exact): Exact {
  return sign(a) < 0 ? negate(a) : a
}

/** -1, 0 or 1 as a is less than, equal to or greater than b; fit for sorting. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  const left = numeratorOf(a) * denominatorOf(b)
  const right = numeratorOf(b) * denominatorOf(a)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether a and b are the same number. */
export function equals(a: Exact, b: Exact): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  return a.numerator === b.numerator && a.denominator === b.denominator
}

export function isZero(a: Exact): boolean {
  return a === 0
}

/** -1, 0 or 1 as a is negative, zero or positive. */
export function sign(a: Exact): -1 | 0 | 1 {
  if (typeof a === 'number') return a < 0 ? -1 : a > 0 ? 1 : 0
  return a.numerator < 0n ? -1 : 1
}

/** The smaller of the two. */
export function minimum(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b
}

/** The larger of the two. */
export function maximum(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b
}

/** The largest whole number not above a: floor(7/2) is 3, floor(−7/2) is −4. Rounding by a named rule is roundTo. */
export function floor(a: Exact): Exact {
  if (typeof a === 'number' || a.denominator === 1n) return a
  const towardsZero = a.numerator / a.denominator
  return fromBigInt(a.numerator < 0n ? towardsZero - 1n : towardsZero)
}

export function isWhole(a: Exact): boolean {
  return typeof a === 'number' || a.denominator === 1n
}

/** All of them added up; an empty list is 0. */
export function sum(values: readonly Exact[]): Exact {
  let total: Exact = 0
  for (const value of values) total = add(total, value)
  return total
}

/** a multiplied by itself; a negative exponent divides: power(2, −2) is 1/4. The exponent is whole, power(0, 0) is 1. */
export function power(a: Exact, exponent: number): Exact {
  assert(Number.isSafeInteger(exponent), 'the exponent of a power is whole')
  if (exponent < 0) return divide(1, power(a, -exponent))
  const numerator = numeratorOf(a) ** BigInt(exponent)
  const denominator = denominatorOf(a) ** BigInt(exponent)
  // Powers of lowest terms are in lowest terms.
  return denominator === 1n ? fromBigInt(numerator) : new Fraction(numerator, denominator)
}

/** The fraction in lowest terms: fraction(50, 162) is 25/81, fraction(6, −3) is −2. The denominator is not zero. */
export function fraction(numerator: bigint | number, denominator: bigint | number): Exact {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    assert(Number.isSafeInteger(numerator), 'the numerator of a fraction is a safe whole number')
    assert(Number.isSafeInteger(denominator), 'the denominator of a fraction is a safe whole number')
    return divideWholes(numerator, denominator)
  }
  const [above, below] = [BigInt(numerator), BigInt(denominator)]
  assert(below !== 0n, 'nothing is divided by zero')
  return below < 0n ? lowestTerms(-above, -below) : lowestTerms(above, below)
}

/** The whole number a as a bigint; a is whole. */
export function toBigInt(a: Exact): bigint {
  if (typeof a === 'number') return BigInt(a)
  assert(a.denominator === 1n, 'only a whole number is made a bigint; round it first, by a named rule')
  return a.numerator
}

/** The bigint as an exact number. */
export function fromBigInt(whole: bigint): Exact {
  const near = Number(whole)
  return Number.isSafeInteger(near) ? near : new Fraction(whole, 1n)
}

/** The nearest floating-point number, to a last bit or two. For drawing and estimates only: it never reaches a payment. */
export function approximate(a: Exact): number {
  if (typeof a === 'number') return a
  const size = a.numerator < 0n ? -a.numerator : a.numerator
  // Scaled so that the whole quotient has at least 64 bits, however long the two parts are.
  const shift = bitLength(a.denominator) - bitLength(size) + 64
  const quotient = shift >= 0 ? (size << BigInt(shift)) / a.denominator : size / (a.denominator << BigInt(-shift))
  // In two halves, since 2^-shift alone may be too small or too large for a floating-point number.
  const half = Math.trunc(shift / 2)
  const value = Number(quotient) * 2 ** -half * 2 ** -(shift - half)
  return a.numerator < 0n ? -value : value
}

export function numeratorOf(a: Exact): bigint {
  return typeof a === 'number' ? BigInt(a) : a.numerator
}

/** At least 1. */
export function denominatorOf(a: Exact): bigint {
  return typeof a === 'number' ? 1n : a.denominator
}

function divideWholes(a: number, b: number): Exact {
  assert(b !== 0 && !Number.isNaN(a + b), 'nothing is divided by zero, and what is no number by nothing')
  // The remainder of two safe whole numbers is exact, so a quotient without one is exact too.
  if (a % b === 0) return a / b + 0
  let [divisor, rest] = [Math.abs(a), Math.abs(b)]
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest]
  const common = b < 0 ? -divisor : divisor
  return new Fraction(BigInt(a / common), BigInt(b / common))
}

function addFractions(aboveA: bigint, belowA: bigint, aboveB: bigint, belowB: bigint): Exact {
  if (belowA === belowB) return lowestTerms(aboveA + aboveB, belowA)
  return lowestTerms(aboveA * belowB + aboveB * belowA, belowA * belowB)
}

/** The denominator is positive. */
function lowestTerms(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 1n) return fromBigInt(numerator)
  const common = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  if (common === denominator) return fromBigInt(numerator / common)
  return common === 1n ? new Fraction(numerator, denominator) : new Fraction(numerator / common, denominator / common)
}

const safeMax = BigInt(Number.MAX_SAFE_INTEGER)

/** Euclid's rule, in bigints until both numbers are small enough for plain ones. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n && (a > safeMax || b > safeMax)) [a, b] = [b, a % b]
  if (b === 0n) return a
  let [divisor, rest] = [Number(a), Number(b)]
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest]
  return BigInt(divisor)
}

/** How many binary digits a positive whole number has, rounded up to a multiple of four. */
export function bitLength(whole: bigint): number {
  return whole.toString(16).length * 4
}
