import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../base/index.ts'
import { expectedActivity } from '../case/activity.ts'
import { parametersOf } from '../case/compile-case.ts'
import { valueActivity } from '../case/value-activity.ts'
import { changed, smallCatalogue } from '../case/example.ts'
import { followedIn, short, toldIn } from './example.ts'

/** The small case with some pieces changed, followed through a month with a few lives. */
const followed = (through: number, lines: readonly string[], changes: readonly string[] = []) =>
  followedIn(changed(changes), smallCatalogue, through, lines)

// The small case: ten are referred in month 1, all start, all complete in month 12, half succeed in month 13.

describe('reached, now and then', () => {
  test('nothing seen yet is nothing reached, and those planned are still to come', () =>
    check(`
      through 0
      => then 10 referred, 10 started, 5 succeeded; now 10, 10, 5; reached 0, 0, 0
    `))

  test('who has a result keeps it, and nobody is still to come', () =>
    check(`
      through 13
      7 × referred 1, started 1, finished 12, met 13
      3 × referred 1, started 1, finished 12, missed 13
      => then 10 referred, 10 started, 5 succeeded; now 10, 10, 7; reached 10, 10, 7
    `))

  test('open results follow the assumption, also those nobody measured', () =>
    check(`
      through 14
      2 × referred 1, started 1, finished 12, met 13
      4 × referred 1, started 1, finished 12, unmeasured 13
      4 × referred 1, started 1, finished 12
      => then 10 referred, 10 started, 5 succeeded; now 10, 10, 6; reached 10, 10, 2
    `))

  test('who waits longer than is assumed is expected next month', () =>
    check(`
      through 3
      6 × referred 1, started 1
      4 × referred 2
      => then 10 referred, 10 started, 5 succeeded; now 10, 10, 5; reached 10, 6, 0
    `))

  test('of a random wait, who has waited long has more to come than is left of the months', () =>
    check(`
      delay: none → delay: { poisson: 1 }
      not-started: 0 % → not-started: 20 %
      through 2
      10 × referred 1
      => then 10 referred, 8 started, 4 succeeded; now 10, 5.14, 2.57; reached 10, 0, 0
    `))

  test('half-way through the course half of the assumed dropouts are still to come', () =>
    check(`
      dropout: none → dropout: { share: 20 %, spread: even }
      through 6
      10 × referred 1, started 1
      => then 10 referred, 10 started, 4 succeeded; now 10, 10, 4.44; reached 10, 10, 0
    `))

  test('where a success is seen when it comes, who has waited long has less to hope for', () =>
    check(`
      within: 1 month → within: 4 months
      through 14
      2 × referred 1, started 1, finished 12, met 13, watched
      8 × referred 1, started 1, finished 12, watched
      => then 10 referred, 10 started, 5 succeeded; now 10, 10, 4.67; reached 10, 10, 2
    `))

  test('who is judged by nobody succeeds in nobody’s eyes', () =>
    check(`
      through 13
      5 × referred 1, started 1, finished 12, met 13
      5 × referred 1, started 1, finished 12, left out
      => then 10 referred, 10 started, 5 succeeded; now 10, 10, 5; reached 10, 10, 5
    `))
})

describe('what nobody records', () => {
  test('a result that is looked at late came when it was assumed to, and costs nothing for being looked at', () => {
    const lives = [
      '5 × referred 1, started 1, finished 12, met 30',
      '5 × referred 1, started 1, finished 12, missed 30',
    ]
    const { following } = followed(30, [...lives, 'unseen success-month'])
    expect(following.difference.every((one) => one === 0)).toBe(true)
    expect(following.lines.succeeded.now[13]).toBeCloseTo(5, 9)
    expect(followed(30, lives).following.difference[0]).toBe(-5 * 17 * 10_000 * 100)
  })

  test('is not judged, and goes as assumed', () => {
    const lives = ['10 × referred 1, started 1, finished 12', 'unseen dropout']
    const changes = ['dropout: none → dropout: { share: 20 %, spread: even }']
    const { following } = followed(12, lives, changes)
    const dropout = following.followed.find(({ assumption }) => assumption === 'dropout')!
    expect(dropout.sight.verdict).toBe('unseen')
    expect(following.followed.flatMap(({ costs }) => costs.map(Math.abs)).reduce((sum, cost) => sum + cost, 0)).toBe(0)
    expect(following.judged.of).toBe(4)
  })
})

