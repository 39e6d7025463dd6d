/**
 * The results: the matrix of owner, kind and year, budgets, service ceiling, departments, society, and when money has come back.
 *
 * Each cell that the program also works out is remembered by a key, `matrix/municipality/cost/net/3`, so that the two can be laid
 * side by side; see `expected.ts`.
 */
import { type Authority, type CompiledCase, type Line } from '../case/compiled.ts'
import { kindOrder } from '../case/matrix.ts'
import { authorities } from '../case/report.ts'
import { type Inputs } from './inputs-sheet.ts'
import {
  type LineRows,
  type LineTerms,
  type Part,
  firstYearColumn,
  lineKeys,
  ownerLabel,
  partNames,
  sums,
  termsInMonth,
} from './lines-sheet.ts'
import { type Column, MonthSheet, inMonth } from './months.ts'
import { type Rates } from './rates-sheet.ts'
import { cumulatedOf } from './repayment-sheet.ts'
import { Sheet, type Spot, plus } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type Results = Map<string, Spot>

const yearsAheadLess = { 'year-end': 0, 'mid-year': 0.5, 'year-start': 1 } as const
export const factorRow = 5
const matrixHeadRow = 3

/** The matrix sheet with its years and discount factors; what is laid on it comes later. */
export function matrixFrame(compiled: CompiledCase, inputs: Inputs, rates: Rates, words: WorkbookWords): Sheet {
  const { sheets, heads, says } = words
  const sheet = new Sheet(sheets.matrix)
  const { years, file } = compiled
  sheet.put(0, 0, { value: sheets.matrix, style: 'title' })
  sheet.put(1, 0, { value: says.sheetSays.matrix, style: 'quiet' })
  sheet.widths = [30, 22, 4, 4, 4, 10, ...Array.from({ length: years + 3 }, () => 14)]
  sheet.frozen = { rows: factorRow + 1, columns: 2 }
  sheet.heads(matrixHeadRow, [heads.owner, heads.kind, '', '', '', heads.what])
  sheet.put(matrixHeadRow + 1, 0, { value: heads.year, style: 'quiet' })
  sheet.put(factorRow, 0, { value: heads.factor, style: 'quiet' })
  const start = sheet.to(inputs.startDay)
  const less = yearsAheadLess[file.discounting.when]
  for (let year = 0; year <= years; year++) {
    const column = firstYearColumn + year
    sheet.put(matrixHeadRow, column, { value: `${heads.caseYear} ${year}`, style: 'head-right' })
    const first = year === 0 ? start : `EDATE(${start},${12 * (year - 1)})`
    sheet.put(matrixHeadRow + 1, column, { formula: first, style: 'month' })
    const formula = discountFormula(sheet, rates, year === 0 ? 0 : year - less)
    sheet.put(factorRow, column, { formula, style: 'factor' })
  }
  sheet.put(matrixHeadRow, firstYearColumn + years + 1, { value: heads.total, style: 'head-right' })
  sheet.put(matrixHeadRow, firstYearColumn + years + 2, { value: heads.presentValue, style: 'head-right' })
  return sheet
}

/** Each rate on the years of its own step only, as `discountFactor` has it. */
function discountFormula(sheet: Sheet, { discounting }: Rates, years: number): string {
  const terms = discounting.map(({ through, rate }, index) => {
    const before = discounting[index - 1]?.through
    const passed = before === undefined ? '0' : `MIN(${years},${sheet.to(before)})`
    const until = through === undefined ? String(years) : `MIN(${years},${sheet.to(through)})`
    return `(1+${sheet.to(rate)}/100)^(${passed}-${until})`
  })
  return terms.length === 0 ? '1' : terms.join('*')
}

export const factorsOn =
  (matrix: Sheet, years: number) =>
  (on: Sheet): string =>
    on.across(matrix, factorRow, firstYearColumn, firstYearColumn + years)

type Row = { key: string; texts: string[]; what: string; strong: boolean; lines: readonly number[]; part: Part }

export type MatrixSetting = {
  compiled: CompiledCase
  lines: LineRows
  rates: Rates
  words: WorkbookWords
  results: Results
}

/** Lays rows of sums of lines on the matrix sheet. */
class YearRows {
  private row = factorRow + 2
  private readonly sheet: Sheet
  private readonly setting: MatrixSetting

  constructor(sheet: Sheet, setting: MatrixSetting) {
    this.sheet = sheet
    this.setting = setting
  }

