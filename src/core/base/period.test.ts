import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CalendarUnit,
  type Period,
  calendarPeriodOf,
  contains,
  dayText,
  length,
  overlap,
  parseIsoDay,
} from './index.ts'

test('the week begins on a Monday', () => check('week of 2024-02-29: 2024-02-26 until 2024-03-04, 7 days'))
test('a week across a new year', () => check('week of 2025-01-01: 2024-12-30 until 2025-01-06, 7 days'))
test('the month', () => check('month of 2024-02-29: 2024-02-01 until 2024-03-01, 29 days'))
test('the quarter', () => check('quarter of 2023-12-31: 2023-10-01 until 2024-01-01, 92 days'))
test('the half-year', () => check('half-year of 2023-06-30: 2023-01-01 until 2023-07-01, 181 days'))
test('the year', () => check('year of 2024-01-01: 2024-01-01 until 2025-01-01, 366 days'))

test('periods that follow each other share no day', () => {
  expect(overlap({ from: 0, until: 31 }, { from: 31, until: 59 })).toBeUndefined()
  expect(overlap({ from: 0, until: 31 }, { from: 30, until: 59 })).toEqual({ from: 30, until: 31 })
  expect([contains({ from: 0, until: 31 }, 30), contains({ from: 0, until: 31 }, 31)]).toEqual([true, false])
})

test('an overlap holds the days that both hold', () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, fc.integer({ min: -5, max: 60 }), (a, b, day) => {
      const both = overlap(a, b)
      expect(both !== undefined && contains(both, day)).toBe(contains(a, day) && contains(b, day))
      expect(overlap(b, a)).toEqual(both)
    }),
  )
})

test('a day is in its calendar period, which is also that of its first and last day', () => {
  const units: CalendarUnit[] = ['week', 'month', 'quarter', 'half-year', 'year']
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 100_000 }), fc.constantFrom(...units), (day, unit) => {
      const period = calendarPeriodOf(day, unit)
      expect(contains(period, day)).toBe(true)
      expect(calendarPeriodOf(period.from, unit)).toEqual(period)
      expect(calendarPeriodOf(period.until - 1, unit)).toEqual(period)
    }),
  )
})

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.nat({ max: 30 }))
  .map(([from, days]): Period => ({ from, until: from + days }))

/** A unit and a day, and the calendar period they give. */
function check(example: string): void {
  const [, unit = '', day = '', expected = ''] = /^(\S+) of (\S+): (.*)$/.exec(example)!
  const period = calendarPeriodOf(parseIsoDay(day)!, unit as CalendarUnit)
  expect(`${dayText(period.from)} until ${dayText(period.until)}, ${length(period)} days`).toBe(expected)
}
