/**
 * The longest unbroken run of time in a state within a window, with short gaps allowed.
 *
 *     in work 1–31 January and 5 February–31 March, gaps of at most 7 days allowed
 *         gap days counted       →   90 days, 1 January to 31 March
 *         gap days not counted   →   86 days
 *
 * A run begins and ends with time in the state. A gap is allowed if it is no longer than `gapAtMost` from the day it
 * begins; `gaps` says how many a run may have. Weeks and months are whole ones completed, from the run's first day;
 * when gap days are not counted, the run is shortened at its end by as many days.
 */
import { type Day, type Offset, addOffset, monthsBetween } from '../base/index.ts'
import { Segments } from './segments.ts'
import { type FactsView, type Who } from './store.ts'
import { addSpells } from './time-in.ts'

export type RunOptions = {
  unit: 'days' | 'weeks' | 'months'
  gapAtMost: Offset
  gapDays: 'counted' | 'not-counted'
  /** Without it, any number. */
  gaps?: number | undefined
}

const stretches = new Segments()

/** The length of the longest run in [from, until) of a subject's spells of any of the measures, in whole units. */
export function longestRun(
  view: FactsView,
  measures: readonly string[],
  who: Who,
  from: Day,
  until: Day,
  options: RunOptions,
): number {
  stretches.clear()
  for (const name of measures) addSpells(stretches, view, name, who, from, until)
  stretches.settle()
  const { gapAtMost, gapDays, gaps = Infinity, unit } = options
  let longest = 0
  for (let begin = 0; begin < stretches.count; begin++) {
    // With any number of gaps, a run that begins within another is shorter.
    if (gaps === Infinity && begin > 0 && isBridged(begin, gapAtMost)) continue
    let days = 0
    for (let at = begin; at < stretches.count; at++) {
      if (at > begin && (at - begin > gaps || !isBridged(at, gapAtMost))) break
      days += stretches.until[at]! - stretches.from[at]!
      const end = gapDays === 'counted' ? stretches.until[at]! : stretches.from[begin]! + days
      longest = Math.max(longest, unitsBetween(unit, stretches.from[begin]!, end))
    }
  }
  return longest
}

/** Whether the gap in front of a stretch is short enough. */
function isBridged(at: number, gapAtMost: Offset): boolean {
  return stretches.from[at]! <= addOffset(stretches.until[at - 1]!, gapAtMost)
}

function unitsBetween(unit: RunOptions['unit'], from: Day, until: Day): number {
  if (unit === 'days') return until - from
  return unit === 'weeks' ? Math.floor((until - from) / 7) : monthsBetween(from, until)
}
