/**
 * Own money, the pool or an investor, side by side: the rules of `alternatives.ts`.
 *
 * People, effects and what the effort costs are the same whoever pays, so each way of financing has only its own repayment and its
 * own sheet of the municipality's money. Without effect, everybody who succeeds would have done so anyway: the same columns once
 * more, with those who would anyway in place of those who succeed.
 */
import { type FinanceMode } from '../case/case-file.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { balanceLabels } from './summary-sheet.ts'
import { paybackFormula, putBalance } from './balance-formulas.ts'
import { type Costs } from './costs-sheet.ts'
import { type Effects } from './effects-sheet.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type LineTerms, termsInMonth, termsOf } from './lines-sheet.ts'
import { type Column, MonthSheet, inMonth, overMonths } from './months.ts'
import { type People } from './people-sheet.ts'
import { repaymentSheet } from './repayment-sheet.ts'
import { type BalanceColumns, BalanceMonths, type Results, factorRow } from './results-sheets.ts'
import { firstYearColumn } from './lines-sheet.ts'
import { type CellStyle, Sheet, type Spot } from './sheet.ts'
import { type MonthColumns } from './variant.ts'
import { type WorkbookWords } from './words.ts'

/** One way of financing, by month. */
export type Financing = {
  compiled: CompiledCase
  balance: BalanceColumns
  /** What is paid back, and what the investor or the pool puts in; nothing with own money. */
  paid: Column | undefined
  putIn: Column | undefined
  repayment: MonthSheet | undefined
  /** The sheets that it has to itself. */
  sheets: MonthSheet[]
}

export type FinancingNames = { balance: string; repayment: string }

export type FinancingSetting = {
  inputs: Inputs
  people: People
  costs: Costs
  effects: Effects
  words: WorkbookWords
}

/** The way of financing as months; `names` are of its sheets. */
export function financing(
  compiled: CompiledCase,
  { inputs, people, costs, effects, words }: FinancingSetting,
  names: FinancingNames,
): Financing {
  const before = termsOf({ compiled, inputs, costs, effects, paid: undefined })
  const months = new BalanceMonths(compiled, before, words, names.balance)
  const setting = { compiled, inputs, people, words, name: names.repayment, saving: () => months.saving }
  const repayment = repaymentSheet(setting)
  const terms = termsOf({ compiled, inputs, costs, effects, paid: repayment?.paid })
  const balance = months.finish(terms)
  return {
    compiled,
    balance,
    paid: repayment?.paid,
    putIn: repayment === undefined ? undefined : putInColumn(compiled, balance, terms, repayment.paid, words),
    repayment: repayment?.months,
    sheets: [balance.months, ...(repayment === undefined ? [] : [repayment.months])],
  }
}

/** What is paid back less what its money gains or loses in all, which is what it has put in. */
function putInColumn(
  { lines, financier }: CompiledCase,
  { months }: BalanceColumns,
  terms: readonly LineTerms[],
  paid: Column,
  { heads }: WorkbookWords,
): Column {
  const { sheet } = months
  const own = lines.flatMap(({ owner, kind }, index) =>
    owner === financier && kind !== 'freed-capacity' ? [...terms[index]!.gross, ...terms[index]!.refund] : [],
  )
  return months.add({
    head: heads.putIn,
    style: 'money',
    cell: (month) => `${sheet.to(inMonth(paid, month))}-(${termsInMonth(sheet, own, month)})`,
  })
}

export type AlternativesSetting = {
  financings: readonly Financing[]
  chosen: FinanceMode
  inputs: Inputs
  people: People
  matrix: Sheet
  columns: MonthColumns
  words: WorkbookWords
  results: Results
}

/** The sheet, and the sheet of months without effect behind it. */
export function alternativesSheet(setting: AlternativesSetting): { sheet: Sheet; without: MonthSheet } {
  const { words, financings } = setting
  const sheet = new Sheet(words.sheets.alternatives)
  sheet.widths = [54, ...financings.map(() => 24), 4, ...financings.flatMap(() => [18, 14])]
  sheet.put(0, 0, { value: words.sheets.alternatives, style: 'title' })
  sheet.put(1, 0, { value: words.says.sheetSays.alternatives, style: 'quiet' })
  sheet.frozen = { rows: headRow + 1, columns: 1 }
  sheet.put(headRow, 0, { value: words.heads.municipality, style: 'head' })
  const without = withoutEffect(setting)
  for (const [index, one] of financings.entries()) modeColumn(setting, sheet, one, index, without.net(index))
  return { sheet, without: without.months }
}

const headRow = 3

/** The rows above those of the years, in their order. */
const rowKeys = [
  'present-value',
  'total',
  'break-even-month',
  'break-even-year',
  'break-even-calendar-year',
  'payback-year',
  'deepest',
  'deepest-month',
  'without-effect',
  'put-in',
  'paid-back',
  'price-of-risk',
] as const
type RowKey = (typeof rowKeys)[number]

const rowOf = (key: RowKey): number => headRow + 1 + rowKeys.indexOf(key)
const yearHead = headRow + rowKeys.length + 2
const firstYear = yearHead + 1

const labels = {
  ...balanceLabels,
  'present-value': 'presentValue',
  total: 'total',
  'payback-year': 'payback',
  'without-effect': 'withoutEffect',
  'put-in': 'putIn',
  'paid-back': 'paidBack',
  'price-of-risk': 'priceOfRisk',
} as const

