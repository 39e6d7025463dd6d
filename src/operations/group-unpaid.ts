/**
 * What a statement does not pay, by kind and payment: how many results, what they could have been worth, and whose.
 *
 * Results without a most are counted apart, because an unknown amount is not zero.
 */
import { type Money } from '../core/base/index.ts'
import { type Statement, type UnpaidResult } from '../core/settlement/index.ts'

export type UnpaidKind = UnpaidResult['kind']

/** Results of one payment that were not paid, or not in full, for one reason. */
export type UnpaidGroup = {
  kind: UnpaidKind
  payment: string
  clause: string
  goal: string
  count: number
  /** What they could have been worth above what they earned, as far as the terms set a most. */
  amount: Money
  /** How many have no such amount. */
  withoutAmount: number
  /** Who they are, each once, in order of the results. */
  who: string[]
}

/** The order in which kinds are told: what was judged, then what may still come, then what does not count. */
const kindsInOrder: readonly UnpaidKind[] = [
  'missed',
  'measured',
  'partly',
  'gate-closed',
  'unmeasured',
  'not-due',
  'foregone',
  'left-out',
]

/** The groups, by kind and then in the order of the statement's lines. */
export function groupUnpaid(statement: Statement): UnpaidGroup[] {
  const groups = new Map<string, { group: UnpaidGroup; who: Set<string> }>()
  const clauseOf = new Map(statement.lines.map(({ payment, clause }) => [payment, clause]))
  for (const { kind, payment, goal, who, amount } of statement.unpaid) {
    const key = `${kind} ${payment}`
    const clause = clauseOf.get(payment) ?? ''
    const empty = { kind, payment, clause, goal, count: 0, amount: 0n, withoutAmount: 0, who: [] }
    const found = groups.get(key) ?? { group: empty, who: new Set<string>() }
    groups.set(key, found)
    found.group.count++
    found.who.add(who)
    if (amount === undefined) found.group.withoutAmount++
    else found.group.amount += amount
  }
  const order = statement.lines.map(({ payment }) => payment)
  const place = (kind: UnpaidKind) => kindsInOrder.indexOf(kind)
  return [...groups.values()]
    .map(({ group, who }) => ({ ...group, who: [...who] }))
    .sort((a, b) => place(a.kind) - place(b.kind) || order.indexOf(a.payment) - order.indexOf(b.payment))
}
