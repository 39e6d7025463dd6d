/**
 * The sum behind the case on one page, to print or to put on the table: how many people, what it costs, what it saves, what is left,
 * how much of it no source says, and where the figures are from, as numbered notes. The rules of `public-sum.ts`: undiscounted, over
 * all years, so that the lines add up to the last. It is no wider and no longer than an A4 page on its side, so that nothing shrinks.
 */
import { type CompiledCase, type LineKind } from '../case/compiled.ts'
import { type PublicSource } from '../case/public-sum.ts'
import { type CaseReport } from '../case/report.ts'
import { type LineRows, type Part, firstYearColumn, partNames } from './lines-sheet.ts'
import { type People, allOf } from './people-sheet.ts'
import { type Results } from './results-sheets.ts'
import { Sheet, type Spot, plus } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type PublicSetting = {
  compiled: CompiledCase
  lines: LineRows
  people: People
  basis: string
  words: WorkbookWords
  results: Results
  report: Pick<CaseReport, 'publicSum' | 'doubts'>
}

const order: readonly LineKind[] = ['cost', 'cashable', 'repayment', 'citizen']
const noteColumn = 6
/** As many letters as the printed page holds beside each other. */
const lettersMost = 140
const chain = ['referred', 'starts', 'completions', 'successes', 'anyway'] as const

export function publicSheet({ compiled, lines, people, basis, words, results, report }: PublicSetting): Sheet {
  const { heads, sheets, says, locale } = words
  const sheet = new Sheet(sheets.publicSum)
  sheet.widths = [48, 16, 15, 15, 15, 15, 14]
  sheet.isForPrint = true
  sheet.put(0, 0, { value: `${sheets.publicSum}: ${compiled.file.title[locale]}`, style: 'title' })
  sheet.put(1, 0, { value: basis, style: 'quiet' })
  sheet.put(2, 0, { value: says.sheetSays.publicSum, style: 'quiet' })
  let row = 4
  sheet.heads(row, [heads.groups])
  sheet.heads(
    row++,
    chain.map((count) => heads[count]),
    'head-right',
    1,
  )
  for (const [index, { label }] of compiled.groups.entries()) {
    sheet.put(row, 0, { value: label[locale], style: 'wrap' })
    for (const [column, count] of chain.entries()) {
      const formula = allOf(sheet, people.months, people.groups[index]![count])
      sheet.put(row, 1 + column, { formula, style: 'people' })
    }
    row++
  }
  row++
  sheet.heads(row, [heads.item, heads.kind])
  sheet.heads(
    row,
    partNames.map((part) => heads[part]),
    'head-right',
    2,
  )
  sheet.put(row, 5, { style: 'head' })
  sheet.put(row++, noteColumn, { value: heads.notes, style: 'head' })
  const nets: string[] = []
  for (const { item, kind, own } of itemsOf(compiled)) {
    const { label } = compiled.lines[own[0]!]!
    sheet.put(row, 0, { value: label[locale], style: 'wrap' })
    sheet.put(row, 1, { value: words.kinds[kind], style: 'text' })
    for (const [column, part] of partNames.entries()) {
      const spot = sheet.put(row, 2 + column, {
        formula: itemFormula(sheet, compiled, lines, own, part),
        style: 'money',
      })
      results.set(`public/${item}/${part}`, spot)
      if (part === 'net') nets.push(sheet.to(spot))
    }
    sheet.put(row, noteColumn, { value: numbersOf(item, report.publicSum.sources), style: 'text' })
    row++
  }
  sheet.put(row, 0, { value: heads.left, style: 'head' })
  for (const column of [1, 2, 3, 5, noteColumn]) sheet.put(row, column, { style: 'head' })
  const left: Spot = sheet.put(row, 4, { formula: plus(nets), style: 'money-total' })
  results.set('public/left', left)
  row += 2
  const weak = report.doubts.filter(({ grade }) => grade !== 'derived').length
  sheet.put(row++, 0, { value: weak === 0 ? says.noDoubts : says.restsOn(weak), style: 'section' })
  sheet.put(row++, 0, { value: says.notes, style: 'quiet' })
  const inLines = new Set(report.publicSum.lines.map(({ item }) => item))
  for (const [index, { source, items }] of report.publicSum.sources.entries()) {
    const others = items.filter(({ item }) => !inLines.has(item)).map(({ label }) => label[locale])
    const note = `${index + 1}  ${others.length === 0 ? '' : `${others.join(', ')}: `}${source}`
    sheet.put(row++, 0, {
      value: note.length > lettersMost ? `${note.slice(0, lettersMost - 1)}…` : note,
      style: 'text',
    })
  }
  return sheet
}

/** The notes that an item's figures are from: `1, 4`. */
const numbersOf = (item: string, sources: readonly PublicSource[]): string =>
  sources.flatMap(({ items }, index) => (items.some((one) => one.item === item) ? [index + 1] : [])).join(', ')

/** The municipality's items with their lines, in the order of their kinds; freed capacity lowers no budget. */
function itemsOf({ lines, owners }: CompiledCase): { item: string; kind: LineKind; own: number[] }[] {
  const items = new Map<string, { item: string; kind: LineKind; own: number[] }>()
  for (const [index, { item, kind, owner }] of lines.entries()) {
    if (owners[owner]!.authority !== 'municipality' || kind === 'freed-capacity') continue
    const known = items.get(item) ?? { item, kind, own: [] }
    known.own.push(index)
    items.set(item, known)
  }
  return [...items.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Over all years: the totals of the item's lines. */
function itemFormula(on: Sheet, { years }: CompiledCase, lines: LineRows, own: readonly number[], part: Part): string {
  const column = firstYearColumn + years + 1
  return plus(own.map((line) => on.to({ sheet: lines.sheet, row: lines.rows[line]![part], column })))
}
