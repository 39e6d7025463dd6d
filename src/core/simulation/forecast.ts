/**
 * What a simulation has found: to whom, how likely, when, and what it rests on.
 *
 *     owners       worth now: the mean with its error, quantiles, the chance of a gain; the budget year by year in bands
 *     investor     worth now, the chance of a loss, the rate, what was put in and came back
 *     estimates    how far each swings the municipality's and the investor's outcome, and what finding it out is worth
 *
 * A loss is that less came back than was put in. Money is in kroner.
 */
import { type CompiledCase, type Estimate } from '../valuation/index.ts'
import { type Influence, influenceOf, scoresOf, worthOfKnowingAll } from './influence.ts'
import { type Draws, touchedOwners } from './draws.ts'
import { type Once, onceOf } from './once.ts'
import { type Estimated, type Histogram, estimated, histogramOf, quantiles, shareOf } from './statistics.ts'

export type Spread = Estimated & { quantiles: number[] }

export type OwnerForecast = {
  /** The name of the owner; the municipality is told with its departments. */
  owner: string
  worth: Spread
  gain: Estimated
  /** By year, from year 0: quantiles of the year's net, and of all years so far. Worked out when asked for. */
  readonly yearly: number[][]
  readonly soFar: number[][]
}

export type InvestorForecast = {
  /** Every month's money by what a krone of that month is worth. */
  worth: Spread
  /** Every year's, as it is with all other owners; what stands in one table with theirs. Worked out when asked for. */
  readonly worthByYear: Spread
  loss: Estimated
  /** Of the draws that have one. */
  rate: number[]
  withoutRate: number
  /** What came back over what was put in: of the draws in which something was. */
  readonly multiple: number[]
  readonly multiples: Histogram
  putIn: Estimated
  cameBack: Estimated
}

export type EstimateForecast = {
  estimate: Estimate
  /** What it is where it is low (10 %) and where it is high (90 %). */
  low: number
  high: number
  onMunicipality: Influence
  onInvestor: Influence | undefined
  /** The value of knowing it less what finding it out costs; nothing where nobody has said what it costs. */
  worthFindingOut: number | undefined
}

export type Forecast = {
  draws: number
  readonly once: Once
  owners: OwnerForecast[]
  investor: InvestorForecast | undefined
  successes: Estimated
  starts: Estimated
  /** By year, of all owners together. */
  savings: Estimated[]
  /** Those that would be most worth knowing first. Worked out when asked for. */
  readonly estimates: EstimateForecast[]
  readonly knowingAll: number
}

/** Something that is worked out when it is first asked for, since not everybody asks for everything. */
function whenAsked<Of>(work: () => Of): () => Of {
  let found: Of | undefined
  return () => (found ??= work())
}

/** Sums up the draws of a case. */
export function forecastOf(compiled: CompiledCase, draws: Draws): Forecast {
  const { owners, years, estimates, financier } = compiled
  const width = years + 1
  const municipality = owners.flatMap(({ authority }, at) => (authority === 'municipality' ? [at] : []))
  const others = touchedOwners(compiled).filter((at) => !municipality.includes(at))
  const groups = [municipality, ...others.map((at) => [at])]
  const once = whenAsked(() => onceOf(compiled, draws))
  const knowingAll = whenAsked(() => worthOfKnowingAll(draws.municipality))
  const found = whenAsked(() =>
    estimates
      .flatMap((estimate, at) =>
        estimate.distribution.kind === 'point' ? [] : [estimateForecast(estimate, at, compiled, draws)],
      )
      .sort((a, b) => b.onMunicipality.worth.mean - a.onMunicipality.worth.mean),
  )
  return {
    draws: draws.count,
    get once() {
      return once()
    },
    owners: groups.map((group) => ownerForecast(owners[group[0]!]!.name, group, compiled, draws)),
    investor:
      financier === undefined
        ? undefined
        : investorForecast(columnOf(draws.presentValues, owners.length, financier), draws),
    successes: estimated(draws.successes),
    starts: estimated(draws.starts),
    savings: Array.from({ length: width }, (_, year) => estimated(columnOf(draws.savings, width, year))),
    get estimates() {
      return found()
    },
    get knowingAll() {
      return knowingAll()
    },
  }
}

function columnOf(rows: Float64Array, width: number, column: number): Float64Array {
  const values = new Float64Array(rows.length / width)
  for (let row = 0; row < values.length; row++) values[row] = rows[row * width + column]!
  return values
}

