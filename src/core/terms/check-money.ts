/**
 * Payments, limits and payers: each says one thing, in a way that can be worked out, and under a number of its own.
 *
 *     a payment    one of per-met, per-unit, amount and fee; a goal, or for a fee the days it is due
 *     a limit      one of cap, floor, less, times, at-most, quota, return-cap and round, and nothing it has no use for
 *     payers       shares that make a whole, or turns in which only the last has no upper end
 *
 * Problems: payment-ways, payment-lacks, payment-unfit-goal, limit-ways, limit-lacks, limit-key-unfit, quota-of-one,
 * drawdowns-missing, payer-none, payer-shares, payer-turn-open, planned-missing, clause-twice, period-backwards, referral-outside,
 * reckoned-unfit, reckoned-idle, edge-unsettled (if-negative, reckoned, per-unit, over, drawdowns).
 */
import { checkSchedule } from './check-goals.ts'
import { type Exact, type Place, add, compare, equals, problem } from '../base/index.ts'
import { type YamlEntry, type Fields, siblingOf } from '../text/index.ts'
import {
  type Goal,
  type Limit,
  type LimitWay,
  type Payment,
  type Schedule,
  limitFields,
  limitWays,
} from './agreement.ts'
import {
  type Checking,
  type Written,
  entryOf,
  goalOf,
  hasHole,
  insertedIn,
  isWritten,
  mapOfRecord,
} from './checking.ts'
import { dependsOnQuantity, isProportional, neverFalls } from './course.ts'
import { neededOfSecurity, security as securityShape } from './security.ts'
import { canBeNegative } from './sign.ts'
import { quantityUnit } from './units.ts'

export function checkMoney(to: Checking): void {
  for (const [name, payment] of to.agreement.payments ?? []) checkPayment(to, name, payment)
  for (const limit of to.agreement.limits ?? []) checkLimit(to, limit)
  checkPayers(to)
  checkSecurities(to)
  askPlanned(to)
  checkClauseNumbers(to)
  checkPeriods(to)
}

const { fields: securityFields } = securityShape

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
  checkReckoned(to, name, payment, way)
  askNegative(to, payment)
  const goal = goalOf(to.agreement, payment)
  if (goal === undefined) return
  checkWay(to, payment, way, goal)
  if (way === 'per-unit') askPerShare(to, payment, goal)
  if (way !== 'per-unit' && way !== 'amount') return
  askReckoned(to, payment, goal)
}

/** A price per goal met needs a goal that can be met; a price per unit needs one that has units. */
function checkWay(to: Checking, payment: Payment, way: (typeof ways)[number], goal: Goal): void {
  const needs = way === 'per-met' ? 'met' : way === 'per-unit' ? 'quantity' : undefined
  if (needs === undefined || isWritten(goal, needs) || isWritten(goal, 'agreed')) return
  const facts = { path: payment.path, goal: payment.goal ?? '', way, key: needs }
  to.problems.push(problem('payment-unfit-goal', 'wrong', payment.places[way] ?? payment.at, facts))
}

/** Dates are added up by their quantities, so there have to be some, and a sum that is worked out from them. */
function checkReckoned(to: Checking, name: string, payment: Payment, way: (typeof ways)[number]): void {
  if (!isWritten(payment, 'reckoned')) return
  const goal = goalOf(to.agreement, payment)
  const isFit = (way === 'per-unit' || way === 'amount') && goal !== undefined && isWritten(goal, 'quantity')
  if (isFit) return checkReckonedMoves(to, name, payment)
  const facts = { path: payment.path, payment: name, reckoned: payment.reckoned ?? '', way, goal: payment.goal ?? '' }
  to.problems.push(problem('reckoned-unfit', 'wrong', payment.places['reckoned'] ?? payment.at, facts))
}

