/** An open question of the terms, as it hangs in the margin of the words it is about. */
import { dateText, openQuestion } from '../../../locales/index.ts'
import { type AnnexQuestion } from '../../operations/index.ts'
import { Amount } from '../parts/amount.tsx'
import { type Reader, linkTo } from '../reader.ts'
import { type AnnexData } from './data.ts'

/** An open question in the margin: the answers, what each has come to, and the way to read the text under it. */
export function QuestionNote({ reader, data, question }: { reader: Reader; data: AnnexData; question: AnnexQuestion }) {
  const { locale, words } = reader
  const asked = openQuestion(question.question, locale)
  const { currency } = data.annex.version.agreement
  const id = `q${question.number}`
  return (
    <div class="question small" id={id} role="group" aria-labelledby={`${id}-h`}>
      <p class="act" id={`${id}-h`}>
        {words.annex.question(question.number)}
      </p>
      <p>{asked.question}</p>
      <ul class="answers">
        {question.answers.map((answer) => {
          const means = asked.answers.find(({ paste }) => paste === answer.paste)?.means ?? ''
          const text = means === '' ? <code>{answer.paste}</code> : means
          return (
            <li key={answer.paste} class={answer.isTold ? 'told' : undefined}>
              <span class="ring" aria-hidden="true" />
              <span>
                {answer.isTold || answer.reading === undefined ? (
                  text
                ) : (
                  <a
                    href={linkTo(reader, data.name, 'annex', { reading: String(answer.reading + 1) }, id)}
                    title={words.annex.tell}
                  >
                    {text}
                  </a>
                )}
                {answer.isTold && <span class="unseen">, {words.annex.told}</span>}
              </span>
              {answer.earned !== undefined && (
                <b class="number">
                  <Amount money={answer.earned} currency={currency} locale={locale} />
                </b>
              )}
            </li>
          )
        })}
      </ul>
      <p class="quiet">
        {asked.money} {data.days !== undefined && words.annex.answersAsOf(dateText(data.days.to, locale))}{' '}
        <a href={linkTo(reader, data.name, 'terms', {}, `L${question.question.at.line}`)}>
          {words.annex.termsLine(question.question.at.line)}
        </a>
      </p>
    </div>
  )
}
