/**
 * The statements of one draw, from what its lives earn: sums, limits on sums, payers, and what was paid before.
 *
 *     sums by payment and day   →   each limit in the order of the annex   →   owed by payer   →   less what was paid
 *
 * What a limit leaves of a sum is asked of settlement's own rule (`limitRule`). Amounts are whole minor units.
 */
import { type Day } from '../base/index.ts'
import { type LimitRule, type PaymentLine, type Settled, limitRule, periodOf } from '../settlement/index.ts'
import { type Agreement, type Limit } from '../terms/index.ts'
import { type LifeEarnings, type Slot } from './life-earnings.ts'
import { type Splitter, splitterOf } from './shares.ts'
import { partLimits } from './way.ts'

/** Who pays whom: the columns of what statements ask for. */
export type Pair = { payer: string; payee: string }

type CommonLimit = {
  /** Its place among all limits of the annex. */
  number: number
  limit: Limit
  /** Whether a payment is under it. */
  isOver: boolean[]
  /** By statement. */
  rules: LimitRule[]
  /** By slot, −1 for none. */
  groupOf: Int32Array
  groupCount: number
  /** By group: the day of its first slot, the sum before any limit, and how many earnings it has. */
  dayOf: Day[]
  sums: Float64Array
  counts: Int32Array
}

type Payer = { firstPart: number; parts: number; split: Splitter; pairs: number[] }

export class DrawStatements {
  readonly pairs: Pair[] = []
  /** Payable by statement and pair, at `statement × pairs.length + pair`, of the draw last finished. */
  payable = new Float64Array(0)
  private readonly limits: CommonLimit[]
  private readonly payers: Payer[]
  private readonly overpaid: Agreement['settlement']['overpaid']
  private counts = new Int32Array(0)
  private slotOf = new Int32Array(0)
  private amountOf = new Float64Array(0)
  private slotSum = new Float64Array(0)
  private slotCount = new Int32Array(0)
  /** By payment, before any limit, and after all of them. */
  private readonly earned: Float64Array
  private readonly left: Float64Array
  /** Earnings by the statement on which they begin, and by that on which they are gone again. */
  private beginning: Int32Array[] = []
  private ending: Int32Array[] = []
  /** Slots in the order of paying. */
  private order = new Int32Array(0)
  /** By slot: what the limits so far have left, and 1 for a slot that is there. */
  private amounts: number[] = []
  private present = new Uint8Array(0)
  private readonly owed: Float64Array
  private readonly paid: Float64Array

  constructor(
    private readonly earnings: LifeEarnings,
    private readonly nobody: readonly Settled[],
  ) {
    const { agreement } = nobody.at(-1)!.context
    const { payments } = nobody.at(-1)!.earned
    this.overpaid = agreement.settlement.overpaid
    const { personal, common } = partLimits(agreement)
    this.limits = common.map((limit, at) => commonLimit(limit, personal.length + at + 1, payments, nobody))
    let parts = 0
    this.payers = payments.map((line) => {
      const payer = this.payerOf(line, agreement, parts)
      parts += payer.parts
      return payer
    })
    this.earned = new Float64Array(payments.length)
    this.left = new Float64Array(payments.length)
    this.owed = new Float64Array(parts)
    this.paid = new Float64Array(parts)
    this.payable = new Float64Array(nobody.length * this.pairs.length)
  }

  private payerOf({ name, payment }: PaymentLine, { payers }: Agreement, firstPart: number): Payer {
    const rows = payers.each.filter(({ over }) => over === undefined || over.includes(name))
    const own = payment.payer === undefined ? rows : [{ payer: payment.payer, payee: rows[0]?.payee ?? '', share: 1 }]
    const pairs = own.map(({ payer, payee }) => this.pairNumber({ payer, payee: payment.payee ?? payee }))
    const split = own.length === 0 ? () => undefined : splitterOf(own.map(({ share }) => share ?? 1))
    return { firstPart, parts: own.length, split, pairs }
  }

  private pairNumber({ payer, payee }: Pair): number {
    const known = this.pairs.findIndex((pair) => pair.payer === payer && pair.payee === payee)
    return known >= 0 ? known : this.pairs.push({ payer, payee }) - 1
  }

