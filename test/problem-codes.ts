/**
 * Which problem codes the sources can return, read from the sources themselves.
 *
 *     problem('day-unreadable', 'wrong', at)             → day-unreadable
 *     problem(isPast ? 'too-late' : 'too-soon', …)       → both
 *     const refuse = (code, at) => problem(code, …)
 *     refuse('not-a-list', at)                           → not-a-list
 *     return { code: 'too-long' } … problem(found.code)  → too-long
 *     problem(`csv-${kind}-unreadable`, …)               → a pattern, which the specimens fill
 *
 * A code that cannot be read in any of these ways is a fault of its own: nobody could search for it.
 *
 * Names are resolved by the TypeScript checker, across files; its library of standard types is left out, because only
 * names and literal texts matter here, and it is then quick.
 */
import ts from 'typescript'
import { type Source, lineOf, parse, walk } from './sources.ts'

export type CodesFound = { codes: Set<string>; patterns: RegExp[]; faults: string[] }

/** What an expression can be: a text, a pattern of texts, whatever the caller says, or unknown. */
type Possible = string | RegExp | typeof caller | undefined

const caller = Symbol('the caller decides')

/** Functions that hand one of their parameters on as a code, and which parameter that is. */
type Carriers = Map<ts.Symbol, number>

type Reader = { checker: ts.TypeChecker; carriers: Carriers }

export function problemCodes(sources: readonly Source[]): CodesFound {
  const program = programOf(sources)
  const reader: Reader = { checker: program.getTypeChecker(), carriers: new Map() }
  const trees = sources.map((source) => program.getSourceFile(`/${source.path}`)!)
  let found: CodesFound
  let before: number
  // Each round may discover new carriers, whose callers then count too.
  do {
    before = reader.carriers.size
    found = { codes: new Set(), patterns: [], faults: [] }
    for (const tree of trees) collect(tree, reader, found)
  } while (before !== reader.carriers.size)
  return found
}

/** A program of these texts alone: no standard library, no packages, nothing read from disk. */
function programOf(sources: readonly Source[]): ts.Program {
  const trees = new Map(sources.map((source) => [`/${source.path}`, parse({ ...source, path: `/${source.path}` })]))
  const host: ts.CompilerHost = {
    fileExists: (path) => trees.has(path),
    readFile: (path) => trees.get(path)?.text,
    getSourceFile: (path) => trees.get(path),
    directoryExists: () => true,
    getDirectories: () => [],
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  }
  const options: ts.CompilerOptions = {
    noLib: true,
    noEmit: true,
    types: [],
    strict: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
  }
  return ts.createProgram([...trees.keys()], options, host)
}

function collect(tree: ts.SourceFile, reader: Reader, found: CodesFound): void {
  walk(tree, (node) => {
    if (!ts.isCallExpression(node)) return
    const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression
    const index = codeParameterOf(callee, reader)
    const argument = index === undefined ? undefined : node.arguments[index]
    if (argument === undefined) return
    for (const possible of possibleTexts(argument, reader)) {
      if (possible === undefined)
        found.faults.push(
          `${tree.fileName.slice(1)}:${lineOf(tree, node)}: the code \`${argument.getText(tree)}\` cannot be read from the source; write it as a text.`,
        )
      else if (possible instanceof RegExp) found.patterns.push(possible)
      else if (possible !== caller) found.codes.add(possible)
    }
  })
}

/** Which parameter of the called function is a code: of `problem` the first. */
function codeParameterOf(callee: ts.Expression, { checker, carriers }: Reader): number | undefined {
  if (ts.isIdentifier(callee) && callee.text === 'problem') return 0
  const symbol = resolved(checker, callee)
  return symbol && carriers.get(symbol)
}

/** What a name stands for, through imports and re-exports. */
function resolved(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name)
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

