/**
 * Prices of the catalogue that a reader looks for, each with its history, what it is in the prices of another year, and what
 * must be known of it.
 *
 *     listPrices(catalogue, { search: 'herberg', owner: 'municipality', year: 2026 })
 *
 * A search finds prices in which every word occurs, in the id, the label, the note or the source of either language. Without a
 * year, ages are told as of the year in which the catalogue was last read: no clock is asked.
 */
import { dayOf, partsOf, type Problem } from '../core/base/index.ts'
import { type Catalogue, type Indexed, type Price, priceInYear, priceOn } from '../core/valuation/index.ts'
import { nearest } from '../core/text/index.ts'

export type PriceQuery = { search?: string; owner?: string; area?: string; year?: number }

export type PriceLine = {
  /** The row that is in force at the end of the year. */
  price: Price
  /** All rows of the id, the oldest first. */
  history: readonly Price[]
  /** The national row that a local one takes the place of. */
  insteadOf: Price | undefined
  /** The value in the prices of the year, and the steps that carried it there. */
  inYear: Indexed
  /** What must be known before the price is used in the year. */
  notices: Problem[]
}

export type PriceList = { lines: PriceLine[]; year: number; of: number }

export function listPrices(catalogue: Catalogue, query: PriceQuery): PriceList {
  const year = query.year ?? yearRead(catalogue)
  const words = (query.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const lines = [...catalogue.prices.keys()]
    .map((id) => lineOf(catalogue, id, year))
    .filter(({ price }) => query.owner === undefined || price.owner === query.owner)
    .filter(({ price }) => query.area === undefined || price.area === query.area)
    .filter(({ price }) => words.every((word) => textOf(price).includes(word)))
  return { lines, year, of: catalogue.prices.size }
}

/** One price; where there is none of that id, the id that is near. */
export function showPrice(
  catalogue: Catalogue,
  id: string,
  year = yearRead(catalogue),
): { line: PriceLine; year: number } | { near: string | undefined } {
  if (!catalogue.prices.has(id)) return { near: nearest(id, [...catalogue.prices.keys()]) }
  return { line: lineOf(catalogue, id, year), year }
}

function lineOf(catalogue: Catalogue, id: string, year: number): PriceLine {
  const history = catalogue.prices.get(id)!
  const { at } = history[0]!.provenance
  const { price, insteadOf, problems } = priceOn(catalogue, id, { on: dayOf(year, 12, 31), priceYear: year, at })
  return {
    price: price!,
    history,
    insteadOf,
    inYear: priceInYear(catalogue, price!, { priceYear: year, at }),
    notices: problems,
  }
}

/** The year of the latest reading of a source. */
function yearRead({ prices }: Catalogue): number {
  const days = [...prices.values()].flat().map(({ provenance }) => provenance.read)
  return partsOf(days.length === 0 ? 0 : Math.max(...days)).year
}

function textOf({ id, label, area, provenance: { note, source } }: Price): string {
  return [id, label.da, label.en, area, note.da, note.en, source].join(' ').toLowerCase()
}
