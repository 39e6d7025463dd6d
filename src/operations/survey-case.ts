/**
 * A business case in a line: what is put in, what is expected back, what of it was followed to where it went, and on how many
 * figures without a source it rests. In the narrow scenario.
 *
 *     invested   what everybody puts into the effort
 *     saved      what can be taken out of the municipality's own budgets
 *     followed   what of the saving somebody has written down where it went
 */
import {
  type CaseFile,
  type CaseReport,
  type Doubt,
  figuresOf,
  followedOf,
  doubtsOf,
  isOutdated,
  isSignedOff,
  signOffSteps,
} from '../core/valuation/index.ts'
import { type CaseCompiler, compileOpen } from './compile-open.ts'
import { type OpenDraft } from './draft-case.ts'
import { municipalityNet } from './municipality-net.ts'

export type CaseLine = {
  caseFile: CaseFile
  invested: number
  saved: number
  followed: number
  /** Of the municipality. */
  presentValue: number
  breakEven: number | undefined
  doubts: Doubt[]
  /** How many steps nobody has put a name to, or not as they are now. */
  notSignedOff: number
}

/** Nothing where the case is wrong or open. */
export function surveyCase(open: OpenDraft, compile: CaseCompiler = compileOpen): CaseLine | undefined {
  const { caseFile, marks, problems } = open.read
  if (caseFile === undefined) return undefined
  const { compiled } = compile(open, { scenario: 'narrow' })
  if (compiled === undefined) return undefined
  const figures = figuresOf(compiled)
  const { matrix, balance } = figures
  const sum = (rows: CaseReport['matrix']): number => rows.reduce((all, { net }) => all + net.total, 0)
  return {
    caseFile,
    invested: -sum(matrix.filter(({ kind }) => kind === 'cost')),
    saved: sum(matrix.filter(({ kind, authority }) => kind === 'cashable' && authority === 'municipality')),
    followed: followedOf(caseFile),
    presentValue: municipalityNet(figures).presentValue,
    breakEven: balance.breakEvenCalendarYear,
    doubts: doubtsOf(compiled, marks, problems).filter(({ grade }) => grade !== 'derived'),
    notSignedOff: signOffSteps.filter((step) => !isSignedOff(caseFile, step) || isOutdated(problems, step)).length,
  }
}
