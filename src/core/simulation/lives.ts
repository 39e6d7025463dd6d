/**
 * Lives: what happens to each person of a group in one draw, month by month.
 *
 *     referred in month r, starts in r + wait, serves until dropping out or the end of the course, succeeds after a while
 *
 * A life is told by four small numbers, so that lives repeat: among twelve million drawn there may be a few thousand
 * different ones. Of one number from 0 up to 1 the whole wait for a dropout or a success follows:
 *
 *     constant risk    u < share, in the first month by which 1 − (1 − risk)^month is above u; (1 − risk)^months = 1 − share
 *     even             u < share, in month ⌈u / share × months⌉
 *
 * Who would have succeeded anyway is drawn by the same number as success, so that it is among those who do, and never
 * earlier. What happens after the group's last month did not happen. The case that surprises: a month of service counts
 * whole, so whoever drops out in the first month has served one.
 */
import { exp, log } from '../base/index.ts'
import { type CompiledGroup, type Figure, type GroupActivity, type Parameters, figure } from '../valuation/index.ts'
import { CountTable } from './count-table.ts'
import { samplerOf } from './distribution.ts'
import { type Stream } from './stream.ts'

/** One life in months of the case; 0 where something never happens. */
export type Life = {
  group: number
  referral: number
  start: number
  /** The last month in service. */
  last: number
  isCompleted: boolean
  isDropout: boolean
  success: number
}

/**
 * The people of one group: draws their lives, and tells from its number what a life was.
 *
 * Lives with the same referral and wait are a cell: they have numbers beside each other. Cells are numbered as they are
 * first met, so that numbers stay small.
 */
export class GroupLives {
  /** How many numbers a cell has. */
  readonly cell: number
  /** The cells met so far, each as referral × waits + wait. */
  private readonly places: number[] = []
  private readonly cellAt: Int32Array
  /** What lives of the cells met are, by number. */
  private columns: LifeColumns
  /** Months of referral, one for each person when `prepare` has been called. */
  private referrals: Int32Array = new Int32Array(0)
  private readonly waits: number
  private readonly isOfCompleted: boolean
  private readonly dropout: Wait
  private readonly success: Wait
  private readonly anyway: Wait
  private notStarted = 0
  private delay: CountTable | undefined
  private delayMean = NaN

  constructor(
    readonly group: CompiledGroup,
    private readonly at: number,
    private readonly through: number,
  ) {
    const { course, success } = group
    this.waits = through + 1
    this.isOfCompleted = success.of === 'completed'
    // Where only those who complete succeed, a life has a month of success or one of dropout, never both.
    this.cell = this.isOfCompleted ? course + 2 + success.within : (course + 2) * (success.within + 1)
    this.columns = columnsFor(16 * this.cell)
    this.cellAt = new Int32Array((through + 1) * this.waits).fill(-1)
    this.dropout = new Wait(course, group.dropout?.spread ?? 'even')
    this.success = new Wait(success.within, success.spread)
    this.anyway = new Wait(success.within, success.spread)
    if (group.delay.kind === 'shares') this.delay = tableOfShares(group.delay.shares)
  }

  /** How many cells have been met. */
  get met(): number {
    return this.places.length
  }

  /** The numbers in the cells met after the first so many. */
  fresh(told: number): number[] {
    return Array.from({ length: this.met - told }, (_, at) => this.numbersIn(told + at)).flat()
  }

  /** Takes the parameters of one draw; gives the number of people. */
  prepare(parameters: Parameters): number {
    const { group } = this
    this.notStarted = figure(group.notStarted, parameters)
    this.dropout.prepare(group.dropout === undefined ? 0 : figure(group.dropout.share, parameters))
    this.success.prepare(figure(group.success.rate, parameters))
    this.anyway.prepare(figure(group.without, parameters))
    if (group.delay.kind === 'poisson') {
      const mean = figure(group.delay.mean, parameters)
      if (mean !== this.delayMean) this.delay = mean > 0 ? tableOfPoisson(mean) : undefined
      this.delayMean = mean
    }
    if (this.referrals.length === 0 || group.plan.some(({ people }) => people.index >= 0))
      this.referrals = referralsOf(group.plan, this.through, parameters)
    if (this.met === 0) this.meetLikely()
    return this.referrals.length
  }

  /** Meets whoever is likely to come, so that what they earn is learnt together. */
  private meetLikely(): void {
    const most = this.delay === undefined ? 0 : this.delay.countOf(1 - 1e-6)
    for (const referral of new Set(this.referrals)) {
      for (let wait = 0; wait <= most && referral + wait <= this.through; wait++)
        this.meet(referral * this.waits + wait)
    }
  }

