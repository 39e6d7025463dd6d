import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOf, plainFacts, sha256 } from '../base/index.ts'
import { readVersions } from '../terms/index.ts'
import { type CompiledCase } from '../valuation/index.ts'
import { openCase, openSimulation, valueCase } from '../../operations/index.ts'
import { drawsUsual } from './draws-usual.ts'
import { yearlyRate } from './cash-flow.ts'
import { drawHeader, drawRows, forecastOf } from './forecast.ts'
import { linkContract } from './link-contract.ts'
import { type Draws, joined, touchedOwners } from './draws.ts'
import { Simulation, chunksOf } from './simulate.ts'

const compiled: CompiledCase = valueCase(openCase('bench/simulate/case')!, { scenario: 'narrow' }).scenarios[0]!
  .compiled
const file = 'bench/simulate/contract/terms.yaml'
const { versions } = readVersions({ file, text: readFileSync(file, 'utf8') }, [])
const { ofContract, problems } = linkContract(compiled, { versions, agreementName: '', parameter: () => undefined })

const drawn = (simulation: Simulation, seed: string, draws: number): Draws =>
  joined(
    compiled,
    chunksOf(seed, draws).map((wanted) => simulation.draw(wanted)),
  )

test('the means are those that formulas give', () => {
  expect(problems).toEqual([])
  const { successes, investor, savings, owners } = forecastOf(
    compiled,
    drawn(new Simulation(compiled, ofContract), 'means', 4000),
  )
  // By quadrature, without sampling: bench/simulate/SPEC.md.
  const exact: [{ mean: number; error: number }, number][] = [
    [successes, 64.8],
    [investor!.putIn, 9777464.255],
    [owners.find(({ owner }) => owner === 'region')!.worth, 4215795.742],
    [savings[2]!, 1197783.741],
    [savings[4]!, 5902110.785],
  ]
  for (const [{ mean, error }, wanted] of exact) {
    expect(error / Math.abs(wanted)).toBeLessThan(0.05)
    expect(Math.abs(mean - wanted) / error, String(wanted)).toBeLessThan(4)
  }
})

test.each(['cases/pool', 'cases/drc', 'bench/simulate/case'])(
  'the years are what the worth now is made of: %s',
  (path) => {
    const { compiled: own, simulation } = openSimulation({ path, scenario: 'broad' })!
    const { yearFactors, owners, years } = own!
    const touched = touchedOwners(own!)
    const { yearly, municipality } = simulation!.draw({ seed: 'years', chunk: 0, draws: 20 })
    municipality.forEach((worth, draw) => {
      const ofYear = (year: number) =>
        touched
          .map((owner, at) => ({ owner, row: draw * touched.length + at }))
          .filter(({ owner }) => owners[owner]!.authority === 'municipality')
          .reduce((sum, { row }) => sum + yearly[row * (years + 1) + year]!, 0)
      const added = yearFactors.reduce((sum, factor, year) => sum + factor * ofYear(year), 0)
      expect(added / worth).toBeCloseTo(1, 9)
    })
  },
)

test('who gets nothing back has lost all, a year or in ten', () => {
  const { simulation } = openSimulation({ path: 'cases/ikast-brande', scenario: 'narrow' })!
  const { rate, cameBack } = simulation!.draw({ seed: 'lost', chunk: 0, draws: 40 })
  const lost = [...cameBack.keys()].filter((draw) => cameBack[draw] === 0)
  expect(lost.length).toBeGreaterThan(5)
  expect(rate.map((one) => (one === -1 ? 1 : 0)).reduce((sum, one) => sum + one)).toBe(lost.length)
  for (const draw of lost) expect(rate[draw]).toBe(-1)
})

test('a chunk is the same whoever draws it, and whenever', () => {
  const wanted = chunksOf('order', 700)
  const forward = wanted.map((one) => new Simulation(compiled, ofContract).draw(one))
  const one = new Simulation(compiled, ofContract)
  const backward = [...wanted]
    .reverse()
    .map((chunk) => one.draw(chunk))
    .reverse()
  expect(joined(compiled, backward)).toEqual(joined(compiled, forward))
  expect(wanted.map(({ draws }) => draws)).toEqual([256, 256, 188])
})

