/** Where the terms ask for a follow-up date and there is none behind. */
import { describe, test } from 'vitest'
import { check, goals, metText, nights, payments, sections } from './check-example.ts'

const grown = (to: string): string =>
  `{ grown: 100 kr, by: 2 %, from: agreement start, to: ${to}, how: compound, part-years: whole-only, direction: forward }`
const limit = (text: string): string => `limits: [{ clause: l, ${text} }]`
const cap = (value: string, per: string): string => limit(`cap: ${value}, per: ${per}, gives-way: latest-first`)
const goal = (more: string, when = 'start + 12 months'): string =>
  goals(`${more}\n    ${metText}`, 'each-subject', when)

describe('the bound of a limit', () => {
  test('has the last day of its period, and no day without one', () => {
    for (const per of ['subject', 'payment', 'agreement'])
      check(cap(grown('occasion + 1 year'), per), 'occasion-none `occasion + 1 year` → agreement end + 1 year')
    for (const per of [
      'year, year-from: 1 january, rest: lost',
      'quarter',
      'subject-and-year, year-from: 1 july',
      'date',
    ])
      check(cap(grown('occasion'), per), '')
    check(limit(`cap: ${grown('occasion')}, gives-way: latest-first`), 'edge-unsettled')
  })
  test('counts results so far in a period, and all of them without one', () => {
    const counted = (dates: string) =>
      `{ product: [{ over: people, take: count, that: { met: housed, dates: ${dates} }, unmeasured: left-out }, 100 kr] }`
    check(cap(counted('any-date-so-far'), 'agreement'), 'occasion-none `any-date-so-far` → any-date')
    check(cap(counted('every-date-so-far'), 'agreement'), 'occasion-none `every-date-so-far` → every-date')
    check(cap(counted('any-date'), 'agreement'), '')
    check(cap(counted('any-date-so-far'), 'quarter'), '')
  })
  test('has no date before its own', () =>
    check(cap(grown('previous'), 'quarter'), 'occasion-none `previous` → agreement start, occasion - 12 months'))
})

test('a factor, and whom a limit is about, have the day of each result', () => {
  check(
    limit(
      `times: { grown: 90 %, by: 2 %, from: start, to: occasion, how: simple, part-years: exact, direction: back }`,
    ).replace('from: start', 'from: agreement start'),
    '',
  )
  check(limit(`times: 90 %, who: { ${nights}, less-than: 6 nights }`), '')
  check(
    limit(`times: 90 %, who: { ${nights.replace('start', 'previous')}, less-than: 6 nights }`),
    'occasion-none `previous` → agreement start, occasion - 12 months',
  )
  check(limit('times: 90 %, who: { this: occasion-number, at-least: 2 times }'), 'occasion-none `occasion-number`')
})

test('a group is asked by way of the limit that asks for it', () => {
  const groups = `groups: { young: { label: { da: a, en: a }, who: { time-between: [birth, occasion], unit: years, at-most: 18 years } } }`
  const people = '{ product: [{ over: people, take: count, among: { in: young }, unmeasured: left-out }, 100 kr] }'
  check([groups, cap(people, 'agreement')].join('\n'), 'occasion-none `occasion` → agreement end')
  check([groups, cap(people, 'quarter')].join('\n'), '')
  check([groups, limit('times: 90 %, who: { in: young }')].join('\n'), '')
})

test('a security has none', () => {
  const parties = sections['parties']!.replace('roles: [investor]', 'roles: [investor], commits: 100 kr')
  const guarantee = (share: string) =>
    `security: { g: { clause: g, label: { da: a, en: a }, kind: guarantee, party: town, protects: [fund], amount: 50 kr, covers: first-loss, scaled: fixed, called: before-waterfall, unused: lapses, coupons: set-off, share: ${share}, through: 2025-12-31 } }`
  const share =
    '{ if: { over: people, take: any, that: { met: housed, dates: any-date-so-far }, unmeasured: left-out }, then: 100 %, else: 50 % }'
  check([parties, guarantee(share)].join('\n'), 'occasion-none `any-date-so-far` → any-date')
})

test('the day of a goal or a fee is not counted from itself, by whatever name', () => {
  check(goal('dates: { later: occasion + 1 month }', 'later'), 'goes-in-circles `later`')
  check(goal('dates: { later: start + 1 month }', 'later'), '')
  check(
    [
      payments('per-met: 100 kr'),
      '  fee: { label: { da: b, en: b }, clause: f, fee: 10 kr, due: { at: occasion } }',
    ].join('\n'),
    'goes-in-circles `occasion`',
  )
})

test('whom a goal is about is settled before its quantity', () =>
  check(
    goals(`who: { this: quantity, at-least: 2 nights }\n    quantity: { ${nights} }`),
    'goes-in-circles `this: quantity, at-least: 2 nights`',
  ))

test('the answers offered where something is left open are those that have a day', () => {
  const wage = (window: string) => `{ value-of: figure, pick: latest${window} }`
  const figure = `${sections['measures']!}\n  figure: { label: { da: a, en: a }, kind: figure, of: agreement, unit: money, source: { da: a, en: a }, grade: register, use: payment, ties: highest }`
  check(
    [figure, cap(wage(''), 'agreement')].join('\n'),
    'edge-unsettled `value-of: figure, pick: latest` → window: { from: start, until: agreement end }, window: { from: start, through: agreement end }',
  )
  check(
    [figure, cap(wage(''), 'quarter')].join('\n'),
    'edge-unsettled `value-of: figure, pick: latest` → window: { from: start, until: occasion }, window: { from: start, through: occasion }',
  )
  check(
    cap(
      '{ product: [{ over: people, take: count, that: { met: housed }, unmeasured: left-out }, 100 kr] }',
      'agreement',
    ),
    'edge-unsettled `met: housed` → dates: every-date, dates: any-date',
  )
})