  /** Draws everybody's life: its number, and the month in which success would have come anyway, 0 for never. */
  draw(stream: Stream, lives: Int32Array, anyway: Int32Array): void {
    const { referrals, group, through, waits, cell, cellAt, dropout, success, delay, notStarted, isOfCompleted } = this
    const { course } = group
    const perStay = group.success.within + 1
    const isOfReferred = group.success.of === 'referred'
    const early = this.anyway
    for (let person = 0; person < referrals.length; person++) {
      const referral = referrals[person]!
      const isStarting = notStarted === 0 || stream.next() >= notStarted
      const wait = delay === undefined ? 0 : delay.countOf(stream.next())
      const start = referral + wait
      let stay = 0
      let number = stream.next()
      if (isStarting && start <= through) {
        const dropped = dropout.monthOf(number)
        stay = dropped === 0 || start + dropped - 1 > through ? course + 1 : dropped
      }
      // Of those who stay, what is above the share that drops out is as good as another number.
      if (isOfCompleted) number = (number - dropout.share) * dropout.restScale
      else number = stream.next()
      let month = 0
      let earlyMonth = 0
      // Below nothing is a dropout that comes too late to be seen; it does not complete either.
      if (isOfReferred || (isOfCompleted ? stay > course && number >= 0 : stay > 0)) {
        const before = (isOfReferred ? referral : isOfCompleted ? start + course : start) - 1
        month = success.monthOf(number)
        if (before + month > through) month = 0
        if (early.share > 0) {
          earlyMonth = early.monthOf(number)
          earlyMonth = earlyMonth > 0 && before + earlyMonth <= through ? before + earlyMonth : 0
        }
      }
      anyway[person] = earlyMonth
      // Whoever never starts has waited for nothing: their lives are one life.
      const place = referral * waits + (stay === 0 ? 0 : wait)
      if (cellAt[place]! < 0) this.meet(place)
      lives[person] = cellAt[place]! * cell + (isOfCompleted ? stay + month : stay * perStay + month)
    }
  }

  private meet(place: number): void {
    const number = this.places.length
    this.cellAt[place] = number
    this.places.push(place)
    if (this.places.length * this.cell > this.columns.referral.length) this.columns = doubled(this.columns)
    for (const at of this.numbersIn(number)) {
      const { referral, start, last, isCompleted, isDropout, success } = this.lifeOf(at)
      this.columns.referral[at] = referral
      this.columns.start[at] = start
      this.columns.left[at] = last + 1
      this.columns.completion[at] = isCompleted ? last : 0
      this.columns.dropout[at] = isDropout ? last : 0
      this.columns.success[at] = success
    }
  }

  /** Counts lives month by month, in columns that have a month more than the case and are empty. */
  count(lives: Int32Array, anyway: Int32Array, into: GroupActivity): void {
    const { referral, start, left, completion, dropout, success } = this.columns
    const { referred, starts, inService, dropouts, completions, successes } = into
    for (let person = 0; person < lives.length; person++) {
      const life = lives[person]!
      referred[referral[life]!]!++
      starts[start[life]!]!++
      inService[left[life]!]!--
      dropouts[dropout[life]!]!++
      completions[completion[life]!]!++
      successes[success[life]!]!++
    }
    // Month 0 has taken what never happens; who never starts has left in month 1.
    inService[1]! += starts[0]!
    for (const column of [starts, dropouts, completions, successes]) column[0] = 0
    let present = 0
    for (let month = 0; month < inService.length; month++) {
      present += starts[month]! + inService[month]!
      inService[month] = present
    }
    if (this.anyway.share === 0) return
    for (let person = 0; person < lives.length; person++) into.anyway[anyway[person]!]!++
    into.anyway[0] = 0
  }

  /** Counts who started in a month and was in service for the last time in another, at `start × width + last`. */
  countServed(lives: Int32Array, into: Float64Array, width: number): void {
    const { start, left } = this.columns
    into.fill(0)
    for (const life of lives) into[start[life]! * width + left[life]! - 1]!++
  }

