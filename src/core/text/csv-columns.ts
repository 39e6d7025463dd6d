/**
 * Columns of a batch of rows, and the quick way to fill them from bytes.
 *
 * A row is read quickly when it is plain: no quotes, no letters beyond ASCII, numbers and days in their usual form. Each
 * reader here takes one field, puts its value into the column, and answers the offset behind it; -1 says that the field
 * is not plain, and that the whole row must be read the careful way. What the careful way would refuse or read
 * differently is never plain.
 */
import { assert, dayOf, type Day } from '../base/index.ts'
import { type Interner } from './interner.ts'
import { type ReadingRules } from './csv-values.ts'

export type ColumnType = 'id' | 'word' | 'day' | 'number' | 'text'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** `headers` are the accepted names in lower case; a required column must be there and be filled in on every row. */
export type ColumnSpec = { name: string; headers: readonly string[]; type: ColumnType; required: boolean }

/** What an empty field of an id or word column holds instead of a code. */
export const emptyCode = -1
/** What an empty field of a day column holds; no calendar day is near it. */
export const emptyDay: Day = -0x80000000

/** mantissa ÷ 10^scale where `filled` is 1; 0 is an empty field. A row with an unreadable number is not in the batch. */
export type NumberColumn = { mantissas: Float64Array; scales: Uint8Array; filled: Uint8Array }

/** Rows that were accepted, in the order of the file. The arrays are used again for the next batch. */
export class Batch {
  /** How many rows; only entries below it mean anything. */
  count = 0
  /** The line of the file on which each row begins. */
  readonly row: Int32Array
  private readonly columns: ReadonlyMap<string, Column>

  constructor(columns: readonly Column[], rowsMax: number) {
    this.columns = new Map(columns.map((column) => [column.spec.name, column]))
    this.row = new Int32Array(rowsMax)
  }

  /** The codes of an id or word column, `emptyCode` where the field is empty. */
  codes(name: string): Int32Array {
    return this.column(name, ['id', 'word']).wholes
  }

  /** The days of a day column, `emptyDay` where the field is empty. */
  days(name: string): Int32Array {
    return this.column(name, ['day']).wholes
  }

  numbers(name: string): NumberColumn {
    const { mantissas, scales, filled } = this.column(name, ['number'])
    return { mantissas, scales, filled }
  }

  /** The text of one field of a text column, made now; '' where the field is empty. */
  textAt(name: string, index: number): string {
    assert(index >= 0 && index < this.count, 'the batch has a row with this index')
    return this.column(name, ['text']).textAt(index)
  }

  private column(name: string, types: readonly ColumnType[]): Column {
    const column = this.columns.get(name)
    assert(
      column !== undefined && types.includes(column.spec.type),
      `${name} is a column of type ${types.join(' or ')}`,
    )
    return column
  }
}

/** One column of the batch and what its fields are read with. Every column has every array, so that code stays fast. */
export class Column {
  readonly spec: ColumnSpec
  readonly interner: Interner | undefined
  readonly isRequired: boolean
  readonly wholes: Int32Array
  readonly mantissas: Float64Array
  readonly scales: Uint8Array
  readonly filled: Uint8Array
  private texts: Uint8Array
  private textEnds: Int32Array

  constructor(spec: ColumnSpec, interner: Interner | undefined, rowsMax: number) {
    const rowsOf = (type: ColumnType): number => (spec.type === type ? rowsMax : 0)
    this.spec = spec
    this.interner = interner
    this.isRequired = spec.required
    this.wholes = new Int32Array(rowsOf('id') + rowsOf('word') + rowsOf('day'))
    this.mantissas = new Float64Array(rowsOf('number'))
    this.scales = new Uint8Array(rowsOf('number'))
    this.filled = new Uint8Array(rowsOf('number'))
    this.texts = new Uint8Array(rowsOf('text'))
    this.textEnds = new Int32Array(rowsOf('text'))
  }

  putNumber(index: number, mantissa: number, scale: number): void {
    this.mantissas[index] = mantissa
    this.scales[index] = scale
    this.filled[index] = 1
  }

