/**
 * Simulating a case: chunks of draws, handed to threads where there are several, gathered in order and summed up.
 *
 * The same seed gives the same bits for any number of threads. The work can be stopped between chunks, and tells how far it is.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { type Worker } from 'node:worker_threads'
import {
  type ChunkWanted,
  type Draws,
  type Forecast,
  chunksOf,
  emptyDraws,
  forecastOf,
  placeDraws,
  rowsIn,
} from '../core/simulation/index.ts'
import { type CompiledCase } from '../core/valuation/index.ts'
import { type OpenSimulation, type SimulationChoice } from './open-simulation.ts'

export type DrawingOptions = {
  seed: string
  draws: number
  /** Threads; without it, one. More than the machine has cores are of no use. */
  workers?: number | undefined
  /** Keeps what came back by month, too; drawn in this thread alone. */
  isByMonth?: boolean
  /** How much is drawn, from 0 to 1. */
  onProgress?: (share: number) => void
  /** Stops the work: nothing comes of it then. */
  signal?: AbortSignal
  /** The program that draws in a thread, where it is not beside this one. */
  worker?: URL
}

export type SimulatedCase = { compiled: CompiledCase; seed: string; draws: Draws; forecast: Forecast }

export const workersMost = Math.max(1, availableParallelism())

/** Draws and sums up; nothing where the case cannot be simulated, or the work was stopped. */
export async function simulateCase(
  { compiled, simulation }: OpenSimulation,
  choice: SimulationChoice,
  options: DrawingOptions,
): Promise<SimulatedCase | undefined> {
  if (compiled === undefined || simulation === undefined) return undefined
  const { seed, draws, isByMonth = false } = options
  const workers = isByMonth ? 1 : (options.workers ?? 1)
  const wanted = chunksOf(seed, draws)
  const all = emptyDraws(compiled, draws, { isByMonth })
  const isDrawn =
    workers > 1 && wanted.length > 1
      ? await drawInThreads(wanted, Math.min(workers, wanted.length), choice, options, all)
      : await drawHere((one, into) => simulation.draw(one, into), wanted, options, all)
  return isDrawn ? { compiled, seed, draws: all, forecast: forecastOf(compiled, all) } : undefined
}

/** Where a chunk's draws begin among all. */
const firstOf = (chunks: readonly ChunkWanted[], at: number): number => at * chunks[0]!.draws

async function drawHere(
  draw: (wanted: ChunkWanted, into: Draws) => Draws,
  wanted: readonly ChunkWanted[],
  { onProgress, signal }: DrawingOptions,
  all: Draws,
): Promise<boolean> {
  for (const [at, one] of wanted.entries()) {
    if (signal?.aborted === true) return false
    draw(one, rowsIn(all, firstOf(wanted, at), one.draws))
    onProgress?.((at + 1) / wanted.length)
    // Lets a signal to stop be heard.
    if (signal !== undefined) await setImmediate()
  }
  return true
}

/** Every thread opens the case by itself, and takes the next chunk when it has drawn one. */
async function drawInThreads(
  wanted: readonly ChunkWanted[],
  workers: number,
  choice: SimulationChoice,
  { onProgress, signal, worker = new URL('./draw-chunks.js', import.meta.url) }: DrawingOptions,
  all: Draws,
): Promise<boolean> {
  let [next, done] = [0, 0]
  // Only a simulation has threads; every other command starts sooner without what they need.
  const { Worker: Thread } = await import('node:worker_threads')
  const threads = Array.from({ length: workers }, () => new Thread(worker, { workerData: choice }))
  const work = (thread: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const hand = (): void => {
        if (next === wanted.length || signal?.aborted === true) resolve()
        else thread.postMessage(wanted[next++])
      }
      thread.on('error', reject)
      thread.on('message', ({ chunk, draws }: { chunk: number; draws: Draws }) => {
        placeDraws(draws, firstOf(wanted, chunk), all)
        onProgress?.(++done / wanted.length)
        hand()
      })
      hand()
    })
  try {
    await Promise.all(threads.map(work))
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  return signal?.aborted !== true
}
