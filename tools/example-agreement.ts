/**
 * The example agreement of the reference, docs/reference/examples/agreement.yaml: what it says, and what it would say with
 * another answer in it.
 *
 *     clauseWith([{ set: 'measures.shelter.overlap', to: 'each' }], 'terms.measures.shelter.overlap')
 *         →  the sentences of the clause on shelters, in Danish and English, if each stay counted by itself
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { agreementShape } from '../src/core/terms/agreement.ts'
import { type Agreement, type ReadTerms, clauseAt, wordsOf } from '../src/core/terms/index.ts'
import { readTermsNode } from '../src/core/terms/read.ts'
import { type Fields, type Reading, type YamlNode, readYaml } from '../src/core/text/index.ts'

export type Tree = string | Tree[] | { [key: string]: Tree }
export type Change = { set: string; to: Tree } | { remove: string }
export type Told = { da: string[]; en: string[] }

const folder = join(import.meta.dirname, '..', 'docs', 'reference', 'examples')
const loose = { schema: 'failsafe' } as const

export const readExampleFile = (name: string): string => readFileSync(join(folder, name), 'utf8')
export const parseLoosely = (text: string): Tree => parse(text, loose) as Tree

const agreementText = readExampleFile('agreement.yaml')

const root = readYaml(agreementText, 'agreement.yaml').root!

/** The fields by which each map of the agreement is read, by path. */
export const fieldsByPath = fieldsMet(root)

function fieldsMet(node: YamlNode): Map<string, Fields> {
  const found = new Map<string, Fields>()
  const met: Reading['met'] = (_, fields, path) => found.set(path.replace(/\[(\d+)\]/g, '.$1'), fields)
  agreementShape.read(node, { problems: [], marks: [], currency: 'DKK', met }, 'terms')
  return found
}

const memory = new Map<string, ReadTerms>()

/** The example with pieces put in or taken out. Keys are paths with points, also into lists. */
export function termsWith(changes: readonly Change[]): ReadTerms {
  const key = JSON.stringify(changes)
  const known = memory.get(key)
  if (known !== undefined) return known
  let tree = root
  for (const change of changes) {
    const [path, piece] = 'set' in change ? [change.set, pieceOf(change.to)] : [change.remove, undefined]
    tree = changedAt(tree, path.split('.'), piece)
  }
  const terms = readTermsNode(tree, [])
  memory.set(key, terms)
  return terms
}

const pieceOf = (tree: Tree): YamlNode =>
  readYaml(typeof tree === 'string' ? tree : stringify(tree, { aliasDuplicateObjects: false }), 'change.yaml').root!

function changedAt(node: YamlNode, [head, ...rest]: readonly string[], piece: YamlNode | undefined): YamlNode {
  if (head === undefined) return piece ?? node
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item, at) => (String(at) === head ? changedAt(item, rest, piece) : item)) }
  }
  if (node.kind !== 'map') return node
  const known = node.entries.find((entry) => entry.key === head)
  if (known === undefined) {
    return piece === undefined
      ? node
      : { ...node, entries: [...node.entries, { key: head, keyAt: piece.at, value: piece }] }
  }
  if (rest.length === 0 && piece === undefined)
    return { ...node, entries: node.entries.filter((entry) => entry !== known) }
  const value = rest.length === 0 ? piece! : changedAt(known.value, rest, piece)
  return { ...node, entries: node.entries.map((entry) => (entry === known ? { ...entry, value } : entry)) }
}

/** What stops the example with a change in it, for tests. */
export function problemsWith(changes: readonly Change[]): string[] {
  return termsWith(changes)
    .problems.filter(({ severity }) => severity !== 'notice')
    .map(({ code, at, facts }) => `${code} ${at.file}:${String(at.line)} ${JSON.stringify(facts)}`)
}

/** The sentences of the clause that tells what stands at a path. */
export function clauseWith(changes: readonly Change[], path: string): Told | undefined {
  const { agreement } = termsWith(changes)
  const id = agreement === undefined ? undefined : clauseAt(agreement, path)
  if (agreement === undefined || id === undefined) return undefined
  return sentencesOf(agreement, (clause) => clause === id)
}

/** The sentences of some clauses, or of some paths in them. */
export function sentencesOf(
  agreement: Agreement,
  isClause: (id: string) => boolean,
  isSentence: (sentence: { path: string; small: boolean }) => boolean = () => true,
): Told {
  const told = (locale: 'da' | 'en') =>
    wordsOf(agreement, [], locale)
      .filter(({ id }) => isClause(id))
      .flatMap(({ sentences }) => sentences.filter(isSentence).map(({ text }) => text))
  return { da: told('da'), en: told('en') }
}

/** The sentences that not all the others have. */
export const without = (some: Told, others: readonly Told[]): Told => ({
  da: some.da.filter((text) => !others.every(({ da }) => da.includes(text))),
  en: some.en.filter((text) => !others.every(({ en }) => en.includes(text))),
})

export const termsPath = (path: string) => `terms.${path}`.replace(/\.(\d+)/g, '[$1]')

/** The sentences that come from a path. */
export function toldByPath(path: string): Told {
  const own = termsPath(path)
  const isOwn = (at: string) => at === own || at.startsWith(`${own}.`)
  return sentencesOf(
    termsWith([]).agreement!,
    () => true,
    (sentence) => isOwn(sentence.path),
  )
}

/** What is written at a path. */
export function pieceAt(path: string): Tree | undefined {
  return path
    .split('.')
    .reduce<Tree | undefined>(
      (tree, name) => (typeof tree === 'object' ? (tree as Record<string, Tree>)[name] : undefined),
      parseLoosely(agreementText),
    )
}
