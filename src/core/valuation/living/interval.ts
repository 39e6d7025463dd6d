/**
 * How far what was seen can be from what lies behind it: two-sided intervals that cover at least 95 %.
 *
 *     shareInterval(4, 10) → 12.16 % … 73.76 %      Clopper and Pearson, Biometrika 26 (1934), 404-413
 *     countInterval(10)    → 4.80 … 18.39           Garwood, Biometrika 28 (1936), 437-442
 *     meanInterval(0, 10)  → 0 … 0.308              of numbers between 0 and 1: Hoeffding, J. Am. Stat. Ass. 58 (1963), 13-30, theorem 1
 *     medianInterval([8, 9, 9, 9, 10, 11])   → 8 … 11          Thompson, Ann. Math. Stat. 7 (1936), 122-128
 *
 * The low end is where so many or more have a chance of at most 2.5 %, the high end where so few or fewer have. They cover the truth
 * at least 95 times in 100 whatever the truth is, and whatever the numbers of a mean or a median are spread like; they are wider than
 * approximate ones, and a verdict comes later rather than wrongly. The case that surprises: fewer than six have no interval of a
 * median, for that all six lie on the same side of it has a chance of 3 %.
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

/** Of the mean of `of` people, each a number between 0 and 1, when so much was seen of it. */
export function meanInterval(seen: number, of: number): Interval {
  assert(seen >= 0 && seen <= 1, 'a mean of shares is a share')
  // How much less likely a mean of `seen` is, for each person, when another mean lies behind it.
  const distance = (mean: number): number => {
    if (seen > 0 && mean <= 0) return Infinity
    if (seen < 1 && mean >= 1) return Infinity
    const yes = seen === 0 ? 0 : seen * (log(seen) - log(mean))
    return yes + (seen === 1 ? 0 : (1 - seen) * (log(1 - seen) - log(1 - mean)))
  }
  const most = -log(tail) / of
  return {
    low: seen === 0 ? 0 : crossing((mean) => distance(mean) > most, { from: 0, to: seen }),
    high: seen === 1 ? 1 : crossing((mean) => distance(mean) <= most, { from: seen, to: 1 }),
  }
}

/** Of the middle of what the numbers were drawn from; nothing for fewer than six. */
export function medianInterval(numbers: readonly number[]): Interval | undefined {
  const of = numbers.length
  let outside = 0
  while (atMost(outside, of, 0.5) <= tail) outside++
  if (outside === 0) return undefined
  const sorted = [...numbers].sort((one, other) => one - other)
  return { low: sorted[outside - 1]!, high: sorted[of - outside]! }
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
