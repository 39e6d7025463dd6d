/**
 * A business case as a workbook, an empty one to fill in, and a workbook as a case again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Problem, problem } from '../core/base/index.ts'
import { readYaml } from '../core/text/index.ts'
import {
  type CaseWorkbook,
  type SheetCells,
  type WorkbookWords,
  Values,
  caseWorkbook,
  catalogueTables,
  importCase,
  readCaseData,
  templateSheet,
} from '../core/valuation/index.ts'
import {
  type CaseFolder,
  type WorkbookRefused,
  besideCase,
  catalogueSheets,
  hasCatalogueSheets,
  nationalCatalogue,
  readCatalogueSheets,
  readWorkbook,
  workbookSizeMax,
  writeWorkbook,
} from '../files/index.ts'
import { type OpenCase } from './open-case.ts'
import { openCatalogue } from './open-catalogue.ts'
import { type Scenario, valueCase } from './value-case.ts'

export type WorkbookAsked = { scenario?: Scenario; lawAsOf?: number; words: WorkbookWords }

/**
 * The case as a workbook; the broad scenario when none is asked for, because the sheet can be switched to the narrow one. Without a
 * workbook where the case cannot be valued, or where a formula would not give the program's own figure.
 *
 * Problems: those of valuing the case; workbook-differs (wrong).
 */
export function layOutCase(
  open: OpenCase,
  asked: WorkbookAsked,
): { workbook: CaseWorkbook | undefined; problems: Problem[] } {
  const { scenario = 'broad', lawAsOf, words } = asked
  const valued = valueCase(open, lawAsOf === undefined ? { scenario } : { scenario, lawAsOf })
  const found = valued.scenarios[0]
  const { root } = readYaml(open.folder.source.text, open.folder.source.file)
  if (found === undefined || root === undefined) return { workbook: undefined, problems: valued.problems }
  const { compiled, report } = found
  const workbook = caseWorkbook({ compiled, catalogue: open.catalogue, data: open.data, root, report, words })
  const [first] = workbook.differences
  if (first === undefined) return { workbook, problems: valued.problems }
  const at = { file: open.folder.source.file, line: 1, column: 1, length: 0 }
  const facts = { cell: first.cell, formula: shown(first.formula), program: shown(first.program) }
  const count = BigInt(workbook.differences.length)
  const differs = problem('workbook-differs', 'wrong', at, { ...facts, count, cause: workbook.cause ?? 'unknown' })
  return { workbook: undefined, problems: [...valued.problems, differs] }
}

const shown = (value: unknown): string => String(typeof value === 'number' ? Math.round(value * 100) / 100 : value)

/**
 * The workbook of the case as a file, opened in the narrow scenario unless the other is asked for, or what stood in the way of it. The
 * case's own prices and indexes go with it, as sheets named as their files are: without them the same inputs would be reckoned at
 * national prices wherever the workbook is read.
 */
export function workbookOfCase(
  open: OpenCase,
  asked: WorkbookAsked,
): { bytes: Uint8Array | undefined; problems: Problem[] } {
  const { workbook, problems } = layOutCase(open, asked)
  if (workbook === undefined) return { bytes: undefined, problems }
  const own = catalogueSheets(catalogueTables(open.catalogue, 'local'))
  const values = asked.scenario === undefined ? narrowed(workbook) : workbook.values
  return { bytes: writeWorkbook([...workbook.sheets, ...own], values), problems }
}

/** Writes the workbook of the case; says what stood in the way when it was not written. */
export function exportCase(
  open: OpenCase,
  path: string,
  asked: WorkbookAsked,
): { isWritten: boolean; problems: Problem[] } {
  const { bytes, problems } = workbookOfCase(open, asked)
  if (bytes !== undefined) writeFileSync(path, bytes)
  return { isWritten: bytes !== undefined, problems }
}

/** The values of the workbook when its scenario is switched to the narrow one, with which the command line and the pages begin. */
function narrowed({ inputs: { scenario }, sheets }: CaseWorkbook): Values {
  const { sheet, row, column } = scenario
  sheet.put(row, column, { ...sheet.at(row, column), value: 1, style: 'number-input' })
  return new Values(sheets)
}

