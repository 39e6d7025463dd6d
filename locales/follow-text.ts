/** What is seen of an assumption, in the cells of a table: `60 %`, `10 af 14`, `42 – 92 %`, `brudt siden marts 2023`. */
import { type Day, type Locale, divide, partsOf } from '../src/core/base/index.ts'
import { type Followed, type Sight } from '../src/core/valuation/index.ts'
import { thousandText } from './case-numbers.ts'
import { follow as danish } from './da/follow.ts'
import { follow as english } from './en/follow.ts'
import { currencyWord, monthName, numberText, shareText } from './numbers.ts'

const words = { da: danish, en: english }

export type FollowedTexts = { assumption: string; assumed: string; seen: string; interval: string; verdict: string }

/** The name of an assumption; where a success is seen when it comes, it is those so far that are told of. */
export function followedName({ assumption, sight, item }: Followed, locale: Locale): string {
  const { successSoFar, assumptions, used, lasted } = words[locale]
  if (assumption === 'use') return used(item!.label[locale])
  if (assumption === 'lasts') return lasted(item!.label[locale])
  return assumption === 'success' && sight.measure === 'people' ? successSoFar : assumptions[assumption]
}

/** `monthEnd` is the last day of a month of the case. */
export function followedTexts(
  followed: Followed,
  { currency, locale, monthEnd }: { currency: string; locale: Locale; monthEnd: (month: number) => Day },
): FollowedTexts {
  const { sight, since } = followed
  const own = words[locale]
  const name = followedName(followed, locale)
  const decimals = decimalsOf(sight)
  const value = (one: number): string => valueText(one, followed, locale, decimals)
  return {
    assumption: sight.measure === 'kroner' ? own.inThousands(name, currencyWord(currency, locale)) : name,
    assumed: sight.measure === 'units' && sight.of === 0 ? '' : value(sight.assumed),
    seen: seenText(sight, value, locale),
    interval:
      sight.interval === undefined ? '' : own.interval(bare(value(sight.interval.low)), value(sight.interval.high)),
    verdict: since === undefined ? own.verdicts[sight.verdict] : own.brokeSince(monthText(monthEnd(since), locale)),
  }
}

/** A month of the calendar: `marts 2023`. */
export function monthText(day: Day, locale: Locale): string {
  const { year, month } = partsOf(day)
  return `${monthName(month, locale)} ${String(year)}`
}

/** The number of a value without its unit, for the low end of an interval. */
const bare = (text: string): string => text.replace(/\s?(%|mdr\.|mo\.|døgn|uger|år|days|weeks|years)$/u, '')

function seenText(
  { measure, seen, count, of, verdict }: Sight,
  value: (one: number) => string,
  locale: Locale,
): string {
  const { seenOf, nobody } = words[locale]
  if (seen === undefined) return verdict === 'unseen' ? '–' : nobody
  if (measure === 'share') return `${value(seen)} (${seenOf(String(count), String(of))})`
  return value(seen)
}

const decimalsMost = 6

/** One decimal, or as many more as show that what was assumed lies outside the interval. */
function decimalsOf({ verdict, assumed, interval, measure }: Sight): number {
  let decimals = 1
  if (verdict !== 'broke' || interval === undefined) return decimals
  const rounded = (value: number): number => Math.round(value * 10 ** (measure === 'share' ? decimals + 2 : decimals))
  const isShown = (): boolean => rounded(assumed) < rounded(interval.low) || rounded(assumed) > rounded(interval.high)
  while (!isShown() && decimals < decimalsMost) decimals++
  return decimals
}

function valueText(value: number, { sight: { measure }, item }: Followed, locale: Locale, decimals: number): string {
  if (measure === 'kroner') return thousandText(value, locale)
  const scale = 10 ** (measure === 'share' ? decimals + 2 : decimals)
  const rounded = divide(Math.round(value * scale), scale)
  if (measure === 'share') return shareText(rounded, locale)
  const text = numberText(rounded, locale)
  if (measure === 'units') return words[locale].units(text, item!.unit)
  return measure === 'months' ? words[locale].months(text) : text
}
