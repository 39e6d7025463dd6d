/** A large file read with a helper gives what it gives without, and a helper that fails costs time only. */
import { build } from 'esbuild'
import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ColumnSpec, type PieceAhead, CsvReader } from '../core/text/index.ts'
import { csvFile } from './contract-folder.ts'
import { readAhead } from './read-ahead.ts'
import { slotCount } from './shared-pieces.ts'

const scratch = mkdtempSync(join(tmpdir(), 'bundlinje-'))
const helper = join(scratch, 'reading-helper.js')
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'reading-helper.ts')],
    outfile: helper,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(scratch, { recursive: true }))

const columns: ColumnSpec[] = [
  { name: 'person', headers: ['person'], type: 'id', required: true },
  { name: 'kind', headers: ['kind'], type: 'word', required: false },
  { name: 'on', headers: ['on'], type: 'day', required: false },
]

/** A file of about `rows` plain rows, with some odd ones among them. */
function fileOf(rows: number, odd: Readonly<Record<number, string>>): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const person = row % 3 === 0 ? `F${String(row % 1000)}` : String(row)
    return odd[row] ?? `${person};kind-${String(row % 7)};2024-01-${String(10 + (row % 20))}`
  })
  const path = join(scratch, 'facts.csv')
  writeFileSync(path, `person;kind;on\n${lines.join('\n')}\n`)
  return path
}

const rowsOfLarge = 250_000

test('whatever stands in the file, reading with a helper gives the same', () => {
  const odd = fc.dictionary(
    fc.integer({ min: 0, max: rowsOfLarge }).map(String),
    fc.constantFrom(
      '',
      '1',
      ';nobody;',
      '1;"lost;2024-01-01',
      '1;"two\nlines";',
      '1;støj;',
      '1;a;b;c',
      '1;x;2024-02-30',
    ),
    { maxKeys: 6 },
  )
  fc.assert(
    fc.property(odd, (odd) => {
      const path = fileOf(rowsOfLarge, odd)
      expect(readWith(path, helper, { startMs: 300 }).told).toEqual(readWith(path, undefined).told)
    }),
    { numRuns: 5 },
  )
})

test('a helper that is given time reads all the pieces its slots have room for', () => {
  const path = fileOf(rowsOfLarge, {})
  const most = [100, 1000, 10_000].find((startMs) => readWith(path, helper, { startMs }).byHelper >= slotCount - 1)
  expect(most).toBeDefined()
})

test.each([
  ['is not there', undefined],
  ['ends at once', 'process.exit(1)'],
  ['has a fault', 'throw new Error()'],
  ['ends with a piece in hand', takingPiece('process.exit(1)')],
  ['never comes to an end', takingPiece('for (;;);')],
])('without a helper, since it %s, the program reads everything', (_, program) => {
  const file = join(scratch, `helper-${String(program?.length)}.js`)
  if (program !== undefined) writeFileSync(file, program)
  const path = fileOf(rowsOfLarge, { 9: '1' })
  const { told, byHelper } = readWith(path, file)
  expect(byHelper).toBe(0)
  expect(told).toEqual(readWith(path, undefined).told)
})

test('a small file is read without a helper, and so is any where none has been built', () => {
  const path = fileOf(10, {})
  expect(csvFile(path, 'facts.csv', { helper }).ahead).toBeUndefined()
  expect(csvFile(path, 'facts.csv').ahead).toBeUndefined()
})

/** A helper that has the first free piece, and then does something. */
function takingPiece(then: string): string {
  return `
    const { control, pieceCount } = require('node:worker_threads').workerData
    for (let piece = 0; piece < pieceCount; piece++) if (Atomics.compareExchange(control, 1 + piece, 0, 1) === 0) break
    ${then}`
}

/**
 * Reads a file; with a helper, if there is one, from the second hundred thousand bytes on. At the first piece it waits, so
 * that a helper has time to start.
 */
function readWith(path: string, helper: string | undefined, { startMs = 0 } = {}) {
  const rows: string[] = []
  const reader: CsvReader = new CsvReader({
    file: 'facts.csv',
    columns,
    rules: { numbers: 'unstated', dates: 'unstated' },
    onBatch: (batch) => {
      const text = (name: string, row: number) => {
        const code = batch.codes(name)[row]!
        return code < 0 ? '-' : reader.internerOf(name).textOf(code)
      }
      for (let row = 0; row < batch.count; row += 97)
        rows.push([batch.row[row], text('person', row), text('kind', row), batch.days('on')[row]].join(' '))
    },
  })
  let [from, byHelper] = [0, 0]
  const take = (piece: Uint8Array | PieceAhead) => {
    if (!('bytes' in piece)) return reader.push(piece)
    byHelper++
    reader.pushAhead(piece)
  }
  for (const chunk of csvFile(path, 'facts.csv').chunks) {
    const begin = helper === undefined ? chunk : chunk.subarray(0, 100_000)
    reader.push(new Uint8Array(begin))
    from += begin.length
    if (helper === undefined) continue
    let wait = startMs
    for (const piece of readAhead(path, helper, { plan: reader.planAhead()!, from })) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
      wait = 0
      take(piece)
    }
    break
  }
  return { told: { rows, ...reader.end() }, byHelper }
}
