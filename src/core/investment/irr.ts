/**
 * What dated cash flows give: the yearly rate, and beside it how many times the money came back.
 *
 *     −1 000 000 on 1 January 2024, +1 210 000 on 31 December 2025     10 % a year, 1.21 times
 *     −100, +230, −132 a year apart                                    10 % and 20 %: both, never one of them alone
 *     −100, and nothing back                                           a total loss, 0 times
 *     +100, −100, +100 a year apart                                    no rate: it breaks even at none
 *
 * The rate r solves Σ amount × (1 + r)^(−days/365) = 0, days counted from the first amount, between −99.99 % and 100,000,000 %.
 * A rate is floating point and decides no payment; a cap on return that does is exact, see `largestPaymentKeepingReturn`.
 */
import { type DatedAmount, type Exact, type Money, divide, exp, fromBigInt } from '../base/index.ts'
import { RateFinder } from './rate-finder.ts'

export type Return = {
  /** One yearly rate (0.1 is 10 %) · several, rising · none · nothing came back · nothing was put in. */
  rate:
    | { is: 'rate'; yearly: number }
    | { is: 'several'; yearly: number[] }
    | { is: 'none' | 'total-loss' | 'nothing-put-in' }
  putIn: Money
  gotBack: Money
  /** Got back ÷ put in, exactly; nothing where nothing was put in. */
  multiple: Exact | undefined
}

/** The return on amounts of one investor: outlays negative, receipts positive, in any order; those of one day are netted for the rate. */
export function returnOn(flows: readonly DatedAmount[]): Return {
  const putIn = flows.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n)
  const gotBack = flows.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n)
  const multiple = putIn === 0n ? undefined : divide(fromBigInt(gotBack), fromBigInt(putIn))
  const rate = rateOf(flows)
  // Where each day's receipts are smaller than its outlays nothing is left to earn on, but not all is lost.
  const isTold = rate.is !== 'total-loss' || gotBack === 0n
  return { rate: isTold ? rate : { is: 'none' }, putIn, gotBack, multiple }
}

function rateOf(flows: readonly DatedAmount[]): Return['rate'] {
  const byDay = new Map<number, Money>()
  for (const { day, amount } of flows) byDay.set(day, (byDay.get(day) ?? 0n) + amount)
  const inOrder = [...byDay].sort(([a], [b]) => a - b)
  const finder = new RateFinder()
  const found = finder.find(
    inOrder.map(([, amount]) => Number(amount)),
    inOrder.map(([day]) => day),
  )
  if (found !== 'rates') return { is: found }
  const yearly = finder.logRates.map((logRate) => exp(logRate) - 1)
  return yearly.length === 1 ? { is: 'rate', yearly: yearly[0]! } : { is: 'several', yearly }
}
