/**
 * A chunk of draws: inputs, lives, what the contract pays, what all of it is worth, and to whom.
 *
 *     prepare(compiled, contract)   →   a simulation
 *     drawChunk(simulation, { seed, chunk: 3, draws: 256 })   →   draws 768 … 1023 as columns
 *
 * A chunk's numbers come from the seed and the chunk's number alone, so it does not matter who draws it, nor when.
 */
import { type Day, currencyOf, monthsBetween } from '../base/index.ts'
import {
  type Activity,
  type CaseValue,
  type CompiledCase,
  type ValueRoom,
  valueActivity,
  valueRoom,
} from '../valuation/index.ts'
import { yearlyRate } from './cash-flow.ts'
import { drawerOf } from './correlation.ts'
import { lifeTexts } from './life-facts.ts'
import { type Contract } from './ordinary.ts'
import { ContractPayments, type Payable } from './payments.ts'
import { People } from './people.ts'
import { varyingInputs } from './varying-inputs.ts'
import { Stream } from './stream.ts'

/** A fixed number, so that the same draw is always in the same chunk. */
const drawsInChunk = 256

/** The contract, and which owner of the case each of its payers is. */
export type ContractOfCase = { contract: Contract; ownerOf: ReadonlyMap<string, number> }

export type ChunkWanted = { seed: string; chunk: number; draws: number }

/** One row for each draw, in columns. Money in kroner. */
export type Draws = {
  count: number
  /** `draw × estimates + estimate`. */
  inputs: Float64Array
  /** By owner, in the order of the case: `draw × owners + owner`. */
  presentValues: Float64Array
  /** Of the municipality and its departments together. */
  municipality: Float64Array
  /** Net by owner and year, from year 0: `(draw × owners + owner) × (years + 1) + year`. */
  yearly: Float64Array
  /** What the consequences are worth to all owners together: `draw × (years + 1) + year`. */
  savings: Float64Array
  successes: Float64Array
  starts: Float64Array
  /** Of the investor or pool: what was put in and came back, as it was, and the worth now of both together. */
  putIn: Float64Array
  cameBack: Float64Array
  investorWorth: Float64Array
  /** The investor's yearly rate; not a number where there is none. */
  rate: Float64Array
}

export class Simulation {
  readonly payments: ContractPayments | undefined
  private readonly people: People
  private readonly drawInputs: (stream: Stream, into: Float64Array) => void
  private readonly room: ValueRoom
  private readonly activity: Activity
  /** By statement, the month of the case it is in. */
  private readonly months: number[]
  private readonly minorUnits: number

  constructor(
    readonly compiled: CompiledCase,
    readonly ofContract: ContractOfCase | undefined,
  ) {
    const contract = ofContract?.contract
    this.payments = contract === undefined ? undefined : new ContractPayments(contract)
    this.people = new People(compiled.groups, compiled.months, contract?.plans)
    this.activity = this.people.emptyActivity()
    this.drawInputs = inputDrawer(compiled)
    this.room = valueRoom(compiled)
    this.months = (this.payments?.days ?? []).map((day) => monthOf(compiled, day))
    this.minorUnits = 10 ** (currencyOf(compiled.file.currency)?.minorDigits ?? 2)
  }

  /** Draws one chunk. */
  draw({ seed, chunk, draws }: ChunkWanted): Draws {
    const { compiled, people, room, activity } = this
    const stream = new Stream(seed, chunk)
    const into = emptyDraws(compiled, draws)
    const estimates = compiled.estimates.length
    if (people.forgetMany()) this.payments?.forget()
    people.begin()
    const firstOf = new Int32Array(draws + 1)
    for (let draw = 0; draw < draws; draw++) {
      const inputs = into.inputs.subarray(draw * estimates, (draw + 1) * estimates)
      this.drawInputs(stream, inputs)
      firstOf[draw + 1] = people.draw(stream, inputs)
    }
    const storyOf = (life: number) => people.storyOf(life)
    const payable = this.payments?.settle({ draws, lives: people.lives, firstOf, storyOf, fresh: people.fresh() })
    for (let draw = 0; draw < draws; draw++) {
      const inputs = into.inputs.subarray(draw * estimates, (draw + 1) * estimates)
      people.count(draw, activity)
      if (payable !== undefined) this.pay(payable, draw, activity)
      keep(compiled, draw, activity, valueActivity(compiled, activity, inputs, room), into)
    }
    return into
  }

  /** One draw, from 1, written down as the contract's own files: who came, and what was seen of them. */
  writeDraw(seed: string, number: number): { people: string; facts: string } | undefined {
    const { compiled, ofContract, people } = this
    if (ofContract === undefined) return undefined
    const [chunk, last] = [Math.floor((number - 1) / drawsInChunk), (number - 1) % drawsInChunk]
    const stream = new Stream(seed, chunk)
    const inputs = new Float64Array(compiled.estimates.length)
    let from = 0
    for (let draw = 0; draw <= last; draw++) {
      people.begin()
      this.drawInputs(stream, inputs)
      from = people.draw(stream, inputs)
    }
    const { contract } = ofContract
    const written = Array.from(people.lives.subarray(0, from), (life, at) => {
      const story = people.storyOf(life)
      return { ...story, id: String(at + 1), agreement: undefined, plan: contract.plans[story.life.group]! }
    })
    return lifeTexts(written, contract.versions.at(-1)!.agreement, contract.startDay)
  }

