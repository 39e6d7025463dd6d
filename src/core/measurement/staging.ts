/**
 * The facts of one measure on their way from the files into sorted columns.
 *
 *     add … add …      in the order of the files, in growing blocks
 *     sorted(rows)     counted by row, put in place, and each row's few facts put in order
 *
 * Values share one scale, that of the most decimals seen: 12 and 12.5 are 120 and 125 tenths. Should that ever need
 * more digits than whole numbers here can hold, the values are kept as exact numbers one by one.
 *
 * A fact can be taken out again by its number, the place at which it was added, or be marked as replaced from a day on.
 */
import { type Day, type Exact, FAR_FUTURE, compare, divide, power } from '../base/index.ts'
import { type Measure } from '../terms/index.ts'
import { GrowingNumbers, GrowingWholes } from './growing.ts'
import { type Coded, type MeasureFacts, NO_CODE, NO_DAY, noCodes } from './measure-facts.ts'

/** Columns that only some files have. Each begins when the first file has it. */
export const extraColumns = ['recorded', 'item', 'by', 'evidence', 'fact', 'supersedes'] as const
export type ExtraColumn = (typeof extraColumns)[number]

const taken = -1

export class Staging {
  readonly name: string
  readonly terms: Measure
  readonly row = new GrowingWholes()
  readonly from = new GrowingWholes()
  readonly until = new GrowingWholes()
  readonly line = new GrowingWholes()
  readonly extra: Partial<Record<ExtraColumn, GrowingWholes>> = {}
  private readonly hasUntil: boolean
  private readonly hasValue: boolean
  private mantissas = new GrowingNumbers()
  private exact: Exact[] | undefined
  private scale = 0
  private replaced: Int32Array | undefined

  constructor(name: string, terms: Measure) {
    this.name = name
    this.terms = terms
    this.hasUntil = terms.kind === 'spell'
    this.hasValue = terms.kind !== 'spell' && terms.kind !== 'event'
  }

  get count(): number {
    return this.row.length
  }

  /** A fact; `until` is kept for spells only, the value (mantissa ÷ 10^scale) for measures that have one. */
  add(row: number, from: Day, until: Day, mantissa: number, scale: number, source: number): void {
    this.row.push(row)
    this.from.push(from)
    if (this.hasUntil) this.until.push(until)
    if (this.hasValue) this.addValue(mantissa, scale)
    // A number above 2^31 comes back by the unsigned shift.
    this.line.push(source | 0)
  }

  /** An entry of the fact added last. */
  addExtra(column: ExtraColumn, value: number): void {
    const values = (this.extra[column] ??= new GrowingWholes())
    values.fillTo(this.count - 1, missing(column))
    values.push(value)
  }

  extraAt(column: ExtraColumn, number: number): number {
    const values = this.extra[column]
    return values === undefined || number >= values.length ? missing(column) : values.at(number)
  }

  /** Gives the codes of a column their final places. */
  recode(column: ExtraColumn, placeOf: Int32Array): void {
    const values = this.extra[column]
    if (values === undefined) return
    for (let at = 0; at < values.length; at++) if (values.at(at) !== NO_CODE) values.set(at, placeOf[values.at(at)]!)
  }

  sourceAt(number: number): number {
    return this.line.at(number) >>> 0
  }

  isTaken(number: number): boolean {
    return this.row.at(number) === taken
  }

  takeOut(number: number): void {
    this.row.set(number, taken)
  }

  /** From this day on the fact does not exist; of several days the earliest counts. */
  replace(number: number, on: Day): void {
    this.replaced ??= new Int32Array(this.count).fill(FAR_FUTURE)
    this.replaced[number] = Math.min(this.replaced[number]!, on)
  }

  isReplaced(number: number): boolean {
    return this.replaced !== undefined && this.replaced[number]! < FAR_FUTURE
  }

  /** Whose fact it is, when, and what it says. */
  keyAt(number: number): (number | string)[] {
    const until = this.hasUntil ? this.until.at(number) : 0
    const value = this.exact === undefined ? this.mantissas.at(number) : String(this.exact[number])
    return [this.row.at(number), this.from.at(number), until, this.hasValue ? value : '']
  }

