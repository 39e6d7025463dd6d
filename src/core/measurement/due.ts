/**
 * What is due, late and missing, for one person and for everybody.
 *
 *     wellbeing, due: [start, end]        today 10 December 2022, soon is 30 days
 *         start 1 March 2022              measured 14 March       →   done
 *         end 31 December 2022            nothing yet             →   due
 *
 * Each due day has the stretch of days nearer to it than to the next or previous one of the measure; the first has half
 * a year in front of it, the last everything up to the end of the agreement. A fact anywhere in the stretch does what
 * was due. Without one, a day is ahead, due when it is soon, late when it has passed, and missing when its stretch has,
 * or when the person has left. Days after somebody left, was last seen, or before they were born, are not asked for.
 * The first due day of a measure is its baseline.
 *
 * The case that surprises: a day that cannot be told yet, such as the end of a course that goes on, is undated.
 */
import { type Day, FAR_FUTURE } from '../base/index.ts'
import { type MeasureFacts, NO_DAY } from './measure-facts.ts'
import { ownOrFamilys, relativeDay } from './relative-day.ts'
import { units } from './roster.ts'
import { type FactsView } from './store.ts'

export const dueStates = ['done', 'ahead', 'due', 'late', 'missing', 'undated'] as const
export type DueState = (typeof dueStates)[number]

export type DueEntry = {
  measure: string
  /** Which of the measure's due days, counted from 0; 0 is the baseline. */
  index: number
  /** The day as the terms tell it: `end + 12 months`. */
  text: string
  /** `NO_DAY` where it cannot be told yet. */
  day: Day
  state: DueState
  /** The day of the nearest fact that did what was due. */
  doneOn: Day | undefined
}

export type DueOptions = {
  today: Day
  /** How many days before it a due day is shown as due. */
  soonDays: number
}

/** What one measure's due day comes to for everybody it is about. */
export type Coverage = {
  measure: string
  index: number
  text: string
  /** How many people stand in each state. */
  counts: Record<DueState, number>
  /** Rows of the roster that are late or missing, in order. */
  gaps: Uint32Array
}

/** Everything due about one person in the roster, by measure and then by day; undated days last. */
export function dueFor(view: FactsView, row: number, options: DueOptions): DueEntry[] {
  return [...view.measures.values()].flatMap((facts) => dueOfMeasure(view, facts, row, options))
}

/** For each measure and each of its due days, how many have what was due, and who has not. */
export function coverageOf(view: FactsView, options: DueOptions): Coverage[] {
  return [...view.measures.values()].flatMap((facts) => {
    const { name, terms } = facts
    const columns = (terms.due ?? []).map(({ text }, index) => {
      const counts = Object.fromEntries(dueStates.map((state) => [state, 0])) as Record<DueState, number>
      return { measure: name, index, text, counts, gaps: [] as number[] }
    })
    for (let row = 0; columns.length > 0 && row < view.roster.count; row++) {
      for (const { index, state } of dueOfMeasure(view, facts, row, options)) {
        columns[index]!.counts[state]++
        if (state === 'late' || state === 'missing') columns[index]!.gaps.push(row)
      }
    }
    return columns.map((column) => ({ ...column, gaps: Uint32Array.from(column.gaps) }))
  })
}

function dueOfMeasure(view: FactsView, facts: MeasureFacts, row: number, options: DueOptions): DueEntry[] {
  const { name, terms } = facts
  if (terms.due === undefined || !isAbout(terms.of, units[view.roster.unit[row]!]!)) return []
  const days = terms.due
    .map((expression, index) => ({ index, text: expression.text, day: relativeDay(view, expression, row) }))
    .filter(({ day }) => day === NO_DAY || isAsked(view, row, day))
  const dated = days.filter(({ day }) => day !== NO_DAY).sort((a, b) => a.day - b.day || a.index - b.index)
  const gone = goneFrom(view, row)
  const entries = dated.map(({ index, text, day }, place): DueEntry => {
    const from = place === 0 ? day - daysBeforeFirst : halfway(dated[place - 1]!.day, day)
    const next = dated[place + 1]
    const until = next === undefined ? Math.max(view.agreement.runs.through, day) + 1 : halfway(day, next.day)
    const doneOn = nearestFact(facts, row, day, { from: Math.min(from, day), until: Math.max(until, day + 1) })
    const state = doneOn === undefined ? stateWithout(day, Math.min(until, gone), options) : 'done'
    return { measure: name, index, text, day, state, doneOn }
  })
  const undated = days
    .filter(({ day }) => day === NO_DAY)
    .map((entry): DueEntry => ({ ...entry, measure: name, state: 'undated', doneOn: undefined }))
  return [...entries, ...undated]
}

/** A baseline is often taken well before the start. */
const daysBeforeFirst = 183

/** The first day that belongs to the later of two due days. */
function halfway(earlier: Day, later: Day): Day {
  return earlier + Math.ceil((later - earlier) / 2)
}

function stateWithout(day: Day, until: Day, { today, soonDays }: DueOptions): DueState {
  if (day > today + soonDays) return 'ahead'
  if (day >= today) return 'due'
  return today < until ? 'late' : 'missing'
}

function isAbout(of: MeasureFacts['terms']['of'], unit: (typeof units)[number]): boolean {
  return of === unit || (of === 'person' && unit !== 'family')
}

/** Whether somebody was there to be measured on a day. */
function isAsked(view: FactsView, row: number, day: Day): boolean {
  return view.roster.days.birth[row]! <= day && day < goneFrom(view, row)
}

/** The first day on which somebody, or their family, had left or is not seen any more. */
function goneFrom(view: FactsView, row: number): Day {
  const [left, unseen] = [ownOrFamilys(view, 'exitOn', row), ownOrFamilys(view, 'observedTo', row)]
  return Math.min(left === NO_DAY ? FAR_FUTURE : left, unseen === NO_DAY ? FAR_FUTURE : unseen)
}

function nearestFact(facts: MeasureFacts, row: number, day: Day, within: { from: Day; until: Day }): Day | undefined {
  let nearest: Day | undefined
  for (let at = facts.first[row]!; at < facts.first[row + 1]!; at++) {
    const on = facts.from[at]!
    if (on < within.from || on >= within.until) continue
    if (nearest === undefined || Math.abs(on - day) < Math.abs(nearest - day)) nearest = on
  }
  return nearest
}
