/**
 * The mean of the draws beside the case reckoned once at the means: the same, line by line, where nothing but straight lines and
 * estimates that vary by themselves stand between; and what formulas say where a cap does.
 */
import { expect, test } from 'vitest'
import { changed, smallCatalogue } from '../valuation/case/example.ts'
import {
  type CompiledCase,
  compileCase,
  expectedActivity,
  parametersOf,
  readCase,
  valueActivity,
  valueRoom,
} from '../valuation/index.ts'
import { drawerOf } from './correlation.ts'
import { joined } from './draws.ts'
import { forecastOf } from './forecast.ts'
import { People } from './people.ts'
import { Simulation, chunksOf } from './simulate.ts'
import { Stream } from './stream.ts'
import { varyingInputs } from './varying-inputs.ts'

const estimate = (name: string, range: string): string =>
  `  ${name}: { label: { da: ${name}, en: ${name} }, ${range}, source: eksempel, confidence: U, grade: invented }\n`

const cost = (name: string, says: string): string =>
  `  ${name}: { label: { da: ${name}, en: ${name} }, kind: running, ceiling: inside, economic: resource, source: eksempel, ${says} }\n`

const consequence = (name: string, says: string): string =>
  `  ${name}: { label: { da: ${name}, en: ${name} }, heading: ${name}, scenario: narrow, kind: cashable, cashable: { share: 80 %, from-month: 3 }, ceiling: inside, economic: resource, source: eksempel, ${says} }\n`

const straight = [
  `groups:\n → estimates:\n${[
    estimate('rate', 'low: 30 %, likely: 60 %, high: 75 %'),
    estimate('away', 'low: 5 %, likely: 10 %, high: 35 %'),
    estimate('leave', 'low: 10 %, likely: 20 %, high: 60 %'),
    estimate('month', 'low: 8000 kr, likely: 10000 kr, high: 19000 kr'),
    estimate('premium', 'low: 0 %, likely: 10 %, high: 15 %'),
    estimate('saved', 'low: 10000 kr, likely: 20000 kr, high: 60000 kr'),
    estimate('share', 'low: 50 %, likely: 90 %, high: 100 %'),
  ].join('')}groups:\n`,
  'plan: [{ people: 10, from: 1, months: 1 }] → plan: [{ people: 2, from: 1, months: 5 }]',
  'not-started: 0 % → not-started: away',
  'delay: none → delay: { shares: [0.5, 0.3, 0.2] }',
  'dropout: none → dropout: { share: leave, spread: even }',
  'rate: 50 %, within: 1 month → rate: rate, within: 6 months',
  'without: 0 % → without: 20 %',
  'grant: none\n    vat: none → grant: { giver: foundation, purpose: ordinary }\n    vat: included',
  `consequences:\n → ${[
    cost(
      'shelter',
      'amount: month, per: person-month, borne-by: municipality, vat: { share: 6 % }, refund: { rule: shelter }',
    ),
    cost(
      'support',
      'amount: 4000 kr, per: start, borne-by: municipality, vat: added, refund: { rule: support-at-home }',
    ),
    cost(
      'large',
      'amount: 90000 kr, per: person-month, borne-by: municipality, vat: none, refund: { rule: central, household: alone }',
    ),
  ].join('')}consequences:\n${[
    consequence(
      'fading',
      'per: success, change: { per-year: saved, fade: 10 % }, owners: { municipality: 60 %, region: 40 % }, refund: none',
    ),
    consequence(
      'placement',
      `per: success, own-price: { amount: 60000 kr, per: month, price-year: 2024, cost: average }, vat: { share: 6 % }, without: [{ months: 20, units: 1 }, { units: 0 }], with: [{ share: share, steps: [{ units: 0 }] }, { share: rest, steps: [{ months: 12, units: 1 }, { units: 0 }] }], owners: { municipality: 100 % }, refund: { rule: central, household: { as: child, others: [{ as: child, use: [{ units: 0.7 }], use-with: [{ units: 0.2 }] }] } }`,
    ),
    consequence(
      'interpreter',
      'per: start, change: { by-year: [9000 kr, 4000 kr] }, owners: { municipality: 100 % }, refund: none',
    ),
  ].join('')}`,
  'chosen: self → chosen: investor',
  'counts: all } } → counts: net } }',
  'premium: 0 % → premium: premium',
]

test('without caps, floors and estimates that rise together, every line has in the mean what it has at the means', () => {
  const compiled = compiledOf(straight)
  const parameters = parametersOf(compiled)
  const once = valueActivity(compiled, expectedActivity(compiled, parameters), parameters)
  const chunks = chunksOf('lines', 6000)
  const rows = chunks.flatMap((chunk) => linesDrawn(compiled, chunk))
  const wanted = [...once.net, ...once.gross, ...once.refund, ...once.vat]
  const names = namesOf(compiled)
  let compared = 0
  wanted.forEach((amount, at) => {
    const column = rows.map((row) => row[at]!)
    const mean = column.reduce((sum, one) => sum + one, 0) / column.length
    const error = Math.sqrt(
      column.reduce((sum, one) => sum + (one - mean) ** 2, 0) / column.length / (column.length - 1),
    )
    expect(Math.abs(mean - amount), `${names[at]}: ${mean} ± ${error}, at the means ${amount}`).toBeLessThan(
      4 * error + 0.01,
    )
    if (error > 0 && error < Math.abs(amount) / 30) compared++
  })
  // Most are told sharply enough for a wrong one to be seen.
  expect(compared).toBeGreaterThan(110)
  const kinds = new Set(compiled.lines.map(({ owner, item }) => `${item} ${compiled.owners[owner]!.name}`))
  expect([...kinds].sort().join(', ')).toMatchInlineSnapshot(
    `"course investor, course municipality, course state, fading municipality, fading region, interpreter municipality, large municipality, large state, placement municipality, placement state, repayment investor, repayment municipality, shelter municipality, shelter state, support municipality, support state"`,
  )
})

