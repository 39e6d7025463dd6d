/**
 * A business case as a workbook, an empty one to fill in, and a workbook as a case again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Problem, problem } from '../core/base/index.ts'
import { readYaml } from '../core/text/index.ts'
import {
  type CaseWorkbook,
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
 * Writes the workbook of the case, opened in the narrow scenario unless the other is asked for; says what stood in the way when it
 * was not written. The case's own prices and indexes go with it, as sheets named as their files are: without them the same inputs would be reckoned at national prices wherever the workbook is read.
 */
export function exportCase(
  open: OpenCase,
  path: string,
  asked: WorkbookAsked,
): { isWritten: boolean; problems: Problem[] } {
  const { workbook, problems } = layOutCase(open, asked)
  if (workbook !== undefined) {
    const own = catalogueSheets(catalogueTables(open.catalogue, 'local'))
    const values = asked.scenario === undefined ? narrowed(workbook) : workbook.values
    writeFileSync(path, writeWorkbook([...workbook.sheets, ...own], values))
  }
  return { isWritten: workbook !== undefined, problems }
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

/** Writes an empty case to fill in. */
export function writeCaseTemplate(path: string, words: WorkbookWords): void {
  const sheets = [templateSheet(words)]
  writeFileSync(path, writeWorkbook(sheets, new Values(sheets)))
}

export const isWorkbook = (path: string): boolean => /\.xlsx$/i.test(path)

/**
 * Opens the case in a workbook, with the prices that are sheets of it. Without such sheets prices beside it are used as those of a case
 * folder are, and so are data. Nothing where there is no file.
 * The text of the case is that of `folder.source`. Problems: workbook-unreadable, workbook-too-large (wrong), and those of importing.
 */
export function openWorkbookCase(path: string, words: readonly WorkbookWords[]): OpenCase | undefined {
  if (!existsSync(path)) return undefined
  const file = basename(path)
  const around = besideCase(dirname(path))
  const workbook = readWorkbook(readFileSync(path))
  const hasOwn = 'sheets' in workbook && hasCatalogueSheets(workbook.sheets)
  const local = hasOwn ? readCatalogueSheets(workbook.sheets, file, 'local') : around.catalogue
  const { catalogue, problems } = openCatalogue({ national: nationalCatalogue(), local })
  const at = { file, line: 1, column: 1, length: 0 }
  const folder = (text: string): CaseFolder => ({
    name: file.replace(/\.xlsx$/i, ''),
    path: dirname(path),
    source: { file: join(dirname(path), file), text },
    ...around,
    sources: {},
  })
  if ('refused' in workbook) {
    const facts = { sizeMax: BigInt(workbookSizeMax / 1_000_000) }
    const refused =
      workbook.refused === 'too-large'
        ? problem('workbook-too-large', 'wrong', at, facts)
        : problem('workbook-unreadable', 'wrong', at)
    const read = { caseFile: undefined, problems: [refused], marks: [] }
    return { text: '', folder: folder(''), read, catalogue, data: new Map(), problems: [refused] }
  }
  const { text, read } = importCase(workbook.sheets, file, words)
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
