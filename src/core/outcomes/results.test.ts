/** Results as small texts: goals, people and facts in, what came of each goal for each subject on each day out. */
import { describe, expect, test } from 'vitest'
import { type Reason, explainResult, valueText } from './index.ts'
import { check, families, outcomesOf, told } from './results-example.ts'

const goal = (clause: string, rest: string): string =>
  `g: { clause: "${clause}", label: { da: Mål, en: Goal }, for: each-subject, unmeasured: waits, ${rest} }`

const mood = '{ value-of: mood, pick: latest, window: { from: previous, through: occasion } }'

const atLeast = (bound: string): string => mood.replace(/\}$/, `, at-least: ${bound} }`)

describe('a goal with a quantity and a condition', () => {
  test('weighs the quantity of the same occasion', () =>
    check(`
      ${goal('1', `when: { at: [2022-06-30, 2022-12-31], decided: each-date }, quantity: ${mood}, met: { this: quantity, at-least: 5 points }`)}
      --- people.csv
      id,start
      P1,2022-01-01
      --- mood.csv
      person,on,value
      P1,2022-03-01,7
      P1,2022-09-01,4
      --- results
      g P1 2022-06-30 met 7
      g P1 2022-12-31 missed 4
    `))
})

test('an event moves the dates after its day, and leaves one on the day itself', () =>
  check(
    `
      ${goal('1', `when: { at: [2022-06-30, 2022-12-31], decided: each-date }, quantity: ${mood}`)}
      --- people.csv
      id,start
      P1,2022-01-01
      --- mood.csv
      person,on,value
      P1,2022-03-01,7
      P1,2023-01-15,4
      --- results
      g P1 2022-06-30 measured 7
      g P1 2023-01-31 measured 4
    `,
    (text) => `${text}events: [{ on: 2022-06-30, label: { da: strejke, en: strike }, moves: [g], by: 1 month }]\n`,
  ))

describe('somebody of whom it is not known if the goal is about them', () => {
  const about = 'who: { attribute: gender, is: f }, met: { observed-to: start }'
  const people = `
      --- people.csv
      id,start,gender
      P1,2022-01-01,f
      P2,2022-01-01,
      --- to
      2022-08-01
  `

  test('has no result before the day', () =>
    check(`
      ${goal('1', `when: { at: [2022-06-30, 2022-12-31], decided: each-date }, ${about}`).replace('waits', 'met')}
      ${people}
      --- results
      g P1 2022-06-30 met
      g P1 2022-12-31 notDue
      g P2 2022-06-30 met
      g P2 2022-12-31 notDue
    `))

  test('has one result where the dates are decided as one', () =>
    check(`
      ${goal('1', `when: { at: [2022-03-31, 2022-06-30], decided: any-date }, ${about}`).replace('waits', 'met')}
      ${people}
      --- results
      g P1 2022-03-31 met
      g P2 2022-03-31 met
    `))

  test('is explained by that, and by nothing that was not asked', () => {
    const outcomes = outcomesOf(`
      ${goal('1', `when: { at: 2022-06-30 }, ${about}`)}
      ${people}`)
    expect(explainResult(outcomes, 'g', 1).children.map(({ rule, value }) => `${rule} ${value}`)).toEqual([
      'attribute unmeasured',
    ])
  })
})

describe('what the roster says of a family', () => {
  const about = (condition: string) =>
    `${goal('1', `when: { at: 2022-06-30 }, met: ${condition}`).replace('each-subject', 'each-child')}
      --- people.csv
      id,unit,member-of,start,area
      F1,family,,2022-01-01,north
      F1-a,child,F1,,
      F1-b,child,F1,,south
      F2,family,,2022-01-01,
      F2-a,child,F2,,
      F3,family,,2022-01-01,south`

  test('is said of a child whose own row says nothing', () =>
    check(
      `
      ${about('{ attribute: area, is: north }')}
      --- results
      g F1-a 2022-06-30 met
      g F1-b 2022-06-30 missed
      g F2-a 2022-06-30 unmeasured
    `,
      families,
    ))

  test('is the reason for the child', () => {
    const outcomes = outcomesOf(about('{ attribute: area, is: north }'), families)
    expect(explainResult(outcomes, 'g', 0).children[0]!.inputs).toMatchObject({ found: 'north' })
  })
})

