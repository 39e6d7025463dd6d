/** Funds as files: what is wrong with one is told at its place, and a project that is a contract is settled like any other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Day, currencyOf, dayText, exactFromMoney, parseIsoDay } from '../core/base/index.ts'
import { forecastFund } from './forecast-fund.ts'
import { investContract } from './invest-contract.ts'
import { investFund, openFund } from './invest-fund.ts'
import { openContract } from './open-contract.ts'
import { openSimulation } from './open-simulation.ts'
import { simulateCase } from './simulate-case.ts'

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

test('a contract and a plan after it are one project, drawn between the ends of what is expected', async () => {
  const contract = relative(join(scratch, 'own'), 'contracts/laer-for-livet')
  const plan =
    '{ on: 2024-01-01, amount: -1 kr }, { on: 2036-01-01, amount: 9000000 kr, low: 1000000 kr, high: 10000000 kr }'
  const { path, fund } = fundOf('own', `${project}, contract: ${contract}, as: dsi, plan: [${plan}] }\n`)
  const asOf = parseIsoDay('2026-10-31')!
  const { account, planned, missing } = investFund({ path, fund: fund! }, asOf)
  const dsi = investContract(openContract('contracts/laer-for-livet')!, { to: asOf }).readings[0]!.parties.find(
    ({ party }) => party === 'dsi',
  )!
  expect(missing).toEqual([])
  expect(account.together).toMatchObject({ putIn: dsi.return.putIn, gotBack: dsi.return.gotBack })
  expect(planned.together.gotBack - dsi.return.gotBack).toBe(900_000_000n)
  const { together, drawnBy, years } = await forecastFund({ path, fund: fund! }, asOf, { seed: '1', draws: 400 })
  expect(drawnBy).toEqual([{ project: 'p', by: 'ends' }])
  const inAll = Number(dsi.return.gotBack) / 100
  const ends = [1_000_000, 10_000_000].map((later) => (inAll + later) / (Number(dsi.return.putIn) / 100))
  expect(together.multiple[0]).toBeGreaterThan(ends[0]!)
  expect(together.multiple.at(-1)).toBeLessThan(ends[1]!)
  expect(together.multiple[3]).toBeCloseTo((inAll + 9_000_000) / (Number(dsi.return.putIn) / 100), 1)
  // What has happened stands: before the day nothing varies.
  for (const { year, soFar } of years) expect(new Set(soFar).size === 1, String(year)).toBe(year < 2036)
})

test('a project that costs more than it was promised is told of, by a plan or by a contract, and stops nothing', () => {
  const contract = relative(join(scratch, 'dear'), 'contracts/laer-for-livet')
  const less = project.replace('9000000', '3000000')
  for (const money of [
    `contract: ${contract}, as: dsi`,
    'plan: [{ on: 2024-01-01, amount: -3000000.50 kr }, { on: 2025-01-01, amount: 9000000 kr }]',
  ]) {
    const { path, fund } = fundOf('dear', `${less}, ${money} }\n`)
    const { problems, account } = investFund({ path, fund: fund! }, fund!.runs.through)
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['fund-project-beyond', 'notice']])
    expect(account.together.putIn).toBeGreaterThan(300_000_000n)
    const enough = fundOf('dear', `${project}, ${money} }\n`)
    expect(investFund({ path, fund: enough.fund! }, fund!.runs.through).problems).toEqual([])
  }
})

test('a contract of which nothing can be counted is told of with why, not counted as nothing', async () => {
  const own = join(scratch, 'wrong-terms')
  mkdirSync(own)
  writeFileSync(join(own, 'terms.yaml'), 'bundlinje: "1.0"\n')
  const away = (contract: string) => relative(join(scratch, 'missing'), contract)
  const plan = 'plan: [{ on: 2030-01-01, amount: 5 kr, low: 1 kr, high: 9 kr }]'
  const asOf = parseIsoDay('2026-01-01')!
  for (const [contract, as, why, key, known] of [
    ['../nowhere', 'dsi', 'no-contract', 'contract', []],
    ['../wrong-terms', 'dsi', 'unreadable', 'contract', []],
    [away('contracts/oklahoma'), 'funder', 'other-currency', 'contract', []],
    [away('contracts/laer-for-livet'), 'nobody', 'no-investor', 'as', ['dsi', 'rsi']],
    // A party of the contract that puts nothing in is no investor, whatever it is paid.
    [away('contracts/laer-for-livet'), 'laer-for-livet', 'no-investor', 'as', ['dsi', 'rsi']],
  ] as const) {
    const text = `${project}, contract: ${contract}, as: ${as}, ${plan} }\n`
    const { path, fund } = fundOf('missing', text)
    const { missing, account, planned, problems } = investFund({ path, fund: fund! }, asOf)
    expect(missing).toEqual([{ project: 'p', contract, why, known }])
    // A fault at its place, and nothing of the project counts, not even its plan.
    const at = `${head}${text}`.split('\n').findIndex((line) => line.includes(`${key}: `)) + 1
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['fund-contract-uncounted', 'wrong']])
    expect(problems[0]!.at.line).toBe(at)
    expect([account.together.putIn, planned.together.gotBack]).toEqual([0n, 0n])
    const { drawnBy, projects } = await forecastFund({ path, fund: fund! }, asOf, { seed: '1', draws: 2 })
    expect([drawnBy, projects]).toEqual([[], []])
  }
})

test('a contract that runs longer than the fund is told of with what it moves later; to a day after it all is counted', () => {
  const contract = relative(join(scratch, 'short'), 'contracts/laer-for-livet')
  const text = `${project}, contract: ${contract}, as: dsi }\n`
  const { runs } = openContract('contracts/laer-for-livet')!.readings[0]!.terms.versions.at(-1)!.agreement
  const whole = investContract(openContract('contracts/laer-for-livet')!).readings[0]!.parties.find(
    ({ party }) => party === 'dsi',
  )!
  const last = whole.movements
    .map(({ day, amount }) => (amount > 0n ? day : 0))
    .sort((a, b) => a - b)
    .at(-1)!
  const shortened = head.replace('through: 2036-12-31', `through: ${dayText(last - 1)}`)
  const { path, fund } = fundOf('short', text, shortened)
  const told = (asOf: Day) =>
    investFund({ path, fund: fund! }, asOf).problems.filter(({ code }) => code === 'fund-contract-beyond')
  const [found] = told(last - 1)
  const later = whole.movements.filter(({ day }) => day >= last).reduce((sum, { amount }) => sum + amount, 0n)
  expect(later).toBeGreaterThan(0n)
  const amount = exactFromMoney(later, currencyOf('DKK')!)
  expect([found!.severity, found!.facts['way'], found!.facts['amount']]).toEqual(['notice', 'in', amount])
  expect(told(runs.through)).toEqual([])
  expect(investFund({ path, fund: fund! }, runs.through).account.together.gotBack).toBe(whole.return.gotBack)
})

test('a contract that runs on without a plan is named, and counts as moving nothing more', async () => {
  const contract = relative(join(scratch, 'on'), 'contracts/laer-for-livet')
  const { runs } = openContract('contracts/laer-for-livet')!.readings[0]!.terms.versions.at(-1)!.agreement
  const asOf = parseIsoDay('2026-10-31')!
  expect(runs.through).toBeGreaterThan(asOf)
  const of = async (plan: string, day: Day) => {
    const { path, fund } = fundOf('on', `${project}, contract: ${contract}, as: dsi${plan} }\n`)
    const { unplanned, basis } = investFund({ path, fund: fund! }, day)
    const { drawnBy, together } = await forecastFund({ path, fund: fund! }, day, { seed: '1', draws: 10 })
    return { unplanned, basis, by: drawnBy.map(({ by }) => by), multiples: new Set(together.multiple).size }
  }
  const named = [{ project: 'p', through: runs.through }]
  const [known, over] = [{ basis: 'contracts', multiples: 1 }, parseIsoDay('2036-12-31')!]
  expect(await of('', asOf)).toEqual({ ...known, unplanned: named, by: ['unplanned'] })
  expect(await of('', runs.through)).toEqual({ ...known, unplanned: [], by: ['past'] })
  const row = (on: string) => `, plan: [{ on: ${on}, amount: 9000000 kr, low: 1000000 kr, high: 10000000 kr }]`
  expect(await of(row('2026-10-31'), asOf)).toEqual({ ...known, unplanned: named, by: ['unplanned'] })
  expect(await of(row('2026-11-01'), asOf)).toMatchObject({ basis: 'contracts', unplanned: [], by: ['ends'] })
  expect(await of(row('2026-11-01'), over)).toEqual({ ...known, unplanned: [], by: ['past'] })
})

test('the amounts of plans that are marked as invented or assumed in any part are counted, each once', () => {
  const rows = [
    '{ on: 2024-01-01, amount: { is: -5 kr, invented: x } }',
    '{ on: 2025-01-01, amount: 6 kr, low: { is: 1 kr, assumed: x }, high: { is: 9 kr, invented: x } }',
    '{ on: 2026-01-01, amount: { is: 6 kr, published: x } }',
    '{ on: 2027-01-01, amount: 6 kr }',
  ]
  const marked = project.replace('Huset', '{ is: Huset, invented: x }')
  expect(fundOf('marks', `${marked}, plan: [${rows.join()}] }\n`).plans).toEqual({ rows: 4, marked: 2 })
})

test('outlays beyond all promises are told of, and are covered by what comes in before anybody gets it', () => {
  const plan = 'plan: [{ on: 2024-01-01, amount: -9000000 kr }, { on: 2030-01-01, amount: 8000000 kr }]'
  const few = head.replace('20000000', '5000000').replace('10000000', '2500000')
  const { path, fund } = fundOf('uncovered', `${project}, ${plan} }\n`, few)
  const { problems, account } = investFund({ path, fund: fund! }, fund!.runs.through)
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['fund-outlay-uncovered', 'notice']])
  const { putIn, gotBack } = account.together
  expect([putIn, gotBack, account.shortfall]).toEqual([750_000_000n, 650_000_000n, 0n])
  // Told of before it happens, too.
  expect(investFund({ path, fund: fund! }, fund!.runs.from).problems).toHaveLength(1)
})

test('figures and days that no fund can have are faults, and what cannot be read is told of once', () => {
  const codes = (rest: string, from = head) => {
    const { fund, problems } = fundOf('figures', rest, from)
    expect(fund === undefined).toBe(problems.length > 0)
    return problems.map(({ code }) => code)
  }
  const planned = (plan: string) => `${project}, plan: [${plan}] }\n`
  const days = ['2021-01-01', '2036-12-31'].map((on) => `{ on: ${on}, amount: 5 kr }`).join()
  expect(codes(planned(days))).toEqual([])
  expect(codes(planned('{ on: 2020-12-31, amount: 5 kr }, { on: 2037-01-01, amount: 5 kr }'))).toEqual([
    'fund-day-outside',
    'fund-day-outside',
  ])
  expect(codes(`${project} }\n`)).toEqual(['fund-project-idle'])
  expect(codes(planned(''))).toEqual(['fund-project-idle'])
  expect(codes(`${project}, contract: ../nowhere }\n`)).toEqual(['key-missing'])
  for (const promise of ['0 kr', '-20000000 kr'])
    expect(codes(planned(days), head.replace('commits: 20000000 kr', `commits: ${promise}`))).toEqual([
      'number-outside',
    ])
  expect(codes(planned(days).replace('9000000 kr', '0 kr'))).toEqual(['number-outside'])
  expect(codes(planned(days), head.replace(/investors: .*/, 'investors: {}'))).toEqual(['fund-investors-none'])
  const backwards = head.replace('from: 2021-01-01, through: 2036-12-31', 'from: 2036-12-31, through: 2021-01-01')
  expect(codes(planned(days), backwards)).toEqual(['period-backwards'])
  const ends = '{ on: 2030-01-01, amount: 5 kr, low: 1 kr, high: 9 kr }'
  expect(new Set(codes(planned(ends), head.replace('DKK', 'EUR')))).toEqual(new Set(['currency-other']))
})

