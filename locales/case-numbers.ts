/**
 * Amounts of a business case as a reader writes them: whole kroner in sentences, thousands in tables. Rounded here and nowhere
 * before, because a valuation is only ever about.
 */
import { type Locale, divide, fraction } from '../src/core/base/index.ts'
import { amountText, numberText, shareText, timesText } from './numbers.ts'
import { businessCase as danish } from './da/case.ts'
import { businessCase as english } from './en/case.ts'

const words = { da: danish, en: english }

/** `1.250.000 kr.`, `DKK 1,250,000`: whole kroner. */
export function wholeAmountText(kroner: number, currency: string, locale: Locale): string {
  return amountText(BigInt(Math.round(kroner)) * 100n, currency, locale)
}

/** Thousands, for a column: `1.250`, `−86`; 0 is nothing at all, and less than half a thousand of anything is `0` too. */
export function thousandText(kroner: number, locale: Locale): string {
  return numberText(Math.round(kroner / 1000) + 0, locale)
}

/** The value of an estimate: `46 %`, `1.507 kr.`, `9 måneder`, `150`. */
export function estimateText(
  value: number,
  unit: 'money' | 'share' | 'months' | 'number',
  { currency, locale }: { currency: string; locale: Locale },
): string {
  if (unit === 'money') return wholeAmountText(value, currency, locale)
  if (unit === 'share') return shareText(divide(Math.round(value * 1000), 1000), locale)
  return words[locale].units[unit](oneDecimal(value, locale))
}

/** People and the like, to one decimal where it is not whole. */
export function oneDecimal(value: number, locale: Locale): string {
  const tenths = Math.round(value * 10)
  return tenths % 10 === 0 ? numberText(tenths / 10, locale) : numberText(divide(tenths, 10), locale)
}

/** A share of draws, or a rate, in tenths of a per cent: `53,4 %`; a dash where there is none. */
export function chanceText(share: number, locale: Locale): string {
  return Number.isNaN(share) ? '–' : shareText(divide(Math.round(share * 1000), 1000), locale)
}

/** How many times the money came back in a draw: `1,21`; a dash where nothing was put in. */
export function multipleText(times: number, locale: Locale): string {
  return Number.isNaN(times) ? '–' : timesText(fraction(Math.round(times * 100), 100), locale)
}
