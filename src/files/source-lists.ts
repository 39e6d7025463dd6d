/** Where a folder's figures are from, as somebody wrote it: `KILDER.md` in Danish, `SOURCES.md` in English. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { textOfFile } from './text-file.ts'
import { type Locale } from '../core/base/index.ts'

/** The list in each language the folder has it in. */
export type SourceLists = Partial<Record<Locale, string>>

const fileOf: Readonly<Record<Locale, string>> = { da: 'KILDER.md', en: 'SOURCES.md' }

export function readSourceLists(folder: string): SourceLists {
  const lists: SourceLists = {}
  for (const locale of ['da', 'en'] as const) {
    const file = join(folder, fileOf[locale])
    if (existsSync(file)) lists[locale] = textOfFile(file)
  }
  return lists
}
