/**
 * Which of several outcomes a whole number from 0 up to 2^31 means, found in a step.
 *
 *     at or below: 0.25, 0.75, 1   →   numbers below 2^29 are outcome 0, those below 3 × 2^29 outcome 1, the rest outcome 2
 *
 * Of equal stretches of numbers, each says its first outcome and the last number that is of it; a number above that is of the
 * next. Only in a stretch of three or more is there anything to look for. A larger number never means an earlier outcome.
 * What lies above the last belongs to the last.
 *
 * The tables of a simulation are functions around their columns rather than objects with columns: where there is one of
 * them, the engine takes its columns for constants, and looking up takes half as long.
 */
export type OutcomeTable = {
  /** What lies at or below each outcome, growing. */
  atOrBelow: Float64Array
  /** Takes in what has changed in `atOrBelow`. */
  fill: () => void
  /** Adds the outcome of each of some numbers to what stands in a row from a place on. */
  addTo: (into: Int32Array, from: number, these: Int32Array) => void
  outcomeOf: (number: number) => number
}

/** By 2^bits stretches. */
export function outcomeTable(atOrBelow: Float64Array, bits: number): OutcomeTable {
  const numbers = 2 ** 31
  /** The mark of a stretch that three or more outcomes share: the sign. */
  const isOfMany = 1 << 31
  const last = atOrBelow.length - 1
  const shift = 31 - bits
  /** By outcome, the last number that is of it. */
  const lastOf = new Int32Array(atOrBelow.length)
  /** By stretch: its first outcome, with the mark where more than two share the stretch; and the last number of the first. */
  const firstIn = new Int32Array(2 ** bits)
  const lastIn = new Int32Array(2 ** bits)
  /** By stretch, how many outcomes end in it. */
  const ends = new Int32Array(2 ** bits)
  lastOf[last] = numbers - 1

  function fill(): void {
    lastIn.fill(numbers - 1)
    ends.fill(0)
    let first = 0
    for (let outcome = last - 1; outcome >= 0; outcome--) {
      const lastNumber = Math.min(Math.ceil(atOrBelow[outcome]! * numbers), numbers) - 1
      lastOf[outcome] = lastNumber
      // Nothing is of an outcome that ends before the first number.
      if (lastNumber < 0) {
        first++
        continue
      }
      const stretch = lastNumber >> shift
      lastIn[stretch] = lastNumber
      ends[stretch]!++
    }
    for (let stretch = 0; stretch < firstIn.length; stretch++) {
      const ending = ends[stretch]!
      // Where more than one ends, the sign of what is left is the mark.
      firstIn[stretch] = first | ((1 - ending) & isOfMany)
      first += ending
    }
  }

  function outcomeOf(number: number): number {
    const stretch = number >> shift
    const first = firstIn[stretch]!
    // One more where the number is above the last of the first, without a branch that nobody can foresee.
    if (first >= 0) return first + ((lastIn[stretch]! - number) >>> 31)
    let outcome = first & ~isOfMany
    while (number > lastOf[outcome]!) outcome++
    return outcome
  }

  function addTo(into: Int32Array, from: number, these: Int32Array): void {
    for (let at = 0; at < these.length; at++) into[from + at]! += outcomeOf(these[at]!)
  }

  fill()
  return { atOrBelow, fill, addTo, outcomeOf }
}
