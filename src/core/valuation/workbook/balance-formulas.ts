/** When an authority's money is back, as formulas of its money by month: the rules of `balance.ts`. */
import { type CompiledCase } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { overMonths } from './months.ts'
import { type BalanceColumns } from './results-sheets.ts'
import { type Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type BalanceFigure =
  'break-even-month' | 'break-even-year' | 'break-even-calendar-year' | 'deepest' | 'deepest-month'

export type BalanceSetting = {
  compiled: CompiledCase
  inputs: Inputs
  balance: BalanceColumns
  words: WorkbookWords
}

/** Puts the figures, each where `put` says; the first month from which the money is back and stays back is a word when it is never. */
export function putBalance(
  { compiled, inputs, balance, words }: BalanceSetting,
  sheet: Sheet,
  put: (figure: BalanceFigure, formula: string, style: 'ore' | 'whole') => Spot,
): void {
  const { months } = compiled
  const last = `MAX(${overMonths(sheet, balance.below, 0, months)})`
  const never = `"${words.heads.never}"`
  const name = sheet.to(put('break-even-month', `IF(${last}>=${months},${never},${last}+1)`, 'whole'))
  put('break-even-year', `IF(ISNUMBER(${name}),INT((${name}+11)/12),${never})`, 'whole')
  const start = sheet.to(inputs.text('starts'))
  const calendar = `VALUE(LEFT(${start},4))+INT((VALUE(RIGHT(${start},2))-1+MAX(0,${name}-1))/12)`
  put('break-even-calendar-year', `IF(ISNUMBER(${name}),${calendar},${never})`, 'whole')
  const cumulated = overMonths(sheet, balance.cumulated, 0, months)
  const deepest = sheet.to(put('deepest', `MIN(0,MIN(${cumulated}))`, 'ore'))
  put('deepest-month', `IF(${deepest}<0,MATCH(${deepest},${cumulated},0)-1,0)`, 'whole')
}

/** The first year from which what stands in the column is never below nothing again; the rows are those of year 0 and on. */
export function paybackFormula(below: string, years: number, { heads }: WorkbookWords): string {
  return `IF(MAX(${below})>=${years},"${heads.never}",MAX(${below})+1)`
}
