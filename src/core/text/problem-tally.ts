/**
 * Problems of a large file: the first thousand of each code are kept, the rest are counted.
 *
 * A file of twenty million rows in the wrong format has twenty million problems, all alike. Whoever reads the first ones
 * knows the rest; the memory must not.
 */
import { type Problem } from '../base/index.ts'

const problemsKeptPerCode = 1000

export class ProblemTally {
  /** The problems kept, in the order in which they were found. */
  readonly kept: Problem[] = []
  /** How many there were of each code, those not kept included; one told of many rows counts as many. */
  readonly counts = new Map<string, number>()
  private readonly keptOf = new Map<string, number>()

  add(found: Problem): void {
    const { rowsAlike } = found.facts
    const rows = typeof rowsAlike === 'number' ? rowsAlike : 1
    this.counts.set(found.code, (this.counts.get(found.code) ?? 0) + rows)
    if (!this.wants(found.code)) return
    this.keptOf.set(found.code, (this.keptOf.get(found.code) ?? 0) + 1)
    this.kept.push(found)
  }

  /** Whether a problem of this code would still be kept; lets the caller save the work of describing it. */
  wants(code: string): boolean {
    return (this.keptOf.get(code) ?? 0) < problemsKeptPerCode
  }
}
