/**
 * Limits that look at single amounts: applied to the sums of slots, payment by payment and day by day.
 *
 * Only where a limit bites, and where the sum of its group does not say what it leaves of each payment.
 */
import { type CommonLimit } from './common-limit.ts'
import { type LifeEarnings, type Slot } from './life-earnings.ts'

export class SlotLimits {
  private lives: Int32Array = new Int32Array(0)
  private from = 0
  private until = 0
  private isCounted = false
  /** By earning, how many there are in the draw. */
  private counts = new Int32Array(0)
  private slotSum = new Float64Array(0)
  private slotCount = new Int32Array(0)
  /** Slots in the order of paying. */
  private order = new Int32Array(0)
  /** By slot: what the limits so far have left, and 1 for a slot that is there. */
  private amounts: number[] = []
  private present = new Uint8Array(0)

  constructor(
    private readonly limits: readonly CommonLimit[],
    private readonly earnings: LifeEarnings,
    private readonly payments: number,
  ) {}

  /** Begins a draw. */
  begin(lives: Int32Array, from: number, until: number): void {
    this.lives = lives
    this.from = from
    this.until = until
    this.isCounted = false
  }

  /** What is left of each payment, when limits are applied from one on, whose groups have their sums and counts. */
  apply(first: number, statement: number, left: Float64Array): void {
    this.count()
    const { limits, amounts, present } = this
    const { slots } = this.earnings
    this.sumUp(statement)
    this.findPresent(statement)
    for (let slot = 0; slot < slots.length; slot++) amounts[slot] = this.slotSum[slot]!
    for (let number = first; number < limits.length; number++)
      this.applyOne(limits[number]!, statement, number === first)
    left.fill(0, 0, this.payments)
    for (let slot = 0; slot < slots.length; slot++)
      if (present[slot] === 1) left[slots[slot]!.payment]! += amounts[slot]!
  }

  /** Counts the earnings of the draw, when they are first asked for. */
  private count(): void {
    if (this.isCounted) return
    this.isCounted = true
    const { slots, earnings, profiles, profileOf, fixed } = this.earnings
    if (this.order.length !== slots.length) {
      this.slotSum = new Float64Array(slots.length)
      this.slotCount = new Int32Array(slots.length)
      this.amounts = slots.map(() => 0)
      this.present = new Uint8Array(slots.length)
      this.order = Int32Array.from([...slots.keys()].sort((a, b) => byPaying(slots[a]!, slots[b]!)))
    }
    if (this.counts.length !== earnings.length) this.counts = new Int32Array(earnings.length)
    const { counts, lives } = this
    counts.fill(0)
    for (const earning of fixed) counts[earning]!++
    for (let person = this.from; person < this.until; person++)
      for (const earning of profiles[profileOf[lives[person]!]!]!) counts[earning]!++
  }

  private sumUp(statement: number): void {
    const { counts, slotSum, slotCount } = this
    const { earnings } = this.earnings
    slotSum.fill(0)
    slotCount.fill(0)
    for (let earning = 0; earning < counts.length; earning++) {
      const { first, last, slot, amount } = earnings[earning]!
      if (counts[earning] === 0 || first > statement || last < statement) continue
      slotSum[slot]! += counts[earning]! * amount
      slotCount[slot]! += counts[earning]!
    }
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

  private applyOne(limit: CommonLimit, statement: number, isFirst: boolean): void {
    const { groupOf, sums, counts } = limit
    const { amounts, present, order } = this
    const rule = limit.rules[statement]!
    const left = isFirst ? sums : new Float64Array(sums.length)
    if (!isFirst)
      for (const slot of order) if (groupOf[slot]! >= 0) left[groupOf[slot]!]! += amounts[slot]! * present[slot]!
    let before: number[] | undefined
    for (let group = 0; group < sums.length; group++) {
      const mayBeThere = counts[group]! > 0 || limit.limit.floor !== undefined
      if (!mayBeThere || !limit.bites(group, statement, left[group]!)) continue
      const members: number[] = []
      for (let at = 0; at < order.length; at++) {
        const slot = order[at]!
        if (groupOf[slot] === group && present[slot] === 1) members.push(slot)
      }
      if (members.length === 0) continue
      before ??= amounts.slice()
      rule.leave(limit.days[group]!, members, left[group]!, before, amounts)
    }
  }
}

function byPaying(a: Slot, b: Slot): number {
  return a.day - b.day || a.payment - b.payment
}
