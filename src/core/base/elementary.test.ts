import { expect, test } from 'vitest'
import { exp, log, pow } from './elementary.ts'
import { randomFrom } from './random.ts'

/** How many floating-point numbers lie between two. */
function unitsApart(one: number, other: number): number {
  const bits = (number: number) => new BigInt64Array(Float64Array.of(number).buffer)[0]!
  const apart = bits(one) - bits(other)
  return Number(apart < 0n ? -apart : apart)
}

/** Ninety digits of each, worked out apart from this program and rounded to the nearest floating-point number. */
const known: [name: string, found: number, expected: number][] = [
  ['e', exp(1), 2.718281828459045],
  ['e to −1', exp(-1), 0.36787944117144233],
  ['e to 0.5', exp(0.5), 1.6487212707001282],
  ['e to 709', exp(709), 8.218407461554972e307],
  ['ln 2', log(2), 0.6931471805599453],
  ['ln 10', log(10), 2.302585092994046],
  ['ln 1.035', log(1.035), 0.03440142671733232],
  ['ln 1.0000001', log(1.0000001), 9.999999505838704e-8],
  ['1.035 to −0.5', pow(1.035, -0.5), 0.982946374365981],
]

test.each(known)('%s', (_, found, expected) => {
  expect(unitsApart(found, expected)).toBeLessThanOrEqual(1)
})

test('e to a power and logarithms are within one unit of what this engine gives', () => {
  const random = randomFrom('elementary', 0)
  for (let i = 0; i < 20_000; i++) {
    const x = (random.unit() - 0.5) * 1400
    expect(unitsApart(exp(x), Math.exp(x)), `exp(${x})`).toBeLessThanOrEqual(2)
    for (const y of [Math.exp(x), 1 + (random.unit() - 0.5) / 2]) {
      expect(unitsApart(log(y), Math.log(y)), `log(${y})`).toBeLessThanOrEqual(2)
    }
  }
})

test('powers are within the error that is promised', () => {
  const random = randomFrom('elementary', 1)
  for (let i = 0; i < 20_000; i++) {
    const [x, y] = [0.5 + random.unit(), (random.unit() - 0.5) * 120]
    const promised = 2 + 2 * Math.abs(y * Math.log(x))
    expect(unitsApart(pow(x, y), Math.pow(x, y)), `${x} to ${y}`).toBeLessThanOrEqual(promised + 1)
  }
})

test('at the ends of the range', () => {
  expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(710), exp(-746)]).toEqual([
    1,
    1,
    Infinity,
    0,
    Infinity,
    0,
  ])
  expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity])
  expect([exp(NaN), log(NaN), log(-1)]).toEqual([NaN, NaN, NaN])
  expect([pow(2, 0), pow(1, 1e9), pow(7.5, 1)]).toEqual([1, 1, 7.5])
  expect(unitsApart(exp(-745), 5e-324)).toBe(0)
  expect(unitsApart(log(5e-324), Math.log(5e-324))).toBeLessThanOrEqual(1)
  expect(unitsApart(log(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThanOrEqual(1)
})
