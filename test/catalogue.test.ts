/** docs/reference/catalogue.md is what the catalogue and its files are. `UPDATE=1` rewrites what is made of them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { priceWords } from '../locales/index.ts'
import { openCatalogue } from '../src/operations/index.ts'
import { cataloguePage } from '../tools/catalogue-reference.ts'
import { projectFolder } from './sources.ts'

const file = join(projectFolder, 'docs/reference/catalogue.md')
const { catalogue } = openCatalogue({ national: join(projectFolder, 'catalogue') })

test('the page is what the catalogue is', () => {
  const page = readFileSync(file, 'utf8')
  const wanted = cataloguePage(page, projectFolder)
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, wanted)
  else expect(page).toBe(wanted)
})

test('every rule of the catalogue has words in both languages, and a place on the page', () => {
  const page = readFileSync(file, 'utf8')
  for (const rule of catalogue.rules.keys()) {
    expect(Object.keys(priceWords.da.rules), rule).toContain(rule)
    expect(Object.keys(priceWords.en.rules), rule).toContain(rule)
    expect(page, rule).toContain(`\`${rule}\``)
  }
})
