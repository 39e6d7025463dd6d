/**
 * Answers that fit: what else the terms say may leave some answers to a question senseless, or ask more of others.
 *
 *     over: children, that: …, at-least: 50 %      take: share fits; take: sum would have nothing to sum
 *     time-in: shelter, at-most: 6 nights          unit: days fits when the limit becomes `6 days` with it
 *
 * Each answer is pasted and the terms are read again. An answer that makes something wrong takes the remedy along in its
 * edit when there is one that only restates (the same length in other units, or a number left `undecided`), and is
 * otherwise not offered.
 */
import { type Choice, type Place, type Problem, type TextEdit } from '../base/index.ts'
import { replaceAt } from '../text/index.ts'

/** Questions whose answers other parts of the terms constrain. */
const constrained = new Set([
  'unit',
  'as',
  'take',
  'pick',
  'boundary',
  'use',
  'split',
  'on',
  'per-unit',
  'window',
  'when',
])

/** Problems whose first remedy follows from the answer that caused them. */
const following = new Set([
  'unit-mismatch',
  'unit-unfit',
  'learning-paid',
  'payer-turn-open',
  'payer-shares',
  'drawdowns-missing',
])

const remediesMost = 40

/** The problems, with the answers to each open question that the rest of the text lets stand. */
export function fitAnswers(text: string, problems: readonly Problem[], read: (text: string) => Problem[]): Problem[] {
  if (problems.some(isWrong)) return [...problems]
  return problems.map((question) => {
    if (question.code !== 'edge-unsettled' || !constrained.has(String(question.facts['key']))) return question
    const choices = question.choices.flatMap((choice) => fitted(text, choice, read) ?? [])
    return choices.length === 0 ? question : { ...question, choices }
  })
}

const isWrong = (found: Problem): boolean => found.severity === 'wrong'

function fitted(text: string, choice: Choice, read: (text: string) => Problem[]): Choice | undefined {
  if (choice.edit === undefined) return choice
  let edited = withEdit(text, choice.edit)
  for (let remedies = 0; remedies <= remediesMost; remedies++) {
    const wrong = read(edited).filter(isWrong)
    if (wrong.length === 0) {
      return remedies === 0 ? choice : { ...choice, edit: editBetween(text, edited, choice.edit.at.file) }
    }
    const remedy = wrong.find((found) => following.has(found.code))?.choices[0]?.edit
    if (remedy === undefined || wrong.some((found) => !following.has(found.code))) return undefined
    edited = withEdit(edited, remedy)
  }
  return undefined
}

const withEdit = (text: string, edit: TextEdit): string => replaceAt(text, edit.at, edit.text)

/** The one edit that turns a text into another. */
function editBetween(before: string, after: string, file: string): TextEdit {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let tail = 0
  const tailMost = Math.min(before.length, after.length) - start
  while (tail < tailMost && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const line = before.slice(0, start).split('\n').length
  const column = start - before.lastIndexOf('\n', start - 1)
  const markWidth = line === 1 && before.startsWith('\uFEFF') ? 1 : 0
  const at: Place = { file, line, column: column - markWidth, length: before.length - start - tail }
  return { at, text: after.slice(start, after.length - tail) }
}
