/**
 * Rows of a CSV file read ahead of its reader, by somebody who sees one piece of the file and nothing else.
 *
 *     …9;2024-01-01⏎ 17;shelter;2024-01-01⏎ 18;… 2024-03-01⏎ 19;shel…
 *     ──── head ────▏ ────────────── rows ───────────────── ▏─ tail ─
 *
 * The piece is cut anywhere. Rows are read from the first line end on, as if a row began there, and only if every one of
 * them is plain. Whether a row does begin there is for the reader to say, which knows what came before: if not - the
 * piece began within quotes - it reads the piece itself. So nobody has to guess, and the columns are those that the
 * reader alone would have made.
 *
 * Whole numbers in columns of ids stand as -2 - number, as in a batch that is not complete. Other ids and words are codes
 * of the piece reader's own, whose texts come with the first piece that has them.
 */
import { Batch, Column, type ColumnSpec } from './csv-columns.ts'
import { type Delimiter } from './csv-header.ts'
import { PlainRows } from './csv-plain.ts'
import { afterLineEnd, lastLineEnd, lineEndFrom } from './csv-records.ts'
import { type ReadingRules } from './csv-values.ts'
import { Interner } from './interner.ts'

/** What a piece is read by, once the header is known; plain data. Ids, words and days only: other types are not read ahead. */
export type PiecePlan = {
  delimiter: Delimiter
  rules: ReadingRules
  /** Whether rows so far have shown the file to be UTF-8. */
  isUtf8: boolean
  /** For each field of the file the column it goes to, if any. Columns with one number of `words` share their codes. */
  fields: readonly ({ spec: ColumnSpec; words: number } | undefined)[]
}

/** What was read of a piece. The arrays mean nothing once the next piece is asked for. */
export type PieceRead = {
  head: Uint8Array
  tail: Uint8Array
  /** How many rows. */
  count: number
  /** How many lines they and the empty lines between them take. */
  lines: number
  /** The line of each row, 0 for the first. */
  line: Int32Array
  /** For each field with a column, its entries. */
  entries: readonly (Int32Array | undefined)[]
  /** The texts of new codes, by the number of `words`. */
  words: readonly (readonly string[])[]
}

/** A piece as the reader gets it: what was read, and the bytes in case it must read them itself. */
export type PieceAhead = PieceRead & { bytes: () => Uint8Array }

const typesAhead: readonly ColumnSpec['type'][] = ['id', 'word', 'day']

/** The plan for a reader's columns; nothing where one of them is of a type that is not read ahead. */
export function planFor(
  columns: readonly (Column | undefined)[],
  how: Pick<PiecePlan, 'delimiter' | 'rules' | 'isUtf8'>,
): PiecePlan | undefined {
  if (columns.some((column) => column !== undefined && !typesAhead.includes(column.spec.type))) return undefined
  const interners = internersOf(columns)
  const { numbers, dates } = how.rules
  return {
    ...how,
    rules: { numbers, dates },
    fields: columns.map((column) => column && { spec: column.spec, words: interners.indexOf(column.interner) }),
  }
}

/** The interners of the columns, each once; columns of days and fields without a column have none in common. */
function internersOf(columns: readonly (Column | undefined)[]): (Interner | undefined)[] {
  return [...new Set(columns.map((column) => column?.interner))]
}

/** Reads pieces of one file, in their order; some may be left out. */
export class PieceReader {
  private readonly plan: PiecePlan
  private readonly interners: Interner[]
  private readonly columns: (Column | undefined)[]
  private readonly batch: Batch
  private readonly plain: PlainRows
  private readonly told: number[]

  constructor(plan: PiecePlan, rowsMax: number) {
    const { fields, delimiter, rules } = plan
    this.plan = plan
    const lists = Math.max(0, ...fields.map((field) => (field === undefined ? 0 : field.words + 1)))
    this.interners = Array.from({ length: lists }, () => new Interner())
    this.columns = fields.map((field) => field && new Column(field.spec, this.interners[field.words], rowsMax))
    this.batch = new Batch(
      this.columns.filter((column) => column !== undefined),
      rowsMax,
    )
    this.plain = new PlainRows(this.columns, delimiter, rules, this.batch)
    this.told = this.interners.map(() => 0)
  }

  /** Reads a piece; nothing where it is not plain, has no whole row between two line ends, or has too many. */
  read(bytes: Uint8Array): PieceRead | undefined {
    const { plain, batch } = this
    const headEnd = lineEndFrom(bytes, 0)
    if (headEnd < 0) return undefined
    const start = afterLineEnd(bytes, headEnd)
    // Whether a line feed belongs to a line end at the very end of the piece is not known here.
    const until = lastLineEnd(bytes.subarray(0, -1), start) + 1
    if (until <= start) return undefined
    batch.count = 0
    plain.isUtf8 = this.plan.isUtf8
    const end = plain.read(bytes, start, until, 0)
    if (end < until) return undefined
    const { count } = batch
    return {
      head: bytes.subarray(0, start),
      tail: bytes.subarray(end),
      count,
      lines: plain.line,
      line: batch.row.subarray(0, count),
      entries: this.columns.map((column) => column?.wholes.subarray(0, count)),
      words: this.interners.map((interner, list) => {
        const from = this.told[list]!
        this.told[list] = interner.size
        return Array.from({ length: interner.size - from }, (_, index) => interner.textOf(from + index))
      }),
    }
  }
}

const notMet = -1

/** The codes of a piece reader, each with the code that the file's own reader gives the same text once it meets it. */
export class CodesAhead {
  private readonly interners: readonly (Interner | undefined)[]
  private readonly texts: Interner[]
  private readonly codes: number[][]

  constructor(columns: readonly (Column | undefined)[]) {
    this.interners = internersOf(columns)
    this.texts = this.interners.map(() => new Interner())
    this.codes = this.texts.map(() => [])
  }

  hear(words: PieceRead['words']): void {
    for (const [list, texts] of words.entries()) {
      for (const text of texts) {
        this.texts[list]!.codeOf(text)
        this.codes[list]!.push(notMet)
      }
    }
  }

  /** Puts the reader's own codes in place of `count` entries of a column, from `from` on. */
  replace({ wholes, interner }: Column, from: number, count: number): void {
    const list = this.interners.indexOf(interner)
    const [codes, texts] = [this.codes[list]!, this.texts[list]!]
    for (let at = from; at < from + count; at++) {
      const entry = wholes[at]!
      if (entry < 0) continue
      if (codes[entry] === notMet) codes[entry] = interner!.codeOf(texts.textOf(entry))!
      wholes[at] = codes[entry]!
    }
  }
}
