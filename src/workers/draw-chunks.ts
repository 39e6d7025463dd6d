/** A thread that draws chunks of a simulation: opens the case it is told of, and answers each chunk asked for with its draws. */
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../core/base/index.ts'
import { type ChunkWanted } from '../core/simulation/index.ts'
import { type SimulationChoice, openSimulation } from '../operations/index.ts'

const port = parentPort
assert(port !== null, 'chunks are drawn in a thread')
const simulation = openSimulation(workerData as SimulationChoice)?.simulation
assert(simulation !== undefined, 'a case that is simulated in threads was opened before')

port.on('message', (wanted: ChunkWanted) => {
  const draws = simulation.draw(wanted)
  const columns = Object.values(draws).filter((column) => column instanceof Float64Array)
  port.postMessage(
    { chunk: wanted.chunk, draws },
    columns.map(({ buffer }) => buffer as ArrayBuffer),
  )
})
