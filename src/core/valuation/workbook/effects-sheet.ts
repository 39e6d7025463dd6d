/**
 * What changes when somebody succeeds, month by month: gross, and what the state refunds of it.
 *
 * `all` counts from the month after the success on, `late` from the month in which it can be cashed. A consequence of the broad
 * scenario is multiplied by the switch on the sheet of inputs.
 */
import { type CaseConsequence, type CaseRefund } from '../case/case-file.ts'
import { type CompiledCase, type CompiledConsequence } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { EffectVat, type Saved, type SavedWithVat } from './effect-vat.ts'
import { type LawMonths } from './law-sheet.ts'
import { type Column, MonthSheet, firstMonthRow, inMonth, overMonths, spread } from './months.ts'
import { type People, peopleIn } from './people-sheet.ts'
import { daysPerUnit } from '../rules/index.ts'
import { type Rates } from './rates-sheet.ts'
import { type CourseRefund } from './refund-grid.ts'
import { type RefundFormulas, refundFormulas } from './refund-sheets.ts'
import { type Sheet, plus } from './sheet.ts'
import { type Stretch, changedUnits, endsOf, householdCases, insideOf, joined, withRest } from './stretches.ts'
import { type WorkbookWords } from './words.ts'

/** What was paid, what a rule bears of it, and the VAT in it. */
export type EffectColumns = Record<'all' | 'late', SavedWithVat>
export type Effects = { months: MonthSheet; columns: Map<string, EffectColumns>; grids: Sheet[] }

export type EffectSetting = {
  compiled: CompiledCase
  inputs: Inputs
  rates: Rates
  law: LawMonths
  people: People
  words: WorkbookWords
  /** The grids of the costs, after which those of the effects stand. */
  grids: readonly Sheet[]
}

export function effectsSheet(setting: EffectSetting): Effects {
  const { compiled, words } = setting
  const { sheets, heads, says } = words
  const about = { title: sheets.effects, note: says.sheetSays.effects, monthHead: heads.month }
  const months = new MonthSheet(sheets.effects, compiled.months, about)
  const grids = [...setting.grids]
  const columns = new Map(
    compiled.consequences.map((one) => [one.name, new Effect(setting, months, one, grids).columns()]),
  )
  return { months, columns, grids }
}

/** The stretches of a course by themselves, with the effort or without it. */
type CourseStretches = {
  refund: CaseRefund
  isWith: boolean
  own: readonly Stretch[]
  ends: readonly (string | undefined)[]
}

type Course = { weight: string; units: (part: 'all' | 'late') => Column; refund: CourseRefund | undefined }

class Effect {
  private readonly setting: EffectSetting
  private readonly months: MonthSheet
  private readonly compiled: CompiledConsequence
  private readonly file: CaseConsequence
  private readonly grids: Sheet[]
  private readonly vat: EffectVat | undefined

  constructor(setting: EffectSetting, months: MonthSheet, compiled: CompiledConsequence, grids: Sheet[]) {
    this.setting = setting
    this.months = months
    this.compiled = compiled
    this.file = setting.compiled.file.consequences.get(compiled.name)!
    this.grids = grids
    this.vat = compiled.vat === undefined ? undefined : new EffectVat(setting, months, this.file)
  }

  columns(): EffectColumns {
    const { all, late } = this.saved()
    const withVat = (saved: Saved): SavedWithVat => this.vat?.on(saved) ?? { ...saved, charged: undefined }
    const paid = withVat(all)
    return { all: paid, late: late === all ? paid : withVat(late) }
  }

  private saved(): Record<'all' | 'late', Saved> {
    const { flow } = this.compiled
    const people = this.peopleColumn()
    if (flow.kind === 'fading') {
      const top = this.perMonth()
      return this.both((part) => ({ gross: this.fading(people, part, top), refund: undefined }))
    }
    if (flow.kind === 'by-year') {
      return this.both((part) => ({ gross: this.byYear(people, part, flow.years.length), refund: undefined }))
    }
    return this.use(people)
  }

  private get label(): string {
    return this.file.label[this.setting.words.locale]
  }

