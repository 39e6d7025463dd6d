/** For tests: payments and limits, people and facts as small texts, settled to the end of 2023. */
import { assert, parseIsoDay } from '../base/index.ts'
import { readMeasurement, unstatedRules } from '../measurement/index.ts'
import { decide } from '../outcomes/index.ts'
import { readVersions } from '../terms/index.ts'
import { type Settled, settle } from './index.ts'

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

export function settled(terms: string, moods = files['mood.csv']!): Settled {
  const text = base + terms.replace(/^ {4}/gm, '') + ending
  const { versions, problems } = readVersions({ file: 'terms.yaml', text }, [])
  const open = problems.filter(({ severity }) => severity !== 'notice')
  assert(open.length === 0, open.map(({ code }) => code).join(', '))
  const csv = (name: string, content = files[name]!) => ({ name, chunks: [new TextEncoder().encode(content)] })
  const measurement = readMeasurement({
    agreements: versions.map(({ agreement }) => agreement),
    people: csv('people.csv'),
    facts: [csv('mood.csv', moods)],
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
