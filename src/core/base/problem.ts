/**
 * Problems: what is wrong or unsettled in the data, as a code, a place and facts. Never a sentence.
 *
 *     { code: 'threshold-stated-twice', severity: 'wrong', at: terms.yaml:5:12, facts: { share: 31/100, count: 50 }, … }
 *
 * The words are made per reader's language elsewhere. The case that surprises: a calculation that finds problems still
 * returns what it could compute; only 'wrong' stops terms from running, and 'unsettled' stops them from being signed.
 */
import { type Exact, Fraction } from './exact.ts'

/** A stretch of text: line and column count from 1, the length is in characters (UTF-16 units) of that line. */
export type Place = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** Of a workbook, the sheet and the cell, `Inputs!B12`; line and column are then those of the sheet. */
  readonly cell?: string
}

/** wrong: cannot run. unsettled: runs under each reading, may not be signed. notice: worth knowing, changes nothing. */
export type Severity = 'wrong' | 'unsettled' | 'notice'

/** What a problem says about itself: values to put into a sentence, never the sentence. */
export type Fact =
  string | boolean | bigint | Exact | readonly string[] | readonly number[] | { readonly [name: string]: Fact }

/** Text to put in place of what stands at a place; a place of length nothing is put in front of. */
export type TextEdit = { readonly at: Place; readonly text: string }

/**
 * A remedy, as text to paste; where the program knows how, also as the edit that pastes it, and as the edits elsewhere in
 * the text that it takes along.
 */
export type Choice = { readonly paste: string; readonly edit?: TextEdit; readonly also?: readonly TextEdit[] }

export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly at: Place
  readonly facts: Readonly<Record<string, Fact>>
  readonly choices: readonly Choice[]
}

/** A fact as JSON has it: a bigint or a fraction becomes its exact decimal or fraction text. */
export type PlainFact = string | boolean | number | readonly PlainFact[] | { readonly [name: string]: PlainFact }

/** A problem; the choices are the texts to paste, in the order in which they are offered. */
export function problem(
  code: string,
  severity: Severity,
  at: Place,
  facts: Readonly<Record<string, Fact>> = {},
  choices: readonly Choice[] = [],
): Problem {
  return { code, severity, at, facts, choices }
}

/** The order in which problems are shown: by file, line, column and code. Files compare by character code, in any locale. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareTexts(a.at.file, b.at.file) ||
    a.at.line - b.at.line ||
    a.at.column - b.at.column ||
    compareTexts(a.code, b.code)
  )
}

/** The problems in the order in which they are shown; those alike in it keep theirs. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(compareProblems)
}

/** The facts of a problem with nothing in them that JSON lacks. */
export function plainFacts(facts: Readonly<Record<string, Fact>>): Record<string, PlainFact> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, plainFact(fact)]))
}

function plainFact(fact: Fact): PlainFact {
  if (typeof fact === 'bigint' || fact instanceof Fraction) return fact.toString()
  if (typeof fact !== 'object') return fact
  if (isList(fact)) return [...fact]
  return plainFacts(fact)
}

function isList(fact: object): fact is readonly string[] | readonly number[] {
  return Array.isArray(fact)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
