import { expect, test } from 'vitest'
import { dayOf, dayText } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { readExample } from './example.ts'
import { unstatedRules } from './headers.ts'
import { measuresNeeded, readMeasurement } from './measurement.ts'
import { unitsIn } from './time-in.ts'
import { pick } from './values.ts'

const { agreement, files } = readExample(`
    shelter: spell, first-day-out, once
    hospital: spell, first-day-out, once
    jail: spell, first-day-out, once
    job: event, once
    wellbeing: score, ties highest
    hours: amount, ties sum
    --- people.csv
    id,start
    P1,2022-01-01
    P1,2022-01-01
    --- a.csv
    person,measure,from,to
    P1,shelter,2022-03-01,2022-03-05
    P1,hospital,2022-03-01,2022-03-05
    P9,shelter,2022-03-01,2022-03-05`)
const [people, facts] = [
  files.find(({ name }) => name === 'people.csv')!,
  files.filter(({ name }) => name !== 'people.csv'),
]

const goal = (met: object) => ({
  ...agreement,
  goals: new Map([['goal', { label: { da: 'job', en: 'job' }, ...met }]]),
})
const inShelter = goal({ met: { kind: 'compare', value: { kind: 'time-in', timeIn: ['shelter'], except: ['jail'] } } })

test('a measure is needed by an expression, a day, a schedule, or its own due days', () => {
  const due = {
    ...agreement.measures.get('wellbeing')!,
    due: [{ base: { of: 'event', measure: 'job', pick: 'first' } }],
  }
  const needed = (terms: object) => [...measuresNeeded(terms as Agreement)].sort().join(' ')
  expect(needed(inShelter)).toBe('jail shelter')
  expect(needed(goal({ when: { each: 'job' } }))).toBe('job')
  expect(needed(goal({ quantity: { window: { from: { base: { of: 'event', measure: 'job' } } } } }))).toBe('job')
  expect(needed({ ...agreement, measures: new Map(agreement.measures).set('wellbeing', due as never) })).toBe(
    'job wellbeing',
  )
  expect(needed({ ...agreement, payments: new Map([['fee', { amount: { valueOf: 'hours' } }]]) })).toBe('hours')
})

test('where versions or readings say otherwise of whom a measure is, each sees the rows that it can', () => {
  const ofAgreement = { ...agreement.measures.get('shelter')!, of: 'agreement' as const }
  const other = { ...inShelter, measures: new Map(agreement.measures).set('shelter', ofAgreement) }
  const days = { to: dayOf(2022, 12, 31), knownAt: dayOf(2022, 12, 31) }
  const bytes = `person,measure,from,to\nP1,shelter,2022-03-01,2022-03-05\n,shelter,2022-04-01,2022-04-08\n`
  const rows = [{ name: 'rows.csv', chunks: [new TextEncoder().encode(bytes)] }]
  for (const agreements of [
    [inShelter, other],
    [other, inShelter],
  ] as unknown as Agreement[][]) {
    const measurement = readMeasurement({ agreements, people, facts: rows, rules: unstatedRules })
    const seen = agreements.map((under) => {
      const { measures } = measurement.asOf({ ...days, agreement: under })
      const { from, count } = measures.get('shelter')!
      return [under.measures.get('shelter')!.of, ...Array.from(from.subarray(0, count), dayText)].join(' ')
    })
    expect(seen.sort()).toEqual(['agreement 2022-03-01 2022-04-01', 'person 2022-03-01'])
    // A row that one of them cannot see is told of.
    const told = measurement.problems.filter(({ at }) => at.file === 'rows.csv')
    expect(told.map(({ code, at }) => `${code} ${at.line}`)).toEqual(['fact-group-unknown 2', 'fact-person-missing 3'])
  }
})

