/** The answer a reading gives to an open question, as a sentence. */
import { openQuestion } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type ReadingSettled } from '../../operations/index.ts'

export function answerWords({ question, paste }: ReadingSettled['answers'][number], locale: Locale): string {
  const asked = openQuestion(question, locale)
  const means = asked.answers.find((answer) => answer.paste === paste)?.means ?? ''
  return `${asked.question} ${means === '' ? paste : means}`
}
