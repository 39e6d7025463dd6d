/**
 * What a rule bears of a cost, as formulas, in three ways.
 *
 *     a fixed share of every day                  a share of what is paid in the month, without its VAT
 *     co-financing                                so much of each payment, as often as it is paid in the month
 *     ladder, shelter, support at home, central   by when each person began: who began in a month, who of them is still there, and
 *                                                 what is borne of somebody that many months after
 *
 * A person is asked like one who succeeded the month before: the first month of service is the first of use. What is paid once is use
 * of one month, which the central scheme spreads over several.
 */
import { type CaseCost, type CaseRefund } from '../case/case-file.ts'
import { type CompiledCost, countOfPace } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type LawMonths } from './law-sheet.ts'
import { type Column, type MonthSheet, inMonth, overMonths } from './months.ts'
import { type People } from './people-sheet.ts'
import { type CourseRefund, type RefundSetting } from './refund-grid.ts'
import { cofinancedEach, hasLimits, refundFormulas } from './refund-sheets.ts'
import { type Sheet, plus } from './sheet.ts'
import { type Stretch, householdCases, joined } from './stretches.ts'
import { type WorkbookWords } from './words.ts'

export type CostRefundSetting = {
  inputs: Inputs
  law: LawMonths
  people: People
  words: WorkbookWords
  months: MonthSheet
  cost: CompiledCost
  file: CaseCost
  refund: CaseRefund
  /** How often it is paid in a month, and what of it is paid each time. */
  times: Column
  amount: string
  /** What is paid in a month less the VAT in it, and of a krone how much that is; nothing where there is no VAT. */
  withoutVat: (month: number) => string
  rest: ((month: number) => string) | undefined
  /** The sheets of grids so far, to which its own is added. */
  grids: Sheet[]
}

/** What the rule bears in each month after the signing. */
export function costRefund(setting: CostRefundSetting): (month: number) => string {
  const { law, words, months, cost, refund, times, amount, rest } = setting
  const { rule } = refund
  const { sheet } = months
  if (rule === 'crisis-centre' || (rule === 'support-at-home' && cost.pace !== 'person-month')) {
    const share = law.meanFigure(rule, 'state-share', words.heads.stateShare)
    return (month) => `(${setting.withoutVat(month)})*${sheet.to(inMonth(share, month))}/100`
  }
  if (rule === 'health-cofinancing') {
    const each = cofinancedEach({ law, words, on: sheet, price: amount, counted: rest }, refund.service ?? '')
    return (month) => `${sheet.to(inMonth(times, month))}*${each(month)}`
  }
  const { refund: borne, sheets } = refundFormulas(personSetting(setting), personCourse(setting))
  setting.grids.push(...sheets)
  const isWhole = rest === undefined || hasLimits(rule)
  return (month) => (isWhole ? borne(month, false) : `${rest(month)}*${borne(month, false)}`)
}

function personSetting({
  law,
  people,
  words,
  months,
  cost,
  file,
  amount,
  rest,
  grids,
}: CostRefundSetting): RefundSetting {
  const { curves } = people
  const { sheet: on } = months
  const isService = cost.pace === 'person-month'
  const count = countOfPace[cost.pace as keyof typeof countOfPace]
  return {
    law,
    curves,
    months: months.months,
    words,
    on,
    people: (month, by) => {
      const terms = cost.groups.map((index) => {
        const group = people.groups[index]!
        const came = overMonths(on, isService ? group.starts : group[count], 1, month)
        if (!isService) return `SUMPRODUCT(${[came, ...by].join(',')})`
        const stay = on.down(group.stay.sheet, group.stay.column, curves.rowOf(month - 1), curves.rowOf(0))
        return `IF(${month}<=${group.through(on)},SUMPRODUCT(${[came, stay, ...by].join(',')}),0)`
      })
      return terms.length === 1 ? terms[0]! : `(${plus(terms)})`
    },
    price: amount,
    counted: rest,
    title: file.label[words.locale],
    name: `${words.sheets.refund} ${grids.length + 1}`,
  }
}

/** What somebody uses from the month of the payment on. */
function personCourse({ inputs, law, people, words, cost, file, refund, months }: CostRefundSetting): CourseRefund {
  const { curves } = people
  const { sheet } = curves
  const isService = cost.pace === 'person-month'
  const lengths = cost.groups.map((index) => inputs.number(`${people.groups[index]!.path}.course`, sheet))
  const length = isService ? `MAX(1,${lengths.join(',')})` : '1'
  const over = file.label[words.locale]
  const isIn = (k: number): string => `IF(${k}<=${length},1,0)`
  const units = curves.add({
    over,
    head: words.heads.units,
    style: 'number',
    cell: (k) => (k === 0 ? 0 : isService ? isIn(k) : k === 1 ? 1 : 0),
  })
  const { rule, service } = refund
  const weeksBefore = rule === 'refund-ladder' ? sheet.to(inputs.spot(`${refund.path}.weeks-before`)) : '0'
  const course = { rule, service, units, lateUnits: units, daysPerUnit: undefined, weeksBefore, stretchCount: 2 }
  if (rule !== 'central') return { ...course, stretches: [], reach: isService ? undefined : 1 }
  const spread = law.figure('central', 'once-months', words.heads.onceMonths)
  const onceMonths = (on: Sheet): string => on.to(inMonth(spread, 1))
  const own: Stretch = isService
    ? { units: () => '1', inside: isIn }
    : { units: (on) => `1/${onceMonths(on)}`, inside: (k) => `IF(${k}<=${onceMonths(sheet)},1,0)` }
  // Nothing more is borne of the household when nothing more is paid, so the months after the last are left out.
  const { pooled } = householdCases(refund, inputs, sheet, true)
  const others = pooled.length === 0 ? [undefined] : pooled.reduce(joined)
  const stretches = others.map((other, index) => {
    const head = `${words.heads.people} ${index + 1}`
    const isInside = (k: number): string =>
      other === undefined ? own.inside(k) : `${own.inside(k)}*${other.inside(k)}`
    const column = curves.add({ head, style: 'whole', cell: (k) => (k === 0 ? 0 : isInside(k)) })
    return { units: own.units(months.sheet), besides: other?.units(months.sheet), inside: column, lateInside: column }
  })
  return { ...course, stretches }
}
