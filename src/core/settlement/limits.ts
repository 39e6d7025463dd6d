/**
 * Limits: what holds payments back, one after the other in the order the terms state.
 *
 *     cap 8 200 per subject, over all lines     entries of one person in order of date until 8 200 is used
 *     less 12 500 per agreement                 a cost taken off the sum, never below nothing
 *     floor 100 000 per agreement               the sum is raised to it, at the end of the agreement
 *
 * Each limit takes the amounts the one before it left. Which entries give way when a cap bites is part of the terms;
 * on one day the payments stand in the order of the annex. What each limit did is kept for the reasons.
 */
import {
  type Exact,
  assert,
  add,
  apportion,
  compare,
  divide,
  floor,
  isZero,
  maximum,
  minimum,
  multiply,
  partsOf,
  roundTo,
  sign,
  subtract,
  toBigInt,
} from '../base/index.ts'
import {
  type Context,
  NOBODY,
  type Value,
  compileCondition,
  compileValue,
  isMissing,
  rowFor,
} from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { type Earned, type Entries, sortedByGroup } from './entries.ts'

/** What one limit did: the amounts it left, and the groups in which it bit. */
export type LimitStage = {
  limit: Limit
  number: number
  after: Exact[]
  /** The groups the limit looked at in which it changed something. */
  bites: LimitBite[]
}

export type LimitBite = { agreement: number; key: string; bound: Value; before: Exact; after: Exact; entries: number[] }

/** Applies the limits in order; the last stage's amounts are what is left. */
export function applyLimits(earned: Earned, context: Context): LimitStage[] {
  const stages: LimitStage[] = []
  let amounts = earned.entries.amount
  for (const [index, limit] of (context.agreement.limits ?? []).entries()) {
    if (limit.returnCap !== undefined) continue // It looks at the dates money moved, so it is applied to the statement.
    const stage = applyLimit(limit, index + 1, amounts, earned, context)
    stages.push(stage)
    amounts = stage.after
  }
  return stages
}

function applyLimit(
  limit: Limit,
  number: number,
  before: readonly Exact[],
  earned: Earned,
  context: Context,
): LimitStage {
  const after = before.slice()
  const stage: LimitStage = { limit, number, after, bites: [] }
  const groups = groupEntries(limit, earned, context)
  const bound = boundOf(limit, context)
  const carried = new Map<number, Exact>()
  for (const group of groups.order) {
    const [begin, end] = [groups.first[group]!, groups.first[group + 1]!]
    const agreement = earned.entries.agreement[groups.members[begin]!]!
    let sum: Exact = 0
    for (let at = begin; at < end; at++) sum = add(sum, before[groups.members[at]!]!)
    const stated = bound(agreement)
    const isKnown = !isMissing(stated)
    const room = isKnown && limit.rest === 'next-year' ? add(stated, carried.get(agreement) ?? 0) : stated
    if (limit.rest === 'next-year' && !isMissing(room)) carried.set(agreement, maximum(0, subtract(room, sum)))
    if (!isBitten(limit, sum, room, context)) continue
    const entries = inOrder(groups.members.subarray(begin, end), earned.entries)
    const left = isMissing(room)
      ? hold(entries, after)
      : limitGroup(limit, entries, sum, room, earned, before, after, context)
    if (left !== undefined)
      stage.bites.push({ agreement, key: groups.keyOf(group), bound: room, before: sum, after: left, entries })
  }
  return stage
}

/** Whether a limit can change a group's sum at all; almost always it cannot, and then nothing needs to be put in order. */
function isBitten(limit: Limit, sum: Exact, bound: Value, context: Context): boolean {
  // A cost or a cap nobody knows yet must not make the payment larger, so everything under it waits.
  if (isMissing(bound)) return limit.floor === undefined && !isZero(sum)
  if (limit.cap !== undefined) return compare(sum, bound) > 0
  if (limit.floor !== undefined) return compare(sum, bound) < 0 && context.to >= context.agreement.runs.through
  return true
}

function hold(entries: readonly number[], after: Exact[]): Exact {
  for (const entry of entries) after[entry] = 0
  return 0
}

