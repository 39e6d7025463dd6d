/**
 * One file of the catalogue as rows: read from CSV with places, and laid out again as a plain table.
 *
 *     id,da,en,value,unit,…          a row with a fault is refused and told, the others are read
 *     anb-pleje,Plejefamilie,…       words may be written in English or Danish: kr/year or kr/år
 *
 * Problems: those of CSV; catalogue-column-unknown, catalogue-word-unknown, catalogue-source-missing,
 * catalogue-value-impossible.
 */
import { type Day, type Fact, type Place, type Problem, dayText, problem } from '../../base/index.ts'
import { type ColumnSpec, type ReadingRules, CsvReader, emptyDay, inPlaceOf, nearest } from '../../text/index.ts'
import {
  type BothLanguages,
  type Confidence,
  type Grade,
  type Origin,
  type Provenance,
  type Validity,
  confidences,
} from './catalogue.ts'

/** A CSV file of a catalogue: its name as a reader would write it, and its bytes in pieces of any size. */
export type CatalogueFile = { readonly name: string; readonly chunks: Iterable<Uint8Array> }

/** What a cell of a plain table holds; days are texts such as 2026-04-01. */
export type Cell = string | number | undefined
export type PlainTable = { name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }

export type TableColumn = {
  name: string
  /** Other names it may have in a file, say Danish ones. */
  also: readonly string[]
  type: 'text' | 'number' | 'day'
  required: boolean
  /** The words it may hold, each with what else may be written for it. */
  words?: Readonly<Record<string, readonly string[]>>
  /** The least and the most a number may be. */
  within?: readonly [number, number]
  /** What it holds, for the reference. */
  means: string
}

/** How one kind of row is read and written. `read` gives nothing where it has told why. */
export type TableKind<Of> = {
  name: string
  columns: readonly TableColumn[]
  read: (row: Row) => Of | undefined
  cells: (of: Of) => Record<string, Cell>
}

/** A row that has been read: its fields by column, and where to tell what is wrong with it. */
export class Row {
  readonly at: Place
  readonly origin: Origin
  private readonly cells: ReadonlyMap<string, Cell>
  private readonly problems: Problem[]

  constructor(at: Place, origin: Origin, cells: ReadonlyMap<string, Cell>, problems: Problem[]) {
    this.at = at
    this.origin = origin
    this.cells = cells
    this.problems = problems
  }

  /** The text of a field, '' where it is empty. */
  text(column: string): string {
    return String(this.cells.get(column) ?? '')
  }

  textIfAny(column: string): string | undefined {
    return this.text(column) === '' ? undefined : this.text(column)
  }

  /** A word of a column that lists its words, which has been checked. */
  word<Word extends string>(column: string): Word {
    return this.text(column) as Word
  }

  /** A day of a column that must be filled in. */
  day(column: string): Day {
    return this.cells.get(column) as Day
  }

  dayIfAny(column: string): Day | undefined {
    return this.number(column)
  }

  number(column: string): number | undefined {
    const cell = this.cells.get(column)
    return typeof cell === 'number' ? cell : undefined
  }

  tell(code: string, facts: Readonly<Record<string, Fact>>): undefined {
    this.problems.push(problem(code, 'wrong', this.at, facts))
    return undefined
  }
}

