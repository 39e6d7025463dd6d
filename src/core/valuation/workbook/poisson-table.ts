/**
 * A Poisson count as a table, because spreadsheets share no function for its quantile: the chance of 0, 1, 2 …, and of at most so many.
 *
 *     mean 1.5    0: 0.223   1: 0.558   2: 0.809   3: 0.934        one chance in ten is above 3, so the high figure is 3
 *
 * The table is long enough for the mean to be made several times as large on the sheet. Beyond that it says that it does not reach.
 */
import { type CompiledCase, type Estimate } from '../case/compiled.ts'
import { quantileOf } from '../case/distribution.ts'
import { type Sheet, type Spot } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

/** Where the chances of a count stand, and how many there are. */
export type CountTable = { column: number; length: number }

/** What it needs of the inputs: the sheet of data, the numbers of the case, and where each table is. */
type Setting = {
  data: Sheet
  number: (path: string, on: Sheet) => string
  counts: Map<string, CountTable>
}

type Count = Estimate & { distribution: { kind: 'poisson' } }

const isCount = (one: Estimate): one is Count => one.distribution.kind === 'poisson'

/** As many counts as the table of an estimate has, 0 among them. */
const lengthOf = ({ distribution }: Count): number => 40 + 4 * quantileOf(distribution, 0.999)

/** Puts the tables beside the measured figures, from a column on: two columns for each estimate that is a count. */
export function poissonTables(inputs: Setting, { estimates }: CompiledCase, from: number, words: WorkbookWords): void {
  const { data: sheet } = inputs
  for (const [index, estimate] of estimates.filter(isCount).entries()) {
    const [count, chance, atMost] = [0, 1, 2].map((part) => from + 3 * index + part) as [number, number, number]
    const mean = inputs.number(`estimates.${estimate.name}.poisson`, sheet)
    sheet.heads(0, [estimate.name, words.heads.chance, words.heads.chanceAtMost], 'head', count)
    const spot = (column: number, k: number): Spot => ({ sheet, row: 1 + k, column })
    for (let k = 0; k < lengthOf(estimate); k++) {
      sheet.put(1 + k, count, { value: k, style: 'whole' })
      const formula = k === 0 ? `EXP(-${mean})` : `${sheet.to(spot(chance, k - 1))}*${mean}/${k}`
      sheet.put(1 + k, chance, { formula, style: 'factor' })
      const before = k === 0 ? '' : `${sheet.to(spot(atMost, k - 1))}+`
      sheet.put(1 + k, atMost, { formula: before + sheet.to(spot(chance, k)), style: 'factor' })
    }
    inputs.counts.set(estimate.name, { column: atMost, length: lengthOf(estimate) })
  }
}

/** The smallest count with at least the chance of being at most that. */
export function poissonQuantile(
  inputs: Setting,
  name: string,
  { on, chance, words }: { on: Sheet; chance: number; words: WorkbookWords },
): string {
  const { column, length } = inputs.counts.get(name)!
  const { data: sheet } = inputs
  const range = on.down(sheet, column, 1, length)
  const [first, last] = [1, length].map((row) => on.to({ sheet, row, column }))
  return `IF(${first}>=${chance},0,IF(${last}<${chance},"${words.heads.notFound}",MATCH(${chance},${range},1)))`
}
