/**
 * Money: whole minor units in a bigint, and what the units of each currency are.
 *
 *     12 345 650n in DKK is 123 456,50 kr.;  12 345 650n in JPY is 12 345 650 yen, for the yen has no smaller coin
 *     apportion(100n, [1, 1, 1])  →  [34n, 33n, 33n], which add up to 100n
 *
 * The case that surprises: rounding each share of a sum by itself may pay out more or less than the sum. Apportion
 * rounds all shares down and gives the units left over to the largest remainders, so the parts always add up.
 */
import { assert } from './assert.ts'
import { type Exact, denominatorOf, divide, fromBigInt, multiply, numeratorOf, sign, toBigInt } from './exact.ts'
import { type Rounding, roundTo } from './rounding.ts'

/** Whole minor units (øre, cent, penny) of a currency that the context names. */
export type Money = bigint

/** minorDigits is how many decimals the minor unit is of the major: 2 for DKK, 0 for JPY, 3 for KWD. */
export type Currency = { readonly code: string; readonly minorDigits: number }

export type Locale = 'da' | 'en'

/** The language that the reader has not chosen. */
export const otherLocale = (locale: Locale): Locale => (locale === 'da' ? 'en' : 'da')

/** ISO 4217, by the decimals of the minor unit. */
const codesByMinorDigits: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP ' +
      'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR ' +
      'IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN ' +
      'NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
      'STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
]

const currencies: ReadonlyMap<string, Currency> = new Map(
  codesByMinorDigits.flatMap(([minorDigits, codes]) =>
    codes.split(' ').map((code) => [code, Object.freeze({ code, minorDigits })] as const),
  ),
)

/** The currency with this ISO 4217 code in capitals, or undefined if there is none such. */
export function currencyOf(code: string): Currency | undefined {
  return currencies.get(code)
}

/** An amount in major units (kroner) as money, rounded to the minor unit by the rule: 12.345 DKK 'half-up' is 1235n. */
export function moneyFromExact(amount: Exact, currency: Currency, how: Rounding): Money {
  return toBigInt(roundTo(multiply(amount, 10 ** currency.minorDigits), 1, how))
}

/** Money in major units: 1235n in DKK is 12.35 kroner. */
export function exactFromMoney(money: Money, currency: Currency): Exact {
  return divide(fromBigInt(money), 10 ** currency.minorDigits)
}

/**
 * Money as people read it, without the currency's name: `1.234,50` in Danish, `1,234.50` in English, with a true minus
 * sign. Decimals are left out when they are all zero, unless `minor: 'always'` asks for them, as a column of amounts does.
 */
export function formatMoney(
  money: Money,
  currency: Currency,
  locale: Locale,
  options: { minor?: 'when-needed' | 'always' } = {},
): string {
  const [thousands, point] = locale === 'da' ? ['.', ','] : [',', '.']
  const digits = String(money < 0n ? -money : money).padStart(currency.minorDigits + 1, '0')
  const major = digits.slice(0, digits.length - currency.minorDigits).replace(/\B(?=(\d{3})+$)/g, thousands)
  const minor = digits.slice(digits.length - currency.minorDigits)
  const showsMinor = minor !== '' && (options.minor === 'always' || /[1-9]/.test(minor))
  return (money < 0n ? '\u2212' : '') + major + (showsMinor ? point + minor : '')
}

/**
 * Splits a total in proportion to the weights, so that the parts add up to it exactly (largest remainder).
 *
 *     part = ⌊total × weight ÷ all weights⌋, and one more unit to those with the largest remainders, ties in order
 *
 * A negative total is split as the positive one, with the sign put back. A weight of zero gives zero. The weights are
 * not negative, and unless the total is zero one of them is positive.
 */
export function apportion(total: Money, weights: readonly Exact[]): Money[] {
  for (const weight of weights) assert(sign(weight) >= 0, 'no weight of an apportionment is negative')
  const common = weights.reduce((product, weight) => leastCommonMultiple(product, denominatorOf(weight)), 1n)
  const wholeWeights = weights.map((weight) => numeratorOf(weight) * (common / denominatorOf(weight)))
  const allWeights = wholeWeights.reduce((all, weight) => all + weight, 0n)
  if (total === 0n) return weights.map(() => 0n)
  assert(allWeights > 0n, 'an amount is apportioned to somebody: one of the weights is positive')

  const size = total < 0n ? -total : total
  const parts = wholeWeights.map((weight) => (size * weight) / allWeights)
  const remainders = wholeWeights.map((weight, index) => ({ index, remainder: (size * weight) % allWeights }))
  const left = Number(size - parts.reduce((all, part) => all + part, 0n))
  // Sorting is stable, so equal remainders keep the order of the weights.
  remainders.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0))
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return total < 0n ? parts.map((part) => -part) : parts
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return (a / divisor) * b
}
