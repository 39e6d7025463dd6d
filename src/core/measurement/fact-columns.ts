/** The columns of one file of facts, and of the batch at hand. */
import { type Batch, type ColumnSpec } from '../text/index.ts'
import { type FactColumn, type OpenedFile, columnSpec, factColumns, headersFor, ourName } from './headers.ts'

const types: Record<FactColumn, ColumnSpec['type']> = {
  person: 'id',
  agreement: 'word',
  measure: 'word',
  item: 'word',
  kind: 'word',
  from: 'day',
  to: 'day',
  value: 'word',
  recorded: 'day',
  by: 'word',
  evidence: 'word',
  grade: 'word',
  fact: 'id',
  supersedes: 'id',
}
const columnNames = Object.keys(types) as FactColumn[]

export class FactFileColumns {
  private readonly found: Record<FactColumn, string[]>

  constructor(file: OpenedFile, names: Readonly<Record<string, string>>) {
    const found = columnNames.map((column) => [column, headersFor(file.headers, factColumns[column], names)])
    this.found = Object.fromEntries(found) as Record<FactColumn, string[]>
    if (this.found.person.length > 0) return
    // Without a column for the person, `id` is the person's id.
    const isId = (header: string) => ourName(header, names) === 'id'
    this.found.person = this.found.fact.filter(isId)
    this.found.fact = this.found.fact.filter((header) => !isId(header))
  }

  has(column: FactColumn): boolean {
    return this.found[column].length > 0
  }

  /** What the reader is asked for. A file without days, or without people if it needs them, cannot be read. */
  specs(needsPeople: boolean): ColumnSpec[] {
    return columnNames.map((column) => {
      const isRequired = !this.has(column) && (column === 'from' || (column === 'person' && needsPeople))
      return columnSpec(column, this.found[column], acceptedFor(column), types[column], isRequired)
    })
  }
}

function acceptedFor(column: FactColumn): readonly string[] {
  // A header that is the person's, when there is no other, is not the fact's too.
  return column === 'fact' ? ['nr'] : factColumns[column]
}

/** The arrays of a batch, looked up once for all its rows. */
export type FactBatch = Record<FactColumn, Int32Array> & {
  line: Int32Array
  /** Whether the file has any column besides person, measure, from, to and value. */
  hasMore: boolean
}

const plainColumns: readonly FactColumn[] = ['person', 'measure', 'from', 'to', 'value']

export function factBatchOf(batch: Batch, columns: FactFileColumns): FactBatch {
  return {
    line: batch.row,
    hasMore: columnNames.some((column) => !plainColumns.includes(column) && columns.has(column)),
    person: batch.codes('person'),
    agreement: batch.codes('agreement'),
    measure: batch.codes('measure'),
    item: batch.codes('item'),
    kind: batch.codes('kind'),
    from: batch.days('from'),
    to: batch.days('to'),
    value: batch.codes('value'),
    recorded: batch.days('recorded'),
    by: batch.codes('by'),
    evidence: batch.codes('evidence'),
    grade: batch.codes('grade'),
    fact: batch.codes('fact'),
    supersedes: batch.codes('supersedes'),
  }
}
