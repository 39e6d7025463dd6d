import { expect, test } from 'vitest'
import { parseIsoDay } from '../../base/index.ts'
import { balanceOf } from './balance.ts'
import { type CompileOptions } from './compiled.ts'
import { followedSavings } from './followed.ts'
import { economicView } from './economic.ts'
import { compileCase } from './compile-case.ts'
import { type CaseData } from './compiling.ts'
import { readCase } from './read-case.ts'
import { changed, smallCase, smallCatalogue, valued } from './example.ts'
import { budgetOf, ceilingOf, matrixOf } from './matrix.ts'
import { publicSumOf } from './public-sum.ts'
import { mustBeOf, sensitivityOf } from './sensitivity.ts'

test('a saving begins the month after the success and lasts', () =>
  check(``, `municipality: 0 -500000 550000 600000 600000`))

test('a yearly loss is lost month by month: 120,000/12 × 0.9^(k/12)', () =>
  check(`fade: 0 % → fade: 10 %`, `municipality: 0 -500000 521977 514779 463301`))

test('amounts by year end with the last of them', () =>
  check(
    `change: { per-year: 120000 kr, fade: 0 % } → change: { by-year: [120000 kr, 12000 kr] }`,
    `municipality: 0 -500000 550000 105000 5000`,
  ))

test('what would have happened anyway is not a gain', () =>
  check(`without: 0 % → without: 20 %`, `municipality: 0 -500000 330000 360000 360000`))

test('an effort that does worse than nothing is a loss', () =>
  check(`without: 0 % → without: 60 %`, `municipality: 0 -500000 -110000 -120000 -120000`))

test('only the cashable part, and only from its month, is in the budget', () =>
  check(
    `cashable: { share: 100 %, from-month: 1 } → cashable: { share: 50 %, from-month: 4 }`,
    `municipality: 0 -500000 200000 300000 300000`,
    `municipality freed-capacity: 0 0 350000 300000 300000`,
  ))

test('shares of owners, and what lies outside the service ceiling', () =>
  check(
    `owners: { municipality: 100 % } → owners: { municipality: 60 %, region: 10 %, state: 30 % }`,
    `municipality: 0 -500000 330000 360000 360000`,
    `region: 0 0 55000 60000 60000`,
    `state: 0 0 165000 180000 180000`,
    `inside: 0 -500000 0 0 0`,
    `outside: 0 0 330000 360000 360000`,
  ))

test('units are paid at their own price, carried by no index within the price year', () =>
  check(
    `change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 600 kr, per: hour, price-year: 2024, cost: unknown }
    vat: none
    change: { units-per-year: 200, fade: 0 % }`,
    `municipality: 0 -500000 550000 600000 600000`,
  ))

const benefit = (steps: string): string =>
  `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 10000 kr, per: month, price-year: 2024, cost: marginal }
    vat: none
    without: [{ units: 1 }]
    with: ${steps}
    owners: { municipality: 100 % }
    refund: { rule: refund-ladder, weeks-before: 200 }`

test('on the last step of the ladder the municipality saves 80 % of the benefit, and the state the rest', () =>
  check(
    benefit('[{ share: 100 %, steps: [{ units: 0 }] }]'),
    `municipality: 0 -500000 440000 480000 480000`,
    `state: 0 0 110000 120000 120000`,
  ))

test('who comes back within the year costs the municipality 80 % again', () =>
  check(
    benefit('[{ share: 100 %, steps: [{ months: 8, units: 0 }, { units: 1 }] }]'),
    `municipality: 0 -500000 320000 0 0`,
    `state: 0 0 80000 0 0`,
  ))

test('after a year of self-support the ladder begins again, and the first weeks cost 20 %', () =>
  check(
    // 14 months from February 2025: back in April 2026, whose first Monday is the 6th; its four weeks are at 80 % refund.
    benefit('[{ share: 100 %, steps: [{ months: 14, units: 0 }, { months: 1, units: 1 }, { units: 0 }] }]'),
    `municipality: 0 -500000 440000 470000 480000`,
    `state: 0 0 110000 80000 120000`,
  ))

test('of some who stay and a rest who come back, each follows a course of its own', () =>
  check(
    benefit(
      '[{ share: 60 %, steps: [{ units: 0 }] }, { share: rest, steps: [{ months: 8, units: 0 }, { units: 1 }] }]',
    ),
    `municipality: 0 -500000 392000 288000 288000`,
  ))

const shelter = `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 1000 kr, per: day, price-year: 2024, cost: average }
    vat: none
    without: [{ units: 30 }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { municipality: 100 % }
    refund: { rule: shelter }`

