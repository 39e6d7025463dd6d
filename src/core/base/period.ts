/**
 * Periods: stretches of calendar days, the first day included and the last one excluded.
 *
 *     January 2024 is { from: 2024-01-01, until: 2024-02-01 }, and its length is 31
 *
 * The case that surprises: `until` is the day after the last. In return two periods that follow each other share a
 * day number and no day, and the length is a plain difference.
 */
import { type Day, addMonths, dayOf, mondayOnOrBefore, partsOf } from './day.ts'

/** From a day until, and not including, another that is not earlier. Equal ends make an empty period. */
export type Period = { readonly from: Day; readonly until: Day }

export type CalendarUnit = 'week' | 'month' | 'quarter' | 'half-year' | 'year'

/** The days that both periods have, or undefined if there are none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = Math.max(a.from, b.from)
  const until = Math.min(a.until, b.until)
  return from < until ? { from, until } : undefined
}

/** In days. */
export function length(period: Period): number {
  return period.until - period.from
}

export function contains(period: Period, day: Day): boolean {
  return period.from <= day && day < period.until
}

/** The week (from Monday), month, quarter, half-year or year of the calendar that the day falls in. */
export function calendarPeriodOf(day: Day, unit: CalendarUnit): Period {
  if (unit === 'week') {
    const from = mondayOnOrBefore(day)
    return { from, until: from + 7 }
  }
  const months = monthsIn[unit]
  const { year, month } = partsOf(day)
  const from = dayOf(year, month - ((month - 1) % months), 1)
  return { from, until: addMonths(from, months) }
}

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const
