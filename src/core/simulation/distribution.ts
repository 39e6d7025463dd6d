/**
 * Distributions: what may be said of a number that is not known, and drawing one.
 *
 *     { low: 35 %, likely: 50 %, high: 65 % }      the beta distribution between low and high whose top is at likely, with
 *                                                  mean (low + 4 × likely + high) / 6, as planners have it (PERT)
 *     { beta: [24, 16] }                           mean 24/40
 *     { normal: 0.15, sd: 0.10 } within 0 to 0.5   cut off at both ends, and what is left made whole again
 *     lognormal, ln 120 000 − 0.25²/2 and 0.25     mean 120 000
 *     data                                         each value that was seen, as likely as any other
 *
 * A draw uses only + − × ÷ √ and our own exp and log, so the same stream gives the same bits on every machine. A
 * distribution without spread, or that is none, is no distribution: `faultOf` says so before anything is drawn.
 */
import { assert, exp, log } from '../base/index.ts'
import { betaBelow, gammaBelow, logGamma, normalBelow, normalQuantile, whereReached } from './special.ts'
import { type Stream } from './stream.ts'

export type Distribution =
  | { kind: 'uniform'; low: number; high: number }
  | { kind: 'normal'; mean: number; deviation: number }
  /** Of the logarithm: `mean` and `deviation`. */
  | { kind: 'lognormal'; mean: number; deviation: number }
  | { kind: 'gamma'; shape: number; scale: number }
  | { kind: 'beta'; a: number; b: number }
  | { kind: 'likely'; low: number; likely: number; high: number }
  | { kind: 'poisson'; mean: number }
  /** The number of the trial that is the first to succeed, from 1. */
  | { kind: 'geometric'; chance: number }
  | { kind: 'data'; values: readonly number[] }
  | { kind: 'within'; of: Distribution; low: number; high: number }

/** no-spread: always the same number. improper: no such distribution. outside: next to nothing of it is within the bounds. */
export type DistributionFault = 'no-spread' | 'improper' | 'outside'

export type Sampler = {
  draw: (stream: Stream) => number
  /** The number below which a share p lies. */
  quantile: (p: number) => number
  /** The share at or below x. */
  below: (x: number) => number
  mean: number
  deviation: number
}

/** The least share of a distribution that may lie within its bounds. */
const withinLeast = 1e-6

/** What is wrong with a distribution; undefined if it can be drawn from. */
export function faultOf(distribution: Distribution): DistributionFault | undefined {
  const { kind } = distribution
  if (kind === 'data') {
    const { values } = distribution
    if (values.length === 0 || !values.every(Number.isFinite)) return 'improper'
    return values.every((value) => value === values[0]) ? 'no-spread' : undefined
  }
  const numbers = Object.values(distribution).filter((value) => typeof value === 'number')
  if (!numbers.every(Number.isFinite)) return 'improper'
  switch (kind) {
    case 'uniform':
      return spreadFault(distribution.low, distribution.high)
    case 'normal':
    case 'lognormal':
      return signFault(distribution.deviation)
    case 'gamma':
      return distribution.shape > 0 && distribution.scale > 0 ? undefined : 'improper'
    case 'beta':
      return distribution.a > 0 && distribution.b > 0 ? undefined : 'improper'
    case 'likely': {
      const { low, likely, high } = distribution
      return low <= likely && likely <= high ? spreadFault(low, high) : 'improper'
    }
    case 'poisson':
      return distribution.mean === 0 ? 'no-spread' : distribution.mean > 0 ? undefined : 'improper'
    case 'geometric':
      return distribution.chance === 1 ? 'no-spread' : isShare(distribution.chance) ? undefined : 'improper'
    case 'within':
      return faultWithin(distribution)
  }
}

const isShare = (chance: number): boolean => chance > 0 && chance < 1
const spreadFault = (low: number, high: number) => (low < high ? undefined : low === high ? 'no-spread' : 'improper')
const signFault = (deviation: number) => (deviation > 0 ? undefined : deviation === 0 ? 'no-spread' : 'improper')