/** A sum that does not ask for the quantity is the same before and after, so every date but the first would give nothing. */
function checkReckonedMoves(to: Checking, name: string, payment: Payment): void {
  const { amount, reckoned } = payment
  if (amount === undefined || reckoned === undefined || reckoned === 'each-date') return
  if (dependsOnQuantity(amount) || hasHole(to, amount)) return
  const facts = { path: payment.path, payment: name, reckoned }
  to.problems.push(problem('reckoned-idle', 'wrong', payment.places['reckoned'] ?? payment.at, facts))
}

/** Tiers of a quantity that comes in several dates: each date from the bottom of the table, or on from the last? */
function askReckoned(to: Checking, payment: Payment, goal: Goal): void {
  const sum = payment.amount ?? payment.perUnit
  if (isWritten(payment, 'reckoned') || !hasSeveralDates(goal.when) || !dependsOnQuantity(sum)) return
  if (payment.amount !== undefined && isProportional(sum)) return
  const answers = ['each-date', 'sum-so-far', 'latest-so-far', 'highest-so-far']
  const choices = answers.map((answer) => insertedIn(to, payment, `reckoned: ${answer}`))
  const facts = { path: payment.path, key: 'reckoned' }
  to.problems.push(problem('edge-unsettled', 'unsettled', payment.at, facts, choices))
}

/** Whether a goal is decided on more dates than one, each by itself. */
function hasSeveralDates(when: Schedule | undefined): boolean {
  if (when === undefined || (when.decided !== undefined && when.decided !== 'each-date')) return false
  if (when.days !== undefined) return when.days.length > 1
  if (when.each !== undefined) return when.atMost !== 1
  return when.calendar !== undefined || (when.every !== undefined && when.times !== 1)
}

