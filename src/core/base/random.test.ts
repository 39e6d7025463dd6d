import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from './index.ts'

test('the same seed and stream give the same numbers', () => {
  expect(draws(randomFrom('vejle', 3), 5)).toEqual(draws(randomFrom('vejle', 3), 5))
  expect(draws(randomFrom(7, 0), 5)).toEqual(draws(randomFrom('7', 0), 5))
})

test('another seed or stream gives others', () => {
  const firsts = [randomFrom(1, 0), randomFrom(2, 0), randomFrom(1, 1), randomFrom(11, 0), randomFrom(1, 10)]
  expect(new Set(firsts.map((random) => random.next32())).size).toBe(firsts.length)
})

test('the numbers are those of sfc32 as it is defined', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 9 }), (seed, stream) => {
      expect(draws(randomFrom(seed, stream), 20)).toEqual(definedDraws(seed, stream, 20))
    }),
  )
})

test('below n every number comes, about as often', () => {
  const random = randomFrom('dice', 0)
  const counts = [0, 0, 0, 0, 0, 0]
  for (let roll = 0; roll < 60_000; roll++) counts[random.below(6)]!++
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})

test('below two thirds of the range is not tilted towards the small numbers', () => {
  // Taking the remainder alone would make the lower half of the numbers twice as likely as the upper.
  const random = randomFrom('tilt', 0)
  const n = 3 * 2 ** 30
  let lower = 0
  for (let draw = 0; draw < 40_000; draw++) if (random.below(n) < n / 2) lower++
  expect(Math.abs(lower - 20_000)).toBeLessThan(600)
})

test('the ends of below, and what is not a number of possibilities', () => {
  const random = randomFrom(1, 0)
  expect(random.below(1)).toBe(0)
  expect(random.below(2 ** 32)).toBeLessThan(2 ** 32)
  for (const n of [0, -1, 1.5, 2 ** 33, NaN]) expect(() => random.below(n)).toThrow('1 to 2^32 possibilities')
  expect(() => randomFrom(0.5, 0)).toThrow('a seed is')
  expect(() => randomFrom(1, -1)).toThrow('a stream is')
})

test('unit is from 0 up to 1, with the right mean and spread', () => {
  const random = randomFrom('unit', 0)
  let [total, squares] = [0, 0]
  for (let draw = 0; draw < 100_000; draw++) {
    const value = random.unit()
    if (!(value >= 0 && value < 1)) expect(value).toBe('from 0 up to 1')
    total += value
    squares += value * value
  }
  expect(total / 100_000).toBeCloseTo(1 / 2, 2)
  expect(squares / 100_000).toBeCloseTo(1 / 3, 2)
})

function draws(random: ReturnType<typeof randomFrom>, count: number): number[] {
  return Array.from({ length: count }, () => random.next32())
}

/** sfc32 in unbounded whole numbers cut to 32 bits, seeded from Node's SHA-256 of the stream and the seed. */
function definedDraws(seed: string, stream: number, count: number): number[] {
  const cut = (value: bigint) => BigInt.asUintN(32, value)
  const digest = createHash('sha256').update(`${stream} ${seed}`).digest()
  let [a, b, c] = [0, 4, 8].map((offset) => BigInt(digest.readUInt32BE(offset))) as [bigint, bigint, bigint]
  const results: number[] = []
  for (let counter = 1n; counter <= BigInt(12 + count); counter++) {
    const result = cut(a + b + counter)
    ;[a, b, c] = [b ^ (b >> 9n), cut(c * 9n), cut(((c << 21n) | (c >> 11n)) + result)]
    results.push(Number(result))
  }
  return results.slice(12)
}

test('many at a time are the same numbers', () => {
  const [one, many] = [randomFrom('block', 2), randomFrom('block', 2)]
  for (const size of [1, 7, 100]) {
    const numbers = new Float64Array(size)
    many.fillUnits(numbers)
    expect(Array.from(numbers)).toEqual(Array.from(numbers, () => one.unit()))
  }
  for (const size of [1, 7, 100]) {
    const counts = new Int32Array(size)
    many.fillCounts(counts)
    expect(Array.from(counts)).toEqual(Array.from(counts, () => Math.floor(one.next32() / 2)))
  }
  expect(many.next32()).toBe(one.next32())
})
