/** What draws are kept as: columns with a row for each draw. */
import { type CompiledCase } from '../valuation/index.ts'

/** One row for each draw, in columns. Money in kroner. */
export type Draws = {
  count: number
  /** `draw × estimates + estimate`. */
  inputs: Float64Array
  /** By owner, in the order of the case: `draw × owners + owner`. */
  presentValues: Float64Array
  /** Of the municipality and its departments together. */
  municipality: Float64Array
  /** Of that, what is paid back to the investor. */
  repaid: Float64Array
  /** What the contract's limits on sums spare of it, below zero where a floor costs more; not a number where it is not known. */
  heldBack: Float64Array
  /** Net by year, from year 0, of the owners whom something touches (`touchedOwners`): `(draw × touched + place) × (years + 1) + year`. */
  yearly: Float64Array
  /** What the consequences are worth to all owners together: `draw × (years + 1) + year`. */
  savings: Float64Array
  successes: Float64Array
  starts: Float64Array
  /** Of the investor or pool: what was put in and came back, as it was, and the worth now of both together. */
  putIn: Float64Array
  cameBack: Float64Array
  /** What came back by month of the case, from month 0: `draw × (months + 1) + month`. Nothing where nobody asked for it. */
  cameBackIn: Float64Array
  investorWorth: Float64Array
  /** The investor's yearly rate, −1 where nothing comes back; not a number where there is none. */
  rate: Float64Array
}

/** The owners who have a line in the case, but for the investor; a pool is the municipality's own money. */
export function touchedOwners({ owners, lines, financier }: CompiledCase): number[] {
  const isOutside = (at: number) => at === financier && owners[at]!.authority !== 'municipality'
  return [...owners.keys()].filter((at) => !isOutside(at) && lines.some(({ owner }) => owner === at))
}

type Column = Exclude<keyof Draws, 'count'>

/** Draws with their columns by name. All are made here, alike for the compiler, so that what reads them is compiled once. */
function drawsOf(count: number, column: (name: Column) => Float64Array): Draws {
  return {
    count,
    inputs: column('inputs'),
    presentValues: column('presentValues'),
    municipality: column('municipality'),
    repaid: column('repaid'),
    heldBack: column('heldBack'),
    yearly: column('yearly'),
    savings: column('savings'),
    successes: column('successes'),
    starts: column('starts'),
    putIn: column('putIn'),
    cameBack: column('cameBack'),
    cameBackIn: column('cameBackIn'),
    investorWorth: column('investorWorth'),
    rate: column('rate'),
  }
}

/** Room for so many draws; `isShared` for one that several threads write in, `isByMonth` with what came back in each month. */
export function emptyDraws(compiled: CompiledCase, count: number, { isShared = false, isByMonth = false } = {}): Draws {
  const { estimates, owners, years, months } = compiled
  const widths: Partial<Record<Column, number>> = {
    inputs: estimates.length,
    presentValues: owners.length,
    yearly: touchedOwners(compiled).length * (years + 1),
    savings: years + 1,
    cameBackIn: isByMonth ? months + 1 : 0,
  }
  return drawsOf(count, (name) => {
    const length = count * (widths[name] ?? 1)
    return isShared
      ? new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
      : new Float64Array(length)
  })
}

const columnsOf = (draws: Draws): Column[] => Object.keys(draws).filter((name): name is Column => name !== 'count')

/** Some of the rows, in the same memory. */
export function rowsIn(draws: Draws, from: number, count: number): Draws {
  return drawsOf(count, (name) => {
    const width = draws[name].length / draws.count
    return draws[name].subarray(from * width, (from + count) * width)
  })
}

/** Writes draws among others, from a row on. */
function placeDraws(draws: Draws, from: number, among: Draws): void {
  for (const name of columnsOf(draws)) among[name].set(draws[name], (from * draws[name].length) / draws.count)
}

/** Draws of chunks in order, as one. */
export function joined(compiled: CompiledCase, chunks: readonly Draws[]): Draws {
  const all = emptyDraws(
    compiled,
    chunks.reduce((sum, { count }) => sum + count, 0),
  )
  let from = 0
  for (const chunk of chunks) {
    placeDraws(chunk, from, all)
    from += chunk.count
  }
  return all
}
