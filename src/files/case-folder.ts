/**
 * A case folder: the case, its own price catalogue, the numbers its estimates are drawn from, and its sources.
 *
 *     case.yaml · catalogue/*.csv · *.csv · reading.yaml · KILDER.md · SOURCES.md
 *
 * `reading.yaml` says how the numbers of the CSV files beside it are written, where they do not tell it themselves.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Problem } from '../core/base/index.ts'
import { type CaseDataFile } from '../core/valuation/index.ts'
import { type SourceText } from '../core/terms/index.ts'
import { readReadingRules } from './reading-rules.ts'
import { type SourceLists, readSourceLists } from './source-lists.ts'
import { textOfFile } from './text-file.ts'

export type CaseFolder = {
  name: string
  path: string
  source: SourceText
  /** The folder of the case's own prices, if it has one. */
  catalogue: string | undefined
  data: CaseDataFile[]
  /** What is wrong with `reading.yaml`. */
  problems: Problem[]
  sources: SourceLists
}

/** Reads the folder, or the folder of the `case.yaml` that is named; nothing where there is none. */
export function readCaseFolder(path: string): CaseFolder | undefined {
  const folder = basename(path) === 'case.yaml' ? dirname(path) : path
  const file = join(folder, 'case.yaml')
  if (!existsSync(file)) return undefined
  return {
    name: basename(folder),
    path: folder,
    source: { file: shownPath(file), text: textOfFile(file) },
    ...besideCase(folder),
    sources: readSourceLists(folder),
  }
}

/** The prices and the data that lie beside a case. */
export function besideCase(folder: string): Pick<CaseFolder, 'catalogue' | 'data' | 'problems'> {
  const local = join(folder, 'catalogue')
  const reading = join(folder, 'reading.yaml')
  const source = existsSync(reading) ? { file: shownPath(reading), text: textOfFile(reading) } : undefined
  const { rules, problems } = readReadingRules(source)
  const data = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => ({ name, shown: shownPath(join(folder, name)), bytes: readFileSync(join(folder, name)), rules }))
  return { catalogue: existsSync(local) && statSync(local).isDirectory() ? local : undefined, data, problems }
}

/** The case folders in a folder, by name. */
export function caseNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'case.yaml')))
    .map((entry) => entry.name)
    .sort()
}

/** The folder of national prices and rules that comes with the program, wherever it was built. */
export function nationalCatalogue(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'catalogue', 'rules.csv')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'catalogue')
}

/** As the reader sees it from where the program runs; by its folder's name when the file lies elsewhere. */
function shownPath(file: string): string {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? join(basename(dirname(file)), basename(file)) : near
}
