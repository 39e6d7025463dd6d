/**
 * What a guarantor pays of a loss, whether it secures the investors of one contract or those of a fund.
 *
 *     first-loss: 4 million cover every krone of a loss of 3 million            3 million
 *     share-of-loss: 75 % of it                                                 2.25 million
 *     with-drawn-money: of 20 million promised 10 are drawn                     at most 2 million
 *
 * A loss is what the secured have put in less what they have got, and never below zero. The size follows the money drawn by those it
 * secures, of what they have promised; who has promised nothing has a size that is fixed. Parts of a minor unit are not paid.
 */
import { type Exact, type Money, fraction } from '../base/index.ts'
import { least, partOf } from './sums.ts'

export type GuaranteeTerms = {
  amount: Money
  covers: 'first-loss' | 'share-of-loss'
  /** Of a loss; 1 where the first loss is covered. */
  share: Exact
  scaled: 'fixed' | 'with-drawn-money'
}

/** What is paid of a loss, and what could be paid at most. */
export function guaranteePays(
  { amount, covers, share, scaled }: GuaranteeTerms,
  { loss, drawn, committed }: { loss: Money; drawn: Money; committed: Money },
): { paid: Money; most: Money } {
  const isScaled = scaled === 'with-drawn-money' && committed > 0n
  const most = isScaled ? partOf(amount, fraction(least(drawn, committed), committed)) : amount
  const asked = covers === 'first-loss' ? loss : partOf(loss, share)
  return { paid: least(asked, most), most }
}
