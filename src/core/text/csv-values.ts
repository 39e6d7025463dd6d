/**
 * What a field of a CSV file says: a number or a day, if it says one thing only.
 *
 *     '1.000,92' → 1000.92      '1000.92' → 1000.92      '1.000' → 1000 or 1, so it is a question
 *     '31/12/2024' → 31 December 2024      '03/04/2024' → 3 April or 4 March, so it is a question
 *
 * What can be read in two ways is never guessed: the answer is the list of readings, unless the rules of the file say
 * which. A number that only the other manner of writing could explain is refused too ('1.25' where Danish numbers are
 * stated), because its neighbour '1.250' would silently become a thousand times larger.
 */
import { dayOf, daysInMonth, type Day } from '../base/index.ts'

export type ReadingRules = {
  numbers: 'danish' | 'international' | 'unstated'
  dates: 'day-month-year' | 'month-day-year' | 'unstated'
}

/** The value is mantissa ÷ 10^scale; mantissa is a safe whole number. */
export type Decimal = { mantissa: number; scale: number }

/** `fault` names what is wrong; `readings` are the possible meanings of what is ambiguous, `choices` how to settle it. */
export type FieldReading<Value> =
  | { value: Value }
  | { fault: 'unreadable' | 'too-long' | 'against-rule' | 'impossible' }
  | { fault: 'ambiguous'; readings: string[]; choices: string[] }

const danishForm = /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,\d+)?$/
const internationalForm = /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.\d+)?$/

/** The number that a trimmed, non-empty text states. Spaces may part thousands in either manner; there are no units. */
export function readNumber(text: string, rule: ReadingRules['numbers']): FieldReading<Decimal> {
  // Spreadsheets write a long minus and unbreakable or thin spaces.
  const plain = text.replace(/^\u2212/, '-').replace(/[\u00a0\u202f\u2009]/g, ' ')
  const danish = danishForm.test(plain) ? plain.replace(/[. ]/g, '').replace(',', '.') : undefined
  const international = internationalForm.test(plain) ? plain.replace(/[, ]/g, '') : undefined
  if (danish === undefined && international === undefined) return { fault: 'unreadable' }
  if (rule !== 'unstated') {
    const stated = rule === 'danish' ? danish : international
    return stated === undefined ? { fault: 'against-rule' } : decimalOf(stated)
  }
  if (danish !== undefined && international !== undefined && danish !== international) {
    return {
      fault: 'ambiguous',
      readings: [danish, international],
      choices: ['numbers: danish', 'numbers: international'],
    }
  }
  return decimalOf(danish ?? international ?? '')
}

/** '-1000.50' → −100050 ÷ 10². */
function decimalOf(text: string): FieldReading<Decimal> {
  const [whole = '', decimals = ''] = text.split('.')
  // Adding 0 turns the -0 of '-0' into 0.
  const mantissa = Number(whole + decimals) + 0
  if (!Number.isSafeInteger(mantissa) || decimals.length > 15) return { fault: 'too-long' }
  return { value: { mantissa, scale: decimals.length } }
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
/** 1/2 2025, 1. 2. 2025 and 1.2. 2025, as days are written by hand. */
const byHand = /^(\d{1,2})(?:\/(\d{1,2}) |\. ?(\d{1,2})\.? )(\d{4})$/

/** A day written by hand as one with a sign between each two numbers. */
const plainDay = (text: string): string => text.replace(byHand, (_, a, b, c, year) => `${a}/${b ?? c}/${year}`)

/**
 * The day that a trimmed, non-empty text states: year first, or year last with day and month in the order that the rule
 * or the numbers themselves decide. Midnight after a day is the day; any other time of day is not a day. A year of two
 * digits is always a question.
 */
export function readDay(text: string, rule: ReadingRules['dates']): FieldReading<Day> {
  const iso = yearFirst.exec(text)
  if (iso) return dayFrom({ year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) })
  const found = yearLast.exec(plainDay(text))
  if (!found) return { fault: 'unreadable' }
  const [first, second, yearText = ''] = [Number(found[1]), Number(found[3]), found[4]]
  const years = yearText.length === 4 ? [Number(yearText)] : [1900 + Number(yearText), 2000 + Number(yearText)]

  const dayFirst = years.map((year) => ({ year, month: second, day: first }))
  const monthFirst = years.map((year) => ({ year, month: first, day: second }))
  const isSameEitherWay = first === second
  const stated = rule === 'month-day-year' ? monthFirst : dayFirst
  const candidates = rule === 'unstated' && !isSameEitherWay ? [...dayFirst, ...monthFirst] : [...stated]
  // '24-12-31' may also be a year cut short at the front.
  if (rule === 'unstated' && years.length === 2 && found[2] === '-') {
    candidates.push(...[1900, 2000].map((century) => ({ year: century + first, month: second, day: Number(yearText) })))
  }
  const possible = candidates.filter(exists)
  const [only] = possible
  if (only === undefined) {
    const isOtherOrder = rule !== 'unstated' && (rule === 'month-day-year' ? dayFirst : monthFirst).some(exists)
    return { fault: isOtherOrder ? 'against-rule' : 'impossible' }
  }
  if (possible.length === 1 && years.length === 1) return dayFrom(only)
  const readings = [...new Set(possible.map(isoText))]
  const orders = ['dates: day-month-year', 'dates: month-day-year']
  return { fault: 'ambiguous', readings, choices: years.length === 1 ? orders : readings }
}

/** The only order in which a day with its year last is a day, if there is only one. */
export function orderOf(text: string): 'day-month-year' | 'month-day-year' | undefined {
  const found = yearLast.exec(plainDay(text))
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[3])]
  return first > 12 === second > 12 ? undefined : first > 12 ? 'day-month-year' : 'month-day-year'
}

type Date = { year: number; month: number; day: number }

function exists({ year, month, day }: Date): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function dayFrom(date: Date): FieldReading<Day> {
  return exists(date) ? { value: dayOf(date.year, date.month, date.day) } : { fault: 'impossible' }
}

function isoText({ year, month, day }: Date): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
