/**
 * Sheets with a row for each month of the case, and how what happens in one month spreads over later ones.
 *
 *     row 6 is month 0 on every such sheet, row 7 is month 1 …
 *     spread(starts, stay, 3)  =  SUMPRODUCT(C$6:C9, 'Curves'!D$118:D$121)  =  starts(0)·stay(3) + … + starts(3)·stay(0)
 *
 * A curve says what becomes of somebody k months later. Curves run from the last month to 0, downwards, so that two stretches
 * of the same direction meet: the first month of the case with the oldest part of the curve.
 */
import { type CellContent, type CellStyle, Sheet, type Spot } from './sheet.ts'

const overRow = 2
const topRow = 3
const headRow = 4
export const firstMonthRow = 5

export type Column = { sheet: Sheet; column: number }

export type ColumnOf = {
  /** Over the head, where several columns belong together. */
  over?: string
  head: string
  style: CellStyle
  /** A figure of the whole column, such as a price, above its head. */
  top?: { formula: string; style: CellStyle }
  /** The cell of a month; nothing leaves it empty. */
  cell: (month: number) => CellContent['formula'] | number
}

export class MonthSheet {
  readonly sheet: Sheet
  readonly months: number
  readonly isFalling: boolean
  private next: number

  constructor(
    name: string,
    months: number,
    {
      title,
      note,
      monthHead,
      isFalling = false,
      isWorking = isFalling,
    }: { title: string; note: string; monthHead: string; isFalling?: boolean; isWorking?: boolean },
  ) {
    this.sheet = new Sheet(name, { isWorking })
    this.months = months
    this.isFalling = isFalling
    this.sheet.put(0, 0, { value: title, style: 'title' })
    this.sheet.put(1, 0, { value: note, style: 'quiet' })
    this.sheet.put(headRow, 0, { value: monthHead, style: 'head' })
    for (let month = 0; month <= months; month++) this.sheet.put(this.rowOf(month), 0, { value: month, style: 'whole' })
    this.sheet.widths[0] = 10
    this.sheet.frozen = { rows: firstMonthRow, columns: 1 }
    this.next = 1
  }

  rowOf(month: number): number {
    return firstMonthRow + (this.isFalling ? this.months - month : month)
  }

  add({ over, head, style, top, cell }: ColumnOf): Column {
    const column = this.next++
    const { sheet } = this
    if (over !== undefined) sheet.put(overRow, column, { value: over, style: 'section' })
    if (top !== undefined) sheet.put(topRow, column, top)
    sheet.put(headRow, column, { value: head, style: 'head-right' })
    sheet.widths[column] = 15
    for (let month = 0; month <= this.months; month++) {
      const content = cell(month)
      if (content === undefined) continue
      const kind = typeof content === 'number' ? { value: content } : { formula: content }
      sheet.put(this.rowOf(month), column, { ...kind, style })
    }
    return { sheet, column }
  }

  /** The column that is added next, so that its own cells can name one another. */
  get coming(): Column {
    return { sheet: this.sheet, column: this.next }
  }

  /** Adds a column whose cells are those of another such sheet, each in its row, with its formula written anew. */
  addCopy({ sheet: of, column }: Column, over: string, anew: (formula: string) => string): Column {
    const own = this.next++
    const { sheet } = this
    for (let row = topRow; row <= firstMonthRow + this.months; row++) {
      const cell = of.at(row, column)
      if (cell === undefined) continue
      sheet.put(row, own, cell.formula === undefined ? cell : { ...cell, formula: anew(cell.formula) })
    }
    if (over !== '') sheet.put(overRow, own, { value: over, style: 'section' })
    sheet.widths[own] = 15
    return { sheet, column: own }
  }

  /** How many columns there are, that of the months included. */
  get width(): number {
    return this.next
  }

  /** What stands over a column, or over the columns that it belongs with. */
  overOf(column: number): string {
    for (let at = column; at > 0; at--) {
      const value = this.sheet.at(overRow, at)?.value
      if (value !== undefined) return String(value)
    }
    return ''
  }

  at({ sheet, column }: Column, month: number): Spot {
    return { sheet, row: this.rowOf(month), column }
  }

  top({ sheet, column }: Column): Spot {
    return { sheet, row: topRow, column }
  }
}

/** The cell of a month on a sheet whose months run down. */
export const inMonth = ({ sheet, column }: Column, month: number): Spot => ({
  sheet,
  row: firstMonthRow + month,
  column,
})

/** The months `from` to `through` of a column, as a formula of sheet `on` names them. */
export const overMonths = (on: Sheet, { sheet, column }: Column, from: number, through: number): string =>
  on.down(sheet, column, firstMonthRow + from, firstMonthRow + through)

/** What has become, by a month, of all who came in that month and before. */
export function spread(on: Sheet, came: Column, curve: { of: MonthSheet; column: Column }, month: number): string {
  const { of, column } = curve
  const curveRange = on.down(column.sheet, column.column, of.rowOf(month), of.rowOf(0))
  return `SUMPRODUCT(${overMonths(on, came, 0, month)},${curveRange})`
}

/** `(1 − risk)^k`, with nothing to the power of nothing as 1. */
export const keptAfter = (risk: string, k: number): string => (k === 0 ? '1' : `(1-${risk})^${k}`)
