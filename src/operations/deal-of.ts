/**
 * What the investors' account is made from: the parties and drawdowns of the terms, the payments, and the securities.
 *
 *     dealOf(context, { closes, asOf, receipts, instruments })   →   a deal for `settleAccount`
 *
 * A cap on return that counts fixed coupons asks the same account for them (`couponsBeside`), so that a coupon that only makes up
 * for low payments is as large to the cap as it is to the investor.
 */
import { type Exact, type Money, multiply, toBigInt } from '../core/base/index.ts'
import { type Deal, settleAccount } from '../core/investment/index.ts'
import { type Context } from '../core/outcomes/index.ts'
import { type CouponsBeside } from '../core/settlement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { compileSecurities } from './compile-securities.ts'

export function dealOf(
  { agreement, minorUnits }: Context,
  rest: Pick<Deal, 'closes' | 'asOf' | 'receipts' | 'instruments'>,
): Deal {
  const minor = (amount: Exact): Money => toBigInt(multiply(amount, minorUnits))
  return {
    from: agreement.runs.from,
    investors: investorsOf(agreement),
    commitments: commitmentsOf(agreement, minor),
    draws: (agreement.drawdowns ?? []).map(({ on, amount, by }) => ({ day: on, party: by, amount: minor(amount) })),
    ...rest,
  }
}

/** The fixed coupons that have fallen due to the investors by the context's day. */
export const couponsBeside: CouponsBeside = (context, receipts) => {
  const closes = context.agreement.runs.through
  const { instruments } = compileSecurities(context.agreement, context, closes)
  const { movements } = settleAccount(dealOf(context, { closes, asOf: context.to, receipts, instruments }))
  return movements.flatMap(({ reason, party, day, amount }) =>
    reason === 'coupon' ? [{ payee: party, day, amount }] : [],
  )
}

/** Parties that are investors or funds, that draw money, or whose money is secured. */
function investorsOf({ parties, drawdowns, security }: Agreement): string[] {
  const secured = [...(security?.values() ?? [])].filter(({ kind }) =>
    ['coupon', 'principal-protection', 'recycling', 'refund'].includes(kind),
  )
  const named = new Set([...(drawdowns ?? []).map(({ by }) => by), ...secured.map(({ party }) => party)])
  return [...parties].flatMap(([name, { roles }]) =>
    named.has(name) || roles.includes('investor') || roles.includes('fund') ? [name] : [],
  )
}

function commitmentsOf({ parties }: Agreement, minor: (amount: Exact) => Money) {
  return new Map([...parties].flatMap(([name, { commits }]) => (commits === undefined ? [] : [[name, minor(commits)]])))
}
