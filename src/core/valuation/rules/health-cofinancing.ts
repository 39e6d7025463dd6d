/**
 * Municipal co-financing of health: what of one more use of a regional health service the municipality pays.
 *
 *     a psychiatric admission of 20,000 kr. in 2018  →  60 %, at most 8,862 kr.;   in 2019 or later  →  nothing
 *
 * Since 2019 the co-financing is frozen: the municipality pays the same whatever is used, so at the margin nothing, and the
 * health reform abolishes it. A visit saved is the region's gain. The case that surprises: for services whose old share
 * depended on age or on other things there is no single figure, and that is a problem rather than a guess.
 */
import { type Day, type Problem } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type RuleUse, RuleReader } from './figures.ts'

export const healthServices = [
  'psychiatry-admission',
  'psychiatry-outpatient',
  'practice',
  'specialist',
  'somatic',
] as const
export type HealthService = (typeof healthServices)[number]

export type HealthSplit = { gross: number; region: number; municipal: number }

/** Problems: those of RuleReader, for the figure of the service's name and its `-max` in the rule health-cofinancing. */
export function healthCofinancing(
  catalogue: Catalogue,
  { service, gross, on }: { service: HealthService; gross: number; on: Day },
  use: RuleUse,
): { split: HealthSplit | undefined; problems: Problem[] } {
  const { splits, problems } = healthCofinancingOn(catalogue, { service, uses: [{ gross, on }] }, use)
  return { split: splits?.[0], problems }
}

/** Several uses of one service, each of its day. */
export function healthCofinancingOn(
  catalogue: Catalogue,
  { service, uses }: { service: HealthService; uses: readonly { gross: number; on: Day }[] },
  use: RuleUse,
): { splits: HealthSplit[] | undefined; problems: Problem[] } {
  const reader = new RuleReader(catalogue, 'health-cofinancing', use)
  const splits = uses.flatMap(({ gross, on }): HealthSplit[] => {
    const share = reader.value(service, on)
    if (share === undefined) return []
    const most = reader.valueIfAny(`${service}-max`, on) ?? Infinity
    const municipal = Math.min((gross * share) / 100, most)
    return [{ gross, region: gross - municipal, municipal }]
  })
  return { splits: splits.length === uses.length ? splits : undefined, problems: reader.problems }
}
