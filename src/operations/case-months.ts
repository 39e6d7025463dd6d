/** Months of a case and days of the calendar: month 1 is the first, and 0 everything before it. */
import { type Day, addDays, addMonths, partsOf } from '../core/base/index.ts'
import { type CompiledCase } from '../core/valuation/index.ts'

/** The month a day is in. */
export function monthIn({ file }: CompiledCase, day: Day): number {
  const { year, month } = partsOf(day)
  return Math.max(0, 12 * (year - file.starts.year) + month - file.starts.month + 1)
}

/** The first day of a month. */
export const monthBegin = ({ startDay }: CompiledCase, month: number): Day => addMonths(startDay, month - 1)

/** The last day of a month; month 0 ends the day before the case begins. */
export const monthEnd = ({ startDay }: CompiledCase, month: number): Day => addDays(addMonths(startDay, month), -1)
