/**
 * Limits: what holds payments back, one after the other in the order the terms state.
 *
 *     cap 8 200 per subject, over all lines     entries of one person in order of date until 8 200 is used
 *     less 12 500 per agreement                 a cost taken off the sum, never below nothing
 *     times 90 %                                what is left is multiplied, and rounded as each amount is
 *     floor 100 000 per agreement               the sum is raised to it, at the end of the agreement or of its period
 *
 * Each limit takes the amounts the one before it left. What cannot be known yet - a bound, or whether the rule is about
 * somebody - must not make a payment larger, so what it would bear on waits; a floor is then not held. Which entries give
 * way when a cap bites is part of the terms; on one day the payments stand in the order of the annex. What each limit did
 * is kept for the reasons.
 *
 * A bound may ask for the occasion: of a limit per period it is the last day of the period, so that a year that is over is not
 * reopened; of a factor it is the day of the amount that is multiplied. Other limits have none, which `check` sees to.
 */
import {
  type Day,
  type Exact,
  add,
  compare,
  divide,
  floor,
  isZero,
  maximum,
  minimum,
  multiply,
  roundTo,
  subtract,
  toBigInt,
} from '../base/index.ts'
import { type Context, NOBODY, UNMEASURED, type Value, compileValue, isMissing, rowFor } from '../outcomes/index.ts'
import { type Agreement, type Limit, isOfOccasion } from '../terms/index.ts'
import { GroupNames, compileUnder } from './limit-groups.ts'
import { lastDayOf, periodOf } from './limit-periods.ts'
import { type Earned, sortedByGroup } from './entries.ts'
import { inOrder, lastPaid } from './entry-order.ts'
import { keepResults, resultsPaidFor, takeOff } from './limit-cuts.ts'

/** What one limit did: the amounts it left, and the groups in which it bit. */
export type LimitStage = {
  limit: Limit
  number: number
  after: Exact[]
  /** The groups the limit looked at in which it changed something, by agreement. */
  bites: Map<number, LimitBite[]>
}

export type LimitBite = {
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
  written: Limit,
  number: number,
  before: readonly Exact[],
  earned: Earned,
  context: Context,
): LimitStage {
  const after = before.slice()
  const stage: LimitStage = { limit: written, number, after, bites: new Map() }
  const limit = asApplied(written, context.agreement)
  const groups = groupEntries(limit, number, earned)
  for (const [agreement, entries] of groups.waiting) {
    const sum = entries.reduce<Exact>((all, entry) => add(all, before[entry]!), 0)
    addBite(stage, agreement, { key: '', bound: UNMEASURED, before: sum, after: hold(entries, after), entries })
  }
  const bound = boundOf(limit, context)
  const sums = sumsOf(groups, before)
  const sizes = limit.atMost === undefined ? [] : sizesOf(groups)
  const roomFor = limit.rest === 'next-year' ? carryingOver(limit, bound, context) : undefined
  const bitten: { group: number; room: Value }[] = []
  for (const group of groups.order) {
    const [agreement, sum, day] = [groups.agreement[group]!, sums[group]!, groups.day[group]!]
    const room = roomFor === undefined ? bound(agreement, day) : roomFor(agreement, day, sum)
    if (limit.atMost !== undefined && sizes[group]! <= limit.atMost) continue
    if (isBitten(limit, sum, room, day, context)) bitten.push({ group, room })
  }
  const membersOf = membersOfGroups(groups, bitten)
  const others = limit.quota === undefined ? () => [] : othersBeside(limit, earned)
  for (const { group, room } of bitten) {
    const [agreement, sum] = [groups.agreement[group]!, sums[group]!]
    const entries = inOrder(membersOf(group), earned.entries)
    const left = isMissing(room)
      ? hold(entries, after)
      : limit.atMost !== undefined
        ? keepResults(limit.atMost, entries, limit.givesWay, earned, before, after)
        : limit.quota !== undefined
          ? applyQuota(limit, entries, others(entries[0]!), earned, before, after)
          : limitGroup(limit, entries, sum, room, before, after, context)
    if (left !== undefined)
      addBite(stage, agreement, { key: groups.keyOf(group), bound: room, before: sum, after: left, entries })
  }
  return stage
}

/** A factor that asks for the day of each amount is applied to the amounts of each day. */
export function asApplied(limit: Limit, agreement: Agreement): Limit {
  return limit.times !== undefined && isOfOccasion(limit.times, agreement) ? { ...limit, per: 'date' } : limit
}

