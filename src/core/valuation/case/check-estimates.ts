/**
 * Estimates: one way of being uncertain each, a curve that exists, a unit that fits where the name stands, shares between 0 and 1.
 *
 * Problems: distribution-improper, distribution-outside, estimate-unit, share-outside, correlation-unfit (wrong), estimate-idle (notice).
 */
import { type Place, approximate, problem } from '../../base/index.ts'
import { type Quantity } from '../../text/index.ts'
import { type CaseChecking, checkName, checkWays, inputsOf } from './checking.ts'
import { type WrittenEstimate } from './estimate-shape.ts'
import { normalBelow } from './distribution.ts'
import { type InputUnit } from './inputs.ts'

const ways: readonly (readonly string[])[] = [
  ['is'],
  ['low', 'likely', 'high'],
  ['beta'],
  ['normal', 'sd'],
  ['lognormal-mean', 'sd-log'],
  ['poisson'],
  ['uniform'],
  ['data', 'column'],
]

export function checkEstimates(to: CaseChecking): void {
  const estimates = to.file.estimates ?? new Map<string, WrittenEstimate>()
  for (const [name, estimate] of estimates) {
    if (!checkWays(to, estimate, ways)) continue
    const fault = faultOf(estimate)
    if (fault !== undefined) {
      const facts = { path: estimate.path, name, fault }
      to.problems.push(problem('distribution-improper', 'wrong', estimate.at, facts))
    } else if (isOutside(estimate)) to.problems.push(problem('distribution-outside', 'wrong', estimate.at, { name }))
  }
  const inputs = inputsOf(to.file)
  for (const [name, { at, path }] of estimates) {
    if (inputs.some(({ estimate }) => estimate === name)) continue
    to.problems.push(problem('estimate-idle', 'notice', at, { path, name }))
  }
  for (const input of inputs) {
    const { at, path } = input
    if (input.estimate === undefined) {
      if (input.unit === 'share') checkShare(to, input.value!, at, path)
      continue
    }
    checkName(to, { of: 'estimate', name: input.estimate, known: [...estimates.keys()], at, path })
    const estimate = estimates.get(input.estimate)
    if (estimate === undefined) continue
    const unit = unitOf(estimate)
    if (unit !== undefined && !fits(unit, input.unit)) {
      const facts = { path, name: input.estimate, has: unit, wants: input.unit }
      to.problems.push(problem('estimate-unit', 'wrong', at, facts))
    } else if (input.unit === 'share') {
      for (const value of boundsOf(estimate)) checkShare(to, value, estimate.at, estimate.path)
    }
  }
  for (const { between, is, at, path } of to.file.correlations ?? []) {
    for (const name of between) checkName(to, { of: 'estimate', name, known: [...estimates.keys()], at, path })
    if (between.length === 2 && between[0] !== between[1] && Math.abs(approximate(is)) <= 1) continue
    to.problems.push(problem('correlation-unfit', 'wrong', at, { path, is }))
  }
}

function checkShare(to: CaseChecking, value: number, at: Place, path: string): void {
  if (value >= 0 && value <= 1) return
  if (to.problems.some((found) => found.code === 'share-outside' && found.at === at)) return
  const facts = { path, found: Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : 'no-bounds' }
  to.problems.push(problem('share-outside', 'wrong', at, facts))
}

const number = (quantity: Quantity | undefined): number => (quantity === undefined ? NaN : approximate(quantity.value))

/** The lowest and highest that is written, or that a draw can be. */
export function boundsOf(estimate: WrittenEstimate): number[] {
  const { is, low, high, uniform, normal, within } = estimate
  if (is !== undefined) return [number(is)]
  if (low !== undefined && high !== undefined) return [number(low), number(high)]
  if (uniform !== undefined) return uniform.map(number)
  if (normal !== undefined) return within?.map(number) ?? [-Infinity, Infinity]
  return estimate.lognormalMean === undefined && estimate.poisson === undefined ? [] : [Infinity]
}

/** What is wrong with the curve: its figures are out of order, of no width, not above zero, too few, or of different units. */
function faultOf(estimate: WrittenEstimate): string | undefined {
  const { low, likely, high, beta, sd, within, uniform } = estimate
  const figures = [low, likely, high, ...(within ?? []), ...(uniform ?? []), sd, estimate.normal]
  const units = new Set(figures.flatMap((one) => (one === undefined ? [] : [one.unit])))
  if (units.size > 1) return 'units'
  if (low !== undefined && !(number(low) <= number(likely) && number(likely) <= number(high))) return 'order'
  if (low !== undefined && number(low) === number(high)) return 'width'
  if (beta !== undefined && beta.length !== 2) return 'two'
  if (beta?.some((one) => approximate(one) <= 0) === true) return 'positive'
  if (sd !== undefined && number(sd) === 0) return 'width'
  if (sd !== undefined && number(sd) < 0) return 'positive'
  for (const bounds of [within, uniform]) {
    if (bounds === undefined) continue
    if (bounds.length !== 2) return 'two'
    if (number(bounds[0]) === number(bounds[1])) return 'width'
    if (number(bounds[0]) > number(bounds[1])) return 'order'
  }
  if (estimate.sdLog !== undefined && approximate(estimate.sdLog) === 0) return 'width'
  const above = [estimate.sdLog, estimate.lognormalMean?.value, estimate.poisson]
  return above.some((one) => one !== undefined && approximate(one) <= 0) ? 'positive' : undefined
}

/** Whether next to nothing of a normal curve lies within its bounds, so that there is no mean of what does. */
function isOutside({ normal, sd, within }: WrittenEstimate): boolean {
  if (normal === undefined || within === undefined) return false
  const [low, high] = within.map((bound) => normalBelow((number(bound) - number(normal)) / number(sd))) as [
    number,
    number,
  ]
  return !(high - low > leastWithin)
}

/** Of less nothing can be drawn either. */
const leastWithin = 1e-6

/** What an estimate counts; nothing where its values come from a file that is not at hand. */
export function unitOf(estimate: WrittenEstimate): InputUnit | undefined {
  if (estimate.data !== undefined) return estimate.unit
  if (estimate.beta !== undefined) return 'share'
  const written = estimate.is ?? estimate.low ?? estimate.normal ?? estimate.lognormalMean ?? estimate.uniform?.[0]
  if (written === undefined) return 'number'
  const { unit } = written
  return unit === 'money' || unit === 'share' || unit === 'months' ? unit : 'number'
}

/** A plain number may stand for a count, a share or months. */
function fits(has: InputUnit, wants: InputUnit): boolean {
  return has === wants || (has === 'number' && wants !== 'money') || (wants === 'number' && has !== 'money')
}
