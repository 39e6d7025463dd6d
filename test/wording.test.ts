/**
 * Words are in step: what one language can say, the other can. The compiler sees to names it knows; here are the tables
 * that are looked up by a rule or a word, and how numbers are written.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  amountText,
  checksumText,
  countText,
  dateText,
  exactAmountText,
  listText,
  numberText,
  problemText,
  reasonWords,
  sentence,
  shareText,
} from '../locales/index.ts'
import { dayOf, fraction, parseExact, problem } from '../src/core/base/index.ts'
import { fundShape } from '../src/core/investment/fund-shape.ts'
import { agreementShape } from '../src/core/terms/agreement.ts'
import { conditionKinds, valueKinds } from '../src/core/terms/kinds.ts'
import { caseShape } from '../src/core/valuation/case/case-file.ts'
import { type Fields, type Shape } from '../src/core/text/index.ts'
import { projectFolder } from './sources.ts'

describe('how numbers are written', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', '_')
  const both = (of: (locale: 'da' | 'en') => string) => `${plain(of('da'))} | ${plain(of('en'))}`

  test.each([
    [both((locale) => amountText(37500000n, 'DKK', locale)), '375.000_kr. | DKK_375,000'],
    [both((locale) => amountText(-600050n, 'DKK', locale)), '−6.000,50_kr. | −DKK_6,000.50'],
    [both((locale) => amountText(1500n, 'JPY', locale)), '1.500_JPY | JPY_1,500'],
    [both((locale) => exactAmountText(fraction(10000n, 3n), 'DKK', locale)), '≈_33,33_kr. | ≈_DKK_33.33'],
    [both((locale) => dateText(dayOf(2024, 12, 31), locale)), '31._december 2024 | 31_December 2024'],
    [both((locale) => shareText(parseExact('0.75')!, locale)), '75_% | 75%'],
    [both((locale) => shareText(fraction(2n, 3n), locale)), '≈_66,67_% | ≈_66.67%'],
    [both((locale) => numberText(parseExact('-1234567.5')!, locale)), '−1.234.567,5 | −1,234,567.5'],
    [both((locale) => numberText(fraction(1n, 3n), locale)), '≈_0,3333 | ≈_0.3333'],
    [both((locale) => countText(1, 'nights', locale)), '1_nat | 1_night'],
    [both((locale) => countText(parseExact('2.5')!, 'hours', locale)), '2,5_timer | 2.5_hours'],
    [both((locale) => listText(['a', 'b', 'c'], locale)), 'a, b og c | a, b and c'],
    [both((locale) => listText([], locale)), ' | '],
  ])('%s', (shown, expected) => expect(shown).toBe(expected))

  test('a sentence ends with one full stop', () => {
    expect(sentence('Der betales 10 kr.')).toBe('Der betales 10 kr.')
    expect(sentence('Der betales 10 SEK')).toBe('Der betales 10 SEK.')
  })

  test('a checksum is twelve letters on one line', () => {
    expect(plain(checksumText('7f3a91c4e02b5555'))).toBe('7f3a_91c4_e02b')
  })
})

describe('reasons', () => {
  const { da, en } = reasonWords

  test('have the same tables in both languages', () => {
    for (const table of ['things', 'sentences', 'statuses', 'states', 'bounds'] as const) {
      expect(Object.keys(da[table]).sort(), table).toEqual(Object.keys(en[table]).sort())
    }
  })

  test('have words for every kind of expression and every rule of the settlement', () => {
    const text = (path: string) => readFileSync(`${projectFolder}/${path}`, 'utf8')
    const kinds = [...text('src/core/terms/expression.ts').matchAll(/Node<'([a-z-]+)'>/g)].map((match) => match[1]!)
    const settlement = [...text('src/core/settlement/reasons.ts').matchAll(/node\(\s*'([a-z-]+)'/g)].map(
      (match) => match[1]!,
    )
    // These are told by the page itself, as headings, tables and sums.
    const told = [
      'after-limits',
      'paid-before',
      'share',
      'statement-line',
      'earned',
      'entry',
      'subject',
      'goal',
      'quantity',
    ]
    const rules = [...kinds, ...settlement].filter((rule) => !told.includes(rule))
    const known = (rule: string) => rule in da.sentences || rule in da.things
    expect(kinds.length).toBeGreaterThan(30)
    expect(rules.filter((rule) => !known(rule))).toEqual([])
  })
})

test('who begins an expression with a word like none of them is told what they begin with', () => {
  const at = { file: 'terms.yaml', line: 1, column: 1, length: 1 }
  const told = (nearest: string) => {
    const facts = { path: 'terms', found: ['events'], known: ['time-in', 'count-of'], nearest }
    return problemText(problem('expression-unknown', 'wrong', at, facts), 'en', undefined)
  }
  expect(told('')).toContain('They begin with time-in, count-of.')
  expect(told('count-of')).not.toContain('They begin with')
})

test('what must stand in a place of terms, a case or a fund is said in Danish too', () => {
  const kinds: Fields[] = [...Object.values<Fields>(valueKinds), ...Object.values<Fields>(conditionKinds)]
  const seen = new Set<Shape<unknown>>()
  const see = (shape: Shape<unknown> & { fields?: Fields }): void => {
    if (seen.has(shape)) return
    seen.add(shape)
    if (shape.inner !== undefined) see(shape.inner)
    for (const field of Object.values(shape.fields ?? {})) see(field.shape)
  }
  for (const shape of [agreementShape, caseShape, fundShape]) see(shape)
  for (const fields of kinds) for (const { shape } of Object.values(fields)) see(shape)
  const says = [...new Set([...seen].map((shape) => shape.says))]
  expect(says.length).toBeGreaterThan(60)
  const at = { file: 'terms.yaml', line: 1, column: 1, length: 0 }
  const english = says.filter((each) => {
    const found = problem('value-unreadable', 'wrong', at, { path: 'terms', found: 'x', says: each })
    return / (a|an|one of|or(?! before)|such as) /.test(problemText(found, 'da').split('Her skal stå')[1]!)
  })
  expect(english).toEqual([])
})
