/** Whom the case costs and whom it gains: the flow as a figure, the same as a table, and what is kept out of every sum. */
import {
  casePageWords,
  caseWords,
  oneDecimal,
  plainNumberText,
  thousandText,
  wholeAmountText,
  ownerText,
} from '../../../locales/index.ts'
import { FlowFigures, FlowTable, OwnersTable } from '../parts/case-owners.tsx'
import { type Props, Thousands } from './section.tsx'

export function OwnersSection({ reader, data }: Props) {
  const { locale } = reader
  const words = casePageWords[locale].owners
  const { compiled, report } = data.shown
  const { file } = compiled
  const kroner = (amount: number) => wholeAmountText(amount, file.currency, locale)
  const { economic, freedCapacity } = report
  return (
    <section aria-labelledby="owners" class="case-section">
      <h2 id="owners">{words.head}</h2>
      <p class="measure">{words.says}</p>
      <figure>
        <FlowFigures locale={locale} compiled={compiled} figures={report} />
      </figure>
      <FlowTable locale={locale} compiled={compiled} figures={report} />
      <OwnersTable locale={locale} compiled={compiled} figures={report} />
      <Thousands reader={reader} currency={file.currency} />
      {freedCapacity.total !== 0 && (
        <p class="measure case-after">{caseWords[locale].freed(kroner(freedCapacity.presentValue))}</p>
      )}
      <Items reader={reader} data={data} />
      <h3>{caseWords[locale].heads.economic}</h3>
      <p class="measure">
        {economic === undefined
          ? caseWords[locale].economicNot
          : caseWords[locale].economicIs({
              amount: kroner(economic.net.presentValue),
              factor: plainNumberText(Math.round(economic.netTaxFactor * 100) / 100, locale),
            })}
      </p>
      <People reader={reader} data={data} />
    </section>
  )
}

/** Who is referred, who reaches the goal, and who would have anyway. */
function People({ reader, data }: Props) {
  const { locale } = reader
  const { columns, heads } = caseWords[locale]
  const counted = ['referred', 'started', 'completed', 'succeeded', 'anyway'] as const
  return (
    <>
      <h3 id="people">{heads.people}</h3>
      <table class="stacked" aria-labelledby="people">
        <thead>
          <tr>
            <th scope="col">{columns.group}</th>
            {counted.map((one) => (
              <th scope="col" class="number" key={one}>
                {columns[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.shown.report.groups.map((group) => (
            <tr key={group.group}>
              <th scope="row">{group.label[locale]}</th>
              {counted.map((one) => (
                <td class="number" key={one} data-label={columns[one]}>
                  {oneDecimal(group[one], locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Each item of the case for each owner it touches. */
function Items({ reader, data }: Props) {
  const { locale } = reader
  const words = caseWords[locale]
  const { compiled, report } = data.shown
  const columns = ['gross', 'refund', 'net'] as const
  return (
    <details class="case-details">
      <summary>{words.heads.items}</summary>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.columns.item}</th>
            <th scope="col">{words.columns.owner}</th>
            <th scope="col">{words.columns.kind}</th>
            {columns.map((one) => (
              <th scope="col" class="number" key={one}>
                {words.columns[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.items.map((row) => (
            <tr key={`${row.item} ${row.owner} ${row.kind} ${row.of}`}>
              <th scope="row">{row.of === 'repayment' ? words.repayment : row.label[locale]}</th>
              <td data-label={words.columns.owner}>{ownerText(compiled, row.owner, locale)}</td>
              <td data-label={words.columns.kind}>{words.kinds[row.kind]}</td>
              {columns.map((one) => (
                <td class="number" key={one} data-label={words.columns[one]}>
                  {thousandText(row[one].total, locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
