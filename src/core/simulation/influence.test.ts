import { expect, test } from 'vitest'
import { Stream } from './stream.ts'
import { influenceOf, scoresOf, worthOfKnowingAll } from './influence.ts'
import { estimated, quantiles, shareOf } from './statistics.ts'
import { normalBelow, normalQuantile } from './special.ts'

/** The mean of max(0, x) for a normal x. */
function meanAboveNothing(mean: number, deviation: number): number {
  const x = mean / deviation
  return mean * normalBelow(x) + (deviation * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

test('what knowing is worth, where a formula says it', () => {
  const stream = new Stream('influence', 0)
  const normal = () => normalQuantile(stream.next() || 0.5)
  const count = 40_000
  const [known, other] = [0, 1].map(() => Float64Array.from({ length: count }, normal)) as [Float64Array, Float64Array]
  // The outcome is 1 + 3 × known + 2 × other; what is told of `known` is any growing function of it.
  const outcomes = known.map((value, draw) => 1 + 3 * value + 2 * other[draw]!)
  const { worth, low, high, explains } = influenceOf(scoresOf(known.map((value) => Math.exp(value))), outcomes)
  const exact = meanAboveNothing(1, 3) - 1
  expect(Math.abs(worth.mean - exact)).toBeLessThan(4 * worth.error)
  expect(worth.error / exact).toBeLessThan(0.05)
  expect(low).toBeCloseTo(1 - 3 * 1.28155, 1)
  expect(high).toBeCloseTo(1 + 3 * 1.28155, 1)
  expect(explains).toBeCloseTo(9 / 13, 1)
  expect(worthOfKnowingAll(outcomes)).toBeCloseTo(meanAboveNothing(1, Math.sqrt(13)) - 1, 1)
})

test('an input that decides nothing, and one with few values', () => {
  const stream = new Stream('influence', 1)
  const coins = Float64Array.from({ length: 4000 }, () => Math.floor(2 * stream.next()))
  const outcomes = Float64Array.from({ length: 4000 }, () => stream.next() - 0.5)
  const idle = influenceOf(scoresOf(coins), outcomes)
  expect(idle.worth.mean).toBeLessThan(0.02)
  expect(idle.explains).toBeLessThan(0.01)
  const deciding = influenceOf(
    scoresOf(coins),
    coins.map((coin) => (coin === 0 ? -1 : 3)),
  )
  expect(deciding.explains).toBeCloseTo(1, 9)
  expect(deciding.worth.mean).toBeCloseTo(0.5, 1)
})

test('means, shares and quantiles', () => {
  const { mean, error } = estimated(Float64Array.of(2, 4, 9))
  expect([mean, error]).toEqual([5, Math.sqrt(13 / 3)])
  expect(shareOf(Float64Array.of(-1, 0, 1, 2), (value) => value > 0)).toEqual({ mean: 0.5, error: 0.25 })
  expect(quantiles(Float64Array.of(10, 3, 1, 2), [0, 0.5, 0.75, 1])).toEqual([1, 2.5, 4.75, 10])
  expect(quantiles(Float64Array.of(NaN, 3), [0.5])).toEqual([3])
  expect(quantiles(Float64Array.of(NaN), [0.5])).toEqual([NaN])
})
