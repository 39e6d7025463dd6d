/** A fund's folder: `fund.yaml`, and where its sources stand, `SOURCES.md`. Only names and bytes; what they mean is the core's. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { textOfFile } from './text-file.ts'

/** The text of a folder's fund; nothing where it has none. */
export function readFundFolder(path: string): { file: string; text: string } | undefined {
  const file = join(path, 'fund.yaml')
  return existsSync(file) ? { file, text: textOfFile(file) } : undefined
}

/** The funds in a folder, by name. */
export function fundNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'fund.yaml')))
    .map((entry) => entry.name)
    .sort()
}
