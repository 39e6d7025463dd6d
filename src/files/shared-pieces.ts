/**
 * What the program and its reading helper have in common: a large file in pieces, and who reads each.
 *
 *     pieces   0 1 2 3 4 5 6 7 …        each is free until one of the two takes it
 *     slots    0 1 2 3 4 5 0 1 …        where the helper puts the columns of a piece it has read
 *
 * The memory is shared, so that columns are not copied from thread to thread. What is small - texts, the bytes at both
 * ends - comes as a message, sent before the piece is called read.
 */
import { type MessagePort } from 'node:worker_threads'
import { type PiecePlan, type PieceRead } from '../core/text/index.ts'

export type SharedPieces = {
  path: string
  plan: PiecePlan
  /** The pieces lie from this byte on. */
  from: number
  pieceCount: number
  /** Where the program is, then the state of each piece. */
  control: Int32Array
  columns: SharedArrayBuffer
  port: MessagePort
}

/** The message about a piece; its columns are in the slot. */
export type PieceTold = Pick<PieceRead, 'head' | 'tail' | 'count' | 'lines' | 'words'>

export const pieceLength = 1 << 20
/** Sixteen bytes a row: a piece of shorter rows is left to the program. */
export const pieceRowsMax = 1 << 16
/** So many pieces may be read before the program gets to them. */
export const slotCount = 6

/** Where the number of the piece stands that the program is at. */
export const atPlace = 0

// The states of a piece. From free it is taken by the helper, which then has it read or left, or is ours, the program's own to read.
export const free = 0
export const taken = 1
export const read = 2
export const left = 3
export const ours = 4

export function placeOfState(piece: number): number {
  return atPlace + 1 + piece
}

/** How many whole numbers a slot holds: the line of each row, and an entry for each field that has a column. */
export function slotLength({ fields }: PiecePlan): number {
  return pieceRowsMax * (1 + fields.filter((field) => field !== undefined).length)
}

/** The columns of a slot, with room for `count` rows. */
export function slotOf(
  { plan, columns }: Pick<SharedPieces, 'plan' | 'columns'>,
  piece: number,
  count: number,
): Pick<PieceRead, 'line' | 'entries'> {
  let at = (piece % slotCount) * slotLength(plan)
  const next = (): Int32Array => {
    const column = new Int32Array(columns, at * Int32Array.BYTES_PER_ELEMENT, count)
    at += pieceRowsMax
    return column
  }
  return { line: next(), entries: plan.fields.map((field) => field && next()) }
}
