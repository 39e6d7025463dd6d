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
import { type Earned, type Entries } from './entries.ts'

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
  const after = [...before]
  const stage: LimitStage = { limit, number, after, bites: [] }
  const groups = groupEntries(limit, earned, context)
  const bound = boundOf(limit, context)
  const carried = new Map<number, Exact>()
  for (const group of groups) {
    const sum = group.entries.reduce<Exact>((total, entry) => add(total, before[entry]!), 0)
    const stated = bound(group.agreement)
    const bite = { agreement: group.agreement, key: group.key, before: sum, entries: group.entries }
    if (isMissing(stated)) {
      // A cost or a cap nobody knows yet must not make the payment larger: everything under it waits.
      if (limit.floor !== undefined || isZero(sum)) continue
      for (const entry of group.entries) after[entry] = 0
      stage.bites.push({ ...bite, bound: stated, after: 0 })
      continue
    }
    const room = limit.rest === 'next-year' ? add(stated, carried.get(group.agreement) ?? 0) : stated
    if (limit.rest === 'next-year') carried.set(group.agreement, maximum(0, subtract(room, sum)))
    const left =
      limit.quota !== undefined
        ? applyQuota(limit, group, earned, before, after)
        : limitGroup(limit, group, sum, room, before, after, context)
    if (left !== undefined) stage.bites.push({ ...bite, bound: room, after: left })
  }
  return stage
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

/** The entries each bound is shared by, in the order in which they are paid. */
type Group = { agreement: number; key: string; entries: number[] }

/** The entries each bound is shared by, in the order in which they are paid. */
function groupEntries(limit: Limit, { entries, payments }: Earned, context: Context): Group[] {
  const over = limit.over === undefined ? undefined : new Set(limit.over)
  const isOver = payments.map(({ name }) => over === undefined || over.has(name))
  const isIn = limit.who === undefined ? undefined : compileCondition(limit.who, context)
  const groups = new Map<string | number, Group>()
  const row = rowFor(NOBODY, 0)
  for (let entry = 0; entry < entries.size; entry++) {
    if (!isOver[entries.payment[entry]!]) continue
    row.who = entries.who[entry]!
    row.agreement = entries.agreement[entry]!
    if (isIn !== undefined && (row.who === NOBODY || isIn(row) !== 1)) continue
    const key = keyOf(limit, entries, entry, context)
    const group = groups.get(key)
    if (group !== undefined) group.entries.push(entry)
    else groups.set(key, { agreement: row.agreement, key: String(key), entries: [entry] })
  }
  for (const group of groups.values()) if (group.entries.length > 1) group.entries = inOrder(group.entries, entries)
  const found = [...groups.values()]
  return limit.rest === 'next-year'
    ? found.sort((a, b) => a.agreement - b.agreement || (a.key < b.key ? -1 : 1))
    : found
}

function keyOf(limit: Limit, entries: Entries, entry: number, context: Context): string | number {
  const agreement = entries.agreement[entry]!
  switch (limit.per) {
    case 'agreement':
      return agreement
    case 'subject':
      return entries.who[entry] === NOBODY ? `group ${String(agreement)}` : subjectOf(entries.who[entry]!, context)
    case 'payment':
      return `${String(agreement)} ${String(entries.payment[entry])}`
    case 'date':
      return `${String(agreement)} ${String(entries.day[entry])}`
    case 'year':
      return `${String(agreement)} ${String(partsOf(entries.day[entry]!).year)}`
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
export function inOrder(group: readonly number[], entries: Entries): number[] {
  const first = group.reduce((least, entry) => Math.min(least, entries.day[entry]!), Infinity)
  // One number a key, so that a million of them are sorted as numbers: 20 bits of days, 11 of payments, 22 of places.
  const keys = new Float64Array(group.length)
  for (let at = 0; at < group.length; at++) {
    const days = entries.day[group[at]!]! - first
    assert(
      days < 2 ** 20 && entries.payment[group[at]!]! < 2 ** 11 && group.length < 2 ** 22,
      'a key of order fits a number',
    )
    keys[at] = (days * 2 ** 11 + entries.payment[group[at]!]!) * 2 ** 22 + at
  }
  return Array.from(keys.sort(), (key) => group[key % 2 ** 22]!)
}

/** Limits one group; gives what is left of its sum, or nothing when the limit did not bite. */
function limitGroup(
  limit: Limit,
  group: Group,
  sum: Exact,
  bound: Exact,
  before: readonly Exact[],
  after: Exact[],
  context: Context,
): Exact | undefined {
  if (limit.cap !== undefined) {
    if (compare(sum, bound) <= 0) return undefined
    fill(limit, group, bound, before, after)
    return bound
  }
  if (limit.less !== undefined) {
    const left = maximum(0, subtract(sum, bound))
    if (compare(left, sum) === 0) return undefined
    fill({ ...limit, givesWay: 'latest-first' }, group, left, before, after)
    return left
  }
  if (limit.round !== undefined) {
    const step = multiply(limit.round, context.minorUnits)
    const left = roundTo(sum, step, limit.how ?? 'half-up')
    if (compare(left, sum) === 0) return undefined
    const last = group.entries.at(-1)!
    after[last] = add(after[last]!, subtract(left, sum))
    return left
  }
  if (limit.floor !== undefined) {
    if (compare(sum, bound) >= 0 || context.to < context.agreement.runs.through) return undefined
    const last = group.entries.at(-1)!
    after[last] = add(after[last]!, subtract(bound, sum))
    return bound
  }
  return undefined
}

/** Gives the room to the entries in order; those at the end, or at the start, or all in proportion, give way. */
function fill(limit: Limit, group: Group, room: Exact, before: readonly Exact[], after: Exact[]): void {
  if (limit.givesWay === 'in-proportion') {
    const whole = toBigInt(floor(room))
    const parts = apportion(
      whole,
      group.entries.map((entry) => before[entry]!),
    )
    group.entries.forEach((entry, index) => {
      after[entry] = Number(parts[index]!)
    })
    return
  }
  let left = room
  for (const entry of limit.givesWay === 'earliest-first' ? [...group.entries].reverse() : group.entries) {
    const amount = sign(before[entry]!) < 0 ? before[entry]! : minimum(before[entry]!, maximum(0, left))
    after[entry] = amount
    left = subtract(left, amount)
  }
}

/** At most a share of the payable units may be of these payments: n ≤ share × (n + others). */
function applyQuota(
  limit: Limit,
  group: Group,
  { entries, payments }: Earned,
  before: readonly Exact[],
  after: Exact[],
): Exact | undefined {
  const over = new Set(limit.over ?? payments.map(({ name }) => name))
  const isPayable = (entry: number) => entries.agreement[entry] === group.agreement && !isZero(before[entry]!)
  let others = 0
  for (let entry = 0; entry < entries.size; entry++) {
    if (isPayable(entry) && !over.has(payments[entries.payment[entry]!]!.name)) others++
  }
  const share = limit.quota!
  const most =
    compare(share, 1) >= 0 ? group.entries.length : floor(divide(multiply(share, others), subtract(1, share)))
  if (compare(most, group.entries.length) >= 0) return undefined
  const inPayingOrder = limit.givesWay === 'earliest-first' ? [...group.entries].reverse() : group.entries
  inPayingOrder.slice(Number(toBigInt(most))).forEach((entry) => {
    after[entry] = 0
  })
  return group.entries.reduce<Exact>((total, entry) => add(total, after[entry]!), 0)
}
