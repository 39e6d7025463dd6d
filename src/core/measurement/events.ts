/**
 * Events and their days: how many in a window, how far apart, and the first or last of all.
 *
 *     jobs started on 1 March, 1 March and 20 March   →   2 if those of one day count once, 3 if each counts
 *     the same, at least 1 month apart                →   1
 *
 * An event belongs to the window [from, until) by its day. A spell is the event of its beginning; of spells counted
 * once, those that touch or overlap an earlier one are the same stay, and begin nothing. A value is the event of having
 * been measured that day. With `apart`, each event is counted that is at least so long after the last one counted.
 */
import { type Day, type Offset, addOffset } from '../base/index.ts'
import { type MeasureFacts, NO_DAY } from './measure-facts.ts'
import { type FactsView, type Who, measureIn, rowIn } from './store.ts'

/** How many events of the measure somebody has in [from, until). */
export function countIn(view: FactsView, measure: string, who: Who, from: Day, until: Day, apart?: Offset): number {
  let count = 0
  let last = NO_DAY
  eachEvent(view, measure, who, (day) => {
    if (day < from || day >= until) return
    if (apart !== undefined && last !== NO_DAY && day < addOffset(last, apart)) return
    last = day
    count++
  })
  return count
}

/** The days of somebody's events, in order; a day of two that each count is there twice. */
export function eventDays(view: FactsView, measure: string, who: Who): Day[] {
  const days: Day[] = []
  eachEvent(view, measure, who, (day) => days.push(day))
  return days
}

/** The day of somebody's first or last event, `NO_DAY` if there is none. */
export function eventDay(view: FactsView, measure: string, who: Who, which: 'first' | 'last'): Day {
  let found = NO_DAY
  eachEvent(view, measure, who, (day) => {
    if (which === 'last' || found === NO_DAY) found = day
  })
  return found
}

/** Whether there is any fact of the measure about somebody. */
export function hasFacts(view: FactsView, measure: string, who: Who): boolean {
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, who)
  return row >= 0 && facts.first[row + 1]! > facts.first[row]!
}

function eachEvent(view: FactsView, measure: string, who: Who, found: (day: Day) => void): void {
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, who)
  if (row < 0) return
  const [begin, end] = [facts.first[row]!, facts.first[row + 1]!]
  if (facts.terms.kind === 'spell' && facts.terms.overlap !== 'each') return eachStay(facts, begin, end, found)
  const isEach = facts.terms.sameDay === 'each' || facts.terms.overlap === 'each'
  for (let at = begin; at < end; at++) {
    if (isEach || at === begin || facts.from[at] !== facts.from[at - 1]) found(facts.from[at]!)
  }
}

function eachStay(facts: MeasureFacts, begin: number, end: number, found: (day: Day) => void): void {
  let reached = NO_DAY
  for (let at = begin; at < end; at++) {
    if (facts.from[at]! > reached) found(facts.from[at]!)
    reached = Math.max(reached, facts.until[at]!)
  }
}
