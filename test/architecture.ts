/**
 * How the rooms of src/ hang together: which may import which, that a folder is entered by its index.ts, that imports
 * never run in a circle, and that the core reaches for nothing outside itself.
 *
 * The table below is the one that docs/ARCHITECTURE.md shows; a test holds the two together.
 */
import { builtinModules } from 'node:module'
import ts from 'typescript'
import { type Import, type Source, importsOf, isTest, lineOf, parse, walk } from './sources.ts'

const coreRooms = {
  'core/base': [],
  'core/text': ['core/base'],
  'core/terms': ['core/base', 'core/text'],
  'core/measurement': ['core/base', 'core/text', 'core/terms'],
  'core/outcomes': ['core/base', 'core/terms', 'core/measurement'],
  'core/claims': ['core/base', 'core/terms', 'core/measurement', 'core/outcomes'],
  'core/ledger': ['core/base'],
  'core/evidence': ['core/base'],
  'core/settlement': ['core/base', 'core/terms', 'core/measurement', 'core/outcomes', 'core/claims', 'core/ledger'],
  'core/valuation': ['core/base', 'core/text'],
  'core/investment': ['core/base', 'core/text'],
} satisfies Record<string, string[]>

const core = [...Object.keys(coreRooms), 'core/simulation']

/** The faces may also use types and formatters of the core, and the words of a language; see `faceFault`. */
const faces = ['api', 'web', 'cli']

/** Each room and the rooms it may import, types included. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...coreRooms,
  'core/simulation': Object.keys(coreRooms),
  files: core,
  store: core,
  operations: [...core, 'files', 'store'],
  workers: [...core, 'operations', 'locales'],
  locales: core,
  api: ['operations', 'locales', 'core/base'],
  web: ['operations', 'locales', 'core/base'],
  cli: ['operations', 'locales', 'core/base'],
  'main.ts': [...core, 'files', 'store', 'operations', 'workers', 'locales', ...faces],
}

/** The packages a core room may use; the others stand on their own feet. */
const corePackages: Readonly<Record<string, readonly string[]>> = { 'core/text': ['yaml'] }

const formatter = /^(format|words|print)([A-Z]|$)/

/** The only files that may read the environment. */
const entrances = ['src/main.ts', 'src/cli/main.ts']

/** Everything that is wrong with how these files hang together, one line each: where, what, and what to do instead. */
export function architectureFaults(sources: readonly Source[]): string[] {
  const ruled = sources.filter((source) => !isTest(source.path))
  const imports = new Map(ruled.map((source) => [source.path, importsOf(source)]))
  return [
    ...ruled.flatMap((source) => roomFaults(source)),
    ...ruled.flatMap((source) =>
      (imports.get(source.path) ?? []).flatMap((one) => importFaults(source.path, one, imports)),
    ),
    ...ruled.flatMap((source) => indexFaults(source)),
    ...ruled.flatMap((source) =>
      source.path.startsWith('src/core/') ? purityFaults(source) : environmentFaults(source),
    ),
    ...cycleFaults(imports),
  ]
}

/** The room a file belongs to: `core/ledger`, `web`, `main.ts`, `locales`; none outside src/ and locales/. */
function roomOf(path: string): string | undefined {
  const [top, first, second] = path.split('/')
  if (top === 'locales') return 'locales'
  if (top !== 'src' || first === undefined) return undefined
  return first === 'core' && second !== undefined ? `core/${second}` : first
}

function roomFaults(source: Source): string[] {
  const room = roomOf(source.path)
  if (room === undefined || mayImport[room] !== undefined) return []
  return [`${source.path}: there is no room \`${room}\`; the rooms are ${list(Object.keys(mayImport))}.`]
}

function importFaults(path: string, one: Import, files: ReadonlyMap<string, unknown>): string[] {
  const room = roomOf(path)
  const at = `${path}:${one.line}:`
  if (one.target === undefined) return packageFaults(at, room, one.from)

  const target = roomOf(one.target)
  const faults = entranceFault(path, one.target, files).map((fault) => `${at} ${fault}`)
  if (room === undefined || target === undefined || room === target) return faults
  if (mayImport[room]?.includes(target)) return faults
  if (faces.includes(room) && target.startsWith('core/'))
    return [...faults, ...faceFault(room, target, one).map((fault) => `${at} ${fault}`)]
  return [...faults, `${at} \`${room}\` may not import \`${target}\`; it may import ${list(mayImport[room] ?? [])}.`]
}

