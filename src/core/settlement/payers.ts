/**
 * Payers: who owes how much of what is left, and to whom.
 *
 *     by share   each payment's sum is split by the shares, largest remainder first, so that the parts add up
 *     in turn    the first payer pays the entries in order until its limit, then the next
 */
import {
  type Exact,
  type Money,
  add,
  apportion,
  compare,
  maximum,
  minimum,
  multiply,
  subtract,
  toBigInt,
} from '../base/index.ts'
import { type Context } from '../outcomes/index.ts'
import { type Payers } from '../terms/index.ts'
import { type Earned, entriesOf } from './entries.ts'
import { inOrder } from './limits.ts'

/** A part of one payment that one party owes another. */
export type Owed = { payment: number; payer: string; payee: string; amount: Money }

type PayerRow = Payers['each'][number]

/** Splits the amounts left in one agreement between the payers. What nobody pays is left out; `unplaced` tells how much. */
export function owe(
  agreement: number,
  amounts: readonly Exact[],
  earned: Earned,
  context: Context,
): { owed: Owed[]; unplaced: Money } {
  const { payers } = context.agreement
  return payers.split === 'by-share'
    ? byShare(agreement, amounts, earned, context)
    : inTurn(agreement, amounts, earned, context)
}

function payersFor(payers: Payers, name: string): PayerRow[] {
  return payers.each.filter(({ over }) => over === undefined || over.includes(name))
}

function byShare(agreement: number, amounts: readonly Exact[], earned: Earned, context: Context) {
  const sums = paymentSums(agreement, amounts, earned)
  const owed = earned.payments.flatMap(({ name, payment }, index): Owed[] => {
    const sum = toBigInt(sums[index]!)
    const rows = payersFor(context.agreement.payers, name)
    if (payment.payer !== undefined)
      return [{ payment: index, payer: payment.payer, payee: payment.payee ?? rows[0]?.payee ?? '', amount: sum }]
    const parts =
      rows.length === 0
        ? []
        : apportion(
            sum,
            rows.map((row) => row.share ?? 1),
          )
    return rows.map((row, at) => ({
      payment: index,
      payer: row.payer,
      payee: payment.payee ?? row.payee,
      amount: parts[at]!,
    }))
  })
  return { owed, unplaced: 0n }
}

/** Sums by payment, in whole minor units. */
export function paymentSums(agreement: number, amounts: readonly Exact[], { entries, payments }: Earned): Exact[] {
  const sums = payments.map((): Exact => 0)
  for (const entry of entriesOf(entries, agreement)) {
    const payment = entries.payment[entry]!
    sums[payment] = add(sums[payment]!, amounts[entry]!)
  }
  return sums
}

function inTurn(agreement: number, amounts: readonly Exact[], earned: Earned, context: Context) {
  const { entries, payments } = earned
  const { payers } = context.agreement
  const left = payers.each.map(({ upTo }) => (upTo === undefined ? undefined : multiply(upTo, context.minorUnits)))
  const sums = new Map<string, { owed: Owed; sum: Exact }>()
  let unplaced: Exact = 0
  for (const entry of inOrder(entriesOf(entries, agreement), entries)) {
    const payment = entries.payment[entry]!
    let rest = amounts[entry]!
    payers.each.forEach((row, index) => {
      if (row.over !== undefined && !row.over.includes(payments[payment]!.name)) return
      const isLast = index === payers.each.length - 1 && payers.beyond === 'last-payer'
      const room = isLast || left[index] === undefined ? rest : left[index]
      const pays = minimum(rest, maximum(0, room))
      if (compare(pays, 0) === 0) return
      if (left[index] !== undefined) left[index] = subtract(left[index], pays)
      rest = subtract(rest, pays)
      const key = `${String(payment)} ${String(index)}`
      const known = sums.get(key)
      if (known !== undefined) known.sum = add(known.sum, pays)
      else sums.set(key, { owed: { payment, payer: row.payer, payee: row.payee, amount: 0n }, sum: pays })
    })
    unplaced = add(unplaced, rest)
  }
  const owed = [...sums.values()].map(({ owed: one, sum }): Owed => ({ ...one, amount: toBigInt(sum) }))
  return { owed: owed.sort((a, b) => a.payment - b.payment), unplaced: toBigInt(unplaced) }
}
