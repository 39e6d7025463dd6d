/**
 * Prices and figures of rules as a reader of the language writes them.
 *
 *     da  470.000 kr. per år · 96,71 kr. per dag · 17,5 %        en  DKK 470,000 a year · DKK 96.71 a day · 17.5%
 *
 * Kroner are rounded to the øre here, on the way out, and nowhere before.
 */
import { type Locale, parseExact } from '../src/core/base/index.ts'
import { type Price, type RuleFigure } from '../src/core/valuation/index.ts'
import { prices as danish } from './da/prices.ts'
import { prices as english } from './en/prices.ts'
import { amountText, numberText } from './numbers.ts'
import { type PriceWords } from './wording/prices.ts'

export const priceWords: Record<Locale, PriceWords> = { da: danish, en: english }

/** Kroner with their currency. */
export function kronerText(value: number, locale: Locale): string {
  return amountText(BigInt(Math.round(value * 100)), 'DKK', locale)
}

/** A value of a price with what it is counted in. */
export function priceText(value: number, { unit }: Pick<Price, 'unit'>, locale: Locale): string {
  return `${kronerText(value, locale)} ${priceWords[locale].per[unit]}`
}

/** A number with the separators of the language, to six decimals at most. */
export function plainNumberText(value: number, locale: Locale): string {
  const exact = parseExact(value.toFixed(6).replace(/\.?0+$/, ''))
  return exact === undefined ? String(value) : numberText(exact, locale)
}

/** A figure of a rule with its unit. */
export function figureText({ value, unit }: Pick<RuleFigure, 'value' | 'unit'>, locale: Locale): string {
  const text = plainNumberText(value, locale)
  return priceWords[locale].units[unit]?.(text) ?? text
}
