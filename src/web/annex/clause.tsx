/** One clause of the annex: its words, the margin beside them, and the figures of what it pays. */
import { type AnnexPart, type AnnexSentence } from '../../core/terms/index.ts'
import { type ToldClause } from '../../operations/index.ts'
import { type Reader, linkTo } from '../reader.ts'
import { Foreign } from '../parts/foreign.tsx'
import { PaymentFigure } from './figure.tsx'
import { type AnnexData } from './data.ts'
import { QuestionNote } from './question.tsx'

/** Longer than this, each sentence has a line of its own. */
const paragraphMost = 480

export function Clause({ reader, data, clause }: { reader: Reader; data: AnnexData; clause: ToldClause }) {
  const { words } = reader
  const told = clause.sentences.map((sentence, index) => ({ sentence, hangsOn: clause.hangsOn[index] ?? [] }))
  const main = told.filter(({ sentence }) => !sentence.small)
  const small = told.filter(({ sentence }) => sentence.small)
  const questions = data.annex.questions.filter((question) => question.clause === clause.id)
  const line = clause.sentences[0]?.at.line
  const isLong = main.reduce((sum, { sentence }) => sum + sentence.text.length, 0) > paragraphMost
  return (
    <article class="clause" id={clause.id} aria-labelledby={`${clause.id}-h`}>
      <div class="clause-words">
        <h3 id={`${clause.id}-h`}>
          {clause.number !== '' && <span class="clause-number">{words.clause(clause.number)}</span>}
          <span>{clause.heading}</span>
        </h3>
        <div class="clause-text">
          {isLong ? (
            main.map((one) => (
              <p key={one.sentence.text}>
                <Sentence {...one} />
              </p>
            ))
          ) : (
            <p>
              {main.map((one) => (
                <>
                  <Sentence {...one} />{' '}
                </>
              ))}
            </p>
          )}
          <p class="small quiet">
            {small.map((one) => (
              <>
                <Sentence {...one} />{' '}
              </>
            ))}
            {line !== undefined && (
              <a class="noprint" href={linkTo(reader, data.name, 'terms', {}, `L${line}`)}>
                {words.annex.termsLine(line)}
              </a>
            )}
          </p>
        </div>
      </div>
      <div class="clause-margin">
        {questions.map((question) => (
          <QuestionNote key={question.number} reader={reader} data={data} question={question} />
        ))}
        {clause.notes.length > 0 && (
          <ul class="clause-notes small quiet">
            {clause.notes.map((note) => (
              <li key={note}>
                <Note text={note} locale={reader.locale} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {clause.payments.length > 0 && (
        <div class="clause-figures">
          {clause.payments.map((payment) => (
            <PaymentFigure key={payment} reader={reader} data={data} payment={payment} clause={clause} />
          ))}
        </div>
      )}
    </article>
  )
}

/** A sentence with its amounts in bold; one that an open question would change leads to the question. */
function Sentence({ sentence, hangsOn }: { sentence: AnnexSentence; hangsOn: readonly number[] }) {
  const words = sentence.parts.map((part) => <Part part={part} />)
  const [question] = hangsOn
  if (question === undefined) return <>{words}</>
  return (
    <a class="asks" href={`#q${question}`}>
      {words}
      {hangsOn.map((number) => (
        <sup key={number}>{number}</sup>
      ))}
    </a>
  )
}

function Part({ part }: { part: AnnexPart }) {
  return 'strong' in part ? <b>{part.strong}</b> : <>{part.text}</>
}

/** A note in the reader's language with its reason as the parties wrote it, perhaps in another. */
function Note({ text, locale }: { text: string; locale: 'da' | 'en' }) {
  const split = text.indexOf(': ')
  if (split < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, split + 2)}
      <Foreign text={text.slice(split + 2)} locale={locale} />
    </>
  )
}
