import { expect, test } from 'vitest'
import { fuzzOnce } from './fuzz.ts'
import { samplesIn } from './samples.ts'

test('no damage to terms or facts makes the program crash', () => {
  const samples = samplesIn('contracts')
  const counts = { refused: 0, ran: 0 }
  for (let number = 0; number < 400; number++) {
    try {
      counts[fuzzOnce(samples, 'test', number)]++
    } catch (error) {
      throw new Error(`npm run fuzz -- --seed test --case ${String(number)}`, { cause: error })
    }
  }
  // Both must happen, or the damage is too much or too little to find anything.
  expect(Math.min(counts.refused, counts.ran)).toBeGreaterThan(20)
})
