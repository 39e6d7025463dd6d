/**
 * What is not paid, and why: results missed, unmeasured, not due or left out, each with what it would have been worth.
 *
 *     met         40 000 kr. of 50 000 kr. paid                        partly      10 000
 *     missed      0 kr.                                                missed      50 000
 *     measured    a goal that is only a quantity: neither              measured    what it could have given more
 *     not due     the person died, and the terms say missed            foregone    50 000, and it can not be reached any more
 *
 * What could have been earned is rounded as what is earned is, so that a rounding is never told as a failure.
 *
 * The first thing a payer asks about a payment is whom it leaves out. Empty, zero and unknown are kept apart: a result
 * whose worth cannot be told (a curve without an end, say) carries no amount rather than zero.
 */
import { type Day, type Exact, type Money, maximum, multiply, roundTo, subtract, toBigInt } from '../base/index.ts'
import {
  type Context,
  type GoalResults,
  NOBODY,
  type Outcomes,
  Status,
  type Value,
  compileValue,
  isMissing,
  rowFor,
} from '../outcomes/index.ts'
import { type Payment, type expressions } from '../terms/index.ts'
import { compileClosed, compileWorth, contextOf, feesOf, sortedByGroup, standOn } from './entries.ts'

export type GoalCount = {
  goal: string
  subjects: number
  met: number
  missed: number
  unmeasured: number
  notDue: number
  /** Of those not due, how many somebody's leaving has decided already, so that they bring nothing. */
  foregone: number
  leftOut: number
  measured: number
}

export type UnpaidResult = {
  /** Empty for a fee that waits for a figure. */
  goal: string
  payment: string
  kind: 'missed' | 'measured' | 'unmeasured' | 'not-due' | 'foregone' | 'left-out' | 'partly' | 'gate-closed'
  /** The subject's id, or the group's name. */
  who: string
  day: Day | undefined
  /** Row of the goal's results; −1 for a fee. */
  result: number
  /** What the result could have been worth above what it earned; undefined when the terms set no most. */
  amount: Money | undefined
}

/** How many results of each kind every goal has, by agreement. One pass over a million results serves them all. */
export function countGoals(outcomes: Outcomes, agreementCount: number): GoalCount[][] {
  const all = [...outcomes.results.values()].map((results) => {
    const { agreement, status, foregone } = results
    const subjects = results.isOfGroups ? results.scope : results.who
    // By agreement and status; 0 is no status, and counts the subjects. The last counts what is foregone.
    const counts = new Int32Array(agreementCount * countsEach)
    for (let row = 0, last = -1; row < results.size; row++) {
      const own = agreement[row]! * countsEach
      if (subjects[row] !== last) counts[own]!++
      last = subjects[row]!
      counts[own + status[row]!]!++
      if (isForegone(status[row]!, foregone[row]!)) counts[own + countsEach - 1]!++
    }
    return Array.from({ length: agreementCount }, (_, at) => countFrom(results.goal, counts, at * countsEach))
  })
  return Array.from({ length: agreementCount }, (_, agreement) => all.map((counts) => counts[agreement]!))
}

const countsEach = 2 + Math.max(...Object.values(Status))

function countFrom(goal: string, counts: Int32Array, own: number): GoalCount {
  return {
    goal,
    subjects: counts[own]!,
    met: counts[own + Status.met]!,
    missed: counts[own + Status.missed]!,
    unmeasured: counts[own + Status.unmeasured]!,
    notDue: counts[own + Status.notDue]!,
    foregone: counts[own + countsEach - 1]!,
    leftOut: counts[own + Status.leftOut]!,
    measured: counts[own + Status.measured]!,
  }
}

/** Whether a result that is not due will bring nothing, because somebody's leaving has decided it. */
const isForegone = (status: number, foregone: number): boolean =>
  status === Status.notDue && (foregone === Status.missed || foregone === Status.leftOut)

/** Whether a result may still be met: not due or unmeasured, and not decided by somebody's leaving. */
export function isOpen({ status, foregone }: GoalResults, result: number): boolean {
  if (status[result] === Status.notDue) return foregone[result] === Status.notDue
  return status[result] === Status.unmeasured
}

/** The rows of each goal's results by agreement, sorted out when they are first asked for. */
function resultsByAgreement(
  outcomes: Outcomes,
  agreementCount: number,
): (goal: string, agreement: number) => Int32Array {
  const sorted = new Map<string, ReturnType<typeof sortedByGroup>>()
  return (goal, agreement) => {
    const known = sorted.get(goal) ?? sortedByGroup(outcomes.results.get(goal)!.agreement, agreementCount)
    sorted.set(goal, known)
    return known.members.subarray(known.first[agreement], known.first[agreement + 1])
  }
}

/** A payment in one version of the terms, with what its goal's results are worth and could have been. */
type Paid = {
  name: string
  version: number
  context: Context
  results: GoalResults
  worth: ReturnType<typeof compileWorth>
  closedBy: ReturnType<typeof compileClosed>
  most: ReturnType<typeof mostOf>
}

/**
 * Every result of a paid goal that did not earn all it could, by agreement. The payments are compiled when an agreement is
 * first asked for, once for all of them.
 */
