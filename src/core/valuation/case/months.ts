/** Months of a case on the calendar: month 1 is the first, and 0 everything before it. */
import { type Day, addDays, addMonths, partsOf } from '../../base/index.ts'

/** Whatever counts its months from the first day of month 1: a case, or a plan made of one. */
type FromStart = { readonly startDay: Day }

/** The month a day is in. */
export function monthIn({ startDay }: FromStart, day: Day): number {
  const [start, { year, month }] = [partsOf(startDay), partsOf(day)]
  return Math.max(0, 12 * (year - start.year) + month - start.month + 1)
}

/** The year a month is in: month 0 is year 0, months 1 to 12 are year 1. */
export const yearOfMonth = (month: number): number => ((month + 11) / 12) | 0

/** The first day of a month. */
export const monthBegin = ({ startDay }: FromStart, month: number): Day => addMonths(startDay, month - 1)

/** The last day of a month; month 0 ends the day before the case begins. */
export const monthEnd = ({ startDay }: FromStart, month: number): Day => addDays(addMonths(startDay, month), -1)
