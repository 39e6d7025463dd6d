/**
 * Amendments: dated changes of the terms, and the terms in force between them.
 *
 *     amendment: "2"
 *     from: 2018-08-01
 *     governs: results-from            # or people-started-from, or everyone
 *     changes:
 *       - { set: payments.placed.per-met, to: 11000 USD }
 *
 * A changed value is put in where the old one stood and keeps its own place, so a reason points into the amendment's
 * file. Nothing is overwritten: every version can still be run. Which people and results a version governs decides who
 * is paid what, so an amendment that does not say it is an unsettled question.
 */
import { type Day, type Problem, problem, sortProblems } from '../base/index.ts'
import {
  type Mark,
  type Read,
  type Reading,
  type Shape,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  edge,
  fixedDay,
  freeText,
  listOf,
  nearest,
  oneOf,
  optional,
  readYaml,
  record,
  required,
  words,
} from '../text/index.ts'
import { type Agreement } from './agreement.ts'
import { readTermsNode } from './read.ts'

export type SourceText = { file: string; text: string }

/** Any piece of terms, read later as a part of the whole. */
const piece: Shape<YamlNode> = {
  says: 'any piece of terms',
  choices: [],
  read: (node) => node,
  schema: () => ({}),
}

const amendmentShape = record({
  amendment: required(freeText),
  from: required(fixedDay),
  'agreed-on': optional(fixedDay),
  reason: required(words),
  assent: optional(listOf(freeText)),
  governs: edge(oneOf('people-started-from', 'results-from', 'everyone')),
  changes: required(listOf(record({ set: optional(freeText), remove: optional(freeText), to: optional(piece) }))),
})
export type Amendment = Read<typeof amendmentShape>

/** One version of the terms: what it says, from when, and whom it governs. The first has no amendment. */
export type TermsVersion = {
  name: string
  agreement: Agreement
  marks: Mark[]
  amendment: Amendment | undefined
  from: Day | undefined
}

export type TermsInForce = { versions: TermsVersion[]; problems: Problem[]; marks: Mark[] }

/**
 * Reads terms and their amendments, oldest first, into the versions in force.
 *
 * `settings` are pieces put into the terms before anything else. Problems: those of `readTerms` for each version,
 * amendment-change-unclear, amendment-path-unknown, amendment-out-of-order, and as notices amendment-reaches-back,
 * amendment-name-taken and amendment-day-outside.
 */
export function readVersions(
  terms: SourceText,
  amendments: readonly SourceText[],
  settings?: SourceText,
): TermsInForce {
  const yaml = readYaml(terms.text, terms.file)
  const empty = { file: terms.file, line: 1, column: 1, length: 0 }
  if (yaml.root === undefined || yaml.root.kind === 'empty') {
    const problems = yaml.problems.length > 0 ? yaml.problems : [problem('terms-empty', 'wrong', empty)]
    return { versions: [], problems, marks: [] }
  }
  const set = applySettings(yaml.root, settings)
  let root = set.root
  const first = readTermsNode(root, [...yaml.problems, ...set.problems])
  const problems: Problem[] = [...first.problems]
  const versions: TermsVersion[] = []
  if (first.agreement !== undefined) {
    versions.push({ name: '1', agreement: first.agreement, marks: first.marks, amendment: undefined, from: undefined })
  }
  for (const source of amendments) {
    const read = readAmendment(source)
    problems.push(...read.problems)
    if (read.amendment === undefined) continue
    const before = versions.at(-1)?.from
    if (before !== undefined && read.amendment.from < before) {
      problems.push(
        problem('amendment-out-of-order', 'wrong', read.amendment.places.from!, { before, from: read.amendment.from }),
      )
    }
    problems.push(...oddities(read.amendment, versions))
    const changed = applyChanges(root, read.amendment)
    problems.push(...changed.problems)
    if (changed.problems.length > 0) continue
    problems.push(...reachingBack(read.amendment))
    root = changed.root
    const next = readTermsNode(root, [])
    // A problem of the first version that the amendment did not touch is told once.
    const isNew = (found: Problem) => !problems.some((known) => known.code === found.code && samePlace(known, found))
    problems.push(...next.problems.filter(isNew))
    if (next.agreement !== undefined) {
      const { amendment } = read
      versions.push({
        name: amendment.amendment,
        agreement: next.agreement,
        marks: next.marks,
        amendment,
        from: amendment.from,
      })
    }
  }
  const stops = problems.some((found) => found.severity !== 'notice')
  return {
    versions: stops ? [] : versions,
    problems: sortProblems(problems),
    marks: versions.at(-1)?.marks ?? first.marks,
  }
}

/** Puts in pieces of terms by path, such as `goals.individual.met.decided-by: count`, to see what they would do. */
function applySettings(root: YamlNode, settings: SourceText | undefined): { root: YamlNode; problems: Problem[] } {
  if (settings === undefined) return { root, problems: [] }
  const yaml = readYaml(settings.text, settings.file)
  const problems = [...yaml.problems]
  let set = root
  for (const { key, keyAt, value } of yaml.root?.kind === 'map' ? yaml.root.entries : []) {
    const next = replaced(set, key.split('.'), value)
    if ('unknown' in next) {
      problems.push(
        problem('amendment-path-unknown', 'wrong', keyAt, {
          path: key,
          unknown: next.unknown,
          nearest: next.nearest ?? '',
        }),
      )
    } else set = next.node
  }
  return { root: set, problems }
}

const samePlace = (a: Problem, b: Problem) =>
  a.at.file === b.at.file && a.at.line === b.at.line && a.at.column === b.at.column

