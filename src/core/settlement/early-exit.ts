/**
 * Early exit: what is owed when the parties stop before the agreed date, by the rules of the terms.
 *
 *     owed = results reached, if they are paid + share × Σ (expected rate × what an open result is worth if met)
 *
 * Open are the results that are not due or unmeasured on the day of exit, but for those that somebody's leaving has decided: of
 * somebody who died, where that is missed, nothing is expected; where it counts as met, all is. The expected rate is
 *
 *     planned-rate    the rate the parties planned with
 *     planned-rest    what is left of the planned results, over the open results
 *     rate-so-far     met of met and missed
 *
 *     planned results = planned rate × planned people × dates         decided twice for each person: two results of each
 *
 * The dates are how many results each person has; of a group's goal, the results themselves are what was planned.
 *
 * Limits bear on what is expected as on what is reached: it is laid beside it, result by result, and the limits are applied to
 * both together. Somebody whose cap is used up brings nothing more, and a discount is taken off expectations too.
 *
 * A goal that a yes decides early and a no only late has no rate so far: all that is known of it is its successes. A goal
 * without a rate is named, not guessed. Nothing is expected of people who have not started, but for `planned-rest`.
 */
import {
  type Exact,
  type Money,
  add,
  divide,
  maximum,
  minimum,
  multiply,
  roundTo,
  subtract,
  toBigInt,
} from '../base/index.ts'
import { type Context, type GoalResults, NOBODY, NO_DAY, type Row, Status, rowFor } from '../outcomes/index.ts'
import { type Exit } from '../terms/index.ts'
import { type Earned, type FloorLine, contextOf, entriesOf, standOn, withLines } from './entries.ts'
import { applyLimits } from './limits.ts'
import { type Settled, type Statement } from './statement.ts'
import { isOpen, mostOf } from './unpaid.ts'

/** What one payment's open results are expected to come to. */
export type ExpectedPayment = {
  payment: string
  openResults: number
  /** Missing when the terms have no plan for the goal, or nothing has been decided yet. */
  rate: Exact | undefined
  /** The worth of the open results if all were met; missing when the terms set no most for one. */
  ifAllMet: Money | undefined
  /** share × rate × ifAllMet, rounded as the terms round amounts. */
  amount: Money
}

export type ExitValuation = {
  exit: ExitRule
  /** After limits, before what was paid. */
  reached: Money
  expected: ExpectedPayment[]
  /** What the limits take of what is expected. */
  withheld: Money
  /** What the limits leave of what is reached and expected together. */
  total: Money
  paidBefore: Money
  payable: Money
}

/** What decides a valuation; the terms' exit clause says it, and a party may ask what another rule would give. */
export type ExitRule = Pick<Exit, 'reached' | 'expected' | 'share'>

/** Values an exit on the day the settlement is made to, by the terms' rule; nothing where the terms say nothing of exit. */
export function valueExit(settled: Settled, statement: Statement): ExitValuation | undefined {
  const { exit } = settled.context.agreement
  return exit === undefined ? undefined : valueExitBy(exit, settled, statement)
}

/** The same by any rule. */
export function valueExitBy(exit: ExitRule, settled: Settled, statement: Statement): ExitValuation {
  const agreement = settled.context.roster.agreements.indexOf(statement.agreement)
  const reached = exit.reached === 'paid-in-full' ? statement.afterLimits : 0n
  const found = exit.expected === 'not-paid' ? [] : expectedPayments(settled, agreement, exit)
  const asked = found.reduce((sum, { payment }) => sum + payment.amount, 0n)
  const open = found.flatMap((one) => one.open)
  const cut = withheldOf(open, settled, agreement, exit)
  const withheld = cut < asked ? cut : asked
  const total = reached + asked - withheld
  const expected = found.map(({ payment }) => payment)
  const { paidBefore } = statement
  return { exit, reached, expected, withheld, total, paidBefore, payable: total - paidBefore }
}

/** An open result as a line of its own, with what is expected of it. */
type OpenResult = { line: FloorLine; amount: Exact }

/** What the limits take of what is expected, where what is reached has its room first. */
function withheldOf(open: readonly OpenResult[], settled: Settled, agreement: number, { reached }: ExitRule): Money {
  const { context, earned } = settled
  if ((context.agreement.limits ?? []).length === 0 || open.length === 0) return 0n
  const base = reached === 'paid-in-full' ? earned : withoutAmounts(earned)
  const both = withLines(
    base,
    open.map(({ line }) => line),
    open.map(({ amount }) => amount),
  )
  const left = subtract(leftBy(both, agreement, context), leftBy(base, agreement, context))
  const asked = open.reduce<Exact>((sum, { amount }) => add(sum, amount), 0)
  return toBigInt(roundTo(maximum(0, subtract(asked, left)), 1, 'up'))
}

/** What is reached and not paid takes no room. */
const withoutAmounts = (earned: Earned): Earned => ({
  ...earned,
  entries: { ...earned.entries, amount: earned.entries.amount.map(() => 0) },
})

function leftBy(earned: Earned, agreement: number, context: Context): Exact {
  const left = applyLimits(earned, context).at(-1)?.after ?? earned.entries.amount
  return entriesOf(earned.entries, agreement).reduce<Exact>((sum, entry) => add(sum, left[entry]!), 0)
}

