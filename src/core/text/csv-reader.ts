/**
 * CSV bytes into columns, a chunk at a time, in bounded memory.
 *
 *     const reader = new CsvReader({ file, columns, rules, onBatch: (batch) => … })
 *     for (const chunk of chunks) reader.push(chunk)
 *     const { rowsAccepted, problems } = reader.end()
 *
 * Pieces of the file may have been read ahead by somebody else; see `csv-ahead.ts`.
 *
 * Rows are read at the speed of plain bytes as long as they are plain; any other row is read the careful way, one by
 * one. How the file is cut into chunks changes nothing. A row is accepted whole or refused with a problem; an empty
 * field, a zero and an unreadable field are three different things. The file's delimiter, encoding and line ends are
 * found, not asked for. Empty lines are passed over and are not rows.
 *
 * A fault of fields is told once for each column, with how many rows have it.
 *
 * Problems that stop the file: csv-empty, csv-utf16, csv-header-unreadable, csv-column-missing, csv-column-twice.
 * Problems that refuse one row: csv-row-too-short, csv-row-too-long, csv-record-too-large, csv-quote-never-closed,
 * csv-quote-misplaced, csv-encoding-mixed, csv-value-missing, csv-text-too-long; csv-number- and csv-day- with
 * unreadable, ambiguous, against-rule; csv-number-too-long, csv-day-impossible.
 */
import { assert, problem, type Problem } from '../base/index.ts'
import { decode, decodeForShow, type Encoding } from './csv-encoding.ts'
import { CodesAhead, type PieceAhead, type PiecePlan, planFor } from './csv-ahead.ts'
import { readCarefully, shown, type RowReading } from './csv-careful.ts'
import { Batch, Column, type ColumnSpec } from './csv-columns.ts'
import { readHeader, statedDelimiter, type Delimiter, type Header } from './csv-header.ts'
import { PlainRows } from './csv-plain.ts'
import { afterLineEnd, lastLineEnd, lineEndFrom, recordBytesMax, recordEnd } from './csv-records.ts'
import { type ReadingRules } from './csv-values.ts'
import { FieldFaults } from './field-faults.ts'
import { Interner } from './interner.ts'
import { ProblemTally } from './problem-tally.ts'

export type CsvOptions = {
  file: string
  columns: readonly ColumnSpec[]
  rules: ReadingRules
  /** By column name. Columns of ids or words without one get their own, to be had from `internerOf`. */
  interners?: Readonly<Record<string, Interner>>
  /** The batch and its arrays are used again after the call. */
  onBatch: (batch: Batch) => void
  /** Told the code of the required id of a row that is refused, where its fields can be told apart. */
  onRefused?: (code: number, line: number) => void
  batchRows?: number
}

/** rowsRead = rowsAccepted + rowsRefused. `problemCounts` also counts the problems of a code beyond the first thousand. */
export type CsvSummary = {
  rowsRead: number
  rowsAccepted: number
  rowsRefused: number
  problems: readonly Problem[]
  problemCounts: ReadonlyMap<string, number>
  encoding: Encoding
  delimiter: Delimiter | undefined
  /** Names in the header that no column asked for. */
  unmatched: readonly string[]
}

const batchRowsUsual = 1 << 14
const lineFeed = 10
const carriageReturn = 13
const noBytes = new Uint8Array(0)

export class CsvReader {
  private readonly options: CsvOptions
  private readonly columns: Column[]
  private readonly batch: Batch
  private readonly problems = new ProblemTally()
  private readonly faults = new FieldFaults()
  private state: 'before-header' | 'rows' | 'stopped' | 'ended' = 'before-header'
  private encoding: Encoding = 'ascii'
  private header: Header | undefined
  private stated: Delimiter | undefined
  private reading: RowReading | undefined
  private plain: PlainRows | undefined
  /** For each field of the file the column it goes to, if any. */
  private fields: readonly (Column | undefined)[] = []
  private ahead: CodesAhead | undefined
  /** The bytes of a record that is not yet whole. */
  private held: Uint8Array = noBytes
  private isOpenQuote = false
  private isSkippingLine = false
  private isLineFeedDue = false
  private line = 1
  private rowsAccepted = 0
  private rowsRefused = 0

