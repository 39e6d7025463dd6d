/**
 * The statement: what is earned to a date, what limits leave of it, what was paid before, and what is payable.
 *
 *     payable = after limits − paid before, per payment, payer and payee
 *
 * Everything is cumulative from the first day, so a correction of an old fact shows up as a difference in the next
 * statement, also after the last one. Whether a negative difference is paid back, set off or let be is in the terms.
 */
import {
  type Day,
  type Exact,
  type Money,
  add,
  isWhole,
  multiply,
  roundTo,
  subtract,
  sum,
  toBigInt,
} from '../base/index.ts'
import { type Context, type Outcomes, isMissing } from '../outcomes/index.ts'
import { type Agreement, type TermsVersion } from '../terms/index.ts'
import { type Earned, type PaymentLine, earn } from './entries.ts'
import { inOrder, lastPaid } from './entry-order.ts'
import { withFloorLines } from './floor-lines.ts'
import { type KeptRoom, holdForKept, keptOf } from './kept.ts'
import { type LimitStage, applyLimits } from './limits.ts'
import { type Owed, owe, paymentSums } from './payers.ts'
import { type CouponsBeside, applyReturnCaps } from './return-caps.ts'
import { type IssuedStatement, type PaidLine, type StatementLine, type StatementShare } from './statement-line.ts'
import { type GoalCount, type UnpaidResult, countGoals, unpaidByAgreement } from './unpaid.ts'

export type Statement = {
  agreement: string
  currency: string
  to: Day
  knownAt: Day
  versions: string[]
  lines: StatementLine[]
  earned: Money
  /** The sum after each limit, in order. */
  afterEachLimit: { limit: number; clause: string; amount: Money }[]
  /** The limits that cannot be told yet, by their number: what they hold back waits, and is not lost. */
  openLimits: number[]
  afterLimits: Money
  paidBefore: Money
  payable: Money
  /** What no payer is left to pay, when every payer has reached its limit. */
  unplaced: Money
  /** What a cap on the investor's return holds back. */
  heldByReturnCap: Money
  /** What has been paid too much and is kept, this statement with it. */
  kept: Money
  /** The limits that it takes up, and what they hold back for it. */
  keptRooms: KeptRoom[]
  /** A negative sum carried to the next statement, where the terms set off what was paid too much. */
  carriedOver: Money
  goals: GoalCount[]
  /** Worked out when asked for: among a million people it is the longest list there is. */
  readonly unpaid: UnpaidResult[]
  /** The same one by one, and none of them kept. */
  readonly eachUnpaid: () => Iterable<UnpaidResult>
}

/** Everything a settlement worked out, kept so that any amount can be explained. */
export type Settled = {
  outcomes: Outcomes
  context: Context
  earned: Earned
  stages: LimitStage[]
  /** The amounts after every limit and rounding, by entry. */
  final: readonly Exact[]
  /** The statements on file that were taken off. */
  takenOff: readonly IssuedStatement[]
  /** In order of agreements. */
  statements: Statement[]
}

/** Settles every agreement to a date, and takes off what these statements asked for. `coupons` is asked only where a cap on return counts them. */
export function settle(outcomes: Outcomes, takenOff: readonly IssuedStatement[], coupons?: CouponsBeside): Settled {
  const context = outcomes.contexts.at(-1)!
  const earned = withFloorLines(earn(outcomes), outcomes)
  const stages = applyLimits(earned, context)
  const last = stages.at(-1)?.after ?? earned.entries.amount
  const final = roundedAmounts(last, earned, context)
  const { agreements } = context.roster
  const settled: Settled = { outcomes, context, earned, stages, final, takenOff, statements: [] }
  const sums = [earned.entries.amount, ...stages.map(({ after }) => after), final].map((amounts) =>
    paymentSums(amounts, earned, agreements.length),
  )
  const goals = countGoals(outcomes, agreements.length)
  const unpaidOf = unpaidByAgreement(outcomes, agreements.length)
  for (const agreement of agreements.keys()) {
    const own = sums.map((ofAgreement) => ofAgreement[agreement]!)
    settled.statements.push(stateAgreement(agreement, settled, own, { goals: goals[agreement]!, unpaidOf, coupons }))
  }
  return settled
}

