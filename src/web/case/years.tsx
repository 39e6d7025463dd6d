/** The budget year by year: the figure, the same as a table, and how much of it lies inside the service ceiling. */
import { casePageWords, caseWords, thousandText, wholeAmountText, caseYearText } from '../../../locales/index.ts'
import { type CaseReport } from '../../core/valuation/index.ts'
import { CaseYears, firstYear } from '../parts/case-years.tsx'
import { type Props, Thousands } from './section.tsx'
import { municipalityNet } from '../../operations/index.ts'

export function YearsSection({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale]
  const { shown, narrow, broad, scenario } = data
  const { compiled, report } = shown
  const kroner = (amount: number) => wholeAmountText(amount, compiled.file.currency, locale)
  const isOther = broad.report.cumulated.some((amount, year) => amount !== narrow.report.cumulated[year])
  const { inside, outside } = report.ceiling
  return (
    <section aria-labelledby="years" class="case-section">
      <h2 id="years">{caseWords[locale].heads.years}</h2>
      <p class="measure">{words.yearsFigure.title}.</p>
      <figure>
        <CaseYears
          locale={locale}
          compiled={compiled}
          figures={report}
          broad={isOther && scenario === 'narrow' ? broad.report.cumulated : undefined}
          followed={followedCurve(report)}
        />
      </figure>
      <YearsTable reader={reader} data={data} />
      <h3>{caseWords[locale].heads.ceiling}</h3>
      <p class="measure">{words.ceiling.says(kroner(inside.total), kroner(outside.total))}</p>
    </section>
  )
}

/** What was followed to where it went, added up over the years that are followed. */
function followedCurve({ followed }: CaseReport): number[] {
  const last = followed.filter(({ kept, toPool, reinvested }) => kept + toPool + reinvested > 0).at(-1)?.year ?? 0
  let sum = 0
  return followed.slice(0, last).map(({ kept, toPool, reinvested }) => (sum += kept + toPool + reinvested))
}

function YearsTable({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const { columns, signing, heads } = caseWords[locale]
  const { compiled, report } = shown
  const { file, years } = compiled
  const from = firstYear(report)
  const rows = Array.from({ length: years + 1 - from }, (_, index) => index + from)
  const series = [
    { head: columns.municipality, of: municipalityNet(report).years },
    { head: columns.cumulated, of: report.cumulated },
    { head: columns.inside, of: report.ceiling.inside.years },
    { head: columns.outside, of: report.ceiling.outside.years },
  ]
  return (
    <details class="case-details" open>
      <summary>{casePageWords[locale].asTable}</summary>
      <div class="scroll" role="region" aria-label={`${heads.years}, ${columns.municipality}`} tabindex={0}>
        <table class="across">
          <thead>
            <tr>
              <th scope="col">{columns.year}</th>
              {rows.map((year) => (
                <th scope="col" class="number" key={year}>
                  {year === 0 ? signing : caseYearText(file.starts, year)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map(({ head, of }) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {rows.map((year) => (
                  <td class={of[year] === 0 ? 'number quiet' : 'number'} key={year}>
                    {thousandText(of[year]!, locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Thousands reader={reader} currency={file.currency} />
    </details>
  )
}
