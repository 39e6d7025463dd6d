import { expect, test } from 'vitest'
import { nearestWords } from './nearest.ts'

test('letters changed, left out, added or swapped', () => {
  const known = ['settle', 'explain', 'words', 'payoff', 'check']
  expect(nearestWords('setle', known)).toEqual(['settle'])
  expect(nearestWords('wrods', known)).toEqual(['words'])
  expect(nearestWords('PAYOF', known)).toEqual(['payoff'])
  expect(nearestWords('xyz', known)).toEqual([])
})

test('a part of a name is that name, before one that only looks like it', () => {
  expect(nearestWords('vejle', ['velje', 'vejle-familiebehandling'])).toEqual(['vejle-familiebehandling'])
  expect(nearestWords('F1', ['F09', 'F10', 'F21', 'P1'], 3)).toEqual(['F10', 'F21', 'P1'])
})
