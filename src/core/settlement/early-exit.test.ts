/** Early exit: what is reached, what is expected, and what the limits leave of both together. */
import { expect, test } from 'vitest'
import { parseIsoDay } from '../base/index.ts'
import { readMeasurement, unstatedRules } from '../measurement/index.ts'
import { decide } from '../outcomes/index.ts'
import { readVersions } from '../terms/index.ts'
import { type Settled, openUnderCaps, settle, valueExit } from './index.ts'

/** A job after one year is worth 20 000 kr, after two years 10 000 kr; half of those under way are expected to reach it. */
const terms = (limits: string, exit: string) => `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2025-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people: { subject: person, label: { da: folk, en: people }, clock: start, counted: started, pilot: counted }
measures:
  job: { label: { da: job, en: job }, kind: spell, of: person, source: { da: liste, en: list }, grade: register, use: payment, to-means: last-day-in, overlap: once, no-record: none }
goals:
  ${goal('first', '1', 'start + 12 months')}
  ${goal('second', '2', 'start + 24 months')}
payments:
  first: { clause: "1", label: { da: et, en: one }, goal: first, per-met: 20000 kr }
  second: { clause: "2", label: { da: to, en: two }, goal: second, per-met: 10000 kr }
${limits}
payers: { clause: "6", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "7", every: year, overpaid: kept, rounding: { to: 1 kr, how: half-up, of: each-amount } }
exit: { clause: "8", causes: [{ da: a, en: a }], expected: planned-rate, share: 100 %, ${exit} }
`

function goal(name: string, clause: string, at: string): string {
  return `${name}: { clause: "${clause}", label: { da: ${name}, en: ${name} }, for: each-subject, when: { at: ${at} }, met: { time-in: job, unit: days, window: { from: occasion, through: occasion }, at-least: 1 day }, unmeasured: missed, planned: 50 % }`
}

/** On 30 June 2023 Ada and Bo have their first year behind them, Ada in a job; Cai began this year. */
function settledOn(limits: string, exit = 'reached: paid-in-full', amendment?: string): Settled {
  const amendments = amendment === undefined ? [] : [{ file: 'amendments/2.yaml', text: amendment }]
  const { versions, problems } = readVersions({ file: 'terms.yaml', text: terms(limits, exit) }, amendments)
  expect(problems).toEqual([])
  const csv = (name: string, rows: string[]) => ({ name, chunks: [new TextEncoder().encode(`${rows.join('\n')}\n`)] })
  const measurement = readMeasurement({
    agreements: versions.map(({ agreement }) => agreement),
    people: csv('people.csv', ['id,start', 'Ada,2022-03-01', 'Bo,2022-04-01', 'Cai,2023-02-01']),
    facts: [csv('job.csv', ['person,from,to', 'Ada,2023-01-01,'])],
    rules: unstatedRules,
  })
  const day = parseIsoDay('2023-06-30')!
  const outcomes = decide({
    versions,
    roster: measurement.roster,
    facts: (agreement, knownAt) => measurement.asOf({ to: day, knownAt, agreement }),
    to: day,
    knownAt: day,
    parameter: () => undefined,
  })
  return settle(outcomes, [])
}

const kroner = (amount: bigint) => String(amount / 100n)

function exitOn(limits: string, exit?: string): { reached: string; withheld: string; total: string } {
  const settled = settledOn(limits, exit)
  const { reached, withheld, total } = valueExit(settled, settled.statements[0]!)!
  return { reached: kroner(reached), withheld: kroner(withheld), total: kroner(total) }
}

// Open are Cai's first year, 20 000 kr, and three second years of 10 000 kr: half of 50 000 kr is expected.
test('without limits, what is expected comes on top of what is reached', () => {
  expect(exitOn('')).toEqual({ reached: '20000', withheld: '0', total: '45000' })
  expect(exitOn('', 'reached: not-paid')).toEqual({ reached: '0', withheld: '0', total: '25000' })
})