  constructor(options: CsvOptions) {
    const rowsMax = options.batchRows ?? batchRowsUsual
    assert(Number.isInteger(rowsMax) && rowsMax > 0, 'a batch has room for one row at least')
    this.options = options
    this.columns = options.columns.map((spec) => {
      const isCoded = spec.type === 'id' || spec.type === 'word'
      const interner = isCoded ? (options.interners?.[spec.name] ?? new Interner()) : undefined
      return new Column(spec, interner, rowsMax)
    })
    this.batch = new Batch(this.columns, rowsMax)
  }

  /** The interner of an id or word column. */
  internerOf(name: string): Interner {
    const interner = this.columns.find((column) => column.spec.name === name)?.interner
    assert(interner !== undefined, `${name} is a column of ids or words`)
    return interner
  }

  /** Whether the header is still to come, or not yet whole. */
  get isBeforeHeader(): boolean {
    return this.state === 'before-header'
  }

  /** Takes the next bytes of the file. They may be changed after the call. */
  push(bytes: Uint8Array): void {
    assert(this.state !== 'ended', 'no bytes come after the end')
    if (this.state === 'stopped' || bytes.length === 0) return
    if (this.state === 'rows') return this.pushRows(bytes)
    this.held = joined(this.held, bytes, 0, bytes.length)
    this.readBeforeRows(false)
  }

  /**
   * How pieces of the rest of the file are to be read ahead for `pushAhead`; nothing where they cannot be. Known once the
   * header has been read, and then to be asked for once.
   */
  planAhead(): PiecePlan | undefined {
    if (this.state !== 'rows') return undefined
    const { delimiter } = this.header!
    const plan = planFor(this.fields, { delimiter, rules: this.options.rules, isUtf8: this.encoding === 'utf-8' })
    if (plan !== undefined) this.ahead = new CodesAhead(this.fields)
    return plan
  }

  /** Takes the next bytes of the file as they were read ahead. What the piece holds may be changed after the call. */
  pushAhead(piece: PieceAhead): void {
    assert(this.ahead !== undefined, 'a piece is read by the plan of its reader')
    this.ahead.hear(piece.words)
    this.push(piece.head)
    if (this.held.length > 0 || this.isSkippingLine) return this.push(piece.bytes().subarray(piece.head.length))
    // The line end of the head was seen whole.
    this.isLineFeedDue = false
    for (let from = 0; from < piece.count;) from += this.takeAhead(piece, from, this.ahead)
    this.line += piece.lines
    this.push(piece.tail)
  }

  /** Takes as many rows from `from` on as the batch has room for, and answers how many. */
  private takeAhead({ line, entries, count }: PieceAhead, from: number, ahead: CodesAhead): number {
    const { batch, fields } = this
    const begin = batch.count
    const taken = Math.min(count - from, batch.row.length - begin)
    for (let at = 0; at < taken; at++) batch.row[begin + at] = this.line + line[from + at]!
    for (const [field, column] of fields.entries()) {
      if (column === undefined) continue
      column.wholes.set(entries[field]!.subarray(from, from + taken), begin)
      if (column.interner !== undefined) ahead.replace(column, begin, taken)
    }
    batch.count += taken
    this.rowsAccepted += taken
    if (batch.count === batch.row.length) this.flush()
    return taken
  }

  /** The file has ended: hands over the last batch, and says what was read and what was refused. */
  end(): CsvSummary {
    assert(this.state !== 'ended', 'a file ends once')
    if (this.state === 'before-header') this.readBeforeRows(true)
    if (this.state === 'rows') {
      this.consume(this.held, 0, true)
      this.flush()
    }
    for (const found of this.faults.told()) this.problems.add(found)
    this.state = 'ended'
    this.held = noBytes
    return {
      rowsRead: this.rowsAccepted + this.rowsRefused,
      rowsAccepted: this.rowsAccepted,
      rowsRefused: this.rowsRefused,
      problems: this.problems.kept,
      problemCounts: this.problems.counts,
      encoding: this.encoding,
      delimiter: this.header?.delimiter,
      unmatched: this.header?.unmatched ?? [],
    }
  }

