/**
 * What an early exit brings beside the statements: who pays whom, the day the agreement closes.
 *
 *     the statement asks for 200,000, the rule comes to 247,990.64    →    47,990.64 more, shared as the payments are
 *     the rule does not pay for results reached                       →    no statement is made but those issued, which go back
 *
 * The rule is the agreement's own exit clause, or one that a side asks about. An account that closes early and a valuation of an exit
 * both ask here, so that they cannot differ.
 */
import { type Day, type Exact, type Money, apportion, fromBigInt } from '../core/base/index.ts'
import {
  type ExitRule,
  type ExitValuation,
  type Settled,
  type Statement,
  valueExitBy,
} from '../core/settlement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { type DatedPayment } from './list-receipts.ts'

/**
 * What a rule asks for on the day, as payments from payer to payee: beyond each statement of a settlement, or in its place where the
 * rule does not pay for what is reached. The settlement of such a rule is made after the statements that were issued, and no others.
 */
export function exitPayments(rule: ExitRule, settled: Settled, day: Day): DatedPayment[] {
  return settled.statements.flatMap((statement) =>
    beyondStatement(valueExitBy(rule, settled, statement), settled, statement, day),
  )
}

function beyondStatement(
  { exit: { reached }, payable, expected }: ExitValuation,
  { context }: Settled,
  statement: Statement,
  day: Day,
): DatedPayment[] {
  const extra = payable - (reached === 'paid-in-full' ? statement.payable : 0n)
  if (extra === 0n) return []
  const isExpected = expected.some(({ amount }) => amount > 0n)
  const weights = isExpected
    ? expected.map(({ payment, amount }) => ({ payment, amount }))
    : statement.lines.map(({ payment, afterLimits }) => ({ payment, amount: afterLimits }))
  const positive = weights.filter(({ amount }) => amount > 0n)
  if (positive.length === 0) return []
  const parts = apportion(
    extra,
    positive.map(({ amount }) => fromBigInt(amount)),
  )
  return positive.flatMap(({ payment }, index) =>
    paidBy(context.agreement, payment, parts[index]!).map((part) => ({ ...part, day, payment, isIssued: false })),
  )
}

/** By the payers' shares; in turn, by the first. */
function paidBy(
  { payments, payers }: Agreement,
  payment: string,
  amount: Money,
): { payer: string; payee: string; amount: Money }[] {
  const own = payments?.get(payment)
  const rows = payers.each.filter(({ over }) => over?.includes(payment) ?? true)
  const first = rows[0] ?? payers.each[0]
  if (own?.payer !== undefined || payers.split === 'in-turn' || rows.length < 2)
    return [{ payer: own?.payer ?? first?.payer ?? '', payee: own?.payee ?? first?.payee ?? '', amount }]
  const shares = rows.map(({ share }): Exact => share ?? 0)
  const parts = apportion(amount, shares)
  return rows.map(({ payer, payee }, index) => ({ payer, payee: own?.payee ?? payee, amount: parts[index]! }))
}
