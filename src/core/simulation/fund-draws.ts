/**
 * A fund drawn: each project goes well or badly by itself, and the fund's own rules divide what comes of it.
 *
 *     a project with ends     one number t between −1 and 1 says where between low and high all its later amounts lie:
 *                             t = −1/2 is half of the way from the likely to the low; t is a PERT about 0
 *     a project with a case   its later receipts are those of the plan together, times what came back in a draw of the case over the mean
 *                             of that, on the days on which the draw pays after the day of the account; on the plan's where it pays nothing
 *     together                the ranks of any two projects' numbers have the correlation of the fund, 0 if nobody has said one
 *
 *     its securities          the guarantee is called and the cap on return held in each draw, as in the fund's account
 *
 * The case that surprises: a fund of many projects spreads less than any of them. All of them low at once, which is the fund at its low
 * ends, comes as good as never where they go their own ways, and in every tenth draw or so where they move as one.
 *
 * A project draws from its own name and the seed, so that another project more does not change it.
 */
import { type DatedAmount, type Day, type Money, partsOf } from '../base/index.ts'
import { type Flow, type Fund, type FundProject, moveMoney, returnOn, sumsOf } from '../investment/index.ts'
import { correlationOf } from './correlation.ts'
import { normalBelow, normalQuantile, whereReached } from './special.ts'
import { type Estimated, type Histogram, estimated, histogramOf, quantiles, shareOf } from './statistics.ts'
import { Stream } from './stream.ts'

/** What came back in a draw of a case over the mean of all draws, and how what comes after the day of the account is divided by day. */
export type DrawnReceipts = { times: number; later: readonly { day: Day; share: number }[] }

/** An amount that is expected after the day of the account. */
export type ExpectedAmount = { day: Day; low: Money; likely: Money; high: Money }

export type ProjectSpread = Omit<FundProject, 'flows'> & {
  /** What has moved by the day of the account. */
  known: readonly Flow[]
  expected: readonly ExpectedAmount[]
  /** Of a case: what came back in each of its draws, from the worst to the best. */
  outcomes: readonly DrawnReceipts[] | undefined
}

export type FundToDraw = {
  fund: Omit<Fund, 'projects'>
  projects: readonly ProjectSpread[]
  /** The rank correlation between any two projects, from 0 to 1. */
  moveTogether: number
  through: Day
}

/** What somebody may expect of the money: the chance of less back than put in, and the levels of a forecast. */
export type MoneySpread = { loss: Estimated; multiple: number[]; rate: number[]; withoutRate: number }

/** In how many draws a guarantee pays, a cap holds back or nobody covers an outlay, and how much in all draws; in minor units. */
export type DrawnSecurity = { reached: Estimated; amount: Estimated }

export type FundForecast = {
  draws: number
  seed: string
  together: MoneySpread & { multiples: Histogram }
  investors: { name: string; spread: MoneySpread }[]
  projects: { name: string; spread: Omit<MoneySpread, 'rate' | 'withoutRate'> }[]
  /** What nobody can cover when it is due, whether it is covered later or not. */
  uncovered: DrawnSecurity
  /** What the guarantor pays, and what is above the cap on return; where the fund has them. */
  guaranteed?: DrawnSecurity
  aboveCap?: DrawnSecurity
  /** By calendar year: the levels of what all investors together have got less what they have paid in, so far; in minor units. */
  years: { year: number; soFar: number[] }[]
}

/** Draws the fund so many times, and sums up. */
export function drawFund(drawn: FundToDraw, { seed, draws }: { seed: string; draws: number }): FundForecast {
  const { fund, projects, through } = drawn
  const scores = scoresOf(drawn, seed, draws)
  const investors = fund.investors.map(() => new MoneyColumns(draws))
  const own = projects.map(() => new MoneyColumns(draws))
  const together = new MoneyColumns(draws)
  const byYear = new Map<number, Float64Array>()
  const column = () => new Float64Array(draws)
  const [uncovered, guaranteed, aboveCap] = [column(), column(), column()]
  for (let draw = 0; draw < draws; draw++) {
    const drawnProjects = projects.map((project, at) => ({ ...project, flows: flowsAt(project, scores[at]![draw]!) }))
    const { flows, ...moved } = moveMoney({ ...fund, projects: drawnProjects }, through)
    const all = flows.flat()
    flows.forEach((each, at) => investors[at]!.add(draw, each))
    drawnProjects.forEach((each, at) => own[at]!.addSums(draw, each.flows))
    together.add(draw, all)
    guaranteed[draw] = Number(moved.guaranteed?.paid ?? 0n)
    uncovered[draw] = sumOf(moved.uncovered)
    aboveCap[draw] = sumOf(moved.aboveCap)
    for (const { day, amount } of all) {
      const { year } = partsOf(day)
      let column = byYear.get(year)
      if (column === undefined) byYear.set(year, (column = new Float64Array(draws)))
      column[draw]! += Number(amount)
    }
  }
  return {
    draws,
    seed,
    together: { ...together.spread(), multiples: histogramOf(together.multiples()) },
    investors: investors.map((columns, at) => ({ name: fund.investors[at]!.name, spread: columns.spread() })),
    projects: own.map((columns, at) => ({ name: projects[at]!.name, spread: columns.sums() })),
    uncovered: securityOf(uncovered),
    ...(fund.guarantee === undefined ? {} : { guaranteed: securityOf(guaranteed) }),
    ...(fund.returnCap === undefined ? {} : { aboveCap: securityOf(aboveCap) }),
    years: addedUp(byYear, draws),
  }
}

