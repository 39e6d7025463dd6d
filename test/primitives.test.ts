/**
 * Every payment primitive is written as an example that runs: docs/reference/primitives/M*.md, and the odd ones beside
 * them. Their cases must come out to the øre, and the index lists them all. `UPDATE=1` rewrites what is made from them.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from './sources.ts'
import { type Case, type Example, faultsOf, readAloud, readExample } from './worked-example.ts'

const folder = join(projectFolder, 'docs/reference/primitives')
const base = readFileSync(join(folder, 'base.yaml'), 'utf8')
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
const isUpdate = process.env['UPDATE'] !== undefined

for (const name of pages) {
  const path = join(folder, name)
  const page = readFileSync(path, 'utf8')
  const example = readExample(page, base)
  describe(example.title, () => {
    for (const one of example.cases) {
      if (one.awaits === undefined) test(one.says, () => check(example, one))
      else test.todo(`${one.says} (awaits ${one.awaits})`)
    }
    test('reads aloud as the terms say', () => {
      const wanted = withWords(page, example)
      if (isUpdate) writeFileSync(path, wanted)
      else expect(page).toBe(wanted)
    })
  })
}

function check(example: Example, one: Case): void {
  expect(faultsOf(example, one)).toEqual([])
}

function withWords(page: string, example: Example): string {
  const [own = ''] = page.split('\n## Read aloud\n')
  const quoted = (locale: 'da' | 'en') => readAloud(example, locale).map((clause) => `> ${clause}`)
  const [danish, english] = [quoted('da'), quoted('en')].map((clauses) => clauses.join('\n>\n'))
  return `${own.trimEnd()}\n\n## Read aloud\n\n${danish}\n\n${english}\n`
}
