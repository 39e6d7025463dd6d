import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainFacts } from '../../base/index.ts'
import { readCase } from './read-case.ts'

const example = readFileSync('docs/reference/examples/case.yaml', 'utf8')

/** The problems of the example with some of its words put otherwise. */
function check(...changes: [from: string, to: string][]): string[] {
  const text = changes.reduce((sum, [from, to]) => {
    expect(sum).toContain(from)
    return sum.replace(from, to)
  }, example)
  return readCase(text, 'case.yaml')
    .problems.filter(({ severity }) => severity !== 'notice')
    .map(({ code, facts }) => {
      const { path = '', key = '' } = plainFacts(facts) as Record<string, string>
      return `${code} ${path.replace('case.in-contract.', '')} ${key}`.trim()
    })
}

test('what a case says of its people in a contract is looked at whatever the contract is', () => {
  expect(check()).toEqual([])
  expect(check(['kind: whole, for: [families], event: completion', 'kind: whole, for: [families]'])).toEqual([
    'case-ways facts[0]',
  ])
  expect(check(['months-before: 6', 'weeks-before: 6'])).toEqual(['case-ways facts[2].spells'])
  expect(check(['months-after: 24', 'months-after: 700'])).toEqual(['number-outside facts[2].spells months-after'])
  expect(check(['weeks-after: 52, ', ''])).toEqual(['case-ways facts[3].spells'])
  expect(check(['shares: [30 %, 70 %]', 'shares: [30 %, 60 %]'])).toEqual([
    'shares-not-whole facts[4].items.many.shares',
  ])
  expect(check(['shares: [40 %, 60 %]', 'shares: []'])).toEqual([
    'number-outside members[0].many shares',
    'shares-not-whole members[0].many.shares',
  ])
  expect(check(['ages: { from: 3, to: 15 }', 'ages: { from: 3, to: 2 }'])).toEqual([
    'number-outside members[0].ages to',
  ])
  expect(check(['step: 1\n', 'step: 0\n'])).toEqual(['number-outside facts[5].values step'])
  expect(check(['        to: 5\n', '        to: 0\n'])).toEqual(['number-outside facts[5].values to'])
})

test('a state has its days in order, and a figure of the agreement is nobody’s', () => {
  const lasting = 'lasting: { from: start, through: end + 1 month }'
  for (const right of [
    'from: start - 1 month, through: start',
    'from: end, through: start',
    'from: 2024-01-01, through: end',
  ])
    expect(check([lasting, `lasting: { ${right} }`])).toEqual([])
  for (const wrong of ['from: start + 1 month, through: start + 27 days', 'from: 2024-01-02, through: 2024-01-01'])
    expect(check([lasting, `lasting: { ${wrong} }`])).toEqual(['days-backwards facts[1].lasting'])
  expect(check([lasting, `event: start, ${lasting}`])).toEqual(['case-ways facts[1]'])
  const figures = 'figures: [{ on: 2026-06-30, is: fixed-share }, { on: 2027-06-30, of: vejle, is: 45 % }]'
  expect(check([figures, 'figures: []'])).toEqual(['list-empty facts[6] figures'])
  expect(check([figures, `for: [young], ${figures}`])).toEqual(['case-ways facts[6]'])
  expect(check([figures, 'figures: [{ on: start, is: 45 % }]'])).toEqual(['value-unreadable facts[6].figures[0].on'])
  expect(check([figures, 'figures: [{ on: 2026-06-30, is: saving }]'])).toEqual([
    'estimate-unit facts[6].figures[0].is',
  ])
  const events = 'events: [{ on: 2026-03-15, of: vejle, chance: 5 % }]'
  expect(check([events, 'events: []'])).toEqual(['list-empty facts[7] events'])
  expect(check([events, `for: [young], ${events}`])).toEqual(['case-ways facts[7]'])
  expect(check([events, 'events: [{ on: 2026-03-15 }]'])).toEqual(['edge-unsettled facts[7].events[0] chance'])
  expect(check([events, 'events: [{ on: 2026-03-15, chance: 105 % }]'])).toEqual([
    'share-outside facts[7].events[0].chance',
  ])
  const states = 'states: [{ from: 2026-03-01, through: 2026-05-31, of: vejle, chance: 10 % }]'
  expect(check([states, `event: start, ${states}`])).toEqual(['case-ways facts[8]'])
  expect(check([states, 'states: [{ from: 2026-03-01, through: 2026-03-01, chance: fixed-share }]'])).toEqual([])
  expect(check([states, 'states: [{ from: 2026-03-01, through: 2026-02-28, chance: 10 % }]'])).toEqual([
    'days-backwards facts[8].states[0]',
  ])
})

test('days are those of a life or of the calendar, and what is not said is asked', () => {
  const days = 'on: [start - 1 month, start + 12 months]'
  expect(check([days, 'on: [end, end + 2 weeks, start - 10 days, 2024-02-29]'])).toEqual([])
  for (const wrong of ['birth', 'end + 2', 'start plus 1 month', '2023-02-29'])
    expect(check([days, `on: [${wrong}]`])).toEqual(['value-unreadable facts[5].values.on[0]'])
  expect(check(['        unjudged: 2 %\n', ''])).toEqual(['edge-unsettled facts[4].items unjudged'])
  expect(check(['        never: as-before\n', ''])).toEqual(['edge-unsettled facts[2].spells never'])
})
