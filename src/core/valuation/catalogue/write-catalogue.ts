/**
 * A catalogue laid out again: plain tables for a spreadsheet, and the CSV files that are read back the same.
 */
import { writeCsv } from '../../text/index.ts'
import { type Catalogue, type Origin } from './catalogue.ts'
import { accounts, benefits, discountRates, indexes, prices, reforms, rules } from './kinds.ts'
import { type PlainTable, plainTable } from './table.ts'

/** One table for each file of the catalogue that has rows, in the order in which they are shown; of one origin, where it is named. */
export function catalogueTables(catalogue: Catalogue, origin?: Origin): PlainTable[] {
  type Sourced = { readonly provenance: { readonly origin: Origin } }
  const isOf = ({ provenance }: Sourced): boolean => origin === undefined || provenance.origin === origin
  const all = <Of extends Sourced>(rows: ReadonlyMap<string, readonly Of[]>): Of[] =>
    [...rows.values()].flat().filter(isOf)
  const priced = all(catalogue.prices)
  const tables = [
    plainTable(
      prices,
      priced.filter(({ kind }) => kind === 'price'),
    ),
    plainTable(
      benefits,
      priced.filter(({ kind }) => kind === 'benefit'),
    ),
    plainTable(indexes, all(catalogue.indexes)),
    plainTable(discountRates, all(catalogue.discountGuides)),
    plainTable(rules, all(catalogue.rules)),
    plainTable(reforms, catalogue.reforms.filter(isOf)),
    plainTable(accounts, all(catalogue.accounts)),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

/** A table as the text of a CSV file, numbers as 1234.5, an empty field for what is not known. */
export function tableCsv({ columns, rows }: PlainTable): string {
  return writeCsv(
    rows.map((row) => row.map((cell) => String(cell ?? ''))),
    columns,
    { delimiter: ',' },
  )
}