function addBite({ bites }: LimitStage, agreement: number, bite: LimitBite): void {
  const known = bites.get(agreement)
  if (known === undefined) bites.set(agreement, [bite])
  else known.push(bite)
}

/** One limit by itself, for amounts that are grouped and added up elsewhere: `entries` are places in both arrays. */
export type LimitRule = {
  /** The sums, from the least to the most, that it leaves as they are, of a group with an entry on the day; none where `least` is above `most`. */
  keeps: (day: Day) => { least: number; most: number }
  /** Takes off or adds what the limit says of such a group, in `after`. The entries are in the order in which they are paid. */
  leave: (day: Day, entries: ArrayLike<number>, sum: Exact, before: readonly Exact[], after: Exact[]) => void
}

/** The rule of a limit for one agreement. Quotas, numbers of results and rooms that are carried on need all entries, and have none. */
export function limitRule(limit: Limit, agreement: number, context: Context): LimitRule {
  const boundOn = boundOf(limit, context)
  return {
    keeps: (day) => sumsKept(limit, boundOn(agreement, day), day, context),
    leave: (day, entries, sum, before, after) => {
      const bound = boundOn(agreement, day)
      if (isMissing(bound)) hold(entries, after)
      else limitGroup(limit, entries, sum, bound, before, after, context)
    },
  }
}

/**
 * The room of each year, with what the years before it have left: from the first year of the agreement, also those in
 * which nothing was earned. Asked of the years in turn. It is not known while the bound of one of them is not.
 */
function carryingOver(
  limit: Limit,
  boundOn: BoundOn,
  { agreement: terms }: Context,
): (agreement: number, day: Day, sum: Exact) => Value {
  const yearOf = (day: Day) => periodOf(limit, day, terms)!
  const walked = new Map<number, { next: Day; rest: Value }>()
  const left = (rest: Value, stated: Value, sum: Exact): Value => {
    if (isMissing(rest)) return rest
    return isMissing(stated) ? stated : maximum(0, subtract(add(rest, stated), sum))
  }
  return (agreement, day, sum) => {
    const year = yearOf(day)
    let { next, rest } = walked.get(agreement) ?? {
      next: yearOf(Math.min(terms.runs.from, day)).from,
      rest: 0 as Value,
    }
    for (; next < year.from; next = yearOf(next).until) rest = left(rest, boundOn(agreement, next), 0)
    const stated = boundOn(agreement, day)
    walked.set(agreement, { next: year.until, rest: left(rest, stated, sum) })
    if (isMissing(rest)) return rest
    return isMissing(stated) ? stated : add(stated, rest)
  }
}

/** Whether a limit can change a group's sum at all; almost always it cannot, and then nothing needs to be put in order. */
function isBitten(limit: Limit, sum: Exact, bound: Value, day: Day, { agreement, to }: Context): boolean {
  if (isMissing(bound)) return limit.floor === undefined && !isZero(sum)
  if (limit.cap !== undefined) return compare(sum, bound) > 0
  if (limit.floor !== undefined) return compare(sum, bound) < 0 && to >= lastDayOf(limit, day, agreement)
  return true
}

