/** A fund drawn: what spreads, what does not, and what moves together, as small texts. */
import assert from 'node:assert/strict'
import { test } from 'vitest'
import { fraction, parseIsoDay } from '../base/index.ts'
import { type FundForecast, type FundToDraw, drawFund } from './index.ts'

const one = '2030: 50 … 100 … 140'

test('a project lies between its ends, most often near the likely', () => {
  const { together } = drawn([one])
  check(together.multiple, { atLeast: 0.5, atMost: 1.4, middle: 1 })
  assert.ok(together.loss.mean > 0.4 && together.loss.mean < 0.6, String(together.loss.mean))
  // A twentieth of the draws lie more than three fifths of the way to the low end.
  assert.ok(together.multiple[0]! > 0.65 && together.multiple[0]! < 0.75, String(together.multiple[0]))
})

test('many projects that go their own ways spread less than one; as one they spread as much', () => {
  const many = Array.from({ length: 16 }, () => one)
  const spread = ({ together }: FundForecast) => together.multiple.at(-1)! - together.multiple[0]!
  const [alone, apart, tied, same] = [drawn([one]), drawn(many), drawn(many, 0.5), drawn(many, 1)].map(spread) as [
    number,
    number,
    number,
    number,
  ]
  near(apart, alone / 4, 0.2)
  near(same, alone, 0.1)
  assert.ok(apart * 1.5 < tied && tied < same * 0.95, `${apart} ${tied} ${same}`)
})

test('ranks have the correlation that is said', () => {
  const { projects } = drawn([one, one], 1)
  assert.deepEqual(projects[0]!.spread, projects[1]!.spread)
})

test('another project more does not change the others, and another seed does', () => {
  const [few, more, other] = [drawn([one]), drawn([one, '2031: 1 … 2 … 3']), drawn([one], 0, 'other')]
  assert.deepEqual(few.projects[0], more.projects[0])
  assert.notDeepEqual(few.projects[0], other.projects[0])
})

test('with a case its receipts are the plan times what came back over the mean, and outlays stand', () => {
  const { together, projects } = drawn(['2030: 100 … 100 … 100'], 0, 'seed', ['0.5', '1', '1.5'])
  assert.deepEqual([...new Set(together.multiple)], [0.5, 1, 1.5])
  near(projects[0]!.spread.loss.mean, 1 / 3, 0.15)
})

test('and they come on the days on which the draw pays; on those of the plan where it pays nothing later', () => {
  const { years, together } = drawn(['2030: 120 … 120 … 120'], 0, 'seed', ['1: 2026 0.25, 2027 0.75'])
  const told = (all: FundForecast['years']) => all.map(({ year, soFar }) => `${year} ${[...new Set(soFar)].join()}`)
  assert.deepEqual(told(years), ['2024 -100', '2025 -100', '2026 -70', '2027 20'])
  // 30 after two years and 90 after three for 100; after six years 120 would be 3.1 % a year.
  near(together.rate[3]!, 0.0682, 0.01)
  assert.equal(told(drawn(['2030: 120 … 120 … 120'], 0, 'seed', ['1']).years).at(-1), '2030 20')
})

test('what is certain does not spread, and the years are added up', () => {
  const { years, together } = drawn(['2030: 130 … 130 … 130', '2032: 90 … 90 … 90'])
  assert.deepEqual(
    years.map(({ year, soFar }) => `${year} ${[...new Set(soFar)].join()}`),
    ['2024 -200', '2025 -200', '2026 -200', '2027 -200', '2028 -200', '2029 -200', '2030 -70', '2031 -70', '2032 20'],
  )
  assert.equal(together.loss.mean, 0)
})

