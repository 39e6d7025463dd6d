/**
 * A draft simulated a chunk at a time, by whoever has a moment between other things: a thread of a browser.
 *
 *     const drawing = drawDraft(text, ground, { scenario, seed: '1', draws: 2000 })
 *     drawing.next()   →   0.128 of it is drawn … and at last what it comes to
 *
 * The chunks, the seed and the sums are those of `simulateCase`, so the figures are the same bits. No contract is at hand here: what is
 * paid follows the case's own model.
 */
import {
  type Draws,
  type Estimated,
  Simulation,
  chunksOf,
  forecastOf,
  isPaidByContract,
  joined,
  problemsOfInputs,
} from '../core/simulation/index.ts'
import { type CompiledCase, withRange } from '../core/valuation/index.ts'
import { compileOpen } from './compile-open.ts'
import { type DraftGround, openDraft } from './draft-case.ts'
import { type Scenario } from './value-case.ts'

export type DraftDraws = {
  scenario: Scenario
  seed: string
  draws: number
  /** An estimate that a hand holds elsewhere than the text says. */
  moved?: MovedEstimate
}

export type MovedEstimate = { name: string; range: { low: number; likely: number; high: number } }

export type DraftChance = DraftDraws & {
  /** Of the municipality: the chance that it gains, what it has in the mean, and by year the levels of what is added up. */
  gain: Estimated
  worth: Estimated
  soFar: number[][]
  /** The chance that the investor loses, and the levels of how many times the money comes back. */
  investor: { loss: Estimated; multiple: number[] } | undefined
  /** The case names a contract that would say what is paid. */
  isContractLeftOut: boolean
}

/** Yields how much is drawn; returns nothing where the draft cannot be simulated. */
export function* drawDraft(
  text: string,
  ground: DraftGround,
  wanted: DraftDraws,
): Generator<number, DraftChance | undefined> {
  const { scenario, seed, draws, moved } = wanted
  const { compiled: written } = compileOpen(openDraft(text, ground), { scenario })
  if (written === undefined) return undefined
  const compiled = moved === undefined ? written : withRange(written, moved.name, moved.range)
  if (problemsOfInputs(compiled).length > 0) return undefined
  const { owners, investor } = forecastOf(compiled, yield* drawByModel(compiled, { seed, draws }))
  const { gain, worth, soFar } = owners[0]!
  return {
    ...wanted,
    gain,
    worth: { mean: worth.mean, error: worth.error },
    soFar,
    investor: investor === undefined ? undefined : { loss: investor.loss, multiple: investor.multiple },
    isContractLeftOut: compiled.file.contract !== undefined && isPaidByContract(compiled),
  }
}

/** Draws a chunk after the other by the case's own model of repayment, and yields how much is drawn. */
export function* drawByModel(
  compiled: CompiledCase,
  { seed, draws }: { seed: string; draws: number },
): Generator<number, Draws> {
  const simulation = new Simulation(compiled, undefined)
  const chunks = chunksOf(seed, draws)
  const drawn = []
  for (const chunk of chunks) {
    drawn.push(simulation.draw(chunk))
    yield drawn.length / chunks.length
  }
  return joined(compiled, drawn)
}
