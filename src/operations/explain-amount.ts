/**
 * Explaining an amount: what somebody wrote is found among payments, goals, clauses and people, and its reasons worked out.
 *
 *     plan · "Handleplansmål" · 4.1        a payment, with its entries and what limits did to them
 *     wellbeing · 5.1                      a goal that is not paid for, with its results
 *     5.2 · 6                              any other clause of the annex: a limit, the payers, the settlement
 *     F07                                  a person or family: every result, and what each earned
 *     early · "Det første hold"            a cohort with a name: what was decided of it, and what its people earned
 *
 * With the reasons come the clause's own sentences, so that an amount is never told without the rule it rests on.
 */
import { type Locale } from '../core/base/index.ts'
import { type Unit, units } from '../core/measurement/index.ts'
import { type Reason } from '../core/outcomes/index.ts'
import {
  type GoalCount,
  type Settled,
  type Statement,
  type StatementLine,
  explainClosedGates,
  explainCohort,
  explainGoal,
  explainLine,
  explainSubject,
} from '../core/settlement/index.ts'
import { type Agreement, type AnnexClause, clauseAt, wordsOf } from '../core/terms/index.ts'
import { type OpenContract } from './open-contract.ts'
import { type ReadingSettled } from './settle-contract.ts'

export type Explained =
  | {
      is: 'payment'
      statement: Statement
      line: StatementLine
      reason: Reason
      /** Results that earned nothing because the payment's condition was not met, or is not known to be. */
      closed: Reason[]
      count: GoalCount | undefined
    }
  | { is: 'goal'; statement: Statement; goal: string; reason: Reason; count: GoalCount | undefined }
  | { is: 'subject'; statement: Statement; who: string; unit: Unit; reason: Reason; closed: Reason[] }
  | { is: 'clause'; statement: Statement; number: string }
  /** `clauses` are the numbers of the annex, in its order. */
  | { is: 'unknown'; known: string[]; clauses: string[] }

/** What a name stands for in one agreement's statement, with its reasons. A name that stands for nothing gets the names that do. */
export function explainAmount(
  contract: OpenContract,
  { settled }: ReadingSettled,
  wanted: string,
  agreement: number,
): Explained {
  const { context } = settled
  const statement = settled.statements[agreement]!
  const countOf = (goal: string | undefined) => statement.goals.find((count) => count.goal === goal)
  const line = lineNamed(statement, context.agreement, wanted)
  if (line !== undefined) {
    const goal = context.agreement.payments?.get(line.payment)?.goal
    return {
      is: 'payment',
      statement,
      line,
      reason: explainLine(settled, statement, line),
      closed: explainClosedGates(settled, line.payment, agreement),
      count: countOf(goal),
    }
  }
  const goal = goalNamed(context.agreement, wanted)
  if (goal !== undefined && settled.outcomes.results.has(goal)) {
    return { is: 'goal', statement, goal, reason: explainGoal(settled, goal, agreement), count: countOf(goal) }
  }
  const who = context.roster.rowOf(wanted)
  if (who !== undefined && who >= 0) {
    const own = settled.statements[context.roster.agreement[who]!]!
    const reason = explainSubject(settled, who)
    const unit = units[context.roster.unit[who]!]!
    return { is: 'subject', statement: own, who: wanted, unit, reason, closed: closedFor(reason, settled, who) }
  }
  const clauses = clauseNumbers(context.agreement)
  if (clauses.includes(clauseNumber(wanted))) return { is: 'clause', statement, number: clauseNumber(wanted) }
  return { is: 'unknown', known: namesIn(contract, context.agreement), clauses }
}

/** Every clause number of the annex, once, in its order. */
function clauseNumbers(agreement: Agreement): string[] {
  const numbers = wordsOf(agreement, [], 'da').map(({ number }) => number)
  return [...new Set(numbers)].filter((number) => number !== '')
}

/** The clauses of a number, in words. Several parts of the terms may have been given one. */
export function clausesNumbered(agreement: Agreement, number: string, locale: Locale): AnnexClause[] {
  return wordsOf(agreement, [], locale).filter((clause) => clause.number === number)
}

/** Of the results of somebody, and in a family of its members, those that a condition keeps from being paid. */
function closedFor({ children }: Reason, settled: Settled, who: number): Reason[] {
  const { roster } = settled.context
  const own = new Set(children.flatMap(({ rule, inputs }) => (rule === 'result' ? [inputs.who] : [])))
  return settled.earned.payments.flatMap(({ name }) =>
    explainClosedGates(settled, name, roster.agreement[who]!).filter(({ inputs }) => own.has(inputs.who)),
  )
}

/** A named cohort, by its name or label; nothing where no cohort of the agreement is called so. */
export function explainNamedCohort(
  { settled }: ReadingSettled,
  wanted: string,
  agreement: number,
): { cohort: string; reason: Reason } | undefined {
  const cohorts = [...(settled.context.agreement.people.cohorts ?? [])]
  const found =
    cohorts.find(([name]) => name === wanted) ??
    cohorts.find(([, { label }]) => [label.da, label.en].some((one) => plain(one) === plain(wanted)))
  if (found === undefined) return undefined
  return { cohort: found[0], reason: explainCohort(settled, found[0], agreement) }
}

const plain = (text: string) => text.trim().toLowerCase()
const clauseNumber = (text: string) => text.replace(/^§\s*/, '').trim()

function lineNamed(statement: Statement, agreement: Agreement, wanted: string): StatementLine | undefined {
  const labelled = ({ payment }: StatementLine) =>
    Object.values(agreement.payments?.get(payment)?.label ?? {}).some(
      (label) => typeof label === 'string' && plain(label) === plain(wanted),
    )
  const { lines } = statement
  return (
    lines.find(({ payment }) => payment === wanted) ??
    lines.find(({ clause }) => clause !== '' && clause === clauseNumber(wanted)) ??
    lines.find(labelled)
  )
}

function goalNamed(agreement: Agreement, wanted: string): string | undefined {
  const goals = [...agreement.goals]
  const found =
    goals.find(([name]) => name === wanted) ??
    goals.find(([, goal]) => goal.clause === clauseNumber(wanted)) ??
    goals.find(([, goal]) => [goal.label.da, goal.label.en].some((label) => plain(label) === plain(wanted)))
  return found?.[0]
}

const peopleMost = 5000

/** Everything that can be asked about. Of many people only the first, which is enough to find a mistyped one. */
function namesIn({ measurement }: OpenContract, agreement: Agreement): string[] {
  const cohorts = agreement.people.cohorts ?? new Map<string, never>()
  const labelled = [...(agreement.payments?.values() ?? []), ...agreement.goals.values(), ...cohorts.values()]
  const labels = labelled.flatMap(({ label }) => [label.da, label.en])
  const { roster } = measurement ?? {}
  const people = Array.from({ length: Math.min(roster?.count ?? 0, peopleMost) }, (_, row) => roster!.idOf(row))
  return [...(agreement.payments?.keys() ?? []), ...agreement.goals.keys(), ...cohorts.keys(), ...labels, ...people]
}

/** The clause that tells what stands at a path of the terms, in words. */
export function clauseWords(agreement: Agreement, path: string, locale: Locale): AnnexClause | undefined {
  const id = clauseAt(agreement, path)
  return wordsOf(agreement, [], locale).find((clause) => clause.id === id)
}
