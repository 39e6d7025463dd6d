/**
 * Entries: what each result is worth before any limit, as columns.
 *
 *     per-met    price, when the goal is met             per-unit    price × the goal's quantity
 *     amount     whatever the expression gives            fee         a sum on its days, whatever the results
 *
 * A quantity that comes on several dates may be counted up before it is priced: see `reckoned.ts`.
 *
 * An entry is one payment for one result. A result worth nothing has no entry; why it has none is asked of the result.
 */
import { type Day, type Exact, equals, isZero, multiply, roundTo, sign } from '../base/index.ts'
import {
  NOBODY,
  NO_DAY,
  type Context,
  type GoalResults,
  type Operator,
  type Outcomes,
  type Row,
  Status,
  compileCondition,
  compileSchedule,
  compileValue,
  groupNames,
  isMissing,
  rowFor,
  standOnOccasion,
  type Value,
} from '../outcomes/index.ts'
import { type Agreement, type Payment } from '../terms/index.ts'
import { compileReckoned } from './reckoned.ts'

export type EntryColumns = {
  /** Index into `payments`. */
  payment: Int32Array
  /** Row of the goal's results; −1 for a fee; −1 − n for a line that the floor of limit n stands on. */
  result: Int32Array
  version: Int32Array
  who: Int32Array
  /** The group, where the entry is about nobody in particular. */
  scope: Int32Array
  agreement: Int32Array
  day: Int32Array
}

export type Entries = EntryColumns & {
  size: number
  /** In minor units. Whole once rounded; a fraction until then where the terms round only sums. */
  amount: Exact[]
  /** The entries of agreement a are ofAgreement[firstOf[a]] … ofAgreement[firstOf[a + 1] − 1], in their own order. */
  firstOf: Int32Array
  ofAgreement: Int32Array
}

/** A payment as its newest version names it. */
export type PaymentLine = { name: string; payment: Payment }

/** What was earned, in the versions of the terms that it was earned under. */
export type Earned = { payments: PaymentLine[]; entries: Entries; contexts: readonly Context[] }

/** A line beside those of results and fees: of nothing, for a floor to stand on, or of what is expected. */
export type FloorLine = { [Column in keyof EntryColumns]: number }

/** The limit whose floor stands on the entry; nothing where the entry is of a result or a fee. */
export const limitOfLine = (result: number): number | undefined => (result < -1 ? -1 - result : undefined)

/** The payments of all versions, by name, the newest wording of each. */
function paymentsOf(agreements: readonly Agreement[]): PaymentLine[] {
  const payments = new Map<string, Payment>()
  for (const agreement of agreements)
    for (const [name, payment] of agreement.payments ?? []) payments.set(name, payment)
  return [...payments].map(([name, payment]) => ({ name, payment }))
}

/** Works out every payment of every result: in the order of the annex, then of the roster, whatever version governs. */
export function earn(outcomes: Outcomes): Earned {
  const payments = paymentsOf(outcomes.versions.map(({ agreement }) => agreement))
  const entries = new EntryList()
  payments.forEach(({ name }, index) => {
    const ofVersions = outcomes.contexts.map((context) => context.agreement.payments?.get(name))
    ofVersions.forEach((payment, version) => {
      if (payment?.fee !== undefined) earnFees(payment, outcomes.contexts[version]!, version, index, entries)
    })
    earnResults(ofVersions, index, outcomes, entries)
  })
  return {
    payments,
    entries: entries.finish(outcomes.contexts[0]!.roster.agreements.length),
    contexts: outcomes.contexts,
  }
}

type SevenColumns = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]

/** Entries gathered in growing columns. */
class EntryList {
  private size = 0
  private columns = Array.from({ length: 7 }, () => new Int32Array(1024)) as SevenColumns
  private readonly amount: Exact[] = []

  /** An entry of the row's subject or group, on a day that need not be the row's. */
  add(payment: number, result: number, version: number, row: Row, day: Day, amount: Exact): void {
    if (this.size === this.columns[0].length) this.columns = this.columns.map(doubled) as SevenColumns
    const { columns } = this
    const at = this.size++
    columns[0][at] = payment
    columns[1][at] = result
    columns[2][at] = version
    columns[3][at] = row.who
    columns[4][at] = row.agreement
    columns[5][at] = day
    columns[6][at] = row.scope
    this.amount.push(amount)
  }

