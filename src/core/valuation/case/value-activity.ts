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
  type GroupActivity,
  type Parameters,
  figure,
  product,
} from './compiled.ts'
import { payByModel } from './repayment.ts'
import { monthlyKeep } from './spread.ts'

/** An empty value, to be filled again and again by a simulation. */
export function emptyValue(compiled: CompiledCase): CaseValue {
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
    presentValues: new Float64Array(owners.length),
  }
}

/**
 * What the activity is worth under the parameters. `into` is filled and returned when it is given, so that a draw needs no
 * memory of its own. Amounts are kroner in fixed prices of the case's price year.
 */
export function valueActivity(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  into: CaseValue = emptyValue(compiled),
): CaseValue {
  for (const part of Object.values(into)) part.fill(0)
  for (const cost of compiled.costs) addCost(compiled, activity, parameters, cost, into)
  for (const consequence of compiled.consequences) addConsequence(compiled, activity, parameters, consequence, into)
  addRepayment(compiled, activity, parameters, into)
  const { lines, years, owners, months } = compiled
  const width = years + 1
  for (let at = 0; at < into.net.length; at++) into.net[at] = into.gross[at]! + into.refund[at]!
  for (let line = 0; line < lines.length; line++) {
    const { owner } = lines[line]!
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

const yearOf = (month: number): number => Math.ceil(month / 12)

/** Books gross and refund of a line in a month; the parts of a value that follow from lines are made at the end. */
function book(
  compiled: CompiledCase,
  into: CaseValue,
  { line, month, gross, refund }: { line: number; month: number; gross: number; refund: number },
): void {
  const at = line * (compiled.years + 1) + yearOf(month)
  into.gross[at]! += gross
  into.refund[at]! += refund
  into.monthly[compiled.lines[line]!.owner * (compiled.months + 1) + month]! += gross + refund
}

function addCost(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  cost: CompiledCost,
  into: CaseValue,
): void {
  const amount = product(cost.amount, parameters)
  const { line, stateLine, refundShare } = cost
  for (let month = 0; month <= compiled.months; month++) {
    const times = timesIn(cost, activity, month)
    if (times === 0) continue
    const spent = amount * times
    const refund = refundShare === undefined ? 0 : spent * refundShare[month]!
    book(compiled, into, { line, month, gross: -spent, refund })
    if (stateLine !== undefined) book(compiled, into, { line: stateLine, month, gross: 0, refund: -refund })
  }
}

/** How many times the cost is paid in the month. */
function timesIn({ pace, from, through, groups }: CompiledCost, activity: Activity, month: number): number {
  switch (pace) {
    case 'once':
      return month === from ? 1 : 0
    case 'month':
      return month >= from && month <= through && month > 0 ? 1 : 0
    case 'year':
      return month >= from && month <= through && month > 0 && (month - from) % 12 === 0 ? 1 : 0
    case 'referral':
      return countIn(activity, groups, month, 'referred')
    case 'start':
      return countIn(activity, groups, month, 'starts')
    case 'person-month':
      return countIn(activity, groups, month, 'inService')
    case 'completion':
      return countIn(activity, groups, month, 'completions')
    case 'success':
      return countIn(activity, groups, month, 'successes')
  }
}

function countIn(activity: Activity, groups: readonly number[], month: number, what: keyof GroupActivity): number {
  let count = 0
  for (const group of groups) count += activity.groups[group]![what][month]!
  return count
}

function addConsequence(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  consequence: CompiledConsequence,
  into: CaseValue,
): void {
  const { months } = compiled
  const begun = begunBy(consequence, activity, months)
  const fromMonth = consequence.cashable?.fromMonth ?? 1
  const share = consequence.cashable === undefined ? 1 : figure(consequence.cashable.share, parameters)
  const all = flowOver(consequence.flow, begun, parameters, 1)
  const late = fromMonth <= 1 ? all : flowOver(consequence.flow, begun, parameters, fromMonth)
  const { owners, state, from, through } = consequence
  for (let month = Math.max(1, from); month <= through; month++) {
    const [gross, refund] = [all.gross[month]!, all.refund[month]!]
    if (gross === 0 && refund === 0) continue
    const [cashed, cashedRefund] = [late.gross[month]! * share, late.refund[month]! * share]
    for (const owner of owners) {
      const { line, freedLine } = owner
      const cash = { gross: owner.share * cashed, refund: -owner.share * cashedRefund }
      book(compiled, into, { line, month, ...cash })
      if (isSaving(compiled, line)) into.saving[month]! += cash.gross + cash.refund
      if (freedLine === undefined) continue
      const freed = { gross: owner.share * (gross - cashed), refund: -owner.share * (refund - cashedRefund) }
      book(compiled, into, { line: freedLine, month, ...freed })
    }
    if (state === undefined) continue
    book(compiled, into, { line: state.line, month, gross: 0, refund: cashedRefund })
    if (state.freedLine !== undefined)
      book(compiled, into, { line: state.freedLine, month, gross: 0, refund: refund - cashedRefund })
  }
}

function isSaving({ lines, owners }: CompiledCase, line: number): boolean {
  const { kind, owner } = lines[line]!
  return kind === 'cashable' && owners[owner]!.authority === 'municipality'
}

/** Net successes, or starts, by month. */
function begunBy({ groups, per }: CompiledConsequence, activity: Activity, months: number): Float64Array {
  const begun = new Float64Array(months + 1)
  for (const index of groups) {
    const group = activity.groups[index]!
    for (let month = 0; month <= months; month++)
      begun[month]! += per === 'start' ? group.starts[month]! : group.successes[month]! - group.anyway[month]!
  }
  return begun
}

type Flows = { gross: Float64Array; refund: Float64Array }

/** What is saved by month of the case, counting each success from its month `fromMonth` on. */
function flowOver(flow: Flow, begun: Float64Array, parameters: Parameters, fromMonth: number): Flows {
  const gross = new Float64Array(begun.length)
  const refund = new Float64Array(begun.length)
  if (flow.kind === 'fading') fadeOver(flow, begun, parameters, { fromMonth, gross })
  else if (flow.kind === 'by-year') addYears(flow, begun, parameters, { fromMonth, gross })
  else useOver(flow, begun, parameters, { fromMonth, gross, refund })
  return { gross, refund }
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
  { fromMonth, gross, refund }: { fromMonth: number; gross: Float64Array; refund: Float64Array },
): void {
  const price = product(flow.price, parameters)
  const courses = [
    { weight: 1, course: flow.without },
    ...flow.with.map(({ share, course }) => ({ weight: -figure(share, parameters), course })),
  ]
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
        if (refunds !== undefined) refund[success + month]! += refundEach * refunds[month - 1]!
      }
    }
  }
}

