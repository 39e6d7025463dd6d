/**
 * A contract folder: terms, amendments, facts, statements and parameters as they lie on disk.
 *
 *     terms.yaml · amendments/*.yaml · facts/people.csv · facts/*.csv · facts/reading.yaml
 *     parameters.csv · statements/*.json · KILDER.md · SOURCES.md
 *
 * Only names and bytes here: what they mean is the core's. Facts are handed over a chunk at a time, so a file of two
 * gigabytes is never in memory. File names in places are relative to the folder's parent, as a reader would write them.
 *
 * An ending may be in capitals, and `.yml` is `.yaml`. What else lies in the three folders is not read, and is told: a fact
 * in a file that nobody reads would be missing without a word. Notes (`.md`) and what a machine hides are left alone.
 */
import { closeSync, existsSync, openSync, readSync, readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { type CsvFile } from '../core/measurement/index.ts'
import { type SourceText } from '../core/terms/index.ts'
import { readAhead } from './read-ahead.ts'
import { type SourceLists, readSourceLists } from './source-lists.ts'
import { textOfFile } from './text-file.ts'

export type ContractFolder = {
  /** The folder's own name. */
  name: string
  path: string
  terms: SourceText
  amendments: SourceText[]
  settings: SourceText | undefined
  people: CsvFile | undefined
  facts: CsvFile[]
  reading: SourceText | undefined
  parameters: CsvFile | undefined
  statements: SourceText[]
  sources: SourceLists
  unread: UnreadFile[]
}

/** Something in a folder whose files are read, that is not read itself. */
export type UnreadFile = { file: string; folder: string; endings: readonly string[]; isFolder: boolean }

const endings = { facts: ['.csv'], amendments: ['.yaml', '.yml'], statements: ['.json'], reading: ['.yaml', '.yml'] }

/**
 * What a scenario has in place of the usual: folders and files within the contract's, and pieces of terms by path.
 * `onRead` is told how much of the facts has been read, from 0 to 1, each time a chunk is handed over.
 */
export type FolderChoice = {
  facts?: string
  terms?: string
  amendments?: string
  settings?: SourceText
  onRead?: (share: number) => void
  /** For the terms alone: no file of facts is opened. */
  isTermsOnly?: boolean
  /** The program of a thread that reads along in large files, built from `reading-helper.ts`; without it, all is read here. */
  readingHelper?: string | undefined
}

/** The folder of a contract that is named from another folder: beside it, or by its whole path. */
export const contractFrom = (folder: string, named: string): string => (isAbsolute(named) ? named : join(folder, named))

/** Whether there is a contract in the folder. */
export const hasContract = (path: string): boolean => existsSync(join(path, 'terms.yaml'))

/** Reads the folder; nothing where it has no `terms.yaml`. */
export function readContractFolder(path: string, choice: FolderChoice = {}): ContractFolder | undefined {
  const termsFile = join(path, choice.terms ?? 'terms.yaml')
  if (!existsSync(termsFile)) return undefined
  const named = (file: string) => shownPath(file)
  const source = (file: string): SourceText => ({ file: named(file), text: textOfFile(file) })
  const factsFolder = join(path, choice.facts ?? 'facts')
  const amendmentsFolder = join(path, choice.amendments ?? 'amendments')
  const statementsFolder = join(path, 'statements')
  const csv = choice.isTermsOnly === true ? [] : filesIn(factsFolder, endings.facts)
  const people = csv.find((file) => basename(file).toLowerCase() === 'people.csv')
  const reading = filesIn(factsFolder, endings.reading).find((file) => /^reading\./i.test(basename(file)))
  const parameters = filesIn(path, ['.csv']).find((file) => basename(file).toLowerCase() === 'parameters.csv')
  const onRead = choice.onRead === undefined ? undefined : readingOf(csv, choice.onRead)
  const large = (file: string) => csvFile(file, named(file), { onRead, helper: choice.readingHelper })
  return {
    name: basename(path),
    path,
    terms: source(termsFile),
    amendments: filesIn(amendmentsFolder, endings.amendments).map(source),
    settings: choice.settings,
    people: people === undefined ? undefined : large(people),
    facts: csv.filter((file) => file !== people).map(large),
    reading: reading === undefined ? undefined : source(reading),
    parameters: parameters === undefined ? undefined : csvFile(parameters, named(parameters)),
    statements: filesIn(statementsFolder, endings.statements).map(source),
    sources: readSourceLists(path),
    unread: [
      ...unreadIn(factsFolder, endings.facts, reading),
      ...unreadIn(amendmentsFolder, endings.amendments),
      ...unreadIn(statementsFolder, endings.statements),
    ],
  }
}

/** The contract folders in a folder, by name. */
export function contractNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasContract(join(folder, entry.name)))
    .map((entry) => entry.name)
    .sort()
}

function filesIn(folder: string, endingsRead: readonly string[]): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => endsInOne(name, endingsRead))
    .sort()
    .map((name) => join(folder, name))
}

const endsInOne = (name: string, endingsRead: readonly string[]): boolean =>
  endingsRead.some((ending) => name.toLowerCase().endsWith(ending))

/** What lies in a folder and is not read; `alsoRead` is a file of another kind that is. */
function unreadIn(folder: string, endingsRead: readonly string[], alsoRead?: string): UnreadFile[] {
  if (!existsSync(folder)) return []
  const isHidden = (name: string) => /^[.~]|~$/.test(name) || name.toLowerCase().endsWith('.md')
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isHidden(name) && join(folder, name) !== alsoRead)
    .filter((entry) => entry.isDirectory() || !endsInOne(entry.name, endingsRead))
    .map((entry) => ({
      file: shownPath(join(folder, entry.name)),
      folder: basename(folder),
      endings: endingsRead,
      isFolder: entry.isDirectory(),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** As the reader sees it from where the program runs; whole when the file lies elsewhere. */
function shownPath(file: string): string {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? join(basename(dirname(file)), basename(file)) : near
}

const chunkLength = 1 << 16
/** A smaller file is read before a helper is under way. */
const sharedFrom = 1 << 25

type ReadingWays = { onRead?: ((bytes: number) => void) | undefined; helper?: string | undefined }

/** A CSV file by its path; read by two threads where it is large and there is a helper and a processor for it. */
export function csvFile(path: string, name: string, { onRead, helper }: ReadingWays = {}): CsvFile {
  const chunks = { [Symbol.iterator]: () => chunksOf(path, onRead) }
  const isShared = helper !== undefined && availableParallelism() > 1 && statSync(path).size > sharedFrom
  return { name, chunks, ahead: isShared ? (plan, from) => readAhead(path, helper, { plan, from, onRead }) : undefined }
}

/** Adds up the bytes of all files. A file read again for another reading of the terms never shows more than all. */
function readingOf(paths: readonly string[], onRead: (share: number) => void): (bytes: number) => void {
  const whole = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  let read = 0
  return (bytes) => {
    read += bytes
    onRead(Math.min(1, read / Math.max(1, whole)))
  }
}

function* chunksOf(path: string, onRead?: (bytes: number) => void): Iterator<Uint8Array> {
  const file = openSync(path, 'r')
  const buffer = Buffer.allocUnsafe(chunkLength)
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, chunkLength, null)
      if (length === 0) return
      onRead?.(length)
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}