/** Reads the rows of a file; what is wrong is told, and the rows it is about are left out. */
export function readTable<Of>(
  kind: TableKind<Of>,
  file: CatalogueFile,
  { origin, rules }: { origin: Origin; rules: ReadingRules },
): { rows: Of[]; problems: Problem[] } {
  const rows: Of[] = []
  const problems: Problem[] = []
  const reader = new CsvReader({
    file: file.name,
    columns: kind.columns.map(specOf),
    rules,
    onBatch: (batch) => {
      for (let index = 0; index < batch.count; index++) {
        const at = { file: file.name, line: batch.row[index]!, column: 1, length: 0 }
        const cells = new Map<string, Cell>()
        let isWhole = true
        for (const column of kind.columns) {
          const cell = cellOf(column, batch, index)
          const fault = faultOf(column, cell, at)
          if (fault !== undefined) problems.push(fault)
          if (fault !== undefined) isWhole = false
          cells.set(column.name, typeof cell === 'string' ? (ourWord(column, cell) ?? cell) : cell)
        }
        if (!isWhole) continue
        const read = kind.read(new Row(at, origin, cells, problems))
        if (read !== undefined) rows.push(read)
      }
    },
  })
  for (const chunk of file.chunks) reader.push(chunk)
  const { problems: found, unmatched } = reader.end()
  const names = kind.columns.map(({ name }) => name)
  const header = { file: file.name, line: 1, column: 1, length: 0 }
  for (const column of unmatched) {
    const near = nearest(column, names)
    problems.push(
      problem(
        'catalogue-column-unknown',
        'wrong',
        header,
        { column, known: names },
        inPlaceOf(header, near).map(({ paste }) => ({ paste })),
      ),
    )
  }
  return { rows, problems: [...found.map(inCatalogueWords), ...problems] }
}

/** What could be read in two ways is settled by `reading.yaml` beside the file, not by that of some contract's facts. */
function inCatalogueWords(found: Problem): Problem {
  const [, kind] = /^csv-(number|day)-(?:ambiguous|against-rule)$/.exec(found.code) ?? []
  if (kind === undefined) return found
  const rules =
    kind === 'number'
      ? ['numbers: danish', 'numbers: international']
      : ['dates: day-month-year', 'dates: month-day-year']
  // What is against a rule brings no choices; the rule may be what is wrong.
  const choices = found.choices.length > 0 ? found.choices : rules.map((paste) => ({ paste }))
  return problem('catalogue-writing-unclear', 'wrong', found.at, found.facts, choices)
}

/** The rows as a plain table, for a spreadsheet or a CSV file that is read back the same. */
export function plainTable<Of>(kind: TableKind<Of>, rows: readonly Of[]): PlainTable {
  const columns = kind.columns.map(({ name }) => name)
  const laid = rows.map((row) => {
    const cells = kind.cells(row)
    return columns.map((column) => cells[column])
  })
  return { name: kind.name, columns, rows: laid }
}

function specOf({ name, also, type, required }: TableColumn): ColumnSpec {
  return { name, headers: [name, name.replaceAll('-', '_'), ...also], type, required }
}

type Batch = Parameters<ConstructorParameters<typeof CsvReader>[0]['onBatch']>[0]

function cellOf({ name, type }: TableColumn, batch: Batch, index: number): Cell {
  if (type === 'text') return batch.textAt(name, index)
  if (type === 'day') {
    const day = batch.days(name)[index]!
    return day === emptyDay ? undefined : day
  }
  const { mantissas, scales, filled } = batch.numbers(name)
  // Read as decimal text, so that 0.1 is the number nearest to it.
  return filled[index] === 1 ? Number(`${mantissas[index]!}e-${scales[index]!}`) : undefined
}

function faultOf(column: TableColumn, cell: Cell, at: Place): Problem | undefined {
  if (typeof cell === 'number' && column.within !== undefined) {
    const [least, most] = column.within
    if (cell < least || cell > most) {
      const facts = { column: column.name, value: String(cell), least: String(least), most: String(most) }
      return problem('catalogue-value-impossible', 'wrong', at, facts)
    }
  }
  if (typeof cell !== 'string' || cell === '' || column.words === undefined || ourWord(column, cell) !== undefined)
    return undefined
  const known = Object.keys(column.words)
  const near = nearest(cell, known)
  const choices = (near === undefined ? known : [near]).map((paste) => ({ paste }))
  return problem('catalogue-word-unknown', 'wrong', at, { column: column.name, value: cell, known }, choices)
}

