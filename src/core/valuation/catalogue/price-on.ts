/**
 * The price of a service on a day, and what a reader of it must be told.
 *
 *     priceOn(catalogue, 'pleje-vederlag', { on: 1 May 2024, priceYear: 2024, at })  →  the row of 2023: 4,694 kr/month
 *
 * The row in force is the latest that has begun. What is wrong with using it - it is old, not yet valid, ended by a reform,
 * closed to new people, not verified - is a notice beside the price, never a silent zero. Only an id that is not in the
 * catalogue gives no price. The case that surprises: a benefit closed to new people still has a price for those on it.
 *
 * Problems: price-unknown (wrong); price-old, price-not-yet-valid, price-ended, price-closed, price-unverified,
 * price-year-uncertain (notices).
 */
import { type Day, type Place, type Problem, dayText, problem } from '../../base/index.ts'
import { inPlaceOf, nearest } from '../../text/index.ts'
import { type Catalogue, type Price } from './catalogue.ts'

/** A price more than this many years older than the amounts it is used with is told of. */
const priceAgeYearsMax = 3

export type PriceUse = {
  /** The day on which the service is used. */
  on: Day
  /** The year the calculation states its amounts in. */
  priceYear: number
  /** Where the price is asked for: the place of its problems. */
  at: Place
}

export type PriceFound = {
  price: Price | undefined
  /** The national price that a local one took the place of. */
  insteadOf: Price | undefined
  problems: Problem[]
}

export function priceOn(catalogue: Catalogue, id: string, { on, priceYear, at }: PriceUse): PriceFound {
  const rows = catalogue.prices.get(id) ?? []
  const price = rowOn(rows, on)
  if (price === undefined) {
    const known = [...catalogue.prices.keys()]
    const near = inPlaceOf(at, nearest(id, known))
    return { price, insteadOf: undefined, problems: [problem('price-unknown', 'wrong', at, { id }, near)] }
  }
  const insteadOf = rowOn(catalogue.beaten.get(id) ?? [], on)
  return { price, insteadOf, problems: noticesOf(catalogue, price, { on, priceYear, at }) }
}

/** The latest row that has begun by the day; before the first of them, the first. */
function rowOn<Row extends { valid: { from: Day } }>(rows: readonly Row[], on: Day): Row | undefined {
  return rows.findLast((row) => row.valid.from <= on) ?? rows[0]
}

/** Everything a reader of the price must know when it is used so. */
function noticesOf(catalogue: Catalogue, price: Price, { on, priceYear, at }: PriceUse): Problem[] {
  const { id, valid, provenance } = price
  const problems: Problem[] = []
  const tell = (found: Problem) => problems.push(found)
  const use = { id, on: dayText(on) }
  if (on < valid.from) tell(problem('price-not-yet-valid', 'notice', at, { ...use, from: dayText(valid.from) }))
  const end = endOf(catalogue, price)
  if (end !== undefined && on > end.through) {
    tell(problem('price-ended', 'notice', at, { ...use, through: dayText(end.through), by: end.by }))
  }
  const closing = catalogue.reforms.find((reform) => reform.closes.includes(id) && reform.on <= on)
  if (closing !== undefined && (end === undefined || on <= end.through)) {
    tell(problem('price-closed', 'notice', at, { ...use, from: dayText(closing.on), by: closing.label }))
  }
  const age = priceYear - price.priceYear
  if (age > priceAgeYearsMax) {
    tell(
      problem('price-old', 'notice', at, {
        id,
        stated: String(price.priceYear),
        year: String(priceYear),
        age: BigInt(age),
      }),
    )
  }
  if (price.priceYearFrom !== undefined) {
    const years = { earliest: String(price.priceYearFrom), latest: String(price.priceYear) }
    tell(problem('price-year-uncertain', 'notice', at, { id, ...years }))
  }
  if (isDoubtful(provenance)) {
    const { grade, confidence, source } = provenance
    tell(problem('price-unverified', 'notice', at, { id, grade, confidence, source }))
  }
  return problems
}

/** Made up, not checked, or without a source: whatever rests on it must say so. */
export function isDoubtful({ grade, confidence }: { grade: string; confidence: string }): boolean {
  return grade === 'invented' || grade === 'unverified' || confidence === 'U'
}

/** The last day of a price: of its row, or the day before the reform that ends the benefit. */
function endOf(catalogue: Catalogue, price: Price): { through: Day; by: Price['label'] } | undefined {
  const reform = catalogue.reforms.find(({ ends }) => ends.includes(price.id))
  const { through } = price.valid
  if (reform !== undefined && (through === undefined || reform.on - 1 < through)) {
    return { through: reform.on - 1, by: reform.label }
  }
  return through === undefined ? undefined : { through, by: { da: '', en: '' } }
}