/** What only shows or asks may name the core's types and format its values, but leaves computing to an operation. */
function faceFault(room: string, target: string, one: Import): string[] {
  return one.names
    .filter(({ name, isType }) => !isType && !formatter.test(name))
    .map(
      ({ name }) =>
        `\`${room}\` may use only types and formatters of \`${target}\`, not \`${name}\`; let an operation call it.`,
    )
}

/** From outside, a folder is entered by its index.ts: always for a room, and for a folder within one that has such a file. */
function entranceFault(path: string, target: string, files: ReadonlyMap<string, unknown>): string[] {
  const parts = target.split('/')
  const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
  const entered = folders.find((folder) => {
    if (path.startsWith(`${folder}/`)) return false
    const isRoom = /^src\/(core\/[^/]+|(?!core$)[^/]+)$/.test(folder)
    return isRoom || files.has(`${folder}/index.ts`)
  })
  if (entered === undefined || target === `${entered}/index.ts`) return []
  return [`\`${entered}\` is entered by its index.ts only, not by \`${target.slice(entered.length + 1)}\`.`]
}

function packageFaults(at: string, room: string | undefined, from: string): string[] {
  if (!room?.startsWith('core/')) return []
  if (from.startsWith('node:') || builtinModules.includes(from))
    return [`${at} \`${room}\` may not import the Node module \`${from}\`; the core takes data and returns data.`]
  const allowed = corePackages[room] ?? []
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
  if (allowed.includes(name)) return []
  return [`${at} \`${room}\` may not import the package \`${name}\`; it may import ${list(allowed)}.`]
}

function indexFaults(source: Source): string[] {
  if (!/^src\/.+\/index\.ts$/.test(source.path)) return []
  const faults = importsOf(source)
    .filter((one) => one.isExportStar)
    .map(
      (one) =>
        `${source.path}:${one.line}: an index.ts names what it exports; write the names instead of \`export *\`.`,
    )
  const opens = /^\/\*\*[\s\S]*?\*\//.exec(source.text)?.[0] ?? ''
  if (opens.length < 40) faults.push(`${source.path}: an index.ts opens with the paragraph that explains its module.`)
  return faults
}

const clock = 'take `today` or the moment as a parameter, and use Day of core/base'
const waiting = 'the core does not wait; return data and let the caller decide when'
const outside = 'the core reaches nothing outside; take the data as a parameter'

/** What the core may not touch, and what to use instead. */
const impure: Readonly<Record<string, string>> = {
  Date: clock,
  performance: clock,
  process: 'main.ts reads the environment and passes the values in',
  global: outside,
  globalThis: outside,
  fetch: outside,
  XMLHttpRequest: outside,
  WebSocket: outside,
  Worker: outside,
  crypto: 'take the seeded random numbers of core/base as a parameter',
  eval: 'compose functions; text is never run as code',
  Function: 'compose functions; text is never run as code',
  require: outside,
  Buffer: 'use Uint8Array with TextEncoder and TextDecoder',
  console: 'return a Problem or a reason, and let a face print it',
  setTimeout: waiting,
  setInterval: waiting,
  setImmediate: waiting,
  queueMicrotask: waiting,
  Intl: 'formatting of core/base gives the same text on every machine',
}

const impureMembers: Readonly<Record<string, string>> = {
  toLocaleString: 'formatting of core/base gives the same text on every machine',
  toLocaleLowerCase: 'toLowerCase gives the same text on every machine',
  toLocaleUpperCase: 'toUpperCase gives the same text on every machine',
  localeCompare: 'compare with < so that the order is the same on every machine',
}

