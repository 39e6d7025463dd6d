import { expect, test } from 'vitest'
import { pseudonymOf } from './pseudonym.tsx'

test('the same id is the same tree or bird in both languages', () => {
  const danish = pseudonymOf('F07', 'da')
  expect(pseudonymOf('F07', 'da')).toBe(danish)
  expect([danish, pseudonymOf('F07', 'en')]).toEqual(['Tjørn', 'Hawthorn'])
})

test('families numbered in a row have names of their own', () => {
  const names = Array.from({ length: 60 }, (_, index) => pseudonymOf(`F${String(index + 1).padStart(2, '0')}`, 'da'))
  expect(new Set(names).size).toBe(60)
})

test('any id has a name', () => {
  for (const id of ['', 'x', '😀', 'F01-B1', '999999999999']) expect(pseudonymOf(id, 'da')).not.toBe('')
})
