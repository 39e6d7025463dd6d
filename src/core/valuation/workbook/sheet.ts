/**
 * A workbook as data: sheets of cells, each a text, a number or a formula, and how it looks.
 *
 *     const price = sheet.put(4, 1, { value: 192000, style: 'money-input' })
 *     sheet.put(5, 1, { formula: `${sheet.to(price)}*2`, style: 'money' })          B6: =$B$5*2
 *     other.to(price)                                                               Inputs!$B$5
 *
 * Rows and columns count from 0 here and from 1 and A on the sheet. Formulas are written as the file format has them: English
 * names, commas between arguments, points in numbers. The case that surprises: a formula has no value of its own until
 * `evaluate.ts` has worked it out, so a formula that is wrong is seen before the file is written.
 */
import { assert } from '../../base/index.ts'

export type CellStyle =
  | 'text'
  | 'quiet'
  | 'title'
  | 'head'
  | 'head-right'
  | 'section'
  | 'wrap'
  | 'money'
  | 'money-strong'
  | 'money-total'
  | 'ore'
  | 'number'
  | 'decimal'
  | 'people'
  | 'share'
  | 'factor'
  | 'whole'
  | 'month'
  | 'day'
  | 'text-input'
  | 'money-input'
  | 'number-input'
  | 'share-input'
  | 'percent-input'
  | 'day-input'

export type CellContent = { value?: number | string; formula?: string; style: CellStyle }

export type Spot = { sheet: Sheet; row: number; column: number }

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (column % 26))
}

export const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** What names a cell of another sheet begins with: its name, in quotes where they are needed. */
export const prefixOf = (name: string): string =>
  /^[A-Za-z]{4,}$/.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`

export class Sheet {
  readonly cells: (CellContent | undefined)[][] = []
  readonly name: string
  widths: number[] = []
  /** The words that a cell offers to choose from, by its address; something else may stand in it. */
  readonly offered = new Map<string, readonly string[]>()
  /** Rows above and columns left of the part that scrolls. */
  frozen = { rows: 0, columns: 0 }
  /** Working sheets stand last and have a quiet tab. */
  readonly isWorking: boolean
  /** Printed on one page. */
  isForPrint = false

  constructor(name: string, { isWorking = false } = {}) {
    this.name = name
    this.isWorking = isWorking
  }

  put(row: number, column: number, content: CellContent): Spot {
    const cells = (this.cells[row] ??= [])
    cells[column] = content
    return { sheet: this, row, column }
  }

  /** A list of words in a cell: at most 255 letters together, and no word with a comma, as the file format has it. */
  offer(row: number, column: number, words: readonly string[]): void {
    assert(
      words.join(',').length <= 255 && words.every((word) => !word.includes(',')),
      'a list in a cell is short, and its words have no commas',
    )
    this.offered.set(addressOf(row, column), words)
  }

  /** Texts in a row, from a column on. */
  heads(row: number, heads: readonly string[], style: CellStyle = 'head', column = 0): void {
    for (const [index, value] of heads.entries()) this.put(row, column + index, { value, style })
  }

  at(row: number, column: number): CellContent | undefined {
    return this.cells[row]?.[column]
  }

  get prefix(): string {
    return prefixOf(this.name)
  }

  /** The spot as a formula of this sheet names it. */
  to({ sheet, row, column }: Spot): string {
    const address = `$${columnLetters(column)}$${row + 1}`
    return sheet === this ? address : `${sheet.prefix}${address}`
  }

  /** The same without holding the row and the column fast: shorter, where there are very many. */
  near({ sheet, row, column }: Spot): string {
    const address = addressOf(row, column)
    return sheet === this ? address : `${sheet.prefix}${address}`
  }

  /** A stretch of one column, both rows included. */
  down(sheet: Sheet, column: number, from: number, through: number): string {
    const letters = columnLetters(column)
    const address = `${letters}$${from + 1}:${letters}$${through + 1}`
    return sheet === this ? address : `${sheet.prefix}${address}`
  }

  /** A stretch of one row, both columns included. */
  across(sheet: Sheet, row: number, from: number, through: number): string {
    const address = `$${columnLetters(from)}${row + 1}:$${columnLetters(through)}${row + 1}`
    return sheet === this ? address : `${sheet.prefix}${address}`
  }
}

/** Terms added up; nothing is 0. */
export const plus = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join('+'))
