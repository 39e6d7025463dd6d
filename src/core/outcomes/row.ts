/**
 * A row: who and when an expression is read for.
 *
 * One subject on one occasion, or a whole group on one occasion (`who` is then none). A row is a cursor: the
 * same object moves through a million people, so whoever keeps something from it copies the number.
 */
import { type Day } from '../base/index.ts'
import { NO_DAY } from '../measurement/index.ts'
import { type Value } from './value.ts'

export const NOBODY = -1

export type Row = {
  /** The roster row, or `NOBODY` for a group. */
  who: number
  agreement: number
  /** The group of people the row is about when `who` is nobody: an index into the scopes of the goal. */
  scope: number
  day: Day
  previous: Day
  number: number
  /** The quantity of the goal a payment is being worked out for. */
  quantity: Value
}

export function rowFor(who: number, agreement: number): Row {
  return { who, agreement, scope: 0, day: NO_DAY, previous: NO_DAY, number: 1, quantity: 0 }
}
