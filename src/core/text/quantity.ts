/**
 * Plain values: amounts, shares, lengths of time, days.
 *
 *     72000 kr · 15.12 USD · 75 % · 6 nights · 50 of 162 · 6 months · 2024-12-31
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
import { nearest } from './remedies.ts'
import { type Reading, type Shape, scalar } from './shape.ts'

export type TimeUnit = 'nights' | 'days' | 'weeks' | 'months' | 'years'
/** What a number counts. Comparing two that differ is wrong: days are not kroner. */
export type Unit =
  'money' | 'share' | 'number' | TimeUnit | 'points' | 'levels' | 'people' | 'times' | 'items' | 'hours'

/** A number and what it counts. A share is a fraction (75 % is 3/4); money is in whole and part units. */
export type Quantity = { value: Exact; unit: Unit }

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
export function parseQuantity(text: string, to: Reading, at: Place, path: string): Quantity | undefined {
  const ratio = /^(\S+) of (\S+)$/.exec(text.trim())
  if (ratio !== null) {
    const [count, of] = [parseNumber(ratio[1]!, to, at, path), parseNumber(ratio[2]!, to, at, path)]
    return count === undefined || of === undefined || of === 0 ? undefined : { value: divide(count, of), unit: 'share' }
  }
  const match = /^([£$€¥]?)\s*([-−]?[\d][\d\s., /]*?)\s*([^\d\s.,/-][^\d]*)?$/u.exec(text.trim())
  if (match === null) return undefined
  const unitText = (match[1] === '' ? (match[3] ?? '') : symbols[match[1]!]!).trim()
  const value = parseNumber(match[2]!.trim(), to, at, path, text.trim())
  if (value === undefined) return undefined
  if (unitText === '') return { value, unit: 'number' }
  if (unitText === '%') return { value: divide(value, 100), unit: 'share' }
  const unit = units[unitText.toLowerCase()]
  if (unit !== undefined) return { value, unit }
  return parseMoneyUnit(value, unitText, to, at, path)
}

function parseMoneyUnit(value: Exact, unitText: string, to: Reading, at: Place, path: string): Quantity | undefined {
  const wholeUnits = currencyOf(to.currency)?.minorDigits ?? 2
  if (unitText === 'øre' || unitText === 'öre' || unitText === 'cent' || unitText === 'minor') {
    return { value: divide(value, 10 ** wholeUnits), unit: 'money' }
  }
  const code =
    symbols[unitText] ?? (/^kr\.?$/i.test(unitText) && kroner.has(to.currency) ? to.currency : unitText.toUpperCase())
  if (code === to.currency) return { value, unit: 'money' }
  const isKroner = /^(kr\.?|kroner)$/i.test(unitText)
  const known = currencyOf(code) !== undefined || (isKroner && !kroner.has(to.currency))
  // Without a currency that can be counted in, every amount would be wrong for the same one reason.
  if (currencyOf(to.currency) === undefined && (known || isKroner)) return { value, unit: 'money' }
  to.problems.push(
    known
      ? problem('currency-other', 'wrong', at, { path, found: isKroner ? 'kr' : code, currency: to.currency })
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
  // A sign is no slip of the pen for a word.
  const words = known.filter((unit) => unit !== '%')
  const near = danishUnits[found.toLowerCase().replace(/\.$/, '')] ?? nearest(found, words)
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

export const wholeNumber: Shape<number> = scalar(
  'a whole number',
  (text, to, at, path) => {
    if (isBelowZero(/^([-−]\d+)$/.exec(text)?.[1], to, at, path)) return undefined
    return /^\d{1,9}$/.test(text) ? Number(text) : undefined
  },
  'whole-number',
)

/** Tells a count or a length that is written below zero, where there is none. */
function isBelowZero(text: string | undefined, { problems }: Reading, at: Place, path: string): boolean {
  if (text === undefined) return false
  problems.push(
    problem('number-outside', 'wrong', at, { path, found: Number(text.replace('−', '-')), least: 0, most: '' }),
  )
  return true
}

/** Money of the agreement, in whole and part units, such as `72000 kr`. */
export const amount: Shape<Exact> = scalar(
  'an amount, such as 72000 kr',
  (text, to, at, path) => {
    const read = parseQuantity(text, to, at, path)
    return read?.unit === 'money' ? read.value : undefined
  },
  'amount',
)

export const share: Shape<Exact> = scalar(
  'a share, such as 75 % or 1/3',
  (text, to, at, path) => {
    const read = parseQuantity(text, to, at, path)
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
export function parseOffset(text: string): Offset | undefined {
  const match = /^(\d{1,5}) (day|week|month|year)s?$/.exec(text.trim())
  if (match === null) return undefined
  const count = Number(match[1])
  const inDays = { day: { months: 0, days: count }, week: { months: 0, days: 7 * count, weeks: count } }
  const inMonths = { month: { months: count, days: 0 }, year: { months: 12 * count, days: 0 } }
  return { ...inDays, ...inMonths }[match[2] as 'day' | 'week' | 'month' | 'year']
}

/** A length as it is written in terms, where one below zero and a unit of another language are told as that. */
export const offset: Shape<Offset> = scalar(
  'a length of time, such as 6 months',
  (text, to, at, path) => {
    const [, sign, digits, word] = /^([-−]?)(\d{1,5})\s*([^\s\d]+)$/.exec(text.trim()) ?? []
    const read = parseOffset(text)
    if (read !== undefined || digits === undefined || word === undefined) return read
    if (sign !== '' && parseOffset(`${digits} ${word}`) !== undefined) isBelowZero(`-${digits}`, to, at, path)
    else if (sign === '') to.problems.push(lengthUnknown(digits, word, at, path))
    return undefined
  },
  'length-of-time',
)

const lengths = ['days', 'weeks', 'months', 'years']

function lengthUnknown(digits: string, found: string, at: Place, path: string): Problem {
  const near = danishUnits[found.toLowerCase().replace(/\.$/, '')] ?? nearest(found, lengths)
  const text = near !== undefined && lengths.includes(near) ? `${digits} ${near}` : ''
  const choices = text === '' ? [] : [{ paste: text, edit: { at, text } }]
  return problem(
    'unit-unknown',
    'wrong',
    at,
    { path, found, known: lengths, nearest: text === '' ? '' : near! },
    choices,
  )
}

/** A calendar day, `2024-12-31`. */
export const fixedDay: Shape<number> = scalar('a day, such as 2024-12-31', parseIsoDay, 'calendar-day')