/** Makes sums whole where the terms say: each amount, each payment's sum, or the sum of the statement. */
function roundedAmounts(amounts: readonly Exact[], earned: Earned, context: Context): readonly Exact[] {
  const { rounding } = context.agreement.settlement
  const step = multiply(rounding.to, context.minorUnits)
  if (rounding.of === 'each-amount') {
    // Each was rounded when it was earned; only a limit can have left a part of the smallest coin.
    return amounts.every(isWhole) ? amounts : amounts.map((amount) => roundTo(amount, 1, 'down'))
  }
  const rounded = [...amounts]
  const { entries } = earned
  const groups = new Map<string, number[]>()
  for (let entry = 0; entry < entries.size; entry++) {
    const payment = rounding.of === 'each-payment' ? entries.payment[entry] : ''
    const key = `${String(entries.agreement[entry])} ${String(payment)}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  for (const group of groups.values()) {
    // Every entry is made whole, and the last that is paid takes the difference, so that the sum is what the terms say.
    const whole = roundTo(sum(group.map((entry) => amounts[entry]!)), step, rounding.how)
    const ordered = Array.from(inOrder(group, entries))
    for (const entry of ordered) rounded[entry] = roundTo(amounts[entry]!, 1, 'down')
    const last = lastPaid(ordered, amounts)
    rounded[last] = add(rounded[last]!, subtract(whole, sum(ordered.map((entry) => rounded[entry]!))))
  }
  return rounded
}

/** The statement of one agreement. `sums` are by payment: before any limit, after each, and at the end. */
function stateAgreement(
  agreement: number,
  settled: Settled,
  sums: readonly Exact[][],
  {
    goals,
    unpaidOf,
    coupons,
  }: {
    goals: GoalCount[]
    unpaidOf: (agreement: number) => Iterable<UnpaidResult>
    coupons: CouponsBeside | undefined
  },
): Statement {
  let unpaid: UnpaidResult[] | undefined
  const { context, earned, stages, final, outcomes, takenOff } = settled
  const name = context.roster.agreements[agreement]!
  const before = sums.slice(0, -1)
  const last = sums.at(-1)!
  const { owed, unplaced } = owe(agreement, final, last, earned, context)
  const mine = takenOff.flatMap(({ to, lines }) =>
    lines.filter((line) => line.agreement === name).map((line) => ({ ...line, to })),
  )
  const lines = earned.payments.map((line, payment) =>
    stateLine(line, payment, before, owed, mine, stages, context, last),
  )
  lines.push(...orphanLines(mine, earned, context))
  const balanced = balance(lines, context)
  const room = holdForKept(balanced, agreement, context)
  const cap = applyReturnCaps(room.lines, mine, context, coupons)
  const total = (of: (line: StatementLine) => Money) => cap.lines.reduce((all, line) => all + of(line), 0n)
  return {
    agreement: name,
    currency: context.agreement.currency,
    to: context.to,
    knownAt: context.knownAt,
    versions: outcomes.versions.map((version: TermsVersion) => version.name),
    lines: cap.lines,
    earned: total((line) => line.earned),
    afterEachLimit: stages.map(({ limit, number }, index) => ({
      limit: number,
      clause: limit.clause,
      amount: toBigInt(roundTo(sum(before[index + 1]!), 1, 'half-up')),
    })),
    openLimits: stages.flatMap(({ number, bites }) =>
      bites.get(agreement)?.some(({ bound }) => isMissing(bound)) === true ? [number] : [],
    ),
    afterLimits: total((line) => line.afterLimits),
    paidBefore: total((line) => line.paidBefore),
    payable: total((line) => line.payable),
    unplaced,
    heldByReturnCap: cap.held,
    kept: keptOf(cap.lines, context.agreement),
    keptRooms: room.rooms,
    carriedOver:
      context.agreement.settlement.overpaid === 'set-off'
        ? balanced.reduce((all, line) => all + line.afterLimits - line.paidBefore - line.payable, -unplaced)
        : 0n,
    goals,
    get unpaid() {
      return (unpaid ??= [...unpaidOf(agreement)])
    },
    eachUnpaid: () => unpaidOf(agreement),
  }
}

function stateLine(
  { name, payment: terms }: PaymentLine,
  payment: number,
  before: readonly Exact[][],
  owed: readonly Owed[],
  issued: readonly PaidLine[],
  stages: readonly LimitStage[],
  context: Context,
  sums: readonly Exact[],
): StatementLine {
  const whole = (amount: Exact) => toBigInt(roundTo(amount, 1, 'half-up'))
  const parts = owed.filter((part) => part.payment === payment)
  const pairs = new Map<string, StatementShare>()
  const shareOf = (payer: string, payee: string) => {
    const key = `${payer} ${payee}`
    const share = pairs.get(key) ?? { payer, payee, owed: 0n, paidBefore: 0n, payable: 0n }
    pairs.set(key, share)
    return share
  }
  for (const part of parts) shareOf(part.payer, part.payee).owed += part.amount
  for (const line of issued) if (line.payment === name) shareOf(line.payer, line.payee).paidBefore += line.payable
  const shares = [...pairs.values()].map((share) => ({ ...share, payable: differenceOf(share, context.agreement) }))
  return {
    payment: name,
    clause: terms.clause,
    earned: whole(before[0]![payment]!),
    withheld: stages.map(({ number }, index) => ({
      limit: number,
      amount: whole(before[index]![payment]!) - whole(before[index + 1]![payment]!),
    })),
    afterLimits: toBigInt(sums[payment]!),
    paidBefore: shares.reduce((all, share) => all + share.paidBefore, 0n),
    payable: shares.reduce((all, share) => all + share.payable, 0n),
    heldForKept: 0n,
    shares,
  }
}

/** What is owed and was not paid before. What is kept is not claimed back, and stays paid before in the next statement. */
function differenceOf({ owed, paidBefore }: StatementShare, { settlement }: Agreement): Money {
  return owed < paidBefore && settlement.overpaid === 'kept' ? 0n : owed - paidBefore
}

/** Payments of earlier statements that the terms no longer know keep a line, or what was paid would vanish. */
function orphanLines(issued: readonly PaidLine[], earned: Earned, { agreement }: Context): StatementLine[] {
  const known = new Set(earned.payments.map(({ name }) => name))
  const names = [...new Set(issued.map(({ payment }) => payment))].filter((name) => !known.has(name))
  return names.map((payment): StatementLine => {
    const pairs = new Map<string, StatementShare>()
    for (const { payer, payee, payable } of issued.filter((line) => line.payment === payment)) {
      const share = pairs.get(`${payer} ${payee}`) ?? { payer, payee, owed: 0n, paidBefore: 0n, payable: 0n }
      share.paidBefore += payable
      pairs.set(`${payer} ${payee}`, share)
    }
    const shares = [...pairs.values()].map((share) => ({ ...share, payable: differenceOf(share, agreement) }))
    const total = (of: (share: StatementShare) => Money) => shares.reduce((all, share) => all + of(share), 0n)
    const [paidBefore, payable] = [total((share) => share.paidBefore), total((share) => share.payable)]
    return {
      payment,
      clause: '',
      earned: 0n,
      withheld: [],
      afterLimits: 0n,
      paidBefore,
      payable,
      heldForKept: 0n,
      shares,
    }
  })
}

/** What was paid too much is set off against the other lines of the same payer and payee, never below nothing in all. */
function balance(lines: StatementLine[], context: Context): StatementLine[] {
  if (context.agreement.settlement.overpaid !== 'set-off') return lines
  const pairs = new Map<string, StatementShare[]>()
  for (const share of lines.flatMap((line) => line.shares)) {
    const key = `${share.payer} ${share.payee}`
    pairs.set(key, [...(pairs.get(key) ?? []), share])
  }
  for (const shares of pairs.values()) {
    const total = shares.reduce((all, share) => all + share.payable, 0n)
    if (total >= 0n) continue
    // Nothing is left to set off against: the rest waits for the next statement.
    let rest = -total
    for (const share of shares) {
      const waits = share.payable < 0n ? (-share.payable < rest ? -share.payable : rest) : 0n
      share.payable += waits
      rest -= waits
    }
  }
  return lines.map((line) => ({ ...line, payable: line.shares.reduce((all, share) => all + share.payable, 0n) }))
}
