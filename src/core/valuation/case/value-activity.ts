/**
 * From what happens to people to what it is worth: gross, refund and net of every line and year.
 *
 *     a success in month s saves perYear/12 × (1 − fade)^((m − s)/12) in every month m = s + 1 … end
 *     net successes = successes − those who would have succeeded anyway
 *     gross is before the state's refund; refund is what it changes; net = gross + refund
 *
 * Plus is better for the owner. The state's refund of a cost that is saved is lost to the municipality and kept by the state,
 * so the nets of all owners add up to what the change is worth in all. Additions are made in one order: the same bits everywhere.
 */
import { assert } from '../../base/index.ts'
import {
  type Activity,
  type CaseValue,
  type CompiledCase,
  type CompiledConsequence,
  type CompiledCost,
  type Flow,
  type Parameters,
  figure,
  product,
} from './compiled.ts'
import { payByModel } from './repayment.ts'
import { monthlyKeep } from './spread.ts'
import { type MonthlyParts, type SavedParts, addSharedCost, addSharedSaving, isShared } from './value-sharing.ts'

/**
 * Room to value a case in, used again for every draw: a simulation values a hundred thousand of them, and memory outside the
 * heap is dear. Whoever values takes one of its own.
 */
export type ValueRoom = { value: CaseValue; columns: WorkingColumns }

export const valueRoom = (compiled: CompiledCase): ValueRoom => ({
  value: emptyValue(compiled),
  columns: new WorkingColumns(),
})

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

/**
 * What the activity is worth under the parameters. The value of the room is filled and returned when one is given, so that a
 * draw needs no memory of its own. Amounts are kroner in fixed prices of the case's price year.
 */
export function valueActivity(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  { value: into, columns }: ValueRoom = valueRoom(compiled),
): CaseValue {
  for (const part of Object.values(into)) part.fill(0)
  for (const cost of compiled.costs) addCost(compiled, activity, parameters, cost, into, columns)
  for (const consequence of compiled.consequences)
    addConsequence(compiled, activity, parameters, consequence, into, columns)
  addRepayment(compiled, activity, parameters, into)
  const { lines, years, owners, months } = compiled
  const width = years + 1
  for (let at = 0; at < into.net.length; at++) into.net[at] = into.gross[at]! + into.refund[at]!
  for (let line = 0; line < lines.length; line++) {
    const { owner, kind } = lines[line]!
    if (kind === 'freed-capacity') continue
    for (let year = 0; year < width; year++)
      into.presentValues[owner]! += into.net[line * width + year]! * compiled.yearFactors[year]!
  }
  if (compiled.financier !== undefined && owners.length > 0) {
    const outlay = compiled.financier * (months + 1)
    for (let month = 0; month <= months; month++)
      into.outlays[month] = into.payments[month]! - into.monthly[outlay + month]!
  }
  return into
}

type Flows = MonthlyParts

/** Some of the flows on one line; the state's own line has only the refund. */
type Posting = { line: number; flows: Flows; grossShare: number; refundShare: number }

/** Books flows on a line, by year, and on its owner, by month. */
function post(compiled: CompiledCase, into: CaseValue, { line, flows, grossShare, refundShare }: Posting): void {
  const { gross, refund } = flows
  if (grossShare === 0 && (refundShare === 0 || refund === undefined)) return
  const { years, months, lines } = compiled
  const { owner, kind } = lines[line]!
  // What only frees capacity lowers no budget, so it is in no owner's money by month.
  const monthly = kind === 'freed-capacity' ? undefined : into.monthly
  const from = owner * (months + 1)
  const at = line * (years + 1)
  const signing = refund === undefined ? 0 : refund[0]! * refundShare
  if (monthly !== undefined) monthly[from]! += gross[0]! * grossShare + signing
  into.gross[at]! += gross[0]! * grossShare
  into.refund[at]! += signing
  for (let year = 1; year <= years; year++) {
    let [spent, refunded] = [0, 0]
    for (let month = 12 * year - 11; month <= 12 * year; month++) {
      const amount = gross[month]! * grossShare
      spent += amount
      if (monthly !== undefined) monthly[from + month]! += amount
      if (refund === undefined) continue
      const back = refund[month]! * refundShare
      refunded += back
      if (monthly !== undefined) monthly[from + month]! += back
    }
    into.gross[at + year]! += spent
    into.refund[at + year]! += refunded
  }
}

/** Columns by month to work in, lent anew for every item. */
class WorkingColumns {
  private readonly columns: Float64Array[] = []
  private lentSoFar = 0

  /** Takes back all that were lent. */
  begin(): void {
    this.lentSoFar = 0
  }