test('nothing is expected of somebody whose cap is used up', () => {
  const cap = (most: string) => `limits: [{ clause: "3", cap: ${most}, per: subject, gives-way: latest-first }]`
  // Ada has 20 000 kr already; of her second year only 2 000 kr of the 5 000 kr expected has room.
  expect(exitOn(cap('22000 kr'))).toEqual({ reached: '20000', withheld: '3000', total: '42000' })
  expect(exitOn(cap('20000 kr'))).toEqual({ reached: '20000', withheld: '5000', total: '40000' })
  // What is not paid takes no room.
  expect(exitOn(cap('20000 kr'), 'reached: not-paid')).toEqual({ reached: '0', withheld: '0', total: '25000' })
})

test('caps of a year, of a payment and of the agreement bear on what is expected, and so does a discount', () => {
  const limit = (text: string) => exitOn(`limits: [{ clause: "3", ${text} }]`)
  expect(limit('cap: 41000 kr, per: agreement, gives-way: latest-first').total).toBe('41000')
  // The second years: Ada's and Bo's in 2024, Cai's first year in 2024 too, her second in 2025.
  const ofYear = 'cap: 16000 kr, per: year, year-from: 1 january, rest: lost, gives-way: latest-first'
  expect(limit(ofYear)).toEqual({ reached: '16000', withheld: '4000', total: '37000' })
  expect(limit('cap: 12000 kr, per: payment, over: [second], gives-way: in-proportion').total).toBe('42000')
  expect(limit('times: 90 %')).toEqual({ reached: '18000', withheld: '2500', total: '40500' })
})

// Of the 50 000 kr that is open, 40 000 kr falls in 2024 and 10 000 kr in 2025; 20 000 kr is reached in 2023.
test('what caps leave of what is open, where that can be told', () => {
  const left = (...limits: string[]) => {
    const nodes = limits.map((text, index) => `{ clause: "${index + 3}", ${text} }`)
    const settled = settledOn(limits.length === 0 ? '' : `limits: [${nodes.join(', ')}]`)
    const money = openUnderCaps(settled, settled.statements[0]!)
    return money === undefined ? 'not told' : kroner(money)
  }
  const cap = (text: string) => `cap: ${text}, gives-way: latest-first`
  expect(left(cap('41000 kr, per: agreement'))).toBe('21000')
  expect(left(cap('200000 kr, per: agreement'))).toBe('50000')
  expect(left(cap('15000 kr, per: agreement'))).toBe('0')
  expect(left(cap('12000 kr, per: agreement, over: [second]'))).toBe('32000')
  expect(left(cap('60000 kr, per: agreement'), cap('41000 kr, per: agreement'))).toBe('21000')
  expect(left(cap('16000 kr, per: year, year-from: 1 january, rest: lost'))).toBe('26000')
  expect(left()).toBe('not told')
  expect(left(cap('16000 kr, per: year, year-from: 1 january, rest: next-year'))).toBe('not told')
  expect(left(cap('22000 kr, per: subject'))).toBe('not told')
  expect(left(cap('41000 kr, per: agreement'), 'times: 90 %')).toBe('not told')
  const ofYear = cap('16000 kr, per: year, year-from: 1 january, rest: lost')
  expect(left(cap('41000 kr, per: agreement'), ofYear)).toBe('not told')
})

test('an open result is worth what the version that governs it pays', () => {
  const amendment = `
amendment: "2"
from: 2023-01-01
reason: { da: ny pris, en: new price }
governs: people-started-from
changes: [{ set: payments.second.per-met, to: 12000 kr }]
`
  const settled = settledOn('', undefined, amendment)
  // Ada and Bo began before: half of 10 000 kr each. Cai began after: half of 20 000 kr and of 12 000 kr.
  const { expected } = valueExit(settled, settled.statements[0]!)!
  expect(expected.map(({ payment, amount }) => [payment, kroner(amount)])).toEqual([
    ['first', '10000'],
    ['second', '16000'],
  ])
})
