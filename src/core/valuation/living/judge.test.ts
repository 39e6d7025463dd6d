/** What is seen of an assumption, and whether it holds: shares, counts, lengths, months, and use of a service. */
import { describe, expect, test } from 'vitest'
import { changed, smallCatalogue } from '../case/example.ts'
import { followedIn, sightText, toldIn } from './example.ts'
import { followCase } from './follow.ts'

/** The small case with some pieces changed, followed through a month with a few lives. */
const followed = (through: number, lines: readonly string[], changes: readonly string[] = []) =>
  followedIn(changed(changes), smallCatalogue, through, lines)

describe('what is seen of an assumption', () => {
  test('it breaks when what was assumed lies outside the interval, and since the month from which it stayed so', () =>
    checkSight(`
      through 14
      9 × referred 1, started 1, finished 12, met 13
      1 × referred 1, started 1, finished 12, missed 13
      => success: 0.5 assumed, 9 of 10 seen, broke since 13
    `))

  test('it is too early as long as nothing that could be seen would break it', () =>
    checkSight(`
      through 14
      4 × referred 1, started 1, finished 12, missed 13
      6 × referred 1, started 1, finished 12
      => success: 0.5 assumed, 0 of 4 seen, too-early
    `))

  test('early successes are not judged before those who fail could have been seen', () =>
    checkSight(`
      through 14
      8 × referred 1, started 1, finished 12, met 13, closes 20
      => success: 0.5 assumed, 0 of 0 seen, too-early
    `))

  test('where a success is seen when it comes, those so far are judged by those to have come so far', () =>
    checkSight(`
      within: 1 month → within: 4 months
      through 14
      8 × referred 1, started 1, finished 12, met 13, closes 20, watched
      2 × referred 1, started 1, finished 12, watched
      => success: 2.5 assumed, 8 of 10 seen, broke since 13
    `))

  test('who left for another reason is no dropout, and is not asked about', () =>
    checkSight(`
      dropout: none → dropout: { share: 20 %, spread: even }
      through 12
      1 × referred 1, started 1, left 3
      2 × referred 1, started 1, moved 3
      7 × referred 1, started 1, finished 12
      => dropout: 0.2 assumed, 1 of 8 seen, holds
    `))

  test('a dropout counts when the assumed course has run out, not before', () =>
    checkSight(`
      dropout: none → dropout: { share: 20 %, spread: even }
      through 11
      10 × referred 1, started 1, left 3
      => dropout: 0.2 assumed, 0 of 0 seen, too-early
    `))

  test('fewer are referred than any chance would have it', () =>
    checkSight(`
      through 1
      2 × referred 1, started 1
      => referred: 10 assumed, 2 of 2 seen, broke since 1
    `))

  test('half as many of ten may still be chance', () =>
    checkSight(`
      through 2
      5 × referred 1, started 1
      => referred: 10 assumed, 5 of 5 seen, holds
    `))

  test('one late start breaks that nobody waits', () =>
    checkSight(`
      through 4
      9 × referred 1, started 1
      1 × referred 1, started 2
      => wait: 0 assumed, 0.1 seen, broke since 2
    `))

  test('payments hold to the krone', () =>
    checkSight(`
      chosen: self → chosen: investor
      through 24
      5 × referred 1, started 1, finished 12, met 13
      5 × referred 1, started 1, finished 12, missed 13
      paid 500000 in 24
      => payments: 500000 assumed, 500000 seen, holds
    `))

  test('and otherwise break from the month in which they differ', () =>
    checkSight(`
      chosen: self → chosen: investor
      through 26
      5 × referred 1, started 1, finished 12, met 13
      5 × referred 1, started 1, finished 12, missed 13
      paid 450000 in 24
      => payments: 500000 assumed, 450000 seen, broke since 24
    `))
})

