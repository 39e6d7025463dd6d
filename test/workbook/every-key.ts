/**
 * The case of the reference, which uses every key, as a folder whose case can be written as a workbook.
 *
 * One thing is left out of it: that the others of a household change with the effort, which no formula says. That it is refused is a
 * test of its own.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const withOwn = /, use-with: \[[^\]]*\]/g

export function everyKeyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'every-key-'))
  cpSync('docs/reference/examples', folder, { recursive: true })
  const file = join(folder, 'case.yaml')
  const text = readFileSync(file, 'utf8').replaceAll(withOwn, '').replaceAll('../../../contracts', resolve('contracts'))
  writeFileSync(file, text)
  return folder
}
