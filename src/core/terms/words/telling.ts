/**
 * What the words of one clause share while they are told: the agreement, who the rule is about, and the small print
 * that phrases leave behind.
 *
 *     time-in … weeks: monday-to-sunday   →   phrase "det antal uger, hvor …", note "En uge går fra mandag til søndag."
 *
 * A clause names other clauses by number and heading only, never by what they say: then a changed parameter changes the
 * words of its own clause and of no other.
 */
import { type Place, compare } from '../../base/index.ts'
import { type Mark, type Words } from '../../text/index.ts'
import { type Agreement, type Goal, type Payment } from '../agreement.ts'
import {
  type Compare,
  type Condition,
  type DayExpression,
  type Literal,
  type Steps,
  type Unit,
  type Value,
} from '../expression.ts'
import { type Draft, nameless } from './text.ts'

/** Who a rule is about while it is told. */
export type Row = 'person' | 'family' | 'child' | 'parent' | 'member' | 'group' | 'cohort' | 'authority' | 'track'

/** The two languages in which terms are read. */
export type Language = 'da' | 'en'

/** What phrases need of the other files of their language, handed in so that the files need not import each other. */
export type Tongue = {
  language: Language
  /** What joins the last two of a list, and a name with what it stands for. */
  and: string
  is: string
  /** A value as a noun phrase. */
  value(node: Value, t: Telling): string
  /** A subordinate clause with its conjunction: "hvis …", "når …, og når …". */
  condition(conjunction: string, node: Condition, t: Telling): string
  /** A condition as a relative clause: "der hører til …", "hvor …". */
  relativeOf(node: Condition, t: Telling): string
  /** What a value is held against: "mindst 50 %, men under 75 %". */
  bounds(limits: Bounds, unit: Unit | undefined, t: Telling): string
  /** A step table, line or tiers as sentences of their own, under a name. */
  curve(node: Value, name: string, t: Telling): Draft[]
  valueName(letter: string): string
}

export type Telling = {
  readonly agreement: Agreement
  readonly tongue: Tongue
  readonly row: Row
  /** Named days that may be spoken of here, from the goal of the clause. */
  readonly dates: ReadonlyMap<string, DayExpression>
  /** What stands before the first occasion. */
  readonly before: DayExpression | 'calendar' | undefined
  /** The quantity of the goal told in this clause, and the goal a quantity belongs to when it is told elsewhere. */
  readonly quantity: Value | undefined
  readonly elsewhere: string | undefined
  /** The goal this clause tells, so that it is not spoken of as another. */
  readonly own: string | undefined
  readonly depth: number
  readonly notes: Draft[]
  readonly definitions: Draft[]
  /** The names given in this clause to values too long for a sentence. */
  readonly names: string[]
}

/** A named day is told without itself, so that days named in a circle come to an end. */
export const withoutDay = (t: Telling, name: string): Telling => ({
  ...t,
  dates: new Map([...t.dates].filter(([key]) => key !== name)),
})

/** A part of the terms with its place: a record or an expression. */
export type Told = { readonly at: Place; readonly path: string; readonly places?: { readonly [key: string]: Place } }

export const subjectRow = (agreement: Agreement): Row => agreement.people.subject

/** Rows that are several people together: their days are those of the group. */
export const isGroup = (row: Row): boolean =>
  row === 'group' || row === 'cohort' || row === 'authority' || row === 'track'

function rowOf(goal: Goal, agreement: Agreement): Row {
  switch (goal.for) {
    case 'each-subject':
      return subjectRow(agreement)
    case 'each-child':
      return 'child'
    case 'each-parent':
      return 'parent'
    case 'the-group':
      return 'group'
    case 'each-cohort':
      return 'cohort'
    case 'each-authority':
      return 'authority'
    case 'each-track':
      return 'track'
  }
}

/** A clause of its own, without a goal's days and quantity. */
export function tellingOf(agreement: Agreement, tongue: Tongue, row: Row = subjectRow(agreement)): Telling {
  const nothing = { before: undefined, quantity: undefined, elsewhere: undefined, own: undefined, depth: 0 }
  return { agreement, tongue, row, dates: new Map(), ...nothing, notes: [], definitions: [], names: [] }
}

export function tellingOfGoal(own: string, goal: Goal, agreement: Agreement, tongue: Tongue): Telling {
  const telling = tellingOf(agreement, tongue, rowOf(goal, agreement))
  const before = goal.when.calendar !== undefined && goal.when.days === undefined ? 'calendar' : goal.when.from
  return { ...telling, dates: goal.dates ?? new Map<string, DayExpression>(), before, quantity: goal.quantity, own }
}

