/** What each language says of months and of things that are counted. */
import { type expressions } from '../../src/core/terms/index.ts'

export type CountedUnit = Exclude<expressions.Unit, 'money' | 'share' | 'number'>

export type CalendarWords = {
  /** January first. */
  months: readonly string[]
  units: Record<CountedUnit, readonly [one: string, several: string]>
  and: string
}