  /** What can be cashed at once needs no column of its own. */
  private both(column: (part: 'all' | 'late') => Saved): Record<'all' | 'late', Saved> {
    const all = column('all')
    return { all, late: this.file.cashable === undefined ? all : column('late') }
  }

  /** The first month after the success that counts. */
  private first(part: 'all' | 'late', on: Sheet): string {
    if (part === 'all' || this.file.cashable === undefined) return '1'
    return `MAX(1,${this.setting.inputs.number(`${this.file.cashable.path}.from-month`, on)})`
  }

  /** Net successes, or starts, when the scenario counts them. */
  private peopleColumn(): Column {
    const { people, inputs, words } = this.setting
    const { sheet } = this.months
    const { groups, per } = this.compiled
    const isBroad = this.file.scenario === 'broad'
    return this.months.add({
      over: this.label,
      head: words.heads.people,
      style: 'people',
      cell: (month) => {
        const count = peopleIn(
          sheet,
          people,
          groups,
          (group) =>
            per === 'start'
              ? [{ column: group.starts, sign: '+' }]
              : [
                  { column: group.successes, sign: '+' },
                  { column: group.anyway, sign: '-' },
                ],
          month,
        )
        return isBroad ? `IF(${sheet.to(inputs.scenario)}>=2,${count},0)` : count
      },
    })
  }

  /** Nothing before the first month in which it is counted, nor after the last. */
  private within(month: number, formula: string): string {
    const { inputs } = this.setting
    const { from, through, path } = this.file
    const { sheet } = this.months
    const bounds = [
      ...(from === undefined ? [] : [`${month}>=${inputs.number(`${path}.from`, sheet)}`]),
      ...(through === undefined ? [] : [`${month}<=${inputs.number(`${path}.through`, sheet)}`]),
    ]
    return bounds.length === 0 ? formula : `IF(AND(${bounds.join(',')}),${formula},0)`
  }

  private perMonth(): string {
    const { inputs } = this.setting
    const { change } = this.file
    const { sheet } = this.months
    if (change?.unitsPerYear === undefined) return `${inputs.input(change!.perYear!, sheet)}/12`
    return `${this.price(sheet)}*${inputs.input(change.unitsPerYear, sheet)}/12`
  }

  /** The price of a unit in the price year of the case. */
  private price(on: Sheet): string {
    const { inputs, rates } = this.setting
    const { ownPrice } = this.file
    if (ownPrice === undefined) return on.to(rates.prices.get(this.compiled.name)!)
    const factor = rates.factors.get(`consequence ${this.compiled.name}`)
    const amount = inputs.input(ownPrice.amount, on)
    return factor === undefined ? amount : `${amount}*${on.to(factor)}`
  }

  /** The people whose success still counts, each less the longer ago, and what they save in the month. */
  private fading(people: Column, part: 'all' | 'late', perMonth: string): Column {
    const { months } = this
    const { inputs, words } = this.setting
    const { sheet } = months
    const loss = inputs.input(this.file.change!.fade!, sheet)
    const keep = { formula: `IF(${loss}>=1,0,(1-${loss})^(1/12))`, style: 'factor' as const }
    const kept = sheet.to(months.top(months.coming))
    const first = this.first(part, sheet)
    const own = months.coming
    const running = months.add({
      head: `${words.heads.running} ${words.heads[part]}`,
      style: 'people',
      top: keep,
      cell: (month) => {
        if (month === 0) return 0
        const before = sheet.to(inMonth(own, month - 1))
        const all = sheet.down(sheet, people.column, firstMonthRow, firstMonthRow + months.months)
        const came =
          first === '1'
            ? `${sheet.to(inMonth(people, month - 1))}*${kept}`
            : `IF(${month}>=${first},INDEX(${all},MAX(1,${month + 1}-${first}))*${kept}^${first},0)`
        return `${before}*${kept}+${came}`
      },
    })
    const price = sheet.to(months.top(months.coming))
    return months.add({
      head: `${words.heads.gross} ${words.heads[part]}`,
      style: 'money',
      top: { formula: perMonth, style: 'ore' },
      cell: (month) => this.within(month, `${sheet.to(inMonth(running, month))}*${price}`),
    })
  }

