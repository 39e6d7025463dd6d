import { expect, test } from 'vitest'
import { answersOf, linesOf, readExample } from './example.ts'

test('a stay counts its nights, not the day of leaving', () =>
  check(`
    P1,shelter,2022-01-01,2022-01-04
    => nights of P1 in shelter, 2022-01-01 .. 2022-07-01 = 3
  `))

test('with the last day inside, the day of leaving counts', () =>
  check(`
    P1,hospital,2022-01-01,2022-01-04
    P1,hospital,2022-02-01,2022-02-01
    => days of P1 in hospital, 2022-01-01 .. 2022-07-01 = 5
  `))

test('overlapping stays count once', () =>
  check(`
    P1,shelter,2022-01-01,2022-01-04
    P1,shelter,2022-01-03,2022-01-06
    P1,shelter,2022-01-03,2022-01-05
    => nights of P1 in shelter, 2022-01-01 .. 2022-07-01 = 5
  `))

test('overlapping stays count each, if the measure says so', () =>
  check(`
    P1,hostel,2022-01-01,2022-01-04
    P1,hostel,2022-01-03,2022-01-06
    => nights of P1 in hostel, 2022-01-01 .. 2022-07-01 = 6
    => weeks any-day monday-to-sunday of P1 in hostel, 2022-01-03 .. 2022-07-01 = 2
  `))

test('the window cuts at both ends, and its last day is outside', () =>
  check(`
    P1,shelter,2021-12-20,2022-01-03
    P1,shelter,2022-06-29,2022-07-20
    => nights of P1 in shelter, 2022-01-01 .. 2022-07-01 = 4
    => nights of P1 in shelter, 2022-07-01 .. 2022-07-01 = 0
    => nights of P1 in shelter, 2022-03-01 .. 2022-04-01 = 0
  `))

test('a stay without an end goes on', () =>
  check(`
    P1,shelter,2022-06-20,
    => nights of P1 in shelter, 2022-01-01 .. 2022-07-01 = 11
    => nights of P1 in shelter, 2025-01-01 .. 2026-01-01 = 365
  `))

test('other people have their own nights', () =>
  check(`
    P1,shelter,2022-01-01,2022-01-04
    P2,shelter,2022-01-01,2022-01-02
    => nights of P2 in shelter, 2022-01-01 .. 2022-07-01 = 1
    => nights of P3 in shelter, 2022-01-01 .. 2022-07-01 = 0
  `))

test('several measures are one time, and time can be taken out', () =>
  check(`
    P1,shelter,2022-01-01,2022-01-11
    P1,hospital,2022-01-08,2022-01-14
    P1,jail,2022-01-03,2022-01-05
    P1,jail,2022-01-13,2022-01-20
    => nights of P1 in shelter+hospital, 2022-01-01 .. 2022-07-01 = 14
    => nights of P1 in shelter+hospital except jail, 2022-01-01 .. 2022-07-01 = 10
    => nights of P1 in shelter except jail+hospital, 2022-01-01 .. 2022-07-01 = 5
  `))

test('time counted once and time counted each stand beside each other', () =>
  check(`
    P1,shelter,2022-01-01,2022-01-03
    P1,hostel,2022-01-01,2022-01-03
    P1,hostel,2022-01-01,2022-01-03
    => nights of P1 in shelter+hostel, 2022-01-01 .. 2022-07-01 = 6
  `))

test('a week is whole from Monday to Sunday', () =>
  check(`
    P1,work,2022-01-03,2022-01-23
    => weeks whole-only monday-to-sunday of P1 in work, 2022-01-03 .. 2022-07-04 = 2
    => weeks any-day monday-to-sunday of P1 in work, 2022-01-03 .. 2022-07-04 = 3
    => weeks whole-only monday-to-sunday of P1 in work, 2022-01-05 .. 2022-07-04 = 1
    => weeks any-day monday-to-sunday of P1 in work, 2022-01-05 .. 2022-07-04 = 3
  `))

test('a week can be counted from the window’s first day', () =>
  check(`
    P1,work,2022-01-01,2022-01-22
    => weeks whole-only from-window-start of P1 in work, 2022-01-01 .. 2022-07-01 = 3
    => weeks whole-only from-window-start of P1 in work, 2022-01-02 .. 2022-07-01 = 2
    => weeks any-day from-window-start of P1 in work, 2022-01-02 .. 2022-07-01 = 3
  `))

