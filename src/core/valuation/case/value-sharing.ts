/**
 * What somebody else bears of a cost or of a saving: by a dated rule, as VAT, and of money that is given.
 *
 *     with VAT      the bearer pays the VAT and the state has it; to a municipality or a region it comes back
 *     a rule        its sharer bears a part of what is left without VAT that comes back
 *     money given   the state takes a share of it from the municipality, to which the VAT then comes back
 *     per use       what the municipality paid for each use is saved with the use, cashable or not
 *
 * Every part has two sides, so that all owners together have what they had. How amounts are booked is the caller's.
 */
import { assert } from '../../base/index.ts'
import {
  type Activity,
  type CompiledConsequence,
  type CompiledCost,
  type UseRefund,
  type VatMonths,
} from './compiled.ts'

/** Kroner by month 0 … months: what is spent or saved, and what is borne of it by others. */
export type MonthlyParts = { gross: Float64Array; refund: Float64Array | undefined }

/** Amounts are made ready to be booked once, and booked on as many lines as they touch. */
export type Books<Ready> = {
  /** A column of zeros, one for each month. */
  lend: () => Float64Array
  ready: (parts: MonthlyParts) => Ready
  /** Books a part of the amounts on a line. */
  add: (line: number, of: Ready, grossShare: number, refundShare: number) => void
}

/** Nothing is spent after the month `until`. */
export type Spent = { spent: Float64Array; until: number; amount: number; activity: Activity }

export const isShared = ({ sharerLine, vat, grant }: CompiledCost): boolean =>
  sharerLine !== undefined || vat !== undefined || grant !== undefined

/** The cost with all that others bear of it; `totals` are those of `CaseValue.vat`. */
export function addSharedCost<Ready>(
  cost: CompiledCost,
  { spent, until, amount, activity }: Spent,
  totals: Float64Array,
  books: Books<Ready>,
) {
  const { line, stateLine, sharerLine, refundShare, personRefund, vat, vatBackLine, grant } = cost
  const { add, ready, lend } = books
  if (sharerLine !== undefined) {
    const refund = lend()
    if (refundShare !== undefined) addProducts(refund, refundShare, spent, until)
    if (personRefund !== undefined) addPersonRefunds(cost, personRefund, { spent, until, amount, activity }, refund)
    const borne = ready({ gross: spent, refund })
    add(line, borne, 0, 1)
    add(sharerLine, borne, 0, -1)
  }
  if (vat === undefined && grant === undefined) return add(line, ready({ gross: spent, refund: undefined }), -1, 0)
  const paid = vat === undefined ? spent : lend()
  if (vat !== undefined) addProducts(paid, vat.paid, spent, until)
  add(line, ready({ gross: paid, refund: undefined }), -1, 0)
  if (vat !== undefined && stateLine !== undefined) {
    const charged = lend()
    addProducts(charged, vat.vat, spent, until)
    const all = sumTo(charged, until)
    const both = ready({ gross: charged, refund: charged })
    add(stateLine, both, 1, 0)
    totals[0]! += all
    if (vatBackLine !== undefined) {
      add(vatBackLine, both, 0, 1)
      add(stateLine, both, 0, -1)
      totals[1]! += all
    }
  }
  if (grant !== undefined && stateLine !== undefined) {
    const taken = lend()
    addProducts(taken, grant.taken, paid, until)
    const both = ready({ gross: taken, refund: taken })
    add(grant.line, both, 0, -1)
    add(stateLine, both, 0, 1)
    totals[2]! += sumTo(taken, until)
  }
}

function addProducts(into: Float64Array, shares: Float64Array, of: Float64Array, until: number): void {
  for (let month = 0; month <= until; month++) into[month]! += shares[month]! * of[month]!
}

function sumTo(amounts: Float64Array, until: number): number {
  let sum = 0
  for (let month = 0; month <= until; month++) sum += amounts[month]!
  return sum
}

