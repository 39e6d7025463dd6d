/**
 * What is uncertain, and what must be true: each estimate with its low and its high figure, the municipality's present value at
 * each, and the value at which that is nothing.
 *
 *     the bar    the case once more with the low figure in place of the used one, and once more with the high one
 *     must be    where the line through the two ends is nothing, kept within what the estimate can be; the case is worked out there,
 *                and where that is not nothing, the line through the last two points says where to try next
 *
 * What an estimate moves is copied (`variant.ts`), a sheet for each estimate. Where the result is a straight line of the estimate the
 * first try is the answer; otherwise a few tries come as near as half a krone, or the cell says that they did not. The case that
 * surprises: an estimate that no figure of its own could make carry the case; then the tries end at its least or its most.
 */
import { type CompiledCase, type Estimate } from '../case/compiled.ts'
import { type TornadoBar } from '../case/sensitivity.ts'
import { type Inputs, dataRange } from './inputs-sheet.ts'
import { type Column, MonthSheet, overMonths } from './months.ts'
import { poissonQuantile } from './poisson-table.ts'
import { type Results } from './results-sheets.ts'
import { type CellStyle, Sheet, type Spot } from './sheet.ts'
import { type MonthColumns } from './variant.ts'
import { type WorkbookWords } from './words.ts'

const tenth = 0.1
/** What an estimate that is no share may be: all but one chance in a thousand at each end. */
const thousandth = 0.001

export type TornadoSetting = {
  compiled: CompiledCase
  inputs: Inputs
  /** The bars as the program has them, which is the order of the rows. */
  bars: readonly TornadoBar[]
  /** The municipality's money by month, and what a krone of each month is worth. */
  net: Column
  factor: Column
  presentValue: Spot
  columns: MonthColumns
  words: WorkbookWords
  results: Results
}

const at = { low: 1, mean: 2, high: 3, used: 4, atLow: 5, atHigh: 6, width: 7, side: 8, must: 9, proof: 10, source: 13 }
/** Of the table below: what the estimate can be, and a figure and its present value for each try. */
const below = { least: 1, most: 2, tries: 3 }
/** How often the case is worked out to find what must be true; enough for every case we know to come within an øre. */
export const tries = 5

/** The sheet, and the sheets of the variants behind it. */
export function tornadoSheet(setting: TornadoSetting): { sheet: Sheet; variants: MonthSheet[] } {
  const { compiled, bars, presentValue, words } = setting
  const { sheets, heads } = words
  const sheet = new Sheet(sheets.tornado)
  sheet.widths = [52, 14, 14, 16, 16, 16, 16, 16, 16, 20, 16, 16, 16, 60]
  sheet.put(0, 0, { value: sheets.tornado, style: 'title' })
  let row = 1
  for (const value of words.tornadoSays) sheet.put(row++, 0, { value, style: 'quiet' })
  row++
  sheet.put(row, 0, { value: `${heads.municipality}: ${heads.presentValue}`, style: 'text' })
  const now = sheet.put(row, 1, { formula: sheet.to(presentValue), style: 'money-strong' })
  row += 2
  sheet.heads(row, [heads.figure])
  const right = [heads.low, heads.mean, heads.high, heads.used, heads.atLow, heads.atHigh, heads.difference]
  sheet.heads(row, [...right, heads.gains, heads.must, heads.atMust], 'head-right', 1)
  sheet.heads(row, ['', '', heads.source], 'head', at.source - 2)
  const tryHeads = Array.from({ length: tries }, (_, index) => [
    `${heads.tried} ${index + 1}`,
    heads.presentValue,
  ]).flat()
  const workings = row + compiled.estimates.length + 3
  sheet.heads(workings, [heads.workings])
  sheet.heads(workings, [heads.least, heads.most, ...tryHeads], 'head-right', below.least)
  sheet.frozen = { rows: row + 1, columns: 1 }
  const head = row
  row++
  const placeOf = ({ name }: Estimate): number => bars.findIndex(({ estimate }) => estimate === name)
  const barred = compiled.estimates.filter((one) => placeOf(one) >= 0).sort((a, b) => placeOf(a) - placeOf(b))
  const variants: MonthSheet[] = []
  for (const estimate of [...barred, ...compiled.estimates.filter((one) => placeOf(one) < 0)]) {
    const place = { row, tryRow: workings + row - head }
    const ends = estimateRow(setting, sheet, place, estimate)
    const number = variants.length + 1
    if (ends !== undefined) variants.push(barOf(setting, sheet, { place, estimate, ends, now, number }))
    row++
  }
  return { sheet, variants }
}

