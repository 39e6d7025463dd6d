import { expect, test } from 'vitest'
import { type Locale } from '../../core/base/index.ts'
import { type ValueKind, kindOf, shownValue, typedValue } from './typed-value.ts'

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
})

test('English reads its own marks', () => {
  check('money', '192,000', '192000 kr', 'en')
  check('money', '1.5', '1.5 kr', 'en')
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
  check('month', '2022-01', '2022-01')
})

test('what is shown is read back as the same text', () => {
  for (const [kind, text] of [
    ['money', '192000 kr'],
    ['money', '0.5 kr'],
    ['share', '12.5 %'],
    ['length', '24 months'],
    ['number', '0.6667'],
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