function boundOf(limit: Limit, context: Context): (agreement: number) => Value {
  const value = limit.cap ?? limit.floor ?? limit.less
  if (value === undefined) return () => 0
  const operator = compileValue(value, context)
  const known = new Map<number, Value>()
  return (agreement) => {
    let bound = known.get(agreement)
    if (bound === undefined) {
      const row = rowFor(NOBODY, agreement)
      row.scope = agreement
      row.day = context.to
      bound = operator(row)
      known.set(agreement, bound)
    }
    return bound
  }
}

/** Entries by the bound they share: those of group g are members[first[g]] … members[first[g + 1] − 1]. */
type Groups = { first: Int32Array; members: Int32Array; order: number[]; keyOf: (group: number) => string }

function groupEntries(limit: Limit, { entries, payments }: Earned, context: Context): Groups {
  const over = limit.over === undefined ? undefined : new Set(limit.over)
  const isOver = payments.map(({ name }) => over === undefined || over.has(name))
  const isIn = limit.who === undefined ? undefined : compileCondition(limit.who, context)
  const row = rowFor(NOBODY, 0)
  const groupOf = new Int32Array(entries.size).fill(-1)
  const names = new GroupNames(limit, entries, context)
  for (let entry = 0; entry < entries.size; entry++) {
    if (!isOver[entries.payment[entry]!]) continue
    row.who = entries.who[entry]!
    row.agreement = entries.agreement[entry]!
    if (isIn !== undefined && (row.who === NOBODY || isIn(row) !== 1)) continue
    groupOf[entry] = names.groupOf(entry)
  }
  const { first, members } = sortedByGroup(groupOf, names.count)
  const order = Array.from({ length: names.count }, (_, group) => group)
  // What one year leaves goes to the next, so years are taken in turn.
  if (limit.rest === 'next-year') order.sort((a, b) => (names.keyOf(a) < names.keyOf(b) ? -1 : 1))
  return { first, members, order, keyOf: (group) => names.keyOf(group) }
}

/** Numbers for the groups of a limit, in the order they are met; people by an array, the rest by name. */
class GroupNames {
  count = 0
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
      if (this.ofPerson[subject]! < 0) this.ofPerson[subject] = this.named(subject)
      return this.ofPerson[subject]!
    }
    const key = this.nameOf(entry)
    let group = this.ofName.get(key)
    if (group === undefined) this.ofName.set(key, (group = this.named(key)))
    return group
  }

  keyOf(group: number): string {
    const key = this.keys[group]!
    return this.limit.per === 'subject' && typeof key === 'number' ? this.context.roster.idOf(key) : String(key)
  }

  private named(key: string | number): number {
    this.keys.push(key)
    return this.count++
  }

  private nameOf(entry: number): string | number {
    const agreement = this.entries.agreement[entry]!
    switch (this.limit.per) {
      case 'agreement':
        return agreement
      case 'subject':
        return `group ${String(agreement)}`
      case 'payment':
        return `${String(agreement)} ${String(this.entries.payment[entry])}`
      case 'date':
        return `${String(agreement)} ${String(this.entries.day[entry])}`
      case 'year':
        return `${String(agreement)} ${String(partsOf(this.entries.day[entry]!).year)}`
    }
  }
}

/** A cap per family takes the children's entries with it. */
function subjectOf(who: number, context: Context): number {
  const family = context.roster.memberOf[who]!
  return context.agreement.people.subject === 'family' && family >= 0 ? family : who
}

/**
 * By day, then in the order of the annex, then by the person's id. Entries stand in the order of payments and of the
 * roster, which is in order of ids, so their own number is the last key and no order of rows in a file matters.
 */
export function inOrder(group: ArrayLike<number>, entries: Entries): number[] {
  return group.length <= fewEntries ? fewInOrder(group, entries) : manyInOrder(group, entries)
}

const fewEntries = 32

/** The few entries of one person, put one by one where they belong. */
function fewInOrder(group: ArrayLike<number>, { day, payment }: Entries): number[] {
  const ordered: number[] = []
  for (let next = 0; next < group.length; next++) {
    const entry = group[next]!
    let at = next
    for (; at > 0; at--) {
      const before = ordered[at - 1]!
      const later = day[before]! - day[entry]! || payment[before]! - payment[entry]!
      if (later <= 0) break
      ordered[at] = before
    }
    ordered[at] = entry
  }
  return ordered
}

