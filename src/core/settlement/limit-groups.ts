/**
 * What entries share a bound: one person's, one year's, one authority's, or the whole agreement's.
 */
import { type Day } from '../base/index.ts'
import { type Context, NOBODY, compileCondition, isMissing, rowFor } from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { type Earned, type EntryColumns, groupNamesOf, limitOfLine } from './entries.ts'
import { periodOf } from './limit-periods.ts'

/** Numbers for the groups of a limit, in the order they are met; people by an array, the rest by name. */
export class GroupNames {
  count = 0
  readonly agreement: number[] = []
  /** The day of the group's first entry, which tells its period. */
  readonly day: Day[] = []
  private readonly keys: (string | number)[] = []
  private readonly ofPerson: Int32Array
  private readonly ofName = new Map<string | number, number>()

  constructor(
    private readonly limit: Limit,
    private readonly contexts: readonly Context[],
  ) {
    this.ofPerson = new Int32Array(limit.per === 'subject' ? contexts.at(-1)!.roster.count : 0).fill(-1)
  }

  groupOf(entries: EntryColumns, entry: number): number {
    const who = entries.who[entry]!
    if (this.limit.per === 'subject' && who !== NOBODY) {
      const subject = subjectOf(who, this.context)
      if (this.ofPerson[subject]! < 0) this.ofPerson[subject] = this.named(subject, entries, entry)
      return this.ofPerson[subject]!
    }
    const key = this.nameOf(entries, entry)
    let group = this.ofName.get(key)
    if (group === undefined) this.ofName.set(key, (group = this.named(key, entries, entry)))
    return group
  }

  keyOf(group: number): string {
    const key = this.keys[group]!
    return this.limit.per === 'subject' && typeof key === 'number' ? this.context.roster.idOf(key) : String(key)
  }

  private get context(): Context {
    return this.contexts.at(-1)!
  }

  private named(key: string | number, entries: EntryColumns, entry: number): number {
    this.keys.push(key)
    this.agreement.push(entries.agreement[entry]!)
    this.day.push(entries.day[entry]!)
    return this.count++
  }

  private nameOf(entries: EntryColumns, entry: number): string | number {
    const agreement = entries.agreement[entry]!
    if (this.limit.per === undefined || this.limit.per === 'agreement') return agreement
    return `${String(agreement)} ${this.nameWithin(entries, entry)}`
  }

  /** What an entry shares a bound with, within its agreement. */
  private nameWithin(entries: EntryColumns, entry: number): string {
    const who = entries.who[entry]!
    const period = periodOf(this.limit, entries.day[entry]!, this.context.agreement)
    const within = period === undefined ? '' : String(period.from)
    switch (this.limit.per) {
      case 'subject':
      case 'subject-and-year':
        return `${who === NOBODY ? 'group' : `person ${String(subjectOf(who, this.context))}`} ${within}`
      case 'payment':
      case 'payment-and-year':
        return `${String(entries.payment[entry]!)} ${within}`
      case 'cohort':
      case 'authority':
      case 'track':
        // A family's child has the family's where it has none of its own.
        return groupNamesOf(entries, entry, this.contexts, this.limit.per)[0] ?? ''
      default:
        return within
    }
  }
}

/** A cap per family takes the children's entries with it. */
function subjectOf(who: number, context: Context): number {
  const family = context.roster.memberOf[who]!
  return context.agreement.people.subject === 'family' && family >= 0 ? family : who
}

/** Whether a limit looks at an entry; it waits where nobody knows whether the rule is about the person. */
export type Under = 'under' | 'outside' | 'waits'

/** Which entries a limit looks at: those of its payments, and for its `who` those of the people who fulfil it on the entry's day. */
export function compileUnder(
  limit: Limit,
  number: number,
  { payments, contexts }: Earned,
): (entries: EntryColumns, entry: number) => Under {
  const over = limit.over === undefined ? undefined : new Set(limit.over)
  const isOver = payments.map(({ name }) => over === undefined || over.has(name))
  const isIn = limit.who === undefined ? undefined : compileCondition(limit.who, contexts.at(-1)!)
  const row = rowFor(NOBODY, 0)
  return (entries, entry) => {
    if (!isOver[entries.payment[entry]!]) return 'outside'
    if (isIn === undefined || limitOfLine(entries.result[entry]!) === number) return 'under'
    row.who = entries.who[entry]!
    row.agreement = entries.agreement[entry]!
    row.day = entries.day[entry]!
    if (row.who === NOBODY) return 'outside'
    const answer = isIn(row)
    // A floor that may not be about somebody is not held; whatever else may be about them could make the payment smaller.
    if (isMissing(answer)) return limit.floor === undefined ? 'waits' : 'outside'
    return answer === 1 ? 'under' : 'outside'
  }
}
