/**
 * What the investor or the pool gets back, month by month, with cap and floor: the rules of `repayment.ts`.
 *
 *     earned(due month) = max(0, results × price × (1 + premium) since the last due month) + share × max(0, saving since then)
 *     paid = as much of what is earned as the cap has room for; what is missing up to the floor in the last month
 */
import { type CompiledCase } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type Column, MonthSheet, firstMonthRow, inMonth } from './months.ts'
import { type People, peopleIn } from './people-sheet.ts'
import { plus } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type RepaymentSetting = {
  compiled: CompiledCase
  inputs: Inputs
  people: People
  words: WorkbookWords
  /** Of the sheet, where it is not the chosen way of financing. */
  name?: string
  /** The municipality's cashable net saving by month; asked for only when a share of it is paid. */
  saving: () => Column
}

export function repaymentSheet(setting: RepaymentSetting): { months: MonthSheet; paid: Column } | undefined {
  const { compiled, inputs, words } = setting
  const { repayment: model } = compiled
  if (model === undefined) return undefined
  const { repayment: file } = compiled.file.finance[compiled.mode === 'pool' ? 'pool' : 'investor']!
  const { heads, says } = words
  const { name = words.sheets.repayment } = setting
  const about = { title: name, note: says.sheetSays.repayment, monthHead: heads.month }
  const months = new MonthSheet(name, compiled.months, about)
  const { sheet } = months
  const through = `MIN(${inputs.number(`${file.path}.through`, sheet)},${compiled.months})`
  // Instalments alone have no period to be settled in; only the last month is then due.
  const every = file.every === undefined ? undefined : inputs.number(`${file.path}.every`, sheet)
  const cell = (column: Column, month: number): string => sheet.to(inMonth(column, month))
  const due = months.add({
    head: heads.due,
    style: 'whole',
    cell: (month) => {
      if (month === 0) return 0
      if (every === undefined) return `IF(${month}=${through},1,0)`
      return `IF(AND(${month}<=${through},OR(MOD(${month},${every})=0,${month}=${through})),1,0)`
    },
  })
  const own = months.coming
  const lastDue = months.add({
    head: heads.lastDue,
    style: 'whole',
    cell: (month) => (month === 0 ? -1 : `IF(${cell(due, month - 1)}=1,${month - 1},${cell(own, month - 1)})`),
  })
  const results = resultsColumn(setting, months, file)
  const cumulated = cumulatedOf(months, results, `${heads.results}, ${heads.cumulated}`)
  const saving = file.shareOfSaving === undefined ? undefined : savingColumn(setting, months)
  const since = (column: Column, month: number): string => {
    const all = sheet.down(sheet, column.column, firstMonthRow, firstMonthRow + compiled.months)
    const last = cell(lastDue, month)
    return `MAX(0,${cell(column, month)}-IF(${last}<0,0,INDEX(${all},MAX(0,${last})+1)))`
  }
  const earned = months.add({
    head: heads.earned,
    style: 'money',
    cell: (month) => {
      const shared = saving === undefined ? '' : `+${inputs.input(file.shareOfSaving!, sheet)}*${since(saving, month)}`
      const instalments = (file.instalments ?? []).map(({ amount, path }) => {
        const on = inputs.number(`${path}.month`, sheet)
        return `+IF(AND(${month}=${on},${month}<=${through}),${inputs.input(amount, sheet)},0)`
      })
      return `IF(${cell(due, month)}=1,${since(cumulated, month)}${shared},0)${instalments.join('')}`
    },
  })
  const paid = paidColumns(setting, months, file, { earned, through })
  return { months, paid }
}

type RepaymentFile = NonNullable<CompiledCase['file']['finance']['investor']>['repayment']

/** Kroner earned by the results of each month, with the premium. */
function resultsColumn(
  { compiled, inputs, people, words }: RepaymentSetting,
  months: MonthSheet,
  file: RepaymentFile,
): Column {
  const { sheet } = months
  const names = [...(file.prices?.keys() ?? [])].sort()
  return months.add({
    head: words.heads.results,
    style: 'money',
    cell: (month) => {
      const terms = names.map((name, index) => {
        const { per, groups, isNet } = compiled.repayment!.prices[index]!
        const counted = ({ success: 'successes', start: 'starts', completion: 'completions' } as const)[per]
        const count = peopleIn(
          sheet,
          people,
          groups,
          (group) => [
            { column: group[counted], sign: '+' },
            ...(isNet ? [{ column: group.anyway, sign: '-' as const }] : []),
          ],
          month,
        )
        return `${inputs.input(file.prices!.get(name)!.amount, sheet)}*(${count})`
      })
      return file.premium === undefined ? plus(terms) : `(${plus(terms)})*(1+${inputs.input(file.premium, sheet)})`
    },
  })
}

function savingColumn({ saving, words }: RepaymentSetting, months: MonthSheet): Column {
  const { sheet } = months
  const from = saving()
  const monthly = months.add({
    head: words.heads.saving,
    style: 'money',
    cell: (month) => sheet.to(inMonth(from, month)),
  })
  return cumulatedOf(months, monthly, `${words.heads.saving}, ${words.heads.cumulated}`)
}

export function cumulatedOf(months: MonthSheet, column: Column, head: string): Column {
  const { sheet } = months
  const own = months.coming
  return months.add({
    head,
    style: 'money',
    cell: (month) => {
      const now = sheet.to(inMonth(column, month))
      return month === 0 ? now : `${sheet.to(inMonth(own, month - 1))}+${now}`
    },
  })
}

function paidColumns(
  { compiled, inputs, words }: RepaymentSetting,
  months: MonthSheet,
  file: RepaymentFile,
  { earned, through }: { earned: Column; through: string },
): Column {
  const { heads } = words
  const { sheet } = months
  const cell = (column: Column, month: number): string => sheet.to(inMonth(column, month))
  // Paid so far stands before what is paid, so that each names the other a month apart.
  const before = months.coming
  const paid: Column = { sheet, column: before.column + 1 }
  months.add({
    head: heads.before,
    style: 'money',
    cell: (month) => (month === 0 ? 0 : `${cell(before, month - 1)}+${cell(paid, month - 1)}`),
  })
  return months.add({
    head: heads.paid,
    style: 'money-strong',
    cell: (month) => {
      const { cap, floor } = file
      const room = cap === 'none' ? undefined : `${inputs.input(cap, sheet)}-${cell(before, month)}`
      const capped = room === undefined ? `MAX(0,${cell(earned, month)})` : `MAX(0,MIN(${cell(earned, month)},${room}))`
      if (floor === 'none') return capped
      const missing = `MAX(0,${inputs.input(floor, sheet)}-${cell(before, month)}-${capped})`
      return `${capped}+IF(${month}=MIN(${through},${compiled.months}),${missing},0)`
    },
  })
}