const spreadOf = (column: Float64Array): Spread => ({ ...estimated(column), quantiles: quantiles(column) })

function ownerForecast(owner: string, group: readonly number[], compiled: CompiledCase, draws: Draws): OwnerForecast {
  const { owners, years } = compiled
  const width = years + 1
  const touched = touchedOwners(compiled)
  const sumOf = (rows: Float64Array, rowWidth: number, places: readonly number[]) => {
    const sums = new Float64Array(draws.count)
    for (const at of places) for (let draw = 0; draw < sums.length; draw++) sums[draw]! += rows[draw * rowWidth + at]!
    return sums
  }
  const worth = sumOf(draws.presentValues, owners.length, group)
  const bands = whenAsked(() => {
    const soFar = new Float64Array(draws.count)
    return Array.from({ length: width }, (_, year) => {
      const places = group.flatMap((at) => (touched.includes(at) ? [touched.indexOf(at) * width + year] : []))
      const net = sumOf(draws.yearly, touched.length * width, places)
      for (let draw = 0; draw < draws.count; draw++) soFar[draw]! += net[draw]!
      return { yearly: quantiles(net), soFar: quantiles(soFar) }
    })
  })
  return {
    owner,
    worth: spreadOf(worth),
    gain: shareOf(worth, (value) => value > 0),
    get yearly() {
      return bands().map(({ yearly }) => yearly)
    },
    get soFar() {
      return bands().map((band) => band.soFar)
    },
  }
}

function investorForecast(
  worthByYear: Float64Array,
  { investorWorth, putIn, cameBack, rate }: Draws,
): InvestorForecast {
  const byYear = whenAsked(() => spreadOf(worthByYear))
  const gained = cameBack.map((amount, draw) => amount - putIn[draw]!)
  const multiples = whenAsked(() => {
    const column = cameBack.map((amount, draw) => (putIn[draw]! > 0 ? amount / putIn[draw]! : NaN))
    return { multiple: quantiles(column), multiples: histogramOf(column) }
  })
  return {
    worth: spreadOf(investorWorth),
    get worthByYear() {
      return byYear()
    },
    loss: shareOf(gained, (value) => value < 0),
    rate: quantiles(rate),
    withoutRate: shareOf(rate, Number.isNaN).mean,
    get multiple() {
      return multiples().multiple
    },
    get multiples() {
      return multiples().multiples
    },
    putIn: estimated(putIn),
    cameBack: estimated(cameBack),
  }
}

function estimateForecast(estimate: Estimate, at: number, compiled: CompiledCase, draws: Draws): EstimateForecast {
  const inputs = columnOf(draws.inputs, compiled.estimates.length, at)
  const [low, high] = quantiles(inputs, [0.1, 0.9]) as [number, number]
  const scores = scoresOf(inputs)
  const onMunicipality = influenceOf(scores, draws.municipality)
  const onInvestor = compiled.financier === undefined ? undefined : influenceOf(scores, draws.investorWorth)
  const { findingOutCost } = estimate
  const worthFindingOut = findingOutCost === undefined ? undefined : onMunicipality.worth.mean - findingOutCost
  return { estimate, low, high, onMunicipality, onInvestor, worthFindingOut }
}

/** Every draw as a row: what was drawn, and what came of it. Numbers are written so that they read back as the same bits. */
export function* drawRows(compiled: CompiledCase, draws: Draws): Generator<string[]> {
  const { estimates, owners } = compiled
  const outcomes = [draws.successes, draws.starts, draws.putIn, draws.cameBack, draws.investorWorth, draws.rate]
  for (let draw = 0; draw < draws.count; draw++) {
    const inputs = draws.inputs.subarray(draw * estimates.length, (draw + 1) * estimates.length)
    const worths = draws.presentValues.subarray(draw * owners.length, (draw + 1) * owners.length)
    const found = outcomes.map((column) => column[draw]!)
    const texts = [...inputs, ...worths, ...found].map((value) => (Number.isNaN(value) ? '' : String(value)))
    yield [String(draw + 1), ...texts]
  }
}

/** The names of the columns of `drawRows`. */
export function drawHeader({ estimates, owners }: CompiledCase): string[] {
  const outcomes = ['successes', 'starts', 'put-in', 'came-back', 'investor-worth', 'investor-rate']
  const worths = owners.map(({ name }) => `worth-${name}`)
  return ['draw', ...estimates.map(({ name }) => name), ...worths, ...outcomes]
}