  /** Makes room for lives learnt since the last time. */
  private arrange(): void {
    const { slots, earnings } = this.earnings
    if (this.counts.length === earnings.length && this.order.length === slots.length) return
    this.counts = new Int32Array(earnings.length)
    this.slotSum = new Float64Array(slots.length)
    this.slotCount = new Int32Array(slots.length)
    this.amounts = slots.map(() => 0)
    this.present = new Uint8Array(slots.length)
    this.slotOf = Int32Array.from(earnings, ({ slot }) => slot)
    this.amountOf = Float64Array.from(earnings, ({ amount }) => amount)
    const numbered = (wanted: (statement: number, earning: number) => boolean) =>
      this.nobody.map((_, statement) =>
        Int32Array.from(earnings.keys()).filter((earning) => wanted(statement, earning)),
      )
    this.beginning = numbered((statement, earning) => earnings[earning]!.first === statement)
    this.ending = numbered((statement, earning) => earnings[earning]!.last === statement - 1)
    const order = [...slots.keys()].sort((a, b) => byPaying(slots[a]!, slots[b]!))
    this.order = Int32Array.from(order)
    const { agreement } = this.nobody[0]!.context
    for (const limit of this.limits) groupSlots(limit, slots, this.order, agreement)
  }

  /** Begins a draw. */
  begin(): void {
    this.arrange()
    this.counts.fill(0)
    for (const earning of this.earnings.fixed) this.counts[earning]!++
  }

  addAll(lives: Int32Array, from: number, until: number): void {
    this.earnings.count(lives, from, until, this.counts)
  }

  /** Works out every statement of the draw, into `payable`. */
  finish(): void {
    const { limits, earned, left } = this
    this.slotSum.fill(0)
    this.slotCount.fill(0)
    earned.fill(0)
    this.paid.fill(0)
    this.payable.fill(0)
    for (const { sums, counts } of limits) {
      sums.fill(0)
      counts.fill(0)
    }
    for (let statement = 0; statement < this.nobody.length; statement++) {
      this.addUp(this.ending[statement]!, -1)
      this.addUp(this.beginning[statement]!, 1)
      const first = this.firstBiting(statement)
      if (first < limits.length) this.applyFrom(first, statement)
      else left.set(earned)
      this.pay(statement)
    }
  }

  /** Adds what begins, or takes off what ends, to the sums of slots, payments and groups. */
  private addUp(earnings: Int32Array, sign: number): void {
    const { counts, slotOf, amountOf, slotSum, slotCount, limits, earned } = this
    const { slots } = this.earnings
    for (let at = 0; at < earnings.length; at++) {
      const earning = earnings[at]!
      const count = counts[earning]! * sign
      if (count === 0) continue
      const slot = slotOf[earning]!
      const sum = count * amountOf[earning]!
      slotSum[slot]! += sum
      slotCount[slot]! += count
      earned[slots[slot]!.payment]! += sum
      for (let number = 0; number < limits.length; number++) {
        const limit = limits[number]!
        const group = limit.groupOf[slot]!
        if (group < 0) continue
        limit.sums[group]! += sum
        limit.counts[group]! += count
      }
    }
  }

  /** The first limit that changes anything; most statements have none, and need no look at single slots. */
  private firstBiting(statement: number): number {
    const { limits } = this
    for (let number = 0; number < limits.length; number++) {
      const { rules, groupCount, counts, sums, dayOf, limit } = limits[number]!
      for (let group = 0; group < groupCount; group++) {
        if (counts[group] === 0 && limit.floor === undefined) continue
        if (rules[statement]!.bites(sums[group]!, dayOf[group]!)) return number
      }
    }
    return limits.length
  }

  /** Applies the limits from one on, slot by slot. */
  private applyFrom(first: number, statement: number): void {
    const { slotSum, limits, left, present, amounts } = this
    const { slots } = this.earnings
    this.findPresent(statement)
    for (let slot = 0; slot < amounts.length; slot++) amounts[slot] = slotSum[slot]!
    for (let number = first; number < limits.length; number++) this.apply(limits[number]!, statement, number === first)
    left.fill(0)
    for (let slot = 0; slot < amounts.length; slot++)
      if (present[slot] === 1) left[slots[slot]!.payment]! += amounts[slot]!
  }

