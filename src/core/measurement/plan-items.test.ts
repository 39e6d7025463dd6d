import { expect, test } from 'vitest'
import { answersOf, linesOf, readExample } from './example.ts'

test('goals of a plan are met, not met, or not judged', () =>
  check(`
    a,2022-02-01,agreed
    b,2022-02-01,agreed
    c,2022-02-01,agreed
    a,2022-11-01,met
    b,2022-11-01,not-met
    => latest-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 1, judged 2, unjudged 1
  `))

test('the latest judgement in the window counts', () =>
  check(`
    a,2022-06-01,opfyldt
    a,2022-11-01,ikke opfyldt
    => latest-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 0, judged 1, unjudged 0
    => latest-wording withdrawn left-out, 2022-01-01 .. 2022-11-01 = met 1, judged 1, unjudged 0
  `))

test('a judgement from before a change is about the old wording', () =>
  check(`
    a,2022-02-01,agreed
    a,2022-04-01,met
    a,2022-05-01,changed
    b,2022-02-01,agreed
    b,2022-05-01,changed
    b,2022-11-01,met
    => latest-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 1, judged 1, unjudged 1
    => first-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 1, judged 1, unjudged 1
    => first-wording withdrawn left-out, 2022-01-01 .. 2022-05-01 = met 1, judged 1, unjudged 1
  `))

test('a goal withdrawn is left out, or not met, as the terms say', () =>
  check(`
    a,2022-02-01,aftalt
    a,2022-05-01,udgået
    b,2022-02-01,agreed
    b,2022-06-01,met
    => latest-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 1, judged 1, unjudged 0
    => latest-wording withdrawn not-met, 2022-01-01 .. 2023-01-01 = met 1, judged 2, unjudged 0
    => latest-wording withdrawn not-met, 2022-01-01 .. 2022-05-01 = met 0, judged 0, unjudged 2
  `))

test('a goal still open when the window begins is in it, one settled before is not', () =>
  check(`
    a,2021-11-01,agreed
    b,2021-11-01,agreed
    b,2021-12-01,met
    => latest-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 0, judged 0, unjudged 1
  `))

test('met and not met on one day is what was recorded last, or neither', () =>
  check(`
    a,2022-02-01,agreed
    a,2022-11-01,met,2022-11-05
    a,2022-11-01,not-met,2022-11-03
    b,2022-02-01,agreed
    b,2022-11-01,met,2022-11-05
    b,2022-11-01,not-met,2022-11-05
    c,2022-11-01,met,2022-11-05
    => latest-wording withdrawn left-out, 2022-01-01 .. 2023-01-01 = met 2, judged 2, unjudged 1
    => refused by rule = fact-tie-undecided plan.csv:6, fact-tie-undecided plan.csv:7
  `))

/** Facts of the plan goals of one family (goal, day, state, recorded), then questions and answers. */
function check(example: string): void {
  const lines = linesOf(example)
  const questions = lines.flatMap((line) => (line.startsWith('=> ') ? [line.slice(3)] : []))
  const facts = lines
    .filter((line) => !line.startsWith('=>'))
    .map((line) => `F1,${line}${line.split(',').length === 3 ? ',' : ''}`)
  const text = `
    plan: plan of family
    --- people.csv
    id,start
    F1,2022-01-01
    F2,2022-01-01
    --- plan.csv
    person,item,on,value,recorded
    ${facts.join('\n')}
    --- ask
    problems = none
    ${questions.map((line) => line.replace(/^(\S+-wording withdrawn \S+),/, 'items plan $1 of F1,')).join('\n')}
    items plan latest-wording withdrawn left-out of F2, 2022-01-01 .. 2023-01-01 = met 0, judged 0, unjudged 0`
  const read = readExample(text)
  expect(answersOf(read)).toEqual(read.ask)
}