  finish(agreementCount: number): Entries {
    const [payment, result, version, who, agreement, day, scope] = this.columns.map((column) =>
      column.subarray(0, this.size),
    ) as SevenColumns
    const { first, members } = sortedByGroup(agreement, agreementCount)
    return {
      size: this.size,
      payment,
      result,
      version,
      who,
      scope,
      agreement,
      day,
      amount: this.amount,
      firstOf: first,
      ofAgreement: members,
    }
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}

/** A counting sort: the numbers of each group together, in their own order; −1 is in no group. */
export function sortedByGroup(groupOf: Int32Array, count: number): { first: Int32Array; members: Int32Array } {
  const first = new Int32Array(count + 1)
  for (const group of groupOf) if (group >= 0) first[group + 1]!++
  for (let group = 0; group < count; group++) first[group + 1]! += first[group]!
  const members = new Int32Array(first[count]!)
  const next = first.slice(0, count)
  for (let at = 0; at < groupOf.length; at++) {
    const group = groupOf[at]!
    if (group >= 0) members[next[group]!++] = at
  }
  return { first, members }
}

/** The entries with lines among them, each after those of its payment. A line is of nothing, or of its own amount. */
export function withLines(earned: Earned, lines: readonly FloorLine[], amounts: readonly Exact[] = []): Earned {
  const { entries, payments, contexts } = earned
  const all = (name: keyof EntryColumns) => {
    const column = new Int32Array(entries.size + lines.length)
    column.set(entries[name])
    lines.forEach((line, at) => (column[entries.size + at] = line[name]))
    return column
  }
  const { members } = sortedByGroup(all('payment'), payments.length)
  const put = (name: keyof EntryColumns) => {
    const column = all(name)
    return members.map((entry) => column[entry]!)
  }
  const agreement = put('agreement')
  const { first, members: ofAgreement } = sortedByGroup(agreement, contexts[0]!.roster.agreements.length)
  const columns: EntryColumns = {
    payment: put('payment'),
    result: put('result'),
    version: put('version'),
    who: put('who'),
    scope: put('scope'),
    agreement,
    day: put('day'),
  }
  const amount = Array.from(members, (entry): Exact =>
    entry < entries.size ? entries.amount[entry]! : (amounts[entry - entries.size] ?? 0),
  )
  return { ...earned, entries: { ...columns, size: members.length, amount, firstOf: first, ofAgreement } }
}

/** The groups an entry belongs to. A group's row is one of its own version's; people are grouped by the newest terms. */
export function groupNamesOf(
  { who, scope, version }: EntryColumns,
  entry: number,
  contexts: readonly Context[],
  kind?: 'authority' | 'cohort' | 'track',
): string[] {
  const context = who[entry] === NOBODY ? contexts[version[entry]!]! : contexts.at(-1)!
  return groupNames(context, who[entry]!, scope[entry]!, kind)
}

/** The entries of one agreement, in their own order. */
export function entriesOf(entries: Entries, agreement: number): Int32Array {
  return entries.ofAgreement.subarray(entries.firstOf[agreement], entries.firstOf[agreement + 1])
}

/** One payment as its versions have it. Each result earns by the version that governs it. */
function earnResults(
  ofVersions: readonly (Payment | undefined)[],
  index: number,
  outcomes: Outcomes,
  entries: EntryList,
): void {
  const tariffs = ofVersions.map((payment, version) => tariffOf(payment, outcomes.contexts[version]!))
  const goals = new Set(tariffs.flatMap((tariff) => (tariff === undefined ? [] : [tariff.goal])))
  const lists = [...goals].flatMap((goal) => outcomes.results.get(goal) ?? [])
  const row = rowFor(NOBODY, 0)
  inRosterOrder(lists, (results, result) => {
    const version = results.version[result]!
    const tariff = tariffs[version]
    const status = results.status[result]!
    if (tariff === undefined || tariff.goal !== results.goal || !tariff.isWorthLooking(status)) return
    const amount = tariff.worth(standOn(row, results, result), status)
    if (!isMissing(amount) && !isZero(amount)) entries.add(index, result, version, row, results.day[result]!, amount)
  })
}

function tariffOf(payment: Payment | undefined, context: Context) {
  const goal = payment?.goal === undefined ? undefined : context.agreement.goals.get(payment.goal)
  if (payment?.goal === undefined || goal === undefined || goal.agreed !== undefined) return undefined
  return { goal: payment.goal, worth: compileWorth(payment, context), isWorthLooking: compileDecided(payment) }
}

/**
 * Every result of some goals, those of one person together. Each goal's results stand in the order of the roster, which is
 * that of the ids; almost always there is one goal, since few payments change theirs from one version to the next.
 */
function inRosterOrder(lists: readonly GoalResults[], visit: (results: GoalResults, result: number) => void): void {
  const next = lists.map(() => 0)
  for (;;) {
    let first = -1
    for (let list = 0; list < lists.length; list++) {
      if (next[list]! >= lists[list]!.size) continue
      if (first < 0 || lists[list]!.who[next[list]!]! < lists[first]!.who[next[first]!]!) first = list
    }
    if (first < 0) return
    visit(lists[first]!, next[first]!++)
  }
}

/** Moves the cursor to a result of a goal. */
export function standOn(row: Row, results: GoalResults, result: number): Row {
  row.who = results.who[result]!
  row.scope = results.scope[result]!
  row.agreement = results.agreement[result]!
  row.day = results.day[result]!
  row.previous = results.previous[result]!
  row.number = results.number[result]!
  row.quantity = results.quantity?.[result] ?? 0
  return row
}

/** A payment may name the dates of its goal. */
export function contextOf(payment: Payment, context: Context): Context {
  const goal = payment.goal === undefined ? undefined : context.agreement.goals.get(payment.goal)
  return goal === undefined ? context : { ...context, goal }
}

/**
 * What a result is worth, in minor units and rounded as the terms say; missing while it is not decided. What is worth
 * nothing anyhow is decided, whether the payment's condition can be told or not.
 */
export function compileWorth(payment: Payment, plain: Context): (row: Row, status: number) => Value {
  const context = contextOf(payment, plain)
  const gate = payment.onlyIf === undefined ? undefined : compileCondition(payment.onlyIf, context)
  const freely = compileFreely(payment, context)
  const isDecided = compileDecided(payment)
  return (row, status) => {
    if (!isDecided(status)) return 0
    if (gate === undefined) return freely(row)
    const open = gate(row)
    if (!isMissing(open) && open === 0) return 0
    const amount = freely(row)
    return isMissing(open) && amount !== 0 ? open : amount
  }
}

/** What a decided result is worth, whatever the condition of its payment. */
function compileFreely(payment: Payment, context: Context): Operator {
  const given = compileReckoned(payment, context, compileRule(payment, context))
  const { rounding } = context.agreement.settlement
  const step = multiply(rounding.to, context.minorUnits)
  return (row) => {
    const amount = given(row)
    if (isMissing(amount)) return amount
    if (sign(amount) < 0 && payment.ifNegative === 'nothing') return 0
    return rounding.of === 'each-amount' ? roundTo(amount, step, rounding.how) : amount
  }
}

/**
 * What a payment's condition answers where it keeps a result from earning: no, or that it cannot be told. Nothing where it is
 * met, and where the result would have earned nothing anyhow.
 */
export function compileClosed(payment: Payment, plain: Context): (row: Row, status: number) => Value | undefined {
  if (payment.onlyIf === undefined) return () => undefined
  const gate = compileCondition(payment.onlyIf, contextOf(payment, plain))
  const freely = compileWorth({ ...payment, onlyIf: undefined }, plain)
  return (row, status) => {
    const open = gate(row)
    if (!isMissing(open) && open !== 0) return undefined
    return freely(row, status) === 0 ? undefined : open
  }
}

/** What the payment's own rule gives for the quantity the row stands on. */
export function compileRule(payment: Payment, context: Context): Operator {
  const price = compileValue((payment.perMet ?? payment.perUnit ?? payment.amount ?? payment.fee)!, context)
  if (payment.perUnit === undefined) return price
  return (row) => {
    const unit = price(row)
    if (isMissing(unit)) return unit
    return isMissing(row.quantity) ? row.quantity : multiply(unit, row.quantity)
  }
}

/** Whether a status is worth anything at all. */
function compileDecided({ perMet }: Payment): (status: number) => boolean {
  return perMet !== undefined
    ? (status) => status === Status.met
    : (status) => status === Status.met || status === Status.missed || status === Status.measured
}

/** Moves the cursor of an agreement to the date on which a fee came to an amount. */
export function standOnFee(row: Row, payment: Payment, context: Context, day: Day, amount: Exact): Row {
  row.scope = row.agreement
  const worth = compileFee(payment, context)
  const occasions = compileSchedule(payment.due!, context)(row)
  for (let at = 0; at < occasions.count; at++) {
    standOnOccasion(row, occasions, at)
    if (row.day !== day) continue
    const came = worth(row, Status.measured)
    if (!isMissing(came) && equals(came, amount)) break
  }
  return row
}

const compileFee = (payment: Payment, context: Context) =>
  compileWorth({ ...payment, perMet: undefined, amount: payment.fee }, context)

function earnFees(payment: Payment, context: Context, version: number, index: number, entries: EntryList): void {
  for (const { row, amount } of feesOf(payment, context, version)) {
    if (!isMissing(amount) && !isZero(amount)) entries.add(index, -1, version, row, row.day, amount)
  }
}

/** A fee on each of its days that have come under a version, and what it comes to; the row is used again for the next. */
export function* feesOf(payment: Payment, context: Context, version: number): Generator<{ row: Row; amount: Value }> {
  const worth = compileFee(payment, context)
  const due = compileSchedule(payment.due!, context)
  for (const scope of context.scopes) {
    if (scope.key !== '') continue
    const row = rowFor(NOBODY, scope.agreement)
    row.scope = scope.agreement
    const occasions = due(row)
    for (let at = 0; at < occasions.count; at++) {
      standOnOccasion(row, occasions, at)
      const { day } = row
      if (day === NO_DAY || day > context.to || context.versionFor(NOBODY, day) !== version) continue
      yield { row, amount: worth(row, Status.measured) }
    }
  }
}
