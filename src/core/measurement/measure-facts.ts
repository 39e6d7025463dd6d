/**
 * The facts of one measure as columns: one entry per fact, sorted by subject, then day, so that the facts of a subject
 * on a stretch of days stand together.
 *
 *     first[row] … first[row + 1] − 1   are the facts of the subject in that row of the roster
 *     within a row the order is: from, until, value, item or kind, recorded, fact's number, by, evidence, replaced, file row
 *
 * The order of the rows in the files is the last key and decides nothing but which of two equal facts is named first.
 * The case that surprises: a measure of the whole agreement has rows of another table, one for each agreement and each
 * name that a figure was given for; see `group-rows.ts`.
 */
import { type Day, type Exact, FAR_FUTURE, divide, multiply, power } from '../base/index.ts'
import { type Measure } from '../terms/index.ts'

/** What a day column holds where no day is stated. It lies before every calendar day. */
export const NO_DAY: Day = -(2 ** 30)

/** The `until` of a spell that still goes on. */
export const STILL_GOING_ON: Day = FAR_FUTURE

/** What a column of codes holds where nothing is stated. */
export const NO_CODE = -1

/** Texts as codes: `words[codes[i]]`, or nothing where the code is `NO_CODE`. */
export type Coded = { readonly codes: Int32Array; readonly words: readonly string[] }

/** Every array that a measure does not need is empty, so that all measures have one shape. */
export type MeasureFacts = {
  readonly name: string
  readonly terms: Measure
  readonly count: number
  /** Offsets into the other columns, one for each row and one behind the last. */
  readonly first: Uint32Array
  /** The day of the fact, or the first day of the spell. */
  readonly from: Int32Array
  /** Spells only: the first day outside, `STILL_GOING_ON` if it has not ended. */
  readonly until: Int32Array
  /** Value × 10^scale. Levels are counted from 0; shares are fractions of one; plan goals hold an `ItemState`. */
  readonly values: Float64Array
  readonly scale: number
  /** In place of `values`, where the values have no common scale that whole numbers can hold. */
  readonly exact: readonly Exact[] | undefined
  /** Plan goals only: which goal of the subject's plan. */
  readonly items: Coded
  /** Measures with kinds only: which kind the fact is of. */
  readonly kinds: Coded
  /** The day the fact became known, `NO_DAY` where no row says. Empty if no row of the measure says. */
  readonly recorded: Int32Array
  /** The day a later row took the fact's place, `FAR_FUTURE` if none did. Empty if that happened to no fact. */
  readonly replaced: Int32Array
  /** File and line in one number; `SourceFiles` tells them apart. */
  readonly source: Uint32Array
  readonly by: Coded
  readonly evidence: Coded
  /** Of measures of the agreement, by agreement: 1 if any fact was ever told of a group of it by name. */
  readonly namesGroups: Uint8Array
  /** The last day on which a fact begins, and the last on which one became known or was replaced; `NO_DAY` if none. */
  readonly lastFrom: Day
  readonly lastRecorded: Day
  readonly firstReplaced: Day
}

/** How a goal of a plan stands. The numbers are the order in which several of one day are read. */
export const itemStates = ['agreed', 'changed', 'not-met', 'met', 'withdrawn'] as const
export type ItemState = (typeof itemStates)[number]

/** The value of the fact at a position, exactly. The measure has values. */
export function valueAt(facts: MeasureFacts, at: number): Exact {
  return fromRaw(facts, rawAt(facts, at))
}

/** The value without its scale, for comparing and adding up facts of one measure before `fromRaw`. */
export function rawAt(facts: MeasureFacts, at: number): Exact {
  return facts.exact === undefined ? facts.values[at]! : facts.exact[at]!
}

/** A value, or a sum of values, with the scale of its measure. */
export function fromRaw(facts: MeasureFacts, raw: Exact): Exact {
  if (facts.exact !== undefined || facts.scale === 0) return raw
  return facts.scale > 0 ? divide(raw, power(10, facts.scale)) : multiply(raw, power(10, -facts.scale))
}

/** The day a fact became known: as its row says, otherwise the last of its dates, as far as `to` reaches. */
export function recordedOn(facts: MeasureFacts, at: number, to: Day): Day {
  const recorded = facts.recorded[at] ?? NO_DAY
  if (recorded !== NO_DAY) return recorded
  const until = facts.until[at] ?? NO_DAY
  if (until === NO_DAY || until === STILL_GOING_ON) return facts.from[at]!
  const last = facts.terms.toMeans === 'last-day-in' ? until - 1 : until
  return Math.max(facts.from[at]!, Math.min(last, to))
}

export const noCodes: Coded = { codes: new Int32Array(0), words: [] }

/** The word of a coded column, or undefined where none is stated. */
export function wordAt(column: Coded, at: number): string | undefined {
  const code = column.codes[at] ?? NO_CODE
  return code === NO_CODE ? undefined : column.words[code]
}
