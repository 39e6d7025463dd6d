/**
 * What the number of each value in an agreement counts, by its path, so that 0.75 is told as 75 % and 7200000 as 72.000 kr.
 *
 *     payments.reward.amount          → money
 *     goals.half-a-year.met.value     → nights
 */
import { type Agreement } from './agreement.ts'
import { type ClauseText, clausesOf, eachNode } from './checking.ts'
import { type Unit } from './expression.ts'
import { type Units, quantityUnit, unitOf } from './units.ts'
import { isCondition } from './walk.ts'

/** The unit of every value of these agreements. Versions of one agreement share their paths. */
export function unitsByPath(agreements: readonly Agreement[]): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>()
  for (const agreement of agreements) {
    for (const clause of clausesOf(agreement)) {
      eachNode(clause, (node) => {
        const unit = isCondition(node) ? undefined : unitOf(node, unitsOf(agreement, clause), false)
        if (unit !== undefined) units.set(node.path, unit)
      })
    }
  }
  return units
}

/** The unit of what a goal's quantity counts. */
export function unitOfGoal(agreement: Agreement, name: string): Unit | undefined {
  const clause: ClauseText = { kind: 'goal', name, expressions: [], days: [], goal: undefined, schedule: undefined }
  return quantityUnit(agreement.goals.get(name), unitsOf(agreement, clause))
}

const unitsOf = (agreement: Agreement, clause: ClauseText): Units => ({
  to: { agreement, problems: [], maps: new Map() },
  clause,
  underway: [],
})
