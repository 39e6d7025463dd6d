import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Interner } from './interner.ts'

test('numbers texts in the order in which they come', () => check('shelter support shelter', '0 1 0'))

test('an id is not a number', () => check('7 07 7 007 -7 7.0', '0 1 0 2 3 4'))

test('zero, large and very large whole numbers are ids like any other', () =>
  check('0 1073741823 1073741824 99999999999999999999 0 1073741823 1073741824', '0 1 2 3 0 1 2'))

test('a number first kept by its hash is found again when there is room for it in the table', () => {
  const interner = new Interner(['5000000'])
  for (let n = 0; n < 400_000; n++) interner.codeOf(String(n))
  expect(interner.codeOf('5000001')).toBe(400_001)
  expect(interner.codeOf('5000000')).toBe(0)
})

test('numbers one after the other, and others between them', () =>
  check('1 2 3 x 4 5 2 9 10 4 x 1', '0 1 2 3 4 5 1 6 7 4 3 0'))

test('words given beforehand have the first codes', () => {
  const interner = new Interner(['none', 'low', 'high'])
  expect([interner.codeOf('high'), interner.find('low'), interner.find('7'), interner.size]).toEqual([
    2,
    1,
    undefined,
    3,
  ])
})

test('a text of more than 65,535 bytes has no code', () =>
  expect(new Interner().codeOf('ø'.repeat(32_768))).toBe(undefined))

test('puts codes in place of whole numbers', () => {
  const interner = new Interner(['x', '10', '11'])
  const entries = Int32Array.from([-2 - 11, -1, 0, -2 - 7, -2 - 10, -2 - 7, -2])
  interner.replaceWholes(entries, 6)
  expect([...entries]).toEqual([2, -1, 0, 3, 1, 3, -2])
})

test('every text has one code, and every code its text', () => {
  const text = fc.oneof(
    fc.nat(50).map(String),
    fc.nat().map(String),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '00', '\uFEFF'),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 100 }), (texts) => {
      const interner = new Interner()
      const codes = texts.map((each) => interner.codeOf(each)!)
      expect(codes.map((code) => interner.textOf(code))).toEqual(texts)
      expect(texts.map((each) => interner.find(each))).toEqual(codes)
      expect(interner.size).toBe(new Set(texts).size)
    }),
    { numRuns: 500 },
  )
})

/** The codes of words parted by a space. */
function check(words: string, codes: string): void {
  const interner = new Interner()
  expect(
    words
      .split(' ')
      .map((word) => interner.codeOf(word))
      .join(' '),
  ).toBe(codes)
}
