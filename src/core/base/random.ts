/**
 * Chance from a seed: the same seed and stream give the same numbers on every machine, for ever.
 *
 *     const random = randomFrom('vejle', 0)
 *     random.below(6)   →  0 to 5, each as likely
 *
 * The generator is sfc32 (128 bits of state). Its state is set from the SHA-256 of seed and stream, so that neighbouring
 * seeds and streams have nothing in common. Long work takes one stream for each numbered chunk, never for each worker:
 * then the answer does not depend on how many workers there are. The case that surprises: seed 7 and seed '7' are the same, since
 * a seed typed on a command line is text.
 */
import { assert } from './assert.ts'
import { sha256Words } from './digest.ts'

export type Random = {
  /** A whole number from 0 to 2^32 − 1. */
  next32(): number
  /** A whole number from 0 to n − 1, each exactly as likely; n is 1 to 2^32. */
  below(n: number): number
  /** A number from 0 up to, not including, 1, in steps of 2^-53. */
  unit(): number
  /** Puts the next numbers that `unit` would give into an array, several times as fast. */
  fillUnits(into: Float64Array): void
  /** Puts the upper 31 bits of the next numbers that `next32` would give into an array: whole numbers from 0 up to 2^31. */
  fillCounts(into: Int32Array): void
}

/** The numbers of one stream of a seed; the stream is a whole number from 0. */
export function randomFrom(seed: number | string, stream: number): Random {
  assert(typeof seed === 'string' || Number.isSafeInteger(seed), 'a seed is a text or a safe whole number')
  assert(Number.isSafeInteger(stream) && stream >= 0, 'a stream is a whole number from 0')
  // A typed array, because plain variables would box numbers above 2^31.
  const state = sha256Words(`${stream} ${seed}`).slice(0, 4)
  state[3] = 1 // The counter of sfc32 starts at 1; the other three words carry the seed.

  function next32(): number {
    const a = state[0]!
    const b = state[1]!
    const c = state[2]!
    const counter = state[3]!
    const result = (a + b + counter) | 0
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) | 0
    state[2] = (((c << 21) | (c >>> 11)) + result) | 0
    state[3] = (counter + 1) | 0
    return result >>> 0
  }

  function below(n: number): number {
    assert(Number.isInteger(n) && n >= 1 && n <= 2 ** 32, 'a draw is among 1 to 2^32 possibilities')
    // Draws in the last, incomplete round of n are thrown away; taking them would favour the small numbers.
    const limit = 2 ** 32 - (2 ** 32 % n)
    for (;;) {
      const drawn = next32()
      if (drawn < limit) return drawn % n
    }
  }

  function unit(): number {
    const high = next32() >>> 5
    const low = next32() >>> 6
    return (high * 2 ** 26 + low) / 2 ** 53
  }

  for (let warmUp = 0; warmUp < 12; warmUp++) next32()
  return {
    next32,
    below,
    unit,
    fillUnits: (into) => fillUnits(state, into),
    fillCounts: (into) => fillCounts(state, into),
  }
}

/** `unit` step by step, many times. */
function fillUnits(state: Int32Array, into: Float64Array): void {
  // In plain variables, which a loop keeps in registers, each by itself: taken out of an array together, they would be boxed.
  let a = state[0]! | 0
  let b = state[1]! | 0
  let c = state[2]! | 0
  let counter = state[3]! | 0
  for (let index = 0; index < into.length; index++) {
    const first = (((a + b) | 0) + counter) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + first) | 0
    counter = (counter + 1) | 0
    const second = (((a + b) | 0) + counter) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + second) | 0
    counter = (counter + 1) | 0
    into[index] = ((first >>> 5) * 67108864 + (second >>> 6)) * 1.1102230246251565e-16
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = counter
}

/** `next32` likewise. */
function fillCounts(state: Int32Array, into: Int32Array): void {
  let a = state[0]! | 0
  let b = state[1]! | 0
  let c = state[2]! | 0
  let counter = state[3]! | 0
  for (let index = 0; index < into.length; index++) {
    const result = (((a + b) | 0) + counter) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    counter = (counter + 1) | 0
    into[index] = result >>> 1
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = counter
}
