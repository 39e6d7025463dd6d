/**
 * The rows of people.csv as they stand in the file: texts as codes, days as numbers, nothing looked up or checked.
 *
 * A column that the file does not have is missing here, so that a million people cost only what is known about them.
 */
import { type PeopleColumn, peopleColumns } from '../terms/index.ts'
import { type Batch, type ColumnSpec, CsvReader, Interner } from '../text/index.ts'
import { GrowingWholes } from './growing.ts'
import { type OpenedFile, type ReadingRules, columnSpec, headersFor, ourName, readWhole } from './headers.ts'
import { ProblemList } from './problem-list.ts'
import { type DayColumn, dayColumns } from './roster.ts'

export const wordColumns = ['unit', 'family', 'agreement', 'track', 'exit', 'pilot'] as const
export type WordColumn = (typeof wordColumns)[number]

/** The rows as they stand in the file. */
export type RawPeople = {
  file: string
  ids: Interner
  words: Interner
  id: GrowingWholes
  line: GrowingWholes
  /** Columns that the file does not have are missing. */
  days: Partial<Record<DayColumn, GrowingWholes>>
  coded: Partial<Record<WordColumn, GrowingWholes>>
  attributes: { name: string; words: Interner; codes: GrowingWholes }[]
  problems: ProblemList
  rowsRead: number
  rowsRefused: number
  /** The codes of those whose rows the reader refused, as far as their ids could be read. */
  refusedIds: number[]
  /** The line of the last row that the reader refused; 0 for none. */
  refusedLast: number
}

export function readRows(file: OpenedFile, rules: ReadingRules): RawPeople {
  const ids = new Interner()
  const words = new Interner()
  const found = (column: PeopleColumn) => headersFor(file.headers, peopleColumns[column], rules.columns)
  const known = new Set((Object.keys(peopleColumns) as PeopleColumn[]).flatMap(found))
  const attributes = file.headers
    .filter((header) => header !== '' && !known.has(header.toLowerCase()))
    .map((header) => ({ header: header.toLowerCase(), name: ourName(header, rules.columns) }))
    .filter(({ header }, index, all) => all.findIndex((other) => other.header === header) === index)
    .map(({ header, name }) => ({ header, name, words: new Interner(), codes: new GrowingWholes() }))

  const isThere = (column: PeopleColumn) => found(column).length > 0
  const spec = (column: PeopleColumn, type: ColumnSpec['type']) =>
    columnSpec(column, found(column), peopleColumns[column], type, column === 'id')
  const columns: ColumnSpec[] = [
    spec('id', 'id'),
    ...dayColumns.map((column) => spec(column, 'day')),
    ...wordColumns.map((column) => spec(column, column === 'family' ? 'id' : 'word')),
    ...attributes.map(({ header }) => columnSpec(`attribute ${header}`, [header], [header], 'word')),
  ]
  const interners: Record<string, Interner> = { id: ids, family: ids }
  for (const column of wordColumns) if (column !== 'family') interners[column] = words
  for (const { header, words: own } of attributes) interners[`attribute ${header}`] = own

  const raw: RawPeople = {
    file: file.name,
    ids,
    words,
    id: new GrowingWholes(),
    line: new GrowingWholes(),
    days: growingFor(dayColumns.filter(isThere)),
    coded: growingFor(wordColumns.filter(isThere)),
    attributes,
    problems: new ProblemList(),
    rowsRead: 0,
    rowsRefused: 0,
    refusedIds: [],
    refusedLast: 0,
  }
  const onRefused = (code: number, line: number) => {
    raw.refusedIds.push(code)
    raw.refusedLast = line
  }
  const onBatch = (batch: Batch) => {
    copy(batch.codes('id'), batch.count, raw.id)
    copy(batch.row, batch.count, raw.line)
    for (const [column, days] of entriesOf(raw.days)) copy(batch.days(column), batch.count, days)
    for (const [column, codes] of entriesOf(raw.coded)) copy(batch.codes(column), batch.count, codes)
    for (const { header, codes } of attributes) copy(batch.codes(`attribute ${header}`), batch.count, codes)
  }
  const reader = new CsvReader({ file: file.name, columns, rules, interners, onBatch, onRefused })
  const summary = readWhole(reader, file)
  raw.problems.include(summary.problems, summary.problemCounts)
  raw.rowsRead = summary.rowsRead
  raw.rowsRefused = summary.rowsRefused
  return raw
}

type Growing<Name extends string> = Partial<Record<Name, GrowingWholes>>

function growingFor<Name extends string>(names: readonly Name[]): Growing<Name> {
  return Object.fromEntries(names.map((name) => [name, new GrowingWholes()])) as Growing<Name>
}

function entriesOf<Name extends string>(columns: Growing<Name>): [Name, GrowingWholes][] {
  return Object.entries(columns) as [Name, GrowingWholes][]
}

function copy(from: Int32Array, count: number, to: GrowingWholes): void {
  for (let at = 0; at < count; at++) to.push(from[at]!)
}
