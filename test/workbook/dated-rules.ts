/**
 * A case of dated rules that ask how long each person has used a service, as a folder: on uses and on costs, with laws of its own that
 * change within a month, a ladder that starts again by weeks in several stretches, and a household that changes with the effort.
 *
 * The people, the prices and the changes of the law are invented.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Days, two of them in one month, on which a figure of a rule is another: its steps and their values. */
const changes: [rule: string, figure: string, on: string, steps: [from: string, value: number][]][] = [
  [
    'refund-ladder',
    'state-share',
    '2025-03-12',
    [
      ['1', 70],
      ['5', 50],
      ['27', 35],
      ['53', 25],
    ],
  ],
  ['refund-ladder', 'restart-weeks', '2025-11-18', [['', 40]]],
  ['shelter', 'state-share', '2025-02-13', [['', 60]]],
  ['shelter', 'cap-days', '2025-02-20', [['', 100]]],
  ['support-at-home', 'state-share', '2024-09-17', [['', 65]]],
  ['crisis-centre', 'state-share', '2024-12-11', [['', 40]]],
]

const units: Record<string, string> = { 'state-share': '%', 'restart-weeks': 'weeks', 'cap-days': 'days' }

/** The national rules that change, with the changes behind them. */
function rulesTable(): string {
  const [head = '', ...rows] = readFileSync('catalogue/rules.csv', 'utf8').trimEnd().split('\n')
  const kept = rows.filter((row) => changes.some(([rule]) => row.startsWith(`${rule},`)))
  const own = changes.flatMap(([rule, figure, on, steps]) =>
    steps.map(([from, value]) => {
      const what = [rule, figure, 'Opfundet ændring', 'Invented change', from, value, '', '', units[figure], '', on, '']
      return [...what, 'Opfundet', '2026-01-01', 'U', 'invented', '', ''].join(',')
    }),
  )
  return [head, ...kept, ...own, ''].join('\n')
}

const household = (useWith: string): string =>
  `{ as: child, others: [{ as: child, use: [{ months: 20, units: 1 }, { units: 0.5 }]${useWith} }, { as: adult, use: [{ months: 9, units: 2 }, { units: 0 }]${useWith} }] }`
const fewer = ', use-with: [{ months: 3, units: 0.5 }, { months: 7, units: 0.25 }, { units: 0 }]'

const cost = (name: string, rest: string): string =>
  `  ${name}: { label: { da: ${name}, en: ${name} }, kind: running, ${rest}, borne-by: municipality, ceiling: inside, economic: resource, source: opfundet }`

const use = (
  name: string,
  [price, courses, refund]: [price: string, courses: string, refund: string],
): string => `  ${name}:
    label: { da: ${name}, en: ${name} }
    heading: ${name}
    for: [all]
    per: success
    scenario: narrow
    kind: cashable
    own-price: { amount: ${price}, price-year: 2024, cost: average, source: opfundet }
    vat: none
    ${courses}
    owners: { municipality: 100 % }
    refund: ${refund}
    cashable: { share: 90 %, from-month: 2 }
    ceiling: inside
    economic: resource
    source: opfundet`

const apart =
  'without: [{ units: 1 }]\n    with: [{ share: 100 %, steps: [{ months: 7, units: 0 }, { months: 28, units: 1 }, { months: 6, units: 0 }, { units: 1 }] }]'
const daily =
  'without: [{ units: 14.5 }]\n    with: [{ share: 60 %, steps: [{ months: 5, units: 3 }, { units: 25 }] }, { share: rest, steps: [{ units: 0 }] }]'
const placed = 'without: [{ months: 24, units: 1 }, { units: 0 }]\n    with: [{ share: 100 %, steps: [{ units: 0 }] }]'

/** People who are there longer than the others, not all of whom begin, and who are counted for a time only. */
export const othersGroup = `  others:
    label: { da: andre, en: others }
    plan: [{ people: 4, from: 2, months: 5 }]
    not-started: 10 %
    delay: none
    course: 30 months
    dropout: { share: 30 %, spread: even }
    success: { label: { da: i arbejde, en: in work }, of: started, rate: 40 %, within: 8 months, spread: even }
    without: 10 %
    counts-through: 31`

const caseText = `bundlinje-case: "1.0"
title: { da: Daterede regler, en: Dated rules }
currency: DKK
price-year: 2024
prices: fixed
starts: 2024-01
years: 5
discounting: { guide: fm-2023, when: year-end }
estimates:
  rate: { label: { da: Succesrate, en: Success rate }, low: 35 %, likely: 50 %, high: 65 %, source: opfundet, confidence: U, grade: invented }
  waiting: { label: { da: Ventetid, en: Waiting }, poisson: 2.5, source: opfundet, confidence: U, grade: invented }
groups:
  all:
    label: { da: borgere, en: people }
    plan: [{ people: 10, from: 1, months: 3 }]
    not-started: 0 %
    delay: { poisson: waiting }
    course: 6 months
    dropout: { share: 20 %, spread: constant-risk }
    success: { label: { da: i arbejde, en: in work }, of: completed, rate: rate, within: 6 months, spread: even }
    without: 20 %
    counts-through: whole-case
${othersGroup}
costs:
${[
  cost('shelter', 'amount: 30000 kr, per: person-month, vat: included, refund: { rule: shelter }'),
  cost('benefit', 'amount: 11000 kr, per: person-month, vat: none, refund: { rule: refund-ladder, weeks-before: 3 }'),
  cost('support', 'amount: 9000 kr, per: person-month, for: [others], vat: none, refund: { rule: support-at-home }'),
  cost('crisis', 'amount: 40000 kr, per: start, vat: none, refund: { rule: crisis-centre }'),
  cost(
    'family',
    `amount: 70000 kr, per: person-month, vat: added, refund: { rule: central, household: ${household('')} }`,
  ),
  cost(
    'at-once',
    'amount: 2600000 kr, per: completion, for: [others], vat: none, refund: { rule: central, household: alone }',
  ),
].join('\n')}
consequences:
${[
  use('ladder', ['11000 kr, per: month', apart, '{ rule: refund-ladder, weeks-before: 200 }']),
  use('nights', ['1500 kr, per: day', daily, '{ rule: shelter }']),
  use('placement', ['90000 kr, per: month', placed, `{ rule: central, household: ${household(fewer)} }`]),
].join('\n')}
finance: { chosen: self, self-bears: municipality }
`

export function datedRulesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dated-rules-'))
  mkdirSync(join(folder, 'catalogue'))
  writeFileSync(join(folder, 'case.yaml'), caseText)
  writeFileSync(join(folder, 'catalogue', 'rules.csv'), rulesTable())
  return folder
}
