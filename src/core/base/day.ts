/**
 * Days: a calendar day as a whole number, counted from 1970-01-01, which is day 0. Never an instant, never a time zone.
 *
 *     dayOf(2024, 2, 29) is 19782;  dayText(19782) is '2024-02-29';  weekdayOf(19782) is 4, a Thursday
 *     addMonths(31 January, 1) is the last of February;  addMonths(31 January, 2) is 31 March
 *
 * The case that surprises: a month added twice is not two months added. 31 January plus one month is 28 February, and
 * that plus one month is 28 March, three days short. So n months are always added to the day they are counted from.
 */
import { assert } from './assert.ts'
import { firstDayOf, monthOfDay } from './month.ts'

/** Days since 1970-01-01, whole, earlier days negative. */
export type Day = number

export type DayParts = { year: number; month: number; day: number }

/** A stretch of time from a day on: the months first, then the days. Either may be negative. */
export type Offset = {
  readonly months: number
  readonly days: number
  /** How many weeks the days were written as; nothing where they were written as days. */
  readonly weeks?: number
}

/** Before and after every day that a contract can name: 0001-01-01 and 9999-12-31, which are real days and small numbers. */
export const FAR_PAST: Day = -719162
export const FAR_FUTURE: Day = 2932896

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** The day with these parts; month 1 to 12, day within the month, both asserted. */
export function dayOf(year: number, month: number, day: number): Day {
  assert(Number.isInteger(year) && month >= 1 && month <= 12, 'a month is one of the twelve of a year')
  assert(day >= 1 && day <= daysInMonth(year, month), 'a day is one of the days of its month')
  return dayNumber(year, month, day)
}

/** The day a text such as `2024-02-29` names, or undefined: strictly four, two and two digits, and a day that exists. */
export function parseIsoDay(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayNumber(year, month, day)
}

/** The day as `YYYY-MM-DD`; a year of more than four digits has its sign before it, as the standard has it. */
export function dayText(day: Day): string {
  const parts = partsOf(day)
  const year = String(Math.abs(parts.year)).padStart(4, '0')
  const signOfYear = parts.year < 0 ? '-' : parts.year > 9999 ? '+' : ''
  return `${signOfYear}${year}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`
}

/** Year, month (1 to 12) and day of the month (1 to 31). */
export function partsOf(day: Day): DayParts {
  const monthNumber = monthOfDay(day)
  const year = Math.floor(monthNumber / 12)
  return { year, month: monthNumber - year * 12 + 1, day: day - firstDayOf(monthNumber) + 1 }
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** 28 to 31; the month is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29
  const length = monthLengths[month - 1]
  assert(length !== undefined, 'a month is one of the twelve of a year')
  return length
}

export function addDays(day: Day, days: number): Day {
  return day + days
}

/** The same date n months on, or the last day of that month if it is shorter. n may be negative. */
export function addMonths(day: Day, months: number): Day {
  const from = monthOfDay(day)
  const first = firstDayOf(from + months)
  const sameDate = first + day - firstDayOf(from)
  // No month is shorter than 28 days, so most dates need no look at the month after.
  return sameDate < first + 28 ? sameDate : Math.min(sameDate, firstDayOf(from + months + 1) - 1)
}

/** The same date n years on; 29 February becomes the 28th in a year without it. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12)
}

/** Months first, then days: one month and one day after 31 January 2023 is 1 March. */
export function addOffset(day: Day, offset: Offset): Day {
  return (offset.months === 0 ? day : addMonths(day, offset.months)) + offset.days
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  const sinceMonday = (day + 3) % 7 // Day 0 was a Thursday.
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

/** The latest such weekday (1 Monday to 7 Sunday) that is not after the day. */
export function weekdayOnOrBefore(day: Day, weekday: number): Day {
  assert(Number.isInteger(weekday) && weekday >= 1 && weekday <= 7, 'a weekday is 1 (Monday) to 7 (Sunday)')
  const back = weekdayOf(day) - weekday
  return day - (back < 0 ? back + 7 : back)
}

/** The earliest such weekday (1 Monday to 7 Sunday) that is not before the day. */
export function weekdayOnOrAfter(day: Day, weekday: number): Day {
  return weekdayOnOrBefore(day + 6, weekday)
}

export function mondayOnOrBefore(day: Day): Day {
  return weekdayOnOrBefore(day, 1)
}

export function firstDayOfMonth(day: Day): Day {
  return firstDayOf(monthOfDay(day))
}

export function lastDayOfMonth(day: Day): Day {
  return firstDayOf(monthOfDay(day) + 1) - 1
}

/** The first such date of a year, say 1 August, that is not before the day; 29 February is the 28th in other years. */
export function dateOnOrAfter(day: Day, date: { month: number; day: number }): Day {
  const { year } = partsOf(day)
  const thisYear = dateInYear(year, date)
  return thisYear >= day ? thisYear : dateInYear(year + 1, date)
}

/** The last such date of a year that is not after the day; 29 February is the 28th in other years. */
export function dateOnOrBefore(day: Day, date: { month: number; day: number }): Day {
  const { year } = partsOf(day)
  const thisYear = dateInYear(year, date)
  return thisYear <= day ? thisYear : dateInYear(year - 1, date)
}

/**
 * Whole months completed from the first day to the second: the largest n with addMonths(from, n) not after `to`. So
 * 31 January to 28 February 2023 is one month. If `to` comes first, it is the months from `to` to `from`, negative.
 */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - monthsBetween(to, from)
  const months = monthOfDay(to) - monthOfDay(from)
  return addMonths(from, months) <= to ? months : months - 1
}

function dateInYear(year: number, date: { month: number; day: number }): Day {
  assert(date.day >= 1 && date.day <= daysInMonth(2000, date.month), 'a yearly date exists in some year')
  return dayNumber(year, date.month, Math.min(date.day, daysInMonth(year, date.month)))
}

function dayNumber(year: number, month: number, day: number): Day {
  return firstDayOf(year * 12 + month - 1) + day - 1
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}