  private addValue(mantissa: number, scale: number): void {
    if (this.exact !== undefined) {
      this.exact.push(divide(mantissa, power(10, scale)))
      return
    }
    if (scale > this.scale) this.rescale(scale)
    const scaled = this.exact === undefined ? mantissa * 10 ** (this.scale - scale) : Infinity
    if (Number.isSafeInteger(scaled)) this.mantissas.push(scaled)
    else {
      this.toExact()
      this.addValue(mantissa, scale)
    }
  }

  private rescale(scale: number): void {
    const factor = 10 ** (scale - this.scale)
    for (let at = 0; at < this.mantissas.length; at++) {
      if (!Number.isSafeInteger(this.mantissas.at(at) * factor)) return this.toExact()
    }
    for (let at = 0; at < this.mantissas.length; at++) this.mantissas.set(at, this.mantissas.at(at) * factor)
    this.scale = scale
  }

  private toExact(): void {
    if (this.exact !== undefined) return
    const divisor = power(10, this.scale)
    this.exact = Array.from({ length: this.mantissas.length }, (_, at) => divide(this.mantissas.at(at), divisor))
    this.mantissas = new GrowingNumbers()
    this.scale = 0
  }

  /**
   * The facts that were not taken out, sorted, with an entry in `first` for each of `rows` rows and one more. Words are
   * those of the codes in the extra columns. Values are divided by 10^`extraScale` besides their own scale.
   */
  sorted(rows: number, words: Partial<Record<ExtraColumn, readonly string[]>>, extraScale = 0): MeasureFacts {
    const { first, places, count } = this.placesByRow(rows)
    const source = scatter(this.line, places, new Uint32Array(count))
    const columns: Columns = {
      from: scatter(this.from, places, new Int32Array(count)),
      until: this.hasUntil ? scatter(this.until, places, new Int32Array(count)) : noWholes,
      values: this.hasValue && this.exact === undefined ? this.scatterValues(places, count) : new Float64Array(0),
      exact: this.scatterExact(places, count, extraScale),
      items: this.scatterExtra('item', places, count),
      recorded: this.scatterExtra('recorded', places, count),
      by: this.scatterExtra('by', places, count),
      evidence: this.scatterExtra('evidence', places, count),
      replaced: this.replaced === undefined ? noWholes : scatterArray(this.replaced, places, new Int32Array(count)),
      source,
    }
    sortRows(first, columns)
    return {
      name: this.name,
      terms: this.terms,
      count,
      first,
      from: columns.from,
      until: columns.until,
      values: columns.values,
      scale: this.scale + extraScale,
      exact: columns.exact,
      items: coded(columns.items, words.item),
      recorded: columns.recorded,
      replaced: columns.replaced,
      source,
      by: coded(columns.by, words.by),
      evidence: coded(columns.evidence, words.evidence),
      lastFrom: highest(columns.from),
      lastRecorded: highest(columns.recorded),
      firstReplaced: lowest(columns.replaced),
    }
  }

  /** Where each fact goes so that rows stand together; 0xffffffff for one taken out. */
  private placesByRow(rows: number): { first: Uint32Array; places: Uint32Array; count: number } {
    const first = new Uint32Array(rows + 1)
    const { length } = this.row
    for (const [number, block] of this.row.blocks.entries()) {
      const used = Math.min(block.length, length - number * block.length)
      for (let at = 0; at < used; at++) {
        const row = block[at]!
        if (row !== taken) first[row + 1] = first[row + 1]! + 1
      }
    }
    for (let row = 0; row < rows; row++) first[row + 1] = first[row + 1]! + first[row]!
    const next = first.slice(0, rows)
    const places = new Uint32Array(length)
    let to = 0
    for (const [number, block] of this.row.blocks.entries()) {
      const used = Math.min(block.length, length - number * block.length)
      for (let at = 0; at < used; at++) {
        const row = block[at]!
        places[to++] = row === taken ? nowhere : next[row]!++
      }
    }
    return { first, places, count: first[rows]! }
  }

  private scatterValues(places: Uint32Array, count: number): Float64Array {
    const values = new Float64Array(count)
    let next = 0
    for (const block of this.mantissas.blocks) {
      for (let at = 0; at < block.length && next < places.length; at++) {
        const to = places[next++]!
        if (to !== nowhere) values[to] = block[at]!
      }
    }
    return values
  }

  private scatterExact(places: Uint32Array, count: number, extraScale: number): Exact[] | undefined {
    if (this.exact === undefined) return undefined
    const divisor = power(10, extraScale)
    const values = new Array<Exact>(count).fill(0)
    for (const [at, to] of places.entries()) if (to !== nowhere) values[to] = divide(this.exact[at]!, divisor)
    return values
  }

