/**
 * Time in a state: how many nights, days, weeks, months or years of a window a subject's spells cover.
 *
 *     shelter 1–4 and 3–6 January (first day out), nights, counted once   →   5
 *     the same, each counted                                              →   6
 *     weeks of a window, whole only   →   the weeks with no day missing;  any day   →   the weeks with at least one
 *
 * The window is [from, until). A week is seven days from Monday or from the window's first day; a month or a year is
 * counted from the window's first day, so that a window of six months always has six. `except` takes time out: nights
 * at a shelter less nights in prison. Spells of a measure counted once are joined, also across the measures of one
 * question; spells of a measure counted each are counted one by one beside them.
 *
 * The case that surprises: a part of a week at an edge of the window is never a whole week, but it may have a day.
 */
import { type Day, addMonths, assert, mondayOnOrBefore, monthsBetween } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { type MeasureFacts } from './measure-facts.ts'
import { Segments } from './segments.ts'
import { type FactsView, type Who, measureIn, rowIn } from './store.ts'

export type TimeOptions = {
  /** What a week, month or year that is covered in part counts for; must be stated for those units. */
  partUnits?: 'whole-only' | 'any-day' | undefined
  /** Must be stated for weeks. */
  weeks?: 'monday-to-sunday' | 'from-window-start' | undefined
  /** Measures of spells whose time is taken out. */
  except?: readonly string[] | undefined
}

/** How many units of the window [from, until) somebody, or a group, spent in the state. A whole number. */
export function unitsIn(
  facts: FactsView,
  measures: readonly string[],
  who: Who,
  from: Day,
  until: Day,
  unit: expressions.TimeUnit,
  options: TimeOptions,
): number {
  const { except = none } = options
  if (measures.length === 1 && except.length === 0 && (unit === 'nights' || unit === 'days')) {
    const only = measureIn(facts, measures[0]!)
    const own = rowIn(facts, only, who)
    if (own < 0) return 0
    return only.terms.overlap === 'each' ? daysEach(only, own, from, until) : daysOnce(only, own, from, until)
  }
  excepted.clear()
  for (const name of except) addSpells(excepted, facts, name, who, from, until)
  excepted.settle()
  covered.clear()
  const count = unitCounter(unit, options, from)
  let units = 0
  for (const name of measures) {
    const spells = measureIn(facts, name)
    if (spells.terms.overlap !== 'each') addSpells(covered, facts, name, who, from, until)
    else units += unitsEach(spells, rowIn(facts, spells, who), from, until, count)
  }
  covered.settle()
  return units + count(outsideExcepted(covered))
}

const none: readonly string[] = []

// Used again by every question; a question is answered before the next is asked.
const covered = new Segments()
const one = new Segments()
const excepted = new Segments()
const left = new Segments()

function daysOnce(facts: MeasureFacts, row: number, from: Day, until: Day): number {
  let reached = from
  let days = 0
  const last = facts.first[row + 1]!
  for (let at = facts.first[row]!; at < last; at++) {
    const start = facts.from[at]!
    if (start >= until) break
    let end = facts.until[at]!
    if (end > until) end = until
    if (end <= reached) continue
    days += end - (start > reached ? start : reached)
    reached = end
  }
  return days
}

function daysEach(facts: MeasureFacts, row: number, from: Day, until: Day): number {
  let days = 0
  const last = facts.first[row + 1]!
  for (let at = facts.first[row]!; at < last; at++) {
    const start = Math.max(facts.from[at]!, from)
    if (start >= until) break
    const end = Math.min(facts.until[at]!, until)
    if (end > start) days += end - start
  }
  return days
}

/** Adds the parts of a subject's spells that lie in the window. */
export function addSpells(to: Segments, view: FactsView, measure: string, asking: Who, from: Day, until: Day): void {
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, asking)
  if (row < 0) return
  const last = facts.first[row + 1]!
  for (let at = facts.first[row]!; at < last; at++) {
    const start = facts.from[at]!
    if (start >= until) break
    const end = facts.until[at]!
    if (end > from) to.add(start > from ? start : from, end < until ? end : until)
  }
}

function unitsEach(
  facts: MeasureFacts,
  row: number,
  from: Day,
  until: Day,
  count: (segments: Segments) => number,
): number {
  let units = 0
  if (row < 0) return units
  const last = facts.first[row + 1]!
  for (let at = facts.first[row]!; at < last; at++) {
    one.clear()
    one.add(Math.max(facts.from[at]!, from), Math.min(facts.until[at]!, until))
    units += count(outsideExcepted(one))
  }
  return units
}

function outsideExcepted(whole: Segments): Segments {
  if (excepted.count === 0) return whole
  left.becomeDifference(whole, excepted)
  return left
}

/** Counts the units that stretches in order cover; a unit that two stretches have days of counts once. */
function unitCounter(
  unit: expressions.TimeUnit,
  options: TimeOptions,
  windowFrom: Day,
): (segments: Segments) => number {
  if (unit === 'nights' || unit === 'days') return daysOf
  assert(options.partUnits !== undefined, 'the terms say what a part of a week, month or year counts for')
  assert(unit !== 'weeks' || options.weeks !== undefined, 'the terms say where a week begins')
  const base = options.weeks === 'monday-to-sunday' && unit === 'weeks' ? mondayOnOrBefore(windowFrom) : windowFrom
  if (options.partUnits === 'whole-only') return (segments) => wholeUnits(unit, base, segments)
  return (segments) => touchedUnits(unit, base, segments)
}

function daysOf(segments: Segments): number {
  let days = 0
  for (let at = 0; at < segments.count; at++) days += segments.until[at]! - segments.from[at]!
  return days
}

function wholeUnits(unit: LongUnit, base: Day, segments: Segments): number {
  let units = 0
  for (let at = 0; at < segments.count; at++) {
    const from = segments.from[at]!
    const first = unitOf(unit, base, from)
    const next = startOfUnit(unit, base, first) === from ? first : first + 1
    units += Math.max(0, unitOf(unit, base, segments.until[at]!) - next)
  }
  return units
}

function touchedUnits(unit: LongUnit, base: Day, segments: Segments): number {
  let units = 0
  let lastCounted = -1
  for (let at = 0; at < segments.count; at++) {
    const first = Math.max(unitOf(unit, base, segments.from[at]!), lastCounted + 1)
    lastCounted = unitOf(unit, base, segments.until[at]! - 1)
    units += Math.max(0, lastCounted - first + 1)
  }
  return units
}

type LongUnit = Exclude<expressions.TimeUnit, 'nights' | 'days'>

/** Which unit from the base, counted from 0, a day not before the base falls in. */
function unitOf(unit: LongUnit, base: Day, day: Day): number {
  if (unit === 'weeks') return Math.floor((day - base) / 7)
  const months = monthsBetween(base, day)
  return unit === 'months' ? months : Math.floor(months / 12)
}

function startOfUnit(unit: LongUnit, base: Day, index: number): Day {
  if (unit === 'weeks') return base + 7 * index
  return addMonths(base, unit === 'months' ? index : 12 * index)
}
