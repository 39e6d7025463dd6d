/** Of terms with open questions: what would be paid under each reading, and that none of them may be signed. */
import { answerWords } from './answers.ts'
import { statementWords } from '../../../locales/index.ts'
import { Amount } from '../parts/amount.tsx'
import { hrefOf } from '../address.ts'
import { type Reader } from '../reader.ts'
import { type StatementData } from './data.ts'

export function ReadingsSection({ reader, data }: { reader: Reader; data: StatementData }) {
  const { locale, words } = reader
  const says = statementWords[locale]
  const { readings } = data.settlement
  const payables = readings.map(({ settled: { statements } }) => statements[data.index]?.payable ?? 0n)
  const differs = payables.some((amount) => amount !== payables[0])
  const questions = data.contract.terms.problems.filter(({ severity }) => severity === 'unsettled').length
  return (
    <section class="unsettled" aria-labelledby="unsettled">
      <h2 id="unsettled" class="act">
        {says.cannotSign}
      </h2>
      <p class="measure">{says.cannotSignWhy(questions, differs)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.readingColumns.number}</th>
            <th scope="col">{says.readingColumns.answers}</th>
            <th scope="col" class="number">
              {says.readingColumns.payable}
            </th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading, index) => (
            <tr key={index}>
              <th scope="row" class="hold">
                {index === data.reading ? (
                  words.statement.readingShown(index + 1)
                ) : (
                  <a href={hrefOf({ ...reader.address, reading: String(index + 1) })}>
                    {words.annex.reading(index + 1)}
                  </a>
                )}
              </th>
              <td>
                {reading.answers.map((answer) => {
                  const { question, means } = answerWords(answer, locale)
                  return (
                    <p key={answer.paste}>
                      <b>{means}</b> <span class="quiet">{question}</span>
                    </p>
                  )
                })}
              </td>
              <td class="number">
                <Amount money={payables[index]!} currency={data.agreement.currency} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