type Ends = { low: Spot; high: Spot; least: Spot; most: Spot }

const styleOf = ({ unit }: Estimate): CellStyle => (unit === 'money' ? 'money' : unit === 'share' ? 'share' : 'decimal')

/** The figures of the estimate; its ends where it is uncertain. */
function estimateRow(
  { compiled, inputs, results, words }: TornadoSetting,
  sheet: Sheet,
  { row, tryRow }: Place,
  estimate: Estimate,
): Ends | undefined {
  const { name, label, unit, source } = estimate
  const { mean, used } = inputs.estimates.get(name)!
  const style = styleOf(estimate)
  sheet.put(row, 0, { value: label[words.locale], style: 'text' })
  sheet.put(row, at.source, { value: source, style: 'wrap' })
  results.set(`estimate/${name}/mean`, sheet.put(row, at.mean, { formula: sheet.to(mean), style }))
  sheet.put(row, at.used, { formula: sheet.to(used), style })
  const quantile = (on: number, column: number, chance: number): Spot | undefined => {
    const formula = quantileFormula(sheet, { compiled, inputs, words }, estimate, chance)
    return formula === undefined ? undefined : sheet.put(on, column, { formula, style })
  }
  const [low, high] = [quantile(row, at.low, tenth), quantile(row, at.high, 1 - tenth)]
  if (low === undefined || high === undefined) return undefined
  results.set(`estimate/${name}/low`, low)
  results.set(`estimate/${name}/high`, high)
  const isShare = unit === 'share'
  sheet.put(tryRow, 0, { value: label[words.locale], style: 'text' })
  const end = (column: number, share: number, chance: number): Spot =>
    isShare ? sheet.put(tryRow, column, { value: share, style }) : quantile(tryRow, column, chance)!
  const [least, most] = [end(below.least, 0, thousandth), end(below.most, 1, 1 - thousandth)]
  return { low, high, least, most }
}

/** As good as the same between two present values, and as good as nothing, in kroner. */
export const sameValue = 0.005
export const asGoodAsNothing = 0.5

/** The row of the estimate in the table, and in that of the tries. */
type Place = { row: number; tryRow: number }
type Bar = { place: Place; estimate: Estimate; ends: Ends; now: Spot; number: number }

/** The ends of the bar and what must be true, each worked out on the sheet of the estimate. */
function barOf(setting: TornadoSetting, sheet: Sheet, { place, estimate, ends, now, number }: Bar): MonthSheet {
  const { compiled, inputs, results, words } = setting
  const { heads, says, locale } = words
  const { name, label } = estimate
  const { used } = inputs.estimates.get(name)!
  const style = styleOf(estimate)
  const title = `${words.sheets.swing} ${number}: ${label[locale]}`
  const about = { title, note: says.sheetSays.swing, monthHead: heads.month, isWorking: true }
  const months = new MonthSheet(`${words.sheets.swing} ${number}`, compiled.months, about)
  const { row, tryRow } = place
  const valueAt = (on: number, column: number, by: Spot, over: string): Spot => {
    const formula = valueWith(setting, sheet, months, { used, by, over })
    return sheet.put(on, column, { formula, style: on === row ? 'money-strong' : 'money' })
  }
  const [from, to] = [valueAt(row, at.atLow, ends.low, heads.low), valueAt(row, at.atHigh, ends.high, heads.high)]
  results.set(`tornado/${name}/low`, from)
  results.set(`tornado/${name}/high`, to)
  const moved = sheet.to(sheet.put(row, at.width, { formula: `${sheet.to(to)}-${sheet.to(from)}`, style: 'money' }))
  const [least, most] = [sheet.to(ends.least), sheet.to(ends.most)]
  const points = [
    { figure: sheet.to(ends.low), value: sheet.to(from) },
    { figure: sheet.to(ends.high), value: sheet.to(to) },
  ]
  for (let index = 0; index < tries; index++) {
    const column = below.tries + 2 * index
    const spot = sheet.put(tryRow, column, { formula: nextTry(points.at(-2)!, points.at(-1)!, least, most), style })
    const value = valueAt(tryRow, column + 1, spot, `${heads.tried} ${index + 1}`)
    points.push({ figure: sheet.to(spot), value: sheet.to(value) })
  }
  const last = points.at(-1)!
  const whatever = `IF(${sheet.to(now)}>=0,"${heads.always}","${heads.nowhere}")`
  const isAtEnd = `OR(ABS(${moved})<${sameValue},${last.figure}=${least},${last.figure}=${most})`
  const isFound = `AND(ABS(${moved})>=${sameValue},ABS(${last.value})<${asGoodAsNothing})`
  const must = `IF(${isFound},${last.figure},IF(${isAtEnd},${whatever},"${heads.notFound}"))`
  const spot = sheet.put(row, at.must, { formula: must, style })
  results.set(`must/${name}`, spot)
  const isNumber = `ISNUMBER(${sheet.to(spot)})`
  const side = `IF(${isNumber},IF(${moved}>0,"${heads.atLeast}","${heads.atMost}"),"")`
  sheet.put(row, at.side, { formula: side, style: 'whole' })
  sheet.put(row, at.proof, { formula: `IF(${isNumber},ROUND(${last.value},2),"")`, style: 'money' })
  return months
}

