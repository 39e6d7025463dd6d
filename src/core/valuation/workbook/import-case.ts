/**
 * A case's text from the sheet of inputs, filled in by hand or exported before, with every problem at its cell.
 *
 *     path groups.all.course · value 9 · unit months   →   groups: { all: { course: 9 months } }
 *
 * A row counts by its path; rows without one are the sheet's own. An empty cell says nothing, so what is missing is asked for as in
 * any case; of a text in two languages one may be left empty, as `en: ""` in a case. Words of both languages are understood, columns are known by their heads, and a date that the spreadsheet has made of
 * a month is a month again.
 *
 * A formula without a value, as a library writes it that works nothing out, is told of and is not an empty cell; a fraction is its own
 * value.
 *
 * Problems: workbook-no-inputs, workbook-formula-unworked, workbook-cell-unfit, workbook-path-unfit, workbook-path-twice, workbook-grade-unknown (wrong);
 * workbook-instead-left, workbook-switch-left (notices); those of reading the case.
 */
import { type Locale, type Place, type Problem, dayText, otherLocale, problem } from '../../base/index.ts'
import { type YamlNode, readYaml } from '../../text/index.ts'
import { type ReadCase, readCaseTree } from '../case/read-case.ts'
import {
  type CaseRow,
  type RowGrade,
  caseTextOf,
  emptyText,
  numberIn,
  rowGrades,
  textOfFraction,
  textOfNumber,
} from './case-rows.ts'
import { type Scalar, serialOfDay1970 } from './functions.ts'
import { addressOf } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type SheetCells = {
  name: string
  rows: ReadonlyMap<number, ReadonlyMap<number, Scalar>>
  /** The formulas that are fractions, `1/4`, by the address of their cell. */
  fractions?: ReadonlyMap<string, string>
  /** The addresses of formulas that nobody has worked out: they are in the file without a value. */
  unworked?: ReadonlySet<string>
}

export type ImportedCase = { text: string; read: ReadCase }

/** Where each kind of cell stands: by its head, so that a column may have been taken away or put in. */
type Columns = Record<'value' | 'path', number> & Record<'label' | 'unit' | 'grade' | 'reason', number | undefined>

type Importing = {
  file: string
  sheet: SheetCells
  columns: Columns
  words: readonly WorkbookWords[]
  problems: Problem[]
  /** The rows that say nothing, by their path. */
  empty: Map<string, number>
}

/** Reads the first sheet that has a column of paths. `file` names the places. */
export function importCase(sheets: readonly SheetCells[], file: string, words: readonly WorkbookWords[]): ImportedCase {
  const found = inputsIn(sheets, words)
  if (found === undefined) {
    const at = { file, line: 1, column: 1, length: 0, cell: sheets[0] === undefined ? '' : `${sheets[0].name}!A1` }
    const [paths, values] = [words.map(({ heads }) => heads.path), words.map(({ heads }) => heads.value)]
    const problems = [problem('workbook-no-inputs', 'wrong', at, { paths, values })]
    return { text: '', read: { caseFile: undefined, problems, marks: [] } }
  }
  const { sheet, columns } = found
  const to: Importing = { file, sheet, columns, words, problems: [], empty: new Map() }
  const rows = rowsIn(to, found.row)
  const { text, rowAt } = caseTextOf(rows.map(({ row }) => row))
  const cellOf = ({ line }: Place): Place => placeOf(to, rows[rowAt.get(line) ?? -1]?.at ?? found.row, columns.value)
  const yaml = readYaml(text, file)
  const root = yaml.root === undefined ? undefined : placedAnew(yaml.root, cellOf)
  const inCells = yaml.problems.map((one) => ({ ...one, at: cellOf(one.at) }))
  const read = readCaseTree({ root, problems: inCells }, file)
  const placed = read.problems.map((one): Problem => {
    const row = emptyRowOf(to, one)
    const at = row === undefined ? one.at : placeOf(to, row, columns.value)
    return { ...one, at, choices: one.choices.map(({ paste }) => ({ paste })) }
  })
  // What could not be taken from a cell is missing afterwards; it has been told of.
  const told = new Set(to.problems.map(({ at }) => at.line))
  const isStopped = to.problems.some(({ severity }) => severity === 'wrong')
  const caseFile = isStopped ? undefined : read.caseFile
  return {
    text,
    read: { ...read, caseFile, problems: [...to.problems, ...placed.filter(({ at }) => !told.has(at.line))] },
  }
}

/** The first sheet with inputs, and where its heads are. Those after it are not looked at: they may be very large. */
function inputsIn(sheets: readonly SheetCells[], words: readonly WorkbookWords[]) {
  for (const sheet of sheets) {
    const head = headOf(sheet, words)
    if (head !== undefined) return { sheet, ...head }
  }
  return undefined
}

