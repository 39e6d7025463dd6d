/**
 * Which of several outcomes a whole number from 0 up to 2^31 means, found in a step or two.
 *
 *     at or below: 0.25, 0.75, 1   →   numbers below 2^29 are outcome 0, those below 3 × 2^29 outcome 1, the rest outcome 2
 *
 * Equal stretches of numbers that are all of one outcome say which; the few that several outcomes share say at which to
 * begin looking. A larger number never means an earlier outcome. What lies above the last belongs to the last.
 */
const numbers = 2 ** 31

export class OutcomeTable {
  private readonly lastOf: Int32Array
  /** By stretch: its outcome, or −1 less the first of those that share it. */
  private readonly stretches: Int16Array
  private readonly shift: number

  /** Of shares at or below each outcome, growing; by 2^bits stretches. */
  constructor(
    readonly atOrBelow: Float64Array,
    bits: number,
  ) {
    this.lastOf = new Int32Array(atOrBelow.length)
    this.stretches = new Int16Array(2 ** bits)
    this.shift = 31 - bits
    this.fill()
  }

  /** Takes in what has changed in `atOrBelow`. */
  fill(): void {
    const { atOrBelow, lastOf, stretches, shift } = this
    const last = atOrBelow.length - 1
    let stretch = 0
    for (let outcome = 0; outcome <= last; outcome++) {
      const end = outcome === last ? numbers : Math.min(Math.ceil(atOrBelow[outcome]! * numbers), numbers)
      const lastNumber = end - 1
      lastOf[outcome] = lastNumber
      const lastStretch = lastNumber >> shift
      for (; stretch < lastStretch; stretch++) stretches[stretch] = outcome
      if (stretch === lastStretch) stretches[stretch++] = -1 - outcome
    }
  }

  /** Adds the outcome of each of some numbers to what stands in a row from a place on. */
  addTo(into: Int32Array, from: number, these: Int32Array): void {
    const { lastOf, stretches, shift } = this
    for (let at = 0; at < these.length; at++) {
      const number = these[at]!
      let outcome: number = stretches[number >> shift]!
      if (outcome < 0) {
        outcome = -1 - outcome
        while (number > lastOf[outcome]!) outcome++
      }
      into[from + at]! += outcome
    }
  }
}
