/**
 * Periods of limits: the stretch of time that shares a bound, and the day it has come to its end.
 *
 *     per: quarter, on 2024-05-17, of an agreement through 2027-12-31      2024-04-01 … 2024-06-30, ends on 2024-06-30
 *     per: year, on 2027-03-01, of an agreement through 2027-06-30         2027-01-01 … 2027-12-31, ends on 2027-06-30
 *     per: agreement, subject, payment, cohort, authority or track         no period, ends with the agreement
 *
 * The case that surprises: the period in which the agreement ends is over when the agreement is. What is earned after that
 * is held against the same bound.
 */
import { type Day, type Period, calendarPeriodOf } from '../base/index.ts'
import { type Agreement, type Limit } from '../terms/index.ts'

/** The period of a limit that a day falls in; nothing where the limit does not part the time. */
export function periodOf({ per }: Limit, day: Day): Period | undefined {
  switch (per) {
    case 'date':
      return { from: day, until: day + 1 }
    case 'month':
    case 'quarter':
    case 'half-year':
    case 'year':
      return calendarPeriodOf(day, per)
    case 'subject-and-year':
    case 'payment-and-year':
      return calendarPeriodOf(day, 'year')
    case 'subject':
    case 'payment':
    case 'cohort':
    case 'authority':
    case 'track':
    case 'agreement':
      return undefined
  }
}

/** The last day of the period a day falls in, or of the agreement if it ends before. */
export function lastDayOf(limit: Limit, day: Day, { runs }: Agreement): Day {
  const period = periodOf(limit, day)
  if (period === undefined) return runs.through
  return period.from <= runs.through ? Math.min(period.until - 1, runs.through) : period.until - 1
}
