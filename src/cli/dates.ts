/**
 * Dates as people write them on a command line.
 *
 *     2024-12-31 · 31/12/2024 · 31.12.2024 · 31-12-2024 · 31. december 2024 · 31 December 2024
 *
 * The day comes first, as in Denmark, unless the year does. A date that does not exist is refused with what to write
 * instead; it is never moved to the nearest one that does. A date without a year is refused too: the clock is not asked.
 */
import { type Day, type Locale, dayOf, daysInMonth } from '../core/base/index.ts'
import { monthName, terminalWords } from '../../locales/index.ts'
import { UsageFault } from './usage-fault.ts'

/** The day a text names. Throws a `UsageFault` with a remedy where it names none. */
export function readDate(text: string, locale: Locale): Day {
  const words = terminalWords[locale]
  const example = locale === 'da' ? '31/12/2024' : '2024-12-31'
  const parts = partsIn(text.trim())
  if (parts === undefined) {
    throw new UsageFault(
      /^\d{1,2}[./-]\d{1,2}[./-]?$/.test(text.trim()) ? words.noYear(text) : words.notADate(text, example),
    )
  }
  const { year, month, day } = parts
  if (year < 1900 || year > 2999) throw new UsageFault(words.notADate(text, example))
  if (month < 1 || month > 12) {
    const isYearFirst = /^\d{4}/.test(text.trim())
    const isSwapped = day >= 1 && day <= 12 && month >= 1 && month <= 31 && !isYearFirst
    throw new UsageFault(words.noSuchMonth(text, month, isSwapped ? `${month}/${day}/${year}` : undefined))
  }
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) {
    throw new UsageFault(words.noSuchDay(text, `${monthName(month, locale)} ${year}`, days))
  }
  return dayOf(year, month, day)
}

function partsIn(text: string): { year: number; month: number; day: number } | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const danish = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (danish !== null) return { year: Number(danish[4]), month: Number(danish[3]), day: Number(danish[1]) }
  const named = /^(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4})$/i.exec(text)
  if (named === null) return undefined
  const month = monthNamed(named[2]!)
  return month === undefined ? undefined : { year: Number(named[3]), month, day: Number(named[1]) }
}

/** A month by its name in either language, or the first three letters of it. */
function monthNamed(name: string): number | undefined {
  const wanted = name.toLowerCase()
  for (const locale of ['da', 'en'] as const) {
    for (let month = 1; month <= 12; month++) {
      const known = monthName(month, locale).toLowerCase()
      if (known === wanted || (wanted.length >= 3 && known.startsWith(wanted))) return month
    }
  }
  return undefined
}
