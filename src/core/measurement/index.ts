/**
 * Facts about people: who is in the roster, what was seen, what is due, and what is missing.
 *
 *     people.csv ─ readPeople ─► Roster        facts/*.csv ─ readFacts ─► FactStore ─ asOf(to, known at) ─► FactsView
 *     questions to the view:   unitsIn · longestRun · countIn · eventDay · pick · itemsIn · factsUsed · dueFor · coverageOf
 *
 * Everything is in columns, sorted by subject and day, so that millions of people fit in memory and no order of rows in
 * any file can change a result. Every row read is used, superseded or refused, and what is refused says why. Nothing
 * here knows goals or kroner.
 */
export { type CsvFile, type ReadingRules, unstatedRules } from './headers.ts'
export { type PeopleOptions, type PeopleTally, type ReadPeople, readPeople } from './read-people.ts'
export { type FactsOptions, type ReadFacts, readFacts } from './read-facts.ts'
export { type FactsTally } from './facts-tally.ts'
export { type DayColumn, type Roster, type Unit, attributeOf, placeOfRow, units } from './roster.ts'
export { type FactStore, type FactsView, type Who, placeOfFact } from './store.ts'
export { type Measurement, type MeasurementInput, measuresNeeded, readMeasurement } from './measurement.ts'
export { type AsOf, asOf } from './as-of.ts'
export { type FactReason, factsUsed, personPlace } from './facts-used.ts'
export {
  type Coded,
  type ItemState,
  type MeasureFacts,
  NO_DAY,
  STILL_GOING_ON,
  itemStates,
  valueAt,
} from './measure-facts.ts'
export { type TimeOptions, unitsIn } from './time-in.ts'
export { type RunOptions, longestRun } from './runs.ts'
export { countValued, nearestDay, pick } from './values.ts'
export { aligned } from './relative-day.ts'
export { ofKinds } from './of-kinds.ts'
export { countIn, eventDay, eventDays, hasFacts } from './events.ts'
export { type ItemCounts, type ItemRules, itemsIn } from './plan-items.ts'
export { type Coverage, type DueEntry, type DueOptions, type DueState, coverageOf, dueFor, dueStates } from './due.ts'
