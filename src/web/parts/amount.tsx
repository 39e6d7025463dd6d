/** Amounts as they are set on a page: tabular figures, the currency small and grey, a true minus. */
import { bareAmountText, currencyWord } from '../../../locales/index.ts'
import { type Locale, type Money } from '../../core/base/index.ts'

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

/** Kroner of a business case, which are only ever about: whole ones. */
export function Kroner({ amount, currency, locale }: { amount: number; currency: string; locale: Locale }) {
  return <Amount money={BigInt(Math.round(amount)) * 100n} currency={currency} locale={locale} />
}
