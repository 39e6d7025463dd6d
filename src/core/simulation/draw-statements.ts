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
  /** By group: the day of its first slot. */
  dayOf: Day[]
  sums: Float64Array
  present: Uint8Array
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
  private slotSum = new Float64Array(0)
  private slotCount = new Int32Array(0)
  /** Earnings by the statement on which they begin, and by that on which they are gone again. */
  private beginning: Int32Array[] = []
  private ending: Int32Array[] = []
  /** Slots in the order of paying. */
  private order = new Int32Array(0)
  private before: number[] = []
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
    this.before = slots.map(() => 0)
    const numbered = (wanted: (statement: number, earning: number) => boolean) =>
      this.nobody.map((_, statement) =>
        Int32Array.from(earnings.keys()).filter((earning) => wanted(statement, earning)),
      )
    this.beginning = numbered((statement, earning) => earnings[earning]!.first === statement)
    this.ending = numbered((statement, earning) => earnings[earning]!.last === statement - 1)
    const order = [...slots.keys()].sort((a, b) => byPaying(slots[a]!, slots[b]!))
    this.order = Int32Array.from(order)
    for (const limit of this.limits) groupSlots(limit, slots, this.order)
  }

  /** Begins a draw. */
  begin(): void {
    this.arrange()
    this.counts.fill(0)
    for (const earning of this.earnings.fixed) this.counts[earning]!++
  }

  add(life: number): void {
    this.earnings.count(life, this.counts)
  }

  /** Works out every statement of the draw, into `payable`. */
  finish(): void {
    this.slotSum.fill(0)
    this.slotCount.fill(0)
    this.paid.fill(0)
    this.payable.fill(0)
    for (let statement = 0; statement < this.nobody.length; statement++) {
      this.addUp(statement)
      const { slotSum, before } = this
      for (let slot = 0; slot < slotSum.length; slot++) before[slot] = slotSum[slot]!
      for (const limit of this.limits) this.apply(limit, statement)
      this.pay(statement)
    }
  }

  private addUp(statement: number): void {
    const { counts, slotSum, slotCount } = this
    const { earnings, lines } = this.earnings
    for (const earning of this.ending[statement]!) {
      const { slot, amount } = earnings[earning]!
      slotSum[slot]! -= counts[earning]! * amount
      slotCount[slot]! -= counts[earning]!
    }
    const begins = this.beginning[statement]!
    for (let at = 0; at < begins.length; at++) {
      const earning = begins[at]!
      const count = counts[earning]!
      if (count === 0) continue
      const { slot, amount } = earnings[earning]!
      slotSum[slot]! += count * amount
      slotCount[slot]! += count
    }
    for (const line of lines) {
      const { slot, first, last } = earnings[line]!
      slotCount[slot] = 0
      if (first <= statement && statement <= last && this.isAlone(slot)) slotCount[slot] = 1
    }
  }

  /** Whether nothing else was earned where a floor's line of nothing stands; only then is it there. */
  private isAlone(line: number): boolean {
    const { slots } = this.earnings
    const { groupOf } = this.limits.find(({ number }) => number === slots[line]!.floor)!
    for (let slot = 0; slot < slots.length; slot++) {
      if (slots[slot]!.floor === 0 && groupOf[slot] === groupOf[line] && this.slotCount[slot]! > 0) return false
    }
    return true
  }

  private apply(limit: CommonLimit, statement: number): void {
    const { order, slotCount, before } = this
    const { groupOf, groupCount, sums, present, dayOf } = limit
    const rule = limit.rules[statement]!
    sums.fill(0)
    present.fill(0)
    for (let at = 0; at < order.length; at++) {
      const slot = order[at]!
      const group = groupOf[slot]!
      if (group < 0 || slotCount[slot] === 0) continue
      sums[group]! += before[slot]!
      present[group] = 1
    }
    let after: number[] | undefined
    for (let group = 0; group < groupCount; group++) {
      const sum = sums[group]!
      if (present[group] === 0 || !rule.bites(sum, dayOf[group]!)) continue
      const members: number[] = []
      for (const slot of order) if (groupOf[slot] === group && slotCount[slot]! > 0) members.push(slot)
      after ??= before.slice()
      rule.leave(members, sum, before, after)
    }
    if (after !== undefined) this.before = after
  }

  private pay(statement: number): void {
    const { owed, paid, before, payers, payable, pairs } = this
    const { slots } = this.earnings
    const sums = new Float64Array(payers.length)
    for (let slot = 0; slot < before.length; slot++)
      if (this.slotCount[slot]! > 0) sums[slots[slot]!.payment]! += before[slot]!
    const first = statement * pairs.length
    payers.forEach(({ firstPart, parts, split }, payment) => {
      if (parts > 0) split(sums[payment]!, owed, firstPart)
    })
    for (const { firstPart, parts, pairs: own } of payers) {
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
    present: new Uint8Array(0),
  }
}

function groupSlots(limit: CommonLimit, slots: readonly Slot[], order: Int32Array): void {
  const groups = new Map<string, number>()
  limit.groupOf = new Int32Array(slots.length).fill(-1)
  limit.dayOf = []
  for (const at of order) {
    const { payment, day } = slots[at]!
    if (!limit.isOver[payment]) continue
    const isByPayment = limit.limit.per === 'payment' || limit.limit.per === 'payment-and-year'
    const key = `${isByPayment ? payment : ''} ${periodOf(limit.limit, day)?.from ?? ''}`
    if (!groups.has(key)) {
      groups.set(key, groups.size)
      limit.dayOf.push(day)
    }
    limit.groupOf[at] = groups.get(key)!
  }
  limit.groupCount = groups.size
  limit.sums = new Float64Array(groups.size)
  limit.present = new Uint8Array(groups.size)
}
