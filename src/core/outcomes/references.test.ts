/** Rules that rest on other goals' results, as small texts: whose date never comes holds nobody else up. */
import { describe, expect, test } from 'vitest'
import { explainResult } from './index.ts'
import { check, outcomesOf } from './results-example.ts'

/** One in a job that is kept, one whose job comes so late that the 13 weeks end after the day, one who never has one. */
const people = `
      --- people.csv
      id,start
      P1,2022-01-01
      P2,2022-01-01
      P3,2022-01-01
      --- job.csv
      person,on
      P1,2022-03-01
      P2,2022-12-01
`

const clause = (name: string, whose: string, rest: string): string =>
  `${name}: { clause: "${name}", label: { da: Mål, en: Goal }, for: ${whose}, unmeasured: waits, ${rest} }`

const kept = clause('g', 'each-subject', 'when: { at: first job + 13 weeks }, met: { observed-to: start }')

const ofAll = (rest: string): string => clause('h', 'the-group', `when: { at: 2022-12-31 }, ${rest}`)

const own = 'g P1 2022-05-31 met\n g P2 2023-03-02 met\n g P3 unknown notDue'

describe('a figure of a group of whom some never have the day', () => {
  const share = (dates: string, unmeasured = 'left-out'): string =>
    ofAll(`quantity: { over: people, take: share, that: { met: g, dates: ${dates} }, unmeasured: ${unmeasured} }`)

  test('counts whose date has not come by its day as not met', () =>
    check(`
      ${kept}
      ${share('any-date-so-far')}
      ${people}
      --- results
      ${own}
      h all 2022-12-31 measured 1/3
    `))

  test('has no date to judge every date by, which is unmeasured', () => {
    for (const [unmeasured, wanted] of [
      ['left-out', 'measured 1'],
      ['counted-as-no', 'measured 1/3'],
      ['makes-unmeasured', 'unmeasured unmeasured'],
    ])
      check(`
        ${kept}
        ${share('every-date-so-far', unmeasured)}
        ${people}
        --- results
        ${own}
        h all 2022-12-31 ${wanted}
      `)
  })

  test('sums what the dates so far have come to', () => {
    for (const [dates, wanted] of [
      ['dates-so-far, pick: sum', '8'],
      ['earlier-dates, pick: highest', '6'],
      ['previous-date', '2'],
    ])
      check(`
        ${clause('g', 'each-subject', 'when: { at: [2022-06-30, 2022-09-30, first job + 13 weeks], decided: each-date }, quantity: { value-of: mood, pick: latest, window: { from: previous, through: occasion } }').replaceAll('previous', 'start')}
        ${ofAll(`quantity: { over: people, take: sum, of: { result-of: g, as: quantity, dates: ${dates} }, unmeasured: left-out }`)}
        --- people.csv
        id,start
        P1,2022-01-01
        --- mood.csv
        person,on,value
        P1,2022-03-01,6
        P1,2022-08-01,2
        --- results
        g P1 2022-06-30 measured 6
        g P1 2022-09-30 measured 2
        g P1 unknown notDue not-due
        h all 2022-12-31 measured ${wanted}
      `)
  })

  test('sees no date of one who waits for a day among several that are decided together', () =>
    check(`
      ${clause('g', 'each-subject', 'when: { at: [first job + 13 weeks, 2022-06-30], decided: all-dates }, met: { observed-to: start }')}
      ${share('any-date-so-far')}
      ${people.replace('P2,2022-12-01', 'P2,2022-03-01')}
      --- results
      g P1 2022-06-30 met
      g P2 2022-06-30 met
      g P3 unknown notDue
      h all 2022-12-31 measured 2/3
    `))

  test('goal that only those have who met the first', () =>
    check(`
      ${kept}
      ${clause('w', 'each-subject', 'who: { met: g, dates: any-date-so-far }, when: { at: 2022-12-31 }, met: { observed-to: start }')}
      ${people}
      --- results
      ${own}
      w P1 2022-12-31 met
    `))
})

