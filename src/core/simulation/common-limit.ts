/** A limit on the sums of many people, and the groups whose sums it is on. */
import { type Day } from '../base/index.ts'
import { type LimitRule, type PaymentLine, type Settled, limitRule, periodOf } from '../settlement/index.ts'
import { type Agreement, type Limit } from '../terms/index.ts'
import { type Slot } from './life-earnings.ts'

export class CommonLimit {
  /** By statement. */
  readonly rules: LimitRule[]
  /** By slot, −1 for none. */
  readonly groupOf: number[] = []
  /** By group: a day in it, the sum before any limit, and how many earnings it has. */
  readonly dayOf: Day[] = []
  sums = new Float64Array(0)
  counts = new Int32Array(0)
  private readonly groups = new Map<string, number>()
  /** By payment. */
  private readonly isOver: boolean[]
  private readonly agreement: Agreement

  constructor(
    readonly limit: Limit,
    /** Its place among all limits of the annex. */
    readonly number: number,
    payments: readonly PaymentLine[],
    nobody: readonly Settled[],
  ) {
    this.isOver = payments.map(({ name }) => limit.over === undefined || limit.over.includes(name))
    this.rules = nobody.map(({ context }) => limitRule(limit, 0, context))
    this.agreement = nobody[0]!.context.agreement
  }

  /** The group that a slot belongs to, −1 for none. */
  addSlot({ payment, day }: Slot): number {
    const { limit, groups, groupOf, dayOf, isOver, agreement } = this
    if (!isOver[payment]!) return groupOf[groupOf.push(-1) - 1]!
    const isByPayment = limit.per === 'payment' || limit.per === 'payment-and-year'
    const key = `${isByPayment ? payment : ''} ${periodOf(limit, day, agreement)?.from ?? ''}`
    let group = groups.get(key)
    if (group === undefined) {
      group = dayOf.push(day) - 1
      groups.set(key, group)
      this.sums = new Float64Array(dayOf.length)
      this.counts = new Int32Array(dayOf.length)
    }
    groupOf.push(group)
    return group
  }

  /** Whether it changes anything of the sums as they are. */
  bites(statement: number): boolean {
    const { rules, counts, sums, dayOf, limit } = this
    for (let group = 0; group < dayOf.length; group++) {
      if (counts[group] === 0 && limit.floor === undefined) continue
      if (rules[statement]!.bites(sums[group]!, dayOf[group]!)) return true
    }
    return false
  }
}
