/**
 * What every check of terms works with: the agreement, the text's tree for exact places, and the problems found.
 *
 * The agreement may have holes where a question is open (see `readRecord`), so checks ask `isWritten` where they mean
 * "the clause says something here", and leave alone what is not there yet.
 */
import { type Choice, type Place, type Problem } from '../base/index.ts'
import { type YamlEntry, type YamlMap, type YamlNode, insertion, nameOf, plainText } from '../text/index.ts'
import { type Agreement, type Goal, type Payment, type Schedule } from './agreement.ts'
import { type DayExpression, type Expression, type Window } from './expression.ts'
import { childrenOf, walk } from './walk.ts'

export type Checking = {
  agreement: Agreement
  problems: Problem[]
  /** The map of the text that begins at a place. */
  maps: ReadonlyMap<string, YamlMap>
}

/** A read record or expression: something with a place, a path and the places of what is written in it. */
export type Written = { at: Place; path: string; places: { readonly [key: string]: Place } }

export function checkingOf(agreement: Agreement, root: YamlNode): Checking {
  const maps = new Map<string, YamlMap>()
  const waiting: YamlNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'list') waiting.push(...node.items)
    if (node.kind !== 'map') continue
    maps.set(keyOf(node.at), node)
    waiting.push(...node.entries.map((entry) => entry.value))
  }
  return { agreement, problems: [], maps }
}

const keyOf = (at: Place): string => `${at.file}:${at.line}:${at.column}`

export const mapOfRecord = (to: Checking, record: Written): YamlMap | undefined => to.maps.get(keyOf(record.at))

export function entryOf(to: Checking, record: Written, key: string): YamlEntry | undefined {
  return mapOfRecord(to, record)?.entries.find((entry) => entry.key === key)
}

export const isWritten = (record: Written, key: string): boolean => key in record.places

/**
 * Whether a part of what is written waits for an answer, so that nothing may be said of what it does not hold. `among:
 * everybody` is an answer though nothing is read from it.
 */
export function hasHole(to: Checking, part: unknown): boolean {
  if (Array.isArray(part)) return part.some((item) => item === undefined || hasHole(to, item))
  if (typeof part !== 'object' || part === null || !('places' in part)) return false
  const record = part as Written & Record<string, unknown>
  return Object.keys(record.places).some((key) => {
    const inner = record[nameOf(key)]
    if (inner === undefined) return plainText(entryOf(to, record, key)?.value) !== 'everybody'
    return hasHole(to, inner)
  })
}

/** The places of the names in a list field, or of the one name that stands without a list. */
export function placesOf(to: Checking, record: Written, key: string): Place[] {
  const node = entryOf(to, record, key)?.value
  if (node === undefined) return [record.at]
  return node.kind === 'list' ? node.items.map((item) => plainAt(item)) : [plainAt(node)]
}

/** The place of the value itself, when it carries a mark. */
function plainAt(node: YamlNode): Place {
  if (node.kind !== 'map') return node.at
  return node.entries.find((entry) => entry.key === 'is')?.value.at ?? node.at
}

/** A remedy that puts another text where one stands. */
export const instead = (at: Place, text: string): Choice => ({ paste: text, edit: { at, text } })

/** A remedy that puts a new first line into a record. */
export function insertedIn(to: Checking, record: Written, paste: string): Choice {
  const map = mapOfRecord(to, record)
  return map === undefined ? { paste } : insertion(map, map.entries[0], paste)
}

/** What a clause of the terms holds: its expressions, the days it names, and the goal it speaks of. */
export type ClauseText = {
  kind: 'group' | 'goal' | 'payment' | 'limit' | 'security'
  name: string
  expressions: { node: Expression; key: string }[]
  days: DayExpression[]
  /** The goal whose quantity, occasions and named dates the clause may use. */
  goal: Goal | undefined
  /** When the clause's goal is decided, or its fee falls due. */
  schedule: Schedule | undefined
}

