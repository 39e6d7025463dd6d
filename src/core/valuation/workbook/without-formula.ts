/**
 * What of a case the workbook has no formula for, so that no workbook is written of it; nothing where it can say all of it.
 *
 * A rule on a cost that looks at how long each person has been in service, and a household whose other members change with the effort.
 */
import { type CompiledCase } from '../case/compiled.ts'

export type WithoutFormula = { item: string; why: 'cost-by-person' | 'household-changes' }

const byMonth: readonly string[] = ['support-at-home', 'crisis-centre']

export function withoutFormula({ costs, consequences, file }: CompiledCase): WithoutFormula | undefined {
  for (const { name, refundShare, personRefund } of costs) {
    const { refund } = file.costs.get(name)!
    const isByMonth = refund === 'none' || byMonth.includes(refund.rule)
    if (personRefund !== undefined || (refundShare !== undefined && !isByMonth))
      return { item: name, why: 'cost-by-person' }
  }
  for (const { name } of consequences) {
    const { refund } = file.consequences.get(name)!
    if (refund === 'none') continue
    const { household } = refund
    const isChanged =
      household !== undefined && household !== 'alone' && household.others.some(({ useWith }) => useWith !== undefined)
    if (isChanged) return { item: name, why: 'household-changes' }
  }
  return undefined
}
