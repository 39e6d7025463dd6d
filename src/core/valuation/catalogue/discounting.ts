/**
 * Discounting: what an amount of a later year is worth now, by the real rate of a named guide.
 *
 *     factor = Π over the steps of (1 + rate ÷ 100) ^ −(years of the step that have passed)
 *     3.5 % a year:  0.8420 after 5 years, 0.7089 after 10
 *     40 years at 3.5 % to year 35 and 2.5 % beyond  →  1.035^−35 × 1.025^−5
 *
 * The rate is real, so amounts must be in fixed prices; those in current prices are refused. The case that surprises: the
 * second rate applies only to the years beyond the thirty-fifth, not to all years of a long series.
 *
 * Problems: discount-guide-unknown, discount-current-prices (wrong).
 */
import { type Place, type Problem, pow, problem } from '../../base/index.ts'
import { nearest } from '../../text/index.ts'
import { type Catalogue, type DiscountStep } from './catalogue.ts'

/** The steps of a guide's rate, the nearest years first. */
export function discountGuide(
  catalogue: Catalogue,
  guide: string,
  at: Place,
): { steps: readonly DiscountStep[] | undefined; problems: Problem[] } {
  const steps = catalogue.discountGuides.get(guide)
  if (steps !== undefined) return { steps, problems: [] }
  const known = [...catalogue.discountGuides.keys()]
  const near = nearest(guide, known)
  const choices = (near === undefined ? known : [near]).map((paste) => ({ paste, edit: { at, text: paste } }))
  return { steps, problems: [problem('discount-guide-unknown', 'wrong', at, { guide, known }, choices)] }
}

/** What 1 krone so many years ahead is worth now; years may be parts of a year, and 0 or less is worth the krone itself. */
export function discountFactor(steps: readonly DiscountStep[], years: number): number {
  let factor = 1
  let passed = 0
  for (const { rate, throughYear } of steps) {
    const until = throughYear === undefined ? years : Math.min(years, throughYear)
    if (until <= passed) break
    factor *= pow(1 + rate / 100, passed - until)
    passed = until
  }
  return factor
}

/** When in its year an amount falls: a year on, half a year on, or at once. */
export type DiscountWhen = 'year-end' | 'mid-year' | 'year-start'

const yearsBefore = { 'year-end': 0, 'mid-year': 0.5, 'year-start': 1 } as const

/** How many years ahead an amount of year 1, 2, 3… lies; year 0 is now. */
export function yearsAhead(year: number, when: DiscountWhen): number {
  return year === 0 ? 0 : year - yearsBefore[when]
}

/**
 * The present value of amounts by year, the first of them of year 0, which is now. Amounts in current prices are refused: the
 * rate is real, and discounting them with it would take inflation for a loss.
 */
export function presentValue(
  steps: readonly DiscountStep[],
  amounts: ArrayLike<number>,
  { prices, when, at }: { prices: 'fixed' | 'current'; when: DiscountWhen; at: Place },
): { amount: number | undefined; problems: Problem[] } {
  if (prices === 'current') {
    return {
      amount: undefined,
      problems: [problem('discount-current-prices', 'wrong', at)],
    }
  }
  let sum = 0
  for (let year = 0; year < amounts.length; year++)
    sum += amounts[year]! * discountFactor(steps, yearsAhead(year, when))
  return { amount: sum, problems: [] }
}
