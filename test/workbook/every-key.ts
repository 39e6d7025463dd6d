/** The case of the reference, which uses every key, as a folder of its own. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export function everyKeyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'every-key-'))
  cpSync('docs/reference/examples', folder, { recursive: true })
  const file = join(folder, 'case.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('../../../contracts', resolve('contracts')))
  return folder
}