describe('facts about the agreement', () => {
  const breach =
    'breach: { label: { da: brud, en: breach }, kind: event, of: agreement, source: { da: a, en: a }, grade: register, use: payment, same-day: once, no-record: none }'
  const closed =
    'closed: { label: { da: lukket, en: closed }, kind: spell, of: agreement, source: { da: a, en: a }, grade: register, use: payment, to-means: first-day-out, overlap: once, no-record: unknown }'
  const index =
    'index: { label: { da: tal, en: index }, kind: figure, unit: number, of: agreement, source: { da: a, en: a }, grade: register, use: payment, ties: highest }'
  const withMeasures = (text: string) =>
    text.replace('measures:\n', `measures:\n  ${breach}\n  ${closed}\n  ${index}\n`)
  const forAll = (rest: string) => goal('1', rest).replace('each-subject', 'the-group')
  const forCohorts = (rest: string) => goal('1', rest).replace('each-subject', 'each-cohort, cohort: start-year')
  const window = 'window: { from: previous, until: occasion }'
  const halves = 'when: { at: [2022-07-01, 2023-01-01], decided: each-date }'
  const people = `
      --- people.csv
      id,start
      P1,2022-01-01
      P2,2023-01-01`

  test('events are seen by the group, and from a person', () => {
    const facts = `
      --- breach.csv
      group,on
      ,2022-09-01
      --- results`
    const rest = `${halves}, quantity: { count-of: breach, ${window} }`
    check(
      `${forAll(rest)} ${people} ${facts}
      g all 2022-07-01 measured 0
      g all 2023-01-01 measured 1`,
      withMeasures,
    )
    check(
      `${goal('1', rest)} ${people.replace(/P2.*/, '')} ${facts}
      g P1 2022-07-01 measured 0
      g P1 2023-01-01 measured 1`,
      withMeasures,
    )
  })

  test('spells are too, and no record of any is unknown where the measure says so', () => {
    const rest = `${halves}, quantity: { time-in: closed, unit: days, ${window} }`
    const runs = `${halves}, quantity: { longest-run-in: closed, unit: days, gap-at-most: 0 days, ${window} }`
    const facts = `
      --- closed.csv
      group,from,to
      ,2022-03-01,2022-03-11
      --- results
      g all 2022-07-01 measured 10
      g all 2023-01-01 measured 0`
    check(`${forAll(rest)} ${people} ${facts}`, withMeasures)
    check(`${forAll(runs)} ${people} ${facts}`, withMeasures)
    check(
      `${forAll(rest)} ${people}
      --- results
      g all 2022-07-01 unmeasured unmeasured
      g all 2023-01-01 unmeasured unmeasured`,
      withMeasures,
    )
  })

  test('a schedule may follow them, and a day rest on them', () =>
    check(
      `${forAll('when: { each: breach, at-most: no-limit }, quantity: { time-between: [first breach, occasion], unit: days }')}
      ${people}
      --- breach.csv
      group,on
      ,2022-09-01
      ,2022-09-11
      --- results
      g all 2022-09-01 measured 0
      g all 2022-09-11 measured 10`,
      withMeasures,
    ))

  const value =
    'when: { at: 2023-06-30 }, quantity: { value-of: index, pick: latest, window: { from: agreement start, through: occasion } }'
  test('a figure that names no group is the agreement’s own, and that of each cohort', () =>
    check(
      `${forCohorts(value)} ${people}
      --- index.csv
      group,on,value
      ,2022-09-01,1.5
      --- results
      g all cohort:start-year:2022 2023-06-30 measured 1.5
      g all cohort:start-year:2023 2023-06-30 measured 1.5`,
      withMeasures,
    ))
  test('once a group is named, each group has its own', () =>
    check(
      `${forCohorts(value)} ${people}
      --- index.csv
      group,on,value
      ,2022-09-01,1.5
      2022,2022-10-01,1.7
      --- results
      g all cohort:start-year:2022 2023-06-30 measured 1.7
      g all cohort:start-year:2023 2023-06-30 unmeasured unmeasured`,
      withMeasures,
    ))
  test('authorities are taken over although no goal is for each of them', () =>
    check(
      `${forAll('when: { at: 2023-06-30 }, quantity: { over: authorities, take: count, unmeasured: left-out }')}
      --- people.csv
      id,start,authority
      P1,2022-01-01,north
      P2,2022-01-01,south
      --- results
      g all 2023-06-30 measured 2`,
      withMeasures,
    ))
  test('so it is with events', () =>
    check(
      `${forCohorts('when: { at: 2023-06-30 }, quantity: { count-of: breach, window: { from: agreement start, through: occasion } }')} ${people}
      --- breach.csv
      group,on
      2022,2022-09-01
      --- results
      g all cohort:start-year:2022 2023-06-30 measured 1
      g all cohort:start-year:2023 2023-06-30 measured 0`,
      withMeasures,
    ))
})

