import { expect, test } from 'vitest'
import { readCase } from './read-case.ts'
import { smallCase } from './example.ts'

test('a name that is left empty in one language is said in the other', () => {
  const label = (words: string) =>
    readCase(
      smallCase.replace('label: { da: borgere, en: people }', `label: ${words}`),
      'case.yaml',
    ).caseFile?.groups.get('all')?.label
  expect(label('{ da: borgere, en: people }')).toEqual({ da: 'borgere', en: 'people' })
  expect(label("{ da: borgere, en: '' }")).toEqual({ da: 'borgere', en: 'borgere' })
  expect(label("{ da: ' ', en: people }")).toEqual({ da: 'people', en: 'people' })
})
