import { describe, expect, test } from 'vitest'
import { countInterval, meanInterval, medianInterval, shareInterval } from './interval.ts'

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

describe('of a mean, whatever is between nothing and all', () => {
  const checkMean = (example: string): void => {
    const [seen = '', expected] = example.split(' → ')
    const [mean = 0, of = 0] = seen.split(' of ').map(Number)
    const { low, high } = meanInterval(mean, of)
    expect(`${low.toFixed(4)} … ${high.toFixed(4)}`).toBe(expected)
  }
  // Of nothing and of all it is that of a share, exactly: 1 − 0.025^(1/10).
  test('nothing', () => checkMean('0 of 10 → 0.0000 … 0.3085'))
  test('all', () => checkMean('1 of 10 → 0.6915 … 1.0000'))
  test('in the middle it is a little wider than that of a share', () => {
    const [wide, exact] = [meanInterval(0.4, 10), shareInterval(4, 10)]
    expect(wide.low).toBeLessThan(exact.low)
    expect(wide.high).toBeGreaterThan(exact.high)
  })
  test('where the distance is 3.6889 / of', () => {
    const { low, high } = meanInterval(0.25, 50)
    for (const mean of [low, high])
      expect(50 * (0.25 * Math.log(0.25 / mean) + 0.75 * Math.log(0.75 / (1 - mean)))).toBeCloseTo(Math.log(40), 6)
  })
})

describe('of the middle', () => {
  const checkMedian = (numbers: number[], expected: [number, number] | undefined): void => {
    const found = medianInterval(numbers)
    expect(found === undefined ? undefined : [found.low, found.high]).toEqual(expected)
  }
  test('five are too few', () => checkMedian([1, 2, 3, 4, 5], undefined))
  test('of six, all of them', () => checkMedian([6, 2, 5, 3, 4, 1], [1, 6]))
  test('of nine, without the first and the last', () => checkMedian([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 8]))
  test('of twenty, from the sixth to the fifteenth', () =>
    checkMedian(
      Array.from({ length: 20 }, (_, index) => index + 1),
      [6, 15],
    ))
})
