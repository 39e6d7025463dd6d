/**
 * What entries share a bound: one person's, one year's, one authority's, or the whole agreement's.
 */
import { calendarPeriodOf, dayText, partsOf } from '../base/index.ts'
import { type Context, NOBODY, groupNames } from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { type Entries } from './entries.ts'

/** Numbers for the groups of a limit, in the order they are met; people by an array, the rest by name. */
export class GroupNames {
  count = 0
  readonly agreement: number[] = []
  /** The day of the group's first entry, which tells its period. */
  readonly day: number[] = []
  private readonly keys: (string | number)[] = []
  private readonly ofPerson: Int32Array
  private readonly ofName = new Map<string | number, number>()

  constructor(
    private readonly limit: Limit,
    private readonly entries: Entries,
    private readonly context: Context,
  ) {
    this.ofPerson = new Int32Array(limit.per === 'subject' ? context.roster.count : 0).fill(-1)
  }

  groupOf(entry: number): number {
    const who = this.entries.who[entry]!
    if (this.limit.per === 'subject' && who !== NOBODY) {
      const subject = subjectOf(who, this.context)
      if (this.ofPerson[subject]! < 0) this.ofPerson[subject] = this.named(subject, entry)
      return this.ofPerson[subject]!
    }
    const key = this.nameOf(entry)
    let group = this.ofName.get(key)
    if (group === undefined) this.ofName.set(key, (group = this.named(key, entry)))
    return group
  }

  keyOf(group: number): string {
    const key = this.keys[group]!
    return this.limit.per === 'subject' && typeof key === 'number' ? this.context.roster.idOf(key) : String(key)
  }

  private named(key: string | number, entry: number): number {
    this.keys.push(key)
    this.agreement.push(this.entries.agreement[entry]!)
    this.day.push(this.entries.day[entry]!)
    return this.count++
  }

  private nameOf(entry: number): string | number {
    const agreement = this.entries.agreement[entry]!
    if (this.limit.per === 'agreement') return agreement
    return `${String(agreement)} ${this.nameWithin(entry)}`
  }

  /** What an entry shares a bound with, within its agreement. */
  private nameWithin(entry: number): string {
    const { payment, who, scope } = this.entries
    const day = this.entries.day[entry]!
    const year = partsOf(day).year
    const subject = who[entry] === NOBODY ? 'group' : `person ${String(subjectOf(who[entry]!, this.context))}`
    switch (this.limit.per) {
      case 'subject':
        return subject
      case 'subject-and-year':
        return `${subject} ${String(year)}`
      case 'payment':
        return String(payment[entry])
      case 'payment-and-year':
        return `${String(payment[entry])} ${String(year)}`
      case 'date':
        return String(day)
      case 'month':
      case 'quarter':
      case 'half-year':
        return dayText(calendarPeriodOf(day, this.limit.per).from)
      case 'year':
        return String(year)
      case 'cohort':
      case 'authority':
      case 'track':
        return groupNames(this.context, who[entry]!, scope[entry]!, this.limit.per).join(' ')
      case 'agreement':
        return ''
    }
  }
}

/** A cap per family takes the children's entries with it. */
function subjectOf(who: number, context: Context): number {
  const family = context.roster.memberOf[who]!
  return context.agreement.people.subject === 'family' && family >= 0 ? family : who
}
