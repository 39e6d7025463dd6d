/**
 * A chunk of draws: inputs, lives, what the contract pays, what all of it is worth, and to whom.
 *
 *     prepare(compiled, contract)   →   a simulation
 *     drawChunk(simulation, { seed, chunk: 3, draws: 256 })   →   draws 768 … 1023 as columns
 *
 * A chunk's numbers come from the seed and the chunk's number alone, so it does not matter who draws it, nor when.
 */
import { currencyOf } from '../base/index.ts'
import {
  type Activity,
  type CaseValue,
  type CompiledCase,
  type ValueRoom,
  monthIn,
  valueActivity,
  valueRoom,
  yearOfMonth,
} from '../valuation/index.ts'
import { type AgreementFact, agreementTeller } from './agreement-facts.ts'
import { yearlyRate } from './cash-flow.ts'
import { drawerOf } from './correlation.ts'
import { type Draws, emptyDraws, touchedOwners } from './draws.ts'
import { lifeTexts } from './write-lives.ts'
import { type Contract } from './ordinary.ts'
import { repaidIn } from './once.ts'
import { type Pair, type Payable } from './draw-statements.ts'
import { ContractPayments } from './payments.ts'
import { People } from './people.ts'
import { varyingInputs } from './varying-inputs.ts'
import { Stream } from './stream.ts'

/** A fixed number, so that the same draw is always in the same chunk. */
const drawsInChunk = 256

/** The contract, and which owner of the case each of its payers is. */
export type ContractOfCase = { contract: Contract; ownerOf: ReadonlyMap<string, number> }

export type ChunkWanted = { seed: string; chunk: number; draws: number }

export class Simulation {
  readonly payments: ContractPayments | undefined
  private readonly people: People
  private readonly drawInputs: (stream: Stream, into: Float64Array) => void
  private readonly room: ValueRoom
  private readonly activity: Activity
  /** Whose payments the activity has room for. */
  private pairs: readonly Pair[] | undefined
  /** By statement, the month of the case it is in; of one after the case, its last. */
  private readonly months: number[]
  private readonly minorUnits: number
  private readonly kept: Kept

  constructor(
    readonly compiled: CompiledCase,
    readonly ofContract: ContractOfCase | undefined,
  ) {
    const contract = ofContract?.contract
    this.payments = contract === undefined ? undefined : new ContractPayments(contract)
    this.people = new People(compiled.groups, compiled.months, contract?.plans, compiled.asksWhoServed)
    this.activity = this.people.emptyActivity()
    this.drawInputs = inputDrawer(compiled)
    this.room = valueRoom(compiled, 'flows')
    this.kept = keptOf(compiled)
    this.months = (this.payments?.days ?? []).map((day) => Math.min(compiled.months, monthIn(compiled, day)))
    this.minorUnits = 10 ** (currencyOf(compiled.file.currency)?.minorDigits ?? 2)
  }

  /** Draws one chunk, into rows of its size when they are given: rows of nothing yet. */
  draw({ seed, chunk, draws }: ChunkWanted, into: Draws = emptyDraws(this.compiled, draws)): Draws {
    const { compiled, people, room, activity, kept } = this
    const stream = new Stream(seed, chunk)
    const estimates = compiled.estimates.length
    people.begin()
    const firstOf = new Int32Array(draws + 1)
    const totals = { started: 0, succeeded: 0 }
    const inputs = new Float64Array(estimates)
    const tell = agreementTeller(this.ofContract?.contract.told ?? [], { seed, chunk })
    const told: (readonly AgreementFact[])[] = []
    for (let draw = 0; draw < draws; draw++) {
      this.drawInputs(stream, inputs)
      into.inputs.set(inputs, draw * estimates)
      firstOf[draw + 1] = people.draw(stream, inputs)
      told.push(tell(inputs))
    }
    const storyOf = (life: number) => people.storyOf(life)
    const toldIn = (draw: number) => told[draw]!
    const { lives } = people
    const payable = this.payments?.settle({ draws, lives, firstOf, storyOf, fresh: people.fresh(), toldIn })
    if (payable !== undefined && payable.pairs !== this.pairs) {
      this.pairs = payable.pairs
      activity.payments = payable.pairs.map(({ payer }) => this.nothingOf(payer))
    }
    for (let draw = 0; draw < draws; draw++) {
      for (let at = 0; at < estimates; at++) inputs[at] = into.inputs[draw * estimates + at]!
      people.count(draw, activity, totals)
      into.starts[draw] = totals.started
      into.successes[draw] = totals.succeeded
      if (payable !== undefined) this.pay(payable, draw)
      into.heldBack[draw] = payable?.unlimited === undefined ? NaN : this.heldBack(payable, payable.unlimited, draw)
      valueActivity(compiled, activity, inputs, room)
      keep(compiled, kept, draw, room, into)
    }
    return into
  }

  /** One draw, from 1, written down as the contract's own files: who came, and what was seen of them. */
  writeDraw(seed: string, number: number): { people: string; facts: string } | undefined {
    const { compiled, ofContract, people } = this
    if (ofContract === undefined) return undefined
    const { contract } = ofContract
    const [chunk, last] = [Math.floor((number - 1) / drawsInChunk), (number - 1) % drawsInChunk]
    const stream = new Stream(seed, chunk)
    const inputs = new Float64Array(compiled.estimates.length)
    const tell = agreementTeller(contract.told, { seed, chunk })
    let told: readonly AgreementFact[] = []
    let from = 0
    for (let draw = 0; draw <= last; draw++) {
      people.begin()
      this.drawInputs(stream, inputs)
      from = people.draw(stream, inputs)
      told = tell(inputs)
    }
    const written = Array.from(people.lives.subarray(0, from), (life, at) => {
      const story = people.storyOf(life)
      return { ...story, id: String(at + 1), agreement: undefined, plan: contract.plans[story.life.group]! }
    })
    return lifeTexts(written, contract.versions.at(-1)!.agreement, told)
  }

