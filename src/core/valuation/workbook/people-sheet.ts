/**
 * What happens to people, month by month, as formulas: the rules of `activity.ts`, one column each.
 */
import { type CaseGroup } from '../case/case-file.ts'
import { type CompiledCase, type CompiledGroup } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, MonthSheet, inMonth, keptAfter, overMonths, spread } from './months.ts'
import { type Sheet, plus } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type GroupColumns = Record<
  'referred' | 'starts' | 'inService' | 'dropouts' | 'completions' | 'successes' | 'anyway',
  Column
> & {
  /** Of those who start, who is there so many months later; and the last month in which anybody of the group counts. */
  stay: Column
  through: (on: Sheet) => string
  path: string
}

export type People = { months: MonthSheet; curves: MonthSheet; groups: GroupColumns[] }

export function curvesSheet({ months }: CompiledCase, words: WorkbookWords): MonthSheet {
  const { sheets, heads, says } = words
  const about = { title: sheets.curves, note: says.sheetSays.curves, monthHead: heads.month, isFalling: true }
  return new MonthSheet(sheets.curves, months, about)
}

export function peopleSheet(compiled: CompiledCase, inputs: Inputs, curves: MonthSheet, words: WorkbookWords): People {
  const { sheets, heads, says } = words
  const about = { title: sheets.people, note: says.sheetSays.people, monthHead: heads.month }
  const months = new MonthSheet(sheets.people, compiled.months, about)
  const start = months.sheet.to(inputs.startDay)
  months.add({
    head: heads.day,
    style: 'month',
    cell: (month) => (month === 0 ? undefined : `EDATE(${start},${month - 1})`),
  })
  const groups = compiled.groups.map((group) => {
    const file = compiled.file.groups.get(group.name)!
    return groupColumns({ compiled, inputs, months, curves, words, group, file })
  })
  return { months, curves, groups }
}

type GroupSetting = {
  compiled: CompiledCase
  inputs: Inputs
  months: MonthSheet
  curves: MonthSheet
  words: WorkbookWords
  group: CompiledGroup
  file: CaseGroup
}

function groupColumns(setting: GroupSetting): GroupColumns {
  const { inputs, months, curves, words, group, file } = setting
  const { heads, locale } = words
  const { sheet } = months
  const over = group.label[locale]
  const through = (on: Sheet): string =>
    file.countsThrough === 'whole-case'
      ? String(months.months)
      : `MIN(${inputs.number(`${file.path}.counts-through`, on)},${months.months})`
  const last = through(sheet)
  const within = (month: number, formula: string): string => `IF(${month}<=${last},${formula},0)`
  const referred = months.add({
    over,
    head: heads.referred,
    style: 'people',
    cell: (month) => referredIn(setting, month),
  })
  const started = `(1-${inputs.input(file.notStarted, sheet)})`
  const wait = delayCurve(setting)
  const count = (head: string, came: Column, curve: Column): Column =>
    months.add({
      head,
      style: 'people',
      cell: (month) => within(month, spread(sheet, came, { of: curves, column: curve }, month)),
    })
  const starts = months.add({
    head: heads.starts,
    style: 'people',
    cell: (month) => {
      const waited =
        wait === undefined
          ? sheet.to(inMonth(referred, month))
          : spread(sheet, referred, { of: curves, column: wait }, month)
      return within(month, `${waited}*${started}`)
    },
  })
  const service = serviceCurves(setting)
  const inService = count(heads.inService, starts, service.stay)
  const dropouts = count(heads.dropouts, starts, service.leave)
  const completions = count(heads.completions, starts, service.complete)
  const base = { referred, started: starts, completed: completions }[group.success.of]
  const successes = count(
    heads.successes,
    base,
    chanceCurve(setting, heads.successes, inputs.input(file.success.rate, curves.sheet)),
  )
  const anyway = count(heads.anyway, base, chanceCurve(setting, heads.anyway, inputs.input(file.without, curves.sheet)))
  const counts = { referred, starts, inService, dropouts, completions, successes, anyway }
  return { ...counts, stay: service.stay, through, path: file.path }
}

function referredIn({ inputs, months, file }: GroupSetting, month: number): string {
  const { sheet } = months
  const terms = file.plan.map(({ people, path }) => {
    const [from, times] = ['from', 'months'].map((key) => inputs.number(`${path}.${key}`, sheet))
    return `IF(AND(${month}>=${from},${month}<${from}+${times}),${inputs.input(people, sheet)},0)`
  })
  return plus(terms)
}