/** 1000 kr per unit of a share: per percentage point, per whole point, or times the share itself? */
function askPerShare(to: Checking, payment: Payment, goal: Goal): void {
  const clause = { kind: 'payment' as const, name: '', expressions: [], days: [], goal, schedule: undefined }
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
function askNegative(to: Checking, payment: Payment): void {
  if (isWritten(payment, 'if-negative')) return
  const goal = goalOf(to.agreement, payment)
  const { amount, perMet, perUnit, fee } = payment
  const sums = [amount ?? perMet ?? perUnit ?? fee, ...(perUnit === undefined ? [] : [goal?.quantity])]
  const isBelow = sums.some((sum) => canBeNegative(sum, goal, to.agreement.goals))
  if (!isBelow && (goal === undefined || !canFallBack(payment, goal))) return
  const choices = ['nothing', 'owed-back'].map((answer) => insertedIn(to, payment, `if-negative: ${answer}`))
  const facts = { path: payment.path, key: 'if-negative' }
  to.problems.push(problem('edge-unsettled', 'unsettled', payment.at, facts, choices))
}

/** Whether what the rule gives so far can be less than what it gave before. */
function canFallBack(payment: Payment, goal: Goal): boolean {
  if (payment.reckoned === undefined || payment.reckoned === 'each-date') return false
  if (payment.reckoned === 'latest-so-far') return true
  if (payment.reckoned === 'sum-so-far' && canBeNegative(goal.quantity, undefined)) return true
  return !neverFalls(payment.amount ?? payment.perUnit, goal)
}

function checkLimit(to: Checking, limit: Limit): void {
  const { agreement } = to
  const found = limitWays.filter((way) => isWritten(limit, way))
  if (found.length !== 1) {
    const facts = { path: limit.path, found, ways: limitWays }
    to.problems.push(problem('limit-ways', 'wrong', limit.at, facts))
  } else checkLimitKeys(to, limit, found[0]!)
  if (isWritten(limit, 'return-cap') && limit.on !== 'committed-money' && !agreement.drawdowns?.length) {
    const at = limit.places['return-cap'] ?? limit.at
    const investor = [...agreement.parties].find(([, { roles }]) => roles?.includes('investor'))?.[0] ?? '…'
    const paste = `drawdowns: [{ on: undecided, amount: undecided, by: ${investor} }]`
    const choices = [insertedIn(to, agreement, paste)]
    to.problems.push(problem('drawdowns-missing', 'wrong', at, { path: limit.path }, choices))
  }
  askCoupons(to, limit)
  askFees(to, limit)
}

/** A return that is capped while the investor also has fixed coupons: are they part of it? */
function askCoupons(to: Checking, limit: Limit): void {
  if (!isWritten(limit, 'return-cap')) return
  const at = limit.places['coupons']
  const hasCoupons = [...(to.agreement.security?.values() ?? [])].some(
    ({ kind, party }) => kind === 'coupon' && (limit.of ?? party) === party,
  )
  if (at !== undefined && !hasCoupons) {
    const facts = { path: limit.path, key: 'coupons', way: 'return-cap' }
    to.problems.push(problem('limit-key-unfit', 'wrong', at, facts))
  }
  if (at !== undefined || !hasCoupons) return
  const choices = ['counted', 'not-counted'].map((answer) => insertedIn(to, limit, `coupons: ${answer}`))
  to.problems.push(problem('edge-unsettled', 'unsettled', limit.at, { path: limit.path, key: 'coupons' }, choices))
}

/** A key that a limit of its kind has no use for would say something that is not done. */
function checkLimitKeys(to: Checking, limit: Limit, way: LimitWay): void {
  const map = mapOfRecord(to, limit)
  const sibling = map === undefined ? () => undefined : siblingOf(map)
  const isPerOpen = !isWritten(limit, 'per')
  for (const key of Object.keys(limit.places)) {
    const field = (limitFields as Fields)[key]
    // Whether a year has a use for its first day or for its rest is seen when `per` is answered.
    const isSeenLater = isPerOpen && (key === 'year-from' || key === 'rest') && limitFields.per.asked(sibling)
    const isAsked = isSeenLater || field?.presence !== 'edge' || field.asked(sibling)
    // A cap on return is on all that an investor gets; that it is over the whole agreement may be said.
    const isSaid = way === 'return-cap' && key === 'per' && sibling(key) === 'agreement'
    if ((isAsked || isSaid) && !isUnfit(way, key)) continue
    const facts = { path: limit.path, key, way }
    to.problems.push(problem('limit-key-unfit', 'wrong', limit.places[key] ?? limit.at, facts))
  }
  if (way !== 'quota') return
  if (limit.per === 'payment' || limit.per === 'payment-and-year') {
    const at = limit.places['per'] ?? limit.at
    const choices = ['agreement', 'year'].map((per) => ({ paste: `per: ${per}`, edit: { at, text: per } }))
    to.problems.push(problem('quota-of-one', 'wrong', at, { path: limit.path, per: limit.per }, choices))
  }
  if (isWritten(limit, 'over')) return
  const names = [...(to.agreement.payments ?? [])].flatMap(([name, payment]) =>
    isWritten(payment, 'fee') ? [] : [name],
  )
  const choices = names.map((name) => insertedIn(to, limit, `over: [${name}]`))
  to.problems.push(problem('limit-lacks', 'wrong', limit.at, { path: limit.path, key: 'over', way }, choices))
}

const isUnfit = (way: LimitWay, key: string): boolean =>
  way === 'return-cap' ? key === 'over' || key === 'who' : key === 'of' || key === 'coupons'

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

type Payer = NonNullable<Checking['agreement']['payers']['each']>[number]

function checkPayers(to: Checking): void {
  const { payers, payments } = to.agreement
  const told = new Set<Payer>()
  for (const [name, payment] of payments ?? []) {
    // A payment that names its own payer asks nobody else.
    if (isWritten(payment, 'payer') || payers.each === undefined) continue
    const paying = payers.each.filter((payer) => !isWritten(payer, 'over') || payer.over?.includes(name))
    if (paying.length === 0 || isOfNoGroup(to, payment, paying)) {
      const facts = { path: payment.path, payment: name }
      to.problems.push(problem('payer-none', 'wrong', payment.at, facts))
    }
    for (const together of byGroups(paying)) {
      // The same payers of several payments are told once.
      if (together.length === 0 || told.has(together[0]!)) continue
      const isFound = payers.split === 'in-turn' ? checkTurns(to, together) : checkShares(to, together)
      if (isFound) told.add(together[0]!)
    }
  }
}

/** Whether a payment is for the agreement as a whole, while each who could pay it pays for some of its groups only. */
function isOfNoGroup(to: Checking, payment: Payment, paying: readonly Payer[]): boolean {
  const isOfWhole = isWritten(payment, 'fee') || goalOf(to.agreement, payment)?.for === 'the-group'
  return isOfWhole && paying.every((payer) => isWritten(payer, 'groups'))
}

/** Who shares a result between them: those who pay for its group, and those who pay for everybody. */
function byGroups(paying: readonly Payer[]): Payer[][] {
  const groups = new Set(paying.flatMap(({ groups }) => groups ?? []))
  if (groups.size === 0) return [[...paying]]
  return [...groups].map((group) =>
    paying.filter((payer) => !isWritten(payer, 'groups') || payer.groups?.includes(group)),
  )
}

function checkTurns(to: Checking, together: readonly Payer[]): boolean {
  const open = together.find((payer, index) => index < together.length - 1 && !isWritten(payer, 'up-to'))
  if (open === undefined) return false
  const choices = [insertedIn(to, open, 'up-to: undecided')]
  to.problems.push(problem('payer-turn-open', 'wrong', open.at, { path: open.path, payer: open.payer }, choices))
  return true
}

function checkShares(to: Checking, together: readonly Payer[]): boolean {
  const { payers } = to.agreement
  if (payers.split === undefined || together.some((payer) => isWritten(payer, 'share') && payer.share === undefined)) {
    return false
  }
  const sum = together.reduce<Exact>((shared, { share }) => add(shared, share ?? 0), 0)
  if (equals(sum, 1)) return false
  const without = together.find((payer) => !isWritten(payer, 'share'))
  const at = without?.at ?? payers.places['each'] ?? payers.at
  const choices = without === undefined ? [] : [insertedIn(to, without, 'share: undecided')]
  const facts = { path: payers.path, sum, payers: together.map(({ payer }) => payer), lacks: without?.payer ?? '' }
  to.problems.push(problem('payer-shares', 'wrong', at, facts, choices))
  return true
}

/** A security has the size, rate and place that its kind cannot do without. */
function checkSecurities(to: Checking): void {
  for (const security of to.agreement.security?.values() ?? []) {
    const needed = neededOfSecurity[security.kind] ?? []
    for (const key of needed.filter((one) => !isWritten(security, one))) {
      const { says } = securityFields[key as keyof typeof securityFields].shape
      to.problems.push(problem('key-missing', 'wrong', security.at, { path: security.path, key, says }))
    }
  }
}

/** An exit that counts on the planned rate needs one for each goal that pays. */
function askPlanned(to: Checking): void {
  const { exit, goals, payments } = to.agreement
  if (exit?.expected !== 'planned-rate' && exit?.expected !== 'planned-rest') return
  const paying = new Set([...(payments?.values() ?? [])].map(({ goal }) => goal))
  for (const [name, goal] of goals) {
    if (!paying.has(name) || isWritten(goal, 'planned')) continue
    const choices = ['100 %', '50 %'].map((rate) => insertedIn(to, goal, `planned: ${rate}`))
    const facts = { path: goal.path, goal: name, expected: exit.expected }
    to.problems.push(problem('planned-missing', 'unsettled', goal.at, facts, choices))
  }
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
  for (const period of [runs, referral, ...(people.cohorts?.values() ?? [])]) {
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
