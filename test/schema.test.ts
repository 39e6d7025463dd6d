/** The published JSON Schema is the one the shapes give, and every contract is valid by it. `UPDATE=1` rewrites it. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { agreementSchema } from '../src/core/terms/schema.ts'
import { caseSchema } from '../src/core/valuation/case/schema.ts'
import { readTerms } from '../src/core/terms/read.ts'
import { projectFolder } from './sources.ts'

const file = join(projectFolder, 'schema', 'agreement-1.0.json')

test('schema/agreement-1.0.json is what the shapes give', () => {
  const text = `${JSON.stringify(agreementSchema(), null, 2)}\n`
  if (process.env['UPDATE'] !== undefined) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('schema/case-1.0.json is what the shapes give', () => {
  const own = join(projectFolder, 'schema', 'case-1.0.json')
  const text = `${JSON.stringify(caseSchema(), null, 2)}\n`
  if (process.env['UPDATE'] !== undefined) writeFileSync(own, text)
  expect(readFileSync(own, 'utf8')).toBe(text)
})

const validateCase = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(caseSchema())

describe('business cases by the schema', () => {
  const read = (name: string): string => readFileSync(join(projectFolder, `cases/${name}/case.yaml`), 'utf8')
  test.each(readdirSync(join(projectFolder, 'cases')))('cases/%s is valid', (name) => {
    validateCase(parse(read(name)))
    expect(validateCase.errors ?? []).toEqual([])
  })

  test('an unknown key and a word that is none of the answers are not valid', () => {
    expect(validateCase(parse(read('vejle').replace('heading: placement', 'headline: placement')))).toBe(false)
    expect(validateCase(parse(read('vejle').replace('when: year-end', 'when: sometimes')))).toBe(false)
  })
})

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(agreementSchema())

const contracts = readdirSync(join(projectFolder, 'contracts'))
  .map((name) => `contracts/${name}/terms.yaml`)
  .filter((path) => existsSync(join(projectFolder, path)))

describe('by the schema', () => {
  test.each(contracts)('%s is valid', (path) => {
    const terms = readFileSync(join(projectFolder, path), 'utf8')
    expect(faultsOf(terms)).toEqual([])
  })

  test('an unknown key is not valid', () => expect(faultsOf(vejleWith('clock: start', 'klok: start'))).not.toEqual([]))

  test('a word that is none of the answers is not valid', () =>
    expect(faultsOf(vejleWith('clock: start', 'clock: sometimes'))).not.toEqual([]))

  test('an unknown head of an expression is not valid', () =>
    expect(faultsOf(vejleWith('items-met: plan-goals', 'items-done: plan-goals'))).not.toEqual([]))

  test('a draft is valid, and is asked about when it is read', () => {
    const drafts = [
      vejleWith('clock: start', 'clock: undecided'),
      vejleWith('at-most: 0 nights', 'threshold: 0 nights'),
      vejleWith('through: end + 30 days', 'to: end + 30 days'),
      vejleWith('who: { in: intensive }', 'who: { and-or: [{ in: intensive }, { in: ordinary }] }'),
      vejleWith('contract-sum: { is: 4800000 kr', 'contract-sum: { is: undecided'),
    ]
    for (const draft of drafts) {
      expect(faultsOf(draft)).toEqual([])
      const problems = readTerms(draft, 'terms.yaml').problems
      expect(problems.map(({ severity }) => severity)).toEqual(['unsettled'])
    }
  })
})

function vejleWith(found: string, instead: string): string {
  const terms = readFileSync(join(projectFolder, 'contracts/vejle-familiebehandling/terms.yaml'), 'utf8')
  expect(terms).toContain(found)
  return terms.replace(found, instead)
}

/** Read as an editor reads it: plain numbers are numbers. */
function faultsOf(terms: string): string[] {
  validate(parse(terms))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}
