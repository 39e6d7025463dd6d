/**
 * A value as its readers want it: by owner, kind and year; by authority; inside and outside the service ceiling.
 *
 *     municipality  cost        −4.8 m  0 …          gross = refund + net, summed over the years
 *     municipality  cashable     0 0.6 m 1.2 m …     present value by the guide of the case
 *
 * Kroner, rounded once and here, to whole øre. Freed capacity and the citizen's own gain are rows of their own and are in no
 * sum of budget money.
 */
import { type Words } from '../../text/index.ts'
import { type Authority, type CaseValue, type CompiledCase, type LineKind } from './compiled.ts'

/** By year 0 … years, and in all; the present value is of the net. */
export type Series = { years: number[]; total: number; presentValue: number }

export type MatrixRow = {
  owner: string
  authority: Authority
  kind: LineKind
  gross: number[]
  refund: number[]
  net: Series
}

export type ItemRow = {
  item: string
  label: Words
  of: 'cost' | 'consequence' | 'repayment'
  owner: string
  kind: LineKind
  scenario: 'narrow' | 'broad'
  ceiling: 'inside' | 'outside'
  gross: Series
  refund: Series
  net: Series
}

/** The order in which kinds are shown. */
export const kindOrder: readonly LineKind[] = ['cost', 'cashable', 'repayment', 'freed-capacity', 'citizen']

/** To whole øre; never minus nothing. */
export const inOre = (kroner: number): number => Math.round(kroner * 100) / 100 + 0

/** Owner × kind × year; rows that are nothing in every year are left out. */
export function matrixOf(compiled: CompiledCase, value: CaseValue): MatrixRow[] {
  return compiled.owners.flatMap(({ name, authority }, owner) =>
    kindOrder.flatMap((kind) => {
      const lines = linesWhere(compiled, (line) => line.owner === owner && line.kind === kind)
      const [gross, refund, net] = [value.gross, value.refund, value.net].map((of) => sumOf(compiled, of, lines))
      if (lines.every((line) => isEmpty(compiled, value, line))) return []
      return [
        {
          owner: name,
          authority,
          kind,
          gross: gross!.map(inOre),
          refund: refund!.map(inOre),
          net: seriesOf(compiled, net!),
        },
      ]
    }),
  )
}

/** Item × owner × year, in the order of the case. */
export function itemsOf(compiled: CompiledCase, value: CaseValue): ItemRow[] {
  const order = [...compiled.file.costs.keys(), ...compiled.file.consequences.keys()]
  const placeOf = (item: string) => (order.includes(item) ? order.indexOf(item) : order.length)
  const rows = compiled.lines.map((line, index) => ({ line, index }))
  const filled = rows.filter(({ index }) => !isEmpty(compiled, value, index))
  filled.sort((a, b) => placeOf(a.line.item) - placeOf(b.line.item) || a.line.owner - b.line.owner || a.index - b.index)
  return filled.map(({ line, index }) => {
    const series = (of: Float64Array) => seriesOf(compiled, sumOf(compiled, of, [index]))
    const { item, label, of, kind, scenario, ceiling } = line
    const owner = compiled.owners[line.owner]!.name
    const amounts = { gross: series(value.gross), refund: series(value.refund), net: series(value.net) }
    return { item, label, of, owner, kind, scenario, ceiling, ...amounts }
  })
}

/** What an authority's budgets gain or lose, without freed capacity: a department's and the pool's are the municipality's. */
export function budgetOf(compiled: CompiledCase, value: CaseValue, authority: Authority): Series {
  return seriesOf(compiled, sumOf(compiled, value.net, budgetLines(compiled, authority)))
}

/** One owner's own budget. */
export function ownerBudget(compiled: CompiledCase, value: CaseValue, owner: number): Series {
  const lines = linesWhere(compiled, (line) => line.owner === owner && line.kind !== 'freed-capacity')
  return seriesOf(compiled, sumOf(compiled, value.net, lines))
}

/** The municipality's budget inside the service ceiling (servicerammen), and outside it. */
export function ceilingOf(compiled: CompiledCase, value: CaseValue): { inside: Series; outside: Series } {
  const [inside, outside] = (['inside', 'outside'] as const).map((side) => {
    const lines = budgetLines(compiled, 'municipality').filter((line) => compiled.lines[line]!.ceiling === side)
    return seriesOf(compiled, sumOf(compiled, value.net, lines))
  })
  return { inside: inside!, outside: outside! }
}

function budgetLines(compiled: CompiledCase, authority: Authority): number[] {
  return linesWhere(compiled, ({ owner, kind }) => {
    return compiled.owners[owner]!.authority === authority && kind !== 'freed-capacity'
  })
}

export function linesWhere(compiled: CompiledCase, holds: (line: CompiledCase['lines'][number]) => boolean): number[] {
  return compiled.lines.flatMap((line, index) => (holds(line) ? [index] : []))
}

export function sumOf({ years }: CompiledCase, of: Float64Array, lines: readonly number[]): number[] {
  return Array.from({ length: years + 1 }, (_, year) =>
    lines.reduce((sum, line) => sum + of[line * (years + 1) + year]!, 0),
  )
}

export function seriesOf({ yearFactors }: CompiledCase, years: readonly number[]): Series {
  const total = years.reduce((sum, amount) => sum + amount, 0)
  const presentValue = years.reduce((sum, amount, year) => sum + amount * yearFactors[year]!, 0)
  return { years: years.map(inOre), total: inOre(total), presentValue: inOre(presentValue) }
}

function isEmpty({ years }: CompiledCase, { gross, refund }: CaseValue, line: number): boolean {
  for (let at = line * (years + 1); at < (line + 1) * (years + 1); at++)
    if (gross[at] !== 0 || refund[at] !== 0) return false
  return true
}