  /** Keeps the UTF-8 bytes of the text of row `index`; rows come in order, and a row may be put again. */
  putText(index: number, bytes: Uint8Array, start: number, end: number): void {
    const from = index === 0 ? 0 : this.textEnds[index - 1]!
    const until = from + end - start
    if (until > this.texts.length) {
      const larger = new Uint8Array(Math.max(until, this.texts.length * 2))
      larger.set(this.texts.subarray(0, from))
      this.texts = larger
    }
    for (let at = start; at < end; at++) this.texts[from + at - start] = bytes[at]!
    this.textEnds[index] = until
  }

  putEmpty(index: number): void {
    if (this.spec.type === 'number') this.filled[index] = 0
    else if (this.spec.type === 'day') this.wholes[index] = emptyDay
    else if (this.spec.type === 'text') this.putText(index, this.texts, 0, 0)
    else this.wholes[index] = emptyCode
  }

  /** Puts codes in place of the ids that are still numbers; to be called once the first `count` rows are all there. */
  complete(count: number): void {
    if (this.spec.type === 'id') this.interner?.replaceWholes(this.wholes, count)
  }

  /** The column is not in the file: every row of every batch is empty. */
  putEmptyEverywhere(): void {
    this.wholes.fill(this.spec.type === 'day' ? emptyDay : emptyCode)
    this.filled.fill(0)
    this.textEnds.fill(0)
  }

  textAt(index: number): string {
    const from = index === 0 ? 0 : this.textEnds[index - 1]!
    return decoder.decode(this.texts.subarray(from, this.textEnds[index]))
  }
}

const lineFeed = 10
const carriageReturn = 13
const space = 0x20
const quote = 0x22
const comma = 0x2c
const minus = 0x2d
const point = 0x2e
const zero = 0x30

/** An id: most often a whole number, which stands as -2 - number until `Column.complete` puts its code there. */
export function readId(column: Column, bytes: Uint8Array, start: number, index: number, delimiter: number): number {
  let at = start
  let number = 0
  let digit = bytes[at]! - zero
  // A number with a leading zero is an id of its own, and takes the way of the words.
  if (digit > 0) {
    while (digit >= 0 && digit <= 9) {
      number = number * 10 + digit
      digit = bytes[++at]! - zero
    }
  }
  const length = at - start
  const stop = bytes[at]!
  if (length === 0 || length > 9 || (stop !== delimiter && stop !== lineFeed && stop !== carriageReturn)) {
    return readWord(column, bytes, start, index, delimiter)
  }
  column.wholes[index] = -2 - number
  return at
}

/** A word, found by its hash; empty is a value here too, unless the column is required. */
export function readWord(column: Column, bytes: Uint8Array, start: number, index: number, delimiter: number): number {
  let at = start
  let hash = 0
  let byte = bytes[at]!
  if (byte === quote || byte === space) return -1
  while (byte !== delimiter && byte >= space && byte < 0x80) {
    hash = (Math.imul(hash, 31) + byte) | 0
    byte = bytes[++at]!
  }
  if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) return -1
  if (at === start) return emptyField(column, index, at)
  if (bytes[at - 1] === space || at - start > 1000) return -1
  const interner = column.interner!
  const first = bytes[start]!
  const mayBeWhole = first >= zero && first <= 0x39
  column.wholes[index] = mayBeWhole
    ? interner.codeOfBytes(bytes, start, at)
    : interner.codeByHash(hash, bytes, start, at)
  return at
}

const firstYear = 1900
const yearCount = 256
const monthStart = new Int32Array(yearCount * 16)
const monthLength = new Uint8Array(yearCount * 16)
for (let year = firstYear; year < firstYear + yearCount; year++) {
  for (let month = 1; month <= 12; month++) {
    const start = dayOf(year, month, 1)
    const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
    monthStart[(year - firstYear) * 16 + month] = start
    monthLength[(year - firstYear) * 16 + month] = next - start
  }
}

