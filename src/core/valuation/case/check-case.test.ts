/** What is refused or told of a case that can be read: one change of the small case, and the codes that come of it. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../catalogue/read-catalogue.ts'
import { compileCase } from './compile-case.ts'
import { type CaseData } from './compiling.ts'
import { changed, smallCatalogue } from './example.ts'
import { readCase } from './read-case.ts'
import { replaceAt } from '../../text/index.ts'

test('a cap is no debt, and what is assured is no more than what is paid at most', () => {
  refuses('cap: none → cap: -5 kr', 'number-outside')
  refuses('cap: none\n      floor: none → cap: 700000 kr\n      floor: 900000 kr', 'number-outside')
  refuses('amount: 100000 kr, per: success → amount: -100000 kr, per: success', 'number-outside')
  refuses('premium: 0 % → instalments: [{ month: 12, amount: -1 kr }]\n      premium: 0 %', 'number-outside')
})

test('what would be left out without a word is refused: an instalment after the last payment, a change that is gone at once', () => {
  const instalment = (month: number) =>
    `premium: 0 % → instalments: [{ month: ${month}, amount: 1 kr }]\n      premium: 0 %`
  const until = 'through: 48 → through: 24'
  expect(codesOf(until, instalment(24))).toEqual([])
  expect(codesOf(until, instalment(25))).toEqual(['number-outside'])
  refuses('from: 1, months: 1 → from: 0, months: 1', 'number-outside')
  expect(codesOf('fade: 0 % → fade: 100 %')).toEqual(['fade-whole'])
  expect(codesOf('fade: 0 % → fade: 99 %')).toEqual([])
})

test('how often it is settled is asked where something is earned, and not of instalments alone', () => {
  const prices =
    'prices: { work: { amount: 100000 kr, per: success, counts: all } }\n      premium: 0 %\n      every: 12 months\n'
  const instalments = 'instalments: [{ month: 12, amount: 1 kr }]\n'
  const [of, rest] = [`${prices}      through`, 'through']
  expect(codesOf(`${of} → ${instalments}      ${rest}`)).toEqual([])
  expect(codesOf(`${of} → share-of-saving: 10 %\n      ${rest}`)).toEqual(['edge-unsettled'])
  expect(codesOf('      every: 12 months\n → ')).toEqual(['edge-unsettled'])
})

test('shares make up the whole, and none is below nothing to make up for another', () => {
  refuses('owners: { municipality: 100 % } → owners: { municipality: 140 %, state: -40 % }', 'share-outside')
  refuses('delay: none → delay: { shares: [-10 %, 110 %] }', 'share-outside')
  refuses('payers: { municipality: 100 % } → payers: { municipality: 100 %, state: 0.1 % }', 'shares-not-whole')
})

test('a list that is written has something on it', () => {
  refuses('plan: [{ people: 10, from: 1, months: 1 }] → plan: []', 'list-empty')
  refuses('change: { per-year: 120000 kr, fade: 0 % } → change: { by-year: [] }', 'list-empty')
  refuses('grant: none → grant: none\n    only-with: []', 'list-empty')
  refuses('prices: { work: { amount: 100000 kr, per: success, counts: all } } → prices: {}', 'list-empty')
})

test('decimals cut off by a comma are put together with a point, and words are put in quotes', () => {
  const remedies = (change: string) =>
    readCase(changed([change]), 'case.yaml').problems.flatMap(({ choices }) => choices.map(({ paste }) => paste))
  expect(remedies('people: 10, → people: 6,5,')).toEqual(['people: 6.5'])
  expect(remedies('{ da: Lille sag, → { da: Lille sag, og mere,')).toEqual(['da: "Lille sag, og mere"'])
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

test('a later version of the language is not read as this one', () => {
  refuses('bundlinje-case: "1.0" → bundlinje-case: "2.0"', 'word-unknown')
  expect(codesOf('bundlinje-case: "1.0" → bundlinje-case: 1')).toEqual([])
})

test('with own money a cost is in a budget of the municipality', () =>
  refuses('self-bears: municipality → self-bears: state', 'name-unknown'))

test('an owner nobody knows is a fault of its name, whose remedy leaves the shares and puts no name there twice', () => {
  const told = (owners: string) => {
    const text = changed([`owners: { municipality: 100 % } → owners: ${owners}`])
    const [found, ...more] = readCase(text, 'case.yaml').problems
    expect([found?.code, more]).toEqual(['name-unknown', []])
    const { edit } = found!.choices[0] ?? {}
    return [
      found!.facts['path'],
      edit === undefined
        ? ''
        : replaceAt(text, edit.at, edit.text).includes(`owners: ${owners.replace('regionen', 'region')}`),
    ]
  }
  const path = 'case.consequences.support.owners.regionen'
  expect(told('{ municipality: 40 %, regionen: 60 % }')).toEqual([path, true])
  expect(told('{ region: 40 %, regionen: 60 % }')).toEqual([path, ''])
})

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

test('a limit of one admission is told of where the price is of a day in it, as long as there is a limit', () => {
  const admitted = (per: string, starts: string) => [
    'price-year: 2024 → price-year: 2018',
    `starts: 2024-01 → starts: ${starts}`,
    `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 4000 kr, per: ${per}, price-year: 2018, cost: average }
    vat: none
    without: [{ units: 2 }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { region: 100 % }
    refund: { rule: health-cofinancing, service: psychiatry-admission, paid-by: municipality }`,
  ]
  const told = (per: string, starts: string) =>
    compiledCodes(admitted(per, starts)).filter((code) => code === 'rule-figure-per-use')
  expect(told('day', '2018-01')).toEqual(['rule-figure-per-use'])
  for (const per of ['case', 'contact']) expect(told(per, '2018-01')).toEqual([])
  expect(told('day', '2019-01')).toEqual([])
})

const rateHeads = 'id,da,en,value,unit,price-year,index,cost,vat,owner,area,valid-from,source,read,confidence,grade'
const rateOf = (value: number, year: number): string =>
  `rate,a,a,${String(value)},kr/month,${String(year)},benefit-regulation,average,out,municipality,children,${String(year)}-01-01,x,2026-01-01,A,published`

/** The amount and what is told when the small case, from 2023 and in prices of 2024, uses such a rate from a month on. */
function priced(rows: readonly string[], from: number): unknown[] {
  const chunks = [new TextEncoder().encode([rateHeads, ...rows, ''].join('\n'))]
  const { prices } = readCatalogue([{ origin: 'local', files: [{ name: 'prices.csv', chunks }] }]).catalogue
  const { caseFile } = readCase(
    changed([
      'starts: 2024-01 → starts: 2023-01',
      `change: { per-year: 120000 kr, fade: 0 % } → price: rate\n    from: ${String(from)}\n    change: { units-per-year: 12, fade: 0 % }`,
    ]),
    'case.yaml',
  )
  const { compiled, problems } = compileCase(caseFile!, { ...smallCatalogue, prices }, { scenario: 'broad' })
  return [compiled?.prices[0]?.amount, ...problems.map(({ code }) => code)]
}