test('two stretches within one week are one week with a day in it, and together may make it whole', () =>
  check(`
    P1,work,2022-01-03,2022-01-05
    P1,work,2022-01-06,2022-01-08
    P2,work,2022-01-03,2022-01-06
    P2,work,2022-01-06,2022-01-10
    => weeks any-day monday-to-sunday of P1 in work, 2022-01-03 .. 2022-07-04 = 1
    => weeks whole-only monday-to-sunday of P2 in work, 2022-01-03 .. 2022-07-04 = 1
  `))

test('months and years are counted from the window’s first day', () =>
  check(`
    P1,work,2022-01-31,2022-04-30
    P2,work,2022-01-01,2025-01-01
    => months whole-only of P1 in work, 2022-01-31 .. 2022-07-31 = 3
    => months any-day of P1 in work, 2022-01-15 .. 2022-07-15 = 4
    => months whole-only of P1 in work, 2022-01-15 .. 2022-07-15 = 2
    => years whole-only of P2 in work, 2022-01-01 .. 2025-12-31 = 3
    => years whole-only of P2 in work, 2022-02-01 .. 2025-12-31 = 2
    => years any-day of P2 in work, 2021-06-01 .. 2025-12-31 = 4
  `))

test('the longest run bridges short gaps, and counts their days or does not', () =>
  check(`
    P1,work,2022-01-01,2022-02-01
    P1,work,2022-02-05,2022-04-01
    P1,work,2022-05-01,2022-05-11
    => run days of P1 in work, gap 7 days counted, 2022-01-01 .. 2022-07-01 = 90
    => run days of P1 in work, gap 7 days not-counted, 2022-01-01 .. 2022-07-01 = 86
    => run days of P1 in work, gap 3 days counted, 2022-01-01 .. 2022-07-01 = 55
    => run days of P1 in work, gap 4 days counted, 2022-01-01 .. 2022-07-01 = 90
    => run weeks of P1 in work, gap 4 days counted, 2022-01-01 .. 2022-07-01 = 12
    => run months of P1 in work, gap 4 days counted, 2022-01-01 .. 2022-07-01 = 3
    => run months of P1 in work, gap 4 days not-counted, 2022-01-01 .. 2022-07-01 = 2
  `))

test('a run has only so many gaps, and takes the best of them', () =>
  check(`
    P1,work,2022-01-01,2022-01-11
    P1,work,2022-01-12,2022-02-01
    P1,work,2022-02-02,2022-03-01
    => run days of P1 in work, gap 1 days not-counted, gaps 1, 2022-01-01 .. 2022-07-01 = 47
    => run days of P1 in work, gap 1 days not-counted, gaps 0, 2022-01-01 .. 2022-07-01 = 27
    => run days of P1 in work, gap 1 days not-counted, gaps 2, 2022-01-01 .. 2022-07-01 = 57
    => run days of P1 in work, gap 1 days not-counted, 2022-01-01 .. 2022-01-01 = 0
  `))

/** Spells, one on each line, then a line `=> question = answer` for each that must come out. */
function check(example: string): void {
  const lines = linesOf(example)
  const text = `
    shelter: spell, first-day-out, once
    hostel: spell, first-day-out, each
    hospital: spell, last-day-in, once
    jail: spell, first-day-out, once
    work: spell, first-day-out, once
    --- people.csv
    id,start
    P1,2022-01-01
    P2,2022-01-01
    P3,2022-01-01
    --- facts.csv
    person,measure,from,to
    ${lines.filter((line) => !line.startsWith('=>')).join('\n')}
    --- ask
    ${lines.flatMap((line) => (line.startsWith('=> ') ? [line.slice(3)] : [])).join('\n')}`
  const read = readExample(text)
  expect(answersOf(read)).toEqual(read.ask)
}

test('a child is in the state its family is in', () => {
  const example = readExample(`
    shelter: spell of family, first-day-out, once
    --- people.csv
    id,unit,member-of
    F1,family,
    F1-a,child,F1
    --- shelter.csv
    person,from,to
    F1,2022-01-01,2022-01-04
    --- ask
    nights of F1-a in shelter, 2022-01-01 .. 2022-07-01 = 3
    run days of F1-a in shelter, gap 0 days not-counted, 2022-01-01 .. 2022-07-01 = 3
  `)
  expect(answersOf(example)).toEqual(example.ask)
})
