/**
 * A survey of the library: each contract in a line, with what it is, what it has come to, and what stands in its way.
 *
 * The amounts are those of the days a contract opens on. A contract that cannot be read, or whose terms are wrong, has
 * a line too, with what is known of it.
 */
import { type Day, type Money } from '../core/base/index.ts'
import { type Settled, type Statement } from '../core/settlement/index.ts'
import { type Agreement, isUnsettled, isWrong } from '../core/terms/index.ts'
import { type OpenContract } from './open-contract.ts'
import { type ContractSettlement } from './settle-contract.ts'
import { type ContractLibrary, type Shelved } from './open-library.ts'
import { suggestDays } from './suggest-days.ts'
import { type Weight, cappedOpen, weighStatement } from './weigh-statement.ts'

export type SurveyLine = {
  name: string
  /** Why the folder could not be opened at all. */
  failure: string | undefined
  agreement: Agreement | undefined
  standing: { is: 'signable' } | { is: 'unsettled'; questions: number } | { is: 'wrong'; faults: number }
  /** What is wrong with the people, the facts or the statements on file, as of the days below. */
  factFaults: number
  /** The days the amounts stand for. */
  days: { to: Day; knownAt: Day } | undefined
  /** Of settled terms only: terms with open questions have an amount for each answer, and none of their own. */
  weight: Weight | undefined
  /** What the caps leave of what is open, of an agreement with one statement, where that is known and less. */
  capped: { open: Money; left: Money } | undefined
  /** The least and the most that the answers to the open questions leave earned. */
  range: { least: Money; most: Money } | undefined
  /** The clause numbers of values that are invented, in the annex's order; those without a number are not named. */
  inventedClauses: string[]
  inventedCount: number
  assumedCount: number
}

/** A contract is surveyed once for as long as its files stay as they are. */
const kept = new WeakMap<OpenContract, SurveyLine>()

const nothing = {
  factFaults: 0,
  days: undefined,
  weight: undefined,
  capped: undefined,
  range: undefined,
  inventedClauses: [],
  inventedCount: 0,
  assumedCount: 0,
}

/** The line of one folder. A fault of the program met on the way is told in the line and stops no other. */
export function surveyContract(library: ContractLibrary, shelved: Shelved): SurveyLine {
  const { name } = shelved
  const failed = (failure: string): SurveyLine => {
    return { ...nothing, name, failure, agreement: undefined, standing: { is: 'wrong', faults: 1 } }
  }
  if ('failure' in shelved) return failed(shelved.failure)
  try {
    const known = kept.get(shelved.contract) ?? surveyOpened(library, name, shelved.contract)
    kept.set(shelved.contract, known)
    return known
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

function surveyOpened(library: ContractLibrary, name: string, contract: OpenContract): SurveyLine {
  const version = contract.readings[0]?.terms.versions.at(-1)
  const wrong = contract.terms.problems.filter(isWrong).length
  const standing = standingOf(contract, wrong)
  if (version === undefined) return { ...nothing, name, failure: undefined, agreement: undefined, standing }
  const marks = version.marks.filter(({ grade }) => grade === 'invented')
  const days = suggestDays(contract)
  const settlement = settledOn(library, contract, days)
  const readings = settlement?.readings.map(({ settled }) => settled) ?? []
  const [settled] = readings
  const statements = settled?.statements ?? []
  const [only] = statements
  return {
    name,
    failure: undefined,
    agreement: version.agreement,
    standing,
    factFaults: factFaultsOf(contract, settlement),
    days,
    weight: contract.isSignable && statements.length > 0 ? totalWeight(statements) : undefined,
    capped:
      contract.isSignable && settled !== undefined && only !== undefined && statements.length === 1
        ? cappedOpen(settled, only)
        : undefined,
    range: contract.isSignable ? undefined : rangeOf(readings),
    inventedClauses: inNumberOrder(marks.flatMap(({ path }) => clauseNumberAt(version.agreement, path) ?? [])),
    inventedCount: marks.length,
    assumedCount: version.marks.filter(({ grade }) => grade === 'assumed').length,
  }
}

function standingOf(contract: OpenContract, wrong: number): SurveyLine['standing'] {
  if (contract.isSignable) return { is: 'signable' }
  if (wrong > 0 || contract.readings.length === 0) return { is: 'wrong', faults: Math.max(1, wrong) }
  return { is: 'unsettled', questions: contract.terms.problems.filter(isUnsettled).length }
}

function settledOn(
  library: ContractLibrary,
  contract: OpenContract,
  days: { to: Day; knownAt: Day } | undefined,
): ContractSettlement | undefined {
  return days === undefined || contract.measurement === undefined ? undefined : library.settle(contract, days)
}

/** The terms may be signed, and what they would pay still not be right. */
function factFaultsOf({ terms, problems }: OpenContract, settlement: ContractSettlement | undefined): number {
  return (settlement?.problems ?? problems).filter((found) => isWrong(found) && !terms.problems.includes(found)).length
}

function rangeOf(readings: readonly Settled[]): SurveyLine['range'] {
  const sums = readings.map(({ statements }) => statements.reduce((sum, { afterLimits }) => sum + afterLimits, 0n))
  const [first] = sums
  if (first === undefined) return undefined
  return sums.reduce(({ least, most }, sum) => ({ least: sum < least ? sum : least, most: sum > most ? sum : most }), {
    least: first,
    most: first,
  })
}

function totalWeight(statements: readonly Statement[]): Weight {
  return statements
    .map((statement) => weighStatement(statement).total)
    .reduce((sum, one) => ({
      reached: sum.reached + one.reached,
      open: sum.open + one.open,
      lost: sum.lost + one.lost,
      isWhole: sum.isWhole && one.isWhole,
    }))
}

/** The number of the goal, payment, limit or other clause a path of the terms belongs to. */
function clauseNumberAt(agreement: Agreement, path: string): string | undefined {
  const [, part = '', name = ''] = path.split('.')
  if (part === 'goals') return agreement.goals.get(name)?.clause
  if (part === 'payments') return agreement.payments?.get(name)?.clause
  if (part === 'groups') return agreement.groups?.get(name)?.clause
  if (part === 'security') return agreement.security?.get(name)?.clause
  const limit = /^limits\[(\d+)\]$/.exec(part)
  if (limit !== null) return agreement.limits?.[Number(limit[1])]?.clause
  if (part === 'payers' || part === 'settlement' || part === 'exit') return agreement[part]?.clause
  return undefined
}

/** Each number once, 4.9 before 4.10. */
function inNumberOrder(numbers: readonly string[]): string[] {
  const parts = (number: string) => number.split(/\D+/).map(Number)
  return [...new Set(numbers)].sort((a, b) => {
    const [left, right] = [parts(a), parts(b)]
    const place = left.findIndex((part, index) => part !== right[index])
    return place < 0 ? left.length - right.length : (left[place] ?? 0) - (right[place] ?? -1)
  })
}