/** The tree with every place as `anew` gives it, so that whatever is found later is told at its cell too. */
function placedAnew(node: YamlNode, anew: (at: Place) => Place): YamlNode {
  const at = anew(node.at)
  switch (node.kind) {
    case 'map': {
      const entries = node.entries.map(({ key, keyAt, value }) => ({
        key,
        keyAt: anew(keyAt),
        value: placedAnew(value, anew),
      }))
      return { ...node, at, entries }
    }
    case 'list':
      return { ...node, at, items: node.items.map((item) => placedAnew(item, anew)) }
    case 'text':
    case 'empty':
      return { ...node, at }
  }
}

/** The first row with the heads of a path and of a value, in one language. */
function headOf({ rows }: SheetCells, words: readonly WorkbookWords[]): { row: number; columns: Columns } | undefined {
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) {
    for (const { heads } of words) {
      const at = (head: string): number | undefined => [...cells].find(([, cell]) => cell === head)?.[0]
      const [path, value] = [at(heads.path), at(heads.value)]
      if (path === undefined || value === undefined) continue
      const [label, unit, grade, reason] = [heads.figure, heads.unit, heads.grade, heads.reason].map(at)
      return { row, columns: { path, value, label, unit, grade, reason } }
    }
  }
  return undefined
}

const cellIn = (cells: ReadonlyMap<number, Scalar>, column: number | undefined): Scalar | undefined =>
  column === undefined ? undefined : cells.get(column)

function placeOf({ file, sheet }: Importing, row: number, column: number): Place {
  return { file, line: row + 1, column: column + 1, length: 0, cell: `${sheet.name}!${addressOf(row, column)}` }
}

/** The row that is there for what a case lacks, left empty. */
function emptyRowOf({ empty }: Importing, { facts }: Problem): number | undefined {
  const { path, key, ways } = facts
  if (typeof path !== 'string') return undefined
  // A part that may be written in several ways: the first of them that has a row.
  const keys =
    typeof key === 'string' ? [key] : Array.isArray(ways) ? ways.flatMap((way) => String(way).split(' + ')) : []
  for (const one of keys) {
    const wanted = `${path}.${one}`.replace(/^case\./, '')
    const row = [...empty].find(
      ([at]) => at === wanted || at.startsWith(`${wanted}.`) || at.startsWith(`${wanted}[`),
    )?.[1]
    if (row !== undefined) return row
  }
  return undefined
}

const pathPattern = /^[a-z0-9][a-z0-9-]*(\[\d{1,3}\])*(\.[a-z0-9][a-z0-9-]*(\[\d{1,3}\])*)*$/

