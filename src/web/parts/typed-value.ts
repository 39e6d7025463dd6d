/**
 * A value of a case as its writer types it, and as the text has it.
 *
 *     192.000 · 2*1450 · 15/3 · 2,5        in a field of kroner     ↔  192000 kr · 2900 kr · 5 kr · 2.5 kr
 *     9,5 mio. kr. · 750 t.kr.             in a field of kroner     →  9500000 kr · 750000 kr
 *     35 · 35 % · 7/20*100                 in a field of per cent   ↔  35 %
 *     januar 2025 · jan 2025 · 1/2025      in a field of a month    ↔  2025-01
 *     goal-rate                            in any of them           ↔  goal-rate, the name of an estimate
 *
 * Sums are exact. What cannot be read, or can be read in two ways, is put into the text as it was typed, where the case says that it
 * is no value; the page offers the readings. A field that is left empty is `undecided`, so that it is asked and never nothing.
 */
import { type Exact, type Locale, dayText, divide, formatExact, parseExact, roundTo } from '../../core/base/index.ts'
import { monthName, numberText } from '../../../locales/index.ts'
import { typedDay, typedMonth } from './typed-day.ts'
import { readingsOfSum } from './typed-sum.ts'

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

const suffixes = /\s*(kr\.?|kroner|DKK|%|pct\.?|procent|per ?cent|mdr?\.?|months?|måneder|måned|years?|år)$/i
const canonical: Readonly<Record<string, string>> = {
  kr: 'kr',
  kroner: 'kr',
  dkk: 'kr',
  '%': '%',
  pct: '%',
  procent: '%',
  percent: '%',
  'per cent': '%',
  md: 'months',
  mdr: 'months',
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
  if (kind === 'month') return { text: shownMonth(text, locale), unit: '' }
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

/** A month of the calendar as a reader says it: `2025-01` is `januar 2025`. */
function shownMonth(text: string, locale: Locale): string {
  const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year === '' ? text : `${monthName(Number(month), locale)} ${year}`
}

/** What was typed, as the text of the case has it. `unit` is the one beside the field, kept where no other is typed. */
export function typedValue(typed: string, kind: ValueKind, unit: string, locale: Locale): string {
  const readings = readingsOf(typed, kind, unit, locale)
  return readings.length === 1 ? readings[0]! : typed.trim()
}

/** Every way in which what was typed can be read, each as the text of the case has it; none where it cannot be. */
export function readingsOf(typed: string, kind: ValueKind, unit: string, locale: Locale): string[] {
  const text = typed.trim()
  if (kind === 'text' || kind === 'word') return [text]
  if (text === '') return ['undecided']
  if (kind === 'day') {
    const day = typedDay(text)
    return day === undefined ? [] : [dayText(day)]
  }
  if (kind === 'month') {
    const month = typedMonth(text)
    return month === undefined ? [] : [month]
  }
  const suffix = suffixes.exec(text)
  const named = suffix?.[1]?.toLowerCase().replace(/\.$/, '')
  const own = named === undefined ? unit : (canonical[named] ?? unit)
  const isMoney = own === 'kr'
  const values = readingsOfSum(suffix === null || isMoney ? text : text.slice(0, suffix.index), locale, { isMoney })
  return values.map((value) => (own === '' ? finite(value) : `${finite(value)} ${own}`))
}

/** A decimal that ends stays as it is; of others a fraction is kept whole, and only a long one is rounded. */
function finite(value: Exact): string {
  const text = formatExact(value)
  const short =
    text.includes('/') && text.length > 12 ? formatExact(roundTo(value, divide(1, 1_000_000), 'half-up')) : text
  // Three decimals in a text could be thousands to a Danish reader, and are refused there.
  return /^-?\d{1,3}\.\d{3}$/.test(short) ? `${short}0` : short
}
