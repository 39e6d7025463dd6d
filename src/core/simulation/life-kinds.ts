/**
 * The different lives of a group, numbered as they are first met, and what each of them adds to the months of the case.
 *
 *     referred in 3, started in 4, completed at the end of 12, succeeded in 20   →   kind 17, the same whoever lives it
 */
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

export class LifeKinds {
  readonly lives: Life[] = []
  private readonly known = new Map<number, number>()
  /** By kind: the months of what happened. */
  private starts = new Int16Array(1024)
  private dropouts = new Int16Array(1024)
  private successes = new Int16Array(1024)
  /** Counts by month, with room for courses that end after the last month. */
  private readonly started: Int32Array
  private readonly dropped: Int32Array
  private readonly succeeded: Int32Array
  /** By month of start, those who drop out later on. */
  private readonly leaving: Int32Array

  constructor(
    private readonly through: number,
    private readonly course: number,
  ) {
    const counts = () => new Int32Array(through + 2)
    ;[this.started, this.dropped, this.succeeded, this.leaving] = [counts(), counts(), counts(), counts()]
  }

  /** The number of a life. */
  kindOf(life: Life): number {
    const { lives, known, through } = this
    const { referral, start, last, isCompleted, isDropout, success } = life
    const size = through + 2
    const end = 4 * last + (isCompleted ? 2 : 0) + (isDropout ? 1 : 0)
    const key = ((referral * size + start) * size + success) * 4 * size + end
    const found = known.get(key)
    if (found !== undefined) return found
    const kind = lives.push(life) - 1
    known.set(key, kind)
    if (kind === this.starts.length)
      for (const name of ['starts', 'dropouts', 'successes'] as const) this[name] = doubled(this[name])
    this.starts[kind] = start
    this.dropouts[kind] = isDropout ? last : 0
    this.successes[kind] = success
    return kind
  }

  /** Counts people by the numbers of their lives, month by month. Columns have a month more than the case. */
  count(kinds: Int32Array, from: number, until: number, into: GroupActivity): void {
    const { starts, dropouts, successes, started, dropped, succeeded, leaving } = this
    started.fill(0)
    dropped.fill(0)
    succeeded.fill(0)
    leaving.fill(0)
    for (let person = from; person < until; person++) {
      const kind = kinds[person]!
      const start = starts[kind]!
      started[start]!++
      succeeded[successes[kind]!]!++
      const dropout = dropouts[kind]!
      if (dropout > 0) {
        dropped[dropout]!++
        leaving[start]!++
      }
    }
    this.tell(into)
  }

  /** Month 0 has taken what never happens. Whoever did not drop out completes when the course is over. */
  private tell(into: GroupActivity): void {
    const { through, course, started, dropped, succeeded, leaving } = this
    const { starts, inService, dropouts, completions, successes } = into
    let present = 0
    for (let month = 1; month <= through; month++) {
      const begun = month - course + 1
      const completed = begun > 0 ? started[begun]! - leaving[begun]! : 0
      present += started[month]!
      starts[month] = started[month]!
      inService[month] = present
      dropouts[month] = dropped[month]!
      completions[month] = completed
      successes[month] = succeeded[month]!
      present -= dropped[month]! + completed
    }
  }
}

function doubled(column: Int16Array): Int16Array<ArrayBuffer> {
  const larger = new Int16Array(2 * column.length)
  larger.set(column)
  return larger
}
