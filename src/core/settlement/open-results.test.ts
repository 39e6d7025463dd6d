/** What is open and what is not: somebody's leaving decides results to come, and a rounding is no failure. */
import { expect, test } from 'vitest'
import { dayText, parseIsoDay } from '../base/index.ts'
import { readMeasurement, unstatedRules } from '../measurement/index.ts'
import { decide } from '../outcomes/index.ts'
import { readVersions } from '../terms/index.ts'
import { type ExitRule, type Settled, settle, valueExitBy } from './index.ts'

type Told = {
  goal: string
  payment: string
  people: string[]
  to?: string
  rounding?: string
  more?: { measures: string; payments: string }
}

/** Four people are planned. Each is in a job from the day in the last column on. */
function settled({ goal, payment, people, to = '2025-02-01', rounding = '1 minor', more }: Told): Settled {
  const text = `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2024-01-01, through: 2026-12-31 }
flow: { kind: purchase, noun: { da: betaling, en: payment } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people: { subject: person, label: { da: folk, en: people }, planned: 4, clock: start, counted: started, pilot: counted, exits: { died: { da: død, en: died } } }
measures:
  job: { label: { da: job, en: job }, kind: spell, of: person, source: { da: liste, en: list }, grade: register, use: payment, to-means: last-day-in, overlap: once, no-record: none }
  ${more?.measures ?? ''}
goals:
  g: { clause: "1", label: { da: Mål, en: Goal }, ${goal} }
payments:
  p: { clause: "1", label: { da: Mål, en: Goal }, goal: g, ${payment} }
  ${more?.payments ?? ''}
payers: { clause: "6", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "7", every: year, overpaid: kept, rounding: { to: ${rounding}, how: half-up, of: each-amount } }
`
  const { versions, problems } = readVersions({ file: 'terms.yaml', text }, [])
  expect(problems.filter(({ severity }) => severity === 'wrong')).toEqual([])
  const csv = (name: string, rows: string[]) => ({ name, chunks: [new TextEncoder().encode(`${rows.join('\n')}\n`)] })
  const cells = people.map((row) => row.split(' '))
  const measurement = readMeasurement({
    agreements: versions.map(({ agreement }) => agreement),
    people: csv('people.csv', [
      'id,start,exit,exit-on',
      ...cells.map(([id, start, , leaves]) =>
        leaves === undefined ? `${id!},${start!},,` : `${id!},${start!},died,${leaves}`,
      ),
    ]),
    facts: [
      csv('job.csv', ['person,from,to', ...cells.flatMap(([id, , job]) => (job === '-' ? [] : [`${id!},${job!},`]))]),
    ],
    rules: unstatedRules,
  })
  const day = parseIsoDay(to)!
  return settle(
    decide({
      versions,
      roster: measurement.roster,
      facts: (agreement, knownAt) => measurement.asOf({ to: day, knownAt, agreement }),
      to: day,
      knownAt: day,
      parameter: () => undefined,
    }),
    [],
  )
}

const inJob = 'met: { time-in: job, unit: days, window: { from: occasion, through: occasion }, at-least: 1 day }'
const threePeople = ['Ada 2024-01-01 2024-11-01', 'Bo 2024-01-01 -', 'Cai 2024-07-01 - 2024-09-01']

const goal = (leavers: string, decided = 'each-date') =>
  `for: each-subject, when: { at: [start + 12 months, start + 24 months], decided: ${decided} }, ${inJob}, unmeasured: missed, leavers: { died: ${leavers} }, planned: 75 %`

/** What is not paid of Cai, and what a rule pays: `expected (open results)` in kroner. */
function check(leavers: string, expected: ExitRule['expected'], decided?: string): string {
  const all = settled({ goal: goal(leavers, decided), payment: 'per-met: 40000 kr', people: threePeople })
  const kinds = all.statements[0]!.unpaid.filter(({ who }) => who === 'Cai').map(({ kind }) => kind)
  const found = valueExitBy({ reached: 'paid-in-full', expected, share: 1 }, all, all.statements[0]!)
  const [one] = found.expected
  return `${[...new Set(kinds)].join(' ')}: ${String(found.payable / 100n)} (${String(one!.openResults)})`
}

