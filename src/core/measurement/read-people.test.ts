import { expect, test } from 'vitest'
import { dayOf, dayText } from '../base/index.ts'
import { answersOf, readExample } from './example.ts'
import { NO_DAY } from './measure-facts.ts'
import { type PeopleOptions } from './read-people.ts'
import { type Roster, attributeOf, dayColumns, placeOfRow, units } from './roster.ts'

test('people, families and their members', () =>
  check(`
    id,unit,member-of,track,start,birth
    F1,family,,ordinary,2022-03-01,
    F1-a,child,F1,,,2014-05-06
    F1-b,parent,F1,,,1984-05-06
    => F1 family, ordinary, start 2022-03-01
    => F1-a child of F1, birth 2014-05-06
    => F1-b parent of F1, birth 1984-05-06
    => members of F1: F1-a F1-b
  `))

test('the same in Danish, with semicolons and Danish days', () =>
  check(`
    Nr;Enhed;Familie;Spor;Slut;Født;Observeret til;Afgang;Afgang den;Prøvehold
    F1;familie;;ordinary da;31-12-2022;;13/2/2023;moved da;31.01.2023;nord
    F1-a;barn;F1;;;16.5.2014;;;;
    F1-b;forælder;F1;;;6/5-1984;;;;
    => F1 family, ordinary, end 2022-12-31, observedTo 2023-02-13, exitOn 2023-01-31, left moved, prøvehold nord
    => F1-a child of F1, birth 2014-05-16
    => csv-day-unreadable people.csv:4
    => people = read 3, used 2, told twice 0, refused 1
  `))

test('without a column for the unit everybody is the agreement’s own subject', () =>
  check(
    `
    id,start
    A,2022-01-01
    => A person, start 2022-01-01
  `,
    'person',
  ))

test('rows stand in order of ids: numbers by size, then the rest', () =>
  check(`
    id
    B
    10
    9
    A-10
    009
    => 9 family
    => 009 family
    => 10 family
    => A-10 family
    => B family
  `))

test('somebody told twice alike counts once, told differently not at all', () =>
  check(`
    id,start
    A,2022-01-01
    A,2022-01-01
    B,2022-01-01
    B,2022-01-02
    C,2022-01-01
    => A family, start 2022-01-01
    => C family, start 2022-01-01
    => person-told-twice people.csv:3
    => person-twice people.csv:5
    => people = read 5, used 2, told twice 1, refused 2
  `))

test('words that the terms do not know', () =>
  check(`
    id,unit,member-of,track,exit,pilot
    A,famly,,ordinary,,
    B,family,,intensiv,away,maybe
    C,child,X,,,
    D,child,E,,,ja
    E,family,,,,
    => D child of E, pilot
    => E family
    => members of E: D
    => person-unit-unknown people.csv:2
    => person-word-unknown people.csv:3
    => person-word-unknown people.csv:3
    => person-word-unknown people.csv:3
    => person-family-unknown people.csv:4
    => people = read 5, used 2, told twice 0, refused 3
  `))

test('a member of a family that is not in the roster is not either, however deep', () =>
  check(`
    id,unit,member-of,track
    F,family,,intensiv
    G,family,F,
    G-a,child,G,
    H,child,G-a,
    => person-word-unknown people.csv:2
    => person-family-unknown people.csv:5
    => people = read 4, used 0, told twice 0, refused 4
  `))

test('several agreements, and no column that says whose anybody is', () => {
  check('id\nA\nB\n=> csv-column-missing people.csv:1\n=> people = read 2, used 0, told twice 0, refused 2', 'family', {
    agreements: ['vejle', 'esbjerg'],
  })
  check('id\nA\n=> A family, agreement vejle', 'family', { agreements: ['vejle'] })
})

test('days that cannot follow each other', () =>
  check(`
    id,referral,start,end,birth
    A,2022-02-01,2022-01-01,2022-03-01,
    B,2022-01-01,2022-02-01,2022-01-31,
    C,,2022-02-01,,2022-02-02
    => A family, referral 2022-02-01, start 2022-01-01, end 2022-03-01
    => person-days-disordered people.csv:2
    => person-days-disordered people.csv:3
    => person-days-disordered people.csv:4
  `))

