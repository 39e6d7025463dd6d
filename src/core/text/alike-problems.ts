/**
 * Problems that are alike and have one remedy, told once.
 *
 *     59 days of a column that may be day or month first, from line 4 on
 *         → the problem of line 4, with { rowsAlike: 59, linesAlike: [4, 5, 7, 8, 9] }
 *
 * A file that was saved in another manner has one cause and not a fault in every row; whoever reads of the first row and
 * how many there are knows it all. Rows are refused one by one all the same.
 */
import { type Problem } from '../base/index.ts'

const linesShown = 5

type Alike = { first: Problem; rows: number; lines: number[] }

export class AlikeProblems {
  private readonly byKey = new Map<string, Alike>()

  /** One more row with the problem of a key; it is described only if it is the first. */
  add(key: string, line: number, describe: () => Problem): void {
    const known = this.byKey.get(key)
    if (known === undefined) {
      this.byKey.set(key, { first: describe(), rows: 1, lines: [line] })
      return
    }
    known.rows++
    if (known.lines.length < linesShown) known.lines.push(line)
  }

  /** The problems in the order in which each was first met; what was told is forgotten. */
  told(): Problem[] {
    const all = [...this.byKey.values()].map(({ first, rows, lines }) =>
      rows === 1 ? first : { ...first, facts: { ...first.facts, rowsAlike: rows, linesAlike: lines } },
    )
    this.byKey.clear()
    return all
  }
}
