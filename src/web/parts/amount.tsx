/** Amounts and days as they are set on a page: tabular figures, the currency small and grey, a true minus. */
import { type ComponentChildren } from 'preact'
import { bareAmountText, currencyWord, dateText } from '../../../locales/index.ts'
import { type Day, type Locale, type Money, dayText } from '../../core/base/index.ts'

export type AmountProps = { money: Money; currency: string; locale: Locale }

/** `4.800.000 kr.` or `DKK 4,800,000`, with the currency as a small unit. */
export function Amount({ money, currency, locale }: AmountProps) {
  const number = bareAmountText(money, currency, locale)
  const unit = <span class="unit">{currencyWord(currency, locale)}</span>
  return (
    <span class="hold">
      {locale === 'en' ? (
        <>
          {unit}
          {'\u00a0'}
          {number}
        </>
      ) : (
        <>
          {number}
          {'\u00a0'}
          {unit}
        </>
      )}
    </span>
  )
}

/** A calendar day, readable by machines too. */
export function When({ day, locale, children }: { day: Day; locale: Locale; children?: ComponentChildren }) {
  return (
    <time class="hold" dateTime={dayText(day)}>
      {children ?? dateText(day, locale)}
    </time>
  )
}
