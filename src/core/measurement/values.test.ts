import { expect, test } from 'vitest'
import { answersOf, linesOf, readExample } from './example.ts'

test('of several days the latest, first, highest, lowest, mean or sum', () =>
  check(`
    P1,wellbeing,2022-05-01,3
    P1,wellbeing,2022-06-01,5
    P1,wellbeing,2022-07-01,4
    => latest wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 4
    => first wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 3
    => highest wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 5
    => lowest wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 3
    => mean wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 4
    => sum wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 12
  `))

test('the window takes in its first day and leaves out its last; nothing is not zero', () =>
  check(`
    P1,wellbeing,2022-05-01,3
    P1,wellbeing,2022-06-01,5
    => latest wellbeing in days of P1, 2022-05-01 .. 2022-06-01 = 3
    => latest wellbeing in days of P1, 2022-05-01 .. 2022-06-02 = 5
    => first wellbeing in days of P1, 2022-05-02 .. 2022-06-02 = 5
    => latest wellbeing in days of P1, 2022-05-02 .. 2022-06-01 = nothing
    => latest wellbeing in days of P2, 2022-01-01 .. 2023-01-01 = nothing
  `))

test('facts of one day are one value, by the measure’s rule', () =>
  check(`
    P1,wellbeing,2022-05-01,3
    P1,wellbeing,2022-05-01,5
    P1,low,2022-05-01,3
    P1,low,2022-05-01,5
    P1,hours,2022-05-01,3
    P1,hours,2022-05-01,5
    P1,hours,2022-06-01,7
    => latest wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 5
    => latest low in days of P1, 2022-01-01 .. 2023-01-01 = 3
    => first hours in days of P1, 2022-01-01 .. 2023-01-01 = 8
    => highest hours in days of P1, 2022-01-01 .. 2023-01-01 = 8
    => mean hours in days of P1, 2022-01-01 .. 2023-01-01 = 7.5
    => mean low in days of P1, 2022-01-01 .. 2023-01-01 = 3
  `))

test('the latest recorded of one day counts, if the days of recording tell', () =>
  check(`
    P1,absence,2022-05-01,10 %,2022-05-20
    P1,absence,2022-05-01,12 %,2022-05-10
    P2,absence,2022-05-01,10 %,2022-05-20
    P2,absence,2022-05-01,12 %,2022-05-20
    P3,absence,2022-05-01,12 %
    P3,absence,2022-05-01,12 %
    => latest absence in days of P1, 2022-01-01 .. 2023-01-01 = 0.1
    => latest absence in days of P2, 2022-01-01 .. 2023-01-01 = nothing
    => latest absence in days of P3, 2022-01-01 .. 2023-01-01 = 0.12
    => refused by rule = fact-tie-undecided facts.csv:4, fact-tie-undecided facts.csv:5
  `))

test('where ties are refused, neither counts', () =>
  check(`
    P1,strict,2022-05-01,3
    P1,strict,2022-05-01,3
    P1,strict,2022-06-01,4
    => first strict in days of P1, 2022-01-01 .. 2023-01-01 = 4
    => refused by rule = fact-same-day facts.csv:2, fact-same-day facts.csv:3
  `))

test('decimals are exact, and of any length beside each other', () =>
  check(`
    P1,hours,2022-05-01,0.1
    P1,hours,2022-06-01,0.2
    P1,hours,2022-07-01,12
    P2,hours,2022-05-01,0.000000000000001
    P2,hours,2022-06-01,123456789012345
    => sum hours in days of P1, 2022-01-01 .. 2022-07-01 = 0.3
    => latest hours in days of P1, 2022-01-01 .. 2023-01-01 = 12
    => sum hours in days of P2, 2022-01-01 .. 2023-01-01 = 123456789012345.000000000000001
    => highest hours in days of P2, 2022-01-01 .. 2023-01-01 = 123456789012345
    => mean hours in days of P1, 2022-01-01 .. 2023-01-01 = 4.1
  `))

test('a level is its number or its name, in either language', () =>
  check(`
    P1,support,2022-05-01,2
    P2,support,2022-05-01,Some
    P3,support,2022-05-01,little-da
    => latest support in days of P1, 2022-01-01 .. 2023-01-01 = 2
    => latest support in days of P2, 2022-01-01 .. 2023-01-01 = 2
    => latest support in days of P3, 2022-01-01 .. 2023-01-01 = 1
  `))

test('events of one day count once or each; apart, only those far enough from the last', () =>
  check(`
    P1,job,2022-03-01
    P1,job,2022-03-01
    P1,job,2022-03-20
    P1,job,2022-04-20
    P1,fight,2022-03-01
    P1,fight,2022-03-01
    => count job of P1, 2022-01-01 .. 2023-01-01 = 3
    => count job of P1, 2022-01-01 .. 2022-04-20 = 2
    => count fight of P1, 2022-01-01 .. 2023-01-01 = 2
    => count job apart 1 months of P1, 2022-01-01 .. 2023-01-01 = 2
    => days job of P1 = 2022-03-01 2022-03-20 2022-04-20
    => first day job of P1 = 2022-03-01
    => last day job of P1 = 2022-04-20
    => first day job of P2 = none
    => any job of P1 = yes
    => any job of P2 = no
  `))

test('stays that touch are one event', () =>
  check(`
    P1,shelter,2022-03-01,,,2022-03-05
    P1,shelter,2022-03-05,,,2022-03-08
    P1,shelter,2022-03-06,,,2022-03-07
    P1,shelter,2022-04-01,,,2022-04-02
    => count shelter of P1, 2022-01-01 .. 2023-01-01 = 2
    => days shelter of P1 = 2022-03-01 2022-04-01
  `))

test('a figure is about the agreement, or a group of it by name', () =>
  check(`
    ,effect,2024-01-01,-3.5
    2022,effect,2024-01-01,7
    Vejle,effect,2024-01-01,8
    => latest effect in days of 0/, 2022-01-01 .. 2025-01-01 = -3.5
    => latest effect in days of 0/cohort:start-year:2022, 2022-01-01 .. 2025-01-01 = 7
    => latest effect in days of 0/authority:vejle, 2022-01-01 .. 2025-01-01 = 8
    => latest effect in days of 0/authority:ikast, 2022-01-01 .. 2025-01-01 = nothing
    => latest effect in days of P1, 2022-01-01 .. 2025-01-01 = -3.5
  `))

/** Facts (person, measure, day, value, recorded, to), then questions and answers. */
function check(example: string): void {
  const lines = linesOf(example)
  const columns = 6
  const facts = lines
    .filter((line) => !line.startsWith('=>'))
    .map((line) => line + ','.repeat(columns - line.split(',').length))
  const text = `
    wellbeing: score, scale 1-5, ties highest
    low: score, ties lowest
    hours: amount, ties sum
    strict: score, ties refused
    absence: share, ties latest-recorded
    support: level, levels none/little/some, ties highest
    job: event, once
    fight: event, each
    shelter: spell, first-day-out, once
    effect: figure of agreement, ties refused
    --- people.csv
    id,start,authority
    P1,2022-01-01,vejle
    P2,2022-01-01,vejle
    P3,2022-01-01,vejle
    --- facts.csv
    person,measure,on,value,recorded,to
    ${facts.join('\n')}
    --- ask
    problems = none
    ${lines.flatMap((line) => (line.startsWith('=> ') ? [line.slice(3)] : [])).join('\n')}`
  const read = readExample(text)
  expect(answersOf(read)).toEqual(read.ask)
}
