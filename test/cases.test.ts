/**
 * Each folder in cases/ is a test by being there: it has no fault, every figure of it says where it is from, and what is printed
 * of it in both languages is what lies in its folder. `UPDATE=1` rewrites what is printed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '../src/cli/command-line.ts'
import { caseNames } from '../src/files/index.ts'
import { type OpenCase, openCase, openContract, valueCase } from '../src/operations/index.ts'
import { parseIsoDay } from '../src/core/base/index.ts'
import { projectFolder } from './sources.ts'

const folder = join(projectFolder, 'cases')
const isUpdate = process.env['UPDATE'] !== undefined
const laws: Record<string, string> = { 'ikast-brande': '2023-01-01,2024-01-01,2026-05-01' }

describe.each(caseNames(folder))('%s', (name) => {
  const open = openCase(join('cases', name))!

  test('nothing is wrong or open in it, and its sources are told', () => {
    expect(open.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(valueCase(open).problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(open.folder.sources.en).toMatch(/https:|own arithmetic|invented/)
    expect(open.folder.sources.da).toMatch(/https:|egen beregning|opfundet/)
  })

  test('the contract it names is there', () => {
    const contract = open.read.caseFile?.contract
    if (contract !== undefined) expect(openContract(join(folder, name, contract), { isTermsOnly: true })).toBeDefined()
  })

  test.each(['da', 'en'] as const)('prints what lies in its folder, in %s', async (locale) => {
    const law = laws[name] === undefined ? [] : ['--law-as-of', laws[name]]
    const printed = await print(['value', join('cases', name), ...law, '--locale', locale])
    const file = join(folder, name, 'expected', `${locale}.txt`)
    if (isUpdate) {
      mkdirSync(join(folder, name, 'expected'), { recursive: true })
      writeFileSync(file, printed)
    }
    expect(existsSync(file)).toBe(true)
    expect(printed).toBe(readFileSync(file, 'utf8'))
  })
})

const isFollowed = (name: string): boolean => opened(name).read.caseFile?.inContract?.followed !== undefined

describe.each(caseNames(folder).filter(isFollowed))('%s, followed', (name) => {
  test.each(['da', 'en'] as const)('prints what lies in its folder, in %s', async (locale) => {
    const printed = await print(['follow', join('cases', name), '--locale', locale])
    const file = join(folder, name, 'expected', `followed.${locale}.txt`)
    if (isUpdate) writeFileSync(file, printed)
    expect(printed).toBe(readFileSync(file, 'utf8'))
  })
})

test("under the law of 2018 the municipality is spared its part of each visit; by now the gain is the region's alone", () => {
  const open = openCase('cases/drc')!
  const refundOf = (law: { lawAsOf?: number }): Map<string, number> => {
    const { scenarios, problems } = valueCase(open, { scenario: 'broad', ...law })
    expect(problems.some(({ code }) => code === 'rule-ended')).toBe(law.lawAsOf === undefined)
    const items = scenarios[0]!.report.items.filter(({ item }) => item === 'health')
    return new Map(items.map(({ owner, kind, net }) => [`${owner} ${kind}`, net.total]))
  }
  const [now, then] = [refundOf({}), refundOf({ lawAsOf: parseIsoDay('2018-06-01')! })]
  expect([...now.keys()]).toEqual(['region freed-capacity'])
  // A visit of 2,000 kroner: 30 % is 600, and 555 the limit.
  const visits = then.get('region freed-capacity')! / 2000
  expect(then.get('municipality cashable')).toBeCloseTo(visits * 555, 0)
  expect(then.get('region cashable')).toBeCloseTo(-visits * 555, 0)
  expect(now.get('region freed-capacity')).toBe(then.get('region freed-capacity'))
})

describe('other ways of showing a case', () => {
  test.each(['years', 'tornado', 'flow'])('a picture of the %s, whose amounts are texts', async (which) => {
    const svg = await print(['value', 'cases/drc', '--svg', which, '--locale', 'en'])
    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    expect(svg).toMatch(/<title>[^<]+<\/title>/)
    expect(svg).toMatch(/DKK [\d,]+<\/text>/)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('as data: one valuation for each law, each with both scenarios', async () => {
    const json = await print(['value', 'cases/pool', '--law-as-of', '2017-01-01,2024-01-01', '--json'])
    const { valuations } = JSON.parse(json) as { valuations: { lawAsOf: string; scenarios: { scenario: string }[] }[] }
    expect(valuations.map(({ lawAsOf }) => lawAsOf)).toEqual(['2017-01-01', '2024-01-01'])
    expect(valuations[0]!.scenarios.map(({ scenario }) => scenario)).toEqual(['narrow', 'broad'])
  })

  test('only one scenario', async () => {
    const text = await print(['value', 'cases/drc', '--scenario', 'narrow', '--locale', 'en'])
    expect(text).toContain('Narrow scenario')
    expect(text).not.toContain('Broad scenario')
  })

  test('a folder without a case, and a case that cannot be valued', async () => {
    expect(await print(['value', 'contracts', '--locale', 'en'])).toContain('There is no business case in “contracts”')
    expect(await print(['value', 'problems/case-ways', '--locale', 'en'])).toContain('cannot be valued')
  })
})

describe('what the sources say comes out of the cases', () => {
  const valuedOf = (name: string, options = {}) => valueCase(opened(name), options).scenarios.at(-1)!.report

  test('IMPACT60: 46 % of 120, and a gain of 1.2 million a year after paying for results', () => {
    const { groups, budgets } = valuedOf('impact60')
    expect(groups[0]!.succeeded).toBeCloseTo(55.2, 5)
    const years = opened('impact60').read.caseFile!.years
    expect(budgets[0]!.net.total / years / 1e6).toBeCloseTo(1.2, 1)
  })

  test('DRC: 35 % in work of 60, 17 % anyway', () => {
    const { groups } = valuedOf('drc')
    const sum = (of: 'started' | 'succeeded' | 'anyway') => groups.reduce((all, group) => all + group[of], 0)
    expect(sum('started')).toBe(60)
    expect(sum('succeeded') / 60).toBeCloseTo(0.35, 10)
    expect(sum('anyway') / 60).toBeCloseTo(0.17, 10)
  })

  test('Vejle: 4.8 million to 25 families, repaid with close to 10 % when it goes as expected', () => {
    const { alternatives, items } = valuedOf('vejle')
    expect(items.find(({ item }) => item === 'course')!.gross.total).toBeCloseTo(-4.8e6, -4)
    expect(alternatives.find(({ mode }) => mode === 'investor')!.paidBack / 4.8e6).toBeCloseTo(1.09, 2)
  })

  test('a pool that breaks even in 2036, nineteen years on', () =>
    expect(valuedOf('pool').balance.breakEvenCalendarYear).toBe(2036))

  test('Ikast-Brande: what a night saved is worth rises with each law', () => {
    const net = ['2023-01-01', '2024-01-01', '2026-05-01'].map((day) => {
      return valuedOf('ikast-brande', { lawAsOf: parseIsoDay(day)! }).budgets[0]!.net.total
    })
    expect(net[0]).toBeLessThan(net[1]!)
    expect(net[1]).toBeLessThan(net[2]!)
  })
})

function opened(name: string): OpenCase {
  return openCase(join('cases', name))!
}

async function print(words: string[]): Promise<string> {
  const lines: string[] = []
  await runCommandLine(words, 'test', {
    locale: words.at(-1) === 'da' ? 'da' : 'en',
    width: 88,
    isColoured: false,
    today: 0,
    print: (text) => void lines.push(text),
    printPieces: (pieces) => Promise.resolve(void lines.push([...pieces].join(''))),
    say: (text) => void lines.push(text),
    progress: () => {},
    progressDone: () => {},
    ask: undefined,
    readingHelper: undefined,
  })
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`
}
