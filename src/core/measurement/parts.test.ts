/** Agreements worked out in parts: together the parts read each fact of a known person once. */
import { expect, test } from 'vitest'
import { readExample } from './example.ts'
import { unstatedRules } from './headers.ts'
import { readMeasurement } from './measurement.ts'
import { isHere } from './roster.ts'

const { agreement, files } = readExample(`
    wellbeing: score, ties highest
    --- people.csv
    id,agreement,start,unit,member-of
    F,A,2022-01-01,family,
    1,A,2022-01-01,child,F
    2,B,2022-01-01,person,
    3,C,2022-01-01,person,
    --- facts.csv
    person,measure,from,value
    1,wellbeing,2022-03-01,4
    2,wellbeing,2022-03-01,5
    3,wellbeing,2022-03-01,6
    2,wellbeing,2022-04-01,7
    9,wellbeing,2022-04-01,7`)

const read = (index: number, of: number, people = files[0]!) =>
  readMeasurement({ agreements: [agreement], people, facts: files.slice(1), rules: unstatedRules, part: { index, of } })

test('each part has the facts of its own agreements, and tells of rows that are nobody’s', () => {
  const parts = [read(0, 2), read(1, 2)]
  const told = parts.map(({ roster, factTotal }) => [
    roster.agreements.filter((_, at) => isHere(roster, at)).join(' '),
    factTotal.used,
    factTotal.refused,
  ])
  expect(told).toEqual([
    ['A C', 2, 1],
    ['B', 2, 1],
  ])
})

test('where a family is in two agreements, the first part has everything', () => {
  const text = 'id,agreement,start,unit,member-of\nF,A,,family,\n1,B,,child,F\n2,B,,person,\n3,C,,person,\n'
  const people = { name: 'people.csv', chunks: [new TextEncoder().encode(text)] }
  expect([0, 1].map((index) => read(index, 2, people).factTotal.used)).toEqual([4, 0])
})
