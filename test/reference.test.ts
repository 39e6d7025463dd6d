/**
 * docs/reference/terms.md says what the language is: every key and every kind is described, with an example that runs, and
 * the page is what the shapes, the descriptions and the annex give. `UPDATE=1` rewrites it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreementSchema } from '../src/core/terms/schema.ts'
import { comparisonFields } from '../src/core/terms/kinds.ts'
import { problemsWith } from '../tools/example-agreement.ts'
import { fieldsOf, kindFields, kinds, records, referencePage } from '../tools/reference.ts'
import { projectFolder } from './sources.ts'

const file = join(projectFolder, 'docs/reference/terms.md')

test('the page is what the language gives', () => {
  const page = readFileSync(file, 'utf8')
  const wanted = referencePage(page)
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, wanted)
  else expect(page).toBe(wanted)
})

test('the example agreement runs', () => expect(problemsWith([])).toEqual([]))

test('every record and every kind has its place on the page', () => {
  const page = readFileSync(file, 'utf8')
  const missing = [
    ...Object.keys(records).filter((name) => !page.includes(`<!-- keys: ${name} -->`)),
    ...Object.keys(kindFields).filter((name) => !page.includes(`<!-- kind: ${name} -->`)),
  ]
  expect(missing).toEqual([])
})

describe('records', () => {
  test('every key of the schema is described, and no other', () => {
    const described = Object.values(records).map(({ keys }) => Object.keys(keys).sort().join(' '))
    const faults = recordsOf(agreementSchema()).filter((keys) => !described.includes(keys))
    expect(faults).toEqual([])
  })

  test.each(Object.keys(records))('%s: what is asked for at times says when, and every word has a meaning', (name) => {
    const fields = fieldsOf(name)
    const faults = Object.entries(records[name]!.keys).flatMap(([key, { asked }]) => {
      const field = fields[key]
      if (field?.presence !== 'edge' || field.asked(() => undefined) === (asked === undefined)) return []
      return [asked === undefined ? `${key} does not say when it is asked` : `${key} is always asked`]
    })
    expect(faults).toEqual([])
  })

  test('no answer on the page lacks its meaning', () => {
    const page = readFileSync(file, 'utf8')
    expect(page.match(/^\| `[\w-]+` \|  \|.*$/gm) ?? []).toEqual([])
  })
})

describe('kinds', () => {
  test('every kind is described, and no other', () =>
    expect(Object.keys(kinds).sort()).toEqual(Object.keys(kindFields).sort()))

  test.each(Object.keys(kindFields))('%s: every key is described, and no other', (name) =>
    expect(Object.keys(kinds[name]!.keys).sort()).toEqual(Object.keys(kindFields[name]!).sort()),
  )

  test.each(Object.keys(kindFields))('%s: what is asked for at times says when', (name) => {
    const atTimes = Object.entries(kindFields[name]!)
      .filter(([, field]) => field.presence === 'edge' && !field.asked(() => undefined))
      .map(([key]) => key)
    expect(Object.keys(kinds[name]!.asked ?? {}).sort()).toEqual(atTimes.sort())
  })
})

const notRecords = ['da en', 'is', 'assumed derived invented is published']

/** The keys of each record of the schema that is neither a text in two languages, a mark, a window nor an expression. */
function recordsOf(schema: object): string[] {
  const heads = new Set(Object.keys(kindFields))
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const { properties, $defs, ...rest } = node as Record<string, Record<string, unknown>>
    if (properties !== undefined) {
      const keys = Object.keys(properties)
      const isExpression =
        keys.some((key) => heads.has(key)) && Object.keys(comparisonFields).every((key) => keys.includes(key))
      if (!isExpression) found.add(keys.sort().join(' '))
      Object.values(properties).forEach(visit)
    }
    for (const [name, part] of Object.entries($defs ?? {}))
      if (!heads.has(name) && name !== 'and-or' && name !== 'window' && name !== 'valued') visit(part)
    Object.values(rest).forEach(visit)
  }
  visit(schema)
  return [...found].filter((keys) => !notRecords.includes(keys))
}