function manyInOrder(group: ArrayLike<number>, entries: Entries): number[] {
  let [first, last] = [Infinity, -Infinity]
  for (let at = 0; at < group.length; at++) {
    first = Math.min(first, entries.day[group[at]!]!)
    last = Math.max(last, entries.day[group[at]!]!)
  }
  const payments = 2 ** 11
  const places = 2 ** Math.ceil(Math.log2(group.length + 1))
  assert((last - first + 1) * payments * places < Number.MAX_SAFE_INTEGER, 'days, payments and places fit one number')
  // One number a key, so that a million of them are sorted as numbers.
  const keys = new Float64Array(group.length)
  for (let at = 0; at < group.length; at++) {
    const entry = group[at]!
    keys[at] = ((entries.day[entry]! - first) * payments + entries.payment[entry]!) * places + at
  }
  keys.sort()
  const ordered = new Array<number>(group.length)
  for (let at = 0; at < ordered.length; at++) ordered[at] = group[keys[at]! % places]!
  return ordered
}

/** Limits one group; gives what is left of its sum, or nothing when nothing changed. */
function limitGroup(
  limit: Limit,
  entries: readonly number[],
  sum: Exact,
  bound: Exact,
  earned: Earned,
  before: readonly Exact[],
  after: Exact[],
  context: Context,
): Exact | undefined {
  if (limit.quota !== undefined) return applyQuota(limit, entries, earned, before, after)
  if (limit.cap !== undefined) {
    fill(limit, entries, bound, before, after)
    return bound
  }
  const step = limit.round === undefined ? 1 : multiply(limit.round, context.minorUnits)
  const left =
    limit.less !== undefined
      ? maximum(0, subtract(sum, bound))
      : limit.round !== undefined
        ? roundTo(sum, step, limit.how ?? 'half-up')
        : bound
  if (compare(left, sum) === 0) return undefined
  if (limit.less !== undefined) fill({ ...limit, givesWay: 'latest-first' }, entries, left, before, after)
  else {
    const last = entries.at(-1)!
    after[last] = add(after[last]!, subtract(left, sum))
  }
  return left
}

/** Gives the room to the entries in order; those at the end, or at the start, or all in proportion, give way. */
function fill(limit: Limit, entries: readonly number[], room: Exact, before: readonly Exact[], after: Exact[]): void {
  if (limit.givesWay === 'in-proportion') {
    const whole = toBigInt(floor(room))
    const parts = apportion(
      whole,
      entries.map((entry) => before[entry]!),
    )
    entries.forEach((entry, index) => {
      after[entry] = Number(parts[index]!)
    })
    return
  }
  let left = room
  for (const entry of limit.givesWay === 'earliest-first' ? [...entries].reverse() : entries) {
    const amount = sign(before[entry]!) < 0 ? before[entry]! : minimum(before[entry]!, maximum(0, left))
    after[entry] = amount
    left = subtract(left, amount)
  }
}

/** At most a share of the payable units may be of these payments: n ≤ share × (n + others). */
function applyQuota(
  limit: Limit,
  group: readonly number[],
  { entries, payments }: Earned,
  before: readonly Exact[],
  after: Exact[],
): Exact | undefined {
  const over = new Set(limit.over ?? payments.map(({ name }) => name))
  const agreement = entries.agreement[group[0]!]
  const isPayable = (entry: number) => entries.agreement[entry] === agreement && !isZero(before[entry]!)
  let others = 0
  for (let entry = 0; entry < entries.size; entry++) {
    if (isPayable(entry) && !over.has(payments[entries.payment[entry]!]!.name)) others++
  }
  const share = limit.quota!
  const most = compare(share, 1) >= 0 ? group.length : floor(divide(multiply(share, others), subtract(1, share)))
  if (compare(most, group.length) >= 0) return undefined
  const inPayingOrder = limit.givesWay === 'earliest-first' ? [...group].reverse() : group
  for (const entry of inPayingOrder.slice(Number(toBigInt(most)))) after[entry] = 0
  return group.reduce<Exact>((total, entry) => add(total, after[entry]!), 0)
}