describe('how long somebody is followed', () => {
  const people = `
      --- people.csv
      id,start,end,observed-to
      P1,2022-01-01,,2022-03-01
      P2,2022-01-01,2022-02-01,2022-03-01
      P3,2022-01-01,2022-04-01,2022-03-01
      --- results`
  test('is not due as long as the day is not known', () => {
    check(`
      ${goal('1', 'when: { at: 2022-06-30 }, met: { observed-to: end }')} ${people}
      g P1 2022-06-30 notDue
      g P2 2022-06-30 met
      g P3 2022-06-30 missed
    `)
    check(`
      ${goal('1', 'when: { at: 2022-06-30 }, met: { reached: start, by: occasion }, seen-to: end, not-seen: left-out')} ${people}
      g P1 2022-06-30 notDue
      g P2 2022-06-30 met
      g P3 2022-06-30 leftOut
    `)
  })
  test('is said of a child by the family', () => {
    const text = (rest: string) => `
      ${goal('1', `when: { at: 2022-06-30 }, ${rest}`).replace('each-subject', 'each-child')}
      --- people.csv
      id,unit,member-of,start,observed-to
      F1,family,,2022-01-01,2022-03-01
      F1-a,child,F1,,
      F1-b,child,F1,,2022-08-01
      --- results
      g F1-a 2022-06-30 missed
      g F1-b 2022-06-30 met
    `
    check(text('met: { observed-to: occasion }'), families)
    check(text('met: { reached: start, by: occasion }, seen-to: occasion, not-seen: missed'), families)
  })
})

describe('a date left out of those that decide as one', () => {
  const people = (facts: string, wanted: string) => `
      --- people.csv
      id,start
      P1,2022-01-01
      --- mood.csv
      person,on,value
      ${facts}
      --- results
      g P1 2022-12-31 ${wanted}`
  const decided = (how: string) =>
    goal('1', `when: { at: [2022-06-30, 2022-12-31], decided: ${how} }, met: ${atLeast('5 points')}`).replace(
      'waits',
      'left-out',
    )
  test.each([
    ['all-dates', 'P1,2022-03-01,7', 'met'],
    ['all-dates', 'P1,2022-09-01,7', 'met'],
    ['any-date', 'P1,2022-03-01,3', 'missed'],
    ['any-date', 'P1,2022-09-01,3', 'missed'],
    ['all-dates', '', 'leftOut'],
  ])('%s, %s: %s', (how, facts, wanted) => check(`${decided(how)} ${people(facts, wanted)}`))
})

describe('kinds of a measure', () => {
  const work =
    'work: { label: { da: arbejde, en: work }, kind: spell, of: person, kinds: { job: { da: job, en: job }, flex: { da: fleksjob, en: flex job } }, source: { da: a, en: a }, grade: register, use: payment, to-means: first-day-out, overlap: once, no-record: unknown }'
  const withWork = (text: string) => text.replace('measures:\n', `measures:\n  ${work}\n`)
  const window = 'window: { from: start, until: occasion }'
  const world = (quantity: string) => `
      ${goal('1', `when: { at: 2022-07-01 }, quantity: ${quantity}`)}
      --- people.csv
      id,start
      P1,2022-01-01
      P2,2022-01-01
      P3,2022-01-01
      --- work.csv
      person,from,to,kind
      P1,2022-02-01,2022-02-11,job
      P1,2022-02-11,2022-02-16,Fleksjob
      P1,2022-03-01,2022-03-02,job
      P2,2022-02-01,2022-02-11,flex
      --- results`
  const days = (kinds: string) => world(`{ time-in: work, unit: days, kinds: ${kinds}, ${window} }`)
  test.each([
    ['all', 16, 10],
    ['[job]', 11, 0],
    ['[flex]', 5, 10],
    ['[job, flex]', 16, 10],
  ])('%s of them are counted', (kinds, first, second) =>
    check(
      `${days(kinds)}
      g P1 2022-07-01 measured ${first}
      g P2 2022-07-01 measured ${second}
      g P3 2022-07-01 unmeasured unmeasured`,
      withWork,
    ),
  )
  test('runs and counts see those that count and no other', () => {
    check(
      `${world(`{ longest-run-in: work, unit: days, gap-at-most: 0 days, kinds: [job], ${window} }`)}
      g P1 2022-07-01 measured 10
      g P2 2022-07-01 measured 0
      g P3 2022-07-01 unmeasured unmeasured`,
      withWork,
    )
    check(
      `${world(`{ count-of: work, kinds: [job], ${window} }`)}
      g P1 2022-07-01 measured 2
      g P2 2022-07-01 measured 0
      g P3 2022-07-01 unmeasured unmeasured`,
      withWork,
    )
  })
  test('reasons name the facts that counted, and their kind', () => {
    const outcomes = outcomesOf(days('[flex]').replace(/--- results/, ''), withWork)
    const [quantity] = explainResult(outcomes, 'g', 0).children
    expect(quantity!.children.map(({ fact }) => `${fact!.item} ${fact!.from}`)).toEqual(['flex 2022-02-11'])
  })
})