  private byYear(people: Column, part: 'all' | 'late', years: number): Column {
    const { inputs, people: activity, words } = this.setting
    const { curves } = activity
    const { change } = this.file
    const first = this.first(part, curves.sheet)
    const curve = curves.add({
      over: this.label,
      head: words.heads[part],
      style: 'money',
      cell: (k) => {
        if (k === 0 || k > 12 * years) return 0
        const amount = inputs.input(change!.byYear![Math.ceil(k / 12) - 1]!, curves.sheet)
        return `IF(${k}>=${first},${amount}/12,0)`
      },
    })
    const { sheet } = this.months
    return this.months.add({
      head: `${words.heads.gross} ${words.heads[part]}`,
      style: 'money',
      cell: (month) => this.within(month, spread(sheet, people, { of: curves, column: curve }, month)),
    })
  }

  private use(people: Column): Record<'all' | 'late', Saved> {
    const { months, setting } = this
    const { sheet } = months
    const { curves } = setting.people
    const courses = this.courses()
    const price = sheet.to(months.top(months.coming))
    const top = { formula: this.price(sheet), style: 'ore' as const }
    const refunds = courses.map((course, index) => this.refundsOf(course, index, people, price))
    const weighed = (of: readonly (string | undefined)[]): string =>
      plus(of.flatMap((formula, index) => (formula === undefined ? [] : [`${courses[index]!.weight}*(${formula})`])))
    return this.both((part) => {
      const gross = months.add({
        head: `${setting.words.heads.gross} ${setting.words.heads[part]}`,
        style: 'money',
        ...(part === 'all' ? { top } : {}),
        cell: (month) => {
          const used = courses.map((course) => spread(sheet, people, { of: curves, column: course.units(part) }, month))
          return this.within(month, `${price}*(${weighed(used)})`)
        },
      })
      if (this.file.refund === 'none') return { gross, refund: undefined }
      const refund = months.add({
        head: `${setting.words.heads.refund} ${setting.words.heads[part]}`,
        style: 'money',
        cell: (month) => this.within(month, weighed(refunds.map((one) => one?.refund(month, part === 'late')))),
      })
      return { gross, refund }
    })
  }

  /** Without, with weight 1, and each course with, with less than nothing of its share. */
  private courses(): Course[] {
    const { inputs } = this.setting
    const { sheet } = this.months
    const { path, without, with: followed } = this.file
    const named = (followed ?? []).filter(({ share }) => share !== 'rest')
    const shares = named.map(({ share }) => (share === 'rest' ? '0' : inputs.input(share, sheet)))
    const weights = (followed ?? []).map(({ share }) =>
      share === 'rest' ? `(-(1-(${plus(shares)})))` : `(-${inputs.input(share, sheet)})`,
    )
    return [
      {
        weight: '1',
        ...this.course(
          `${path}.without`,
          without!.map(({ months }) => months),
          0,
        ),
      },
      ...(followed ?? []).map(({ steps }, index) => ({
        weight: weights[index]!,
        ...this.course(
          `${path}.with[${index}].steps`,
          steps.map(({ months }) => months),
          index + 1,
        ),
      })),
    ]
  }

