import { expect, test } from 'vitest'
import { answersOf, linesOf, readExample } from './example.ts'

test('a fact told twice counts once', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    17,P1,2022-03-01,12,2022-03-04,
    => problems = fact-told-twice hours.csv:3
    => tally = read 2, used 1, superseded 1, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 12
  `))

test('rows alike without a number are two facts', () =>
  check(`
    ,P1,2022-03-01,12,2022-03-04,
    ,P1,2022-03-01,12,2022-03-04,
    => problems = none
    => tally = read 2, used 2, superseded 0, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 24
  `))

test('two different facts with one number are both refused', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    17,P1,2022-03-01,13,2022-03-04,
    => problems = fact-number-twice hours.csv:2, fact-number-twice hours.csv:3
    => tally = read 2, used 0, superseded 0, refused 2
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = nothing
  `))

test('a correction takes the place of a fact from the day it was recorded', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,P1,2022-03-01,10,2022-05-02,17
    => problems = none
    => tally = read 2, used 1, superseded 1, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 10
    => as of 2022-05-01, known 2022-05-01
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 12
    => hidden = 1
    => as of 2022-05-01, known 2022-05-02
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 10
    => as of 2022-05-01, known 2022-03-03
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = nothing
    => hidden = 2
  `))

// The same rows three times: 17 to 20 are a fact, its correction, a withdrawal of that, and a fact told twice.
test.each([
  ['a measure that is needed', {}],
  ['one that nothing needs', { keep: new Set<string>() }],
] as const)('a tally says what it said on its day, of %s', (_, options) => {
  const then = (used: number, superseded: number, later: number) => {
    const notNeeded = 'keep' in options ? used : 0
    return `tally then = read 6, used ${used}, superseded ${superseded}, refused 0, later ${later}, not needed ${notNeeded}`
  }
  const rows = [
    '17,P1,2022-03-01,12,2022-03-04,',
    '18,P1,2022-03-01,10,2022-05-02,17',
    '19,,,,2022-06-02,18',
    '20,P2,2022-03-01,7,2022-07-01,',
    '20,P2,2022-03-01,7,2022-07-01,',
    ',P2,2022-08-01,3,,',
  ]
  const questions = [
    'as of 2022-12-31, known 2022-03-03',
    then(0, 0, 6),
    'as of 2022-12-31, known 2022-04-01',
    then(1, 0, 5),
    'as of 2022-12-31, known 2022-05-02',
    then(1, 1, 4),
    'as of 2022-12-31, known 2022-06-02',
    then(0, 3, 3),
    'as of 2022-07-31, known 2022-12-31',
    then(1, 4, 1),
    'as of 2022-12-31, known 2022-12-31',
    then(2, 4, 0),
  ]
  expect(answersOf(readExample(world(rows.join('\n'), questions), options))).toEqual(questions)
})

test('a correction of a correction leaves the first one replaced', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,P1,2022-03-01,10,2022-05-02,17
    19,P1,2022-03-01,9,2022-06-02,18
    => problems = none
    => tally = read 3, used 1, superseded 2, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 9
    => as of 2022-12-31, known 2022-05-31
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 10
  `))

test('a row may supersede its own number: versions follow each other by the day recorded', () =>
  check(`
    17,P1,2022-03-01,9,2022-06-02,17
    17,P1,2022-03-01,12,2022-03-04,
    17,P1,2022-03-01,10,2022-05-02,17
    => problems = none
    => tally = read 3, used 1, superseded 2, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 9
    => as of 2022-12-31, known 2022-05-31
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 10
    => as of 2022-12-31, known 2022-04-30
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 12
  `))

test('two versions recorded on one day are refused with all others of the number', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    17,P1,2022-03-01,10,2022-05-02,17
    17,P1,2022-03-01,11,2022-05-02,17
    => problems = fact-number-twice hours.csv:2, fact-number-twice hours.csv:3, fact-number-twice hours.csv:4
    => tally = read 3, used 0, superseded 0, refused 3
  `))

test('a correction may move a fact to another person', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,P2,2022-03-01,12,2022-05-02,17
    => problems = none
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = nothing
    => sum hours in days of P2, 2022-01-01 .. 2023-01-01 = 12
  `))

test('a withdrawal leaves nothing', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,,,,2022-05-02,17
    => problems = none
    => tally = read 2, used 0, superseded 2, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = nothing
    => as of 2022-12-31, known 2022-05-01
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 12
  `))

test('a fact may come back after a withdrawal', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,,,,2022-05-02,17
    19,P1,2022-03-01,11,2022-06-02,18
    => problems = none
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 11
  `))

test('a correction without a day of recording is refused, and the fact stands', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,P1,2022-03-01,10,,17
    19,,,,,17
    => problems = fact-correction-undated hours.csv:3, fact-withdrawal-undated hours.csv:4
    => tally = read 3, used 1, superseded 0, refused 2
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 12
  `))

test('a correction of nothing is refused, also when what it corrects was refused', () =>
  check(`
    18,P1,2022-03-01,10,2022-05-02,17
    19,P1,2022-03-01,9,2022-05-03,18
    20,,,,2022-05-03,21
    22,P1,2022-03-01,8,2022-05-03,22
    => problems = fact-correction-of-nothing hours.csv:2, fact-correction-of-nothing hours.csv:3, fact-correction-of-nothing hours.csv:4, fact-correction-of-nothing hours.csv:5
    => tally = read 4, used 0, superseded 0, refused 4
  `))

test('corrections in a circle are refused, and so is what hangs on them', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,18
    18,P1,2022-03-01,10,2022-05-02,17
    19,P1,2022-03-01,9,2022-06-02,18
    => problems = fact-correction-circular hours.csv:2, fact-correction-circular hours.csv:3, fact-correction-of-nothing hours.csv:4
    => tally = read 3, used 0, superseded 0, refused 3
  `))

test('two corrections of one fact both stand, and are pointed out', () =>
  check(`
    17,P1,2022-03-01,12,2022-03-04,
    18,P1,2022-03-01,10,2022-05-02,17
    19,P1,2022-03-01,9,2022-05-03,17
    => problems = fact-corrected-twice hours.csv:3, fact-corrected-twice hours.csv:4
    => tally = read 3, used 2, superseded 1, refused 0
    => sum hours in days of P1, 2022-01-01 .. 2023-01-01 = 19
  `))

test('facts of a measure nothing needs are settled too', () => {
  const text = world('17,P1,2022-03-01,12,2022-03-04,\n17,P1,2022-03-01,12,2022-03-04,', [])
  const { facts } = readExample(text, { keep: new Set() })
  expect(facts.total).toMatchObject({ rowsRead: 2, used: 1, notNeeded: 1, superseded: 1, refused: 0 })
  expect([...facts.store.measures.keys()]).toEqual([])
})

/** Facts (number, person, day, hours, recorded, supersedes), then questions and answers. */
function check(example: string): void {
  const lines = linesOf(example)
  const questions = lines.flatMap((line) => (line.startsWith('=> ') ? [line.slice(3)] : []))
  const facts = lines.filter((line) => !line.startsWith('=>'))
  const read = readExample(world(facts.join('\n'), questions))
  expect(answersOf(read)).toEqual(read.ask)
}

function world(facts: string, questions: readonly string[]): string {
  return `
    hours: amount, ties sum
    --- people.csv
    id,start
    P1,2022-01-01
    P2,2022-01-01
    --- hours.csv
    nr,person,on,value,recorded,supersedes
    ${facts}
    --- ask
    ${questions.join('\n')}`
}
