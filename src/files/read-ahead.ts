/**
 * A large file read by two threads, in pieces of a megabyte.
 *
 *     helper    reads plain rows of piece after piece into columns, a few pieces ahead
 *     program   takes the columns in order of the file; a piece the helper has not taken or could not read, it reads itself
 *
 * The program can read every piece itself and does so whenever the helper has nothing to give. So the helper decides how
 * long reading takes and nothing else: one that is slow, broken, out of memory or was never started costs time only,
 * and a file that cannot be read is the program's own fault to tell.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { type MessagePort } from 'node:worker_threads'
import { type PieceAhead, type PiecePlan } from '../core/text/index.ts'
import {
  type PieceTold,
  type SharedPieces,
  atPlace,
  free,
  ours,
  pieceLength,
  placeOfState,
  read,
  slotCount,
  slotLength,
  slotOf,
  taken,
} from './shared-pieces.ts'

/** A piece takes the helper some milliseconds. One that takes so many is not waited for again. */
const patienceMs = 2000

/** The rest of a file from byte `from` on: bytes, or rows read ahead by the helper whose program is in `helper`. */
export function* readAhead(
  path: string,
  helper: string,
  { plan, from, onRead }: { plan: PiecePlan; from: number; onRead?: ((bytes: number) => void) | undefined },
): Generator<Uint8Array | PieceAhead> {
  // Most commands never meet a large file, and need not load this.
  const { MessageChannel, Worker, receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads')
  const { port1: port, port2 } = new MessageChannel()
  const shared = sharedPieces(path, plan, { from, port: port2 })
  const worker = new Worker(helper, { workerData: shared, transferList: [shared.port] })
  worker.unref()
  // What the helper cannot do is done here.
  worker.on('error', () => undefined)
  const file = openSync(path, 'r')
  const buffer = new Uint8Array(pieceLength)
  try {
    let isAlone = false
    for (let piece = 0; piece < shared.pieceCount; piece++) {
      if (!isAlone) moveTo(shared, piece)
      const bytes = () => buffer.subarray(0, readSync(file, buffer, 0, pieceLength, from + piece * pieceLength))
      const state = isAlone ? ours : stateOf(shared, piece)
      if (state === taken) {
        isAlone = true
        void worker.terminate()
      }
      onRead?.(pieceLength)
      if (state !== read) yield bytes()
      else {
        const told = receiveMessageOnPort(port)!.message as PieceTold
        yield { ...told, ...slotOf(shared, piece, told.count), bytes }
      }
    }
  } finally {
    void worker.terminate()
    port.close()
    closeSync(file)
  }
}

function sharedPieces(path: string, plan: PiecePlan, rest: { from: number; port: MessagePort }): SharedPieces {
  const pieceCount = Math.ceil(Math.max(0, statSync(path).size - rest.from) / pieceLength)
  const wholes = (count: number) => new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT)
  const control = new Int32Array(wholes(placeOfState(pieceCount)))
  const columns = wholes(slotCount * slotLength(plan))
  return { path, plan, ...rest, pieceCount, control, columns }
}

function moveTo({ control }: SharedPieces, place: number): void {
  Atomics.store(control, atPlace, place)
  Atomics.notify(control, atPlace)
}

/** Who has read the piece or is to read it; `taken` where the helper has it and does not come to an end. */
function stateOf({ control, pieceCount }: SharedPieces, piece: number): number {
  const place = placeOfState(piece)
  const state = Atomics.compareExchange(control, place, free, ours)
  if (state !== taken) return state
  // The helper is behind, and would be so again at the next piece unless that is read here.
  if (piece + 1 < pieceCount) Atomics.compareExchange(control, placeOfState(piece + 1), free, ours)
  Atomics.wait(control, place, taken, patienceMs)
  return Atomics.load(control, place)
}
