/**
 * The chunks of a simulation, shared out among the threads that draw them: whoever is free takes the next one.
 *
 *     all       the draws, in memory that every thread writes in, each chunk in rows of its own
 *     tally     how many chunks have been taken, and how many are drawn
 *
 * It does not matter who draws a chunk, since its numbers come from the seed and its own number.
 */
import { type Draws, type Simulation, chunksOf, rowsIn } from '../core/simulation/index.ts'

export type SharedChunks = { seed: string; all: Draws; tally: Int32Array }

const [taken, drawn] = [0, 1]

export const newTally = (): Int32Array => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))

/** Draws one chunk after the other until none is left; stops after each, so that something else may be heard. */
export function* drawChunks(simulation: Simulation, { seed, all, tally }: SharedChunks): Generator<void> {
  const wanted = chunksOf(seed, all.count)
  for (let at = Atomics.add(tally, taken, 1); at < wanted.length; at = Atomics.add(tally, taken, 1)) {
    const one = wanted[at]!
    simulation.draw(one, rowsIn(all, at * wanted[0]!.draws, one.draws))
    Atomics.add(tally, drawn, 1)
    yield
  }
}

export const chunksDrawn = ({ tally }: SharedChunks): number => Atomics.load(tally, drawn)

/** Nobody takes another chunk. */
export function stopDrawing({ tally }: SharedChunks): void {
  // As many as there can be, and room for everybody to count one more.
  Atomics.store(tally, taken, 2 ** 30)
}
