/**
 * A case with prices of its own is the same case wherever its workbook is read: the prices go with it, and are not the national ones
 * of the same name.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { workbookWords } from '../locales/index.ts'
import { parseIsoDay } from '../src/core/base/index.ts'
import { projectFolder } from './sources.ts'
import { openSheets } from './workbook/fill.ts'
import {
  exportCase,
  municipalityNet,
  openCase,
  openWorkbookCase,
  ownPriceSheets,
  valueCase,
} from '../src/operations/index.ts'

const own = mkdtempSync(join(tmpdir(), 'own-prices-'))
afterAll(() => rmSync(own, { recursive: true }))
const bothWords = [workbookWords.da, workbookWords.en]

const files: Record<string, string> = {
  'case.yaml': `bundlinje-case: "1.0"
title: { da: Egne priser, en: Own prices }
currency: DKK
price-year: 2026
prices: fixed
starts: 2025-01
years: 3
discounting: { guide: fm-2023, when: year-end }
groups:
  all:
    label: { da: familier, en: families }
    plan: [{ people: 10, from: 1, months: 1 }]
    not-started: 0 %
    delay: none
    course: 1 month
    dropout: none
    success: { label: { da: klarer sig, en: manages }, of: started, rate: 50 %, within: 1 month, spread: even }
    without: 0 %
    counts-through: whole-case
costs: {}
consequences:
  support:
    label: { da: Støtte, en: Support }
    heading: support
    per: success
    scenario: narrow
    kind: cashable
    price: famkons-vejle
    change: { units-per-year: 12, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none
    cashable: { share: 100 %, from-month: 1 }
    ceiling: inside
    economic: resource
    source: eksempel
finance: { chosen: self, self-bears: municipality }
`,
  'catalogue/prices.csv': `id,da,en,value,unit,price-year,index,cost,vat,owner,area,valid-from,source,read,confidence,grade
famkons-vejle,Vores konsulent,Our consultant,1000,kr/hour,2025,municipal,average,out,municipality,children,2025-01-01,Opfundet,2026-01-01,U,invented
`,
  'catalogue/indexes.csv': `family,year,percent,estimated-on,da,en,source,read,confidence,grade
municipal,2025,3,2025-06-01,Vores,Ours,Opfundet,2026-01-01,U,invented
municipal,2026,1.2500,2025-06-01,Vores,Ours,Opfundet,2026-01-01,U,invented
`,
}

test('a workbook carries the prices and indexes of its case', () => {
  const folder = join(own, 'case')
  mkdirSync(join(folder, 'catalogue'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const open = openCase(folder)!
  const years = (one: Pick<typeof open, 'read' | 'catalogue' | 'data'>) =>
    valueCase(one, { scenario: 'narrow' }).scenarios[0]?.report.budgets[0]!.net.years
  // Five who succeed in month 1, twelve hours a year each at 1,000 × 1.0125 kr, from month 2.
  expect(years(open)).toEqual([0, 55687.5, 60750, 60750])
  for (const words of bothWords) {
    const path = join(own, 'away.xlsx')
    expect(exportCase(open, path, { words }).isWritten).toBe(true)
    const again = openWorkbookCase(path, bothWords)!
    expect(again.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(years(again)).toEqual([0, 55687.5, 60750, 60750])
    expect(ownPriceSheets(again)).toEqual(['prices', 'indexes'])
  }
})

test('thousandths of a cell are no thousands', () => {
  const folder = join(own, 'thousandths')
  mkdirSync(join(folder, 'catalogue'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text.replace('1.2500', '1.2340'))
  const path = join(own, 'thousandths.xlsx')
  expect(exportCase(openCase(folder)!, path, { words: workbookWords.da }).isWritten).toBe(true)
  const again = openWorkbookCase(path, bothWords)!
  expect(again.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  expect(again.catalogue.indexes.get('municipal')?.find(({ year }) => year === 2026)?.percent).toBe(1.234)
})

test('the scenario and the law at the top of a sheet are told of when it is read back, unless they are as a sheet has them by itself', () => {
  const folder = join(own, 'switches')
  mkdirSync(join(folder, 'catalogue'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const path = join(own, 'switches.xlsx')
  const told = (asked: { scenario?: 'narrow' | 'broad'; lawAsOf?: number }): unknown[] => {
    expect(exportCase(openCase(folder)!, path, { words: workbookWords.en, ...asked }).isWritten).toBe(true)
    const { problems } = openWorkbookCase(path, bothWords)!
    return problems.filter(({ code }) => code === 'workbook-switch-left').map(({ facts }) => facts)
  }
  expect(told({})).toEqual([])
  expect(told({ scenario: 'broad', lawAsOf: parseIsoDay('2025-06-15')! })).toEqual([
    { of: 'scenario', found: '2' },
    { of: 'law', found: '2025-06-15' },
  ])
})

test('a workbook begins in the narrow scenario unless the broad is asked for, and its first sheet says which', () => {
  const open = openCase(join(projectFolder, 'cases/drc'))!
  const shown = (scenario?: 'broad') => {
    const path = join(own, `begins-${scenario ?? 'narrow'}.xlsx`)
    const asked = { words: workbookWords.en, ...(scenario === undefined ? {} : { scenario }) }
    expect(exportCase(open, path, asked).isWritten).toBe(true)
    const { rows } = openSheets(readFileSync(path)).find(({ name }) => name === workbookWords.en.sheets.results)!
    return { scenario: rows.get(2)?.get(1), presentValue: Number(rows.get(4)?.get(1)) }
  }
  const valued = (scenario: 'narrow' | 'broad') =>
    municipalityNet(valueCase(open, { scenario }).scenarios[0]!.report).presentValue
  const [narrow, broad] = [shown(), shown('broad')]
  expect(narrow.scenario).toBe('narrow')
  expect(broad.scenario).toBe('broad')
  expect(narrow.presentValue).toBeCloseTo(valued('narrow'), 1)
  expect(broad.presentValue).toBeCloseTo(valued('broad'), 1)
  expect(Math.abs(narrow.presentValue - broad.presentValue)).toBeGreaterThan(1)
})