/** Where the line through the last two points is nothing, within what the estimate can be; the last figure when they do not differ. */
function nextTry(before: Point, last: Point, least: string, most: string): string {
  const crossing = `${last.figure}-${last.value}*(${last.figure}-${before.figure})/(${last.value}-${before.value})`
  const isStill = `ABS(${last.value}-${before.value})<${sameValue}`
  return `IF(${isStill},${last.figure},MIN(${most},MAX(${least},${crossing})))`
}

type Point = { figure: string; value: string }

/** The municipality's present value with `by` in place of the used figure; the copies are put on the sheet of the estimate. */
function valueWith(
  { columns, net, factor, compiled, words }: TornadoSetting,
  sheet: Sheet,
  months: MonthSheet,
  { used, by, over }: { used: Spot; by: Spot; over: string },
): string {
  const { upsideDown } = words.heads
  const copy = columns.copyTo(months, { swaps: [{ cell: used, by }], results: [net], over, upsideDown })
  const [money, factors] = [copy(net), factor].map((column) => overMonths(sheet, column, 0, compiled.months))
  return `SUMPRODUCT(${money},${factors})`
}

/** The figure that the estimate stays at or under with the chance; nothing where it is certain. */
function quantileFormula(
  sheet: Sheet,
  { compiled, inputs, words }: Pick<TornadoSetting, 'compiled' | 'inputs' | 'words'>,
  { name, distribution }: Estimate,
  chance: number,
): string | undefined {
  const at = (key: string): string => inputs.number(`estimates.${name}.${key}`, sheet)
  switch (distribution.kind) {
    case 'pert': {
      const [low, likely, high] = ['low', 'likely', 'high'].map(at) as [string, string, string]
      const shape = (from: string, to: string): string => `1+4*(${to}-${from})/(${high}-${low})`
      return `BETAINV(${chance},${shape(low, likely)},${shape(likely, high)},${low},${high})`
    }
    case 'beta':
      return `BETAINV(${chance},${at('beta[0]')},${at('beta[1]')})`
    case 'normal': {
      const bare = (of: string): string => `${at('normal')}+${at('sd')}*NORMSINV(${of})`
      if (!inputs.has(`estimates.${name}.within[0]`)) return bare(String(chance))
      const below = (bound: string): string => `NORMSDIST((${at(bound)}-${at('normal')})/${at('sd')})`
      const [from, to] = [below('within[0]'), below('within[1]')]
      return bare(`${from}+${chance}*(${to}-${from})`)
    }
    case 'lognormal': {
      const [mean, sd] = [at('lognormal-mean'), at('sd-log')]
      return `${mean}*EXP(${sd}*NORMSINV(${chance})-${sd}*${sd}/2)`
    }
    case 'uniform':
      return `${at('uniform[0]')}+${chance}*(${at('uniform[1]')}-${at('uniform[0]')})`
    case 'empirical':
      return `PERCENTILE(${dataRange(inputs, compiled, name, sheet)},${chance})`
    case 'poisson':
      return poissonQuantile(inputs, name, { on: sheet, chance, words })
    case 'point':
      return undefined
  }
}
