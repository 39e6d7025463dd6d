/** What each language says of what is to be measured. */
import { type DueState } from '../../src/core/measurement/index.ts'

export type DueWords = {
  asSeen: (day: string) => string
  states: Record<DueState, string>
  /** The heading of a list: how many, and what they are. */
  heads: Record<'late' | 'due' | 'missing', (count: number, soonDays: number) => string>
  columns: { who: string; measure: string; day: string; since: string; by: string }
  since: (days: number) => string
  inDays: (days: number) => string
  minutes: (minutes: number) => string
  more: (count: number) => string
  nothing: string
  overview: string
  noDueDays: string
  measureColumn: string
  /** `end + 12 months` as people say it; the text itself where it is more than that. */
  dayText: (text: string) => string
}
