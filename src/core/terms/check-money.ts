/**
 * Payments, limits and payers: each says one thing, in a way that can be worked out, and under a number of its own.
 *
 *     a payment    one of per-met, per-unit, amount and fee; a goal, or for a fee the days it is due
 *     a limit      one of cap, floor, less, quota, return-cap and round
 *     payers       shares that make a whole, or turns in which only the last has no upper end
 *
 * Problems: payment-ways, payment-lacks, payment-unfit-goal, limit-ways, drawdowns-missing, payer-shares, payer-turn-open,
 * clause-twice, period-backwards, referral-outside, edge-unsettled (if-negative, per-unit, over, drawdowns).
 */
import { checkSchedule } from './check-goals.ts'
import { type Exact, type Place, add, compare, equals, problem } from '../base/index.ts'
import { type YamlEntry } from '../text/index.ts'
import { type Goal, type Limit, type Payment } from './agreement.ts'
import { type Checking, type Written, entryOf, goalOf, insertedIn, isWritten } from './checking.ts'
import { canBeNegative } from './sign.ts'
import { quantityUnit } from './units.ts'

export function checkMoney(to: Checking): void {
  for (const [name, payment] of to.agreement.payments ?? []) checkPayment(to, name, payment)
  for (const limit of to.agreement.limits ?? []) checkLimit(to, limit)
  checkPayers(to)
  checkClauseNumbers(to)
  checkPeriods(to)
}

const ways = ['per-met', 'per-unit', 'amount', 'fee'] as const

function checkPayment(to: Checking, name: string, payment: Payment): void {
  checkSchedule(to, payment.due)
  const written = ways.filter((way) => isWritten(payment, way))
  const [way] = written
  if (written.length !== 1 || way === undefined) {
    const facts = { path: payment.path, payment: name, found: written, ways }
    return void to.problems.push(problem('payment-ways', 'wrong', payment.at, facts))
  }
  const needed = way === 'fee' ? 'due' : 'goal'
  if (!isWritten(payment, needed)) {
    const facts = { path: payment.path, payment: name, way, key: needed }
    to.problems.push(problem('payment-lacks', 'wrong', payment.at, facts))
  }
  const goal = goalOf(to.agreement, payment)
  if (goal === undefined) return
  checkWay(to, payment, way, goal)
  if (way === 'per-unit') askPerShare(to, payment, goal)
  if (way === 'per-unit' || way === 'amount') askNegative(to, payment, goal)
}

/** A price per goal met needs a goal that can be met; a price per unit needs one that has units. */
function checkWay(to: Checking, payment: Payment, way: (typeof ways)[number], goal: Goal): void {
  const needs = way === 'per-met' ? 'met' : way === 'per-unit' ? 'quantity' : undefined
  if (needs === undefined || isWritten(goal, needs) || isWritten(goal, 'agreed')) return
  const facts = { path: payment.path, goal: payment.goal ?? '', way, key: needs }
  to.problems.push(problem('payment-unfit-goal', 'wrong', payment.places[way] ?? payment.at, facts))
}

/** 1000 kr per unit of a share: per percentage point, per whole point, or times the share itself? */
function askPerShare(to: Checking, payment: Payment, goal: Goal): void {
  const clause = { kind: 'payment' as const, name: '', expressions: [], days: [], goal }
  if (quantityUnit(goal, { to, clause, underway: [] }) !== 'share') return
  const entry = entryOf(to, payment, 'per-unit')
  if (entry === undefined) return
  const price = payment.perUnit?.kind === 'literal' ? payment.perUnit.text : undefined
  const hundred = '{ product: [{ this: quantity }, 100] }'
  const sums = [
    `{ product: [{ this: quantity }, 100, ${price}] }`,
    `{ product: [{ rounded: ${hundred}, to: 1, how: down }, ${price}] }`,
    `{ product: [{ this: quantity }, ${price}] }`,
  ].map((sum) => `amount: ${sum}`)
  const at = wholeEntry(entry)
  const choices =
    price === undefined || at === undefined ? [] : sums.map((text) => ({ paste: text, edit: { at, text } }))
  const facts = { path: payment.path, key: 'per-unit' }
  to.problems.push(problem('edge-unsettled', 'unsettled', entry.keyAt, facts, choices))
}

/** The place of a key and its value, when the value begins on the key's line. */
function wholeEntry({ keyAt, value }: YamlEntry): Place | undefined {
  if (keyAt.line !== value.at.line) return undefined
  return { ...keyAt, length: value.at.column + value.at.length - keyAt.column }
}

/** A sum that can fall below zero either ends at nothing or is owed the other way. */
function askNegative(to: Checking, payment: Payment, goal: Goal): void {
  if (isWritten(payment, 'if-negative')) return
  const sum = payment.amount ?? goal.quantity
  if (sum === undefined || !canBeNegative(sum, goal)) return
  const choices = ['nothing', 'owed-back'].map((answer) => insertedIn(to, payment, `if-negative: ${answer}`))
  const facts = { path: payment.path, key: 'if-negative' }
  to.problems.push(problem('edge-unsettled', 'unsettled', payment.at, facts, choices))
}

const limitWays = ['cap', 'floor', 'less', 'quota', 'return-cap', 'round'] as const

