/**
 * A whole business case as a workbook whose every result is a formula that reaches the inputs.
 *
 *     caseWorkbook({ compiled, catalogue, root, report, words })  →  sheets, the cells of the results, and what differs
 *
 * The formulas say the rules of this folder's parent in a spreadsheet's words. They are worked out here, by `evaluate.ts`, and each
 * result is laid beside the program's own: where one differs by half an øre or more, the workbook must not be handed out.
 */
import { type YamlNode } from '../../text/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { compileModes } from '../case/alternatives.ts'
import { type FinanceMode } from '../case/case-file.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { type CaseData } from '../case/compiling.ts'
import { type CaseReport } from '../case/report.ts'
import {
  type AlternativesSetting,
  type Financing,
  type FinancingNames,
  alternativesSheet,
  financing,
} from './alternatives-sheet.ts'
import { basisOf, readMeSheet, sourcesSheet } from './about-sheets.ts'
import { rowsOf } from './case-rows.ts'
import { costsSheet } from './costs-sheet.ts'
import { type Difference, type DifferenceCause, causeOf, differencesOf } from './differences.ts'
import { effectsSheet } from './effects-sheet.ts'
import { Values } from './evaluate.ts'
import { followedSheet } from './followed-sheet.ts'
import { referencesIn } from './formula.ts'
import { type Inputs, inputsSheet } from './inputs-sheet.ts'
import { LawMonths } from './law-sheet.ts'
import { linesSheet, termsOf } from './lines-sheet.ts'
import { curvesSheet, peopleSheet } from './people-sheet.ts'
import { publicSheet } from './public-sheet.ts'
import { type Rates, ratesSheet } from './rates-sheet.ts'
import { type Results, factorColumn, factorsOn, fillMatrix, matrixFrame } from './results-sheets.ts'
import { type CellStyle, type Sheet, addressOf } from './sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import { tornadoSheet } from './tornado-sheet.ts'
import { MonthColumns } from './variant.ts'
import { type SheetName, type WorkbookWords } from './words.ts'

export type WorkbookSetting = {
  compiled: CompiledCase
  catalogue: Catalogue
  /** What the case draws from files. */
  data?: CaseData
  /** The case as it is written, so that all of it is on the sheet. */
  root: YamlNode
  report: CaseReport
  words: WorkbookWords
}

export type CaseWorkbook = {
  sheets: Sheet[]
  inputs: Inputs
  rates: Rates
  /** Where each result stands, by its key. */
  results: Results
  values: Values
  /** Results that the formulas and the program disagree on. */
  differences: Difference[]
  /** Why they do, where we know. */
  cause: DifferenceCause | undefined
}

export function caseWorkbook(setting: WorkbookSetting): CaseWorkbook {
  const { compiled, catalogue, data, root, report, words } = setting
  const { file, options, years } = compiled
  const results: Results = new Map()
  const modes = compileModes(file, catalogue, options, data).compiled
  const every = withEveryCost(compiled, modes)
  const inputs = inputsSheet(compiled, root, words)
  const rates = ratesSheet({ compiled: every, catalogue, inputs, words })
  const law = new LawMonths(compiled, { inputs, rates, words })
  const curves = curvesSheet(compiled, words)
  const people = peopleSheet(compiled, inputs, curves, words)
  const costs = costsSheet({ compiled: every, inputs, rates, law, people, words })
  const effects = effectsSheet({ compiled, inputs, rates, law, people, words, grids: costs.grids })
  const money = { inputs, people, costs, effects, words }
  const financings = modes.map((one) => financing(one, money, namesOf(one.mode, compiled, words)))
  const chosen = financings.find((one) => one.compiled.mode === compiled.mode)!
  const { balance } = chosen
  const terms = termsOf({ compiled, inputs, costs, effects, paid: chosen.paid })
  const matrix = matrixFrame(compiled, inputs, rates, words)
  const lines = linesSheet(compiled, terms, factorsOn(matrix, years), words)
  const budget = fillMatrix(matrix, { compiled, lines, rates, words, results })
  const { paid } = chosen
  const summary = summarySheet({ compiled, inputs, matrix, budget, balance, people, paid, words, results })
  const own = [people.months, curves, costs.months, effects.months, ...financings.flatMap(({ sheets: of }) => of)]
  const columns = new MonthColumns(own)
  const { alternatives, tornado } = answers(setting, { financings, chosen, inputs, people, matrix, columns, results })
  const { saving } = balance
  const basis = basisOf(compiled, guideOf(setting), words)
  const about = { compiled, guide: guideOf(setting), doubts: report.doubts, rows: rowsOf(root), words }
  const otherMoney = financings.filter((one) => one !== chosen).flatMap(({ sheets: of }) => of)
  const named: [SheetName, readonly Sheet[]][] = [
    ['results', [summary]],
    ['publicSum', [publicSheet({ compiled, lines, people, basis, words, results, report })]],
    ['alternatives', [alternatives.sheet]],
    ['tornado', [tornado.sheet]],
    ['inputs', [inputs.sheet]],
    ['rates', [rates.sheet]],
    ['matrix', [matrix]],
    ['items', [lines.sheet]],
    ['followed', present(followedSheet({ compiled, inputs, saving, words, results }))],
    ['people', [people.months.sheet]],
    ['costs', [costs.months.sheet]],
    ['effects', [effects.months.sheet]],
    ['repayment', present(chosen.repayment?.sheet)],
    ['balance', [balance.months.sheet]],
    ['sources', [sourcesSheet(about)]],
    ['curves', [curves.sheet]],
    ['law', [law.months.sheet]],
    ['data', inputs.data.cells.length === 0 ? [] : [inputs.data]],
    ['otherMoney', otherMoney.map(({ sheet }) => sheet)],
    ['withoutEffect', [alternatives.without.sheet]],
    ['swing', tornado.variants.map(({ sheet }) => sheet)],
    ['refund', effects.grids],
  ]
  const shown = named.flatMap(([name, of]) => (of.length === 0 ? [] : [name]))
  const sheets = [readMeSheet(about, shown), ...named.flatMap(([, of]) => of)]
  colourInputs(sheets, [inputs.sheet, rates.sheet])
  const values = new Values(sheets)
  const differences = differencesOf(compiled, report, results, values)
  const cause = causeOf(differences)
  return { sheets, inputs, rates, results, values, differences, cause }
}