  private scatterExtra(column: ExtraColumn, places: Uint32Array, count: number): Int32Array {
    const values = this.extra[column]
    if (values === undefined) return noWholes
    values.fillTo(this.count, missing(column))
    return scatter(values, places, new Int32Array(count))
  }
}

const nowhere = 0xffffffff
const noWholes = new Int32Array(0)

function missing(column: ExtraColumn): number {
  return column === 'recorded' ? NO_DAY : NO_CODE
}

function coded(codes: Int32Array, words: readonly string[] | undefined): Coded {
  return words === undefined || codes.length === 0 ? noCodes : { codes, words }
}

function scatter<Target extends Int32Array | Uint32Array>(
  from: GrowingWholes,
  places: Uint32Array,
  to: Target,
): Target {
  let next = 0
  for (const block of from.blocks) {
    for (let at = 0; at < block.length && next < places.length; at++) {
      const place = places[next++]!
      if (place !== nowhere) to[place] = block[at]!
    }
  }
  return to
}

function scatterArray(from: Int32Array, places: Uint32Array, to: Int32Array): Int32Array {
  for (let at = 0; at < places.length; at++) if (places[at] !== nowhere) to[places[at]!] = from[at]!
  return to
}

type Columns = {
  from: Int32Array
  until: Int32Array
  values: Float64Array
  exact: Exact[] | undefined
  items: Int32Array
  recorded: Int32Array
  by: Int32Array
  evidence: Int32Array
  replaced: Int32Array
  source: Uint32Array
}

/** Sorts the facts of each row, most of which arrive in order, or nearly so. */
function sortRows(first: Uint32Array, columns: Columns): void {
  const { from, until, values, exact, items, source } = columns
  const order = (a: number, b: number): number => {
    if (from[a]! !== from[b]!) return from[a]! - from[b]!
    if (until.length > 0 && until[a]! !== until[b]!) return until[a]! - until[b]!
    if (values.length > 0 && values[a]! !== values[b]!) return values[a]! - values[b]!
    const byValue = exact === undefined ? 0 : compare(exact[a]!, exact[b]!)
    if (byValue !== 0) return byValue
    if (items.length > 0 && items[a]! !== items[b]!) return items[a]! - items[b]!
    return source[a]! - source[b]!
  }
  const present = [
    from,
    until,
    values,
    items,
    columns.recorded,
    columns.by,
    columns.evidence,
    columns.replaced,
    source,
  ].filter((column) => column.length > 0)
  const last = first.length - 1
  for (let row = 0; row < last; row++) {
    const [begin, end] = [first[row]!, first[row + 1]!]
    for (let at = begin + 1; at < end; at++) {
      // The first key alone tells for nearly all.
      if (from[at - 1]! < from[at]! || order(at - 1, at) < 0) continue
      if (end - begin > 64) {
        sortLongRow(begin, end, order, present, exact)
        break
      }
      for (let to = at; to > begin && order(to - 1, to) > 0; to--) swap(present, exact, to - 1, to)
    }
  }
}

type AnyColumn = Int32Array | Float64Array | Uint32Array

function swap(columns: readonly AnyColumn[], exact: Exact[] | undefined, a: number, b: number): void {
  for (const column of columns) {
    const value = column[a]!
    column[a] = column[b]!
    column[b] = value
  }
  if (exact === undefined) return
  const value = exact[a]!
  exact[a] = exact[b]!
  exact[b] = value
}

function sortLongRow(
  begin: number,
  end: number,
  order: (a: number, b: number) => number,
  columns: readonly AnyColumn[],
  exact: Exact[] | undefined,
): void {
  const sorted = Uint32Array.from({ length: end - begin }, (_, at) => begin + at).sort(order)
  for (const column of columns)
    column.set(
      Float64Array.from(sorted, (at) => column[at]!),
      begin,
    )
  if (exact === undefined) return
  for (const [at, value] of Array.from(sorted, (from) => exact[from]!).entries()) exact[begin + at] = value
}

function highest(days: Int32Array): Day {
  let found = NO_DAY
  for (const day of days) if (day > found) found = day
  return found
}

function lowest(days: Int32Array): Day {
  let found: Day = FAR_FUTURE
  for (const day of days) if (day < found) found = day
  return found
}
