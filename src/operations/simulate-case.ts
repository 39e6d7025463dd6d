/**
 * Simulating a case: chunks of draws, drawn here and in threads beside this one, and summed up.
 *
 * The same seed gives the same bits for any number of threads. The work can be stopped between chunks, and tells how far it is.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { type Worker } from 'node:worker_threads'
import {
  type Draws,
  type Forecast,
  chunksOf,
  drawsOfMany,
  drawsUsual,
  emptyDraws,
  forecastOf,
} from '../core/simulation/index.ts'
import { type CompiledCase } from '../core/valuation/index.ts'
import { type SharedChunks, chunksDrawn, drawChunks, newTally, stopDrawing } from './draw-chunks.ts'
import { type OpenSimulation, type SimulationChoice, openSimulation } from './open-simulation.ts'

export type DrawingOptions = {
  seed: string
  /** Without it, as many as is usual for the case. */
  draws?: number | undefined
  /** Threads that draw, this one among them; without it, this one alone. More than the machine has cores are of no use. */
  workers?: number | undefined
  /** Keeps what came back by month, too. */
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
  opened: OpenSimulation,
  choice: SimulationChoice,
  options: DrawingOptions,
): Promise<SimulatedCase | undefined> {
  return withThreads(choice, options, (threads) => drawAndSumUp(opened, threads, options))
}

/** Opens the case, while the threads open it too, and simulates it. */
export async function openAndSimulate(
  choice: SimulationChoice,
  options: DrawingOptions,
): Promise<{ opened: OpenSimulation | undefined; simulated: SimulatedCase | undefined }> {
  return withThreads(choice, options, async (threads) => {
    const opened = openSimulation(choice)
    return { opened, simulated: opened && (await drawAndSumUp(opened, threads, options)) }
  })
}

/** Starts the threads beside this one, each of which opens the case by itself, and ends them when the work is done. */
async function withThreads<Found>(
  choice: SimulationChoice,
  { seed, draws = drawsOfMany, workers = 1, worker = new URL('./draw-chunks.js', import.meta.url) }: DrawingOptions,
  work: (threads: readonly Worker[]) => Promise<Found>,
): Promise<Found> {
  const beside = Math.min(workers, chunksOf(seed, draws).length) - 1
  if (beside < 1) return work([])
  // Only a simulation has threads; every other command starts sooner without what they need.
  const { Worker: Thread } = await import('node:worker_threads')
  const threads = Array.from({ length: beside }, () => new Thread(worker, { workerData: choice }))
  try {
    return await work(threads)
  } finally {
    for (const thread of threads) void thread.terminate()
  }
}

async function drawAndSumUp(
  { compiled, simulation }: OpenSimulation,
  threads: readonly Worker[],
  { seed, draws: wanted, isByMonth = false, onProgress, signal }: DrawingOptions,
): Promise<SimulatedCase | undefined> {
  if (compiled === undefined || simulation === undefined) return undefined
  const draws = wanted ?? drawsUsual(compiled)
  const all = emptyDraws(compiled, draws, { isShared: threads.length > 0, isByMonth })
  const chunks: SharedChunks = { seed, all, tally: newTally() }
  const many = chunksOf(seed, draws).length
  let told = 0
  const tell = (): void => {
    for (; told < chunksDrawn(chunks) && signal?.aborted !== true; told++) onProgress?.((told + 1) / many)
  }
  const allDrawn = drawBeside(threads, chunks, many)
  allDrawn.catch(() => stopDrawing(chunks))
  for (const _ of drawChunks(simulation, chunks)) {
    tell()
    if (signal?.aborted === true) stopDrawing(chunks)
    // Lets a signal to stop be heard, and whatever waits for its time.
    await setImmediate()
  }
  if (signal?.aborted === true) return undefined
  if (chunksDrawn(chunks) < many) await allDrawn
  tell()
  return { compiled, seed, draws: all, forecast: forecastOf(compiled, all) }
}

/** Has threads draw along; done when the last of so many chunks was drawn by one of them. */
function drawBeside(threads: readonly Worker[], chunks: SharedChunks, many: number): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const thread of threads) {
      thread.once('error', reject)
      thread.once('message', () => {
        if (chunksDrawn(chunks) === many) resolve()
      })
      thread.postMessage(chunks)
    }
  })
}
