/**
 * The terms in words: the payment annex that people read, in Danish and in English, from the same data that runs.
 *
 * `wordsOf` tells every part of an agreement in its own clause; `clauseAt` says which clause that is. Each sentence knows
 * the path and the place it comes from. `da/` and `en/` have the same files with the same functions, one for each kind
 * of value and of condition. The rule a test keeps: change one parameter of the terms, and the sentences of its clause
 * change in both languages, and those of no other clause. Nothing here computes.
 */
import { calendar as danish } from './da/index.ts'
import { calendar as english } from './en/index.ts'
import { type Language } from './telling.ts'
import { type CalendarWords } from './wording.ts'

/** Months and counted things of each language, one list for the annex and for every page. */
export const calendarWords: Readonly<Record<Language, CalendarWords>> = { da: danish, en: english }

export { type AnnexClause, clauseAt, wordsOf } from './clauses.ts'
export { type AnnexPart, type AnnexSentence } from './text.ts'
export { answerWords, questionWords } from './questions.ts'
export { type CountedUnit, type QuestionWords } from './wording.ts'
