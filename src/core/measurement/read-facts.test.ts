import { expect, test } from 'vitest'
import { answersOf, readExample } from './example.ts'

test('a file named after a measure needs no column for it', () =>
  check(`
    --- wellbeing.csv
    person,on,value
    P1,2022-05-01,4
    --- ask
    problems = none
    latest wellbeing in days of P1, 2022-01-01 .. 2023-01-01 = 4
  `))

test('a file that names no measure is not read', () =>
  check(`
    --- welbeing.csv
    person,on,value
    P1,2022-05-01,4
    --- ask
    problems = facts-measure-unnamed welbeing.csv:1
    tally = read 0, used 0, superseded 0, refused 0
  `))

test('Danish headers, numbers and days', () =>
  check(`
    --- støtte.csv
    Person;Oplysning;Den;Værdi;Registreret;Af;Dokumentation
    P1;hours;1/5/2022;12,5;20/5/2022;vejle;afgørelse 7
    --- ask
    problems = csv-day-ambiguous støtte.csv:2
    tally = read 1, used 0, superseded 0, refused 1
  `))

test('the rules of reading settle what a file alone cannot say', () =>
  check(`
    --- reading
    dates: day-month-year
    numbers: danish
    borger_id: person
    timer: value
    --- hours.csv
    Borger-ID;Den;Timer
    P1;1/5/2022;1.000
    P1;2/5/2022;12,5
    --- ask
    problems = none
    sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 1012.5
  `))

test('without a column for the person, id is the person', () =>
  check(`
    --- hours.csv
    id,on,value
    P1,2022-05-01,4
    --- ask
    problems = none
    sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 4
  `))

test('with one, id is the fact', () =>
  check(`
    --- hours.csv
    id,person,on,value
    1,P1,2022-05-01,4
    1,P1,2022-05-01,4
    --- ask
    problems = fact-told-twice hours.csv:3
    sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 4
  `))

test('whose fact, and of which measure', () =>
  check(`
    --- facts.csv
    person,measure,on,value
    P9,hours,2022-05-01,4
    ,hours,2022-05-01,4
    P1,ours,2022-05-01,4
    P1,,2022-05-01,4
    P2,hours,2022-05-01,4
    P1,hours,,4
    P1,hours,2022-05-01,
    --- ask
    problems = fact-person-unknown facts.csv:2, fact-person-missing facts.csv:3, fact-measure-unknown facts.csv:4, fact-measure-missing facts.csv:5, fact-day-missing facts.csv:7, fact-value-missing facts.csv:8
    tally = read 7, used 0, superseded 0, refused 7
  `))

test('values that the measure cannot have', () =>
  check(`
    --- facts.csv
    person,measure,on,value
    P1,wellbeing,2022-05-01,6
    P1,wellbeing,2022-05-01,5
    P1,hours,2022-05-01,many
    P1,hours,2022-05-01,"1,000"
    P1,support,2022-05-01,4
    P1,support,2022-05-01,sum
    P1,absence,2022-05-01,120 %
    P1,absence,2022-05-01,-1 %
    --- ask
    problems = fact-value-outside facts.csv:2, fact-value-unreadable facts.csv:4, fact-value-ambiguous facts.csv:5, fact-value-outside facts.csv:6, fact-value-unknown facts.csv:7, fact-value-outside facts.csv:8, fact-value-outside facts.csv:9
    tally = read 8, used 1, superseded 0, refused 7
  `))

test('a share without a sign is per cent when it can be nothing else', () =>
  check(`
    --- absence.csv
    person,on,value
    P1,2022-05-01,12
    P1,2022-05-02,12 %
    P1,2022-05-03,"12,5"
    P1,2022-05-04,0
    P1,2022-05-05,1
    P1,2022-05-06,0.12
    --- ask
    problems = fact-share-ambiguous absence.csv:6
    latest absence in days of P1, 2022-05-01 .. 2022-05-02 = 0.12
    latest absence in days of P1, 2022-05-01 .. 2022-05-03 = 0.12
    latest absence in days of P1, 2022-05-01 .. 2022-05-04 = 0.125
    latest absence in days of P1, 2022-05-01 .. 2022-05-05 = 0
    tally = read 6, used 4, superseded 0, refused 2
  `))

test('the rules say whether a share is a fraction', () =>
  check(`
    --- reading
    shares: fraction
    --- absence.csv
    person,on,value
    P1,2022-05-01,0.12
    P1,2022-05-02,12 %
    P1,2022-05-03,12
    P1,2022-05-04,0.1255
    --- ask
    problems = fact-value-outside absence.csv:4
    latest absence in days of P1, 2022-05-01 .. 2022-05-02 = 0.12
    latest absence in days of P1, 2022-05-01 .. 2022-05-03 = 0.12
    latest absence in days of P1, 2022-05-01 .. 2022-05-05 = 0.1255
  `))

test('the rules say whether a share is per cent', () =>
  check(`
    --- reading
    shares: percent
    --- absence.csv
    person,on,value
    P1,2022-05-01,0.12
    --- ask
    problems = none
    latest absence in days of P1, 2022-05-01 .. 2022-05-02 = 0.0012
  `))

