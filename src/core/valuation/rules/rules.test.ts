/**
 * The dated rules, run on the figures that come with the program: what was worked out by hand for odd days and edges.
 *
 * The examples of a full year of shelter, of dear single cases and of the raised rate are those of the sources, to the krone.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../../base/index.ts'
import {
  type HouseholdMember,
  type Law,
  type SupportWeek,
  centralRefund,
  crisisCentreRefund,
  foundationVat,
  healthCofinancing,
  readCatalogue,
  refundLadder,
  ruleValue,
  shelterRefund,
  supportAtHomeRefund,
} from '../index.ts'

const at = { file: 'case.yaml', line: 1, column: 1, length: 0 }
const files = readdirSync('catalogue')
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, chunks: [new Uint8Array(readFileSync(`catalogue/${name}`))] }))
const { catalogue } = readCatalogue([{ origin: 'national', files }])

const dayOf = (text: string): Day => parseIsoDay(text)!
const lawOf = (asOf?: string): Law => (asOf === undefined ? {} : { asOf: dayOf(asOf) })
const codesOf = (problems: readonly { code: string }[]): string => problems.map(({ code }) => code).join(' ')
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

describe('the refund ladder', () => {
  test.each([
    ['60 on', 0, '4×80 22×40 26×30 8×20'],
    ['3 on', 3, '1×80 2×40'],
    ['2 on', 25, '1×40 1×30'],
    ['2 on', 51, '1×30 1×20'],
    // Thirty weeks of work do not bring a person off the last step.
    ['1 on, 30 self, 2 on', 60, '1×20 30×0 2×20'],
    ['51 self, 1 on', 60, '51×0 1×20'],
    ['52 self, 5 on', 60, '52×0 4×80 1×40'],
    // A wage-subsidised job counts neither as support nor as self-support.
    ['51 self, 20 neither, 1 on', 60, '71×0 1×20'],
    ['4 on, 20 neither, 1 on', 0, '4×80 20×0 1×40'],
    // In pieces: 26 + 26 weeks of self-support lie within three years with 104 weeks between them, not with 105.
    ['26 self, 104 on, 26 self, 1 on', 60, '26×0 104×20 26×0 1×80'],
    ['26 self, 105 on, 26 self, 1 on', 60, '26×0 105×20 26×0 1×20'],
    ['26 self, 105 on, 30 self, 1 on', 60, '26×0 105×20 30×0 1×20'],
    // The weeks that gave a new start are used up.
    ['52 self, 4 on, 1 self, 1 on', 60, '52×0 4×80 1×0 1×40'],
    ['52 self, 60 on, 51 self, 1 on', 60, '52×0 4×80 22×40 26×30 8×20 51×0 1×20'],
    ['52 self, 60 on, 52 self, 1 on', 60, '52×0 4×80 22×40 26×30 8×20 52×0 1×80'],
  ])('%s after %i weeks: %s', (weeks, weeksBefore, expected) => {
    // A Monday in December, so that the year turns within the first weeks.
    expect(sharesOf({ weeks, weeksBefore, from: '2023-12-18' })).toBe(expected)
  })

  test('the three years may have a 29 February in them or not', () => {
    expect(sharesOf({ weeks: '26 self, 104 on, 26 self, 1 on', weeksBefore: 60, from: '2021-01-04' })).toMatch(/ 1×80$/)
    expect(sharesOf({ weeks: '26 self, 104 on, 26 self, 1 on', weeksBefore: 60, from: '2022-01-03' })).toMatch(/ 1×80$/)
  })

  test('the raised rate on the last step costs the municipality 9,651 kr. of 12,064', () => {
    const { periods } = ladder({ weeks: '1 on', weeksBefore: 52, from: '2025-07-07', benefit: 12_064 })
    expect(periods![0]!.municipal).toBeCloseTo(9651.2, 9)
    expect(periods![0]!.stateRefund).toBeCloseTo(2412.8, 9)
  })

  test('before 2016 there is no such ladder, and nothing is guessed', () => {
    const { periods, problems } = ladder({ weeks: '1 on', weeksBefore: 0, from: '2015-12-28' })
    expect([periods, codesOf(problems)]).toEqual([undefined, 'rule-figure-missing'])
    expect(
      ladder({ weeks: '1 on', weeksBefore: 0, from: '2015-12-28', asOf: '2016-01-01' }).periods![0]!.stateShare,
    ).toBe(0.8)
  })

  type LadderExample = { weeks: string; weeksBefore: number; from: string; benefit?: number; asOf?: string }

  /** `60 on, 3 self` are sixty weeks of support and three of self-support. */
  function ladder({ weeks, weeksBefore, from, benefit = 100, asOf }: LadderExample) {
    const names: Record<string, SupportWeek> = { on: 'support', self: 'self-support', neither: 'neither' }
    const all = weeks.split(', ').flatMap((part): SupportWeek[] => {
      const [count, name] = part.split(' ')
      return Array.from({ length: Number(count) }, () => names[name!]!)
    })
    const use = { law: lawOf(asOf), at }
    return refundLadder(catalogue, { firstMonday: dayOf(from), weeks: all, weeksBefore, benefit }, use)
  }

  /** The shares of the weeks, neighbours alike counted together. */
  function sharesOf(example: LadderExample): string {
    const runs: { share: number; count: number }[] = []
    for (const { stateRefund, stateShare } of ladder(example).periods!) {
      expect(stateRefund).toBeCloseTo(stateShare * 100, 9)
      const share = Math.round(stateRefund)
      const last = runs.at(-1)
      if (last?.share === share) last.count += 1
      else runs.push({ share, count: 1 })
    }
    return runs.map(({ share, count }) => `${count}×${share}`).join(' ')
  }
})

