/**
 * Limits: what holds payments back, one after the other in the order the terms state.
 *
 *     cap 8 200 per subject, over all lines     entries of one person in order of date until 8 200 is used
 *     less 12 500 per agreement                 a cost taken off the sum, never below nothing
 *     floor 100 000 per agreement               the sum is raised to it, at the end of the agreement or of its period
 *
 * Each limit takes the amounts the one before it left. Which entries give way when a cap bites is part of the terms;
 * on one day the payments stand in the order of the annex. What each limit did is kept for the reasons.
 */
import {
  type Day,
  type Exact,
  add,
  apportion,
  compare,
  divide,
  floor,
  isZero,
  maximum,
  minimum,
  multiply,
  roundTo,
  sign,
  subtract,
  toBigInt,
} from '../base/index.ts'
import { type Context, NOBODY, type Value, compileValue, isMissing, rowFor } from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { GroupNames, compileUnder } from './limit-groups.ts'
import { lastDayOf, periodOf } from './limit-periods.ts'
import { type Earned, type Entries, entriesOf, sortedByGroup } from './entries.ts'

/** What one limit did: the amounts it left, and the groups in which it bit. */
export type LimitStage = {
  limit: Limit
  number: number
  after: Exact[]
  /** The groups the limit looked at in which it changed something. */
  bites: LimitBite[]
}

export type LimitBite = {
  agreement: number
  key: string
  bound: Value
  before: Exact
  after: Exact
  entries: ArrayLike<number>
}

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
  const groups = groupEntries(limit, number, earned)
  const bound = boundOf(limit, context)
  const sums = sumsOf(groups, before)
  const roomFor = limit.rest === 'next-year' ? carryingOver(limit, context) : undefined
  const bitten: { group: number; room: Value }[] = []
  for (const group of groups.order) {
    const [agreement, sum, day] = [groups.agreement[group]!, sums[group]!, groups.day[group]!]
    const stated = bound(agreement)
    const room = roomFor === undefined || isMissing(stated) ? stated : roomFor(agreement, day, stated, sum)
    if (isBitten(limit, sum, room, day, context)) bitten.push({ group, room })
  }
  const membersOf = membersOfGroups(groups, bitten)
  for (const { group, room } of bitten) {
    const [agreement, sum] = [groups.agreement[group]!, sums[group]!]
    const entries = inOrder(membersOf(group), earned.entries)
    const left = isMissing(room)
      ? hold(entries, after)
      : limit.quota !== undefined
        ? applyQuota(limit, entries, earned, before, after)
        : limitGroup(limit, entries, sum, room, before, after, context)
    if (left !== undefined)
      stage.bites.push({ agreement, key: groups.keyOf(group), bound: room, before: sum, after: left, entries })
  }
  return stage
}

/** One limit by itself, for amounts that are grouped and added up elsewhere: `entries` are places in both arrays. */
export type LimitRule = {
  /** Whether it changes anything, of a group whose first entry is on the day. */
  bites: (sum: Exact, day: Day) => boolean
  /** Takes off or adds what the limit says, in `after`. The entries are in the order in which they are paid. */
  leave: (entries: ArrayLike<number>, sum: Exact, before: readonly Exact[], after: Exact[]) => void
}

/** The rule of a limit for one agreement. Quotas, and rooms that are carried on, need all entries, and have none. */
export function limitRule(limit: Limit, agreement: number, context: Context): LimitRule {
  const bound = boundOf(limit, context)(agreement)
  return {
    bites: (sum, day) => isBitten(limit, sum, bound, day, context),
    leave: (entries, sum, before, after) => {
      if (isMissing(bound)) hold(entries, after)
      else limitGroup(limit, entries, sum, bound, before, after, context)
    },
  }
}

/**
 * The room of each year, with what the years before it have left: from the first year of the agreement, also those in
 * which nothing was earned. Asked of the years in turn.
 */
function carryingOver(
  limit: Limit,
  { agreement: { runs } }: Context,
): (agreement: number, day: Day, stated: Exact, sum: Exact) => Exact {
  const yearOf = (day: Day) => periodOf(limit, day)!
  const walked = new Map<number, { next: Day; rest: Exact }>()
  return (agreement, day, stated, sum) => {
    const year = yearOf(day)
    let { next, rest } = walked.get(agreement) ?? { next: yearOf(Math.min(runs.from, day)).from, rest: 0 as Exact }
    for (; next < year.from; next = yearOf(next).until) rest = maximum(0, add(rest, stated))
    const room = add(stated, rest)
    walked.set(agreement, { next: year.until, rest: maximum(0, subtract(room, sum)) })
    return room
  }
}

