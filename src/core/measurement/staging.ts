/**
 * The facts of one measure on their way from the files into sorted columns.
 *
 *     add … add …      in the order of the files
 *     sorted(rows)     put in order of row, and each row's few facts put in order
 *
 * Values share one scale, that of the most decimals seen: 12 and 12.5 are 120 and 125 tenths. Should that ever need
 * more digits than whole numbers here can hold, the values are kept as exact numbers one by one.
 *
 * A fact can be taken out again by its number, the place at which it was added, or be marked as replaced from a day on.
 */
import { type Day, type Exact, FAR_FUTURE, compare, divide, power } from '../base/index.ts'
import { type Measure } from '../terms/index.ts'
import { FactBlocks, nowhere } from './fact-blocks.ts'
import { GrowingWholes } from './growing.ts'
import { type Coded, type MeasureFacts, NO_CODE, NO_DAY, noCodes } from './measure-facts.ts'

/** Columns that only some files have. Each begins when the first file has it. */
export const extraColumns = ['recorded', 'item', 'kind', 'by', 'evidence', 'fact', 'supersedes'] as const
export type ExtraColumn = (typeof extraColumns)[number]

export class Staging {
  readonly name: string
  readonly terms: Measure
  readonly extra: Partial<Record<ExtraColumn, GrowingWholes>> = {}
  private readonly hasValue: boolean
  private readonly facts: FactBlocks
  private exact: Exact[] | undefined
  private scale = 0
  private replaced: Int32Array | undefined

  constructor(name: string, terms: Measure) {
    this.name = name
    this.terms = terms
    this.hasValue = terms.kind !== 'spell' && terms.kind !== 'event'
    this.facts = new FactBlocks({ until: terms.kind === 'spell', value: this.hasValue })
  }

  get count(): number {
    return this.facts.count
  }

  /** A fact; `until` is kept for spells only, the value (mantissa ÷ 10^scale) for measures that have one. */
  add(row: number, from: Day, until: Day, mantissa: number, scale: number, source: number): void {
    this.facts.add(row, from, until, source)
    if (!this.hasValue) return
    if (scale === this.scale && this.exact === undefined) this.facts.addValue(mantissa)
    else this.addScaled(mantissa, scale)
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
    return this.facts.sourceAt(number)
  }

  fromAt(number: number): Day {
    return this.facts.fromAt(number)
  }

  isTaken(number: number): boolean {
    return this.facts.isTaken(number)
  }

  takeOut(number: number): void {
    this.facts.takeOut(number)
  }

  /** From this day on the fact does not exist; of several days the earliest counts. */
  replace(number: number, on: Day): void {
    this.replaced ??= new Int32Array(this.count).fill(FAR_FUTURE)
    this.replaced[number] = Math.min(this.replaced[number]!, on)
  }

  isReplaced(number: number): boolean {
    return this.replacedOn(number) < FAR_FUTURE
  }

  replacedOn(number: number): Day {
    return this.replaced?.[number] ?? FAR_FUTURE
  }

  /** Whose fact it is, when, and what it says. */
  keyAt(number: number): (number | string)[] {
    const { facts, exact } = this
    const value = exact === undefined ? facts.valueAt(number) : String(exact[number])
    return [facts.rowAt(number), facts.fromAt(number), facts.untilAt(number) ?? 0, value]
  }

  /** The value of the fact added last, whose scale is not that of the others. */
  private addScaled(mantissa: number, scale: number): void {
    if (scale > this.scale) this.rescale(scale)
    const scaled = mantissa * 10 ** (this.scale - scale)
    if (this.exact === undefined && !Number.isSafeInteger(scaled)) this.toExact()
    if (this.exact === undefined) this.facts.addValue(scaled)
    else this.exact[this.count - 1] = divide(mantissa, power(10, scale))
  }

  /** Gives the values so far a larger scale. The fact added last has no value yet. */
  private rescale(scale: number): void {
    if (this.exact !== undefined) return
    const { facts } = this
    const factor = 10 ** (scale - this.scale)
    const earlier = this.count - 1
    for (let number = 0; number < earlier; number++) {
      if (!Number.isSafeInteger(facts.valueAt(number) * factor)) return this.toExact()
    }
    for (let number = 0; number < earlier; number++) facts.setValue(number, facts.valueAt(number) * factor)
    this.scale = scale
  }

  private toExact(): void {
    const divisor = power(10, this.scale)
    const { facts } = this
    this.exact = Array.from({ length: this.count - 1 }, (_, number) => divide(facts.valueAt(number), divisor))
    this.scale = 0
  }

