/**
 * The program of the thread that reads along in a large file; `read-ahead.ts` starts it.
 *
 * It takes the pieces one after another, a few ahead of the program, and passes over those the program has taken. It knows
 * the plan of the columns and nothing of what they mean.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { PieceReader } from '../core/text/index.ts'
import {
  type PieceTold,
  type SharedPieces,
  atPlace,
  free,
  left,
  pieceLength,
  pieceRowsMax,
  placeOfState,
  read,
  slotCount,
  slotOf,
  taken,
} from './shared-pieces.ts'

const shared = workerData as SharedPieces
const reader = new PieceReader(shared.plan, pieceRowsMax)
const file = openSync(shared.path, 'r')
const buffer = new Uint8Array(pieceLength)
for (let piece = 0; piece < shared.pieceCount; piece++) {
  awaitSlot(piece)
  if (Atomics.compareExchange(shared.control, placeOfState(piece), free, taken) !== free) continue
  let found: typeof read | typeof left = left
  try {
    if (readPiece(piece)) found = read
  } finally {
    Atomics.store(shared.control, placeOfState(piece), found)
    Atomics.notify(shared.control, placeOfState(piece))
  }
}
closeSync(file)

/** Waits until the program has come so far that there is a slot for the piece. */
function awaitSlot(piece: number): void {
  for (;;) {
    const at = Atomics.load(shared.control, atPlace)
    if (piece < at + slotCount) return
    Atomics.wait(shared.control, atPlace, at)
  }
}

function readPiece(piece: number): boolean {
  const length = readSync(file, buffer, 0, pieceLength, shared.from + piece * pieceLength)
  const found = reader.read(buffer.subarray(0, length))
  if (found === undefined) return false
  const { head, tail, count, lines, words } = found
  const slot = slotOf(shared, piece, count)
  slot.line.set(found.line)
  for (const [field, column] of slot.entries.entries()) column?.set(found.entries[field]!)
  const told: PieceTold = { head: head.slice(), tail: tail.slice(), count, lines, words }
  shared.port.postMessage(told)
  return true
}
