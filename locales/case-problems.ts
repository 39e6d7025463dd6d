/**
 * The problems and questions of a business case in words, apart from those of agreements: the workshop's script says these and no
 * others, and so carries no more words than it needs.
 */
import { type Locale, type Problem } from '../src/core/base/index.ts'
import { caseProblems as danishCase } from './da/case-problems.ts'
import { caseQuestions as danishQuestions } from './da/case-questions.ts'
import { catalogueProblems as danishCatalogue } from './da/catalogue-problems.ts'
import { problemFrame as danishFrame } from './da/problem-frame.ts'
import { shapeProblems as danishShape } from './da/shape-problems.ts'
import { textProblems as danishText } from './da/text-problems.ts'
import { caseProblems as englishCase } from './en/case-problems.ts'
import { caseQuestions as englishQuestions } from './en/case-questions.ts'
import { catalogueProblems as englishCatalogue } from './en/catalogue-problems.ts'
import { problemFrame as englishFrame } from './en/problem-frame.ts'
import { shapeProblems as englishShape } from './en/shape-problems.ts'
import { textProblems as englishText } from './en/text-problems.ts'
import { type OpenQuestion, asQuestion } from './open-questions.ts'
import { type ProblemParts, type ProblemSpeech, partsOfProblem } from './problem-parts.ts'
import { type CaseQuestion, type CaseQuestions } from './wording/case.ts'
import { type ProblemSaid } from './wording/problems.ts'

const caseQuestions: Record<Locale, CaseQuestions> = { da: danishQuestions, en: englishQuestions }

const speech: ProblemSpeech = {
  words: {
    da: { ...danishFrame, problems: { ...danishText, ...danishShape, ...danishCatalogue, ...danishCase } },
    en: { ...englishFrame, problems: { ...englishText, ...englishShape, ...englishCatalogue, ...englishCase } },
  },
  questionOf: caseQuestionSaid,
}

/** A problem of a case in words, part by part. */
export const caseProblemParts = (found: Problem, locale: Locale): ProblemParts => partsOfProblem(found, locale, speech)

/** A question a case leaves open. */
export const openCaseQuestion = (found: Problem, locale: Locale): OpenQuestion =>
  asQuestion(caseProblemParts(found, locale))

/** The codes that have words here. */
export const caseCodesWithWords = (locale: Locale): string[] => Object.keys(speech.words[locale].problems)

export function isOfCase({ facts }: Problem): boolean {
  const { path } = facts
  return typeof path === 'string' && (path === 'case' || path.startsWith('case.'))
}

/** The question at a key of a case and what each answer means, whether or not it is open; `path` is that of the record. */
export function caseQuestion(key: string, path: string, locale: Locale): CaseQuestion | undefined {
  const parts = path.split('.').map((part) => part.replace(/\[\d+\]$/, ''))
  const named = [parts.at(-1), parts.at(-2)].map((part) => caseQuestions[locale][`${part ?? ''}.${key}`])
  return named.find((one) => one !== undefined) ?? caseQuestions[locale][key]
}

/** A question of a business case: under the part of the case it stands in, or under its key alone. */
export function caseQuestionSaid({ facts: { key, path } }: Problem, locale: Locale): ProblemSaid | undefined {
  if (typeof key !== 'string' || typeof path !== 'string') return undefined
  const question = caseQuestion(key, path, locale)
  if (question === undefined) return undefined
  const means = (paste: string): string | undefined => {
    const value = paste.slice(paste.indexOf(': ') + 2)
    const inside = Object.keys(question.answers).find((word) => new RegExp(`(^|[^a-z-])${word}($|[^a-z-])`).test(value))
    return question.answers[value] ?? (inside === undefined ? undefined : question.answers[inside])
  }
  return { says: `${question.question}\n${question.money}`, means }
}