describe('the cap of the shelter refund', () => {
  test.each([
    ['2024-03-01..2025-02-28', undefined, 120],
    ['2024-03-01..2025-02-28', '2026-04-01', 90],
    ['2024-03-01..2025-02-28', '2026-03-31', 120],
    ['2024-03-01..2024-06-28', undefined, 120],
    // The cap of 90 meets a stay on 1 April 2026: as its 90th day, as its 91st, and as one of those who had more before.
    ['2026-01-02..2026-06-30', undefined, 90],
    ['2026-01-01..2026-06-30', undefined, 90],
    ['2025-12-15..2026-06-30', undefined, 107],
    ['2025-11-01..2026-06-30', undefined, 120],
    // Days before 1 October 2023 use up nothing: 122 of them, and 120 from that day on.
    ['2023-06-01..2024-05-31', undefined, 242],
    ['2023-06-01..2024-05-31', '2024-05-01', 120],
    // The running year begins with the first day, whatever the break, and is counted anew a year after it.
    ['2024-01-01..2024-04-29, 2024-12-31..2024-12-31', undefined, 120],
    ['2024-01-01..2024-04-29, 2025-01-01..2025-01-01', undefined, 121],
    ['2024-01-01..2024-01-10, 2025-03-01..2025-12-31, 2026-03-01..2026-03-01', undefined, 131],
    // A year from 29 February is over with 27 February.
    ['2024-02-29..2024-06-27, 2025-02-27..2025-02-27', undefined, 120],
    ['2024-02-29..2024-06-27, 2025-02-28..2025-02-28', undefined, 121],
  ])('%s under the law of %s: %i days', (days, asOf, expected) => {
    expect(refundedDays(shelterRefund, days, asOf)).toBe(expected)
  })

  test('a full year at 1,507 kr. costs the municipality 459,635 under 120 days and 482,240 under 90', () => {
    const year = (asOf?: string) =>
      sum(split(shelterRefund, '2024-03-01..2025-02-28', asOf, 1507).map(({ municipal }) => municipal))
    expect(year()).toBeCloseTo(459_635, 6)
    expect(year('2026-04-01')).toBeCloseTo(482_240, 6)
  })

  test('months of the calendar hold their own days, over a year turn', () => {
    const months = split(shelterRefund, '2023-12-30..2024-01-02, 2024-03-05..2024-03-05')
    expect(months.map(({ from, gross }) => [from, gross])).toEqual([
      [dayOf('2023-12-01'), 4],
      [dayOf('2024-01-01'), 4],
      [dayOf('2024-03-01'), 2],
    ])
  })

  test('what held before October 2023 is told to be unverified, once', () => {
    const stay = { days: periodsOf('2023-09-01..2023-10-31'), costPerDay: 2 }
    expect(codesOf(shelterRefund(catalogue, stay, { law: {}, at }).problems)).toBe('rule-figure-unverified')
  })
})

describe('support at home', () => {
  test.each([
    ['2024-03-01..2027-12-31', undefined, 730],
    ['2024-02-29..2026-12-31', undefined, 730],
    ['2023-10-01..2023-10-01', undefined, 1],
    ['2023-09-30..2023-09-30', undefined, 0],
    // Days before the refund existed do not begin the two years; a break does not stop them.
    ['2023-01-01..2026-12-31', undefined, 731],
    ['2024-03-01..2024-03-10, 2026-02-28..2026-03-02', undefined, 11],
    ['2023-01-01..2026-12-31', '2023-09-30', 0],
    ['2022-01-01..2022-01-10', '2024-01-01', 10],
  ])('%s under the law of %s: %i days', (days, asOf, expected) => {
    expect(refundedDays(supportAtHomeRefund, days, asOf)).toBe(expected)
  })
})

