/**
 * How uncertain a number is, as data, with its mean and its quantiles.
 *
 *     { low: 35 %, likely: 50 %, high: 65 % }   mean (35 + 4 × 50 + 65)/6 = 50 %: the PERT curve between low and high
 *     { normal: 15 %, sd: 10 %, within: [0 %, 50 %] }   what the normal curve gives inside, and nothing outside
 *     { lognormal-mean: 120000 kr, sd-log: 0.25 }       ln x is normal with mean ln 120000 − 0.25²/2
 *
 * Floating point with the same bits on every machine. Drawing from a distribution is the simulation's.
 */
import { assert, exp, pow } from '../../base/index.ts'

export type Distribution =
  | { kind: 'point'; value: number }
  | { kind: 'pert'; low: number; likely: number; high: number }
  | { kind: 'beta'; a: number; b: number }
  /** Without bounds, `low` and `high` are −∞ and ∞. */
  | { kind: 'normal'; mean: number; sd: number; low: number; high: number }
  /** Of ln x: `mean` and `sd`. */
  | { kind: 'lognormal'; mean: number; sd: number }
  | { kind: 'poisson'; mean: number }
  | { kind: 'uniform'; low: number; high: number }
  /** Any of the values with the same chance; in rising order. */
  | { kind: 'empirical'; values: Float64Array }

/** The mean: what a calculation without chance uses. */
export function meanOf(of: Distribution): number {
  switch (of.kind) {
    case 'point':
      return of.value
    case 'pert':
      return (of.low + 4 * of.likely + of.high) / 6
    case 'beta':
      return of.a / (of.a + of.b)
    case 'normal':
      return truncatedMean(of)
    case 'lognormal':
      return exp(of.mean + (of.sd * of.sd) / 2)
    case 'poisson':
      return of.mean
    case 'uniform':
      return (of.low + of.high) / 2
    case 'empirical':
      return of.values.reduce((sum, value) => sum + value, 0) / of.values.length
  }
}

/**
 * The value that a draw stays at or under with the given chance, 0 < chance < 1; where a curve has no formula for it, by halving
 * until nothing is left to halve. For an empirical one, linear between the ordered values (R's type 7).
 */
export function quantileOf(of: Distribution, chance: number): number {
  assert(chance > 0 && chance < 1, 'a chance is between 0 and 1')
  switch (of.kind) {
    case 'point':
      return of.value
    case 'pert':
      return of.low + (of.high - of.low) * betaQuantile(pertShape(of), chance)
    case 'beta':
      return betaQuantile(of, chance)
    case 'normal': {
      const [below, above] = [normalBelow((of.low - of.mean) / of.sd), normalBelow((of.high - of.mean) / of.sd)]
      return of.mean + of.sd * normalQuantile(below + chance * (above - below))
    }
    case 'lognormal':
      return exp(of.mean + of.sd * normalQuantile(chance))
    case 'poisson':
      return poissonQuantile(of.mean, chance)
    case 'uniform':
      return of.low + chance * (of.high - of.low)
    case 'empirical':
      return orderedQuantile(of.values, chance)
  }
}

/** The beta curve that PERT stretches over low … high, with the weight 4 on what is likely. */
export function pertShape({ low, likely, high }: { low: number; likely: number; high: number }): {
  a: number
  b: number
} {
  const range = high - low
  return { a: 1 + (4 * (likely - low)) / range, b: 1 + (4 * (high - likely)) / range }
}

const rootOfTwoPi = 2.5066282746310002

const normalDensity = (x: number): number => exp((-x * x) / 2) / rootOfTwoPi

/** The chance that a standard normal draw is below x; by the series x + x³/3 + x⁵/15 + … near the middle. */
export function normalBelow(x: number): number {
  if (x > 38) return 1
  if (x < -38) return 0
  if (x < -6 || x > 6) return x < 0 ? normalTail(-x) : 1 - normalTail(x)
  let term = x
  let sum = x
  for (let odd = 3; term + sum !== sum; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + sum * normalDensity(x)
}

/** The chance above x, for x > 6, by the continued fraction of Laplace. */
function normalTail(x: number): number {
  let fraction = x
  for (let step = 60; step >= 1; step--) fraction = x + step / fraction
  return normalDensity(x) / fraction
}

function normalQuantile(chance: number): number {
  return bisected(-38, 38, (x) => normalBelow(x) < chance)
}

function truncatedMean({ mean, sd, low, high }: { mean: number; sd: number; low: number; high: number }): number {
  const [from, to] = [(low - mean) / sd, (high - mean) / sd]
  const density = (x: number): number => (Number.isFinite(x) ? normalDensity(x) : 0)
  return mean + (sd * (density(from) - density(to))) / (normalBelow(to) - normalBelow(from))
}

/** Halves the stretch until it cannot be halved; `isBelow` says that the answer lies higher. */
function bisected(low: number, high: number, isBelow: (x: number) => boolean): number {
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (isBelow(middle)) low = middle
    else high = middle
  }
}

function betaQuantile({ a, b }: { a: number; b: number }, chance: number): number {
  // Where both fractions are quick, so that the two parts of the area under the curve are as exact as each of them.
  const middle = a / (a + b)
  const areaBelow = (x: number): number => (x <= middle ? betaArea(a, b, x) : all - betaArea(b, a, 1 - x))
  const all = betaArea(a, b, middle) + betaArea(b, a, 1 - middle)
  return bisected(0, 1, (x) => areaBelow(x) < chance * all)
}

/** The area under x^(a − 1) × (1 − x)^(b − 1) from 0 to x, by the continued fraction of the incomplete beta function. */
function betaArea(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  // Lentz's way: the fraction is the product of how much each of its steps changes it.
  let above = 1
  let below = 1 / (1 - ((a + b) * x) / (a + 1))
  let fraction = below
  for (let step = 1; step < betaStepsMax; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step))
    below = 1 / (1 + even * below)
    above = 1 + even / above
    fraction *= below * above
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1))
    below = 1 / (1 + odd * below)
    above = 1 + odd / above
    const change = below * above
    fraction *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return (pow(x, a) * pow(1 - x, b) * fraction) / a
}

const betaStepsMax = 10_000

function poissonQuantile(mean: number, chance: number): number {
  let term = exp(-mean)
  let below = term
  let count = 0
  while (below < chance && count < 10_000) {
    count++
    term *= mean / count
    below += term
  }
  return count
}

function orderedQuantile(values: Float64Array, chance: number): number {
  const at = chance * (values.length - 1)
  const index = Math.floor(at)
  const next = Math.min(index + 1, values.length - 1)
  return values[index]! + (at - index) * (values[next]! - values[index]!)
}

/** The chance of 0, 1, 2 … `most` in a Poisson count; what lies beyond is left out. */
export function poissonShares(mean: number, most: number): Float64Array {
  const shares = new Float64Array(most + 1)
  let term = exp(-mean)
  for (let count = 0; count <= most; count++) {
    shares[count] = term
    term *= mean / (count + 1)
  }
  return shares
}
