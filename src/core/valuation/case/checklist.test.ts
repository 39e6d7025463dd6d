import { expect, test } from 'vitest'
import { assert } from '../../base/index.ts'
import { signOffSteps } from './case-file.ts'
import { checklistOf } from './checklist.ts'
import { doubtsOf } from './doubts.ts'
import { changed, valued } from './example.ts'
import { readCase } from './read-case.ts'
import { isOutdated } from './sign-off.ts'

/** Of the small case: no criteria, no start-up, no range, an effect that lasts, nothing to follow it by, nobody's name. */
const lacks = [
  'criteria: lacks people',
  'start-and-running: lacks',
  'rates-ranged: lacks people',
  'effect-ends: lacks Support',
  'uncertainty-shown: lacks',
  'followed-up: lacks',
]

test('what the case shows holds, what it lacks is named, and the rest is asked of whoever signs', () =>
  check(
    [],
    ...lacks,
    'group-alike: asked',
    'overhead: asked',
    'because-of: asked',
    'associations: asked',
    'average-falls-away: asked',
    'not-alone: asked',
    'both-skills: asked',
  ))

test('criteria, a range, a start-up cost, an end and an agreement are found', () => {
  const found = statesOf([
    'label: { da: borgere, en: people } → label: { da: borgere, en: people }\n    criteria: { da: alle, en: all }',
    'rate: 50 % → rate: hit',
    'groups:\n → estimates:\n  hit: { label: { da: Andel, en: Share }, low: 40 %, likely: 50 %, high: 60 %, source: eksempel, confidence: A, grade: published }\ngroups:\n',
    'costs:\n → costs:\n  start: { label: { da: Opstart, en: Start }, kind: start-up, amount: 1 kr, vat: none, grant: none, per: once, month: 0, borne-by: financier, ceiling: inside, economic: resource, refund: none, source: eksempel }\n',
    'fade: 0 % → fade: 10 %',
    'currency: DKK → currency: DKK\ncontract: ../../contracts/vejle-familiebehandling',
  ])
  expect(found.filter((line) => line.includes('lacks'))).toEqual([])
})

test('a figure nobody vouches for makes its point lack, and no other', () => {
  check(['without: 0 % → without: { is: 0 %, invented: ingen kilde }'], ...lacks, 'anyway-sourced: lacks people')
  check(['not-started: 0 % → not-started: { is: 0 %, assumed: alle kom }'], ...lacks, 'people-sourced: lacks people')
  check(['amount: 50000 kr → amount: { is: 50000 kr, invented: skøn }'], ...lacks, 'costs-sourced: lacks Course')
  check(['rate: 50 % → rate: { is: 50 %, invented: skøn }'], ...lacks, 'rates-sourced: lacks people')
  check(['fade: 0 % → fade: { is: 0 %, invented: skøn }'], ...lacks, 'consequences-sourced: lacks Support')
})

test('a sign-off vouches for what no case can show, of its own step alone, and for nothing the case lacks', () => {
  const signed = statesOf(['finance:\n → signed-off: { cost: { by: Eksempel } }\nfinance:\n'])
  expect(signed).toContain('overhead: vouched')
  expect(signed).toContain('group-alike: asked')
  expect(signed).toContain('start-and-running: lacks')
})

test('a step that has been changed since it was signed is vouched for by nobody', () => {
  const signed = statesOf([
    `finance:\n → signed-off: { cost: { by: Eksempel, digest: ${'0'.repeat(16)} } }\nfinance:\n`,
  ])
  expect(signed).toContain('overhead: asked')
})

function statesOf(changes: readonly string[]): string[] {
  const text = changed(changes)
  const { caseFile, marks, problems } = readCase(text, 'case.yaml')
  assert(caseFile !== undefined, JSON.stringify(problems))
  const { compiled } = valued(text)
  return checklistOf(
    compiled,
    doubtsOf(compiled, marks, problems),
    signOffSteps.filter((step) => isOutdated(problems, step)),
  ).map(({ point, state, lacking }) => [`${point}: ${state}`, ...lacking.map(({ en }) => en)].join(' '))
}

/** The points that do not hold; those that are asked only where the test names them. */
function check(changes: readonly string[], ...expected: readonly string[]): void {
  const isAskedNamed = expected.some((line) => line.endsWith('asked'))
  const states = statesOf(changes).filter(
    (line) => !line.endsWith('holds') && (isAskedNamed || !line.endsWith('asked')),
  )
  expect([...states].sort()).toEqual([...expected].sort())
}
