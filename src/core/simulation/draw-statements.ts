/**
 * The statements of one draw, from what its lives earn: sums, limits on sums, payers, and what was paid before.
 *
 *     sums by class   →   each limit in the order of the annex   →   owed by payer   →   less what was paid
 *
 * Earnings of one payment that every limit puts in the same group are a class. Where nothing that follows tells the classes of
 * a group apart, what a limit leaves of it is known from its sum. Else, or where a limit looks at single amounts, one that bites
 * is applied slot by slot. What is left is asked of settlement's own rule (`limitRule`). Amounts are whole minor units.
 */
import { type PaymentLine, type Settled } from '../settlement/index.ts'
import { type Agreement } from '../terms/index.ts'
import { CommonLimit } from './common-limit.ts'
import { EarningClasses } from './earning-classes.ts'
import { type LifeEarnings } from './life-earnings.ts'
import { type Splitter, splitterOf } from './shares.ts'
import { SlotLimits } from './slot-limits.ts'
import { partLimits } from './way.ts'

/** Who pays whom: the columns of what statements ask for. */
export type Pair = { payer: string; payee: string }

/** What statements ask for, in minor units, at `(draw × statements + statement) × pairs + pair`. */
export type Payable = {
  pairs: readonly Pair[]
  payable: Float64Array
  /** The same if the limits on sums were not there: known where draws are settled life by life, and the limits only cap or floor. */
  unlimited?: Float64Array | undefined
}

type Payer = { firstPart: number; parts: number; split: Splitter; pairs: number[] }

export class DrawStatements {
  readonly pairs: Pair[] = []
  private readonly count: number
  private readonly limits: CommonLimit[]
  private readonly slotLimits: SlotLimits
  private readonly payers: Payer[]
  private readonly overpaid: Agreement['settlement']['overpaid']
  private readonly classes: EarningClasses
  /** By class and statement: what begins there less what ended, and how many earnings. */
  private change = new Float64Array(0)
  private countChange = new Int32Array(0)
  /** By class: as it stands on the statement. */
  private sums = new Float64Array(0)
  private counts = new Int32Array(0)
  /** By row of changes, how many of the draw have it. */
  private people = new Int32Array(0)
  private amounts = new Float64Array(0)
  /** By payment, after all limits. */
  private readonly left: Float64Array
  private readonly owed: Float64Array
  private readonly paid: Float64Array
  /** Whether the limits on sums only cap or floor, so that it means something to leave them out. */
  private readonly areBounds: boolean
  /** Whether any of them changed anything in the draw. */
  private isLimited = false

