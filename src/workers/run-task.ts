/** A thread that does one long task, says how far it is, and answers with what it found. */
import { availableParallelism } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { workbookWords } from '../../locales/index.ts'
import { assert } from '../core/base/index.ts'
import { type RunFound, type RunTask, performTask } from '../operations/index.ts'

const port = parentPort
assert(port !== null, 'a task is done in a thread')

// One of the machine's cores is left to the server, and two tasks may run at once.
const workers = Math.max(1, Math.floor((availableParallelism() - 1) / 2))

const found = await performTask(workerData as RunTask, {
  workers,
  worker: new URL('./draw-chunks.js', import.meta.url),
  words: workbookWords,
  onProgress: (share) => port.postMessage({ share }),
})
port.postMessage({ found }, columnsOf(found))

/** What is handed over instead of copied; what several threads wrote in is shared as it is. */
function columnsOf(found: RunFound): ArrayBuffer[] {
  const columns = found.is === 'drawn' ? Object.values(found.draws).filter((one) => one instanceof Float64Array) : []
  return columns.map(({ buffer }) => buffer).filter((memory) => memory instanceof ArrayBuffer)
}
