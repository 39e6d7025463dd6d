/** Earnings that no limit tells apart, and what the lives of a profile change of their sums. */
import { type CommonLimit } from './common-limit.ts'
import { type LifeEarnings } from './life-earnings.ts'

/**
 * Slots of one payment that every limit puts in the same group are a class. Classes and profiles are taken in as they are
 * learnt, and keep their numbers.
 */
export class EarningClasses {
  /** By class: its payment. */
  readonly payment: number[] = []
  /** By limit: the group of each class, −1 for none, and the classes of each group. */
  readonly groupIn: number[][]
  readonly inGroup: number[][][]
  /**
   * Whether the sum of each group says all that matters of what a limit leaves: its classes are of one payment, and in the
   * same groups of the limits that follow.
   */
  areWhole: boolean
  /**
   * What the rows change, from `firstOf[row]` to `firstOf[row + 1]`: by so much and so many earnings, at
   * `class × statements + statement`. Row 0 is what is earned whoever comes; the row of a profile is the one after its number.
   */
  firstOf = new Int32Array(256)
  places = new Int32Array(256)
  amounts = new Float64Array(256)
  numbers = new Int32Array(256)
  private profiles = -1
  private readonly ofSlot: number[] = []
  private readonly known = new Map<string, number>()
  /** The places at which a floor has a line of nothing to stand on. */
  private readonly lines = new Set<number>()

  constructor(
    private readonly earnings: LifeEarnings,
    private readonly limits: readonly CommonLimit[],
    private readonly statements: number,
  ) {
    this.groupIn = limits.map(() => [])
    this.inGroup = limits.map(() => [])
    // A limit that multiplies does so to every amount by itself, and rounds it.
    this.areWhole = limits.every(({ limit }) => limit.times === undefined)
    this.takeIn()
    for (const line of earnings.lines) {
      const { slot, first, last } = earnings.earnings[line]!
      for (let statement = first; statement <= last; statement++) this.lines.add(this.placeOf(slot, statement))
    }
  }

  get count(): number {
    return this.payment.length
  }

  hasLine(one: number, statement: number): boolean {
    return this.lines.has(one * this.statements + statement)
  }

  /** Takes in what has been learnt since the last time. */
  takeIn(): void {
    const { earnings } = this
    while (this.ofSlot.length < earnings.slots.length) this.addSlot()
    for (; this.profiles < earnings.profiles.length; this.profiles++)
      this.addProfile(this.profiles < 0 ? earnings.fixed : earnings.profiles[this.profiles]!)
  }

  private addSlot(): void {
    const { limits, known, payment, groupIn, inGroup } = this
    const slot = this.earnings.slots[this.ofSlot.length]!
    const groups = limits.map((limit) => limit.addSlot(slot))
    const key = [slot.payment, ...groups].join(' ')
    let one = known.get(key)
    if (one === undefined) {
      one = payment.push(slot.payment) - 1
      known.set(key, one)
      for (const [limit, group] of groups.entries()) groupIn[limit]!.push(group)
      for (const [limit, group] of groups.entries()) {
        if (group < 0) continue
        const members = (inGroup[limit]![group] ??= [])
        if (members.length > 0 && !this.areAlikeAfter(members[0]!, one, limit)) this.areWhole = false
        members.push(one)
      }
    }
    if (slot.isNegative) this.areWhole = false
    this.ofSlot.push(one)
  }

  private areAlikeAfter(one: number, other: number, limit: number): boolean {
    const following = this.groupIn.slice(limit + 1)
    return this.payment[one] === this.payment[other] && following.every((groups) => groups[one] === groups[other])
  }

  private addProfile(earnings: readonly number[]): void {
    const at = this.profiles + 1
    if (at + 2 > this.firstOf.length) this.firstOf = widened(this.firstOf)
    let used = this.firstOf[at]!
    while (used + 2 * earnings.length > this.places.length) {
      this.places = widened(this.places)
      this.numbers = widened(this.numbers)
      const amounts = new Float64Array(2 * this.amounts.length)
      amounts.set(this.amounts)
      this.amounts = amounts
    }
    for (const earning of earnings) {
      const { slot, amount, first, last } = this.earnings.earnings[earning]!
      this.change(used++, this.placeOf(slot, first), amount, 1)
      if (last < this.statements - 1) this.change(used++, this.placeOf(slot, last + 1), -amount, -1)
    }
    this.firstOf[at + 1] = used
  }

  private change(at: number, place: number, amount: number, number: number): void {
    this.places[at] = place
    this.amounts[at] = amount
    this.numbers[at] = number
  }

  private placeOf(slot: number, statement: number): number {
    return this.ofSlot[slot]! * this.statements + statement
  }
}

function widened(column: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * column.length)
  wider.set(column)
  return wider
}
