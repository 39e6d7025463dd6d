/**
 * Dated rules as formulas on a small case: laws that change within a month, a ladder that starts again by weeks that lie far apart, costs
 * on which a rule follows each person, and households that change with the effort. Each gives the program's own figures to the øre.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workbookWords } from '../locales/index.ts'
import { parseIsoDay } from '../src/core/base/index.ts'
import { readYaml } from '../src/core/text/index.ts'
import {
  type CaseReport,
  type Catalogue,
  type CompiledCase,
  Values,
  agrees,
  caseWorkbook,
  compileCase,
  expectedResults,
  readCase,
  reportOn,
} from '../src/core/valuation/index.ts'
import { layOutCase, openCase } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'
import { datedRulesFolder, othersGroup } from './workbook/dated-rules.ts'

const { catalogue: national } = openCase(join(projectFolder, 'cases/vejle'))!
type Rows = NonNullable<ReturnType<Catalogue['rules']['get']>>

type Parts = { years?: number; cost?: string; use?: string; price?: string; refund: string }

/** Ten people who begin over three months, some of whom succeed; the price of what they use is of a month where nothing else is said. */
function text({ years = 3, cost, use = shortUse, price = '11000 kr, per: month', refund }: Parts): string {
  const effort = cost ?? 'amount: 50000 kr, per: start, borne-by: municipality, refund: none'
  return `bundlinje-case: "1.0"
title: { da: En lille sag, en: A small case }
currency: DKK
price-year: 2024
prices: fixed
starts: 2024-01
years: ${years}
discounting: { guide: fm-2023, when: year-end }
groups:
  all:
    label: { da: borgere, en: people }
    plan: [{ people: 10, from: 1, months: 3 }]
    not-started: 0 %
    delay: none
    course: 6 months
    dropout: { share: 20 %, spread: constant-risk }
    success: { label: { da: i arbejde, en: in work }, of: completed, rate: 50 %, within: 12 months, spread: even }
    without: 20 %
    counts-through: whole-case
${othersGroup}
costs:
  effort: { label: { da: Forløb, en: Course }, kind: running, ${effort}, vat: none, ceiling: inside, economic: resource, source: eksempel }
consequences:
  support:
    label: { da: Støtte, en: Support }
    heading: support
    per: success
    scenario: narrow
    kind: cashable
    own-price: { amount: ${price}, price-year: 2024, cost: average, source: eksempel }
    vat: none
${use}
    owners: { municipality: 100 % }
    refund: ${refund}
    cashable: { share: 100 %, from-month: 3 }
    ceiling: inside
    economic: resource
    source: eksempel
finance: { chosen: self, self-bears: municipality }
`
}

const shortUse = `    without: [{ units: 1 }]
    with: [{ share: 60 %, steps: [{ months: 5, units: 0 }, { units: 1 }] }, { share: rest, steps: [{ units: 0 }] }]`

type Valued = { compiled: CompiledCase; report: CaseReport; yaml: string }

function valued(yaml: string, rules: Catalogue['rules'], law?: string): Valued {
  const { caseFile, marks, problems } = readCase(yaml, 'case.yaml')
  const catalogue = { ...national, rules }
  const found = compileCase(caseFile!, catalogue, {
    scenario: 'broad',
    ...(law === undefined ? {} : { lawAsOf: parseIsoDay(law)! }),
  })
  expect([...problems, ...found.problems].filter(({ severity }) => severity !== 'notice')).toEqual([])
  return {
    compiled: found.compiled!,
    yaml,
    report: reportOn(found.compiled!, { catalogue, data: new Map(), marks, problems }),
  }
}

const laidOut = ({ compiled, report, yaml }: Valued, rules: Catalogue['rules']) =>
  caseWorkbook({
    ...{ compiled, report, root: readYaml(yaml, 'case.yaml').root!, words: workbookWords.da },
    catalogue: { ...national, rules },
  })

/** The figures of the formulas are the program's, and the changes of law matter: without them the result is another. */
function check(parts: Parts, changes: readonly Change[]): void {
  const rules = changedRules(changes)
  const of = valued(text(parts), rules)
  expect(laidOut(of, rules).differences).toEqual([])
  if (changes.length === 0) return
  const onFirsts = changedRules(changes.map((one) => ({ ...one, on: `${one.on.slice(0, 8)}01` })))
  expect(total(valued(text(parts), onFirsts))).not.toBeCloseTo(total(of), 0)
}

