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
  type UseDeviation,
  countOfPace,
  figure,
  product,
} from './compiled.ts'
import { payByModel } from './repayment.ts'
import { monthlyKeep } from './spread.ts'
import { type MonthlyParts, type SavedParts, addSharedCost, addSharedSaving, isShared } from './value-sharing.ts'
import {
  type Flows,
  type ValueRoom,
  type WorkingColumns,
  book,
  clearRoom,
  flowsOf,
  post,
  valueRoom,
} from './value-room.ts'

/**
 * What the activity is worth under the parameters. The value of the room is filled and returned when one is given, so that a
 * draw needs no memory of its own. Amounts are kroner in fixed prices of the case's price year.
 */
export function valueActivity(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  room: ValueRoom = valueRoom(compiled),
): CaseValue {
  const { value: into, written } = room
  const { months, financier } = compiled
  clearRoom(compiled, room)
  for (const cost of compiled.costs) addCost(compiled, activity, parameters, cost, room)
  for (const consequence of compiled.consequences) addConsequence(compiled, activity, parameters, consequence, room)
  addRepayment(compiled, activity, parameters, room)
  addNets(compiled, into)
  into.outlays.fill(0)
  if (financier === undefined) return into
  const outlay = financier * (months + 1)
  for (let month = 0; month <= written.until; month++)
    into.outlays[month] = into.payments[month]! - into.monthly[outlay + month]!
  return into
}

function addNets({ lines, years, yearFactors }: CompiledCase, { gross, refund, net, presentValues }: CaseValue): void {
  const width = years + 1
  for (let line = 0; line < lines.length; line++) {
    const { owner, kind } = lines[line]!
    let worth = 0
    for (let year = 0; year < width; year++) {
      const at = line * width + year
      const amount = gross[at]! + refund[at]!
      net[at] = amount
      worth += amount * yearFactors[year]!
    }
    if (kind !== 'freed-capacity') presentValues[owner]! += worth
  }
}

function addCost(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  cost: CompiledCost,
  room: ValueRoom,
): void {
  const { line, pace } = cost
  const { columns } = room
  const amount = product(cost.amount, parameters)
  if (pace === 'once' && !isShared(cost)) return book(compiled, room, line, cost.from, -amount)
  columns.begin()
  const spent = columns.lendUsed()
  const spentUntil = spend(cost, amount, activity, spent)
  // What a rule bears of somebody's payment may come later than the payment.
  const until = cost.personRefund === undefined ? spentUntil : compiled.months
  const ready = ({ gross, refund }: MonthlyParts): Flows => flowsOf(gross, refund, columns, until)
  const add = (to: number, flows: Flows, grossShare: number, refundShare: number): void =>
    post(compiled, room, to, flows, grossShare, refundShare)
  if (!isShared(cost)) return add(line, ready({ gross: spent, refund: undefined }), -1, 0)
  const lend = () => columns.lend()
  addSharedCost(cost, { spent, until, amount, activity }, room.value.vat, { lend, ready, add })
}

/** Writes what is spent in each month: the amount, as often as it is paid. Gives the last month in which anything may be. */
function spend(
  { pace, from, through, groups }: CompiledCost,
  amount: number,
  activity: Activity,
  gross: Float64Array,
): number {
  gross.fill(0)
  if (pace === 'once' || pace === 'month' || pace === 'year') {
    if (pace === 'once') gross[from] = amount
    else for (let month = Math.max(1, from); month <= through; month += pace === 'year' ? 12 : 1) gross[month] = amount
    return pace === 'once' ? from : through
  }
  const until = untilOf(activity, gross)
  for (let at = 0; at < groups.length; at++) {
    const counts = activity.groups[groups[at]!]![countOfPace[pace]]
    for (let month = 0; month <= until; month++) gross[month]! += counts[month]! * amount
  }
  return until
}

const untilOf = ({ until }: Activity, column: Float64Array): number => until ?? column.length - 1

function addConsequence(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  consequence: CompiledConsequence,
  room: ValueRoom,
): void {
  const { flow, cashable, owners, state } = consequence
  const { columns, value: into, hasSaving } = room
  columns.begin()
  const begun = begunBy(consequence, activity, columns.lendUsed())
  const share = cashable === undefined ? 1 : figure(cashable.share, parameters)
  const isLate = cashable !== undefined && cashable.fromMonth > 1
  const seen = activity.uses?.get(consequence.name)
  const from = (fromMonth: number, which: 'all' | 'late'): Flows =>
    within(consequence, addSeen(flowOver(flow, begun, parameters, fromMonth, columns), seen?.[which]), columns)
  const all = from(1, 'all')
  const late = isLate ? from(cashable.fromMonth, 'late') : all
  const postOnce = (line: number, flows: Flows, gross: number, refund: number): void => {
    post(compiled, room, line, flows, gross, refund)
    if (hasSaving && isSaving(compiled, line)) addSaving(into, flows, { gross, refund })
  }
  const whole = { all, late }
  const postAll = (
    line: number,
    freedLine: number | undefined,
    gross: number,
    refund: number,
    of: SavedParts<Flows> = whole,
  ): void => {
    postOnce(line, of.late, gross * share, refund * share)
    if (freedLine === undefined) return
    const cashed = isLate ? 0 : share
    post(compiled, room, freedLine, of.all, gross * (1 - cashed), refund * (1 - cashed))
    if (isLate) post(compiled, room, freedLine, of.late, -gross * share, -refund * share)
  }
  if (consequence.vat !== undefined || consequence.perUse !== undefined) {
    const ready = (parts: MonthlyParts): Flows => flowsOf(parts.gross, parts.refund, columns)
    return addSharedSaving(consequence, whole, { lend: () => columns.lend(), ready, postAll, postOnce })
  }
  for (const owner of owners) postAll(owner.line, owner.freedLine, owner.share, -owner.share)
  if (state !== undefined) postAll(state.line, state.freedLine, 0, 1)
}

