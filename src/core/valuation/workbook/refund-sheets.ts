/**
 * What the state refunds of a course of use, as formulas: the dated rules, month by month, for whoever succeeded in each month.
 *
 *     ladder, shelter, support at home    a row for each month of success, a column for each later month: the share that is refunded
 *     central, crisis centre              depend on the calendar month and the use alone, so people are counted by their use
 *
 * Each grid is read as one sentence: somebody who succeeded in the month of the row is, in the month of the column, so many weeks
 * on support, and the state pays this share. A cost that a rule is run on for each person is asked in the same way: whoever began in
 * a month is somebody who succeeded in the month before it.
 */
import { type SharingRule } from '../rules/index.ts'
import { crisisCentre, ladder, shelter, supportAtHome } from './grid-rules.ts'
import { refundOf } from './law-sheet.ts'
import { type Column, inMonth } from './months.ts'
import { type CourseRefund, Grid, type RefundSetting } from './refund-grid.ts'
import { type Sheet, plus } from './sheet.ts'

/** Rules that look at how large an amount is: what they bear of a part of it is no part of what they bear of it all. */
export const hasLimits = (rule: SharingRule): boolean => rule === 'central' || rule === 'health-cofinancing'

const countedPrice = ({ price, counted: of }: Pick<RefundSetting, 'price' | 'counted'>, month: number): string =>
  of === undefined ? price : `${price}*${of(month)}`

/** What is refunded of the course in a month, as a formula; and the sheet behind it, where there is one. */
export type RefundFormulas = { refund: (month: number, isLate: boolean) => string; sheets: Sheet[] }

export function refundFormulas(setting: RefundSetting, course: CourseRefund): RefundFormulas {
  const { rule } = course
  if (rule === 'central') return centralFormulas(setting, course)
  if (rule === 'health-cofinancing') return cofinancingFormulas(setting, course)
  if (rule === 'crisis-centre' && setting.law.pieces(rule).length === 1) return crisisFormulas(setting, course)
  const grid = new Grid(setting, course)
  const share = gridRules[rule](grid, setting, course)
  const { on, curves, price } = setting
  const refund = (month: number, isLate: boolean): string => {
    if (month === 0) return '0'
    const used = isLate ? course.lateUnits : course.units
    const shares = on.down(grid.sheet, grid.columnOf(month), share, share + month - 1)
    const units = on.down(used.sheet, used.column, curves.rowOf(month), curves.rowOf(1))
    return `${price}*${setting.people(month, [shares, units])}`
  }
  return { refund, sheets: [grid.sheet] }
}

const gridRules = { 'refund-ladder': ladder, shelter, 'support-at-home': supportAtHome, 'crisis-centre': crisisCentre }

/** How many there are in a month, each as often as a curve says. */
function counted({ on, curves, people }: RefundSetting, { sheet, column }: Column, month: number): string {
  return month === 0 ? '0' : people(month, [on.down(sheet, column, curves.rowOf(month), curves.rowOf(1))])
}

function crisisFormulas(setting: RefundSetting, course: CourseRefund): RefundFormulas {
  const { law, words, on, price } = setting
  const share = law.figure('crisis-centre', 'state-share', words.heads.stateShare)
  const refund = (month: number, isLate: boolean): string => {
    const column = isLate ? course.lateUnits : course.units
    return `${price}*${on.to(inMonth(share, month))}/100*${counted(setting, column, month)}`
  }
  return { refund, sheets: [] }
}

/** What is borne of each use in a month: a share of the price, and no more than the limit where the law has one. */
export function cofinancedEach(
  setting: Pick<RefundSetting, 'law' | 'words' | 'on' | 'price' | 'counted'>,
  service: string,
): (month: number) => string {
  const { law, words, on } = setting
  const share = law.figure('health-cofinancing', service, words.heads.cofinanced)
  const limit = law.hasFigure('health-cofinancing', `${service}-max`)
    ? law.figure('health-cofinancing', `${service}-max`, words.heads.limitPerUse)
    : undefined
  return (month) => {
    const borne = `${countedPrice(setting, month)}*${on.to(inMonth(share, month))}/100`
    if (limit === undefined) return `(${borne})`
    const most = on.to(inMonth(limit, month))
    return `(IF(${most}>0,MIN(${borne},${most}),${borne}))`
  }
}

/** Each use is shared by itself. */
function cofinancingFormulas(setting: RefundSetting, { service = '', units, lateUnits }: CourseRefund): RefundFormulas {
  const each = cofinancedEach(setting, service)
  const refund = (month: number, isLate: boolean): string =>
    `${each(month)}*${counted(setting, isLate ? lateUnits : units, month)}`
  return { refund, sheets: [] }
}

const monthsOfYear = 12

function centralFormulas(setting: RefundSetting, course: CourseRefund): RefundFormulas {
  const { law, on } = setting
  const steps = law.shareSteps('central', (from) => `${from}/${monthsOfYear}`)
  const refund = (month: number, isLate: boolean): string => {
    const inForce = steps.map(({ bound, added }) => {
      return { bound: on.to(inMonth(bound, month)), added: on.to(inMonth(added, month)) }
    })
    const borneOf = (units: string): string => refundOf(inForce, `${countedPrice(setting, month)}*${units}`)
    const terms = course.stretches.map(({ units, besides, inside, lateInside }) => {
      const each = besides === undefined ? borneOf(units) : `${borneOf(`(${units}+${besides})`)}-(${borneOf(besides)})`
      return `${counted(setting, isLate ? lateInside : inside, month)}*(${each})`
    })
    return plus(terms)
  }
  return { refund, sheets: [] }
}