const total = ({ report }: Valued): number =>
  report.budgets.find(({ authority }) => authority === 'municipality')!.net.total

/** A figure of a rule that is another from a day on. */
type Change = { rule: string; figure: string; on: string; is: (before: number) => number }

function changedRules(changes: readonly Change[]): Catalogue['rules'] {
  return changes.reduce((rules, { rule, figure, on, is }) => {
    const day = parseIsoDay(on)!
    const rows = rules.get(rule)!
    const begun = rows.filter((row) => row.figure === figure && row.valid.from < day)
    const from = Math.max(...begun.map(({ valid }) => valid.from))
    const last = begun.filter(({ valid }) => valid.from === from)
    const ended = rows.map((row) => (last.includes(row) ? { ...row, valid: { ...row.valid, through: day - 1 } } : row))
    const begins: Rows = last.map((row) => ({ ...row, value: is(row.value), valid: { ...row.valid, from: day } }))
    return new Map(rules).set(rule, [...ended, ...begins])
  }, national.rules)
}

const more =
  (by: number) =>
  (before: number): number =>
    before + by

describe('a law that changes within a month', () => {
  const daily = `    without: [{ units: 14.5 }]
    with: [{ share: 60 %, steps: [{ months: 5, units: 3 }, { units: 25 }] }, { share: rest, steps: [{ units: 0 }] }]`
  const perDay = '1500 kr, per: day'
  const of = (rule: string, figure: string, on: string, is: Change['is']): Change => ({ rule, figure, on, is })
  const shelterShare = of('shelter', 'state-share', '2025-03-12', more(20))
  const shelterCap = of('shelter', 'cap-days', '2025-03-20', more(-60))

  test.each<[string, Parts, Change[]]>([
    ['the share of a shelter', { refund: '{ rule: shelter }' }, [shelterShare]],
    ['the share of a shelter by days', { refund: '{ rule: shelter }', use: daily, price: perDay }, [shelterShare]],
    ['the days of a shelter', { refund: '{ rule: shelter }' }, [shelterCap]],
    ['the days of a shelter by days', { refund: '{ rule: shelter }', use: daily, price: perDay }, [shelterCap]],
    ['both in one month', { refund: '{ rule: shelter }', use: daily, price: perDay }, [shelterShare, shelterCap]],
    [
      'support at home that is refunded from a day on',
      { refund: '{ rule: support-at-home }' },
      [
        of('support-at-home', 'state-share', '2024-01-01', () => 0),
        of('support-at-home', 'state-share', '2025-05-13', () => 50),
      ],
    ],
    [
      'support at home by days, for fewer years',
      { refund: '{ rule: support-at-home }', use: daily, price: perDay },
      [
        of('support-at-home', 'state-share', '2025-05-13', more(30)),
        of('support-at-home', 'window-years', '2025-05-09', more(1)),
      ],
    ],
    [
      'a crisis centre',
      { refund: '{ rule: crisis-centre }' },
      [of('crisis-centre', 'state-share', '2025-02-10', more(30))],
    ],
    [
      'a crisis centre by days, twice in a month',
      { refund: '{ rule: crisis-centre }', use: daily, price: perDay },
      [
        of('crisis-centre', 'state-share', '2025-02-06', more(30)),
        of('crisis-centre', 'state-share', '2025-02-18', more(-50)),
      ],
    ],
    [
      'the shares of the ladder',
      { refund: '{ rule: refund-ladder, weeks-before: 3 }' },
      [of('refund-ladder', 'state-share', '2025-08-19', more(15))],
    ],
    [
      'the weeks that start the ladder again',
      { refund: '{ rule: refund-ladder, weeks-before: 90 }' },
      [
        of('refund-ladder', 'restart-weeks', '2024-01-01', more(-41)),
        of('refund-ladder', 'restart-weeks', '2025-01-15', more(41)),
      ],
    ],
    [
      'on a cost',
      { cost: 'amount: 50000 kr, per: start, borne-by: municipality, refund: { rule: crisis-centre }', refund: 'none' },
      [of('crisis-centre', 'state-share', '2024-02-10', more(30))],
    ],
  ])('%s', (_, parts, changes) => {
    check(parts, changes)
  })
})

