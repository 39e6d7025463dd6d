/** What the effort costs, month by month, and what the state refunds of it. */
import { type CompiledCase, type CompiledCost, countOfPace } from '../case/compiled.ts'
import { costRefund } from './cost-refund.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type LawMonths, vatParts } from './law-sheet.ts'
import { type Column, MonthSheet, inMonth } from './months.ts'
import { type People, peopleIn } from './people-sheet.ts'
import { type Rates } from './rates-sheet.ts'
import { type Sheet } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type CostColumns = {
  gross: Column
  refund: Column | undefined
  /** The VAT in it, and what the state takes of it where it is money given to the municipality. */
  charged: Column | undefined
  taken: Column | undefined
}
export type Costs = { months: MonthSheet; columns: Map<string, CostColumns>; grids: Sheet[] }

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
  const grids: Sheet[] = []
  const columns = new Map(compiled.costs.map((cost) => [cost.name, costColumns(setting, { months, grids }, cost)]))
  return { months, columns, grids }
}

type CostSheets = { months: MonthSheet; grids: Sheet[] }

function costColumns(setting: CostSetting, { months, grids }: CostSheets, cost: CompiledCost): CostColumns {
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
  const share = typeof file.vat === 'object' ? inputs.number(`${file.vat.path}.share`, sheet) : '0'
  const vat = vatParts(law, { vat: cost.vat === undefined ? 'none' : (file.vat ?? 'none'), share, words })
  const spent = (month: number, part: string): string => {
    return `${sheet.to(inMonth(times, month))}*${amount}${part === '1' ? '' : `*${part}`}`
  }
  const gross = months.add({
    head: heads.paid,
    style: 'money',
    cell: (month) => spent(month, vat(sheet, month).paid),
  })
  const charged =
    cost.vat === undefined
      ? undefined
      : months.add({ head: heads.vat, style: 'money', cell: (month) => spent(month, vat(sheet, month).vat) })
  // Of a grant that is exempt nothing is taken under any law.
  const isTaken = cost.grant?.taken.some((share) => share > 0) === true
  const taken = isTaken ? takenColumn(setting, months, gross) : undefined
  const { refund } = file
  if (cost.sharerLine === undefined || refund === 'none') return { gross, refund: undefined, charged, taken }
  const withoutVat = (month: number): string =>
    `${sheet.to(inMonth(gross, month))}${charged === undefined ? '' : `-${sheet.to(inMonth(charged, month))}`}`
  const rest = (month: number): string => {
    const { paid, vat: part } = vat(sheet, month)
    return `(${paid}-${part})`
  }
  const borne = costRefund({
    ...{ inputs, law, people: setting.people, words, months, cost, file, refund, times, amount, withoutVat, grids },
    rest: charged === undefined ? undefined : rest,
  })
  const back = months.add({ head: heads.refund, style: 'money', cell: (month) => (month === 0 ? 0 : borne(month)) })
  return { gross, refund: back, charged, taken }
}

/** What the state takes of money that is given to the municipality. */
function takenColumn({ law, words }: CostSetting, months: MonthSheet, gross: Column): Column {
  const { sheet } = months
  const share = law.figure('foundation-vat', 'share', words.heads.foundationVat)
  return months.add({
    head: words.heads.foundationVat,
    style: 'money',
    cell: (month) => `${sheet.to(inMonth(gross, month))}*${sheet.to(inMonth(share, Math.max(1, month)))}/100`,
  })
}

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
  return peopleIn(sheet, people, cost.groups, (group) => [{ column: group[countOfPace[pace]], sign: '+' }], month)
}