  /** A column of nothing but zeros. */
  lend(length: number): Float64Array {
    const at = this.lentSoFar++
    const column = this.columns[at]
    if (column?.length !== length) return (this.columns[at] = new Float64Array(length))
    return column.fill(0)
  }
}

function addCost(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  cost: CompiledCost,
  into: CaseValue,
  columns: WorkingColumns,
): void {
  const { line } = cost
  const amount = product(cost.amount, parameters)
  columns.begin()
  const gross = columns.lend(compiled.months + 1)
  addTimes(cost, activity, gross)
  for (let month = 0; month < gross.length; month++) gross[month]! *= amount
  const add = (to: number, flows: Flows, grossShare: number, refundShare: number): void =>
    post(compiled, into, { line: to, flows, grossShare, refundShare })
  if (!isShared(cost)) return add(line, { gross, refund: undefined }, -1, 0)
  addSharedCost(cost, { spent: gross, amount, activity }, into.vat, { lend: () => columns.lend(gross.length), add })
}

const counted = {
  referral: 'referred',
  start: 'starts',
  'person-month': 'inService',
  completion: 'completions',
  success: 'successes',
} as const

/** How many times the cost is paid in each month. */
function addTimes({ pace, from, through, groups }: CompiledCost, activity: Activity, times: Float64Array): void {
  if (pace === 'once') times[from] = 1
  else if (pace === 'month' || pace === 'year') {
    for (let month = Math.max(1, from); month <= through; month += pace === 'year' ? 12 : 1) times[month] = 1
  } else addCounts(activity, groups, counted[pace], times)
}

function addCounts(
  activity: Activity,
  groups: readonly number[],
  what: (typeof counted)[keyof typeof counted],
  into: Float64Array,
): void {
  for (const group of groups) {
    const counts = activity.groups[group]![what]
    for (let month = 0; month < into.length; month++) into[month]! += counts[month]!
  }
}

function addConsequence(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  consequence: CompiledConsequence,
  into: CaseValue,
  columns: WorkingColumns,
): void {
  const { flow, cashable, owners, state } = consequence
  columns.begin()
  const begun = begunBy(consequence, activity, columns.lend(compiled.months + 1))
  const share = cashable === undefined ? 1 : figure(cashable.share, parameters)
  const isLate = cashable !== undefined && cashable.fromMonth > 1
  const all = within(consequence, flowOver(flow, begun, parameters, 1, columns))
  const late = isLate ? within(consequence, flowOver(flow, begun, parameters, cashable.fromMonth, columns)) : all
  const whole = { all, late }
  const postAll = (
    line: number,
    freedLine: number | undefined,
    gross: number,
    refund: number,
    of: SavedParts<Flows> = whole,
  ): void => {
    post(compiled, into, { line, flows: of.late, grossShare: gross * share, refundShare: refund * share })
    if (isSaving(compiled, line)) addSaving(into, of.late, { gross: gross * share, refund: refund * share })
    if (freedLine === undefined) return
    const cashed = isLate ? 0 : share
    const [grossShare, refundShare] = [gross * (1 - cashed), refund * (1 - cashed)]
    post(compiled, into, { line: freedLine, flows: of.all, grossShare, refundShare })
    const less = { grossShare: -gross * share, refundShare: -refund * share }
    if (isLate) post(compiled, into, { line: freedLine, flows: of.late, ...less })
  }
  if (consequence.vat !== undefined || consequence.perUse !== undefined) {
    const postOnce = (line: number, flows: Flows, gross: number, refund: number): void => {
      post(compiled, into, { line, flows, grossShare: gross, refundShare: refund })
      if (isSaving(compiled, line)) addSaving(into, flows, { gross, refund })
    }
    const lend = (): Float64Array => columns.lend(compiled.months + 1)
    return addSharedSaving(consequence, whole, { lend, ready: (flows) => flows, postAll, postOnce })
  }
  for (const owner of owners) postAll(owner.line, owner.freedLine, owner.share, -owner.share)
  if (state !== undefined) postAll(state.line, state.freedLine, 0, 1)
}

/** Nothing before the first month in which the consequence is counted, and nothing after the last. */
function within({ from, through }: CompiledConsequence, flows: Flows): Flows {
  for (const flow of [flows.gross, flows.refund]) {
    flow?.fill(0, 0, from)
    flow?.fill(0, through + 1)
  }
  return flows
}

function isSaving({ lines, owners }: CompiledCase, line: number): boolean {
  const { kind, owner } = lines[line]!
  return kind === 'cashable' && owners[owner]!.authority === 'municipality'
}

function addSaving({ saving }: CaseValue, { gross, refund }: Flows, share: { gross: number; refund: number }): void {
  for (let month = 0; month < saving.length; month++)
    saving[month]! += gross[month]! * share.gross + (refund === undefined ? 0 : refund[month]! * share.refund)
}

