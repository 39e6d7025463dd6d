/**
 * Securities: what stands between the investors and those who secure them.
 *
 *     class · guarantee · principal-protection · coupon · reserve · escrow · recycling · refund
 *
 * They move no outcome payment: what a payer owes is settled first, and the securities decide which investor gets it and who bears a
 * loss. Every choice that moves money between investors and guarantors is asked for; sizes and rates must be there (`checkSecurities`).
 */
import { type Read, type Shape, edgeWhen, freeText, listOf, oneOf, optional, record, required } from '../text/index.ts'
import { fixedDay, offset, wholeNumber, words } from '../text/index.ts'
import { value } from './kinds.ts'

const kinds = [
  'guarantee',
  'coupon',
  'principal-protection',
  'class',
  'recycling',
  'reserve',
  'escrow',
  'refund',
] as const

type Of = (key: string) => string | undefined

const isKind =
  (...wanted: string[]) =>
  (of: Of) =>
    wanted.includes(of('kind') ?? '')

/** A class without a coupon has none that can be left unpaid. */
const hasCoupon = (of: Of): boolean => of('kind') === 'class' && of('rate') !== undefined && of('rate') !== '0 %'

/** Where a coupon that is not paid only stands over, the day it falls due decides nothing. */
const hasDueCoupon = (of: Of): boolean =>
  hasCoupon(of) && ['bears-interest', 'lapses'].includes(of('unpaid-coupon') ?? '')

const couponDue = ['each-settlement', 'each-year', 'each-half-year', 'each-quarter'] as const

export const security = record({
  clause: required(freeText),
  label: required(words),
  kind: required(oneOf(...kinds)),
  party: required(freeText),
  amount: optional(value),
  share: edgeWhen((of) => of('covers') === 'share-of-loss', { ...value, choices: ['50 %', '75 %'] }),
  rate: edgeWhen((of) => of('late') === 'interest', { ...value, choices: ['3 %', '5 %'] }),
  order: optional(wholeNumber),
  within: edgeWhen(isKind('class'), oneOf('by-principal', 'by-due')),
  'unpaid-coupon': edgeWhen(hasCoupon, oneOf('stands-over', 'bears-interest', 'lapses')),
  'coupon-due': edgeWhen(hasDueCoupon, oneOf(...couponDue)),
  'pays-first': edgeWhen(hasCoupon, oneOf('coupon', 'principal')),
  surplus: optional(value),
  covers: edgeWhen(isKind('guarantee'), oneOf('first-loss', 'share-of-loss')),
  scaled: edgeWhen(isKind('guarantee'), oneOf('fixed', 'with-drawn-money')),
  called: edgeWhen(isKind('guarantee'), oneOf('before-waterfall', 'after-waterfall')),
  unused: edgeWhen(isKind('guarantee'), oneOf('lapses', 'used-again')),
  protects: optional(listOf(freeText)), // The investors a guarantee secures; without it, all of them.
  coupons: edgeWhen(isKind('guarantee', 'principal-protection', 'reserve'), oneOf('set-off', 'not-set-off')),
  'paid-by': edgeWhen(
    isKind('coupon', 'principal-protection', 'refund'),
    oneOf('payer', 'provider', 'intermediary', 'guarantor'),
  ),
  years: optional(wholeNumber),
  'part-year': edgeWhen(isKind('coupon'), oneOf('by-days', 'not-counted')),
  against: edgeWhen(isKind('coupon'), oneOf('highest', 'in-addition')),
  short: edgeWhen(isKind('escrow'), oneOf('waits', 'payer-pays')),
  late: edgeWhen((of) => of('short') === 'waits', oneOf('no-interest', 'interest')),
  closed: optional(offset),
  grants: edgeWhen(isKind('refund'), oneOf('set-off', 'not-set-off')),
  proof: optional(words),
  from: optional(fixedDay), // It holds when the agreement closes on this day or later,
  through: optional(fixedDay), // and on this day at the latest.
  note: optional(words),
}) satisfies Shape<unknown>

export type Security = Read<typeof security>

/** What each kind cannot be worked out without. */
export const neededOfSecurity: Readonly<Record<Security['kind'], readonly string[]>> = {
  guarantee: ['amount'],
  coupon: ['rate', 'years'],
  'principal-protection': ['share'],
  class: ['order', 'rate', 'surplus'],
  recycling: ['amount'],
  reserve: ['amount', 'share', 'closed'],
  escrow: ['amount'],
  refund: ['share', 'proof'],
}
