/**
 * A day as somebody typed it, or as a date field sends it.
 *
 *     2024-12-31 · 31/12/2024 · 31.12.2024 · 31-12-2024
 *
 * The day stands first unless the year does. A day that is not in the calendar is none; it is never moved to one that is.
 */
import { type Day, type Locale, dayText, dayOf, daysInMonth } from '../../core/base/index.ts'

export function typedDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const danish = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text.trim())
  const parts =
    iso !== null ? [iso[1], iso[2], iso[3]] : danish !== null ? [danish[4], danish[3], danish[1]] : undefined
  if (parts === undefined) return undefined
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined
  return dayOf(year, month, day)
}

/** The day as it stands in an address: `2024-12-31`. */
export const addressDay = (day: Day): string => dayText(day)

/** The day as a reader types it: `31-12-2024` in Danish. */
export function fieldDay(day: Day, locale: Locale): string {
  const text = dayText(day)
  return locale === 'da' ? text.split('-').reverse().join('-') : text
}
