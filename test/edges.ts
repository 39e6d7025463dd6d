/**
 * Edges of terms, for the tests that take them out: where each is, what the terms are without it, and what is wrong when
 * the question it leaves is not asked, not asked at its place, or has answers that do not run.
 */
import { type Choice, type Problem } from '../src/core/base/index.ts'
import { agreementShape } from '../src/core/terms/agreement.ts'
import { editedTree, isConstrained } from '../src/core/terms/answers.ts'
import { comparisonFields, valuedFields } from '../src/core/terms/kinds.ts'
import { type ReadTerms, isWrong, readTerms, readTermsNode, withChoice } from '../src/core/terms/read.ts'
import { questionWords } from '../src/core/terms/index.ts'
import {
  type Fields,
  type Reading,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  readYaml,
  removeEntry,
  replaceAt,
  siblingOf,
} from '../src/core/text/index.ts'

export type Edge = {
  /** How the question is known, and the map it is about. */
  key: string
  path: string
  entry: YamlEntry
  /** The text without the edge, and the tree without it. */
  takenOut: (text: string) => string
  leftOut: (root: YamlNode) => YamlNode
  /** What the question and its answers may depend on, and how the edge is written. */
  likeness: string
  manner: string
}

const limits = ['at-least', 'at-most', 'more-than', 'less-than', 'exactly']

/** Every edge a contract answers: fields that are asked for, sides of a comparison, and ends of a window. */
export function edgesIn(text: string, file: string): Edge[] {
  const found: Edge[] = []
  for (const { node, fields, path } of mapsIn(text, file)) {
    for (const entry of node.entries) {
      const field = fields[entry.key]
      const manner = mannerOf(node, entry)
      const likeness = likenessOf(node, entry, manner)
      const opened = (key: string, open: string): Edge => ({
        key,
        path,
        entry,
        takenOut: (edited) => replaceAt(edited, entry.keyAt, open),
        leftOut: (root) => withEntry(root, entry, { ...entry, key: open }),
        likeness,
        manner,
      })
      if (field?.presence === 'edge' && field.asked(siblingOf(node))) {
        const takenOut = (edited: string): string => removeEntry(edited, entry)
        found.push({
          key: entry.key,
          path,
          entry,
          takenOut,
          leftOut: (root) => withEntry(root, entry),
          likeness,
          manner,
        })
      }
      const isLimit =
        limits.includes(entry.key) && (fields === comparisonFields || fields === valuedFields || 'give' in fields)
      if (isLimit) found.push(opened('boundary', 'threshold'))
      if ('until' in fields && (entry.key === 'until' || entry.key === 'through'))
        found.push(opened('window-end', 'to'))
    }
  }
  return found
}

function mannerOf(node: YamlMap, entry: YamlEntry): string {
  return [entry.key, node.flow, node.entries[0] === entry, ...node.entries.map(({ key }) => key)].join(' ')
}

/** For most questions the keys beside it tell all; for some the whole map does. */
function likenessOf(node: YamlMap, entry: YamlEntry, manner: string): string {
  const dependsOnValues = [
    'unit',
    'as',
    'take',
    'pick',
    'use',
    'split',
    'on',
    'of',
    'window',
    'until',
    'through',
    ...limits,
  ]
  if (!dependsOnValues.includes(entry.key)) return manner
  return (
    manner +
    JSON.stringify(node, (key: string, inner: unknown) => (key === 'at' || key === 'keyAt' ? undefined : inner))
  )
}

function withEntry(root: YamlNode, entry: YamlEntry, instead?: YamlEntry): YamlNode {
  if (root.kind === 'list') return { ...root, items: root.items.map((item) => withEntry(item, entry, instead)) }
  if (root.kind !== 'map') return root
  const entries = root.entries.flatMap((one) => {
    if (one.keyAt.line !== entry.keyAt.line || one.keyAt.column !== entry.keyAt.column) {
      return [{ ...one, value: withEntry(one.value, entry, instead) }]
    }
    return instead === undefined ? [] : [instead]
  })
  return { ...root, entries }
}

type Met = { node: YamlMap; fields: Fields; path: string }

/** Every map of the text with the fields it is read by. */
function mapsIn(text: string, file: string): Met[] {
  const { root } = readYaml(text, file)
  const found: Met[] = []
  const currency = /^currency: (\w+)/m.exec(text)?.[1] ?? ''
  const reading: Reading = {
    problems: [],
    marks: [],
    currency,
    met: (node, fields, path) => found.push({ node, fields, path }),
  }
  agreementShape.read(root!, reading, 'terms')
  return found
}

