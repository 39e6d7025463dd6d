import { ChronoUnit, LocalDate } from '@js-joda/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Day,
  FAR_FUTURE,
  FAR_PAST,
  addDays,
  addMonths,
  addOffset,
  addYears,
  dateOnOrAfter,
  dateOnOrBefore,
  dayOf,
  dayText,
  daysInMonth,
  firstDayOfMonth,
  isLeapYear,
  lastDayOfMonth,
  mondayOnOrBefore,
  monthsBetween,
  parseIsoDay,
  partsOf,
  weekdayOf,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
} from './index.ts'

test('a month after the last of January', () => check('2023-01-31 + 1 month = 2023-02-28'))
test('in a leap year', () => check('2024-01-31 + 1 month = 2024-02-29'))
test('two months after it are counted from January', () => check('2023-01-31 + 2 months = 2023-03-31'))
test('back across a year', () => check('2024-03-31 + -13 months = 2023-02-28'))
test('a year after the leap day', () => check('2024-02-29 + 1 year = 2025-02-28'))
test('four years after it', () => check('2024-02-29 + 4 years = 2028-02-29'))
test('a century without a leap day', () => check('2096-02-29 + 4 years = 2100-02-28'))
test('days', () => check('2023-12-31 + 60 days = 2024-02-29'))
test('out of the years kept in the table', () => check('2199-12-31 + 2 months = 2200-02-28'))
test('into them', () => check('1899-12-31 + 2 months = 1900-02-28'))
test('before the calendar was invented', () => check('0001-01-01 + 1 month = 0001-02-01'))

test('an offset is months first, then days', () => {
  expect(dayText(addOffset(day('2023-01-31'), { months: 1, days: 1 }))).toBe('2023-03-01')
  expect(dayText(addOffset(day('2023-03-31'), { months: -1, days: -1 }))).toBe('2023-02-27')
  expect(addOffset(100, { months: 0, days: 3 })).toBe(103)
})

test('only a day that exists, written in full, is read', () => {
  expect(parseIsoDay('1970-01-01')).toBe(0)
  expect(parseIsoDay('2024-02-29')).toBe(19782)
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-04-31',
    '0000-01-01',
    '2023-1-1',
    ' 2023-01-01',
    '2023-01-01T00:00',
    '23-01-01',
    '+10000-01-01',
    '',
  ])
    expect([text, parseIsoDay(text)]).toEqual([text, undefined])
})

test('a day or month that does not exist is a mistake in the code', () => {
  expect(() => dayOf(2023, 2, 29)).toThrow('a day is one of the days of its month')
  expect(() => dayOf(2023, 13, 1)).toThrow('a month is one of the twelve of a year')
  expect(() => daysInMonth(2023, 0)).toThrow('a month is one of the twelve of a year')
  expect(() => weekdayOnOrBefore(0, 8)).toThrow('a weekday is 1 (Monday) to 7 (Sunday)')
  expect(() => dateOnOrAfter(0, { month: 2, day: 30 })).toThrow('a yearly date exists in some year')
})

test('far past and far future are real days, beyond every four-digit year', () => {
  expect([dayText(FAR_PAST), dayText(FAR_FUTURE)]).toEqual(['0001-01-01', '9999-12-31'])
  expect(dayText(FAR_FUTURE + 1)).toBe('+10000-01-01')
  expect(dayText(FAR_PAST - 366)).toBe('0000-01-01')
  expect(dayText(FAR_PAST - 367)).toBe('-0001-12-31')
})

test('the date of a year on or after a day, or on or before it', () => {
  const august = { month: 8, day: 1 }
  expect(dayText(dateOnOrAfter(day('2024-07-31'), august))).toBe('2024-08-01')
  expect(dayText(dateOnOrAfter(day('2024-08-01'), august))).toBe('2024-08-01')
  expect(dayText(dateOnOrAfter(day('2024-08-02'), august))).toBe('2025-08-01')
  expect(dayText(dateOnOrBefore(day('2024-07-31'), august))).toBe('2023-08-01')
  expect(dayText(dateOnOrBefore(day('2024-08-01'), august))).toBe('2024-08-01')
  const leapDay = { month: 2, day: 29 }
  expect(dayText(dateOnOrAfter(day('2023-03-01'), leapDay))).toBe('2024-02-29')
  expect(dayText(dateOnOrAfter(day('2023-01-01'), leapDay))).toBe('2023-02-28')
  expect(dayText(dateOnOrBefore(day('2024-02-28'), leapDay))).toBe('2023-02-28')
})