/** What the rule bears after each payment, or of each month of service of whoever began in a month and is still there. */
function addPersonRefunds(
  { pace, groups }: CompiledCost,
  { of, followsPrice }: UseRefund,
  { spent, amount, activity }: Spent,
  into: Float64Array,
): void {
  const months = into.length - 1
  if (amount === 0) return
  const each = followsPrice ? amount : 1
  if (pace !== 'person-month') {
    for (let paid = 1; paid <= months; paid++) {
      if (spent[paid] === 0) continue
      const borne = of(paid - 1, amount)
      const times = (spent[paid]! / amount) * each
      const last = Math.min(months, paid + borne.length - 1)
      for (let month = paid; month <= last; month++) into[month]! += times * borne[month - paid]!
    }
    return
  }
  for (const group of groups) {
    const { starts } = activity.groups[group]!
    const served = activity.served?.[group]
    assert(served !== undefined, 'an activity tells who served where a cost asks for it')
    for (let start = 1; start <= months; start++) {
      let present = starts[start]!
      if (present === 0) continue
      const borne = of(start - 1, amount)
      const last = Math.min(months, start + borne.length - 1)
      for (let month = start; month <= last && present > 0; month++) {
        into[month]! += present * each * borne[month - start]!
        present -= served[start * starts.length + month]!
      }
    }
  }
}

/** What is saved in all, and the part of it that counts from the month in which it can be cashed. */
export type SavedParts<Of extends MonthlyParts = MonthlyParts> = { all: Of; late: Of }

export type SavingBooks<Of extends MonthlyParts> = {
  lend: () => Float64Array
  /** Makes amounts ready to be booked. */
  ready: (parts: MonthlyParts) => Of
  /** Books a part on the line of what is cashed and on that of what is only freed. */
  postAll: (line: number, freedLine: number | undefined, gross: number, refund: number, of: SavedParts<Of>) => void
  /** Books all of a part on one line at once. */
  postOnce: (line: number, of: Of, gross: number, refund: number) => void
}

/** A saving with VAT in it, or of something that another authority pays for each use of. */
export function addSharedSaving<Of extends MonthlyParts>(
  { owners, state, vat, perUse }: CompiledConsequence,
  saved: SavedParts<Of>,
  { lend, ready, postAll, postOnce }: SavingBooks<Of>,
): void {
  if (perUse !== undefined) {
    postOnce(perUse.payer, saved.all, 0, 1)
    postOnce(perUse.receiver, saved.all, 0, -1)
  }
  const isRefunded = perUse === undefined
  if (vat === undefined) {
    for (const { line, freedLine, share } of owners) postAll(line, freedLine, share, isRefunded ? -share : 0, saved)
    return
  }
  const part =
    (of: 'paid' | 'charged') =>
    (parts: Of): Of => {
      const { paid, charged } = withVat(vat, parts, lend)
      const { refund } = parts
      return ready(
        of === 'paid' ? { gross: paid, refund: isRefunded ? refund : undefined } : { gross: charged, refund: charged },
      )
    }
  const both = (make: (parts: Of) => Of): SavedParts<Of> => {
    const all = make(saved.all)
    return { all, late: saved.late === saved.all ? all : make(saved.late) }
  }
  const [paid, charged] = [both(part('paid')), both(part('charged'))]
  // The state loses the VAT on what is no longer bought, and has none of it to give back.
  let backShare = 0
  for (const { line, freedLine, share, getsVatBack } of owners) {
    postAll(line, freedLine, share, -share, paid)
    if (!getsVatBack) continue
    backShare += share
    postAll(line, freedLine, 0, -share, charged)
  }
  assert(state !== undefined, 'the state has a line where there is VAT')
  postAll(state.line, state.freedLine, 0, 1, paid)
  postAll(state.line, state.freedLine, -1, backShare, charged)
}

function withVat({ paid, vat }: VatMonths, { gross }: MonthlyParts, lend: () => Float64Array) {
  const [spent, charged] = [lend(), lend()]
  addProducts(spent, paid, gross, gross.length - 1)
  addProducts(charged, vat, gross, gross.length - 1)
  return { paid: spent, charged }
}
