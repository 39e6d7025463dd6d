/** What is to be known beside the accounts of investors, in sentences; the same on the page and in the terminal. */
import { type Locale, type Money } from '../src/core/base/index.ts'
import { type Agreement } from '../src/core/terms/index.ts'
import { invest as danish } from './da/invest.ts'
import { invest as english } from './en/invest.ts'
import { amountText } from './numbers.ts'

const words = { da: danish, en: english }

type LeftOut = { unknown: readonly string[]; notInForce: readonly string[]; undistributed: Money }

/** The securities whose figures are not known or that do not hold, and what stands with nobody. */
export function investNotes(
  { unknown, notInForce, undistributed }: LeftOut,
  { security, currency }: Agreement,
  locale: Locale,
): string[] {
  const says = words[locale]
  const label = (name: string) => security?.get(name)?.label[locale] ?? name
  const isOwedBack = undistributed < 0n
  const standing = amountText(isOwedBack ? -undistributed : undistributed, currency, locale)
  return [
    ...(unknown.length === 0 ? [] : [says.unknown(unknown.map(label))]),
    ...(notInForce.length === 0 ? [] : [says.notInForce(notInForce.map(label))]),
    ...(undistributed === 0n ? [] : [says.undistributed(standing, isOwedBack)]),
  ]
}
