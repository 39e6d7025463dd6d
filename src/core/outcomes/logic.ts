/**
 * All and any of conditions that may be unmeasured: what is known decides where it can.
 *
 *     no and unmeasured   →   no          yes or unmeasured   →   yes          yes and unmeasured   →   unmeasured
 */
import { divide } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { type Operator } from './context.ts'
import { NOT_DUE, type Value, isMissing } from './value.ts'

/** All, when `decides` is no; any, when it is yes: one part with that answer decides whatever is missing. */
export function decidedBy(operators: readonly Operator[], decides: 0 | 1): Operator {
  return (row) => {
    let missing: Value | undefined
    for (const operator of operators) {
      const value = operator(row)
      if (value === decides) return decides
      if (isMissing(value) && missing !== NOT_DUE) missing = value
    }
    return missing ?? 1 - decides
  }
}

/** The bounds of a comparison. A share written with its count is decided by the one the parties chose. */
export function boundsOf(
  node: expressions.Limits & Pick<expressions.Compare, 'decidedBy' | 'writtenAs'>,
): { key: string; limit: expressions.Value; holds: (side: number) => boolean }[] {
  const bounds = [
    { key: 'at-least', limit: node.atLeast, holds: (side: number) => side >= 0 },
    { key: 'at-most', limit: node.atMost, holds: (side: number) => side <= 0 },
    { key: 'more-than', limit: node.moreThan, holds: (side: number) => side > 0 },
    { key: 'less-than', limit: node.lessThan, holds: (side: number) => side < 0 },
    { key: 'exactly', limit: node.exactly, holds: (side: number) => side === 0 },
  ]
  return bounds.flatMap(({ key, limit, holds }) => {
    if (limit === undefined) return []
    if (node.decidedBy !== 'count' || node.writtenAs === undefined || limit.kind !== 'literal')
      return [{ key, limit, holds }]
    const share = divide(node.writtenAs.count, node.writtenAs.of)
    return [
      {
        key,
        limit: { ...limit, value: share, text: `${String(node.writtenAs.count)} of ${String(node.writtenAs.of)}` },
        holds,
      },
    ]
  })
}
