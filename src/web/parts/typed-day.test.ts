import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, dayText } from '../../core/base/index.ts'
import { addressDay, fieldDay, typedDay } from './typed-day.ts'

test('a day in each way it is typed', () => {
  for (const text of ['2024-12-31', '31-12-2024', '31/12/2024', '31.12.2024', ' 31.12.2024 ']) check(text, '2024-12-31')
  for (const text of ['31. december 2024', '31 dec. 2024', '31 December 2024']) check(text, '2024-12-31')
})

test('what is no day of the calendar is none', () => {
  for (const text of [
    '2024-02-30',
    '31-4-2024',
    '12/31/2024',
    '31-12',
    '31-12/2024',
    'i dag',
    '',
    '31. de 2024',
    '31. decembers 2024',
    '1024-01-01',
  ]) {
    check(text, 'none')
  }
})

test('every day comes back from its field and its address', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2999, 12, 31) }), (day) => {
      expect([typedDay(fieldDay(day, 'da')), typedDay(fieldDay(day, 'en')), typedDay(addressDay(day))]).toEqual([
        day,
        day,
        day,
      ])
    }),
  )
})

function check(text: string, expected: string): void {
  const day = typedDay(text)
  expect(day === undefined ? 'none' : dayText(day), text).toBe(expected)
}
