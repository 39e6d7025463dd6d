/** A case is kept until what it rests on changes: its own folder, or the catalogue of prices and rules under it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { digestOfCase } from './case-digest.ts'
import { openCaseLibrary } from './open-case-library.ts'
import { openLibrary } from './open-library.ts'
import { municipalityNet } from './municipality-net.ts'

const scratch = mkdtempSync(join(tmpdir(), 'case-library-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('a case follows its own text and the national catalogue, and is otherwise kept as it is', () => {
  const [folder, national] = [join(scratch, 'cases'), join(scratch, 'catalogue')]
  cpSync('cases/vejle', join(folder, 'vejle'), { recursive: true })
  cpSync('catalogue', national, { recursive: true })
  const cases = openCaseLibrary(folder, { national })
  const worth = (): number => {
    const { report } = cases.value(cases.open('vejle')!, { scenario: 'narrow' }).scenarios[0]!
    return municipalityNet(report).presentValue
  }
  const change = (path: string, found: string, instead: string): void => {
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(found)
    writeFileSync(path, text.replace(found, instead))
  }
  const [open, before] = [cases.open('vejle')!, worth()]
  expect(cases.open('vejle')).toBe(open)
  const digest = digestOfCase(open)
  change(join(national, 'prices.csv'), 'level 1",3859,', 'level 1",38590,')
  const dearer = worth()
  // A placement that is dearer to buy is worth more to avoid.
  expect(dearer).toBeGreaterThan(before + 1_000_000)
  change(join(folder, 'vejle', 'case.yaml'), 'amount: { is: 8000 kr,', 'amount: { is: 9000 kr,')
  expect(worth()).toBeLessThan(dearer)
  expect(digestOfCase(cases.open('vejle')!)).not.toBe(digest)
})

test('a case is followed by the contract of the library, compiled once, and again when a fact changes', () => {
  const [folder, shelf] = [join(scratch, 'followed/cases'), join(scratch, 'followed/contracts')]
  cpSync('cases/vejle', join(folder, 'vejle'), { recursive: true })
  cpSync('contracts/vejle-familiebehandling', join(shelf, 'vejle-familiebehandling'), { recursive: true })
  const contracts = openLibrary(shelf)
  const cases = openCaseLibrary(folder, { contracts })
  const followed = () => cases.follow(cases.open('vejle')!, { scenario: 'narrow', asOf: undefined })
  const first = followed()
  expect(first.state).toBe('followed')
  expect(followed()).toBe(first)
  expect(first.contract).toBe(contracts.openAt(join(shelf, 'vejle-familiebehandling')))
  const [valued] = cases.value(cases.open('vejle')!, { scenario: 'narrow' }).scenarios
  expect(valued!.compiled).toBe(first.compiled)
  const people = join(shelf, 'vejle-familiebehandling/facts/people.csv')
  const rows = readFileSync(people, 'utf8').split('\n')
  writeFileSync(people, rows.filter((row) => !row.startsWith('F25')).join('\n'))
  expect(followed().following!.reached.referred).toBe(first.following!.reached.referred - 1)
})
