/** Numbers of files beside a case: a column and its unit in, the numbers or what is told of them out. */
import { expect, test } from 'vitest'
import { type CaseFile } from './case-file.ts'
import { type CaseDataRules, readCaseData } from './case-data.ts'

/** `0,5 | 12 %` is a column of two rows; a rule is written as in `reading.yaml`. */
function check(unit: string, rows: string, expected: string, rules?: Partial<CaseDataRules>): void {
  const estimate = { data: 'd.csv', column: 'n', unit }
  const file = { estimates: new Map([['one', estimate]]) } as unknown as CaseFile
  const lines = ['n;other', ...rows.split('|').map((row) => `${row.trim()};x`)]
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const given =
    rules === undefined ? {} : { rules: { numbers: 'unstated' as const, shares: 'unstated' as const, ...rules } }
  const { data, problems } = readCaseData(file, [{ name: 'd.csv', shown: 'd.csv', bytes, ...given }])
  const told = problems.map(
    ({ code, at, facts }) => `${code} ${at.line}:${at.column} ${JSON.stringify(facts['value'] ?? '')}`,
  )
  expect([[...(data.get('d.csv:n') ?? [])].join(' '), ...told].filter((line) => line !== '').join(' / ')).toBe(expected)
}

test('a share is a part of one, or has a sign', () => {
  check('share', '0.5 | 0.25', '0.5 0.25')
  check('share', '0,5 | 0,25', '0.5 0.25')
  check('share', '50 % | 25% | 12,5 %', '0.5 0.25 0.125')
  check('share', '50 % | 0', '0.5 0')
})

test('a share without a sign among shares with one is asked about, unless it is said what it is', () => {
  check('share', '50 % | 0.5', '0.5 / data-share-ambiguous 3:1 "0.5"')
  check('share', '50 % | 0.5', '0.5 0.005', { shares: 'percent' })
  check('share', '50 % | 0.5', '0.5 0.5', { shares: 'fraction' })
  check('share', '35 | 40', '0.35 0.4', { shares: 'percent' })
})

test('a column tells by one number how the others are written', () => {
  check('number', '12,5 | 1.250', '12.5 1250')
  check('number', '12.5 | 1,250', '12.5 1250')
  check('money', '1.250,50 | 900', '1250.5 900')
  check('number', '3 | 4', '3 4')
})

test('what a column does not tell is asked', () => {
  check('number', '1.250 | 900', '900 / csv-number-ambiguous 2:1 "1.250"')
  check('number', '1.250 | 900', '1250 900', { numbers: 'danish' })
  check('number', '1.250 | 900', '1.25 900', { numbers: 'international' })
  check('number', '0,5 | 0.7', 'data-manners-mixed 2:1 "0,5"')
  check('number', '0,5 | 0.7', '0.5 / csv-number-against-rule 3:1 "0.7"', { numbers: 'danish' })
})

test('a sign on what is no share, and words, are no numbers', () => {
  check('money', '50 %', 'csv-number-unreadable 2:1 "50 %"')
  check('share', 'half | %', 'csv-number-unreadable 2:1 "half"')
  check('number', ' | 2', '2 / csv-value-missing 2:1 ""')
})
