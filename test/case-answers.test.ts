/**
 * What a case asks can be answered: every answer to a question is taken, and the question is not asked again.
 *
 * Every key of the cases is taken away in turn; whatever is asked then is answered with each of the answers offered. An answer may open a
 * question of its own (`undecided` stands in it then), but is itself no fault, unless it is at odds with what is said elsewhere: a
 * gain of the citizen's that a department has.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Problem, type TextEdit } from '../src/core/base/index.ts'
import { type YamlNode, readYaml, removeEntry, replaceAt } from '../src/core/text/index.ts'
import { readCase } from '../src/core/valuation/index.ts'
import { projectFolder } from './sources.ts'

const cases = ['docs/reference/examples/case.yaml', 'cases/pool/case.yaml']

/** Two statements that cannot both hold; the fault tells of both. */
const atOdds = ['name-unknown', 'refund-owner', 'shares-not-whole', 'household-without-children']

describe('every answer that is offered is taken', () => {
  test.each(cases)('%s', (file) => expectAnswered(textOf(file), 20))
  test('of a case that only a pool finances', () => expectAnswered(withoutInvestor(), 10, ['costs', 'finance']))
})

test('whether money is given to the municipality is asked where somebody else than the municipality may give it', () => {
  const asked = (text: string) =>
    questionsIn(text.replaceAll(/grant: (\{.*?\}|none), /g, '')).map(({ facts }) => facts['key'])
  expect(asked(textOf('docs/reference/examples/case.yaml'))).toContain('grant')
  expect(asked(withoutInvestor())).not.toContain('grant')
})

test('a premium is asked for where there is a price to add it to', () => {
  const text = withoutInvestor()
  const idle = text.replace(/ {6}prices: .*\n/, '').replace(/ +premium: .*\n/, '')
  expect(idle).not.toBe(text)
  const keys = (one: string) => questionsIn(one).map(({ facts }) => facts['key'])
  expect(keys(idle)).toEqual([])
  expect(keys(text.replace(/ +premium: .*\n/, ''))).toEqual(['premium'])
})

const textOf = (file: string): string => readFileSync(join(projectFolder, file), 'utf8')

/** The example with every key, in which the pool has what the investor had. */
function withoutInvestor(): string {
  const text = textOf('docs/reference/examples/case.yaml')
  const { root } = readYaml(text, 'case.yaml')
  const finance = entryIn(root!, 'finance')
  const investor = entryIn(finance.value, 'investor')
  const pool = finance.value.kind === 'map' ? finance.value.entries.find(({ key }) => key === 'pool') : undefined
  const plain = pool === undefined ? text : removeEntry(text, pool)
  return replaceAt(plain, investor.keyAt, 'pool').replace(/chosen: \w+/, 'chosen: pool')
}

function entryIn(node: YamlNode, key: string) {
  if (node.kind !== 'map') throw new Error(`no map around ${key}`)
  return node.entries.find((entry) => entry.key === key)!
}

/** At least so many questions are met on the way. */
function expectAnswered(text: string, least: number, parts?: readonly string[]): void {
  const before = [...atOdds, ...faultsOf(text)]
  const asked = new Set<string>()
  const refused: string[] = []
  for (const entry of entriesIn(readYaml(text, 'case.yaml').root!, parts)) {
    const open = removeEntry(text, entry)
    for (const question of questionsIn(open)) {
      if (asked.has(keyOf(question))) continue
      asked.add(keyOf(question))
      for (const { edit, also = [], paste } of question.choices) {
        const answered = edited(open, [edit!, ...also])
        const isAskedAgain = questionsIn(answered).map(keyOf).includes(keyOf(question))
        const faults = faultsOf(answered).filter((code) => !before.includes(code))
        if (isAskedAgain || faults.length > 0) refused.push(`${keyOf(question)}: ${paste} gives ${faults.join(', ')}`)
      }
    }
  }
  expect(refused).toEqual([])
  expect(asked.size).toBeGreaterThan(least)
}

type Entry = Extract<YamlNode, { kind: 'map' }>['entries'][number]

/** Every entry; of entries of one name beside the same others, in things of one kind, only the first. */
function* entriesIn(node: YamlNode, parts?: readonly string[], of = '', tried = new Set<string>()): Generator<Entry> {
  if (node.kind === 'list') for (const item of node.items) yield* entriesIn(item, parts, of, tried)
  if (node.kind !== 'map') return
  const beside = node.entries.map(({ key }) => key).join(' ')
  for (const entry of node.entries) {
    if (of === '' && parts?.includes(entry.key) === false) continue
    const name = `${of} ${beside} ${entry.key}`
    if (!tried.has(name)) yield entry
    tried.add(name)
    yield* entriesIn(entry.value, parts, of === '' ? entry.key : of, tried)
  }
}

const questionsIn = (text: string): Problem[] =>
  readCase(text, 'case.yaml').problems.filter(({ code }) => code === 'edge-unsettled')

const keyOf = ({ facts }: Problem): string => `${facts['path'] as string}.${facts['key'] as string}`

const faultsOf = (text: string): string[] =>
  readCase(text, 'case.yaml').problems.flatMap(({ code, severity }) => (severity === 'wrong' ? [code] : []))

/** The edits do not overlap; the last in the text is made first, so that the places of the others hold. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const later = (one: TextEdit, other: TextEdit) => other.at.line - one.at.line || other.at.column - one.at.column
  return [...edits].sort(later).reduce((so, { at, text: put }) => replaceAt(so, at, put), text)
}
