/**
 * Opens the price catalogue: the national one that comes with the program, and a local one on top of it.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Problem, sortProblems } from '../core/base/index.ts'
import { type Catalogue, readCatalogue } from '../core/valuation/index.ts'
import { type WorkbookLayer, readCatalogueFolder, readCatalogueWorkbook } from '../files/index.ts'

export type OpenCatalogue = { catalogue: Catalogue; problems: Problem[]; isLocalFound: boolean }

/**
 * `local` is a folder with any of the catalogue's files, a workbook with any of them as sheets, or such sheets that are read already.
 * Rows with faults are left out and told.
 */
export function openCatalogue(folders: {
  national: string
  local?: string | WorkbookLayer | undefined
}): OpenCatalogue {
  const national = readCatalogueFolder(folders.national, 'national')
  const local = typeof folders.local === 'string' ? readLocal(folders.local) : folders.local
  const found = [national, local].filter((one) => one !== undefined)
  const { catalogue, problems } = readCatalogue(found.map(({ layer }) => layer))
  const all = [...found.flatMap((one) => one.problems), ...problems.map((one) => local?.placed(one) ?? one)]
  return { catalogue, problems: sortProblems(all), isLocalFound: local !== undefined }
}

function readLocal(path: string): ReturnType<typeof readCatalogueWorkbook> {
  if (/\.xlsx$/i.test(path)) return readCatalogueWorkbook(path, 'local')
  const folder = readCatalogueFolder(path, 'local')
  return folder === undefined ? undefined : { ...folder, placed: (found) => found }
}

/** The folder of the national catalogue: beside the program, wherever that was built to. */
export function catalogueFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'catalogue', 'prices.csv')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'catalogue')
}
