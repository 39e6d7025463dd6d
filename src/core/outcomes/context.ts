/**
 * What compiling an expression needs to know: the terms, the people and their facts as of two days, and the results
 * of the goals already decided. One context serves one version of the terms.
 */
import { type Day, type Exact } from '../base/index.ts'
import { type FactsView, type Roster, type Who } from '../measurement/index.ts'
import { type Agreement, type Goal } from '../terms/index.ts'
import { type GoalResults } from './goal-results.ts'
import { NOBODY, type Row } from './row.ts'
import { type Value } from './value.ts'

export type Operator = (row: Row) => Value
export type DayOperator = (row: Row) => Day

/** A set of subjects a group goal is decided for: the whole agreement, a cohort, an authority, a track. */
export type Scope = {
  agreement: number
  /** The cohort's year, the authority's or the track's name; empty for the whole agreement. */
  key: string
  people: Int32Array
  from: Day
  until: Day
}

export type Context = {
  agreement: Agreement
  roster: Roster
  facts: FactsView
  to: Day
  knownAt: Day
  /** Whole minor units in one unit of the currency: 100 for kroner. Money in expressions is counted in minor units. */
  minorUnits: number
  parameter: (name: string, agreement: number) => Exact | undefined
  results: Map<string, GoalResults>
  /** Every group that is decided as one: the agreements first, each at its own number. */
  scopes: Scope[]
  /** The day from which somebody counts: referred, started or completed, as the terms say. */
  countedFrom: (who: number) => Day
  /** The goal whose named dates may be used, if the expression belongs to one. */
  goal: Goal | undefined
  /** The same context with the facts as known on another day, for proof that came too late. */
  knownBy: (day: Day) => FactsView
  /** The number of the version that governs somebody's result on a day. */
  versionFor: (who: number, day: Day) => number
}

/** Whose facts a row reads: those of its person, or those of its group. */
export function subjectOf(row: Row, scopes: readonly Scope[]): Who {
  if (row.who !== NOBODY) return row.who
  const { agreement, key } = scopes[row.scope]!
  return `${String(agreement)}/${key}`
}
