/** What the effort costs, month by month, and what the state refunds of it. */
import { type CompiledCase, type CompiledCost } from '../case/index.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type LawMonths } from './law-sheet.ts'
import { type Column, MonthSheet, inMonth } from './months.ts'
import { type People, peopleIn } from './people-sheet.ts'
import { type Rates } from './rates-sheet.ts'
import { type WorkbookWords } from './words.ts'

export type CostColumns = { gross: Column; refund: Column | undefined }
export type Costs = { months: MonthSheet; columns: Map<string, CostColumns> }

export type CostSetting = {
  compiled: CompiledCase
  inputs: Inputs
  rates: Rates
  law: LawMonths
  people: People
  words: WorkbookWords
}

export function costsSheet(setting: CostSetting): Costs {
  const { compiled, words } = setting
  const { sheets, heads, says } = words
  const about = { title: sheets.costs, note: says.sheetSays.costs, monthHead: heads.month }
  const months = new MonthSheet(sheets.costs, compiled.months, about)
  const columns = new Map(compiled.costs.map((cost) => [cost.name, costColumns(setting, months, cost)]))
  return { months, columns }
}

function costColumns(setting: CostSetting, months: MonthSheet, cost: CompiledCost): CostColumns {
  const { compiled, inputs, rates, law, words } = setting
  const { heads, locale } = words
  const { sheet } = months
  const file = compiled.file.costs.get(cost.name)!
  const factor = rates.factors.get(`cost ${cost.name}`)
  const carried = factor === undefined ? '' : `*${sheet.to(factor)}`
  const each =
    file.amount === undefined
      ? `${inputs.input(file.minutes!, sheet)}*${inputs.input(file.hourly!, sheet)}/60`
      : inputs.input(file.amount, sheet)
  const times = months.add({
    over: file.label[locale],
    head: heads.times,
    style: 'people',
    top: { formula: each + carried, style: 'ore' },
    cell: (month) => timesIn(setting, months, cost, month),
  })
  const amount = sheet.to(months.top(times))
  const gross = months.add({
    head: heads.paid,
    style: 'money',
    cell: (month) => `${sheet.to(inMonth(times, month))}*${amount}`,
  })
  if (cost.refundShare === undefined) return { gross, refund: undefined }
  const share = law.figure('support-at-home', 'state-share', heads.stateShare)
  const refund = months.add({
    head: heads.refund,
    style: 'money',
    cell: (month) => (month === 0 ? 0 : `${sheet.to(inMonth(gross, month))}*${sheet.to(inMonth(share, month))}/100`),
  })
  return { gross, refund }
}

const counted = {
  referral: 'referred',
  start: 'starts',
  'person-month': 'inService',
  completion: 'completions',
  success: 'successes',
} as const

/** How many times the cost is paid in the month. */
function timesIn(setting: CostSetting, months: MonthSheet, cost: CompiledCost, month: number): string {
  const { compiled, inputs, people } = setting
  const { sheet } = months
  const file = compiled.file.costs.get(cost.name)!
  const { pace } = cost
  if (pace === 'once') return `IF(${month}=${inputs.number(`${file.path}.month`, sheet)},1,0)`
  if (pace === 'month' || pace === 'year') {
    if (month === 0) return '0'
    const [from, through] = ['from', 'through'].map((key) => inputs.number(`${file.path}.${key}`, sheet))
    const isDue = pace === 'month' ? '' : `,MOD(${month}-MAX(1,${from}),12)=0`
    return `IF(AND(${month}>=${from},${month}<=${through}${isDue}),1,0)`
  }
  return peopleIn(sheet, people, cost.groups, (group) => [{ column: group[counted[pace]], sign: '+' }], month)
}
