/**
 * The problems of large files: the first thousand of a code are kept, all are counted.
 *
 * Twenty million rows with the same fault need one remedy, and must not need twenty million problems in memory. Which
 * thousand are kept depends on the order of the rows; how many there were does not.
 */
import {
  type Choice,
  type Fact,
  type Place,
  type Problem,
  type Severity,
  problem,
  sortProblems,
} from '../base/index.ts'
import { editDistance } from '../text/index.ts'

const keptOfCode = 1000

export class ProblemList {
  readonly counts = new Map<string, number>()
  private readonly kept: Problem[] = []
  private readonly keptOfMany = new Map<string, number>()

  /** Counts one more of a code, and says whether it is to be kept. */
  wants(code: string): boolean {
    const before = this.counts.get(code) ?? 0
    this.counts.set(code, before + 1)
    return before < keptOfCode
  }

  /** Keeps a problem that was wanted. */
  keep(found: Problem): void {
    this.kept.push(found)
  }

  /** Keeps a problem that is told once of many rows, and counts them all. */
  keepOfMany(found: Problem, rows: number): void {
    const before = this.keptOfMany.get(found.code) ?? 0
    this.keptOfMany.set(found.code, before + 1)
    this.counts.set(found.code, (this.counts.get(found.code) ?? 0) + rows)
    if (before < keptOfCode) this.kept.push(found)
  }

  /** Takes over what another reader kept and counted. */
  include(problems: readonly Problem[], counts: ReadonlyMap<string, number>): void {
    this.kept.push(...problems)
    for (const [code, count] of counts) this.counts.set(code, (this.counts.get(code) ?? 0) + count)
  }

  /** The problems kept, in the order in which they are shown. */
  sorted(): Problem[] {
    return sortProblems(this.kept)
  }
}

type Facts = Readonly<Record<string, Fact>>

/** Reports a problem; its place and facts are worked out only if it is kept. */
export function reportTo(
  list: ProblemList,
  code: string,
  severity: Severity,
  at: () => Place,
  facts: () => Facts = () => ({}),
  choices: readonly Choice[] = [],
): void {
  if (list.wants(code)) list.keep(problem(code, severity, at(), facts(), choices))
}

/** The known word that a mistyped one is nearest to, as a choice to paste; none if nothing is near. */
export function nearestWord(found: string, known: readonly string[]): Choice[] {
  const scored = known.map((word) => ({ word, distance: editDistance(found.toLowerCase(), word.toLowerCase()) }))
  const best = scored.sort((a, b) => a.distance - b.distance)[0]
  const isNear = best !== undefined && best.distance <= Math.max(1, Math.floor(found.length / 3))
  return isNear ? [{ paste: best.word }] : []
}