describe('lengths and months', () => {
  test('a length is judged by the middle one, when six have been seen', () =>
    checkSight(`
      through 15
      5 × referred 1, started 1, finished 13
      1 × referred 1, started 1, finished 12
      => length: 12 assumed, 13 seen, holds
    `))

  test('six longer ones break it, in the month in which the last is seen to be longer', () =>
    checkSight(`
      through 15
      6 × referred 1, started 1, finished 14
      => length: 12 assumed, 14 seen, broke since 13
    `))

  test('five do not', () =>
    checkSight(`
      through 15
      5 × referred 1, started 1, finished 14
      => length: 12 assumed, 14 seen, too-early
    `))

  test('who is still there counts by how long they have been', () =>
    checkSight(`
      through 15
      5 × referred 1, started 1, finished 13
      1 × referred 1, started 1
      => length: 12 assumed, 13 seen, broke since 13
    `))

  test('dropouts come when they are assumed to, or earlier', () =>
    checkSight(`
      dropout: none → dropout: { share: 60 %, spread: even }
      through 12
      6 × referred 1, started 1, left 2
      4 × referred 1, started 1, finished 12
      => dropout-month: 6 assumed, 2 seen, broke since 12
    `))

  test('a result that is looked at on one day says nothing of when it came', () =>
    checkSight(`
      through 20
      unseen success-month
      8 × referred 1, started 1, finished 12, met 20
      => success-month: 1 assumed, 0 seen, unseen
    `))

  test('where a success is seen when it comes, its month is judged', () =>
    checkSight(`
      within: 1 month → within: 4 months
      through 20
      8 × referred 1, started 1, finished 12, met 16, watched
      => success-month: 2 assumed, 4 seen, broke since 16
    `))

  test('who looks only now and then sees a success when somebody looks, and that is what is assumed', () =>
    checkSight(`
      within: 1 month → within: 4 months
      through 20
      8 × referred 1, started 1, finished 12, met 16, watched, looks 16 20
      => success-month: 4 assumed, 4 seen, holds
    `))

  test('nobody is to have succeeded before somebody has looked', () =>
    checkSight(`
      within: 1 month → within: 4 months
      through 15
      10 × referred 1, started 1, finished 12, closes 20, watched, looks 16 20
      => success: 0 assumed, 0 of 10 seen, too-early
    `))

  test('earlier dropouts are the same people, and cost only what is paid by the month', () => {
    const lives = ['2 × referred 1, started 1, left 2', '8 × referred 1, started 1, finished 12']
    const changes = ['dropout: none → dropout: { share: 20 %, spread: even }', 'per: start → per: person-month']
    const { following } = followed(12, lives, changes)
    const [dropout, month] = (['dropout', 'dropout-month'] as const).map(
      (name) => following.followed.find(({ assumption }) => assumption === name)!.costs[0],
    )
    // Two drop out as assumed; in the middle of twelve months rather than after two it would be 4.5 months more of 50,000 each.
    expect([dropout, month]).toEqual([0, 2 * 4.5 * 50_000 * 100])
  })
})

describe('use that is seen after a success', () => {
  const inUse = [
    'change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 1000 kr, per: day, price-year: 2024, cost: average }\n    vat: none\n    without: [{ units: 20 }]\n    with: [{ share: 50 %, steps: [{ units: 0 }] }, { share: rest, steps: [{ months: 2, units: 0 }, { units: 10 }] }]',
  ]
  const lives = ['5 × referred 1, started 1, finished 12, met 13', '5 × referred 1, started 1, finished 12, missed 13']
  const useOf = (lines: readonly string[], changes: readonly string[] = [], through = 16) => {
    const { following } = followed(through, [...lives, ...lines], [...inUse, ...changes])
    return { use: following.followed.find(({ assumption }) => assumption === 'use')!, following }
  }

  test('half use ten days of the third month: five are assumed of each by then', () => {
    const { use, following } = useOf(['5 × used 0 0 5 of 30 since 13'])
    expect(sightText(use)).toBe('5 assumed, 5 seen, holds')
    expect(use.costs.every((cost) => cost === 0)).toBe(true)
    expect(following.unseenConsequences).toEqual([])
  })

  test('one person can break nothing', () =>
    expect(sightText(useOf(['1 × used 30 30 30 of 30 since 13']).use)).toBe('5 assumed, 90 seen, too-early'))

  test('ten days more of each are paid for by whoever has the saving', () => {
    const { use } = useOf(['5 × used 0 5 10 of 30 since 13'])
    expect(sightText(use)).toBe('5 assumed, 15 seen, holds')
    expect(use.costs[0]).toBe(-5 * 10 * 1000 * 100)
  })

  test('only those who succeed because of the effort count', () => {
    const { use } = useOf(['5 × used 0 5 10 of 30 since 13'], ['without: 0 % → without: 25 %'])
    expect(use.costs[0]).toBe(-5 * 0.5 * 10 * 1000 * 100)
  })

  test('what can be cashed from a later month on is seen from it', () => {
    const { use } = useOf(['5 × used 0 5 10 of 30 since 13'], ['from-month: 1 → from-month: 3'])
    expect(use.costs[0]).toBe(-5 * 5 * 1000 * 100)
  })

  test('many who use all there is break it, from the month in which they do', () => {
    const { use } = useOf(['40 × used 0 0 30 of 30 since 13'])
    expect(sightText(use)).toBe('5 assumed, 30 seen, broke since 16')
    // Of 90 days there could have been a third was used: 0.1587 of them at least.
    expect(use.sight.interval!.low / 90).toBeCloseTo(0.1587, 4)
  })

  test('a refund is that of the use as it was', () => {
    const { use } = useOf(
      ['5 × used 0 5 10 of 30 since 13'],
      [
        'refund: none\n    cashable → refund: { rule: shelter }\n    cashable',
        '{ share: 50 %, steps: [{ units: 0 }] }, { share: rest, steps: [{ months: 2, units: 0 }, { units: 10 }] } → { share: 100 %, steps: [{ units: 0 }] }',
      ],
    )
    // Half of fifteen days is refunded, for they are fewer than 120.
    expect(use.costs.filter((cost) => cost !== 0)).toEqual([-5 * 7.5 * 1000 * 100, -5 * 7.5 * 1000 * 100])
  })

  test('costs and what they leave are still the whole difference', () => {
    const { following } = useOf(['5 × used 30 30 30 of 30 since 13'], ['chosen: self → chosen: investor'])
    const costs = following.followed.reduce((sum, one) => sum + one.costs[0]!, 0)
    expect(costs + following.together[0]!).toBe(following.difference[0])
    expect(following.difference[0]).not.toBe(0)
  })
})