/** A fee is the whole group's. A payment in a clause of its own is about whom its goal is about: "start" is the cohort's first day where cohorts are paid for. */
export function tellingOfPayment({ goal: name }: Payment, agreement: Agreement, tongue: Tongue): Telling {
  const goal = name === undefined ? undefined : agreement.goals.get(name)
  if (name === undefined) return tellingOf(agreement, tongue, 'group')
  if (goal === undefined) return tellingOf(agreement, tongue)
  return { ...tellingOf(agreement, tongue, rowOf(goal, agreement)), elsewhere: name }
}

/** The small print of a node's key: a sentence of its own at the key's place. */
export function note(t: Telling, node: Told, key: string, text: string): void {
  if (t.notes.some((each) => each.text === text)) return
  t.notes.push(draft(node, key, text, true))
}

/** A main sentence, followed by the names given in it. */
export function told(t: Telling, node: Told, key: string, text: string): Draft[] {
  return [draft(node, key, text), ...t.definitions.splice(0)]
}

/** A sentence from a record's key; with an empty key from the record as a whole. */
export function draft(node: Told, key: string, text: string, small = false): Draft {
  const path = key === '' ? node.path : `${node.path}.${key}`
  return { text, path, at: node.places?.[key] ?? node.at, small }
}

/** Gives a value too long for a sentence a name of its own, told in sentences before the small print. */
export function named(t: Telling, tell: (name: string) => Draft[]): string {
  const name = nameless(t.names.length)
  t.names.push(name)
  t.definitions.push(...tell(name))
  return name
}

export const label = (t: Telling, words: Words): string => words[t.tongue.language]

/** What a measure, group, track, goal, payment, exit or parameter is called; an unknown name is its own label. */
export function labelOf(t: Telling, name: string): string {
  const { agreement } = t
  const found =
    agreement.measures.get(name)?.label ?? agreement.parameters?.get(name)?.label ?? agreement.people.exits?.get(name)
  return found === undefined ? name : label(t, found)
}

export function groupLabel(t: Telling, name: string): string {
  const { people, groups } = t.agreement
  const found = people.tracks?.get(name) ?? groups?.get(name) ?? people.cohorts?.get(name)
  return found === undefined ? name : label(t, found.label)
}

/** A party's name, or the text itself where it names nobody. */
export const partyName = (agreement: Agreement, key: string): string => agreement.parties.get(key)?.name ?? key

/** Number and label of a goal or payment that another clause speaks of. */
export function headOf(t: Telling, name: string, first: 'goals' | 'payments'): { number: string; label: string } {
  const { goals, payments } = t.agreement
  const found: Goal | Payment | undefined =
    first === 'goals' ? (goals.get(name) ?? payments?.get(name)) : (payments?.get(name) ?? goals.get(name))
  return found === undefined ? { number: '', label: name } : { number: found.clause, label: label(t, found.label) }
}

/** What stands beside a value: the limits of a comparison, or of one step of a table. */
export type Bounds = Pick<Compare, 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'exactly'>

/** The steps of a table from the highest down, each with the bound the next higher step sets. */
export function stepsDown(node: Steps): { bounds: Bounds; give: Value; at: Place; index: number; of: Literal }[] {
  const rows = node.table
    .map((row, index) => ({ row, index, of: (row.atLeast ?? row.moreThan)! }))
    .sort((a, b) => compare(a.of.value, b.of.value))
  const down = rows.map(({ row, index, of }, position) => {
    const above = rows[position + 1]?.row
    const bounds: Bounds = {
      ...(row.atLeast === undefined ? { moreThan: row.moreThan! } : { atLeast: row.atLeast }),
      ...(above?.atLeast === undefined ? {} : { lessThan: above.atLeast }),
      ...(above?.moreThan === undefined ? {} : { atMost: above.moreThan }),
    }
    return { bounds, give: row.give, at: row.at, index, of }
  })
  return down.reverse()
}

/** What a quantity counts, where its own words say it. */
export function unitOf(node: Value | undefined): string | undefined {
  switch (node?.kind) {
    case 'time-in':
    case 'longest-run-in':
      return node.unit
    case 'count-of':
      return node.as === 'share' ? undefined : 'times'
    case 'items-met':
      return node.as === 'count' ? 'items' : undefined
    default:
      return undefined
  }
}

/** The marks of a clause that its reader must know of. */
export const shownMarks = (marks: readonly Mark[]): Mark[] => marks.filter((mark) => mark.grade !== 'published')
