/**
 * The calendar and the law of each month: its days and Mondays, and the figures of each rule in force on its first day, or on the
 * one day whose law the reader has asked for.
 *
 * A share of several steps is told as what each step adds to the one before, so that what is refunded of n weeks or kroner is
 * Σ added share × max(0, n − bound). The case that surprises: a rule that is counted by days or weeks and whose law changes within a
 * month has its months in pieces, each with its own law; everything else has the law of the first of the month.
 */
import { type CaseVat } from '../case/case-file.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, MonthSheet, inMonth, overMonths } from './months.ts'
import { type Rates, ruleKey } from './rates-sheet.ts'
import { type Sheet, plus } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type LawStep = { bound: Column; added: Column }

/** A part of each month that has one law: the first day of it, the day whose law holds, and the Mondays in it. */
export type LawPiece = { index: number; from: Column; date: Column; mondays: Column }

/** One Monday of each month, of a rule that is counted by weeks: whether it is in the month, and what its law looks back upon. */
export type LawMonday = {
  /** Weeks of self-support that start the ladder again; far too many where the month has no such Monday. */
  enough: Column
  /** The month of the case in which the years that are looked back upon begin, 0 before its first, and the Mondays of it before them. */
  backTo: Column
  backMondays: Column
}

/** As many Mondays as a month can have. */
export const mondaysMost = 5
/** Far above any number of weeks. */
const never = 1_000_000_000

/** Day 2 of the spreadsheet's calendar is a Monday, and so is every seventh after it. */
const mondaysIn = (from: string, until: string): string => `INT((${until}-3)/7)-INT((${from}-3)/7)`

