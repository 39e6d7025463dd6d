/** The questions unsettled terms leave open, in the reader's words, with what each answer means. */
import { type ProblemParts } from './problem-parts.ts'

export type OpenQuestion = {
  /** A sentence: the question a lawyer would ask, or what does not agree. */
  question: string
  /** What differs for the money, where that is said apart. */
  money: string
  answers: { paste: string; means: string }[]
}

/** An unsettled problem as a question: the first line asks, the others say what differs. */
export function asQuestion({ says, choices }: ProblemParts): OpenQuestion {
  const [question = '', ...money] = says.split('\n')
  return { question, money: money.join(' '), answers: choices }
}
