/**
 * The largest payment that keeps an investor's return within a yearly cap, exactly to the minor unit.
 *
 *     compounded:  outstanding = −Σ amount × (1 + cap)^((pay day − day) / 365)
 *     simple:      outstanding = principal + interest, where each day adds principal × cap / 365
 *     payment    = ⌊outstanding⌋, and not less than 0
 *
 * Outlays are negative and receipts positive. 1 000 000 put in and paid back after 365 days at a cap of 3 % is
 * 1 030 000 by either rule; one minor unit more would break the cap.
 *
 * The cases that surprise: with simple interest it matters what a receipt pays. Here it pays the interest due first and
 * then the principal; interest not yet paid bears none; and what a receipt leaves over, when nothing is outstanding, is set against
 * later outlays without interest. And an investor already above the cap gets 0, never a demand for money back.
 */
import { assert } from './assert.ts'
import { type Day } from './day.ts'
import { type Exact, add, floor, fraction, fromBigInt, minimum, multiply, sign, subtract, toBigInt } from './exact.ts'
import { type DatedAmount, wholeUnitsOf, worthOn } from './growth.ts'
import { type Money } from './money.ts'

export type ReturnCap = {
  readonly flowsBefore: readonly DatedAmount[] // Not after payDay. Outlays negative, receipts positive.
  readonly payDay: Day
  readonly yearlyCap: Exact // 3 % is 3/100; not negative.
  readonly compounding: 'simple' | 'yearly-compound'
  readonly dayCount: 'actual/365' // Every year counts as 365 days, so a leap year is a day longer than a year.
}

/**
 * The largest payment in whole minor units on payDay with which the return does not exceed the cap: one unit more
 * exceeds it. 0 if nothing is outstanding.
 */
export function largestPaymentKeepingReturn(cap: ReturnCap): Money {
  const { flowsBefore, payDay, yearlyCap } = cap
  assert(sign(yearlyCap) >= 0, 'a cap on return is not negative')
  for (const { day } of flowsBefore) assert(day <= payDay, 'flows before a payment are not after it')
  const units =
    cap.compounding === 'simple'
      ? toBigInt(floor(outstandingSimple(flowsBefore, payDay, yearlyCap)))
      : wholeUnitsOf(worthOn(flowsBefore.map(turned), yearlyCap, payDay, 365))
  return units > 0n ? units : 0n
}

function turned(flow: DatedAmount): DatedAmount {
  return { day: flow.day, amount: -flow.amount }
}

/** Principal and interest on payDay. Within a day the order makes no difference: an outlay bears interest from its day on. */
function outstandingSimple(flowsBefore: readonly DatedAmount[], payDay: Day, yearlyCap: Exact): Exact {
  const inOrder = [...flowsBefore].sort((a, b) => a.day - b.day)
  let principal: Exact = 0 // Below zero: receipts left over, to be set against later outlays.
  let interest: Exact = 0
  let countedUntil: Day = inOrder[0]?.day ?? payDay

  function countInterestUntil(day: Day): void {
    if (sign(principal) > 0) {
      interest = add(interest, multiply(multiply(principal, yearlyCap), fraction(day - countedUntil, 365)))
    }
    countedUntil = day
  }

  for (const { day, amount } of inOrder) {
    countInterestUntil(day)
    const received = amount > 0n ? fromBigInt(amount) : 0
    const toInterest = minimum(received, interest)
    interest = subtract(interest, toInterest)
    principal = subtract(principal, amount > 0n ? subtract(received, toInterest) : fromBigInt(amount))
  }
  countInterestUntil(payDay)
  return add(principal, interest)
}
