/**
 * A day as somebody typed it, or as a date field sends it.
 *
 *     2024-12-31 · 31/12/2024 · 31.12.2024 · 31-12-2024
 *
 * The day stands first unless the year does. A day that is not in the calendar is none; it is never moved to one that is.
 */
import { type Day, dayText, dayOf, daysInMonth } from '../../core/base/index.ts'

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

/** The day as a date field takes it. */
export const fieldDay = (day: Day): string => dayText(day)
