import { expect, test } from 'vitest'
import { randomFrom } from '../base/index.ts'
import { arePossible, drawerOf } from './correlation.ts'
import { type Distribution, faultOf, samplerOf } from './distribution.ts'
import { Stream } from './stream.ts'

const normal: Distribution = { kind: 'normal', mean: 0.15, deviation: 0.1 }
const decay: Distribution = { kind: 'within', of: normal, low: 0, high: 0.5 }

/** Exact means and deviations; of the decay by scipy's truncnorm. */
const moments: [Distribution, mean: number, deviation: number][] = [
  [{ kind: 'uniform', low: 2, high: 5 }, 3.5, Math.sqrt(9 / 12)],
  [normal, 0.15, 0.1],
  [decay, 0.1637889, 0.0877198],
  [
    { kind: 'lognormal', mean: Math.log(120_000) - 0.03125, deviation: 0.25 },
    120_000,
    120_000 * Math.sqrt(Math.exp(0.0625) - 1),
  ],
  [{ kind: 'gamma', shape: 3, scale: 2 }, 6, Math.sqrt(12)],
  [{ kind: 'gamma', shape: 0.4, scale: 1 }, 0.4, Math.sqrt(0.4)],
  [{ kind: 'beta', a: 24, b: 16 }, 0.6, Math.sqrt(0.24 / 41)],
  [{ kind: 'beta', a: 4, b: 36 }, 0.1, Math.sqrt(0.09 / 41)],
  [{ kind: 'likely', low: 0.35, likely: 0.5, high: 0.65 }, 0.5, 0.3 * Math.sqrt(0.25 / 7)],
  [{ kind: 'likely', low: 0, likely: 1, high: 6 }, 10 / 6, 6 * Math.sqrt(((5 / 18) * (13 / 18)) / 7)],
  [{ kind: 'poisson', mean: 1.5 }, 1.5, Math.sqrt(1.5)],
  [{ kind: 'poisson', mean: 4000 }, 4000, Math.sqrt(4000)],
  [{ kind: 'geometric', chance: 0.2 }, 5, Math.sqrt(0.8) / 0.2],
  [{ kind: 'data', values: [1, 1, 4, 10] }, 4, Math.sqrt(13.5)],
]

const nameOf = (distribution: Distribution): string => JSON.stringify(distribution)

test.each(moments.map((row) => [nameOf(row[0]), ...row] as const))('%s', (_, distribution, mean, deviation) => {
  const sampler = samplerOf(distribution)
  expect(sampler.mean / mean).toBeCloseTo(1, 4)
  expect(sampler.deviation / deviation).toBeCloseTo(1, 3)
  const stream = new Stream('moments', 0)
  const count = 40_000
  const drawn = Float64Array.from({ length: count }, () => sampler.draw(stream))
  const found = drawn.reduce((sum, value) => sum + value, 0) / count
  const variance = drawn.reduce((sum, value) => sum + (value - found) ** 2, 0) / count
  expect(Math.abs(found - mean) / (deviation / Math.sqrt(count))).toBeLessThan(4)
  expect(Math.abs(Math.sqrt(variance) / deviation - 1)).toBeLessThan(0.03)
  // As many lie below each quantile as should, whichever way a number was drawn.
  for (const p of [0.1, 0.5, 0.9]) {
    const x = sampler.quantile(p)
    const share = drawn.filter((value) => value <= x).length / count
    expect(Math.abs(share - sampler.below(x)), `${p}`).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count) + 1e-9)
    expect(sampler.below(x)).toBeGreaterThanOrEqual(p - 1e-9)
  }
})

test('a quantile is where that share lies below', () => {
  const whole: Distribution[] = [{ kind: 'gamma', shape: 2.5, scale: 3 }, { kind: 'beta', a: 4, b: 36 }, decay, normal]
  for (const distribution of whole) {
    const { quantile, below } = samplerOf(distribution)
    for (let p = 0.01; p < 1; p += 0.07) expect(below(quantile(p))).toBeCloseTo(p, 10)
  }
})

test('the bits are these, on every machine', () => {
  const golden = [...moments.map(([distribution]) => distribution)].map((distribution) => {
    const stream = new Stream('golden', 7)
    const sampler = samplerOf(distribution)
    return [sampler.draw(stream), sampler.draw(stream), sampler.quantile(0.3)]
  })
  expect(golden).toMatchInlineSnapshot(`
    [
      [
        3.497632358569191,
        4.215579467643745,
        2.9,
      ],
      [
        0.14980217330581116,
        0.21388092630112931,
        0.09755994872919593,
      ],
      [
        0.15816839548257708,
        0.21929291740728607,
        0.11057419132889958,
      ],
      [
        116250.48029706352,
        136448.06397660717,
        102017.21918798798,
      ],
      [
        5.326874949232019,
        4.146727365578327,
        3.8275515882541256,
      ],
      [
        0.07536079789276547,
        0.13224200876010977,
        0.03754188643742296,
      ],
      [
        0.6256046779594184,
        0.7155647000080678,
        0.5604394919293837,
      ],
      [
        0.09892510119959863,
        0.13929218507600807,
        0.0710960013311679,
      ],
      [
        0.5186858316050813,
        0.5910913036656229,
        0.46694550515928757,
      ],
      [
        1.7386729289228917,
        3.187808973537643,
        0.9901269108574381,
      ],
      [
        1,
        2,
        1,
      ],
      [
        4000,
        4040,
        3967,
      ],
      [
        4,
        7,
        2,
      ],
      [
        1,
        4,
        1,
      ],
    ]
  `)
})

