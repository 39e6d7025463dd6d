/**
 * Terms as a tree of maps, lists and plain texts, and the YAML it is written as.
 *
 *     printTree({ goals: { g1: { for: 'each-subject', when: { at: 'end' } } } })
 *
 *     goals:
 *       g1:
 *         for: each-subject
 *         when: { at: end }
 */
export type Tree = string | Tree[] | { [key: string]: Tree }
export type Branch = { [key: string]: Tree }

/** Blocks down to a depth, below that braces on one line, as people write terms. */
export function printTree(tree: Branch, blockDepth = 3): string {
  return `${linesOf(tree, 0, blockDepth).join('\n')}\n`
}

function linesOf(tree: Branch, depth: number, blockDepth: number): string[] {
  const indent = '  '.repeat(depth)
  return Object.entries(tree).flatMap(([key, value]) => {
    const isBlock = typeof value === 'object' && !isEmpty(value) && depth + 1 < blockDepth
    if (!isBlock) return [`${indent}${key}: ${flow(value)}`]
    if (Array.isArray(value)) return [`${indent}${key}:`, ...value.map((item) => `${indent}  - ${flow(item)}`)]
    return [`${indent}${key}:`, ...linesOf(value, depth + 1, blockDepth)]
  })
}

const isEmpty = (tree: Tree): boolean => typeof tree === 'object' && Object.keys(tree).length === 0

function flow(tree: Tree): string {
  if (typeof tree === 'string') return plain(tree)
  if (Array.isArray(tree)) return `[${tree.map(flow).join(', ')}]`
  return `{ ${Object.entries(tree)
    .map(([key, value]) => `${key}: ${flow(value)}`)
    .join(', ')} }`
}

/** Texts that YAML could take for something else stand in quotes. */
function plain(text: string): string {
  return /^[\p{L}\d-][\p{L}\d %./+-]*$/u.test(text) && !/ $/.test(text) && text !== '-' ? text : JSON.stringify(text)
}
