/**
 * Consequences of which a followed case judges nothing, and why: they go as assumed, for each success.
 *
 *     group      nobody follows any of the groups it is of
 *     unit       it is used by the visit, the hour or the like, which time in spells does not tell
 *     amounts    it is kroner told year by year: how long it lasts and how much it is are in one number
 *     use        the case names no measure that shows the use
 *     change     the case names no measure that shows how long the change lasts
 *
 * Nobody's facts tell what would have been without the effort, nor the kroner a year of a change: see docs/decisions, 2026-11-28.
 */
import { type CompiledCase, type CompiledConsequence } from '../case/compiled.ts'
import { type Observed } from './observed.ts'
import { timeUnitOf } from './use.ts'

export type WhyUnseen = 'group' | 'unit' | 'amounts' | 'use' | 'change'
export type Unjudged = { consequence: string; why: WhyUnseen }

export function consequencesUnseen({ consequences }: CompiledCase, { groups, uses }: Observed): Unjudged[] {
  const seen = new Set(uses.map(({ consequence }) => consequence))
  const why = (one: CompiledConsequence): WhyUnseen => {
    if (one.groups.every((group) => groups[group] === undefined)) return 'group'
    if (one.flow.kind === 'by-year') return 'amounts'
    if (timeUnitOf(one) === undefined) return 'unit'
    return one.flow.kind === 'use' ? 'use' : 'change'
  }
  return consequences.flatMap((one) => (seen.has(one.name) ? [] : [{ consequence: one.name, why: why(one) }]))
}
