/**
 * A value that is too long for a sentence, or put together, gets a name and is told under it.
 *
 *     { lowest-of: [A, { sum-of: [B, C] }] }   →   "the lowest of A and value X", then "value X is the sum of B and C"
 */
import { type Value } from '../expression.ts'
import { type Telling, draft, named } from './telling.ts'
import { type Draft, inList, plain } from './text.ts'

const longest = 150

/** A value in a sentence: one too long to be read in it is given a name, and told in a sentence of its own. */
export function term(node: Value, t: Telling): string {
  const inner = { ...t, definitions: [] }
  const text = t.tongue.value(node, inner)
  if (plain(text).length > longest) return named(t, (name) => definition(node, name, text, inner))
  t.definitions.push(...inner.definitions)
  return text
}

/** A part of a sum or product: one that is itself put together has a name, so that nobody asks what is reckoned first. */
export function part(node: Value, t: Telling): string {
  return isComposed(node) ? define(node, t) : term(node, t)
}

/** The parts of a sum as one list: "A, B and value X". */
export function parts(nodes: readonly Value[], t: Telling): string {
  return inList(
    nodes.map((node) => part(node, t)),
    t.tongue.and,
  )
}

const isComposed = (node: Value): boolean =>
  [
    'sum-of',
    'difference',
    'product',
    'ratio',
    'highest-of',
    'lowest-of',
    'rounded',
    'weighted',
    'if',
    'grown',
  ].includes(node.kind)

function define(node: Value, t: Telling): string {
  const inner = { ...t, definitions: [] }
  return named(t, (name) => definition(node, name, t.tongue.value(node, inner), inner))
}

/** "Value X is the sum of B and C", and what had to be named in it. */
const definition = (node: Value, name: string, text: string, inner: Telling): Draft[] => [
  draft(node, '', `${name} ${inner.tongue.is} ${text}`),
  ...inner.definitions,
]
