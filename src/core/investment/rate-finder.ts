/**
 * Every yearly rate at which dated amounts are worth nothing, found between bounds that prove none is missed.
 *
 *     worth at rate r = Σ amount × (1 + r)^(−days/365) = received(y) − paid(y),  y = ln(1 + r)
 *     a rate is where   g(y) = ln received(y) − ln paid(y) = 0
 *
 * Both sums have positive terms only. So each logarithm is convex, and its slope is −duration, the mean time of its money by
 * present worth, which falls as y rises. Two values of y therefore bound g and its slope between them: a convex curve
 * lies above its tangents and below its chord, and a falling duration between its ends. Where that does not show
 * that there is no rate, or exactly one, the interval is halved. g is nearly straight, so Newton's rule needs few steps.
 *
 * The case that surprises: amounts whose sign changes several times may have several rates, or none; −100, +200, −100 a
 * year apart touch zero at 0 % and are positive nowhere. A touch counts as a rate.
 *
 * Floating point: nothing here decides a payment. Own `exp` and `log`, so the same bits come out on every machine.
 */
import { exp, log } from '../base/index.ts'

/** −99.99 % and 100,000,000 %. Over more than a hundred years the range is narrower, so that no power leaves what a number can hold. */
const lowest = log(1e-4)
const highest = log(1e6 + 1)
const furthest = 690

/** Rounding leaves this much of g; so near it, two rates within a millionth of each other cannot be told from one. */
const noise = 2e-13
const nearest = 1e-6
const narrowest = 1e-9

const daysPerYear = 365
const blockBits = 6
const block = 1 << blockBits

/** Below this many amounts, a power each is quicker than a table. */
const fewAmounts = 12

/** One side, received or paid, in columns. Days are counted from the first day. */
class Side {
  count = 0
  amounts = new Float64Array(64)
  days = new Int32Array(64)

  add(amount: number, day: number): void {
    if (this.count === this.amounts.length) {
      this.amounts = doubled(this.amounts, new Float64Array(2 * this.count))
      this.days = doubled(this.days, new Int32Array(2 * this.count))
    }
    this.amounts[this.count] = amount
    this.days[this.count++] = day
  }
}

function doubled<Column extends Float64Array | Int32Array>(old: Column, larger: Column): Column {
  larger.set(old)
  return larger
}

/** Both sides at one y: logarithms of their worth, and durations in years from the middle day. */
type Point = { y: number; received: number; paid: number; durationReceived: number; durationPaid: number }

export type RatesFound = 'rates' | 'none' | 'total-loss' | 'nothing-put-in'

/** Keeps its columns between calls, so that a million cash flows cost no memory; the answer depends on the call alone. */
export class RateFinder {
  /** ln(1 + r) of every rate found by the last call, rising. */
  readonly logRates: number[] = []

  readonly #received = new Side()
  readonly #paid = new Side()
  /** Powers of one day, 0 to 63, and of 64 days, from the first block to the last. */
  readonly #low = new Float64Array(block)
  #high = new Float64Array(64)
  #blocks = 1
  #middleBlock = 0
  #worth = 0
  #duration = 0

