import { expect, test } from 'vitest'
import { dayOf } from '../base/index.ts'
import { asOf } from './as-of.ts'
import { linesOf, readExample } from './example.ts'
import { type FactNode, factsUsed, personPlace } from './facts-used.ts'

test('time rests on every stay with a day in the window, and on what is taken out', () =>
  check(
    { kind: 'time-in', timeIn: ['shelter'], except: ['jail'] },
    `
    shelter,P1,2021-12-20,2022-01-01,,,
    shelter,P1,2021-12-20,2022-01-02,,2022-02-01,vejle
    shelter,P1,2022-06-30,,,,
    shelter,P1,2022-07-01,,,,
    jail,P1,2022-03-01,2022-03-05,,,
    => shelter P1 2021-12-20 until 2022-01-02, recorded 2022-02-01 by vejle, facts.csv:3
    => shelter P1 2022-06-30 until , facts.csv:4
    => jail P1 2022-03-01 until 2022-03-05, facts.csv:6
  `,
  ))

test('the latest value rests on the fact that the rule for ties picks', () =>
  check(
    { kind: 'value-of', valueOf: 'wellbeing', pick: 'latest' },
    `
    wellbeing,P1,2022-03-01,,3,,
    wellbeing,P1,2022-05-01,,4,,
    wellbeing,P1,2022-05-01,,2,,
    wellbeing,P1,2022-07-01,,5,,
    => wellbeing P1 = 4 2022-05-01, facts.csv:3
  `,
  ))

test('the highest value rests on the first day it stood', () =>
  check(
    { kind: 'value-of', valueOf: 'hours', pick: 'highest' },
    `
    hours,P1,2022-03-01,,3,,
    hours,P1,2022-04-01,,1.5,,
    hours,P1,2022-04-01,,2.5,,
    hours,P1,2022-05-01,,4,,
    => hours P1 = 1.5 2022-04-01, facts.csv:3
    => hours P1 = 2.5 2022-04-01, facts.csv:4
  `,
  ))

test('a mean rests on the facts of all days, a first on those of one', () => {
  const facts = `
    wellbeing,P1,2022-03-01,,3,,
    wellbeing,P1,2022-03-01,,1,,
    wellbeing,P1,2022-05-01,,4,,`
  check(
    { kind: 'value-of', valueOf: 'wellbeing', pick: 'mean' },
    `${facts}
    => wellbeing P1 = 3 2022-03-01, facts.csv:2
    => wellbeing P1 = 4 2022-05-01, facts.csv:4
  `,
  )
  check(
    { kind: 'value-of', valueOf: 'wellbeing', pick: 'first' },
    `${facts}\n=> wellbeing P1 = 3 2022-03-01, facts.csv:2`,
  )
})

test('a count rests on its events, a run on its stays', () => {
  check(
    { kind: 'count-of', countOf: 'job' },
    `
    job,P1,2022-03-01,,,,
    job,P1,2022-08-01,,,,
    => job P1 2022-03-01, facts.csv:2
  `,
  )
  check(
    { kind: 'longest-run-in', longestRunIn: ['shelter'] },
    `
    shelter,P1,2022-03-01,2022-03-05,,,
    => shelter P1 2022-03-01 until 2022-03-05, facts.csv:2
  `,
  )
})

test('a share of plan goals rests on everything said of them up to then', () =>
  check(
    { kind: 'items-met', itemsMet: 'plan' },
    `
    plan,P1,2021-12-01,,agreed,,,school
    plan,P1,2022-03-01,,met,,,school
    plan,P1,2022-08-01,,not-met,,,school
    => plan P1 = agreed 2021-12-01 of school, facts.csv:2
    => plan P1 = met 2022-03-01 of school, facts.csv:3
  `,
  ))

test('which of two alike a reason names does not depend on the order of their rows', () => {
  const rows = [
    'job,P1,2022-03-01,,,2022-03-09,vejle',
    'job,P1,2022-03-01,,,2022-03-09,aarhus',
    'job,P1,2022-03-01,,,2022-03-08,vejle',
  ]
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ]) {
    const line = (row: number) => String(order.indexOf(row) + 2)
    check(
      { kind: 'count-of', countOf: 'job' },
      `
      ${order.map((row) => rows[row]).join('\n')}
      => job P1 2022-03-01, recorded 2022-03-08 by vejle, facts.csv:${line(2)}
      => job P1 2022-03-01, recorded 2022-03-09 by aarhus, facts.csv:${line(1)}
      => job P1 2022-03-01, recorded 2022-03-09 by vejle, facts.csv:${line(0)}
    `,
    )
  }
})

test('a figure rests on the agreement’s facts, and nobody’s', () =>
  check(
    { kind: 'value-of', valueOf: 'effect', pick: 'latest' },
    `
    effect,,2022-03-01,,7.5,,
    => effect nobody = 7.5 2022-03-01, facts.csv:2
  `,
    -1,
  ))

test('the roster has a place for everybody', () => {
  const { people } = readExample('hours: amount, ties sum\n--- people.csv\nid,start\nP1,2022-01-01\nP2,2022-01-01')
  expect(personPlace(people.roster, 1)).toMatchObject({
    measure: '',
    person: 'P2',
    at: { file: 'people.csv', line: 3 },
  })
})

/** A question about the first half of 2022; facts (measure, person, from, to, value, recorded, by, item); what it rests on. */
function check(node: object, example: string, who = 0): void {
  const lines = linesOf(example)
  const facts = lines
    .filter((line) => !line.startsWith('=>'))
    .map((line) => line + ','.repeat(8 - line.split(',').length))
  const { facts: read } = readExample(`
    shelter: spell, first-day-out, once
    jail: spell, first-day-out, once
    wellbeing: score, ties highest
    hours: amount, ties sum
    job: event, once
    plan: plan
    effect: figure of agreement, ties refused
    --- people.csv
    id,start
    P1,2022-01-01
    --- facts.csv
    measure,person,from,to,value,recorded,by,item
    ${facts.join('\n')}`)
  const asking = { facts: asOf(read.store), scopes: [{ agreement: 0, key: '' }] }
  const used = factsUsed(node as FactNode, asking, { who, scope: 0 }, dayOf(2022, 1, 1), dayOf(2022, 7, 1))
  const told = used.map(({ measure, person, value, from, until, item, recorded, by, at }) => {
    const says = `${measure} ${person || 'nobody'}${value === undefined ? '' : ` = ${value}`} ${from ?? ''}`
    const ends = until === undefined ? '' : ` until ${until}`
    const known = recorded === undefined ? '' : `, recorded ${recorded} by ${by ?? 'nobody'}`
    return `=> ${says}${ends}${item === undefined ? '' : ` of ${item}`}${known}, ${at.file}:${at.line}`
  })
  expect(told).toEqual(lines.filter((line) => line.startsWith('=>')))
}
