/**
 * A case and its contract must be about the same money and time, and the case must show what the contract pays for.
 *
 *     check((text) => text.replace('DKK', 'EUR'))   →   the codes told by a simulation and by following, in order
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followCase, openCase, openSimulation } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'contract-fit-'))
beforeAll(() => {
  for (const kind of ['cases', 'contracts'])
    cpSync(join(projectFolder, kind, 'impact60'), join(folder, kind, 'impact60'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

const fits = /^(case-contract-(absent|currency|days)|measure-undrawn|case-contract-unreadable)$/

function check(edit: (text: string) => string): { simulated: string[]; followed: string[] } {
  const path = join(folder, 'cases', 'impact60')
  const text = readFileSync(join(projectFolder, 'cases', 'impact60', 'case.yaml'), 'utf8')
  writeFileSync(join(path, 'case.yaml'), edit(text))
  const codes = (problems: readonly { code: string }[]) =>
    problems.map(({ code }) => code).filter((code) => fits.test(code))
  const simulated = codes(openSimulation({ path, scenario: 'narrow' })!.problems)
  return { simulated, followed: codes(followCase(openCase(path)!).problems) }
}

const starts = (month: string) => (text: string) => text.replace('starts: 2019-01', `starts: ${month}`)

test('a case that is about the contract has nothing to tell', () =>
  expect(check((text) => text)).toEqual({ simulated: [], followed: [] }))

test('another currency stops both, for a payment in Norwegian kroner is none in Danish', () => {
  const terms = join(folder, 'contracts', 'impact60', 'terms.yaml')
  const text = readFileSync(terms, 'utf8')
  writeFileSync(terms, text.replace('currency: DKK', 'currency: NOK'))
  const told = check((same) => same)
  writeFileSync(terms, text)
  expect(told).toEqual({ simulated: ['case-contract-currency'], followed: ['case-contract-currency'] })
})

test('people who are all referred before the contract begins, or after it has ended, are told of', () => {
  const days = { simulated: ['case-contract-days'], followed: ['case-contract-days'] }
  expect(check(starts('2023-01'))).toEqual(days)
  expect(check(starts('2020-12'))).toEqual({ simulated: [], followed: [] })
  expect(check(starts('2016-01'))).toEqual(days)
})

test('a payment whose measure nothing in the case shows is told of', () => {
  const other = (text: string) => text.replace(/ {2}facts:\n( {4}.*\n)+/, '  facts: []\n')
  expect(check(other).simulated).toEqual(['measure-undrawn'])
})

test('a contract that is not there is a notice, and a fault for whoever needs it', () => {
  const away = (text: string) => text.replace('../../contracts/', '../../nowhere/')
  expect(check(away)).toEqual({ simulated: ['case-contract-unreadable'], followed: ['case-contract-unreadable'] })
  const untied = (text: string) => away(text).replace(/in-contract:\n( {2}.*\n)+/, '')
  expect(check(untied)).toEqual({ simulated: ['case-contract-absent'], followed: ['case-contract-absent'] })
})
