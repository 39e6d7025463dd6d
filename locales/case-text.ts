/** What the pages and the command line say of a business case in one way: its ground, its years, its owners, what must be true. */
import { type Day, type Locale } from '../src/core/base/index.ts'
import { type CompiledCase, type MustBe } from '../src/core/valuation/index.ts'
import { estimateText } from './case-numbers.ts'
import { businessCase as danish } from './da/case.ts'
import { businessCase as english } from './en/case.ts'
import { dateText, monthName } from './numbers.ts'

const words = { da: danish, en: english }

/** Price year, first month, years, guide and law, in a sentence; the law is that of each day where no day is given. */
export function caseBasisText({ file, years }: CompiledCase, lawAsOf: Day | undefined, locale: Locale): string {
  const { basis, lawOf, lawOfEachDay } = words[locale]
  return basis({
    year: String(file.priceYear),
    from: `${monthName(file.starts.month, locale)} ${String(file.starts.year)}`,
    years,
    guide: file.discounting.guide,
    law: lawAsOf === undefined ? lawOfEachDay : lawOf(dateText(lawAsOf, locale)),
  })
}

/** The calendar year, or both when a year of the case runs over two: `2025`, `2025/26`. */
export function caseYearText({ year, month }: { year: number; month: number }, of: number): string {
  const first = year + of - 1
  return month === 1 ? String(first) : `${String(first)}/${String(first + 1).slice(2)}`
}

/** A month of the case by its name, of which 1 is the first: `maj 2026`. */
export function caseMonthText({ year, month }: { year: number; month: number }, of: number, locale: Locale): string {
  const since = 12 * year + month + of - 2
  return `${monthName((since % 12) + 1, locale)} ${String(Math.floor(since / 12))}`
}

/** An owner by its own label, otherwise by its authority's name. */
export function ownerText({ owners }: CompiledCase, name: string, locale: Locale): string {
  const { label, authority } = owners.find((one) => one.name === name)!
  return label?.[locale] ?? words[locale].authorities[authority]
}

/** What must be true of an estimate for the case to carry itself, in a sentence. */
export function mustBeText(must: MustBe, currency: string, locale: Locale): string {
  const { gains, label, unit, mean, threshold, within } = must
  const text = (value: number) => estimateText(value, unit, { currency, locale })
  const at = threshold === undefined ? '' : text(threshold)
  // Of a share all it can be was looked through, and nothing needs to be said of it.
  const between = unit === 'share' ? undefined : { least: text(within.least), most: text(within.most) }
  return words[locale].mustBe({ gains, label: label[locale], threshold: at, mean: text(mean), between })
}
