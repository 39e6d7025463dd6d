/**
 * From the text of terms to an agreement, or to what stands in the way.
 *
 *     readTerms(text) → agreement, when nothing is wrong and nothing unsettled
 *                     → problems otherwise: wrong (cannot run) before unsettled (may not be signed)
 *
 * An unsettled question carries its answers as edits of the text. `readingsOf` puts them in, so that terms
 * with open questions can be run under each answer and never under one the program chose.
 */
import { type Choice, type Problem, type TextEdit, assert, currencyOf, problem, sortProblems } from '../base/index.ts'
import { type Mark, type Reading, type YamlNode, plainText, readYaml, replaceAt } from '../text/index.ts'
import { type Agreement, agreementShape } from './agreement.ts'
import { fitAnswers } from './answers.ts'
import { checkAgreement } from './check.ts'

export type ReadTerms = {
  /** Present when the terms can run as they stand. */
  agreement: Agreement | undefined
  problems: Problem[]
  marks: Mark[]
}

/** Reads and checks terms. Problems: those of YAML, of the shapes, and of `check.ts`; the answers offered are those that fit. */
export function readTerms(text: string, file: string): ReadTerms {
  const yaml = readYaml(text, file)
  const at = { file, line: 1, column: 1, length: 0 }
  if (yaml.root === undefined || yaml.root.kind === 'empty') {
    const problems = yaml.problems.length > 0 ? yaml.problems : [problem('terms-empty', 'wrong', at)]
    return { agreement: undefined, problems, marks: [] }
  }
  return readTermsNode(yaml.root, yaml.problems)
}

/** Reads and checks terms already parsed, such as terms with an amendment put in. */
export function readTermsNode(root: YamlNode, before: readonly Problem[]): ReadTerms {
  const read = readRoot(root, before)
  return { ...read, problems: fitAnswers(root, read.problems, (edited) => readRoot(edited, before).problems) }
}

function readRoot(root: YamlNode, before: readonly Problem[]): ReadTerms {
  const currencyEntry = root.kind === 'map' ? root.entries.find((entry) => entry.key === 'currency') : undefined
  const currency = plainText(currencyEntry?.value) ?? ''
  const reading: Reading = { problems: [...before], marks: [], currency }
  if (currencyEntry !== undefined && currencyOf(currency) === undefined) {
    reading.problems.push(problem('currency-unknown', 'wrong', currencyEntry.value.at, { found: currency }))
  }
  const agreement = agreementShape.read(root, reading, 'terms')
  if (agreement !== undefined && !reading.problems.some(isWrong))
    reading.problems.push(...checkAgreement(agreement, root))
  const stops = reading.problems.some((found) => found.severity !== 'notice')
  return { agreement: stops ? undefined : agreement, problems: sortProblems(reading.problems), marks: reading.marks }
}

export const isWrong = (found: Problem): boolean => found.severity === 'wrong'
export const isUnsettled = (found: Problem): boolean => found.severity === 'unsettled'

/** The text with one answer pasted in, and what the answer takes along. */
export function withChoice(text: string, choice: Choice): string {
  assert(choice.edit !== undefined, 'the answer says where it is pasted')
  return withEdits(text, [choice.edit, ...(choice.also ?? [])])
}

/** One way to read terms that are not settled: the text with an answer to each question, and which answers they are. */
export type TermsReading = { text: string; answers: { question: Problem; choice: Choice }[] }

/**
 * The terms under each answer to each open question: all combinations while they are at most `most`, otherwise each
 * question in turn with the first answer to the others. Answering may raise a new question; it is answered too.
 */
export function readingsOf(text: string, file: string, most = 16): TermsReading[] {
  const done: TermsReading[] = []
  const waiting: TermsReading[] = [{ text, answers: [] }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const question = readTerms(next.text, file).problems.find((found) => isUnsettled(found) && found.choices.length > 0)
    if (question === undefined || next.answers.length > 60) {
      done.push(next)
      continue
    }
    const isFull = done.length + waiting.length + question.choices.length > most
    const choices = isFull ? question.choices.slice(0, 1) : question.choices
    const { text: before, answers } = next
    waiting.push(
      ...choices.map((choice) => ({ text: withChoice(before, choice), answers: [...answers, { question, choice }] })),
    )
  }
  return done
}

/** Edits at several places of one text, the last place first so that the earlier ones stay where they are. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const order = [...edits].sort((a, b) => b.at.line - a.at.line || b.at.column - a.at.column)
  return order.reduce((edited, { at, text: replacement }) => replaceAt(edited, at, replacement), text)
}
