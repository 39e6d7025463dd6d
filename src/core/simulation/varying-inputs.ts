/**
 * The estimates of a case that chance decides: their distributions, and how they rise and fall together.
 *
 * Problems: distribution-outside (wrong), where next to nothing of a distribution lies within its bounds; distribution-no-spread
 * (wrong), where it always gives the same number; correlations-impossible (wrong), where the stated ones cannot all hold.
 */
import { type Problem, problem } from '../base/index.ts'
import { type CompiledCase, type Distribution as CaseDistribution, type Estimate } from '../valuation/index.ts'
import { type RankCorrelation, arePossible } from './correlation.ts'
import { type Distribution, type Sampler, faultOf, samplerOf } from './distribution.ts'

export type VaryingInputs = {
  /** Places among the estimates of the case. */
  places: number[]
  samplers: Sampler[]
  /** Between places in the two lists above. */
  correlations: RankCorrelation[]
}

/** The inputs that are drawn. The case has none of the problems below. */
export function varyingInputs({ estimates, correlations }: CompiledCase): VaryingInputs {
  const varying = estimates.map(({ distribution }) => distributionOf(distribution))
  const places = varying.flatMap((one, at) => (one === undefined ? [] : [at]))
  return { places, samplers: places.map((at) => samplerOf(varying[at]!)), correlations: among(correlations, places) }
}

function among(correlations: CompiledCase['correlations'], places: readonly number[]): RankCorrelation[] {
  return correlations.flatMap(({ between: [a, b], is }) => {
    const between = [places.indexOf(a), places.indexOf(b)] as const
    return between.includes(-1) ? [] : [{ between, rank: is }]
  })
}

/** What stands in the way of drawing the inputs of a case. */
export function problemsOfInputs({ estimates, correlations, file }: CompiledCase): Problem[] {
  const found = estimates.flatMap((estimate) => problemOf(estimate) ?? [])
  if (found.length > 0 || arePossible(estimates.length, among(correlations, [...estimates.keys()]))) return found
  const at = file.places['correlations'] ?? file.at
  const names = correlations.map(({ between }) => between.map((place) => estimates[place]!.name).join(' – '))
  return [problem('correlations-impossible', 'wrong', at, { between: names })]
}

function problemOf({ name, distribution, at }: Estimate): Problem | undefined {
  const drawn = distributionOf(distribution)
  const fault = drawn === undefined ? undefined : faultOf(drawn)
  if (fault === undefined) return undefined
  return problem(fault === 'outside' ? 'distribution-outside' : 'distribution-no-spread', 'wrong', at, { name })
}

/** A case's distribution as one that can be drawn from; nothing for a number that is certain. */
function distributionOf(of: CaseDistribution): Distribution | undefined {
  switch (of.kind) {
    case 'point':
      return undefined
    case 'pert':
      return { kind: 'likely', low: of.low, likely: of.likely, high: of.high }
    case 'beta':
    case 'poisson':
    case 'uniform':
      return of
    case 'lognormal':
      return { kind: 'lognormal', mean: of.mean, deviation: of.sd }
    case 'normal': {
      const normal: Distribution = { kind: 'normal', mean: of.mean, deviation: of.sd }
      const isBounded = Number.isFinite(of.low) || Number.isFinite(of.high)
      return isBounded ? { kind: 'within', of: normal, low: of.low, high: of.high } : normal
    }
    case 'empirical':
      return { kind: 'data', values: [...of.values] }
  }
}
