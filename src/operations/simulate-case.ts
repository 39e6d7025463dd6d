/**
 * Simulating a case: chunks of draws, handed to threads where there are several, gathered in order and summed up.
 *
 * The same seed gives the same bits for any number of threads. The work can be stopped between chunks, and tells how far it is.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { type Worker } from 'node:worker_threads'
import { type ChunkWanted, type Draws, type Forecast, chunksOf, forecastOf, joined } from '../core/simulation/index.ts'
import { type CompiledCase } from '../core/valuation/index.ts'
import { type OpenSimulation, type SimulationChoice } from './open-simulation.ts'

export type DrawingOptions = {
  seed: string
  draws: number
  /** Threads; without it, one. More than the machine has cores are of no use. */
  workers?: number | undefined
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
  const { seed, draws, workers = 1 } = options
  const wanted = chunksOf(seed, draws)
  const chunks =
    workers > 1 && wanted.length > 1
      ? await drawInThreads(wanted, Math.min(workers, wanted.length), choice, options)
      : await drawHere((one) => simulation.draw(one), wanted, options)
  if (chunks === undefined) return undefined
  const all = joined(compiled, chunks)
  return { compiled, seed, draws: all, forecast: forecastOf(compiled, all) }
}

async function drawHere(
  draw: (wanted: ChunkWanted) => Draws,
  wanted: readonly ChunkWanted[],
  { onProgress, signal }: DrawingOptions,
): Promise<Draws[] | undefined> {
  const chunks: Draws[] = []
  for (const one of wanted) {
    if (signal?.aborted === true) return undefined
    chunks.push(draw(one))
    onProgress?.(chunks.length / wanted.length)
    // Lets a signal to stop be heard.
    if (signal !== undefined) await setImmediate()
  }
  return chunks
}

/** Every thread opens the case by itself, and takes the next chunk when it has drawn one. */
async function drawInThreads(
  wanted: readonly ChunkWanted[],
  workers: number,
  choice: SimulationChoice,
  { onProgress, signal, worker = new URL('./draw-chunks.js', import.meta.url) }: DrawingOptions,
): Promise<Draws[] | undefined> {
  const chunks: Draws[] = []
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
        chunks[chunk] = draws
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
  return signal?.aborted === true ? undefined : chunks
}
