/** Small sums of money that accounts are made of. */
import { type Exact, type Money, floor, fromBigInt, multiply, toBigInt } from '../base/index.ts'

/** A share of an amount; parts of a minor unit are left out. */
export const partOf = (amount: Money, share: Exact): Money => toBigInt(floor(multiply(fromBigInt(amount), share)))
export const least = (a: Money, b: Money): Money => (a < b ? a : b)
export const notBelowZero = (amount: Money): Money => (amount < 0n ? 0n : amount)
export const sumOf = (amounts: readonly Money[]): Money => amounts.reduce((all, amount) => all + amount, 0n)
