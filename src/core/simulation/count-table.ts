/**
 * Counts from 0 by what lies at or below each of them, found in a step or two.
 *
 *     at or below: 0.2, 0.7, 1   →   0.1 gives 0, 0.2 gives 1, 0.69 gives 1, 0.7 gives 2
 *
 * A guide says for each of many equal stretches from 0 to 1 at which count to begin looking. What lies above the last is the
 * last.
 */
export class CountTable {
  private readonly guide: Int32Array

  constructor(
    private readonly atOrBelow: Float64Array,
    private readonly stretches: number,
  ) {
    this.guide = new Int32Array(stretches + 1)
    this.fill()
  }

  /** Takes in what has changed in `atOrBelow`. */
  fill(): void {
    const { atOrBelow, guide, stretches } = this
    const last = atOrBelow.length - 1
    let count = 0
    for (let stretch = 0; stretch <= stretches; stretch++) {
      while (count < last && atOrBelow[count]! <= stretch / stretches) count++
      guide[stretch] = count
    }
  }

  /** The first count that has more than the share at or below it. */
  countOf(share: number): number {
    const { atOrBelow, guide } = this
    const last = atOrBelow.length - 1
    let count = guide[(share * this.stretches) | 0]!
    while (count < last && atOrBelow[count]! <= share) count++
    return count
  }
}
