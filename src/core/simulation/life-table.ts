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

/** A life's start, success and dropout in one number, ten bits each: counting people is the work that is done most. */
const monthBits = 10
const monthMask = 2 ** monthBits - 1

export class LifeTable {
  readonly lives: Life[] = []
  /** Of those last counted, how many started and how many succeeded. */
  started = 0
  succeeded = 0
  private marks = new Int32Array(1024)
  /** By month of start, those who drop out later on. */
  private readonly leaving: Int32Array

  constructor(
    private readonly through: number,
    private readonly course: number,
  ) {
    assert(through < monthMask, 'the months of a case are told by ten bits')
    this.leaving = new Int32Array(through + 2)
  }

  /** Gives a life the next number. */
  add(life: Life): void {
    const { start, success, isDropout, last } = life
    const number = this.lives.push(life) - 1
    if (number === this.marks.length) {
      const marks = new Int32Array(2 * number)
      marks.set(this.marks)
      this.marks = marks
    }
    this.marks[number] = start | (success << monthBits) | ((isDropout ? last : 0) << (2 * monthBits))
  }

  /** Counts people by the numbers of their lives, month by month. Columns have a month more than the case. */
  count(numbers: Int32Array, from: number, until: number, into: GroupActivity): void {
    const { marks, leaving } = this
    const { starts, dropouts, successes } = into
    starts.fill(0)
    dropouts.fill(0)
    successes.fill(0)
    leaving.fill(0)
    for (let person = from; person < until; person++) {
      const mark = marks[numbers[person]!]!
      starts[mark & monthMask]! += 1
      successes[(mark >> monthBits) & monthMask]! += 1
      const dropout = mark >> (2 * monthBits)
      if (dropout === 0) continue
      dropouts[dropout]! += 1
      leaving[mark & monthMask]!++
    }
    // Month 0 has taken what never happens.
    this.started = (until - from - starts[0]!) | 0
    this.succeeded = (until - from - successes[0]!) | 0
    starts[0] = 0
    successes[0] = 0
    this.tell(into)
  }

  /** Whoever did not drop out completes when the course is over. */
  private tell({ starts, inService, dropouts, completions }: GroupActivity): void {
    const { through, course, leaving } = this
    let present = 0
    for (let month = 1; month <= through; month++) {
      const begun = month - course + 1
      const completed = begun > 0 ? starts[begun]! - leaving[begun]! : 0
      present += starts[month]!
      inService[month] = present
      completions[month] = completed
      present -= dropouts[month]! + completed
    }
  }
}