const drawn = (compiled: CompiledCase, draws: number) =>
  forecastOf(
    compiled,
    joined(
      compiled,
      chunksOf('once', draws).map((chunk) => new Simulation(compiled, undefined).draw(chunk)),
    ),
  )

const paidByResult = ['chosen: self → chosen: investor']

test('a cap costs the mean of the draws what the binomial distribution says', () => {
  const capped = compiledOf([...paidByResult, 'cap: none → cap: 500000 kr'])
  const { owners, once } = drawn(capped, 20_000)
  const factor = capped.yearFactors[2]!
  // All succeed in month 13, and all is paid in month 24. With five or fewer of ten everybody is paid for.
  const ways = [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1]
  const paidFor = ways.reduce((sum, many, people) => sum + (many / 1024) * Math.min(people, 5), 0)
  expect(paidFor).toBe(4.384765625)
  const { repaid, rest } = once.apart
  expect(repaid.error).toBeLessThan(1000)
  expect(Math.abs(repaid.mean - (5 - paidFor) * 100_000 * factor) / repaid.error).toBeLessThan(4)
  // What is saved is a straight line of those who succeed.
  expect(Math.abs(rest.mean) / rest.error).toBeLessThan(4)
  expect(once.means + repaid.mean + rest.mean).toBeCloseTo(owners[0]!.worth.mean, 6)
})

test('without a cap nothing is apart but by chance; a floor costs the municipality what the cap spares it', () => {
  const { apart } = drawn(compiledOf(paidByResult), 20_000).once
  for (const { mean, error } of [apart.repaid, apart.rest]) expect(Math.abs(mean) / error).toBeLessThan(4)
  const floored = compiledOf([...paidByResult, 'floor: none → floor: 500000 kr'])
  const { repaid } = drawn(floored, 20_000).once.apart
  // What is missing is paid in the last month of the repayment.
  const missing = (630 / 1024) * 100_000 * floored.yearFactors[4]!
  expect(Math.abs(repaid.mean + missing) / repaid.error).toBeLessThan(4)
  expect(missing / repaid.error).toBeGreaterThan(40)
})

test('the likely numbers are those the writer calls so', () => {
  const one = estimate('rate', 'low: 40 %, likely: 50 %, high: 90 %')
  const worth = (rate: string, ...more: string[]) =>
    drawn(compiledOf([...more, `rate: 50 % → rate: ${rate}`, ...paidByResult]), 2).once
  const varying = worth('rate', `groups:\n → estimates:\n${one}groups:\n`)
  expect(varying.likely).toBe(worth('50 %').means)
  expect(varying.means).toBeCloseTo(worth('55 %').means, 6)
  expect(worth('50 %').likely).toBeUndefined()
})

const namesOf = ({ lines, owners, years }: CompiledCase): string[] => {
  const each = lines.flatMap(({ item, owner, kind }) =>
    Array.from({ length: years + 1 }, (_, year) => `${item} ${owners[owner]!.name} ${kind} ${year}`),
  )
  return [
    ...['net', 'gross', 'refund'].flatMap((what) => each.map((name) => `${what} ${name}`)),
    'vat',
    'back',
    'taken',
  ]
}

/** Every draw of a chunk as its lines, and that they are those of the simulation itself. */
function linesDrawn(compiled: CompiledCase, wanted: { seed: string; chunk: number; draws: number }): number[][] {
  const { owners, estimates } = compiled
  const kept = new Simulation(compiled, undefined).draw(wanted)
  const stream = new Stream(wanted.seed, wanted.chunk)
  const { places, samplers, correlations } = varyingInputs(compiled)
  const drawInputs = drawerOf(samplers, correlations)
  const people = new People(compiled.groups, compiled.months, undefined, compiled.asksWhoServed)
  const [activity, room] = [people.emptyActivity(), valueRoom(compiled)]
  const drawn = new Float64Array(places.length)
  return Array.from({ length: wanted.draws }, (_, draw) => {
    people.begin()
    drawInputs(stream, drawn)
    const inputs = parametersOf(compiled)
    places.forEach((place, at) => (inputs[place] = drawn[at]!))
    people.draw(stream, inputs)
    people.count(0, activity, { started: 0, succeeded: 0 })
    const { net, gross, refund, vat, presentValues } = valueActivity(compiled, activity, inputs, room)
    expect(kept.inputs.subarray(draw * estimates.length, (draw + 1) * estimates.length)).toEqual(inputs)
    expect(kept.presentValues.subarray(draw * owners.length, (draw + 1) * owners.length)).toEqual(presentValues)
    return [...net, ...gross, ...refund, ...vat]
  })
}

function compiledOf(changes: readonly string[]): CompiledCase {
  const { caseFile, problems } = readCase(changed(changes), 'case.yaml')
  const wrong = problems.filter(({ severity }) => severity !== 'notice')
  expect(wrong.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`)).toEqual([])
  const { compiled, problems: found } = compileCase(caseFile!, smallCatalogue, { scenario: 'broad' })
  expect(found.filter(({ severity }) => severity !== 'notice').map(({ code }) => code)).toEqual([])
  return compiled!
}
