/**
 * An amount carried from one price year to another by the index of its family.
 *
 *     value(to) = value(from) × Π (1 + percent of y ÷ 100)   for y = from + 1 … to;  backwards it is divided
 *     100 kr of 2017 at 2.0 % for 2018 and 1.5 % for 2019  →  103.53 kr of 2019
 *
 * An estimate is revised later, so a year may have several, each with its day; the latest one known at `knownAt` counts. The
 * case that surprises: a year without a figure gives no amount at all. It is never taken for 0 %.
 *
 * Problems: index-unknown, index-year-missing (wrong), with the row to add.
 */
import { type Day, type Fact, type Place, type Problem, dayText, problem } from '../../base/index.ts'
import { inPlaceOf, nearest } from '../../text/index.ts'
import { type Catalogue, type IndexEstimate, type Price } from './catalogue.ts'

export type IndexUse = {
  from: number
  to: number
  family: string
  /** Estimates made after this day are not yet known; without it, the latest of each year counts. */
  knownAt?: Day
  at: Place
}

export type Indexed = {
  /** Nothing where a year has no figure. */
  amount: number | undefined
  /** The estimates used, in the order in which they were multiplied. */
  steps: readonly IndexEstimate[]
  problems: Problem[]
}

/** The amount in the prices of year `to`. */
export function indexed(catalogue: Catalogue, amount: number, { from, to, family, knownAt, at }: IndexUse): Indexed {
  if (from === to) return { amount, steps: [], problems: [] }
  const estimates = catalogue.indexes.get(family)
  if (estimates === undefined) {
    const known = [...catalogue.indexes.keys()]
    const near = inPlaceOf(at, nearest(family, known))
    return { amount: undefined, steps: [], problems: [problem('index-unknown', 'wrong', at, { family, known }, near)] }
  }
  const years = Array.from({ length: Math.abs(to - from) }, (_, step) => Math.min(from, to) + 1 + step)
  const found = years.map((year) => estimateOf(estimates, year, knownAt))
  const missing = years.filter((_, index) => found[index] === undefined)
  const steps = found.filter((estimate) => estimate !== undefined)
  if (missing.length > 0) {
    const facts: Record<string, Fact> = { family, from: String(from), to: String(to), years: missing.map(String) }
    if (knownAt !== undefined) facts['knownAt'] = dayText(knownAt)
    const choices = missing.map((year) => ({ paste: `${family},${year},…` }))
    const problems = [problem('index-year-missing', 'wrong', at, facts, choices)]
    return { amount: undefined, steps, problems }
  }
  let factor = 1
  for (const { percent } of steps) factor *= 1 + percent / 100
  return { amount: to > from ? amount * factor : amount / factor, steps, problems: [] }
}

/** The latest estimate for the year that was known by the day. */
function estimateOf(rows: readonly IndexEstimate[], year: number, knownAt: Day | undefined): IndexEstimate | undefined {
  return rows.findLast((row) => row.year === year && (knownAt === undefined || row.estimatedOn <= knownAt))
}

/**
 * The price in kroner of another year, by its own index family. A price without a family can be used in its own year only.
 * Problems: those of `indexed`, price-index-missing.
 */
export function priceInYear(
  catalogue: Catalogue,
  price: Price,
  { priceYear, knownAt, at }: { priceYear: number; knownAt?: Day; at: Place },
): Indexed {
  if (price.priceYear === priceYear) return { amount: price.value, steps: [], problems: [] }
  if (price.index === undefined) {
    const facts = { id: price.id, stated: String(price.priceYear), year: String(priceYear) }
    return { amount: undefined, steps: [], problems: [problem('price-index-missing', 'wrong', at, facts)] }
  }
  const known = knownAt === undefined ? {} : { knownAt }
  return indexed(catalogue, price.value, { from: price.priceYear, to: priceYear, family: price.index, ...known, at })
}
