/** What the result depends on, for a page and for the workshop. */
import { casePageWords, estimateText, wholeAmountText } from '../../../locales/index.ts'
import { type CaseFigures, type CaseReport, type CompiledCase } from '../../core/valuation/index.ts'
import { TornadoFigure } from '../charts/tornado.tsx'
import { type Reader } from '../reader.ts'
import { municipalityNet } from '../../operations/index.ts'

export type TornadoProps = {
  locale: Reader['locale']
  compiled: CompiledCase
  figures: Pick<CaseFigures, 'budgets'> & Pick<CaseReport, 'tornado'>
}

/** More bars than this say nothing more to the eye; the table has them all. */
const barsMost = 8

export function CaseTornado({ locale, compiled, figures }: TornadoProps) {
  const words = casePageWords[locale].tornado
  const { currency } = compiled.file
  const base = municipalityNet(figures).presentValue
  const kroner = (amount: number) => wholeAmountText(amount, currency, locale)
  const rows = figures.tornado.slice(0, barsMost).map(({ estimate, label, unit, low, high, atLow, atHigh }) => {
    const ends = [
      { amount: atLow, text: words.at(kroner(atLow), estimateText(low, unit, { currency, locale })) },
      { amount: atHigh, text: words.at(kroner(atHigh), estimateText(high, unit, { currency, locale })) },
    ].sort((a, b) => a.amount - b.amount)
    return { key: estimate, label: label[locale], worse: ends[0]!, better: ends[1]! }
  })
  return <TornadoFigure rows={rows} base={base} baseText={`${words.base} ${kroner(base)}`} />
}