test('a spell cannot end before it begins', () =>
  check(`
    --- shelter.csv
    person,from,to
    P1,2022-05-02,2022-05-01
    P1,2022-05-02,2022-05-02
    --- ask
    problems = fact-days-disordered shelter.csv:2
    nights of P1 in shelter, 2022-01-01 .. 2023-01-01 = 0
    tally = read 2, used 1, superseded 0, refused 1
  `))

test('days that are possible and odd', () =>
  check(`
    --- hours.csv
    person,on,value,recorded,by
    P1,2026-01-01,4,,vejle
    P1,2011-12-31,4,,vejle
    P3,2015-05-01,4,,vejle
    P1,2022-05-01,4,2022-04-30,vejle
    P1,2022-05-02,4,,
    --- ask
    problems = fact-day-ahead hours.csv:2, fact-day-early hours.csv:3, fact-day-before-birth hours.csv:4, fact-recorded-early hours.csv:5, fact-recorder-missing hours.csv:6
    tally = read 5, used 5, superseded 0, refused 0
  `))

test('a column that the measure has no use for is told once', () =>
  check(`
    --- facts.csv
    person,measure,from,to,value
    P1,shelter,2022-05-01,2022-05-02,3
    P1,shelter,2022-05-03,2022-05-04,3
    P1,hours,2022-05-01,2022-05-02,3
    --- ask
    problems = fact-column-idle facts.csv:2, fact-column-idle facts.csv:4
    nights of P1 in shelter, 2022-01-01 .. 2023-01-01 = 2
  `))

test('another grade than the agreed one is refused', () =>
  check(`
    --- hours.csv
    person,on,value,grade
    P1,2022-05-01,3,register
    P1,2022-05-02,3,leverandør
    --- ask
    problems = fact-grade-differs hours.csv:3
    tally = read 2, used 1, superseded 0, refused 1
  `))

test('a measure of children is not one of their parents', () => {
  const read = readExample(`
    absence: share of child, ties highest
    plan: plan of family
    --- people.csv
    id,unit,member-of
    F1,family,
    F1-a,child,F1
    F1-b,parent,F1
    --- facts.csv
    person,measure,on,value,item
    F1-a,absence,2022-05-01,12 %,
    F1-b,absence,2022-05-01,12 %,
    F1,absence,2022-05-01,12 %,
    F1,plan,2022-05-01,agreed,a
    F1,plan,2022-05-01,agreed,
    F1,plan,2022-05-01,agree,b
    --- ask
    problems = fact-unit-differs facts.csv:3, fact-unit-differs facts.csv:4, fact-item-missing facts.csv:6, fact-value-unknown facts.csv:7
    tally = read 6, used 2, superseded 0, refused 4`)
  expect(answersOf(read)).toEqual(read.ask)
})

test('figures name their agreement, by itself or in a column', () => {
  const read = readExample(`
    effect: figure of agreement, unit share, ties refused
    --- people.csv
    id,agreement
    A,vejle
    B,ikast
    --- a.csv
    person,measure,on,value
    vejle,effect,2022-05-01,12 %
    esbjerg,effect,2022-05-01,12 %
    --- effect.csv
    agreement,group,on,value
    ikast,2022,2022-05-01,-150 %
    --- ask
    problems = fact-agreement-unknown a.csv:3
    latest effect in days of 1/, 2022-01-01 .. 2023-01-01 = 0.12
    latest effect in days of A, 2022-01-01 .. 2023-01-01 = 0.12
    latest effect in days of B, 2022-01-01 .. 2023-01-01 = nothing
    latest effect in days of 0/2022, 2022-01-01 .. 2023-01-01 = -1.5`)
  expect(answersOf(read)).toEqual(read.ask)
})

test('an empty file, a file of nothing but a header, and unknown columns', () =>
  check(`
    --- hours.csv
    person,on,value,note
    P1,2022-05-01,3,x
    --- shelter.csv
    person,from,to
    --- wellbeing.csv
    person,value
    P1,3
    --- ask
    problems = facts-column-unknown hours.csv:1, facts-none shelter.csv:1, csv-column-missing wellbeing.csv:1
    tally = read 1, used 1, superseded 0, refused 0
  `))

test('lines of later files are their own', () =>
  check(`
    --- a.csv
    person,measure,on,value
    P1,strict,2022-05-01,1
    P1,strict,2022-05-02,1
    --- b.csv
    person,measure,on,value
    P1,strict,2022-05-02,1
    --- ask
    refused by rule = fact-same-day a.csv:3, fact-same-day b.csv:2
    as of 2022-05-01, known 2022-05-01
    refused by rule = none
    hidden = 2
  `))

/** Files and questions, asked of P1 and P3, who are in the roster, and P2, who was told in two ways. */
function check(example: string): void {
  const read = readExample(`
    wellbeing: score, scale 1-5, ties highest
    hours: amount, ties sum
    strict: score, ties refused
    absence: share, ties highest
    support: level, levels none/little/some, ties highest
    shelter: spell, first-day-out, once
    --- people.csv
    id,start,birth
    P1,2022-01-01,
    P2,2022-01-01,
    P2,2022-01-02,
    P3,2022-01-01,2015-06-01
    ${example.trim()}`)
  const ours = (line: string) => line.replace(/person-twice people.csv:4(, )?/, '').replace(/= $/, '= none')
  // The twin in the roster is the same in every case.
  const told = answersOf(read).map((line) => (line.startsWith('problems') ? ours(line).replace(/, $/, '') : line))
  expect(told).toEqual(read.ask)
}
