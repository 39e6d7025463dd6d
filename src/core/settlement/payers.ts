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
import { type Earned, entriesOf, groupNamesOf } from './entries.ts'
import { inOrder } from './limits.ts'

/** A part of one payment that one party owes another. */
export type Owed = { payment: number; payer: string; payee: string; amount: Money }

type PayerRow = Payers['each'][number]

/**
 * Splits the amounts left in one agreement between the payers. What nobody pays is left out; `unplaced` tells how much.
 * `sums` are those of the same amounts by payment.
 */
export function owe(
  agreement: number,
  amounts: readonly Exact[],
  sums: readonly Exact[],
  earned: Earned,
  context: Context,
): { owed: Owed[]; unplaced: Money } {
  const { payers } = context.agreement
  return payers.split === 'by-share'
    ? byShare(agreement, amounts, sums, earned, context)
    : inTurn(agreement, amounts, earned, context)
}

function payersFor(payers: Payers, name: string): PayerRow[] {
  return payers.each.filter(({ over }) => over === undefined || over.includes(name))
}

function byShare(
  agreement: number,
  amounts: readonly Exact[],
  sums: readonly Exact[],
  earned: Earned,
  context: Context,
) {
  const { payers } = context.agreement
  const owed = earned.payments.flatMap(({ name, payment }, index): Owed[] => {
    const rows = payersFor(payers, name)
    const isDivided = rows.some(({ groups }) => groups !== undefined)
    const parts = isDivided
      ? sumsByRows(agreement, index, rows, amounts, earned)
      : new Map([[everybodyOf(rows), sums[index]!]])
    return [...parts].flatMap(([key, exact]): Owed[] => {
      const sum = toBigInt(exact)
      const sharing = rows.filter((_, at) => key[at] === '1')
      if (payment.payer !== undefined)
        return [{ payment: index, payer: payment.payer, payee: payment.payee ?? sharing[0]?.payee ?? '', amount: sum }]
      const weights = sharing.map((row) => row.share ?? 1)
      const shares = sharing.length === 0 ? [] : apportion(sum, weights)
      return sharing.map((row, at) => ({
        payment: index,
        payer: row.payer,
        payee: payment.payee ?? row.payee,
        amount: shares[at]!,
      }))
    })
  })
  const placed = owed.reduce((sum, { amount }) => sum + amount, 0n)
  const all = sums.reduce<Money>((sum, amount) => sum + toBigInt(amount), 0n)
  return { owed, unplaced: all - placed }
}

/** The sums of one payment by which payers they concern: `101` is the first and the third. */
function sumsByRows(
  agreement: number,
  payment: number,
  rows: readonly PayerRow[],
  amounts: readonly Exact[],
  earned: Earned,
): Map<string, Exact> {
  const { entries } = earned
  const sums = new Map<string, Exact>([[everybodyOf(rows), 0]])
  for (const entry of entriesOf(entries, agreement)) {
    if (entries.payment[entry] !== payment) continue
    const key = rows.map((row) => (paysFor(row, entry, earned) ? '1' : '0')).join('')
    sums.set(key, add(sums.get(key) ?? 0, amounts[entry]!))
  }
  return sums
}

const everybodyOf = (rows: readonly PayerRow[]): string => '1'.repeat(rows.length)

function paysFor(row: PayerRow, entry: number, { entries, contexts }: Earned): boolean {
  if (row.groups === undefined) return true
  const names = groupNamesOf(entries, entry, contexts)
  return row.groups.some((group) => names.includes(group))
}

/** Sums by agreement and payment, in minor units. One pass over all entries as they stand serves every agreement. */
export function paymentSums(
  amounts: readonly Exact[],
  { entries, payments }: Earned,
  agreementCount: number,
): Exact[][] {
  const sums = Array.from({ length: agreementCount }, () => payments.map((): Exact => 0))
  for (let entry = 0; entry < entries.size; entry++) {
    const own = sums[entries.agreement[entry]!]!
    const payment = entries.payment[entry]!
    own[payment] = add(own[payment]!, amounts[entry]!)
  }
  return sums
}

function inTurn(agreement: number, amounts: readonly Exact[], earned: Earned, context: Context) {
  const { entries, payments } = earned
  const { payers } = context.agreement
  const left = payers.each.map(({ upTo }) => (upTo === undefined ? undefined : multiply(upTo, context.minorUnits)))
  const sums = new Map<string, { owed: Owed; sum: Exact }>()
  let unplaced: Exact = 0
  for (const entry of Array.from(inOrder(entriesOf(entries, agreement), entries))) {
    const payment = entries.payment[entry]!
    let rest = amounts[entry]!
    const pay = (key: string, one: Owed, pays: Exact) => {
      rest = subtract(rest, pays)
      const known = sums.get(key)
      if (known !== undefined) known.sum = add(known.sum, pays)
      else sums.set(key, { owed: one, sum: pays })
    }
    const own = payments[payment]!.payment
    // A payment with a payer of its own is outside the turns.
    if (own.payer !== undefined) {
      pay(
        `${String(payment)} own`,
        {
          payment,
          payer: own.payer,
          payee: own.payee ?? payersFor(payers, payments[payment]!.name)[0]?.payee ?? '',
          amount: 0n,
        },
        rest,
      )
      continue
    }
    const lastPayer = payers.each.findLastIndex((row) => {
      return (row.over?.includes(payments[payment]!.name) ?? true) && paysFor(row, entry, earned)
    })
    payers.each.forEach((row, index) => {
      if (row.over !== undefined && !row.over.includes(payments[payment]!.name)) return
      if (!paysFor(row, entry, earned)) return
      const isLast = index === lastPayer && payers.beyond === 'last-payer'
      const room = isLast || left[index] === undefined ? rest : left[index]
      const pays = minimum(rest, maximum(0, room))
      if (compare(pays, 0) === 0) return
      if (left[index] !== undefined) left[index] = subtract(left[index], pays)
      pay(
        `${String(payment)} ${String(index)}`,
        { payment, payer: row.payer, payee: own.payee ?? row.payee, amount: 0n },
        pays,
      )
    })
    unplaced = add(unplaced, rest)
  }
  const owed = [...sums.values()].map(({ owed: one, sum }): Owed => ({ ...one, amount: toBigInt(sum) }))
  return { owed: owed.sort((a, b) => a.payment - b.payment), unplaced: toBigInt(unplaced) }
}
