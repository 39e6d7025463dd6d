/** The questions unsettled terms leave open, in the reader's words, with what each answer means. */
import { type Locale, type Problem } from '../src/core/base/index.ts'
import { problemParts } from './problem-text.ts'

export type OpenQuestion = {
  /** A sentence: the question a lawyer would ask, or what does not agree. */
  question: string
  /** What differs for the money, where that is said apart. */
  money: string
  answers: { paste: string; means: string }[]
}

/** An unsettled problem as a question. */
export function openQuestion(problem: Problem, locale: Locale): OpenQuestion {
  const { says, choices } = problemParts(problem, locale)
  const [question = '', ...money] = says.split('\n')
  return { question, money: money.join(' '), answers: choices }
}
