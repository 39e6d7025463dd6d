/**
 * Who is to be measured: what is due soon, what is late, and what can no longer be made good, as seen on a day.
 *
 * Only what was true and known on that day counts, so the list of a past day is the one people had then.
 */
import { type Day } from '../core/base/index.ts'
import { type Coverage, type DueState, type Roster, coverageOf, dueFor } from '../core/measurement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { type OpenContract } from './open-contract.ts'

export type DueItem = {
  who: string
  measure: string
  /** The day as the terms tell it: `end + 12 months`. */
  text: string
  day: Day
  state: Extract<DueState, 'due' | 'late' | 'missing'>
  /** The party that records it, and how many minutes it takes, where the terms say so. */
  recordedBy: string | undefined
  minutes: number | undefined
}

export type DueList = { on: Day; soonDays: number; items: DueItem[]; coverage: Coverage[] }

const states: readonly DueState[] = ['late', 'due', 'missing']

/** The list as of a day, late first, then by day, person and measure. Nothing where the terms cannot be read. */
export function listDue(contract: OpenContract, on: Day, soonDays: number): DueList | undefined {
  const agreement = contract.readings[0]?.terms.versions.at(-1)?.agreement
  const { measurement } = contract
  if (agreement === undefined || measurement === undefined) return undefined
  const view = measurement.asOf({ to: on, knownAt: on, agreement })
  const options = { today: on, soonDays }
  const items: DueItem[] = []
  for (let row = 0; row < view.roster.count; row++) {
    for (const entry of dueFor(view, row, options)) {
      if (entry.state === 'due' || entry.state === 'late' || entry.state === 'missing') {
        items.push(itemOf({ ...entry, state: entry.state }, row, view.roster, agreement))
      }
    }
  }
  items.sort(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      a.day - b.day ||
      compareTexts(a.who, b.who) ||
      compareTexts(a.measure, b.measure),
  )
  return { on, soonDays, items, coverage: coverageOf(view, options) }
}

function itemOf(
  { measure, text, day, state }: Pick<DueItem, 'measure' | 'text' | 'day' | 'state'>,
  row: number,
  roster: Roster,
  agreement: Agreement,
): DueItem {
  const terms = agreement.measures.get(measure)
  return { who: roster.idOf(row), measure, text, day, state, recordedBy: terms?.recordedBy, minutes: terms?.minutes }
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
