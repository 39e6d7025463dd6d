import { expect, test } from 'vitest'
import { type Offset, dayText, parseIsoDay } from '../base/index.ts'
import { type Measure, type expressions } from '../terms/index.ts'
import { asOf } from './as-of.ts'
import { coverageOf, dueFor } from './due.ts'
import { linesOf, readExample } from './example.ts'

test('done, due and ahead', () =>
  check(`
    wellbeing,F1-a,2022-03-14
    today 2022-12-10
    => F1-a wellbeing: start 2022-03-01 done 2022-03-14, end 2022-12-31 due, end + 12 months 2023-12-31 ahead
    => F1 plan: start 2022-03-01 missing, end 2022-12-31 due
  `))

test('late until the next due day is nearer, then missing', () => {
  check(`
    wellbeing,F1-a,2022-03-14
    today 2023-06-30
    => F1-a wellbeing: start 2022-03-01 done 2022-03-14, end 2022-12-31 late, end + 12 months 2023-12-31 ahead
  `)
  check(`
    wellbeing,F1-a,2023-07-02
    today 2023-07-02
    => F1-a wellbeing: start 2022-03-01 missing, end 2022-12-31 missing, end + 12 months 2023-12-31 done 2023-07-02
  `)
})

test('the nearest fact in the stretch is the one that did it', () =>
  check(`
    wellbeing,F1-a,2022-01-15
    wellbeing,F1-a,2022-02-27
    wellbeing,F1-a,2021-06-01
    today 2022-03-01
    => F1-a wellbeing: start 2022-03-01 done 2022-02-27, end 2022-12-31 ahead, end + 12 months 2023-12-31 ahead
  `))

test('whoever left, or was not yet born, is not asked', () =>
  check(`
    today 2024-06-01
    => F2-a wellbeing: start 2022-03-01 missing
    => F3-a wellbeing: end + 12 months 2023-12-31 late
  `))

test('a course that goes on has no end yet', () =>
  check(`
    today 2022-03-01
    => F4-a wellbeing: start 2022-03-01 due, end undated, end + 12 months undated
  `))

test('how many have their baseline, and who has not', () => {
  const { view, today } = readCase('wellbeing,F1-a,2022-03-14\ntoday 2022-06-01')
  const [baseline] = coverageOf(view, { today, soonDays: 30 })
  expect(baseline).toMatchObject({ measure: 'wellbeing', index: 0, text: 'start' })
  expect(baseline!.counts).toEqual({ done: 1, ahead: 0, due: 0, late: 2, missing: 0, undated: 0 })
  expect(Array.from(baseline!.gaps, view.roster.idOf)).toEqual(['F2-a', 'F4-a'])
})

/** Facts (measure, person, day), `today`, then for a person and a measure what is due. */
function check(example: string): void {
  const { view, today } = readCase(example)
  for (const line of linesOf(example).filter((one) => one.startsWith('=>'))) {
    const [, person = '', measure = ''] = /^=> (\S+) (\S+):/.exec(line)!
    const entries = dueFor(view, view.roster.rowOf(person)!, { today, soonDays: 30 })
    const told = entries
      .filter((entry) => entry.measure === measure)
      .map(({ text, day, state, doneOn }) => {
        const when = state === 'undated' ? '' : ` ${dayText(day)}`
        return `${text}${when} ${state}${doneOn === undefined ? '' : ` ${dayText(doneOn)}`}`
      })
    expect(`=> ${person} ${measure}: ${told.join(', ')}`).toBe(line)
  }
}

function readCase(example: string) {
  const lines = linesOf(example)
  const facts = lines.filter((line) => line.startsWith('wellbeing,'))
  const today = lines.find((line) => line.startsWith('today '))!.slice(6)
  const read = readExample(`
    wellbeing: score of child, ties highest
    plan: plan of family
    --- people.csv
    id,unit,member-of,start,end,birth,exit,exit-on
    F1,family,,2022-03-01,2022-12-31,,,
    F1-a,child,F1,,,2015-01-01,,
    F2,family,,2022-03-01,2022-12-31,,moved,2022-10-01
    F2-a,child,F2,,,2015-01-01,,
    F3,family,,2022-03-01,2022-12-31,,,
    F3-a,child,F3,,,2023-02-01,,
    F4,family,,2022-03-01,,,,
    F4-a,child,F4,,,2015-01-01,,
    --- facts.csv
    measure,person,on,value
    ${facts.map((line) => `${line},3`).join('\n')}`)
  const year: Offset = { months: 12, days: 0 }
  const dues = [anchor('start'), anchor('end'), anchor('end', year)]
  const { measures } = read.agreement
  const due = (name: string, count: number): [string, Measure] => [
    name,
    { ...measures.get(name)!, due: dues.slice(0, count) },
  ]
  const agreement = { ...read.agreement, measures: new Map([due('wellbeing', 3), due('plan', 2)]) }
  return { view: asOf(read.facts.store, { agreement }), today: parseIsoDay(today)! }
}

function anchor(name: expressions.DayAnchor, offset?: Offset): expressions.DayExpression {
  const at = { file: 'terms.yaml', line: 1, column: 1, length: 0 }
  const text = offset === undefined ? name : `${name} + ${offset.months} months`
  return { text, base: { of: 'anchor', name }, offsets: offset === undefined ? [] : [offset], at, path: '' }
}