test('one case under three laws: half of every night, of 120 nights, of 90', () => {
  const under = (day: string, year3: number): void => {
    const { compiled, value } = valued(changed([shelter]), { scenario: 'broad', lawAsOf: parseIsoDay(day)! })
    expect(budgetOf(compiled, value, 'municipality').years[3]).toBe(year3)
  }
  // Five people, 30 nights a month at 1,000 kroner: 1,800,000 gross. The running year begins on 1 February, whose 28 days
  // stand for 30 nights, so the cap of 120 days is 122 nights, and that of 90 days 92.
  under('2023-01-01', 900000)
  under('2024-01-01', 1495000)
  under('2026-05-01', 1570000)
})

test('the dearest case is the least profitable to prevent: the central scheme', () =>
  check(
    `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 2500000 kr, per: year, price-year: 2024, cost: average }
    vat: none
    without: [{ units: 1/12 }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { municipality: 100 % }
    refund: { rule: central, household: alone }`,
    `municipality: 0 -500000 8204167 8950000 8950000`,
    `state: 0 0 3254167 3550000 3550000`,
  ))

test('support at home is half refunded for two years, in what it costs and in what it saves', () =>
  check(
    `refund: none
    source: eksempel
consequences → refund: { rule: support-at-home }
    source: eksempel
consequences`,
    `municipality: 0 -250000 550000 600000 600000`,
    `state: 0 -250000 0 0 0`,
  ))

test('an investor carries the cost and is paid for all who succeed', () =>
  check(`chosen: self → chosen: investor`, `municipality: 0 0 50000 600000 600000`, `investor: 0 -500000 500000 0 0`))

test('a cap cuts the payment that would pass it, and a floor is made up in the last month', () => {
  check(`chosen: self → chosen: investor`, `cap: none → cap: 300000 kr`, `investor: 0 -500000 300000 0 0`)
  check(`chosen: self → chosen: investor`, `floor: none → floor: 800000 kr`, `investor: 0 -500000 500000 0 300000`)
})

test('a share of the saving, with a premium on prices only', () => {
  const half = `prices: { work: { amount: 100000 kr, per: success, counts: all } } → share-of-saving: 50 %`
  check(`chosen: self → chosen: investor`, half, `investor: 0 -500000 275000 300000 300000`)
  check(`chosen: self → chosen: investor`, `premium: 0 % → premium: 10 %`, `investor: 0 -500000 550000 0 0`)
})

test('paid only for what would not have happened anyway', () =>
  check(
    `chosen: self → chosen: investor`,
    `without: 0 % → without: 20 %`,
    `counts: all → counts: net`,
    `investor: 0 -500000 300000 0 0`,
  ))

test('breaks even when what was put in has come back and stays', () => {
  const { compiled, value } = valued(changed([]))
  const balance = balanceOf(compiled, value)
  // 500,000 at 50,000 a month from month 14.
  expect(balance).toMatchObject({ breakEvenMonth: 23, breakEvenYear: 2, breakEvenCalendarYear: 2025, paybackYear: 2 })
  expect(balance.deepest).toEqual({ amount: -500000, month: 1 })
})

test('never breaks even when the saving ends too early', () => {
  const { compiled, value } = valued(changed(['economic: transfer → through: 20\n    economic: transfer']))
  expect(balanceOf(compiled, value)).toMatchObject({ breakEvenMonth: undefined, paybackYear: undefined })
})

test('the threshold is where the present value is nothing, and the widest bar comes first', () => {
  const estimates = `groups: → estimates:
  rate: { label: { da: Rate, en: Rate }, low: 20 %, likely: 50 %, high: 80 %, source: x, confidence: U, grade: invented }
  saving: { label: { da: Sparet, en: Saved }, low: 119000 kr, likely: 120000 kr, high: 121000 kr, source: x, confidence: U, grade: invented }
groups:`
  const { compiled } = valued(changed([estimates, 'rate: 50 % → rate: rate', '120000 kr, fade → saving, fade']))
  expect(sensitivityOf(compiled).map(({ estimate }) => estimate)).toEqual(['rate', 'saving'])
  const [rate] = mustBeOf(compiled)
  // 500,000/1.035 = rate × 10 × (110,000/1.035² + 120,000/1.035³ + 120,000/1.035⁴)
  expect(rate).toMatchObject({ gains: 'at-least' })
  expect(rate!.threshold).toBeCloseTo(483091.787 / 3154922.37, 4)
})

