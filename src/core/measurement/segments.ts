/**
 * Stretches of days in order, none touching another, in columns that are used again for each question.
 *
 *     add [1, 4), [3, 6), [6, 8), [20, 22)   →   [1, 8), [20, 22)
 *
 * Time in a state is asked for tens of millions of times, so nothing is allocated once the columns are large enough.
 * The case that surprises: two stretches that touch are one, because no day lies between them.
 */
import { type Day } from '../base/index.ts'

export class Segments {
  count = 0
  from = new Int32Array(64)
  until = new Int32Array(64)

  clear(): void {
    this.count = 0
  }

  /** Adds a stretch; an empty one is nothing. Those that come in order of their first day are merged at once. */
  add(from: Day, until: Day): void {
    if (from >= until) return
    const last = this.count - 1
    if (last >= 0 && from <= this.until[last]! && from >= this.from[last]!) {
      if (until > this.until[last]!) this.until[last] = until
      return
    }
    if (this.count === this.from.length) this.grow()
    this.from[this.count] = from
    this.until[this.count] = until
    this.count++
  }

  /** Puts stretches that were added out of order into order, and merges them. */
  settle(): void {
    for (let at = 1; at < this.count; at++) {
      const [from, until] = [this.from[at]!, this.until[at]!]
      let to = at
      for (; to > 0 && this.from[to - 1]! > from; to--) {
        this.from[to] = this.from[to - 1]!
        this.until[to] = this.until[to - 1]!
      }
      this.from[to] = from
      this.until[to] = until
    }
    const added = this.count
    this.count = 0
    for (let at = 0; at < added; at++) this.add(this.from[at]!, this.until[at]!)
  }

  /** This becomes what `whole` has outside `hole`; both settled, and neither of them this. */
  becomeDifference(whole: Segments, hole: Segments): void {
    this.count = 0
    let next = 0
    for (let at = 0; at < whole.count; at++) {
      let from = whole.from[at]!
      const until = whole.until[at]!
      while (next < hole.count && hole.until[next]! <= from) next++
      for (let inside = next; inside < hole.count && hole.from[inside]! < until; inside++) {
        this.add(from, Math.min(until, hole.from[inside]!))
        from = Math.max(from, hole.until[inside]!)
      }
      this.add(from, until)
    }
  }

  private grow(): void {
    const [from, until] = [new Int32Array(this.count * 2), new Int32Array(this.count * 2)]
    from.set(this.from)
    until.set(this.until)
    this.from = from
    this.until = until
  }
}
