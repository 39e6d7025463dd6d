/**
 * Plain values of the terms: amounts, shares, lengths of time, days.
 *
 *     72000 kr · 15.12 USD · 75 % · 6 nights · 50 of 162 · 6 months · start + 24 months - 1 day
 *
 * Numbers are read from their source text as exact decimals or fractions. A point is the decimal sign and
 * thousands may be parted by a space. `72.000 kr` could be seventy-two thousand or seventy-two: it is asked, never guessed.
 */
import {
  type Exact,
  type Offset,
  type Place,
  type Problem,
  currencyOf,
  divide,
  formatExact,
  fraction,
  parseExact,
  parseIsoDay,
  problem,
} from '../base/index.ts'
import { type DayAlign, type DayBase, type DayExpression, type Literal, type Unit, dayAnchors } from './expression.ts'
import { nearest } from './remedies.ts'
import { type Reading, type Shape, scalar } from './shape.ts'

const units: Record<string, Unit> = {
  night: 'nights',
  nights: 'nights',
  day: 'days',
  days: 'days',
  week: 'weeks',
  weeks: 'weeks',
  month: 'months',
  months: 'months',
  year: 'years',
  years: 'years',
  point: 'points',
  points: 'points',
  level: 'levels',
  levels: 'levels',
  people: 'people',
  person: 'people',
  time: 'times',
  times: 'times',
  item: 'items',
  hour: 'hours',
  hours: 'hours',
  items: 'items',
}
const symbols: Record<string, string> = { '£': 'GBP', $: 'USD', '€': 'EUR', '¥': 'JPY' }
const kroner = new Set(['DKK', 'SEK', 'NOK'])

/** A number with its unit: `72000 kr`, `75 %`, `6 nights`, `50 of 162`, `12`. */
export function parseLiteral(text: string, to: Reading, at: Place, path: string): Literal | undefined {
  const make = (value: Exact, unit: Unit): Literal => ({
    kind: 'literal',
    value,
    unit,
    text: text.trim(),
    at,
    path,
    places: {},
  })
  const ratio = /^(\S+) of (\S+)$/.exec(text.trim())
  if (ratio !== null) {
    const [count, of] = [parseNumber(ratio[1]!, to, at, path), parseNumber(ratio[2]!, to, at, path)]
    return count === undefined || of === undefined || of === 0 ? undefined : make(divide(count, of), 'share')
  }
  const match = /^([£$€¥]?)\s*([-−]?[\d][\d\s., /]*?)\s*([^\d\s.,/-][^\d]*)?$/u.exec(text.trim())
  if (match === null) return undefined
  const unitText = (match[1] === '' ? (match[3] ?? '') : symbols[match[1]!]!).trim()
  const value = parseNumber(match[2]!.trim(), to, at, path, text.trim())
  if (value === undefined) return undefined
  if (unitText === '') return make(value, 'number')
  if (unitText === '%') return make(divide(value, 100), 'share')
  const unit = units[unitText.toLowerCase()]
  if (unit !== undefined) return make(value, unit)
  return parseMoneyUnit(value, unitText, to, at, path, make)
}

function parseMoneyUnit(
  value: Exact,
  unitText: string,
  to: Reading,
  at: Place,
  path: string,
  make: (value: Exact, unit: Unit) => Literal,
): Literal | undefined {
  const wholeUnits = currencyOf(to.currency)?.minorDigits ?? 2
  if (unitText === 'øre' || unitText === 'öre' || unitText === 'cent' || unitText === 'minor') {
    return make(divide(value, 10 ** wholeUnits), 'money')
  }
  const code =
    symbols[unitText] ?? (/^kr\.?$/i.test(unitText) && kroner.has(to.currency) ? to.currency : unitText.toUpperCase())
  if (code === to.currency) return make(value, 'money')
  const known = currencyOf(code) !== undefined
  // Without a currency that can be counted in, every amount would be wrong for the same one reason.
  if (currencyOf(to.currency) === undefined && (known || /^kr\.?$/i.test(unitText))) return make(value, 'money')
  to.problems.push(
    known
      ? problem('currency-other', 'wrong', at, { path, found: code, currency: to.currency })
      : unitUnknown(value, unitText, to, at, path),
  )
  return undefined
}

/** A word in Danish is meant as the unit it names. */
const danishUnits: Readonly<Record<string, string>> = {
  nat: 'nights',
  nætter: 'nights',
  dag: 'days',
  dage: 'days',
  uge: 'weeks',
  uger: 'weeks',
  måned: 'months',
  måneder: 'months',
  år: 'years',
  time: 'hours',
  timer: 'hours',
  trin: 'levels',
  borger: 'people',
  borgere: 'people',
  personer: 'people',
  gang: 'times',
  gange: 'times',
  mål: 'items',
  procent: '%',
  pct: '%',
  kroner: 'kr',
}

