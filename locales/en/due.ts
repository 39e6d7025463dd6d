/** Measurements to be taken, in English. */
import { type DueWords } from '../wording/due.ts'

const measurements = (count: number) => (count === 1 ? 'one measurement' : `${String(count)} measurements`)

export const due: DueWords = {
  asSeen: (day) => `Measurements as seen on ${day}`,
  states: {
    done: 'measured',
    ahead: 'to come',
    due: 'due',
    late: 'late',
    missing: 'missing',
    undated: 'undated',
  },
  heads: {
    late: (count) => `Late, but not too late: ${measurements(count)}`,
    due: (count, soonDays) => `Due within ${String(soonDays)} days: ${measurements(count)}`,
    missing: (count) => `Missing, and too late: ${measurements(count)}`,
  },
  columns: { who: 'Who', measure: 'Measurement', day: 'Day', since: '', by: 'Recorded by' },
  since: (days) => (days === 1 ? '1 day ago' : `${String(days)} days ago`),
  inDays: (days) => (days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${String(days)} days`),
  minutes: (minutes) => `Those that are late or due now take about ${String(minutes)} minutes in all.`,
  more: (count) => `… and ${String(count)} more.`,
  nothing: 'Everything that should have been measured has been measured.',
  overview: 'Overview',
  noDueDays: 'The terms do not say when to measure.',
  measureColumn: 'Measurement',
  dayText: (text) => {
    const match = /^([a-z ]+?) ([+-]) (\d+) (\w+)$/.exec(text)
    if (match === null) return text
    const [, anchor, sign, count, unit] = match
    return `${count ?? ''} ${unit ?? ''} ${sign === '+' ? 'after' : 'before'} ${anchor ?? ''}`
  },
}