/** A day as 2024-12-31, from 1900 to 2155. Any other form is read the careful way. */
export function readIsoDay(column: Column, bytes: Uint8Array, start: number, index: number, delimiter: number): number {
  const first = bytes[start]!
  if (first === delimiter || first === lineFeed || first === carriageReturn) return emptyField(column, index, start)
  if (start + 10 >= bytes.length || bytes[start + 4] !== minus || bytes[start + 7] !== minus) return -1
  const y1 = first - zero
  const y2 = bytes[start + 1]! - zero
  const y3 = bytes[start + 2]! - zero
  const y4 = bytes[start + 3]! - zero
  const m1 = bytes[start + 5]! - zero
  const m2 = bytes[start + 6]! - zero
  const d1 = bytes[start + 8]! - zero
  const d2 = bytes[start + 9]! - zero
  // A byte that is no digit is negative or above 9; either shows in one of the two sums of bits.
  if ((y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2) < 0) return -1
  if (y1 > 9 || y2 > 9 || y3 > 9 || y4 > 9 || m1 > 1 || m2 > 9 || d1 > 3 || d2 > 9) return -1
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4 - firstYear
  if (year < 0 || year >= yearCount) return -1
  const month = year * 16 + m1 * 10 + m2
  const day = d1 * 10 + d2
  // Months 0 and 13 to 19 have no days in the table (or are month 0 to 3 of the next year's row, excluded here).
  if (m1 * 10 + m2 > 12 || day === 0 || day > monthLength[month]!) return -1
  column.wholes[index] = monthStart[month]! + day - 1
  return start + 10
}

/** Digits, perhaps with a minus and one decimal sign that can be nothing else. */
export function readPlainNumber(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  rule: ReadingRules['numbers'],
): number {
  let at = start
  const isNegative = bytes[at] === minus
  if (isNegative) at++
  const firstDigit = at
  let mantissa = 0
  let digit = bytes[at]! - zero
  while (digit >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit
    digit = bytes[++at]! - zero
  }
  const wholeDigits = at - firstDigit
  let stop = bytes[at]!
  if (wholeDigits === 0) return isNegative ? -1 : emptyUnless(column, bytes, start, index, delimiter)
  let scale = 0
  if (stop !== delimiter && (stop === point || stop === comma)) {
    const isStated = rule === (stop === comma ? 'danish' : 'international')
    if (rule !== 'unstated' && !isStated) return -1
    const firstDecimal = at + 1
    digit = bytes[++at]! - zero
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      digit = bytes[++at]! - zero
    }
    scale = at - firstDecimal
    // Three digits behind a sign that may part thousands are a question.
    if (scale === 0 || (scale === 3 && !isStated)) return -1
    stop = bytes[at]!
  }
  if (wholeDigits + scale > 15 || (stop !== delimiter && stop !== lineFeed && stop !== carriageReturn)) return -1
  column.mantissas[index] = isNegative ? 0 - mantissa : mantissa
  column.scales[index] = scale
  column.filled[index] = 1
  return at
}

/** A text, kept as it stands. */
export function readText(column: Column, bytes: Uint8Array, start: number, index: number, delimiter: number): number {
  const end = skipField(bytes, start, delimiter)
  if (end < 0) return -1
  if (end === start) return emptyField(column, index, end)
  if (bytes[start] === space || bytes[end - 1] === space) return -1
  column.putText(index, bytes, start, end)
  return end
}

/** The offset behind a field of a column nobody asked for. */
export function skipField(bytes: Uint8Array, start: number, delimiter: number): number {
  let at = start
  let byte = bytes[at]!
  if (byte === quote) return -1
  while (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) {
    if (byte >= 0x80 || byte < space) return -1
    byte = bytes[++at]!
  }
  return at
}

function emptyUnless(column: Column, bytes: Uint8Array, start: number, index: number, delimiter: number): number {
  const byte = bytes[start]!
  const isEmpty = byte === delimiter || byte === lineFeed || byte === carriageReturn
  return isEmpty ? emptyField(column, index, start) : -1
}

function emptyField(column: Column, index: number, at: number): number {
  if (column.isRequired) return -1
  column.putEmpty(index)
  return at
}
