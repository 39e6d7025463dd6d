/** The order in which entries stand, and which of them takes what a whole group gets or gives. */
import { type Exact, isZero } from '../base/index.ts'
import { type Entries } from './entries.ts'

/**
 * By day, then in the order of the annex, then by the person's id. Entries stand in the order of payments and of the
 * roster, which is in order of ids, whatever version of the terms governs them. So a sort by day that keeps that order is
 * all it takes, and no order of rows in a file matters. The entries of the group are given in their own order.
 */
export function inOrder(group: ArrayLike<number>, { day }: Entries): ArrayLike<number> {
  return group.length <= fewEntries ? fewByDay(group, day) : manyByDay(group, day)
}

const fewEntries = 32

/** The few entries of one person, put one by one where they belong. */
function fewByDay(group: ArrayLike<number>, day: Int32Array): number[] {
  const ordered: number[] = []
  for (let next = 0; next < group.length; next++) {
    const entry = group[next]!
    let at = next
    for (; at > 0 && day[ordered[at - 1]!]! > day[entry]!; at--) ordered[at] = ordered[at - 1]!
    ordered[at] = entry
  }
  return ordered
}

const bucketBits = 11
const bucketCount = 1 << bucketBits

/** The entries of a whole agreement, by eleven bits of the day at a time: no comparison, and no order is lost. */
function manyByDay(group: ArrayLike<number>, day: Int32Array): Int32Array {
  let [first, last] = [Infinity, -Infinity]
  let ordered = Int32Array.from(group)
  for (const entry of ordered) {
    first = Math.min(first, day[entry]!)
    last = Math.max(last, day[entry]!)
  }
  let other = new Int32Array(ordered.length)
  for (let shift = 0; (last - first) >>> shift > 0; shift += bucketBits) {
    const next = new Int32Array(bucketCount + 1)
    for (const entry of ordered) next[(((day[entry]! - first) >>> shift) & (bucketCount - 1)) + 1]!++
    for (let bucket = 0; bucket < bucketCount; bucket++) next[bucket + 1]! += next[bucket]!
    for (const entry of ordered) other[next[((day[entry]! - first) >>> shift) & (bucketCount - 1)]!++] = entry
    ;[ordered, other] = [other, ordered]
  }
  return ordered
}

/** The last entry that is worth something, or the last of all where none is: it takes what a whole group gets or gives. */
export function lastPaid(entries: ArrayLike<number>, amounts: readonly Exact[]): number {
  let at = entries.length - 1
  while (at > 0 && isZero(amounts[entries[at]!]!)) at--
  return isZero(amounts[entries[at]!]!) ? entries[entries.length - 1]! : entries[at]!
}