function faultWithin({ of, low, high }: Extract<Distribution, { kind: 'within' }>): DistributionFault | undefined {
  const fault = faultOf(of) ?? spreadFault(low, high)
  if (fault !== undefined) return fault
  const { below, quantile } = samplerOf(of)
  const [from, to] = [isCounted(of) ? below(low - 1) : below(low), below(high)]
  if (!(to - from >= withinLeast)) return 'outside'
  return quantile(from + (to - from) * 1e-9) === quantile(to - (to - from) * 1e-9) ? 'no-spread' : undefined
}

/** Makes a distribution without a fault ready to be drawn from. */
export function samplerOf(distribution: Distribution): Sampler {
  switch (distribution.kind) {
    case 'uniform': {
      const { low, high } = distribution
      const quantile = (p: number) => low + (high - low) * p
      const below = (x: number) => between((x - low) / (high - low), 0, 1)
      return byQuantile({ quantile, below, mean: (low + high) / 2, deviation: (high - low) / Math.sqrt(12) })
    }
    case 'normal': {
      const { mean, deviation } = distribution
      const quantile = (p: number) => mean + deviation * normalQuantile(p)
      return byQuantile({ quantile, below: (x) => normalBelow((x - mean) / deviation), mean, deviation })
    }
    case 'lognormal':
      return lognormal(distribution)
    case 'gamma':
      return gamma(distribution)
    case 'beta':
      return beta(distribution.a, distribution.b, 0, 1)
    case 'likely': {
      const { low, likely, high } = distribution
      const top = (likely - low) / (high - low)
      return beta(1 + 4 * top, 1 + 4 * (1 - top), low, high)
    }
    case 'poisson':
      return poisson(distribution.mean)
    case 'geometric':
      return geometric(distribution.chance)
    case 'data':
      return fromData(distribution.values)
    case 'within':
      return within(distribution)
  }
}

const between = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x)
const isCounted = ({ kind }: Distribution): boolean => kind === 'poisson' || kind === 'geometric'

function byQuantile(rest: Omit<Sampler, 'draw'>): Sampler {
  const { quantile } = rest
  return { ...rest, draw: (stream) => quantile(aboveZero(stream)) }
}

/** A number above 0, because nothing lies below the quantile of 0 of a distribution without an end. */
function aboveZero(stream: Stream): number {
  for (;;) {
    const number = stream.next()
    if (number > 0) return number
  }
}

function lognormal({ mean: logMean, deviation }: { mean: number; deviation: number }): Sampler {
  const mean = exp(logMean + (deviation * deviation) / 2)
  return byQuantile({
    quantile: (p) => exp(logMean + deviation * normalQuantile(p)),
    below: (x) => (x > 0 ? normalBelow((log(x) - logMean) / deviation) : 0),
    mean,
    deviation: mean * Math.sqrt(exp(deviation * deviation) - 1),
  })
}

function gamma({ shape, scale }: { shape: number; scale: number }): Sampler {
  const below = (x: number) => gammaBelow(shape, x / scale)
  const deviation = Math.sqrt(shape) * scale
  const quantile = (p: number) => {
    let high = shape * scale + 10 * deviation
    while (below(high) < p && Number.isFinite(high)) high *= 2
    return p <= 0 ? 0 : whereReached(p, below, 0, high)
  }
  return { draw: (stream) => scale * drawGamma(shape, stream), quantile, below, mean: shape * scale, deviation }
}

/** By Marsaglia and Tsang: a normal number made into a gamma number, and now and then thrown away. */
function drawGamma(shape: number, stream: Stream): number {
  if (shape < 1) return drawGamma(shape + 1, stream) * exp(log(aboveZero(stream)) / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = normalQuantile(aboveZero(stream))
    const root = 1 + c * normal
    if (root <= 0) continue
    const cube = root * root * root
    const uniform = aboveZero(stream)
    const square = normal * normal
    if (uniform < 1 - 0.0331 * square * square) return d * cube
    if (log(uniform) < 0.5 * square + d * (1 - cube + log(cube))) return d * cube
  }
}

