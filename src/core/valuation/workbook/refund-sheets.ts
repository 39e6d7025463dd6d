/**
 * What the state refunds of a course of use, as formulas: the dated rules, month by month, for whoever succeeded in each month.
 *
 *     ladder, shelter, support at home    a row for each month of success, a column for each later month: the share that is refunded
 *     central, crisis centre              depend on the calendar month and the use alone, so people are counted by their use
 *
 * Each grid is read as one sentence: somebody who succeeded in the month of the row is, in the month of the column, so many weeks
 * on support, and the state pays this share. Laws that change within a month, and 52 weeks of self-support that lie more than
 * three years apart, are not in the formulas; a case where that matters is not written (see `case-workbook.ts`).
 */
import { type SharingRule } from '../rules/index.ts'
import { type LawMonths, refundOf } from './law-sheet.ts'
import { type Column, type MonthSheet, inMonth, overMonths, spread } from './months.ts'
import { Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type CourseRefund = {
  rule: SharingRule
  /** Units by months after success, and the same from the month in which savings can be cashed. */
  units: Column
  lateUnits: Column
  /** The places of the units of each stretch of the course, and the curves that say who is in it. */
  stretches: { units: string; inside: Column; lateInside: Column }[]
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
  /** Who succeeded, or started, by month. */
  came: Column
  price: string
  /** How much of the price a rule with limits sees in a month, where there is VAT in it: what comes back as VAT is not refunded again. */
  counted: ((month: number) => string) | undefined
  title: string
  name: string
}

/** Rules that look at how large an amount is: what they bear of a part of it is no part of what they bear of it all. */
export const hasLimits = (rule: SharingRule): boolean => rule === 'central' || rule === 'health-cofinancing'

const countedPrice = ({ price, counted }: RefundSetting, month: number): string =>
  counted === undefined ? price : `${price}*${counted(month)}`

/** What is refunded of the course in a month, as a formula; and the sheet behind it, where there is one. */
export type RefundFormulas = { refund: (month: number, isLate: boolean) => string; sheets: Sheet[] }

export function refundFormulas(setting: RefundSetting, course: CourseRefund): RefundFormulas {
  const { rule } = course
  if (rule === 'central') return centralFormulas(setting, course)
  if (rule === 'crisis-centre') return crisisFormulas(setting, course)
  if (rule === 'health-cofinancing') return cofinancingFormulas(setting, course)
  const grid = new Grid(setting, course)
  const share = { 'refund-ladder': ladder, shelter, 'support-at-home': supportAtHome }[rule](grid, setting, course)
  const { on, came, curves, price } = setting
  const refund = (month: number, isLate: boolean): string => {
    if (month === 0) return '0'
    const used = isLate ? course.lateUnits : course.units
    const shares = on.down(grid.sheet, grid.columnOf(month), share, share + month - 1)
    const units = on.down(used.sheet, used.column, curves.rowOf(month), curves.rowOf(1))
    return `${price}*SUMPRODUCT(${overMonths(on, came, 0, month - 1)},${shares},${units})`
  }
  return { refund, sheets: [grid.sheet] }
}

function crisisFormulas({ law, curves, words, on, came, price }: RefundSetting, course: CourseRefund): RefundFormulas {
  const share = law.figure('crisis-centre', 'state-share', words.heads.stateShare)
  const refund = (month: number, isLate: boolean): string => {
    const column = isLate ? course.lateUnits : course.units
    return `${price}*${on.to(inMonth(share, month))}/100*${spread(on, came, { of: curves, column }, month)}`
  }
  return { refund, sheets: [] }
}

/** Each use is shared by itself: a share of the price, and no more than the limit where the law has one. */
function cofinancingFormulas(setting: RefundSetting, { service = '', units, lateUnits }: CourseRefund): RefundFormulas {
  const { law, curves, words, on, came } = setting
  const share = law.figure('health-cofinancing', service, words.heads.cofinanced)
  const limit = law.hasFigure('health-cofinancing', `${service}-max`)
    ? law.figure('health-cofinancing', `${service}-max`, words.heads.limitPerUse)
    : undefined
  const refund = (month: number, isLate: boolean): string => {
    const borne = `${countedPrice(setting, month)}*${on.to(inMonth(share, month))}/100`
    const most = limit === undefined ? '0' : on.to(inMonth(limit, month))
    const each = limit === undefined ? borne : `IF(${most}>0,MIN(${borne},${most}),${borne})`
    const used = isLate ? lateUnits : units
    return `(${each})*${spread(on, came, { of: curves, column: used }, month)}`
  }
  return { refund, sheets: [] }
}

const monthsOfYear = 12

function centralFormulas(setting: RefundSetting, course: CourseRefund): RefundFormulas {
  const { law, curves, on, came } = setting
  const steps = law.shareSteps('central', (from) => `${from}/${monthsOfYear}`)
  const refund = (month: number, isLate: boolean): string => {
    const terms = course.stretches.map(({ units, inside, lateInside }) => {
      const column = isLate ? lateInside : inside
      const inForce = steps.map(({ bound, added }) => {
        return { bound: on.to(inMonth(bound, month)), added: on.to(inMonth(added, month)) }
      })
      const each = refundOf(inForce, `${countedPrice(setting, month)}*${units}`)
      return `${spread(on, came, { of: curves, column }, month)}*(${each})`
    })
    return terms.join('+')
  }
  return { refund, sheets: [] }
}

/**
 * The law of each month along the top, and blocks below it, each with a row for every month of success and a column for every month
 * after it.
 */
class Grid {
  readonly sheet: Sheet
  private nextRow: number
  private lawRow = 4
  private readonly setting: RefundSetting
  private readonly course: CourseRefund
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
    sheet.frozen = { rows: 4, columns: 1 }
    sheet.put(3, 0, { value: words.heads.month, style: 'head' })
    for (let month = 1; month <= months; month++)
      sheet.put(3, this.columnOf(month), { value: month, style: 'head-right' })
    this.nextRow = this.lawRow + lawRowsMost
    this.days = this.lawOf(law.days, words.heads.daysInMonth, 'whole')
    this.mondays = this.lawOf(law.mondays, words.heads.mondays, 'whole')
  }

  columnOf(month: number): number {
    return month
  }

  /** Brings a figure of each month to the top of the sheet; gives its row. */
  lawOf(column: Column, title: string, style: 'whole' | 'factor' | 'number'): number {
    const row = this.lawRow++
    const { sheet } = this
    sheet.put(row, 0, { value: title, style: 'text' })
    for (let month = 1; month <= this.setting.months; month++)
      sheet.put(row, this.columnOf(month), { formula: sheet.near(inMonth(column, month)), style })
    return row
  }

  /** Adds a block; gives the row of success in month 0. `cell` has the spots of the months before, of this and earlier blocks. */
  block(title: string, style: 'whole' | 'factor', cell: (at: GridCell) => string): number {
    const { months, words } = this.setting
    const { sheet } = this
    sheet.put(this.nextRow - 2, 0, { value: title, style: 'section' })
    sheet.put(this.nextRow - 1, 0, { value: words.heads.successIn, style: 'head' })
    const top = this.nextRow
    for (let success = 0; success < months; success++) {
      sheet.put(top + success, 0, { value: success, style: 'whole' })
      for (let month = success + 1; month <= months; month++)
        sheet.put(top + success, this.columnOf(month), { formula: cell(this.cell(success, month)), style })
    }
    this.nextRow = top + months + 4
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
      law,
      days: daysUsed(law(this.days), units, course.daysPerUnit),
      mondays: law(this.mondays),
    }
  }

  get next(): number {
    return this.nextRow
  }
}

