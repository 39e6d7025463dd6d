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

/** Reports again, at another place and with more facts, what was found wrong once. */
export function repeatTo(list: ProblemList, found: Problem, at: () => Place, facts: () => Facts): void {
  if (list.wants(found.code)) list.keep({ ...found, at: at(), facts: { ...found.facts, ...facts() } })
}

/** The known word that a mistyped one is nearest to, as a choice to paste; none if nothing is near. */
export function nearestWord(found: string, known: readonly string[]): Choice[] {
  const scored = known.map((word) => ({ word, distance: editDistance(found.toLowerCase(), word.toLowerCase()) }))
  const best = scored.sort((a, b) => a.distance - b.distance)[0]
  const isNear = best !== undefined && best.distance <= Math.max(1, Math.floor(found.length / 3))
  return isNear ? [{ paste: best.word }] : []
}
