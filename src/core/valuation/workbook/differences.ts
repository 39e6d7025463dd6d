/**
 * Where a formula does not give the program's own figure, and what in the case it comes from, where we know.
 *
 * A spreadsheet keeps 15 digits of a number, so that the øre of an amount beyond ten thousand billion kroner is lost on it. Nothing else
 * that a case can say is known to make a formula give another figure than the program.
 */
import { type CompiledCase } from '../case/compiled.ts'
import { type CaseReport } from '../case/report.ts'
import { type Values } from './evaluate.ts'
import { expectedResults } from './expected.ts'
import { type Scalar } from './functions.ts'
import { type Results } from './results-sheets.ts'
import { addressOf } from './sheet.ts'

export type Difference = { key: string; cell: string; formula: Scalar | undefined; program: number | undefined }

/** Half an øre, and what additions in another order may leave of it. For people, shares and months the same is asked. */
const nearEnough = 0.005 + 1e-6

/** Figures of an estimate may be shares, of which half a hundredth is much; a spreadsheet's curves have their own last digits. */
const estimateWidth = 1e-5

export function agrees(key: string, formula: Scalar | undefined, program: number | undefined): boolean {
  if (program === undefined) return typeof formula === 'string'
  if (typeof formula !== 'number') return false
  const isOfEstimate = /^(estimate|must)\//.test(key)
  const most = isOfEstimate ? Math.max(1e-9, Math.abs(program) * estimateWidth) : nearEnough
  return Math.abs(formula - program) < most
}

export function differencesOf(
  compiled: CompiledCase,
  report: CaseReport,
  results: Results,
  values: Values,
): Difference[] {
  const differences: Difference[] = []
  for (const [key, program] of expectedResults(compiled, report)) {
    const spot = results.get(key)
    const formula = spot === undefined ? undefined : values.get(spot.sheet, spot.row, spot.column)
    if (spot !== undefined && agrees(key, formula, program)) continue
    const cell = spot === undefined ? key : `${spot.sheet.name}!${addressOf(spot.row, spot.column)}`
    differences.push({ key, cell, formula, program })
  }
  return differences
}

/** Amounts too large for a spreadsheet to keep their øre; nothing where we do not know why. */
export type DifferenceCause = 'too-large'

/** Kroner with two decimals have 15 digits below this, and as many are kept. */
const keptWhole = 1e13

export function causeOf(differences: readonly Difference[]): DifferenceCause | undefined {
  const isLarge = ({ program = 0 }: Difference): boolean => Math.abs(program) >= keptWhole
  return differences.some(isLarge) ? 'too-large' : undefined
}
