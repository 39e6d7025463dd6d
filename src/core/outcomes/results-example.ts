/** For tests: goals, people and facts as small texts, and what came of each goal for each subject on each day. */
import { assert, dayText, parseIsoDay } from '../base/index.ts'
import { NO_DAY, readMeasurement, unstatedRules } from '../measurement/index.ts'
import { readVersions } from '../terms/index.ts'
import { type Outcomes, decide, statusName, valueText } from './index.ts'

const terms = (goals: string): string => `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2023-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people: { subject: person, label: { da: folk, en: people }, clock: start, counted: started, pilot: counted }
measures:
  mood: { label: { da: trivsel, en: mood }, kind: score, of: person, source: { da: skema, en: form }, grade: provider, use: payment, ties: highest }
  job: { label: { da: job, en: job }, kind: event, of: person, source: { da: skema, en: form }, grade: provider, use: payment, same-day: once, no-record: none }
goals:
${goals
  .trim()
  .split('\n')
  .map((line) => `  ${line.trim()}`)
  .join('\n')}
payers: { clause: "6", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "7", every: year, overpaid: kept, rounding: { to: 1 kr, how: down, of: each-amount } }
`

const csv = (name: string, lines: string[]) => ({ name, chunks: [new TextEncoder().encode(lines.join('\n'))] })

export const families = (text: string): string => text.replace('subject: person', 'subject: family')

export function outcomesOf(text: string, changed = (text: string): string => text): Outcomes {
  const [goals = '', ...parts] = text.split(/^ *--- */m)
  const files = parts.map((part) => part.split('\n').map((line) => line.trim()))
  const lines = (name: string) => (files.find(([first]) => first === name) ?? []).slice(1).filter((line) => line !== '')
  const { versions, problems } = readVersions({ file: 'terms.yaml', text: changed(terms(goals)) }, [])
  const open = problems.filter(({ severity }) => severity !== 'notice')
  assert(open.length === 0, open.map(({ code }) => code).join(', '))
  const measurement = readMeasurement({
    agreements: versions.map(({ agreement }) => agreement),
    people: csv('people.csv', lines('people.csv')),
    facts: files.flatMap(([name]) => (/(?<!people)\.csv$/.test(name ?? '') ? [csv(name!, lines(name!))] : [])),
    rules: unstatedRules,
  })
  const to = parseIsoDay(lines('to')[0] ?? '2023-12-31')!
  return decide({
    versions,
    roster: measurement.roster,
    facts: (agreement, knownAt) => measurement.asOf({ to, knownAt, agreement }),
    to,
    knownAt: to,
    parameter: () => undefined,
  })
}

const dayOrUnknown = (day: number): string => (day === NO_DAY ? 'unknown' : dayText(day))

/** `g P1 2022-07-01 met`, with the quantity where there is one. */
export function told(outcomes: Outcomes): string[] {
  const { roster } = outcomes.contexts[0]!
  return [...outcomes.results.values()].flatMap((results) =>
    Array.from({ length: results.size }, (_, at) => {
      const quantity = results.quantity === undefined ? [] : [valueText(results.quantity[at]!)]
      const who = results.who[at]!
      const { key } = outcomes.contexts[0]!.scopes[results.scope[at]!]!
      const words = [results.goal, who < 0 ? `all ${key}`.trim() : roster.idOf(who), dayOrUnknown(results.day[at]!)]
      return [...words, statusName(results.status[at]!), ...quantity].join(' ')
    }),
  )
}

export function check(text: string, changed?: (text: string) => string): void {
  const [world = '', wanted = ''] = text.split(/^ *--- results\n/m)
  const lines = wanted.split('\n').map((line) => line.trim())
  const expected = lines.filter((line) => line !== '').join('\n')
  const got = told(outcomesOf(world, changed)).join('\n')
  if (got !== expected) throw new Error(`What must come out:\n${expected}\nWhat came out:\n${got}`)
}