test('dates decided as one are explained on the date that decided', () => {
  const outcomes = outcomesOf(`
    ${goal('1', `when: { at: [2022-06-30, 2022-12-31], decided: any-date }, met: ${atLeast('5 points')}`)}
    --- people.csv
    id,start
    P1,2022-01-01
    --- mood.csv
    person,on,value
    P1,2022-09-01,4
  `)
  expect(told(outcomes)).toEqual(['g P1 2022-12-31 unmeasured'])
  const leaves = (reason: Reason): string[] =>
    reason.children.length === 0 ? [`${reason.rule} ${reason.value}`] : reason.children.flatMap(leaves)
  expect(leaves(explainResult(outcomes, 'g', 0))).toEqual(['value-of unmeasured', 'literal 5'])
})

describe('the results of another goal', () => {
  const second = (quantity: string): string =>
    `h: { clause: "2", label: { da: Mål, en: Goal }, for: each-subject, unmeasured: waits, when: { every: 6 months, from: start, times: 3, decided: each-date }, quantity: ${quantity} }`
  const checkSecond = (quantity: string, moods: string, wanted: string, unmeasured = 'waits'): void => {
    const days = ['2022-03-01', '2022-09-01', '2023-03-01']
    const facts = moods.split(' ').flatMap((value, at) => (value === '?' ? [] : [`P1,${days[at]},${value}`]))
    const first = goal(
      '1',
      `when: { every: 6 months, from: start, times: 3, decided: each-date }, quantity: ${mood}`,
    ).replace('unmeasured: waits', `unmeasured: ${unmeasured}`)
    const outcomes = outcomesOf(
      [
        `${first}\n${second(quantity)}`,
        'people.csv\nid,start\nP1,2022-01-01',
        `mood.csv\nperson,on,value\n${facts.join('\n')}`,
      ].join('\n--- '),
    )
    expect(outcomes.results.get('h')!.quantity!.map(valueText).join(' ')).toBe(wanted)
  }

  test.each([
    ['same-date', '', '6 2 7'],
    ['previous-date', '', 'unmeasured 6 2'],
    ['previous-date', ', if-none: 5 points', '5 6 2'],
    ['earlier-dates', ', pick: highest, if-none: 0 points', '0 6 6'],
    ['dates-so-far', ', pick: highest', '6 6 7'],
    ['dates-so-far', ', pick: lowest', '6 2 2'],
    ['dates-so-far', ', pick: mean', '6 4 5'],
    ['dates-so-far', ', pick: sum', '6 8 15'],
    ['dates-so-far', ', pick: first', '6 6 6'],
    ['dates-so-far', ', pick: latest', '6 2 7'],
    ['dates-so-far', ', last: 2, if-fewer: counts-those-there-are, pick: sum', '6 8 9'],
    ['dates-so-far', ', last: 2, if-fewer: makes-unmeasured, pick: sum', 'unmeasured 8 9'],
    ['all-dates', ', pick: mean', '5 5 5'],
  ])('on %s%s', (dates, more, wanted) =>
    checkSecond(`{ result-of: g, as: quantity, dates: ${dates}${more} }`, '6 2 7', wanted),
  )

  test('what is unmeasured makes the rest so', () =>
    checkSecond(
      '{ result-of: g, as: quantity, dates: dates-so-far, pick: highest }',
      '6 ? 7',
      '6 unmeasured unmeasured',
    ))
  test('what is left out is not looked at', () => {
    checkSecond('{ result-of: g, as: quantity, dates: dates-so-far, pick: mean }', '6 ? 8', '6 6 7', 'left-out')
    checkSecond('{ result-of: g, as: quantity, dates: previous-date }', '6 ? 8', 'unmeasured 6 6', 'left-out')
  })
})

