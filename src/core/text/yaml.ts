/**
 * YAML with positions: a text becomes a tree in which every value and every key knows its line and column.
 *
 *     price: 15000        map { price → text '15000' at 1:8 }
 *     share: 1/3          map { share → text '1/3' }
 *     note:               map { note → empty }
 *
 * Values keep their source text. `1.10` stays '1.10', `no` stays 'no' and `2024-01-01` stays a text, because whoever reads
 * the tree knows which of them is an exact number, a word or a day, and YAML does not.
 *
 * Only what a person can read from top to bottom is allowed: one document, keys written once, no anchors, aliases, tags
 * or directives. Whatever is refused comes back as a problem; reading never throws.
 *
 * Problems, in the order they are looked for: yaml-too-large, yaml-too-deep, yaml-directive, yaml-anchor, yaml-alias,
 * yaml-tag, yaml-several-documents, yaml-never-closed, yaml-tab, yaml-syntax (each of these leaves `root` undefined), then
 * yaml-key-not-text and yaml-duplicate-key (the entry is left out and the rest of the tree is returned).
 */
import { Composer, CST, Lexer, Parser, isMap, isScalar, isSeq, type ParsedNode, type YAMLParseError } from 'yaml'
import { problem, type Place, type Problem } from '../base/index.ts'
import { lineStartsOf, placeAt } from './places.ts'

export type YamlNode = YamlMap | YamlList | YamlText | YamlEmpty
export type YamlEntry = { key: string; keyAt: Place; value: YamlNode }
/** `flow` tells `{ a: 1 }` from a map with an entry a line, so that a new entry can be put in the same manner. */
export type YamlMap = { kind: 'map'; entries: YamlEntry[]; flow: boolean; at: Place }
export type YamlList = { kind: 'list'; items: YamlNode[]; at: Place }
/** `text` is the source text of a plain value, and the value between the quotes (or of the block) otherwise. */
export type YamlText = { kind: 'text'; text: string; quoted: boolean; at: Place }
/** No value, or a plain `null` or `~`. */
export type YamlEmpty = { kind: 'empty'; at: Place }

const yamlDepthMax = 60
export const yamlLengthMax = 2 * 1024 * 1024

/** Reads one YAML document. `root` is undefined when nothing sensible could be read; `file` only names the places. */
export function readYaml(text: string, file: string): { root: YamlNode | undefined; problems: Problem[] } {
  if (text.length > yamlLengthMax) {
    const at = { file, line: 1, column: 1, length: 0 }
    return {
      root: undefined,
      problems: [problem('yaml-too-large', 'wrong', at, { length: text.length, lengthMax: yamlLengthMax })],
    }
  }
  const source: Source = { text, file, lineStarts: lineStartsOf(text), problems: [] }
  // The parser itself recurses on a row of '- - -', so that row is refused before it is parsed.
  const row = towerOfDashes.exec(text)
  if (row !== null) {
    const tooDeep = refusal(source, 'yaml-too-deep', row.index + row[0].length, 1, { depthMax: yamlDepthMax })
    return { root: undefined, problems: [tooDeep] }
  }
  let tokens: CST.Token[] = []
  try {
    tokens = tokensOf(source)
  } catch {
    // A row of thousands of anchors, say, overflows the parser's stack.
    source.problems.push(refusal(source, 'yaml-syntax', 0, 0, { cause: 'unreadable', found: '' }))
  }
  refuseWhatCannotBeReadAloud(source, tokens)
  if (source.problems.length > 0) return { root: undefined, problems: source.problems }

  const contents = compose(source, tokens)
  if (source.problems.length > 0) return { root: undefined, problems: source.problems }
  const root = contents === null ? emptyAt(source, 0) : nodeOf(source, contents)
  return { root, problems: source.problems }
}

