/**
 * What each estimate does to an outcome: how far it swings it, and what knowing it would be worth.
 *
 *     fit         the mean outcome at each value of the estimate, as a polynomial of the third degree
 *     swing       the fit where the estimate is low (10 %) and where it is high (90 %)
 *     worth       mean of max(0, fit) − max(0, mean outcome)
 *
 * The effort is worth choosing when its mean outcome is above nothing. Who knew an estimate before choosing would leave the
 * effort where the fit is below nothing, and take it where it is above: what that gains in the mean is the value of knowing
 * it (the expected value of partial perfect information, by regression). The polynomial is of the estimate's rank made
 * normal, so that no draw weighs too much. The error is by leaving out one twentieth of the draws at a time (jackknife), so
 * that one can see if a ranking would hold under another seed. Knowing everything is worth mean of max(0, outcome) − max(0, mean).
 */
import { type Estimated } from './statistics.ts'
import { normalQuantile } from './special.ts'

export type Influence = {
  /** The outcome where the estimate is low, and where it is high. */
  low: number
  high: number
  /** The part of the outcome's variance that the estimate explains by itself. */
  explains: number
  /** What knowing it before choosing is worth. */
  worth: Estimated
}

const degree = 3
const terms = degree + 1
const blocks = 20
const [lowScore, highScore] = [-1.2815515655446004, 1.2815515655446004]

/** The influence of an estimate, by the scores of its draws, on a column of outcomes. */
export function influenceOf(scores: Float64Array, outcomes: Float64Array): Influence {
  const ends = Array.from({ length: blocks + 1 }, (_, block) => Math.ceil((block * outcomes.length) / blocks))
  const sums = Array.from({ length: blocks }, (_, block) => sumsOf(scores, outcomes, ends[block]!, ends[block + 1]!))
  const all = new Sums().including(sums)
  const fit = all.fit()
  const mean = all.meanOutcome()
  const whole = gainOf(fit, scores, mean, 0, 0)
  const without = sums.map((_, block) => {
    const rest = new Sums().including(sums.filter((__, other) => other !== block))
    return gainOf(rest.fit(), scores, rest.meanOutcome(), ends[block]!, ends[block + 1]!)
  })
  return {
    low: valueAt(fit, lowScore),
    high: valueAt(fit, highScore),
    explains: explainedBy(fit, scores, outcomes, mean),
    worth: { mean: whole, error: jackknifeError(without) },
  }
}

/** What knowing every estimate would be worth. */
export function worthOfKnowingAll(outcomes: Float64Array): number {
  let [sum, positive] = [0, 0]
  for (const outcome of outcomes) {
    sum += outcome
    positive += Math.max(0, outcome)
  }
  return (positive - Math.max(0, sum)) / outcomes.length
}

/** Ranks as numbers of a normal distribution; equal inputs have the middle of their ranks. */
export function scoresOf(inputs: Float64Array): Float64Array {
  const sorted = inputs.slice().sort()
  const scores = new Float64Array(sorted.length)
  for (let first = 0; first < sorted.length;) {
    let end = first + 1
    while (end < sorted.length && sorted[end] === sorted[first]) end++
    scores.fill(normalQuantile((first + end) / 2 / sorted.length), first, end)
    first = end
  }
  return inputs.map((input) => scores[placeOf(sorted, input)]!)
}

/** How many of the sorted lie below a number. */
function placeOf(sorted: Float64Array, number: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}

function sumsOf(scores: Float64Array, outcomes: Float64Array, from: number, until: number): Sums {
  const sums = new Sums()
  for (let draw = from; draw < until; draw++) sums.add(scores[draw]!, outcomes[draw]!)
  return sums
}

/** Sums of powers, from which a polynomial is fitted by least squares. */
class Sums {
  private readonly powers = new Float64Array(2 * degree + 1)
  private readonly outcomes = new Float64Array(terms)

  add(score: number, outcome: number): void {
    let power = 1
    for (let at = 0; at < this.powers.length; at++) {
      this.powers[at]! += power
      if (at < terms) this.outcomes[at]! += power * outcome
      power *= score
    }
  }

  including(others: readonly Sums[]): this {
    for (const { powers, outcomes } of others) {
      powers.forEach((sum, at) => (this.powers[at]! += sum))
      outcomes.forEach((sum, at) => (this.outcomes[at]! += sum))
    }
    return this
  }

  meanOutcome(): number {
    return this.outcomes[0]! / this.powers[0]!
  }

  /** Coefficients by power; of powers that the inputs are too few for, 0. */
  fit(): Float64Array {
    const rows = Array.from({ length: terms }, (_, row) =>
      Float64Array.from({ length: terms + 1 }, (__, column) =>
        column < terms ? this.powers[row + column]! : this.outcomes[row]!,
      ),
    )
    const isUsed = rows.map(() => true)
    for (let column = 0; column < terms; column++) {
      const pivot = rows[column]![column]!
      isUsed[column] = pivot > 1e-9 * this.powers[2 * column]!
      if (!isUsed[column]) continue
      for (let row = 0; row < terms; row++) {
        if (row === column) continue
        const factor = rows[row]![column]! / pivot
        for (let at = column; at <= terms; at++) rows[row]![at]! -= factor * rows[column]![at]!
      }
    }
    return Float64Array.from(rows, (row, at) => (isUsed[at] ? row[terms]! / row[at]! : 0))
  }
}

function valueAt(fit: Float64Array, score: number): number {
  let value = 0
  for (let power = degree; power >= 0; power--) value = value * score + fit[power]!
  return value
}

/** What knowing is worth in the mean of the draws, without some in a row. */
function gainOf(fit: Float64Array, scores: Float64Array, mean: number, from: number, until: number): number {
  const sum = positivesOf(fit, scores, until, scores.length, positivesOf(fit, scores, 0, from, 0))
  // Rounding can leave a hair below nothing.
  return Math.max(0, sum / (scores.length - (until - from)) - Math.max(0, mean))
}

/** Adds the fit where it is above nothing, draw by draw, to a sum. */
function positivesOf(fit: Float64Array, scores: Float64Array, from: number, until: number, before: number): number {
  let sum = before
  for (let draw = from; draw < until; draw++) sum += Math.max(0, valueAt(fit, scores[draw]!))
  return sum
}

function explainedBy(fit: Float64Array, scores: Float64Array, outcomes: Float64Array, mean: number): number {
  let [fitted, all] = [0, 0]
  for (let draw = 0; draw < scores.length; draw++) {
    fitted += square(valueAt(fit, scores[draw]!) - mean)
    all += square(outcomes[draw]! - mean)
  }
  return all === 0 ? 0 : Math.min(1, fitted / all)
}

function jackknifeError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return Math.sqrt((squares * (values.length - 1)) / values.length)
}

const square = (x: number): number => x * x