const sumOf = (amounts: readonly DatedAmount[]): number => amounts.reduce((sum, { amount }) => sum + Number(amount), 0)

function securityOf(amounts: Float64Array): DrawnSecurity {
  return { reached: shareOf(amounts, (amount) => amount > 0), amount: estimated(amounts) }
}

/** By project and draw, a share of all draws that are worse. */
function scoresOf({ projects, moveTogether }: FundToDraw, seed: string, draws: number): Float64Array[] {
  const tie = correlationOf(moveTogether)
  const [ofAll, ofOwn] = [Math.sqrt(tie), Math.sqrt(Math.max(0, 1 - tie))]
  const common = normals(`${seed} fund`, draws)
  return projects.map(({ name }) =>
    normals(`${seed} project ${name}`, draws).map((own, draw) => normalBelow(ofAll * common[draw]! + ofOwn * own)),
  )
}

function normals(seed: string, draws: number): Float64Array {
  const stream = new Stream(seed, 0)
  return Float64Array.from({ length: draws }, () => normalQuantile(stream.next() || 0.5))
}

function flowsAt({ known, expected, outcomes }: ProjectSpread, score: number): Flow[] {
  if (outcomes !== undefined) {
    const { times, later } = outcomes[Math.min(Math.floor(score * outcomes.length), outcomes.length - 1)]!
    const receipts = expected.filter(({ likely }) => likely > 0n)
    const outlays = expected.filter(({ likely }) => likely <= 0n)
    const planned = receipts.reduce((sum, { likely }) => sum + likely, 0n)
    return [
      ...known,
      ...outlays.map(({ day, likely }) => ({ day, amount: likely })),
      ...(later.length === 0
        ? receipts.map(({ day, likely }) => ({ day, amount: timesMoney(likely, times) }))
        : later.map(({ day, share }) => ({ day, amount: timesMoney(planned, times * share) }))),
    ]
  }
  const place = placeBetweenEnds(score)
  return [
    ...known,
    ...expected.map(({ day, low, likely, high }) => ({
      day,
      amount: likely + (place < 0 ? timesMoney(likely - low, place) : timesMoney(high - likely, place)),
    })),
  ]
}

const timesMoney = (money: Money, times: number): Money => BigInt(Math.round(Number(money) * times))

/** The quantile of a PERT from −1 to 1 about 0, which is a beta of 3 and 3. */
function placeBetweenEnds(share: number): number {
  return 2 * whereReached(share, (x) => x * x * x * (10 - 15 * x + 6 * x * x), 0, 1) - 1
}

/** Added up from the first year; a year without money is as the one before it. */
function addedUp(byYear: ReadonlyMap<number, Float64Array>, draws: number): FundForecast['years'] {
  const [first, last] = [Math.min(...byYear.keys()), Math.max(...byYear.keys())]
  const sums = new Float64Array(draws)
  return Array.from({ length: byYear.size === 0 ? 0 : last - first + 1 }, (_, index) => {
    const year = first + index
    byYear.get(year)?.forEach((amount, draw) => (sums[draw]! += amount))
    return { year, soFar: quantiles(sums) }
  })
}

/** What was put in and came back in each draw, and the rate it gave; not a number where there is none, or several. */
class MoneyColumns {
  private readonly putIn: Float64Array
  private readonly cameBack: Float64Array
  private readonly rates: Float64Array

  constructor(draws: number) {
    this.putIn = new Float64Array(draws)
    this.cameBack = new Float64Array(draws)
    this.rates = new Float64Array(draws).fill(NaN)
  }

  add(draw: number, flows: readonly Flow[]): void {
    const { putIn, gotBack, rate } = returnOn(flows)
    this.putIn[draw] = Number(putIn)
    this.cameBack[draw] = Number(gotBack)
    if (rate.is === 'rate') this.rates[draw] = rate.yearly
    if (rate.is === 'total-loss') this.rates[draw] = -1
  }

  addSums(draw: number, flows: readonly Flow[]): void {
    const { putIn, gotBack } = sumsOf(flows)
    this.putIn[draw] = Number(putIn)
    this.cameBack[draw] = Number(gotBack)
  }

  multiples(): Float64Array {
    return this.cameBack.map((amount, draw) => (this.putIn[draw]! > 0 ? amount / this.putIn[draw]! : NaN))
  }

  sums(): Omit<MoneySpread, 'rate' | 'withoutRate'> {
    const gains = this.cameBack.map((amount, draw) => amount - this.putIn[draw]!)
    return { loss: shareOf(gains, (gain) => gain < 0), multiple: quantiles(this.multiples()) }
  }

  spread(): MoneySpread {
    return { ...this.sums(), rate: quantiles(this.rates), withoutRate: shareOf(this.rates, Number.isNaN).mean }
  }
}
