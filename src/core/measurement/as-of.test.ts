import { expect, test } from 'vitest'
import { answersOf, linesOf, readExample } from './example.ts'

test('what begins after the first day does not exist yet', () =>
  check(`
    P1,shelter,2022-03-01,2022-03-05,,
    P1,shelter,2022-05-01,2022-05-03,,
    => as of 2022-04-30, known 2022-12-31
    => nights of P1 in shelter, 2022-01-01 .. 2023-01-01 = 4
    => hidden = 1
    => as of 2022-05-01, known 2022-12-31
    => nights of P1 in shelter, 2022-01-01 .. 2023-01-01 = 6
  `))

test('what was recorded after the second day is not known yet', () =>
  check(`
    P1,hours,2022-03-01,,4,2022-03-10
    P1,hours,2022-03-05,,3,2022-06-01
    => as of 2022-03-31, known 2022-03-31
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 4
    => as of 2022-03-31, known 2022-06-01
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 7
    => as of 2022-03-31, known 2022-03-09
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = nothing
  `))

test('without a day of recording a fact was known on its own day', () =>
  check(`
    P1,hours,2022-03-01,,4,
    => as of 2022-12-31, known 2022-02-28
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = nothing
    => as of 2022-12-31, known 2022-03-01
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 4
  `))

test('a stay without a day of recording was known when it ended, or as far as it had come', () =>
  check(`
    P1,shelter,2022-03-01,2022-03-10,,
    => as of 2022-12-31, known 2022-03-09
    => nights of P1 in shelter, 2022-01-01 .. 2023-01-01 = 0
    => as of 2022-12-31, known 2022-03-10
    => nights of P1 in shelter, 2022-01-01 .. 2023-01-01 = 9
    => as of 2022-03-05, known 2022-03-05
    => nights of P1 in shelter, 2022-01-01 .. 2022-03-06 = 5
  `))

test('a stay that goes on was known when it began', () =>
  check(`
    P1,hospital,2022-03-01,,,
    => as of 2022-12-31, known 2022-03-01
    => days of P1 in hospital, 2022-01-01 .. 2022-03-11 = 10
  `))

test('with the last day inside, a stay was known on that day', () =>
  check(`
    P1,hospital,2022-03-01,2022-03-10,,
    => as of 2022-12-31, known 2022-03-09
    => days of P1 in hospital, 2022-01-01 .. 2023-01-01 = 0
    => as of 2022-12-31, known 2022-03-10
    => days of P1 in hospital, 2022-01-01 .. 2023-01-01 = 10
  `))

test('overlaps that the terms refuse take each other out, as far as they are known', () =>
  check(`
    P1,cell,2022-03-01,2022-03-10,,2022-03-10
    P1,cell,2022-03-05,2022-03-06,,2022-04-01
    P1,cell,2022-03-10,2022-03-12,,2022-03-12
    P2,cell,2022-03-01,2022-03-10,,2022-03-10
    => nights of P1 in cell, 2022-01-01 .. 2023-01-01 = 2
    => nights of P2 in cell, 2022-01-01 .. 2023-01-01 = 9
    => refused by rule = fact-overlaps facts.csv:2, fact-overlaps facts.csv:3
    => as of 2022-12-31, known 2022-03-31
    => nights of P1 in cell, 2022-01-01 .. 2023-01-01 = 11
    => refused by rule = none
  `))

test('one long stay is refused with every short one in it', () =>
  check(`
    P1,cell,2022-03-01,2022-03-20,,
    P1,cell,2022-03-02,2022-03-03,,
    P1,cell,2022-03-10,2022-03-11,,
    P1,cell,2022-03-20,2022-03-20,,
    P1,cell,2022-03-20,2022-03-21,,
    => nights of P1 in cell, 2022-01-01 .. 2023-01-01 = 1
    => refused by rule = fact-overlaps facts.csv:2, fact-overlaps facts.csv:3, fact-overlaps facts.csv:4
  `))

test('two events of one day, where that is refused', () =>
  check(`
    P1,birth,2022-03-01,,,
    P1,birth,2022-03-01,,,
    P1,birth,2022-04-01,,,
    => count birth of P1, 2022-01-01 .. 2023-01-01 = 1
    => refused by rule = fact-same-day facts.csv:2, fact-same-day facts.csv:3
  `))

test('another reading of the terms sees the same files under its own rules', () => {
  const read = readExample(world('P1,shelter,2022-03-01,2022-03-05,,\nP1,hours,2022-03-01,,12,', []))
  const { measures } = read.agreement
  const shelter = { ...measures.get('shelter')!, toMeans: 'last-day-in' as const }
  const hours = { ...measures.get('hours')!, unit: 'share' as const }
  const other = { ...read.agreement, measures: new Map(measures).set('shelter', shelter).set('hours', hours) }
  const example = {
    ...read,
    ask: ['nights of P1 in shelter, 2022-01-01 .. 2023-01-01 =', 'sum hours in days of P1, 2022-01-01 .. 2023-01-01 ='],
  }
  expect(answersOf(example).map((line) => line.split(' = ')[1])).toEqual(['4', '12'])
  expect(answersOf(example, other).map((line) => line.split(' = ')[1])).toEqual(['5', '0.12'])
})

/** Facts (person, measure, from, to, value, recorded), then questions and answers. */
function check(example: string): void {
  const lines = linesOf(example)
  const questions = lines.flatMap((line) => (line.startsWith('=> ') ? [line.slice(3)] : []))
  const facts = lines.filter((line) => !line.startsWith('=>'))
  const read = readExample(world(facts.join('\n'), questions))
  expect(answersOf(read)).toEqual(read.ask)
}

function world(facts: string, questions: readonly string[]): string {
  return `
    shelter: spell, first-day-out, once
    hospital: spell, last-day-in, once
    cell: spell, first-day-out, refused
    hours: amount, ties sum
    birth: event, refused
    --- people.csv
    id,start
    P1,2022-01-01
    P2,2022-01-01
    --- facts.csv
    person,measure,from,to,value,recorded
    ${facts}
    --- ask
    problems = none
    ${questions.join('\n')}`
}