test('what happens to the agreement is the same in a draw and in its files, and the people are the same without it', () => {
  const breach =
    'breach: { label: { da: brud, en: breach }, kind: event, of: agreement, source: { da: brev, en: letter }, grade: third-party, use: payment, same-day: once, no-record: none }'
  const onlyIf = 'only-if: { count-of: breach, window: { from: agreement start, through: occasion }, exactly: 0 times }'
  const text = readFileSync(file, 'utf8')
    .replace('measures:\n', `measures:\n  ${breach}\n`)
    .replace('per-met:', `${onlyIf}\n    per-met:`)
    .replace(/limits:\n( {2}- .*\n)+/, '')
  const broken = readVersions({ file, text }, [])
  expect(broken.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  const rate = { index: compiled.estimates.findIndex(({ name }) => name === 'success-rate'), value: 0 }
  const model = { measure: 'breach', ofKind: undefined, group: undefined, through: undefined, is: undefined }
  const told = [{ ...model, from: dayOf(2022, 1, 1), chance: rate }]
  const contract = { ...ofContract!.contract, versions: broken.versions }
  const withBreach = new Simulation(compiled, { ...ofContract!, contract: { ...contract, told } })
  const without = new Simulation(compiled, { ...ofContract!, contract })
  const [wanted, draws] = [{ seed: 'breach', chunk: 0, draws: 40 }, 40]
  const [one, other] = [withBreach.draw(wanted), without.draw(wanted)]
  for (const column of ['inputs', 'starts', 'successes'] as const) expect(one[column]).toEqual(other[column])
  const isBroken = Array.from({ length: draws }, (_, draw) =>
    withBreach.writeDraw('breach', draw + 1)!.facts.includes('\n,breach,2022-01-01,,\n'),
  )
  expect(isBroken.filter(Boolean).length).toBeGreaterThan(10)
  expect(isBroken.filter((is) => !is).length).toBeGreaterThan(5)
  for (let draw = 0; draw < draws; draw++) expect(one.cameBack[draw]).toBe(isBroken[draw] ? 0 : other.cameBack[draw])
})

test('what is told of the agreement is told of it or of a group that it decides on, and once', () => {
  const told = (folder: string, of: string, more: string[] = [], terms?: string) => {
    const { compiled: own, ofContract: linked } = openSimulation({ path: folder, scenario: 'narrow' })!.simulation!
    const view = own.file.inContract!
    const [fact] = view.facts!.filter(({ figures }) => figures !== undefined)
    const figures = [of, ...more].map((group) => ({ ...fact!.figures![0]!, of: group === '' ? undefined : group }))
    const inContract = { ...view, facts: [{ ...fact!, figures }] }
    const other = terms === undefined ? {} : readVersions({ file: 'terms.yaml', text: terms }, [])
    const linking = { ...linked!.contract, ...other }
    const { problems: found } = linkContract({ ...own, file: { ...own.file, inContract } }, linking)
    return found.flatMap(({ code, facts, severity }) => {
      const { of: what = '', known = [], group = '' } = plainFacts(facts) as Record<string, string>
      // The donation of the case is paid by somebody else than its payment model.
      return severity === 'notice' || what === 'payer' ? [] : [`${code} ${what}${group} ${String(known)}`.trim()]
    })
  }
  expect(told('test/cohort-case', 'first')).toEqual([])
  expect(told('test/cohort-case', '', ['first', 'second'])).toEqual([])
  expect(told('test/cohort-case', 'third')).toEqual(['name-unknown contract-group first,second'])
  expect(told('test/cohort-case', '2010')).toEqual(['name-unknown contract-group first,second'])
  expect(told('test/cohort-case', 'first', ['second', 'first'])).toEqual(['told-clash first'])
  expect(told('cases/drc', 'viborg')).toEqual(['name-unknown contract-group'])
  const byAuthority = readFileSync('contracts/drc-business-training/terms.yaml', 'utf8')
  expect(told('cases/drc', 'viborg', ['herning'], byAuthority)).toEqual([])
  expect(told('cases/drc', 'skive', [], byAuthority)).toEqual(['name-unknown contract-group viborg,herning'])
  const byYear = byAuthority.replaceAll('for: each-authority', 'for: each-cohort\n    cohort: start-year')
  expect(told('cases/drc', '2021', [], byYear)).toEqual([])
  expect(told('cases/drc', 'viborg', ['2019'], byYear).map((one) => one.slice(0, 42))).toEqual([
    'name-unknown contract-group 2020,2021,2022',
    'name-unknown contract-group 2020,2021,2022',
  ])
})

test('the bits are these, on every machine', () => {
  const draws = drawn(new Simulation(compiled, ofContract), 'golden', 300)
  const text = [drawHeader(compiled), ...drawRows(compiled, draws)].map((row) => row.join(',')).join('\n')
  expect(text.split('\n').slice(0, 2)).toMatchInlineSnapshot(`
    [
      "draw,decay,dropout,saving,success-rate,worth-municipality,worth-region,worth-state,worth-citizen,worth-donor,worth-investor,successes,starts,put-in,came-back,investor-worth,investor-rate",
      "1,0.22067434559357335,0.16359029264842814,91040.82004668133,0.6059961483908879,1275866.9138013255,2735917.5579337515,3282877.416211895,0,0,1709900.8696285952,71,120,9680000,12000000,1666741.4273829928,0.1562773077479236",
    ]
  `)
  expect(sha256(text)).toMatchInlineSnapshot(`"73891b04031cc1ef66a5a2cc68e047bc6339d068f638ef673e57e784cc16eaab"`)
})

test('what is most worth knowing is the same under another seed', () => {
  const [one, other] = ['1', '2'].map((seed) =>
    forecastOf(compiled, drawn(new Simulation(compiled, ofContract), seed, 4000)),
  )
  // The first two are worth nearly the same; the other two next to nothing.
  const first = (forecast: typeof one) => forecast!.estimates.slice(0, 2).map(({ estimate }) => estimate.name)
  expect(first(one).sort()).toEqual(['decay', 'saving'])
  expect(first(other).sort()).toEqual(['decay', 'saving'])
  for (const { estimate, onMunicipality } of one!.estimates) {
    const again = other!.estimates.find((each) => each.estimate.name === estimate.name)!.onMunicipality
    const error = Math.hypot(onMunicipality.worth.error, again.worth.error)
    expect(Math.abs(onMunicipality.worth.mean - again.worth.mean)).toBeLessThan(4 * error + 1)
    expect(onMunicipality.worth.mean).toBeLessThan(one!.knowingAll)
  }
})

test('the rate of a flow, or none', () => {
  const flow = (...amounts: [number, number][]) => {
    const months = new Float64Array(61)
    for (const [month, amount] of amounts) months[month] = amount
    return months
  }
  expect(yearlyRate(flow([0, -100], [12, 110]))).toBeCloseTo(0.1, 12)
  expect(yearlyRate(flow([0, -100], [60, 50]))).toBeCloseTo(0.5 ** 0.2 - 1, 12)
  expect(yearlyRate(flow([0, -100], [6, -100], [24, 250]))).toBeCloseTo(0.135668683, 9)
  expect(yearlyRate(flow([0, -100]))).toBeNaN()
  expect(yearlyRate(flow([0, 100], [12, 10]))).toBeNaN()
  // Three times the money in a month, and a third of it: both are beyond what is sought. Nearly twice is not.
  expect(yearlyRate(flow([0, -100], [1, 300]))).toBeNaN()
  expect(yearlyRate(flow([0, -100], [1, 33]))).toBeNaN()
  expect(yearlyRate(flow([0, -100], [1, 199]))).toBeCloseTo(1.99 ** 12 - 1, 6)
  // −100, +230, −132: 10 % and 20 % both.
  expect(yearlyRate(flow([0, -100], [12, 230], [24, -132]))).toBeNaN()
})

test('a contract that does not fit the case is told with place and remedy', () => {
  const view = compiled.file.inContract!
  const at = view.at
  const told = (changes: Partial<typeof view>) => {
    const file = { ...compiled.file, inContract: { ...view, ...changes } }
    const terms = { versions, agreementName: '', parameter: () => undefined }
    const { problems: found } = linkContract({ ...compiled, file }, terms)
    return found.map(({ code, facts }) => {
      const { of = '', payer = '' } = plainFacts(facts) as Record<string, string>
      return `${code} ${of}${payer}`.trim()
    })
  }
  const fact = view.facts![0]!
  expect(at.file).toMatch(/case\.yaml$/)
  expect(told({})).toEqual([])
  expect(told({ payers: new Map([['state', 'state']]) })).toEqual(['contract-payer-missing municipality'])
  expect(told({ payers: new Map([...view.payers, ['nobody', 'region']]) })).toEqual([
    'name-unknown payer',
    'name-unknown case-payer',
  ])
  expect(told({ exit: 'moved' })).toEqual(['name-unknown exit'])
  expect(told({ facts: [{ ...fact, measure: 'work' }] })).toEqual(['name-unknown measure'])
  expect(told({ facts: [{ ...fact, for: ['others'] }] })).toEqual(['name-unknown case-group'])
  const people = (group: string, column: string, word: string) => new Map([[group, new Map([[column, word]])]])
  expect(told({ people: people('participants', 'authority', 'viborg') })).toEqual([])
  expect(told({ people: people('others', 'authority', 'viborg') })).toEqual(['name-unknown case-group'])
  expect(told({ people: people('participants', 'shoe', '44') })).toEqual(['name-unknown roster-column'])
  // The contract is about persons, who have no members.
  const child = { unit: 'child', at, path: '', places: {} } as unknown as NonNullable<typeof view.members>[number]
  expect(told({ members: [child] })).toEqual(['name-unknown roster-unit'])
})

test('a contract of families asks for tracks and children; one that was amended, which of its terms are meant', () => {
  const told = (folder: string, changes: object) => {
    const text = readFileSync(`contracts/${folder}/terms.yaml`, 'utf8')
    const amendment = 'contracts/impact60/amendments/01-early-end.yaml'
    const amendments = folder === 'impact60' ? [{ file: amendment, text: readFileSync(amendment, 'utf8') }] : []
    const terms = readVersions({ file: 'terms.yaml', text }, amendments)
    const opened = openSimulation({ path: `cases/${folder.replace('-familiebehandling', '')}`, scenario: 'narrow' })!
    const one = opened.compiled!
    const file = { ...one.file, inContract: { ...one.file.inContract!, ...changes } }
    const linked = linkContract({ ...one, file }, { ...terms, agreementName: '', parameter: () => undefined })
    const days = linked.ofContract?.contract.versions.length
    return [
      ...linked.problems.map(({ code, facts }) => `${code} ${(plainFacts(facts) as Record<string, string>)['key']!}`),
      days,
    ]
  }
  expect(told('vejle-familiebehandling', {})).toEqual([1])
  expect(told('vejle-familiebehandling', { people: undefined })).toEqual([
    'key-missing track',
    'key-missing track',
    undefined,
  ])
  expect(told('vejle-familiebehandling', { members: undefined })).toEqual([
    'key-missing members',
    'key-missing members',
    undefined,
  ])
  expect(told('impact60', {})).toEqual([1])
  expect(told('impact60', { amendments: 'included' })).toEqual([2])
  expect(told('impact60', { amendments: undefined })).toEqual(['edge-unsettled amendments', undefined])
})

test('where hardly two lives are alike, fewer draws are usual', () => {
  const usual = (name: string) => drawsUsual(openSimulation({ path: name, scenario: 'narrow' })!.compiled!)
  expect(['cases/vejle', 'cases/impact60', 'bench/simulate/case', 'cases/pool'].map(usual)).toEqual([
    1000, 1000, 10_000, 10_000,
  ])
})