function rowsIn(to: Importing, headRow: number): { row: CaseRow; at: number }[] {
  const known = new Map<string, number>()
  const rows: { row: CaseRow; at: number }[] = []
  for (const [at, cells] of [...to.sheet.rows].sort(([a], [b]) => a - b)) {
    if (at <= headRow) continue
    const { columns } = to
    const [value, path] = [valueIn(to.sheet, at, columns.value), cells.get(columns.path)]
    if (tellUnworked(to, at)) {
      if (typeof path === 'string') to.empty.set(path, at)
      continue
    }
    if (path === undefined || path === '') {
      tellInstead(to, at, cells)
      continue
    }
    if (value === undefined || value === '') {
      to.empty.set(String(path), at)
      continue
    }
    if (typeof path !== 'string' || !pathPattern.test(path)) {
      tell(to, 'workbook-path-unfit', at, columns.path, { path: String(path) })
      continue
    }
    const before = [...known].find(([one]) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`))
    if (before !== undefined) {
      tell(to, 'workbook-path-twice', at, columns.path, { path, other: before[0], row: BigInt(before[1] + 1) })
      continue
    }
    known.set(path, at)
    const row = rowOf(to, at, cells, { path, value })
    if (row !== undefined) rows.push({ row, at })
  }
  return [...rows, ...leftEmpty(to, new Set(rows.map(({ row }) => row.path)))]
}

/** What a cell says; of a fraction that nobody has worked out, what it is. */
function valueIn({ rows, fractions, unworked }: SheetCells, row: number, column: number): Scalar | undefined {
  const address = addressOf(row, column)
  const formula = unworked?.has(address) === true ? fractions?.get(address) : undefined
  if (formula === undefined) return rows.get(row)?.get(column)
  const [over = 0, ...under] = formula.split('/').map(Number)
  return under.reduce((share, one) => share / one, over)
}

/** Tells of every cell of a row that has a formula and no value; says if there are any. */
function tellUnworked(to: Importing, row: number): boolean {
  const { sheet, columns } = to
  const found = Object.values(columns).filter((column): column is number => {
    if (column === undefined || sheet.unworked?.has(addressOf(row, column)) !== true) return false
    return column !== columns.value || sheet.fractions?.has(addressOf(row, column)) !== true
  })
  for (const column of found) tell(to, 'workbook-formula-unworked', row, column, {})
  return found.length > 0
}

/** Of a text in two languages the one that is not written: the case has it, and it is empty. */
function leftEmpty({ empty }: Importing, written: ReadonlySet<string>): { row: CaseRow; at: number }[] {
  const found = [...empty].flatMap(([path, at]) => {
    const [, of, locale] = /^(.+)\.(da|en)$/.exec(path) ?? []
    const isBeside = of !== undefined && written.has(`${of}.${otherLocale(locale as Locale)}`)
    return isBeside ? [{ row: { path, text: '' }, at }] : []
  })
  for (const { row } of found) empty.delete(row.path)
  return found
}

type Facts = Parameters<typeof problem>[3]

function tell(to: Importing, code: string, row: number, column: number, facts: Facts): void {
  to.problems.push(problem(code, 'wrong', placeOf(to, row, column), facts))
}

function rowOf(
  to: Importing,
  at: number,
  cells: ReadonlyMap<number, Scalar>,
  { path, value }: { path: string; value: Scalar },
): CaseRow | undefined {
  const { columns } = to
  if (typeof value === 'boolean' || /^#[A-Z/0!?]+$/.test(String(value))) {
    tell(to, 'workbook-cell-unfit', at, columns.value, { path, found: String(value) })
    to.empty.set(path, at)
    return undefined
  }
  const unit = unitOf(to, cellIn(cells, columns.unit))
  if (value === emptyText) return { path, text: '' }
  const formula = typeof value === 'number' ? to.sheet.fractions?.get(addressOf(at, columns.value)) : undefined
  const exact = formula === undefined ? undefined : textOfFraction(formula, unit)
  const text = exact ?? textOf(to, path, value, unit)
  const marked = cellIn(cells, columns.grade)
  if (marked === undefined || marked === '') return { path, text }
  const grade = gradeOf(to, String(marked))
  if (grade === undefined) {
    const known = to.words.flatMap(({ grades }) => rowGrades.map((one) => grades[one]))
    tell(to, 'workbook-grade-unknown', at, columns.grade ?? columns.value, { found: String(marked), known })
    return { path, text }
  }
  return { path, text, grade, reason: String(cellIn(cells, columns.reason) ?? '') }
}

/** Keys whose values are days, and those whose values are months of the calendar. */
const dayKeys = /(?:^|\.)(?:on|read)$/
const monthKeys = /(?:^|\.)starts$/

/** What the cell says in the words of a case: `9 måneder` is `9 months`, and the first of January 2025 is `2025-01` where a month is wanted. */
function textOf(to: Importing, path: string, value: Scalar, unit: string): string {
  if (typeof value !== 'number') {
    const written = String(value).trim()
    const [, number = '', word = ''] = /^(\S+) (\p{L}+\.?)$/u.exec(written) ?? []
    const text = `${number} ${unitOf(to, word)}`
    return numberIn({ path, text }) === undefined ? written : text
  }
  const isDay = dayKeys.test(path) || monthKeys.test(path)
  if (!isDay || !Number.isInteger(value) || value < firstSerial) return textOfNumber(value, unit)
  const day = dayText(value - serialOfDay1970)
  return monthKeys.test(path) ? day.slice(0, 7) : day
}

/** The first of January 1950: no number below it is meant as a date. */
const firstSerial = 18_264

function unitOf({ words }: Importing, cell: Scalar | undefined): string {
  const text = String(cell ?? '').trim()
  for (const { units } of words) {
    const found = Object.entries(units).find(([, shown]) => shown === text)
    if (found !== undefined) return found[0]
  }
  return text
}

function gradeOf({ words }: Importing, text: string): RowGrade | undefined {
  const plain = text.trim().toLowerCase()
  return rowGrades.find((grade) => grade === plain || words.some(({ grades }) => grades[grade] === plain))
}

/** What is no part of the case is told of: a figure that was tried instead of a mean, and the scenario and the law at the top. */
function tellInstead(to: Importing, at: number, cells: ReadonlyMap<number, Scalar>): void {
  const label = cellIn(cells, to.columns.label)
  const value = cells.get(to.columns.value)
  if (value === undefined || value === '') return
  const is = (head: 'instead' | 'scenario' | 'lawAsOf'): boolean => to.words.some(({ heads }) => heads[head] === label)
  const notice = (code: string, facts: Facts): void => {
    to.problems.push(problem(code, 'notice', placeOf(to, at, to.columns.value), facts))
  }
  if (is('instead')) return notice('workbook-instead-left', { found: String(value) })
  // Both scenarios are valued of a case; an exported sheet begins in the narrow one, as the command line and the pages do.
  if (is('scenario') && Number(value) !== narrow)
    notice('workbook-switch-left', { of: 'scenario', found: String(value) })
  if (is('lawAsOf')) notice('workbook-switch-left', { of: 'law', found: dayOrText(value) })
}

const narrow = 1

const dayOrText = (value: Scalar): string =>
  typeof value === 'number' && Number.isInteger(value) && value >= firstSerial
    ? dayText(value - serialOfDay1970)
    : String(value)
