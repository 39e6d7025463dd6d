/**
 * What dated cash flows give: the yearly rate, and beside it how many times the money came back.
 *
 *     −1 000 000 on 1 January 2024, +1 210 000 on 31 December 2025     10 % a year, 1.21 times
 *     −100, +230, −132 a year apart                                    10 % and 20 %: both, never one of them alone
 *     −100, and nothing back                                           a total loss, 0 times
 *     +100, −100, +100 a year apart                                    no rate: it breaks even at none
 *     −100, a payment of 60, later corrected by −10                    100 put in and 50 back, 0.5 times; never 110 put in
 *
 * A payment below zero takes back what an earlier one was too much: it was set off or claimed back, and nobody laid it out anew. It
 * lowers what came back, and only what exceeds all that came back is put in. The rate sees each amount on its day.
 *
 * The rate r solves Σ amount × (1 + r)^(−days/365) = 0, days counted from the first amount, between −99.99 % and 100,000,000 %.
 * A rate is floating point and decides no payment; a cap on return that does is exact, see `largestPaymentKeepingReturn`.
 */
import { type DatedAmount, type Exact, type Money, divide, exp, fromBigInt } from '../base/index.ts'
import { type MovementReason } from './instruments.ts'
import { RateFinder } from './rate-finder.ts'

/** An amount and, where it is known, why it moved: a payment below zero is a correction of earlier ones. */
export type Flow = DatedAmount & { readonly reason?: MovementReason }

export type Return = {
  /** One yearly rate (0.1 is 10 %) · several, rising · none · nothing came back · nothing was put in ·
   * less is back so far than was put in (`returnSoFar`). */
  rate:
    | { is: 'rate'; yearly: number }
    | { is: 'several'; yearly: number[] }
    | { is: 'none' | 'total-loss' | 'nothing-put-in' | 'not-yet' }
  putIn: Money
  gotBack: Money
  /** Got back ÷ put in, exactly; nothing where nothing was put in. */
  multiple: Exact | undefined
}

/**
 * The return on amounts of one investor, or of several together: outlays negative, receipts positive, in any order; those of one day
 * are netted for the rate.
 */
export function returnOn(...investors: readonly (readonly Flow[])[]): Return {
  const sums = investors.map(sumsOf)
  const putIn = sums.reduce((sum, own) => sum + own.putIn, 0n)
  const gotBack = sums.reduce((sum, own) => sum + own.gotBack, 0n)
  const multiple = putIn === 0n ? undefined : divide(fromBigInt(gotBack), fromBigInt(putIn))
  const rate = rateOf(investors.flat())
  // Where each day's receipts are smaller than its outlays nothing is left to earn on, but not all is lost.
  const isTold = rate.is !== 'total-loss' || gotBack === 0n
  return { rate: isTold ? rate : { is: 'none' }, putIn, gotBack, multiple }
}

/**
 * The return of a deal or a fund, whether it is over or goes on: while less has come back than was put in, no rate can be told, and least
 * of all a loss.
 */
export function returnSoFar(isOver: boolean, ...investors: readonly (readonly Flow[])[]): Return {
  const found = returnOn(...investors)
  return isOver || found.gotBack >= found.putIn ? found : { ...found, rate: { is: 'not-yet' } }
}

/** What one investor put in and got back, corrections taken off what came back. */
export function sumsOf(flows: readonly Flow[]): Pick<Return, 'putIn' | 'gotBack'> {
  let [putIn, back] = [0n, 0n]
  for (const flow of flows) {
    if (flow.amount > 0n || isCorrection(flow)) back += flow.amount
    else putIn -= flow.amount
  }
  return back < 0n ? { putIn: putIn - back, gotBack: 0n } : { putIn, gotBack: back }
}

export function isCorrection({ amount, reason }: Flow): boolean {
  return amount < 0n && (reason === 'payment' || reason === 'taken-back')
}

function rateOf(flows: readonly Flow[]): Return['rate'] {
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
