/** The municipality's budget added up year by year where chance decides: the bands, and the same in a table. For a page and for the workshop. */
import {
  caseWords,
  currencyWord,
  casePageWords,
  simulateWords,
  thousandText,
  uncertaintyWords,
  caseYearText,
} from '../../../locales/index.ts'
import { type CompiledCase } from '../../core/valuation/index.ts'
import { type Band, BandsFigure } from '../charts/bands-figure.tsx'
import { type Reader } from '../reader.ts'
import { NumberTable } from './number-table.tsx'

/** `soFar` is by year, from the day of signing: the levels of a forecast. */
export type BandsProps = { locale: Reader['locale']; compiled: CompiledCase; soFar: readonly (readonly number[])[] }

const [tenth, quarter, half, threeQuarters, ninetieth] = [1, 2, 3, 4, 5]

/** Of the levels of a forecast, those that are drawn. */
export const bandOf = (levels: readonly number[]): Band => [
  levels[tenth]!,
  levels[quarter]!,
  levels[half]!,
  levels[threeQuarters]!,
  levels[ninetieth]!,
]

export function CaseBands({ locale, compiled, soFar }: BandsProps) {
  const { year, low, middle, high } = simulateWords[locale].columns
  const { file } = compiled
  // The day of signing is a year of its own where something is paid on it.
  const from = soFar[0]!.every((kroner) => kroner === 0) ? 1 : 0
  const rows = soFar.slice(from)
  const names = rows.map((_, index) =>
    index + from === 0 ? caseWords[locale].signing : caseYearText(file.starts, index + from),
  )
  const bands = rows.map((levels): Band => [
    levels[tenth]!,
    levels[quarter]!,
    levels[half]!,
    levels[threeQuarters]!,
    levels[ninetieth]!,
  ])
  const thousand = (kroner: number) => thousandText(kroner, locale)
  const [least, , centre, , most] = bands.at(-1)!
  const says = `${uncertaintyWords[locale].years.title}. ${names.at(-1)!}: ${low} ${thousand(least)}, ${middle} ${thousand(centre)}, ${high} ${thousand(most)}.`
  return (
    <div class="bands">
      <figure>
        <BandsFigure
          names={names}
          bands={bands}
          ends={[`${low} ${thousand(least)}`, `${middle} ${thousand(centre)}`, `${high} ${thousand(most)}`]}
          title={says}
          titleId="bands-title"
        />
      </figure>
      <NumberTable
        isShort
        heads={[year, low, middle, high]}
        rows={bands.map(([p10, , p50, , p90], index) => ({
          key: names[index]!,
          name: names[index]!,
          cells: [p10, p50, p90].map(thousand),
        }))}
      />
      <p class="small quiet">{casePageWords[locale].thousands(currencyWord(file.currency, locale))}</p>
    </div>
  )
}
