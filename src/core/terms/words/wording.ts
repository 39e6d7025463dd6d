/** What a language must be able to say. `da` and `en` each have it all, so that no part of the terms is told in one only. */
import { type Mark } from '../../text/index.ts'
import {
  type Agreement,
  type Exit,
  type Goal,
  type Group,
  type Limit,
  type Measure,
  type Payers,
  type Payment,
  type Security,
  type Settlement,
} from '../agreement.ts'
import { type Unit } from '../expression.ts'
import { type Telling, type Tongue } from './telling.ts'
import { type Draft } from './text.ts'

/** The headings of clauses that the terms give no label of their own. */
export type Headings = Record<
  'parties' | 'purpose' | 'effort' | 'people' | 'payers' | 'settlement' | 'exit' | 'events' | 'parameters',
  string
> & { limit(node: Limit): string }

/** What is counted, and has a word that bends to its number. */
export type CountedUnit = Exclude<Unit, 'money' | 'share' | 'number'>

/** What a language says of months and of things that are counted. */
export type CalendarWords = {
  /** January first. */
  months: readonly string[]
  units: Readonly<Record<CountedUnit, readonly [one: string, several: string]>>
  and: string
}

export type Wording = {
  tongue: Tongue
  headings: Headings
  parties(agreement: Agreement, t: Telling): Draft[]
  purpose(agreement: Agreement, t: Telling): Draft[]
  effort(agreement: Agreement, t: Telling): Draft[]
  people(agreement: Agreement, t: Telling): Draft[]
  measure(node: Measure, t: Telling): Draft[]
  group(node: Group, t: Telling): Draft[]
  /** A goal with the payments that share its clause. */
  goal(node: Goal, payments: readonly Payment[], t: Telling): Draft[]
  /** A payment in a clause of its own. */
  payment(node: Payment, t: Telling): Draft[]
  limit(node: Limit, position: number, t: Telling): Draft[]
  payers(node: Payers, t: Telling): Draft[]
  settlement(node: Settlement, t: Telling): Draft[]
  exit(node: Exit, t: Telling): Draft[]
  events(agreement: Agreement, t: Telling): Draft[]
  security(node: Security, t: Telling): Draft[]
  parameters(agreement: Agreement, t: Telling): Draft[]
  /** What the value at a key is called in a note, in the definite form. */
  nouns: Readonly<Record<string, string>>
  /** The questions that terms may leave open. */
  questions: Questions
  /** That a value, called by its noun, is assumed, invented or derived, and why. */
  markNote(mark: Mark, noun: string): string
}

/** A question, what differs for the money, and what each answer means, by the word that is pasted. */
export type QuestionWords = { question: string; money: string; answers: Readonly<Record<string, string>> }

/** Questions by key; a key that asks different things is written `place.key`. */
export type Questions = Readonly<Record<string, QuestionWords>>