const nameOf = (edge: Edge): string => `${edge.path} without ${edge.entry.key} (line ${edge.entry.keyAt.line})`

function questionAbout(edge: Edge, problems: readonly Problem[]): Problem | undefined {
  return problems.find(
    ({ code, facts }) => code === 'edge-unsettled' && facts['path'] === edge.path && facts['key'] === edge.key,
  )
}

export function faultsOf({ agreement, problems }: ReadTerms, edge: Edge): string[] {
  const wrong = problems.filter(isWrong).map(({ code, at }) => `${code} at ${at.line}:${at.column}`)
  if (wrong.length > 0) return [`${nameOf(edge)} is wrong: ${wrong.join(', ')}`]
  if (agreement !== undefined) return [`${nameOf(edge)} still runs`]
  return questionAbout(edge, problems) === undefined ? [`${nameOf(edge)} is not asked about`] : []
}

export function faultsWhenAnswered(root: YamlNode, edge: Edge): string[] {
  const question = questionAbout(edge, readTermsNode(root, []).problems)
  if (question === undefined) return [`${nameOf(edge)} is not asked about`]
  const { choices } = question
  // The rest of the terms may leave one answer: a window of one day has one end only that holds the day.
  if (choices.length < (isConstrained(question) ? 1 : 2)) {
    return [`${nameOf(edge)} has answers: ${choices.map(({ paste }) => paste).join(', ')}`]
  }
  return [...wordless(edge, question), ...choices.flatMap((choice) => faultsWithAnswer(root, edge, choice))]
}

function faultsWithAnswer(root: YamlNode, edge: Edge, choice: Choice): string[] {
  const edits = [choice.edit!, ...(choice.also ?? [])]
  const { problems } = readTermsNode(edits.reduce(editedTree, root), [])
  return faultsAfter(edge, choice, problems)
}

/** A question that no language asks in words of its own. */
function wordless(edge: Edge, { facts, choices }: Problem): string[] {
  const pastes = choices.map(({ paste }) => paste)
  return (['da', 'en'] as const)
    .filter((locale) => questionWords(edge.key, facts, locale, pastes) === undefined)
    .map((locale) => `${nameOf(edge)} has no words in ${locale}`)
}

function faultsAfter(edge: Edge, choice: Choice, problems: readonly Problem[]): string[] {
  const codes = problems.filter(isWrong).map(({ code }) => code)
  if (questionAbout(edge, problems) !== undefined) codes.push('the question stays open')
  return codes.length === 0 ? [] : [`${nameOf(edge)}: ${choice.paste} is wrong: ${codes.join(', ')}`]
}

export function faultsWhenPasted(text: string, file: string, edge: Edge): string[] {
  const without = edge.takenOut(text)
  const read = readTerms(without, file)
  const question = questionAbout(edge, read.problems)
  if (question === undefined) return faultsOf(read, edge)
  const isThere = placesOf(without, file, edge).some(
    ({ line, column }) => line === question.at.line && column === question.at.column,
  )
  const misplaced = isThere ? [] : [`${nameOf(edge)} is asked about at ${question.at.line}:${question.at.column}`]
  const failing = question.choices.flatMap((choice) =>
    faultsAfter(edge, choice, readTerms(withChoice(without, choice), file).problems),
  )
  return [...misplaced, ...failing]
}

/** Where the question may stand: at the map that lacks the edge, or at the word that leaves it open. */
function placesOf(without: string, file: string, edge: Edge): { line: number; column: number }[] {
  const maps = mapsIn(without, file).filter(({ path }) => path === edge.path)
  const isWord = edge.key === 'boundary' || edge.key === 'window-end'
  return isWord ? [edge.entry.keyAt] : maps.map(({ node }) => node.at)
}

export function latestFirst(edges: readonly Edge[]): Edge[] {
  const isInside = (one: Edge, other: Edge) => one !== other && one.path.startsWith(`${other.path}.${other.entry.key}`)
  // An edge inside another one goes with it.
  const outermost = edges.filter((one) => !edges.some((other) => isInside(one, other)))
  return outermost.sort(
    (a, b) => b.entry.keyAt.line - a.entry.keyAt.line || b.entry.keyAt.column - a.entry.keyAt.column,
  )
}