  section(title: string): void {
    const { years } = this.setting.compiled
    this.row++
    for (let column = 0; column <= firstYearColumn + years + 2; column++)
      this.sheet.put(this.row, column, { ...(column === 0 ? { value: title } : {}), style: 'section' })
    this.row++
  }

  add({ key, texts, what, strong, lines, part }: Row, weights?: (line: number) => string): Spot[] {
    const { lines: rows } = this.setting
    return this.addYears(key, { texts, what, strong }, (year) => {
      const terms = lines.map((line) => {
        const spot = { sheet: rows.sheet, row: rows.rows[line]![part], column: firstYearColumn + year }
        return `${weights?.(line) ?? ''}${this.sheet.to(spot)}`
      })
      return plus(terms)
    })
  }

  addYears(
    key: string,
    { texts, what, strong }: { texts: readonly string[]; what: string; strong: boolean },
    formula: (year: number) => string,
  ): Spot[] {
    const { sheet, row } = this
    const { compiled, results } = this.setting
    for (const [column, value] of texts.entries()) sheet.put(row, column, { value, style: 'text' })
    sheet.put(row, 5, { value: what, style: 'quiet' })
    const spots: Spot[] = []
    for (let year = 0; year <= compiled.years; year++) {
      const style = strong ? ('money-strong' as const) : ('money' as const)
      const spot = sheet.put(row, firstYearColumn + year, { formula: formula(year), style })
      spots.push(spot)
      results.set(`${key}/${year}`, spot)
    }
    const { total, presentValue } = sums(sheet, row, compiled.years, factorsOn(sheet, compiled.years)(sheet))
    results.set(`${key}/total`, total)
    results.set(`${key}/present-value`, presentValue)
    this.row++
    return spots
  }
}

/** Fills the matrix; gives the municipality's budget by year. */
export function fillMatrix(sheet: Sheet, setting: MatrixSetting): Spot[] {
  const { compiled, words, results, lines: rows } = setting
  const { heads } = words
  const at = new YearRows(sheet, setting)
  const linesOf = (holds: (line: Line) => boolean): number[] =>
    compiled.lines.flatMap((line, index) => (holds(line) ? [index] : []))
  const isOf = (authority: Authority) => (line: Line) =>
    compiled.owners[line.owner]!.authority === authority && line.kind !== 'freed-capacity'
  at.section(heads.budgets)
  let budget: Spot[] = []
  for (const authority of authorities) {
    const texts = [words.authorities[authority], '']
    const spots = at.add({
      key: `budget/${authority}`,
      texts,
      what: heads.net,
      strong: true,
      lines: linesOf(isOf(authority)),
      part: 'net',
    })
    if (authority === 'municipality') budget = spots
  }
  at.section(words.sheets.matrix)
  for (const [owner, { name }] of compiled.owners.entries()) {
    for (const kind of kindOrder) {
      const own = linesOf((line) => line.owner === owner && line.kind === kind)
      if (own.length === 0) continue
      const texts = [ownerLabel(compiled, compiled.lines[own[0]!]!, words), words.kinds[kind]]
      for (const part of partNames)
        at.add({
          key: `matrix/${name}/${kind}/${part}`,
          texts,
          what: heads[part],
          strong: part === 'net',
          lines: own,
          part,
        })
    }
  }
  at.section(heads.ceilings)
  for (const side of ['inside', 'outside'] as const) {
    const own = linesOf((line) => isOf('municipality')(line) && line.ceiling === side)
    at.add({
      key: `ceiling/${side}`,
      texts: [heads[side], ''],
      what: heads.net,
      strong: false,
      lines: own,
      part: 'net',
    })
  }
  const freed = linesOf(
    (line) => compiled.owners[line.owner]!.authority === 'municipality' && line.kind === 'freed-capacity',
  )
  at.add({ key: 'freed', texts: [heads.freed, ''], what: heads.net, strong: false, lines: freed, part: 'net' })
  if (compiled.file.departments !== undefined) {
    at.section(heads.departments)
    for (const [owner, { name, authority, label }] of compiled.owners.entries()) {
      if (authority !== 'municipality') continue
      const texts = [label?.[words.locale] ?? words.authorities.municipality, '']
      const own = linesOf((line) => line.owner === owner && line.kind !== 'freed-capacity')
      at.add({ key: `department/${name}`, texts, what: heads.net, strong: false, lines: own, part: 'net' })
    }
  }
  economicRow(at, setting, sheet)
  itemResults(compiled, rows, results)
  return budget
}

