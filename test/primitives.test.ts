/**
 * Every payment primitive is written as an example that runs: docs/reference/primitives/M*.md, and the odd ones beside
 * them. Their cases must come out to the øre, and the index lists them all. `UPDATE=1` rewrites what is made from them.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from './sources.ts'
import { type Case, type Example, faultsOf, readAloud, readExample } from './worked-example.ts'

const reference = join(projectFolder, 'docs/reference')
const base = readFileSync(join(reference, 'primitives/base.yaml'), 'utf8')
const isUpdate = process.env['UPDATE'] !== undefined

type Page = { name: string; path: string; text: string; example: Example }

const pagesOf = (folder: string): Page[] =>
  readdirSync(join(reference, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const path = join(reference, folder, name)
      const text = readFileSync(path, 'utf8')
      return { name: `${folder}/${name}`, path, text, example: readExample(text, base) }
    })

const pages = { primitives: pagesOf('primitives'), odd: pagesOf('odd') }

for (const { path, text, example } of [...pages.primitives, ...pages.odd]) {
  describe(example.title, () => {
    for (const one of example.cases) test(one.says, () => check(example, one))
    test('reads aloud as the terms say', () => keep(path, text, withWords(text, example)))
  })
}

test('every primitive has its page', () => {
  const numbers = pages.primitives.map(({ name }) => /M(\d\d)\.md$/.exec(name)?.[1])
  expect(numbers).toEqual(Array.from({ length: 67 }, (_, index) => String(index + 1).padStart(2, '0')))
})

test.each(['primitives', 'odd'] as const)('%s.md lists them all', (name) => {
  const path = join(reference, `${name}.md`)
  const text = readFileSync(path, 'utf8')
  const rows = pages[name].map(({ name: file, example }) => `| [${example.title}](${file}) | ${example.summary} |`)
  const table = ['| | how it is written |', '|---|---|', ...rows].join('\n')
  keep(
    path,
    text,
    text.replace(/(<!-- index -->\n)[\s\S]*?(<!-- end -->)/, `$1\n${table.replaceAll('$', '$$$$')}\n\n$2`),
  )
})

function check(example: Example, one: Case): void {
  expect(faultsOf(example, one)).toEqual([])
}

function keep(path: string, text: string, wanted: string): void {
  if (isUpdate) writeFileSync(path, wanted)
  else expect(text).toBe(wanted)
}

function withWords(page: string, example: Example): string {
  const [own = ''] = page.split('\n## Read aloud\n')
  const quoted = (locale: 'da' | 'en') => readAloud(example, locale).map((clause) => `> ${clause}`)
  const [danish, english] = [quoted('da'), quoted('en')].map((clauses) => clauses.join('\n>\n'))
  return `${own.trimEnd()}\n\n## Read aloud\n\n${danish}\n\n${english}\n`
}
