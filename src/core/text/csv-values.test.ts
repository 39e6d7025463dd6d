import { expect, test } from 'vitest'
import { dayText } from '../base/index.ts'
import { readDay, readNumber, type ReadingRules } from './csv-values.ts'

test('a number that can be read one way is that number', () => {
  for (const [text, expected] of [
    ['0', '0/1'],
    ['-5', '-5/1'],
    ['−5', '-5/1'],
    ['-0', '0/1'],
    ['007', '7/1'],
    ['1.000,92', '100092/100'],
    ['1,000.92', '100092/100'],
    ['1000.92', '100092/100'],
    ['1000,92', '100092/100'],
    ['1 000', '1000/1'],
    ['1\u00a0000,5', '10005/10'],
    ['1 000.925', '1000925/1000'],
    ['1.000.000', '1000000/1'],
    ['1,000,000', '1000000/1'],
    ['0,125', '125/1000'],
    ['0.125', '125/1000'],
    ['1000.125', '1000125/1000'],
    ['12,50', '1250/100'],
  ] as const)
    check(text, expected)
})

test('a number that can be read two ways is a question', () => {
  check('1.000', 'ambiguous 1000 or 1.000: numbers: danish or numbers: international')
  check('1,000', 'ambiguous 1.000 or 1000: numbers: danish or numbers: international')
  check('-12.345', 'ambiguous -12345 or -12.345: numbers: danish or numbers: international')
})

test('the rules of the file decide, and a number they cannot explain is refused', () => {
  check('1.000', '1000/1', 'danish')
  check('1.000', '1000/1000', 'international')
  check('1,000', '1000/1000', 'danish')
  check('1.25', 'against-rule', 'danish')
  check('1,25', 'against-rule', 'international')
  check('1.000,5', 'against-rule', 'international')
})

test('what is not a number is unreadable', () => {
  for (const text of [
    'x',
    '12 %',
    '1 00',
    '1.00.000',
    '1,2,3',
    '.5',
    '5.',
    '5-',
    '+5',
    '1e3',
    '--1',
    '1.000.00',
    '1..2',
    '∞',
    '0x1',
  ])
    check(text, 'unreadable')
  check('12345678901234567', 'too-long')
  check('0,1234567890123456', 'too-long')
})

test('a day that can be read one way is that day', () => {
  for (const [text, expected] of [
    ['2024-12-31', '2024-12-31'],
    ['2024-2-9', '2024-02-09'],
    ['2024/12/31', '2024-12-31'],
    ['2024-12-31T00:00:00', '2024-12-31'],
    ['2024-12-31 00:00:00.000', '2024-12-31'],
    ['31/12/2024', '2024-12-31'],
    ['13-04-2024', '2024-04-13'],
    ['12/31/2024', '2024-12-31'],
    ['4.4.2024', '2024-04-04'],
    ['0001-01-01', '0001-01-01'],
  ] as const)
    checkDay(text, expected)
})

test('a day that can be read two ways is a question', () => {
  checkDay('03-04-2024', 'ambiguous 2024-04-03 or 2024-03-04: dates: day-month-year or dates: month-day-year')
  checkDay('31/12/24', 'ambiguous 1924-12-31 or 2024-12-31: 1924-12-31 or 2024-12-31')
  checkDay(
    '24-12-31',
    'ambiguous 1931-12-24 or 2031-12-24 or 1924-12-31 or 2024-12-31: 1931-12-24 or 2031-12-24 or 1924-12-31 or 2024-12-31',
  )
  checkDay('03.04.24', 'ambiguous 1924-04-03 or 2024-04-03: 1924-04-03 or 2024-04-03', 'day-month-year')
})

test('the rules of the file decide on days too', () => {
  checkDay('03-04-2024', '2024-04-03', 'day-month-year')
  checkDay('03-04-2024', '2024-03-04', 'month-day-year')
  checkDay('12/31/2024', 'against-rule', 'day-month-year')
  checkDay('2024-03-04', '2024-03-04', 'month-day-year')
})

test('a day that does not exist is impossible, and what is no day unreadable', () => {
  for (const text of [
    '2023-02-29',
    '29.02.2023',
    '2024-13-01',
    '2024-00-10',
    '31-04-2024',
    '32/01/2024',
    '00-01-2024',
    '0000-01-01',
  ])
    checkDay(text, 'impossible')
  for (const text of ['x', '20241231', '2024-12-31T08:00', '31-12/2024', '1/2', '31. december 2024', '2024-12-031'])
    checkDay(text, 'unreadable')
})

/** The mantissa over the power of ten, or what is wrong. */
function check(text: string, expected: string, rule: ReadingRules['numbers'] = 'unstated'): void {
  const reading = readNumber(text, rule)
  expect('value' in reading ? `${reading.value.mantissa}/${10 ** reading.value.scale}` : shown(reading), text).toBe(
    expected,
  )
}

function checkDay(text: string, expected: string, rule: ReadingRules['dates'] = 'unstated'): void {
  const reading = readDay(text, rule)
  expect('value' in reading ? dayText(reading.value) : shown(reading), text).toBe(expected)
}

function shown(reading: { fault: string; readings?: string[]; choices?: string[] }): string {
  const [readings, choices] = [reading.readings?.join(' or '), reading.choices?.join(' or ')]
  return readings === undefined ? reading.fault : `${reading.fault} ${readings}: ${choices}`
}
