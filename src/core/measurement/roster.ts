/**
 * The roster: everybody the agreement is about, as columns, one row each, in order of their ids.
 *
 *     row   id    unit     memberOf   days.start    track
 *     0     F1    family   none       2022-03-01    ordinary
 *     1     F1-a  child    0          none          none
 *
 * A child or parent names its family. What a member's own row leaves empty, such as the start, is left empty here;
 * whoever reads it decides if the family's counts. Rows are in order of ids (whole numbers by size, before all
 * others), so that the order of the file decides nothing.
 */
import { type Place } from '../base/index.ts'
import { type Coded, NO_CODE } from './measure-facts.ts'

/** What a person in the roster is. Its place in the list is its code. */
export const units = ['person', 'family', 'child', 'parent'] as const
export type Unit = (typeof units)[number]

export const dayColumns = ['referral', 'start', 'end', 'birth', 'observedTo', 'exitOn'] as const
export type DayColumn = (typeof dayColumns)[number]

export const NOT_IN_ROSTER = -1
/** In the file, but with a row that could not be taken in. */
export const ROW_REFUSED = -2

export type Roster = {
  readonly count: number
  readonly file: string
  /** Codes of `units`. */
  readonly unit: Uint8Array
  /** The row of the family, or -1. */
  readonly memberOf: Int32Array
  /** The members of the family in row r are members[firstMember[r]] … members[firstMember[r + 1] − 1]. */
  readonly firstMember: Uint32Array
  readonly members: Uint32Array
  /** An index into `agreements`, which has one name, perhaps empty, where the file has no such column. */
  readonly agreement: Int32Array
  readonly agreements: readonly string[]
  /** `NO_DAY` where the file has none. `observedTo` is the first day we know nothing about. */
  readonly days: Readonly<Record<DayColumn, Int32Array>>
  /** Codes of `exits`, -1 for somebody who has not left. */
  readonly exit: Int32Array
  readonly exits: readonly string[]
  /** Codes of `tracks`, -1 for none. */
  readonly track: Int32Array
  readonly tracks: readonly string[]
  /** 1 for somebody who came in a pilot. */
  readonly pilot: Uint8Array
  /** Every other column of the file, by its name. */
  readonly attributes: ReadonlyMap<string, Coded>
  /** The line of the file that each row began on. */
  readonly fileRow: Uint32Array
  idOf: (row: number) => string
  rowOf: (id: string) => number | undefined
  /** The row of an id by its code in the interner of ids; `NOT_IN_ROSTER` or `ROW_REFUSED` if it has none. */
  readonly rowOfCode: Int32Array
}

/** The place in the file of somebody's row. */
export function placeOfRow(roster: Roster, row: number): Place {
  return { file: roster.file, line: roster.fileRow[row]!, column: 1, length: 0 }
}

/** The word of an attribute, or undefined if the column or the word is missing. */
export function attributeOf(roster: Roster, name: string, row: number): string | undefined {
  const column = roster.attributes.get(name)
  const code = column?.codes[row] ?? NO_CODE
  return code === NO_CODE ? undefined : column?.words[code]
}

/** The members of each family, in order of rows, from the family of each member. */
export function membersOf(memberOf: Int32Array): { firstMember: Uint32Array; members: Uint32Array } {
  const count = memberOf.length
  const firstMember = new Uint32Array(count + 1)
  for (let row = 0; row < count; row++) {
    const family = memberOf[row]!
    if (family >= 0) firstMember[family + 1] = firstMember[family + 1]! + 1
  }
  for (let row = 0; row < count; row++) firstMember[row + 1] = firstMember[row + 1]! + firstMember[row]!
  const members = new Uint32Array(firstMember[count]!)
  const next = firstMember.slice(0, count)
  for (let row = 0; row < count; row++) {
    const family = memberOf[row]!
    if (family >= 0) members[next[family]!++] = row
  }
  return { firstMember, members }
}