test('a day after the file was written is worth a look', () =>
  check(
    `
    id,start,birth,observed-to
    A,2023-01-01,2022-07-02,2022-07-02
    => A family, start 2023-01-01, birth 2022-07-02, observedTo 2022-07-02
    => person-day-ahead people.csv:2
  `,
    'family',
    { writtenOn: dayOf(2022, 7, 1) },
  ))

test('several agreements under one set of terms', () =>
  check(`
    id,agreement
    A,10
    B,9
    C,10
    => A family, agreement 10
    => B family, agreement 9
    => C family, agreement 10
  `))

test('an agreement that is not in the table of parameters', () =>
  check(
    `
    id,agreement
    A,vejle
    B,ikast
    => A family, agreement vejle
    => person-word-unknown people.csv:3
  `,
    'family',
    { agreements: ['vejle', 'esbjerg'] },
  ))

test('a row without an id is refused, and so is a file without the column', () => {
  check(`
    id,start
    ,2022-01-01
    => csv-value-missing people.csv:2
    => people = read 1, used 0, told twice 0, refused 1
  `)
  check(`
    start
    2022-01-01
    => csv-column-missing people.csv:1
  `)
})

test('the header may come in pieces of any size', () => {
  const text = 'id,unit,member-of,start\nF1,family,,2022-01-01\nF1-a,child,F1,\n'
  const pieces = [...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte))
  const { people } = readExample('plan: plan of family\n--- people.csv\nid\n', {}, () => [
    { name: 'people.csv', chunks: pieces },
  ])
  expect(rosterText(people.roster)).toEqual(['F1 family, start 2022-01-01', 'F1-a child of F1', 'members of F1: F1-a'])
})

/** The lines of people.csv, then one line for each row of the roster, each problem, and perhaps the tally. */
function check(example: string, subject = 'family', options: Partial<PeopleOptions> = {}): void {
  const lines = example
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const file = lines.filter((line) => !line.startsWith('=>'))
  const expected = lines.flatMap((line) => (line.startsWith('=> ') ? [line.slice(3)] : []))
  const text = `
    plan: plan of ${subject}
    --- people.csv
    ${file.join('\n')}
    --- ask
    people = ?`
  const read = readExample(text, options)
  const problems = read.people.problems.map(({ code, at }) => `${code} ${at.file}:${at.line}`)
  const told = [...rosterText(read.people.roster), ...problems, ...answersOf(read)]
  const isAsked = (line: string) => expected.some((other) => kindOf(other) === kindOf(line))
  expect(told.filter((line) => !/^(members of|people =)/.test(line) || isAsked(line))).toEqual(expected)
}

const kindOf = (line: string) => /^(members of|people =)/.exec(line)?.[0]

function rosterText(roster: Roster): string[] {
  const rows = Array.from({ length: roster.count }, (_, row) => {
    const family = roster.memberOf[row]!
    const days = dayColumns.flatMap((column) => {
      const day = roster.days[column][row]!
      return day === NO_DAY ? [] : [`${column} ${dayText(day)}`]
    })
    const attributes = [...roster.attributes.keys()].flatMap((name) => {
      const word = attributeOf(roster, name, row)
      return word === undefined ? [] : [`${name} ${word}`]
    })
    const agreement = roster.agreements[roster.agreement[row]!]!
    const parts = [
      `${roster.idOf(row)} ${units[roster.unit[row]!]!}${family < 0 ? '' : ` of ${roster.idOf(family)}`}`,
      ...(agreement === '' ? [] : [`agreement ${agreement}`]),
      ...(roster.track[row]! < 0 ? [] : [roster.tracks[roster.track[row]!]!]),
      ...days,
      ...(roster.exit[row]! < 0 ? [] : [`left ${roster.exits[roster.exit[row]!]!}`]),
      ...(roster.pilot[row] === 1 ? ['pilot'] : []),
      ...attributes,
    ]
    expect(roster.rowOf(roster.idOf(row))).toBe(row)
    expect(placeOfRow(roster, row).line).toBeGreaterThan(1)
    return parts.join(', ')
  })
  const families = Array.from({ length: roster.count }, (_, row) => {
    const members = roster.members.subarray(roster.firstMember[row], roster.firstMember[row + 1])
    return members.length === 0 ? [] : [`members of ${roster.idOf(row)}: ${Array.from(members, roster.idOf).join(' ')}`]
  })
  return [...rows, ...families.flat()]
}
