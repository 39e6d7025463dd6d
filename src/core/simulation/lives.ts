/**
 * Lives: what happens to each person of a group in one draw, month by month.
 *
 *     referred in month r, starts in r + wait, serves until dropping out or the end of the course, succeeds after a while
 *
 * A life is told by four small numbers, so that lives repeat: among twelve million drawn there may be a few thousand
 * different ones. The chances of all that can happen stand in a row, and one number from 0 up to 1 says which did:
 *
 *     never starts, drops out in month 1 … course, succeeds in month 1 … within, completes and does not succeed
 *     constant risk    by month m: 1 − (1 − risk)^m, where (1 − risk)^months = 1 − share
 *     even             by month m: share × m / months
 *
 * Where people succeed whether or not they complete, the two are drawn by a number each.
 *
 * Who would have succeeded anyway is drawn by the same number as success, so that it is among those who do, and never
 * earlier. What happens after the group's last month did not happen. The case that surprises: a month of service counts
 * whole, so whoever drops out in the first month has served one.
 */
import { type CompiledGroup, type GroupActivity, type Parameters, figure } from '../valuation/index.ts'
import { samplerOf } from './distribution.ts'
import { type Life, type LifeTable, type LifeTotals, lifeTable } from './life-table.ts'
import { type OutcomeTable, outcomeTable } from './outcome-table.ts'
import { Outcomes } from './outcomes.ts'
import { type Stream } from './stream.ts'

/** Writes the lives of people by two numbers for each: first everybody's of the wait, then everybody's of the outcome. */
type BothDrawer = (counts: Int32Array, bases: Int32Array, into: Int32Array, from: number) => void

/**
 * The people of one group: draws their lives, and tells from its number what a life was.
 *
 * A place is a month of referral and a wait. What can happen from a place on has numbers beside each other: a number is a
 * life, though not every life has only one.
 */
export class GroupLives {
  private readonly table: LifeTable
  /** By place the first of its numbers, −1 where nobody has been; waits that end after the last month share one. */
  private readonly firstAt: Int32Array
  /** Months of referral, one for each person when `prepare` has been called, and how many there are in each month. */
  private referrals: Int32Array = new Int32Array(0)
  private referred: Float64Array
  /** By person, the place without a wait. */
  private bases: Int32Array = new Int32Array(0)
  private readonly waits: number
  private readonly outcomes: Outcomes
  private delay: OutcomeTable | undefined
  private delayMean = NaN
  private drawTogether: BothDrawer | undefined

  constructor(
    readonly group: CompiledGroup,
    private readonly at: number,
    readonly through: number,
    months: number,
  ) {
    this.waits = through + 1
    this.table = lifeTable(through)
    this.firstAt = new Int32Array((through + 1) * this.waits).fill(-1)
    this.referred = new Float64Array(months + 2)
    this.outcomes = new Outcomes(group)
    if (group.delay.kind === 'shares') this.delay = tableOfShares(group.delay.shares)
    this.drawTogether = this.drawerOfBoth()
  }

  /** The lives met so far, by number. */
  get lives(): readonly Life[] {
    return this.table.lives
  }

  /** Whether some would have succeeded anyway, so that the months of these are drawn as well. */
  get hasAnyway(): boolean {
    return this.outcomes.mayComeAnyway
  }

  /** Takes the parameters of one draw; gives the number of people. */
  prepare(parameters: Parameters): number {
    const { group } = this
    this.outcomes.prepare(parameters)
    if (group.delay.kind === 'poisson') {
      const mean = figure(group.delay.mean, parameters)
      // A table that serves every draw may take its time to be made.
      const bits = group.delay.mean.index < 0 ? 12 : 7
      if (mean !== this.delayMean) {
        this.delay = mean > 0 ? tableOfPoisson(mean, bits) : undefined
        if (group.delay.mean.index < 0) this.drawTogether = this.drawerOfBoth()
      }
      this.delayMean = mean
    }
    if (this.referrals.length === 0 || group.plan.some(({ people }) => people.index >= 0)) this.refer(parameters)
    return this.referrals.length
  }

  private refer(parameters: Parameters): void {
    this.referrals = referralsOf(this.group.plan, this.through, parameters)
    this.referred.fill(0)
    for (const month of this.referrals) this.referred[month]!++
    this.bases = this.referrals.map((month) => month * this.waits)
    if (this.lives.length === 0) this.meetLikely()
  }

  /** Meets whoever is likely to come, so that what they earn is learnt together. */
  private meetLikely(): void {
    const longest = Math.min(this.delay?.outcomeOf(Math.floor((1 - 1e-6) * 2 ** 31)) ?? 0, this.through)
    for (const referral of new Set(this.referrals))
      for (let wait = 0; wait <= longest; wait++) this.meet(referral, wait)
  }

  /** Draws everybody's life: its number, and the month in which success would have come anyway, 0 for never. */
  draw(stream: Stream, numbers: Int32Array, anyway: Int32Array, from: number): void {
    const people = this.referrals.length
    const { drawTogether } = this
    if (drawTogether !== undefined) return drawTogether(stream.counts(2 * people), this.bases, numbers, from)
    this.drawPlaces(stream, numbers, from)
    this.outcomes.draw(stream, people, numbers, anyway, from)
    if (!this.hasAnyway) return
    for (let at = from; at < from + people; at++) {
      const life = this.lives[numbers[at]!]!
      const isOut = anyway[at] === 0 || (life.start === 0 && this.group.success.of !== 'referred')
      const month = isOut ? 0 : this.firstSuccess(life) + anyway[at]! - 1
      anyway[at] = month <= this.through ? month : 0
    }
  }