/** Room at the top for the law: the calendar, and two rows for each step of the longest ladder. */
const lawRowsMost = 24

type GridCell = {
  month: number
  units: string
  isFirst: boolean
  own: (block: number) => string
  before: (block: number) => string
  /** The figure of the month in a row of the law. */
  law: (row: number) => string
  days: string
  mondays: string
}

/** The first days of the month, as many as its units are of a price for a day or a week, and all of them otherwise. */
function daysUsed(inMonth: string, units: string, each: number | undefined): string {
  const days = each === 1 ? units : `${units}*${String(each)}`
  const used = each === undefined ? inMonth : `MIN(${inMonth},MAX(1,ROUND(${days},0)))`
  return `IF(${units}>0,${used},0)`
}

function ladder(grid: Grid, { law, words }: RefundSetting, { weeksBefore }: CourseRefund): number {
  const { heads } = words
  const restart = grid.lawOf(
    law.figure('refund-ladder', 'restart-weeks', heads.selfSupport),
    heads.selfSupport,
    'number',
  )
  const steps = law
    .shareSteps('refund-ladder', (from) => `${from}-1`)
    .map(({ bound, added }, step) => ({
      bound: grid.lawOf(bound, `${heads.limit} ${step + 1}`, 'number'),
      added: grid.lawOf(added, `${heads.stateShare} ${step + 1}`, 'factor'),
    }))
  const own = grid.next
  const selfSupport = grid.block(heads.selfSupport, 'whole', ({ units, isFirst, before, mondays, law: of }) => {
    const so = isFirst ? '0' : before(own)
    return `IF(${units}>0,${so},MOD(${so}+${mondays},${of(restart)}))`
  })
  const ownWeeks = grid.next
  const weeks = grid.block(heads.weeks, 'whole', ({ units, isFirst, before, mondays, law: of }) => {
    const so = isFirst ? weeksBefore : before(ownWeeks)
    const self = isFirst ? '0' : before(selfSupport)
    return `IF(${units}>0,${so}+${mondays},IF(${self}+${mondays}>=${of(restart)},0,${so}))`
  })
  return grid.block(heads.stateShare, 'factor', ({ units, own: at, mondays, law: of }) => {
    const end = at(weeks)
    const terms = steps.map(({ bound, added }) => {
      return `${of(added)}*(MAX(0,${end}-${of(bound)})-MAX(0,${end}-${mondays}-${of(bound)}))`
    })
    return `IF(${units}>0,(${terms.join('+')})/${mondays},0)`
  })
}

