/**
 * Settling a contract to a date, under each reading of its terms.
 *
 *     settleContract(contract, { to, knownAt })   →   one settlement; several, none signable, where terms are unsettled
 *
 * The default date is the agreement's last, never the clock, so the same files always give the same statement.
 */
import { type Day, type Problem, type Severity, problem, sortProblems } from '../core/base/index.ts'
import { type FactsView } from '../core/measurement/index.ts'
import { decide } from '../core/outcomes/index.ts'
import { type IssuedStatement, type Settled, settle } from '../core/settlement/index.ts'
import { versionsInForce } from '../core/terms/index.ts'
import { couponsBeside } from './deal-of.ts'
import { notTakenOff, takenOff, tellNotTakenOff } from './earlier-statements.ts'
import { type OpenContract, type TermsReading } from './open-contract.ts'

export type SettlementDates = {
  to?: Day | undefined
  knownAt?: Day | undefined
  /** Statements to take off instead of the contract's own. */
  issued?: readonly IssuedStatement[]
}

export type ReadingSettled = { answers: TermsReading['answers']; settled: Settled }

export type ContractSettlement = {
  to: Day
  knownAt: Day
  /**
   * Nothing wrong and nothing open in terms, people, facts or earlier statements, all of which are taken off: what is payable
   * may be paid.
   */
  isSignable: boolean
  /** Statements on file, by name, that ask for some of the same money: what is shown is how it stood before them. */
  notTakenOff: string[]
  readings: ReadingSettled[]
  problems: Problem[]
}

/** Settles; without readings where the terms or the people cannot be read. Problems are those of the contract and its facts as of the dates. */
export function settleContract(contract: OpenContract, dates: SettlementDates = {}): ContractSettlement {
  const last = contract.readings[0]?.terms.versions.at(-1)?.agreement.runs.through ?? 0
  const to = dates.to ?? last
  const knownAt = dates.knownAt ?? to
  const problems = [...contract.problems]
  const { measurement } = contract
  const left = dates.issued === undefined ? notTakenOff(contract, { to, knownAt }) : []
  const leftNames = left.map(({ name }) => name)
  const result = { to, knownAt, isSignable: false, notTakenOff: leftNames, readings: [], problems }
  if (measurement === undefined) return result
  problems.push(...tellNotTakenOff(contract, left, { to, knownAt }))
  if (knownAt < to) {
    const at = { file: contract.folder.terms.file, line: 1, column: 1, length: 0 }
    problems.push(problem('known-before-true', 'notice', at, { to, knownAt }))
  }
  const views = new Set<FactsView>()
  const readings = contract.readings.map(({ answers, terms }): ReadingSettled => {
    const versions = versionsInForce(terms.versions, to, knownAt)
    const names = measurement.roster.agreements
    const outcomes = decide({
      versions,
      roster: measurement.roster,
      facts: (agreement, day) => {
        const view = measurement.asOf({ to, knownAt: day, agreement })
        views.add(view)
        return view
      },
      to,
      knownAt,
      parameter: (name, agreement) => contract.parameters?.value(name, names[agreement]!),
    })
    return { answers, settled: settle(outcomes, dates.issued ?? takenOff(contract, { to, knownAt }), couponsBeside) }
  })
  const problemsAsOf = [...views].flatMap((view) => view.problems)
  problems.push(...sortProblems(onceEach(problemsAsOf)))
  const isMended = contract.isSignable && problems.every(({ severity }) => severity === 'notice')
  // What a statement on file asks for already may not be asked for again.
  const isSignable = isMended && left.length === 0
  return { ...result, isSignable, readings }
}

/** Versions and readings see the same facts; what is wrong with them is told once. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const nameOf = ({ code, at }: Problem): string => `${code} ${at.file}:${at.line}:${at.column}`
  return [...new Map(problems.map((found) => [nameOf(found), found])).values()]
}

/**
 * How many faults and open questions have to be mended before what a settlement shows may be paid. Nothing where only the terms are open:
 * those are told beside their readings.
 */
export function toMend(
  { isSignable }: Pick<OpenContract, 'isSignable'>,
  { problems }: Pick<ContractSettlement, 'problems'>,
): { wrong: number; open: number } | undefined {
  const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length
  const [wrong, open] = [count('wrong'), count('unsettled')]
  return wrong > 0 || (open > 0 && isSignable) ? { wrong, open } : undefined
}