function modeColumn(
  setting: AlternativesSetting,
  sheet: Sheet,
  one: Financing,
  index: number,
  bare: { years: (on: Sheet, year: number) => string },
): void {
  const { words, results, inputs, chosen } = setting
  const { compiled, balance, paid, putIn } = one
  const { mode, years } = compiled
  const { heads } = words
  const column = index + 1
  const head = words.modes[mode] + (mode === chosen ? ` (${heads.chosen})` : '')
  for (const row of [headRow, yearHead]) sheet.put(row, column, { value: head, style: 'head-right' })
  const put = (key: RowKey, formula: string, style: CellStyle): Spot => {
    sheet.put(rowOf(key), 0, { value: heads[labels[key]], style: 'text' })
    const spot = sheet.put(rowOf(key), column, { formula, style })
    results.set(`alternative/${mode}/${key}`, spot)
    return spot
  }
  const { net, factors, payback } = yearRows(setting, sheet, one, index)
  put('present-value', `SUMPRODUCT(${net},${factors})`, 'money-strong')
  put('total', `SUM(${net})`, 'money-strong')
  putBalance({ compiled, inputs, balance, words }, sheet, put)
  put('payback-year', payback, 'whole')
  const bareYears = Array.from({ length: years + 1 }, (_, year) => {
    return `${bare.years(sheet, year)}*${sheet.to({ sheet, row: firstYear + year, column: factorColumn(setting) })}`
  })
  put('without-effect', bareYears.join('+'), 'money-strong')
  const all = (of: Column | undefined): string =>
    of === undefined ? '0' : `SUM(${overMonths(sheet, of, 0, compiled.months)})`
  const out = put('put-in', all(putIn), 'money')
  const back = put('paid-back', all(paid), 'money')
  put('price-of-risk', paid === undefined ? '0' : `${sheet.to(back)}-${sheet.to(out)}`, 'money-strong')
}

const factorColumn = ({ financings }: AlternativesSetting): number => financings.length + 1

/** The months of a year; year 0 is month 0. */
const monthsOf = (year: number): [number, number] => (year === 0 ? [0, 0] : [12 * year - 11, 12 * year])

/** The municipality's money by year, and to the right of it when that is back in present values. */
function yearRows(
  setting: AlternativesSetting,
  sheet: Sheet,
  { compiled, balance }: Financing,
  index: number,
): { net: string; factors: string; payback: string } {
  const { words, matrix, results, financings } = setting
  const { heads } = words
  const { years, mode } = compiled
  const column = index + 1
  const factorAt = factorColumn(setting)
  const summed = factorAt + 1 + 2 * index
  sheet.put(yearHead, 0, { value: heads.caseYear, style: 'head' })
  sheet.put(yearHead, factorAt, { value: heads.factor, style: 'head-right' })
  sheet.put(yearHead - 1, summed, { value: words.modes[mode], style: 'section' })
  sheet.put(yearHead, summed, { value: heads.cumulatedValue, style: 'head-right' })
  sheet.put(yearHead, summed + 1, { value: heads.below, style: 'head-right' })
  sheet.widths[factorAt] = 12
  for (const [at] of financings.entries()) {
    sheet.widths[factorAt + 1 + 2 * at] = 24
    sheet.widths[factorAt + 2 + 2 * at] = 14
  }
  for (let year = 0; year <= years; year++) {
    const row = firstYear + year
    sheet.put(row, 0, { value: `${heads.caseYear} ${year}`, style: 'text' })
    const [from, through] = monthsOf(year)
    const formula = `SUM(${overMonths(sheet, balance.all, from, through)})`
    const spot = sheet.put(row, column, { formula, style: 'money' })
    results.set(`alternative/${mode}/${year}`, spot)
    const factor = sheet.to({ sheet: matrix, row: factorRow, column: firstYearColumn + year })
    const own = sheet.to(sheet.put(row, factorAt, { formula: factor, style: 'factor' }))
    const before = year === 0 ? '0' : sheet.to({ sheet, row: row - 1, column: summed })
    const now = sheet.put(row, summed, { formula: `${before}+${sheet.to(spot)}*${own}`, style: 'money' })
    sheet.put(row, summed + 1, { formula: `IF(${sheet.to(now)}<-0.005,${year},-1)`, style: 'whole' })
  }
  const down = (of: number): string => sheet.down(sheet, of, firstYear, firstYear + years)
  return { net: down(column), factors: down(factorAt), payback: paybackFormula(down(summed + 1), years, words) }
}

/** The municipality's money when whoever succeeds would have anyway, of each way of financing. */
function withoutEffect({ financings, people, columns, words }: AlternativesSetting): {
  months: MonthSheet
  net: (index: number) => { years: (on: Sheet, year: number) => string }
} {
  const { sheets, says, heads } = words
  const about = { title: sheets.withoutEffect, note: says.sheetSays.withoutEffect, monthHead: heads.month }
  const months = new MonthSheet(sheets.withoutEffect, people.months.months, { ...about, isWorking: true })
  const copy = columns.copyTo(months, {
    swaps: people.groups.map(({ successes, anyway }) => ({ column: successes, by: anyway })),
    results: financings.map(({ balance }) => balance.all),
    over: '',
    upsideDown: heads.upsideDown,
  })
  return {
    months,
    net: (index) => {
      const column = copy(financings[index]!.balance.all)
      return {
        years: (on, year) => {
          const [from, through] = monthsOf(year)
          return `SUM(${overMonths(on, column, from, through)})`
        },
      }
    },
  }
}