function readAmendment(source: SourceText): { amendment: Amendment | undefined; problems: Problem[] } {
  const yaml = readYaml(source.text, source.file)
  const reading: Reading = { problems: [...yaml.problems], marks: [], currency: '' }
  const amendment = yaml.root === undefined ? undefined : amendmentShape.read(yaml.root, reading, `amendment`)
  const isWrong = reading.problems.some((found) => found.severity === 'wrong')
  return { amendment: isWrong ? undefined : amendment, problems: reading.problems }
}

function applyChanges(root: YamlNode, amendment: Amendment): { root: YamlNode; problems: Problem[] } {
  const problems: Problem[] = []
  let changed = root
  for (const change of amendment.changes) {
    const path = change.set ?? change.remove
    if (
      path === undefined ||
      (change.set !== undefined) === (change.remove !== undefined) ||
      (change.set !== undefined && change.to === undefined)
    ) {
      problems.push(problem('amendment-change-unclear', 'wrong', change.at))
      continue
    }
    const next = replaced(changed, path.split('.'), change.to)
    if ('unknown' in next) {
      problems.push(
        problem('amendment-path-unknown', 'wrong', change.at, {
          path,
          unknown: next.unknown,
          nearest: next.nearest ?? '',
        }),
      )
    } else changed = next.node
  }
  return { root: changed, problems }
}

/** A name that another version has, the agreement itself being 1; and a day on which there is no agreement. */
function oddities({ amendment, from, places }: Amendment, versions: readonly TermsVersion[]): Problem[] {
  const found: Problem[] = []
  if (versions.some(({ name }) => name === amendment))
    found.push(problem('amendment-name-taken', 'notice', places.amendment!, { name: amendment }))
  const runs = versions.at(-1)?.agreement.runs
  if (runs !== undefined && (from < runs.from || from > runs.through))
    found.push(
      problem('amendment-day-outside', 'notice', places.from!, { from, begins: runs.from, through: runs.through }),
    )
  return found
}

/** Limits, payers and settlement are those of the newest version, for all that has been earned, whomever else it governs. */
const heldForAll = ['limits', 'payers', 'settlement']

function reachingBack({ governs, changes, from }: Amendment): Problem[] {
  if (governs === undefined || governs === 'everyone') return []
  return changes.flatMap(({ at, set, remove }) => {
    const [part = ''] = (set ?? remove ?? '').split('.')
    return heldForAll.includes(part) ? [problem('amendment-reaches-back', 'notice', at, { part, from, governs })] : []
  })
}

type Replaced = { node: YamlNode } | { unknown: string; nearest: string | undefined }

/** The tree with the piece at a path put in, added where only its last name is new, or taken out. */
function replaced(node: YamlNode, path: readonly string[], piece: YamlNode | undefined): Replaced {
  const [head = '', ...rest] = path
  if (node.kind === 'list') {
    const index = Number(head)
    const item = node.items[index]
    if (item === undefined && !(rest.length === 0 && index === node.items.length && piece !== undefined))
      return unknown(head, [])
    if (rest.length === 0) {
      const items =
        piece === undefined
          ? node.items.filter((_, at) => at !== index)
          : [...node.items.slice(0, index), piece, ...node.items.slice(index + 1)]
      return { node: { ...node, items } }
    }
    const inner = replaced(item!, rest, piece)
    return 'unknown' in inner
      ? inner
      : { node: { ...node, items: node.items.map((old, at) => (at === index ? inner.node : old)) } }
  }
  if (node.kind !== 'map') return unknown(head, [])
  const entry = node.entries.find((candidate) => candidate.key === head)
  if (entry === undefined) {
    if (rest.length > 0 || piece === undefined)
      return unknown(
        head,
        node.entries.map(({ key }) => key),
      )
    return { node: { ...node, entries: [...node.entries, { key: head, keyAt: piece.at, value: piece }] } }
  }
  if (rest.length === 0 && piece === undefined)
    return { node: { ...node, entries: node.entries.filter((old) => old !== entry) } }
  const inner: Replaced = rest.length === 0 ? { node: piece! } : replaced(entry.value, rest, piece)
  return 'unknown' in inner ? inner : { node: withEntry(node, entry, inner.node) }
}

function withEntry(node: YamlMap, entry: YamlEntry, value: YamlNode): YamlMap {
  return { ...node, entries: node.entries.map((old) => (old === entry ? { ...old, value } : old)) }
}

const unknown = (name: string, known: readonly string[]) => ({ unknown: name, nearest: nearest(name, known) })

/**
 * The versions in force on a statement's days: those that begin by the day it is made to and were agreed by the day it
 * knows. An amendment builds on the ones before it, so the first that is not in force ends the row. An amendment that
 * does not say when it was agreed is known from the first day.
 */
export function versionsInForce(versions: readonly TermsVersion[], to: Day, knownAt: Day): TermsVersion[] {
  const isAhead = ({ amendment }: TermsVersion) =>
    amendment !== undefined && (amendment.from > to || (amendment.agreedOn ?? knownAt) > knownAt)
  const first = versions.findIndex(isAhead)
  return first < 0 ? [...versions] : versions.slice(0, first)
}

/** The version that governs a result, by the day the subject started and the day of the result. */
export function versionFor(
  versions: readonly TermsVersion[],
  startedOn: Day | undefined,
  resultOn: Day | undefined,
): number {
  let governing = 0
  versions.forEach(({ amendment }, index) => {
    if (amendment === undefined) return
    const day = { 'people-started-from': startedOn ?? resultOn, 'results-from': resultOn, everyone: Infinity }[
      amendment.governs
    ]
    if (day !== undefined && day >= amendment.from) governing = index
  })
  return governing
}
