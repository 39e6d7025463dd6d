/**
 * A cost and who bears it: gross = stateRefund + municipal, by period.
 */
import { type Day, type Period, type Problem, assert, firstDayOfMonth } from '../../base/index.ts'

/** Kroner. */
export type Split = { gross: number; stateRefund: number; municipal: number }

/** The split of a period that begins on a day: a Monday of weeks, the first of months. */
export type PeriodSplit = Split & { from: Day }

/** Nothing in place of the periods where a figure that decides them is missing. */
export type SplitByPeriod<Of extends PeriodSplit = PeriodSplit> = { periods: Of[] | undefined; problems: Problem[] }

export function splitOf(gross: number, stateRefund: number): Split {
  return { gross, stateRefund, municipal: gross - stateRefund }
}

/** Days of use of a service by one person, in order and without overlap, and what a day of it costs. */
export type DailyUse = { days: readonly Period[]; costPerDay: number }

/** Splits each day's cost by the state's share (0 to 1) of that day, and adds up by calendar month. Months without use are left out. */
export function splitDays({ days, costPerDay }: DailyUse, shareOn: (day: Day) => number): PeriodSplit[] {
  const months = new Map<Day, { days: number; refunded: number }>()
  let last = -Infinity
  for (const { from, until } of days) {
    assert(from >= last && until >= from, 'the periods of use are in order and do not overlap')
    last = until
    for (let day = from; day < until; day++) {
      const first = firstDayOfMonth(day)
      const month = months.get(first) ?? { days: 0, refunded: 0 }
      month.days += 1
      month.refunded += shareOn(day)
      months.set(first, month)
    }
  }
  return [...months].map(([from, { days: count, refunded }]) => ({
    from,
    ...splitOf(costPerDay * count, costPerDay * refunded),
  }))
}