/** Whether a limit can change a group's sum at all; almost always it cannot, and then nothing needs to be put in order. */
function isBitten(limit: Limit, sum: Exact, bound: Value, day: Day, { agreement, to }: Context): boolean {
  // A cost or a cap nobody knows yet must not make the payment larger, so everything under it waits.
  if (isMissing(bound)) return limit.floor === undefined && !isZero(sum)
  if (limit.cap !== undefined) return compare(sum, bound) > 0
  if (limit.floor !== undefined) return compare(sum, bound) < 0 && to >= lastDayOf(limit, day, agreement)
  return true
}

/** The sum of each group, by one pass over the entries as they stand. */
function sumsOf({ groupOf, count }: Groups, amounts: readonly Exact[]): Exact[] {
  const sums = new Array<Exact>(count).fill(0)
  for (let entry = 0; entry < groupOf.length; entry++) {
    const group = groupOf[entry]!
    if (group >= 0) sums[group] = add(sums[group]!, amounts[entry]!)
  }
  return sums
}

/** The entries of the few groups that are bitten, in their own order; the others need not be told apart. */
function membersOfGroups(
  { groupOf, count }: Groups,
  bitten: readonly { group: number }[],
): (group: number) => Int32Array {
  const isBitten = new Uint8Array(count)
  for (const { group } of bitten) isBitten[group] = 1
  const wanted = groupOf.map((group) => (group >= 0 && isBitten[group] === 1 ? group : -1))
  const { first, members } = sortedByGroup(wanted, count)
  return (group) => members.subarray(first[group], first[group + 1])
}

