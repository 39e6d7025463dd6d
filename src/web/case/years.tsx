/** The budget year by year: the figure, the same as a table, and how much of it lies inside the service ceiling. */
import { type ComponentChild } from 'preact'
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

/** So many years stand beside each other on a sheet of paper; more of them stand under each other. */
const mostAcross = 14

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
  const name = (year: number) => (year === 0 ? signing : caseYearText(file.starts, year))
  const cell = (of: readonly number[], year: number) => (
    <td class={of[year] === 0 ? 'number quiet' : 'number'}>{thousandText(of[year]!, locale)}</td>
  )
  return (
    <details class="case-details" open>
      <summary>{casePageWords[locale].asTable}</summary>
      <div class="scroll" role="region" aria-label={`${heads.years}, ${columns.municipality}`} tabindex={0}>
        {rows.length > mostAcross ? (
          <Table
            heads={[columns.year, ...series.map(({ head }) => head)]}
            rows={rows.map((year) => ({ head: name(year), cells: series.map(({ of }) => cell(of, year)) }))}
          />
        ) : (
          <Table
            heads={[columns.year, ...rows.map(name)]}
            rows={series.map(({ head, of }) => ({ head, cells: rows.map((year) => cell(of, year)) }))}
          />
        )}
      </div>
      <Thousands reader={reader} currency={file.currency} />
    </details>
  )
}

function Table({ heads: [first, ...others], rows }: { heads: readonly string[]; rows: readonly TableRow[] }) {
  return (
    <table class="across">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head) => (
            <th scope="col" class="number" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, cells }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type TableRow = { head: string; cells: readonly ComponentChild[] }
