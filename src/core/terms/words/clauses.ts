/**
 * The annex, clause by clause: every part of the terms in the order of the agreement, in one language.
 *
 *     parties · purpose · effort · people · measures · groups · goals with their payments · limits · payers · …
 *
 * A payment whose clause number is its goal's is told with the goal; any other has a clause of its own. A clause says all
 * that its part of the terms says and nothing of another: change one parameter, and one clause reads differently. Only whom a goal is for is told in its payment too.
 */
import { type Agreement, type Goal, type Payment } from '../agreement.ts'
import { type Mark } from '../../text/index.ts'
import { danish } from './da/index.ts'
import { english } from './en/index.ts'
import { type Language, shownMarks, tellingOf, tellingOfGoal, tellingOfPayment } from './telling.ts'
import { type AnnexSentence, type Draft, finished, withNames } from './text.ts'
import { type Wording } from './wording.ts'

/** A clause as it is read. `notes` says which of its values are assumed, invented or derived, and why. */
export type AnnexClause = { id: string; number: string; heading: string; sentences: AnnexSentence[]; notes: string[] }

type Clause = { id: string; number: string; heading: string; drafts: Draft[]; paths: string[] }

const wordings: Record<Language, Wording> = { da: danish, en: english }

/** The annex in words. `marks` are those of `readTerms`; the reasons stand in the language they were written in. */
export function wordsOf(agreement: Agreement, marks: readonly Mark[], locale: Language): AnnexClause[] {
  const { tongue } = wordings[locale]
  const clauses = clausesOf(agreement, wordings[locale])
  const shown = shownMarks(marks).map((mark) => ({ mark, clause: clauseOf(mark.path, clauses) }))
  return clauses.map((clause) => {
    const own = shown.filter((each) => each.clause === clause).map(({ mark }) => noteOf(mark, wordings[locale]))
    const { id, number, heading, drafts } = clause
    return {
      id,
      number,
      heading,
      sentences: withNames(drafts, (letter) => tongue.valueName(letter)).map(finished),
      notes: [...new Set(own)],
    }
  })
}

/** The id of the clause that tells what stands at a path of the terms: `terms.payments.plan.amount` is told in `goals.plan`. */
export function clauseAt(agreement: Agreement, path: string): string | undefined {
  return clauseOf(path, clausesOf(agreement, wordings.da))?.id
}

