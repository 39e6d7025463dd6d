/**
 * Columns of a batch of rows: what a caller asks for, and the arrays it gets.
 *
 *     batch.row[n]                  the line of the file on which row n begins
 *     batch.codes('person_id')[n]   the code of an id or word; its interner has the text
 *     batch.days('date_from')[n]    a day, or emptyDay
 *     batch.numbers('value')        mantissas[n] ÷ 10^scales[n] where filled[n] is 1
 */
import { assert, type Day } from '../base/index.ts'
import { type Interner } from './interner.ts'
import { RememberedWords } from './remembered-words.ts'

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
  /** Words of a word column lately read from the file as it stands. */
  readonly remembered: RememberedWords | undefined
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
    this.remembered = spec.type === 'word' ? new RememberedWords() : undefined
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