export class LawMonths {
  readonly months: MonthSheet
  readonly days: Column
  readonly mondays: Column
  private readonly first: Column
  private readonly asOf: string
  private readonly whole: LawPiece
  private readonly rates: Rates
  private readonly words: WorkbookWords
  private readonly known = new Map<string, Column>()
  private readonly steps = new Map<string, LawStep[]>()
  private readonly divided = new Map<string, LawPiece[]>()
  private restarts: LawMonday[] | undefined

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
    this.asOf = sheet.to(inputs.lawAsOf)
    this.first = months.add({ head: heads.day, style: 'day', cell: (month) => `EDATE(${start},${month - 1})` })
    const date = this.dateColumn(heads.lawAsOf, (month) => this.in(this.first, month))
    this.days = months.add({
      head: heads.daysInMonth,
      style: 'whole',
      cell: (month) => `${this.next(month)}-${this.in(this.first, month)}`,
    })
    this.mondays = months.add({
      head: heads.mondays,
      style: 'whole',
      cell: (month) => mondaysIn(this.in(this.first, month), this.next(month)),
    })
    this.whole = { index: 0, from: this.first, date, mondays: this.mondays }
  }

  private in(column: Column, month: number): string {
    return this.months.sheet.to(inMonth(column, month))
  }

  /** The first day of the month after. */
  private next(month: number): string {
    return `EDATE(${this.in(this.first, month)},1)`
  }

  /** The day whose law holds on a day: the one that the reader has asked for, where there is one. */
  private dateColumn(head: string, day: (month: number) => string): Column {
    const { asOf } = this
    return this.months.add({ head, style: 'day', cell: (month) => `IF(ISNUMBER(${asOf}),${asOf},${day(month)})` })
  }

  /** The months of a rule in as many pieces as its law may change within one; one piece where it never does. */
  pieces(rule: string): LawPiece[] {
    const changes = this.rates.changes.get(rule)
    if (changes === undefined) return [this.whole]
    const before = this.divided.get(rule)
    if (before !== undefined) return before
    const { months, words, first } = this
    const { heads } = words
    const { sheet } = months
    const list = sheet.down(this.rates.sheet, changes.column, changes.fromRow, changes.throughRow)
    const froms = [first]
    for (let index = 1; index < changes.pieces; index++) {
      const last = froms.at(-1)!
      const change = (month: number): string => `INDEX(${list},MATCH(${this.in(last, month)},${list},1)+1)`
      const cell = (month: number): string => `MIN(${this.next(month)},${change(month)})`
      froms.push(months.add({ over: rule, head: `${heads.validFrom} ${index + 1}`, style: 'day', cell }))
    }
    const pieces = froms.map((from, index): LawPiece => {
      const until = (month: number): string =>
        index + 1 < froms.length ? this.in(froms[index + 1]!, month) : this.next(month)
      const mondays = months.add({
        over: rule,
        head: `${heads.mondays} ${index + 1}`,
        style: 'whole',
        cell: (month) => mondaysIn(this.in(from, month), until(month)),
      })
      const { date } = this.whole
      if (index === 0) return { index, from, date, mondays }
      const own = this.dateColumn(`${heads.lawAsOf} ${index + 1}`, (month) => this.in(from, month))
      return { index, from, date: own, mondays }
    })
    this.divided.set(rule, pieces)
    return pieces
  }

  /** A figure without steps, month by month, in the first piece of the month or another; nothing where the law has none. */
  figure(rule: string, figure: string, head: string, piece: LawPiece = this.whole): Column {
    const key = ruleKey(rule, figure)
    const name = `${key} ${piece.index}`
    const before = this.known.get(name)
    if (before !== undefined) return before
    const { rates, months } = this
    const column = months.add({
      over: key,
      head,
      style: 'decimal',
      cell: (month) => rates.lookup(months.sheet, key, { part: 'value' }, this.in(piece.date, month)),
    })
    this.known.set(name, column)
    return column
  }

  /** The mean of a percentage over the days of each month. */
  meanFigure(rule: string, figure: string, head: string): Column {
    const pieces = this.pieces(rule)
    if (pieces.length === 1) return this.figure(rule, figure, head)
    const name = `mean ${ruleKey(rule, figure)}`
    const before = this.known.get(name)
    if (before !== undefined) return before
    const shares = pieces.map((piece) => this.figure(rule, figure, head, piece))
    const column = this.months.add({
      over: rule,
      head,
      style: 'decimal',
      cell: (month) => {
        const parts = pieces.map(({ from }, index) => {
          const until = pieces[index + 1] === undefined ? this.next(month) : this.in(pieces[index + 1]!.from, month)
          return `${this.in(shares[index]!, month)}*(${until}-${this.in(from, month)})`
        })
        return `(${plus(parts)})/${this.in(this.days, month)}`
      },
    })
    this.known.set(name, column)
    return column
  }

  hasFigure(rule: string, figure: string): boolean {
    return this.rates.rules.has(ruleKey(rule, figure))
  }

  /** The steps of the state's share, month by month: the bound above which a step begins, and what it adds. */
  shareSteps(rule: string, boundOf: (from: string) => string, piece: LawPiece = this.whole): LawStep[] {
    const name = `${rule} ${piece.index}`
    const before = this.steps.get(name)
    if (before !== undefined) return before
    const { rates, months, words } = this
    const { sheet } = months
    const key = ruleKey(rule, 'state-share')
    const steps = rates.rules.get(key)!.steps.map((_, step): LawStep => {
      const look = (month: number, part: 'from' | 'value', of: number): string =>
        rates.lookup(sheet, key, { step: of, part }, this.in(piece.date, month))
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
    this.steps.set(name, steps)
    return steps
  }

  /** The Mondays of each month as the ladder's restart sees them. */
  restartMondays(): LawMonday[] {
    if (this.restarts !== undefined) return this.restarts
    const { months, rates, words, first, asOf } = this
    const { heads } = words
    const { sheet } = months
    const [day1, firsts] = [this.in(first, 1), overMonths(sheet, first, 1, months.months)]
    this.restarts = Array.from({ length: mondaysMost }, (_, index): LawMonday => {
      const over = `${heads.monday} ${index + 1}`
      const monday = months.add({
        over,
        head: heads.day,
        style: 'day',
        cell: (month) => `${this.in(first, month)}+MOD(2-${this.in(first, month)},7)+${7 * index}`,
      })
      const look = (month: number, figure: string): string => {
        const day = `IF(ISNUMBER(${asOf}),${asOf},${this.in(monday, month)})`
        return rates.lookup(sheet, ruleKey('refund-ladder', figure), { part: 'value' }, day)
      }
      const enough = months.add({
        head: heads.restartWeeks,
        style: 'whole',
        cell: (month) => `IF(${this.in(monday, month)}<${this.next(month)},${look(month, 'restart-weeks')},${never})`,
      })
      const back = months.add({
        head: heads.lookedBack,
        style: 'day',
        cell: (month) => `EDATE(${this.in(monday, month)}+7,-12*${look(month, 'restart-years')})`,
      })
      const backTo = months.add({
        head: heads.month,
        style: 'whole',
        cell: (month) => `IF(${this.in(back, month)}<${day1},0,MATCH(${this.in(back, month)},${firsts},1))`,
      })
      const backMondays = months.add({
        head: heads.mondays,
        style: 'whole',
        cell: (month) => {
          const from = `INDEX(${firsts},${this.in(backTo, month)})`
          return `IF(${this.in(backTo, month)}=0,0,${mondaysIn(from, this.in(back, month))})`
        },
      })
      return { enough, backTo, backMondays }
    })
    return this.restarts
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
