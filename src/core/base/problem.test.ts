import { expect, test } from 'vitest'
import { type Place, assert, fraction, plainFacts, problem, sortProblems } from './index.ts'

test('problems are shown by file, line, column and code', () =>
  check(`
    facts/a.csv:10:1 late
    facts/a.csv:9:1 late
    facts/B.csv:1:1 late
    facts/a.csv:9:12 late
    facts/a.csv:9:2 late
    facts/a.csv:9:2 early
    => facts/B.csv:1:1 late
    facts/a.csv:9:1 late
    facts/a.csv:9:2 early
    facts/a.csv:9:2 late
    facts/a.csv:9:12 late
    facts/a.csv:10:1 late
  `))

test('problems alike in place and code keep their order', () => {
  const [first, second] = ['first', 'second'].map((which) => problem('late', 'notice', place('a:1:1'), { which }))
  expect(sortProblems([first!, second!])).toEqual([first, second])
})

test('a problem has its facts and the texts to paste', () => {
  expect(
    problem('threshold-stated-twice', 'wrong', place('t.yaml:5:12'), { count: 50 }, [{ paste: 'decided-by: count' }]),
  ).toEqual({
    code: 'threshold-stated-twice',
    severity: 'wrong',
    at: { file: 't.yaml', line: 5, column: 12, length: 1 },
    facts: { count: 50 },
    choices: [{ paste: 'decided-by: count' }],
  })
})

test('facts become JSON without losing a digit', () => {
  const facts = {
    share: fraction(31, 100),
    count: 50,
    amount: 12345678901234567890n,
    names: ['a', 'b'],
    days: [1, 2],
    signed: false,
    disputed: { low: 50, high: fraction(1, 3) },
  }
  expect(JSON.stringify(plainFacts(facts))).toBe(
    '{"share":"31/100","count":50,"amount":"12345678901234567890","names":["a","b"],"days":[1,2],"signed":false,"disputed":{"low":50,"high":"1/3"}}',
  )
})

test('a broken invariant is named', () => {
  expect(() => assert(1 > 2, 'one is above two')).toThrow('Invariant broken: one is above two')
  expect(() => assert(true, 'nothing happens')).not.toThrow()
})

/** Problems as they were found, one a row, and after the arrow as they are shown. */
function check(example: string): void {
  const [found = '', shown = ''] = example.split('=>').map((part) => part.trim().replace(/\n\s+/g, '\n'))
  const problems = found.split('\n').map((row) => {
    const [where = '', code = ''] = row.split(' ')
    return problem(code, 'wrong', place(where))
  })
  const rows = sortProblems(problems).map(({ at, code }) => `${at.file}:${at.line}:${at.column} ${code}`)
  expect(rows.join('\n')).toBe(shown)
}

function place(text: string): Place {
  const [file = '', line, column] = text.split(':')
  return { file, line: Number(line), column: Number(column), length: 1 }
}
