/**
 * A folder of a catalogue: its CSV files, and `reading.yaml` where it says how numbers and days are written.
 *
 * Only names and bytes here: which file holds what is the core's to know. A file it does not know is handed over too, so that
 * it is told and not passed over.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { type Problem } from '../core/base/index.ts'
import { type CatalogueLayer, type Origin } from '../core/valuation/index.ts'
import { readReadingRules } from './reading-rules.ts'
import { textOfFile } from './text-file.ts'

/** The folder as a layer of a catalogue; nothing where there is no such folder. Problems: those of `reading.yaml`. */
export function readCatalogueFolder(
  path: string,
  origin: Origin,
): { layer: CatalogueLayer; problems: Problem[] } | undefined {
  if (!existsSync(path)) return undefined
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => ({ name: shownPath(path, name), chunks: [new Uint8Array(readFileSync(join(path, name)))] }))
  const rules = join(path, 'reading.yaml')
  if (!existsSync(rules)) return { layer: { origin, files }, problems: [] }
  const source = { file: shownPath(path, 'reading.yaml'), text: textOfFile(rules) }
  const { rules: reading, problems } = readReadingRules(source)
  return { layer: { origin, files, reading }, problems }
}

/** As the reader sees it from where the program runs; by the folder's own name when it lies elsewhere. */
function shownPath(path: string, name: string): string {
  const near = relative(process.cwd(), path)
  return join(near.startsWith('..') || near === '' ? basename(path) : near, name)
}