test('society gains no benefit that is saved, only resources at market prices', () => {
  const { compiled, value } = valued(changed([]))
  const { view } = economicView(compiled, value, smallCatalogue)
  expect(view?.net.years).toEqual([0, -640000, 0, 0, 0])
})

test('the public sum adds up to what the municipality has left, and says where its figures are from', () => {
  const { compiled, value } = valued(changed(['chosen: self → chosen: investor']))
  const { lines, left } = publicSumOf(compiled, value)
  expect(lines.map(({ item, net, sources }) => `${item} ${String(net)} ${sources.join()}`)).toEqual([
    'support 1750000 eksempel',
    'repayment -500000 eksempel',
  ])
  expect(left).toBe(budgetOf(compiled, value, 'municipality').total)
})

test('a saving is followed to where it went, and what nobody followed is told', () => {
  const followed = `finance: → savings-followed:
  - { year: 2, amount: 300000 kr, went: kept }
  - { year: 2, amount: 100000 kr, went: reinvested }
  - { year: 3, amount: 650000 kr, went: to-pool }
finance:`
  const { compiled, value } = valued(changed([followed]))
  const told = followedSavings(compiled, value).map((year) => [
    year.expected,
    year.kept,
    year.toPool,
    year.reinvested,
    year.notFollowed,
  ])
  expect(told).toEqual([
    [0, 0, 0, 0, 0],
    [550000, 300000, 0, 100000, 150000],
    [600000, 0, 650000, 0, -50000],
    [600000, 0, 0, 0, 600000],
  ])
})

test('two groups with rates of their own, and a consequence of one of them', () => {
  const second = smallCase.slice(smallCase.indexOf('  all:'), smallCase.indexOf('costs:')).replace('all:', 'other:')
  const text = smallCase
    .replace('costs:', `${second.replace('rate: 50 %', 'rate: 20 %')}costs:`)
    .replace('heading: support', 'heading: support\n    for: [other]')
  const { activity, compiled, value } = valued(text)
  expect(activity.groups.map(({ successes }) => successes[13])).toEqual([5, 2])
  expect(budgetOf(compiled, value, 'municipality').years).toEqual([0, -1000000, 220000, 240000, 240000])
})

test('a hundred start, a tenth drops out, half of the rest succeed within 24 months', () => {
  const { activity } = valued(
    changed([
      'people: 10 → people: 100',
      'course: 12 months → course: 9 months',
      'dropout: none → dropout: { share: 10 %, spread: constant-risk }',
      'within: 1 month, spread: even → within: 24 months, spread: constant-risk',
    ]),
  )
  const { completions, successes } = activity.groups[0]!
  const sum = (of: Float64Array, from: number, through: number) =>
    of.subarray(from, through + 1).reduce((all, one) => all + one, 0)
  expect(completions[9]).toBeCloseTo(90, 10)
  expect(sum(successes, 10, 33)).toBeCloseTo(45, 10)
  expect(sum(successes, 0, 9) + sum(successes, 34, 48)).toBe(0)
})

test('a cap is no debt, and what is assured is no more than what is paid at most', () => {
  refuses('cap: none → cap: -5 kr', 'number-outside')
  refuses('cap: none\n      floor: none → cap: 700000 kr\n      floor: 900000 kr', 'number-outside')
  refuses('amount: 100000 kr, per: success → amount: -100000 kr, per: success', 'number-outside')
  refuses('premium: 0 % → instalments: [{ month: 12, amount: -1 kr }]\n      premium: 0 %', 'number-outside')
})

test('a list that is written has something on it', () => {
  refuses('plan: [{ people: 10, from: 1, months: 1 }] → plan: []', 'list-empty')
  refuses('change: { per-year: 120000 kr, fade: 0 % } → change: { by-year: [] }', 'list-empty')
  refuses('grant: none → grant: none\n    only-with: []', 'list-empty')
  refuses('prices: { work: { amount: 100000 kr, per: success, counts: all } } → prices: {}', 'list-empty')
})

test('a stretch that another follows says how long it is', () => {
  const use = (without: string): string =>
    `change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 10 kr, per: day, price-year: 2024, cost: average }
    vat: none
    without: ${without}
    with: [{ share: 100 %, steps: [{ units: 0 }] }]`
  refuses(use('[{ units: 1 }, { months: 3, units: 0 }]'), 'stretch-open')
  refuses(use('[]'), 'list-empty')
})

test('with own money a cost is in a budget of the municipality', () =>
  refuses('self-bears: municipality → self-bears: state', 'name-unknown'))

