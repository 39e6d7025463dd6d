/**
 * The text of a case as a person fills it in: every value with its place and path, and what may still be written where.
 *
 *     groups:                       map   case.groups                   named by the writer
 *       ordinary:                   map   case.groups.ordinary          a record: its keys, and those it lacks
 *         course: 10 months         leaf  case.groups.ordinary.course   '10 months'
 *         without: { is: 20 %, … }  leaf  … 20 %, marked as invented, with the reason
 *
 * Also of a text with faults and holes, as long as it is YAML. Knows nothing of words or pages.
 */
import { type Place } from '../../base/index.ts'
import {
  type Fields,
  type Reading,
  type Shape,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  choicesOf,
  plainText,
  readYaml,
  siblingOf,
} from '../../text/index.ts'
import { caseShape } from './case-file.ts'

/** What may be written at a key: in words of the reference, by the name of its kind, and the answers to choose from. */
export type OutlineField = { says: string; definition: string | undefined; choices: readonly string[] }

export type OutlineLeaf = {
  kind: 'leaf'
  path: string
  text: string
  isEmpty: boolean
  mark: { grade: string; reason: string } | undefined
  /** Of the value, without its mark. */
  at: Place
  field: OutlineField | undefined
}

export type OutlineEntry = { key: string; node: OutlineNode }
export type OutlineMissing = { key: string; presence: 'required' | 'optional' | 'edge'; field: OutlineField }

export type OutlineMap = {
  kind: 'map'
  path: string
  at: Place
  /** Keys that the writer makes up, rather than those of a record. */
  isNamed: boolean
  entries: OutlineEntry[]
  missing: OutlineMissing[]
  /** Of a record every key it can have, in the order of the reference; of named things none. */
  keys: readonly string[]
  /** Of the keys that are written, those that need not be. */
  optional: string[]
}

export type OutlineList = {
  kind: 'list'
  path: string
  at: Place
  items: OutlineNode[]
  field: OutlineField | undefined
}

export type OutlineNode = OutlineLeaf | OutlineMap | OutlineList

type Met = { met: ReadonlyMap<string, Fields>; root: YamlMap }

/** Nothing where the text is no YAML. */
export function outlineCase(text: string): OutlineMap | undefined {
  const { root } = readYaml(text, 'case.yaml')
  if (root === undefined || root.kind !== 'map') return undefined
  const met = new Map<string, Fields>()
  const currency = plainText(root.entries.find(({ key }) => key === 'currency')?.value) ?? ''
  const to: Reading = { problems: [], marks: [], currency, root, met: (_, fields, path) => met.set(path, fields) }
  caseShape.read(root, to, 'case')
  const outlined = outlineOf(root, 'case', undefined, { met, root })
  return outlined.kind === 'map' ? outlined : undefined
}

function outlineOf(node: YamlNode, path: string, shape: Shape<unknown> | undefined, met: Met): OutlineNode {
  const field = shape === undefined ? undefined : fieldOf(shape)
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => outlineOf(item, `${path}[${index}]`, shape?.inner ?? shape, met))
    return { kind: 'list', path, at: node.at, items, field }
  }
  if (node.kind !== 'map') return leafOf(node, path, field, undefined)
  const marked = markOf(node.entries)
  if (marked !== undefined) return leafOf(marked.is, path, field, marked.mark)
  const fields = met.met.get(path)
  const sibling = siblingOf(node, met.root)
  const written = node.entries.map(({ key }) => key)
  return {
    kind: 'map',
    path,
    at: node.at,
    isNamed: fields === undefined,
    entries: node.entries.map(({ key, value }) => {
      return {
        key,
        node: outlineOf(value, `${path}.${key}`, fields === undefined ? shape?.inner : fields[key]?.shape, met),
      }
    }),
    keys: Object.keys(fields ?? {}),
    optional: written.filter((key) => fields?.[key]?.presence === 'optional'),
    missing: Object.entries(fields ?? {})
      .filter(([key, { presence, asked }]) => !written.includes(key) && (presence === 'optional' || asked(sibling)))
      .map(([key, of]) => {
        return { key, presence: of.presence, field: { ...fieldOf(of.shape), choices: choicesOf(of, sibling) } }
      }),
  }
}

/** A value that stands without its list, or instead of its word, is of the kind inside. */
const fieldOf = ({ says, definition, choices, inner }: Shape<unknown>): OutlineField => {
  return { says, definition: definition ?? inner?.definition, choices }
}

function leafOf(node: YamlNode, path: string, field: OutlineField | undefined, mark: OutlineLeaf['mark']): OutlineLeaf {
  const text = plainText(node) ?? ''
  return { kind: 'leaf', path, text, isEmpty: node.kind === 'empty', mark, at: node.at, field }
}

const grades = ['assumed', 'invented', 'derived', 'published']

/** `{ is: 192000 kr, derived: … }`, where nothing more stands beside. */
function markOf(entries: readonly YamlEntry[]): { is: YamlNode; mark: { grade: string; reason: string } } | undefined {
  const is = entries.find(({ key }) => key === 'is')
  const grade = entries.find(({ key }) => grades.includes(key))
  if (is === undefined || grade === undefined || entries.length !== 2) return undefined
  return { is: is.value, mark: { grade: grade.key, reason: plainText(grade.value) ?? '' } }
}

/** Every value of the outline, in the order of the text. */
export function leavesOf(node: OutlineNode): OutlineLeaf[] {
  if (node.kind === 'leaf') return [node]
  if (node.kind === 'list') return node.items.flatMap(leavesOf)
  return node.entries.flatMap((entry) => leavesOf(entry.node))
}
