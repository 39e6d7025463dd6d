/** Rows passed over for their id are those that a plain filter would leave out, however a row is written. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvReader } from './csv-reader.ts'
import { Interner } from './interner.ts'

const ids = ['1', '2', '3', '30', 'A', 'Å-1', '007']
const row = fc.record({
  id: fc.constantFrom(...ids, '', '99'),
  isQuoted: fc.boolean(),
  note: fc.constantFrom('', 'plain', '"a ""b"""', '"two\nlines"', 'æble', '5" pipe'),
})

test('rows of ids that are passed over are left out, and all others are read', () => {
  fc.assert(
    fc.property(fc.array(row), fc.subarray(ids), fc.integer({ min: 1, max: 40 }), (rows, over, chunk) => {
      const lines = rows.map(({ id, isQuoted, note }) => `${isQuoted && id !== '' ? `"${id}"` : id},${note}`)
      const bytes = new TextEncoder().encode(['id,note', ...lines, ''].join('\n'))
      expect(readIds(bytes, over, chunk)).toEqual(rows.map(({ id }) => id).filter((id) => !over.includes(id)))
    }),
  )
})

function readIds(bytes: Uint8Array, over: readonly string[], chunk: number): string[] {
  const interner = new Interner(ids)
  const bits = new Uint8Array(1)
  for (const id of over) bits[0]! |= 1 << interner.find(id)!
  const found: string[] = []
  const reader = new CsvReader({
    file: 'x.csv',
    columns: [
      { name: 'id', headers: ['id'], type: 'id', required: false },
      { name: 'note', headers: ['note'], type: 'word', required: false },
    ],
    rules: { numbers: 'unstated', dates: 'unstated' },
    interners: { id: interner },
    passOver: { id: bits },
    onBatch: (batch) => {
      for (const code of batch.codes('id').subarray(0, batch.count)) found.push(code < 0 ? '' : interner.textOf(code))
    },
    batchRows: 3,
  })
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk))
  expect(reader.end().problems).toEqual([])
  return found
}
