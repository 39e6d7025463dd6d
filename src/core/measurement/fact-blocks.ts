/**
 * Facts in the order of the files, each with its row, day and place side by side, in blocks that are filled one after
 * the other.
 *
 *     blocks.add(row, from, until, source)
 *     blocks.byRow(rows)     → `first`, and the columns in order of row; facts of one row stay in the order they came in
 *
 * Twenty million facts arrive before anybody knows how many there are, and go to rows in no order. What a fact needs lies
 * together, so that putting it in its place touches memory that is far away once, and not once for each column.
 */
import { type Day } from '../base/index.ts'

const blockBits = 16
const blockLength = 1 << blockBits
const blockMask = blockLength - 1

/** The row of a fact that was taken out. */
const taken = -1

/** Where a fact that was taken out goes. */
export const nowhere = 0xffffffff

export type FactsByRow = {
  /** Where the facts of each row begin, with one entry more. */
  first: Uint32Array
  count: number
  from: Int32Array
  /** Empty if facts have no `until`. */
  until: Int32Array
  source: Uint32Array
  values: Float64Array
}

export class FactBlocks {
  count = 0
  private readonly hasUntil: boolean
  private readonly hasValue: boolean
  /** Whole numbers of a fact: row, from, source and, if facts have one, until. */
  private readonly width: number
  private readonly blocks: Int32Array[] = []
  private readonly valueBlocks: Float64Array[] = []
  private block = new Int32Array(0)
  private values = new Float64Array(0)

  constructor(has: { until: boolean; value: boolean }) {
    this.hasUntil = has.until
    this.hasValue = has.value
    this.width = has.until ? 4 : 3
  }

  add(row: number, from: Day, until: Day, source: number): void {
    const within = this.count++ & blockMask
    if (within === 0) this.begin()
    const { block } = this
    const at = within * this.width
    block[at] = row
    block[at + 1] = from
    block[at + 2] = source
    if (this.hasUntil) block[at + 3] = until
  }

  /** The value of the fact added last. */
  addValue(value: number): void {
    this.values[(this.count - 1) & blockMask] = value
  }

  private begin(): void {
    this.block = new Int32Array(blockLength * this.width)
    this.blocks.push(this.block)
    if (!this.hasValue) return
    this.values = new Float64Array(blockLength)
    this.valueBlocks.push(this.values)
  }

  fromAt(number: number): Day {
    return this.entry(number, 1)
  }

  untilAt(number: number): Day | undefined {
    return this.hasUntil ? this.entry(number, 3) : undefined
  }

  sourceAt(number: number): number {
    return this.entry(number, 2) >>> 0
  }

  rowAt(number: number): number {
    return this.entry(number, 0)
  }

  valueAt(number: number): number {
    return this.valueBlocks[number >> blockBits]?.[number & blockMask] ?? 0
  }

  setValue(number: number, value: number): void {
    this.valueBlocks[number >> blockBits]![number & blockMask] = value
  }

  private entry(number: number, column: number): number {
    return this.blocks[number >> blockBits]![(number & blockMask) * this.width + column]!
  }

  isTaken(number: number): boolean {
    return this.rowAt(number) === taken
  }

  takeOut(number: number): void {
    this.blocks[number >> blockBits]![(number & blockMask) * this.width] = taken
  }

  /** The facts that were not taken out, in order of row; `rows` is how many rows there are. */
  byRow(rows: number): FactsByRow {
    const { hasUntil, hasValue } = this
    const first = this.firstOfRows(rows)
    const count = first[rows]!
    const side = hasUntil ? 3 : 2
    const packed = new Int32Array(count * side)
    const values = new Float64Array(hasValue ? count : 0)
    const next = first.slice(0, rows)
    for (let at = 0; at < this.blocks.length; at++) this.placeBlock(at, next, packed, values)
    const from = new Int32Array(count)
    const source = new Uint32Array(count)
    const until = new Int32Array(hasUntil ? count : 0)
    for (let at = 0; at < count; at += blockLength) {
      const end = Math.min(count, at + blockLength)
      unpack(packed, side, 0, from, at, end)
      unpack(packed, side, 1, source, at, end)
      if (hasUntil) unpack(packed, side, 2, until, at, end)
    }
    return { first, count, from, until, source, values }
  }

  /** Puts the facts of one block in their places; `next` is where the next fact of each row goes. */
  private placeBlock(number: number, next: Uint32Array, packed: Int32Array, values: Float64Array): void {
    const { width, hasUntil, hasValue } = this
    const block = this.blocks[number]!
    const valueBlock = this.valueBlocks[number] ?? this.values
    const side = hasUntil ? 3 : 2
    const filled = this.filledIn(number)
    for (let within = 0, entry = 0; within < filled; within++, entry += width) {
      const row = block[entry]!
      if (row === taken) continue
      const place = next[row]!++
      const to = place * side
      packed[to] = block[entry + 1]!
      packed[to + 1] = block[entry + 2]!
      if (hasUntil) packed[to + 2] = block[entry + 3]!
      if (hasValue) values[place] = valueBlock[within]!
    }
  }

  /** Where each fact goes in order of row, for columns kept elsewhere; `nowhere` for one taken out. */
  placesByRow(rows: number): Uint32Array {
    const next = this.firstOfRows(rows)
    const places = new Uint32Array(this.count)
    for (let number = 0; number < places.length; number++) {
      const row = this.rowAt(number)
      places[number] = row === taken ? nowhere : next[row]!++
    }
    return places
  }

  private firstOfRows(rows: number): Uint32Array {
    const { width } = this
    const first = new Uint32Array(rows + 1)
    for (const [number, block] of this.blocks.entries()) {
      const end = this.filledIn(number) * width
      for (let entry = 0; entry < end; entry += width) if (block[entry]! !== taken) first[block[entry]! + 1]!++
    }
    for (let row = 0; row < rows; row++) first[row + 1]! += first[row]!
    return first
  }

  private filledIn(block: number): number {
    return Math.min(blockLength, this.count - block * blockLength)
  }
}

/** Every `side`th number from `offset` on, as a column; only its entries from `at` to before `end`. */
function unpack(
  packed: Int32Array,
  side: number,
  offset: number,
  column: Int32Array | Uint32Array,
  at: number,
  end: number,
): void {
  for (let from = at * side + offset; at < end; at++, from += side) column[at] = packed[from]!
}
