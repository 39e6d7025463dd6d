/**
 * The quick way through the plain rows of a CSV file: bytes to columns, without a text or an object for any row.
 *
 * Whether a row is plain is found out while reading it. The first field that is not plain ends the quick way at the
 * beginning of its row, which is then read the careful way and overwrites what was put there.
 */
import { type Batch, type Column } from './csv-columns.ts'
import { readId, readPlainDay, readPlainNumber, readText, readWord, skipField } from './csv-fields.ts'
import { afterLineEnd, recordBytesMax } from './csv-records.ts'
import { type ReadingRules } from './csv-values.ts'

const lineFeed = 10
const carriageReturn = 13
const quote = 0x22

// The kinds of fields as small numbers, which the switch below turns into a jump.
const kindSkip = 0
const kindId = 1
const kindWord = 2
const kindDay = 3
const kindNumber = 4
const kindText = 5
const kindOf = { id: kindId, word: kindWord, day: kindDay, number: kindNumber, text: kindText } as const

export class PlainRows {
  /** The line on which reading stopped. */
  line = 0
  /** Whether an earlier row has shown the file to be UTF-8. */
  isUtf8 = false
  private readonly kinds: Uint8Array
  private readonly columns: readonly (Column | undefined)[]
  private readonly delimiter: number
  private readonly rules: ReadingRules
  private readonly batch: Batch

  /** `columns` has an entry for each field of the file, undefined where no column asks for it. */
  constructor(columns: readonly (Column | undefined)[], delimiter: string, rules: ReadingRules, batch: Batch) {
    this.kinds = Uint8Array.from(columns, (column) => (column === undefined ? kindSkip : kindOf[column.spec.type]))
    this.columns = columns
    this.delimiter = delimiter.charCodeAt(0)
    this.rules = rules
    this.batch = batch
  }

  /**
   * Reads rows from `from`, which is on `line`, until one is not plain, the batch is full, or `until` is reached, which
   * lies behind a line end. Answers where it stopped.
   */
  read(bytes: Uint8Array, from: number, until: number, line: number): number {
    const { batch } = this
    const { row } = batch
    let index = batch.count
    let at = from
    while (at < until && index < row.length) {
      const first = bytes[at]!
      if (first === lineFeed || first === carriageReturn) {
        at = afterLineEnd(bytes, at)
        line++
        continue
      }
      const next = this.readRow(bytes, at, index)
      if (next < 0) break
      row[index++] = line++
      at = next
    }
    batch.count = index
    this.line = line
    return at
  }

  /** Reads one row, and answers where the next begins, or -1 if the row is not plain. */
  private readRow(bytes: Uint8Array, start: number, index: number): number {
    const { kinds, columns, delimiter } = this
    const last = kinds.length - 1
    let at = start
    for (let n = 0; ; n++) {
      if (bytes[at] === quote) {
        at = this.readField(kinds[n]!, columns[n], bytes, at + 1, index, quote)
        // A line end or a doubled quote within the quotes is not plain.
        if (at < 0 || bytes[at++] !== quote) return -1
      } else {
        at = this.readField(kinds[n]!, columns[n], bytes, at, index, delimiter)
        if (at < 0) return -1
      }
      if (n === last) break
      if (bytes[at] !== delimiter) return -1
      at++
    }
    const stop = bytes[at]
    if ((stop !== lineFeed && stop !== carriageReturn) || at - start >= recordBytesMax) return -1
    return afterLineEnd(bytes, at)
  }

  private readField(
    kind: number,
    column: Column | undefined,
    bytes: Uint8Array,
    at: number,
    index: number,
    delimiter: number,
  ): number {
    switch (kind) {
      case kindId:
        return readId(column!, bytes, at, index, delimiter, this.isUtf8)
      case kindWord:
        return readWord(column!, bytes, at, index, delimiter, this.isUtf8)
      case kindDay:
        return readPlainDay(column!, bytes, at, index, delimiter, this.rules.dates)
      case kindNumber:
        return readPlainNumber(column!, bytes, at, index, delimiter, this.rules.numbers)
      case kindText:
        return readText(column!, bytes, at, index, delimiter, this.isUtf8)
      default:
        return skipField(bytes, at, delimiter, this.isUtf8)
    }
  }
}
