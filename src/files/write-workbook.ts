/**
 * A workbook's sheets as the bytes of an XLSX file (ECMA-376): formulas with the values worked out beside them, so that whoever only
 * looks at the file sees figures too; the spreadsheet is asked to work everything out again when it opens it.
 *
 * Texts are written where they stand, never as formulas. No macros, no links out of the file, no names.
 */
import {
  type CellContent,
  type Scalar,
  type Sheet,
  type Values,
  addressOf,
  columnLetters,
} from '../core/valuation/index.ts'
import { heightOf, styleNumber, stylesXml } from './workbook-styles.ts'
import { type ZipEntry, writeZip } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Without `values` the formulas stand alone, so that whoever opens the file has to work them out. */
export function writeWorkbook(sheets: readonly Sheet[], values?: Values): Uint8Array {
  const entry = (name: string, xml: string): ZipEntry => ({ name, bytes: Buffer.from(head + xml, 'utf8') })
  return writeZip([
    entry('[Content_Types].xml', contentTypes(sheets.length)),
    entry('_rels/.rels', relationship([['officeDocument', 'xl/workbook.xml']])),
    entry('xl/workbook.xml', workbookXml(sheets)),
    entry(
      'xl/_rels/workbook.xml.rels',
      relationship([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ),
    entry('xl/styles.xml', stylesXml()),
    ...sheets.map((sheet, index) => entry(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, values, index === 0))),
  ])
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, kind: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`
  const parts = Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet'))
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...parts,
    '</Types>',
  ].join('')
}

function relationship(targets: readonly (readonly [string, string])[]): string {
  const rows = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageRelations}">${rows.join('')}</Relationships>`
}

function workbookXml(sheets: readonly Sheet[]): string {
  const rows = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const titles = sheets.flatMap((sheet, index) => {
    const repeated = repeatedOn(sheet)
    const name = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">`
    return repeated === '' ? [] : [`${name}${escaped(repeated)}</definedName>`]
  })
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${rows.join('')}</sheets>${names}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}

/** What stands still on the screen is printed on every page. */
function repeatedOn({ prefix, frozen: { rows, columns } }: Sheet): string {
  const parts = [
    ...(columns === 0 ? [] : [`${prefix}$A:$${columnLetters(columns - 1)}`]),
    ...(rows === 0 ? [] : [`${prefix}$1:$${rows}`]),
  ]
  return parts.join(',')
}

/** Wider than this in letters, a sheet is printed over several pages, because nobody can read it on one. */
const pageWidthMax = 330

function pageXml({ widths, isForPrint }: Sheet): { fit: string; setup: string } {
  const isWide = widths.reduce((sum, width) => sum + width, 0) > pageWidthMax
  const size = isWide ? 'scale="60"' : `fitToWidth="1" fitToHeight="${isForPrint ? 1 : 0}"`
  return {
    fit: isWide ? '' : '<pageSetUpPr fitToPage="1"/>',
    setup: `<pageSetup paperSize="9" orientation="landscape" ${size}/>`,
  }
}

function sheetXml(sheet: Sheet, values: Values | undefined, isFirst: boolean): string {
  const rows = sheet.cells.map((cells, row) => {
    const written = cells.map((cell, column) => (cell === undefined ? '' : cellXml(sheet, values, row, column, cell)))
    const height = heightOf(cells, sheet.widths)
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`
    return `<row r="${row + 1}"${high}>${written.join('')}</row>`
  })
  const widths = sheet.widths.flatMap((width, column) => {
    return [`<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`]
  })
  const page = pageXml(sheet)
  const tab = sheet.isWorking ? '<tabColor rgb="FFC9CED6"/>' : '<tabColor rgb="FF2F5D92"/>'
  return [
    `<worksheet xmlns="${main}">`,
    `<sheetPr>${tab}${page.fit}</sheetPr>`,
    `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="13.5"/>',
    widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    offeredXml(sheet),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    page.setup,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('')
}

/** Cells with the same words share one list. What is written is not held to it: a case may say more than a list can hold. */
function offeredXml({ offered }: Sheet): string {
  if (offered.size === 0) return ''
  const lists = new Map<string, string[]>()
  for (const [address, words] of offered) {
    const list = words.join(',')
    lists.set(list, [...(lists.get(list) ?? []), address])
  }
  const each = [...lists].map(([words, addresses]) => {
    const list = escaped(`"${words.replaceAll('"', '""')}"`)
    return `<dataValidation type="list" allowBlank="1" sqref="${addresses.join(' ')}"><formula1>${list}</formula1></dataValidation>`
  })
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

function paneXml({ frozen: { rows, columns } }: Sheet): string {
  if (rows === 0 && columns === 0) return ''
  const corner = addressOf(rows, columns)
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight'
  const splits = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`
  return `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
}

function cellXml(sheet: Sheet, values: Values | undefined, row: number, column: number, cell: CellContent): string {
  const { formula, value, style } = cell
  const at = `r="${columnLetters(column)}${row + 1}" s="${styleNumber(style, value)}"`
  if (formula !== undefined) {
    return values === undefined
      ? `<c ${at}><f>${escaped(formula)}</f></c>`
      : formulaXml(at, formula, values.get(sheet, row, column))
  }
  if (value === undefined) return `<c ${at}/>`
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

function formulaXml(at: string, formula: string, result: Scalar | undefined): string {
  const written = `<f>${escaped(formula)}</f>`
  if (typeof result === 'string') return `<c ${at} t="str">${written}<v>${escaped(result)}</v></c>`
  if (typeof result === 'boolean') return `<c ${at} t="b">${written}<v>${result ? 1 : 0}</v></c>`
  return `<c ${at}>${written}<v>${result ?? 0}</v></c>`
}

/** Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
