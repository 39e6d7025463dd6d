/** Settlements as small texts: payments and limits, people and facts in, what each entry comes to out. */
import { expect, test } from 'vitest'
import { dayText, formatExact, parseIsoDay } from '../base/index.ts'
import { readMeasurement, unstatedRules } from '../measurement/index.ts'
import { decide } from '../outcomes/index.ts'
import { readVersions } from '../terms/index.ts'
import { type Settled, explainEntry, settle } from './index.ts'

const base = `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2023-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people: { subject: person, label: { da: folk, en: people }, clock: start, counted: started, pilot: counted }
measures:
  mood: { label: { da: trivsel, en: mood }, kind: score, of: person, source: { da: skema, en: form }, grade: provider, use: payment, ties: highest }
`

const ending = `
payers: { clause: "6", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "7", every: year, overpaid: kept, rounding: { to: 1 kr, how: down, of: each-amount } }
`

const files: Record<string, string> = {
  'people.csv': 'id,start\nP1,2022-01-01\nP2,2022-02-01\n',
  'mood.csv': 'person,on,value\nP1,2022-03-01,7\nP2,2022-09-01,4\n',
}

function settled(terms: string): Settled {
  const text = base + terms.replace(/^ {4}/gm, '') + ending
  const { versions, problems } = readVersions({ file: 'terms.yaml', text }, [])
  expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  const csv = (name: string) => ({ name, chunks: [new TextEncoder().encode(files[name])] })
  const measurement = readMeasurement({
    agreements: versions.map(({ agreement }) => agreement),
    people: csv('people.csv'),
    facts: [csv('mood.csv')],
    rules: unstatedRules,
  })
  const to = parseIsoDay('2023-12-31')!
  const outcomes = decide({
    versions,
    roster: measurement.roster,
    facts: (agreement, knownAt) => measurement.asOf({ to, knownAt, agreement }),
    to,
    knownAt: to,
    parameter: () => undefined,
  })
  return settle(outcomes, [])
}

/** `2022-12-31 P1 10000 of 10000 because 10000`: what is left, what was earned, and the price its reason gives. */
function check(terms: string, wanted: string): void {
  const all = settled(terms)
  const { entries } = all.earned
  const lines = Array.from({ length: entries.size }, (_, entry) => {
    const who = entries.who[entry]! < 0 ? '' : `${all.context.roster.idOf(entries.who[entry]!)} `
    const price = explainEntry(all, entry).children[0]!.children[0]!.value
    const [left, earned] = [all.final[entry]!, entries.amount[entry]!].map((amount) => formatExact(amount))
    return `${dayText(entries.day[entry]!)} ${who}${left} of ${earned} because ${price}`
  })
  const expected = wanted.split('\n').map((line) => line.trim())
  expect(lines).toEqual(expected.filter((line) => line !== ''))
}

test('a payment may name the dates of its goal', () =>
  check(
    `
    goals:
      g:
        clause: "1"
        label: { da: Mål, en: Goal }
        for: each-subject
        when: { at: start + 1 year }
        dates: { later: start + 6 months }
        met: { observed-to: start }
        unmeasured: waits
    payments:
      p:
        clause: "1"
        label: { da: Mål, en: Goal }
        goal: g
        per-met: { if: { value-of: mood, pick: latest, window: { from: later, until: occasion }, at-least: 1 point, if-none: 0 points }, then: 100 kr, else: 50 kr }
    `,
    `
    2023-01-01 P1 5000 of 5000 because 5000
    2023-02-01 P2 10000 of 10000 because 10000
    `,
  ))

test('a fee is explained on its own date', () =>
  check(
    `
    goals:
      g: { clause: "1", label: { da: Mål, en: Goal }, for: each-subject, when: { at: end }, met: { observed-to: start }, unmeasured: waits }
    payments:
      fee:
        clause: "2"
        label: { da: Honorar, en: Fee }
        fee: { if: { this: occasion-number, at-most: 1 time }, then: 1000 kr, else: 500 kr }
        due: { calendar: year, decided: each-date }
    `,
    `
    2022-12-31 100000 of 100000 because 100000
    2023-12-31 50000 of 50000 because 50000
    `,
  ))
