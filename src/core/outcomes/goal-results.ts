/**
 * The results of one goal, as columns: one row for each subject and occasion, in that order.
 */
import { type Value } from './value.ts'

export const Status = { met: 1, missed: 2, unmeasured: 3, notDue: 4, leftOut: 5, measured: 6 } as const
export type StatusCode = (typeof Status)[keyof typeof Status]

export type GoalResults = {
  goal: string
  isOfGroups: boolean
  size: number
  who: Int32Array
  scope: Int32Array
  agreement: Int32Array
  day: Int32Array
  previous: Int32Array
  number: Int32Array
  version: Uint8Array
  status: Uint8Array
  /**
   * What the result will be, as far as it can be told today: its status, unless its day is to come and somebody's leaving has
   * decided it already. It moves no money; it says what is not open any more.
   */
  foregone: Uint8Array
  quantity: Value[] | undefined
  /** Results of roster row r are first[r] … first[r + 1] − 1. */
  first: Int32Array
  ofScope: Map<number, [number, number]>
}
