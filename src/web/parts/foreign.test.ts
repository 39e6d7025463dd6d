import { expect, test } from 'vitest'
import { languageOf } from './foreign.tsx'

test('the commonest words tell the language; without any it is the page’s', () => {
  check('prisen er ikke offentlig', 'da')
  check('the price is not public', 'en')
  check('dsi.dk', 'page')
  check('skolens indberetning for året', 'da')
})

function check(text: string, expected: 'da' | 'en' | 'page'): void {
  const told = [languageOf(text, 'da'), languageOf(text, 'en')]
  expect(told, text).toEqual(expected === 'page' ? ['da', 'en'] : [expected, expected])
}