test('facts are read once, and seen under each version of the terms', () => {
  const each = { ...agreement.measures.get('shelter')!, toMeans: 'last-day-in' as const }
  const other = { ...inShelter, measures: new Map(agreement.measures).set('shelter', each) }
  const agreements = [other, inShelter] as unknown as Agreement[]
  const measurement = readMeasurement({ agreements, people, facts, rules: unstatedRules })
  const days = { to: dayOf(2022, 12, 31), knownAt: dayOf(2022, 12, 31) }
  const nights = agreements.map((under) => {
    const view = measurement.asOf({ ...days, agreement: under })
    expect(measurement.asOf({ ...days, agreement: under })).toBe(view)
    return unitsIn(view, ['shelter'], 0, dayOf(2022, 1, 1), dayOf(2023, 1, 1), 'nights', {})
  })
  expect(nights).toEqual([5, 4])
  expect(measurement.factTotal).toMatchObject({ rowsRead: 3, used: 2, notNeeded: 1, refused: 1 })
  expect(measurement.peopleTally).toEqual({ rowsRead: 2, used: 1, toldTwice: 1, refused: 0 })
  expect(measurement.problems.map(({ code }) => code)).toEqual(['fact-person-unknown', 'person-told-twice'])
})

test('without a file of people nobody is in the roster, and figures need nobody', () => {
  const effect = readExample('effect: figure of agreement, ties refused\n--- people.csv\nid').agreement
  const terms = { ...effect, payments: new Map([['effect', { amount: { valueOf: 'effect' } }]]) }
  const bytes = new TextEncoder().encode('person,on,value\n,2022-05-01,7\n')
  const agreements = [terms] as unknown as Agreement[]
  const figures = [{ name: 'effect.csv', chunks: [bytes] }]
  const measurement = readMeasurement({ agreements, people: undefined, facts: figures, rules: unstatedRules })
  const view = measurement.asOf({ to: dayOf(2022, 12, 31), knownAt: dayOf(2022, 12, 31), agreement: agreements[0]! })
  expect([measurement.roster.count, measurement.problems]).toEqual([0, []])
  expect(pick(view, 'effect', '0/', dayOf(2022, 1, 1), dayOf(2023, 1, 1), 'latest')).toBe(7)
})

test('what follows from a fault in the file of people is told once, and after it', () => {
  expect(toldOf('id,unit,family,start\nF,family,,2022-01-01\nA,child,F,\nB,child,F,\n')).toEqual([])
  // The reader refuses the family for its day, and the children with it.
  expect(toldOf('id,unit,family,start\nF,family,,1/2 2022\nA,child,F,\nB,child,F,\n')).toEqual([
    'csv-day-ambiguous people.csv:2',
    'persons-left-out people.csv:4 {"rows":3,"people":2,"files":["hours.csv","shelter.csv"],"members":2,"isRead":true}',
  ])
  // A row with a field too many still says whose it is; somebody who is nowhere is told by name, once a file.
  expect(toldOf('id,unit,start\nB,child,2022-01-01,\n')).toEqual([
    'fact-person-unknown hours.csv:2',
    'csv-row-too-long people.csv:2',
    'persons-left-out people.csv:2 {"rows":1,"people":1,"files":["hours.csv"],"members":0,"isRead":true}',
    'fact-person-unknown shelter.csv:2',
  ])
  expect(toldOf('navn,start\nA,2022-01-01\n')).toEqual([
    'csv-column-missing people.csv:1',
    'persons-left-out people.csv:1 {"rows":3,"people":2,"files":["hours.csv","shelter.csv"],"members":0,"isRead":false}',
  ])
  expect(toldOf(undefined)).toEqual([
    'people-missing people.csv:1 {"rows":3,"people":2,"files":["hours.csv","shelter.csv"]}',
  ])
})

/** What is wrong where these people have three facts, and what is counted of those that are left out. */
function toldOf(text: string | undefined): string[] {
  const kinds = 'hours: amount, ties sum\nshelter: spell, first-day-out, once\n--- people.csv\nid'
  const fileOf = (name: string, content: string) => ({ name, chunks: [new TextEncoder().encode(content)] })
  const { problems } = readMeasurement({
    agreements: [readExample(kinds).agreement],
    people: text === undefined ? undefined : fileOf('people.csv', text),
    facts: [
      fileOf('hours.csv', 'person,on,value\nA,2022-05-01,1\nB,2022-05-01,2\n'),
      fileOf('shelter.csv', 'person,from,to\nA,2022-05-01,\n'),
    ],
    rules: unstatedRules,
  })
  const isCount = (code: string) => code === 'people-missing' || code === 'persons-left-out'
  return problems
    .filter(({ severity }) => severity === 'wrong')
    .map(
      ({ code, at, facts: said }) =>
        `${code} ${at.file}:${String(at.line)}${isCount(code) ? ` ${JSON.stringify(said)}` : ''}`,
    )
}
