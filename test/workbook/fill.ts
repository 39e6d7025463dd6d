/** The template of a case, filled in as somebody would. */
import { readFileSync } from 'node:fs'
import { type Scalar, type SheetCells, Sheet, inputColumns } from '../../src/core/valuation/index.ts'
import { readWorkbook } from '../../src/files/index.ts'

/** The template with the first choice or example of each row; figures are a half, ten or a hundred thousand. */
export function filled(path: string, changes: Readonly<Record<string, string | number>> = {}): Sheet {
  const template = openCells(path)
  const sheet = new Sheet(template.name)
  for (const [row, cells] of template.rows) {
    for (const [column, value] of cells) sheet.put(row, column, { value: value as string, style: 'text' })
    const where = cells.get(inputColumns.path)
    if (typeof where !== 'string' || !/^[a-z]/.test(where)) continue
    sheet.put(row, inputColumns.value, { value: changes[where] ?? exampleOf(where, cells), style: 'text' })
  }
  return sheet
}

export const openCells = (path: string): SheetCells => openSheets(readFileSync(path))[0]!

/** Every sheet of a workbook, with all of its cells. */
export function openSheets(bytes: Uint8Array): SheetCells[] {
  const read = readWorkbook(bytes, everyCell)
  if ('refused' in read) throw new Error(read.refused)
  return read.found
}

export const everyCell = (sheets: readonly SheetCells[]): SheetCells[] =>
  sheets.map(({ name, rows }) => ({ name, rows }))

function exampleOf(path: string, cells: ReadonlyMap<number, Scalar>): string | number {
  const choices = String(cells.get(6) ?? '').split(' · ')
  const example = path.endsWith('counts-through') ? '60' : choices[0]!
  const percent = /^(\d+) %$/.exec(example)
  if (path === 'bundlinje-case') return '1.0'
  if (percent !== null) return Number(percent[1]) / 100
  if (/^\d+(\.\d+)?$/.test(example)) return Number(example)
  if (example !== '') return example
  if (path.endsWith('.low')) return 0.3
  if (path.endsWith('.likely')) return 0.5
  if (path.endsWith('.high')) return 0.6
  if (path.endsWith('share')) return 0.1
  if (path.endsWith('people')) return 10
  if (path.endsWith('through')) return 60
  return /amount|per-year/.test(path) ? 100_000 : 'eksempel'
}
