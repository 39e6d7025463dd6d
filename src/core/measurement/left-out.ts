/**
 * Facts that are left out because of the people's own file, told once and after the cause.
 *
 *     people.csv has a fault on 59 rows     →  the faults, and then: 312 facts about these people are not used
 *     people.csv cannot be read             →  why, and then: no fact about anybody is used
 *     there is no people.csv                →  that, and how many facts would need it
 *
 * Otherwise a thousand rows would be told that somebody is unknown, and bury the one thing to mend.
 */
import { type Fact, type Place, type Problem, problem } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'

/** How many rows of facts had nobody to go to, by file, and whom they are about. */
export class LeftOut {
  private readonly rowsOf = new Map<string, number>()
  private readonly people = new Set<number>()

  add(file: string, person: number): void {
    this.rowsOf.set(file, (this.rowsOf.get(file) ?? 0) + 1)
    this.people.add(person)
  }

  get isNone(): boolean {
    return this.rowsOf.size === 0
  }

  facts(): Record<string, Fact> {
    const rows = [...this.rowsOf.values()].reduce((sum, one) => sum + one, 0)
    const files = [...this.rowsOf.keys()].sort()
    return { rows, people: this.people.size, files }
  }
}

/** That facts wait for a file of people that is not there, with a header to begin one with. */
export function peopleMissing(leftOut: LeftOut, file: string, { people }: Agreement): Problem[] {
  if (leftOut.isNone) return []
  const at = { file, line: 1, column: 1, length: 0 }
  const columns = people.subject === 'person' ? ['id', people.clock] : ['id', 'unit', 'family', people.clock]
  return [problem('people-missing', 'wrong', at, leftOut.facts(), [{ paste: columns.join(',') }])]
}

/** That facts are left out because of rows of people.csv that were refused, or because nothing of it could be read. */
export function personsLeftOut(leftOut: LeftOut, at: Place, { members, isRead }: People): Problem[] {
  if (leftOut.isNone && members === 0) return []
  return [problem('persons-left-out', 'wrong', at, { ...leftOut.facts(), members, isRead })]
}

/** How many were refused only with their family, and whether any row of the file could be read. */
type People = { members: number; isRead: boolean }
