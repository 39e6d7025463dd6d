import { describe, expect, test } from 'vitest'
import { countInterval, shareInterval } from './interval.ts'

/** `4 of 10 → 0.1216 … 0.7376`, to four decimals. */
function check(example: string): void {
  const [seen = '', expected] = example.split(' → ')
  const [count = 0, of] = seen.split(' of ').map(Number)
  const { low, high } = of === undefined ? countInterval(count) : shareInterval(count, of)
  expect(`${low.toFixed(4)} … ${high.toFixed(4)}`).toBe(expected)
}

describe('of a share, worked out a second time with whole-number binomials', () => {
  test('in the middle', () => check('4 of 10 → 0.1216 … 0.7376'))
  test('nobody', () => check('0 of 10 → 0.0000 … 0.3085'))
  test('everybody', () => check('10 of 10 → 0.6915 … 1.0000'))
  test('many', () => check('50 of 162 → 0.2385 … 0.3859'))
})

describe('of a count, worked out a second time with the gamma function', () => {
  test('none', () => check('0 → 0.0000 … 3.6889'))
  test('ten', () => check('10 → 4.7954 … 18.3904'))
  test('a hundred', () => check('100 → 81.3640 … 121.6268'))
})

test('an interval covers what lies behind it at least 95 times in 100', () => {
  for (const share of [0.05, 0.3, 0.5, 0.62, 0.97]) {
    const of = 23
    let covered = 0
    let chance = (1 - share) ** of
    for (let count = 0; count <= of; count++) {
      const { low, high } = shareInterval(count, of)
      if (low <= share && share <= high) covered += chance
      chance *= ((of - count) / (count + 1)) * (share / (1 - share))
    }
    expect(covered).toBeGreaterThanOrEqual(0.95)
  }
})
