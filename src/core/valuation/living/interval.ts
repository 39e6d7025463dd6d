/**
 * How far a count can be from what lies behind it: exact two-sided intervals of 95 %.
 *
 *     shareInterval(4, 10) → 12.16 % … 73.76 %      Clopper and Pearson, Biometrika 26 (1934), 404-413
 *     countInterval(10)    → 4.80 … 18.39           Garwood, Biometrika 28 (1936), 437-442
 *
 * The low end is where so many or more have a chance of 2.5 %, the high end where so few or fewer have. Exact means that the
 * interval covers the truth at least 95 times in 100 whatever the truth is; it is wider than approximate ones, and a verdict
 * comes later rather than wrongly.
 */
import { assert, exp, log } from '../../base/index.ts'

export type Interval = { low: number; high: number }

const tail = 0.025
const halvings = 60

/** Of a share, after `count` of `of`. */
export function shareInterval(count: number, of: number): Interval {
  assert(count >= 0 && count <= of, 'no more are counted than there are')
  return {
    low: count === 0 ? 0 : crossing((share) => atMost(of - count, of, 1 - share) < tail, { from: 0, to: 1 }),
    high: count === of ? 1 : crossing((share) => atMost(count, of, share) >= tail, { from: 0, to: 1 }),
  }
}

/** Of the number that was to be expected, after a count of events. */
export function countInterval(count: number): Interval {
  const most = 2 * count + 20
  return {
    low: count === 0 ? 0 : crossing((mean) => 1 - atMostOfMean(count - 1, mean) < tail, { from: 0, to: most }),
    high: crossing((mean) => atMostOfMean(count, mean) >= tail, { from: 0, to: most }),
  }
}

/** Where a condition that holds from the beginning stops holding. */
function crossing(holds: (at: number) => boolean, { from, to }: { from: number; to: number }): number {
  let [low, high] = [from, to]
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The chance of at most so many of `of`, each with a share. */
function atMost(count: number, of: number, share: number): number {
  if (share <= 0 || count >= of) return 1
  if (share >= 1) return 0
  const odds = log(share) - log(1 - share)
  let [term, sum] = [of * log(1 - share), 0]
  for (let at = 0; at <= count; at++) {
    sum += exp(term)
    term += log((of - at) / (at + 1)) + odds
  }
  return Math.min(1, sum)
}

/** The chance of at most so many, where a number is expected. */
function atMostOfMean(count: number, mean: number): number {
  if (mean <= 0) return 1
  let [term, sum] = [-mean, 0]
  for (let at = 0; at <= count; at++) {
    sum += exp(term)
    term += log(mean) - log(at + 1)
  }
  return Math.min(1, sum)
}