/** With what was saved beyond the courses of the case. */
function addSeen(parts: MonthlyParts, seen: UseDeviation['all'] | undefined): MonthlyParts {
  if (seen === undefined) return parts
  for (let month = 0; month < parts.gross.length; month++) {
    parts.gross[month]! += seen.gross[month]!
    if (parts.refund !== undefined) parts.refund[month]! += seen.refund[month]!
  }
  return parts
}

/** Nothing before the first month in which the consequence is counted, and nothing after the last. */
function within(
  { from, through }: CompiledConsequence,
  { gross, refund }: MonthlyParts,
  columns: WorkingColumns,
): Flows {
  for (const flow of refund === undefined ? [gross] : [gross, refund]) {
    flow.fill(0, 0, from)
    if (through + 1 < flow.length) flow.fill(0, through + 1)
  }
  return flowsOf(gross, refund, columns)
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
  begun.fill(0)
  const until = untilOf(activity, begun)
  for (const index of groups) {
    const { starts, successes, anyway } = activity.groups[index]!
    if (per === 'start') for (let month = 0; month <= until; month++) begun[month]! += starts[month]!
    else for (let month = 0; month <= until; month++) begun[month]! += successes[month]! - anyway[month]!
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
): MonthlyParts {
  const gross = columns.lend()
  if (flow.kind === 'use') {
    const refund = flow.without.refund === undefined ? undefined : columns.lend()
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
  // Two months at a step: each sum waits for the one before it, and half as many do.
  const keepTwice = keep * keep
  let running = 0
  let month = fromMonth
  for (; month + 1 < begun.length; month += 2) {
    const begins = begun[month - fromMonth]! * first
    const next = begins * keep + begun[month - fromMonth + 1]! * first
    gross[month] = (running * keep + begins) * perMonth
    running = running * keepTwice + next
    gross[month + 1] = running * perMonth
  }
  if (month < begun.length) gross[month] = (running * keep + begun[month - fromMonth]! * first) * perMonth
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
    for (let year = 0; year < monthly.length; year++) {
      const each = people * monthly[year]!
      const last = Math.min(12 * (year + 1), begun.length - 1 - success)
      for (let month = Math.max(fromMonth, 12 * year + 1); month <= last; month++) gross[success + month]! += each
    }
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
      const each = people * weight
      const first = Math.max(fromMonth, course.first)
      addAfter(gross, success, course.units, first, Math.min(last, course.last), each * price)
      if (course.refund === undefined || refund === undefined) continue
      const refundEach = course.refund.followsPrice ? each * price : each
      const refunds = course.refund.of(success, price)
      addAfter(refund, success, refunds, fromMonth, Math.min(last, refunds.length), refundEach)
    }
  }
}

/** Adds what a column has `month` months after a success, so many times, in months `first` … `last` after it. */
function addAfter(
  into: Float64Array,
  success: number,
  column: Float64Array,
  first: number,
  last: number,
  times: number,
): void {
  for (let month = first; month <= last; month++) into[success + month]! += times * column[month - 1]!
}

/** What the contract paid, when it was run; otherwise what the case's own model pays. */
function addRepayment(compiled: CompiledCase, activity: Activity, parameters: Parameters, room: ValueRoom): void {
  const { repayment } = compiled
  if (repayment === undefined) return
  const { value: into, columns } = room
  const { payments } = activity
  if (payments === undefined) {
    columns.begin()
    payByModel(compiled, activity, parameters, into, into.payments)
    const flows = flowsOf(into.payments, undefined, columns)
    for (const { line, share } of repayment.payers) post(compiled, room, line, flows, -share, 0)
    return post(compiled, room, repayment.financierLine, flows, 1, 0)
  }
  for (const { owner, months, amounts } of payments) {
    const line = repayment.payers.find((payer) => payer.owner === owner)?.line
    assert(line !== undefined, 'the case names everybody who pays under the contract')
    for (let at = 0; at < months.length; at++) {
      const month = months[at]!
      const amount = amounts[at]!
      into.payments[month]! += amount
      book(compiled, room, line, month, -amount)
      book(compiled, room, repayment.financierLine, month, amount)
    }
  }
}
