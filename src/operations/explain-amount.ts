/**
 * Explaining an amount: what somebody wrote is found among payments, goals, clauses and people, and its reasons worked out.
 *
 *     plan · "Handleplansmål" · 4.1        a payment, with its entries and what limits did to them
 *     wellbeing · 5.1                      a goal that is not paid for, with its results
 *     F07                                  a person or family: every result, and what each earned
 *
 * With the reasons come the clause's own sentences, so that an amount is never told without the rule it rests on.
 */
import { type Locale } from '../core/base/index.ts'
import { type Reason } from '../core/outcomes/index.ts'
import {
  type GoalCount,
  type Statement,
  type StatementLine,
  explainGoal,
  explainLine,
  explainSubject,
} from '../core/settlement/index.ts'
import { type Agreement, type AnnexClause, clauseAt, wordsOf } from '../core/terms/index.ts'
import { type OpenContract } from './open-contract.ts'
import { type ReadingSettled } from './settle-contract.ts'

export type Explained =
  | { is: 'payment'; statement: Statement; line: StatementLine; reason: Reason; count: GoalCount | undefined }
  | { is: 'goal'; statement: Statement; goal: string; reason: Reason; count: GoalCount | undefined }
  | { is: 'subject'; statement: Statement; who: string; reason: Reason }
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
    const issued = contract.issued.filter(({ to, knownAt }) => to <= statement.to && knownAt < statement.knownAt)
    return {
      is: 'payment',
      statement,
      line,
      reason: explainLine(settled, statement, line, issued),
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
    return { is: 'subject', statement: own, who: wanted, reason: explainSubject(settled, who) }
  }
  const { payments, goals } = context.agreement
  const clauses = [...(payments?.values() ?? []), ...goals.values()].map(({ clause }) => clause)
  return { is: 'unknown', known: namesIn(contract, context.agreement), clauses: [...new Set(clauses)] }
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
  const labelled = [...(agreement.payments?.values() ?? []), ...agreement.goals.values()]
  const labels = labelled.flatMap(({ label }) => [label.da, label.en])
  const { roster } = measurement ?? {}
  const people = Array.from({ length: Math.min(roster?.count ?? 0, peopleMost) }, (_, row) => roster!.idOf(row))
  return [...(agreement.payments?.keys() ?? []), ...agreement.goals.keys(), ...labels, ...people]
}

/** The clause that tells what stands at a path of the terms, in words. */
export function clauseWords(agreement: Agreement, path: string, locale: Locale): AnnexClause | undefined {
  const id = clauseAt(agreement, path)
  return wordsOf(agreement, [], locale).find((clause) => clause.id === id)
}
