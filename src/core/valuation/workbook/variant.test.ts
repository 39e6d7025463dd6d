/** Copies of the columns that a swap moves: those and no others, with the same formulas. */
import { expect, test } from 'vitest'
import { Values } from './evaluate.ts'
import { withReferences } from './formula.ts'
import { type Column, MonthSheet, inMonth, overMonths } from './months.ts'
import { Sheet } from './sheet.ts'
import { MonthColumns } from './variant.ts'

test.each([
  ['A1+$B$2*Other!C3', 'a:A1+a:$B$2*Other:C3'],
  ["SUM('Two words'!$C$6:C8)", 'SUM(Two words:$C$6:C8)'],
  ['IF(A1="B2 of ""C3""",LOG10(4),1E5)', 'IF(a:A1="B2 of ""C3""",LOG10(4),1E5)'],
  ["'It''s'!B$5", "It's:B$5"],
])('%s is written anew as %s', (formula, wanted) => {
  const anew = withReferences(formula, ({ sheet = 'a', first, last }) => {
    return `${sheet}:${first}${last === undefined ? '' : `:${last}`}`
  })
  expect(anew).toBe(wanted)
})

const about = { title: '', note: '', monthHead: '' }

/** Two sheets of months: people of a rate, what they save, what is paid to the pool and back, and what nobody moves. */
function example() {
  const inputs = new Sheet('Inputs')
  const rate = inputs.put(0, 1, { value: 0.5, style: 'share-input' })
  const low = inputs.put(1, 1, { value: 0.2, style: 'share-input' })
  const [people, money] = [new MonthSheet('People', 3, about), new MonthSheet('The money', 3, about)]
  const started = people.add({ head: 'started', style: 'people', cell: (month) => (month === 0 ? 0 : '10') })
  const succeeded = people.add({
    over: 'all',
    head: 'succeeded',
    style: 'people',
    cell: (month) => `${people.sheet.to(inMonth(started, month))}*${people.sheet.to(rate)}`,
  })
  const cost = money.add({
    head: 'cost',
    style: 'money',
    cell: (month) => `-${money.sheet.to(inMonth(started, month))}*3`,
  })
  const before: Column = { sheet: money.sheet, column: money.width }
  const paid: Column = { sheet: money.sheet, column: money.width + 1 }
  const cell = (column: Column, month: number): string => money.sheet.to(inMonth(column, month))
  money.add({
    head: 'before',
    style: 'money',
    cell: (month) => (month === 0 ? 0 : `${cell(before, month - 1)}+${cell(paid, month - 1)}`),
  })
  money.add({
    head: 'paid',
    style: 'money',
    cell: (month) => `MIN(12-${cell(before, month)},${money.sheet.to(inMonth(succeeded, month))}*2)`,
  })
  const net = money.add({
    head: 'net',
    style: 'money',
    cell: (month) => `${cell(cost, month)}-${cell(paid, month)}+SUM(${overMonths(money.sheet, succeeded, 0, month)})`,
  })
  const variant = new MonthSheet('Variant', 3, about)
  return { inputs, rate, low, people, money, started, succeeded, net, variant }
}

const valuesOf = (sheets: Sheet[], column: Column): unknown[] => {
  const values = new Values(sheets)
  return [0, 1, 2, 3].map((month) => {
    const { sheet, row } = inMonth(column, month)
    return values.get(sheet, row, column.column)
  })
}

test('what a cell moves is what the case is with that cell otherwise, and nothing else is copied', () => {
  const { inputs, rate, low, people, money, net, variant } = example()
  const columns = new MonthColumns([people, money])
  const copy = columns.copyTo(variant, {
    swaps: [{ cell: rate, by: low }],
    results: [net],
    over: 'low',
    upsideDown: '',
  })
  // Successes, before, paid and net; neither starts nor cost.
  expect(variant.width - 1).toBe(4)
  const sheets = [inputs, people.sheet, money.sheet, variant.sheet]
  const copied = valuesOf(sheets, copy(net))
  expect(copied).toEqual([0, -32, -30, -28])
  inputs.put(rate.row, rate.column, { value: 0.2, style: 'share-input' })
  expect(valuesOf(sheets, net)).toEqual(copied)
})

test('a column in place of another', () => {
  const { inputs, people, money, started, succeeded, net, variant } = example()
  const columns = new MonthColumns([people, money])
  const copy = columns.copyTo(variant, {
    swaps: [{ column: succeeded, by: started }],
    results: [net],
    over: '',
    upsideDown: '',
  })
  expect(copy(succeeded)).toEqual(started)
  const sheets = [inputs, people.sheet, money.sheet, variant.sheet]
  expect(valuesOf(sheets, copy(net))).toEqual([0, -32, -10, 0])
})

test('a result that nothing moves is its own copy', () => {
  const { low, people, money, net, variant } = example()
  const columns = new MonthColumns([people, money])
  const copy = columns.copyTo(variant, { swaps: [{ cell: low, by: low }], results: [net], over: '', upsideDown: '' })
  expect(copy(net)).toEqual(net)
  expect(variant.width).toBe(1)
})