  /** Looks for the header in the bytes held: past a byte order mark, empty lines and a line that states the delimiter. */
  private readBeforeRows(isLast: boolean): void {
    const { held } = this
    const isUtf16 = (held[0] === 0xff && held[1] === 0xfe) || (held[0] === 0xfe && held[1] === 0xff)
    if (isUtf16) return this.stop('csv-utf16')
    if (held.length < 3 && !isLast) return
    const hasMark = held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf
    let start = hasMark ? 3 : 0
    let line = 1
    for (;;) {
      const end = headerEnd(held, start)
      if (end < 0 && held.length - start >= recordBytesMax) return this.stop('csv-header-unreadable')
      if (end < 0 && !isLast) return
      const bytes = held.subarray(start, end < 0 ? held.length : end)
      if (bytes.includes(0)) return this.stop('csv-utf16')
      const { text, encoding } = decode(bytes, hasMark ? 'utf-8' : 'ascii')
      if (text === undefined) return this.stop('csv-encoding-mixed', { encoding, value: shown(decodeForShow(bytes)) })
      const stated = statedDelimiter(text)
      if (text.trim() !== '' && stated === undefined) {
        this.encoding = encoding
        this.line = line
        return this.startRows(text, end < 0 ? noBytes : held.slice(end))
      }
      if (end < 0) return this.stop('csv-empty')
      // Whether a line feed belongs to this line end is not known before the next byte.
      if (!isLast && end === held.length - 1 && held[end] === carriageReturn) return
      this.stated ??= stated
      start = afterLineEnd(held, end)
      line++
    }
  }

  /** `rest` begins with the line end of the header, so that a header in two chunks leaves no empty line behind. */
  private startRows(text: string, rest: Uint8Array): void {
    const at = { file: this.options.file, line: this.line, column: 1, length: text.length }
    this.header = readHeader(text, this.options.columns, this.stated, at)
    for (const found of this.header.problems) this.problems.add(found)
    this.held = noBytes
    if (this.header.problems.length > 0) {
      this.state = 'stopped'
      return
    }
    const { delimiter, names, specOfField } = this.header
    const columns = specOfField.map((spec) => this.columns.find((column) => column.spec === spec))
    this.fields = columns
    for (const column of this.columns) if (!columns.includes(column)) column.putEmptyEverywhere()
    const { file, rules, onRefused } = this.options
    const { problems, faults } = this
    this.reading = { file, delimiter, rules, columns, names, problems, faults, onRefused }
    this.plain = new PlainRows(columns, delimiter, rules, this.batch)
    this.state = 'rows'
    this.line += text.split(/\r\n|\r|\n/).length
    if (rest.length === 0) return
    const next = afterLineEnd(rest, 0)
    this.isLineFeedDue = next === rest.length && rest[0] === carriageReturn
    if (next < rest.length) this.pushRows(rest.subarray(next))
  }

  private pushRows(bytes: Uint8Array): void {
    let from = 0
    while (this.held.length > 0 && from < bytes.length) {
      // An open quote is tried again only when the record has doubled, so that its many lines are not read too often.
      const lineEnd = lineEndFrom(bytes, from + (this.isOpenQuote ? this.held.length : 0))
      const until = lineEnd < 0 ? bytes.length : lineEnd + 1
      const record = joined(this.held, bytes, from, until)
      from = until
      const rest = lineEnd < 0 && record.length < recordBytesMax ? 0 : this.consume(record, 0, false)
      this.held = record.subarray(rest)
    }
    if (from >= bytes.length) return
    const rest = this.consume(bytes, from, false)
    this.held = new Uint8Array(bytes.subarray(rest))
  }

  /** Reads all whole records from `from` on, and answers where the first that is not whole begins. */
  private consume(bytes: Uint8Array, from: number, isLast: boolean): number {
    const { plain, reading } = this
    assert(plain !== undefined && reading !== undefined, 'the header has been read')
    let at = this.isLineFeedDue && bytes[from] === lineFeed ? from + 1 : from
    if (from < bytes.length) this.isLineFeedDue = false
    if (this.isSkippingLine) at = this.skipLine(bytes, at)
    const plainUntil = lastLineEnd(bytes, at) + 1
    this.isOpenQuote = false
    const delimiter = reading.delimiter.charCodeAt(0)
    while (at < bytes.length) {
      at = this.readPlainRows(plain, bytes, at, plainUntil)
      if (at >= bytes.length) break
      const found = recordEnd(bytes, at, delimiter, isLast)
      if (found === undefined) {
        this.isOpenQuote = at < plainUntil
        return at
      }
      at = this.readRecord(reading, bytes, at, found)
    }
    this.isLineFeedDue = at > from && bytes[at - 1] === carriageReturn
    return at
  }