function hold(entries: ArrayLike<number>, after: Exact[]): Exact {
  for (let at = 0; at < entries.length; at++) after[entries[at]!] = 0
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

/** Which entries share a bound, and in which order the groups are taken. */
type Groups = {
  count: number
  /** By entry: its group, or −1 if the limit does not look at it. */
  groupOf: Int32Array
  /** By group. */
  agreement: number[]
  day: Day[]
  order: ArrayLike<number> & Iterable<number>
  keyOf: (group: number) => string
}

function groupEntries(limit: Limit, number: number, earned: Earned): Groups {
  const { entries, contexts } = earned
  const isUnder = compileUnder(limit, number, earned)
  const groupOf = new Int32Array(entries.size).fill(-1)
  const names = new GroupNames(limit, contexts)
  for (let entry = 0; entry < entries.size; entry++) {
    if (isUnder(entries, entry)) groupOf[entry] = names.groupOf(entries, entry)
  }
  const order = Int32Array.from({ length: names.count }, (_, group) => group)
  // What one year leaves goes to the next, so years are taken in turn.
  const { count, agreement, day } = names
  if (limit.rest === 'next-year') order.sort((a, b) => day[a]! - day[b]!)
  return { count, groupOf, agreement, day, order, keyOf: (group) => names.keyOf(group) }
}

/**
 * By day, then in the order of the annex, then by the person's id. Entries stand in the order of payments and of the
 * roster, which is in order of ids, whatever version of the terms governs them. So a sort by day that keeps that order is
 * all it takes, and no order of rows in a file matters. The entries of the group are given in their own order.
 */
export function inOrder(group: ArrayLike<number>, { day }: Entries): ArrayLike<number> {
  return group.length <= fewEntries ? fewByDay(group, day) : manyByDay(group, day)
}

const fewEntries = 32

/** The few entries of one person, put one by one where they belong. */
function fewByDay(group: ArrayLike<number>, day: Int32Array): number[] {
  const ordered: number[] = []
  for (let next = 0; next < group.length; next++) {
    const entry = group[next]!
    let at = next
    for (; at > 0 && day[ordered[at - 1]!]! > day[entry]!; at--) ordered[at] = ordered[at - 1]!
    ordered[at] = entry
  }
  return ordered
}

const bucketBits = 11
const bucketCount = 1 << bucketBits

/** The entries of a whole agreement, by eleven bits of the day at a time: no comparison, and no order is lost. */
function manyByDay(group: ArrayLike<number>, day: Int32Array): Int32Array {
  let [first, last] = [Infinity, -Infinity]
  let ordered = Int32Array.from(group)
  for (const entry of ordered) {
    first = Math.min(first, day[entry]!)
    last = Math.max(last, day[entry]!)
  }
  let other = new Int32Array(ordered.length)
  for (let shift = 0; (last - first) >>> shift > 0; shift += bucketBits) {
    const next = new Int32Array(bucketCount + 1)
    for (const entry of ordered) next[(((day[entry]! - first) >>> shift) & (bucketCount - 1)) + 1]!++
    for (let bucket = 0; bucket < bucketCount; bucket++) next[bucket + 1]! += next[bucket]!
    for (const entry of ordered) other[next[((day[entry]! - first) >>> shift) & (bucketCount - 1)]!++] = entry
    ;[ordered, other] = [other, ordered]
  }
  return ordered
}

/** Limits one group; gives what is left of its sum, or nothing when nothing changed. */
function limitGroup(
  limit: Limit,
  entries: ArrayLike<number>,
  sum: Exact,
  bound: Exact,
  before: readonly Exact[],
  after: Exact[],
  context: Context,
): Exact | undefined {
  if (limit.cap !== undefined) {
    return subtract(sum, takeOff(subtract(sum, bound), limit.givesWay, entries, before, after))
  }
  const step = limit.round === undefined ? 1 : multiply(limit.round, context.minorUnits)
  const left =
    limit.less !== undefined
      ? maximum(minimum(0, sum), subtract(sum, bound))
      : limit.round !== undefined
        ? roundTo(sum, step, limit.how ?? 'half-up')
        : bound
  if (compare(left, sum) === 0) return undefined
  if (limit.less !== undefined) takeOff(subtract(sum, left), 'latest-first', entries, before, after)
  else {
    const last = lastPaid(entries, before)
    after[last] = add(after[last]!, subtract(left, sum))
  }
  return left
}

/** The last entry that is worth something, or the last of all where none is: it takes what a whole group gets or gives. */
export function lastPaid(entries: ArrayLike<number>, amounts: readonly Exact[]): number {
  let at = entries.length - 1
  while (at > 0 && isZero(amounts[entries[at]!]!)) at--
  return isZero(amounts[entries[at]!]!) ? entries[entries.length - 1]! : entries[at]!
}

/**
 * Takes what is too much off the entries that give way: the latest, the earliest, or all in proportion. What is owed
 * back stays as it is, and makes room for the others. Gives what it took.
 */
function takeOff(
  much: Exact,
  givesWay: Limit['givesWay'],
  entries: ArrayLike<number>,
  before: readonly Exact[],
  after: Exact[],
): Exact {
  if (givesWay === 'in-proportion') {
    const paid = Array.from(entries).filter((entry) => sign(before[entry]!) > 0)
    const most = paid.reduce<Exact>((total, entry) => add(total, before[entry]!), 0)
    const kept = toBigInt(floor(maximum(0, subtract(most, much))))
    const parts = apportion(
      kept,
      paid.map((entry) => before[entry]!),
    )
    paid.forEach((entry, index) => (after[entry] = Number(parts[index]!)))
    return subtract(most, Number(kept))
  }
  let rest = much
  for (let step = 0; step < entries.length && sign(rest) > 0; step++) {
    const entry = entries[givesWay === 'earliest-first' ? step : entries.length - 1 - step]!
    if (sign(before[entry]!) <= 0) continue
    const less = minimum(before[entry]!, rest)
    after[entry] = subtract(before[entry]!, less)
    rest = subtract(rest, less)
  }
  return subtract(much, rest)
}

/**
 * At most a share of the payable units may be of these payments: n ≤ share × (n + others). The others are the units of
 * other payments that share the bound: in the same year, if the limit is per year.
 */
function applyQuota(
  limit: Limit,
  group: ArrayLike<number>,
  earned: Earned,
  before: readonly Exact[],
  after: Exact[],
): Exact | undefined {
  const { entries, payments } = earned
  const over = new Set(limit.over ?? payments.map(({ name }) => name))
  const names = new GroupNames(limit, earned.contexts)
  const key = names.keyOf(names.groupOf(entries, group[0]!))
  let others = 0
  for (const entry of entriesOf(entries, entries.agreement[group[0]!]!)) {
    if (isZero(before[entry]!) || over.has(payments[entries.payment[entry]!]!.name)) continue
    if (names.keyOf(names.groupOf(entries, entry)) === key) others++
  }
  const share = limit.quota!
  const most = compare(share, 1) >= 0 ? group.length : floor(divide(multiply(share, others), subtract(1, share)))
  if (compare(most, group.length) >= 0) return undefined
  const all = Array.from(group)
  const inPayingOrder = limit.givesWay === 'earliest-first' ? all.reverse() : all
  for (const entry of inPayingOrder.slice(Number(toBigInt(most)))) after[entry] = 0
  return all.reduce<Exact>((total, entry) => add(total, after[entry]!), 0)
}
