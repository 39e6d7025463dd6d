/**
 * A case's text from the sheet of inputs, filled in by hand or exported before, with every problem at its cell.
 *
 *     path groups.all.course · value 9 · unit months   →   groups: { all: { course: 9 months } }
 *
 * A row counts by its path; rows without one are the sheet's own. An empty cell says nothing, so what is missing is asked for as in
 * any case. Words of both languages are understood.
 *
 * Problems: workbook-no-inputs, workbook-cell-unfit, workbook-path-unfit, workbook-path-twice, workbook-grade-unknown (wrong);
 * workbook-instead-left (notice); those of reading the case.
 */
import { type Place, type Problem, problem } from '../../base/index.ts'
import { type ReadCase, readCase } from '../case/index.ts'
import { type CaseRow, type RowGrade, caseTextOf, rowGrades, textOfNumber } from './case-rows.ts'
import { type Scalar } from './functions.ts'
import { inputColumns } from './inputs-sheet.ts'
import { addressOf } from './sheet.ts'
import { type WorkbookWords } from './words.ts'

export type SheetCells = { name: string; rows: ReadonlyMap<number, ReadonlyMap<number, Scalar>> }

export type ImportedCase = { text: string; read: ReadCase }

type Importing = {
  file: string
  sheet: SheetCells
  words: readonly WorkbookWords[]
  problems: Problem[]
  /** The rows that say nothing, by their path. */
  empty: Map<string, number>
}

/** Reads the first sheet that has a column of paths. `file` names the places. */
export function importCase(sheets: readonly SheetCells[], file: string, words: readonly WorkbookWords[]): ImportedCase {
  const found = sheets.flatMap((sheet) => {
    const row = headRowOf(sheet, words)
    return row === undefined ? [] : [{ sheet, row }]
  })[0]
  if (found === undefined) {
    const at = { file, line: 1, column: 1, length: 0, cell: sheets[0] === undefined ? '' : `${sheets[0].name}!A1` }
    const columns = words.map(({ heads }) => heads.path)
    const problems = [problem('workbook-no-inputs', 'wrong', at, { columns })]
    return { text: '', read: { caseFile: undefined, problems, marks: [] } }
  }
  const to: Importing = { file, sheet: found.sheet, words, problems: [], empty: new Map() }
  const rows = rowsIn(to, found.row)
  const { text, rowAt } = caseTextOf(rows.map(({ row }) => row))
  const read = readCase(text, file)
  const placed = read.problems.map((one): Problem => {
    const row = emptyRowOf(to, one) ?? rows[rowAt.get(one.at.line) ?? -1]?.at ?? found.row
    return { ...one, at: placeOf(to, row, inputColumns.value), choices: one.choices.map(({ paste }) => ({ paste })) }
  })
  const isStopped = to.problems.some(({ severity }) => severity === 'wrong')
  const caseFile = isStopped ? undefined : read.caseFile
  return { text, read: { ...read, caseFile, problems: [...to.problems, ...placed] } }
}

function headRowOf({ rows }: SheetCells, words: readonly WorkbookWords[]): number | undefined {
  return [...rows].find(([, cells]) => words.some(({ heads }) => cells.get(inputColumns.path) === heads.path))?.[0]
}

function placeOf({ file, sheet }: Importing, row: number, column: number): Place {
  return { file, line: row + 1, column: column + 1, length: 0, cell: `${sheet.name}!${addressOf(row, column)}` }
}

/** The row that is there for what a case lacks, left empty. */
function emptyRowOf({ empty }: Importing, { facts }: Problem): number | undefined {
  const { path, key } = facts
  if (typeof path !== 'string' || typeof key !== 'string') return undefined
  const wanted = `${path}.${key}`.replace(/^case\./, '')
  return [...empty].find(([one]) => one === wanted || one.startsWith(`${wanted}.`) || one.startsWith(`${wanted}[`))?.[1]
}

const pathPattern = /^[a-z0-9][a-z0-9-]*(\[\d{1,3}\])*(\.[a-z0-9][a-z0-9-]*(\[\d{1,3}\])*)*$/

function rowsIn(to: Importing, headRow: number): { row: CaseRow; at: number }[] {
  const known = new Map<string, number>()
  const rows: { row: CaseRow; at: number }[] = []
  for (const [at, cells] of [...to.sheet.rows].sort(([a], [b]) => a - b)) {
    if (at <= headRow) continue
    const [value, path] = [cells.get(inputColumns.value), cells.get(inputColumns.path)]
    if (path === undefined || path === '') {
      tellInstead(to, at, cells)
      continue
    }
    if (value === undefined || value === '') {
      to.empty.set(String(path), at)
      continue
    }
    if (typeof path !== 'string' || !pathPattern.test(path)) {
      tell(to, 'workbook-path-unfit', at, inputColumns.path, { path: String(path) })
      continue
    }
    const before = [...known].find(([one]) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`))
    if (before !== undefined) {
      tell(to, 'workbook-path-twice', at, inputColumns.path, { path, other: before[0], row: BigInt(before[1] + 1) })
      continue
    }
    known.set(path, at)
    const row = rowOf(to, at, cells, { path, value })
    if (row !== undefined) rows.push({ row, at })
  }
  return rows
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
  if (typeof value === 'boolean' || /^#[A-Z/0!?]+$/.test(String(value))) {
    tell(to, 'workbook-cell-unfit', at, inputColumns.value, { path, found: String(value) })
    return undefined
  }
  const unit = unitOf(to, cells.get(inputColumns.unit))
  const text = typeof value === 'number' ? textOfNumber(value, unit) : value.trim()
  const marked = cells.get(inputColumns.grade)
  if (marked === undefined || marked === '') return { path, text }
  const grade = gradeOf(to, String(marked))
  if (grade === undefined) {
    const known = to.words.flatMap(({ grades }) => rowGrades.map((one) => grades[one]))
    tell(to, 'workbook-grade-unknown', at, inputColumns.grade, { found: String(marked), known })
    return undefined
  }
  return { path, text, grade, reason: String(cells.get(inputColumns.reason) ?? '') }
}

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

/** A figure that was tried instead of a mean is no part of the case. */
function tellInstead(to: Importing, at: number, cells: ReadonlyMap<number, Scalar>): void {
  const label = cells.get(inputColumns.label)
  const value = cells.get(inputColumns.value)
  if (value === undefined || value === '' || !to.words.some(({ heads }) => heads.instead === label)) return
  const facts = { found: String(value) }
  to.problems.push(problem('workbook-instead-left', 'notice', placeOf(to, at, inputColumns.value), facts))
}