test('what became of a saving belongs to a year of the case', () => {
  const followed = (line: string): string => `finance:\n → savings-followed: [${line}]\nfinance:\n`
  refuses(followed('{ year: 5, amount: 1 kr, went: kept }'), 'number-outside')
  refuses(followed('{ year: 1, amount: -1 kr, went: kept }'), 'number-outside')
})

const drawn = [
  'groups:\n → estimates:\n  hit: { label: { da: Andel, en: Share }, data: hits.csv, column: hit, unit: share, source: x, confidence: A, grade: published }\ngroups:\n',
  'rate: 50 % → rate: hit',
]

test('a share from a file is held against its bounds, too', () => {
  expect(compiledCodes(drawn, new Map([['hits.csv:hit', Float64Array.of(0.5, 0.7)]]))).toEqual([])
  expect(compiledCodes(drawn, new Map([['hits.csv:hit', Float64Array.of(50, 70)]]))).toEqual(['share-outside'])
})

test('kroner of the catalogue are not taken for another currency', () => {
  const central = `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 10000 EUR, per: month, price-year: 2024, cost: marginal }
    vat: none
    without: [{ units: 1 }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { municipality: 100 % }
    refund: { rule: central, household: alone }`
  const euros = [
    'currency: DKK → currency: EUR',
    'amount: 50000 kr → amount: 50000 EUR',
    'amount: 100000 kr → amount: 100000 EUR',
  ]
  expect(compiledCodes([...euros, central])).toContain('currency-other')
  expect(
    compiledCodes([...euros, central.replace('{ rule: central, household: alone }', '{ rule: shelter }')]),
  ).toEqual([])
})

test('an estimate that nothing uses, and a premium on nothing, are told of', () => {
  expect(codesOf(drawn[0]!)).toEqual(['estimate-idle'])
  const shared =
    'prices: { work: { amount: 100000 kr, per: success, counts: all } }\n      premium: 0 % → share-of-saving: 40 %\n      premium: 5 %'
  expect(codesOf(shared)).toEqual(['premium-idle'])
})

test('thirty months in a month are told of', () => {
  const used = (units: string, per: string): string =>
    `change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 10 kr, per: ${per}, price-year: 2024, cost: average }
    vat: none
    ${units}`
  const inMonth = (units: number): string =>
    `without: [{ units: ${String(units)} }]\n    with: [{ share: 100 %, steps: [{ units: 0 }] }]`
  expect(compiledCodes([used(inMonth(30), 'month')])).toEqual(['use-impossible'])
  expect(compiledCodes([used(inMonth(30), 'day')])).toEqual([])
  expect(compiledCodes([used('change: { units-per-year: 400, fade: 0 % }', 'day')])).toEqual(['use-impossible'])
  expect(compiledCodes([used('change: { units-per-year: -12, fade: 0 % }', 'month')])).toEqual([])
})

function codesOf(change: string): string[] {
  return readCase(changed([change]), 'case.yaml').problems.map(({ code }) => code)
}

function refuses(change: string, code: string): void {
  const { caseFile, problems } = readCase(changed([change]), 'case.yaml')
  expect([caseFile, problems.map((found) => found.code)]).toEqual([undefined, [code]])
}

/** What is told when the changed case is made ready with numbers from files. */
function compiledCodes(changes: readonly string[], data: CaseData = new Map()): string[] {
  const { caseFile } = readCase(changed(changes), 'case.yaml')
  return compileCase(caseFile!, smallCatalogue, { scenario: 'broad' }, data).problems.map(({ code }) => code)
}

/** Changes, one on each line or as pieces, and what must come out, by year; `inside` and `outside` are of the service ceiling. */
function check(...lines: string[]): void {
  const isExpected = (line: string): boolean => !line.includes(' → ') && line !== ''
  const options: Partial<CompileOptions> = {}
  const { compiled, value } = valued(changed(lines.filter((line) => line.includes(' → '))), options)
  const ceiling = ceilingOf(compiled, value)
  const matrix = matrixOf(compiled, value)
  const yearsOf = (name: string): readonly number[] => {
    if (name === 'inside' || name === 'outside') return ceiling[name].years
    const [owner, kind] = name.split(' ')
    if (kind !== undefined) return matrix.find((row) => row.owner === owner && row.kind === kind)!.net.years
    return budgetOf(compiled, value, owner as 'municipality').years
  }
  for (const expected of lines.filter(isExpected)) {
    const name = expected.split(':')[0]!
    const years = yearsOf(name).map((amount) => String(Math.round(amount) + 0))
    expect(`${name}: ${years.join(' ')}`).toBe(expected)
  }
}
