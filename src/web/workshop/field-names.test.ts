/** What stands beside a number of the workshop, in the manner of the other pages of its language. */
import { expect, test } from 'vitest'
import { unitWord } from './field-names.ts'

test('kroner are told by the currency of the case', () => {
  const told = (currency: string) => (['da', 'en'] as const).map((locale) => unitWord('kr', currency, locale)).join(' ')
  expect(told('DKK')).toBe('kr. DKK')
  expect(told('SEK')).toBe('SEK SEK')
  expect(unitWord('months', 'DKK', 'da')).toBe('måneder')
})