/** The whole sums of a group that are not bitten. */
function sumsKept(limit: Limit, bound: Value, day: Day, { agreement, to }: Context): { least: number; most: number } {
  if (isMissing(bound)) return limit.floor === undefined ? { least: 0, most: 0 } : { least: -Infinity, most: Infinity }
  if (limit.cap !== undefined) return { least: -Infinity, most: Number(toBigInt(floor(bound))) }
  if (limit.floor === undefined) return { least: Infinity, most: -Infinity }
  const isHeld = to >= lastDayOf(limit, day, agreement)
  return { least: isHeld ? -Number(toBigInt(floor(subtract(0, bound)))) : -Infinity, most: Infinity }
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

/** How many entries each group has; no more of them than that can be paid results. */
function sizesOf({ groupOf, count }: Groups): Int32Array {
  const sizes = new Int32Array(count)
  for (const group of groupOf) if (group >= 0) sizes[group]!++
  return sizes
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

/** The bound of a group with an entry on a day. */
type BoundOn = (agreement: number, day: Day) => Value

/** Of a limit per period the bound is that of the last day of the period; of any other it is the same for all. */
export function boundOf(limit: Limit, context: Context): BoundOn {
  const value = limit.cap ?? limit.floor ?? limit.less ?? limit.times
  if (value === undefined) return () => 0
  const operator = compileValue(value, context)
  const known = context.roster.agreements.map(() => new Map<Day, Value>())
  return (agreement, day) => {
    const isOfPeriod = periodOf(limit, day, context.agreement) !== undefined
    const asked = isOfPeriod ? lastDayOf(limit, day, context.agreement) : context.to
    let bound = known[agreement]!.get(asked)
    if (bound === undefined) {
      const row = rowFor(NOBODY, agreement)
      row.scope = agreement
      row.day = asked
      bound = operator(row)
      known[agreement]!.set(asked, bound)
    }
    return bound
  }
}

/** Which entries share a bound, and in which order the groups are taken. */
type Groups = {
  count: number
  /** By entry: its group, or −1 if the limit does not look at it. */
  groupOf: Int32Array
  /** By agreement: the entries of people of whom nobody knows whether the rule is about them. */
  waiting: ReadonlyMap<number, number[]>
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
  const waiting = new Map<number, number[]>()
  for (let entry = 0; entry < entries.size; entry++) {
    const is = isUnder(entries, entry)
    if (is === 'under') groupOf[entry] = names.groupOf(entries, entry)
    if (is !== 'waits') continue
    const agreement = entries.agreement[entry]!
    const known = waiting.get(agreement)
    if (known === undefined) waiting.set(agreement, [entry])
    else known.push(entry)
  }
  const order = Int32Array.from({ length: names.count }, (_, group) => group)
  // What one year leaves goes to the next, so years are taken in turn.
  const { count, agreement, day } = names
  if (limit.rest === 'next-year') order.sort((a, b) => day[a]! - day[b]!)
  return { count, groupOf, waiting, agreement, day, order, keyOf: (group) => names.keyOf(group) }
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
  if (limit.times !== undefined) return multiplied(bound, entries, before, after, context)
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

/** Every amount times a factor. Where the terms round each amount, this one is an amount too. */
function multiplied(
  factor: Exact,
  entries: ArrayLike<number>,
  before: readonly Exact[],
  after: Exact[],
  { agreement, minorUnits }: Context,
): Exact {
  const { rounding } = agreement.settlement
  const step = multiply(rounding.to, minorUnits)
  let sum: Exact = 0
  for (let at = 0; at < entries.length; at++) {
    const amount = multiply(factor, before[entries[at]!]!)
    after[entries[at]!] = rounding.of === 'each-amount' ? roundTo(amount, step, rounding.how) : amount
    sum = add(sum, after[entries[at]!]!)
  }
  return sum
}

/**
 * At most a share of the results paid for, or of the money, may be of these payments: n ≤ share × (n + others). The others
 * are those of other payments that share the bound: in the same year, if the limit is per year.
 */
function applyQuota(
  limit: Limit,
  group: ArrayLike<number>,
  others: readonly number[],
  earned: Earned,
  before: readonly Exact[],
  after: Exact[],
): Exact | undefined {
  const share = limit.quota!
  if (compare(share, 1) >= 0) return undefined
  const mostBeside = (amount: Exact) => divide(multiply(share, amount), subtract(1, share))
  if (limit.by === 'results') {
    const most = Number(toBigInt(floor(mostBeside(resultsPaidFor(others, earned, before).size))))
    return keepResults(most, group, limit.givesWay, earned, before, after)
  }
  const ofResults = (entries: ArrayLike<number>) =>
    Array.from(entries).filter((entry) => earned.entries.result[entry]! >= 0)
  const sumOf = (entries: readonly number[], amounts: readonly Exact[]) =>
    entries.reduce<Exact>((sum, entry) => add(sum, amounts[entry]!), 0)
  const own = ofResults(group)
  const much = subtract(sumOf(own, before), mostBeside(maximum(0, sumOf(ofResults(others), before))))
  if (compare(much, 0) <= 0) return undefined
  takeOff(much, limit.givesWay, own, before, after)
  return sumOf(Array.from(group), after)
}

/** The entries of other payments that share the bound of a group, which one of its entries tells. One pass finds them all. */
function othersBeside(limit: Limit, earned: Earned): (member: number) => readonly number[] {
  const { entries, payments } = earned
  const over = new Set(limit.over)
  const isUnder = compileUnder({ ...limit, over: undefined }, NaN, earned)
  const names = new GroupNames(limit, earned.contexts)
  const others: number[][] = []
  for (let entry = 0; entry < entries.size; entry++) {
    if (over.has(payments[entries.payment[entry]!]!.name) || isUnder(entries, entry) !== 'under') continue
    const group = names.groupOf(entries, entry)
    if (others[group] === undefined) others[group] = [entry]
    else others[group].push(entry)
  }
  return (member) => others[names.groupOf(entries, member)] ?? []
}
