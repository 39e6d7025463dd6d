/**
 * The value of a measure in a window: the latest, first, highest, lowest, mean or sum.
 *
 *     wellbeing 3 on 1 May, 5 and 4 on 1 June; ties: highest   →   latest 5, first 3, mean 4, sum 8
 *
 * Facts of one day are one value first, by the measure's rule for ties; then the question is put to the days. The
 * window is [from, until) and a fact belongs to it by its own day. Nothing in the window is undefined, never zero.
 *
 * The case that surprises: with `ties: sum`, the highest is the highest sum of a day, not the highest fact.
 */
import { type Day, type Exact, type Offset, add, addOffset, compare, divide } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { type MeasureFacts, NO_DAY, fromRaw, rawAt } from './measure-facts.ts'
import { type FactsView, type Who, measureIn, rowIn } from './store.ts'

/** The value picked from the facts about somebody with a day in [from, until), or undefined if there are none. */
export function pick(
  view: FactsView,
  measure: string,
  who: Who,
  from: Day,
  until: Day,
  how: expressions.Pick,
): Exact | undefined {
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, who)
  if (row < 0) return undefined
  const begin = facts.first[row]!
  let end = facts.first[row + 1]!
  while (end > begin && facts.from[end - 1]! >= until) end--
  if (end === begin || facts.from[end - 1]! < from) return undefined
  if (how === 'latest') return fromRaw(facts, valueOfDay(facts, startOfDay(facts, begin, end), end))
  let start = end - 1
  while (start > begin && facts.from[start - 1]! >= from) start--
  if (how === 'first') return fromRaw(facts, valueOfDay(facts, start, endOfDay(facts, start, end)))
  return overDays(facts, start, end, how)
}

/** The day in [from, until) with a fact about somebody that lies nearest to another day; undefined if there is none. */
export function nearestDay(
  view: FactsView,
  measure: string,
  who: Who,
  window: { from: Day; until: Day },
  nearest: { to: Day; asNear: 'earlier' | 'later' },
): Day | undefined {
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, who)
  if (row < 0) return undefined
  let found: Day | undefined
  for (let at = facts.first[row]!; at < facts.first[row + 1]!; at++) {
    const day = facts.from[at]!
    if (day < window.from || day >= window.until) continue
    const nearer = found === undefined ? -1 : Math.abs(day - nearest.to) - Math.abs(found - nearest.to)
    // Facts are in order of their days, so one that is as near as the one found is later.
    if (nearer < 0 || (nearer === 0 && nearest.asNear === 'later')) found = day
  }
  return found
}

/**
 * On how many days of [from, until) the value of somebody's facts is one that is counted, and on how many there is one.
 * With `apart`, a day counts that is at least so long after the last one counted.
 */
export function countValued(
  view: FactsView,
  measure: string,
  who: Who,
  from: Day,
  until: Day,
  isCounted: (value: Exact) => boolean,
  apart?: Offset,
): { counted: number; all: number } {
  const count = { counted: 0, all: 0 }
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, who)
  if (row < 0) return count
  const end = facts.first[row + 1]!
  let last = NO_DAY
  for (let at = facts.first[row]!; at < end; at = endOfDay(facts, at, end)) {
    const day = facts.from[at]!
    if (day < from || day >= until) continue
    count.all++
    if (apart !== undefined && last !== NO_DAY && day < addOffset(last, apart)) continue
    if (!isCounted(fromRaw(facts, valueOfDay(facts, at, endOfDay(facts, at, end))))) continue
    last = day
    count.counted++
  }
  return count
}

function overDays(facts: MeasureFacts, start: number, end: number, how: expressions.Pick): Exact {
  let result = valueOfDay(facts, start, endOfDay(facts, start, end))
  let days = 1
  for (let at = endOfDay(facts, start, end); at < end; days++) {
    const next = endOfDay(facts, at, end)
    const value = valueOfDay(facts, at, next)
    if (how === 'highest') result = compare(value, result) > 0 ? value : result
    else if (how === 'lowest') result = compare(value, result) < 0 ? value : result
    else result = add(result, value)
    at = next
  }
  return fromRaw(facts, how === 'mean' ? divide(result, days) : result)
}

/** The one value of the facts from `start` to before `end`, which are all those of a day. */
function valueOfDay(facts: MeasureFacts, start: number, end: number): Exact {
  // Facts of a day are in order of their values.
  switch (facts.terms.ties) {
    case 'lowest':
      return rawAt(facts, start)
    case 'latest-recorded':
      return rawAt(facts, latestRecorded(facts, start, end))
    case 'sum': {
      let sum = rawAt(facts, start)
      for (let at = start + 1; at < end; at++) sum = add(sum, rawAt(facts, at))
      return sum
    }
    default:
      return rawAt(facts, end - 1)
  }
}

/** The fact of a day that was recorded last; several of one day with different values were refused before. */
export function latestRecorded(facts: MeasureFacts, start: number, end: number): number {
  let latest = start
  for (let at = start + 1; at < end; at++) if (knownOn(facts, at) > knownOn(facts, latest)) latest = at
  return latest
}

/** The day a fact became known: as recorded, otherwise the day of the fact itself. */
export function knownOn(facts: MeasureFacts, at: number): Day {
  const recorded = facts.recorded[at] ?? NO_DAY
  return recorded === NO_DAY ? facts.from[at]! : recorded
}

export function startOfDay(facts: MeasureFacts, begin: number, end: number): number {
  let start = end - 1
  while (start > begin && facts.from[start - 1] === facts.from[start]) start--
  return start
}

export function endOfDay(facts: MeasureFacts, start: number, end: number): number {
  let next = start + 1
  while (next < end && facts.from[next] === facts.from[start]) next++
  return next
}