/** Net successes, or starts, by month. */
function begunBy({ groups, per }: CompiledConsequence, activity: Activity, begun: Float64Array): Float64Array {
  for (const index of groups) {
    const { starts, successes, anyway } = activity.groups[index]!
    for (let month = 0; month < begun.length; month++)
      begun[month]! += per === 'start' ? starts[month]! : successes[month]! - anyway[month]!
  }
  return begun
}

/** What is saved by month of the case, counting each success from its month `fromMonth` on. */
function flowOver(
  flow: Flow,
  begun: Float64Array,
  parameters: Parameters,
  fromMonth: number,
  columns: WorkingColumns,
): Flows {
  const gross = columns.lend(begun.length)
  if (flow.kind === 'use') {
    const refund = flow.without.refund === undefined ? undefined : columns.lend(begun.length)
    useOver(flow, begun, parameters, { fromMonth, gross, refund })
    return { gross, refund }
  }
  if (flow.kind === 'fading') fadeOver(flow, begun, parameters, { fromMonth, gross })
  else addYears(flow, begun, parameters, { fromMonth, gross })
  return { gross, refund: undefined }
}

/** Each month's running total is the last one's, faded by a month, and those who succeeded `fromMonth` months ago. */
function fadeOver(
  { perYear, fade }: Extract<Flow, { kind: 'fading' }>,
  begun: Float64Array,
  parameters: Parameters,
  { fromMonth, gross }: { fromMonth: number; gross: Float64Array },
): void {
  const keep = monthlyKeep(figure(fade, parameters))
  const perMonth = product(perYear, parameters) / 12
  let first = 1
  for (let step = 0; step < fromMonth; step++) first *= keep
  let running = 0
  for (let month = fromMonth; month < begun.length; month++) {
    running = running * keep + begun[month - fromMonth]! * first
    gross[month] = running * perMonth
  }
}

function addYears(
  { years }: Extract<Flow, { kind: 'by-year' }>,
  begun: Float64Array,
  parameters: Parameters,
  { fromMonth, gross }: { fromMonth: number; gross: Float64Array },
): void {
  const monthly = years.map((year) => product(year, parameters) / 12)
  for (let success = 0; success < begun.length; success++) {
    const people = begun[success]!
    if (people === 0) continue
    const last = Math.min(12 * monthly.length, begun.length - 1 - success)
    for (let month = fromMonth; month <= last; month++)
      gross[success + month]! += people * monthly[Math.ceil(month / 12) - 1]!
  }
}

function useOver(
  flow: Extract<Flow, { kind: 'use' }>,
  begun: Float64Array,
  parameters: Parameters,
  { fromMonth, gross, refund }: { fromMonth: number; gross: Float64Array; refund: Float64Array | undefined },
): void {
  const price = product(flow.price, parameters)
  const shares = flow.with.map(({ share }) => (share === 'rest' ? 0 : figure(share, parameters)))
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0)
  const followed = flow.with.map(({ share, course }, index) => {
    return { weight: -(share === 'rest' ? rest : shares[index]!), course }
  })
  const courses = [{ weight: 1, course: flow.without }, ...followed]
  for (let success = 0; success < begun.length; success++) {
    const people = begun[success]!
    if (people === 0) continue
    const last = begun.length - 1 - success
    for (const { weight, course } of courses) {
      const refunds = course.refund?.of(success, price)
      const each = people * weight
      const refundEach = course.refund?.followsPrice === true ? each * price : each
      for (let month = fromMonth; month <= last; month++) {
        gross[success + month]! += each * price * course.units[month - 1]!
        if (refunds !== undefined && refund !== undefined) refund[success + month]! += refundEach * refunds[month - 1]!
      }
    }
  }
}

/** What the contract paid, when it was run; otherwise what the case's own model pays. */
function addRepayment(compiled: CompiledCase, activity: Activity, parameters: Parameters, into: CaseValue): void {
  const { repayment } = compiled
  if (repayment === undefined) return
  const pay = (line: number, gross: Float64Array, share: number): void =>
    post(compiled, into, { line, flows: { gross, refund: undefined }, grossShare: -share, refundShare: 0 })
  const { payments } = activity
  if (payments === undefined) {
    into.payments.set(payByModel(compiled, activity, parameters, into))
    for (const { line, share } of repayment.payers) pay(line, into.payments, share)
  } else {
    for (const { owner, byMonth } of payments) {
      const line = repayment.payers.find((payer) => payer.owner === owner)?.line
      assert(line !== undefined, 'the case names everybody who pays under the contract')
      pay(line, byMonth, 1)
      for (let month = 0; month < byMonth.length; month++) into.payments[month]! += byMonth[month]!
    }
  }
  pay(repayment.financierLine, into.payments, -1)
}
