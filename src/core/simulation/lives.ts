/**
 * Lives: what happens to each person of a group in one draw, month by month.
 *
 *     referred in month r, starts in r + wait, serves until dropping out or the end of the course, succeeds after a while
 *
 * A life is told by four small numbers, so that lives repeat: among twelve million drawn there may be a few thousand
 * different ones. `dropout` and `success` are drawn by one number each, of which the whole wait follows:
 *
 *     constant risk    u < share, in month ⌈ln(1 − u) / ln(1 − risk)⌉, where (1 − risk)^months = 1 − share
 *     even             u < share, in month ⌈u / share × months⌉
 *
 * Who would have succeeded anyway is drawn by the same number as success, so that it is among those who do, and never
 * earlier. What happens after the group's last month did not happen. The case that surprises: a month of service counts
 * whole, so whoever drops out in the first month has served one.
 */
import { log } from '../base/index.ts'
import { type CompiledGroup, type Figure, type GroupActivity, type Parameters, figure } from '../valuation/index.ts'
import { type Sampler, samplerOf } from './distribution.ts'
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
  private readonly dropout: Wait
  private readonly success: Wait
  private readonly anyway: Wait
  private notStarted = 0
  private delay: Sampler | undefined
  private delayMean = NaN
  private readonly hasDelay: boolean

  constructor(
    readonly group: CompiledGroup,
    private readonly at: number,
    private readonly through: number,
  ) {
    this.waits = through + 1
    this.cell = (group.course + 2) * (group.success.within + 1)
    this.columns = columnsFor(16 * this.cell)
    this.cellAt = new Int32Array((through + 1) * this.waits).fill(-1)
    this.dropout = new Wait(group.course, group.dropout?.spread ?? 'even')
    this.success = new Wait(group.success.within, group.success.spread)
    this.anyway = new Wait(group.success.within, group.success.spread)
    this.hasDelay = group.delay.kind !== 'none'
  }

  /** Takes the parameters of one draw; gives the number of people. */
  prepare(parameters: Parameters): number {
    const { group } = this
    this.notStarted = figure(group.notStarted, parameters)
    this.dropout.prepare(group.dropout === undefined ? 0 : figure(group.dropout.share, parameters))
    this.success.prepare(figure(group.success.rate, parameters))
    this.anyway.prepare(figure(group.without, parameters))
    this.prepareDelay(parameters)
    if (this.referrals.length === 0 || group.plan.some(({ people }) => people.index >= 0))
      this.referrals = referralsOf(group.plan, this.through, parameters)
    return this.referrals.length
  }

  private prepareDelay(parameters: Parameters): void {
    const { delay } = this.group
    if (delay.kind === 'shares' && this.delay === undefined) this.delay = samplerOfShares(delay.shares)
    if (delay.kind !== 'poisson') return
    const mean = figure(delay.mean, parameters)
    if (mean !== this.delayMean) this.delay = mean > 0 ? samplerOf({ kind: 'poisson', mean }) : undefined
    this.delayMean = mean
  }

  /** Draws everybody's life: its number, and the month in which success would have come anyway, 0 for never. */
  draw(stream: Stream, lives: Int32Array, anyway: Int32Array, from: number): void {
    const { referrals, group, through, waits, cell, cellAt, dropout, success, delay, hasDelay, notStarted } = this
    const { course } = group
    const perStay = group.success.within + 1
    const isOfCompleted = group.success.of === 'completed'
    const isOfReferred = group.success.of === 'referred'
    const drawsDropout = dropout.share > 0
    for (let person = 0; person < referrals.length; person++) {
      const referral = referrals[person]!
      const isStarting = notStarted === 0 || stream.next() >= notStarted
      const wait = hasDelay && delay !== undefined ? delay.draw(stream) : 0
      const start = referral + wait
      let stay = 0
      if (isStarting && start <= through) {
        const dropped = drawsDropout ? dropout.monthOf(stream.next()) : 0
        stay = dropped === 0 || start + dropped - 1 > through ? course + 1 : dropped
      }
      const number = stream.next()
      const first = isOfReferred ? referral : isOfCompleted ? start + course : start
      const canSucceed = isOfReferred || (isOfCompleted ? stay > course : stay > 0)
      let month = canSucceed ? success.monthOf(number) : 0
      if (first + month - 1 > through) month = 0
      const early = canSucceed ? this.anyway.monthOf(number) : 0
      anyway[from + person] = early > 0 && first + early - 1 <= through ? first + early - 1 : 0
      // Whoever never starts has waited for nothing: their lives are one life.
      const place = referral * waits + (stay === 0 ? 0 : wait)
      if (cellAt[place]! < 0) this.meet(place)
      lives[from + person] = cellAt[place]! * cell + stay * perStay + month
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
      this.columns.last[at] = last
      this.columns.completion[at] = isCompleted ? last : 0
      this.columns.dropout[at] = isDropout ? last : 0
      this.columns.success[at] = success
    }
  }

  /** Counts lives month by month. Month 0 takes what never happens, and is cleared. */
  count(lives: Int32Array, anyway: Int32Array, from: number, people: number, into: GroupActivity): void {
    const { referral, start, last, completion, dropout, success } = this.columns
    const { referred, starts, inService, dropouts, completions, successes } = into
    for (let person = from; person < from + people; person++) {
      const life = lives[person]!
      referred[referral[life]!]!++
      starts[start[life]!]!++
      // Who enters and who has left; added up below.
      inService[start[life]!]!++
      const left = last[life]! + 1
      if (left < inService.length) inService[left]!--
      dropouts[dropout[life]!]!++
      completions[completion[life]!]!++
      successes[success[life]!]!++
      into.anyway[anyway[person]!]!++
    }
    for (const column of [starts, dropouts, completions, successes, into.anyway]) column[0] = 0
    // Who never starts has entered in month 0 and left in month 1.
    inService[1]! += inService[0]!
    inService[0] = 0
    for (let month = 1; month < inService.length; month++) inService[month]! += inService[month - 1]!
  }

  /** The numbers in a cell that a life can have. */
  numbersIn(cellNumber: number): number[] {
    const { group, cell, waits, places } = this
    const { course, success } = group
    const perStay = success.within + 1
    const waited = places[cellNumber]! % waits
    const stays = Array.from({ length: course + 2 }, (_, stay) => stay).filter((stay) => stay > 0 || waited === 0)
    const canSucceed = (stay: number): boolean =>
      success.of === 'referred' || (success.of === 'completed' ? stay > course : stay > 0)
    return stays.flatMap((stay) =>
      Array.from({ length: canSucceed(stay) ? perStay : 1 }, (_, month) => cellNumber * cell + stay * perStay + month),
    )
  }

  /** What the life of a number was. */
  lifeOf(number: number): Life {
    const { group, cell, waits, through } = this
    const perStay = group.success.within + 1
    const rest = number % cell
    const [stay, month] = [Math.floor(rest / perStay), rest % perStay]
    const place = this.places[Math.floor(number / cell)]!
    const referral = Math.floor(place / waits)
    const start = stay === 0 ? 0 : referral + (place % waits)
    const isCompleted = stay > group.course && start + group.course - 1 <= through
    const last = stay === 0 ? 0 : Math.min(start + Math.min(stay, group.course) - 1, through)
    const first = { completed: start + group.course, started: start, referred: referral }[group.success.of]
    const isDropout = stay > 0 && stay <= group.course
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

type LifeColumns = Record<'referral' | 'start' | 'last' | 'completion' | 'dropout' | 'success', Int16Array>

function columnsFor(size: number): LifeColumns {
  const column = () => new Int16Array(size)
  return {
    referral: column(),
    start: column(),
    last: column(),
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
  private logLeft = 0

  constructor(
    private readonly months: number,
    private readonly spread: 'constant-risk' | 'even',
  ) {}

  prepare(share: number): void {
    this.share = share
    this.logLeft = share < 1 ? log(1 - share) / this.months : -Infinity
  }

  /** The month, 1 … months, of a number from 0 up to 1; 0 if it does not come. */
  monthOf(number: number): number {
    const { share, months } = this
    if (number >= share) return 0
    const passed = this.spread === 'even' ? (number / share) * months : log(1 - number) / this.logLeft
    const month = 1 + Math.floor(passed)
    return month > months ? months : month
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
function samplerOfShares(shares: Float64Array): Sampler {
  const draw = (stream: Stream): number => {
    let rest = stream.next()
    let at = 0
    while (at < shares.length - 1 && rest >= shares[at]!) rest -= shares[at++]!
    return at
  }
  const mean = shares.reduce((sum, share, at) => sum + share * at, 0)
  return { draw, quantile: () => NaN, below: () => NaN, mean, deviation: NaN }
}