function shelter(grid: Grid, { law, words }: RefundSetting, _course: CourseRefund): number {
  const { heads } = words
  const share = grid.lawOf(law.figure('shelter', 'state-share', heads.stateShare), heads.stateShare, 'number')
  const cap = law.hasFigure('shelter', 'cap-days')
    ? grid.lawOf(law.figure('shelter', 'cap-days', heads.capDays), heads.capDays, 'whole')
    : undefined
  const ownEnds = grid.next
  const ends = grid.block(heads.yearEnds, 'whole', ({ month, days, isFirst, before, law: of }) => {
    const so = isFirst ? '0' : before(ownEnds)
    if (cap === undefined) return so
    return `IF(OR(${days}=0,${of(cap)}=0),${so},IF(${month}>=${so},${month + monthsOfYear},${so}))`
  })
  const ownUsed = grid.next
  const used = grid.block(heads.daysUsed, 'whole', ({ month, days, isFirst, before, law: of }) => {
    const [so, until] = isFirst ? ['0', '0'] : [before(ownUsed), before(ends)]
    if (cap === undefined) return so
    return `IF(OR(${days}=0,${of(cap)}=0),${so},${days}+IF(${month}>=${until},0,${so}))`
  })
  return grid.block(heads.stateShare, 'factor', ({ days, own, law: of }) => {
    const state = `${of(share)}/100`
    if (cap === undefined) return `IF(${days}=0,0,${state})`
    const refunded = `MAX(0,MIN(${of(cap)},${own(used)})-(${own(used)}-${days}))/${days}`
    return `IF(${days}=0,0,IF(${of(cap)}=0,${state},${state}*${refunded}))`
  })
}

function supportAtHome(grid: Grid, { law, words }: RefundSetting, _course: CourseRefund): number {
  const { heads } = words
  const share = grid.lawOf(law.figure('support-at-home', 'state-share', heads.stateShare), heads.stateShare, 'number')
  const years = grid.lawOf(law.figure('support-at-home', 'window-years', heads.windowEnds), heads.windowEnds, 'number')
  const own = grid.next
  const ends = grid.block(heads.windowEnds, 'whole', ({ month, units, isFirst, before, law: of }) => {
    const so = isFirst ? '0' : before(own)
    const begins = `AND(${units}>0,${of(share)}>0,${so}=0)`
    return `IF(${begins},${month}+${monthsOfYear}*${of(years)},${so})`
  })
  return grid.block(heads.stateShare, 'factor', ({ month, units, own: at, law: of }) => {
    return `IF(AND(${units}>0,${month}<${at(ends)}),${of(share)}/100,0)`
  })
}
