/**
 * A sheet of what becomes of somebody by the month in which they began: the law of each month along the top, and blocks below it, each
 * with a row for every month of success and a column for every month after it.
 *
 *     somebody who succeeded in the month of the row is, in the month of the column, so many weeks on support
 */
import { type SharingRule } from '../rules/index.ts'
import { type LawMonths, type LawPiece } from './law-sheet.ts'
import { type Column, type MonthSheet, inMonth } from './months.ts'
import { Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

/** What a rule bears of a course: of what somebody uses after a success, or of what is paid for somebody. */
export type CourseRefund = {
  rule: SharingRule
  /** Units by months after success, and the same from the month in which savings can be cashed. */
  units: Column
  lateUnits: Column
  /** How many stretches of the same units there are, those after the last with none included. */
  stretchCount: number
  /** For how many months there can be units at all; nothing where there is no end to it. */
  reach?: number | undefined
  /**
   * The places of the units of each stretch of the course, and the curves that say who is in it. `besides` are units of others in the same
   * case, whose part of what is borne is not counted.
   */
  stretches: { units: string; besides?: string | undefined; inside: Column; lateInside: Column }[]
  /** How many days a unit is; without it, a unit is all of its month. */
  daysPerUnit: number | undefined
  weeksBefore: string
  service?: string | undefined
}

export type RefundSetting = {
  law: LawMonths
  curves: MonthSheet
  months: number
  words: WorkbookWords
  /** The sheet on which the refund is asked for. */
  on: Sheet
  /**
   * How many there are in a month, of all who began in months 0 to the one before: the stretches of one of them are multiplied with
   * `by`, which tell of each of those months in that order.
   */
  people: (month: number, by: readonly string[]) => string
  price: string
  /** How much of the price a rule with limits sees in a month, where there is VAT in it: what comes back as VAT is not refunded again. */
  counted: ((month: number) => string) | undefined
  title: string
  name: string
}

/** A cell of a block, and how it names what it needs. */
export type GridCell = {
  month: number
  units: string
  isFirst: boolean
  /** The cell of the same row in a block, in the same month and in the one before. */
  own: (block: number) => string
  before: (block: number) => string
  /** The row of a block, from its left edge through the month before. */
  rowBefore: (block: number) => string
  /** The figure of the month in a row of the law. */
  law: (row: number) => string
  /** The first day of the month, the days that are used of it, and its Mondays. */
  from: string
  days: string
  mondays: string
}

/** Room at the top for the law of most rules. */
const lawRowsLeast = 24
const lawTop = 4

export class Grid {
  readonly sheet: Sheet
  private readonly blocks: number[] = []
  private lawRow = lawTop
  private readonly setting: RefundSetting
  private readonly course: CourseRefund
  private readonly from: number
  private readonly days: number
  private readonly mondays: number

  constructor(setting: RefundSetting, course: CourseRefund) {
    this.setting = setting
    this.course = course
    const { words, title, name, law, months } = setting
    this.sheet = new Sheet(name, { isWorking: true })
    const { sheet } = this
    sheet.widths = [30, ...Array.from({ length: months }, () => 8)]
    sheet.put(0, 0, { value: title, style: 'title' })
    sheet.put(1, 0, { value: words.ruleNotes[course.rule], style: 'quiet' })
    sheet.frozen = { rows: lawTop, columns: 1 }
    sheet.put(lawTop - 1, 0, { value: words.heads.month, style: 'head' })
    for (let month = 1; month <= months; month++)
      sheet.put(lawTop - 1, this.columnOf(month), { value: month, style: 'head-right' })
    this.from = this.lawOf(law.pieces(course.rule)[0]!.from, words.heads.day, 'day')
    this.days = this.lawOf(law.days, words.heads.daysInMonth, 'whole')
    this.mondays = this.lawOf(law.mondays, words.heads.mondays, 'whole')
  }

  columnOf(month: number): number {
    return month
  }

  /** Brings a figure of each month to the top of the sheet, before there is any block; gives its row. */
  lawOf(column: Column, title: string, style: 'whole' | 'factor' | 'number' | 'day'): number {
    const row = this.lawRow++
    const { sheet } = this
    sheet.put(row, 0, { value: title, style: 'text' })
    for (let month = 1; month <= this.setting.months; month++)
      sheet.put(row, this.columnOf(month), { formula: sheet.near(inMonth(column, month)), style })
    return row
  }

  /** The row of success in month 0 of the block that is added next, or of one so many blocks later. */
  coming(later = 0): number {
    const first = Math.max(lawTop + lawRowsLeast, this.lawRow + 3)
    return first + (this.blocks.length + later) * (this.setting.months + 4)
  }

  /** Adds a block; gives the row of success in month 0. `cell` has the spots of the months before, of this and other blocks. */
  block(title: string, style: 'whole' | 'factor' | 'day', cell: (at: GridCell) => string): number {
    const { months, words } = this.setting
    const { reach = months } = this.course
    const { sheet } = this
    const top = this.coming()
    this.blocks.push(top)
    sheet.put(top - 2, 0, { value: title, style: 'section' })
    sheet.put(top - 1, 0, { value: words.heads.successIn, style: 'head' })
    for (let success = 0; success < months; success++) {
      sheet.put(top + success, 0, { value: success, style: 'whole' })
      for (let month = success + 1; month <= Math.min(months, success + reach); month++)
        sheet.put(top + success, this.columnOf(month), { formula: cell(this.cell(success, month)), style })
    }
    return top
  }

  private cell(success: number, month: number): GridCell {
    const { curves } = this.setting
    const { sheet, course } = this
    const spot = (block: number, at: number): Spot => ({ sheet, row: block + success, column: this.columnOf(at) })
    const units = sheet.near(curves.at(course.units, month - success))
    const law = (row: number): string => sheet.near({ sheet, row, column: this.columnOf(month) })
    return {
      month,
      units,
      isFirst: month === success + 1,
      own: (block) => sheet.near(spot(block, month)),
      before: (block) => sheet.near(spot(block, month - 1)),
      rowBefore: (block) => sheet.across(sheet, block + success, 0, this.columnOf(month - 1)),
      law,
      from: law(this.from),
      days: daysUsed(law(this.days), units, course.daysPerUnit),
      mondays: law(this.mondays),
    }
  }

  /** The first day of each later piece of a month, as rows of the law; the first piece begins with the month. */
  pieceRows(pieces: readonly LawPiece[]): (number | undefined)[] {
    const { heads } = this.setting.words
    return pieces.map(({ index, from }) =>
      index === 0 ? undefined : this.lawOf(from, `${heads.validFrom} ${index + 1}`, 'day'),
    )
  }
}

/** The first days of the month, as many as its units are of a price for a day or a week, and all of them otherwise. */
function daysUsed(inMonth: string, units: string, each: number | undefined): string {
  const days = each === 1 ? units : `${units}*${String(each)}`
  const used = each === undefined ? inMonth : `MIN(${inMonth},MAX(1,ROUND(${days},0)))`
  return `IF(${units}>0,${used},0)`
}