  private nothingOf(payer: string): NonNullable<Activity['payments']>[number] {
    const { months, ofContract } = this
    return { owner: ofContract!.ownerOf.get(payer)!, months, amounts: new Float64Array(months.length) }
  }

  /** Puts what the contract pays in a draw where the valuation looks for it. */
  private pay({ pairs, payable }: Payable, draw: number): void {
    const { months, minorUnits } = this
    const first = draw * months.length * pairs.length
    for (let pair = 0; pair < pairs.length; pair++) {
      const { amounts } = this.activity.payments![pair]!
      for (let statement = 0; statement < months.length; statement++)
        amounts[statement] = payable[first + statement * pairs.length + pair]! / minorUnits
    }
  }

  /** What the limits on sums spare the municipality in a draw, as worth now: each amount in the year of its statement, as it is paid. */
  private heldBack({ pairs, payable }: Payable, unlimited: Float64Array, draw: number): number {
    const { months, minorUnits, compiled, activity } = this
    const { owners, yearFactors } = compiled
    const first = draw * months.length * pairs.length
    let worth = 0
    for (let pair = 0; pair < pairs.length; pair++) {
      if (owners[activity.payments![pair]!.owner]!.authority !== 'municipality') continue
      for (let statement = 0; statement < months.length; statement++) {
        const at = first + statement * pairs.length + pair
        worth += (unlimited[at]! - payable[at]!) * yearFactors[yearOfMonth(months[statement]!)]!
      }
    }
    return worth / minorUnits
  }
}

/** The chunks that so many draws are drawn in. */
export function chunksOf(seed: string, draws: number): ChunkWanted[] {
  return Array.from({ length: Math.ceil(draws / drawsInChunk) }, (_, chunk) => ({
    seed,
    chunk,
    draws: Math.min(drawsInChunk, draws - chunk * drawsInChunk),
  }))
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

/** By line, where it is kept: the place of its owner among the touched, −1 for none, and whether it is a consequence. */
type KeptLine = { place: number; isSaving: boolean }

/** How lines are kept, and the rows of one draw that they are added up in. */
type Kept = { lines: readonly KeptLine[]; yearly: Float64Array; savings: Float64Array }

function keptOf(compiled: CompiledCase): Kept {
  const touched = touchedOwners(compiled)
  const width = compiled.years + 1
  const lines = compiled.lines.map(({ owner, of, kind }) => ({
    // What only frees capacity lowers no budget.
    place: kind === 'freed-capacity' ? -1 : touched.indexOf(owner),
    isSaving: of === 'consequence',
  }))
  return { lines, yearly: new Float64Array(touched.length * width), savings: new Float64Array(width) }
}

function keep(
  compiled: CompiledCase,
  { lines, yearly, savings }: Kept,
  draw: number,
  { value, written }: ValueRoom,
  into: Draws,
): void {
  const { owners, years, financier, monthFactors } = compiled
  const width = years + 1
  const { presentValues, net } = value
  let municipality = 0
  for (let owner = 0; owner < owners.length; owner++) {
    const worth = presentValues[owner]!
    into.presentValues[draw * owners.length + owner] = worth
    if (owners[owner]!.authority === 'municipality') municipality += worth
  }
  into.municipality[draw] = municipality
  into.repaid[draw] = repaidIn(compiled, net)
  yearly.fill(0)
  savings.fill(0)
  for (let line = 0; line < lines.length; line++) {
    const { place, isSaving } = lines[line]!
    if (place >= 0) addRow(yearly, place * width, net, line * width, width)
    if (isSaving) addRow(savings, 0, net, line * width, width)
  }
  // Written once and never read: memory that is read before it is written costs two turns of the system, and disturbs other threads.
  into.yearly.set(yearly, draw * yearly.length)
  into.savings.set(savings, draw * width)
  into.rate[draw] = NaN
  if (financier !== undefined) keepInvestor(draw, value, { factors: monthFactors, until: written.until }, into)
}

function addRow(into: Float64Array, at: number, row: Float64Array, from: number, width: number): void {
  for (let year = 0; year < width; year++) into[at + year]! += row[from + year]!
}

let flow = new Float64Array(0)

/** Of the investor's money up to a month, after which there is none. */
function keepInvestor(
  draw: number,
  { payments, outlays }: CaseValue,
  { factors, until }: { factors: Float64Array; until: number },
  into: Draws,
): void {
  if (flow.length !== payments.length) flow = new Float64Array(payments.length)
  let putIn = 0
  let cameBack = 0
  let worth = 0
  for (let month = 0; month <= until; month++) {
    const outlay = outlays[month]!
    const payment = payments[month]!
    const net = payment - outlay
    putIn += outlay
    cameBack += payment
    flow[month] = net
    worth += net * factors[month]!
  }
  if (into.cameBackIn.length > 0) into.cameBackIn.set(payments, draw * payments.length)
  into.putIn[draw] = putIn
  into.cameBack[draw] = cameBack
  into.investorWorth[draw] = worth
  // Of money that is all lost nothing is left, which no rate sought month by month tells.
  into.rate[draw] = cameBack === 0 && putIn > 0 ? -1 : yearlyRate(flow, until + 1)
}
