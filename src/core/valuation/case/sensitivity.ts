/**
 * How much each uncertain number moves the result, and what must be true for the case to carry itself.
 *
 *     bar        the municipality's present value with one estimate at its tenth and at its ninetieth percentile, the rest at
 *                their means; the widest bar first
 *     must be    the value of the estimate at which the municipality's present value is nothing
 */
import { type Words } from '../../text/index.ts'
import { expectedActivity } from './activity.ts'
import { parametersOf } from './compile-case.ts'
import { type CompiledCase, type Estimate, type Parameters } from './compiled.ts'
import { type Distribution, quantileOf } from './distribution.ts'
import { type InputUnit } from './inputs.ts'
import { budgetOf, inOre } from './matrix.ts'
import { valueActivity } from './value-activity.ts'

export type TornadoBar = {
  estimate: string
  label: Words
  unit: InputUnit
  /** The estimate itself: one chance in ten to be under `low`, and one in ten to be above `high`. */
  low: number
  mean: number
  high: number
  /** The municipality's present value there. */
  atLow: number
  atHigh: number
}

/** The tenth and the ninetieth percentile of curves met before, so that whoever values again and again finds each once. */
export type KnownEnds = Map<Distribution, [number, number]>

/** One bar for each estimate that is uncertain. */
export function sensitivityOf(compiled: CompiledCase, known: KnownEnds = new Map()): TornadoBar[] {
  const base = parametersOf(compiled)
  const bars = compiled.estimates.flatMap((estimate, index): TornadoBar[] => {
    const { distribution, name, label, unit, mean } = estimate
    if (distribution.kind === 'point') return []
    const [low, high] = known.get(distribution) ?? [quantileOf(distribution, 0.1), quantileOf(distribution, 0.9)]
    known.set(distribution, [low, high])
    const [atLow, atHigh] = [low, high].map((value) => inOre(resultAt(compiled, base, index, value)))
    return [{ estimate: name, label, unit, low, mean, high, atLow: atLow!, atHigh: atHigh! }]
  })
  const width = ({ atLow, atHigh }: TornadoBar): number => Math.abs(atHigh - atLow)
  return bars.sort((a, b) => width(b) - width(a))
}

/** The municipality's present value with one estimate at a value and the others as they are. */
export function resultAt(compiled: CompiledCase, base: Parameters, index: number, value: number): number {
  const parameters = Float64Array.from(base)
  parameters[index] = value
  const activity = expectedActivity(compiled, parameters)
  return budgetOf(compiled, valueActivity(compiled, activity, parameters), 'municipality').presentValue
}

export type MustBe = {
  estimate: string
  label: Words
  unit: InputUnit
  mean: number
  /** At which value the result is nothing, and on which side of it the municipality gains. */
  threshold: number | undefined
  gains: 'at-least' | 'at-most' | 'always' | 'never'
  /** Between which values it was looked for: all a share can be, otherwise what the estimate is but for one chance in a thousand at each end. */
  within: { least: number; most: number }
}

/** For each estimate that is uncertain, in the order of the bars: what it must be, the others at their means. */
export function mustBeOf(compiled: CompiledCase, bars = sensitivityOf(compiled), steps = halvings): MustBe[] {
  const base = parametersOf(compiled)
  return bars.map(({ estimate: name, label, unit, mean }) => {
    const index = compiled.estimates.findIndex((estimate) => estimate.name === name)
    const result = (value: number): number => resultAt(compiled, base, index, value)
    return { estimate: name, label, unit, mean, ...thresholdOf(compiled.estimates[index]!, result, steps) }
  })
}

/** Until nothing is left to halve; a third of it is enough for the eye. */
const halvings = 60

function thresholdOf(
  { unit, distribution, mean }: Estimate,
  result: (value: number) => number,
  steps: number,
): Pick<MustBe, 'threshold' | 'gains' | 'within'> {
  let [low, high] = unit === 'share' ? [0, 1] : [quantileOf(distribution, 0.001), quantileOf(distribution, 0.999)]
  const within = { least: low, most: high }
  const isGainHere = result(mean) >= 0
  let [isGainLow, isGainHigh] = [result(low) >= 0, result(high) >= 0]
  if (isGainLow === isGainHigh) {
    if (isGainHere === isGainLow) return { threshold: undefined, gains: isGainHere ? 'always' : 'never', within }
    // A cap can make the middle worse than both sides, or better: then what counts is the side on which more is better.
    if (isGainHere) [high, isGainHigh] = [mean, true]
    else [low, isGainLow] = [mean, false]
  }
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (result(middle) >= 0 === isGainLow) low = middle
    else high = middle
  }
  return { threshold: (low + high) / 2, gains: isGainHigh ? 'at-least' : 'at-most', within }
}
