/** A thread that draws chunks of a simulation: opens the case it is told of, and draws along until no chunk is left. */
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../core/base/index.ts'
import { type SharedChunks, type SimulationChoice, drawChunks, openSimulation } from '../operations/index.ts'

const port = parentPort
assert(port !== null, 'chunks are drawn in a thread')
const simulation = openSimulation(workerData as SimulationChoice)?.simulation
// A case that cannot be simulated has nothing to draw, and nobody asks for it.
if (simulation !== undefined) {
  port.once('message', (chunks: SharedChunks) => {
    for (const _ of drawChunks(simulation, chunks));
    port.postMessage('done')
  })
}
