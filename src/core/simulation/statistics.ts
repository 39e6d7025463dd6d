/**
 * Means with their error, and quantiles, of a column of draws.
 *
 *     mean of 2, 4, 9: 5 with an error of 2.08       half of 1, 2, 3, 10 lies below 2.5
 *
 * The error is the standard error: the spread of the draws over √n. A mean of another seed lies within two of it 19 times
 * of 20. Quantiles are linear between the ordered draws (R's type 7). Sums are taken in the order of the draws.
 */
export type Estimated = { mean: number; error: number }

export function estimated(column: Float64Array): Estimated {
  const count = column.length
  const mean = sumOf(column) / count
  return { mean, error: count > 1 ? Math.sqrt(squaresAbout(mean, column) / (count - 1) / count) : NaN }
}

// A long loop by itself is compiled once, while it runs, and what follows it is not.
function sumOf(column: Float64Array): number {
  let sum = 0
  for (let at = 0; at < column.length; at++) sum += column[at]!
  return sum
}

function squaresAbout(mean: number, column: Float64Array): number {
  let squares = 0
  for (let at = 0; at < column.length; at++) squares += (column[at]! - mean) * (column[at]! - mean)
  return squares
}

/** The share of draws for which something holds. */
export function shareOf(column: Float64Array, holds: (value: number) => boolean): Estimated {
  const mean = countOf(column, holds) / column.length
  return { mean, error: Math.sqrt((mean * (1 - mean)) / column.length) }
}

function countOf(column: Float64Array, holds: (value: number) => boolean): number {
  let yes = 0
  for (let at = 0; at < column.length; at++) if (holds(column[at]!)) yes++
  return yes
}

/** The levels of quantiles that are told of everything. */
export const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const

/** By level, in the order of `levels`; of the draws that are numbers. */
export function quantiles(column: Float64Array, at: readonly number[] = levels): number[] {
  const values = numbersOf(column)
  // Of somebody whom nothing touches, every draw is alike.
  if (values.every((value) => value === values[0])) return at.map(() => values[0] ?? NaN)
  const places = at.flatMap((level) => placesOf(values.length, level))
  putInPlace(
    values,
    0,
    values.length - 1,
    [...new Set(places)].sort((a, b) => a - b),
  )
  return at.map((level) => quantileIn(values, level))
}

/** A copy of those that are numbers. */
function numbersOf(column: Float64Array): Float64Array {
  const numbers = new Float64Array(column.length)
  return numbers.subarray(0, copyNumbers(column, numbers))
}

function copyNumbers(column: Float64Array, into: Float64Array): number {
  let count = 0
  for (let at = 0; at < column.length; at++) if (!Number.isNaN(column[at]!)) into[count++] = column[at]!
  return count
}

/** The two ordered draws between which a quantile lies. */
function placesOf(count: number, level: number): [below: number, above: number] {
  const below = Math.floor(level * (count - 1))
  return [below, Math.min(below + 1, count - 1)]
}

function quantileIn(values: Float64Array, level: number): number {
  if (values.length === 0) return NaN
  const [below, above] = placesOf(values.length, level)
  const part = level * (values.length - 1) - below
  return values[below]! + part * (values[above]! - values[below]!)
}

/** Moves values within a stretch until those at some places are where sorting would put them: a few passes instead of many. */
function putInPlace(values: Float64Array, low: number, high: number, places: readonly number[]): void {
  if (places.length === 0 || low >= high) return
  const middle = partition(values, low, high)
  putInPlace(
    values,
    low,
    middle,
    places.filter((place) => place <= middle),
  )
  putInPlace(
    values,
    middle + 1,
    high,
    places.filter((place) => place > middle),
  )
}

/** Parts a stretch in two so that nothing in the first is above anything in the second; gives the end of the first (Hoare). */
function partition(values: Float64Array, low: number, high: number): number {
  const [first, centre, last] = [values[low]!, values[(low + high) >> 1]!, values[high]!]
  // The one in the middle of three: neither order nor a run of equals makes it slow.
  const pivot = Math.max(Math.min(first, centre), Math.min(Math.max(first, centre), last))
  let from = low - 1
  let until = high + 1
  for (;;) {
    do from++
    while (values[from]! < pivot)
    do until--
    while (values[until]! > pivot)
    if (from >= until) return Math.min(until, high - 1)
    const swapped = values[from]!
    values[from] = values[until]!
    values[until] = swapped
  }
}

/** How many of the draws lie in each of equal steps; the first step begins at `from`, and 1 is always where one begins. */
export type Histogram = { from: number; step: number; counts: number[] }

const stepsMost = 24
const stepSizes = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]

/**
 * The draws between their 1 and 99 %, in at most 24 steps of a round size; what lies beyond is counted at the end it lies beyond.
 * Empty where no draw is a number, or they spread too far.
 *
 *     0.55, 0.95, 1.02, 1.08   →   from 0.55, step 0.05, counts 1 0 0 0 0 0 0 0 1 1 1
 */
export function histogramOf(column: Float64Array): Histogram {
  const [low = NaN, high = NaN] = quantiles(column, [0.01, 0.99])
  const step = stepSizes.find((size) => placeIn(high, size) - placeIn(low, size) < stepsMost)
  if (step === undefined || Number.isNaN(low)) return { from: 0, step: 1, counts: [] }
  const [first, last] = [placeIn(low, step), placeIn(high, step)]
  const counts = new Array<number>(last - first + 1).fill(0)
  for (const value of column) {
    if (!Number.isNaN(value)) counts[Math.min(Math.max(placeIn(value, step), first), last) - first]!++
  }
  return { from: first * step, step, counts }
}

/** A number a hair below a step for having been rounded is in it. */
const placeIn = (value: number, step: number): number => Math.floor(value / step + 1e-9)