describe('a ladder that starts again by weeks of self-support in several stretches', () => {
  const stretches = (...lengths: number[]): string => {
    const steps = lengths.map((months, index) => `{ months: ${months}, units: ${index % 2} }`)
    return `    without: [{ units: 1 }]
    with: [{ share: 100 %, steps: [${steps.join(', ')}, { units: ${lengths.length % 2} }] }]`
  }

  /** Whether the program's own result is another when the weeks may lie as far apart as they like. */
  test.each<[string, number[], 'matters' | 'is the same']>([
    ['52 weeks that are spread over more than three years', [7, 36, 6], 'matters'],
    ['52 weeks that lie just within three years', [6, 23, 7], 'is the same'],
    ['a first stretch of which nothing is too old', [9, 20, 5], 'is the same'],
    ['a first stretch of which a part is too old', [9, 26, 5], 'matters'],
    ['the same three months later', [9, 29, 5], 'matters'],
    ['a restart, after which the weeks are counted anew', [14, 5, 8, 12, 5], 'is the same'],
    ['three stretches, the first of them too old', [4, 20, 5, 10, 7], 'matters'],
    ['a course of use that ends', [5, 8, 6, 12], 'is the same'],
    ['52 weeks of which the first is just too old, or just not', [6, 24, 6], 'matters'],
  ])('%s', (_, lengths, years) => {
    const parts = { years: 6, use: stretches(...lengths), refund: '{ rule: refund-ladder, weeks-before: 200 }' }
    check(parts, [])
    const ever = changedRules([{ rule: 'refund-ladder', figure: 'restart-years', on: '2020-01-01', is: more(90) }])
    const less = total(valued(text(parts), national.rules)) - total(valued(text(parts), ever))
    expect(Math.abs(less) > 1 ? 'matters' : 'is the same').toBe(years)
  })
})

describe('a rule that follows each person on a cost', () => {
  const cost = (rest: string): Parts => ({ cost: `borne-by: municipality, ${rest}`, refund: 'none' })
  const household =
    'household: { as: child, others: [{ as: child, use: [{ months: 20, units: 1 }, { units: 0.5 }] }, { as: adult, use: [{ months: 9, units: 2 }, { units: 0 }] }] }'

  test.each<[string, string]>([
    ['a shelter month by month', 'amount: 30000 kr, per: person-month, refund: { rule: shelter }'],
    ['a shelter at the start', 'amount: 30000 kr, per: start, refund: { rule: shelter }'],
    ['a shelter for one group', 'amount: 30000 kr, per: person-month, for: [others], refund: { rule: shelter }'],
    [
      'the ladder month by month',
      'amount: 11000 kr, per: person-month, refund: { rule: refund-ladder, weeks-before: 3 }',
    ],
    [
      'the ladder at each completion',
      'amount: 11000 kr, per: completion, refund: { rule: refund-ladder, weeks-before: 25 }',
    ],
    [
      'support at home for longer than it is refunded',
      'amount: 9000 kr, per: person-month, refund: { rule: support-at-home }',
    ],
    [
      'the central scheme month by month',
      'amount: 130000 kr, per: person-month, refund: { rule: central, household: alone }',
    ],
    [
      'the central scheme of what is paid once',
      'amount: 2600000 kr, per: success, refund: { rule: central, household: alone }',
    ],
    [
      'the central scheme of a household',
      `amount: 70000 kr, per: person-month, refund: { rule: central, ${household} }`,
    ],
    [
      'the central scheme of a household, paid once',
      `amount: 900000 kr, per: start, refund: { rule: central, ${household} }`,
    ],
    [
      'the central scheme of a referral',
      'amount: 2600000 kr, per: referral, refund: { rule: central, household: alone }',
    ],
  ])('%s', (_, rest) => {
    check(cost(rest), [])
  })

  test('a law that changes within a month, and a price with VAT', () => {
    const change: Change = { rule: 'shelter', figure: 'cap-days', on: '2024-06-12', is: more(-50) }
    const parts = cost('amount: 30000 kr, per: person-month, refund: { rule: shelter }')
    check(parts, [change])
    const rules = changedRules([change])
    const withVat = valued(text(parts).replace('vat: none, ceiling', 'vat: included, ceiling'), rules)
    expect(laidOut(withVat, rules).differences).toEqual([])
  })

  test('co-financing of each payment and of each month of service, under the law of 2018', () => {
    for (const per of ['person-month', 'start', 'month, from: 3, through: 9']) {
      const rest = `amount: 12000 kr, per: ${per}, refund: { rule: health-cofinancing, service: psychiatry-admission, paid-by: municipality }`
      const yaml = text({ cost: `borne-by: region, ${rest}`, refund: 'none' }).replace(
        'vat: none, ceiling',
        'vat: included, ceiling',
      )
      const of = valued(yaml, national.rules, '2018-06-01')
      expect(total(of)).not.toBeCloseTo(total(valued(yaml, national.rules, '2019-06-01')), 0)
      expect(laidOut(of, national.rules).differences).toEqual([])
    }
  })

  test('the length of the course and the dropout are changed on the sheet', () => {
    const parts = cost('amount: 30000 kr, per: person-month, refund: { rule: support-at-home }')
    const of = valued(text(parts), national.rules)
    const book = laidOut(of, national.rules)
    const change = (path: string, value: number): void => {
      const { sheet, row, column } = book.inputs.spot(path)
      sheet.put(row, column, { ...sheet.at(row, column)!, value })
    }
    change('groups.all.course', 27)
    change('groups.others.dropout.share', 0.6)
    const yaml = text(parts)
      .replace('course: 6 months', 'course: 27 months')
      .replace('share: 30 %, spread', 'share: 60 %, spread')
    const { compiled, report } = valued(yaml, national.rules)
    const values = new Values(book.sheets)
    const differs = [...expectedResults(compiled, report)].filter(([key, program]) => {
      const { sheet, row, column } = book.results.get(key)!
      return !agrees(key, values.get(sheet, row, column), program)
    })
    expect(differs).toEqual([])
    expect(total(valued(yaml, national.rules))).not.toBeCloseTo(total(of), 0)
  })
})