// Ada has met her first date, Bo missed his; both have their second to come. Cai died before either of his.
test.each([
  ['missed', 'planned-rate', 'foregone: 100000 (2)'],
  ['left-out', 'planned-rate', 'foregone: 100000 (2)'],
  ['met', 'planned-rate', 'not-due: 180000 (2)'],
  ['as-measured', 'planned-rate', 'not-due: 160000 (4)'],
  ['waits', 'planned-rate', 'not-due: 160000 (4)'],
  ['missed', 'rate-so-far', 'foregone: 80000 (2)'],
] as const)('a result to come of somebody who died, where that is %s, under %s', (leavers, expected, wanted) =>
  expect(check(leavers, expected)).toBe(wanted),
)

test('dates decided together are decided by a leaving as soon as they can be', () => {
  expect(check('missed', 'planned-rate', 'all-dates')).toBe('foregone: 30000 (1)')
  expect(check('missed', 'planned-rate', 'any-date')).toBe('foregone: 70000 (1)')
})

// 75 % of four people on two dates are six results; one is met, and two are open.
test('what is left of the planned results counts every date of a person', () =>
  expect(check('missed', 'planned-rest')).toBe('foregone: 120000 (2)'))

/** What is not paid of a quarter's quantity, by kind and amount in øre. */
function unpaid(goal: string, payment: string, rounding: string): string {
  const all = settled({ goal, payment, rounding, people: threePeople, to: '2024-12-31' })
  return all.statements[0]!.unpaid.filter(({ kind }) => kind !== 'not-due')
    .map(({ kind, amount }) => `${kind} ${String(amount)}`)
    .join(', ')
}

test('a rounding is not told as a failure', () => {
  const met = `for: the-group, when: { at: agreement start + 6 months }, quantity: { over: people, take: count, unmeasured: left-out }, met: { this: quantity, at-least: 1 person }, unmeasured: waits`
  expect(unpaid(met, 'per-met: 3000.50 kr', '1 kr')).toBe('')
  const table =
    'amount: { steps: { this: quantity }, table: [{ at-least: 9 people, give: 3000.50 kr }], below: 3000.40 kr }'
  expect(unpaid(met, table, '1 kr')).toBe('partly 100')
})

test('what is only measured is neither missed nor partly met', () => {
  const measured = `for: the-group, when: { at: agreement start + 6 months }, quantity: { over: people, take: count, unmeasured: left-out }, unmeasured: waits`
  const table = (below: string) =>
    `amount: { steps: { this: quantity }, table: [{ at-least: 9 people, give: 100 kr }], below: ${below} }`
  expect(unpaid(measured, table('0 kr'), '1 kr')).toBe('measured 10000')
  expect(unpaid(measured, table('40 kr'), '1 kr')).toBe('measured 6000')
})

test('a fee that waits for its figure is told, by the day it is due', () => {
  const met = `for: the-group, when: { at: agreement start + 6 months }, quantity: { over: people, take: count, unmeasured: left-out }, unmeasured: waits`
  const fee = (to: string) =>
    settled({
      goal: met,
      payment: 'per-unit: 1 kr',
      people: threePeople,
      to,
      more: {
        measures: `price: { label: { da: pris, en: price }, kind: figure, of: agreement, unit: number, source: { da: liste, en: list }, grade: third-party, use: payment, ties: latest-recorded }`,
        payments: `fee: { clause: "2", label: { da: Gebyr, en: Fee }, fee: { product: [{ value-of: price, pick: latest, window: { after: occasion - 3 months, through: occasion } }, 10 kr] }, due: { calendar: quarter, decided: each-date } }`,
      },
    })
  const told = (to: string) =>
    fee(to)
      .statements[0]!.unpaid.filter(({ payment }) => payment === 'fee')
      .map(({ kind, day, amount }) => `${kind} ${dayText(day!)} ${String(amount)}`)
  expect(told('2024-03-30')).toEqual([])
  expect(told('2024-07-01')).toEqual(['unmeasured 2024-03-31 undefined', 'unmeasured 2024-06-30 undefined'])
})
