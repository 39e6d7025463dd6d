/**
 * Chance for one chunk of draws: the numbers of `randomFrom(seed, chunk)`, a block at a time.
 *
 *     const stream = new Stream('vejle', 0)
 *     stream.next()      →   a number from 0 up to 1
 *     stream.counts(3)   →   three whole numbers from 0 up to 2^31, for people by the thousand
 *
 * Both take from the same row of numbers; a block for `next` is taken when it is first needed.
 */
import { type Random, randomFrom } from '../base/index.ts'

const block = 512

export class Stream {
  private readonly random: Random
  private readonly numbers = new Float64Array(block)
  private at = block
  /** By how many are asked for. */
  private readonly counted = new Map<number, Int32Array>()

  constructor(seed: string, chunk: number) {
    this.random = randomFrom(seed, chunk)
  }

  next(): number {
    if (this.at === block) {
      this.random.fillUnits(this.numbers)
      this.at = 0
    }
    return this.numbers[this.at++]!
  }

  /** So many whole numbers from 0 up to 2^31; the array is the same for as many each time. */
  counts(many: number): Int32Array {
    let counts = this.counted.get(many)
    if (counts === undefined) {
      counts = new Int32Array(many)
      this.counted.set(many, counts)
    }
    this.random.fillCounts(counts)
    return counts
  }
}
