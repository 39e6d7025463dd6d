/** The names of the columns of people.csv: what starts the clock, and what looks like a slip of the pen. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readVersions } from '../terms/index.ts'
import { readMeasurement, unstatedRules } from './index.ts'

test('a clock without a column is a fault, and the likely name is given', () => {
  check('id,strat\nA,2024-01-01', 'people-clock-missing wrong start')
  check('id\nA', 'people-clock-missing wrong')
  check('id', '')
})

test('where all who are referred count, a missing column may be meant', () => {
  check('id\nA', 'people-clock-missing notice', 'referred')
  check('id,strat\nA,2024-01-01', 'people-clock-missing wrong start', 'referred')
})

test('nobody has begun', () => check('id,start\nA,', 'people-clock-missing notice'))

test('a column that nobody asks for and that looks like one the file lacks', () => {
  check('id,start,exti\nA,2024-01-01,', 'people-column-unknown notice exit')
  check('id;start;Afgnag\nA;2024-01-01;', 'people-column-unknown notice afgang')
  check('id,start,exit,exti\nA,2024-01-01,,', '')
  check('id,start,area\nA,2024-01-01,north', '')
})

const terms = readFileSync(new URL('../../../problems/terms.yaml', import.meta.url), 'utf8')

/** The file, and each problem at its header with its severity and the name to write instead. */
function check(text: string, expected: string, counted = 'started'): void {
  const source = { file: 'terms.yaml', text: terms.replace('counted: started', `counted: ${counted}`) }
  const agreements = readVersions(source, []).versions.map(({ agreement }) => agreement)
  const file = { name: 'people.csv', chunks: [new TextEncoder().encode(text)] }
  const { problems } = readMeasurement({ agreements, people: file, facts: [], rules: unstatedRules })
  const told = problems
    .filter(({ code }) => /^people-c/.test(code))
    .map(({ code, severity, choices }) => [code, severity, ...choices.map(({ paste }) => paste)].join(' '))
  expect(told.join('\n')).toBe(expected)
}
