/**
 * Pages of every key of a kind of file, from the shapes that read it, the questions it raises and the example that uses it.
 *
 *     const page = keysPage({ shape: caseShape, file: 'case.yaml', keys: 'case-keys.yaml', root: 'case', heading: 'The case', named: [...] })
 *     page.written(text)   →   the text with what stands between <!-- keys --> and <!-- end --> made anew
 *
 * What a key may hold comes from the shapes, what it means from the file of keys or, when it is asked, from the question. Both files
 * lie in docs/reference/examples/.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { problem } from '../src/core/base/index.ts'
import { type Fields, type Reading, type Shape, type YamlMap, readYaml } from '../src/core/text/index.ts'
import { problemParts } from '../locales/problem-text.ts'

const folder = join(import.meta.dirname, '..', 'docs/reference/examples')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

export type DescribedPart = { says: string; keys: Record<string, string> }

export type Met = { fields: Fields; path: string; examples: Map<string, string>; asked: Set<string> }

const exampleLength = 90

export type KeysOf = {
  shape: Shape<unknown>
  /** The example, and what each part and key of it means. */
  file: string
  keys: string
  /** The name of the whole, and its heading on the page. */
  root: string
  heading: string
  /** Maps whose entries have names of their own, so that each entry is a part of the map's name. */
  named: readonly string[]
}

export type KeysPage = {
  /** What is said of each part. */
  parts: Record<string, DescribedPart>
  /** Each part of the example by name: its fields, and how each key of them is written there. */
  met: ReadonlyMap<string, Met>
  written: (page: string) => string
}

export function keysPage(of: KeysOf): KeysPage {
  const parts = parse(read(of.keys)) as Record<string, DescribedPart>
  const met = partsMet(of)
  const written = (page: string): string => {
    const text = [...met.keys()].map((name) => partText(of, parts, met, name)).join('\n\n')
    return page.replace(
      /(<!-- keys -->\n)[\s\S]*(<!-- end -->)/,
      (_, open: string, end: string) => `${open}\n${text}\n\n${end}`,
    )
  }
  return { parts, met, written }
}

function partsMet({ shape, file, root: whole, named }: KeysOf): Map<string, Met> {
  const found = new Map<string, Met>()
  const { root } = readYaml(read(file), file)
  const to: Reading = {
    problems: [],
    marks: [],
    currency: 'DKK',
    met: (node, fields, path) => {
      const name = partOf(path, named)
      if ('da' in fields && 'en' in fields) return
      const part: Met = found.get(name) ?? { fields, path, examples: new Map(), asked: new Set() }
      found.set(name, part)
      note(part, node, fields)
    },
  }
  shape.read(root!, to, whole)
  if (to.problems.length > 0) throw new Error(`docs/reference/examples/${file}: ${JSON.stringify(to.problems)}`)
  return found
}

/** `case.groups.young.plan[0]` is the part `plan`; `case.groups.young` the part `groups`. */
function partOf(path: string, named: readonly string[]): string {
  const pieces = path.split('.').map((piece) => piece.replace(/\[\d+\]$/, ''))
  const [last = '', before = ''] = [pieces.at(-1), pieces.at(-2)]
  return named.includes(before) ? before : last
}

function note(part: Met, node: YamlMap, fields: Fields): void {
  for (const { key } of node.entries) {
    if (fields[key]?.presence === 'edge') part.asked.add(key)
    const value = exampleOf(node, key)
    if (value !== undefined && !part.examples.has(key)) part.examples.set(key, value)
  }
}

/** The key as the example has it, on one line; nothing where it is long. */
function exampleOf(node: YamlMap, key: string): string | undefined {
  const entry = node.entries.find((one) => one.key === key)!
  const plain = plainOf(entry.value)
  const line = stringify(
    { [key]: plain },
    { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: true },
  ).trim()
  const bare = line.replace(/^\{ /, '').replace(/ \}$/, '')
  return bare.length > exampleLength || bare.includes('\n') ? undefined : bare
}

function plainOf(node: YamlMap['entries'][number]['value']): unknown {
  if (node.kind === 'text') return String(Number(node.text)) === node.text ? Number(node.text) : node.text
  if (node.kind === 'list') return node.items.map(plainOf)
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]))
  return null
}

function partText(
  { root, heading: top }: KeysOf,
  parts: Record<string, DescribedPart>,
  met: ReadonlyMap<string, Met>,
  name: string,
): string {
  const { fields, path, examples } = met.get(name)!
  const rows = Object.entries(fields).map(([key, field]) => {
    const isAsked = field.presence === 'edge'
    const presence = isAsked ? (field.asked(() => undefined) ? '**asked**' : '**asked** at times') : field.presence
    const means = parts[name]?.keys[key] ?? (isAsked ? questionText(key, path, field.shape.choices) : '')
    const example = examples.get(key)
    return `| \`${key}\` | ${presence} | ${means} | ${example === undefined ? '' : `\`${example.replaceAll('|', '\\|')}\``} |`
  })
  const heading = name === root ? `### ${top}` : `### \`${name}\``
  return [
    heading,
    parts[name]?.says.trim() ?? '',
    ['| key | | means | for example |', '|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}

/** The question, and what each answer means. */
function questionText(key: string, path: string, choices: readonly string[]): string {
  const at = { file: 'case.yaml', line: 1, column: 1, length: 0 }
  const answers = choices.map((choice) => ({ paste: `${key}: ${choice}` }))
  const asked = problemParts(problem('edge-unsettled', 'unsettled', at, { path, key }, answers), 'en')
  const [question = ''] = asked.says.split('\n')
  const meant = asked.choices.filter(({ means }) => means !== '')
  const told = meant.map(({ paste, means }) => `\`${paste.slice(key.length + 2)}\` ${means}`)
  return [question, ...(told.length === 0 ? [] : [`${told.join('; ')}.`])].join(' ')
}