describe('the crisis centre', () => {
  test('half of each day; after the price lists of 2017 with a notice', () => {
    const use = { law: {}, at }
    const of = (days: string) => crisisCentreRefund(catalogue, { days: periodsOf(days), costPerDay: 1659 }, use)
    expect(sum(of('2017-12-01..2017-12-10').periods!.map(({ stateRefund }) => stateRefund))).toBeCloseTo(8295, 9)
    expect(codesOf(of('2017-12-31..2017-12-31').problems)).toBe('')
    expect(codesOf(of('2018-01-01..2018-01-01').problems)).toBe('rule-figure-unverified')
    expect(of('2015-12-31..2015-12-31').periods).toBeUndefined()
  })
})

describe('the central refund', () => {
  const year = (amount: number): number[] => Array.from({ length: 12 }, () => amount / 12)

  test.each([
    ['a dear place', [{ as: 'child', costs: year(1_160_000) }], 75_000],
    ['a foster family', [{ as: 'child', costs: year(470_000) }], 0],
    ['exactly the first limit', [{ as: 'child', costs: year(860_000) }], 0],
    ['the dearest', [{ as: 'child', costs: year(2_500_000) }], 710_000],
    [
      'two siblings',
      [
        { as: 'child', costs: year(500_000) },
        { as: 'child', costs: year(500_000) },
      ],
      35_000,
    ],
    [
      'one in aftercare',
      [
        { as: 'child', costs: year(500_000) },
        { as: 'aftercare', costs: year(500_000) },
      ],
      35_000,
    ],
    [
      'a child and a parent',
      [
        { as: 'child', costs: year(500_000) },
        { as: 'adult', costs: year(500_000) },
      ],
      0,
    ],
    ['with income', [{ as: 'adult', costs: year(1_160_000), income: year(100_000) }], 50_000],
    ['paid once', [{ as: 'child', costs: year(860_000), once: [{ month: 0, amount: 120_000 }] }], 30_000],
    ['paid once in July', [{ as: 'child', costs: year(860_000), once: [{ month: 6, amount: 120_000 }] }], 15_000],
    ['over the age', [{ as: 'adult', costs: year(1_160_000), overAgeFrom: 0 }], 0],
    [
      'over the age, covered before',
      [{ as: 'adult', costs: year(1_160_000), overAgeFrom: 0, wasCovered: true }],
      75_000,
    ],
    ['past the age in July', [{ as: 'adult', costs: year(1_160_000), overAgeFrom: 6 }], 75_000],
  ] as [string, HouseholdMember[], number][])('%s: %#', (_, members, expected) => {
    const { periods } = centralRefund(
      catalogue,
      { firstMonth: dayOf('2022-01-01'), months: 12, members },
      { law: {}, at },
    )
    expect(sum(periods!.map(({ stateRefund }) => stateRefund))).toBeCloseTo(expected, 6)
    expect(sum(periods!.map(({ gross }) => gross))).toBeCloseTo(
      sum(periods!.map(({ municipal }) => municipal)) + expected,
      6,
    )
  })

  test('a cost that is dear in one month only is refunded in that month, by a twelfth of the limits', () => {
    const costs = [200_000, ...Array.from({ length: 11 }, () => 0)]
    // (140,000 − 71,666.67) × 25 % + (176,666.67 − 140,000) × 50 % + (200,000 − 176,666.67) × 75 %
    expect(refundOf('2022-01-01', costs)[0]).toBeCloseTo(17_083.333 + 18_333.333 + 17_500, 2)
  })

  test('what is paid once is spread over twelve months and no more', () => {
    const members = [{ as: 'child' as const, costs: [], once: [{ month: 1, amount: 1_200_000 }] }]
    const { periods } = centralRefund(
      catalogue,
      { firstMonth: dayOf('2022-01-01'), months: 14, members },
      { law: {}, at },
    )
    expect(periods!.map(({ gross }) => gross)).toEqual([0, ...Array.from({ length: 12 }, () => 100_000), 0])
  })

  test('the limits of each year hold in its months', () => {
    const [december, january] = refundOf('2021-12-01', [100_000, 100_000])
    expect(december).toBeCloseTo((100_000 - 850_000 / 12) * 0.25, 6)
    expect(january).toBeCloseTo((100_000 - 860_000 / 12) * 0.25, 6)
  })

  test('limits that are not regulated up are told, and before 2021 nothing is guessed', () => {
    const run = (first: string) =>
      centralRefund(
        catalogue,
        { firstMonth: dayOf(first), months: 1, members: [{ as: 'child', costs: [1] }] },
        { law: {}, at },
      )
    expect(codesOf(run('2022-12-01').problems)).toBe('')
    expect(codesOf(run('2023-01-01').problems)).toBe('rule-figure-old')
    expect(run('2020-12-01').periods).toBeUndefined()
    expect(codesOf(run('2020-12-01').problems)).toContain('rule-figure-missing')
  })

  function refundOf(first: string, costs: readonly number[]): number[] {
    const household = { firstMonth: dayOf(first), months: costs.length, members: [{ as: 'child' as const, costs }] }
    return centralRefund(catalogue, household, { law: {}, at }).periods!.map(({ stateRefund }) => stateRefund)
  }
})