describe('how long a change lasts after a success', () => {
  const fading = 'change: { per-year: 120000 kr, fade: 0 % } → change: { per-year: 120000 kr, fade: 75 % }'
  const lives = ['5 × referred 1, started 1, finished 12, met 13', '5 × referred 1, started 1, finished 12, missed 13']
  const lasting = (lines: readonly string[], changes: readonly string[] = [], through = 25) => {
    const { following } = followed(through, [...lives, ...lines], [fading, ...changes])
    return { lasts: following.followed.find(({ assumption }) => assumption === 'lasts')!, following }
  }
  const monthsOf = (share: number, times: number) =>
    `${times} × used ${Array.from({ length: 12 }, () => share).join(' ')} of 1 since 13`
  // In the first year of twelve months: keep + … + keep^12, with keep^12 = 25 %.
  const keep = 0.25 ** (1 / 12)
  const expected = (keep * (1 - 0.25)) / (1 - keep)

  test('months in the state are laid beside those that the yearly loss leaves', () => {
    const { lasts, following } = lasting([monthsOf(1, 8), monthsOf(0, 12)])
    expect(lasts.sight).toMatchObject({ of: 20, verdict: 'holds' })
    expect(lasts.sight.assumed).toBeCloseTo(expected, 9)
    expect(lasts.sight.seen).toBeCloseTo((8 * 12) / 20, 9)
    expect(lasts.item).toMatchObject({ name: 'support', unit: 'month' })
    expect(following.unseenConsequences).toEqual([])
  })

  test('each month more is a twelfth of the yearly amount for whoever has the saving', () => {
    const { lasts } = lasting([monthsOf(1, 5)])
    // In whole øre, of ten thousand a month.
    expect(lasts.costs[0]).toBe(Math.round(5 * (12 - expected) * 10_000 * 100))
  })

  test('only those who succeed because of the effort count, and of what is cashed later only what comes later', () => {
    expect(lasting([monthsOf(1, 5)], ['without: 0 % → without: 25 %']).lasts.costs[0]).toBe(
      Math.round(5 * 0.5 * (12 - expected) * 10_000 * 100),
    )
    const late = lasting(['5 × used 1 1 1 of 1 since 13'], ['from-month: 1 → from-month: 3'], 16)
    expect(late.lasts.costs[0]).toBe(Math.round(5 * (1 - keep ** 3) * 10_000 * 100))
  })

  test('many who fall out at once break it; one cannot', () => {
    expect(sightText(lasting([monthsOf(0, 1)]).lasts)).toMatch(/0 seen, too-early$/)
    expect(sightText(lasting([monthsOf(0, 30)]).lasts)).toMatch(/0 seen, broke since \d+$/)
  })

  test('costs and what they leave are the whole difference', () => {
    const { following } = lasting([monthsOf(1, 5)], ['chosen: self → chosen: investor'])
    const costs = following.followed.reduce((sum, one) => sum + one.costs[0]!, 0)
    expect(costs + following.together[0]!).toBe(following.difference[0])
  })
})

test('of what is not judged it is told why', () => {
  const whys = (...changes: string[]) =>
    followed(13, ['5 × referred 1, started 1, finished 12, met 13'], changes).following.unseenConsequences
  const use = (per: string) =>
    `change: { per-year: 120000 kr, fade: 0 % } → own-price: { amount: 1000 kr, per: ${per}, price-year: 2024, cost: average }\n    vat: none\n    without: [{ units: 20 }]\n    with: [{ share: 100 %, steps: [{ units: 10 }] }]`
  const years = 'change: { per-year: 120000 kr, fade: 0 % } → change: { by-year: [120000 kr] }'
  expect(whys()).toEqual([{ consequence: 'support', why: 'change' }])
  expect(whys(years)).toEqual([{ consequence: 'support', why: 'amounts' }])
  expect(whys(use('day'))).toEqual([{ consequence: 'support', why: 'use' }])
  expect(whys(use('contact'))).toEqual([{ consequence: 'support', why: 'unit' }])
  const { compiled, observed } = followed(13, ['5 × referred 1, started 1, finished 12, met 13'])
  expect(followCase(compiled, { ...observed, groups: [undefined] }).unseenConsequences).toEqual([
    { consequence: 'support', why: 'group' },
  ])
})

function checkSight(example: string): void {
  const { changes, through, lives, expected } = toldIn(example)
  const wanted = expected.slice(0, expected.indexOf(':'))
  const found = followed(through, lives, changes).following.followed.find(({ assumption }) => assumption === wanted)!
  expect(`${wanted}: ${sightText(found)}`).toBe(expected)
}
