/**
 * What an expression asks of the occasion: the day of the result it is worked out for, and what is counted to that day.
 *
 *     { time-between: [birth, occasion], … }       `occasion`
 *     { met: first, dates: any-date-so-far }        `any-date-so-far`
 *     { in: young }                                 what the group `young` asks
 *
 * Where nothing is asked of it, an expression has one answer for somebody, and is worked out once. Where something is, there
 * has to be a result, a fee or a period whose day it can be: `check-occasion.ts` sees to that.
 */
import { type Place } from '../base/index.ts'
import { type Agreement } from './agreement.ts'
import { daysOf } from './checking.ts'
import { type DayExpression, type Expression } from './expression.ts'
import { childrenOf } from './walk.ts'

/** A word that asks for the occasion, where it stands; the day it stands in, if it is part of one. */
export type OfOccasion = { word: string; at: Place; path: string; day?: DayExpression }

type Groups = Pick<Agreement, 'groups'>

/** Whether the answer may differ from one occasion to the next. */
export const isOfOccasion = (node: Expression, agreement: Groups): boolean =>
  askedOfOccasion(node, agreement).length > 0

/** Everything in an expression, and in the groups it asks about, that asks for the occasion. */
export function askedOfOccasion(node: Expression, agreement: Groups): OfOccasion[] {
  const found = askedOf(node)
  if (node.kind === 'in') {
    for (const name of node.in ?? []) {
      const group = agreement.groups?.get(name)
      if (group?.who !== undefined) found.push(...askedOfOccasion(group.who, agreement))
    }
  }
  return [...found, ...childrenOf(node).flatMap((child) => askedOfOccasion(child, agreement))]
}

/** All dates are the same whoever asks, and whenever. */
const ofNoOccasion = ['all-dates', 'every-date', 'any-date']

/** What a node itself asks, not those inside it. */
function askedOf(node: Expression): OfOccasion[] {
  const found: OfOccasion[] = []
  const add = (key: string, word: string): void => {
    found.push({ word, at: node.places[key] ?? node.at, path: node.path })
  }
  if ('dates' in node && node.dates !== undefined && !ofNoOccasion.includes(node.dates)) add('dates', node.dates)
  if (node.kind === 'this' && node.this !== 'contract-sum') add('this', node.this)
  if (node.kind === 'over' && node.membersAt === 'occasion') add('members-at', 'occasion')
  for (const day of daysOf(node)) {
    const word = wordOf(day)
    if (word !== undefined) found.push({ word, at: day.at, path: day.path, day })
  }
  return found
}

/** A day with a name may be counted from the occasion. */
function wordOf({ base }: DayExpression): string | undefined {
  if (base.of === 'named') return base.name
  return base.of === 'anchor' && (base.name === 'occasion' || base.name === 'previous') ? base.name : undefined
}
