/**
 * Prices, indexes, discount rates and the figures of dated rules, as the catalogue has them, each with its source beside it.
 *
 * Each figure of a rule has a table with a row for each day on which it changes, so that a formula looks up the law of a month.
 */
import { type Day, addDays, firstDayOfMonth } from '../../base/index.ts'
import { type Catalogue, type IndexEstimate, type Price, type RuleFigure } from '../catalogue/catalogue.ts'
import { indexed } from '../catalogue/indexed.ts'
import { healthServices, ruleTraits, ruleValue, sharingRules } from '../rules/index.ts'
import { type CompiledCase } from '../case/compiled.ts'
import { type Inputs } from './inputs-sheet.ts'
import { serialOfDay1970 } from './functions.ts'
import { Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

/** Where one figure of a rule stands: days downwards, and for each step the bound from which it applies and its value. */
export type RuleTable = { fromRow: number; throughRow: number; steps: { from: number; value: number }[] }

/** The days on which the law of a rule changes, downwards, and into how many pieces they cut a month at most. */
export type RuleChanges = { column: number; fromRow: number; throughRow: number; pieces: number }

export class Rates {
  readonly sheet: Sheet
  /** A price in the price year of the case, by consequence. */
  readonly prices = new Map<string, Spot>()
  /** What an amount of another year is multiplied with, by `cost name` or `consequence name`. */
  readonly factors = new Map<string, Spot>()
  readonly discounting: { through: Spot | undefined; rate: Spot }[] = []
  readonly rules = new Map<string, RuleTable>()
  /** Of each rule that is counted by days or weeks and whose law changes within a month. */
  readonly changes = new Map<string, RuleChanges>()
  netTaxFactor: Spot | undefined

  constructor(sheet: Sheet) {
    this.sheet = sheet
  }

  /** The figure of a rule on a day: `part` is its bound or its value, of one of its steps. */
  lookup(on: Sheet, key: string, { step = 0, part }: { step?: number; part: 'from' | 'value' }, day: string): string {
    const { fromRow, throughRow, steps } = this.rules.get(key)!
    const days = on.down(this.sheet, 1, fromRow, throughRow)
    const values = on.down(this.sheet, steps[step]![part], fromRow, throughRow)
    return `LOOKUP(${day},${days},${values})`
  }
}

export type RatesSetting = { compiled: CompiledCase; catalogue: Catalogue; inputs: Inputs; words: WorkbookWords }

/** The figures that each rule's formulas look up. */
const ruleFigures: Readonly<Record<string, readonly string[]>> = {
  'refund-ladder': ['state-share', 'restart-weeks', 'restart-years'],
  shelter: ['state-share', 'cap-days'],
  central: ['state-share', 'once-months'],
  'support-at-home': ['state-share', 'window-years'],
  'crisis-centre': ['state-share'],
  'health-cofinancing': healthServices.flatMap((service) => [service, `${service}-max`]),
  vat: ['rate'],
  'foundation-vat': ['share'],
}

/** Rules that ask for the law of each day or week; the others ask for that of the first of a month. */
const countedByDay: readonly string[] = ['refund-ladder', 'shelter', 'support-at-home', 'crisis-centre']

export const ruleKey = (rule: string, figure: string): string => `${rule} ${figure}`

export function ratesSheet(setting: RatesSetting): Rates {
  const { words } = setting
  const sheet = new Sheet(words.sheets.rates)
  const rates = new Rates(sheet)
  sheet.widths = [52, 16, 14, 14, 14, 14, 14, 14, 14, 14, 60]
  sheet.put(0, 0, { value: words.sheets.rates, style: 'title' })
  sheet.put(1, 0, { value: words.says.inputColour, style: 'quiet' })
  sheet.frozen = { rows: 2, columns: 1 }
  const steps = new IndexSteps()
  let row = priceRows(setting, rates, steps, 3)
  row = ownPriceRows(setting, rates, steps, row)
  row = indexRows(setting, rates, steps, row)
  row = discountRows(setting, rates, row)
  row = economicRow(setting, rates, row)
  ruleRows(setting, rates, row)
  return rates
}

/** Percentages that are used, put on the sheet once each; the formulas of factors are written when their places are known. */
class IndexSteps {
  readonly rows: IndexEstimate[] = []
  readonly factors: { spot: Spot; steps: readonly IndexEstimate[]; isBack: boolean }[] = []

  use(spot: Spot, steps: readonly IndexEstimate[], isBack: boolean): void {
    for (const step of steps) if (!this.rows.includes(step)) this.rows.push(step)
    this.factors.push({ spot, steps, isBack })
  }
}

function headsRow(sheet: Sheet, row: number, section: string, heads: readonly string[]): number {
  for (let column = 0; column <= sourceColumn; column++)
    sheet.put(row, column, { ...(column === 0 ? { value: section } : {}), style: 'section' })
  for (const [column, value] of heads.entries())
    if (value !== '')
      sheet.put(row + 1, column, { value, style: column === 0 || column === sourceColumn ? 'head' : 'head-right' })
  return row + 2
}

const sourceColumn = 10
const factorColumn = 5
const amountColumn = 6

function priceRows(
  { compiled, catalogue, words }: RatesSetting,
  rates: Rates,
  steps: IndexSteps,
  from: number,
): number {
  const { heads, locale, units } = words
  const { sheet } = rates
  if (compiled.prices.length === 0) return from
  const columns = [heads.item, heads.price, heads.unit, heads.priceYear, heads.index, heads.factor, heads.amount]
  let row = headsRow(sheet, from, heads.prices, [...columns, heads.confidence, heads.grade, '', heads.source])
  const { priceYear } = compiled.file
  const known = new Map<Price, Spot>()
  for (const { consequence, price } of compiled.prices) {
    const before = known.get(price)
    if (before !== undefined) {
      rates.prices.set(consequence, before)
      continue
    }
    sheet.put(row, 0, { value: `${price.label[locale]} (${price.id})`, style: 'text' })
    const value = sheet.put(row, 1, { value: price.value, style: 'money-input' })
    sheet.put(row, 2, { value: units[price.unit] ?? price.unit, style: 'text' })
    sheet.put(row, 3, { value: price.priceYear, style: 'whole' })
    if (price.index !== undefined) sheet.put(row, 4, { value: price.index, style: 'text' })
    const { provenance } = price
    sheet.put(row, 7, { value: provenance.confidence, style: 'text' })
    sheet.put(row, 8, { value: words.grades[provenance.grade], style: 'text' })
    sheet.put(row, sourceColumn, { value: provenance.source, style: 'wrap' })
    const factor = sheet.put(row, factorColumn, { formula: '1', style: 'factor' })
    const use = { from: price.priceYear, to: priceYear, family: price.index ?? '', at: provenance.at }
    if (price.priceYear !== priceYear) steps.use(factor, indexed(catalogue, 1, use).steps, priceYear < price.priceYear)
    const formula = `${sheet.to(value)}*${sheet.to(factor)}`
    const spot = sheet.put(row, amountColumn, { formula, style: 'ore' })
    rates.prices.set(consequence, spot)
    known.set(price, spot)
    row++
  }
  return row + 1
}

/** Costs and prices of the case itself that are stated in another year. */
function ownPriceRows(setting: RatesSetting, rates: Rates, steps: IndexSteps, from: number): number {
  const { compiled, catalogue, words } = setting
  const { file } = compiled
  const stated = [
    ...[...file.costs].map(([name, cost]) => ({ key: `cost ${name}`, of: cost, label: cost.label })),
    ...[...file.consequences].flatMap(([name, { ownPrice, label }]) =>
      ownPrice === undefined ? [] : [{ key: `consequence ${name}`, of: ownPrice, label }],
    ),
  ].filter(({ of }) => of.priceYear !== undefined && of.priceYear !== file.priceYear && of.index !== undefined)
  if (stated.length === 0) return from
  const { heads, locale } = words
  const { sheet } = rates
  let row = headsRow(sheet, from, heads.indexes, [heads.item, '', '', heads.priceYear, heads.index, heads.factor])
  for (const { key, of, label } of stated) {
    sheet.put(row, 0, { value: label[locale], style: 'text' })
    sheet.put(row, 3, { value: of.priceYear!, style: 'whole' })
    sheet.put(row, 4, { value: of.index!, style: 'text' })
    const factor = sheet.put(row, factorColumn, { formula: '1', style: 'factor' })
    const use = { from: of.priceYear!, to: file.priceYear, family: of.index!, at: of.at }
    steps.use(factor, indexed(catalogue, 1, use).steps, file.priceYear < of.priceYear!)
    rates.factors.set(key, factor)
    row++
  }
  return row + 1
}

function indexRows({ words }: RatesSetting, { sheet }: Rates, { rows, factors }: IndexSteps, from: number): number {
  if (rows.length === 0) return from
  const { heads, locale } = words
  const columns = [
    heads.index,
    heads.percent,
    heads.year,
    '',
    '',
    '',
    '',
    heads.confidence,
    heads.grade,
    '',
    heads.source,
  ]
  let row = headsRow(sheet, from, heads.indexes, columns)
  const spots = new Map<IndexEstimate, Spot>()
  for (const estimate of rows) {
    const { label, year, percent, provenance } = estimate
    sheet.put(row, 0, { value: `${label[locale]} (${estimate.family})`, style: 'text' })
    spots.set(estimate, sheet.put(row, 1, { value: percent, style: 'percent-input' }))
    sheet.put(row, 2, { value: year, style: 'whole' })
    sheet.put(row, 7, { value: provenance.confidence, style: 'text' })
    sheet.put(row, 8, { value: words.grades[provenance.grade], style: 'text' })
    sheet.put(row, sourceColumn, { value: provenance.source, style: 'wrap' })
    row++
  }
  for (const { spot, steps, isBack } of factors) {
    const product = steps.map((step) => `(1+${sheet.to(spots.get(step)!)}/100)`).join('*')
    sheet.put(spot.row, spot.column, { formula: isBack ? `1/(${product})` : product, style: 'factor' })
  }
  return row + 1
}

function discountRows({ compiled, catalogue, words }: RatesSetting, rates: Rates, from: number): number {
  const { heads, locale } = words
  const { sheet } = rates
  const columns = [heads.discounting, heads.rate, heads.fromYear, heads.throughYear]
  let row = headsRow(sheet, from, heads.discounting, [
    ...columns,
    '',
    '',
    '',
    heads.confidence,
    heads.grade,
    '',
    heads.source,
  ])
  for (const step of catalogue.discountGuides.get(compiled.file.discounting.guide) ?? []) {
    sheet.put(row, 0, { value: step.label[locale], style: 'text' })
    const rate = sheet.put(row, 1, { value: step.rate, style: 'percent-input' })
    sheet.put(row, 2, { value: step.fromYear, style: 'whole' })
    const { throughYear, provenance } = step
    const through = throughYear === undefined ? undefined : sheet.put(row, 3, { value: throughYear, style: 'whole' })
    sheet.put(row, 7, { value: provenance.confidence, style: 'text' })
    sheet.put(row, 8, { value: words.grades[provenance.grade], style: 'text' })
    sheet.put(row, sourceColumn, { value: provenance.source, style: 'wrap' })
    rates.discounting.push({ through, rate })
    row++
  }
  return row + 1
}

/** The net tax factor as the economic view takes it. */
function economicRow({ compiled, catalogue, words }: RatesSetting, rates: Rates, from: number): number {
  const { file, startDay } = compiled
  const guide = catalogue.discountGuides.get(file.discounting.guide)?.[0]?.valid.from ?? startDay
  const on = Math.max(startDay, guide)
  const asked = { rule: 'economic', figure: 'net-tax-factor', on }
  const { value } = ruleValue(catalogue, asked, { law: {}, at: file.discounting.at })
  if (value === undefined) return from
  const { heads, locale } = words
  const { sheet } = rates
  const rows = (catalogue.rules.get('economic') ?? []).filter(({ figure }) => figure === 'net-tax-factor')
  const row = headsRow(sheet, from, heads.economic, [])
  const figure = rows.findLast(({ valid }) => valid.from <= on)
  sheet.put(row, 0, { value: figure?.label[locale] ?? heads.netTaxFactor, style: 'text' })
  rates.netTaxFactor = sheet.put(row, 1, { value, style: 'number-input' })
  sheet.put(row, sourceColumn, { value: figure?.provenance.source ?? '', style: 'wrap' })
  return row + 2
}

function ruleRows({ compiled, catalogue, words }: RatesSetting, rates: Rates, from: number): void {
  const { costs, consequences, file } = compiled
  const used = new Set<string>()
  for (const { name, vat } of consequences) {
    const { refund } = file.consequences.get(name)!
    if (refund !== 'none') used.add(refund.rule)
    if (vat !== undefined) used.add('vat')
  }
  for (const { name, sharerLine, vat, grant } of costs) {
    const { refund } = file.costs.get(name)!
    if (sharerLine !== undefined && refund !== 'none') used.add(refund.rule)
    if (vat !== undefined) used.add('vat')
    if (grant !== undefined) used.add('foundation-vat')
  }
  let row = from
  for (const rule of used) {
    const named = sharingRules.find((one) => one === rule)
    const rows = catalogue.rules.get(named === undefined ? rule : ruleTraits[named].rule) ?? []
    const figures = ruleFigures[rule]!
    for (const figure of figures) {
      const own = rows.filter((one) => one.figure === figure)
      if (own.length > 0) row = ruleTable(rates, ruleKey(rule, figure), own, words, row)
    }
    if (!countedByDay.includes(rule)) continue
    const dated = rows.filter(({ figure }) => figures.includes(figure))
    row = changeTable(rates, rule, changeDays(dated), words, row)
  }
}

/** The days on which some figure begins or ends, in order. */
function changeDays(rows: readonly RuleFigure[]): Day[] {
  const days = rows.flatMap(({ valid: { from, through } }) => (through === undefined ? [from] : [from, through + 1]))
  return [...new Set(days)].sort((a, b) => a - b)
}

/** 31 December 9999, the last day that a spreadsheet knows. */
const lastOfAll = 2_958_465

/** The table of a rule's days of change; nothing where all of them are the first of a month. */
function changeTable(rates: Rates, rule: string, days: readonly Day[], words: WorkbookWords, from: number): number {
  const within = days.filter((day) => day !== firstDayOfMonth(day)).map((day) => firstDayOfMonth(day))
  if (within.length === 0) return from
  const pieces = 1 + Math.max(...within.map((month) => within.filter((one) => one === month).length))
  const { heads } = words
  const { sheet } = rates
  const fromRow = headsRow(sheet, from, `${heads.rules}: ${rule}`, ['', heads.validFrom])
  const listed = [0, ...days.map((day) => day + serialOfDay1970), lastOfAll]
  for (const [index, value] of listed.entries()) sheet.put(fromRow + index, 1, { value, style: 'day' })
  const throughRow = fromRow + listed.length - 1
  rates.changes.set(rule, { column: 1, fromRow, throughRow, pieces })
  return throughRow + 2
}

/** Far above any week, day or amount: the bound of a step that a law does not have. */
const beyond = 1_000_000_000

function ruleTable(rates: Rates, key: string, rows: readonly RuleFigure[], words: WorkbookWords, from: number): number {
  const { heads, locale } = words
  const { sheet } = rates
  const days = [...new Set(rows.map(({ valid }) => valid.from))].sort((a, b) => a - b)
  const sets = days.map((day) => rows.filter(({ valid }) => valid.from === day).sort((a, b) => a.from - b.from))
  const most = Math.max(...sets.map(({ length }) => length))
  const steps = Array.from({ length: most }, (_, step) => ({ from: 2 + 2 * step, value: 3 + 2 * step }))
  const stepHeads = steps.flatMap((_, step) => [`${heads.step} ${step + 1}`, heads.value])
  const columns = [heads.rules, heads.validFrom, ...stepHeads]
  while (columns.length < sourceColumn) columns.push('')
  let row = headsRow(sheet, from, `${heads.rules}: ${key}`, [...columns, heads.source])
  const fromRow = row
  // Before the first day, and after the last of a row that ends, the law has no such figure.
  const gap = (day: number): void => {
    sheet.put(row, 1, { value: day, style: 'day' })
    row++
  }
  gap(0)
  for (const [index, set] of sets.entries()) {
    const [figure] = set
    sheet.put(row, 0, { value: figure!.label[locale], style: 'text' })
    sheet.put(row, 1, { value: figure!.valid.from + serialOfDay1970, style: 'day' })
    for (const [step, { from: bound, value }] of steps.entries()) {
      const own = set[step]
      sheet.put(row, bound, { value: own?.from ?? beyond, style: 'number-input' })
      const before = sheet.to({ sheet, row, column: value - 2 })
      sheet.put(
        row,
        value,
        own === undefined ? { formula: before, style: 'number' } : { value: own.value, style: 'number-input' },
      )
    }
    sheet.put(row, sourceColumn, { value: figure!.provenance.source, style: 'wrap' })
    row++
    const { through } = figure!.valid
    if (through !== undefined && days[index + 1] !== addDays(through, 1)) gap(through + 1 + serialOfDay1970)
  }
  rates.rules.set(key, { fromRow, throughRow: row - 1, steps })
  return row + 1
}
