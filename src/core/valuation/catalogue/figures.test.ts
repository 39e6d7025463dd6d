/** Carrying amounts from one price year to another, and discounting by the guides that come with the program. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseIsoDay } from '../../base/index.ts'
import {
  type DiscountWhen,
  discountFactor,
  discountGuide,
  indexed,
  presentValue,
  priceInYear,
  readCatalogue,
  yearsAhead,
} from '../index.ts'

const at = { file: 'case.yaml', line: 1, column: 1, length: 0 }

describe('price and wage regulation', () => {
  const rows = [
    'family,year,percent,estimated-on,da,source,read,confidence,grade',
    ...[
      '2018,2.0,2017-08-01',
      '2019,1.5,2018-08-01',
      '2019,1.8,2019-08-01',
      '2020,-0.5,2019-08-01',
      '2022,3,2021-08-01',
    ].map((row) => `kommunal,${row},Kommunal,https://example.dk,2026-01-02,A,published`),
    'stat,2018,9,2017-08-01,Stat,https://example.dk,2026-01-02,A,published',
  ]
  const { catalogue } = readCatalogue([{ origin: 'local', files: [fileOf('indexes.csv', rows.join('\n'))] }])

  test.each([
    [2017, 2017, undefined, '100'],
    [2017, 2018, undefined, '102'],
    // Of 2019 the latest estimate counts, or the latest that was known.
    [2017, 2019, undefined, '103.836'],
    [2017, 2019, '2019-08-01', '103.836'],
    [2017, 2019, '2019-07-31', '103.53'],
    [2018, 2020, undefined, '101.291'],
    // Backwards an amount is divided by the same factor.
    [2019, 2017, undefined, '96.305713'],
    [2020, 2022, undefined, 'index-year-missing 2021'],
    [2019, 2023, undefined, 'index-year-missing 2021,2023'],
    [2018, 2019, '2018-07-31', 'index-year-missing 2019'],
  ])('100 kr. of %i in prices of %i as known on %s: %s', (from, to, known, expected) => {
    const knownAt = known === undefined ? {} : { knownAt: parseIsoDay(known)! }
    const { amount, problems } = indexed(catalogue, 100, { from, to, family: 'kommunal', ...knownAt, at })
    const said = problems.map(({ code, facts }) => `${code} ${(facts['years'] as string[]).join(',')}`)
    expect(said[0] ?? String(Number(amount!.toFixed(6)))).toBe(expected)
  })

  test('an unknown family is told with the one that is near', () => {
    const { amount, problems } = indexed(catalogue, 100, { from: 2017, to: 2018, family: 'komunal', at })
    expect([amount, problems[0]?.code, problems[0]?.choices[0]?.paste]).toEqual([
      undefined,
      'index-unknown',
      'kommunal',
    ])
  })

  test('a price is carried by its own family, and one without stays in its year', () => {
    const head = 'id,da,value,unit,price-year,index,cost,vat,owner,area,valid-from,source,read,confidence,grade'
    const price = (id: string, index: string) =>
      `${id},P,100,kr/day,2017,${index},average,out,state,other,2017-01-01,https://example.dk,2026-01-02,A,published`
    const files = [
      fileOf('indexes.csv', rows.join('\n')),
      fileOf('prices.csv', [head, price('a', 'stat'), price('b', '')].join('\n')),
    ]
    const { catalogue: both } = readCatalogue([{ origin: 'local', files }])
    const inYear = (id: string, priceYear: number) => priceInYear(both, both.prices.get(id)![0]!, { priceYear, at })
    expect(inYear('a', 2018).amount).toBeCloseTo(109, 9)
    expect(inYear('b', 2017).amount).toBe(100)
    expect(inYear('b', 2018)).toMatchObject({ amount: undefined, problems: [{ code: 'price-index-missing' }] })
  })
})

describe('discounting', () => {
  const files = [fileOf('discount-rates.csv', readFileSync('catalogue/discount-rates.csv', 'utf8'))]
  const { catalogue } = readCatalogue([{ origin: 'national', files }])
  const stepsOf = (guide: string) => discountGuide(catalogue, guide, at).steps!

  test.each([
    ['fm-2023', 0, 1],
    ['fm-2023', 5, 0.842],
    ['fm-2023', 10, 0.7089],
    ['fm-2023', 35, 1.035 ** -35],
    // The second rate applies to the years beyond the thirty-fifth alone.
    ['fm-2023', 36, 1.035 ** -35 / 1.025],
    ['fm-2023', 35.5, 1.035 ** -35 / Math.sqrt(1.025)],
    ['fm-2023', 70, 1.035 ** -35 * 1.025 ** -35],
    ['fm-2023', 80, 1.035 ** -35 * 1.025 ** -35 * 1.015 ** -10],
    ['fm-2013', 5, 1.04 ** -5],
    ['fm-2013', 40, 1.04 ** -35 * 1.03 ** -5],
    ['fm-foer-2013', 100, 1.05 ** -100],
  ])('%s after %d years', (guide, years, expected) => {
    const digits = expected === 0.842 || expected === 0.7089 ? 4 : 12
    expect(discountFactor(stepsOf(guide), years)).toBeCloseTo(expected, digits)
  })

  test.each([
    ['year-end', 1 / 1.035 + 1 / 1.035 ** 2],
    ['mid-year', 1.035 ** -0.5 + 1.035 ** -1.5],
    ['year-start', 1 + 1 / 1.035],
  ] as [DiscountWhen, number][])('100 now and 1 in each of two years, at %s', (when, expected) => {
    const { amount } = presentValue(stepsOf('fm-2023'), [100, 1, 1], { prices: 'fixed', when, at })
    expect(amount).toBeCloseTo(100 + expected, 12)
    expect(yearsAhead(0, when)).toBe(0)
  })

  test('amounts in current prices are refused', () => {
    const { amount, problems } = presentValue(stepsOf('fm-2023'), [1], { prices: 'current', when: 'year-end', at })
    expect([amount, problems[0]?.code]).toEqual([undefined, 'discount-current-prices'])
  })

  test('an unknown guide is told with those there are', () => {
    const { steps, problems } = discountGuide(catalogue, 'oecd', at)
    expect([steps, problems[0]?.code]).toEqual([undefined, 'discount-guide-unknown'])
    expect(problems[0]?.choices.map(({ paste }) => paste).sort()).toEqual([
      'fm-2013',
      'fm-2021',
      'fm-2023',
      'fm-foer-2013',
    ])
  })
})

function fileOf(name: string, text: string) {
  return { name, chunks: [new TextEncoder().encode(`${text}\n`)] }
}
