/** Room to value a case in, and booking flows in it: by month, by year, on lines and their owners. */
import { type CaseValue, type CompiledCase } from './compiled.ts'
import { yearOfMonth } from './months.ts'

/**
 * Room to value a case in, used again for every draw: a simulation values a hundred thousand of them, and memory outside the
 * heap is dear. Whoever values takes one of its own.
 */
export type ValueRoom = {
  value: CaseValue
  columns: WorkingColumns
  /** By owner, whether their money is told by month. */
  isMonthly: readonly boolean[]
  /** Whether the municipality's saving is told by month. */
  hasSaving: boolean
  /** What has been written since the room was cleared: whether there is any refund, and the last month of anybody's money by month. */
  written: { hasRefund: boolean; until: number }
}

/** Clears what the last valuation wrote. */
export function clearRoom({ owners, months }: CompiledCase, { value, isMonthly, hasSaving, written }: ValueRoom): void {
  value.gross.fill(0)
  value.payments.fill(0)
  value.vat.fill(0)
  value.presentValues.fill(0)
  for (let owner = 0; owner < owners.length; owner++) {
    const from = owner * (months + 1)
    if (isMonthly[owner]!) value.monthly.fill(0, from, from + written.until + 1)
  }
  if (written.hasRefund) value.refund.fill(0)
  if (hasSaving) value.saving.fill(0)
  written.hasRefund = false
  written.until = 0
}

/** Of `flows` only those of the investor or pool are told by month, and no saving that nothing is paid of: all a draw is asked for. */
export function valueRoom(compiled: CompiledCase, what: 'all' | 'flows' = 'all'): ValueRoom {
  const { owners, financier, months, years } = compiled
  const isMonthly = owners.map((_, owner) => what === 'all' || owner === financier)
  const hasSaving = what === 'all' || compiled.repayment?.shareOfSaving !== undefined
  const written = { hasRefund: false, until: 0 }
  return {
    value: emptyValue(compiled),
    columns: new WorkingColumns(months + 1, years + 1),
    isMonthly,
    hasSaving,
    written,
  }
}

/** What `vat` of a value has: VAT in the costs, what of it comes back, and foundation VAT. */
const vatParts = 3

function emptyValue(compiled: CompiledCase): CaseValue {
  const { lines, years, months, owners } = compiled
  const byYear = () => new Float64Array(lines.length * (years + 1))
  return {
    gross: byYear(),
    refund: byYear(),
    net: byYear(),
    monthly: new Float64Array(owners.length * (months + 1)),
    saving: new Float64Array(months + 1),
    outlays: new Float64Array(months + 1),
    payments: new Float64Array(months + 1),
    vat: new Float64Array(vatParts),
    presentValues: new Float64Array(owners.length),
  }
}

/** Kroner by month 0 … months, and by year 0 … years: what is spent or saved, and what the state refunds of it. */
export type Flows = {
  gross: Float64Array
  grossYears: Float64Array
  refund: Float64Array | undefined
  refundYears: Float64Array | undefined
  /** The last month in which there may be anything. */
  until: number
}

/** Flows by month, added up by year; with `until`, nothing is in them after that month. */
export function flowsOf(
  gross: Float64Array,
  refund: Float64Array | undefined,
  columns: WorkingColumns,
  until = gross.length - 1,
): Flows {
  const grossYears = columns.years(gross, until)
  const refundYears = refund === undefined ? undefined : refund === gross ? grossYears : columns.years(refund, until)
  return { gross, grossYears, refund, refundYears, until }
}

/** Books shares of flows on a line, by year, and on its owner, by month; the state's own line has only the refund. */
export function post(
  { lines, years, months }: CompiledCase,
  { value: into, isMonthly, written }: ValueRoom,
  line: number,
  flows: Flows,
  grossShare: number,
  refundShare: number,
): void {
  const { gross, grossYears, refund, refundYears, until } = flows
  const { owner, kind } = lines[line]!
  const at = line * (years + 1)
  if (grossShare !== 0) addTimes(into.gross, at, grossYears, years + 1, grossShare)
  if (refundYears !== undefined && refundShare !== 0) {
    written.hasRefund = true
    addTimes(into.refund, at, refundYears, years + 1, refundShare)
  }
  // What only frees capacity lowers no budget, so it is in no owner's money by month.
  if (kind === 'freed-capacity' || !isMonthly[owner]!) return
  const from = owner * (months + 1)
  if (until > written.until) written.until = until
  if (grossShare !== 0) addTimes(into.monthly, from, gross, until + 1, grossShare)
  if (refund !== undefined && refundShare !== 0) addTimes(into.monthly, from, refund, until + 1, refundShare)
}

/** Adds a column so many times to a stretch of another. */
function addTimes(into: Float64Array, at: number, column: Float64Array, length: number, times: number): void {
  for (let index = 0; index < length; index++) into[at + index]! += column[index]! * times
}

/** Books one amount in a month. */
export function book(
  { lines, years, months }: CompiledCase,
  room: ValueRoom,
  line: number,
  month: number,
  amount: number,
): void {
  const { value: into, isMonthly, written } = room
  const { owner, kind } = lines[line]!
  into.gross[line * (years + 1) + yearOfMonth(month)]! += amount
  if (kind === 'freed-capacity' || !isMonthly[owner]!) return
  if (month > written.until) written.until = month
  into.monthly[owner * (months + 1) + month]! += amount
}

/** Columns to work in, lent anew for every item. */
export class WorkingColumns {
  private readonly columns: Float64Array[] = []
  private readonly yearly: Float64Array[] = []
  private lentSoFar = 0
  private yearlySoFar = 0

  constructor(
    readonly length: number,
    private readonly width: number,
  ) {}

  /** Takes back all that were lent. */
  begin(): void {
    this.lentSoFar = 0
    this.yearlySoFar = 0
  }

  /** A column by month of nothing but zeros. */
  lend(): Float64Array {
    return this.lendUsed().fill(0)
  }

  /** A column by month for somebody who writes every month of it. */
  lendUsed(): Float64Array {
    return (this.columns[this.lentSoFar++] ??= new Float64Array(this.length))
  }

  /** A column by month that has nothing after a month, added up by year. */
  years(column: Float64Array, until: number): Float64Array {
    const at = this.yearlySoFar++
    const sums = (this.yearly[at] ??= new Float64Array(this.width))
    const last = yearOfMonth(until)
    sums.fill(0, last + 1)
    sums[0] = column[0]!
    for (let year = 1; year <= last; year++) {
      let sum = 0
      const end = 12 * year
      for (let month = end - 11; month <= end; month++) sum += column[month]!
      sums[year] = sum
    }
    return sums
  }
}
