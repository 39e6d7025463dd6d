/**
 * Style as data: how long a file and a function may be, that every source is reachable, that nothing is left "for later",
 * that folders are named for what they are about, and that links in the documents lead somewhere.
 *
 * Lengths have two bounds. Past the hard one nothing passes. Past the soft one a file or function stands in
 * test/tidy-exceptions.json with its length and a reason; the length there may only shrink, and goes when it is no longer
 * needed.
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { type Source, importsOf, isTest, lineOf, parse, walk } from './sources.ts'

const bounds = { file: { soft: 400, hard: 600 }, function: { soft: 70, hard: 120 } } as const

/** `where` is a path, or a path and a function: `src/core/base/day.ts dayOfText`. */
export type Exception = { where: string; lines: number; reason: string }

type Measured = { where: string; kind: 'file' | 'function'; lines: number; isTest: boolean }

/** Files and functions that are too long, and exceptions that no longer fit. */
export function lengthFaults(sources: readonly Source[], exceptions: readonly Exception[]): string[] {
  const measured = sources.flatMap((source) => [fileLength(source), ...functionLengths(source)])
  const allowed = new Map(exceptions.map((exception) => [exception.where, exception]))
  const faults = measured.flatMap((one) => lengthFault(one, allowed.get(one.where)))

  const longest = new Map<string, number>()
  for (const { where, lines } of measured) longest.set(where, Math.max(lines, longest.get(where) ?? 0))
  for (const { where, lines, reason } of exceptions) {
    const now = longest.get(where)
    if (now === undefined) faults.push(`${where} is in test/tidy-exceptions.json, but not in the sources: take it out.`)
    else if (now < lines) faults.push(`${where} has shrunk from ${lines} to ${now} lines: ${shrinkOf(where, now)}.`)
    if (reason.trim().length < 20) faults.push(`${where} stands in test/tidy-exceptions.json without a reason.`)
  }
  return faults
}

function shrinkOf(where: string, lines: number): string {
  const soft = where.includes(' ') ? bounds.function.soft : bounds.file.soft
  return lines <= soft ? 'take it out of test/tidy-exceptions.json' : 'write that in test/tidy-exceptions.json'
}

function lengthFault(one: Measured, exception: Exception | undefined): string[] {
  const { soft, hard } = bounds[one.kind]
  if (one.lines > hard) return [`${one.where} has ${one.lines} lines; a ${one.kind} has at most ${hard}.`]
  // A test is a list of cases: its length says nothing about how hard it is to follow.
  if (one.lines <= soft || one.isTest) return []
  if (exception === undefined) {
    const entry = JSON.stringify({ where: one.where, lines: one.lines, reason: 'why it is better whole' })
    return [
      `${one.where} has ${one.lines} lines, over ${soft}: divide it, or add to test/tidy-exceptions.json ${entry}.`,
    ]
  }
  return one.lines > exception.lines
    ? [`${one.where} has grown from ${exception.lines} to ${one.lines} lines; what is excepted may only shrink.`]
    : []
}

function fileLength(source: Source): Measured {
  const lines = source.text.split('\n').length - (source.text.endsWith('\n') ? 1 : 0)
  return { where: source.path, kind: 'file', lines, isTest: isTest(source.path) }
}

function functionLengths(source: Source): Measured[] {
  const tree = parse(source)
  const found: Measured[] = []
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined || isGroupOfTests(node)) return
    const first = lineOf(tree, node)
    const lines = tree.getLineAndCharacterOfPosition(node.end).line + 2 - first
    found.push({ where: `${source.path} ${nameOf(node)}`, kind: 'function', lines, isTest: isTest(source.path) })
  })
  return found
}

function isGroupOfTests(node: ts.Node): boolean {
  const call = node.parent
  return ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.expression.text === 'describe'
}

/** The function's name, or that of what it is given to; unnamed ones are told apart from named ones only. */
function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText()
  for (let above: ts.Node = node.parent; !ts.isSourceFile(above); above = above.parent) {
    if (ts.isVariableDeclaration(above) || ts.isPropertyAssignment(above)) return above.name.getText()
    if (ts.isFunctionLike(above) && above.name) return `${above.name.getText()}, inside`
  }
  return 'unnamed'
}

/** Sources that no entry leads to, by imports of any kind. */
export function unreachable(sources: readonly Source[], entries: readonly string[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Set<string>()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = byPath.get(path)
    if (source === undefined || reached.has(path)) continue
    reached.add(path)
    for (const { target } of importsOf(source)) if (target !== undefined) waiting.push(target)
  }
  return sources
    .filter((source) => !reached.has(source.path))
    .map((source) => `${source.path} is reached from no entry and no test: use it or take it out.`)
}

// Put together here, so that this file does not break its own rule.
const leftForLater = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`)

export function leftovers(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.text.split('\n').flatMap((line, index) => {
      const found = leftForLater.exec(line)?.[0]
      return found === undefined
        ? []
        : [`${source.path}:${index + 1}: no ${found} here: mend it, file it, or write the decision.`]
    }),
  )
}

const saysNothing = [
  'utils',
  'util',
  'common',
  'lib',
  'shared',
  'manager',
  'managers',
  'service',
  'services',
  'helpers',
  'misc',
]

export function emptyNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const parts = path.split('/').map((part) => part.replace(/\..*$/, ''))
    const found = parts.find((part) => saysNothing.includes(part))
    return found === undefined ? [] : [`${path}: \`${found}\` does not say what it is about.`]
  })
}

/** Links in Markdown that lead to no file or folder of the project, or to no heading of it. */
export function deadLinks(pages: readonly Source[], paths: readonly string[]): string[] {
  const files = new Set(paths)
  const folders = new Set(paths.flatMap((path) => foldersAbove(path)))
  const headings = new Map(pages.map((page) => [page.path, headingsOf(page.text)]))
  return pages.flatMap((page) =>
    linksOf(page.text).flatMap((link) => {
      if (/^[a-z][a-z+.-]*:/i.test(link)) return []
      const [path = '', heading] = link.split('#')
      const target = path === '' ? page.path : posix.normalize(posix.join(posix.dirname(page.path), decodeURI(path)))
      const folder = target.replace(/\/$/, '')
      if (!files.has(target) && !folders.has(folder)) return [`${page.path}: the link ${link} leads nowhere.`]
      if (heading === undefined || heading === '' || headings.get(target)?.has(heading) !== false) return []
      return [`${page.path}: the link ${link} leads to no heading.`]
    }),
  )
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function linksOf(markdown: string): string[] {
  const text = withoutCode(markdown)
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
  const referred = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)]
  return [...inline, ...referred].map((match) => match[1]!)
}

/** The names under which GitHub links to the headings of a page. */
function headingsOf(markdown: string): Set<string> {
  const seen = new Map<string, number>()
  const names = [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => {
    const name = match[1]!
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name}-${before}`
  })
  return new Set(names)
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
}
