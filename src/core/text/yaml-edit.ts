/**
 * Small edits of a YAML text that leave everything else, comments included, as its author wrote it.
 *
 *     replaceAt('cap: 50 # kroner', at of 50, '75')      → 'cap: 75 # kroner'
 *     removeEntry('cap: 50\nprice: 15\n', entry cap)      → 'price: 15\n'
 *     insertKey('cap: 50\n', root, 'price', '15')         → 'cap: 50\nprice: 15\n'
 *
 * The text must be one that `readYaml` has read without problems, and the place, entry or map must come from that reading;
 * anything else is a mistake in the calling code. A map that loses its last entry becomes `{}`, because an empty value
 * and a map without entries are two different things.
 */
import { Composer, Parser, isMap, isScalar, isSeq, type ParsedNode } from 'yaml'
import { assert, type Place } from '../base/index.ts'
import { offsetOf } from './places.ts'
import { type YamlEntry, type YamlMap } from './yaml.ts'

/** `text` with the characters of `at` replaced. */
export function replaceAt(text: string, at: Place, replacement: string): string {
  const start = offsetOf(text, at)
  assert(start + at.length <= text.length, 'the place lies within the text')
  return text.slice(0, start) + replacement + text.slice(start + at.length)
}

/** `text` without one entry of a map, nested lines and a comment on its last line included. */
export function removeEntry(text: string, entry: YamlEntry): string {
  const map = mapHolding(text, offsetOf(text, entry.keyAt))
  assert(map !== undefined, 'the entry was read from this text')
  const { index, pairs, isFlow } = map
  const pair = pairs[index]
  assert(pair !== undefined, 'the entry is one of the pairs of its map')
  if (pairs.length === 1) {
    const end = isFlow ? map.end : pair.end
    const lineFeed = text[end - 1] === '\n' ? '\n' : ''
    return `${text.slice(0, map.start)}{}${lineFeed}${text.slice(end)}`
  }
  const next = pairs[index + 1]
  if (isFlow) {
    const before = pairs[index - 1]
    if (next !== undefined) return text.slice(0, pair.start) + text.slice(next.start)
    return text.slice(0, before?.end ?? pair.start) + text.slice(pair.end)
  }
  const lineStart = text.lastIndexOf('\n', pair.start - 1) + 1
  const ownsItsLine = text.slice(lineStart, pair.start).trim() === ''
  if (!ownsItsLine && next !== undefined) return text.slice(0, pair.start) + text.slice(next.start)
  return text.slice(0, lineStart) + text.slice(endOfLine(text, pair.end))
}

/**
 * `text` with a new last entry in `map`. `value` is YAML source; when it has several lines it becomes a block under the
 * key, which only a block map can hold.
 */
export function insertKey(text: string, map: YamlMap, key: string, value: string): string {
  const first = map.entries[0]
  if (first === undefined) {
    return replaceAt(text, map.at, `{ ${key}: ${value} }`)
  }
  const held = mapHolding(text, offsetOf(text, first.keyAt))
  assert(held !== undefined, 'the map was read from this text')
  const last = held.pairs[held.pairs.length - 1]
  const firstPair = held.pairs[0]
  assert(last !== undefined && firstPair !== undefined, 'a map with entries has a first and a last')
  if (held.isFlow) {
    assert(!value.includes('\n'), 'a map in braces takes values of one line')
    return `${text.slice(0, last.end)}, ${key}: ${value}${text.slice(last.end)}`
  }
  const indent = ' '.repeat(firstPair.start - (text.lastIndexOf('\n', firstPair.start - 1) + 1))
  const lines = value.split('\n')
  const block = lines.length === 1 ? ` ${value}` : lines.map((line) => `\n${indent}  ${line}`).join('')
  const at = endOfLine(text, last.end)
  const lineFeed = at > 0 && text[at - 1] !== '\n' ? '\n' : ''
  return `${text.slice(0, at)}${lineFeed}${indent}${key}:${block}\n${text.slice(at)}`
}

type Span = { start: number; end: number }
type HeldMap = Span & { isFlow: boolean; pairs: Span[]; index: number }

/** The innermost map with a key that begins at `keyOffset`, as offsets. */
function mapHolding(text: string, keyOffset: number): HeldMap | undefined {
  const composer = new Composer<ParsedNode>({
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    keepSourceTokens: true,
  })
  const [document] = composer.compose(new Parser().parse(text), true, text.length)
  const waiting: ParsedNode[] = document?.contents == null ? [] : [document.contents]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isSeq<ParsedNode>(node)) waiting.push(...node.items)
    if (!isMap<ParsedNode, ParsedNode | null>(node)) continue
    const pairs = node.items.map((pair) => spanOf(text, pair.key, pair.value))
    const index = node.items.findIndex((pair) => pair.key.range[0] === keyOffset)
    if (index >= 0 && node.range) {
      return { start: node.range[0], end: node.range[1], isFlow: node.flow === true, pairs, index }
    }
    for (const pair of node.items) if (pair.value !== null) waiting.push(pair.value)
  }
  return undefined
}

function spanOf(text: string, key: ParsedNode, value: ParsedNode | null): Span {
  const keyEnd = key.range[1]
  return { start: key.range[0], end: Math.max(keyEnd, value === null ? keyEnd : contentEnd(text, value)) }
}

/** Where the last thing written in `node` ends. The parser's own end may lie after the comments that follow. */
function contentEnd(text: string, node: ParsedNode): number {
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true
  if (isBlock) {
    const last: unknown = node.items.at(-1)
    if (isSeq<ParsedNode>(node)) return contentEnd(text, last as ParsedNode)
    const pair = last as { key: ParsedNode; value: ParsedNode | null }
    return spanOf(text, pair.key, pair.value).end
  }
  const isAbsent = isScalar(node) && node.range[0] === node.range[1]
  if (!isAbsent) return node.range[1]
  // Back over comments and empty lines to the line that holds the colon or the dash.
  let end = node.range[0]
  for (;;) {
    const lineStart = text.lastIndexOf('\n', end - 1) + 1
    if (lineStart === 0 || !/^\s*(#.*)?$/.test(text.slice(lineStart, end))) {
      // Not the space before a comment either: '{}# note' would be no comment.
      return lineStart + text.slice(lineStart, end).trimEnd().length
    }
    end = lineStart - 1
  }
}

/** The offset after the line feed that ends the line of `offset`; `offset` itself when it already begins a line. */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset
  const lineFeed = text.indexOf('\n', offset)
  return lineFeed < 0 ? text.length : lineFeed + 1
}