  /** A slot is there when something was earned on it. A floor's line of nothing is there only where nothing else is. */
  private findPresent(statement: number): void {
    const { slotCount, limits, present } = this
    const { slots, earnings, lines } = this.earnings
    for (let slot = 0; slot < present.length; slot++) present[slot] = slotCount[slot]! > 0 ? 1 : 0
    for (const line of lines) {
      const { slot, first, last } = earnings[line]!
      const floor = limits.find(({ number }) => number === slots[slot]!.floor)!
      const isAlone = floor.counts[floor.groupOf[slot]!] === 0
      present[slot] = isAlone && first <= statement && statement <= last ? 1 : 0
    }
  }

  private apply(limit: CommonLimit, statement: number, isFirst: boolean): void {
    const { groupOf, groupCount, dayOf, sums, counts } = limit
    const { amounts, present, order } = this
    const rule = limit.rules[statement]!
    const left = isFirst ? sums : new Float64Array(groupCount)
    if (!isFirst)
      for (const slot of order) if (groupOf[slot]! >= 0) left[groupOf[slot]!]! += amounts[slot]! * present[slot]!
    let before: number[] | undefined
    for (let group = 0; group < groupCount; group++) {
      const mayBeThere = counts[group]! > 0 || limit.limit.floor !== undefined
      if (!mayBeThere || !rule.bites(left[group]!, dayOf[group]!)) continue
      const members: number[] = []
      for (let at = 0; at < order.length; at++) {
        const slot = order[at]!
        if (groupOf[slot] === group && present[slot] === 1) members.push(slot)
      }
      if (members.length === 0) continue
      before ??= amounts.slice()
      rule.leave(members, left[group]!, before, amounts)
    }
  }

  private pay(statement: number): void {
    const { owed, paid, left, payers, payable, pairs } = this
    const first = statement * pairs.length
    for (let payment = 0; payment < payers.length; payment++) {
      const { firstPart, parts, split, pairs: own } = payers[payment]!
      if (parts > 0) split(left[payment]!, owed, firstPart)
      for (let part = 0; part < parts; part++) {
        const at = firstPart + part
        const due = owed[at]! - paid[at]!
        const asked = due < 0 && this.overpaid === 'kept' ? 0 : due
        paid[at]! += asked
        payable[first + own[part]!]! += asked
      }
    }
    if (this.overpaid === 'set-off') this.setOff(statement)
  }

  /** Nothing is asked back: what a payee has had too much waits for the next statement. */
  private setOff(statement: number): void {
    const { payable, pairs, payers, paid } = this
    const first = statement * pairs.length
    for (let pair = 0; pair < pairs.length; pair++) {
      const rest = payable[first + pair]!
      if (rest >= 0) continue
      payable[first + pair] = 0
      const payer = payers.find((one) => one.pairs.includes(pair))!
      // Within a pair only the sum matters, so that any of its parts may carry what waits.
      paid[payer.firstPart + payer.pairs.indexOf(pair)]! -= rest
    }
  }
}

function byPaying(a: Slot, b: Slot): number {
  return a.day - b.day || a.payment - b.payment
}

function commonLimit(
  limit: Limit,
  number: number,
  payments: readonly PaymentLine[],
  nobody: readonly Settled[],
): CommonLimit {
  return {
    number,
    limit,
    isOver: payments.map(({ name }) => limit.over === undefined || limit.over.includes(name)),
    rules: nobody.map(({ context }) => limitRule(limit, 0, context)),
    groupOf: new Int32Array(0),
    groupCount: 0,
    dayOf: [],
    sums: new Float64Array(0),
    counts: new Int32Array(0),
  }
}

function groupSlots(limit: CommonLimit, slots: readonly Slot[], order: Int32Array, agreement: Agreement): void {
  const groups = new Map<string, number>()
  limit.groupOf = new Int32Array(slots.length).fill(-1)
  limit.dayOf = []
  for (const at of order) {
    const { payment, day } = slots[at]!
    if (!limit.isOver[payment]) continue
    const isByPayment = limit.limit.per === 'payment' || limit.limit.per === 'payment-and-year'
    const key = `${isByPayment ? payment : ''} ${periodOf(limit.limit, day, agreement)?.from ?? ''}`
    if (!groups.has(key)) {
      groups.set(key, groups.size)
      limit.dayOf.push(day)
    }
    limit.groupOf[at] = groups.get(key)!
  }
  limit.groupCount = groups.size
  limit.sums = new Float64Array(groups.size)
  limit.counts = new Int32Array(groups.size)
}
