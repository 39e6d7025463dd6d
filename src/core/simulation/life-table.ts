/**
 * Lives by number, and what each of them adds to the months of the case.
 *
 *     life 17: referred in 3, started in 4, completed at the end of 12, succeeded in 20
 */
import { assert } from '../base/index.ts'
import { type GroupActivity } from '../valuation/index.ts'

/** One life in months of the case; 0 where something never happens. */
export type Life = {
  group: number
  referral: number
  start: number
  /** The last month in service. */
  last: number
  isCompleted: boolean
  isDropout: boolean
  success: number
}

export type LifeTable = {
  lives: readonly Life[]
  /** Gives a life the next number. */
  add: (life: Life) => void
  /** Counts people by the numbers of their lives, month by month in columns, and adds those who started and succeeded to totals. */
  count: (numbers: Int32Array, from: number, until: number, into: GroupActivity, totals: LifeTotals) => void
}

export type LifeTotals = { started: number; succeeded: number }

export function lifeTable(through: number): LifeTable {
  // What happens in a life is one number, since counting people is the work that is done most: the places of its start, its
  // success and its end among all that is counted. Constants of the module would be looked up again for each of them.
  const monthBits = 10
  const monthMask = 2 ** monthBits - 1
  const successAt = 2 ** monthBits
  const dropoutAt = 2 * successAt
  const completionAt = 3 * successAt
  assert(through < monthMask, 'the months of a case are told by ten bits')
  const lives: Life[] = []
  let marks = new Int32Array(1024)
  /** How often each thing happens in each month; in month 0 what never happens. */
  const counted = new Float64Array(4 * successAt)

  function add(life: Life): void {
    const { start, success, isDropout, isCompleted, last } = life
    const number = lives.push(life) - 1
    if (number === marks.length) {
      const more = new Int32Array(2 * number)
      more.set(marks)
      marks = more
    }
    const end = isDropout ? last : isCompleted ? completionAt - dropoutAt + last : 0
    marks[number] = start | (success << monthBits) | (end << (2 * monthBits))
  }

  function count(numbers: Int32Array, from: number, until: number, into: GroupActivity, totals: LifeTotals): void {
    const { starts, inService, dropouts, completions, successes } = into
    addUp(marks, numbers, from, until)
    totals.started += until - from - counted[0]!
    totals.succeeded += until - from - counted[successAt]!
    // Everybody who began and has neither dropped out nor completed is there.
    let present = 0
    for (let month = 1; month <= through; month++) {
      const started = counted[month]!
      const dropped = counted[dropoutAt + month]!
      const completed = counted[completionAt + month]!
      present += started
      starts[month] = started
      inService[month] = present
      dropouts[month] = dropped
      completions[month] = completed
      successes[month] = counted[successAt + month]!
      present -= dropped + completed
    }
  }

  function addUp(marks: Int32Array, numbers: Int32Array, from: number, until: number): void {
    for (const at of [0, successAt, dropoutAt, completionAt]) counted.fill(0, at, at + through + 1)
    for (let person = from; person < until; person++) {
      const mark = marks[numbers[person]!]!
      counted[mark & monthMask]! += 1
      counted[successAt + ((mark >> monthBits) & monthMask)]! += 1
      counted[dropoutAt + (mark >>> (2 * monthBits))]! += 1
    }
  }

  return { lives, add, count }
}
