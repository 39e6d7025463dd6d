/**
 * What an expression comes to in a row: an exact number, or the reason why there is none.
 *
 * Unmeasured and not due are not zero and not no. A condition is 1 (yes), 0 (no) or missing. Where the known parts
 * decide a condition, the unknown ones do not matter: no and unmeasured is no.
 */
import { type Exact } from '../base/index.ts'

export type Missing = { readonly missing: 'unmeasured' | 'not-due' }
export type Value = Exact | Missing

/** Nobody has established the value. */
export const UNMEASURED: Missing = Object.freeze({ missing: 'unmeasured' })
/** The days it looks at have not all passed. */
export const NOT_DUE: Missing = Object.freeze({ missing: 'not-due' })

export function isMissing(value: Value): value is Missing {
  return typeof value !== 'number' && 'missing' in value
}

/** The missing one of two; what is not due yet comes before what nobody measured, since it may still be measured. */
export function firstMissing(a: Value, b: Value): Missing {
  if (a === NOT_DUE || b === NOT_DUE) return NOT_DUE
  return UNMEASURED
}
