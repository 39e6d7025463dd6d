/**
 * Caps on the investors' return: a statement pays no more than keeps the yearly return at or below the cap.
 *
 *     1 000 000 drawn, cap 10 %, paid after 365 days        at most 1 100 000
 *     … with a fixed coupon of 30 000 due that day          at most 1 070 000 where `coupons: counted`, else 1 100 000
 *
 * The last lines of the annex give way first. A coupon is not cut: where it lifts the return above the cap by itself, nothing
 * more is paid and nothing is taken back.
 */
import {
  type Day,
  type Exact,
  type Money,
  assert,
  largestPaymentKeepingReturn,
  multiply,
  toBigInt,
} from '../base/index.ts'
import { type Context } from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { type PaidLine, type StatementLine } from './statement-line.ts'

/** Money that fell due to somebody on a day. */
export type DatedReceipt = { day: Day; payee: string; amount: Money }

/** The fixed coupons beside payments, by the payments made up to the context's day: what the investors' account makes of them. */
export type CouponsBeside = (
  context: Context,
  payments: readonly (DatedReceipt & { payment: string; payer: string })[],
) => readonly DatedReceipt[]

/** Holds back what would lift an investor's yearly return above a cap; each cap in the order of the annex. */
export function applyReturnCaps(
  lines: StatementLine[],
  issued: readonly PaidLine[],
  context: Context,
  coupons: CouponsBeside | undefined,
): { lines: StatementLine[]; held: Money } {
  const limits = (context.agreement.limits ?? []).filter((limit) => limit.returnCap !== undefined)
  return limits.reduce(
    (left, limit) => {
      const cut = applyReturnCap(limit, left.lines, issued, context, coupons)
      return { lines: cut.lines, held: left.held + cut.held }
    },
    { lines, held: 0n },
  )
}

function applyReturnCap(
  limit: Limit,
  lines: StatementLine[],
  issued: readonly PaidLine[],
  context: Context,
  coupons: CouponsBeside | undefined,
): { lines: StatementLine[]; held: Money } {
  const isMine = (payee: string) => limit.of === undefined || limit.of === payee
  const total = lines
    .flatMap((line) => line.shares)
    .reduce((sum, share) => (isMine(share.payee) ? sum + share.payable : sum), 0n)
  if (total <= 0n) return { lines, held: 0n }
  const most = largestPaymentKeepingReturn({
    flowsBefore: [
      ...outlaysOf(limit, context),
      ...issued.filter(({ payee }) => isMine(payee)).map(({ to, payable }) => ({ day: to, amount: payable })),
      ...(limit.coupons === 'counted' ? couponsOf(lines, issued, context, coupons) : []).filter(({ payee }) =>
        isMine(payee),
      ),
    ],
    payDay: context.to,
    yearlyCap: limit.returnCap!,
    compounding: limit.counted === 'simple' ? 'simple' : 'yearly-compound',
    dayCount: 'actual/365',
  })
  const held = total > most ? total - most : 0n
  let rest = held
  // The last lines of the annex give way first.
  const cut = [...lines].reverse().map((line) => {
    const shares = line.shares.map((share) => {
      const less = !isMine(share.payee) || share.payable <= 0n ? 0n : share.payable < rest ? share.payable : rest
      rest -= less
      return { ...share, payable: share.payable - less }
    })
    return { ...line, shares, payable: shares.reduce((all, share) => all + share.payable, 0n) }
  })
  return { lines: cut.reverse(), held }
}

/** The coupons that have fallen due, beside what was asked for before and what is asked for now without the cap. */
function couponsOf(
  lines: readonly StatementLine[],
  issued: readonly PaidLine[],
  context: Context,
  coupons: CouponsBeside | undefined,
): readonly DatedReceipt[] {
  assert(coupons !== undefined, 'a cap on return that counts coupons is told of them')
  const now = lines.flatMap(({ payment, shares }) =>
    shares.map(({ payer, payee, payable }) => ({ day: context.to, payment, payer, payee, amount: payable })),
  )
  const before = issued.map(({ to, payment, payer, payee, payable }) => {
    return { day: to, payment, payer, payee, amount: payable }
  })
  return coupons(context, [...before, ...now]).filter(({ day }) => day <= context.to)
}

/** What the capped investor has put in: the money drawn, or all it committed, counted from the first day. */
function outlaysOf(limit: Limit, context: Context): { day: Day; amount: Money }[] {
  const { parties, drawdowns, runs } = context.agreement
  const outlay = (day: Day, amount: Exact) => ({ day, amount: -toBigInt(multiply(amount, context.minorUnits)) })
  if (limit.on === 'committed-money') {
    return [...parties].flatMap(([name, { commits }]) =>
      commits !== undefined && (limit.of ?? name) === name ? [outlay(runs.from, commits)] : [],
    )
  }
  const drawn = (drawdowns ?? []).filter(({ on, by }) => on <= context.to && (limit.of ?? by) === by)
  return drawn.map(({ on, amount }) => outlay(on, amount))
}
