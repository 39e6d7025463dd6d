/**
 * The days to which statements are made: the ends of the settlement periods within the run, and its last day.
 *
 *     runs 2022-01-01 … 2027-12-31, every quarter   →   31 March 2022, 30 June 2022, … 31 December 2027
 */
import { type Day, addDays, calendarPeriodOf } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'

export function settlementDays({ runs, settlement }: Agreement): Day[] {
  const ends: Day[] = []
  for (let day = runs.from; settlement.every !== 'once' && day <= runs.through;) {
    const { until } = calendarPeriodOf(day, settlement.every)
    const end = addDays(until, -1)
    if (end < runs.through) ends.push(end)
    day = until
  }
  return [...ends, runs.through]
}