export function clausesOf(agreement: Agreement): ClauseText[] {
  const clauses: ClauseText[] = []
  const add = (
    kind: ClauseText['kind'],
    name: string,
    parts: Record<string, Expression | undefined>,
    goal?: Goal,
    days: (DayExpression | undefined)[] = [],
    schedule?: Schedule,
  ): void => {
    const expressions = Object.entries(parts).flatMap(([key, node]) => (node === undefined ? [] : [{ node, key }]))
    clauses.push({ kind, name, expressions, days: days.filter((day) => day !== undefined), goal, schedule })
  }
  for (const [name, group] of agreement.groups ?? []) add('group', name, { who: group.who })
  for (const [name, goal] of agreement.goals) {
    const days = [...scheduleDays(goal.when), ...(goal.dates?.values() ?? []), goal.seenTo, goal.proofBy]
    add('goal', name, { who: goal.who, met: goal.met, quantity: goal.quantity }, goal, days, goal.when)
  }
  for (const [name, payment] of agreement.payments ?? []) {
    add('payment', name, partsOfPayment(payment), goalOf(agreement, payment), scheduleDays(payment.due), payment.due)
  }
  for (const [index, limit] of (agreement.limits ?? []).entries()) {
    const { cap, floor, less, times, who } = limit
    add('limit', String(index), { cap, floor, less, times, who })
  }
  for (const [name, security] of agreement.security ?? []) {
    add('security', name, {
      amount: security.amount,
      rate: security.rate,
      share: security.share,
      surplus: security.surplus,
    })
  }
  return clauses
}

function partsOfPayment(payment: Payment): Record<string, Expression | undefined> {
  const { perMet, perUnit, amount, fee, onlyIf } = payment
  return { 'per-met': perMet, 'per-unit': perUnit, amount, fee, 'only-if': onlyIf }
}

export function goalOf(agreement: Agreement, payment: Payment): Goal | undefined {
  return payment.goal === undefined ? undefined : agreement.goals.get(payment.goal)
}

/** The schedule may itself be an open question. */
export function scheduleDays(schedule: Schedule | undefined): (DayExpression | undefined)[] {
  return schedule === undefined ? [] : [...(schedule.days ?? []), schedule.from, schedule.through]
}

/** Every day that an expression and what is inside it names. */
export function daysIn(node: Expression): DayExpression[] {
  const found: (DayExpression | undefined)[] = []
  walk(node, (inner) => {
    const window = windowOf(inner)
    if (window !== undefined) found.push(window.from, window.after, window.until, window.through)
    if (inner.kind === 'value-of') found.push(inner.nearestTo)
    if (inner.kind === 'time-between') found.push(...(inner.timeBetween ?? []))
    if (inner.kind === 'grown') found.push(inner.from, inner.to)
    if (inner.kind === 'observed-to') found.push(inner.observedTo)
    if (inner.kind === 'left') found.push(inner.by)
    if (inner.kind === 'reached') found.push(inner.reached, inner.by)
  })
  return found.filter((day) => day !== undefined)
}

/** The days a node itself names, not those inside it. */
export function daysOf(node: Expression): DayExpression[] {
  const inside = new Set(childrenOf(node).flatMap((child) => daysIn(child)))
  return daysIn(node).filter((day) => !inside.has(day))
}

export function windowOf(node: Expression): Window | undefined {
  return 'window' in node ? node.window : undefined
}

/** Walks every expression of a clause, each node with the clause around it. */
export function eachNode(clause: ClauseText, visit: (node: Expression) => void): void {
  for (const { node } of clause.expressions) walk(node, visit)
}

/** The measures a node itself reads, not those inside it. */
export function measuresOf(node: Expression): string[] {
  switch (node.kind) {
    case 'time-in':
      return [...(node.timeIn ?? []), ...(node.except ?? [])]
    case 'longest-run-in':
      return node.longestRunIn ?? []
    case 'count-of':
      return [node.countOf]
    case 'value-of':
      return [node.valueOf]
    case 'items-met':
      return [node.itemsMet]
    default:
      return []
  }
}
