/** Expected then, reached and expected now: three lines in each figure, and the same year by year as a table. */
import {
  caseWords,
  currencyWord,
  followWords,
  oneDecimal,
  thousandText,
  wholeAmountText,
  caseYearText,
} from '../../../locales/index.ts'
import { LinesFigure } from '../charts/lines-figure.tsx'
import { type Reader } from '../reader.ts'
import { type ShownFollowing } from './data.ts'

const pictures = { net: 'net', paid: 'paid', results: 'succeeded' } as const

type Props = { reader: Reader; data: ShownFollowing }

export function FiguresSection({ reader, data }: Props) {
  const { locale } = reader
  const words = followWords[locale]
  const { compiled, following } = data
  const { lines, through } = following
  const years = Array.from({ length: compiled.years }, (_, index) => caseYearText(compiled.file.starts, index + 1))
  const shown = (['net', 'paid', 'results'] as const).filter(
    (one) => one !== 'paid' || compiled.repayment !== undefined,
  )
  return (
    <section aria-labelledby="lines" class="case-section">
      <h2 id="lines">{words.heads.figure}</h2>
      {shown.map((picture) => {
        const { before, now } = lines[pictures[picture]]
        const says = (value: number): string =>
          picture === 'results' ? oneDecimal(value, locale) : wholeAmountText(value, compiled.file.currency, locale)
        const labels = {
          before: `${words.strokes.before} ${says(before.at(-1)!)}`,
          reached: `${words.strokes.reached} ${says(now[through]!)}`,
          now: `${words.strokes.now} ${says(now.at(-1)!)}`,
        }
        const title = words.figures[picture]
        return (
          <figure key={picture} class="three-lines">
            <figcaption>{title}</figcaption>
            <LinesFigure
              before={before}
              now={now}
              through={through}
              years={years}
              labels={labels}
              title={`${title}: ${labels.before}, ${labels.reached}, ${labels.now}.`}
              titleId={`lines-${picture}`}
            />
          </figure>
        )
      })}
      <YearsTable reader={reader} data={data} />
    </section>
  )
}

function YearsTable({ reader, data: { compiled, following } }: Props) {
  const { locale } = reader
  const { heads, strokes, stands, inThousands } = followWords[locale]
  const years = following.years.filter(({ year }) => year > 0)
  const currency = currencyWord(compiled.file.currency, locale)
  const measures = (['net', 'paid', 'succeeded'] as const).filter(
    (one) => one !== 'paid' || compiled.repayment !== undefined,
  )
  return (
    <details class="case-details" open>
      <summary>{heads.years}</summary>
      <div class="scroll" role="region" aria-label={heads.years} tabindex={0}>
        <table class="across">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {caseWords[locale].columns.year}
              </th>
              {years.map(({ year }) => (
                <th scope="col" class="number" key={year}>
                  {caseYearText(compiled.file.starts, year)}
                </th>
              ))}
            </tr>
          </thead>
          {measures.map((measure) => (
            <tbody key={measure}>
              {(['before', 'reached', 'now'] as const).map((which, index) => (
                <tr key={which}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={3} class="years-of">
                      {measure === 'succeeded' ? stands[measure] : inThousands(stands[measure], currency)}
                    </th>
                  )}
                  <th scope="row">{strokes[which]}</th>
                  {years.map((stand) => {
                    const value = stand[which]?.[measure]
                    return (
                      <td class={which === 'reached' ? 'number strong' : 'number'} key={stand.year}>
                        {value === undefined
                          ? ''
                          : measure === 'succeeded'
                            ? oneDecimal(value, locale)
                            : thousandText(value, locale)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  )
}
