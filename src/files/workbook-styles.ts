/** How the cells of a workbook look: one calm colour for what may be changed, and little else. */
import { type CellContent, type CellStyle } from '../core/valuation/index.ts'

type Look = { font: number; fill: number; border: number; format: number; side?: 'left' | 'right'; wrap?: true }

const fonts = [
  '<font><sz val="10"/><color rgb="FF1D2530"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FF1D2530"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><color rgb="FF1D2530"/><name val="Arial"/><family val="2"/></font>',
  '<font><sz val="9"/><color rgb="FF667080"/><name val="Arial"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF123A6B"/><name val="Arial"/><family val="2"/></font>',
]
const [plain, strong, large, small, inked] = [0, 1, 2, 3, 4]

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFDFEAF6'),
  solid('FFF1F3F5'),
]
const [clear, input, shaded] = [0, 2, 3]

const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A93A0"/></bottom><diagonal/></border>',
]

const formats: Readonly<Record<number, string>> = {
  164: '#,##0;-#,##0;"–"',
  165: '0.00;-0.00;"–"',
  166: '0.0#%',
  167: '0.0000;-0.0000;"–"',
  168: 'yyyy-mm',
  169: '[=0]"–";dd-mm-yyyy',
  170: '0.0#',
  171: '0.0#%',
  172: '0;"–";0',
  173: '#,##0.0##',
}
const [general, asText] = [0, 49]
const [money, people, share, factor, month, day, percent, fineShare] = [164, 165, 166, 167, 168, 169, 170, 171]
const [wholes, decimal, twoDecimals] = [172, 173, 4]

/** The looks a cell may have; `ore-input` is an amount that is not whole kroner. */
type LookName = CellStyle | 'ore-input'

const base: Look = { font: plain, fill: clear, border: 0, format: general }
const words: Look = { ...base, side: 'left' }
const head: Look = { ...words, font: strong, fill: shaded, border: 1 }
const entry: Look = { ...base, font: inked, fill: input }
const looks: Record<LookName, Look> = {
  text: words,
  quiet: { ...words, font: small },
  title: { ...words, font: large },
  head,
  'head-right': { ...head, side: 'right', wrap: true },
  section: { ...words, font: strong, border: 1 },
  wrap: { ...words, wrap: true },
  money: { ...base, format: money },
  'money-strong': { ...base, font: strong, format: money },
  'money-total': { ...head, side: 'right', format: money },
  ore: { ...base, format: twoDecimals },
  number: base,
  decimal: { ...base, format: decimal },
  people: { ...base, format: people },
  share: { ...base, format: share },
  factor: { ...base, format: factor },
  whole: { ...base, format: wholes, side: 'right' },
  month: { ...base, format: month },
  day: { ...base, format: day },
  'text-input': { ...entry, format: asText, side: 'left', wrap: true },
  'money-input': { ...entry, format: 3 },
  'ore-input': { ...entry, format: twoDecimals },
  'number-input': entry,
  'share-input': { ...entry, format: fineShare },
  'percent-input': { ...entry, format: percent },
  'day-input': { ...entry, format: day },
}

const names = Object.keys(looks) as LookName[]

export function styleNumber(style: CellStyle, value: number | string | undefined): number {
  const isFine = style === 'money-input' && typeof value === 'number' && !Number.isInteger(value)
  return names.indexOf(isFine ? 'ore-input' : style)
}

const rowHeight = 13.5
const titleHeight = 21

/** A row is as high as its longest wrapped text needs, by the width of its column; nothing where the usual height will do. */
export function heightOf(cells: readonly (CellContent | undefined)[], widths: readonly number[]): number | undefined {
  if (cells[0]?.style === 'title') return titleHeight
  const lines = cells.map((cell, column) => {
    if (cell === undefined || looks[cell.style].wrap !== true || typeof cell.value !== 'string') return 1
    const width = widths[column] ?? 10
    // A line breaks before it is full.
    return cell.value.length <= width ? 1 : Math.ceil((cell.value.length * 1.15) / width)
  })
  const most = lines.reduce((max, count) => Math.max(max, count ?? 1), 1)
  return most === 1 ? undefined : most * rowHeight
}

export function stylesXml(): string {
  const numberFormats = Object.entries(formats).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const xfs = names.map((name) => xfOf(looks[name]))
  const list = (tag: string, items: readonly string[]): string =>
    `<${tag} count="${items.length}">${items.join('')}</${tag}>`
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('numFmts', numberFormats),
    list('fonts', fonts),
    list('fills', fills),
    list('borders', borders),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', xfs),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}

function xfOf({ font, fill, border, format, side, wrap }: Look): string {
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  // What is written to the left keeps off the number before it.
  const horizontal = side === undefined ? '' : ` horizontal="${side}"${side === 'left' ? ' indent="1"' : ''}`
  const wrapped = wrap === true ? ' wrapText="1"' : ''
  const alignment = `<alignment vertical="top"${horizontal}${wrapped}/>`
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}>${alignment}</xf>`
}