function possibleTexts(expression: ts.Expression, reader: Reader): Possible[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isTemplateExpression(expression)) return [patternOf(expression)]
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression))
    return possibleTexts(expression.expression, reader)
  if (ts.isConditionalExpression(expression))
    return [...possibleTexts(expression.whenTrue, reader), ...possibleTexts(expression.whenFalse, reader)]
  const ofType = literalsOf(reader.checker.getTypeAtLocation(expression))
  if (ofType.length > 0) return ofType
  if (ts.isIdentifier(expression)) return textsOfName(expression, reader)
  if (ts.isElementAccessExpression(expression)) return textsOfTable(expression, reader)
  if (ts.isPropertyAccessExpression(expression)) return textsOfMember(expression.name, reader)
  return [undefined]
}

/** `csv-${kind}-unreadable` is some words between `csv-` and `-unreadable`. */
function patternOf(template: ts.TemplateExpression): RegExp | undefined {
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)]
  return parts.join('') === '' ? undefined : new RegExp(`^${parts.join('[a-z0-9-]+')}$`)
}

/** The texts of a type that is a text or a choice of texts; none for any other type. */
function literalsOf(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type]
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
  return texts.length === parts.length ? texts : []
}

function textsOfName(name: ts.Identifier, reader: Reader): Possible[] {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? reader.checker.getShorthandAssignmentValueSymbol(name.parent)
    : resolved(reader.checker, name)
  const declaration = symbol?.valueDeclaration
  if (declaration === undefined) return [undefined]
  if (ts.isVariableDeclaration(declaration) && declaration.initializer)
    return possibleTexts(declaration.initializer, reader)
  if (ts.isBindingElement(declaration) && ts.isIdentifier(declaration.name)) {
    const member = declaration.propertyName ?? declaration.name
    return ts.isIdentifier(member) ? textsOfMember(member, reader) : [undefined]
  }
  if (!ts.isParameter(declaration)) return [undefined]

  const carrier = symbolOfFunction(declaration.parent, reader.checker)
  if (carrier === undefined) return [undefined]
  reader.carriers.set(carrier, declaration.parent.parameters.indexOf(declaration))
  return [caller]
}

/** Of a function or method by its own name, or by that of what it is given to. */
function symbolOfFunction(node: ts.SignatureDeclaration, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node
  const isGiven =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
  const name = node.name ?? (isGiven ? parent.name : undefined)
  return name && checker.getSymbolAtLocation(name)
}

/** `found.code`: whatever this file gives to a member of that name. */
function textsOfMember(name: ts.Node, reader: Reader): Possible[] {
  const found: Possible[] = []
  walk(name.getSourceFile(), (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === name.getText())
      found.push(...possibleTexts(node.initializer, reader))
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === name.getText())
      found.push(...textsOfName(node.name, reader))
  })
  return found.length === 0 ? [undefined] : found
}

/** `codes[kind]`, where `codes` is a constant list or table of texts. */
function textsOfTable(expression: ts.ElementAccessExpression, reader: Reader): Possible[] {
  const declaration = resolved(reader.checker, expression.expression)?.valueDeclaration
  let table = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
  while (table && (ts.isAsExpression(table) || ts.isSatisfiesExpression(table))) table = table.expression
  if (table && ts.isArrayLiteralExpression(table)) return table.elements.flatMap((one) => possibleTexts(one, reader))
  if (table && ts.isObjectLiteralExpression(table))
    return table.properties.flatMap((one) =>
      ts.isPropertyAssignment(one) ? possibleTexts(one.initializer, reader) : [undefined],
    )
  return [undefined]
}

/** Every name that an object in this file gives to something: where the words of a code are looked for. */
export function namesIn(source: Source): Set<string> {
  if (source.path.endsWith('.json')) return namesInJson(JSON.parse(source.text))
  const names = new Set<string>()
  walk(parse(source), (node) => {
    if (!ts.isPropertyAssignment(node) && !ts.isMethodDeclaration(node) && !ts.isShorthandPropertyAssignment(node))
      return
    if (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name)) names.add(node.name.text)
  })
  return names
}

function namesInJson(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...namesInJson(inner)]))
}