function clauseOf(path: string, clauses: readonly Clause[]): Clause | undefined {
  const holds = (own: string) => path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`)
  const length = (clause: Clause) => Math.max(-1, ...clause.paths.filter(holds).map((own) => own.length))
  const best = clauses.reduce<Clause | undefined>(
    (found, clause) => (length(clause) > (found === undefined ? -1 : length(found)) ? clause : found),
    undefined,
  )
  return best
}

/** The note of a mark is named for its key in its part of the terms, or for the nearest key around it that has a noun. */
function noteOf(mark: Mark, wording: Wording): string {
  const keys = mark.path.split('.').map((key) => key.replace(/\[\d+\]$/, ''))
  const { nouns } = wording
  const nounAt = (index: number) =>
    nouns[`${keys[1] ?? ''}.${keys[index]!}`] ??
    nouns[`${keys[index - 1] ?? ''}.${keys[index]!}`] ??
    nouns[keys[index]!]
  const noun = keys.map((_, index) => nounAt(keys.length - 1 - index)).find((found) => found !== undefined) ?? ''
  return finished({ text: wording.markNote(mark, noun), path: mark.path, at: mark.at, small: true }).text
}

function clausesOf(agreement: Agreement, wording: Wording): Clause[] {
  const parts = [
    ...measured(agreement, wording),
    ...goalClauses(agreement, wording),
    ...ownPayments(agreement, wording),
    ...closing(agreement, wording),
  ].filter((clause) => clause.drafts.length > 0)
  const isOpening = (clause: Clause) => clause.number === '' && /^(measures|groups)\./.test(clause.id)
  return [
    ...opening(agreement, wording).filter((clause) => clause.drafts.length > 0),
    ...parts.filter(isOpening),
    ...inClauseOrder(parts.filter((clause) => clause.number !== '')),
    ...parts.filter((clause) => clause.number === '' && !isOpening(clause)),
  ]
}

function opening(agreement: Agreement, wording: Wording): Clause[] {
  const { headings } = wording
  const t = () => tellingOf(agreement, wording.tongue)
  const clause = (id: 'parties' | 'purpose' | 'effort' | 'people', drafts: Draft[], paths: string[]): Clause => ({
    id,
    number: '',
    heading: headings[id],
    drafts,
    paths,
  })
  return [
    clause('parties', wording.parties(agreement, t()), ['terms']),
    clause('purpose', wording.purpose(agreement, t()), ['terms.purpose']),
    clause('effort', wording.effort(agreement, t()), ['terms.effort']),
    clause('people', wording.people(agreement, t()), ['terms.people']),
  ]
}

function measured(agreement: Agreement, wording: Wording): Clause[] {
  const { tongue } = wording
  const measures = [...agreement.measures].map(([name, node]) => ({
    id: `measures.${name}`,
    number: '',
    heading: capital(node.label[tongue.language]),
    drafts: wording.measure(node, tellingOf(agreement, tongue)),
    paths: [node.path],
  }))
  const groups = [...(agreement.groups ?? [])].map(([name, node]) => ({
    id: `groups.${name}`,
    number: node.clause ?? '',
    heading: capital(node.label[tongue.language]),
    drafts: wording.group(node, tellingOf(agreement, tongue)),
    paths: [node.path],
  }))
  return [...measures, ...groups]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whether a payment is told in the clause of its goal. */
const isToldWith = (payment: Payment, goal: Goal | undefined): boolean =>
  goal !== undefined && payment.clause === goal.clause

function goalClauses(agreement: Agreement, wording: Wording): Clause[] {
  return [...agreement.goals].map(([name, node]) => {
    const payments = [...(agreement.payments?.values() ?? [])].filter(
      (payment) => payment.goal === name && isToldWith(payment, node),
    )
    return {
      id: `goals.${name}`,
      number: node.clause,
      heading: capital(node.label[wording.tongue.language]),
      drafts: wording.goal(node, payments, tellingOfGoal(name, node, agreement, wording.tongue)),
      paths: [node.path, ...payments.map((payment) => payment.path)],
    }
  })
}

function ownPayments(agreement: Agreement, wording: Wording): Clause[] {
  return [...(agreement.payments ?? [])]
    .filter(([, payment]) => !isToldWith(payment, agreement.goals.get(payment.goal ?? '')))
    .map(([name, node]) => ({
      id: `payments.${name}`,
      number: node.clause,
      heading: capital(node.label[wording.tongue.language]),
      drafts: wording.payment(node, tellingOfPayment(node, agreement, wording.tongue)),
      paths: [node.path],
    }))
}

/** By number where numbers can be compared: 4.9 before 4.10; otherwise in the order of the terms. */
function inClauseOrder(clauses: readonly Clause[]): Clause[] {
  const numbers = (clause: Clause) =>
    clause.number
      .split(/\D+/)
      .filter((part) => part !== '')
      .map(Number)
  return [...clauses].sort((a, b) => {
    const [left, right] = [numbers(a), numbers(b)]
    const place = left.findIndex((part, index) => part !== right[index])
    if (place < 0) return left.length - right.length
    return right[place] === undefined ? 1 : left[place]! - right[place]
  })
}

function closing(agreement: Agreement, wording: Wording): Clause[] {
  const { headings, tongue } = wording
  const t = () => tellingOf(agreement, tongue)
  const limits = (agreement.limits ?? []).map((node, index) => ({
    id: `limits.${String(index)}`,
    number: node.clause,
    heading: headings.limit(node),
    drafts: wording.limit(node, index + 1, t()),
    paths: [node.path],
  }))
  const { payers, settlement, exit } = agreement
  const securities = [...(agreement.security ?? [])].map(([name, node]) => ({
    id: `security.${name}`,
    number: node.clause,
    heading: capital(node.label[tongue.language]),
    drafts: wording.security(node, t()),
    paths: [node.path],
  }))
  const one = (
    id: 'payers' | 'settlement' | 'exit',
    node: { clause: string; path: string },
    drafts: Draft[],
  ): Clause => ({
    id,
    number: node.clause,
    heading: headings[id],
    drafts,
    paths: [node.path],
  })
  return [
    ...limits,
    one('payers', payers, wording.payers(payers, t())),
    one('settlement', settlement, wording.settlement(settlement, t())),
    ...(exit === undefined ? [] : [one('exit', exit, wording.exit(exit, t()))]),
    ...securities,
    {
      id: 'events',
      number: '',
      heading: headings.events,
      drafts: wording.events(agreement, t()),
      paths: ['terms.events'],
    },
    {
      id: 'parameters',
      number: '',
      heading: headings.parameters,
      drafts: wording.parameters(agreement, t()),
      paths: ['terms.parameters'],
    },
  ]
}