  /** The curve of units of a course, and of who is in each stretch of it. */
  private course(path: string, lengths: readonly (number | undefined)[], number: number): Omit<Course, 'weight'> {
    const { inputs, people, words } = this.setting
    const { curves } = people
    const { sheet } = curves
    const over = words.courseOf({ item: this.label, number })
    const ends = endsOf(lengths, (index) => inputs.number(`${path}[${index}].months`, sheet))
    const unit = (index: number, on: Sheet): string => inputs.number(`${path}[${index}].units`, on)
    const first = this.first('late', sheet)
    const unitsIn = (k: number): string =>
      ends.reduceRight<string>((rest, end, index) => {
        return end === undefined ? unit(index, sheet) : `IF(${k}<=${end},${unit(index, sheet)},${rest})`
      }, '0')
    const late = (k: number, formula: string): string => `IF(${k}>=${first},${formula},0)`
    const { refund } = this.file
    const isWith = number > 0
    // What the effort changes for others of the household is saved too; the rule sees each of them by themselves.
    const changed = refund === 'none' ? [] : changedUnits(refund, inputs, sheet, isWith)
    const used = (k: number): string => plus([unitsIn(k), ...changed.map((of) => of(k))])
    const all = curves.add({ over, head: words.heads.units, style: 'number', cell: (k) => (k === 0 ? 0 : used(k)) })
    const lateUnits =
      this.file.cashable === undefined
        ? all
        : curves.add({
            head: `${words.heads.units} ${words.heads.late}`,
            style: 'number',
            cell: (k) => (k === 0 ? 0 : late(k, sheet.to(curves.at(all, k)))),
          })
    const units = (part: 'all' | 'late'): Column => (part === 'all' ? all : lateUnits)
    if (refund === 'none') return { units, refund: undefined }
    const isCentral = refund.rule === 'central'
    const own = lengths.map((_, index) => ({
      units: (on: Sheet) => unit(index, on),
      inside: (k: number) => insideOf(ends, index, k),
    }))
    const stretches = isCentral ? this.stretches({ refund, isWith, own, ends }, late) : []
    const isLadder = refund.rule === 'refund-ladder'
    const weeksBefore = isLadder ? sheet.to(inputs.spot(`${refund.path}.weeks-before`)) : '0'
    const { rule, service } = refund
    // What is after the last stretch with an end is one more, without use.
    const stretchCount = ends.length + (ends.at(-1) === undefined ? 0 : 1)
    const course = {
      rule,
      units: all,
      lateUnits,
      stretchCount,
      stretches,
      daysPerUnit: this.daysPerUnit(),
      weeksBefore,
      service,
    }
    return { units, refund: course }
  }

  /**
   * Who is in which stretch of use, together with the stretches of the children of the household that are pooled with them, and in which
   * stretch of their own an adult is whose use the effort changes.
   */
  private stretches(
    { refund, isWith, own, ends }: CourseStretches,
    late: (k: number, formula: string) => string,
  ): CourseRefund['stretches'] {
    const { words, people, inputs } = this.setting
    const { curves } = people
    const { sheet } = curves
    const { pooled, adults } = householdCases(refund, inputs, sheet, isWith)
    // What is used by others goes on when the person uses nothing more.
    const whole = pooled.length === 0 ? [...own] : withRest(own, ends)
    return [pooled.reduce(joined, whole), ...adults].flat().map(({ units, inside }, index) => {
      const head = `${words.heads.people} ${index + 1}`
      const column = curves.add({ head, style: 'whole', cell: (k) => (k === 0 ? 0 : inside(k)) })
      const lateInside = curves.add({
        head: `${head} ${words.heads.late}`,
        style: 'whole',
        cell: (k) => (k === 0 ? 0 : late(k, sheet.to(curves.at(column, k)))),
      })
      return { units: units(this.months.sheet), inside: column, lateInside }
    })
  }

  private daysPerUnit(): number | undefined {
    const { compiled } = this.setting
    const used = compiled.prices.find(({ consequence }) => consequence === this.compiled.name)
    const unit = this.file.ownPrice?.per ?? used?.price.unit
    return unit === undefined ? undefined : daysPerUnit(unit)
  }

  private refundsOf({ refund }: Course, number: number, people: Column, price: string): RefundFormulas | undefined {
    if (refund === undefined) return undefined
    const { law, words, people: activity } = this.setting
    const { sheet: on } = this.months
    const found = refundFormulas(
      {
        law,
        curves: activity.curves,
        months: this.months.months,
        words,
        on,
        people: (month, by) => `SUMPRODUCT(${[overMonths(on, people, 0, month - 1), ...by].join(',')})`,
        price,
        counted: this.vat?.counted,
        title: words.courseOf({ item: this.label, number }),
        name: `${words.sheets.refund} ${this.grids.length + 1}`,
      },
      refund,
    )
    this.grids.push(...found.sheets)
    return found
  }
}