function unitUnknown(value: Exact, found: string, to: Reading, at: Place, path: string): Problem {
  const known = [...new Set(Object.values(units)), '%', ...(kroner.has(to.currency) ? ['kr'] : []), to.currency]
  const near = danishUnits[found.toLowerCase().replace(/\.$/, '')] ?? nearest(found, known)
  const text = near === undefined ? '' : `${formatExact(value)} ${near}`
  const choices = near === undefined ? [] : [{ paste: text, edit: { at, text } }]
  return problem('unit-unknown', 'wrong', at, { path, found, known, nearest: near ?? '' }, choices)
}

/** A plain number of the terms. `1 000` is a thousand; `1.000` and `1,5` are asked about. */
function parseNumber(text: string, to: Reading, at: Place, path: string, whole = text): Exact | undefined {
  const plain = text.replace(/−/g, '-')
  const meanings = meaningsOf(plain)
  if (meanings.length > 0) {
    const remedies = meanings.map((number) => {
      const paste = whole.replace(text, number)
      return { paste, edit: { at, text: paste } }
    })
    to.problems.push(problem('number-ambiguous', 'wrong', at, { path, found: text }, remedies))
    return undefined
  }
  if (/^-?\d{1,3}([  ]\d{3})+(\.\d+)?$/.test(plain)) return parseExact(plain.replace(/[  ]/g, ''))
  const parts = /^(-?\d+)\/(\d+)$/.exec(plain)
  if (parts !== null) return parts[2]!.match(/^0+$/) ? undefined : fraction(BigInt(parts[1]!), BigInt(parts[2]!))
  return parseExact(plain)
}

/** What a number with a comma, or with points that may part thousands, can mean; nothing when it means one thing. */
function meaningsOf(plain: string): string[] {
  const meanings: string[] = []
  if (/^-?\d{1,3}(\.\d{3})+$/.test(plain)) meanings.push(plain.replace(/\./g, ' '))
  if (/^-?\d{1,3}\.\d{3}$/.test(plain)) meanings.push(withDecimals(plain))
  if (/^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(plain)) {
    meanings.push(withDecimals(plain.replace(/\./g, '').replace(',', '.')))
  }
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) meanings.push(plain.replace(/,/g, ' '))
  return meanings
}

/** The number with decimals, of which there are never three: those would part thousands to a Danish reader. */
function withDecimals(plain: string): string {
  const short = plain.replace(/0+$/, '').replace(/\.$/, '')
  return /\.\d{3}$/.test(short) ? `${short}0` : short
}

/** A number with its unit, where an expression has no room. */
export const literal: Shape<Literal> = scalar(
  'a number with its unit, such as 75 % or 6 nights',
  parseLiteral,
  'number-with-unit',
)

export const wholeNumber: Shape<number> = scalar(
  'a whole number',
  (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  'whole-number',
)

/** Money of the agreement, in whole and part units, such as `72000 kr`. */
export const amount: Shape<Exact> = scalar(
  'an amount, such as 72000 kr',
  (text, to, at, path) => {
    const read = parseLiteral(text, to, at, path)
    return read?.unit === 'money' ? read.value : undefined
  },
  'amount',
)

export const share: Shape<Exact> = scalar(
  'a share, such as 75 % or 1/3',
  (text, to, at, path) => {
    const read = parseLiteral(text, to, at, path)
    return read?.unit === 'share' || read?.unit === 'number' ? read.value : undefined
  },
  'share',
)

/** A count written out beside a share: `50 of 162`. */
export const countOf: Shape<{ count: Exact; of: Exact; at: Place }> = scalar(
  'a count, such as 50 of 162',
  (text, _to, at) => {
    const match = /^(\d+) of (\d+)$/.exec(text.trim())
    return match === null || Number(match[2]) === 0 ? undefined : { count: Number(match[1]), of: Number(match[2]), at }
  },
  'count',
)

/** A length of calendar time: `6 months`, `183 days`, `2 weeks`, `1 year`. */
function parseOffset(text: string): Offset | undefined {
  const match = /^(\d{1,5}) (day|week|month|year)s?$/.exec(text.trim())
  if (match === null) return undefined
  const count = Number(match[1])
  const inDays = { day: { months: 0, days: count }, week: { months: 0, days: 7 * count } }
  const inMonths = { month: { months: count, days: 0 }, year: { months: 12 * count, days: 0 } }
  return { ...inDays, ...inMonths }[match[2] as 'day' | 'week' | 'month' | 'year']
}
export const offset: Shape<Offset> = scalar('a length of time, such as 6 months', parseOffset, 'length-of-time')

/** A calendar day, `2024-12-31`. */
export const fixedDay: Shape<number> = scalar('a day, such as 2024-12-31', parseIsoDay, 'calendar-day')

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
      offsets.push({ months: sign * step.months, days: sign * step.days })
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