describe('co-financing of health', () => {
  test.each([
    ['psychiatry-admission', 10_000, '2018-12-31', undefined, 6000],
    ['psychiatry-admission', 20_000, '2018-12-31', undefined, 8862],
    ['psychiatry-outpatient', 2_000, '2018-06-01', undefined, 555],
    ['psychiatry-admission', 20_000, '2019-01-01', undefined, 0],
    ['psychiatry-admission', 20_000, '2027-01-01', '2018-01-01', 8862],
    ['practice', 500, '2024-01-01', undefined, 0],
    ['practice', 500, '2018-12-31', undefined, undefined],
  ] as const)('%s of %i on %s under the law of %s: %s', (service, gross, on, asOf, expected) => {
    const { split: found, problems } = healthCofinancing(
      catalogue,
      { service, gross, on: dayOf(on) },
      { law: lawOf(asOf), at },
    )
    expect(found?.municipal).toBe(expected)
    expect(found === undefined ? undefined : found.region + found.municipal).toBe(
      expected === undefined ? undefined : gross,
    )
    expect(codesOf(problems)).toBe(expected === undefined ? 'rule-figure-missing' : '')
  })
})

describe('foundation VAT', () => {
  const grant = {
    amount: 7_100_000,
    on: dayOf('2024-06-01'),
    giver: 'foundation',
    receiver: 'municipality',
    purpose: 'ordinary',
  } as const
  const use = { law: {}, at }

  test('takes 17.5 % of a grant to a municipality, and tells what is not known before 2024', () => {
    expect(foundationVat(catalogue, grant, use)).toEqual({ taken: 1_242_500, left: 5_857_500, problems: [] })
    const before = foundationVat(catalogue, { ...grant, on: dayOf('2023-12-31') }, use)
    expect([before.taken, codesOf(before.problems)]).toEqual([1_242_500, 'rule-figure-unverified'])
  })

  test.each([
    { receiver: 'organisation' },
    { giver: 'public-body' },
    { purpose: 'liable-to-vat' },
    { purpose: 'outside-the-scheme' },
  ] as const)('leaves alone a grant with %o', (other) => {
    expect(foundationVat(catalogue, { ...grant, ...other }, use).taken).toBe(0)
  })

  test('bites a grant of an association', () => {
    expect(foundationVat(catalogue, { ...grant, giver: 'association' }, use).taken).toBe(1_242_500)
  })
})

describe('single figures', () => {
  const valueOn = (rule: string, figure: string, on: string, asOf?: string) => {
    const { value, problems } = ruleValue(catalogue, { rule, figure, on: dayOf(on) }, { law: lawOf(asOf), at })
    return [value, codesOf(problems)]
  }

  test('hold on their days, and are missing where no law is known', () => {
    expect(valueOn('economic', 'net-tax-factor', '2024-01-01')).toEqual([1.28, ''])
    expect(valueOn('economic', 'tax-distortion', '2010-01-01')).toEqual([1.2, ''])
    expect(valueOn('economic', 'tax-distortion', '2015-01-01')).toEqual([undefined, 'rule-figure-missing'])
    expect(valueOn('economic', 'tax-distortion', '2015-01-01', '2024-01-01')).toEqual([1, ''])
    expect(valueOn('procurement', 'light-regime', '2023-12-31')).toEqual([5_588_175, ''])
    expect(valueOn('procurement', 'light-regime', '2024-01-01')).toEqual([5_581_350, ''])
    expect(valueOn('procurement', 'light-regime', '2026-01-01')).toEqual([undefined, 'rule-figure-missing'])
    expect(valueOn('no-such-rule', 'x', '2026-01-01')).toEqual([undefined, 'rule-figure-missing'])
  })
})

type DailyRule = typeof shelterRefund

/** `2024-01-01..2024-01-10, …`, the first and the last day of each stay. */
function periodsOf(text: string): { from: Day; until: Day }[] {
  return text.split(', ').map((part) => {
    const [from, through] = part.split('..')
    return { from: dayOf(from!), until: dayOf(through!) + 1 }
  })
}

function split(rule: DailyRule, days: string, asOf?: string, costPerDay = 2) {
  return rule(catalogue, { days: periodsOf(days), costPerDay }, { law: lawOf(asOf), at }).periods!
}

/** At 2 kr. a day, of which the state pays half, its refund in kroner is the number of refunded days. */
function refundedDays(rule: DailyRule, days: string, asOf?: string): number {
  return sum(split(rule, days, asOf).map(({ stateRefund }) => stateRefund))
}
