/** What stands in a map as plain text: a value, also one that carries a mark, and for whoever asks about one key, what the others say. */
import { type Place } from '../base/index.ts'
import { type YamlEntry, type YamlMap, type YamlNode } from './yaml.ts'

export const markGrades = ['assumed', 'invented', 'derived', 'published'] as const
export type MarkGrade = (typeof markGrades)[number]

/** The plain text of a map's entry, for `asked`. */
export const siblingOf =
  (node: YamlMap, root?: YamlMap) =>
  (key: string): string | undefined =>
    siblingText(key.startsWith('/') ? nodeOn(root, key.slice(1).split('.')) : nodeOn(node, [key]))

function nodeOn(from: YamlNode | undefined, keys: readonly string[]): YamlNode | undefined {
  return keys.reduce((node, key) => {
    return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined
  }, from)
}

function siblingText(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'list') return plainText(node) ?? (node === undefined ? undefined : '')
  return node.items.map((item) => plainText(item) ?? '').join(' | ')
}

/** The text of a plain value, also when it carries a mark. */
export function plainText(node: YamlNode | undefined): string | undefined {
  if (node?.kind === 'text') return node.text
  if (node === undefined || !isMarked(node)) return undefined
  return plainText(node.entries.find((entry) => entry.key === 'is')?.value)
}

export const isGrade = (entry: YamlEntry): boolean => (markGrades as readonly string[]).includes(entry.key)

export function isMarked(node: YamlNode): node is YamlMap {
  return node.kind === 'map' && node.entries.some((entry) => entry.key === 'is') && node.entries.some(isGrade)
}

/** Where the names of maps stand that were read: beside the map, which is only the names and what they are. */
const namePlaces = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, Place>>()

export function rememberNames(values: ReadonlyMap<string, unknown>, { entries }: YamlMap): void {
  namePlaces.set(values, new Map(entries.map(({ key, keyAt }) => [key, keyAt])))
}

/** The place of a name in the text its map was read from; nothing of a map that was made otherwise. */
export const placeOfName = (values: ReadonlyMap<string, unknown>, name: string): Place | undefined =>
  namePlaces.get(values)?.get(name)
