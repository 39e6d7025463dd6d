/**
 * The annex as one reading of the terms has it: clauses in words, and beside them the questions still open.
 *
 * Terms with open questions can only be told under answers, so a reading is told, and each sentence that another answer
 * would change knows which question it hangs on. Under each answer stands what has been earned by then, all other
 * questions answered as in the reading that is told.
 */
import { type Money, type Problem, plainFacts } from '../core/base/index.ts'
import { type AnnexClause, type TermsVersion } from '../core/terms/index.ts'
import { type OpenContract, type TermsReading } from './open-contract.ts'
import { type ContractSettlement } from './settle-contract.ts'
import { clauseIdOnce, clausesOnce } from './words-once.ts'

export type AnnexAnswer = {
  paste: string
  /** The reading that has this answer, with the others as they are told; nothing where no such reading was made. */
  reading: number | undefined
  isTold: boolean
  /** Earned after limits under that reading, of all agreements together. */
  earned: Money | undefined
}

export type AnnexQuestion = {
  number: number
  question: Problem
  /** The id of the clause the question belongs to. */
  clause: string | undefined
  answers: AnnexAnswer[]
}

export type ToldClause = AnnexClause & {
  /** The names of the payments told in the clause. */
  payments: string[]
  /** For each sentence the numbers of the questions it hangs on. */
  hangsOn: number[][]
}

export type ToldAnnex = {
  reading: number
  version: TermsVersion
  clauses: ToldClause[]
  questions: AnnexQuestion[]
}

/** Tells the newest version under one reading; nothing where the terms are wrong, or there is no such reading. */
export function tellAnnex(
  contract: OpenContract,
  settlement: ContractSettlement | undefined,
  reading: number,
  locale: 'da' | 'en',
): ToldAnnex | undefined {
  const told = contract.readings[reading]
  const version = told?.terms.versions.at(-1)
  if (told === undefined || version === undefined) return undefined
  const questions = told.answers.map(({ question, paste }, index): AnnexQuestion => {
    const answers = question.choices.map((choice): AnnexAnswer => {
      const other = contract.readings.findIndex((one) => differsOnlyIn(one, told, question, choice.paste))
      const statements = settlement?.readings[other]?.settled.statements
      return {
        paste: choice.paste,
        reading: other < 0 ? undefined : other,
        isTold: choice.paste === paste,
        earned: statements?.reduce((sum, statement) => sum + statement.afterLimits, 0n),
      }
    })
    const path = typeof question.facts.path === 'string' ? question.facts.path : ''
    return { number: index + 1, question, clause: clauseIdOnce(version.agreement, path), answers }
  })
  const clauses = clausesOnce(version.agreement, version.marks, locale)
  const others = questions.map(({ answers }) =>
    answers.flatMap(({ reading: other, isTold }) => {
      const differing = other === undefined || isTold ? undefined : versionOf(contract, other)
      return differing === undefined ? [] : [clausesOnce(differing.agreement, differing.marks, locale)]
    }),
  )
  return {
    reading,
    version,
    questions,
    clauses: clauses.map((clause) => ({
      ...clause,
      payments: paymentsIn(clause, version),
      hangsOn: clause.sentences.map(({ text }) =>
        questions.flatMap(({ number }, index) =>
          others[index]!.some((told) => !saysIn(told, clause.id, text)) ? [number] : [],
        ),
      ),
    })),
  }
}

const versionOf = (contract: OpenContract, reading: number) => contract.readings[reading]?.terms.versions.at(-1)

function saysIn(clauses: readonly AnnexClause[], id: string, text: string): boolean {
  return clauses.some((clause) => clause.id === id && clause.sentences.some((sentence) => sentence.text === text))
}

/** Whether a reading has this answer to the question, and every answer the told one gives to the others. */
function differsOnlyIn(one: TermsReading, told: TermsReading, question: Problem, paste: string): boolean {
  const key = questionKey(question)
  const pasteIn = (reading: TermsReading, wanted: string) =>
    reading.answers.find((answer) => questionKey(answer.question) === wanted)?.paste
  if (pasteIn(one, key) !== paste) return false
  return told.answers.every((answer) => {
    const other = questionKey(answer.question)
    // An answer may raise or still another question, so one that is not asked there differs in nothing.
    return other === key || (pasteIn(one, other) ?? answer.paste) === answer.paste
  })
}

/** A question by what it asks and where in the terms, since its line moves with the answers pasted above it. */
function questionKey({ code, facts, at }: Problem): string {
  const { path, key, exit } = plainFacts(facts)
  return JSON.stringify([code, path ?? `${at.line}:${at.column}`, key ?? '', exit ?? ''])
}

/** The payments a clause tells of: of its goal, or its own. A payment with a number of its own is not told with its goal. */
function paymentsIn(clause: AnnexClause, { agreement }: TermsVersion): string[] {
  return [...(agreement.payments ?? [])].flatMap(([name, payment]) =>
    clauseIdOnce(agreement, payment.path) === clause.id ? [name] : [],
  )
}
