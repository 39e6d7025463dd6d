/**
 * What stands between the investors and those who secure them, with every rule decided; nothing here has a default.
 *
 *     guarantee              pays of the investors' loss when the agreement closes
 *     protection             pays back a share of the principal when the agreement closes
 *     coupon                 tops up what an investor got in each of the first years
 *     reserve                money set aside for losses; what is left is split
 *     escrow                 money from which a payer pays; what it cannot cover waits
 *     recycling              money repaid may be drawn again
 *     refund                 a share of an investor's own outlay
 *
 * Money is in whole minor units. Instruments that pay at the close are called in the order in which they stand.
 */
import { type Day, type Exact, type Money } from '../base/index.ts'
import { type GuaranteeTerms } from './guarantee.ts'
import { type ClassTerms } from './waterfall.ts'

/** Whether what an investor got as return counts against what it is secured. */
export type CouponsCount = 'set-off' | 'not-set-off'

type Named = { name: string; party: string }

export type Instrument =
  | ({ kind: 'class' } & ClassTerms)
  | ({
      kind: 'guarantee'
      called: 'before-waterfall' | 'after-waterfall'
      unused: 'lapses' | 'used-again'
      coupons: CouponsCount
      /** The investors it secures; all of them when empty. */
      protects: readonly string[]
    } & GuaranteeTerms &
      Named)
  | ({ kind: 'principal-protection'; share: Exact; coupons: CouponsCount; paidBy: string } & Named)
  | ({
      kind: 'coupon'
      yearlyRate: Exact
      years: number
      partYear: 'by-days' | 'not-counted'
      against: 'highest' | 'in-addition'
      paidBy: string
    } & Named)
  | ({ kind: 'reserve'; amount: Money; share: Exact; coupons: CouponsCount; closes: Day } & Named)
  | ({
      kind: 'escrow'
      amount: Money
      short: 'waits' | 'payer-pays'
      late: 'no-interest' | 'interest'
      yearlyRate: Exact
    } & Named)
  | ({ kind: 'recycling'; amount: Money } & Named)
  | ({ kind: 'refund'; share: Exact; grants: 'set-off' | 'not-set-off'; paidBy: string } & Named)

export type InstrumentOf<Kind extends Instrument['kind']> = Extract<Instrument, { kind: Kind }>

export type Draw = { day: Day; party: string; amount: Money }

/** A payment as settlement made it. */
export type Receipt = { day: Day; payment: string; payer: string; payee: string; amount: Money }

export type Deal = {
  from: Day
  /** The agreement's last day, or the day of an early exit: when guarantees, protections and reserves are settled. */
  closes: Day
  asOf: Day
  investors: readonly string[]
  commitments: ReadonlyMap<string, Money>
  draws: readonly Draw[]
  receipts: readonly Receipt[]
  instruments: readonly Instrument[]
}

/** Why money moved. */
export type MovementReason =
  | 'drawdown'
  | 'payment'
  | 'class-coupon'
  | 'class-principal'
  | 'class-surplus'
  | 'taken-back'
  | 'no-class-due'
  | 'guarantee'
  | 'protection'
  | 'coupon'
  | 'reserve-in'
  | 'reserve-loss'
  | 'reserve-left'
  | 'escrow-in'
  | 'escrow-used'
  | 'escrow-left'
  | 'escrow-waits'
  | 'refund'

/** Money to a party (or from it, below zero), with the instrument or the payment it rests on. */
export type Movement = {
  day: Day
  party: string
  counterparty: string
  amount: Money
  reason: MovementReason
  by: string
  /** Whether it gives the investor its principal back, or is return on it. */
  as: 'outlay' | 'principal' | 'return' | 'other'
}