test('a stream is that of its seed and chunk', () => {
  const [stream, random] = [new Stream('vejle', 3), randomFrom('vejle', 3)]
  for (let n = 0; n < 1200; n++) expect(stream.next()).toBe(random.unit())
})

const faults: [Distribution, string | undefined][] = [
  [{ kind: 'uniform', low: 5, high: 2 }, 'improper'],
  [{ kind: 'uniform', low: 5, high: 5 }, 'no-spread'],
  [{ kind: 'normal', mean: 1, deviation: 0 }, 'no-spread'],
  [{ kind: 'normal', mean: 1, deviation: -1 }, 'improper'],
  [{ kind: 'normal', mean: NaN, deviation: 1 }, 'improper'],
  [{ kind: 'lognormal', mean: 1, deviation: 0 }, 'no-spread'],
  [{ kind: 'gamma', shape: 0, scale: 1 }, 'improper'],
  [{ kind: 'beta', a: 1, b: -1 }, 'improper'],
  [{ kind: 'likely', low: 1, likely: 3, high: 2 }, 'improper'],
  [{ kind: 'likely', low: 2, likely: 2, high: 2 }, 'no-spread'],
  [{ kind: 'poisson', mean: 0 }, 'no-spread'],
  [{ kind: 'poisson', mean: -1 }, 'improper'],
  [{ kind: 'geometric', chance: 1 }, 'no-spread'],
  [{ kind: 'geometric', chance: 0 }, 'improper'],
  [{ kind: 'data', values: [] }, 'improper'],
  [{ kind: 'data', values: [3, 3] }, 'no-spread'],
  [{ kind: 'data', values: [3, Infinity] }, 'improper'],
  [{ kind: 'within', of: normal, low: 0.5, high: 0 }, 'improper'],
  [{ kind: 'within', of: normal, low: 9, high: 12 }, 'outside'],
  [{ kind: 'within', of: { kind: 'poisson', mean: 1.5 }, low: 2, high: 2.5 }, 'no-spread'],
  [{ kind: 'within', of: { kind: 'normal', mean: 1, deviation: 0 }, low: 0, high: 2 }, 'no-spread'],
  [decay, undefined],
]

test.each(faults.map((row) => [nameOf(row[0]), ...row] as const))('fault of %s', (_, distribution, fault) => {
  expect(faultOf(distribution)).toBe(fault)
})

test('inputs have the rank correlation that was stated', () => {
  const samplers = [
    normal,
    { kind: 'beta', a: 2, b: 5 } as const,
    { kind: 'lognormal', mean: 2, deviation: 1 } as const,
  ].map(samplerOf)
  const draw = drawerOf(samplers, [{ between: [0, 2], rank: 0.6 }])
  const stream = new Stream('ranks', 0)
  const rows = Array.from({ length: 4000 }, () => {
    const into = new Float64Array(3)
    draw(stream, into)
    return into
  })
  const ranks = [0, 1, 2].map((column) => {
    const order = rows.map((row, at) => [row[column]!, at] as const).sort((a, b) => a[0] - b[0])
    const rank = new Float64Array(rows.length)
    order.forEach(([, at], place) => (rank[at] = place))
    return rank
  })
  const correlation = (a: Float64Array, b: Float64Array) => {
    const middle = (rows.length - 1) / 2
    const product = a.reduce((sum, value, at) => sum + (value - middle) * (b[at]! - middle), 0)
    return product / a.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  }
  expect(correlation(ranks[0]!, ranks[2]!)).toBeCloseTo(0.6, 1)
  expect(Math.abs(correlation(ranks[0]!, ranks[1]!))).toBeLessThan(0.06)
})

test('correlations that cannot all hold are told', () => {
  const two = [0, 1].map((at) => ({ between: [at, at + 1] as const, rank: 0.6 }))
  expect(arePossible(3, two)).toBe(true)
  expect(arePossible(3, [...two, { between: [0, 2], rank: -0.6 }])).toBe(false)
  expect(arePossible(2, [{ between: [0, 1], rank: 1.5 }])).toBe(false)
  expect(arePossible(2, [{ between: [1, 1], rank: 0.5 }])).toBe(false)
})
