/** Rules that rest on other goals' results, as small texts: whose date never comes holds nobody else up. */
import { describe, test } from 'vitest'
import { check } from './results-example.ts'

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
