/** The answer a reading gives to an open question, and the question. */
import { openQuestion } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type ReadingSettled } from '../../operations/index.ts'

export function answerWords(
  { question, paste }: ReadingSettled['answers'][number],
  locale: Locale,
): { question: string; means: string } {
  const asked = openQuestion(question, locale)
  const means = asked.answers.find((answer) => answer.paste === paste)?.means ?? ''
  return { question: asked.question, means: sentence(means === '' ? paste : means) }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