const towerOfDashes = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${yamlDepthMax}}(?=[-?:][ \\t])`, 'm')

type Source = { text: string; file: string; lineStarts: number[]; problems: Problem[] }

/** The parser recurses on open brackets too, so they are counted on the way in. */
function tokensOf(source: Source): CST.Token[] {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let offset = 0
  let depth = 0
  let isScalarNext = false
  for (const lexeme of new Lexer().lex(source.text)) {
    if (!isScalarNext && (lexeme === '[' || lexeme === '{') && ++depth > yamlDepthMax) {
      source.problems.push(refusal(source, 'yaml-too-deep', offset, 1, { depthMax: yamlDepthMax }))
      return []
    }
    if (!isScalarNext && (lexeme === ']' || lexeme === '}')) depth--
    isScalarNext = lexeme === CST.SCALAR
    if (lexeme !== CST.DOCUMENT && lexeme !== CST.FLOW_END && lexeme !== CST.SCALAR) offset += lexeme.length
    for (const token of parser.next(lexeme)) tokens.push(token)
    // Nothing after the first error is worth the time, which in a long row of errors grows with its square.
    if (tokens.at(-1)?.type === 'error') return tokens
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

/** Walks the tokens without recursion, so that a tower of brackets cannot overflow the stack. */
function refuseWhatCannotBeReadAloud(source: Source, tokens: readonly CST.Token[]): void {
  let documentCount = 0
  const waiting: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 })).reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next
    if (depth > yamlDepthMax) {
      source.problems = [refusal(source, 'yaml-too-deep', token.offset, 1, { depthMax: yamlDepthMax })]
      return
    }
    if (token.type === 'document' && ++documentCount === 2) {
      source.problems.push(refusal(source, 'yaml-several-documents', token.offset, 3, {}))
    }
    refuseToken(source, token)
    for (const child of childrenOf(token).reverse()) {
      waiting.push({ token: child, depth: isCollection(token) ? depth + 1 : depth })
    }
  }
}

function refuseToken(source: Source, token: CST.Token): void {
  if (token.type === 'directive') {
    const directive = token.source.trimEnd()
    source.problems.push(refusal(source, 'yaml-directive', token.offset, directive.length, { directive }))
  }
  if (token.type === 'anchor' || token.type === 'alias' || token.type === 'tag') {
    const name = token.type === 'tag' ? token.source : token.source.slice(1)
    source.problems.push(refusal(source, `yaml-${token.type}`, token.offset, token.source.length, { name }))
  }
  const opened = openedAndNeverClosed(token)
  if (opened !== '') source.problems.push(refusal(source, 'yaml-never-closed', token.offset, 1, { opened }))
}

/** The quote or bracket that begins `token` when the one that ends it is missing; otherwise ''. */
function openedAndNeverClosed(token: CST.Token): string {
  if (token.type === 'single-quoted-scalar') return token.source.split("'").length % 2 === 1 ? '' : "'"
  if (token.type === 'double-quoted-scalar') {
    const body = token.source.slice(1, -1)
    const backslashes = body.length - body.replace(/\\+$/, '').length
    return token.source.length >= 2 && token.source.endsWith('"') && backslashes % 2 === 0 ? '' : '"'
  }
  if (token.type === 'flow-collection') {
    return token.end.some(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end') ? '' : token.start.source
  }
  return ''
}

function isCollection(token: CST.Token): boolean {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection'
}

function childrenOf(token: CST.Token): CST.Token[] {
  const children: (CST.Token | null | undefined)[] = []
  if (token.type === 'document') children.push(...token.start, token.value)
  if (token.type === 'block-scalar') children.push(...token.props)
  if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
    for (const item of token.items) children.push(...item.start, item.key, ...(item.sep ?? []), item.value)
  }
  return children.filter((child) => child !== null && child !== undefined)
}

function compose(source: Source, tokens: readonly CST.Token[]): ParsedNode | null {
  // Everything is read as text (failsafe), and duplicates are found below in linear time.
  const composer = new Composer<ParsedNode>({
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    version: '1.2',
  })
  try {
    for (const document of composer.compose(tokens, true, source.text.length)) {
      // One slip makes the parser complain several times; what it says after the first is hearsay.
      const [error] = document.errors
      if (error !== undefined) source.problems.push(syntaxProblem(source, error))
      return document.contents
    }
  } catch {
    // The composer has met tokens it cannot combine. Where, it does not say.
    source.problems.push(refusal(source, 'yaml-syntax', 0, 0, { cause: 'unreadable', found: '' }))
  }
  return null
}

/** What is wrong with the syntax, in a few words that a translation can be written for. */
const causeOfCode: Record<string, string> = {
  BAD_INDENT: 'indentation',
  BAD_DQ_ESCAPE: 'escape',
  BAD_SCALAR_START: 'reserved-character',
  BLOCK_AS_IMPLICIT_KEY: 'map-on-key-line',
  BLOCK_IN_FLOW: 'block-in-brackets',
  KEY_OVER_1024_CHARS: 'key-too-long',
  MISSING_CHAR: 'missing-character',
  MULTILINE_IMPLICIT_KEY: 'key-over-lines',
  UNEXPECTED_TOKEN: 'unexpected-character',
  BAD_PROP_ORDER: 'unexpected-character',
  IMPOSSIBLE: 'unreadable',
}

function syntaxProblem(source: Source, error: YAMLParseError): Problem {
  const [start, end] = error.pos
  const from = Math.min(start, source.text.length)
  const length = Math.max(0, Math.min(end, source.text.length) - from)
  if (error.code === 'TAB_AS_INDENT') return refusal(source, 'yaml-tab', from, Math.max(1, length), {})
  const cause = causeOfCode[error.code] ?? 'unreadable'
  const found = source.text.slice(from, from + Math.min(length, 40)).split('\n')[0] ?? ''
  return refusal(source, 'yaml-syntax', from, length, { cause, found })
}

function nodeOf(source: Source, node: ParsedNode): YamlNode {
  if (isMap<ParsedNode, ParsedNode | null>(node)) return mapOf(source, node)
  const [start, end] = node.range
  if (isSeq<ParsedNode>(node)) {
    return { kind: 'list', items: node.items.map((item) => nodeOf(source, item)), at: trimmed(source, start, end) }
  }
  // Aliases have been refused before composing, so only scalars are left.
  if (!isScalar(node)) return emptyAt(source, start)
  const text = node.source ?? ''
  const quoted = node.type !== 'PLAIN'
  if (!quoted && /^(|~|null|Null|NULL)$/.test(text)) return { kind: 'empty', at: trimmed(source, start, end) }
  return { kind: 'text', text, quoted, at: trimmed(source, start, end) }
}

type MapNode = {
  range: [number, number, number]
  flow?: boolean
  items: { key: ParsedNode; value: ParsedNode | null }[]
}

function mapOf(source: Source, node: unknown): YamlMap {
  const { range, items, flow } = node as MapNode
  const entries: YamlEntry[] = []
  const lineOfKey = new Map<string, number>()
  for (const pair of items) {
    const [start, end] = pair.key.range
    const keyAt = trimmed(source, start, end)
    const key = isScalar(pair.key) ? (pair.key.source ?? '') : ''
    if (!isScalar(pair.key) || (key === '' && pair.key.type === 'PLAIN')) {
      source.problems.push(problem('yaml-key-not-text', 'wrong', keyAt))
      continue
    }
    const firstLine = lineOfKey.get(key)
    if (firstLine !== undefined) {
      source.problems.push(problem('yaml-duplicate-key', 'wrong', keyAt, { key, firstLine }))
      continue
    }
    lineOfKey.set(key, keyAt.line)
    entries.push({ key, keyAt, value: pair.value === null ? emptyAt(source, end) : nodeOf(source, pair.value) })
  }
  return { kind: 'map', entries, flow: flow === true, at: trimmed(source, range[0], range[1]) }
}

function emptyAt(source: Source, offset: number): YamlEmpty {
  return { kind: 'empty', at: placeAt(source.lineStarts, source.file, offset, 0) }
}

/** The place from `start` up to `end`, without the white space the parser counts in at the end. */
function trimmed(source: Source, start: number, end: number): Place {
  const length = source.text.slice(start, end).trimEnd().length
  return placeAt(source.lineStarts, source.file, start, length)
}

function refusal(
  source: Source,
  code: string,
  offset: number,
  length: number,
  facts: Record<string, string | number>,
): Problem {
  return problem(code, 'wrong', placeAt(source.lineStarts, source.file, offset, length), facts)
}