  /** Puts what the contract pays in a draw where the valuation looks for it. */
  private pay({ pairs, payable }: Payable, draw: number, activity: Activity): void {
    const { compiled, months, ofContract, minorUnits } = this
    const payments = (activity.payments ??= [])
    while (payments.length < pairs.length) payments.push({ owner: 0, byMonth: new Float64Array(compiled.months + 1) })
    for (let pair = 0; pair < payments.length; pair++) {
      const { byMonth } = payments[pair]!
      byMonth.fill(0)
      if (pair >= pairs.length) continue
      payments[pair]!.owner = ofContract!.ownerOf.get(pairs[pair]!.payer)!
      for (let statement = 0; statement < months.length; statement++)
        byMonth[months[statement]!]! += payable(draw, statement, pair) / minorUnits
    }
  }
}

/** Draws of chunks in order, as one. */
export function joined(compiled: CompiledCase, chunks: readonly Draws[]): Draws {
  const all = emptyDraws(
    compiled,
    chunks.reduce((sum, { count }) => sum + count, 0),
  )
  const names = Object.keys(all).filter((name) => name !== 'count') as Exclude<keyof Draws, 'count'>[]
  for (const name of names) {
    let at = 0
    for (const chunk of chunks) {
      all[name].set(chunk[name], at)
      at += chunk[name].length
    }
  }
  return all
}

/** The chunks that so many draws are drawn in. */
export function chunksOf(seed: string, draws: number): ChunkWanted[] {
  return Array.from({ length: Math.ceil(draws / drawsInChunk) }, (_, chunk) => ({
    seed,
    chunk,
    draws: Math.min(drawsInChunk, draws - chunk * drawsInChunk),
  }))
}

/** The month of the case that a day is in; month 0 for one before it, its last month for one after it. */
function monthOf({ startDay, months }: CompiledCase, day: Day): number {
  if (day < startDay) return 0
  return Math.min(months, monthsBetween(startDay, day) + 1)
}

function inputDrawer(compiled: CompiledCase): (stream: Stream, into: Float64Array) => void {
  const { places, samplers, correlations } = varyingInputs(compiled)
  const draw = drawerOf(samplers, correlations)
  const drawn = new Float64Array(places.length)
  const fixed = Float64Array.from(compiled.estimates, ({ mean }) => mean)
  return (stream, into) => {
    draw(stream, drawn)
    into.set(fixed)
    for (let at = 0; at < places.length; at++) into[places[at]!] = drawn[at]!
  }
}

function emptyDraws({ estimates, owners, years }: CompiledCase, count: number): Draws {
  const column = (width = 1) => new Float64Array(count * width)
  return {
    count,
    inputs: column(estimates.length),
    presentValues: column(owners.length),
    municipality: column(),
    yearly: column(owners.length * (years + 1)),
    savings: column(years + 1),
    successes: column(),
    starts: column(),
    putIn: column(),
    cameBack: column(),
    investorWorth: column(),
    rate: column(),
  }
}

function keep(compiled: CompiledCase, draw: number, activity: Activity, value: CaseValue, into: Draws): void {
  const { owners, lines, years, financier, monthFactors } = compiled
  const width = years + 1
  for (let owner = 0; owner < owners.length; owner++) {
    const worth = value.presentValues[owner]!
    into.presentValues[draw * owners.length + owner] = worth
    if (owners[owner]!.authority === 'municipality') into.municipality[draw]! += worth
  }
  for (let line = 0; line < lines.length; line++) {
    const { owner, of } = lines[line]!
    const at = (draw * owners.length + owner) * width
    for (let year = 0; year < width; year++) {
      const net = value.net[line * width + year]!
      into.yearly[at + year]! += net
      if (of === 'consequence') into.savings[draw * width + year]! += net
    }
  }
  for (const { successes, starts } of activity.groups) {
    for (let month = 0; month < starts.length; month++) {
      into.successes[draw]! += successes[month]!
      into.starts[draw]! += starts[month]!
    }
  }
  into.rate[draw] = NaN
  if (financier !== undefined) keepInvestor(draw, value, monthFactors, into)
}

let flow = new Float64Array(0)

function keepInvestor(draw: number, { payments, outlays }: CaseValue, factors: Float64Array, into: Draws): void {
  if (flow.length !== payments.length) flow = new Float64Array(payments.length)
  let [putIn, cameBack, worth] = [0, 0, 0]
  for (let month = 0; month < flow.length; month++) {
    putIn += outlays[month]!
    cameBack += payments[month]!
    flow[month] = payments[month]! - outlays[month]!
    worth += flow[month]! * factors[month]!
  }
  into.putIn[draw] = putIn
  into.cameBack[draw] = cameBack
  into.investorWorth[draw] = worth
  into.rate[draw] = yearlyRate(flow)
}