/** The word of ours that is written, in either language and in any case. */
function ourWord({ words }: TableColumn, written: string): string | undefined {
  if (words === undefined || written === '') return undefined
  const plain = written.toLowerCase()
  return Object.keys(words).find((word) => word.toLowerCase() === plain || words[word]!.includes(plain))
}

export const sameWords = (words: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(words.map((word) => [word, []]))

/** The columns that every row of every file has. */
export const provenanceColumns: readonly TableColumn[] = [
  { name: 'source', also: ['kilde'], type: 'text', required: false, means: 'the address, or who said so; never empty' },
  { name: 'read', also: ['læst'], type: 'day', required: true, means: 'the day on which the source was read' },
  {
    name: 'confidence',
    also: ['tillid'],
    type: 'text',
    required: true,
    words: sameWords(confidences),
    means: 'A the authority or the statute, B a credible second hand or one provider, C weak, U without a source',
  },
  {
    name: 'grade',
    also: ['grad'],
    type: 'text',
    required: true,
    words: {
      published: ['offentlig', 'offentliggjort'],
      derived: ['udledt'],
      invented: ['opfundet', 'opdigtet'],
      unverified: ['uefterprøvet'],
    } satisfies Record<Grade, string[]>,
    means: 'whether the figure was read in the source, reckoned from such figures, made up, or not checked',
  },
  {
    name: 'note-da',
    also: ['note', 'bemærkning'],
    type: 'text',
    required: false,
    means: 'what a reader must know, in Danish',
  },
  { name: 'note-en', also: [], type: 'text', required: false, means: 'the same in English' },
]

/** The first and the last day of a row. */
export const validityColumns: readonly TableColumn[] = [
  {
    name: 'valid-from',
    also: ['gælder-fra'],
    type: 'day',
    required: true,
    means: 'the first day on which the row holds',
  },
  {
    name: 'valid-to',
    also: ['gælder-til'],
    type: 'day',
    required: false,
    means: 'the last day; empty until another row follows',
  },
]

/** What the row is called, in both languages; Danish stands for English where that is missing. */
export const labelColumns: readonly TableColumn[] = [
  { name: 'da', also: ['tekst', 'navn'], type: 'text', required: true, means: 'what it is, in Danish' },
  { name: 'en', also: [], type: 'text', required: false, means: 'the same in English' },
]

/** Told and refused where the source is missing: a figure without one is not a figure. */
export function provenanceOf(row: Row): Provenance | undefined {
  if (row.textIfAny('source') === undefined) return row.tell('catalogue-source-missing', {})
  return {
    source: row.text('source'),
    read: row.day('read'),
    confidence: row.word<Confidence>('confidence'),
    grade: row.word<Grade>('grade'),
    note: { da: row.text('note-da'), en: row.textIfAny('note-en') ?? row.text('note-da') },
    origin: row.origin,
    at: row.at,
  }
}

export function validityOf(row: Row): Validity | undefined {
  const [from, through] = [row.day('valid-from'), row.dayIfAny('valid-to')]
  if (through !== undefined && through < from) {
    const facts = { column: 'valid-to', value: dayText(through), least: dayText(from), most: '' }
    return row.tell('catalogue-value-impossible', facts)
  }
  return { from, through }
}

export function labelOf(row: Row): BothLanguages {
  return { da: row.text('da'), en: row.textIfAny('en') ?? row.text('da') }
}

/** The cells of what every row has. */
export function commonCells({
  label,
  valid,
  provenance,
}: {
  label: BothLanguages
  valid?: Validity
  provenance: Provenance
}): Record<string, Cell> {
  const { source, read, confidence, grade, note } = provenance
  const days: Record<string, Cell> =
    valid === undefined
      ? {}
      : {
          'valid-from': dayText(valid.from),
          'valid-to': valid.through === undefined ? undefined : dayText(valid.through),
        }
  return { ...label, ...days, source, read: dayText(read), confidence, grade, 'note-da': note.da, 'note-en': note.en }
}