type Found = { payment: ExpectedPayment; open: OpenResult[] }

function expectedPayments(settled: Settled, agreement: number, exit: ExitRule): Found[] {
  const { context, outcomes, earned } = settled
  return earned.payments.flatMap(({ name, payment: { goal } }, index) => {
    const results = goal === undefined ? undefined : outcomes.results.get(goal)
    if (results === undefined) return []
    const rate = expectedRate(exit, context, results, agreement)
    const mosts = mostsOf(name, results.goal, earned)
    return [expectedPayment(name, results, mosts, { context, agreement, rate, share: exit.share ?? 1, index })]
  })
}

/** The most a payment can be by each version of the terms that pays for the goal, as `mostOf` gives it. */
type Mosts = readonly ({ most: ReturnType<typeof mostOf> } | undefined)[]

const mostsOf = (name: string, goal: string, { contexts }: Earned): Mosts =>
  contexts.map((context) => {
    const payment = context.agreement.payments?.get(name)
    return payment?.goal === goal ? { most: mostOf(payment, contextOf(payment, context)) } : undefined
  })

type Expecting = { context: Context; agreement: number; rate: Exact | undefined; share: Exact; index: number }

/** An open result is worth what the version of the terms that governs it gives, as when it is paid. */
function expectedPayment(name: string, results: GoalResults, mosts: Mosts, expecting: Expecting): Found {
  const { context, agreement, rate, share, index } = expecting
  const { rounding } = context.agreement.settlement
  const row = rowFor(NOBODY, agreement)
  const open: OpenResult[] = []
  let openResults = 0
  let ifAllMet: Exact | undefined = 0
  let expected: Exact | undefined = 0
  for (let result = 0; result < results.size; result++) {
    const paid = mosts[results.version[result]!]
    if (results.agreement[result] !== agreement || paid === undefined) continue
    const isSure = isSureToBeMet(results, result)
    if (!isSure && !isOpen(results, result)) continue
    const possible = paid.most?.(standOn(row, results, result))
    const worth = possible === undefined ? undefined : maximum(0, possible)
    const part = isSure ? share : rate === undefined ? 0 : multiply(share, rate)
    const amount = worth === undefined ? undefined : multiply(part, worth)
    expected = expected === undefined || amount === undefined ? undefined : add(expected, amount)
    if (amount !== undefined) open.push({ line: lineOf(row, results, result, index, context), amount })
    if (isSure) continue
    openResults++
    ifAllMet = ifAllMet === undefined || worth === undefined ? undefined : add(ifAllMet, worth)
  }
  const step = multiply(rounding.to, context.minorUnits)
  const amount = toBigInt(roundTo(roundTo(expected ?? 0, step, rounding.how), 1, 'down'))
  const ifMet = ifAllMet === undefined ? undefined : toBigInt(roundTo(ifAllMet, 1, 'down'))
  const found = { payment: name, openResults, rate, ifAllMet: ifMet, amount }
  return { payment: found, open: expected === undefined ? [] : open }
}

/** An open result as a line; one whose day is not known yet is laid to the day that is settled to. */
export function lineOf(row: Row, results: GoalResults, result: number, payment: number, { to }: Context): FloorLine {
  const { who, scope, agreement, day } = row
  const version = results.version[result]!
  return { payment, result, version, who, scope, agreement, day: day === NO_DAY ? to : day }
}

function expectedRate(exit: ExitRule, context: Context, results: GoalResults, agreement: number): Exact | undefined {
  const goal = context.agreement.goals.get(results.goal)
  if (exit.expected === 'planned-rate') return goal?.planned
  const { met, decided, open, sure, all, subjects } = countDecided(results, agreement)
  if (exit.expected === 'rate-so-far') {
    const isBiased = goal?.when.decided === 'any-date' || goal?.when.decided === 'all-dates'
    return decided === 0 || isBiased ? undefined : divide(met, decided)
  }
  const { planned: people } = context.agreement.people
  if (goal?.planned === undefined || people === undefined || open === 0) return undefined
  const resultsPlanned = results.isOfGroups ? all : multiply(people, divide(all, subjects))
  const rest = subtract(multiply(goal.planned, resultsPlanned), met + sure)
  return minimum(1, divide(maximum(0, rest), open))
}

type Decided = { met: number; decided: number; open: number; sure: number; all: number; subjects: number }

/** The results of a goal in one agreement, and how many they are about. Those of one subject stand together. */
function countDecided(results: GoalResults, agreement: number): Decided {
  const count = { met: 0, decided: 0, open: 0, sure: 0, all: 0, subjects: 0 }
  const whose = results.isOfGroups ? results.scope : results.who
  for (let result = 0, last = -1; result < results.size; result++) {
    if (results.agreement[result] !== agreement) continue
    const status = results.status[result]
    count.all++
    if (whose[result] !== last) count.subjects++
    last = whose[result]!
    if (status === Status.met) count.met++
    if (status === Status.met || status === Status.missed) count.decided++
    if (isSureToBeMet(results, result)) count.sure++
    if (isOpen(results, result)) count.open++
  }
  return count
}

/** Not due, and met already by the rule for those who leave. */
function isSureToBeMet({ status, foregone }: GoalResults, result: number): boolean {
  return status[result] === Status.notDue && foregone[result] === Status.met
}