type Answering = Omit<AlternativesSetting, 'chosen' | 'words'> & { chosen: Financing }

/** The sheets that work the case out with something otherwise. */
function answers({ compiled, report, words }: WorkbookSetting, of: Answering) {
  const { chosen, inputs, matrix, columns, results } = of
  const alternatives = alternativesSheet({ ...of, chosen: compiled.mode, words })
  const tornado = tornadoSheet({
    ...{ compiled, inputs, columns, words, results },
    bars: report.tornado,
    net: chosen.balance.all,
    factor: factorColumn(chosen.balance, matrix, words),
    presentValue: results.get('summary/present-value')!,
  })
  return { alternatives, tornado }
}

const present = (sheet: Sheet | undefined): Sheet[] => (sheet === undefined ? [] : [sheet])

/** The case with the costs of every way of financing, each with the refund that it has in any of them. */
function withEveryCost(compiled: CompiledCase, modes: readonly CompiledCase[]): CompiledCase {
  const costs = new Map(compiled.costs.map((cost) => [cost.name, cost]))
  for (const cost of modes.flatMap((one) => one.costs))
    if (costs.get(cost.name)?.sharerLine === undefined) costs.set(cost.name, cost)
  return { ...compiled, costs: [...costs.values()] }
}

/** The sheets of the chosen way of financing have the plain names. */
function namesOf(mode: FinanceMode, { mode: chosen }: CompiledCase, words: WorkbookWords): FinancingNames {
  const { sheets, modeSheets } = words
  return mode === chosen ? { balance: sheets.balance, repayment: sheets.repayment } : modeSheets[mode]
}

function guideOf({ compiled, catalogue, words }: WorkbookSetting): string {
  const { guide } = compiled.file.discounting
  return catalogue.discountGuides.get(guide)?.[0]?.label[words.locale] ?? guide
}

const plainStyles: Partial<Record<CellStyle, CellStyle>> = {
  'money-input': 'money',
  'number-input': 'number',
  'share-input': 'share',
  'percent-input': 'number',
  'day-input': 'day',
}

/** Only a number that some formula reads is coloured, so that whoever changes a coloured cell sees something happen. */
function colourInputs(sheets: readonly Sheet[], coloured: readonly Sheet[]): void {
  const read = new Map(coloured.map((sheet) => [sheet.name, new Set<string>()]))
  for (const sheet of sheets) {
    for (const cell of sheet.cells.flat()) {
      const { formula } = cell ?? {}
      if (formula === undefined) continue
      // Most formulas name neither, and there are very many.
      if (!coloured.some((one) => one === sheet || formula.includes(one.prefix))) continue
      for (const { sheet: named, from, through } of referencesIn(formula)) {
        const cells = read.get(named ?? sheet.name)
        if (cells === undefined) continue
        for (let row = from.row; row <= through.row; row++)
          for (let column = from.column; column <= through.column; column++) cells.add(addressOf(row, column))
      }
    }
  }
  for (const sheet of coloured) {
    for (const [row, cells] of sheet.cells.entries()) {
      for (const [column, cell] of (cells ?? []).entries()) {
        const plain = cell === undefined ? undefined : plainStyles[cell.style]
        if (plain !== undefined && !read.get(sheet.name)!.has(addressOf(row, column)))
          sheet.put(row, column, { ...cell, style: plain })
      }
    }
  }
}
