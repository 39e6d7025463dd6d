/** A sign-off fits as long as the values of its step are those that were signed, and no longer. */
import { expect, test } from 'vitest'
import { readYaml } from '../../text/index.ts'
import { signOffSteps } from './case-file.ts'
import { changed } from './example.ts'
import { readCase } from './read-case.ts'
import { digestOfStep } from './sign-off.ts'

const ranged = [
  'rate: 50 % → rate: hit',
  'groups:\n → estimates:\n  hit: { label: { da: Andel, en: Share }, low: 40 %, likely: 50 %, high: 60 %, source: eksempel, confidence: A, grade: published }\n  pay: { label: { da: Pris, en: Price }, low: 1 kr, likely: 2 kr, high: 3 kr, source: eksempel, confidence: A, grade: published }\ngroups:\n',
  'amount: 50000 kr → amount: pay',
]
const signed = signedAsItIs(changed(ranged))

test('comments, indents, quotes and the order of names are no change', () => {
  check((text) => text)
  check((text) => text.replace('costs:\n', '# what it costs\n\ncosts:\n'))
  check((text) =>
    text.replace('    kind: running\n    amount: pay\n', '    amount:   "pay" # set\n    kind: running\n'),
  )
  check((text) => text.replace('{ da: Forløb, en: Course }', '\n      en: Course\n      da: Forløb'))
})

test('a value changed is a change of its own step and of the result', () => {
  check((text) => text.replace('people: 10', 'people: 20'), 'target-group', 'result')
  check((text) => text.replace('borne-by: financier', 'borne-by: municipality'), 'cost', 'result')
  check((text) => text.replace('without: 0 %', 'without: { is: 0 %, assumed: skøn }'), 'success-rate', 'result')
  check((text) => text.replace('heading: support', 'heading: help'), 'consequences', 'result')
  check((text) => text.replace('change: { per-year', 'price: somewhere\n    change: { per-year'), 'prices', 'result')
  check((text) => text.replace('years: 4', 'years: 5'), 'result')
})

test('an estimate is part of the steps that name it', () => {
  check((text) => text.replace('high: 3 kr', 'high: 9 kr'), 'cost', 'success-rate', 'result')
  check((text) => text.replace('high: 60 %', 'high: 70 %'), 'success-rate', 'result')
})

test('what moves no figure is no part of the result', () =>
  check((text) => text.replace('title: { da: Lille sag', 'title: { da: Mindre sag')))

test('a sign-off without a digest is left as it is', () =>
  expect(told(changed(['finance:\n → signed-off: { cost: { by: Eksempel } }\nfinance:\n']))).toEqual([]))

/** The case with every step signed off as it stands. */
function signedAsItIs(text: string): string {
  const { root } = readYaml(text, 'case.yaml')
  const lines = signOffSteps.map((step) => `  ${step}: { by: Eksempel, digest: ${digestOfStep(root!, step)} }\n`)
  return `${text.trimEnd()}\nsigned-off:\n${lines.join('')}`
}

function check(change: (text: string) => string, ...outdated: readonly string[]): void {
  const text = change(signed)
  if (outdated.length > 0) expect(text).not.toBe(signed)
  expect(told(text).sort()).toEqual([...outdated].sort())
}

function told(text: string): unknown[] {
  const { problems } = readCase(text, 'case.yaml')
  return problems.filter(({ code }) => code === 'sign-off-outdated').map(({ facts }) => facts['step'])
}
