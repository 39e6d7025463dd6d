import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256, sha256OfPieces } from './index.ts'

test('the published digests of nothing and of abc', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('every length around the blocks of 64 bytes agrees with another library', () => {
  for (let bytes = 0; bytes <= 260; bytes++) check(new Uint8Array(bytes).map((_, index) => index * 7 + bytes))
})

test('a part of a longer array is hashed as the part', () => check(new Uint8Array(300).fill(9).subarray(17, 217)))
test('Danish letters, an emoji and half a surrogate pair', () => check('Æblegrød på Ærø 🙂 \ud83d!'))
test('a megabyte', () => check(new Uint8Array(1 << 20).map((_, index) => index >>> 5)))
test('any text and any bytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check))
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check))
})

test('a text in pieces has the digest of the whole', () => {
  const pieces = fc.array(fc.string({ unit: 'grapheme', maxLength: 150 }), { maxLength: 8 })
  fc.assert(
    fc.property(pieces, (texts) => {
      expect(sha256OfPieces(texts)).toBe(sha256(texts.join('')))
    }),
  )
})

/** Data whose digest must be the one that Node gives. */
function check(data: string | Uint8Array): void {
  expect(sha256(data)).toBe(createHash('sha256').update(data).digest('hex'))
}