describe('a household that changes with the effort', () => {
  const use = `    without: [{ months: 24, units: 1 }, { units: 0 }]
    with: [{ share: 70 %, steps: [{ units: 0 }] }, { share: rest, steps: [{ months: 10, units: 1 }, { units: 0 }] }]`
  const member = (as: string, own: string): string =>
    `{ as: ${as}, use: [{ months: 18, units: 1 }, { units: 0 }]${own} }`
  const fewer = ', use-with: [{ months: 3, units: 0.5 }, { months: 7, units: 0.25 }, { units: 0 }]'

  test.each<[string, string[]]>([
    ['a child', [member('child', fewer)]],
    ['a child, and one that stays as it is', [member('child', ''), member('aftercare', fewer)]],
    [
      'a child and an adult, and an adult that stays',
      [member('child', fewer), member('adult', fewer), member('adult', '')],
    ],
    [
      'somebody who is only there with the effort',
      [member('child', ''), '{ as: child, use: [{ units: 0 }], use-with: [{ units: 1 }] }'],
    ],
  ])('%s', (_, others) => {
    const refund = `{ rule: central, household: { as: child, others: [${others.join(', ')}] } }`
    check({ use, price: '90000 kr, per: month', refund }, [])
    const same = others.map((other) => other.replace(/, use-with: \[.*\](?= \})/, ''))
    const unchanged = `{ rule: central, household: { as: child, others: [${same.join(', ')}] } }`
    const of = (written: string): number =>
      total(valued(text({ use, price: '90000 kr, per: month', refund: written }), national.rules))
    expect(of(refund)).not.toBeCloseTo(of(unchanged), 0)
  })
})

test('all of them in one case, with laws of its own', () => {
  const open = openCase(datedRulesFolder())!
  const { workbook, problems } = layOutCase(open, { words: workbookWords.da })
  expect([...open.problems, ...problems].filter(({ severity }) => severity !== 'notice')).toEqual([])
  expect(workbook!.differences).toEqual([])
  expect(workbook!.results.has('tornado/waiting/low')).toBe(true)
})
