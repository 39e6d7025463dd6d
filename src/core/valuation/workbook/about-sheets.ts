/** The sheets without formulas: what the workbook is and rests on, and where its figures come from. */
import { type CompiledCase, type Doubt } from '../case/compiled.ts'
import { wordsOfDoubt } from '../case/doubt-words.ts'
import { type CaseRow } from './case-rows.ts'
import { labelOf } from './inputs-sheet.ts'
import { Sheet } from './sheet.ts'
import { type SheetName, type WorkbookWords } from './words.ts'

export type AboutSetting = {
  compiled: CompiledCase
  /** The name of the discounting guide in the reader's language. */
  guide: string
  doubts: readonly Doubt[]
  rows: readonly CaseRow[]
  words: WorkbookWords
}

/** Prices, years and discounting in one line. */
export function basisOf({ file, years }: CompiledCase, guide: string, { says }: WorkbookWords): string {
  const from = `${file.starts.year}-${String(file.starts.month).padStart(2, '0')}`
  return says.basis({ year: String(file.priceYear), from, years, guide })
}

export function readMeSheet({ compiled, guide, doubts, words }: AboutSetting, shown: readonly SheetName[]): Sheet {
  const { says, heads, sheets, locale } = words
  const { file } = compiled
  const sheet = new Sheet(sheets.readMe)
  sheet.widths = [44, 16, 100, 44]
  sheet.put(0, 0, { value: file.title[locale], style: 'title' })
  sheet.put(1, 0, { value: basisOf(compiled, guide, words), style: 'quiet' })
  let row = 3
  const paragraph = (title: string, lines: readonly string[]): void => {
    sheet.put(row++, 0, { value: title, style: 'section' })
    for (const value of lines) sheet.put(row++, 0, { value, style: 'text' })
    row++
  }
  paragraph(says.legend, [says.inputColour, ...says.howTo])
  paragraph(heads.where, says.limits)
  sheet.put(row++, 0, { value: says.contents, style: 'section' })
  for (const name of shown) {
    sheet.put(row, 0, { value: sheets[name], style: 'text' })
    sheet.put(row++, 2, { value: says.sheetSays[name], style: 'wrap' })
  }
  row++
  const weak = doubts.filter(({ grade }) => grade !== 'derived')
  sheet.put(row++, 0, { value: weak.length === 0 ? says.noDoubts : says.doubts, style: 'section' })
  row = putDoubts(sheet, row, weak, { compiled, words })
  const derived = doubts.filter(({ grade }) => grade === 'derived')
  if (derived.length === 0) return sheet
  sheet.put(row++, 0, { value: says.derived, style: 'section' })
  putDoubts(sheet, row, derived, { compiled, words })
  return sheet
}

/** The figures by name, and where in the case each stands; gives the row after them and one that is empty. */
function putDoubts(
  sheet: Sheet,
  row: number,
  doubts: readonly Doubt[],
  { compiled, words }: Pick<AboutSetting, 'compiled' | 'words'>,
): number {
  const { heads, keys, locale } = words
  if (doubts.length === 0) return row
  sheet.heads(row++, [heads.figure, heads.grade, heads.reason, heads.path])
  for (const { what, grade, reason } of doubts) {
    const { item, part } = wordsOfDoubt(what, compiled, { locale, keys, drawn: keys['in-contract'] ?? 'in-contract' })
    sheet.put(row, 0, { value: part === '' ? item : `${item} · ${part}`, style: 'wrap' })
    sheet.put(row, 1, { value: words.grades[grade], style: 'text' })
    sheet.put(row, 2, { value: reason, style: 'wrap' })
    sheet.put(row++, 3, { value: what, style: 'quiet' })
  }
  return row + 1
}

/** Every source that the case names, and the catalogue's of the prices it uses. */
export function sourcesSheet({ compiled, rows, words }: AboutSetting): Sheet {
  const { sheets, heads, locale } = words
  const sheet = new Sheet(sheets.sources)
  sheet.widths = [60, 110]
  sheet.put(0, 0, { value: sheets.sources, style: 'title' })
  sheet.put(1, 0, { value: words.says.sheetSays.sources, style: 'quiet' })
  sheet.heads(2, [heads.where, heads.source])
  sheet.frozen = { rows: 3, columns: 0 }
  let row = 3
  for (const { path, text } of rows.filter((one) => one.path.endsWith('.source'))) {
    const part = path.slice(0, -'.source'.length)
    sheet.put(row, 0, { value: `${labelOf(part, words)} (${part})`, style: 'wrap' })
    sheet.put(row++, 1, { value: text, style: 'wrap' })
  }
  for (const { price } of new Map(compiled.prices.map((used) => [used.price.id, used])).values()) {
    sheet.put(row, 0, { value: `${price.label[locale]} (${price.id})`, style: 'wrap' })
    sheet.put(row++, 1, { value: price.provenance.source, style: 'wrap' })
  }
  return sheet
}
