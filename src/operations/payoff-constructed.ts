/**
 * A constructed result: the result a row stands on, with another number in its place, where every rule that asks for it
 * finds it.
 *
 *     only-if: { result-of: rate, as: quantity, dates: same-date, at-least: 50 % }     of a payment for `rate` itself
 *     only-if: { met: rate, dates: same-date }
 *
 * Whether such a result is met is decided by the goal's own condition. All other results are as they are: those of other
 * dates, other people and other goals.
 */
import { type Exact } from '../core/base/index.ts'
import { type Context, type GoalResults, NOBODY, type Row, Status, type StatusCode } from '../core/outcomes/index.ts'

export type Constructed = {
  /** Sees the constructed result in the place of the one the row stands on. */
  context: Context
  /** Puts a number, or only whether it is met, in the place of a result of the goal; −1 where the goal has none yet. */
  put: (at: number, row: Row, status: StatusCode, quantity: Exact | undefined) => void
}

export function constructedResults(goal: string, context: Context): Constructed {
  const real = context.results.get(goal)
  const results = new Map(context.results)
  const made = real === undefined || real.size === 0 ? undefined : madeLike(real)
  if (made !== undefined) results.set(goal, made)
  let changed = -1
  const put: Constructed['put'] = (at, row, status, quantity) => {
    if (made === undefined || real === undefined || at < 0) {
      results.set(goal, onlyResult(goal, row, status, quantity))
      return
    }
    if (changed >= 0 && changed !== at) {
      made.status[changed] = real.status[changed]!
      if (made.quantity !== undefined) made.quantity[changed] = real.quantity![changed]!
    }
    changed = at
    made.status[at] = status
    if (quantity !== undefined && made.quantity !== undefined) made.quantity[at] = quantity
  }
  return { context: { ...context, results }, put }
}

const madeLike = (real: GoalResults): GoalResults => ({
  ...real,
  status: Uint8Array.from(real.status),
  quantity: real.quantity === undefined ? undefined : [...real.quantity],
})

/** The one result of a goal that has none: seen from the row of nobody that a curve is then drawn for. */
function onlyResult(goal: string, row: Row, status: StatusCode, quantity: Exact | undefined): GoalResults {
  const one = (value: number) => Int32Array.of(value)
  return {
    goal,
    isOfGroups: true,
    size: 1,
    who: one(NOBODY),
    scope: one(row.scope),
    agreement: one(row.agreement),
    day: one(row.day),
    previous: one(row.previous),
    number: one(row.number),
    version: Uint8Array.of(0),
    status: Uint8Array.of(status),
    quantity: quantity === undefined ? undefined : [quantity],
    first: new Int32Array(1),
    ofScope: new Map([[row.scope, [0, 1]]]),
  }
}

/** A result that is not decided, since its facts are missing, is drawn as if its number had been measured. */
export const decidedStatus = (status: StatusCode): StatusCode =>
  status === Status.met || status === Status.missed ? status : Status.measured
