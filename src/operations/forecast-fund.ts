/**
 * What a fund's investors may expect: each project drawn by itself, and the fund's rules run on each draw.
 *
 *     await forecastFund({ path, fund }, asOf, { seed: '1', draws: 2000 })   →   chance of loss, bands, for each and for all
 *
 * What has moved by the day is as it is. After it a project with a case goes as the case is drawn: its receipts fall at the end of the
 * months in which the draw pays after the day. One with ends goes between them, and one with neither goes as planned,
 * which is told, as is a contract that runs on without a plan: it moves nothing more in any draw.
 */
import { join } from 'node:path'
import { type Day, approximate, currencyOf } from '../core/base/index.ts'
import { type DrawnReceipts, type DrawnSecurity, type FundForecast, drawFund } from '../core/simulation/index.ts'
import { monthEnd } from '../core/valuation/index.ts'
import { type FundSource, fundOf, spreadsOf } from './invest-fund.ts'
import { openSimulation } from './open-simulation.ts'
import { simulateCase } from './simulate-case.ts'

/**
 * case: by its case · ends: between the ends of its plan · planned: nothing is said of how else it may go · past: its plan or its contract
 * is over · unplanned: its contract runs on, but nobody has planned what it moves.
 */
export type DrawnBy = 'case' | 'ends' | 'planned' | 'past' | 'unplanned'

/** Amounts of `years`, of the guarantee and of the cap are in kroner. */
export type ForecastOfFund = FundForecast & {
  asOf: Day
  /** How each project was drawn. */
  drawnBy: { project: string; by: DrawnBy }[]
  /** Projects whose case is not there, cannot be drawn, or pays nobody back: they go as if they had none. */
  withoutCase: { project: string; case: string }[]
  moveTogether: number
}

export const fundDrawsUsual = 2000

/** Draws the fund to its last day. */
export async function forecastFund(
  source: FundSource,
  asOf: Day,
  { seed, draws }: { seed: string; draws: number },
): Promise<ForecastOfFund> {
  const { fund, path } = source
  const withoutCase: ForecastOfFund['withoutCase'] = []
  const drawnBy: ForecastOfFund['drawnBy'] = []
  const projects = []
  const through = Math.max(asOf, fund.runs.through)
  const { spreads, unplanned } = spreadsOf(source, asOf)
  for (const project of spreads) {
    const named = fund.projects.get(project.name)!.case
    const isExpecting = project.expected.some(({ likely }) => likely > 0n)
    const outcomes =
      named === undefined || !isExpecting
        ? undefined
        : await outcomesOf(join(path, named), { after: asOf, through }, { seed: `${seed} ${project.name}`, draws })
    if (named !== undefined && isExpecting && outcomes === undefined)
      withoutCase.push({ project: project.name, case: named })
    const hasEnds = project.expected.some(({ low, high }) => low !== high)
    const nothing = unplanned.some(({ project: name }) => name === project.name) ? 'unplanned' : 'past'
    const drawn = outcomes !== undefined ? 'case' : hasEnds ? 'ends' : 'planned'
    drawnBy.push({ project: project.name, by: project.expected.length === 0 ? nothing : drawn })
    projects.push({ ...project, outcomes })
  }
  const moveTogether = approximate(fund.moveTogether ?? 0)
  const forecast = drawFund({ fund: fundOf(fund), projects, moveTogether, through }, { seed, draws })
  const minorUnits = 10 ** (currencyOf(fund.currency)?.minorDigits ?? 2)
  const years = forecast.years.map(({ year, soFar }) => ({ year, soFar: soFar.map((amount) => amount / minorUnits) }))
  const inKroner = ({ reached, amount }: DrawnSecurity): DrawnSecurity => {
    return { reached, amount: { mean: amount.mean / minorUnits, error: amount.error / minorUnits } }
  }
  const { uncovered, guaranteed, aboveCap } = forecast
  const securities = {
    uncovered: inKroner(uncovered),
    ...(guaranteed === undefined ? {} : { guaranteed: inKroner(guaranteed) }),
    ...(aboveCap === undefined ? {} : { aboveCap: inKroner(aboveCap) }),
  }
  return { ...forecast, ...securities, years, asOf, drawnBy, withoutCase, moveTogether }
}

/**
 * What came back in each draw of the case over its mean, from the worst to the best, and on which days after a day, as long as the fund
 * runs. Nothing where the case cannot be drawn, or pays nobody back.
 */
async function outcomesOf(
  path: string,
  { after, through }: { after: Day; through: Day },
  wanted: { seed: string; draws: number },
): Promise<DrawnReceipts[] | undefined> {
  const choice = { path, scenario: 'narrow' } as const
  const opened = openSimulation(choice)
  const simulated =
    opened === undefined ? undefined : await simulateCase(opened, choice, { ...wanted, isByMonth: true })
  if (simulated === undefined) return undefined
  const { compiled, draws } = simulated
  const { cameBack, cameBackIn } = draws
  const mean = cameBack.reduce((sum, amount) => sum + amount, 0) / cameBack.length
  if (!(mean > 0)) return undefined
  const width = compiled.months + 1
  const days = Array.from({ length: width }, (_, month) => monthEnd(compiled, month))
  const laterIn = (draw: number): DrawnReceipts['later'] => {
    const paid = days.flatMap((day, month) => {
      const amount = cameBackIn[draw * width + month]!
      return day > after && day <= through && amount !== 0 ? [{ day, amount }] : []
    })
    const all = paid.reduce((sum, { amount }) => sum + amount, 0)
    return all > 0 ? paid.map(({ day, amount }) => ({ day, share: amount / all })) : []
  }
  return Array.from(cameBack, (amount, draw) => ({ times: amount / mean, later: laterIn(draw) })).sort(
    (one, other) => one.times - other.times,
  )
}
