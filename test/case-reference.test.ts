/** docs/reference/case.md is what the shapes, the descriptions and the example give, and the example values. `UPDATE=1` rewrites it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCase, valueCase } from '../src/operations/index.ts'
import { caseReferencePage, met, parts } from '../tools/case-reference.ts'
import { projectFolder } from './sources.ts'

const file = join(projectFolder, 'docs/reference/case.md')

test('the page is what the language gives', () => {
  const page = readFileSync(file, 'utf8')
  const wanted = caseReferencePage(page)
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, wanted)
  else expect(page).toBe(wanted)
})

test('every key is used by the example', () => {
  const unused = [...met].flatMap(([name, { fields, examples, asked }]) =>
    Object.keys(fields).filter((key) => !examples.has(key) && !asked.has(key) && !isLong(name, key)),
  )
  expect(unused).toEqual([])
})

test('every key says what it means, and nothing is described that is no key', () => {
  const page = caseReferencePage(readFileSync(file, 'utf8'))
  expect(page.match(/^\| `[\w-]+` \| [*\w ]+ \|  \|.*$/gm) ?? []).toEqual([])
  const idle = Object.entries(parts).flatMap(([name, { keys }]) =>
    Object.keys(keys)
      .filter((key) => met.get(name)?.fields[key] === undefined)
      .map((key) => `${name}.${key}`),
  )
  expect(idle).toEqual([])
})

test('the example is valued in both scenarios without a fault', () => {
  const open = openCase(join(projectFolder, 'docs/reference/examples'))!
  expect(open.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  const { scenarios, problems } = valueCase(open)
  expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  expect(scenarios.map(({ scenario }) => scenario)).toEqual(['narrow', 'broad'])
})

/** Keys whose example is a whole part of its own, shown under its own heading. */
function isLong(name: string, key: string): boolean {
  return met.has(key) || (name === 'case' && key === 'finance')
}
