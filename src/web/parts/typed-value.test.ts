import { expect, test } from 'vitest'
import { type Locale } from '../../core/base/index.ts'
import { type ValueKind, kindOf, readingsOf, shownValue, typedValue } from './typed-value.ts'

test('sums are computed where they are typed, and the unit stays', () => {
  check('money', '2*1450', '2900 kr')
  check('money', '15/3', '5 kr')
  check('money', '192.000', '192000 kr')
  check('money', '1.234,50 kr.', '1234.5 kr')
  check('money', '(3+4)*2', '14 kr')
  check('money', '10/3', '10/3 kr')
  check('share', '35', '35 %')
  check('share', '12,5 %', '12.5 %')
  check('length', '2 år', '2 years')
  check('length', '10', '10 months')
  check('number', '-3', '-3')
  // The text of a case has never three decimals.
  check('number', '0,125', '0.1250')
})

test('English reads its own marks', () => {
  check('money', '192,000', '192000 kr', 'en')
  check('money', '1.5', '1.5 kr', 'en')
})

test('an amount is read as it is written and spoken in a municipality', () => {
  for (const typed of [
    '9,5 mio. kr',
    '9,5 mio kr.',
    '9,5 mio.kr.',
    '9,5 MIO',
    'kr. 9,5 mio.',
    '9,5 millioner kroner',
    '9.5 mio.',
  ])
    check('money', typed, '9500000 kr')
  check('money', '1,2 mia.', '1200000000 kr')
  for (const typed of [
    '750 t.kr.',
    '750 tkr',
    '750.000',
    '750 000 kr.',
    '750.000,-',
    '750.000,00 kr.',
    'DKK 750 000',
    '750,000.00',
  ])
    check('money', typed, '750000 kr')
  check('money', '1.250 t.kr.', '1250000 kr')
  check('money', '2*1,5 mio. kr. + 250 t.kr.', '3250000 kr')
  check('figure', '1,5 mio. kr.', '1500000 kr')
  check('number', '1,5 mio', '1500000')
  check('money', '9.5m', '9500000 kr', 'en')
  check('money', '750k', '750000 kr', 'en')
  check('money', '1.2 billion DKK', '1200000000 kr', 'en')
})

test('what has two readings has both, and is not guessed at', () => {
  const readings = (typed: string, kind: ValueKind = 'money', locale: Locale = 'da') =>
    readingsOf(typed, kind, kind === 'money' ? 'kr' : '', locale)
  expect(readings('1,450')).toEqual(['1.45 kr', '1450 kr'])
  expect(readings('1.450', 'money', 'en')).toEqual(['1.45 kr', '1450 kr'])
  expect(readings('1.250 mio. kr.')).toEqual(['1250000000 kr', '1250000 kr'])
  expect(readings('2*1,450 kr.')).toEqual(['2.9 kr', '2900 kr'])
  expect(typedValue('1,450', 'money', 'kr', 'da')).toBe('1,450')
  // Kroner alone have no third decimal.
  expect([readings('1,450', 'number'), readings('0,125'), readings('1.450'), readings('0,6667', 'number')]).toEqual([
    ['1.45'],
    ['0.1250 kr'],
    ['1450 kr'],
    ['0.6667'],
  ])
  expect([
    readings('7 50'),
    readings('75 0000'),
    readings('5 æbler'),
    readings('9,5 mi'),
    readings('1.45.000'),
  ]).toEqual([[], [], [], [], []])
})

test('the name of an estimate and what is no number stay as they were typed', () => {
  check('share', 'goal-rate', 'goal-rate')
  check('money', 'mange', 'mange')
  check('money', '1/0', '1/0')
  check('number', '', 'undecided')
})

test('days and months are typed as people write them', () => {
  check('day', '31-12-2024', '2024-12-31')
  check('month', '1-2022', '2022-01')
  for (const typed of [
    '2025-01',
    '01-2025',
    '1/2025',
    '01.2025',
    '2025/1',
    'januar 2025',
    'jan 2025',
    'Jan. 2025',
    'january 2025',
  ])
    check('month', typed, '2025-01')
  check('month', 'maj 2025', '2025-05')
  check('month', 'May 2025', '2025-05', 'en')
  for (const typed of ['13-2025', 'ja 2025', 'jan 25', 'januar', '2025']) check('month', typed, typed)
  expect(shownValue('2025-01', 'month', 'da').text).toBe('januar 2025')
  expect(shownValue('2025-05', 'month', 'en').text).toBe('May 2025')
})

test('shares and lengths are read in the words people use for them', () => {
  check('share', '12,5 pct.', '12.5 %')
  check('share', '35 procent', '35 %')
  check('length', '18 mdr.', '18 months')
})

test('what is shown is read back as the same text', () => {
  for (const [kind, text] of [
    ['money', '192000 kr'],
    ['money', '0.5 kr'],
    ['share', '12.5 %'],
    ['length', '24 months'],
    ['number', '0.6667'],
    ['number', '0.1250'],
    ['number', '2024'],
    ['number', '1/12'],
    ['figure', '35 %'],
    ['share', 'rest'],
    ['day', '2024-12-31'],
    ['month', '2022-01'],
    ['money', 'undecided'],
  ] as const) {
    for (const locale of ['da', 'en'] as const) {
      const { text: shown, unit } = shownValue(text, kind, locale)
      expect(typedValue(shown, kind, unit, locale), `${kind} ${text} ${locale}`).toBe(text)
    }
  }
})

test('a kind is known by its definition, a word by its answers', () => {
  expect([kindOf('money-input'), kindOf('share'), kindOf('text'), kindOf(undefined, ['a'])]).toEqual([
    'money',
    'share',
    'text',
    'word',
  ])
})

function check(kind: ValueKind, typed: string, text: string, locale: Locale = 'da'): void {
  const { unit } = shownValue('undecided', kind, locale)
  expect(typedValue(typed, kind, unit, locale), typed).toBe(text)
}
