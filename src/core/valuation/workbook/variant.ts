/**
 * The same case with one thing otherwise, beside the case itself: copies of the columns that it moves, and of no others.
 *
 *     swap: the used success rate by its low figure; result: the municipality's money by month
 *       → copies of successes, what they save, what is paid back for them, and the municipality's money
 *
 * A copy has the formulas of its column, with every name of a copied column written as the copy's and the swapped cell or column as
 * what takes its place. So a formula is written once, and what is true of the case is true of the variant. Rows are the same on all
 * sheets of months, so a copy stands in the rows of its column, curves upside down.
 */
import { type Reference, type Written, cornerOf, referencesIn, withReferences } from './formula.ts'
import { type Column, type MonthSheet, firstMonthRow } from './months.ts'
import { type Sheet, type Spot, addressOf, columnLetters, prefixOf } from './sheet.ts'

export type Swap = { cell: Spot; by: Spot } | { column: Column; by: Column }

const keyOf = (sheet: string, column: number): string => `${sheet}!${columnLetters(column)}`
const cellKey = ({ sheet, row, column }: Spot): string => `${sheet.name}!${addressOf(row, column)}`
const swapKey = (swap: Swap): string =>
  'cell' in swap ? cellKey(swap.cell) : keyOf(swap.column.sheet.name, swap.column.column)

/** The sheets of months that the case is worked out on, and what each of their columns names. */
export class MonthColumns {
  private readonly sheets: readonly MonthSheet[]
  /** The columns, and the single cells elsewhere, that a column names. */
  private readonly named = new Map<string, Set<string>>()

  constructor(sheets: readonly MonthSheet[]) {
    this.sheets = sheets
    const own = new Set(sheets.map(({ sheet }) => sheet.name))
    for (const { sheet, width, months } of sheets) {
      for (let column = 1; column < width; column++) {
        const named = new Set<string>()
        for (let row = 0; row <= firstMonthRow + months; row++) {
          const formula = sheet.at(row, column)?.formula
          if (formula === undefined) continue
          for (const reference of referencesIn(formula)) addNamed(named, reference, sheet, own)
        }
        this.named.set(keyOf(sheet.name, column), named)
      }
    }
  }

  /**
   * Copies the columns that a swap moves and that lead to one of the results. The answer gives each column's copy, and the column
   * itself where nothing moves it.
   */
  copyTo(
    to: MonthSheet,
    { swaps, results, over, upsideDown }: { swaps: Swap[]; results: Column[]; over: string; upsideDown: string },
  ): (column: Column) => Column {
    const moved = this.following(swaps.map(swapKey))
    const wanted = this.leadingTo(results.map(({ sheet, column }) => keyOf(sheet.name, column)))
    const copied = this.sheets.flatMap((months) =>
      Array.from({ length: months.width }, (_, column) => ({ months, column })).filter(({ column }) => {
        const key = keyOf(months.sheet.name, column)
        return column > 0 && moved.has(key) && wanted.has(key)
      }),
    )
    const first = to.width
    const place = new Map<string, Column>(
      copied.map(({ months, column }, index) => {
        return [keyOf(months.sheet.name, column), { sheet: to.sheet, column: first + index }]
      }),
    )
    for (const swap of swaps) if ('column' in swap) place.set(swapKey(swap), swap.by)
    const cells = new Map(swaps.flatMap((swap) => ('cell' in swap ? [[swapKey(swap), swap.by] as const] : [])))
    let before = ''
    for (const { months, column } of copied) {
      const { sheet } = months
      const title = [over, months.overOf(column), ...(months.isFalling ? [upsideDown] : [])].filter((one) => one !== '')
      const text = title.join(' · ')
      const anew = (formula: string): string =>
        withReferences(formula, (written) => placed(written, { own: sheet, to: to.sheet, place, cells }))
      to.addCopy({ sheet, column }, text === before ? '' : text, anew)
      before = text
    }
    return (column) => place.get(keyOf(column.sheet.name, column.column)) ?? column
  }

  /** The columns that name one of these, or a column that does. */
  private following(keys: readonly string[]): Set<string> {
    const moved = new Set<string>()
    const starts = new Set(keys)
    for (let isMore = true; isMore;) {
      isMore = false
      for (const [key, named] of this.named) {
        if (moved.has(key) || starts.has(key)) continue
        if (![...named].some((one) => starts.has(one) || moved.has(one))) continue
        moved.add(key)
        isMore = true
      }
    }
    return moved
  }

  /** These columns, and all that they name. */
  private leadingTo(keys: readonly string[]): Set<string> {
    const wanted = new Set<string>()
    const rest = [...keys]
    for (let key = rest.pop(); key !== undefined; key = rest.pop()) {
      if (wanted.has(key)) continue
      wanted.add(key)
      rest.push(...(this.named.get(key) ?? []))
    }
    return wanted
  }
}

function addNamed(
  named: Set<string>,
  { sheet, from, through }: Reference,
  own: Sheet,
  months: ReadonlySet<string>,
): void {
  const name = sheet ?? own.name
  if (months.has(name)) {
    for (let column = from.column; column <= through.column; column++) named.add(keyOf(name, column))
  } else if (from.row === through.row && from.column === through.column) {
    named.add(`${name}!${addressOf(from.row, from.column)}`)
  }
}

type Placing = {
  own: Sheet
  to: Sheet
  place: ReadonlyMap<string, Column>
  cells: ReadonlyMap<string, Spot>
}

/** How the copy names what its column named. */
function placed({ sheet, first, last }: Written, { own, to, place, cells }: Placing): string {
  const name = sheet ?? own.name
  const { row, column } = cornerOf(first)
  const instead = last === undefined ? cells.get(`${name}!${addressOf(row, column)}`) : undefined
  if (instead !== undefined) return to.to(instead)
  const copy = place.get(keyOf(name, column))
  const moved = (address: string): string =>
    copy === undefined ? address : address.replace(/[A-Z]+/, columnLetters(copy.column))
  const of = copy?.sheet.name ?? name
  return `${of === to.name ? '' : prefixOf(of)}${moved(first)}${last === undefined ? '' : `:${moved(last)}`}`
}
