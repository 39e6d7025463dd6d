/**
 * Numbers from 0 up to 1 for one chunk of draws: those of `randomFrom(seed, chunk)`, in the same order, a block at a time.
 *
 *     const stream = new Stream('vejle', 0)
 *     stream.next()   →   what randomFrom('vejle', 0).unit() gives first
 */
import { type Random, randomFrom } from '../base/index.ts'

const block = 512

export class Stream {
  private readonly random: Random
  private readonly numbers = new Float64Array(block)
  private at = block

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
}