function checkLimit(to: Checking, limit: Limit): void {
  const { agreement } = to
  const found = limitWays.filter((way) => isWritten(limit, way))
  if (found.length !== 1) {
    const facts = { path: limit.path, found, ways: limitWays }
    to.problems.push(problem('limit-ways', 'wrong', limit.at, facts))
  }
  if (isWritten(limit, 'return-cap') && limit.on !== 'committed-money' && !agreement.drawdowns?.length) {
    const at = limit.places['return-cap'] ?? limit.at
    const investor = [...agreement.parties].find(([, { roles }]) => roles?.includes('investor'))?.[0] ?? '…'
    const paste = `drawdowns: [{ on: undecided, amount: undecided, by: ${investor} }]`
    const choices = [insertedIn(to, agreement, paste)]
    to.problems.push(problem('drawdowns-missing', 'wrong', at, { path: limit.path }, choices))
  }
  askFees(to, limit)
}

/** A cap that names no payments, where there is a fee: is the fee inside the cap or outside? */
function askFees(to: Checking, limit: Limit): void {
  const payments = [...(to.agreement.payments ?? [])]
  const outcomes = payments.filter(([, payment]) => !isWritten(payment, 'fee')).map(([name]) => name)
  if (!isWritten(limit, 'cap') || isWritten(limit, 'over')) return
  if (outcomes.length === 0 || outcomes.length === payments.length) return
  const all = payments.map(([name]) => name)
  const choices = [all, outcomes].map((names) => insertedIn(to, limit, `over: [${names.join(', ')}]`))
  const facts = { path: limit.path, key: 'over' }
  to.problems.push(problem('edge-unsettled', 'unsettled', limit.at, facts, choices))
}

function checkPayers(to: Checking): void {
  const { payers } = to.agreement
  const each = payers.each ?? []
  if (payers.split === 'by-share') {
    for (const [over, group] of byPayments(each)) checkShares(to, over, group)
  }
  if (payers.split !== 'in-turn') return
  for (const [over, group] of byPayments(each)) {
    for (const [index, payer] of group.entries()) {
      if (index === group.length - 1 || isWritten(payer, 'up-to')) continue
      const facts = { path: payer.path, payer: payer.payer, over }
      const choices = [insertedIn(to, payer, 'up-to: undecided')]
      to.problems.push(problem('payer-turn-open', 'wrong', payer.at, facts, choices))
    }
  }
}

type Payer = NonNullable<Checking['agreement']['payers']['each']>[number]

/** Payers of the same payments share them between themselves. */
function byPayments(each: readonly Payer[]): Map<string, Payer[]> {
  const groups = new Map<string, Payer[]>()
  for (const payer of each) {
    const over = [...(payer.over ?? [])].sort().join(', ')
    groups.set(over, [...(groups.get(over) ?? []), payer])
  }
  return groups
}

function checkShares(to: Checking, over: string, group: readonly Payer[]): void {
  let sum: Exact = 0
  for (const payer of group) {
    if (payer.share === undefined && isWritten(payer, 'share')) return
    sum = add(sum, payer.share ?? 0)
  }
  if (equals(sum, 1)) return
  const without = group.find((payer) => !isWritten(payer, 'share'))
  const at = without?.at ?? to.agreement.payers.places['each'] ?? to.agreement.payers.at
  const choices = without === undefined ? [] : [insertedIn(to, without, 'share: undecided')]
  const facts = { path: to.agreement.payers.path, sum, over, lacks: without?.payer ?? '' }
  to.problems.push(problem('payer-shares', 'wrong', at, facts, choices))
}

/** A clause number leads to one clause; a goal and its payments are told together and may share one. */
function checkClauseNumbers(to: Checking): void {
  const { agreement } = to
  const seen = new Map<string, string>()
  const check = (record: (Written & { clause?: string }) | undefined, subject: string): void => {
    if (record?.clause === undefined) return
    const first = seen.get(record.clause)
    if (first === undefined) return void seen.set(record.clause, subject)
    if (first === subject) return
    const facts = { path: record.path, clause: record.clause, first }
    to.problems.push(problem('clause-twice', 'wrong', record.places['clause'] ?? record.at, facts))
  }
  for (const [name, group] of agreement.groups ?? []) check(group, `groups.${name}`)
  for (const [name, goal] of agreement.goals) check(goal, `goals.${name}`)
  for (const [name, payment] of agreement.payments ?? []) {
    check(payment, payment.goal === undefined ? `payments.${name}` : `goals.${payment.goal}`)
  }
  for (const [index, limit] of (agreement.limits ?? []).entries()) check(limit, `limits[${index}]`)
  check(agreement.payers, 'payers')
  check(agreement.settlement, 'settlement')
  check(agreement.exit, 'exit')
  for (const [name, security] of agreement.security ?? []) check(security, `security.${name}`)
}

function checkPeriods(to: Checking): void {
  const { runs, people } = to.agreement
  const { referral } = people
  for (const period of [runs, referral]) {
    if (period?.from === undefined || period.through === undefined || compare(period.from, period.through) <= 0)
      continue
    const facts = { path: period.path }
    to.problems.push(problem('period-backwards', 'wrong', period.places['through'] ?? period.at, facts))
  }
  if (referral?.from === undefined || referral.through === undefined || runs.from === undefined) return
  if (referral.from < runs.from || (runs.through !== undefined && referral.through > runs.through)) {
    to.problems.push(problem('referral-outside', 'wrong', referral.at, { path: referral.path }))
  }
}
