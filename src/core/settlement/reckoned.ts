/**
 * Payments that go on from where the last date left off: what the rule gives so far, less what it gives before.
 *
 *     sum-so-far       quantities 2 and 1, tiers of 2 at 20 000 and then 15 000      40 000, and then 55 000 − 40 000
 *     latest-so-far    rates 10 % and 8 %, 1 000 kr a point                          10 000, and then 8 000 − 10 000
 *     highest-so-far   the same                                                      10 000, and then 10 000 − 10 000
 *
 * Both are worked out by the rule as it stands on the date, so that a price that has changed since changes nothing that
 * earlier dates gave. Dates that are left out, or decided without a quantity, give nothing and count for nothing. An
 * earlier date that is not known yet makes a sum or a highest unknown, and is passed over by the latest.
 */
import { type Exact, add, maximum, subtract } from '../base/index.ts'
import {
  NOBODY,
  NOT_DUE,
  UNMEASURED,
  type Context,
  type GoalResults,
  type Operator,
  type Row,
  Status,
  type Value,
  isMissing,
} from '../outcomes/index.ts'
import { type Payment } from '../terms/index.ts'

type Reckoned = NonNullable<Payment['reckoned']>

/** What is counted up to the date the row stands on, and up to the date before it; nothing before the first. */
export type SoFar = { soFar: Value; before: Value | undefined }

/** What the rule gives for the date, whichever way the payment is reckoned. */
export function compileReckoned(payment: Payment, context: Context, rule: Operator): Operator {
  const { reckoned = 'each-date' } = payment
  if (reckoned === 'each-date') return rule
  return (row) => {
    if (isMissing(row.quantity)) return row.quantity
    const { soFar, before } = quantitiesSoFar(context.results.get(payment.goal!)!, row, reckoned)
    const given = withQuantity(row, soFar, rule)
    if (before === undefined || isMissing(given)) return given
    const earlier = withQuantity(row, before, rule)
    return isMissing(earlier) ? earlier : subtract(given, earlier)
  }
}

/** What an operator gives for the row with another quantity. */
export function withQuantity<T>(row: Row, quantity: Value, of: (row: Row) => T): T {
  const own = row.quantity
  row.quantity = quantity
  const given = of(row)
  row.quantity = own
  return given
}

/** The results of the row's own subject or group on its date and before, in order of day and number. */
export function resultsSoFar(results: GoalResults, row: Row): number[] {
  const [first, end] =
    row.who === NOBODY
      ? (results.ofScope.get(row.scope) ?? [0, 0])
      : [results.first[row.who]!, results.first[row.who + 1]!]
  return Array.from({ length: end - first }, (_, at) => first + at)
    .filter((at) => order(results.day[at]!, results.number[at]!, row) <= 0)
    .sort((a, b) => results.day[a]! - results.day[b]! || results.number[a]! - results.number[b]!)
}

const order = (day: number, number: number, row: Row): number => day - row.day || number - row.number

export function quantitiesSoFar(results: GoalResults, row: Row, reckoned: Reckoned): SoFar {
  let before: Value | undefined
  for (const at of resultsSoFar(results, row)) {
    if (order(results.day[at]!, results.number[at]!, row) === 0) continue
    const counted = countedOn(results, at)
    if (counted === undefined || (isMissing(counted) && reckoned === 'latest-so-far')) continue
    before = before === undefined ? counted : counting[reckoned](before, counted)
  }
  return { soFar: before === undefined ? row.quantity : counting[reckoned](before, row.quantity), before }
}

/** What a date counts for: its quantity, nothing at all, or something that is not known yet. */
function countedOn(results: GoalResults, at: number): Value | undefined {
  const status = results.status[at]
  if (status === Status.leftOut) return undefined
  if (status === Status.unmeasured) return UNMEASURED
  if (status === Status.notDue) return NOT_DUE
  const quantity = results.quantity?.[at]
  return quantity === undefined || isMissing(quantity) ? undefined : quantity
}

const together =
  (of: (a: Exact, b: Exact) => Exact) =>
  (before: Value, own: Value): Value =>
    isMissing(before) ? before : isMissing(own) ? own : of(before, own)

const counting: Record<Reckoned, (before: Value, own: Value) => Value> = {
  'each-date': (_, own) => own,
  'sum-so-far': together(add),
  'latest-so-far': (_, own) => own,
  'highest-so-far': together(maximum),
}
