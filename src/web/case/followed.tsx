/** What became of the saving: expected by year, and where what was cashed went. */
import { casePageWords, caseWords, listText, thousandText, caseYearText } from '../../../locales/index.ts'
import { type Props, Thousands } from './section.tsx'

const counted = ['expected', 'kept', 'toPool', 'reinvested', 'notFollowed'] as const

export function Followed({ reader, data: { shown } }: Props) {
  const { locale } = reader
  const { heads, columns } = caseWords[locale]
  const { compiled, report } = shown
  return (
    <section aria-labelledby="followed" class="case-section">
      <h2 id="followed">{heads.followed}</h2>
      {report.followed.length === 0 ? (
        <p class="measure">{casePageWords[locale].followedNone}</p>
      ) : (
        <>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">{columns.year}</th>
                {counted.map((one) => (
                  <th scope="col" class="number" key={one}>
                    {columns[one]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.followed.map((year) => (
                <tr key={year.year}>
                  <th scope="row">
                    {caseYearText(compiled.file.starts, year.year)}
                    {year.efforts.length > 0 && (
                      <p class="small quiet">
                        {listText(
                          year.efforts.map((effort) => effort[locale]),
                          locale,
                        )}
                      </p>
                    )}
                  </th>
                  {counted.map((one) => (
                    <td class={year[one] === 0 ? 'number quiet' : 'number'} key={one} data-label={columns[one]}>
                      {thousandText(year[one], locale)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <Thousands reader={reader} currency={compiled.file.currency} />
        </>
      )}
    </section>
  )
}
