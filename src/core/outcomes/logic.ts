/**
 * All and any of conditions that may be unmeasured: what is known decides where it can.
 *
 *     no and unmeasured   →   no          yes or unmeasured   →   yes          yes and unmeasured   →   unmeasured
 */
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
