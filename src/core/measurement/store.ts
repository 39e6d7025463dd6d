/**
 * All facts that were read, and the facts as of two days.
 *
 * The store holds everything that was ever recorded, replaced facts included. Nothing is asked of it directly: `asOf`
 * gives the view in which some facts do not exist yet, and the questions are put to the view.
 */
import { type Day, type Place, type Problem, assert } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type GroupRows } from './group-rows.ts'
import { type MeasureFacts } from './measure-facts.ts'
import { type Roster } from './roster.ts'
import { type SourceFiles } from './source-files.ts'

export type FactStore = {
  readonly roster: Roster
  readonly agreement: Agreement
  /** The measures that are needed, also those without a fact. */
  readonly measures: ReadonlyMap<string, MeasureFacts>
  readonly groups: GroupRows
  readonly sources: SourceFiles
}

export type FactsView = {
  readonly roster: Roster
  readonly agreement: Agreement
  readonly to: Day
  readonly knownAt: Day
  readonly measures: ReadonlyMap<string, MeasureFacts>
  readonly groups: GroupRows
  readonly sources: SourceFiles
  /** What the measures' own rules refuse, among the facts that exist in this view. */
  readonly problems: readonly Problem[]
  readonly problemCounts: ReadonlyMap<string, number>
  /** Facts of the store that do not exist in this view: not yet true, not yet known, or replaced. */
  readonly hidden: number
  /** Facts that exist and count for nothing, since a measure's rule refuses them. */
  readonly refused: number
}

/** The facts of a measure that the terms name. */
export function measureIn(view: FactsView, name: string): MeasureFacts {
  const facts = view.measures.get(name)
  assert(facts !== undefined, 'a measure that is asked for was kept when the facts were read')
  return facts
}

/** A row of the roster, or a group told as `agreement/name`, for which see `group-rows.ts`. */
export type Who = number | string

/**
 * Which row of a measure's columns has the facts about somebody, -1 if none has. A fact about the agreement is also
 * found for a person in it, and one about a family for its members. A cohort, an authority or a track has its own facts;
 * where none of the measure was ever told of a group by name, such as a price index, those of the agreement are everybody's.
 */
export function rowIn(view: FactsView, facts: MeasureFacts, who: Who): number {
  if (typeof who === 'string') return facts.terms.of === 'agreement' ? groupIn(view, facts, who) : -1
  if (facts.terms.of === 'family' && view.roster.memberOf[who]! >= 0) return view.roster.memberOf[who]!
  if (facts.terms.of !== 'agreement') return who
  return view.groups.find(`${String(view.roster.agreement[who])}/`)
}

function groupIn(view: FactsView, facts: MeasureFacts, group: string): number {
  const agreement = group.slice(0, group.indexOf('/'))
  return view.groups.find(facts.namesGroups[Number(agreement)] === 1 ? group : `${agreement}/`)
}

/** The file and line of a fact. */
export function placeOfFact(view: FactStore | FactsView, facts: MeasureFacts, at: number): Place {
  return view.sources.placeOf(facts.source[at]!)
}
