/**
 * Plain values that only terms have: literals of expressions, and days told relative to others.
 *
 *     75 % · 6 nights · start + 24 months - 1 day · monday on or before start + 24 months
 */
import { type Offset, type Place, parseIsoDay } from '../base/index.ts'
import { type Reading, type Shape, parseOffset, parseQuantity, scalar } from '../text/index.ts'
import { type DayAlign, type DayBase, type DayExpression, type Literal, dayAnchors } from './expression.ts'

/** A number with its unit: `72000 kr`, `75 %`, `6 nights`, `50 of 162`, `12`. */
export function parseLiteral(text: string, to: Reading, at: Place, path: string): Literal | undefined {
  const read = parseQuantity(text, to, at, path)
  return read === undefined ? undefined : { kind: 'literal', ...read, text: text.trim(), at, path, places: {} }
}

/** A number with its unit, where an expression has no room. */
export const literal: Shape<Literal> = scalar(
  'a number with its unit, such as 75 % or 6 nights',
  parseLiteral,
  'number-with-unit',
)

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * A day told relative to others. Offsets are added from the left, months before days of the same step; an
 * alignment in front applies to the whole: `monday on or before start + 24 months`.
 */
export const dayExpression: Shape<DayExpression> = scalar(
  'a day, such as 2024-12-31, start + 6 months or monday on or before start + 24 months',
  (text, _to, at, path) => {
    const { align, rest } = parseAlign(text.trim())
    const pieces = rest.split(/ ([+-]) /)
    const base = parseBase(pieces[0]!.trim())
    if (base === undefined) return undefined
    const offsets: Offset[] = []
    for (let i = 1; i < pieces.length; i += 2) {
      const step = parseOffset(pieces[i + 1]!)
      if (step === undefined) return undefined
      const sign = pieces[i] === '-' ? -1 : 1
      const weeks = step.weeks === undefined ? {} : { weeks: sign * step.weeks }
      offsets.push({ months: sign * step.months, days: sign * step.days, ...weeks })
    }
    return { text: text.trim(), base, offsets, at, path, ...(align === undefined ? {} : { align }) }
  },
  'day',
)

function parseBase(text: string): DayBase | undefined {
  const day = parseIsoDay(text)
  if (day !== undefined) return { of: 'fixed', day }
  const anchor = dayAnchors.find((name) => name === text)
  if (anchor !== undefined) return { of: 'anchor', name: anchor }
  const event = /^(first|last) ([a-z][a-z0-9-]*)$/.exec(text)
  if (event !== null) return { of: 'event', pick: event[1] as 'first' | 'last', measure: event[2]! }
  return /^[a-z][a-z0-9-]*$/.test(text) ? { of: 'named', name: text } : undefined
}

function parseAlign(text: string): { align?: DayAlign; rest: string } {
  const edge = /^(first|last) day of the month of (.+)$/.exec(text)
  if (edge !== null) return { align: { to: edge[1] === 'first' ? 'first-of-month' : 'last-of-month' }, rest: edge[2]! }
  const near = /^(?:(\w+day)|(\d{1,2}) ([a-z]+)) on or (before|after) (.+)$/.exec(text)
  if (near === null) return { rest: text }
  const side = near[4] as 'before' | 'after'
  const weekday = weekdays.indexOf(near[1] ?? '') + 1
  if (weekday > 0) return { align: { to: 'weekday', weekday, side }, rest: near[5]! }
  const date = dateOfYear(near[2] ?? '', near[3] ?? '')
  return date === undefined ? { rest: '' } : { align: { to: 'date', ...date, side }, rest: near[5]! }
}

/** A date that not every year has would make the rule depend on the year. */
function dateOfYear(dayText: string, monthName: string): { month: number; day: number } | undefined {
  const month = monthNames.indexOf(monthName) + 1
  const day = Number(dayText)
  const isDate = month > 0 && day >= 1 && day <= [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
  return isDate ? { month, day } : undefined
}

/** When a year of the agreement begins: on a date, or on the date on which the agreement does. */
export type YearStart = { month: number; day: number } | 'agreement start'

export const yearStart: Shape<YearStart> = scalar(
  'a date of the year, such as 1 july, or agreement start',
  (text) => {
    if (text.trim() === 'agreement start') return 'agreement start'
    const date = /^(\d{1,2}) ([a-z]+)$/.exec(text.trim())
    return date === null ? undefined : dateOfYear(date[1]!, date[2]!)
  },
  'year-start',
  ['1 january', 'agreement start'],
)
