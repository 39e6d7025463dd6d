/**
 * Answers that fit: what else the terms say may leave some answers to a question senseless, or ask more of others.
 *
 *     over: children, that: …, at-least: 50 %      take: share fits; take: sum would have nothing to sum
 *     time-in: shelter, at-most: 6 nights          unit: days fits when the limit becomes `6 days` with it
 *
 * Where one answer is left, it is still asked for: the terms must say it. Each answer is put into the tree and the terms are read again. An answer that makes something wrong takes the remedy
 * along when there is one that only restates (the same length in other units, or a number left `undecided`), and is
 * otherwise not offered. Where none fits because the clause has no follow-up date, they are offered to the end of the agreement.
 */
import { type Choice, type Place, type Problem, type TextEdit, assert } from '../base/index.ts'
import { type YamlEntry, type YamlNode, readYaml } from '../text/index.ts'

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
  'per',
  'per-unit',
  'window',
  'window-end',
  'of',
  'dates',
  'members-at',
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

/**
 * The problems, with the answers to each open question that the rest of the terms lets stand. They are tried when they
 * are first asked for, since most readers look at one question at a time.
 */
export function fitAnswers(
  root: YamlNode,
  problems: readonly Problem[],
  read: (root: YamlNode) => readonly Problem[],
): Problem[] {
  if (problems.some(isWrong)) return [...problems]
  return problems.map((question) => {
    if (!isConstrained(question)) return question
    let fitting: readonly Choice[] | undefined
    return {
      ...question,
      get choices() {
        fitting ??= fittingChoices(root, question, read)
        return fitting
      },
    }
  })
}

function fittingChoices(
  root: YamlNode,
  question: Problem,
  read: (root: YamlNode) => readonly Problem[],
): readonly Choice[] {
  const fit = (choices: readonly Choice[]) => choices.flatMap((choice) => fitted(root, choice, read) ?? [])
  const choices = fit(question.choices)
  if (choices.length > 0) return choices
  const timeless = fit(question.choices.map(withoutOccasion))
  return timeless.length === 0 ? question.choices : timeless
}

/** The answer where the clause has no follow-up date, as in a limit or a security: a window then ends with the agreement. */
function withoutOccasion(choice: Choice): Choice {
  const restated = (text: string) => text.replace(/\boccasion\b/, 'agreement end')
  const { edit } = choice
  return {
    ...choice,
    paste: restated(choice.paste),
    ...(edit === undefined ? {} : { edit: { ...edit, text: restated(edit.text) } }),
  }
}

const isWrong = (found: Problem): boolean => found.severity === 'wrong'

/** Whether other parts of the terms may leave only some of the answers, or one. */
export function isConstrained({ code, facts }: Problem): boolean {
  return code === 'edge-unsettled' && typeof facts['key'] === 'string' && constrained.has(facts['key'])
}

function fitted(root: YamlNode, choice: Choice, read: (root: YamlNode) => readonly Problem[]): Choice | undefined {
  if (choice.edit === undefined) return choice
  let edited = editedTree(root, choice.edit)
  const also: TextEdit[] = []
  while (also.length < remediesMost) {
    const wrong = read(edited).filter(isWrong)
    if (wrong.length === 0) return also.length === 0 ? choice : { ...choice, also }
    if (!wrong.every(({ code }) => following.has(code))) return undefined
    const remedy = wrong.find(({ choices }) => choices[0]?.edit !== undefined)?.choices[0]?.edit
    if (remedy === undefined) return undefined
    also.push(remedy)
    edited = editedTree(edited, remedy)
  }
  return undefined
}

/**
 * The tree with a text edit carried out: a new first entry, another key, another value, or another entry. What is put in
 * has places of its own, so that every other node keeps the place it has in the text.
 */
export function editedTree(root: YamlNode, edit: TextEdit): YamlNode {
  let isDone = false
  const pasted = (): YamlNode => {
    isDone = true
    const { root: read } = readYaml(edit.text.trim().replace(/,$/, ''), `pasted at ${keyOf(edit.at)}`)
    assert(read !== undefined, 'an answer can be read')
    return read
  }
  const entryIn = (node: YamlNode): YamlEntry => {
    assert(node.kind === 'map' && node.entries[0] !== undefined, 'a new entry has a key')
    return node.entries[0]
  }
  const edited = (node: YamlNode): YamlNode => {
    if (isDone) return node
    if (edit.at.length > 0 && samePlace(node.at, edit.at)) return pasted()
    if (node.kind === 'list') return { ...node, items: node.items.map(edited) }
    if (node.kind !== 'map') return node
    const [first] = node.entries
    if (edit.at.length === 0 && first !== undefined && samePlace({ ...first.keyAt, length: 0 }, edit.at)) {
      return { ...node, entries: [entryIn(pasted()), ...node.entries] }
    }
    return { ...node, entries: node.entries.map((entry) => editedEntry(entry)) }
  }
  const editedEntry = (entry: YamlEntry): YamlEntry => {
    if (isDone || edit.at.length === 0 || keyOf(entry.keyAt) !== keyOf(edit.at)) {
      return { ...entry, value: edited(entry.value) }
    }
    isDone = true
    return edit.at.length === entry.keyAt.length ? { ...entry, key: edit.text } : entryIn(pasted())
  }
  return edited(root)
}

const keyOf = (at: Place): string => `${at.file}:${at.line}:${at.column}`
const samePlace = (a: Place, b: Place): boolean => keyOf(a) === keyOf(b) && a.length === b.length