  constructor(
    private readonly earnings: LifeEarnings,
    nobody: readonly Settled[],
  ) {
    const { agreement } = nobody.at(-1)!.context
    const { payments } = nobody.at(-1)!.earned
    this.count = nobody.length
    this.overpaid = agreement.settlement.overpaid
    const { personal, common } = partLimits(agreement)
    this.limits = common.map((limit, at) => new CommonLimit(limit, personal.length + at + 1, payments, nobody))
    this.slotLimits = new SlotLimits(this.limits, earnings, payments.length)
    this.classes = new EarningClasses(earnings, this.limits, this.count)
    let parts = 0
    this.payers = payments.map((line) => {
      const payer = this.payerOf(line, agreement, parts)
      parts += payer.parts
      return payer
    })
    this.left = new Float64Array(payments.length)
    this.owed = new Float64Array(parts)
    this.paid = new Float64Array(parts)
    this.areBounds = common.length > 0 && common.every(({ cap, floor }) => cap !== undefined || floor !== undefined)
    this.takeIn()
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

  /** Takes in the lives learnt since the last time. */
  takeIn(): void {
    const { classes, count } = this
    classes.takeIn()
    if (this.people.length <= this.earnings.profiles.length)
      this.people = new Int32Array(this.earnings.profiles.length + 1)
    if (this.sums.length === classes.count) return
    this.change = new Float64Array(classes.count * count)
    this.countChange = new Int32Array(classes.count * count)
    this.sums = new Float64Array(classes.count)
    this.amounts = new Float64Array(classes.count)
    this.counts = new Int32Array(classes.count)
  }

  /** Works out every statement of some draws, whose lives stand in a row: those of draw d from `firstOf[d]` on. */
  stateAll(lives: Int32Array, firstOf: Int32Array, draws: number): Payable {
    const { pairs, count, areBounds } = this
    const column = () => new Float64Array(draws * count * pairs.length)
    const paid = { pairs, payable: column(), unlimited: areBounds ? column() : undefined }
    for (let draw = 0; draw < draws; draw++) this.state(lives, firstOf[draw]!, firstOf[draw + 1]!, paid, draw)
    return paid
  }

  /** Works out every statement of a draw, that some lives in a row are. */
  private state(lives: Int32Array, from: number, until: number, { payable, unlimited }: Payable, draw: number): void {
    const { sums, classes, count, left, pairs } = this
    const at = draw * count * pairs.length
    this.addUp(lives, from, until)
    this.begin()
    this.slotLimits.begin(lives, from, until)
    this.isLimited = false
    for (let statement = 0; statement < count; statement++) {
      this.addStatement(statement)
      if (classes.areWhole) this.applyToClasses(statement)
      else {
        const biting = this.firstBiting(statement)
        this.isLimited ||= biting >= 0
        if (biting < 0) this.sumUp(sums)
        else this.slotLimits.apply(biting, statement, left)
      }
      this.pay(payable, at + statement * pairs.length)
    }
    if (unlimited === undefined) return
    if (this.isLimited) this.stateUnlimited(unlimited, at)
    else for (let place = at; place < at + count * pairs.length; place++) unlimited[place] = payable[place]!
  }

  /** The same statements as if no limit on sums were there. */
  private stateUnlimited(unlimited: Float64Array, at: number): void {
    const { sums, count, pairs } = this
    this.begin()
    for (let statement = 0; statement < count; statement++) {
      this.addStatement(statement)
      this.sumUp(sums)
      this.pay(unlimited, at + statement * pairs.length)
    }
  }

  /** Before the first statement nothing is earned or paid. */
  private begin(): void {
    const { sums, counts, paid } = this
    // Short columns are cleared by hand: calling `fill` takes longer.
    for (let one = 0; one < sums.length; one++) {
      sums[one] = 0
      counts[one] = 0
    }
    for (let part = 0; part < paid.length; part++) paid[part] = 0
  }

  private addStatement(statement: number): void {
    const { sums, counts, change, countChange, count } = this
    for (let one = 0; one < sums.length; one++) {
      sums[one]! += change[one * count + statement]!
      counts[one]! += countChange[one * count + statement]!
    }
  }

  /** Counts the profiles of some lives in a row, and adds up what they change. */
  private addUp(lives: Int32Array, from: number, until: number): void {
    const { change, countChange, people } = this
    const { profileOf } = this.earnings
    const { firstOf, places, amounts, numbers } = this.classes
    for (let place = 0; place < change.length; place++) {
      change[place] = 0
      countChange[place] = 0
    }
    people.fill(0)
    for (let person = from; person < until; person++) people[profileOf[lives[person]!]! + 1]!++
    people[0] = 1
    for (let row = 0; row < people.length; row++) {
      const count = people[row]!
      if (count === 0) continue
      const end = firstOf[row + 1]!
      for (let at = firstOf[row]!; at < end; at++) {
        const place = places[at]!
        change[place]! += count * amounts[at]!
        countChange[place]! += count * numbers[at]!
      }
    }
  }

  private sumUp(sums: Float64Array): void {
    const { left } = this
    const { payment } = this.classes
    for (let at = 0; at < left.length; at++) left[at] = 0
    for (let one = 0; one < payment.length; one++) left[payment[one]!]! += sums[one]!
  }

  /** Applies the limits where the sums of groups say all that matters. */
  private applyToClasses(statement: number): void {
    const { limits, sums, counts, amounts, classes } = this
    for (let one = 0; one < sums.length; one++) amounts[one] = sums[one]!
    for (let number = 0; number < limits.length; number++) {
      const limit = limits[number]!
      const classesOf = classes.inGroup[number]!
      for (let group = 0; group < classesOf.length; group++) {
        const members = classesOf[group]!
        let sum = 0
        let count = 0
        for (let at = 0; at < members.length; at++) {
          sum += amounts[members[at]!]!
          count += counts[members[at]!]!
        }
        if (!limit.bites(group, statement, sum)) continue
        // A floor may stand on a line of nothing.
        const hasLine = () => limit.limit.floor !== undefined && members.some((one) => classes.hasLine(one, statement))
        if (count === 0 && !hasLine()) continue
        this.isLimited = true
        // What follows looks at the sum alone, so that any of them may carry the difference.
        amounts[members[0]!]! += limit.leftOf(group, statement, sum) - sum
      }
    }
    this.sumUp(amounts)
  }

  /** The first limit that changes anything, −1 for none; most statements have none, and need no look at single slots. */
  private firstBiting(statement: number): number {
    const { limits, classes, sums, counts } = this
    for (let number = 0; number < limits.length; number++) {
      const limit = limits[number]!
      limit.sums.fill(0)
      limit.counts.fill(0)
      const groupOf = classes.groupIn[number]!
      for (let one = 0; one < classes.count; one++) {
        if (groupOf[one]! < 0) continue
        limit.sums[groupOf[one]!]! += sums[one]!
        limit.counts[groupOf[one]!]! += counts[one]!
      }
    }
    return limits.findIndex((limit) => limit.bitesAny(statement))
  }

  /** Writes what is asked for on one statement, by pair from a place on: nothing stands there yet. */
  private pay(payable: Float64Array, first: number): void {
    const { owed, paid, left, payers } = this
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
    if (this.overpaid === 'set-off') this.setOff(payable, first)
  }

  /** Nothing is asked back: what a payee has had too much waits for the next statement. */
  private setOff(payable: Float64Array, first: number): void {
    const { pairs, payers, paid } = this
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