/** Society: resources × net tax factor, and the citizen's own gain as it is. */
function economicRow(at: YearRows, { compiled, rates, words }: MatrixSetting, sheet: Sheet): void {
  const { netTaxFactor } = rates
  if (netTaxFactor === undefined) return
  at.section(words.heads.economic)
  const counted = compiled.lines.flatMap(({ economic, kind }, index) =>
    economic === 'transfer' && kind !== 'citizen' ? [] : [index],
  )
  const factor = `${sheet.to(netTaxFactor)}*`
  const row = {
    key: 'economic',
    texts: [words.heads.economic, ''],
    what: words.heads.net,
    strong: true,
    part: 'net' as const,
  }
  at.add({ ...row, lines: counted }, (line) => (compiled.lines[line]!.kind === 'citizen' ? '' : factor))
}

/** The cells of the lines themselves. */
function itemResults(compiled: CompiledCase, { sheet, rows }: LineRows, results: Results): void {
  const { years } = compiled
  for (const [index, name] of lineKeys(compiled).entries()) {
    for (const part of partNames) {
      const key = `line/${name}/${part}`
      for (let year = 0; year <= years; year++)
        results.set(`${key}/${year}`, { sheet, row: rows[index]![part], column: firstYearColumn + year })
      results.set(`${key}/total`, { sheet, row: rows[index]![part], column: firstYearColumn + years + 1 })
      results.set(`${key}/present-value`, { sheet, row: rows[index]![part], column: firstYearColumn + years + 2 })
    }
  }
}

/** The municipality's money by month, its saving, the sum so far, and the months in which that is below nothing. */
export type BalanceColumns = { months: MonthSheet; saving: Column; all: Column; cumulated: Column; below: Column }

/** What a krone of each month is worth now, which is that of its year. */
export function factorColumn({ months }: BalanceColumns, matrix: Sheet, { heads }: WorkbookWords): Column {
  const { sheet } = months
  return months.add({
    head: heads.factor,
    style: 'factor',
    cell: (month) => sheet.to({ sheet: matrix, row: factorRow, column: firstYearColumn + Math.ceil(month / 12) }),
  })
}

/** The municipality month by month: a column for each of its lines, their sum, and the sum so far. */
export class BalanceMonths {
  readonly months: MonthSheet
  readonly saving: Column
  private readonly setting: { compiled: CompiledCase; words: WorkbookWords }
  private readonly savings: Column[]

  constructor(
    compiled: CompiledCase,
    terms: readonly LineTerms[],
    words: WorkbookWords,
    name: string = words.sheets.balance,
  ) {
    const { heads, says } = words
    const about = { title: name, note: says.sheetSays.balance, monthHead: heads.month }
    this.setting = { compiled, words }
    this.months = new MonthSheet(name, compiled.months, about)
    this.savings = this.lineColumns(terms, (line) => line.kind === 'cashable')
    this.saving = this.sumColumn(this.savings, heads.saving)
  }

  private lineColumns(terms: readonly LineTerms[], holds: (line: Line) => boolean): Column[] {
    const { compiled, words } = this.setting
    const { months } = this
    return compiled.lines.flatMap((line, index) => {
      if (compiled.owners[line.owner]!.authority !== 'municipality' || line.kind === 'freed-capacity') return []
      if (!holds(line)) return []
      const all = [...terms[index]!.gross, ...terms[index]!.refund]
      const over = line.label[words.locale]
      const head = words.kinds[line.kind]
      return [months.add({ over, head, style: 'money', cell: (month) => termsInMonth(months.sheet, all, month) })]
    })
  }

  private sumColumn(columns: readonly Column[], head: string): Column {
    const { months } = this
    const { sheet } = months
    return months.add({
      head,
      style: 'money-strong',
      cell: (month) => plus(columns.map((column) => sheet.to(inMonth(column, month)))),
    })
  }

  /** Adds the other lines, now that what is paid back is known, the sum, and when it is below nothing. */
  finish(terms: readonly LineTerms[]): BalanceColumns {
    const { heads } = this.setting.words
    const { months } = this
    const { sheet } = months
    const others = this.lineColumns(terms, (line) => line.kind !== 'cashable')
    const all = this.sumColumn([...this.savings, ...others], heads.municipality)
    const cumulated = cumulatedOf(months, all, heads.cumulated)
    const below = months.add({
      head: heads.below,
      style: 'whole',
      cell: (month) => `IF(${sheet.to(inMonth(cumulated, month))}<-0.005,${month},-1)`,
    })
    return { months, saving: this.saving, all, cumulated, below }
  }
}