  /** The numbers in a cell that a life can have. */
  private numbersIn(cellNumber: number): number[] {
    const { group, cell, waits, places, isOfCompleted } = this
    const { course, success } = group
    const first = cellNumber * cell
    const waited = places[cellNumber]! % waits
    const numbers = Array.from({ length: cell }, (_, at) => first + at)
    return numbers.filter((number) => {
      const at = number - first
      const [stay, month] = isOfCompleted ? [at, 0] : [Math.floor(at / (success.within + 1)), at % (success.within + 1)]
      if (stay === 0 && waited > 0) return false
      return month === 0 || success.of === 'referred' || (isOfCompleted ? stay > course : stay > 0)
    })
  }

  /** What the life of a number was. */
  lifeOf(number: number): Life {
    const { group, cell, waits, through, isOfCompleted } = this
    const { course, success } = group
    const rest = number % cell
    const perStay = success.within + 1
    const stay = isOfCompleted ? Math.min(rest, course + 1) : Math.floor(rest / perStay)
    const month = isOfCompleted ? rest - stay : rest % perStay
    const place = this.places[Math.floor(number / cell)]!
    const referral = Math.floor(place / waits)
    const start = stay === 0 ? 0 : referral + (place % waits)
    const isCompleted = stay > course && start + course - 1 <= through
    const last = stay === 0 ? 0 : Math.min(start + Math.min(stay, course) - 1, through)
    const first = { completed: start + course, started: start, referred: referral }[success.of]
    const isDropout = stay > 0 && stay <= course
    return {
      group: this.at,
      referral,
      start,
      last,
      isCompleted,
      isDropout,
      success: month === 0 ? 0 : first + month - 1,
    }
  }
}

type LifeColumns = Record<'referral' | 'start' | 'left' | 'completion' | 'dropout' | 'success', Int16Array>

function columnsFor(size: number): LifeColumns {
  const column = () => new Int16Array(size)
  return {
    referral: column(),
    start: column(),
    left: column(),
    completion: column(),
    dropout: column(),
    success: column(),
  }
}

function doubled(columns: LifeColumns): LifeColumns {
  const larger = columnsFor(2 * columns.referral.length)
  for (const name of Object.keys(larger) as (keyof LifeColumns)[]) larger[name].set(columns[name])
  return larger
}

/** How long something is waited for, when a share of people come to it within so many months. */
class Wait {
  share = 0
  /** 1 over the share that it does not come to. */
  restScale = 1
  private readonly table: CountTable
  /** Of those who come to it at all, by month. */
  private readonly atOrBelow: Float64Array
  private scale = 0

  constructor(
    private readonly months: number,
    private readonly spread: 'constant-risk' | 'even',
  ) {
    this.atOrBelow = Float64Array.from({ length: months }, (_, month) => (month + 1) / months)
    this.table = new CountTable(this.atOrBelow, 64)
  }

  prepare(share: number): void {
    if (share === this.share) return
    this.share = share
    this.restScale = share < 1 ? 1 / (1 - share) : 0
    this.scale = share > 0 ? 1 / share : 0
    if (this.spread === 'even' || share === 0) return
    const kept = share < 1 ? exp(log(1 - share) / this.months) : 0
    let left = 1
    for (let month = 0; month < this.months; month++) {
      left *= kept
      this.atOrBelow[month] = (1 - left) * this.scale
    }
    this.table.fill()
  }

  /** The month, 1 … months, of a number from 0 up to 1; 0 if it does not come. */
  monthOf(number: number): number {
    return number < this.share ? 1 + this.table.countOf(number * this.scale) : 0
  }
}

/** Somebody for each month of referral. Parts of people are carried on until they make a whole one. */
function referralsOf(plan: CompiledGroup['plan'], through: number, parameters: Parameters): Int32Array {
  const months: number[] = []
  for (const { people, from, months: times } of plan) {
    const monthly = figureOf(people, parameters)
    for (let step = 0; step < times && from + step <= through; step++) {
      const whole = Math.floor(monthly * (step + 1) + 0.5) - Math.floor(monthly * step + 0.5)
      for (let person = 0; person < whole; person++) months.push(from + step)
    }
  }
  return Int32Array.from(months)
}

const figureOf = (of: Figure, parameters: Parameters): number => Math.max(0, figure(of, parameters))

/** A count from 0 by the shares of each; what they lack of one belongs to the last. */
function tableOfShares(shares: Float64Array): CountTable {
  let sum = 0
  return new CountTable(
    shares.map((share) => (sum += share)),
    256,
  )
}

function tableOfPoisson(mean: number): CountTable {
  const { below, quantile } = samplerOf({ kind: 'poisson', mean })
  return new CountTable(
    Float64Array.from({ length: quantile(1) + 1 }, (_, count) => below(count)),
    256,
  )
}
