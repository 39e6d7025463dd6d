/** What can be written in terms, value by value: a line is what is written, and what it is read as or which problem it has. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Exact, formatExact } from '../base/index.ts'
import { type Reading, type Shape, amount, fixedDay, offset, readYaml, share, wholeNumber } from '../text/index.ts'
import { condition, value } from './kinds.ts'
import { dayExpression } from './scalars.ts'

describe('numbers with a unit', () => {
  test.each([
    ['72000 kr', '72000 money'],
    ['72 000 kr.', '72000 money'],
    ['72000 DKK', '72000 money'],
    ['1234.50 kr', '1234.5 money'],
    ['50 øre', '0.5 money'],
    ['1 minor', '0.01 money'],
    ['-100 kr', '-100 money'],
    ['75 %', '0.75 share'],
    ['75%', '0.75 share'],
    ['1/3', '1/3 number'],
    ['50 of 162', '25/81 share'],
    ['6 nights', '6 nights'],
    ['1 night', '1 nights'],
    ['37 hours', '37 hours'],
    ['12', '12 number'],
    ['1 000 000 kr', '1000000 money'],
    ['undecided', 'value-undecided'],
    ['72.000 kr', 'number-ambiguous → 72 000 kr | 72 kr'],
    ['1.255 kr', 'number-ambiguous → 1 255 kr | 1.2550 kr'],
    ['72,5 %', 'number-ambiguous → 72.5 %'],
    ['1,234.50 kr', 'number-ambiguous → 1 234.50 kr'],
    ['1.234,50 kr', 'number-ambiguous → 1234.5 kr'],
    ['1,234 kr', 'number-ambiguous → 1.2340 kr | 1 234 kr'],
    ['100 EUR', 'currency-other'],
    ['6 nætter', 'unit-unknown → 6 nights'],
    ['6 nigths', 'unit-unknown → 6 nights'],
    ['6 sheep', 'unit-unknown'],
    ['6 xy', 'unit-unknown'],
    ['1/0', 'value-unreadable'],
    ['many', 'value-unreadable'],
    ['1 2 kr', 'value-unreadable'],
  ])('%s', (text, expected) =>
    check(value, text, expected, (read) => {
      const { value: number, unit } = read as { value: Exact; unit: string }
      return `${formatExact(number)} ${unit}`
    }),
  )

  test('every amount of whole øre is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        const text = (minor / 100).toFixed(2)
        // Three digits before a point part thousands to some readers; two after it are decimals to all.
        check(amount, `${text} kr`, formatExact(readNumber(text)), (read) => formatExact(read))
      }),
    )
  })
})

describe('days and lengths', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['start + 24 months - 1 day', 'start +24m +-1d'],
    ['monday on or before start + 24 months', 'start +24m, weekday 1 before'],
    ['31 october on or after end + 1 year', 'end +12m, date after'],
    ['first day of the month of occasion', 'occasion, first-of-month'],
    ['first arrest + 2 weeks', 'first arrest +14d'],
    ['moved-in', 'moved-in'],
    ['agreement end', 'agreement end'],
    ['undecided', 'value-undecided'],
    ['2023-02-29', 'value-unreadable'],
    ['29 february on or before end', 'value-unreadable'],
    ['start + 6', 'value-unreadable'],
    ['start plus 6 months', 'value-unreadable'],
  ])('%s', (text, expected) =>
    check(dayExpression, text, expected, ({ base, offsets, align }) => {
      const named = base.of === 'fixed' ? text : base.of === 'event' ? `${base.pick} ${base.measure}` : base.name
      const steps = offsets.map(({ months, days }) => ` +${months !== 0 ? `${months}m` : `${days}d`}`).join('')
      const rest = align === undefined ? '' : `, ${align.to}${'weekday' in align ? ` ${align.weekday}` : ''}`
      return named + steps + rest + (align !== undefined && 'side' in align ? ` ${align.side}` : '')
    }),
  )

  test('a length is of days, weeks, months or years', () => {
    check(offset, '2 weeks', '0m 14d', ({ months, days }) => `${months}m ${days}d`)
    check(offset, '1 year', '12m 0d', ({ months, days }) => `${months}m ${days}d`)
    check(offset, '1.5 years', 'value-unreadable')
    check(offset, '-6 months', 'number-outside')
    check(offset, '6 måneder', 'unit-unknown → 6 months')
    check(offset, '6 mnoths', 'unit-unknown → 6 months')
    check(offset, '6 nætter', 'unit-unknown')
    check(offset, 'six months', 'value-unreadable')
    check(wholeNumber, '12', '12', String)
    check(wholeNumber, '-1', 'number-outside')
    check(wholeNumber, '1.5', 'value-unreadable')
    check(fixedDay, '31-12-2024', 'value-unreadable')
    check(share, '1/3', '1/3', formatExact)
    check(share, '6 nights', 'value-unreadable')
  })
})

describe('marks', () => {
  test('a mark is kept, and the value is read as if it stood alone', () =>
    check(
      amount,
      '{ is: 500 kr, invented: prices are not public }',
      '500',
      formatExact,
      'invented: prices are not public',
    ))
  test('a comma cuts a reason in braces short, and quotes keep it whole', () =>
    check(
      amount,
      '{ is: 500 kr, assumed: the source is silent, so a guess }',
      'mark-unclear → { is: 500 kr, assumed: "the source is silent, so a guess" }',
    ))
  test('a reason is no empty text', () => check(amount, '{ is: 500 kr, assumed: "" }', 'shape-wrong'))
  test('`is` of an attribute is no mark', () =>
    check(condition, '{ attribute: sex, is: female }', 'attribute', (read) => read.kind))
})

describe('what is left open', () => {
  test.each([
    ['{ and-or: [{ in: a }, { in: b }] }', 'edge-unsettled and-or → all: … | any: …'],
    [
      '{ time-in: a, unit: nights, window: { from: start, to: end }, less-than: 6 nights }',
      'edge-unsettled window-end → until: end | through: end',
    ],
    [
      '{ time-in: a, unit: nights, window: { from: start, until: end }, threshold: 6 nights }',
      'edge-unsettled boundary → at-least: 6 nights | more-than: 6 nights | at-most: 6 nights | less-than: 6 nights',
    ],
    [
      '{ time-in: a, unit: nights, window: { from: start, until: end } }',
      'edge-unsettled boundary → at-least: 1 night | more-than: 1 night | at-most: 1 night | less-than: 1 night',
    ],
    [
      '{ time-in: a, unit: undecided, window: { from: start, until: end }, less-than: 6 nights }',
      'edge-unsettled unit → unit: nights | unit: days | unit: weeks | unit: months | unit: years',
    ],
    [
      '{ time-in: a, unit: weeks, weeks: monday-to-sunday, window: { from: start, until: end }, less-than: 6 weeks }',
      'edge-unsettled part-units → part-units: whole-only | part-units: any-day',
    ],
    [
      '{ time-in: a, unit: nights, window: { until: end }, less-than: 6 nights }',
      'edge-unsettled from → from: start | after: start',
    ],
  ])('%s', (text, expected) => check(condition, text, expected))
})

test('kroner are another currency where euro are counted, and per cent are never what was meant', () => {
  for (const [currency, told] of [
    ['EUR', 'currency-other kr'],
    ['NOK', ''],
  ] as const) {
    const { reading } = readWith(amount, '250000 kr', currency)
    expect(reading.problems.map(({ code, facts }) => `${code} ${facts['found'] as string}`).join()).toBe(told)
    expect(reading.problems.flatMap(({ choices }) => choices)).toEqual([])
  }
})

const readNumber = (text: string): Exact => {
  const read = readWith(amount, `${text} kr`)
  return read.value!
}

function readWith<T>(shape: Shape<T>, text: string, currency = 'DKK') {
  const reading: Reading = { problems: [], marks: [], currency }
  const { root } = readYaml(text, 'terms.yaml')
  return { value: shape.read(root!, reading, 'terms'), reading }
}

function check<T>(
  shape: Shape<T>,
  text: string,
  expected: string,
  shown: (read: T) => string = () => 'read',
  mark?: string,
): void {
  const { value: read, reading } = readWith(shape, text)
  const told = reading.problems.map(({ code, facts, choices }) => {
    const key = code === 'edge-unsettled' ? ` ${JSON.stringify(facts['key']).slice(1, -1)}` : ''
    return code + key + (choices.length === 0 ? '' : ` → ${choices.map(({ paste }) => paste).join(' | ')}`)
  })
  expect(told.length > 0 ? told.join('\n') : shown(read!)).toBe(expected)
  expect(reading.marks.map(({ grade, reason }) => `${grade}: ${reason}`)).toEqual(mark === undefined ? [] : [mark])
}
