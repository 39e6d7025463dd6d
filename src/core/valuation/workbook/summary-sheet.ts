/** The first sheet of figures: what the municipality has left, when its money has come back, and how many people it is about. */
import { type CompiledCase } from '../case/compiled.ts'
import { paybackFormula, putBalance } from './balance-formulas.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, overMonths } from './months.ts'
import { type GroupColumns, type People, allOf } from './people-sheet.ts'
import { type BalanceColumns, type Results, factorRow } from './results-sheets.ts'
import { Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

/** What each figure of the balance is called. */
export const balanceLabels = {
  'break-even-month': 'breakEvenMonth',
  'break-even-year': 'breakEvenYear',
  'break-even-calendar-year': 'breakEvenCalendarYear',
  deepest: 'deepest',
  'deepest-month': 'deepestMonth',
} as const

export type SummarySetting = {
  compiled: CompiledCase
  inputs: Inputs
  matrix: Sheet
  budget: readonly Spot[]
  balance: BalanceColumns
  people: People
  paid: Column | undefined
  words: WorkbookWords
  results: Results
}

/** The first sheet of figures: what the municipality has left, when money has come back, and how many people there are. */
export function summarySheet(setting: SummarySetting): Sheet {
  const { compiled, words, results, budget } = setting
  const { sheets, heads, says, locale } = words
  const sheet = new Sheet(sheets.results)
  sheet.widths = [56, 20, 14, 14, 14, 14, 14]
  sheet.put(0, 0, { value: compiled.file.title[locale], style: 'title' })
  sheet.put(1, 0, { value: says.sheetSays.results, style: 'quiet' })
  const scenario = sheet.to(setting.inputs.scenario)
  sheet.put(2, 0, { value: heads.scenario, style: 'text' })
  sheet.put(2, 1, { formula: `IF(${scenario}=1,"${heads.narrow}","${heads.broad}")`, style: 'text' })
  let row = 3
  const say = (key: string, label: string, formula: string, style: 'ore' | 'whole' | 'money-strong'): Spot => {
    sheet.put(row, 0, { value: label, style: 'text' })
    const spot = sheet.put(row, 1, { formula, style })
    results.set(key, spot)
    row++
    return spot
  }
  sheet.heads(row, [heads.municipality])
  sheet.heads(row++, [heads.amount], 'head-right', 1)
  const last = budget.at(-1)!
  const ends = { total: last.column + 1, 'present-value': last.column + 2 }
  say('summary/present-value', heads.presentValue, sheet.to({ ...last, column: ends['present-value'] }), 'money-strong')
  say('summary/total', heads.total, sheet.to({ ...last, column: ends.total }), 'money-strong')
  putBalance(setting, sheet, (figure, formula, style) =>
    say(`summary/${figure}`, heads[balanceLabels[figure]], formula, style),
  )
  if (setting.paid !== undefined) {
    const { months } = setting.balance
    say('summary/paid', words.sheets.repayment, `SUM(${overMonths(sheet, setting.paid, 0, months.months)})`, 'ore')
  }
  row++
  const counts = ['referred', 'starts', 'dropouts', 'completions', 'successes', 'anyway'] as const
  sheet.heads(row++, [heads.groups])
  sheet.heads(
    row - 1,
    counts.map((count) => heads[count]),
    'head-right',
    1,
  )
  for (const [index, { name, label }] of compiled.groups.entries()) {
    sheet.put(row, 0, { value: label[locale], style: 'text' })
    for (const [column, count] of counts.entries()) {
      const of: GroupColumns = setting.people.groups[index]!
      const formula = allOf(sheet, setting.people.months, of[count])
      results.set(`group/${name}/${count}`, sheet.put(row, column + 1, { formula, style: 'people' }))
    }
    row++
  }
  row++
  sheet.heads(row, [heads.caseYear])
  sheet.heads(row++, [heads.municipality, heads.cumulated], 'head-right', 1)
  for (const [year, spot] of budget.entries()) {
    sheet.put(row, 0, { value: `${heads.caseYear} ${year}`, style: 'text' })
    sheet.put(row, 1, { formula: sheet.to(spot), style: 'money' })
    const before = year === 0 ? '0' : sheet.to({ sheet, row: row - 1, column: 2 })
    const cumulated = sheet.put(row, 2, { formula: `${before}+${sheet.to(spot)}`, style: 'money-strong' })
    results.set(`cumulated/${year}`, cumulated)
    row++
  }
  paybackColumn(setting, sheet, row - budget.length)
  return sheet
}

/** The first year from which the same is true in present values. */
function paybackColumn({ budget, words, results, matrix }: SummarySetting, sheet: Sheet, from: number): void {
  const { heads } = words
  const head = from - 1
  sheet.put(head, 3, { value: heads.presentValue, style: 'head-right' })
  sheet.put(head, 4, { value: heads.below, style: 'head-right' })
  for (const [year, spot] of budget.entries()) {
    const row = from + year
    const factor = sheet.to({ sheet: matrix, row: factorRow, column: spot.column })
    const before = year === 0 ? '0' : sheet.to({ sheet, row: row - 1, column: 3 })
    const now = sheet.put(row, 3, { formula: `${before}+${sheet.to(spot)}*${factor}`, style: 'money' })
    sheet.put(row, 4, { formula: `IF(${sheet.to(now)}<-0.005,${year},-1)`, style: 'whole' })
  }
  const years = budget.length - 1
  const row = from + budget.length
  sheet.put(row, 0, { value: heads.payback, style: 'text' })
  const formula = paybackFormula(sheet.down(sheet, 4, from, from + years), years, words)
  results.set('summary/payback-year', sheet.put(row, 1, { formula, style: 'whole' }))
}
