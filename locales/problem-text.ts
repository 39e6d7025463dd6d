/** A problem as its reader sees it, whichever part of the program found it. */
import { type Locale, type PlainFact, type Problem, type Severity } from '../src/core/base/index.ts'
import { answerWords, questionWords } from '../src/core/terms/index.ts'
import { caseQuestionSaid, isOfCase } from './case-problems.ts'
import { problems as danish } from './da/problems.ts'
import { problems as english } from './en/problems.ts'
import { type OpenQuestion, asQuestion } from './open-questions.ts'
import { type ProblemParts, type ProblemSpeech, partsOfProblem, plainFactsOf } from './problem-parts.ts'
import { type ProblemSaid } from './wording/problems.ts'

const speech: ProblemSpeech = { words: { da: danish, en: english }, questionOf }

/** A problem in words, part by part, for a page that lays them out itself. */
export const problemParts = (found: Problem, locale: Locale, source?: string): ProblemParts =>
  partsOfProblem(found, locale, speech, source)

/** An unsettled problem as a question. */
export const openQuestion = (found: Problem, locale: Locale): OpenQuestion => asQuestion(problemParts(found, locale))

/** A problem in words, whole, as the command line prints it. `source` is the text of the problem's file, for the excerpt. */
export function problemText(found: Problem, locale: Locale, source?: string): string {
  const parts = problemParts(found, locale, source)
  const choices = parts.choices.length === 0 ? [] : [parts.lead, choiceLines(parts.choices)]
  return [parts.heading, parts.excerpt, parts.says, ...choices].filter((part) => part !== '').join('\n\n') + '\n'
}

/** A problem as every command tells it with `--json`: what is wrong in the language asked for, and texts to paste. */
export type ProblemJson = {
  code: string
  severity: Severity
  at: Problem['at']
  says: string
  facts: Record<string, PlainFact>
  choices: string[]
}

export function problemJson(found: Problem, locale: Locale): ProblemJson {
  const { code, severity, at } = found
  const { says, choices } = problemParts(found, locale)
  const facts = plainFactsOf(found, speech)
  return { code, severity, at, says, facts, choices: choices.map(({ paste }) => paste) }
}

function questionOf(found: Problem, locale: Locale): ProblemSaid | undefined {
  if (isOfCase(found)) return caseQuestionSaid(found, locale)
  const { facts, choices } = found
  const key = typeof facts['key'] === 'string' ? facts['key'] : ''
  const pastes = choices.map(({ paste }) => paste)
  const question = questionWords(key, facts, locale, pastes)
  if (question === undefined) return undefined
  return { says: `${question.question}\n${question.money}`, means: (paste) => answerWords(question, paste) }
}

/** The answers below each other, with what they mean in a column of its own. */
function choiceLines(choices: ProblemParts['choices']): string {
  const short = choices.map(({ paste }) => paste.length).filter((length) => length <= 48)
  const width = Math.max(0, ...short)
  return choices
    .map(({ paste, means }) => {
      const lines = paste.split('\n').map((line) => `    ${line}`)
      if (means === '') return lines.join('\n')
      const isLong = lines.length > 1 || paste.length > width
      return isLong ? `    # ${means}\n${lines.join('\n')}` : `    ${paste.padEnd(width)}    # ${means}`
    })
    .join('\n')
}

/** The codes that have words in a language. */
export function problemCodesWithWords(locale: Locale): string[] {
  return Object.keys(speech.words[locale].problems)
}
