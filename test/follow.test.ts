/**
 * A case that is followed: what is seen is what settling and the roster say of the same day, and days on which there is nothing to
 * see are answered for what they are.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { followedTexts } from '../locales/index.ts'
import { dayText, parseIsoDay } from '../src/core/base/index.ts'
import { type FollowedCase, followCase, openCase, openContract, settleContract } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

const cases = [
  ['vejle', 'vejle-familiebehandling'],
  ['impact60', 'impact60'],
] as const
const copies = mkdtempSync(join(tmpdir(), 'followed-'))
afterAll(() => rmSync(copies, { recursive: true }))

function followedOn(name: string, day?: string): FollowedCase {
  const asOf = day === undefined ? undefined : parseIsoDay(day)
  return followCase(openCase(join(projectFolder, 'cases', name))!, { asOf })
}

describe.each(cases)('%s', (name, contractName) => {
  const contract = openContract(join(projectFolder, 'contracts', contractName))!

  test.each(['2020-06-30', '2020-12-31', '2022-12-31', '2023-09-30', '2024-12-31'])(
    'what is reached by %s is what settling says, and the people are those it counts',
    (day) => {
      const { state, asOf, following } = followedOn(name, day)
      if (state !== 'followed' || dayText(asOf) !== day)
        return expect(state === 'not-begun' || dayText(asOf) < day).toBe(true)
      const { settled } = settleContract(contract, { to: parseIsoDay(day) }).readings[0]!
      const shares = settled.statements.flatMap(({ lines }) => lines.flatMap((line) => line.shares))
      const paid = shares.reduce((sum, { paidBefore, payable }) => sum + paidBefore + payable, 0n)
      expect(Math.round(following!.reached.paid * 100)).toBe(Number(paid))
      expect(following!.reached.started).toBeCloseTo(settled.context.scopes[0]!.people.length, 9)
    },
  )

  test('costs of all assumptions and what they do to each other are the whole difference, for every owner', () => {
    const { compiled, following } = followedOn(name)
    const { followed, together, difference } = following!
    for (const owner of compiled!.owners.keys()) {
      expect(followed.reduce((sum, one) => sum + one.costs[owner]!, together[owner]!)).toBe(difference[owner])
    }
  })
})

test('IMPACT60: whoever has met the goal by a day is whoever settling has as met', () => {
  const { following } = followedOn('impact60', '2020-12-31')
  const contract = openContract(join(projectFolder, 'contracts/impact60'))!
  const { statements } = settleContract(contract, { to: parseIsoDay('2020-12-31') }).readings[0]!.settled
  const goal = statements[0]!.goals.find((one) => one.goal === 'self-support')!
  expect(following!.reached.succeeded).toBeCloseTo(goal.met, 9)
})

describe('IKAST-BRANDE: a course and nights told by spells', () => {
  const { following, compiled } = followedOn('ikast-brande')
  const { followed } = following!
  const shelterUsers = compiled!.groups.findIndex(({ name }) => name === 'shelter-users')
  const inShelters = followed.filter(({ group }) => group === shelterUsers)
  const sightOf = (assumption: string) => inShelters.find((one) => one.assumption === assumption)!.sight

  test('a course ends with its last spell, counted in months from the start', () => {
    const length = sightOf('length')
    // Eleven who stayed: nine months each, but for one of eleven months; a pause within the course is no end.
    expect([length.of, length.seen, length.verdict]).toEqual([11, 9, 'holds'])
  })

  test('nights after the goal was to be reached, as shelter.csv has them', () => {
    const { sight, item } = followed.find(({ assumption }) => assumption === 'use')!
    // P01 five in September 2021, P02 three in April 2022, P08 eight in autumn 2023, P15 two in January 2025; the others none.
    expect([item!.name, sight.of]).toEqual(['shelter', 9])
    expect(sight.seen).toBeCloseTo(18 / 9, 9)
    expect(sight.verdict).toBe('holds')
  })

  test('a goal that is looked at once in three years says not when it was reached, and nobody wrote the referral', () => {
    const unseen = inShelters.filter(({ sight }) => sight.verdict === 'unseen').map(({ assumption }) => assumption)
    expect(unseen).toEqual(['not-started', 'wait', 'success-month'])
    const timing = followed.find(({ assumption }) => assumption === 'success-month')!
    expect(timing.costs.every((cost) => cost === 0)).toBe(true)
  })

  test('what is used less is saved by whoever pays for it, after the refund', () => {
    const { costs } = followed.find(({ assumption }) => assumption === 'use')!
    const owner = (name: string) => costs[compiled!.owners.findIndex((one) => one.name === name)]!
    expect(owner('social')).toBeGreaterThan(0)
    expect(owner('state')).toBeGreaterThan(0)
  })
})

describe('DRC: a goal of the whole group, read person by person', () => {
  const { following } = followedOn('drc')

  test('12 from Viborg and 9 from Herning are in work, as its sources say', () => {
    const found = following!.followed.filter(({ assumption }) => assumption === 'success')
    expect(found.map(({ sight }) => `${sight.count} of ${sight.of}`)).toEqual(['9 of 30', '12 of 30'])
  })

  test('nobody has written who dropped out, so it goes as assumed and costs nothing', () => {
    const dropouts = following!.followed.filter(({ assumption }) => assumption.startsWith('dropout'))
    expect(dropouts.map(({ sight }) => sight.verdict)).toEqual(['unseen', 'unseen', 'unseen', 'unseen'])
    expect(dropouts.flatMap(({ costs }) => costs).every((cost) => cost === 0)).toBe(true)
  })

  test('months outside self-support are months on the benefit', () => {
    const { sight } = following!.followed.find(({ assumption }) => assumption === 'use')!
    expect(sight.of).toBe(21)
    expect(sight.seen! <= sight.interval!.high && sight.seen! >= sight.interval!.low).toBe(true)
  })
})

test('DRC: what somebody earns more is earned in the months in a job', () => {
  const { following, compiled } = followCase(openCase(join(projectFolder, 'cases/drc'))!, { scenario: 'broad' })
  const lasts = following!.followed.find(({ assumption }) => assumption === 'lasts')!
  const { sight, item, costs } = lasts
  expect([item!.name, item!.unit, sight.of, sight.verdict]).toEqual(['income', 'month', 21, 'holds'])
  // Fewer months in a job than expected are the citizen's loss, and nobody else's.
  expect(sight.seen!).toBeLessThan(sight.assumed)
  const losing = costs.flatMap((cost, owner) => (cost === 0 ? [] : [[compiled!.owners[owner]!.name, Math.sign(cost)]]))
  expect(losing).toEqual([['citizen', -1]])
  const whys = new Map(following!.unseenConsequences.map(({ consequence, why }) => [consequence, why]))
  expect([whys.get('crime'), whys.get('family'), whys.get('health')]).toEqual(['change', 'change', 'unit'])
})

describe('days on which there is nothing to see', () => {
  test('before the case begins', () => {
    const { state, following } = followedOn('vejle', '2021-06-30')
    expect([state, following]).toEqual(['not-begun', undefined])
  })

  test('in the middle of a month, the end of the month before', () =>
    expect(dayText(followedOn('vejle', '2023-05-15').asOf)).toBe('2023-04-30'))

  test('after the facts stop, the last they say anything of', () => {
    const { asOf, factsThrough } = followedOn('vejle', '2031-12-31')
    expect([dayText(asOf), dayText(factsThrough!)]).toEqual(['2024-12-31', '2024-12-31'])
  })

  test('a case without a contract', () => expect(followedOn('pool').state).toBe('no-contract'))

  test('a case that says nowhere whom of the contract it is about', () => {
    const cut = (text: string) => text.replace(/  followed:\n.*\n.*\n/, '')
    expect(changed('unlinked', cut, (people) => people).state).toBe('not-linked')
  })

  test('a contract without anybody in it yet', () => {
    const { state, following } = changed(
      'empty',
      (text) => text,
      (people) => people.split('\n')[0]!,
    )
    expect([state, following]).toEqual(['no-facts', undefined])
  })
})

describe('what stands in the way', () => {
  const codes = (change: (text: string) => string): string[] =>
    changed(`wrong ${change('ordinary: { who: ordinary, vejle: family')}`, change, (people) => people)
      .problems.filter(({ severity }) => severity === 'wrong')
      .map(({ code, facts }) =>
        `${code} ${[facts['of'], facts['payer']].filter((fact) => typeof fact === 'string').join(' ')}`.trim(),
      )

  test('people the contract does not know', () =>
    expect(codes((text) => text.replace('who: ordinary', 'who: nobody'))).toEqual(['name-unknown followed-people']))
  test('a group the case does not have', () =>
    expect(codes((text) => text.replace('ordinary: { who', 'others: { who'))).toEqual(['name-unknown case-group']))
  test('a goal the contract does not have', () =>
    expect(codes((text) => text.replace('goal: plan', 'goal: plans'))).toEqual(['name-unknown goal']))
  test('a way out the contract does not have', () =>
    expect(codes((text) => text.replace('dropouts: [withdrew]', 'dropouts: [vanished]'))).toEqual([
      'name-unknown exit',
    ]))
  test('a payer of the contract who is nobody in the case', () =>
    expect(codes((text) => text.replace('{ vejle: family }', '{}'))).toEqual(['contract-payer-missing vejle']))
  test('a contract that is not there', () =>
    expect(codes((text) => text.replace('../../contracts/', '../../nowhere/'))).toEqual(['case-contract-unreadable']))
  test('a consequence the case does not have, and a measure that is none of spells', () => {
    expect(codes((text) => text.replace('placement: { measure: placement,', 'stay: { measure: placement,'))).toEqual([
      'name-unknown consequence',
    ])
    expect(codes((text) => text.replace('measure: placement,', 'measure: absence,'))).toEqual(['name-unknown measure'])
  })
  test('kinds the measure does not have', () =>
    expect(codes((text) => text.replace('measure: placement,', 'measure: placement, kinds: [night],'))).toEqual([
      'name-unknown kind',
    ]))
  test('a consequence whose use is not told', () =>
    expect(codes((text) => text.replace('placement: { measure', 'interpreter: { measure'))).toEqual([
      'follow-use-unfit',
    ]))
  test('a consequence whose price is for an hour', () =>
    expect(
      codes((text) =>
        text
          .replace('placement: { measure', 'other-support: { measure')
          .replace(
            'change: { units-per-year: support-saved, fade: yearly-loss }',
            'without: [{ units: 1 }]\n    with: [{ share: 100 %, steps: [{ units: 0 }] }]',
          ),
      ),
    ).toEqual(['follow-use-unfit']))
  test('a change that is told by use or year by year, and one that would last with each child', () => {
    const lasts = (name: string) => (text: string) =>
      text.replace('  used:\n', `  lasts:\n    ${name}: { measure: placement, time: out }\n  used:\n`)
    // Placement is of a child in the contract of Vejle.
    expect(codes(lasts('other-support'))).toEqual(['name-unknown measure'])
    expect(codes(lasts('placement'))).toEqual(['name-unknown measure', 'follow-use-unfit'])
    expect(codes(lasts('interpreter'))).toEqual(['name-unknown measure', 'follow-use-unfit'])
  })
  test('spells of a course the contract does not have', () =>
    expect(codes((text) => text.replace('completes: end }', 'completes: spell, spell: course }'))).toEqual([
      'name-unknown measure',
    ]))
  test('a threshold beside the one the goal has', () =>
    expect(codes((text) => text.replace('goal: no-placement,', 'goal: no-placement, at-least: 1,'))).toEqual([
      'follow-bar',
    ]))
})

test('an interval is told in as many digits as show that it leaves out what was assumed', () => {
  const sight = { measure: 'units', seen: 1, of: 10, count: undefined, expected: undefined, verdict: 'broke' } as const
  const item = { name: 'benefit', label: { da: 'Ydelse', en: 'Benefit' }, unit: 'month' } as const
  const textsOf = (assumed: number, low: number, verdict: 'broke' | 'holds') =>
    followedTexts(
      {
        assumption: 'use',
        group: 0,
        item,
        since: undefined,
        costs: [],
        sight: { ...sight, assumed, verdict, interval: { low, high: 3.6 } },
      },
      { currency: 'DKK', locale: 'en', monthEnd: () => 0 },
    )
  expect(textsOf(0, 0.034, 'broke').interval.replaceAll('\u00a0', ' ')).toMatch(/^0.03 – 3.6/)
  expect(textsOf(0.03, 0.034, 'broke').interval).toContain('0.034')
  expect(textsOf(0, 0.034, 'holds').interval.replaceAll('\u00a0', ' ')).toMatch(/^0 – 3.6/)
})

describe('a case that begins after its people', () => {
  const started = (starts: string) =>
    changed(
      `begins ${starts}`,
      (text) => text.replace('starts: 2022-01', `starts: ${starts}`),
      (people) => people,
    )
  const told = ({ problems }: FollowedCase) => problems.find(({ code }) => code === 'follow-before-case')

  test('is not followed where results are from before it, and is told when it could begin', () => {
    const found = started('2024-10')
    expect(found.following).toBeUndefined()
    expect(told(found)).toMatchObject({ severity: 'wrong', choices: [{ paste: 'starts: 2022-01' }] })
  })
  test('is followed where a few came a little before, and it is told', () => {
    const found = started('2022-02')
    expect(found.following).toBeDefined()
    expect(told(found)).toMatchObject({ severity: 'notice' })
    expect(told(started('2022-01'))).toBeUndefined()
  })
})

/** The case of Vejle with its text or its people changed, in folders of its own. */
function changed(name: string, change: (text: string) => string, people: (text: string) => string): FollowedCase {
  const root = join(copies, name.replace(/\W+/g, '-'))
  cpSync(join(projectFolder, 'cases/vejle'), join(root, 'cases/vejle'), { recursive: true })
  const contract = join(root, 'contracts/vejle-familiebehandling')
  cpSync(join(projectFolder, 'contracts/vejle-familiebehandling'), contract, { recursive: true })
  const [file, roster] = [join(root, 'cases/vejle/case.yaml'), join(contract, 'facts/people.csv')]
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  writeFileSync(roster, people(readFileSync(roster, 'utf8')))
  return followCase(openCase(join(root, 'cases/vejle'))!)
}