test('a project with a case goes as the case is drawn; a case that is not there is told of, and the plan is drawn', async () => {
  const plan = 'plan: [{ on: 2024-01-01, amount: -9000000 kr }, { on: 2030-01-01, amount: 9400000 kr }]'
  const folder = relative(join(scratch, 'with-case'), 'cases/vejle')
  const { path, fund } = fundOf('with-case', `${project}, case: ${folder}, ${plan} }\n`)
  const [asOf, wanted] = [parseIsoDay('2025-01-01')!, { seed: '1', draws: 600 }]
  const drawn = await forecastFund({ path, fund: fund! }, asOf, wanted)
  expect(drawn.drawnBy).toEqual([{ project: 'p', by: 'case' }])
  const choice = { path: 'cases/vejle', scenario: 'narrow' } as const
  const { draws } = (await simulateCase(openSimulation(choice)!, choice, {
    seed: '1 p',
    draws: 600,
    isByMonth: true,
  }))!
  const mean = draws.cameBack.reduce((sum, amount) => sum + amount, 0) / 600
  const inOrder = draws.cameBack.map((amount) => amount / mean).sort()
  // The outermost levels that are told, of this fund's hundreds of draws and of as many others.
  const [least, low, high] = [inOrder[0]!, inOrder[30]!, inOrder[570]!]
  const multiple = (times: number) => (times * 9.4) / 9
  expect(drawn.together.multiple[0]).toBeGreaterThanOrEqual(multiple(least))
  expect(drawn.together.multiple[0]).toBeCloseTo(multiple(low), 1)
  expect(drawn.together.multiple.at(-1)).toBeCloseTo(multiple(high), 1)
  const losses = draws.cameBack.filter((amount) => multiple(amount / mean) < 1).length / 600
  expect(Math.abs(drawn.together.loss.mean - losses)).toBeLessThan(0.05)
  // The case pays at the end of 2025 and of 2026 in most draws; only where it pays nothing then does the money come when the plan has it.
  const width = draws.cameBackIn.length / 600
  const isLater = (draw: number) =>
    draws.cameBackIn.subarray(draw * width + 37, (draw + 1) * width).some((amount) => amount > 0)
  const later = Array.from({ length: 600 }, (_, draw) => draw).filter(isLater).length / 600
  expect(later).toBeGreaterThan(0.6)
  const soFar = (year: number) => drawn.years.find((one) => one.year === year)!.soFar
  expect(soFar(2024).at(-1)).toBe(-9_000_000)
  expect(soFar(2026)[3]).toBeGreaterThan(-3_000_000)
  expect(drawn.years.at(-1)!.year).toBe(2026)
  const gone = fundOf('without-case', `${project}, case: ../nowhere, ${plan} }\n`)
  const planned = await forecastFund({ path: gone.path, fund: gone.fund! }, asOf, wanted)
  expect([planned.drawnBy, planned.withoutCase]).toEqual([
    [{ project: 'p', by: 'planned' }],
    [{ project: 'p', case: '../nowhere' }],
  ])
  expect(planned.together.loss.mean).toBe(0)
})

test('what is wrong in the file is told at its place', () => {
  expect(codes(head.replace('calls: by-commitment\n', '') + `${project} }\n`)).toEqual(['key-missing 1'])
  expect(codes(head.replace('by-paid-in', 'by-luck') + `${project} }\n`)).toEqual(['word-unknown 7'])
  expect(codes(`${head}${project.replace('9000000 kr', '9.000 kr')} }\n`)).toEqual(['number-ambiguous 10'])
  expect(codes(head.replace('DKK', 'XYZ') + `${project} }\n`)).toContain('currency-unknown 3')
  expect(codes('')).not.toEqual([])
  expect(codes(`${head}${project}, plan: [{ on: 2030-01-01, amount: 9 kr }] }\nmove-together: 130 %\n`)).toEqual([
    'share-outside 11',
  ])
  expect(codes(`${head}${project}, plan: [{ on: 2030-01-01, amount: 9 kr, low: 10 kr }] }\n`)).toEqual([
    'distribution-improper 10',
  ])
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
