/**
 * A mistake in the code stops the calculation, with the broken invariant in words.
 *
 *     assert(remaining === 0n, 'the parts add up to the total')   →   Error "Invariant broken: the parts add up to the total"
 *
 * A mistake in the data is never an assert: it is a Problem, which says where and offers the remedy. So whoever sees
 * this error has found a fault in the program, whatever they typed.
 */

/** Throws unless the condition holds; afterwards the compiler knows that it holds. */
export function assert(condition: unknown, invariantInWords: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${invariantInWords}`)
}