  /**
   * The facts that were not taken out, sorted, with an entry in `first` for each of `rows` rows and one more. Words are
   * those of the codes in the extra columns. Values are divided by 10^`extraScale` besides their own scale.
   */
  sorted(
    rows: number,
    words: Partial<Record<ExtraColumn, readonly string[]>>,
    extraScale = 0,
    factIdOf: (code: number) => string = String,
  ): MeasureFacts {
    const { first, count, from, until, source, values } = this.facts.byRow(rows)
    const hasMore = this.exact !== undefined || this.replaced !== undefined || Object.keys(this.extra).length > 0
    const places = hasMore ? this.facts.placesByRow(rows) : noPlaces
    const columns: Columns = {
      from,
      until,
      values: this.exact === undefined ? values : new Float64Array(0),
      exact: this.scatterExact(places, count, extraScale),
      items: this.scatterExtra('item', places, count),
      kinds: this.scatterExtra('kind', places, count),
      recorded: this.scatterExtra('recorded', places, count),
      by: this.scatterExtra('by', places, count),
      evidence: this.scatterExtra('evidence', places, count),
      replaced: this.replaced === undefined ? noWholes : scatter(this.replaced, places, new Int32Array(count)),
      source,
      fact: this.scatterExtra('fact', places, count),
    }
    sortRows(first, columns, { by: words.by, evidence: words.evidence, factIdOf })
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
      kinds: coded(columns.kinds, [...(this.terms.kinds?.keys() ?? [])]),
      recorded: columns.recorded,
      replaced: columns.replaced,
      source,
      by: coded(columns.by, words.by),
      evidence: coded(columns.evidence, words.evidence),
      namesGroups: new Uint8Array(0),
      lastFrom: highest(columns.from),
      lastRecorded: highest(columns.recorded),
      firstReplaced: lowest(columns.replaced),
    }
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
    return scatter(values.toArray(), places, new Int32Array(count))
  }
}

const noPlaces = new Uint32Array(0)
const noWholes = new Int32Array(0)

function missing(column: ExtraColumn): number {
  return column === 'recorded' ? NO_DAY : NO_CODE
}

function coded(codes: Int32Array, words: readonly string[] | undefined): Coded {
  return words === undefined || codes.length === 0 ? noCodes : { codes, words }
}

function scatter(from: Int32Array, places: Uint32Array, to: Int32Array): Int32Array {
  for (let at = 0; at < places.length; at++) if (places[at] !== nowhere) to[places[at]!] = from[at]!
  return to
}

type Columns = {
  from: Int32Array
  until: Int32Array
  values: Float64Array
  exact: Exact[] | undefined
  items: Int32Array
  /** In the order in which the terms list them. */
  kinds: Int32Array
  recorded: Int32Array
  by: Int32Array
  evidence: Int32Array
  replaced: Int32Array
  source: Uint32Array
  /** The facts' own numbers, which order alone needs. */
  fact: Int32Array
}

type Texts = {
  by: readonly string[] | undefined
  evidence: readonly string[] | undefined
  factIdOf: (code: number) => string
}

/** Sorts the facts of each row, most of which arrive in order, or nearly so. */
function sortRows(first: Uint32Array, columns: Columns, texts: Texts): void {
  const { from, until, values, exact, items, kinds } = columns
  const order = (a: number, b: number): number => {
    if (from[a]! !== from[b]!) return from[a]! - from[b]!
    if (until.length > 0 && until[a]! !== until[b]!) return until[a]! - until[b]!
    if (values.length > 0 && values[a]! !== values[b]!) return values[a]! - values[b]!
    const byValue = exact === undefined ? 0 : compare(exact[a]!, exact[b]!)
    if (byValue !== 0) return byValue
    if (items.length > 0 && items[a]! !== items[b]!) return items[a]! - items[b]!
    if (kinds.length > 0 && kinds[a]! !== kinds[b]!) return kinds[a]! - kinds[b]!
    return orderOfTwins(columns, texts, a, b)
  }
  const present = [
    from,
    until,
    values,
    items,
    kinds,
    columns.recorded,
    columns.by,
    columns.evidence,
    columns.replaced,
    columns.source,
    columns.fact,
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

/** Facts that say the same are told apart by what was written beside them, and only then by where they stand. */
function orderOfTwins(columns: Columns, { by, evidence, factIdOf }: Texts, a: number, b: number): number {
  const { recorded, replaced, fact, source } = columns
  const wholes = (column: Int32Array) => (column.length === 0 ? 0 : column[a]! - column[b]!)
  const texts = (column: Int32Array, textOf: (code: number) => string) => {
    if (column.length === 0 || column[a] === column[b]) return 0
    const [first, second] = [column[a]!, column[b]!].map((code) => (code === NO_CODE ? '' : textOf(code)))
    return first! < second! ? -1 : 1
  }
  return (
    wholes(recorded) ||
    texts(fact, factIdOf) ||
    texts(columns.by, (code) => by![code]!) ||
    texts(columns.evidence, (code) => evidence![code]!) ||
    wholes(replaced) ||
    source[a]! - source[b]!
  )
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
  for (let at = 0; at < days.length; at++) if (days[at]! > found) found = days[at]!
  return found
}

function lowest(days: Int32Array): Day {
  let found: Day = FAR_FUTURE
  for (let at = 0; at < days.length; at++) if (days[at]! < found) found = days[at]!
  return found
}
