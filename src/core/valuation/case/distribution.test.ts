/** Means and quantiles beside those of SciPy 1.x, to the digits shown. */
import { expect, test } from 'vitest'
import { type Distribution, meanOf, quantileOf } from './distribution.ts'

test.each<[string, Distribution, number, number, number]>([
  ['a point', { kind: 'point', value: 7 }, 7, 7, 7],
  ['beta', { kind: 'beta', a: 24, b: 16 }, 0.6, 0.500093124, 0.697688191],
  ['PERT', { kind: 'pert', low: 0.35, likely: 0.5, high: 0.65 }, 0.5, 0.423990936, 0.576009064],
  [
    'normal within bounds',
    { kind: 'normal', mean: 0.15, sd: 0.1, low: 0, high: 0.5 },
    0.163788897,
    0.050596625,
    0.281933455,
  ],
  ['normal', { kind: 'normal', mean: 10, sd: 2, low: -Infinity, high: Infinity }, 10, 7.4368969, 12.5631031],
  ['lognormal', { kind: 'lognormal', mean: Math.log(120000) - 0.03125, sd: 0.25 }, 120000, 84424.1798, 160233.1007],
  ['Poisson', { kind: 'poisson', mean: 1.5 }, 1.5, 0, 3],
  ['uniform', { kind: 'uniform', low: 60, high: 120 }, 90, 66, 114],
  ['values, as R type 7', { kind: 'empirical', values: Float64Array.of(10, 12, 30) }, 52 / 3, 10.4, 26.4],
])('%s', (_, distribution, mean, tenth, ninetieth) => {
  const digits = Math.abs(mean) > 1000 ? 2 : 6
  expect(meanOf(distribution)).toBeCloseTo(mean, digits)
  expect(quantileOf(distribution, 0.1)).toBeCloseTo(tenth, digits)
  expect(quantileOf(distribution, 0.9)).toBeCloseTo(ninetieth, digits)
})

test.each([
  [2.6, 3.4, 0.1, 0.188619159913634],
  [1.001, 4.999, 0.999, 0.748983563643167],
  [0.5, 0.5, 0.001, 2.46739907091694e-6],
  [300, 700, 0.9, 0.318652126673931],
  [50, 2, 0.5, 0.96730915008378],
])('the beta curve %d, %d at %d, to the last digits of SciPy', (a, b, chance, wanted) => {
  expect(quantileOf({ kind: 'beta', a, b }, chance)).toBeCloseTo(wanted, 13)
})
