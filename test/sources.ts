/**
 * The project's own sources as the rules in this folder see them: texts by path, and what each imports.
 *
 * Everything works on texts in memory, so that the rules can be tried on a few invented lines.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export type Source = { path: string; text: string } // The path is from the project's folder, with forward slashes.

export type Import = {
  from: string // As written: './day.ts', 'yaml', 'node:fs'.
  target: string | undefined // The project's file it leads to, if it is one.
  names: { name: string; isType: boolean }[] // '*' is everything there is.
  isExportStar: boolean
  line: number
}

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache'])

/** Every file under these folders whose name ends as asked, in order of path. */
export function readSources(folders: readonly string[], endings: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesUnder(folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))
}

/** Paths of all files under a folder of the project; '' is the project itself. A folder that is not there has none. */
export function filesUnder(folder: string): string[] {
  const entries = (() => {
    try {
      return readdirSync(join(projectFolder, folder), { withFileTypes: true })
    } catch {
      return []
    }
  })()
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesUnder(path)
    return [path]
  })
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/')
}

const parsed = new Map<string, ts.SourceFile>()

export function parse(source: Source): ts.SourceFile {
  const known = parsed.get(source.path)
  if (known?.text === source.text) return known
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(source.path, tree)
  return tree
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

/** Calls `visit` with every node of the tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => {
    walk(child, visit)
  })
}

/**
 * What a file imports, in whatever way: `import`, `export … from`, `import()`, `import('…').Type`, `require`, and
 * `new URL('./worker.ts', import.meta.url)`, which is how a worker is named.
 */
export function importsOf(source: Source): Import[] {
  const tree = parse(source)
  const found: Import[] = []
  const add = (node: ts.Node, from: ts.Node | undefined, names: Import['names'], isExportStar = false) => {
    if (from === undefined || !ts.isStringLiteralLike(from)) return
    const target = from.text.startsWith('.') ? posix.join(posix.dirname(source.path), from.text) : undefined
    found.push({ from: from.text, target, names, isExportStar, line: lineOf(tree, node) })
  }
  const everything = [{ name: '*', isType: false }]

  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, importedNames(node))
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, exportedNames(node), isStar(node))
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, [{ name: node.qualifier?.getText(tree) ?? '*', isType: true }])
    else if (ts.isExternalModuleReference(node)) add(node, node.expression, everything)
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node, node.arguments[0], everything)
    else if (ts.isNewExpression(node) && isUrlBesideThisFile(node)) add(node, node.arguments?.[0], everything)
  })
  return found
}

function importedNames(node: ts.ImportDeclaration): Import['names'] {
  const clause = node.importClause
  if (clause === undefined) return [{ name: '*', isType: false }]
  const isType = clause.isTypeOnly
  const names: Import['names'] = []
  if (clause.name) names.push({ name: 'default', isType })
  if (clause.namedBindings && ts.isNamespaceImport(clause.namedBindings)) names.push({ name: '*', isType })
  if (clause.namedBindings && ts.isNamedImports(clause.namedBindings))
    for (const one of clause.namedBindings.elements)
      names.push({ name: (one.propertyName ?? one.name).text, isType: isType || one.isTypeOnly })
  return names
}

function exportedNames(node: ts.ExportDeclaration): Import['names'] {
  if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause))
    return [{ name: '*', isType: node.isTypeOnly }]
  return node.exportClause.elements.map((one) => ({
    name: (one.propertyName ?? one.name).text,
    isType: node.isTypeOnly || one.isTypeOnly,
  }))
}

function isStar(node: ts.ExportDeclaration): boolean {
  return node.moduleSpecifier !== undefined && node.exportClause === undefined
}

function isImportCall(node: ts.CallExpression): boolean {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return true
  return ts.isIdentifier(node.expression) && node.expression.text === 'require'
}

function isUrlBesideThisFile(node: ts.NewExpression): boolean {
  const [file, base] = node.arguments ?? []
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'URL' || !file || !base) return false
  return ts.isStringLiteralLike(file) && /\.tsx?$/.test(file.text) && base.getText() === 'import.meta.url'
}
