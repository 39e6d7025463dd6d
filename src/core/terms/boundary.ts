/**
 * A boundary that is left open: on which side of a number does the goal lie, and does the number itself count?
 */
import { problem } from '../base/index.ts'
import { type Reading, type YamlMap, insertion, plainText } from '../text/index.ts'

export const sides = ['at-least', 'more-than', 'at-most', 'less-than'] as const

/** A value stands where a condition is wanted: which side of which number counts? */
export function askBoundary(
  node: YamlMap,
  to: Reading,
  path: string,
  keys: readonly string[] = sides,
  limit = plainLimit(node),
): undefined {
  const answers = keys.map((key) => insertion(node, node.entries[0], `${key}: ${limit}`))
  to.problems.push(problem('edge-unsettled', 'unsettled', node.at, { path, key: 'boundary' }, answers))
  return undefined
}

/** `threshold: 6 nights` names a number and leaves open on which side of it the goal lies, and if the number itself counts. */
export function askThreshold(node: YamlMap, to: Reading, path: string, keys: readonly string[]): boolean {
  const open = node.entries.find((entry) => entry.key === 'threshold')
  if (open === undefined) return false
  const answers = keys.map((key) => ({
    paste: `${key}: ${plainText(open.value) ?? ''}`,
    edit: { at: open.keyAt, text: key },
  }))
  to.problems.push(problem('edge-unsettled', 'unsettled', open.keyAt, { path, key: 'boundary' }, answers))
  return true
}

/** A number in the unit the value counts, so that an answer pasted in can be run. */
function plainLimit(node: YamlMap): string {
  const text = (key: string) => plainText(node.entries.find((entry) => entry.key === key)?.value)
  if (
    ['share', 'ratio'].includes(text('as') ?? text('take') ?? '') ||
    node.entries.some((entry) => entry.key === 'ratio')
  )
    return '50 %'
  const unit = text('unit')
  return unit === undefined ? '1' : `1 ${unit.replace(/s$/, '')}`
}
