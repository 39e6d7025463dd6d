/** docs/reference/fund.md is what the shapes, the descriptions and the example give, and the example can be settled. `UPDATE=1` rewrites it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseIsoDay } from '../src/core/base/index.ts'
import { investFund, openFund } from '../src/operations/index.ts'
import { type Fields } from '../src/core/text/index.ts'
import { fieldsOf } from '../tools/reference.ts'
import { fundReferencePage, met, parts } from '../tools/fund-reference.ts'
import { projectFolder } from './sources.ts'

const file = join(projectFolder, 'docs/reference/fund.md')

test('the page is what the language gives', () => {
  const page = readFileSync(file, 'utf8')
  const wanted = fundReferencePage(page)
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, wanted)
  else expect(page).toBe(wanted)
})

test('every key is used by the example, and says what it means', () => {
  const unused = [...met].flatMap(([name, { fields, examples }]) =>
    Object.keys(fields).filter((key) => !examples.has(key) && !met.has(key) && name !== key),
  )
  expect(unused).toEqual([])
  const untold = [...met].flatMap(([name, { fields }]) =>
    // What is asked is told by its question.
    Object.keys(fields).filter(
      (key) => fields[key]!.presence !== 'edge' && (parts[name]?.keys[key] ?? '').trim() === '',
    ),
  )
  expect(untold).toEqual([])
  const idle = Object.entries(parts).flatMap(([name, { keys }]) =>
    Object.keys(keys).filter((key) => met.get(name)?.fields[key] === undefined),
  )
  expect(idle).toEqual([])
})

test('a guarantee and a cap on return are said in the words of a contract', () => {
  const wordsOf = (fields: Fields, keys: readonly string[]) => keys.map((key) => fields[key]!.shape.choices)
  const [guarantee, returnCap] = [met.get('guarantee')!.fields, met.get('return-cap')!.fields]
  const [ofGuarantee, ofCap] = [
    ['covers', 'share', 'scaled', 'called'],
    ['counted', 'on'],
  ]
  expect(wordsOf(guarantee, ofGuarantee)).toEqual(wordsOf(fieldsOf('security'), ofGuarantee))
  expect(wordsOf(returnCap, ofCap)).toEqual(wordsOf(fieldsOf('limit'), ofCap))
})

test('the example is settled, its contract found and its plan counted', () => {
  const { fund, path, problems } = openFund(join(projectFolder, 'docs/reference/examples'))!
  expect(problems).toEqual([])
  const { missing, planned } = investFund({ path, fund: fund! }, parseIsoDay('2026-06-30')!)
  expect(missing).toEqual([])
  expect(planned.projects.map(({ name, return: { gotBack } }) => [name, gotBack > 0n])).toEqual([
    ['reading', true],
    ['families', true],
  ])
})