export function unpaidByAgreement(
  outcomes: Outcomes,
  agreementCount: number,
): (agreement: number) => Iterable<UnpaidResult> {
  const rowsOf = resultsByAgreement(outcomes, agreementCount)
  let payments: Paid[] | undefined
  return function* (agreement) {
    payments ??= paidIn(outcomes)
    for (const paid of payments) yield* unpaidIn(paid, rowsOf(paid.results.goal, agreement))
    yield* feesWaiting(outcomes, agreement)
  }
}

/** The days on which a fee is due and rests on what nobody has told yet. */
function* feesWaiting({ contexts }: Outcomes, agreement: number): Generator<UnpaidResult> {
  for (const [version, context] of contexts.entries()) {
    for (const [name, payment] of context.agreement.payments ?? []) {
      if (payment.fee === undefined) continue
      for (const { row, amount } of feesOf(payment, context, version)) {
        if (!isMissing(amount) || row.agreement !== agreement) continue
        const who = context.scopes[row.scope]!.key
        yield { goal: '', payment: name, kind: 'unmeasured', who, day: row.day, result: -1, amount: undefined }
      }
    }
  }
}

function paidIn({ contexts, results }: Outcomes): Paid[] {
  return contexts.flatMap((context, version) =>
    [...(context.agreement.payments ?? [])].flatMap(([name, payment]) => {
      const own = payment.goal === undefined ? undefined : results.get(payment.goal)
      if (own === undefined) return []
      const worth = compileWorth(payment, context)
      const most = mostOf(payment, contextOf(payment, context))
      const closedBy = compileClosed(payment, context)
      return [{ name, version, context, results: own, worth, closedBy, most }]
    }),
  )
}

function* unpaidIn(
  { name, version, context, results, worth, closedBy, most }: Paid,
  rows: Int32Array,
): Generator<UnpaidResult> {
  const row = rowFor(NOBODY, 0)
  for (const result of rows) {
    if (results.version[result] !== version) continue
    const status = results.status[result]!
    standOn(row, results, result)
    const earned = worth(row, status)
    const possible = most?.(row)
    const kind = isForegone(status, results.foregone[result]!)
      ? 'foregone'
      : kindOf(status, earned, possible, closedBy(row, status))
    if (kind === undefined) continue
    const day = results.day[result]!
    yield {
      goal: results.goal,
      payment: name,
      kind,
      who: row.who === NOBODY ? context.scopes[row.scope]!.key : context.roster.idOf(row.who),
      day: day < -(2 ** 29) ? undefined : day,
      result,
      amount: possible === undefined ? undefined : difference(possible, isMissing(earned) ? 0 : earned),
    }
  }
}

/** A result is missed only where the goal's own rule gives nothing; what the payment's condition holds back is told as that. */
function kindOf(
  status: number,
  earned: Value,
  possible: Exact | undefined,
  closedBy: Value | undefined,
): UnpaidResult['kind'] | undefined {
  if (status === Status.notDue) return 'not-due'
  if (status === Status.unmeasured) return 'unmeasured'
  if (status === Status.leftOut) return 'left-out'
  // What was decided without a quantity, as of somebody who left, gives nothing and waits for nothing.
  if (isMissing(earned)) return status === Status.missed && closedBy === undefined ? 'missed' : 'unmeasured'
  if (earned === 0 && closedBy !== undefined) return 'gate-closed'
  if (earned !== 0 && (possible === undefined || difference(possible, earned) <= 0n)) return undefined
  if (status === Status.measured) return 'measured'
  return earned === 0 ? 'missed' : 'partly'
}

function difference(possible: Exact, earned: Exact): Money {
  return toBigInt(subtract(possible, roundTo(earned, 1, 'half-up')))
}

/**
 * The most a payment can be for one result, where the terms set one: in whole minor units, rounded as the terms round amounts. Where
 * they round sums only, each is made whole the same way.
 */
export function mostOf(
  payment: Payment,
  context: Context,
): ((row: ReturnType<typeof rowFor>) => Exact | undefined) | undefined {
  if (payment.perMet !== undefined) return valueOf(payment.perMet, context)
  // What a date can give at most rests on the dates before it.
  if (payment.reckoned !== undefined && payment.reckoned !== 'each-date') return undefined
  const ends = payment.amount === undefined ? undefined : endsOf(payment.amount)
  if (ends === undefined) return undefined
  const operators = ends.map((end) => valueOf(end, context))
  return (row) =>
    operators
      .map((operator) => operator(row))
      .reduce((a, b) => (a === undefined || b === undefined ? undefined : maximum(a, b)))
}

function valueOf(node: expressions.Value, context: Context) {
  const operator = compileValue(node, context)
  const { of, how, to } = context.agreement.settlement.rounding
  const step = of === 'each-amount' ? multiply(to, context.minorUnits) : 1
  return (row: ReturnType<typeof rowFor>) => {
    const value = operator(row)
    return isMissing(value) ? undefined : roundTo(value, step, how)
  }
}

/** The amounts a table or a held line can give; nothing for an expression without an end. */
function endsOf(node: expressions.Value): expressions.Value[] | undefined {
  if (node.kind === 'steps') return [...node.table.map((row) => row.give), node.below]
  if (node.kind === 'line' && node.above === 'hold') return node.points.map((point) => point.give)
  return node.kind === 'literal' ? [node] : undefined
}
