/**
 * The calendar and the law of each month: its days and Mondays, and the figures of each rule in force on its first day, or on the
 * one day whose law the reader has asked for.
 *
 * A share of several steps is told as what each step adds to the one before, so that what is refunded of n weeks or kroner is
 * Σ added share × max(0, n − bound). The case that surprises: a law that changes in the middle of a month holds from the next.
 */
import { type CaseVat } from '../case/case-file.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, MonthSheet, inMonth } from './months.ts'
import { type Rates, ruleKey } from './rates-sheet.ts'
import { type Sheet } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type LawStep = { bound: Column; added: Column }

export class LawMonths {
  readonly months: MonthSheet
  readonly days: Column
  readonly mondays: Column
  private readonly date: Column
  private readonly rates: Rates
  private readonly words: WorkbookWords
  private readonly known = new Map<string, Column>()
  private readonly steps = new Map<string, LawStep[]>()

  constructor(
    compiled: CompiledCase,
    { inputs, rates, words }: { inputs: Inputs; rates: Rates; words: WorkbookWords },
  ) {
    const { sheets, heads, says } = words
    const about = { title: sheets.law, note: says.sheetSays.law, monthHead: heads.month }
    this.months = new MonthSheet(sheets.law, compiled.months, about)
    this.rates = rates
    this.words = words
    const { months } = this
    const { sheet } = months
    const start = sheet.to(inputs.startDay)
    const asOf = sheet.to(inputs.lawAsOf)
    const first = months.add({ head: heads.day, style: 'day', cell: (month) => `EDATE(${start},${month - 1})` })
    const day = (month: number): string => sheet.to(inMonth(first, month))
    this.date = months.add({
      head: heads.lawAsOf,
      style: 'day',
      cell: (month) => `IF(ISNUMBER(${asOf}),${asOf},${day(month)})`,
    })
    const next = (month: number): string => `EDATE(${day(month)},1)`
    this.days = months.add({ head: heads.daysInMonth, style: 'whole', cell: (month) => `${next(month)}-${day(month)}` })
    // Day 2 of the spreadsheet's calendar is a Monday, and so is every seventh after it.
    this.mondays = months.add({
      head: heads.mondays,
      style: 'whole',
      cell: (month) => `INT((${next(month)}-3)/7)-INT((${day(month)}-3)/7)`,
    })
  }

  private dateIn(month: number): string {
    return this.months.sheet.to(inMonth(this.date, month))
  }

  /** A figure without steps, month by month; nothing where the law has none. */
  figure(rule: string, figure: string, head: string): Column {
    const key = ruleKey(rule, figure)
    const before = this.known.get(key)
    if (before !== undefined) return before
    const { rates, months } = this
    const column = months.add({
      over: key,
      head,
      style: 'decimal',
      cell: (month) => rates.lookup(months.sheet, key, { part: 'value' }, this.dateIn(month)),
    })
    this.known.set(key, column)
    return column
  }

  hasFigure(rule: string, figure: string): boolean {
    return this.rates.rules.has(ruleKey(rule, figure))
  }

  /** The steps of the state's share, month by month: the bound above which a step begins, and what it adds. */
  shareSteps(rule: string, boundOf: (from: string) => string): LawStep[] {
    const before = this.steps.get(rule)
    if (before !== undefined) return before
    const { rates, months, words } = this
    const { sheet } = months
    const key = ruleKey(rule, 'state-share')
    const steps = rates.rules.get(key)!.steps.map((_, step): LawStep => {
      const look = (month: number, part: 'from' | 'value', of: number): string =>
        rates.lookup(sheet, key, { step: of, part }, this.dateIn(month))
      const head = `${words.heads.limit} ${step + 1}`
      const bound = months.add({
        over: key,
        head,
        style: 'decimal',
        cell: (month) => boundOf(look(month, 'from', step)),
      })
      const added = months.add({
        head: `${words.heads.stateShare} ${step + 1}`,
        style: 'factor',
        cell: (month) => {
          const less = step === 0 ? '' : `-${look(month, 'value', step - 1)}`
          return `(${look(month, 'value', step)}${less})/100`
        },
      })
      return { bound, added }
    })
    this.steps.set(rule, steps)
    return steps
  }
}

/** Σ added share × max(0, amount − bound), of steps as a formula names them. */
export function refundOf(steps: readonly { bound: string; added: string }[], amount: string): string {
  return steps.map(({ bound, added }) => `${added}*MAX(0,${amount}-${bound})`).join('+')
}

/** VAT in a krone as it is written, in a month: what is paid and how much of it is VAT, as formulas. `share` is that of the positive list. */
export function vatParts(
  law: LawMonths,
  { vat, share, words }: { vat: CaseVat; share: string; words: WorkbookWords },
): (on: Sheet, month: number) => { paid: string; vat: string } {
  if (vat === 'none') return () => ({ paid: '1', vat: '0' })
  if (typeof vat === 'object') return () => ({ paid: '1', vat: share })
  const column = law.figure('vat', 'rate', words.heads.vatRate)
  return (on, month) => {
    const rate = on.to(inMonth(column, Math.max(1, month)))
    return vat === 'added'
      ? { paid: `(1+${rate}/100)`, vat: `(${rate}/100)` }
      : { paid: '1', vat: `(${rate}/(100+${rate}))` }
  }
}
