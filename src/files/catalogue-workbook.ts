/**
 * A catalogue in a workbook: a sheet for each of its files, named as the file is, `prices`, `benefits`, `indexes` …
 *
 * A sheet is read as the CSV file it stands for would be, so that the same rows are wrong in the same way; only the place is told as
 * a cell. Sheets with other names are the reader's own and are passed over.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Place, type Problem, problem } from '../core/base/index.ts'
import { writeCsv } from '../core/text/index.ts'
import {
  type CatalogueFile,
  type CatalogueLayer,
  type Origin,
  type PlainTable,
  type Scalar,
  type SheetCells,
  Sheet,
  Values,
  addressOf,
  tableKinds,
} from '../core/valuation/index.ts'
import { readWorkbook, workbookSizeMax } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const delimiter = ','

/** The tables as a workbook, with the rows of each in order and their sources beside them. */
export function catalogueWorkbook(tables: readonly PlainTable[]): Uint8Array {
  const sheets = catalogueSheets(tables)
  return writeWorkbook(sheets, new Values(sheets))
}

/** The same as sheets, for a workbook that holds something else besides. */
export function catalogueSheets(tables: readonly PlainTable[]): Sheet[] {
  return tables.map(({ name, columns, rows }) => {
    const sheet = new Sheet(name)
    sheet.heads(0, columns)
    sheet.frozen = { rows: 1, columns: 1 }
    sheet.widths = columns.map((column) => widths[column] ?? 14)
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries())
        if (value !== undefined && value !== '') sheet.put(row + 1, column, { value, style: 'text' })
    }
    return sheet
  })
}

const widths: Readonly<Record<string, number>> = { id: 26, da: 46, en: 46, source: 60, 'note-da': 60, 'note-en': 60 }

export type WorkbookLayer = { layer: CatalogueLayer; problems: Problem[]; placed: (found: Problem) => Problem }

/** The workbook as a layer of a catalogue; nothing where there is no such file. */
export function readCatalogueWorkbook(path: string, origin: Origin): WorkbookLayer | undefined {
  if (!existsSync(path)) return undefined
  const file = basename(path)
  const read = readWorkbook(readFileSync(path), (sheets) => readCatalogueSheets(sheets, file, origin))
  if ('refused' in read) {
    const at = { file, line: 1, column: 1, length: 0 }
    const refused =
      read.refused === 'too-large'
        ? problem('workbook-too-large', 'wrong', at, { sizeMax: BigInt(workbookSizeMax / 1_000_000) })
        : problem('workbook-unreadable', 'wrong', at)
    return { layer: { origin, files: [] }, problems: [refused], placed: (found) => found }
  }
  return read.found
}

export const hasCatalogueSheets = (sheets: readonly SheetCells[]): boolean =>
  sheets.some(({ name }) => Object.hasOwn(tableKinds, name))

/** The sheets of a workbook that are files of a catalogue, as a layer; the others are passed over. */
export function readCatalogueSheets(sheets: readonly SheetCells[], file: string, origin: Origin): WorkbookLayer {
  const texts = new Map<string, { sheet: SheetCells; text: string }>()
  for (const sheet of sheets) {
    if (Object.hasOwn(tableKinds, sheet.name)) texts.set(`${file}/${sheet.name}.csv`, { sheet, text: csvOf(sheet) })
  }
  const files = [...texts].map(([name, { text }]): CatalogueFile => ({ name, chunks: [Buffer.from(text, 'utf8')] }))
  const placed = (found: Problem): Problem => {
    const of = texts.get(found.at.file)
    return of === undefined ? found : { ...found, at: cellPlace(file, of, found.at) }
  }
  return { layer: { origin, files }, problems: [], placed }
}

/** Every row of the sheet down to the last, empty ones too, so that lines are rows. */
function csvOf({ rows }: SheetCells): string {
  const heads = rows.get(0) ?? new Map()
  const columns = Math.max(0, ...heads.keys()) + 1
  const fields = (row: number): string[] =>
    Array.from({ length: columns }, (_, column) => textOf(rows.get(row)?.get(column)).replaceAll(/[\r\n]+/g, ' '))
  const last = Math.max(0, ...rows.keys())
  const all = Array.from({ length: last }, (_, index) => fields(index + 1))
  return writeCsv(all, fields(0), { delimiter })
}

/** A number of a sheet is one already: 1.234 of its cells is no thousand, and is written so that nobody asks. */
function textOf(cell: Scalar | undefined): string {
  const text = String(cell ?? '')
  return typeof cell === 'number' && /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** The cell of a place in the text: the field that its column falls in. */
function cellPlace(file: string, { sheet, text }: { sheet: SheetCells; text: string }, at: Place): Place {
  const before = (text.split('\n')[at.line - 1] ?? '').slice(0, Math.max(0, at.column - 1))
  const column =
    before
      .replaceAll(/"[^"]*"/g, '')
      .replace(/".*$/, '')
      .split(delimiter).length - 1
  return { file, line: at.line, column: column + 1, length: 0, cell: `${sheet.name}!${addressOf(at.line - 1, column)}` }
}