function purityFaults(source: Source): string[] {
  const tree = parse(source)
  const ownNames = declaredNames(tree)
  const faults: string[] = []
  const refuse = (node: ts.Node, name: string, instead: string) =>
    faults.push(`${source.path}:${lineOf(tree, node)}: no \`${name}\` in the core: ${instead}.`)

  walk(tree, (node) => {
    if (ts.isMetaProperty(node) && node.name.text === 'meta') refuse(node, 'import.meta', outside)
    if (!ts.isIdentifier(node)) return
    const name = node.text
    if (isMemberName(node)) {
      if (Object.hasOwn(impureMembers, name) && ts.isPropertyAccessExpression(node.parent))
        refuse(node, name, impureMembers[name]!)
      return
    }
    if (name === 'Math' && takesRandom(node))
      refuse(node, 'Math.random', 'take the seeded random numbers of core/base as a parameter')
    if (Object.hasOwn(impure, name) && !ownNames.has(name)) refuse(node, name, impure[name]!)
  })
  return faults
}

/** The names a file gives to things of its own: a parameter called `performance` is no clock. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  walk(tree, (node) => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)
    const defines = ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)
    if ((declares || defines) && node.name && ts.isIdentifier(node.name)) names.add(node.name.text)
  })
  return names
}

/** Whether the identifier only names a member of something, as `Date` does in `{ Date: 1 }` and `row.Date`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node
  if (ts.isQualifiedName(parent)) return parent.right === node
  if (ts.isBindingElement(parent)) return parent.propertyName === node
  return (
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent)
  )
}

/** `Math.random`, `Math['random']`, and the whole of `Math` handed on, from where it could be taken. */
function takesRandom(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'random'
  return !ts.isTypeQueryNode(parent)
}

function environmentFaults(source: Source): string[] {
  if (!source.path.startsWith('src/') || entrances.includes(source.path)) return []
  const tree = parse(source)
  const faults: string[] = []
  walk(tree, (node) => {
    if (ts.isPropertyAccessExpression(node) && node.getText(tree) === 'process.env')
      faults.push(
        `${source.path}:${lineOf(tree, node)}: only ${list(entrances)} read the environment; take the value as a parameter.`,
      )
  })
  return faults
}

/** One line per knot of files that reach each other: its shortest circle, and who else is tied in. */
function cycleFaults(imports: ReadonlyMap<string, Import[]>): string[] {
  const targets = new Map([...imports].map(([path, found]) => [path, targetsAmong(found, imports)]))
  const untied = new Set([...imports.keys()].sort())
  const faults: string[] = []
  for (const path of untied) {
    const circle = shortestCircle(path, targets)
    if (circle === undefined) continue
    const knot = [...untied].filter((other) => wayTo(other, path, targets) && wayTo(path, other, targets))
    const others = knot.filter((other) => !circle.includes(other))
    for (const other of knot) untied.delete(other)
    const tied = others.length === 0 ? '' : `, and with them ${list(others)}`
    faults.push(`These import each other in a circle: ${[...circle, path].join(' → ')}${tied}.`)
  }
  return faults
}

function targetsAmong(found: readonly Import[], files: ReadonlyMap<string, unknown>): string[] {
  const targets = found.flatMap(({ target }) => (target !== undefined && files.has(target) ? [target] : []))
  return [...new Set(targets)].sort()
}

type Targets = ReadonlyMap<string, readonly string[]>

/** The files from `path` on, of the shortest way back to it. */
function shortestCircle(path: string, targets: Targets): string[] | undefined {
  const ways = (targets.get(path) ?? []).flatMap((first) => {
    const way = wayTo(first, path, targets)
    return way === undefined ? [] : [[path, ...way.slice(0, -1)]]
  })
  return ways.sort((a, b) => a.length - b.length)[0]
}

/** The shortest way of imports from one file to another, both included. */
function wayTo(from: string, to: string, targets: Targets): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]])
  for (const path of cameFrom.keys()) {
    if (path === to) {
      const way: string[] = []
      for (let at: string | undefined = to; at !== undefined; at = cameFrom.get(at)) way.unshift(at)
      return way
    }
    for (const target of targets.get(path) ?? []) if (!cameFrom.has(target)) cameFrom.set(target, path)
  }
  return undefined
}

function list(names: readonly string[]): string {
  if (names.length === 0) return 'nothing'
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length === 1 ? quoted[0]! : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
