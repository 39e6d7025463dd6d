/** The municipality's budget year by year as a figure, for a page and for the workshop. */
import { casePageWords, caseWords, caseYearText, sentence, wholeAmountText } from '../../../locales/index.ts'
import { type CaseFigures, type CompiledCase } from '../../core/valuation/index.ts'
import { YearsFigure } from '../charts/years-figure.tsx'
import { type Reader } from '../reader.ts'
import { municipalityNet } from '../../operations/index.ts'

export type YearsProps = {
  locale: Reader['locale']
  compiled: CompiledCase
  figures: Pick<CaseFigures, 'budgets' | 'cumulated' | 'balance'>
  broad?: readonly number[] | undefined
  followed?: readonly number[]
}

/** The day of signing is a year of its own where something is paid on it. */
export const firstYear = ({ cumulated }: Pick<CaseFigures, 'cumulated'>): number => (cumulated[0] === 0 ? 1 : 0)

export function CaseYears({ locale, compiled, figures, broad, followed = [] }: YearsProps) {
  const words = casePageWords[locale].yearsFigure
  const { file, years } = compiled
  const from = firstYear(figures)
  const { cumulated, balance } = figures
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const names = Array.from({ length: years + 1 - from }, (_, index) =>
    index + from === 0 ? caseWords[locale].signing : caseYearText(file.starts, index + from),
  )
  const lowest = Math.min(...cumulated)
  const { breakEvenYear, breakEvenCalendarYear } = balance
  const home =
    breakEvenYear === undefined || breakEvenYear < from || lowest >= 0
      ? undefined
      : { index: breakEvenYear - from, text: words.home(String(breakEvenCalendarYear)) }
  const end = `${words.end} ${kroner(cumulated.at(-1)!)}`
  const told = [words.title, ...(lowest < 0 ? [words.deepest(kroner(-lowest))] : []), ...(home ? [home.text] : []), end]
  return (
    <YearsFigure
      names={names}
      amounts={municipalityNet(figures).years.slice(from)}
      cumulated={cumulated.slice(from)}
      broad={broad?.slice(from)}
      followed={followed}
      home={home}
      deepest={
        lowest < 0 && cumulated.indexOf(lowest) < years
          ? { index: cumulated.indexOf(lowest) - from, text: words.deepest(kroner(-lowest)) }
          : undefined
      }
      end={end}
      title={told.map(sentence).join(' ')}
      titleId="years-title"
    />
  )
}