  /** Reads plain rows into batches until one is not plain. */
  private readPlainRows(plain: PlainRows, bytes: Uint8Array, from: number, until: number): number {
    let at = from
    plain.isUtf8 = this.encoding === 'utf-8'
    for (;;) {
      const before = this.batch.count
      at = plain.read(bytes, at, until, this.line)
      this.rowsAccepted += this.batch.count - before
      this.line = plain.line
      if (this.batch.count < this.batch.row.length) return at
      this.flush()
    }
  }

  /** Reads the record from `start` the careful way, and answers where the next one begins. */
  private readRecord(
    reading: RowReading,
    bytes: Uint8Array,
    start: number,
    found: { end: number; next: number },
  ): number {
    const { end, next } = found
    if (end - start >= recordBytesMax) return this.refuseTooLarge(bytes, next)
    const record = bytes.subarray(start, end)
    const { text, encoding } = decode(record, this.encoding)
    const legible = text ?? decodeForShow(record)
    this.encoding = encoding
    if (text === undefined) {
      const at = { file: reading.file, line: this.line, column: 1, length: legible.length }
      this.problems.add(problem('csv-encoding-mixed', 'wrong', at, { encoding, value: shown(legible) }))
      this.rowsRefused++
    } else if (!/^ *$/.test(text)) {
      this.acceptOrRefuse(reading, text)
    }
    this.line += /[\r\n]/.test(legible) ? legible.split(/\r\n|\r|\n/).length : 1
    return next
  }

  private acceptOrRefuse(reading: RowReading, text: string): void {
    const { batch } = this
    if (!readCarefully(reading, text, this.line, batch.count)) {
      this.rowsRefused++
      return
    }
    batch.row[batch.count++] = this.line
    this.rowsAccepted++
    if (batch.count === batch.row.length) this.flush()
  }

  /** A line of a megabyte is refused without being read; it may go on in the bytes to come. */
  private refuseTooLarge(bytes: Uint8Array, next: number): number {
    const at = { file: this.options.file, line: this.line, column: 1, length: 0 }
    this.problems.add(problem('csv-record-too-large', 'wrong', at, { bytesMax: recordBytesMax }))
    this.rowsRefused++
    this.isSkippingLine = next === bytes.length && bytes[next - 1] !== lineFeed && bytes[next - 1] !== carriageReturn
    if (!this.isSkippingLine) this.line++
    return next
  }

  private skipLine(bytes: Uint8Array, from: number): number {
    const end = lineEndFrom(bytes, from)
    if (end < 0) return bytes.length
    this.isSkippingLine = false
    this.line++
    return afterLineEnd(bytes, end)
  }

  private flush(): void {
    for (const column of this.columns) column.complete(this.batch.count)
    if (this.batch.count > 0) this.options.onBatch(this.batch)
    this.batch.count = 0
  }

  private stop(code: string, facts: Record<string, string> = {}): void {
    this.problems.add(problem(code, 'wrong', { file: this.options.file, line: 1, column: 1, length: 0 }, facts))
    this.state = 'stopped'
    this.held = noBytes
  }
}

/** The end of the header line: the first line end that is not within quotes, or -1. */
function headerEnd(bytes: Uint8Array, from: number): number {
  let isQuoted = false
  const until = Math.min(bytes.length, from + recordBytesMax)
  for (let at = from; at < until; at++) {
    if (bytes[at] === 0x22) isQuoted = !isQuoted
    if (!isQuoted && (bytes[at] === lineFeed || bytes[at] === carriageReturn)) return at
  }
  return -1
}

function joined(held: Uint8Array, bytes: Uint8Array, from: number, until: number): Uint8Array {
  const both = new Uint8Array(held.length + until - from)
  both.set(held)
  both.set(bytes.subarray(from, until), held.length)
  return both
}
