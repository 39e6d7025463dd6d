/** A limit on the sums of many people, and the groups whose sums it is on. */
import { type LimitRule, type PaymentLine, type Settled, asApplied, limitRule, periodOf } from '../settlement/index.ts'
import { type Day } from '../base/index.ts'
import { type Agreement, type Limit } from '../terms/index.ts'
import { type Slot } from './life-earnings.ts'

export class CommonLimit {
  /** By statement. */
  readonly rules: LimitRule[]
  /** By group and statement, at `group × statements + statement`: between which sums nothing is changed. */
  readonly least: number[] = []
  readonly most: number[] = []
  /** By group: the day of one of its earnings, which tells its period. */
  readonly days: Day[] = []
  /** By slot, −1 for none. */
  readonly groupOf: number[] = []
  /** By group: the sum before any limit, and how many earnings it has. */
  sums = new Float64Array(0)
  counts = new Int32Array(0)
  private readonly groups = new Map<string, number>()
  /** By payment. */
  private readonly isOver: boolean[]
  private readonly agreement: Agreement

  readonly limit: Limit

  constructor(
    written: Limit,
    /** Its place among all limits of the annex. */
    readonly number: number,
    payments: readonly PaymentLine[],
    nobody: readonly Settled[],
  ) {
    const { agreement } = nobody[0]!.context
    const limit = asApplied(written, agreement)
    this.limit = limit
    this.isOver = payments.map(({ name }) => limit.over === undefined || limit.over.includes(name))
    this.rules = nobody.map(({ context }) => limitRule(limit, 0, context))
    this.agreement = agreement
  }

  /** The group that a slot belongs to, −1 for none. */
  addSlot({ payment, day }: Slot): number {
    const { limit, groups, groupOf, rules, isOver, agreement } = this
    if (!isOver[payment]!) return groupOf[groupOf.push(-1) - 1]!
    const isByPayment = limit.per === 'payment' || limit.per === 'payment-and-year'
    const key = `${isByPayment ? payment : ''} ${periodOf(limit, day, agreement)?.from ?? ''}`
    let group = groups.get(key)
    if (group === undefined) {
      group = groups.size
      groups.set(key, group)
      this.sums = new Float64Array(groups.size)
      this.counts = new Int32Array(groups.size)
      this.days.push(day)
      for (const rule of rules) {
        const { least, most } = rule.keeps(day)
        this.least.push(least)
        this.most.push(most)
      }
    }
    groupOf.push(group)
    return group
  }

  /** Whether it changes the sum of a group. */
  bites(group: number, statement: number, sum: number): boolean {
    const at = group * this.rules.length + statement
    return sum < this.least[at]! || sum > this.most[at]!
  }

  /** What is left of the sum of a group that it bites. */
  leftOf(group: number, statement: number, sum: number): number {
    const after = [sum]
    this.rules[statement]!.leave(this.days[group]!, onlyEntry, sum, [sum], after)
    return after[0]!
  }

  /** Whether it changes anything of the sums as they are. */
  bitesAny(statement: number): boolean {
    const { counts, sums, limit } = this
    for (let group = 0; group < sums.length; group++) {
      if (counts[group] === 0 && limit.floor === undefined) continue
      if (this.bites(group, statement, sums[group]!)) return true
    }
    return false
  }
}

const onlyEntry = [0]
