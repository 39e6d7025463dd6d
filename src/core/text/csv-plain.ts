/**
 * The quick way through the plain rows of a CSV file: bytes to columns, without a text or an object for any row.
 *
 * Whether a row is plain is found out while reading it. The first field that is not plain ends the quick way at the
 * beginning of its row, which is then read the careful way and overwrites what was put there.
 */
import { type Batch, type Column, emptyCode, emptyDay } from './csv-columns.ts'
import { readPlainDay, readPlainNumber, readText, readWord, skipField, usualDay } from './csv-fields.ts'
import { afterLineEnd, recordBytesMax } from './csv-records.ts'
import { Interner } from './interner.ts'
import { RememberedWords } from './remembered-words.ts'
import { type ReadingRules } from './csv-values.ts'

const lineFeed = 10
const carriageReturn = 13
const quote = 0x22
const space = 0x20
const zero = 0x30
const nine = 0x39

// The kinds of fields as small numbers, which the switch below turns into a jump.
const kindSkip = 0
const kindId = 1
const kindWord = 2
const kindDay = 3
const kindNumber = 4
const kindText = 5
const kindOf = { id: kindId, word: kindWord, day: kindDay, number: kindNumber, text: kindText } as const

const noWholes = new Int32Array(0)
const noWords = new RememberedWords()
const noTexts = new Interner()

export class PlainRows {
  /** The line on which reading stopped. */
  line = 0
  /** Whether an earlier row has shown the file to be UTF-8. */
  isUtf8 = false
  /** The bytes at hand, several at a time. */
  private view: DataView = new DataView(new ArrayBuffer(0))
  private readonly kinds: Uint8Array
  private readonly columns: readonly (Column | undefined)[]
  private readonly wholes: readonly Int32Array[]
  private readonly remembered: readonly RememberedWords[]
  private readonly interners: readonly Interner[]
  /** What an empty field of each column is. */
  private readonly empties: Int32Array
  private readonly delimiter: number
  private readonly rules: ReadingRules
  private readonly batch: Batch

  /** `columns` has an entry for each field of the file, undefined where no column asks for it. */
  constructor(columns: readonly (Column | undefined)[], delimiter: string, rules: ReadingRules, batch: Batch) {
    this.kinds = Uint8Array.from(columns, (column) => (column === undefined ? kindSkip : kindOf[column.spec.type]))
    this.columns = columns
    this.wholes = columns.map((column) => column?.wholes ?? noWholes)
    this.remembered = columns.map((column) => column?.remembered ?? noWords)
    this.interners = columns.map((column) => column?.interner ?? noTexts)
    this.empties = Int32Array.from(columns, (column) => (column?.spec.type === 'day' ? emptyDay : emptyCode))
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
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
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

  /**
   * Reads one row, and answers where the next begins, or -1 if the row is not plain.
   *
   * Nearly every field is a whole number for an id, a word met before, a day with its year first, or empty: those are
   * read here, in one loop without calls. Any other field goes the way of `readField`.
   */
  private readRow(bytes: Uint8Array, start: number, index: number): number {
    const { kinds, wholes, remembered, interners, delimiter, view } = this
    const last = kinds.length - 1
    let at = start
    for (let n = 0; ; n++) {
      const begin = at
      const byte = bytes[begin]!
      const kind = kinds[n]!
      if (byte === delimiter || (byte < space && (byte === lineFeed || byte === carriageReturn))) {
        if (kind !== kindSkip && !this.putEmpty(n, index)) return -1
      } else if (kind === kindDay) {
        const day = begin + 10 < bytes.length ? usualDay(view, begin) : emptyDay
        if (day !== emptyDay) {
          wholes[n]![index] = day
          at += 10
        }
      } else if (kind === kindWord) {
        const second = bytes[begin + 1]!
        if (byte <= nine && byte >= zero && (second === delimiter || second === lineFeed)) {
          wholes[n]![index] = interners[n]!.codeOfWhole(byte - zero)
          at++
        } else {
          const words = remembered[n]!
          const place = words.placeOf(view, begin)
          if (place >= 0) {
            wholes[n]![index] = words.codes[place]!
            at += words.lengths[place]!
          }
        }
      } else if (kind === kindId && byte !== zero) {
        let number = 0
        let digit = byte - zero
        while (digit >= 0 && digit <= 9) {
          number = number * 10 + digit
          digit = bytes[++at]! - zero
        }
        wholes[n]![index] = -2 - number
        if (at - begin > 9) at = begin
      }
      if (n === last) {
        const stop = bytes[at]!
        if (stop !== lineFeed && stop !== carriageReturn) at = this.readField(n, bytes, begin, index)
        break
      }
      if (bytes[at] !== delimiter) {
        at = this.readField(n, bytes, begin, index)
        if (at < 0 || bytes[at] !== delimiter) return -1
      }
      at++
    }
    const stop = at < 0 ? 0 : bytes[at]!
    if ((stop !== lineFeed && stop !== carriageReturn) || at - start >= recordBytesMax) return -1
    return afterLineEnd(bytes, at)
  }

  private putEmpty(n: number, index: number): boolean {
    const column = this.columns[n]!
    if (column.isRequired) return false
    if (this.kinds[n]! > kindDay) column.putEmpty(index)
    else this.wholes[n]![index] = this.empties[n]!
    return true
  }

  private readField(n: number, bytes: Uint8Array, at: number, index: number): number {
    const { delimiter } = this
    if (bytes[at] !== quote) return this.readUnquoted(this.kinds[n]!, this.columns[n], bytes, at, index, delimiter)
    const end = this.readUnquoted(this.kinds[n]!, this.columns[n], bytes, at + 1, index, quote)
    // A line end or a doubled quote within the quotes is not plain.
    return end < 0 || bytes[end] !== quote ? -1 : end + 1
  }

  private readUnquoted(
    kind: number,
    column: Column | undefined,
    bytes: Uint8Array,
    at: number,
    index: number,
    delimiter: number,
  ): number {
    switch (kind) {
      case kindId:
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
