/** Whoever reads a piece of a file, and however the file is cut, the columns and problems are those of one reader. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PieceAhead, PieceReader } from './csv-ahead.ts'
import { type ColumnSpec } from './csv-columns.ts'
import { CsvReader } from './csv-reader.ts'

const columns: ColumnSpec[] = [
  { name: 'person', headers: ['person'], type: 'id', required: true },
  { name: 'kind', headers: ['kind'], type: 'word', required: false },
  { name: 'on', headers: ['on'], type: 'day', required: false },
  { name: 'fact', headers: ['fact'], type: 'id', required: false },
  { name: 'by', headers: ['by'], type: 'word', required: false },
]
const rules = { numbers: 'unstated', dates: 'unstated' } as const
const pieceRowsMax = 8

const plainLine = fc
  .tuple(
    fc.constantFrom('1', '2', '30', '007', 'F1-a', '123456789', '1234567890'),
    fc.constantFrom('', '3', 'shelter', 'støtte', '"in quotes"'),
    fc.constantFrom('', '2024-02-29', '13.01.2024'),
    fc.constantFrom('', '9', 'N-1'),
  )
  .map((fields) => fields.join(';'))
const oddLine = fc.constantFrom(
  '',
  '1',
  '1;a;b;c;d;e',
  ';nobody;;',
  '1;"lost;2024-01-01;',
  '1;"a ""b""";;',
  '1;"two\nlines";;2',
  '1;"three\r\n\r\n1;shelter;;";;2',
  '1;5" pipe;;',
  '1;x;2024-02-30;',
  '1;x;01-02-2024;',
  ' 1 ; b ;;',
  '1;ga\u030a;;',
)
const textOf = (lines: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.array(fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 40 }),
      fc.constantFrom('', '7;end;;'),
    )
    .map(([rows, last]) => `person;kind;on;fact\n${rows.map((row) => row.join('')).join('')}${last}`)
const file = fc
  .tuple(
    fc.oneof(textOf(plainLine), textOf(fc.oneof({ weight: 6, arbitrary: plainLine }, oddLine))),
    fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252'),
  )
  .map(([text, encoding]) =>
    encoding === 'windows-1252'
      ? Uint8Array.from(text.normalize('NFC'), (letter) => letter.charCodeAt(0))
      : new TextEncoder().encode(`${encoding === 'utf-8' ? '' : '\uFEFF'}${text}`),
  )

test('pieces read ahead give the columns and problems of the file read alone', () => {
  const pieces = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 200 }), pieces, (bytes, length, isAhead) => {
      expect(read(bytes, length, isAhead).told).toEqual(read(bytes, bytes.length + 1, [false]).told)
    }),
    { numRuns: 2000 },
  )
})

test('in a plain file every piece that holds whole rows is read ahead', () => {
  const rows = Array.from({ length: 100 }, (_, row) => `${String(row)};shelter;2024-01-01;N-${String(row)}\r\n`)
  const bytes = new TextEncoder().encode(`person;kind;on;fact\n${rows.join('')}`)
  const { told, aheadCount, pieceCount } = read(bytes, 100, [true])
  expect([told.rowsAccepted, told.problems, pieceCount - aheadCount]).toEqual([100, [], 1])
})

test('an empty line at the end of a piece is counted, whatever the line ends before it', () => {
  const bytes = new TextEncoder().encode('person;kind\n1;bbbb\r2;c\n\n3;d\n')
  const { told, aheadCount } = read(bytes, 12, [true])
  expect(aheadCount).toBe(1)
  expect(told.rows).toEqual(['2 -2147483648 1 bbbb - -', '3 -2147483648 2 c - -', '5 -2147483648 3 d - -'])
})

test('a text is told once', () => {
  const reader = new PieceReader(planOf('person;kind\n'), pieceRowsMax)
  const told = (text: string) => reader.read(new TextEncoder().encode(text))?.words.flat()
  expect(told('x\n1;shelter\nx')).toEqual(['shelter'])
  expect(told('x\nF1;shelter\nF1;support\nx')).toEqual(['F1', 'support'])
})

test('a piece that is not plain, or has too many rows, is left to the reader', () => {
  const plan = planOf('person;kind\n')
  const readPiece = (text: string) => new PieceReader(plan, pieceRowsMax).read(new TextEncoder().encode(text))
  expect(readPiece('x\n1;a\n2;b\n3')?.count).toBe(2)
  expect(readPiece('x\n1;a\n2;"b\n3')).toBeUndefined()
  expect(readPiece(`x\n${'1;a\n'.repeat(pieceRowsMax + 1)}3`)).toBeUndefined()
  expect(readPiece('no end of a line')).toBeUndefined()
  expect(readPiece('one end\nof a line')).toBeUndefined()
})

test('columns of numbers and texts are not read ahead', () => {
  const columns: ColumnSpec[] = [{ name: 'n', headers: ['n'], type: 'number', required: true }]
  const reader = new CsvReader({ file: 'x.csv', columns, rules, onBatch: () => undefined })
  reader.push(new TextEncoder().encode('n\n1\n'))
  expect(reader.planAhead()).toBeUndefined()
})

function planOf(header: string) {
  const reader = new CsvReader({ file: 'x.csv', columns, rules, onBatch: () => undefined })
  reader.push(new TextEncoder().encode(header))
  return reader.planAhead()!
}

/** Reads a file in pieces of a length; `isAhead` says in turn which of them are read ahead where they can be. */
function read(bytes: Uint8Array, length: number, isAhead: readonly boolean[]) {
  const rows: string[] = []
  const reader: CsvReader = new CsvReader({
    file: 'x.csv',
    columns,
    rules,
    batchRows: 3,
    onBatch: (batch) => {
      const text = (name: string, row: number) => {
        const code = batch.codes(name)[row]!
        return code < 0 ? '-' : reader.internerOf(name).textOf(code)
      }
      for (let row = 0; row < batch.count; row++) {
        const texts = ['person', 'kind', 'fact', 'by'].map((name) => text(name, row))
        rows.push([batch.row[row], batch.days('on')[row], ...texts].join(' '))
      }
    },
  })
  let ahead: PieceReader | undefined
  let [pieceCount, aheadCount] = [0, 0]
  for (let at = 0; at < bytes.length; at += length) {
    const piece = bytes.subarray(at, at + length)
    const found = isAhead[pieceCount++ % isAhead.length] === true ? ahead?.read(piece) : undefined
    if (found === undefined) reader.push(piece)
    else {
      aheadCount++
      reader.pushAhead({ ...found, bytes: () => piece } satisfies PieceAhead)
    }
    if (ahead === undefined) {
      const plan = reader.planAhead()
      if (plan !== undefined) ahead = new PieceReader(plan, pieceRowsMax)
    }
  }
  const { rowsRead, rowsAccepted, rowsRefused, problems, problemCounts, encoding, unmatched } = reader.end()
  const words = ['person', 'kind', 'fact', 'by'].map((name) => {
    const interner = reader.internerOf(name)
    return Array.from({ length: interner.size }, (_, code) => interner.textOf(code))
  })
  const counts = { rowsRead, rowsAccepted, rowsRefused, problemCounts }
  return { told: { rows, ...counts, problems, encoding, unmatched, words }, pieceCount, aheadCount }
}
