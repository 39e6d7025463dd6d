/** Prices as one CSV text with the columns of the catalogue, sources and all. */
import { type Catalogue, catalogueTables, tableCsv } from '../core/valuation/index.ts'

/** The prices and benefit rates of these ids, every dated row of them, under one header. */
export function pricesCsv(catalogue: Catalogue, ids: readonly string[]): string {
  const wanted = new Set(ids)
  const prices = new Map([...catalogue.prices].filter(([id]) => wanted.has(id)))
  const tables = catalogueTables({ ...catalogue, prices }).filter(
    ({ name }) => name === 'prices' || name === 'benefits',
  )
  const [first] = tables
  return first === undefined ? '' : tableCsv({ ...first, rows: tables.flatMap(({ rows }) => rows) })
}
