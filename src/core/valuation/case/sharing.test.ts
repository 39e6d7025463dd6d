/** Who else bears a cost: VAT, money given to the municipality, households, co-financing, and any rule on a cost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '../../base/index.ts'
import { compileCase } from './compile-case.ts'
import { type CompileOptions } from './compiled.ts'
import { changed, smallCatalogue, valued } from './example.ts'
import { budgetOf, matrixOf } from './matrix.ts'
import { readCase } from './read-case.ts'

test('VAT that is in an amount comes back to the municipality, and the state has had it before', () => {
  check(`vat: none → vat: included`, `municipality: 0 -400000 550000 600000 600000`, `state: 0 0 0 0 0`)
  // Gross the state has the VAT of the provider, and gives it back as a refund.
  const { compiled, value } = valued(changed(['vat: none → vat: included']))
  const row = matrixOf(compiled, value).find(({ owner, kind }) => owner === 'state' && kind === 'cost')!
  expect([row.gross[1], row.refund[1]]).toEqual([100000, -100000])
  expect([...value.vat]).toEqual([100000, 100000, 0])
})

test('VAT that is added costs the municipality nothing, and an investor a fourth', () => {
  check(`vat: none → vat: added`, `municipality: 0 -500000 550000 600000 600000`, `state: 0 0 0 0 0`)
  check(
    `chosen: self → chosen: investor`,
    `vat: none → vat: added`,
    `investor: 0 -625000 500000 0 0`,
    `state: 0 125000 0 0 0`,
    `municipality: 0 0 50000 600000 600000`,
  )
})

test('of an exempt provider the share of the list comes back', () =>
  check(`vat: none → vat: { share: 6 % }`, `municipality: 0 -470000 550000 600000 600000`, `state: 0 0 0 0 0`))

test('VAT on what is paid at the signing comes back at the signing', () =>
  check(
    `per: start → per: once\n    month: 0`,
    `vat: none → vat: included`,
    `municipality: -40000 0 550000 600000 600000`,
    `state: 0 0 0 0 0`,
  ))

test('a refund is reckoned of what is left when the VAT has come back', () =>
  check(
    `vat: none → vat: included`,
    `refund: none\n    source: eksempel\nconsequences → refund: { rule: support-at-home }\n    source: eksempel\nconsequences`,
    `municipality: 0 -200000 550000 600000 600000`,
    `state: 0 -200000 0 0 0`,
  ))

test('a saving of what is bought with VAT is a saving without it', () => {
  const bought = (owners: string): string =>
    `change: { per-year: 120000 kr, fade: 0 % }\n    owners: { municipality: 100 % } → own-price: { amount: 10000 kr, per: month, price-year: 2024, cost: marginal }\n    vat: included\n    change: { units-per-year: 12, fade: 0 % }\n    owners: ${owners}`
  check(
    bought('{ municipality: 100 % }'),
    `cashable: { share: 100 %, from-month: 1 } → cashable: { share: 50 %, from-month: 4 }`,
    `municipality: 0 -500000 160000 240000 240000`,
    `state: 0 0 0 0 0`,
  )
  // Nobody gives the state its own VAT back, and it misses what it had.
  check(bought('{ state: 100 % }'), `state: 0 0 440000 480000 480000`)
})

test('of money that a foundation gives the municipality the state takes 17.5 %, and the VAT comes back to the municipality', () => {
  const given = `grant: none → grant: { giver: foundation, purpose: ordinary }`
  const investor = `chosen: self → chosen: investor`
  check(investor, given, `municipality: 0 -87500 50000 600000 600000`, `state: 0 87500 0 0 0`)
  check(
    investor,
    given,
    `vat: none → vat: included`,
    `municipality: 0 12500 50000 600000 600000`,
    `state: 0 87500 0 0 0`,
  )
  // A body on a public-law basis is exempt, and so is a purpose liable to VAT.
  check(investor, given.replace('foundation', 'public-body'), `municipality: 0 0 50000 600000 600000`)
  check(investor, given.replace('ordinary', 'liable-to-vat'), `municipality: 0 0 50000 600000 600000`)
  // With own money nobody has given anything.
  check(given, `municipality: 0 -500000 550000 600000 600000`, `state: 0 0 0 0 0`)
  // A gift with no claim on it.
  check(
    `borne-by: financier → borne-by: donor`,
    given,
    `municipality: 0 -87500 550000 600000 600000`,
    `donor: 0 -500000 0 0 0`,
  )
})

const admissions = `kind: cashable
    change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none
    cashable: { share: 100 %, from-month: 1 } → kind: freed-capacity
    own-price: { amount: 20000 kr, per: case, price-year: 2024, cost: average }
    vat: none
    without: [{ units: 1 }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { region: 100 % }
    refund: { rule: health-cofinancing, service: psychiatry-admission, paid-by: municipality }`

test('the municipality paid 60 % of an admission, at most 8,862 kroner, until the co-financing was frozen', () => {
  const text = changed([admissions])
  const under = (day: string) => valued(text, { scenario: 'broad', lawAsOf: parseIsoDay(day)! })
  const [then, now] = [under('2018-06-01'), valued(text)]
  // Five people, eleven months of the second year: what is not paid is money at once, though the bed is only freed.
  expect(budgetOf(then.compiled, then.value, 'municipality').years).toEqual([0, -500000, 487410, 531720, 531720])
  expect(budgetOf(then.compiled, then.value, 'region').years).toEqual([0, 0, -487410, -531720, -531720])
  expect(then.value.saving.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1550850, 6)
  expect(budgetOf(now.compiled, now.value, 'municipality').years).toEqual([0, -500000, 0, 0, 0])
  expect([...now.value.gross]).toEqual([...then.value.gross])
  expect(noticesOf(text)).toContain('rule-ended "2019-01-01"')
  expect(noticesOf(text, '2018-06-01')).not.toContain('rule-ended')
})

const placed = (household: string): string => `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 60000 kr, per: month, price-year: 2024, cost: average }
    vat: none
    without: [{ units: 1 }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { municipality: 100 % }
    refund: { rule: central, household: ${household} }`

test('the costs of siblings are one case, month by month; an adult is a case alone', () => {
  // A twelfth of 860,000 is 71,667: a child alone is below it, two are 48,333 above, of which a fourth is refunded.
  check(placed('alone'), `municipality: 0 -500000 3300000 3600000 3600000`)
  check(
    placed('{ as: child, others: [{ as: aftercare, use: [{ units: 1 }] }] }'),
    `municipality: 0 -500000 2635417 2875000 2875000`,
    `state: 0 0 664583 725000 725000`,
  )
  // The sibling comes home too: twice the saving, and the same refund lost.
  check(
    placed('{ as: child, others: [{ as: child, use: [{ units: 1 }], use-with: [{ units: 0 }] }] }'),
    `municipality: 0 -500000 5935417 6475000 6475000`,
  )
  // A parent's own dear case is not added to the child's.
  check(
    placed('{ as: child, others: [{ as: child, use: [{ units: 0 }] }, { as: adult, use: [{ units: 5 }] }] }'),
    `municipality: 0 -500000 3300000 3600000 3600000`,
  )
})

const sheltered = (per: string, units: number): string => `change: { per-year: 120000 kr, fade: 0 % }
    owners: { municipality: 100 % }
    refund: none → own-price: { amount: 10000 kr, per: ${per}, price-year: 2024, cost: average }
    vat: none
    without: [{ units: ${units} }]
    with: [{ share: 100 %, steps: [{ units: 0 }] }]
    owners: { municipality: 100 % }
    refund: { rule: shelter }`

test('a week of a service is seven of the days that a rule counts, and no whole month', () => {
  // One week a month is 84 days a year, below every cap: half of 5 people × 11 and 12 months × 10,000 is the state's.
  check(sheltered('week', 1), `state: 0 0 275000 300000 300000`, `municipality: 0 -500000 275000 300000 300000`)
  // Two are 14 days a month. Of 120 the last are 8 in October; from April 2026 they are 90, of which 6 fall in August.
  // 5 people × 10,000 × (8 + 8/14), and × (6 + 6/14), of 1,100,000 and 1,200,000.
  check(sheltered('week', 2), `state: 0 0 428571 321429 321429`, `municipality: 0 -500000 671429 878571 878571`)
  // So it is with as many days; a month of any other price is used in all of its days.
  check(sheltered('day', 14), `state: 0 0 3000000 2250000 2250000`)
  // Eleven days of each month: 120 and 90 of them are 10 10/11 and 8 2/11 months.
  check(sheltered('week', 1.5), `state: 0 0 409091 306818 306818`)
})

const monthly = (amount: string, rule: string, ...more: string[]): string[] => [
  `amount: 50000 kr → amount: ${amount}`,
  `per: start → per: person-month`,
  `refund: none\n    source: eksempel\nconsequences → refund: ${rule}\n    source: eksempel\nconsequences`,
  `rate: 50 % → rate: 0 %`,
  ...more,
]

test('a cost may follow any rule, from the month in which each person began', () => {
  // 120 days from 1 January 2024 are 31 + 29 + 31 and 29 of April's 30.
  check(...monthly('10000 kr', '{ rule: shelter }'), `municipality: 0 -1001667 0 0 0`, `state: 0 -198333 0 0 0`)
  // Who drops out costs nothing more: 10, 9.17, 8.33 and 7.5 people in the four months.
  check(
    ...monthly('10000 kr', '{ rule: shelter }', 'dropout: none → dropout: { share: 100 %, spread: even }'),
    `state: 0 -173750 0 0 0`,
  )
  check(...monthly('10000 kr', '{ rule: crisis-centre }'), `state: 0 -600000 0 0 0`)
  check(...monthly('10000 kr', '{ rule: refund-ladder, weeks-before: 200 }'), `state: 0 -240000 0 0 0`)
  check(...monthly('100000 kr', '{ rule: central, household: alone }'), `state: 0 -850000 0 0 0`)
})

test('what is paid once counts a twelfth in each of twelve months in the central scheme', () =>
  // 1,000,000 / 12 is 83,333, of which 11,667 lie above the limit.
  check(
    `amount: 50000 kr → amount: 1000000 kr`,
    `refund: none\n    source: eksempel\nconsequences → refund: { rule: central, household: alone }\n    source: eksempel\nconsequences`,
    `rate: 50 % → rate: 0 %`,
    `state: 0 -350000 0 0 0`,
  ))

const childAnd = (...others: string[]): string =>
  `{ rule: central, household: { as: child, others: [${others.join(', ')}] } }`

test('of a cost the central scheme bears what the household gets back more with it than without it', () => {
  // Ten people in twelve months of 20,000. A sibling at 100,000 has passed the first limit, so a fourth of each 20,000 comes back: the
  // fourth of 28,333 that comes back of the sibling's own is there without the effort too.
  check(...monthly('20000 kr', childAnd('{ as: child, use: [{ units: 5 }] }')), `state: 0 -600000 0 0 0`)
  // Between 71,667 and 80,000 it is a fourth of 8,333.
  check(...monthly('20000 kr', childAnd('{ as: child, use: [{ units: 3 }] }')), `state: 0 -250000 0 0 0`)
  // Below the limit nothing, and an adult's dear case is nothing of the child's.
  check(...monthly('20000 kr', childAnd('{ as: child, use: [{ units: 2 }] }')), `state: 0 0 0 0 0`)
  check(
    ...monthly('20000 kr', childAnd('{ as: child, use: [{ units: 2 }] }', '{ as: adult, use: [{ units: 50 }] }')),
    `state: 0 0 0 0 0`,
  )
  // When the sibling is home again after five months, nothing more comes back.
  check(
    ...monthly('20000 kr', childAnd('{ as: child, use: [{ months: 5, units: 5 }, { units: 0 }] }')),
    `state: 0 -250000 0 0 0`,
  )
  // 240,000 paid once is a twelfth in each of twelve months.
  check(
    `amount: 50000 kr → amount: 240000 kr`,
    `refund: none\n    source: eksempel\nconsequences → refund: ${childAnd('{ as: aftercare, use: [{ units: 0.5 }] }')}\n    source: eksempel\nconsequences`,
    `rate: 50 % → rate: 0 %`,
    `state: 0 -600000 0 0 0`,
  )
})

test('support at home is refunded for two years from each start', () =>
  check(
    ...monthly('10000 kr', '{ rule: support-at-home }', 'course: 12 months → course: 30 months'),
    `state: 0 -600000 -600000 0 0`,
  ))

const rules = ['{ rule: shelter }', '{ rule: refund-ladder, weeks-before: 3 }', '{ rule: central, household: alone }']

test('whatever shares a cost, the nets of all are what it costs, and nobody who comes costs nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      fc.constantFrom('none', 'included', 'added', '{ share: 6 % }'),
      fc.constantFrom('person-month', 'start', 'referral', 'completion'),
      (rule, vat, per) => {
        const changes = monthly('90000 kr', rule, `vat: none → vat: ${vat}`).map((one) =>
          one.replace('person-month', per),
        )
        const { value } = valued(changed(changes.filter((one) => one !== 'per: start → per: start')))
        const sum = (of: ArrayLike<number>): number => Array.from(of).reduce((all, one) => all + one, 0)
        expect(sum(value.refund)).toBeCloseTo(0, 4)
        expect(sum(value.net)).toBeCloseTo(sum(value.gross), 4)
      },
    ),
    { numRuns: 24 },
  )
})

test.each([
  ['vat: none → vat: inclusive', 'word-unknown "inclusive"'],
  ['vat: none\n    ceiling → ceiling', 'edge-unsettled "vat"'],
  ['grant: none\n    vat → vat', 'edge-unsettled "grant"'],
  ['vat: none → vat: { share: 106 % }', 'number-outside "share"'],
  ['grant: none → grant: { giver: foundation }', 'edge-unsettled "purpose"'],
  // An own price moves money by its VAT too.
  [
    'change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 1 kr, per: hour, price-year: 2024, cost: average }\n    change: { units-per-year: 1, fade: 0 % }',
    'edge-unsettled "vat"',
  ],
  [placed('{ others: [{ as: child, use: [{ units: 1 }] }] }'), 'edge-unsettled "as"'],
])('%s is %s', (change, expected) => {
  const { problems } = readCase(changed([change]), 'case.yaml')
  expect(problems.map(({ code, facts }) => `${code} ${JSON.stringify(facts['key'] ?? facts['found'])}`)).toContain(
    expected,
  )
})

test('a mark may stand at what a case says of VAT', () => {
  const { marks, problems } = readCase(changed(['vat: none → vat: { is: none, assumed: fritaget }']), 'case.yaml')
  expect([problems, marks.map(({ path }) => path)]).toEqual([[], ['case.costs.course.vat']])
})

function noticesOf(text: string, day?: string): string {
  const { caseFile } = readCase(text, 'case.yaml')
  const law = day === undefined ? {} : { lawAsOf: parseIsoDay(day)! }
  const { problems } = compileCase(caseFile!, smallCatalogue, { scenario: 'broad', ...law })
  return problems.map(({ code, facts }) => `${code} ${JSON.stringify(facts['on'])}`).join(', ')
}

/** Changes and what must come out, by year and in whole kroner. */
function check(...lines: string[]): void {
  const options: Partial<CompileOptions> = {}
  const { compiled, value } = valued(changed(lines.filter((line) => line.includes(' → '))), options)
  for (const expected of lines.filter((line) => !line.includes(' → '))) {
    const name = expected.split(':')[0]!
    const years = budgetOf(compiled, value, name as 'municipality').years
    expect(`${name}: ${years.map((amount) => String(Math.round(amount) + 0)).join(' ')}`).toBe(expected)
  }
}
