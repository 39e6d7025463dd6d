/** Prices as one CSV text, or as a workbook, with the columns of the catalogue, sources and all. */
import { writeFileSync } from 'node:fs'
import { type Catalogue, type PlainTable, catalogueTables, tableCsv } from '../core/valuation/index.ts'
import { catalogueWorkbook } from '../files/index.ts'

/** The prices and benefit rates of these ids, every dated row of them, under one header. */
export function pricesCsv(catalogue: Catalogue, ids: readonly string[]): string {
  const tables = pricedTables(catalogue, ids)
  const [first] = tables
  return first === undefined ? '' : tableCsv({ ...first, rows: tables.flatMap(({ rows }) => rows) })
}

/** Writes the same prices as a workbook, a sheet for prices and one for benefit rates; `--local` reads such a file. */
export function writePricesWorkbook(catalogue: Catalogue, ids: readonly string[], path: string): void {
  writeFileSync(path, catalogueWorkbook(pricedTables(catalogue, ids)))
}

function pricedTables(catalogue: Catalogue, ids: readonly string[]): PlainTable[] {
  const wanted = new Set(ids)
  const prices = new Map([...catalogue.prices].filter(([id]) => wanted.has(id)))
  return catalogueTables({ ...catalogue, prices }).filter(({ name }) => name === 'prices' || name === 'benefits')
}