/** The chance of starting k months after referral; nothing where there is no delay. */
function delayCurve({ inputs, curves, words, group, file }: GroupSetting): Column | undefined {
  const { delay } = file
  if (delay === 'none') return undefined
  const over = `${group.label[words.locale]}: ${words.keys['delay'] ?? 'delay'}`
  const head = words.heads.starts
  if (delay.poisson === undefined) {
    const count = delay.shares?.length ?? 0
    const share = (k: number) => curves.sheet.to(inputs.spot(`${delay.path}.shares[${k}]`))
    return curves.add({ over, head, style: 'factor', cell: (k) => (k < count ? share(k) : 0) })
  }
  const mean = inputs.input(delay.poisson, curves.sheet)
  const own = curves.coming
  const before = (k: number) => curves.sheet.to(curves.at(own, k - 1))
  return curves.add({
    over,
    head,
    style: 'factor',
    cell: (k) => (k === 0 ? `EXP(-${mean})` : `${before(k)}*${mean}/${k}`),
  })
}

/** Of those who start, who is there, leaves or completes in the month k months later. */
function serviceCurves({
  inputs,
  curves,
  words,
  group,
  file,
}: GroupSetting): Record<'stay' | 'leave' | 'complete', Column> {
  const { sheet } = curves
  const over = group.label[words.locale]
  const { heads } = words
  const course = inputs.number(`${file.path}.course`, sheet)
  const { dropout } = file
  const share = dropout === 'none' ? undefined : inputs.input(dropout.share, sheet)
  const isEven = dropout !== 'none' && dropout.spread === 'even'
  const risk = share === undefined || isEven ? undefined : riskTop(share, course)
  const own = sheet.to(curves.top(curves.coming))
  const left = (k: number): string => {
    if (share === undefined) return '1'
    return isEven ? `(1-${share}*${k}/${course})` : keptAfter(own, k)
  }
  const stay = curves.add({
    over,
    head: heads.inService,
    style: 'factor',
    ...(risk === undefined ? {} : { top: risk }),
    cell: (k) => `IF(${k}<${course},${left(k)},0)`,
  })
  const gone = (k: number): string => {
    if (share === undefined) return '0'
    return isEven ? `${share}/${course}` : `${keptAfter(own, k)}*${own}`
  }
  const leave = curves.add({
    head: heads.dropouts,
    style: 'factor',
    cell: (k) => `IF(${k}<${course},${gone(k)},0)`,
  })
  const complete = curves.add({
    head: heads.completions,
    style: 'factor',
    cell: (k) => `IF(${k}=${course}-1,${left(k + 1)},0)`,
  })
  return { stay, leave, complete }
}

const riskTop = (share: string, months: string): { formula: string; style: 'factor' } => ({
  formula: `IF(${share}>=1,1,1-(1-${share})^(1/${months}))`,
  style: 'factor',
})

/** The chance of the goal k months after completing, starting or being referred. */
function chanceCurve({ inputs, curves, words, group, file }: GroupSetting, head: string, rate: string): Column {
  const { sheet } = curves
  const within = inputs.number(`${file.success.path}.within`, sheet)
  const first = group.success.of === 'completed' ? 1 : 0
  const over = group.label[words.locale]
  if (group.success.spread === 'even') {
    return curves.add({
      over,
      head,
      style: 'factor',
      cell: (k) => (k < first ? 0 : `IF(${k - first}<${within},${rate}/${within},0)`),
    })
  }
  const own = sheet.to(curves.top(curves.coming))
  return curves.add({
    over,
    head,
    style: 'factor',
    top: riskTop(rate, within),
    cell: (k) => (k < first ? 0 : `IF(${k - first}<${within},${keptAfter(own, k - first)}*${own},0)`),
  })
}

/** The sum of some counts of some groups in a month. */
export function peopleIn(
  on: Sheet,
  { groups }: People,
  indexes: readonly number[],
  of: (group: GroupColumns) => readonly { column: Column; sign: '+' | '-' }[],
  month: number,
): string {
  const terms = indexes.flatMap((index) =>
    of(groups[index]!).map(({ column, sign }) => `${sign}${on.to(inMonth(column, month))}`),
  )
  return terms.length === 0 ? '0' : terms.join('').replace(/^\+/, '')
}

/** All of a count over the whole case. */
export const allOf = (on: Sheet, { months }: MonthSheet, column: Column): string =>
  `SUM(${overMonths(on, column, 0, months)})`
