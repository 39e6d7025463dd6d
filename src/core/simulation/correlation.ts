/**
 * Drawing several inputs together, some of which rise and fall with each other.
 *
 *     rank correlation ρ between two inputs   →   normal numbers with correlation r = 2 sin(π ρ / 6)   →   their quantiles
 *
 * The ranks of the inputs have the correlation that was stated, whatever their distributions are. Stated correlations
 * can be impossible together: a with b 0.9, b with c 0.9, a with c −0.9. That is a fault, and is told.
 */
import { assert } from '../base/index.ts'
import { type Sampler } from './distribution.ts'
import { normalBelow, normalQuantile } from './special.ts'
import { type Stream } from './stream.ts'

export type RankCorrelation = { between: readonly [number, number]; rank: number }

/** Whether correlations between so many inputs can all hold at once. */
export function arePossible(count: number, correlations: readonly RankCorrelation[]): boolean {
  return rootOf(count, correlations) !== undefined
}

/** Draws a row of inputs into an array. Inputs that correlate with none are drawn by themselves. */
export function drawerOf(
  samplers: readonly Sampler[],
  correlations: readonly RankCorrelation[],
): (stream: Stream, into: Float64Array) => void {
  const tied = samplers.map((_, at) => correlations.some(({ between, rank }) => rank !== 0 && between.includes(at)))
  const numbers = samplers.map((_, at) => tied.slice(0, at).filter(Boolean).length)
  const among = correlations
    .filter(({ rank }) => rank !== 0)
    .map(({ between: [a, b], rank }): RankCorrelation => ({ between: [numbers[a]!, numbers[b]!], rank }))
  const count = tied.filter(Boolean).length
  const root = rootOf(count, among)
  assert(root !== undefined, 'correlations that are drawn from are possible')
  const normals = new Float64Array(count)
  return (stream, into) => {
    for (let at = 0; at < count; at++) normals[at] = normalQuantile(stream.next() || 0.5)
    for (let at = 0; at < samplers.length; at++) {
      const sampler = samplers[at]!
      into[at] = tied[at]
        ? sampler.quantile(normalBelow(tiedNormal(root, normals, numbers[at]!)))
        : sampler.draw(stream)
    }
  }
}

function tiedNormal(root: Float64Array, normals: Float64Array, row: number): number {
  let sum = 0
  for (let column = 0; column <= row; column++) sum += root[row * normals.length + column]! * normals[column]!
  return sum
}

/** The triangular root of the matrix of correlations, row by row (Cholesky); undefined if there is none. */
function rootOf(count: number, correlations: readonly RankCorrelation[]): Float64Array | undefined {
  const matrix = new Float64Array(count * count)
  for (let at = 0; at < count; at++) matrix[at * count + at] = 1
  for (const {
    between: [a, b],
    rank,
  } of correlations) {
    if (!(rank >= -1 && rank <= 1) || a === b) return undefined
    matrix[a * count + b] = matrix[b * count + a] = correlationOf(rank)
  }
  const root = new Float64Array(count * count)
  for (let row = 0; row < count; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * count + column]!
      for (let k = 0; k < column; k++) rest -= root[row * count + k]! * root[column * count + k]!
      if (column < row) root[row * count + column] = rest / root[column * count + column]!
      else if (rest > 1e-10) root[row * count + row] = Math.sqrt(rest)
      else return undefined
    }
  }
  return root
}

/** The correlation that normal numbers must have for their ranks to have this one. */
export const correlationOf = (rank: number): number => 2 * sine((Math.PI * rank) / 6)

/** The sine of a small angle, by its series. */
function sine(angle: number): number {
  let [term, sum] = [angle, angle]
  for (let n = 1; n < 12; n++) {
    term *= (-angle * angle) / (2 * n * (2 * n + 1))
    sum += term
  }
  return sum
}