test('a rate of the price year itself needs no index to get there', () => {
  expect(priced([rateOf(1000, 2022)], 1)).toEqual([undefined, 'index-unknown'])
  expect(priced([rateOf(1000, 2022), rateOf(1100, 2024)], 1)).toEqual([1100])
})

test('a price is that of the first month in which the change counts', () => {
  expect(priced([rateOf(1100, 2024)], 1)).toEqual([1100, 'price-not-yet-valid'])
  expect(priced([rateOf(1100, 2024)], 13)).toEqual([1100])
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

test('kroner in a case in euro are another currency, which no other unit stands in for', () => {
  const { problems } = readCase(changed(['currency: DKK → currency: EUR']), 'case.yaml')
  const told = problems.filter(({ severity }) => severity === 'wrong')
  const lines = told.map(({ code, facts, choices }) => JSON.stringify([code, facts['found'], choices.length]))
  expect([...new Set(lines)]).toEqual(['["currency-other","kr",0]'])
})

test('what is wrong where only the broad scenario counts is told in the narrow one, which is valued all the same', () => {
  const told = (price: string, units = 12) => {
    const change = `change: { units-per-year: ${String(units)}, fade: 0 % }`
    const { caseFile } = readCase(
      changed([
        `change: { per-year: 120000 kr, fade: 0 % } → ${price}\n    vat: none\n    ${change}`,
        'scenario: narrow → scenario: broad',
      ]),
      'case.yaml',
    )
    return (['narrow', 'broad'] as const).map((scenario) => {
      const { compiled, problems } = compileCase(caseFile!, smallCatalogue, { scenario })
      return [compiled !== undefined, ...problems.map(({ code }) => code)].join(' ')
    })
  }
  const own = 'own-price: { amount: 10 kr, per: day, price-year: 2024, cost: average }'
  expect(told(own)).toEqual(['true', 'true'])
  // Days that no year has are a notice, and told where they are counted.
  expect(told(own, 400)).toEqual(['true', 'true use-impossible'])
  expect(told('price: nowhere')).toEqual(['true price-unknown', 'false price-unknown'])
})

function codesOf(...changes: string[]): string[] {
  return readCase(changed(changes), 'case.yaml').problems.map(({ code }) => code)
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
