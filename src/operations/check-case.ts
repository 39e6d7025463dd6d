/**
 * Every problem of a case: those of valuing it, and where it is tied to a contract, those of simulating and following it there.
 *
 * Valuing alone does not open the contract, so a case can be valued that can be neither simulated nor followed.
 */
import { type Problem, plainFacts, sortProblems } from '../core/base/index.ts'
import { followCase } from './follow-case.ts'
import { type OpenCase } from './open-case.ts'
import { openSimulation } from './open-simulation.ts'
import { valueCase } from './value-case.ts'

/** Each problem once, in the order of their places. */
export function checkCase(open: OpenCase): Problem[] {
  const found = [...open.problems, ...valueCase(open).problems]
  const { caseFile } = open.read
  if (caseFile?.contract !== undefined) {
    found.push(...(openSimulation({ path: open.folder.path, scenario: 'broad' })?.problems ?? []))
    if (caseFile.inContract?.followed !== undefined) found.push(...followCase(open).problems)
  }
  // That the contract is not there is told once, and by whoever cannot do without it.
  const isUnreadable = found.some(({ code }) => code === 'case-contract-unreadable')
  const told = found.filter(({ code }) => !isUnreadable || code !== 'case-contract-absent')
  return sortProblems([...new Map(told.map((one) => [keyOf(one), one])).values()])
}

const keyOf = ({ code, at, facts }: Problem): string =>
  JSON.stringify([code, at.file, at.line, at.column, plainFacts(facts)])