describe('the value nearest to a day', () => {
  const nearest = (asNear: string): string =>
    `{ value-of: mood, pick: nearest, nearest-to: occasion, as-near: ${asNear}, window: { from: occasion - 60 days, through: occasion + 60 days } }`
  const checkNearest = (quantity: string, facts: string, wanted: string, to = '2023-12-31'): void => {
    const outcomes = outcomesOf(
      [
        goal('1', `when: { at: start + 12 months }, quantity: ${quantity}`),
        'people.csv\nid,start\nP1,2022-01-01',
        `mood.csv\nperson,on,value\n${facts.replaceAll(' ', '\n')}`,
        `to\n${to}`,
      ].join('\n--- '),
    )
    const reason = explainResult(outcomes, 'g', 0).children[0]
    const used = reason?.children.map(({ fact }) => fact!.from).join(' ') ?? ''
    expect(`${valueText(outcomes.results.get('g')!.quantity![0]!)} ${used}`.trim()).toBe(wanted)
  }

  test.each([
    ['earlier', 'P1,2022-12-01,3 P1,2023-01-15,7', '7 2023-01-15'],
    ['earlier', 'P1,2022-12-31,3 P1,2023-01-02,7', '3 2022-12-31'],
    ['later', 'P1,2022-12-31,3 P1,2023-01-02,7', '7 2023-01-02'],
    ['later', 'P1,2022-12-31,3 P1,2023-01-02,7 P1,2023-01-02,9', '9 2023-01-02'],
    ['earlier', 'P1,2022-11-01,3 P1,2023-03-03,7', 'unmeasured'],
    ['earlier', 'P1,2022-11-02,3 P1,2023-03-02,7', '3 2022-11-02'],
  ])('%s of %s', (asNear, facts, wanted) => checkNearest(nearest(asNear), facts, wanted))

  test('what may still come is waited for', () =>
    checkNearest(nearest('earlier'), 'P1,2022-12-31,3', 'not-due', '2023-02-28'))
})

describe('values that are counted', () => {
  const checkCounted = (count: string, facts: string, wanted: string): void => {
    const quantity = `{ count-of: mood, window: { from: start, until: occasion }, ${count} }`
    const lines = facts === '' ? '' : facts.replaceAll(' ', '\n')
    const outcomes = outcomesOf(
      [
        goal('1', `when: { at: start + 12 months }, quantity: ${quantity}`),
        'people.csv\nid,start\nP1,2022-01-01',
        `mood.csv\nperson,on,value\n${lines}`,
      ].join('\n--- '),
    )
    expect(valueText(outcomes.results.get('g')!.quantity![0]!)).toBe(wanted)
  }
  const four = 'P1,2022-02-01,0 P1,2022-03-01,3 P1,2022-03-20,5 P1,2022-09-01,0'

  test.each([
    ['valued: { at-most: 0 points }, as: count', four, '2'],
    ['valued: { more-than: 0 points, less-than: 5 points }, as: count', four, '1'],
    ['valued: { at-most: 0 points }, as: share', four, '0.5'],
    ['valued: { more-than: 0 points }, as: count, apart: 1 month', four, '1'],
    ['valued: { exactly: 9 points }, as: share', four, '0'],
    ['valued: { at-most: 0 points }, as: share', '', 'unmeasured'],
    ['valued: { at-most: 0 points }, as: share, if-none: 0 %', '', '0'],
    ['valued: { at-most: 0 points }, as: count', 'P1,2023-01-01,0', 'unmeasured'],
    // Two of one day are one value, by the measure's rule for ties.
    ['valued: { at-most: 0 points }, as: share', 'P1,2022-02-01,0 P1,2022-02-01,4 P1,2022-03-01,0', '0.5'],
  ])('%s of %s', checkCounted)
})
