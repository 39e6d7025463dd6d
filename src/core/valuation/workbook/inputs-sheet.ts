/**
 * The sheet of inputs: every value of the case, a row each, with its mark and its source; what is uncertain has three rows more,
 * for its mean, for a figure to try instead, and for what is used.
 *
 * A number that a formula reaches stands in a coloured cell. A word, such as whether successes are counted of those who started,
 * decides which formulas the workbook has, so it is changed in the case and not on the sheet.
 */
import { assert } from '../../base/index.ts'
import { type YamlNode } from '../../text/index.ts'
import { type CompiledCase, type Estimate } from '../case/compiled.ts'
import { wordsOfKeys } from '../case/doubt-words.ts'
import { type Input } from '../case/inputs.ts'
import { type CaseRow, type CellNumber, emptyText, numberIn, rowsOf } from './case-rows.ts'
import { type CountTable, poissonTables } from './poisson-table.ts'
import { type CellStyle, Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export const inputColumns = { label: 0, value: 1, unit: 2, grade: 3, reason: 4, path: 5 } as const
export const inputsFirstRow = 4

export class Inputs {
  readonly sheet: Sheet
  readonly data: Sheet
  /** 1 is narrow and 2 is broad. */
  scenario!: Spot
  /** A day, or nothing: then each month has its own law. */
  lawAsOf!: Spot
  /** The first day of month 1. */
  startDay!: Spot
  /** What is used of each estimate, and where its low, likely and high figures stand. */
  readonly estimates = new Map<string, { mean: Spot; instead: Spot; used: Spot }>()
  /** Of each estimate that is a Poisson count, its table on the sheet of data. */
  readonly counts = new Map<string, CountTable>()
  private readonly numbers = new Map<string, { spot: Spot; number: CellNumber }>()
  private readonly texts = new Map<string, Spot>()

  constructor(sheet: Sheet, data: Sheet) {
    this.sheet = sheet
    this.data = data
  }

  remember(path: string, spot: Spot, number: CellNumber | undefined): void {
    if (number === undefined) this.texts.set(path, spot)
    else this.numbers.set(path, { spot, number })
  }

  has(path: string): boolean {
    return this.numbers.has(path)
  }

  text(path: string): Spot {
    const found = this.texts.get(path)
    assert(found !== undefined, `the case has ${path}`)
    return found
  }

  spot(path: string): Spot {
    const found = this.numbers.get(path.replace(/^case\./, ''))
    assert(found !== undefined, `the case has a number at ${path}`)
    return found.spot
  }

  /** What a formula writes for a number of the case, as an expression that can be multiplied. */
  number(path: string, on: Sheet): string {
    const found = this.numbers.get(path.replace(/^case\./, ''))
    assert(found !== undefined, `the case has a number at ${path}`)
    const name = on.to(found.spot)
    return found.number.unit.startsWith('year') ? `(12*${name})` : name
  }

  /** The same for a number that may be an estimate. */
  input({ estimate, path }: Input, on: Sheet): string {
    if (estimate === undefined) return this.number(path, on)
    return on.to(this.estimates.get(estimate)!.used)
  }
}

export function inputsSheet(compiled: CompiledCase, root: YamlNode, words: WorkbookWords): Inputs {
  const sheet = new Sheet(words.sheets.inputs)
  const inputs = new Inputs(sheet, dataSheet(compiled, words))
  const { heads } = words
  sheet.widths = [50, 16, 10, 14, 62, 46]
  sheet.put(0, 0, { value: words.sheets.inputs, style: 'title' })
  sheet.put(1, 0, { value: words.says.inputColour, style: 'quiet' })
  sheet.put(2, 0, { value: words.says.choices, style: 'quiet' })
  sheet.heads(3, [heads.figure, heads.value, heads.unit, heads.grade, heads.reason, heads.path])
  sheet.frozen = { rows: 4, columns: 1 }
  let row = switches(inputs, compiled, words, inputsFirstRow)
  const rows = withEmptyTexts(rowsOf(root))
  const sources = new Map(
    rows
      .filter(({ path, text }) => path.endsWith('.source') && text !== emptyText)
      .map(({ path, text }) => [path, text]),
  )
  let section = ''
  for (const [index, one] of rows.entries()) {
    const next = sectionOf(one.path)
    if (next !== section) row = sectionRow(sheet, row, next, words)
    section = next
    putRow(inputs, row++, one, sources, words)
    const estimate = estimateEnding(compiled, rows, index)
    if (estimate !== undefined) row = estimateRows(inputs, compiled, estimate, row, words)
  }
  inputs.startDay = startDayRow(inputs, words)
  poissonTables(inputs, compiled, drawnOf(compiled.estimates).length, words)
  return inputs
}

/** Texts with nothing in them say so; of one in two languages the other is enough to say that it is there. */
function withEmptyTexts(rows: readonly CaseRow[]): CaseRow[] {
  const written = new Set(rows.flatMap(({ path, text }) => (text === '' ? [] : [path])))
  const other = (path: string) => path.replace(/\.(da|en)$/, (_, locale: string) => (locale === 'da' ? '.en' : '.da'))
  return rows.map((row) => (row.text !== '' || written.has(other(row.path)) ? row : { ...row, text: emptyText }))
}

const sectionOf = (path: string): string => {
  const [top = '', name] = path.split('.')
  const isNamed = ['groups', 'costs', 'consequences', 'estimates'].includes(top)
  if (isNamed) return `${top}.${name}`
  return ['departments', 'finance', 'signed-off', 'savings-followed', 'correlations'].includes(top.replace(/\[.*/, ''))
    ? top.replace(/\[.*/, '')
    : ''
}

function sectionRow(sheet: Sheet, row: number, section: string, { keys }: WorkbookWords): number {
  const [top = '', name] = section.split('.')
  const title = name === undefined ? (keys[top] ?? top) : `${keys[top] ?? top}: ${name}`
  for (let column = 0; column <= inputColumns.path; column++)
    sheet.put(row + 1, column, { ...(column === 0 ? { value: title } : {}), style: 'section' })
  return row + 2
}

/** The cells that are not of the case itself: the scenario, and the law of one day. */
function switches(inputs: Inputs, { options }: CompiledCase, { heads }: WorkbookWords, row: number): number {
  const { sheet } = inputs
  sheet.put(row, 0, { value: heads.scenario, style: 'text' })
  inputs.scenario = sheet.put(row, 1, { value: options.scenario === 'narrow' ? 1 : 2, style: 'number-input' })
  sheet.put(row, 4, { value: heads.scenarioHow, style: 'quiet' })
  sheet.put(row + 1, 0, { value: heads.lawAsOf, style: 'text' })
  const day = options.lawAsOf === undefined ? {} : { value: options.lawAsOf + 25569 }
  inputs.lawAsOf = sheet.put(row + 1, 1, { ...day, style: 'day-input' })
  sheet.put(row + 1, 4, { value: heads.lawAsOfHow, style: 'quiet' })
  sheet.put(row + 2, 0, { value: heads.startDay, style: 'text' })
  return row + 3
}

function startDayRow(inputs: Inputs, { heads }: WorkbookWords): Spot {
  const { sheet } = inputs
  const row = inputsFirstRow + 2
  const text = sheet.to(inputs.text('starts'))
  const formula = `DATE(VALUE(LEFT(${text},4)),VALUE(RIGHT(${text},2)),1)`
  assert(sheet.at(row, 0)?.value === heads.startDay, 'the row of the start day is where it was put')
  return sheet.put(row, 1, { formula, style: 'day' })
}

const inputStyles: Readonly<Record<string, CellStyle>> = { '%': 'share-input', kr: 'money-input' }

function putRow(
  inputs: Inputs,
  row: number,
  one: CaseRow,
  sources: ReadonlyMap<string, string>,
  words: WorkbookWords,
): void {
  const { sheet } = inputs
  const { path, text, grade, reason } = one
  const number = numberIn(one)
  sheet.put(row, inputColumns.label, { value: labelOf(path, words), style: 'text' })
  const style = number === undefined ? 'text' : (inputStyles[number.unit] ?? 'number-input')
  const { fraction, value } = number ?? {}
  const content = fraction === undefined ? { value: value ?? text } : { formula: fraction }
  const spot = sheet.put(row, inputColumns.value, { ...content, style })
  inputs.remember(path, spot, number)
  if (number !== undefined && number.unit !== '') {
    sheet.put(row, inputColumns.unit, { value: words.units[number.unit] ?? number.unit, style: 'text' })
  }
  if (grade !== undefined) sheet.put(row, inputColumns.grade, { value: words.grades[grade], style: 'text' })
  const source = reason ?? (number === undefined ? undefined : sourceOf(path, sources))
  if (source !== undefined) {
    sheet.put(row, inputColumns.reason, { value: source, style: grade === undefined ? 'quiet' : 'wrap' })
  }
  sheet.put(row, inputColumns.path, { value: path, style: 'quiet' })
}

/** The source of the nearest part of the case that has one. */
function sourceOf(path: string, sources: ReadonlyMap<string, string>): string | undefined {
  for (let part = path; part.includes('.'); part = part.slice(0, part.lastIndexOf('.'))) {
    const found = sources.get(`${part.slice(0, part.lastIndexOf('.'))}.source`)
    if (found !== undefined) return found
  }
  return undefined
}

/** `dropout.share` of a group is "Frafald · andel"; the section says which group. */
export function labelOf(path: string, { keys }: WorkbookWords): string {
  const section = sectionOf(path)
  const rest = section === '' ? path : path.slice(section.length).replace(/^\./, '')
  return wordsOfKeys(rest.split('.'), keys)
}

/** The estimate whose last row this is. */
function estimateEnding({ estimates }: CompiledCase, rows: readonly CaseRow[], index: number): Estimate | undefined {
  const section = sectionOf(rows[index]!.path)
  const next = rows[index + 1]
  if (!section.startsWith('estimates.') || (next !== undefined && sectionOf(next.path) === section)) return undefined
  return estimates.find(({ name }) => section === `estimates.${name}`)
}

const usedStyles: Record<Estimate['unit'], { used: CellStyle; instead: CellStyle }> = {
  money: { used: 'money', instead: 'money-input' },
  share: { used: 'share', instead: 'share-input' },
  months: { used: 'decimal', instead: 'number-input' },
  number: { used: 'decimal', instead: 'number-input' },
}

function estimateRows(
  inputs: Inputs,
  compiled: CompiledCase,
  estimate: Estimate,
  row: number,
  { heads }: WorkbookWords,
): number {
  const { sheet } = inputs
  const style = usedStyles[estimate.unit]
  const formula = meanFormula(inputs, compiled, estimate)
  sheet.put(row, 0, { value: heads.mean, style: 'text' })
  const mean = sheet.put(row, 1, { formula, style: style.used })
  sheet.put(row + 1, 0, { value: heads.instead, style: 'text' })
  const instead = sheet.put(row + 1, 1, { style: style.instead })
  sheet.put(row + 2, 0, { value: heads.used, style: 'text' })
  const name = sheet.to(instead)
  const used = sheet.put(row + 2, 1, { formula: `IF(ISNUMBER(${name}),${name},${sheet.to(mean)})`, style: style.used })
  inputs.estimates.set(estimate.name, { mean, instead, used })
  return row + 3
}

/** The mean, as `meanOf` has it. */
function meanFormula(inputs: Inputs, compiled: CompiledCase, { name, distribution }: Estimate): string {
  const at = (key: string): string => inputs.number(`estimates.${name}.${key}`, inputs.sheet)
  switch (distribution.kind) {
    case 'point':
      return at('is')
    case 'pert':
      return `(${at('low')}+4*${at('likely')}+${at('high')})/6`
    case 'beta':
      return `${at('beta[0]')}/(${at('beta[0]')}+${at('beta[1]')})`
    case 'lognormal':
      return at('lognormal-mean')
    case 'poisson':
      return at('poisson')
    case 'uniform':
      return `(${at('uniform[0]')}+${at('uniform[1]')})/2`
    case 'normal':
      return inputs.has(`estimates.${name}.within[0]`) ? truncatedMean(at) : at('normal')
    case 'empirical':
      return `AVERAGE(${dataRange(inputs, compiled, name, inputs.sheet)})`
  }
}

function truncatedMean(at: (key: string) => string): string {
  const z = (bound: string): string => `((${at(bound)}-${at('normal')})/${at('sd')})`
  const [from, to] = [z('within[0]'), z('within[1]')]
  const density = (of: string): string => `EXP(-(${of}*${of})/2)/SQRT(2*PI())`
  return `${at('normal')}+${at('sd')}*(${density(from)}-${density(to)})/(NORMSDIST(${to})-NORMSDIST(${from}))`
}

/** The numbers that estimates are drawn from, a column for each such estimate, in the order of the estimates. */
function dataSheet({ estimates }: CompiledCase, words: WorkbookWords): Sheet {
  const sheet = new Sheet(words.sheets.data, { isWorking: true })
  for (const [column, { name, values }] of drawnOf(estimates).entries()) {
    sheet.put(0, column, { value: name, style: 'head' })
    for (const [row, value] of values.entries()) sheet.put(row + 1, column, { value, style: 'number' })
  }
  return sheet
}

function drawnOf(estimates: readonly Estimate[]): { name: string; values: Float64Array }[] {
  return estimates.flatMap(({ name, distribution }) =>
    distribution.kind === 'empirical' ? [{ name, values: distribution.values }] : [],
  )
}

/** Where an estimate's own numbers stand. */
export function dataRange(inputs: Inputs, { estimates }: CompiledCase, name: string, on: Sheet): string {
  const drawn = drawnOf(estimates)
  const column = drawn.findIndex((one) => one.name === name)
  return on.down(inputs.data, column, 1, drawn[column]!.values.length)
}