  /** Where a number for the wait and one for the outcome say all of a life, the two are looked up at once, which is sooner done. */
  private drawerOfBoth(): BothDrawer | undefined {
    const { delay, outcomes, firstAt, waits } = this
    const outcomesAlone = outcomes.alone
    if (delay === undefined || outcomesAlone === undefined) return undefined
    const meet = (base: number, wait: number): number => this.meet(base / waits, wait)
    return (counts, bases, into, from) => {
      const people = bases.length
      for (let person = 0; person < people; person++) {
        const base = bases[person]!
        const wait = Math.min(delay.outcomeOf(counts[person]!), waits - 1)
        const first = firstAt[base + wait]!
        into[from + person] =
          (first >= 0 ? first : meet(base, wait)) + outcomesAlone.outcomeOf(counts[people + person]!)
      }
    }
  }

  /** Writes the first number of everybody's place. */
  private drawPlaces(stream: Stream, into: Int32Array, from: number): void {
    const { bases, delay, waits, firstAt } = this
    const people = bases.length
    const counts = delay === undefined ? undefined : stream.counts(people)
    for (let person = 0; person < people; person++) {
      const base = bases[person]!
      const wait = counts === undefined ? 0 : Math.min(delay!.outcomeOf(counts[person]!), waits - 1)
      const first = firstAt[base + wait]!
      into[from + person] = first >= 0 ? first : this.meet(base / waits, wait)
    }
  }

  /** Counts lives month by month, in columns that have a month more than the case, and adds those who started and succeeded to totals. */
  count(
    numbers: Int32Array,
    anyway: Int32Array,
    { from, until }: { from: number; until: number },
    into: GroupActivity,
    totals: LifeTotals,
  ): void {
    this.table.count(numbers, from, until, into, totals)
    into.referred.set(this.referred)
    if (!this.hasAnyway) return
    into.anyway.fill(0)
    for (let person = from; person < until; person++) into.anyway[anyway[person]!]!++
    into.anyway[0] = 0
  }

  /** Counts who started in a month and was in service for the last time in another, at `start × width + last`. */
  countServed(numbers: Int32Array, from: number, until: number, into: Float64Array, width: number): void {
    into.fill(0)
    for (let person = from; person < until; person++) {
      const { start, last } = this.lives[numbers[person]!]!
      if (start > 0) into[start * width + last]!++
    }
  }

  /** Gives a place its numbers. */
  private meet(referral: number, wait: number): number {
    const { waits, firstAt, outcomes, through, table } = this
    // Whoever would start after the last month does not start, however long the wait.
    const place = referral * waits + (referral + wait > through ? waits - 1 : wait)
    if (firstAt[place]! < 0) {
      firstAt[place] = table.lives.length
      for (let outcome = 0; outcome < outcomes.count; outcome++) {
        const [stay, month] = outcomes.stayAndSuccess(outcome)
        table.add(this.lifeOf(referral, wait, stay, month))
      }
    }
    return (firstAt[referral * waits + wait] = firstAt[place]!)
  }

  /** Stay: 0 for never starting, 1 … course for the month of dropping out, one more for none. Month of success, 0 for none. */
  private lifeOf(referral: number, wait: number, drawnStay: number, month: number): Life {
    const { group, through, at } = this
    const { course, success } = group
    let stay = referral + wait > through ? 0 : drawnStay
    const start = stay === 0 ? 0 : referral + wait
    // A dropout that comes too late to be seen is none; it does not complete either.
    const isTooLate = stay > 0 && stay <= course && start + stay - 1 > through
    if (isTooLate) stay = course + 1
    const life = {
      group: at,
      referral,
      start,
      last: stay === 0 ? 0 : Math.min(start + Math.min(stay, course) - 1, through),
      isCompleted: stay > course && start + course - 1 <= through,
      isDropout: stay > 0 && stay <= course,
      success: 0,
    }
    const mayComeTo = { completed: stay > course && !isTooLate, started: stay > 0, referred: true }[success.of]
    const succeeds = mayComeTo && month > 0 ? this.firstSuccess(life) + month - 1 : 0
    return { ...life, success: succeeds <= through ? succeeds : 0 }
  }

  /** The first month in which success may come. */
  private firstSuccess({ start, referral }: Life): number {
    const { course, success } = this.group
    return { completed: start + course, started: start, referred: referral }[success.of]
  }
}

/** Somebody for each month of referral. Parts of people are carried on until they make a whole one. */
function referralsOf(plan: CompiledGroup['plan'], through: number, parameters: Parameters): Int32Array {
  const months: number[] = []
  for (const { people, from, months: times } of plan) {
    const monthly = Math.max(0, figure(people, parameters))
    for (let step = 0; step < times && from + step <= through; step++) {
      const whole = Math.floor(monthly * (step + 1) + 0.5) - Math.floor(monthly * step + 0.5)
      for (let person = 0; person < whole; person++) months.push(from + step)
    }
  }
  return Int32Array.from(months)
}

/** A count from 0 by the shares of each; what they lack of one belongs to the last. */
function tableOfShares(shares: Float64Array): OutcomeTable {
  let sum = 0
  const atOrBelow = shares.map((share) => (sum += share))
  return outcomeTable(atOrBelow, 12)
}

function tableOfPoisson(mean: number, bits: number): OutcomeTable {
  const { below, quantile } = samplerOf({ kind: 'poisson', mean })
  const atOrBelow = Float64Array.from({ length: quantile(1) + 1 }, (_, count) => below(count))
  return outcomeTable(atOrBelow, bits)
}
