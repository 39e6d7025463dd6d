/**
 * Amounts, days and counts as a reader of the language writes them.
 *
 *     da  375.000 kr. · 31. december 2024 · 75 % · 6 nætter        en  DKK 375,000 · 31 December 2024 · 75% · 6 nights
 *
 * A number and its unit are held together by a no-break space. Zero is `0`; what is not known is a word, never a number.
 */
import {
  fraction,
  type Day,
  type Exact,
  type Locale,
  type Money,
  absolute,
  currencyOf,
  denominatorOf,
  divide,
  equals,
  formatExact,
  formatMoney,
  multiply,
  partsOf,
  roundTo,
  sign,
  toBigInt,
} from '../src/core/base/index.ts'
import { type CountedUnit, calendarWords } from '../src/core/terms/index.ts'

const gap = '\u00a0'

/** An amount with its currency: `375.000 kr.`, `SEK 1,500.50`. Decimals only where there are any. */
export function amountText(amount: Money, currency: string, locale: Locale): string {
  const number = bareAmountText(amount, currency, locale)
  if (locale === 'en') {
    // The sign stands first of all: −DKK 6,000.
    return number.startsWith('\u2212') ? `\u2212${currency}${gap}${number.slice(1)}` : `${currency}${gap}${number}`
  }
  return `${number}${gap}${currencyWord(currency, locale)}`
}

/** The amount alone, for a column whose head names the currency; `minor` asks for the decimals even when they are zero. */
export function bareAmountText(
  amount: Money,
  currency: string,
  locale: Locale,
  minor: 'when-needed' | 'always' = 'when-needed',
): string {
  const known = currencyOf(currency)
  return known === undefined ? String(amount) : formatMoney(amount, known, locale, { minor })
}

/** What the head of a column of amounts says: `kr.`, `SEK`. */
export function currencyWord(currency: string, locale: Locale): string {
  return locale === 'da' && currency === 'DKK' ? 'kr.' : currency
}

/** An exact amount in minor units: rounded to the coin for the reader, with `≈` where that lost something. */
export function exactAmountText(minorUnits: Exact, currency: string, locale: Locale): string {
  const isWhole = denominatorOf(minorUnits) === 1n
  const text = amountText(toBigInt(roundTo(minorUnits, 1, 'half-up')), currency, locale)
  return isWhole ? text : `≈${gap}${text}`
}

/** `31. december 2024` or `31 December 2024`. */
export function dateText(day: Day, locale: Locale): string {
  const { year, month, day: date } = partsOf(day)
  const name = monthName(month, locale)
  return locale === 'da' ? `${date}.${gap}${name} ${year}` : `${date}${gap}${name} ${year}`
}

/** The name of a month, 1 to 12: `december`, `December`. */
export function monthName(month: number, locale: Locale): string {
  return calendarWords[locale].months[month - 1] ?? ''
}

/** A number with the language's separators; what decimals cannot hold is shown to four of them, with `≈`. */
export function numberText(value: Exact, locale: Locale): string {
  const exact = formatExact(absolute(value))
  const isFraction = exact.includes('/')
  const text = isFraction ? formatExact(roundTo(absolute(value), divide(1, 10000), 'half-up')) : exact
  const [thousands, point] = locale === 'da' ? ['.', ','] : [',', '.']
  const [whole = '', decimals] = text.split('.')
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (decimals === undefined ? '' : point + decimals)
  return (isFraction ? `≈${gap}` : '') + (sign(value) < 0 ? '\u2212' : '') + shown
}

/** A share in per cent, to two decimals at most: `75 %`, `75%`, `≈ 33,33 %`. */
export function shareText(value: Exact, locale: Locale): string {
  const percent = multiply(value, 100)
  const rounded = roundTo(percent, divide(1, 100), 'half-up')
  const text = numberText(rounded, locale) + (locale === 'da' ? `${gap}%` : '%')
  return equals(rounded, percent) ? text : `≈${gap}${text}`
}

/** A yearly rate of return, to two decimals of a per cent: `5,1 %`, `−60%`. It is floating point, and shown rounded. */
export function rateText(rate: number, locale: Locale): string {
  return shareText(fraction(Math.round(rate * 10_000), 10_000), locale)
}

/** How many times the money came back, to two decimals: `1,21`. */
export function timesText(times: Exact, locale: Locale): string {
  return numberText(roundTo(times, fraction(1, 100), 'half-up'), locale)
}

/** `6 nætter`, `1 night`. */
export function countText(value: Exact, unit: CountedUnit, locale: Locale): string {
  return numberText(value, locale) + gap + unitWord(unit, value, locale)
}

/** The word of what is counted, bent to the number: `nat`, `nights`. */
export function unitWord(unit: CountedUnit, value: Exact, locale: Locale): string {
  return calendarWords[locale].units[unit][equals(absolute(value), 1) ? 0 : 1]
}

/** `a, b og c`; nothing for none. */
export function listText(items: readonly string[], locale: Locale): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${calendarWords[locale].and} ${last}`
}

/** Twelve letters of a checksum in groups of four, enough to compare by voice, held on one line: `7f3a 91c4 e02b`. */
export function checksumText(checksum: string): string {
  return (checksum.slice(0, 12).match(/.{4}/g) ?? []).join(gap)
}

/** Ends a sentence with one full stop: an amount in kroner brings its own. */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
