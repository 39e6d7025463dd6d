/**
 * Periods of limits: the stretch of time that shares a bound, and the day it has come to its end.
 *
 *     per: quarter, on 2024-05-17, of an agreement through 2027-12-31      2024-04-01 … 2024-06-30, ends on 2024-06-30
 *     per: year, on 2027-03-01, of an agreement through 2027-06-30         2027-01-01 … 2027-12-31, ends on 2027-06-30
 *     per: year, year-from: 1 july, on 2027-03-01                          2026-07-01 … 2027-06-30
 *     per: agreement, subject, payment, cohort, authority or track         no period, ends with the agreement
 *
 * The case that surprises: the period in which the agreement ends is over when the agreement is. What is earned after that
 * is held against the same bound.
 */
import { type Day, type Period, calendarPeriodOf, dateOnOrAfter, dateOnOrBefore, partsOf } from '../base/index.ts'
import { type Agreement, type Limit } from '../terms/index.ts'

/** The period of a limit that a day falls in; nothing where the limit does not part the time. */
export function periodOf({ per, yearFrom }: Limit, day: Day, agreement: Agreement): Period | undefined {
  switch (per) {
    case 'date':
      return { from: day, until: day + 1 }
    case 'month':
    case 'quarter':
    case 'half-year':
      return calendarPeriodOf(day, per)
    case 'year':
    case 'subject-and-year':
    case 'payment-and-year':
      return yearOf(yearFrom, day, agreement)
    case 'subject':
    case 'payment':
    case 'cohort':
    case 'authority':
    case 'track':
    case 'agreement':
    case undefined:
      return undefined
  }
}

/** The year from a date until the same date of the next year. */
function yearOf(yearFrom: Limit['yearFrom'], day: Day, { runs }: Agreement): Period {
  const date = yearFrom === 'agreement start' ? partsOf(runs.from) : yearFrom
  if (date === undefined || (date.month === 1 && date.day === 1)) return calendarPeriodOf(day, 'year')
  const from = dateOnOrBefore(day, date)
  return { from, until: dateOnOrAfter(from + 1, date) }
}

/** The last day of the period a day falls in, or of the agreement if it ends before. */
export function lastDayOf(limit: Limit, day: Day, agreement: Agreement): Day {
  const { runs } = agreement
  const period = periodOf(limit, day, agreement)
  if (period === undefined) return runs.through
  return period.from <= runs.through ? Math.min(period.until - 1, runs.through) : period.until - 1
}
