/**
 * A case's text as rows of a sheet, one for each value, and back.
 *
 *     groups: { all: { dropout: { share: { is: 10 %, invented: why } } } }
 *       →  { path: 'groups.all.dropout.share', text: '10 %', grade: 'invented', reason: 'why' }
 *     plan: [{ people: 5 }]   →  { path: 'groups.all.plan[0].people', text: '5' }
 *
 * Nothing of the case is left out but its comments, so that a case can be filled in and read back as a sheet. The case that
 * surprises: a fraction stands in its cell as the formula `=1/12` and is read back as it was written, `1/4` as `1/4`. Of a cell that
 * holds only the number 0.0833… the fraction is found again where there is a small one.
 */
import { approximate, assert, divide, parseExact } from '../../base/index.ts'
import { type YamlNode, plainText } from '../../text/index.ts'

export const rowGrades = ['published', 'derived', 'assumed', 'invented'] as const
export type RowGrade = (typeof rowGrades)[number]

export type CaseRow = { path: string; text: string; grade?: RowGrade | undefined; reason?: string | undefined }

/** How a cell says that a text is there and has nothing in it, since an empty cell says that it is not there. */
export const emptyText = '""'

/** Every value of the case, in the order in which it is written. */
export function rowsOf(node: YamlNode, path = ''): CaseRow[] {
  switch (node.kind) {
    case 'text':
      return [{ path, text: node.text }]
    case 'empty':
      return []
    case 'list':
      if (node.items.length === 0) return [{ path, text: '[]' }]
      return node.items.flatMap((item, index) => rowsOf(item, `${path}[${index}]`))
    case 'map': {
      const marked = markedRow(node, path)
      if (marked !== undefined) return [marked]
      if (node.entries.length === 0) return [{ path, text: '{}' }]
      return node.entries.flatMap(({ key, value }) => rowsOf(value, path === '' ? key : `${path}.${key}`))
    }
  }
}

function markedRow(node: Extract<YamlNode, { kind: 'map' }>, path: string): CaseRow | undefined {
  if (node.entries.length !== 2) return undefined
  const is = plainText(node.entries.find(({ key }) => key === 'is')?.value)
  const mark = node.entries.find(({ key }) => (rowGrades as readonly string[]).includes(key))
  const reason = plainText(mark?.value)
  if (is === undefined || mark === undefined || reason === undefined) return undefined
  return { path, text: is, grade: mark.key as RowGrade, reason }
}

/** A number with its unit, as a cell shows it; nothing where the text is no number. `fraction` is the formula of an exact one. */
export type CellNumber = { value: number; unit: string; fraction: string | undefined }

const textKeys = new Set([
  'bundlinje-case',
  'source',
  'by',
  'note',
  'contract',
  'da',
  'en',
  'starts',
  'heading',
  'price',
  'data',
  'column',
  'on',
  'read',
  'label',
])

