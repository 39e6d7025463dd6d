/** Funds as files: what is wrong with one is told at its place, and a project that is a contract is settled like any other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseIsoDay } from '../core/base/index.ts'
import { investContract } from './invest-contract.ts'
import { investFund, openFund } from './invest-fund.ts'
import { openContract } from './open-contract.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fund-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const head = `bundlinje-fund: "1.0"
title: { da: En fond, en: A fund }
currency: DKK
runs: { from: 2021-01-01, through: 2036-12-31 }
investors: { a: { name: A, commits: 20000000 kr }, b: { name: B, commits: 10000000 kr } }
calls: by-commitment
distributions: by-paid-in
receipts: paid-out
projects:
`
const project = '  p: { label: { da: P, en: P }, municipality: Vejle, provider: Huset, area: unge, commits: 9000000 kr'

test('a contract and a plan after it are one project, at either end of what is expected', () => {
  const contract = relative(join(scratch, 'own'), 'contracts/laer-for-livet')
  const plan =
    '{ on: 2024-01-01, amount: -1 kr }, { on: 2036-01-01, amount: 9000000 kr, low: 1000000 kr, high: 10000000 kr }'
  const { path, fund } = fundOf('own', `${project}, contract: ${contract}, as: dsi, plan: [${plan}] }\n`)
  const asOf = parseIsoDay('2026-10-31')!
  const { account, expected, missing } = investFund({ path, fund: fund! }, asOf)
  const dsi = investContract(openContract('contracts/laer-for-livet')!, { to: asOf }).readings[0]!.parties.find(
    ({ party }) => party === 'dsi',
  )!
  expect(missing).toEqual([])
  expect(account.together).toMatchObject({ putIn: dsi.return.putIn, gotBack: dsi.return.gotBack })
  const later = (end: 'low' | 'planned' | 'high') => expected.together[end].gotBack - dsi.return.gotBack
  expect([later('low'), later('planned'), later('high')]).toEqual([100_000_000n, 900_000_000n, 1_000_000_000n])
})

test('a contract without that investor is told of, not counted as nothing', () => {
  const { path, fund } = fundOf('missing', `${project}, contract: ../nowhere, as: dsi }\n`)
  expect(investFund({ path, fund: fund! }, parseIsoDay('2026-01-01')!).missing).toEqual([
    { project: 'p', contract: '../nowhere' },
  ])
})

test('what is wrong in the file is told at its place', () => {
  expect(codes(head.replace('calls: by-commitment\n', '') + `${project} }\n`)).toEqual(['key-missing 1'])
  expect(codes(head.replace('by-paid-in', 'by-luck') + `${project} }\n`)).toEqual(['word-unknown 7'])
  expect(codes(`${head}${project.replace('9000000 kr', '9.000 kr')} }\n`)).toEqual(['number-ambiguous 10'])
  expect(codes(head.replace('DKK', 'XYZ') + `${project} }\n`)).toContain('currency-unknown 3')
  expect(codes('')).not.toEqual([])
})

function codes(text: string): string[] {
  const { fund, problems } = fundOf('wrong', text, '')
  expect(fund).toBeUndefined()
  return problems.map(({ code, at }) => `${code} ${at.line}`)
}

function fundOf(name: string, text: string, before = head) {
  const folder = join(scratch, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'fund.yaml'), before + text)
  return openFund(folder)!
}