test('a cap on return and a guarantee hold in each draw, and what they do is added up', () => {
  // 100 put in on the first day of 2024 are back six years later: 2,192 days, at 2 % a year 112.62, of which 112 are paid.
  const free = drawn([one])
  const returnCap = { rate: fraction(2, 100), counted: 'compound', on: 'drawn-money', rest: 'paid-out' } as const
  const guarantee = {
    party: 'g',
    amount: 10n,
    covers: 'first-loss',
    share: 1,
    scaled: 'fixed',
    called: 'after-waterfall',
    protects: [],
  } as const
  const held = drawn([one], 0, 'seed', undefined, { returnCap, guarantee })
  assert.equal(Math.max(...held.together.multiple), 1.12)
  // Ten of a hundred are covered, so that only who loses more than ten loses anything.
  near(held.together.multiple[0]!, free.together.multiple[0]! + 0.1, 0.001)
  assert.ok(held.together.loss.mean < free.together.loss.mean - 0.1)
  assert.equal(held.guaranteed!.reached.mean, free.together.loss.mean)
  assert.ok(held.guaranteed!.amount.mean > 0 && held.guaranteed!.amount.mean <= 10 * free.together.loss.mean)
  const drawnFree = free.together.multiple
  assert.ok(drawnFree.at(-1)! > 1.12 && held.aboveCap!.reached.mean > 0.05 && held.aboveCap!.amount.mean > 0)
  assert.equal(free.guaranteed, undefined)
})

test('what nobody has promised is told of in each draw, and is covered before the investor gets anything', () => {
  const certain = '2030: 60 … 60 … 60'
  const few = drawn([certain, certain], 0, 'seed', undefined, { investors: [{ name: 'a', committed: 150n }] })
  assert.deepEqual([few.uncovered.reached.mean, few.uncovered.amount.mean], [1, 50])
  // 150 in, and 70 of 120 back.
  near(few.together.multiple[3]!, 70 / 150, 0.001)
  assert.equal(drawn([certain, certain]).uncovered.reached.mean, 0)
})

/** Projects of 100 put in in 2024, with `year: low … likely … high` to come back, or a case's draws, `times: year share, …`; 2,000 draws. */
function drawn(
  projects: readonly string[],
  moveTogether = 0,
  seed = 'seed',
  outcomes?: readonly string[],
  rules: Partial<Pick<FundToDraw['fund'], 'investors' | 'guarantee' | 'returnCap'>> = {},
): FundForecast {
  const day = (year: string) => parseIsoDay(`${year}-01-01`)!
  const fund = {
    from: day('2024'),
    closes: day('2040'),
    investors: [{ name: 'a', committed: 100_000n }],
    calls: 'by-commitment',
    distributions: 'by-paid-in',
    receipts: 'paid-out',
    ...rules,
  } as const
  const spreads = projects.map((text, at) => {
    const [year = '', ...ends] = text.split(/: | … /)
    const [low = 0n, likely = 0n, high = 0n] = ends.map(BigInt)
    return {
      name: `p${at}`,
      committed: 100n,
      tags: { municipality: 'm', provider: 'p', area: 'a' },
      known: [{ day: day('2024'), amount: -100n }],
      expected: [{ day: day(year), low, likely, high }],
      outcomes: outcomes?.map((text) => {
        const [times, days] = text.split(': ')
        const later = (days?.split(', ') ?? []).map((one) => {
          const [on = '', share] = one.split(' ')
          return { day: day(on), share: Number(share) }
        })
        return { times: Number(times), later }
      }),
    }
  })
  return drawFund({ fund, projects: spreads, moveTogether, through: day('2040') }, { seed, draws: 2000 })
}

function check(levels: readonly number[], expected: { atLeast: number; atMost: number; middle: number }): void {
  assert.ok(levels[0]! >= expected.atLeast && levels.at(-1)! <= expected.atMost, levels.join())
  near(levels[3]!, expected.middle, 0.03)
}

const near = (found: number, expected: number, share: number): void =>
  assert.ok(Math.abs(found - expected) <= share * expected, `${found} is not near ${expected}`)
