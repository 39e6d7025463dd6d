/**
 * A day or a month as somebody typed it, or as a date field sends it.
 *
 *     2024-12-31 · 31/12/2024 · 31.12.2024 · 31-12-2024 · 31. december 2024 · 31 dec 2024
 *     2025-01 · 01-2025 · 1/2025 · januar 2025 · jan. 2025
 *
 * The day stands first unless the year does. A day that is not in the calendar is none; it is never moved to one that is. Months are
 * known by their names in both languages, or the first letters of them; a year always has four digits.
 */
import { monthName } from '../../../locales/index.ts'
import { type Day, type Locale, dayText, dayOf, daysInMonth } from '../../core/base/index.ts'

export function typedDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const danish = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text.trim())
  const named = /^(\d{1,2})\.? ?(\p{L}{3,})\.? ?(\d{4})$/u.exec(text.trim())
  const parts =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : danish !== null
        ? [danish[4], danish[3], danish[1]]
        : named !== null
          ? [named[3], monthCalled(named[2]!), named[1]]
          : undefined
  if (parts === undefined) return undefined
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  if (!isMonth(year, month) || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayOf(year, month, day)
}

/** `2025-01`; nothing where no month is said. */
export function typedMonth(text: string): string | undefined {
  const plain = text.trim()
  const [, yearFirst, monthAfter] = /^(\d{4})[-./](\d{1,2})$/.exec(plain) ?? []
  const [, monthFirst, yearAfter] = /^(\d{1,2})[-./](\d{4})$/.exec(plain) ?? []
  const [, name, yearNamed] = /^(\p{L}{3,})[. ,-]{0,2}(\d{4})$/u.exec(plain) ?? []
  const year = Number(yearFirst ?? yearAfter ?? yearNamed)
  const month = Number(monthAfter ?? monthFirst ?? monthCalled(name ?? ''))
  return isMonth(year, month) ? `${String(year)}-${String(month).padStart(2, '0')}` : undefined
}

/** Also of what is no number at all, such as a month that nobody has named. */
const isMonth = (year: number, month: number): boolean => year >= 1900 && year <= 2999 && month >= 1 && month <= 12

/** The number of a month by its name in either language, or by the first three letters or more of it. */
function monthCalled(name: string): number | undefined {
  const letters = name.toLowerCase()
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
  return letters.length < 3
    ? undefined
    : numbers.find((month) =>
        (['da', 'en'] as const).some((one) => monthName(month, one).toLowerCase().startsWith(letters)),
      )
}

/** The day as it stands in an address: `2024-12-31`. */
export const addressDay = (day: Day): string => dayText(day)

/** The day as a reader types it: `31-12-2024` in Danish. */
export function fieldDay(day: Day, locale: Locale): string {
  const text = dayText(day)
  return locale === 'da' ? text.split('-').reverse().join('-') : text
}