/** What the contract paid, when it was run; otherwise what the case's own model pays. */
function addRepayment(compiled: CompiledCase, activity: Activity, parameters: Parameters, into: CaseValue): void {
  const { repayment, mode, months } = compiled
  if (repayment === undefined || mode === 'self') return
  const { payments } = activity
  if (payments !== undefined) {
    for (const { owner, byMonth } of payments) {
      const line = repayment.payers.find((payer) => payer.owner === owner)?.line
      for (let month = 0; month <= months; month++) {
        const amount = byMonth[month]!
        if (amount === 0) continue
        assert(line !== undefined, 'the case names everybody who pays under the contract')
        book(compiled, into, { line, month, gross: -amount, refund: 0 })
        receive(compiled, into, repayment.financierLine, month, amount)
      }
    }
    return
  }
  const paid = payByModel(compiled, activity, parameters, into)
  for (let month = 0; month <= months; month++) {
    const amount = paid[month]!
    if (amount === 0) continue
    for (const { line, share } of repayment.payers)
      book(compiled, into, { line, month, gross: -amount * share, refund: 0 })
    receive(compiled, into, repayment.financierLine, month, amount)
  }
}

function receive(compiled: CompiledCase, into: CaseValue, line: number, month: number, amount: number): void {
  book(compiled, into, { line, month, gross: amount, refund: 0 })
  into.payments[month]! += amount
}
