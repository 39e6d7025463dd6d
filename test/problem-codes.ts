/**
 * Which problem codes the sources can return, read from the sources themselves.
 *
 *     problem('day-unreadable', 'wrong', at)             → day-unreadable
 *     problem(isPast ? 'too-late' : 'too-soon', …)       → both
 *     const refuse = (code, at) => problem(code, …)
 *     refuse('not-a-list', at)                           → not-a-list
 *
 * A code that cannot be read this way is a fault of its own: nobody could search for it.
 */
import ts from 'typescript'
import { type Source, lineOf, parse, walk } from './sources.ts'

/** Functions that hand one of their parameters on as a code: name → which parameter. */
type Carriers = Map<string, number>

export type CodesFound = { codes: Set<string>; faults: string[] }

export function problemCodes(sources: readonly Source[]): CodesFound {
  const carriers: Carriers = new Map([['problem', 0]])
  const found: CodesFound = { codes: new Set(), faults: [] }
  // Each round may discover new carriers, whose callers then count too.
  for (let before = 0; before !== carriers.size;) {
    before = carriers.size
    found.codes.clear()
    found.faults = []
    for (const source of sources) collect(source, carriers, found)
  }
  return found
}

function collect(source: Source, carriers: Carriers, found: CodesFound): void {
  const tree = parse(source)
  walk(tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
    const index = carriers.get(node.expression.text)
    const argument = index === undefined ? undefined : node.arguments[index]
    if (argument === undefined) return
    const fault = () =>
      found.faults.push(
        `${source.path}:${lineOf(tree, node)}: the code \`${argument.getText(tree)}\` cannot be read from the source; write it as a text.`,
      )
    for (const text of textsOf(argument, carriers)) {
      if (text === undefined) fault()
      else if (text !== '') found.codes.add(text)
    }
  })
}

/** The texts an expression can be; undefined for one that cannot be told, '' for one that the caller decides. */
function textsOf(expression: ts.Expression, carriers: Carriers): (string | undefined)[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression, carriers)
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue, carriers), ...textsOf(expression.whenFalse, carriers)]
  if (ts.isIdentifier(expression)) return textsOfName(expression, carriers)
  if (ts.isElementAccessExpression(expression) || ts.isPropertyAccessExpression(expression))
    return textsOfTable(expression, carriers)
  return [undefined]
}

function textsOfName(name: ts.Identifier, carriers: Carriers): (string | undefined)[] {
  for (let above: ts.Node = name.parent; above !== undefined; above = above.parent) {
    if (ts.isFunctionLike(above)) {
      const index = above.parameters.findIndex((one) => ts.isIdentifier(one.name) && one.name.text === name.text)
      if (index !== -1) {
        const carrier = nameOfFunction(above)
        const unions = textsOfType(above.parameters[index]?.type)
        if (unions.length > 0) return unions
        if (carrier === undefined) return [undefined]
        carriers.set(carrier, index)
        return ['']
      }
    }
    const initial = initialValue(above, name.text)
    if (initial !== undefined) return textsOf(initial, carriers)
  }
  return [undefined]
}

/** `'a' | 'b'`, written where the parameter is declared. */
function textsOfType(type: ts.TypeNode | undefined): string[] {
  if (type === undefined) return []
  const parts = ts.isUnionTypeNode(type) ? [...type.types] : [type]
  const texts = parts.flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
  )
  return texts.length === parts.length ? texts : []
}

/** `codes[kind]` and `codes.late`, where `codes` is a constant list or table of texts in this file. */
function textsOfTable(
  expression: ts.ElementAccessExpression | ts.PropertyAccessExpression,
  carriers: Carriers,
): (string | undefined)[] {
  if (!ts.isIdentifier(expression.expression)) return [undefined]
  const name = expression.expression.text
  for (let above: ts.Node = expression.parent; above !== undefined; above = above.parent) {
    let table = initialValue(above, name)
    while (table && (ts.isAsExpression(table) || ts.isSatisfiesExpression(table))) table = table.expression
    if (table && ts.isArrayLiteralExpression(table)) return table.elements.flatMap((one) => textsOf(one, carriers))
    if (table && ts.isObjectLiteralExpression(table))
      return table.properties.flatMap((one) =>
        ts.isPropertyAssignment(one) ? textsOf(one.initializer, carriers) : [undefined],
      )
  }
  return [undefined]
}

/** What a constant declared directly in this block or file starts as. */
function initialValue(block: ts.Node, name: string): ts.Expression | undefined {
  if (!ts.isBlock(block) && !ts.isSourceFile(block)) return undefined
  return block.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find((one) => ts.isIdentifier(one.name) && one.name.text === name)?.initializer
}

function nameOfFunction(node: ts.SignatureDeclaration): string | undefined {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text
  const { parent } = node
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined
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
