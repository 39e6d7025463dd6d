/**
 * The values of an XLSX file, sheet by sheet; of a formula the value that was last worked out, and of one that is a fraction, `=1/4`,
 * the fraction too. Nothing in the file is run.
 *
 * Files of other programs are read too: shared and rich texts, any order of sheets. A sheet is unpacked when somebody looks at its
 * cells: of a workbook of a long case nearly all are formulas that nobody reads again. What is looked at and takes too much, has a
 * password or is no workbook is refused before it is unpacked.
 */
import { type Corner, type Scalar, type SheetCells, cornerOf } from '../core/valuation/index.ts'
import { readZip } from './zip.ts'

export type WorkbookRefused = 'unreadable' | 'too-large'
export type WorkbookRead<Found> = { found: Found } | { refused: WorkbookRefused }

/** Bytes, unpacked, of all entries that are looked at. */
export const workbookSizeMax = 50_000_000
const textLengthMax = 32_767

/** Why a workbook is not read, on its way from the cells that were looked at. */
class Refusal extends Error {
  readonly refused: WorkbookRefused

  constructor(refused: WorkbookRefused) {
    super(`the workbook is refused: ${refused}`)
    this.refused = refused
  }
}

/**
 * What is found by looking at the sheets. Cells stand by row and column, counted from 0; a cell that shows an error has it as its text.
 */
export function readWorkbook<Found>(
  bytes: Uint8Array,
  look: (sheets: readonly SheetCells[]) => Found,
): WorkbookRead<Found> {
  try {
    return { found: look(sheetsOf(opener(bytes))) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.refused }
    throw error
  }
}

/** An entry's text by its name; nothing where there is none. */
type Open = (name: string) => string | undefined

/** Opens entries as long as there is room for what they say they take. */
function opener(bytes: Uint8Array): Open {
  const entries = readZip(bytes)
  if (entries === undefined) throw new Refusal('unreadable')
  let room = workbookSizeMax
  return (name) => {
    const entry = entries.get(name)
    if (entry === undefined) return undefined
    room -= entry.size
    if (room < 0) throw new Refusal('too-large')
    try {
      return textOf(entry.unpack())
    } catch {
      // An entry that is not what the directory says of it, or text that is not UTF-8.
      throw new Refusal('unreadable')
    }
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function textOf(bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  // A document type could name entities that unfold without end; no workbook has one.
  if (text.includes('<!DOCTYPE')) throw new Error('a workbook has no document type')
  return text
}

/** Every sheet by its name; one without an entry of its own has no cells. */
function sheetsOf(open: Open): SheetCells[] {
  const workbook = open('xl/workbook.xml')
  const links = open('xl/_rels/workbook.xml.rels')
  if (workbook === undefined || links === undefined) throw new Refusal('unreadable')
  const targets = new Map(
    tags(links, 'Relationship').map(({ attributes }) => [attribute(attributes, 'Id'), attribute(attributes, 'Target')]),
  )
  const shared = once(() => textsOf(open('xl/sharedStrings.xml') ?? ''))
  return tags(workbook, 'sheet').map(({ attributes }) => {
    const target = targets.get(attribute(attributes, 'r:id') ?? attribute(attributes, 'id'))
    const entry = target?.startsWith('/') === true ? target.slice(1) : `xl/${target ?? ''}`
    const cells = once(() => cellsOf(open(entry) ?? '', shared))
    return {
      name: attribute(attributes, 'name') ?? '',
      get rows() {
        return cells().rows
      },
      get fractions() {
        return cells().fractions
      },
      get unworked() {
        return cells().unworked
      },
    }
  })
}

function once<T>(work: () => T): () => T {
  let done: { result: T } | undefined
  return () => (done ??= { result: work() }).result
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

type Cells = Required<Omit<SheetCells, 'name'>>

function cellsOf(xml: string, shared: () => readonly string[]): Cells {
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

function valueOf(type: string, inner: string, shared: () => readonly string[]): Scalar | undefined {
  if (type === 'inlineStr') return innerText(inner)
  const text = tags(inner, 'v')[0]?.inner
  if (text === undefined || text === '') return undefined
  if (type === 's') return shared()[Number(text)]
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
