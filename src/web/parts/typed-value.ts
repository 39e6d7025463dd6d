/**
 * A value of a case as its writer types it, and as the text has it.
 *
 *     192.000 · 2*1450 · 15/3 · 2,5        in a field of kroner     ↔  192000 kr · 2900 kr · 5 kr · 2.5 kr
 *     35 · 35 % · 7/20*100                 in a field of per cent   ↔  35 %
 *     goal-rate                            in any of them           ↔  goal-rate, the name of an estimate
 *
 * Sums are exact. What cannot be read is put into the text as it was typed, where the case itself says what is wrong with it. A
 * field that is left empty is `undecided`, so that it is asked and never nothing.
 */
import {
  type Exact,
  type Locale,
  add,
  dayText,
  divide,
  formatExact,
  isZero,
  multiply,
  negate,
  parseExact,
  roundTo,
  subtract,
} from '../../core/base/index.ts'
import { numberText } from '../../../locales/index.ts'
import { typedDay } from './typed-day.ts'

/** What a field holds, from the name of its kind. */
export type ValueKind =
  'money' | 'share' | 'months' | 'length' | 'number' | 'figure' | 'day' | 'month' | 'text' | 'word'

const kinds: Readonly<Record<string, ValueKind>> = {
  'money-input': 'money',
  amount: 'money',
  'share-input': 'share',
  share: 'share',
  'months-input': 'months',
  months: 'length',
  'number-input': 'number',
  'plain-number': 'number',
  'whole-number': 'number',
  count: 'number',
  figure: 'figure',
  'calendar-day': 'day',
  'calendar-month': 'month',
  text: 'text',
}

export function kindOf(definition: string | undefined, choices: readonly string[] = []): ValueKind {
  if (definition !== undefined) return kinds[definition] ?? 'number'
  return choices.length > 0 ? 'word' : 'text'
}

const suffixes = /\s*(kr\.?|DKK|%|months?|måneder|måned|years?|år)$/i
const canonical: Readonly<Record<string, string>> = {
  kr: 'kr',
  'kr.': 'kr',
  dkk: 'kr',
  '%': '%',
  month: 'months',
  months: 'months',
  måned: 'months',
  måneder: 'months',
  year: 'years',
  years: 'years',
  år: 'years',
}

const ownUnit: Partial<Record<ValueKind, string>> = { money: 'kr', share: '%', length: 'months' }

/** A value of the text for its field: the number in the reader's manner, and the unit beside it. */
export function shownValue(text: string, kind: ValueKind, locale: Locale): { text: string; unit: string } {
  if (text === 'undecided') return { text: '', unit: ownUnit[kind] ?? '' }
  if (kind === 'text' || kind === 'word') return { text, unit: '' }
  if (kind === 'day' && locale === 'da' && /^\d{4}-\d\d-\d\d$/.test(text)) {
    return { text: text.split('-').reverse().join('-'), unit: '' }
  }
  const match = /^(-?\d[\d ]*(?:\.\d+)?(?:\/\d+)?)(?: ?(kr|%|months?|years?))?$/.exec(text)
  if (match === null) return { text, unit: '' }
  const number = parseExact(match[1]!.replaceAll(' ', ''))
  const unit = match[2] === undefined ? '' : (canonical[match[2]] ?? match[2])
  const shown = number === undefined || formatExact(number).includes('/') ? match[1]! : numberText(number, locale)
  return {
    text: kind === 'number' && unit === '' && isYear(match[1]!) ? match[1]! : shown.replace('\u2212', '-'),
    unit,
  }
}

/** A year is written without a mark for thousands, and so is every number of four digits: nobody writes 2.024 for it. */
const isYear = (text: string): boolean => /^[12]\d{3}$/.test(text)

/** What was typed, as the text of the case has it. `unit` is the one beside the field, kept where no other is typed. */
export function typedValue(typed: string, kind: ValueKind, unit: string, locale: Locale): string {
  const text = typed.trim()
  if (kind === 'text' || kind === 'word') return text
  if (text === '') return 'undecided'
  if (kind === 'day') {
    const day = typedDay(text)
    return day === undefined ? text : dayText(day)
  }
  if (kind === 'month') return typedMonth(text)
  const suffix = suffixes.exec(text)
  const own = suffix === null ? unit : (canonical[suffix[1]!.toLowerCase()] ?? unit)
  const value = sumOf(suffix === null ? text : text.slice(0, suffix.index), locale)
  if (value === undefined) return text
  const number = finite(value)
  return own === '' ? number : `${number} ${own}`
}

/** `01-2022`, `1/2022`, `2022-01`. */
function typedMonth(text: string): string {
  const match = /^(\d{1,2})[-./](\d{4})$/.exec(text)
  return match === null ? text : `${match[2]!}-${match[1]!.padStart(2, '0')}`
}

/** A decimal that ends stays as it is; of others a fraction is kept whole, and only a long one is rounded. */
function finite(value: Exact): string {
  const text = formatExact(value)
  return text.includes('/') && text.length > 12 ? formatExact(roundTo(value, divide(1, 1_000_000), 'half-up')) : text
}

/** A sum of numbers with + − × ÷ and brackets, exact; nothing where the text is none. */
function sumOf(text: string, locale: Locale): Exact | undefined {
  const tokens = text
    .replace(/\s/g, '')
    .replace(/[×x]/g, '*')
    .replace(/[:÷]/g, '/')
    .replace(/−/g, '-')
    .match(/[\d.,]+|[-+*/()]|./g)
  if (tokens === null || tokens.some((token) => !/^([\d.,]+|[-+*/()])$/.test(token)) || tokens.length > 60)
    return undefined
  const reading = { tokens, at: 0, locale }
  const value = terms(reading)
  return reading.at === tokens.length ? value : undefined
}

type Sum = { tokens: readonly string[]; at: number; locale: Locale }

function terms(sum: Sum): Exact | undefined {
  let value = factors(sum)
  while (value !== undefined && (sum.tokens[sum.at] === '+' || sum.tokens[sum.at] === '-')) {
    const isPlus = sum.tokens[sum.at++] === '+'
    const next = factors(sum)
    value = next === undefined ? undefined : isPlus ? add(value, next) : subtract(value, next)
  }
  return value
}

function factors(sum: Sum): Exact | undefined {
  let value = single(sum)
  while (value !== undefined && (sum.tokens[sum.at] === '*' || sum.tokens[sum.at] === '/')) {
    const isTimes = sum.tokens[sum.at++] === '*'
    const next = single(sum)
    if (next === undefined || (!isTimes && isZero(next))) return undefined
    value = isTimes ? multiply(value, next) : divide(value, next)
  }
  return value
}

function single(sum: Sum): Exact | undefined {
  const token = sum.tokens[sum.at++]
  if (token === '-') {
    const value = single(sum)
    return value === undefined ? undefined : negate(value)
  }
  if (token === '(') {
    const value = terms(sum)
    return sum.tokens[sum.at++] === ')' ? value : undefined
  }
  return token === undefined ? undefined : typedNumber(token, sum.locale)
}

/** `1.450,5` in Danish is `1,450.5` in English. What the language does not say outright is read by the other's manner. */
function typedNumber(token: string, locale: Locale): Exact | undefined {
  const [thousands, point]: [string, string] = locale === 'da' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`)
  if (grouped.test(token)) return parseExact(token.replaceAll(thousands, '').replace(point, '.'))
  return /^\d+([.,]\d+)?$/.test(token) ? parseExact(token.replace(',', '.')) : undefined
}
