/** Every invariant by the sentence it keeps, and a case with the settlements they look at. */
import { type Case, type Run, inventCase, runCase } from './case.ts'
import { importFaults, laterFaults, orderFaults, splitFaults } from './record-invariants.ts'
import { edgeFaults, readingFaults, wordFaults } from './reading-invariants.ts'
import { capFaults, correctionFaults, modelFaults, reasonFaults, sumFaults } from './statement-invariants.ts'

export type CaseRuns = { one: Case; runs: Run[] }

/** A case whose terms cannot be read has no settlements; a program that stops is told by the first invariant. */
export function caseRuns(seed: string, number: number): CaseRuns {
  const one = inventCase(seed, number)
  return { one, runs: one.faults.length > 0 ? [] : runCase(one) }
}

export type Invariant = { says: string; faultsOf: (one: Case, runs: readonly Run[]) => string[] }

const ofRuns = (says: string, faultsOf: (run: Run) => string[]): Invariant => ({
  says,
  faultsOf: (_, runs) => runs.flatMap((run) => faultsOf(run)),
})

export const invariants: Invariant[] = [
  ofRuns('lines add up to totals, and parts to lines', sumFaults),
  ofRuns('corrections are differences', correctionFaults),
  ofRuns('no cap is exceeded', capFaults),
  ofRuns('every reason follows from what it shows', reasonFaults),
  ofRuns('a second, plain settlement comes to the same', modelFaults),
  { says: 'no order of rows or files changes a byte', faultsOf: orderFaults },
  { says: 'a file imported twice counts once', faultsOf: importFaults },
  { says: 'a spell told in two parts is one spell', faultsOf: splitFaults },
  { says: 'a statement can be rebuilt after later facts and statements', faultsOf: laterFaults },
]

export const readingInvariants: Invariant[] = [
  { says: 'a parameter is told in its own clause, in both languages', faultsOf: wordFaults },
  { says: 'an edge that is taken out is asked for', faultsOf: edgeFaults },
  { says: 'unsettled terms come to what they come to with the answers pasted in', faultsOf: readingFaults },
]

/** What does not hold, with the command that gives the case again. */
export function failures({ says, faultsOf }: Invariant, { one, runs }: CaseRuns): string[] {
  if (one.faults.length > 0) return []
  return faultsOf(one, runs).map(
    (fault) => `npm run lives -- ${one.seed} --case ${one.number}\n  does not hold: ${says}\n    ${fault}`,
  )
}