test('months completed, where the end of a short month completes one', () => {
  const between = (from: string, to: string) => monthsBetween(day(from), day(to))
  expect(between('2023-01-15', '2023-02-14')).toBe(0)
  expect(between('2023-01-15', '2023-02-15')).toBe(1)
  expect(between('2023-01-31', '2023-02-27')).toBe(0)
  expect(between('2023-01-31', '2023-02-28')).toBe(1)
  expect(between('2024-02-29', '2025-02-28')).toBe(12)
  expect(between('2025-02-28', '2024-02-29')).toBe(-12)
  expect(between('2023-05-05', '2023-05-05')).toBe(0)
})

test('every day from 1896 to 2204 has the parts and weekday that another library gives it', () => {
  let date = LocalDate.of(1896, 1, 1)
  for (let number = date.toEpochDay(); number < 85_500; number++, date = date.plusDays(1)) {
    const parts = partsOf(number)
    if (parts.year !== date.year() || parts.month !== date.monthValue() || parts.day !== date.dayOfMonth())
      expect([number, parts]).toEqual([number, date.toString()])
    if (weekdayOf(number) !== date.dayOfWeek().value()) expect(number).toBe(`weekday of ${date.toString()}`)
  }
})

test('any day agrees with another library', () => {
  fc.assert(
    fc.property(anyDay, anyMonths, (number, months) => {
      const date = LocalDate.ofEpochDay(number)
      expect(partsOf(number)).toEqual({ year: date.year(), month: date.monthValue(), day: date.dayOfMonth() })
      expect(dayOf(date.year(), date.monthValue(), date.dayOfMonth())).toBe(number)
      expect(dayText(number)).toBe(date.toString())
      expect(parseIsoDay(dayText(number))).toBe(number)
      expect(isLeapYear(date.year())).toBe(date.isLeapYear())
      expect(daysInMonth(date.year(), date.monthValue())).toBe(date.lengthOfMonth())
      expect(addMonths(number, months)).toBe(date.plusMonths(months).toEpochDay())
      expect(addYears(number, months)).toBe(date.plusYears(months).toEpochDay())
      expect(addDays(number, months)).toBe(date.plusDays(months).toEpochDay())
      expect(firstDayOfMonth(number)).toBe(date.withDayOfMonth(1).toEpochDay())
      expect(lastDayOfMonth(number)).toBe(date.withDayOfMonth(date.lengthOfMonth()).toEpochDay())
      expect(weekdayOf(number)).toBe(date.dayOfWeek().value())
    }),
    { numRuns: 2000 },
  )
})

test('months between are the most that can be added', () => {
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 40_000 }), (from, days) => {
      const months = monthsBetween(from, from + days)
      expect(addMonths(from, months)).toBeLessThanOrEqual(from + days)
      expect(addMonths(from, months + 1)).toBeGreaterThan(from + days)
      expect(monthsBetween(from + days, from)).toBe(0 - months)
      if (partsOf(from).day <= 28)
        expect(months).toBe(LocalDate.ofEpochDay(from).until(LocalDate.ofEpochDay(from + days), ChronoUnit.MONTHS))
    }),
  )
})

test('a weekday and a date are found within a week and a year', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), anyDay, (number, weekday, other) => {
      const [before, after] = [weekdayOnOrBefore(number, weekday), weekdayOnOrAfter(number, weekday)]
      expect([weekdayOf(before), weekdayOf(after)]).toEqual([weekday, weekday])
      expect(before <= number && number < before + 7 && number <= after && after < number + 7).toBe(true)
      expect(mondayOnOrBefore(number)).toBe(weekdayOnOrBefore(number, 1))
      const date = partsOf(other)
      const [last, next] = [dateOnOrBefore(number, date), dateOnOrAfter(number, date)]
      expect(last <= number && number <= next && next - last <= 366).toBe(true)
      expect(addYears(last, 1) > number && addYears(next, -1) < number).toBe(true)
    }),
  )
})

const anyDay = fc.oneof(
  fc.integer({ min: -25_567, max: 84_005 }),
  fc.integer({ min: FAR_PAST, max: FAR_FUTURE }),
  fc.integer({ min: 1, max: 2499 }).map((round) => dayOf(round * 4, 3, 1) - 1),
)
const anyMonths = fc.integer({ min: -500, max: 500 })

function day(text: string): Day {
  return parseIsoDay(text)!
}

/** A day, how many months, years or days are added, and the day that gives. */
function check(example: string): void {
  const [, from = '', count = '', unit = '', expected = ''] = /^(\S+) \+ (\S+) (month|year|day)s? = (\S+)$/.exec(
    example,
  )!
  const added = { month: addMonths, year: addYears, day: addDays }[unit]!
  expect(dayText(added(day(from), Number(count)))).toBe(expected)
}
