/**
 * Early exit: what is owed when the parties stop before the agreed date, by the rules of the terms.
 *
 *     owed = results reached, if they are paid + share × Σ (expected rate × what an open result is worth if met)
 *
 * Open are the results that are not due or unmeasured on the day of exit. The expected rate is
 *
 *     planned-rate    the rate the parties planned with
 *     planned-rest    what is left of the planned results, planned rate × planned people − met, over the open results
 *     rate-so-far     met of met and missed
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
import { type Context, type GoalResults, NOBODY, Status, compileValue, isMissing, rowFor } from '../outcomes/index.ts'
import { type Exit, type Payment } from '../terms/index.ts'
import { contextOf, standOn } from './entries.ts'
import { type Settled, type Statement } from './statement.ts'
import { mostOf } from './unpaid.ts'

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
  /** Never above the lowest cap on the whole agreement, which expectations do not lift. */
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
  const expected = exit.expected === 'not-paid' ? [] : expectedPayments(settled, agreement, exit)
  const asked = expected.reduce((sum, { amount }) => sum + amount, reached)
  const cap = capOfAgreement(settled.context, agreement)
  const total = cap !== undefined && asked > cap ? cap : asked
  return { exit, reached, expected, total, paidBefore: statement.paidBefore, payable: total - statement.paidBefore }
}

function expectedPayments(settled: Settled, agreement: number, exit: ExitRule): ExpectedPayment[] {
  const { context, outcomes } = settled
  return [...(context.agreement.payments ?? [])].flatMap(([name, payment]) => {
    const results = payment.goal === undefined ? undefined : outcomes.results.get(payment.goal)
    if (results === undefined) return []
    const rate = expectedRate(exit, context, results, agreement)
    return [expectedPayment(name, payment, results, { context, agreement, rate, share: exit.share ?? 1 })]
  })
}

function capOfAgreement(context: Context, agreement: number): Money | undefined {
  const row = { ...rowFor(NOBODY, agreement), scope: agreement, day: context.to }
  const caps = (context.agreement.limits ?? []).flatMap(({ cap, per, over }) => {
    const bound =
      cap === undefined || per !== 'agreement' || over !== undefined ? undefined : compileValue(cap, context)(row)
    return bound === undefined || isMissing(bound) ? [] : [toBigInt(roundTo(bound, 1, 'down'))]
  })
  return caps.length === 0 ? undefined : caps.reduce((a, b) => (a < b ? a : b))
}

type Expecting = { context: Context; agreement: number; rate: Exact | undefined; share: Exact }

function expectedPayment(name: string, payment: Payment, results: GoalResults, expecting: Expecting): ExpectedPayment {
  const { context, agreement, rate, share } = expecting
  const { rounding } = context.agreement.settlement
  const most = mostOf(payment, contextOf(payment, context))
  const row = rowFor(NOBODY, agreement)
  let [openResults, sum]: [number, Exact | undefined] = [0, 0]
  for (let result = 0; result < results.size; result++) {
    const status = results.status[result]
    if (results.agreement[result] !== agreement || (status !== Status.notDue && status !== Status.unmeasured)) continue
    openResults++
    const worth = most?.(standOn(row, results, result))
    sum = sum === undefined || worth === undefined ? undefined : add(sum, maximum(0, worth))
  }
  const exact = sum === undefined || rate === undefined ? 0 : multiply(share, multiply(rate, sum))
  const amount = toBigInt(roundTo(roundTo(exact, multiply(rounding.to, context.minorUnits), rounding.how), 1, 'down'))
  return {
    payment: name,
    openResults,
    rate,
    ifAllMet: sum === undefined ? undefined : toBigInt(roundTo(sum, 1, 'down')),
    amount,
  }
}

function expectedRate(exit: ExitRule, context: Context, results: GoalResults, agreement: number): Exact | undefined {
  const goal = context.agreement.goals.get(results.goal)
  if (exit.expected === 'planned-rate') return goal?.planned
  const { met, decided, open } = countDecided(results, agreement)
  if (exit.expected === 'rate-so-far') {
    const isBiased = goal?.when.decided === 'any-date' || goal?.when.decided === 'all-dates'
    return decided === 0 || isBiased ? undefined : divide(met, decided)
  }
  const { planned: people } = context.agreement.people
  if (goal?.planned === undefined || people === undefined || open === 0) return undefined
  return minimum(1, divide(maximum(0, subtract(multiply(goal.planned, people), met)), open))
}

function countDecided(results: GoalResults, agreement: number): { met: number; decided: number; open: number } {
  const count = { met: 0, decided: 0, open: 0 }
  for (let result = 0; result < results.size; result++) {
    if (results.agreement[result] !== agreement) continue
    const status = results.status[result]
    if (status === Status.met) count.met++
    if (status === Status.met || status === Status.missed) count.decided++
    if (status === Status.notDue || status === Status.unmeasured) count.open++
  }
  return count
}
