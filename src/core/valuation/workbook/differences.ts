/**
 * Where a formula does not give the program's own figure, and what in the case it comes from.
 *
 * Two rules cannot be told in formulas that anybody could read: that 52 weeks of self-support start the refund ladder again only
 * when they lie within three years, which is counted week by week backwards from each Monday; and a law that changes within a
 * month, for which every month would need both laws. A case for which neither matters has a workbook all the same, because what is
 * compared is the figures and not the rules.
 */
import { type Day, partsOf } from '../../base/index.ts'
import { type Words } from '../../text/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
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

/** Of the items whose own lines differ: the rule that no formula follows, and its day; nothing where we do not know. */
export type DifferenceCause =
  { cause: 'ladder-years'; items: Words[] } | { cause: 'law-within-month'; items: Words[]; rule: string; day: Day }

export function causeOf(
  { file, startDay, months, options }: CompiledCase,
  catalogue: Catalogue,
  differences: readonly Difference[],
): DifferenceCause | undefined {
  const names = new Set(differences.flatMap(({ key }) => /^line\/([^/]+)\//.exec(key)?.[1] ?? []))
  const differing = [...names].flatMap((name) => {
    const of = file.consequences.get(name)
    return of === undefined || of.refund === 'none' ? [] : [{ label: of.label, rule: of.refund.rule }]
  })
  for (const { rule } of differing) {
    const items = differing.filter((one) => one.rule === rule).map(({ label }) => label)
    const rows = catalogue.rules.get(rule === 'central' ? 'central-refund' : rule) ?? []
    const end = startDay + 31 * months
    const changed = rows
      .map(({ valid }) => valid.from)
      .find((day) => day > startDay && day < end && partsOf(day).day !== 1)
    if (changed !== undefined && options.lawAsOf === undefined) {
      return { cause: 'law-within-month', items, rule, day: changed }
    }
    if (rule === 'refund-ladder') return { cause: 'ladder-years', items }
  }
  return undefined
}