describe('what it costs', () => {
  test('two who do not succeed take two savings of 120,000 a year for the months after month 13', () => {
    const lives = [
      '3 × referred 1, started 1, finished 12, met 13',
      '7 × referred 1, started 1, finished 12, missed 13',
    ]
    const { following } = followed(13, lives)
    const success = following.followed.find(({ assumption }) => assumption === 'success')!
    expect(success.costs[0]).toBe(-2 * 10_000 * 35 * 100)
    expect(following.difference[0]).toBe(success.costs[0])
    expect(following.together[0]).toBe(0)
  })

  test('then is the case as it is valued', () => {
    const { compiled, following } = followed(6, ['10 × referred 2, started 3'], ['chosen: self → chosen: investor'])
    const parameters = parametersOf(compiled)
    const value = valueActivity(compiled, expectedActivity(compiled, parameters), parameters)
    const net = value.monthly.subarray(0, compiled.months + 1).reduce((sum, one) => sum + one, 0)
    expect(following.before.net).toBeCloseTo(net, 4)
  })

  test('what the cap leaves is paid for what is still to come', () => {
    const changes = ['chosen: self → chosen: investor', 'cap: none → cap: 600000 kr']
    const lives = ['4 × referred 1, started 1, finished 12, met 13', '6 × referred 1, started 1, finished 12']
    expect(followed(24, [...lives, 'paid 400000 in 24'], changes).following.now.paid).toBeCloseTo(600_000, 6)
    expect(followed(24, [...lives, 'paid 250000 in 24'], changes).following.now.paid).toBeCloseTo(550_000, 6)
  })

  test('costs and what they leave add up to the difference, whatever is seen', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { compiled, following } = someCase(`living ${seed}`)
      for (const owner of compiled.owners.keys()) {
        const costs = following.followed.reduce((sum, one) => sum + one.costs[owner]!, 0)
        expect(costs + following.together[owner]!).toBe(following.difference[owner])
      }
      const { lines, through } = following
      for (const what of ['referred', 'started', 'succeeded'] as const)
        expect(lines[what].now[through]).toBeCloseTo(following.reached[what], 9)
    }
  })

  test('with own money the assumptions make the whole difference by themselves', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { following } = someCase(`linear ${seed}`, ['chosen: investor → chosen: self'])
      expect(Math.abs(following.together[0]!)).toBeLessThan(20)
    }
  })
})

test('what is reached is what was seen, month by month', () => {
  for (let seed = 0; seed < 30; seed++) {
    const { observed, following } = someCase(`reached ${seed}`)
    const lives = observed.groups[0]!
    for (let month = 0; month <= observed.through; month++) {
      const until = (at: number | undefined): boolean => at !== undefined && at <= month
      expect(following.lines.referred.now[month]).toBeCloseTo(lives.filter((one) => until(one.referred)).length, 9)
      expect(following.lines.started.now[month]).toBeCloseTo(lives.filter((one) => until(one.started)).length, 9)
      const met = lives.filter(({ result, decided }) => result === 'met' && until(decided)).length
      expect(following.lines.succeeded.now[month]).toBeCloseTo(met, 9)
    }
  }
})

/** A case with chance in every stage, and lives that go as they like. */
function someCase(seed: string, more: readonly string[] = ['cap: none → cap: 700000 kr']) {
  const random = randomFrom(seed, 0)
  const whole = (most: number): number => random.below(most + 1)
  const through = 1 + whole(30)
  const lives = Array.from({ length: 3 + whole(9) }, () => {
    const referred = 1 + whole(3)
    const started = referred + whole(4)
    const stays = whole(3) > 0
    const end = started + whole(13)
    const result = ['met', 'missed', 'unmeasured'][whole(2)]!
    const way = stays
      ? `finished ${end}, ${result} ${end + 1 + whole(3)}`
      : `${whole(1) === 0 ? 'left' : 'moved'} ${end}`
    return seenThrough(`referred ${referred}, started ${started}, ${way}`, through)
  })
  const changes = [
    'not-started: 0 % → not-started: 10 %',
    'delay: none → delay: { poisson: 0.7 }',
    'dropout: none → dropout: { share: 20 %, spread: constant-risk }',
    'within: 1 month, spread: even → within: 6 months, spread: constant-risk',
    'chosen: self → chosen: investor',
    ...more,
  ]
  const paid = [`paid ${whole(5) * 100_000} in ${whole(through)}`]
  return followed(through, [...lives.filter((life) => life !== ''), ...paid], changes)
}

/** The life as far as it has come. */
function seenThrough(told: string, through: number): string {
  return told
    .split(', ')
    .filter((part) => Number(part.split(' ')[1]) <= through)
    .join(', ')
}

function check(example: string): void {
  const { changes, through, lives, expected } = toldIn(example)
  const { before, now, reached } = followed(through, lives, changes).following
  const all = ({ referred, started, succeeded }: typeof before) => [referred, started, succeeded].map(short)
  const [referred, started, succeeded] = all(before)
  const first = `then ${referred} referred, ${started} started, ${succeeded} succeeded`
  expect(`${first}; now ${all(now).join(', ')}; reached ${all(reached).join(', ')}`).toBe(expected)
}
