/**
 * Values of a YAML text by their path, and small edits of them: more of what yaml-edit.ts does, for whoever edits by path.
 *
 *     nodeAt(root, 'groups.young.plan[0].people')        → the node there
 *     plainYaml('a, b')                                  → '"a, b"', because a comma in braces begins a new key
 *     insertItem('plan: [1, 2]', list, '3')              → 'plan: [1, 2, 3]'
 */
import { assert } from '../base/index.ts'
import { offsetOf } from './places.ts'
import { replaceAt } from './yaml-edit.ts'
import { type YamlEntry, type YamlList, type YamlNode } from './yaml.ts'

/** The node at a path of keys and of places in lists; a value that stands without its list is the list's first. */
export function nodeAt(root: YamlNode, path: string): YamlNode | undefined {
  return entryAt(root, path)?.value ?? (path === '' ? root : itemAt(root, path))
}

/** The entry of a map at a path that ends in a key. */
export function entryAt(root: YamlNode, path: string): YamlEntry | undefined {
  const dot = path.lastIndexOf('.')
  const [above, key] = dot < 0 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)]
  if (key.endsWith(']')) return undefined
  const map = above === '' ? root : nodeAt(root, above)
  return map?.kind === 'map' ? map.entries.find((entry) => entry.key === key) : undefined
}

function itemAt(root: YamlNode, path: string): YamlNode | undefined {
  const match = /^(.*)\[(\d+)\]$/.exec(path)
  if (match === null) return undefined
  const list = nodeAt(root, match[1]!)
  if (list?.kind === 'list') return list.items[Number(match[2])]
  return match[2] === '0' ? list : undefined
}

/** Text as a value on one line that reads back as the same text wherever it stands; in quotes only where it must. */
export function plainYaml(text: string): string {
  const isPlain = /^[\p{L}\p{N}(−+/][^:#,[\]{}"'`\n\r\t&*!|>]*$/u.test(text) || /^-\d[\d. ]*( ?[\p{L}%]+)?$/u.test(text)
  const isSpecial = /^(null|~|true|false|yes|no|on|off)$/i.test(text)
  const isAddress = /^https?:\/\/[^\s,[\]{}"'`#]+$/.test(text)
  return (isPlain && !isSpecial && text.trim() === text) || isAddress ? text : JSON.stringify(text)
}

/** `text` with a value in place of an empty one, or of another. */
export function writeValue(text: string, node: YamlNode, value: string): string {
  const before = text[offsetOf(text, node.at) - 1]
  const needsSpace = node.at.length === 0 && before !== undefined && before !== ' ' && before !== '['
  return replaceAt(text, node.at, needsSpace ? ` ${value}` : value)
}

/** `text` with one more item at the end of a list, in the manner the list is written. `value` is YAML of one line. */
export function insertItem(text: string, list: YamlList, value: string): string {
  assert(!value.includes('\n'), 'an item is one line')
  const start = offsetOf(text, list.at)
  if (text[start] === '[') {
    const end = start + list.at.length
    return `${text.slice(0, end - 1).trimEnd()}${list.items.length === 0 ? '' : ', '}${value}${text.slice(end - 1)}`
  }
  const last = list.items.at(-1)
  assert(last !== undefined, 'a list without brackets has an item')
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const indent = text.slice(lineStart, start)
  const end = offsetOf(text, last.at) + last.at.length
  const lineEnd = text.indexOf('\n', end)
  const at = lineEnd < 0 ? text.length : lineEnd
  return `${text.slice(0, at)}\n${indent}- ${value}${text.slice(at)}`
}

/** `text` without one item of a list in brackets, or of one with an item a line. */
export function removeItem(text: string, list: YamlList, index: number): string {
  const item = list.items[index]
  assert(item !== undefined, 'the item is one of the list')
  if (list.items.length === 1) return replaceAt(text, list.at, '[]')
  const [from, to] = [offsetOf(text, item.at), offsetOf(text, item.at) + item.at.length]
  if (text[offsetOf(text, list.at)] === '[') {
    const next = list.items[index + 1]
    if (next !== undefined) return text.slice(0, from) + text.slice(offsetOf(text, next.at))
    const before = list.items[index - 1]!
    return text.slice(0, offsetOf(text, before.at) + before.at.length) + text.slice(to)
  }
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  return text.slice(0, lineStart) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1))
}