describe('whom a goal is about, where that may change from date to date', () => {
  const aged = (who: string, when = 'each-date'): string =>
    clause(
      'g',
      'each-subject',
      `who: ${who}, when: { at: [2022-06-30, 2023-06-30, 2024-06-30], decided: ${when} }, met: { observed-to: start }`,
    )
  const six = '{ time-between: [birth, occasion], unit: years, at-least: 6 years }'
  const born = `
      --- people.csv
      id,start,birth
      P1,2022-01-01,2016-01-01
      P2,2022-01-01,2017-01-01
      P3,2022-01-01,
  `
  test('is asked on each of them, and waits on one to come', () =>
    check(`
      ${aged(six)}
      ${born}
      --- results
      g P1 2022-06-30 met
      g P1 2023-06-30 met
      g P1 2024-06-30 notDue
      g P2 2023-06-30 met
      g P2 2024-06-30 notDue
      g P3 2022-06-30 unmeasured
      g P3 2023-06-30 unmeasured
      g P3 2024-06-30 notDue
    `))
  test('passes over the dates that are not about somebody, where all are decided together', () =>
    check(`
      ${aged(six, 'any-date')}
      ${born}
      --- to
      2022-12-31
      --- results
      g P1 2022-06-30 met
      g P2 2024-06-30 notDue
      g P3 2024-06-30 notDue
    `))
  test('is asked of whom it cannot be about on no date to come', () =>
    check(
      `
      ${aged(`{ all: [{ in: young }, ${six}] }`)}
      ${born}
      --- results
      g P2 2023-06-30 met
      g P2 2024-06-30 notDue
      g P3 2022-06-30 unmeasured
      g P3 2023-06-30 unmeasured
      g P3 2024-06-30 notDue
    `,
      (text) =>
        text.replace(
          'goals:',
          `groups: { young: { label: { da: unge, en: young }, who: { not: { time-between: [birth, start], unit: years, at-least: 6 years } } } }\ngoals:`,
        ),
    ))
  test('may be asked by way of a group', () =>
    check(
      `
      ${aged('{ in: school-age }')}
      ${born}
      --- to
      2022-12-31
      --- results
      g P1 2022-06-30 met
      g P1 2023-06-30 notDue
      g P1 2024-06-30 notDue
      g P2 2023-06-30 notDue
      g P2 2024-06-30 notDue
      g P3 2022-06-30 unmeasured
      g P3 2023-06-30 notDue
      g P3 2024-06-30 notDue
    `,
      (text) =>
        text.replace('goals:', `groups: { school-age: { label: { da: store, en: older }, who: ${six} } }\ngoals:`),
    ))
  test('of a group counts the people of the date', () =>
    check(`
      ${clause('h', 'the-group', 'who: { over: people, take: count, unmeasured: left-out, at-least: 2 people }, when: { at: [2022-06-30, 2023-06-30], decided: each-date }, quantity: { over: people, take: count, unmeasured: left-out }')}
      --- people.csv
      id,start
      P1,2022-01-01
      P2,2023-01-01
      --- results
      h all 2023-06-30 measured 2
    `))
  test('is explained on the date that decided', () => {
    const outcomes = outcomesOf(`${aged(six, 'any-date')}\n${born}`)
    expect(explainResult(outcomes, 'g', 1).children.map(({ rule, value }) => `${rule} ${value}`)).toEqual([
      'compare 1',
      'observed-to 1',
    ])
  })
})

test('a group that is asked by many people is asked on each date', () =>
  check(
    `
    ${clause('g', 'each-subject', 'when: { at: [2022-06-30, 2023-06-30], decided: each-date }, quantity: { over: people, take: count, among: { in: school-age }, unmeasured: left-out }')}
    --- people.csv
    id,start,birth
    P1,2022-01-01,2016-01-01
    P2,2022-01-01,2017-01-01
    --- results
    g P1 2022-06-30 measured 1
    g P1 2023-06-30 measured 2
    g P2 2022-06-30 measured 1
    g P2 2023-06-30 measured 2
  `,
    (text) =>
      text.replace(
        'goals:',
        'groups: { school-age: { label: { da: store, en: older }, who: { time-between: [birth, occasion], unit: years, at-least: 6 years } } }\ngoals:',
      ),
  ))

describe('whoever is held out of a goal', () => {
  const withExit = (text: string): string =>
    text.replace('counted: started', 'counted: started, exits: { died: { da: død, en: died } }')
  const first = clause(
    'g',
    'each-subject',
    'leavers: { died: left-out }, when: { at: [2022-06-30, 2022-12-31], decided: each-date }, met: { count-of: job, window: { from: start, through: occasion }, at-least: 1 time }',
  )
  /** P1 has met it, P2 has missed it, P3 met it and then died, P4 missed it and then died, P5 was dead before. */
  const facts = `
      --- people.csv
      id,start,exit,exit-on
      P1,2022-01-01,,
      P2,2022-01-01,,
      P3,2022-01-01,died,2022-08-01
      P4,2022-01-01,died,2022-08-01
      P5,2022-01-01,died,2022-02-01
      --- job.csv
      person,on
      P1,2022-03-01
      P3,2022-03-01
      --- results
      g P1 2022-06-30 met
      g P1 2022-12-31 met
      g P2 2022-06-30 missed
      g P2 2022-12-31 missed
      g P3 2022-06-30 met
      g P3 2022-12-31 leftOut
      g P4 2022-06-30 missed
      g P4 2022-12-31 leftOut
      g P5 2022-06-30 leftOut
      g P5 2022-12-31 leftOut
  `
  const share = (that: string): string =>
    clause(
      'h',
      'the-group',
      `when: { at: 2023-01-01 }, quantity: { over: people, take: share, that: ${that}, unmeasured: left-out }`,
    )

  test('on all its dates counts neither as met nor as missed, whichever dates are asked about', () => {
    for (const dates of ['any-date', 'every-date', 'any-date-so-far', 'every-date-so-far'])
      check(`${first}\n${share(`{ met: g, dates: ${dates} }`)}\n${facts}\nh all 2023-01-01 measured 0.5`, withExit)
    for (const counted of [
      'times-met, dates: all-dates, at-least: 1 time',
      'times-missed, dates: dates-so-far, less-than: 1 time',
    ])
      check(`${first}\n${share(`{ result-of: g, as: ${counted} }`)}\n${facts}\nh all 2023-01-01 measured 0.5`, withExit)
  })
  test('but who has no date has not met it', () =>
    check(
      `${first.replace('[2022-06-30, 2022-12-31], decided: each-date', '2023-06-30')}
      ${share('{ met: g, dates: any-date-so-far }')}
      --- people.csv
      id,start
      P1,2022-01-01
      --- results
      g P1 2023-06-30 missed
      h all 2023-01-01 measured 0`,
      withExit,
    ))
})
