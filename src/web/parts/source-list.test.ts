import { expect, test } from 'vitest'
import { listFor } from './source-list.tsx'

const danish = 'Prisen er ikke offentlig og derfor opfundet.'
const english = 'The price is not public and so invented.'

test('a reader gets the list in their own language, and the other with its language told where it is the only one', () => {
  expect(listFor({ da: danish, en: english }, 'da')).toEqual({ text: danish, language: 'da' })
  expect(listFor({ da: danish, en: english }, 'en')).toEqual({ text: english, language: 'en' })
  expect(listFor({ en: english }, 'da')).toEqual({ text: english, language: 'en' })
  expect(listFor({ da: danish }, 'en')).toEqual({ text: danish, language: 'da' })
  expect(listFor({}, 'da')).toBeUndefined()
})

test('an only list is in the language it is written in, whatever its file is called', () => {
  expect(listFor({ en: danish }, 'da')).toEqual({ text: danish, language: 'da' })
})