/** The names of the files that hold the case's own prices, indexes and rules. */
export const ownPriceSheets = ({ catalogue }: Pick<OpenCase, 'catalogue'>): string[] =>
  catalogueTables(catalogue, 'local').map(({ name }) => name)

/** An empty case to fill in, as a file. */
export function caseTemplate(words: WorkbookWords): Uint8Array {
  const sheets = [templateSheet(words)]
  return writeWorkbook(sheets, new Values(sheets))
}

export const writeCaseTemplate = (path: string, words: WorkbookWords): void => writeFileSync(path, caseTemplate(words))

export const isWorkbook = (path: string): boolean => /\.xlsx$/i.test(path)

/** The case of the sheets, and its own prices where there are sheets of them. */
function importSheets(sheets: readonly SheetCells[], file: string, words: readonly WorkbookWords[]) {
  const local = hasCatalogueSheets(sheets) ? readCatalogueSheets(sheets, file, 'local') : undefined
  return { ...importCase(sheets, file, words), local }
}

function refusedProblem(refused: WorkbookRefused, file: string): Problem {
  const at = { file, line: 1, column: 1, length: 0 }
  const facts = { sizeMax: BigInt(workbookSizeMax / 1_000_000) }
  return refused === 'too-large'
    ? problem('workbook-too-large', 'wrong', at, facts)
    : problem('workbook-unreadable', 'wrong', at)
}

/** `text` is empty where there is no case in the workbook; `prices` are the sheets of its own prices, which are no part of the text. */
export type ImportedWorkbook = { text: string; problems: Problem[]; prices: string[] }

/**
 * The text of the case in a workbook that was sent as bytes, with every problem at its cell. Nothing beside it is read.
 *
 * Problems: workbook-unreadable, workbook-too-large (wrong), and those of importing.
 */
export function importWorkbook(bytes: Uint8Array, file: string, words: readonly WorkbookWords[]): ImportedWorkbook {
  const workbook = readWorkbook(bytes, (sheets) => importSheets(sheets, file, words))
  if ('refused' in workbook) return { text: '', problems: [refusedProblem(workbook.refused, file)], prices: [] }
  const { text, read, local } = workbook.found
  const prices = local === undefined ? [] : ownPriceSheets(openCatalogue({ national: nationalCatalogue(), local }))
  return { text, problems: read.problems, prices }
}

/**
 * Opens the case in a workbook, with the prices that are sheets of it. Without such sheets prices beside it are used as those of a case
 * folder are, and so are data. Nothing where there is no file.
 * The text of the case is that of `folder.source`. Problems: workbook-unreadable, workbook-too-large (wrong), and those of importing.
 */
export function openWorkbookCase(path: string, words: readonly WorkbookWords[]): OpenCase | undefined {
  if (!existsSync(path)) return undefined
  const file = basename(path)
  const around = besideCase(dirname(path))
  const workbook = readWorkbook(readFileSync(path), (sheets) => importSheets(sheets, file, words))
  const local = ('found' in workbook ? workbook.found.local : undefined) ?? around.catalogue
  const { catalogue, problems } = openCatalogue({ national: nationalCatalogue(), local })
  const folder = (text: string): CaseFolder => ({
    name: file.replace(/\.xlsx$/i, ''),
    path: dirname(path),
    source: { file: join(dirname(path), file), text },
    ...around,
    sources: {},
  })
  if ('refused' in workbook) {
    const refused = refusedProblem(workbook.refused, file)
    const read = { caseFile: undefined, problems: [refused], marks: [] }
    return { text: '', folder: folder(''), read, catalogue, data: new Map(), problems: [refused] }
  }
  const { text, read } = workbook.found
  const data = read.caseFile === undefined ? undefined : readCaseData(read.caseFile, around.data)
  return {
    text,
    folder: folder(text),
    read,
    catalogue,
    data: data?.data ?? new Map(),
    problems: [...read.problems, ...around.problems, ...problems, ...(data?.problems ?? [])],
  }
}
