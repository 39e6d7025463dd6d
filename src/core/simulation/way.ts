/**
 * Which way the terms are run: life by life, or everybody of a draw together.
 *
 * Life by life: where what somebody earns depends on nobody else, each different life is settled once, and a draw adds up what
 * its lives earn. Limits on one person are part of that; limits on sums are applied to the sums, in the order of the annex.
 * Everybody together: every draw is an agreement of its own, settled as any agreement. It is slow and needs no condition.
 */
import { countsKept } from '../settlement/index.ts'
import { type Agreement, type Limit, expressionsOf, walk } from '../terms/index.ts'

/** Why terms cannot be run life by life. */
export type Tie =
  | 'group-goal'
  | 'looks-at-others'
  | 'told-of-agreement'
  | 'limit-of-everybody'
  | 'limit-order'
  | 'floors'
  | 'return-cap'
  | 'kept'
  | 'payers'
  | 'rounding'

/** The limits on one person, which come first, and those on sums, which follow. */
export type LimitsParted = { personal: Limit[]; common: Limit[] }

const isPersonal = ({ per }: Limit): boolean => per === 'subject' || per === 'subject-and-year'

export function partLimits({ limits = [] }: Agreement): LimitsParted {
  const firstCommon = limits.findIndex((limit) => !isPersonal(limit))
  const at = firstCommon < 0 ? limits.length : firstCommon
  return { personal: limits.slice(0, at), common: limits.slice(at) }
}

/** Everything that ties the lives of one draw together; life by life is the way where there is nothing. */
export function tiesOf(agreements: readonly Agreement[], isToldOf = false): Tie[] {
  // What is told of the agreement, all of a draw have in common, and no two draws need.
  const found = new Set<Tie>(isToldOf ? ['told-of-agreement'] : [])
  for (const agreement of agreements) {
    for (const goal of agreement.goals.values())
      if (!['each-subject', 'each-child', 'each-parent'].includes(goal.for)) found.add('group-goal')
    for (const { node } of expressionsOf(agreement)) {
      walk(node, (inner) => {
        if (inner.kind === 'over' && !['children', 'parents', 'members'].includes(inner.over))
          found.add('looks-at-others')
      })
    }
    for (const tie of tiesOfMoney(agreement)) found.add(tie)
  }
  return [...found]
}

function tiesOfMoney(agreement: Agreement): Tie[] {
  const { personal, common } = partLimits(agreement)
  const { payers, settlement } = agreement
  const needsAll = (limit: Limit): boolean =>
    limit.quota !== undefined ||
    limit.atMost !== undefined ||
    limit.who !== undefined ||
    limit.rest === 'next-year' ||
    limit.givesWay === 'in-proportion' ||
    ['cohort', 'authority', 'track'].includes(limit.per ?? '')
  const ties: [Tie, boolean][] = [
    ['return-cap', (agreement.limits ?? []).some(({ returnCap }) => returnCap !== undefined)],
    [
      'limit-of-everybody',
      common.some(needsAll) || personal.some(({ quota, atMost }) => (quota ?? atMost) !== undefined),
    ],
    ['limit-order', common.some(isPersonal)],
    ['floors', common.filter(({ floor }) => floor !== undefined).length > 1],
    ['kept', settlement.overpaid === 'kept' && (agreement.limits ?? []).some(countsKept)],
    ['payers', payers.split === 'in-turn' || payers.each.some(({ groups }) => groups !== undefined)],
    ['rounding', settlement.rounding.of !== 'each-amount'],
  ]
  return ties.flatMap(([tie, isThere]) => (isThere ? [tie] : []))
}

/**
 * Whether the terms ask when somebody was referred: their clock, whom they count, a cohort or any day that is counted from it.
 * If none of their words does, people who differ in nothing else are alike to them.
 */
export function asksOfReferral(agreements: readonly Agreement[]): boolean {
  const asks = (value: unknown): boolean => {
    if (typeof value === 'string') return ['referral', 'referred', 'referral-year'].includes(value)
    if (value instanceof Map) return [...value.values()].some(asks)
    return typeof value === 'object' && value !== null && Object.values(value).some(asks)
  }
  return agreements.some(asks)
}

/**
 * The terms without the goals that no money looks at, so that nobody is judged for nothing: goals for learning alone, and those that only
 * such goals rest on.
 */
export function paidTerms(agreement: Agreement): Agreement {
  const { goals, payments, limits, groups, security, people } = agreement
  const kept = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (kept.has(value) || !goals.has(value)) return
      kept.add(value)
      visit(goals.get(value))
    } else if (value instanceof Map) for (const inner of value.values()) visit(inner)
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) visit(inner)
  }
  visit([payments, limits, groups, security, people])
  return { ...agreement, goals: new Map([...goals].filter(([name]) => kept.has(name))) }
}