/** Beta between two ends: a gamma number's share of itself and another. */
function beta(a: number, b: number, low: number, high: number): Sampler {
  const size = high - low
  const below = (x: number) => betaBelow(a, b, (x - low) / size)
  return {
    draw: (stream) => {
      const own = drawGamma(a, stream)
      return low + (size * own) / (own + drawGamma(b, stream))
    },
    quantile: (p) => (p <= 0 ? low : p >= 1 ? high : whereReached(p, below, low, high)),
    below,
    mean: low + (size * a) / (a + b),
    deviation: (size * Math.sqrt((a * b) / (a + b + 1))) / (a + b),
  }
}

/** By a table of what lies at or below each number, as far out as a draw can reach. */
function poisson(mean: number): Sampler {
  const reach = 12 * Math.sqrt(mean) + 40
  const first = Math.max(0, Math.floor(mean - reach))
  const atOrBelow = new Float64Array(Math.ceil(mean + reach) - first + 1)
  for (let at = 0, sum = 0; at < atOrBelow.length; at++) {
    const count = first + at
    sum += exp(count * log(mean) - mean - logGamma(count + 1))
    atOrBelow[at] = sum
  }
  const quantile = (p: number) => first + placeIn(atOrBelow, p)
  const below = (x: number) => (x < first ? 0 : (atOrBelow[Math.min(Math.floor(x) - first, atOrBelow.length - 1)] ?? 1))
  return { draw: (stream) => quantile(stream.next()), quantile, below, mean, deviation: Math.sqrt(mean) }
}

/** The first place of a growing column that is above p; the last, if none is. */
function placeIn(growing: Float64Array, p: number): number {
  let [low, high] = [0, growing.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (growing[middle]! > p) high = middle
    else low = middle + 1
  }
  return low
}

function geometric(chance: number): Sampler {
  const logMissed = log(1 - chance)
  const quantile = (p: number) => 1 + Math.floor(log(1 - p) / logMissed)
  const below = (x: number) => (x < 1 ? 0 : 1 - exp(Math.floor(x) * logMissed))
  return {
    draw: (stream) => quantile(stream.next()),
    quantile,
    below,
    mean: 1 / chance,
    deviation: Math.sqrt(1 - chance) / chance,
  }
}

function fromData(values: readonly number[]): Sampler {
  const sorted = Float64Array.from(values).sort()
  const count = sorted.length
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count
  const variance = sorted.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / count
  const quantile = (p: number) => sorted[Math.min(Math.floor(p * count), count - 1)]!
  const below = (x: number) => sorted.filter((value) => value <= x).length / count
  return { draw: (stream) => quantile(stream.next()), quantile, below, mean, deviation: Math.sqrt(variance) }
}

/** A number below which nothing was cut off, and above which nothing was: the share in between, made whole. */
function within({ of, low, high }: Extract<Distribution, { kind: 'within' }>): Sampler {
  const whole = samplerOf(of)
  const from = whole.below(isCounted(of) ? low - 1 : low)
  const share = whole.below(high) - from
  assert(share > 0, 'some of a distribution is within its bounds')
  const quantile = (p: number) => between(whole.quantile(from + share * p), low, high)
  const below = (x: number) => between((whole.below(x) - from) / share, 0, 1)
  return byQuantile({ quantile, below, ...momentsOf(quantile) })
}

const pieces = 4096

/** Mean and deviation by the quantiles in the middle of many equal pieces. */
function momentsOf(quantile: (p: number) => number): { mean: number; deviation: number } {
  const values = Float64Array.from({ length: pieces }, (_, piece) => quantile((piece + 0.5) / pieces))
  const mean = values.reduce((sum, value) => sum + value, 0) / pieces
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / pieces
  return { mean, deviation: Math.sqrt(variance) }
}
