/**
 * The terms' securities as instruments: every expression has become a number, and what is not known yet is named.
 *
 *     security.guarantee: { amount: 4000000 kr, covers: first-loss, … }   →   an instrument of 4,000,000.00
 *
 * A share that follows a result, such as a principal that is paid back only above a threshold, has the value it has when the
 * agreement closes, and is not known before. A security that does not hold on the day the agreement closes is left out.
 */
import {
  type Day,
  type Exact,
  type Money,
  addMonths,
  addOffset,
  addYears,
  roundTo,
  toBigInt,
} from '../core/base/index.ts'
import { type Instrument } from '../core/investment/index.ts'
import { type Context, NOBODY, compileValue, isMissing, rowFor } from '../core/outcomes/index.ts'
import { settlementDays } from '../core/settlement/index.ts'
import { type Agreement, type Security, type expressions } from '../core/terms/index.ts'

export type CompiledSecurities = {
  instruments: Instrument[]
  /** Securities that await a figure, by name. */
  unknown: string[]
  /** Securities that do not hold when the agreement closes on that day. */
  notInForce: string[]
}

export function compileSecurities(agreement: Agreement, context: Context, closes: Day): CompiledSecurities {
  const compiled: CompiledSecurities = { instruments: [], unknown: [], notInForce: [] }
  // For the securities the agreement ends on the day it closes, also when that is an early exit.
  const closing = { ...context, agreement: { ...agreement, runs: { ...agreement.runs, through: closes } } }
  for (const [name, security] of agreement.security ?? []) {
    if (!holds(security, agreement, closes)) {
      compiled.notInForce.push(name)
      continue
    }
    const numbers = numbersOf(security, closing)
    if (numbers === undefined) compiled.unknown.push(name)
    else compiled.instruments.push(instrumentOf(name, security, numbers, { agreement, closes }))
  }
  return compiled
}

/** Years of a coupon are those it is paid for; of another security those in which the agreement may close under it. */
function holds({ kind, years, from, through }: Security, { runs }: Agreement, closes: Day): boolean {
  if (from !== undefined && closes < from) return false
  if (through !== undefined && closes > through) return false
  return kind === 'coupon' || years === undefined || closes < addYears(runs.from, years)
}

type Numbers = { amount: Money; share: Exact; rate: Exact; surplus: Exact }

/** What the expressions are worth; nothing where one of them is not known. */
function numbersOf({ amount, share, rate, surplus }: Security, context: Context): Numbers | undefined {
  const [money, part, yearly, rest] = [amount, share, rate, surplus].map((node) => valueOf(node, context))
  if (money === 'unknown' || part === 'unknown' || yearly === 'unknown' || rest === 'unknown') return undefined
  return { amount: toBigInt(roundTo(money ?? 0, 1, 'down')), share: part ?? 1, rate: yearly ?? 0, surplus: rest ?? 0 }
}

function valueOf(node: expressions.Value | undefined, context: Context): Exact | 'unknown' | undefined {
  if (node === undefined) return undefined
  const row = { ...rowFor(NOBODY, 0), scope: 0, day: context.to }
  const value = compileValue(node, context)(row)
  return isMissing(value) ? 'unknown' : value
}

/** What the language asks for is there: a hole would have stopped the terms. */
function instrumentOf(
  name: string,
  security: Security,
  numbers: Numbers,
  { agreement, closes }: { agreement: Agreement; closes: Day },
): Instrument {
  const { party } = security
  const { amount, share, rate } = numbers
  switch (security.kind) {
    case 'class':
      return {
        kind: 'class',
        name,
        party,
        order: security.order!,
        fee: drawsMoney(party, agreement) ? 0n : amount,
        yearlyRate: rate,
        unpaidCoupon: security.unpaidCoupon ?? 'stands-over',
        couponDays: couponDays(security, agreement, closes),
        paysFirst: security.paysFirst ?? 'coupon',
        within: security.within!,
        surplus: numbers.surplus,
      }
    case 'guarantee': {
      const { covers, scaled, called, unused, coupons, protects = [] } = security
      const rules = { covers: covers!, scaled: scaled!, called: called!, unused: unused!, coupons: coupons! }
      return { kind: 'guarantee', name, party, amount, share, ...rules, protects }
    }
    case 'principal-protection':
      return { kind: security.kind, name, party, share, coupons: security.coupons!, paidBy: security.paidBy! }
    case 'coupon': {
      const { years, partYear, against, paidBy } = security
      const rules = { years: years!, partYear: partYear!, against: against!, paidBy: paidBy! }
      return { kind: 'coupon', name, party, yearlyRate: rate, ...rules }
    }
    case 'reserve': {
      const closes = addOffset(agreement.runs.through, security.closed!)
      return { kind: 'reserve', name, party, amount, share, coupons: security.coupons!, closes }
    }
    case 'escrow':
      return {
        kind: 'escrow',
        name,
        party,
        amount,
        short: security.short!,
        late: security.late ?? 'no-interest',
        yearlyRate: rate,
      }
    case 'recycling':
      return { kind: 'recycling', name, party, amount }
    case 'refund':
      return { kind: 'refund', name, party, share, grants: security.grants!, paidBy: security.paidBy! }
  }
}

const monthsBetweenCoupons = { 'each-year': 12, 'each-half-year': 6, 'each-quarter': 3 } as const

/** The days a coupon falls due: those that are settled to, or so many months from the first day; and when the agreement closes. */
function couponDays({ couponDue }: Security, agreement: Agreement, closes: Day): Day[] {
  if (couponDue === undefined) return []
  const { from } = agreement.runs
  const days = couponDue === 'each-settlement' ? settlementDays(agreement) : []
  if (couponDue !== 'each-settlement') {
    const months = monthsBetweenCoupons[couponDue]
    for (let time = 1; addMonths(from, months * time) < closes; time++) days.push(addMonths(from, months * time))
  }
  return [...days.filter((day) => day < closes), closes]
}

/** A class whose party is an investor lives by what it draws; another, such as a deferred fee, by its amount. */
function drawsMoney(party: string, { parties, drawdowns }: Agreement): boolean {
  const isInvestor = parties.get(party)?.roles.some((role) => role === 'investor' || role === 'fund') ?? false
  return isInvestor || (drawdowns ?? []).some(({ by }) => by === party)
}