  /** Amounts (negative is paid in) on rising days, each day once. The columns are read from `from` up to `to`. */
  find(amounts: ArrayLike<number>, days: ArrayLike<number>, from = 0, to = amounts.length): RatesFound {
    this.logRates.length = 0
    const signChanges = this.#load(amounts, days, from, to)
    if (this.#paid.count === 0) return 'nothing-put-in'
    if (this.#received.count === 0) return 'total-loss'
    const reach = furthest / ((this.#blocks * block) / 2 / daysPerYear)
    const [low, high] = [Math.max(lowest, -reach), Math.min(highest, reach)]
    if (signChanges === 1) this.#findOnly(low, high)
    else {
      const zero = this.#at(0)
      this.#isolate(this.#at(low), zero)
      this.#isolate(zero, this.#at(high))
    }
    return this.logRates.length > 0 ? 'rates' : 'none'
  }

  /** Fills both sides, and tells how often the sign changes in time. */
  #load(amounts: ArrayLike<number>, days: ArrayLike<number>, from: number, to: number): number {
    const [received, paid] = [this.#received, this.#paid]
    received.count = paid.count = 0
    let [first, last, changes, before] = [0, 0, 0, 0]
    for (let at = from; at < to; at++) {
      const amount = amounts[at]!
      if (amount === 0) continue
      const day = days[at]!
      if (before === 0) first = day
      last = day - first
      const side = amount > 0 ? received : paid
      side.add(amount > 0 ? amount : -amount, last)
      const sign = amount > 0 ? 1 : -1
      if (sign + before === 0) changes++
      before = sign
    }
    this.#blocks = (last >> blockBits) + 1
    this.#middleBlock = this.#blocks >> 1
    if (this.#blocks > this.#high.length) this.#high = new Float64Array(2 * this.#blocks)
    return changes
  }

  /** By Descartes there is at most one rate: all that was received came after all that was paid, or before. */
  #findOnly(low: number, high: number): void {
    const zero = this.#at(0)
    if (valueOf(zero) === 0) this.logRates.push(0)
    else if (slopeOf(zero) < 0 === valueOf(zero) > 0) this.#newton(zero, 0, high, { isEndProven: false })
    else this.#newton(zero, low, 0, { isEndProven: false })
  }

  /** Every root from a, itself left out where the curve falls to it, through b. */
  #isolate(a: Point, b: Point): void {
    const [valueA, valueB] = [valueOf(a), valueOf(b)]
    const width = b.y - a.y
    if (
      valueA > 0 &&
      valueB > 0 &&
      leastBetween(a.received, a.durationReceived, a.paid, b.received, b.durationReceived, b.paid, width) > noise
    )
      return
    if (
      valueA < 0 &&
      valueB < 0 &&
      leastBetween(a.paid, a.durationPaid, a.received, b.paid, b.durationPaid, b.received, width) > noise
    )
      return
    const slopeLeast = b.durationPaid - a.durationReceived
    const slopeMost = a.durationPaid - b.durationReceived
    const isMonotone = slopeLeast > 0 || slopeMost < 0
    if (valueA > 0 !== valueB > 0 && (isMonotone || width < narrowest))
      return this.#newton(Math.abs(valueA) < Math.abs(valueB) ? a : b, a.y, b.y, { isEndProven: true })
    if (isMonotone || width < narrowest) {
      if (touches(a)) this.#add(a.y)
      else if (touches(b)) this.#add(b.y)
      return
    }
    const middle = this.#at((a.y + b.y) / 2)
    this.#isolate(a, middle)
    this.#isolate(middle, b)
  }

  /** Neighbouring intervals all see the same touch. */
  #add(y: number): void {
    const before = this.logRates.at(-1)
    if (before === undefined || y - before > nearest) this.logRates.push(y)
  }

  /**
   * The root between low and high, by Newton's rule, or by halving where that would leave the bracket. Where the far end
   * is not proven to lie beyond the root, it is tried when a step would pass it.
   */
  #newton(start: Point, low: number, high: number, { isEndProven }: { isEndProven: boolean }): void {
    const rises = slopeOf(start) > 0
    let { y } = start
    let [value, slope, stepBefore, isProven] = [valueOf(start), slopeOf(start), 0, isEndProven]
    for (let round = 0; round < 200; round++) {
      if (value > 0 === rises) high = y
      else low = y
      let next = y - value / slope
      if (!(next > low && next < high)) {
        if (!isProven) {
          // Only the end that the step would pass has not been tried.
          const end = this.#at(value > 0 === rises ? low : high)
          if (valueOf(end) > 0 === value > 0) return
          isProven = true
        }
        next = (low + high) / 2
      }
      const step = Math.abs(next - y)
      y = next
      // Newton's steps shrink by squares: the next would be about step³ ÷ stepBefore².
      if (step <= 1e-14 || step * step * step <= 1e-14 * stepBefore * stepBefore) break
      stepBefore = step
      this.#fillPowers(y)
      this.#sum(this.#received, y)
      const [received, durationReceived] = [this.#worth, this.#duration]
      this.#sum(this.#paid, y)
      value = log(received / this.#worth)
      slope = this.#duration - durationReceived
    }
    this.#add(y)
  }

  #at(y: number): Point {
    this.#fillPowers(y)
    this.#sum(this.#received, y)
    const [received, durationReceived] = [log(this.#worth), this.#duration]
    this.#sum(this.#paid, y)
    return { y, received, paid: log(this.#worth), durationReceived, durationPaid: this.#duration }
  }

  /** Powers of (1 + r)^(−1/365), in steps of four so that no product waits for the one before. */
  #fillPowers(y: number): void {
    if (this.#received.count + this.#paid.count < fewAmounts) return
    fill(this.#low, block, 1, exp(-y / daysPerYear))
    fill(this.#high, this.#blocks, exp((y * block * this.#middleBlock) / daysPerYear), exp((-y * block) / daysPerYear))
  }

  #sum(side: Side, y: number): void {
    const { amounts, days, count } = side
    const middle = this.#middleBlock * block
    let [worth, weighted] = [0, 0]
    if (this.#received.count + this.#paid.count < fewAmounts) {
      for (let at = 0; at < count; at++) {
        const term = amounts[at]! * exp((-y * (days[at]! - middle)) / daysPerYear)
        worth += term
        weighted += term * days[at]!
      }
    } else {
      const [low, high] = [this.#low, this.#high]
      for (let at = 0; at < count; at++) {
        const day = days[at]!
        const term = amounts[at]! * low[day & (block - 1)]! * high[day >> blockBits]!
        worth += term
        weighted += term * day
      }
    }
    this.#worth = worth
    this.#duration = (weighted / worth - middle) / daysPerYear
  }
}

function fill(powers: Float64Array, count: number, first: number, ratio: number): void {
  const square = ratio * ratio
  const fourth = square * square
  let [a, b, c, d] = [first, first * ratio, first * square, first * square * ratio]
  for (let at = 0; at < count; at += 4) {
    powers[at] = a
    powers[at + 1] = b
    powers[at + 2] = c
    powers[at + 3] = d
    a *= fourth
    b *= fourth
    c *= fourth
    d *= fourth
  }
}

function valueOf({ received, paid }: Point): number {
  return received - paid
}

/** Zero and level, as far as rounding lets one see. */
function touches(point: Point): boolean {
  return Math.abs(valueOf(point)) <= noise && Math.abs(slopeOf(point)) <= nearest
}

function slopeOf({ durationReceived, durationPaid }: Point): number {
  return durationPaid - durationReceived
}

/** The least that (convex above) − (convex below) can be: where the tangents of the upper meet, less the chord of the lower. */
function leastBetween(
  upperA: number,
  durationA: number,
  lowerA: number,
  upperB: number,
  durationB: number,
  lowerB: number,
  width: number,
): number {
  const bend = durationA - durationB
  const meeting = bend > 0 ? (upperA - upperB - durationB * width) / bend : 0
  const at = meeting < 0 ? 0 : meeting > width ? width : meeting
  return upperA - durationA * at - (lowerA + ((lowerB - lowerA) * at) / width)
}