/** Whether what stands at a path is a text whatever it looks like. */
export const isTextAt = (path: string): boolean => textKeys.has(/([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '')

const numberPattern = /^(-?\d+(?:\.\d+)?(?:\/\d+)?)(?: (%|kr|months?|years?|weeks?|days?|nights?|hours?))?$/

/** The number of a row; percentages are shares of one, because that is what a percentage cell holds. */
export function numberIn({ path, text }: CaseRow): CellNumber | undefined {
  const match = numberPattern.exec(text)
  if (match === null || isTextAt(path)) return undefined
  const [, digits = '', unit = ''] = match
  const isFraction = digits.includes('/')
  const exact = parseExact(digits)
  assert(exact !== undefined, 'what looks like a number is one')
  if (!isFraction)
    return { value: unit === '%' ? Number(shifted(digits, -2)) : approximate(exact), unit, fraction: undefined }
  return unit === '%'
    ? { value: approximate(divide(exact, 100)), unit, fraction: `${digits}/100` }
    : { value: approximate(exact), unit, fraction: digits }
}

const fractionPattern = /^(-?\d+(?:\.\d+)?\/\d+)(\/100)?$/

/** What a cell's formula is in a case, where it is a fraction and nothing else: `1/4` of months is `1/4 months`, `1/3/100` is `1/3 %`. */
export function textOfFraction(formula: string, unit: string): string | undefined {
  const [, digits, hundredth] = fractionPattern.exec(formula.replaceAll(' ', '')) ?? []
  if (digits === undefined || parseExact(digits) === undefined || (hundredth !== undefined) !== (unit === '%'))
    return undefined
  return unit === '' ? digits : `${digits} ${unit}`
}

/** What a cell's number is in a case: `0.35` and `%` is `35 %`, 0.08333… is `1/12`. */
export function textOfNumber(value: number, unit: string): string {
  const text = plainDigits(value)
  if (unit === '%') return `${decimalText(shifted(text, 2))} %`
  const fraction = text.replace(/^-?\d+\.?/, '').length > 10 ? fractionOf(value) : undefined
  const written = fraction ?? decimalText(text)
  return unit === '' ? written : `${written} ${unit}`
}

/** Three digits after a point might be thousands, so a nought makes them four. */
const decimalText = (text: string): string => (/\.\d{3}$/.test(text) ? `${text}0` : text)

/** At most 12 digits after the point, because a spreadsheet keeps 15 in all. */
function plainDigits(value: number): string {
  const text = value.toFixed(12)
  return text.replace(/\.?0+$/, '').replace(/^-0$/, '0')
}

const denominatorMax = 400

function fractionOf(value: number): string | undefined {
  for (let below = 2; below <= denominatorMax; below++) {
    const above = Math.round(value * below)
    if (above !== 0 && Math.abs(above / below - value) < 1e-13 * Math.max(1, Math.abs(value)))
      return `${above}/${below}`
  }
  return undefined
}

/** A decimal's digits with the point moved, so that no binary rounding comes in between. */
function shifted(digits: string, places: number): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? []
  const all = whole + part
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const at = Math.max(1, point)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const right = padded.slice(at).replace(/0+$/, '')
  return sign + left + (right === '' ? '' : `.${right}`)
}

type Branch = { at: Map<string, Branch>; isList: boolean; row?: CaseRow }

/** The rows as a case's text again, and which row each line of it came from. */
export function caseTextOf(rows: readonly CaseRow[]): { text: string; rowAt: ReadonlyMap<number, number> } {
  const root: Branch = { at: new Map(), isList: false }
  const place = new Map<CaseRow, number>()
  for (const [index, row] of rows.entries()) {
    place.set(row, index)
    let branch = root
    for (const step of stepsOf(row.path)) {
      branch.isList ||= typeof step === 'number'
      const key = String(step)
      const next = branch.at.get(key) ?? { at: new Map<string, Branch>(), isList: false }
      branch.at.set(key, next)
      branch = next
    }
    branch.row = row
  }
  const lines: string[] = []
  const rowAt = new Map<number, number>()
  const write = (branch: Branch, indent: string): void => {
    for (const [key, child] of branch.at) {
      const head = branch.isList ? `${indent}-` : `${indent}${key}:`
      const from = lines.length + 1
      if (child.row === undefined) {
        lines.push(head)
        write(child, `${indent}  `)
      } else {
        lines.push(`${head} ${scalarText(child.row)}`)
      }
      const row = firstRow(child)
      if (row !== undefined) rowAt.set(from, place.get(row)!)
    }
  }
  write(root, '')
  return { text: `${lines.join('\n')}\n`, rowAt }
}

function firstRow(branch: Branch): CaseRow | undefined {
  if (branch.row !== undefined) return branch.row
  for (const child of branch.at.values()) {
    const row = firstRow(child)
    if (row !== undefined) return row
  }
  return undefined
}

function scalarText({ text, grade, reason }: CaseRow): string {
  const value = quoted(text)
  return grade === undefined ? value : `{ is: ${value}, ${grade}: ${JSON.stringify(reason ?? '')} }`
}

const plainPattern = /^[\p{L}\d][\p{L}\d./%-]*(?: [\p{L}\d./%-]+)*$/u

function quoted(text: string): string {
  if (text === '[]' || text === '{}') return text
  const isPlain = plainPattern.test(text) && !/^(?:null|true|false|yes|no|on|off)$/i.test(text)
  return isPlain && text !== '1.0' ? text : JSON.stringify(text)
}

function stepsOf(path: string): (string | number)[] {
  return path.split('.').flatMap((part) => {
    const [, name = '', lists = ''] = /^([^[]*)((?:\[\d+\])*)$/.exec(part) ?? ['', part, '']
    return [...(name === '' ? [] : [name]), ...[...lists.matchAll(/\d+/g)].map(([digits]) => Number(digits))]
  })
}
