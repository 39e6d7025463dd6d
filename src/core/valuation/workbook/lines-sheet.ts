/**
 * Item by item, owner by owner and year by year: gross, refund and net of every line, as formulas of the sheets by month.
 *
 * A line's money is a few terms, such as 0.7 × what is saved by month; the same terms give its year and its month.
 */
import { type CompiledCase, type Line } from '../case/compiled.ts'
import { type Costs } from './costs-sheet.ts'
import { type Effects } from './effects-sheet.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, inMonth, overMonths } from './months.ts'
import { Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type Term = { weight: (on: Sheet) => string; column: Column }
export type LineTerms = { gross: Term[]; refund: Term[] }

export type LineSetting = {
  compiled: CompiledCase
  inputs: Inputs
  costs: Costs
  effects: Effects
  paid: Column | undefined
}

const weighing = (text: string) => (): string => text

/** What makes up each line of the case, in the order of its lines. */
export function termsOf(setting: LineSetting): LineTerms[] {
  const { compiled } = setting
  const terms = compiled.lines.map((): LineTerms => ({ gross: [], refund: [] }))
  costTerms(setting, terms)
  effectTerms(setting, terms)
  const { repayment } = compiled
  if (repayment !== undefined && setting.paid !== undefined) {
    const column = setting.paid
    const { repayment: file } = compiled.file.finance[compiled.mode === 'pool' ? 'pool' : 'investor']!
    for (const { line, owner } of repayment.payers) {
      const share = setting.inputs.spot(`${file.path}.payers.${compiled.owners[owner]!.name}`)
      terms[line]!.gross.push({ weight: (on) => `-${on.to(share)}*`, column })
    }
    terms[repayment.financierLine]!.gross.push({ weight: weighing(''), column })
  }
  return terms
}

function costTerms({ compiled, costs }: LineSetting, terms: LineTerms[]): void {
  for (const { name, line, stateLine, sharerLine, vatBackLine, grant } of compiled.costs) {
    const { gross, refund, charged, taken } = costs.columns.get(name)!
    const add = (to: number | undefined, part: keyof LineTerms, weight: string, column: Column | undefined): void => {
      if (to !== undefined && column !== undefined) terms[to]![part].push({ weight: weighing(weight), column })
    }
    add(line, 'gross', '-', gross)
    add(stateLine, 'gross', '', charged)
    if (sharerLine !== undefined) {
      add(line, 'refund', '', refund)
      add(sharerLine, 'refund', '-', refund)
    }
    if (vatBackLine !== undefined) {
      add(vatBackLine, 'refund', '', charged)
      add(stateLine, 'refund', '-', charged)
    }
    if (grant === undefined) continue
    add(grant.line, 'refund', '-', taken)
    add(stateLine, 'refund', '', taken)
  }
}

function effectTerms({ compiled, inputs, effects }: LineSetting, terms: LineTerms[]): void {
  for (const { name, owners, state, perUse } of compiled.consequences) {
    const { all, late } = effects.columns.get(name)!
    const file = compiled.file.consequences.get(name)!
    const { cashable } = file
    const cashed = (on: Sheet): string => (cashable === undefined ? '' : `${inputs.input(cashable.share, on)}*`)
    /** One part of what is saved, on the line of what is cashed and on that of what is only freed. */
    const add = (
      { line, freedLine }: { line: number; freedLine: number | undefined },
      part: keyof LineTerms,
      of: 'gross' | 'refund' | 'charged',
      { sign, share }: { sign: '' | '-'; share: Term['weight'] },
    ): void => {
      const [allColumn, lateColumn] = [all[of], late[of]]
      if (allColumn === undefined || lateColumn === undefined) return
      const other = sign === '' ? '-' : ''
      terms[line]![part].push({ weight: (on) => sign + share(on) + cashed(on), column: lateColumn })
      if (freedLine === undefined) return
      terms[freedLine]![part].push({ weight: (on) => sign + share(on), column: allColumn })
      terms[freedLine]![part].push({ weight: (on) => other + share(on) + cashed(on), column: lateColumn })
    }
    const whole = (): string => ''
    const backShares: Term['weight'][] = []
    for (const { line, freedLine, getsVatBack } of owners) {
      const owner = compiled.owners[compiled.lines[line]!.owner]!.name
      const share = (on: Sheet): string => `${on.to(inputs.spot(`${file.path}.owners.${owner}`))}*`
      add({ line, freedLine }, 'gross', 'gross', { sign: '', share })
      if (perUse === undefined) add({ line, freedLine }, 'refund', 'refund', { sign: '-', share })
      if (!getsVatBack) continue
      add({ line, freedLine }, 'refund', 'charged', { sign: '-', share })
      backShares.push(share)
    }
    if (perUse !== undefined && all.refund !== undefined) {
      terms[perUse.payer]!.refund.push({ weight: whole, column: all.refund })
      terms[perUse.receiver]!.refund.push({ weight: weighing('-'), column: all.refund })
    }
    if (state === undefined) continue
    if (perUse === undefined) add(state, 'refund', 'refund', { sign: '', share: whole })
    add(state, 'gross', 'charged', { sign: '-', share: whole })
    for (const share of backShares) add(state, 'refund', 'charged', { sign: '', share })
  }
}

const added = (terms: readonly string[]): string => {
  return terms.length === 0
    ? '0'
    : terms
        .map((term) => (term.startsWith('-') ? term : `+${term}`))
        .join('')
        .replace(/^\+/, '')
}

/** Terms in one month of the case. */
export const termsInMonth = (on: Sheet, terms: readonly Term[], month: number): string =>
  added(terms.map(({ weight, column }) => weight(on) + on.to(inMonth(column, month))))

/** Terms in one year; year 0 is month 0. */
function termsInYear(on: Sheet, terms: readonly Term[], year: number): string {
  const [from, through] = year === 0 ? [0, 0] : [12 * year - 11, 12 * year]
  return added(terms.map(({ weight, column }) => `${weight(on)}SUM(${overMonths(on, column, from, through)})`))
}

export const firstYearColumn = 6

/** What names each line: its item, owner and kind, and a number where a case has several such. */
export function lineKeys({ lines, owners }: CompiledCase): string[] {
  const met = new Map<string, number>()
  return lines.map(({ item, owner, kind }) => {
    const key = `${item}/${owners[owner]!.name}/${kind}`
    const count = (met.get(key) ?? 0) + 1
    met.set(key, count)
    return count === 1 ? key : `${key}/${count}`
  })
}

export type Part = 'gross' | 'refund' | 'net'
export type LineRows = { sheet: Sheet; rows: Record<Part, number>[]; factorRow: number }

/** The rows of years: heads, the years of the calendar, and the discount factors where present values are wanted. */
export const partNames: readonly Part[] = ['gross', 'refund', 'net']

export function ownerLabel({ owners }: CompiledCase, line: Line, words: WorkbookWords): string {
  const { label, authority } = owners[line.owner]!
  return label?.[words.locale] ?? words.authorities[authority]
}

/** Every line of the case; `factors` are the discount factors by year. */
export function linesSheet(
  compiled: CompiledCase,
  terms: readonly LineTerms[],
  factors: (on: Sheet) => string,
  words: WorkbookWords,
): LineRows {
  const { heads, sheets, says, locale } = words
  const sheet = new Sheet(sheets.items)
  const { years } = compiled
  sheet.put(0, 0, { value: sheets.items, style: 'title' })
  sheet.put(1, 0, { value: says.sheetSays.items, style: 'quiet' })
  const headRow = 3
  sheet.heads(headRow, [heads.item, heads.owner, heads.kind, heads.scenarioColumn, heads.ceiling, heads.what])
  for (let year = 0; year <= years; year++)
    sheet.put(headRow, firstYearColumn + year, { value: `${heads.caseYear} ${year}`, style: 'head-right' })
  sheet.put(headRow, firstYearColumn + years + 1, { value: heads.total, style: 'head-right' })
  sheet.put(headRow, firstYearColumn + years + 2, { value: heads.presentValue, style: 'head-right' })
  sheet.widths = [42, 26, 20, 10, 14, 10, ...Array.from({ length: years + 3 }, () => 14)]
  sheet.frozen = { rows: headRow + 1, columns: 2 }
  let row = headRow + 1
  const rows = compiled.lines.map((line, index) => {
    const at = { gross: row, refund: row + 1, net: row + 2 }
    row += 3
    const texts = [
      line.label[locale],
      ownerLabel(compiled, line, words),
      words.kinds[line.kind],
      heads[line.scenario],
      heads[line.ceiling],
    ]
    for (const part of partNames) {
      for (const [column, value] of texts.entries())
        sheet.put(at[part], column, { value, style: part === 'gross' ? 'text' : 'quiet' })
      sheet.put(at[part], 5, { value: heads[part], style: 'text' })
      for (let year = 0; year <= years; year++) {
        const cell = (of: Part): string => sheet.to({ sheet, row: at[of], column: firstYearColumn + year })
        const formula =
          part === 'net' ? `${cell('gross')}+${cell('refund')}` : termsInYear(sheet, terms[index]![part], year)
        sheet.put(at[part], firstYearColumn + year, { formula, style: part === 'net' ? 'money-strong' : 'money' })
      }
      sums(sheet, at[part], years, factors(sheet))
    }
    return at
  })
  return { sheet, rows, factorRow: headRow }
}

/** The total and the present value at the end of a row of years. */
export function sums(sheet: Sheet, row: number, years: number, factors: string): { total: Spot; presentValue: Spot } {
  const all = sheet.across(sheet, row, firstYearColumn, firstYearColumn + years)
  const total = sheet.put(row, firstYearColumn + years + 1, { formula: `SUM(${all})`, style: 'money-strong' })
  const formula = `SUMPRODUCT(${all},${factors})`
  const presentValue = sheet.put(row, firstYearColumn + years + 2, { formula, style: 'money-strong' })
  return { total, presentValue }
}
