/**
 * Rows for what a figure is about when it is about no single person: an agreement, or a group of one with a name.
 *
 *     agreement 0, no name   →   row 0        agreement 0, '2022'   →   row 1, the cohort that started in 2022
 *
 * A group is asked for as `agreement/name`. A kind in front of the name, as in `0/cohort:start-year:2022`, says
 * what sort of group is meant and is not a part of the name in the files.
 */
export class GroupRows {
  private readonly rows = new Map<string, number>()
  private readonly asked = new Map<string, number>()
  /** Each name given to a group, with where it was told first. */
  readonly told: { name: string; source: number }[] = []

  get count(): number {
    return this.rows.size
  }

  /** The row of a group, new if need be; `source` is where a fact is told of it. */
  rowOf(agreement: number, name: string, source: number): number {
    const key = `${String(agreement)}/${name.toLowerCase()}`
    const known = this.rows.get(key)
    if (known !== undefined) return known
    this.rows.set(key, this.rows.size)
    if (name !== '') this.told.push({ name, source })
    return this.rows.size - 1
  }

  /** By agreement: 1 if a row of one of its named groups has an entry, by the offsets of `first`. */
  namedIn(first: Uint32Array, agreementCount: number): Uint8Array {
    const named = new Uint8Array(agreementCount)
    for (const [key, row] of this.rows) {
      const slash = key.indexOf('/')
      if (slash + 1 < key.length && first[row + 1]! > first[row]!) named[Number(key.slice(0, slash))] = 1
    }
    return named
  }

  /** The row of a group that may have no figures, -1 if so. */
  find(group: string): number {
    const before = this.asked.get(group)
    if (before !== undefined) return before
    const slash = group.indexOf('/')
    const name = group.slice(slash + 1).replace(/^(cohort:[a-z-]+:|authority:|track:)/, '')
    const row = this.rows.get(`${group.slice(0, slash)}/${name.toLowerCase()}`) ?? -1
    this.asked.set(group, row)
    return row
  }
}
