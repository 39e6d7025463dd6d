/**
 * The sum behind a case on one page, for anybody: how many people, what it costs, what it saves, what is left - each line with
 * where its figures are from.
 *
 *     25 referred → 25 started → 22.5 completed → 12.4 succeeded, 4.5 of them anyway
 *     effort −4.8 m   saving 6.2 m   refund lost to the state −0.4 m   repayment −5.3 m   =  the municipality
 *
 * Undiscounted, over all years of the case, so that the lines add up to the last. Kroner to whole øre.
 */
import { type Words } from '../../text/index.ts'
import { type CaseValue, type CompiledCase, type LineKind } from './compiled.ts'
import { inOre } from './matrix.ts'

export type PublicLine = {
  kind: LineKind
  item: string
  label: Words
  /** Before refunds, and the refund that is lost or gained. */
  gross: number
  refund: number
  net: number
  /** Where the figures are from: of the item, and of its price. */
  sources: string[]
}

export type PublicSource = { source: string; items: { item: string; label: Words }[] }

export type PublicSum = {
  lines: PublicLine[]
  /** Every source once, in the order the lines meet them; those of items that are in no line, paid or gained by others, stand last. */
  sources: PublicSource[]
  /** The nets of the lines, which is what the municipality's budgets have left. */
  left: number
}

/** The municipality's own lines; freed capacity lowers no budget and is not among them. */
export function publicSumOf(compiled: CompiledCase, value: CaseValue): PublicSum {
  const { lines, owners, years } = compiled
  const rows = new Map<string, PublicLine>()
  let left = 0
  for (const [index, { item, label, kind, owner }] of lines.entries()) {
    if (owners[owner]!.authority !== 'municipality' || kind === 'freed-capacity') continue
    const sum = (of: Float64Array): number =>
      of.subarray(index * (years + 1), (index + 1) * (years + 1)).reduce((all, one) => all + one, 0)
    const [gross, refund] = [sum(value.gross), sum(value.refund)]
    if (gross === 0 && refund === 0) continue
    const row = rows.get(item) ?? { kind, item, label, gross: 0, refund: 0, net: 0, sources: sourcesOf(compiled, item) }
    rows.set(item, { ...row, gross: row.gross + gross, refund: row.refund + refund, net: row.net + gross + refund })
    left += gross + refund
  }
  const order = ['cost', 'cashable', 'repayment', 'citizen', 'freed-capacity']
  const sorted = [...rows.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const rounded = sorted.map((row) => ({
    ...row,
    gross: inOre(row.gross),
    refund: inOre(row.refund),
    net: inOre(row.net),
  }))
  return { lines: rounded, sources: notesOf(compiled, rounded), left: inOre(left) }
}

function notesOf(compiled: CompiledCase, lines: readonly PublicLine[]): PublicSource[] {
  const { costs, consequences } = compiled.file
  const others = [...costs, ...consequences].map(([item, { label }]) => ({ item, label }))
  const items = new Map([...lines, ...others].map(({ item, label }) => [item, { item, label }]))
  const notes = new Map<string, PublicSource>()
  for (const one of items.values()) {
    for (const source of sourcesOf(compiled, one.item)) {
      const note = notes.get(source) ?? { source, items: [] }
      notes.set(source, { source, items: [...note.items, one] })
    }
  }
  return [...notes.values()]
}

/** Where the figures of an item are from: its own source, and that of its price. */
function sourcesOf({ file, mode, prices }: CompiledCase, item: string): string[] {
  const consequence = file.consequences.get(item)
  const repayment = mode === 'self' ? undefined : file.finance[mode]?.repayment
  const own =
    file.costs.get(item)?.source ?? consequence?.source ?? (item === 'repayment' ? repayment?.source : undefined)
  const ofPrices = prices.filter((used) => used.consequence === item).map(({ price }) => price.provenance.source)
  return [...new Set([own, consequence?.ownPrice?.source, ...ofPrices].filter((one) => one !== undefined))]
}
