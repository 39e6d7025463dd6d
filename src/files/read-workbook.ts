/**
 * The values of an XLSX file, sheet by sheet; of a formula the value that was last worked out, and of one that is a fraction, `=1/4`,
 * the fraction too. Nothing in the file is run.
 *
 * Files of other programs are read too: shared and rich texts, any order of sheets. A file that is too large, has a password or is
 * no workbook is refused before it is unpacked.
 */
import { type Corner, type Scalar, type SheetCells, cornerOf } from '../core/valuation/index.ts'
import { readZip } from './zip.ts'

/** Cells by row and column, counted from 0; a cell that shows an error has it as its text. */
export type WorkbookRead = { sheets: SheetCells[] } | { refused: 'unreadable' | 'too-large' }

/** Bytes, all entries unpacked. */
export const workbookSizeMax = 50_000_000
const textLengthMax = 32_767

export function readWorkbook(bytes: Uint8Array): WorkbookRead {
  const zip = readZip(bytes, workbookSizeMax)
  if ('refused' in zip) return zip
  try {
    const sheets = sheetsOf((name) => {
      const entry = zip.entries.get(name)
      return entry === undefined ? undefined : textOf(entry())
    })
    return sheets === undefined ? { refused: 'unreadable' } : { sheets }
  } catch {
    // An entry that is not what the directory says of it, or text that is not UTF-8.
    return { refused: 'unreadable' }
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function textOf(bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  // A document type could name entities that unfold without end; no workbook has one.
  if (text.includes('<!DOCTYPE')) throw new Error('a workbook has no document type')
  return text
}

type Open = (name: string) => string | undefined

function sheetsOf(open: Open): SheetCells[] | undefined {
  const workbook = open('xl/workbook.xml')
  const links = open('xl/_rels/workbook.xml.rels')
  if (workbook === undefined || links === undefined) return undefined
  const targets = new Map(
    tags(links, 'Relationship').map(({ attributes }) => [attribute(attributes, 'Id'), attribute(attributes, 'Target')]),
  )
  const shared = textsOf(open('xl/sharedStrings.xml') ?? '')
  return tags(workbook, 'sheet').flatMap(({ attributes }) => {
    const target = targets.get(attribute(attributes, 'r:id') ?? attribute(attributes, 'id'))
    const xml = target === undefined ? undefined : open(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (xml === undefined) return []
    return [{ name: attribute(attributes, 'name') ?? '', ...cellsOf(xml, shared) }]
  })
}

type Tag = { attributes: string; inner: string }

/** Every element of a name, with what stands in it; elements of one name do not lie in each other here. */
function tags(xml: string, name: string): Tag[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g')
  return [...xml.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({ attributes, inner }))
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)
  return match === null ? undefined : unescaped(match[1]!)
}

const textsOf = (xml: string): string[] => tags(xml, 'si').map(({ inner }) => innerText(inner))

/** The runs of a rich text, one after another; how a word is pronounced is no part of it. */
function innerText(xml: string): string {
  const spoken = xml.replaceAll(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return unescaped(
    tags(spoken, 't')
      .map(({ inner }) => inner)
      .join(''),
  ).slice(0, textLengthMax)
}

const fraction = /^\s*-?[\d.]+\s*\/\s*\d+(\s*\/\s*100)?\s*$/

function cellsOf(xml: string, shared: readonly string[]): Omit<SheetCells, 'name'> {
  const rows = new Map<number, Map<number, Scalar>>()
  const fractions = new Map<string, string>()
  const unworked = new Set<string>()
  for (const { attributes, inner } of tags(xml, 'c')) {
    const address = attribute(attributes, 'r')
    const type = attribute(attributes, 't') ?? 'n'
    const formula = tags(inner, 'f')[0]?.inner
    // A program that works nothing out writes the formula alone; a text that came out empty has its type.
    const isUnworked = formula !== undefined && type !== 'str' && (tags(inner, 'v')[0]?.inner ?? '') === ''
    const value = isUnworked ? '' : valueOf(type, inner, shared)
    if (address === undefined || value === undefined) continue
    const { row, column }: Corner = cornerOf(address)
    const cells = rows.get(row) ?? new Map<number, Scalar>()
    rows.set(row, cells.set(column, value))
    if (isUnworked) unworked.add(address)
    if (formula !== undefined && fraction.test(formula)) fractions.set(address, formula)
  }
  return { rows, fractions, unworked }
}

function valueOf(type: string, inner: string, shared: readonly string[]): Scalar | undefined {
  if (type === 'inlineStr') return innerText(inner)
  const text = tags(inner, 'v')[0]?.inner
  if (text === undefined || text === '') return undefined
  if (type === 's') return shared[Number(text)]
  if (type === 'b') return text === '1'
  if (type === 'str' || type === 'e') return unescaped(text)
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (all, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
