/**
 * The economic view (samfundsøkonomi): what society as a whole gains, in market prices. Never added to the fiscal view.
 *
 *     resources saved or spent by public budgets, the donor or the investor × net tax factor, and the citizen's own gain
 *     a benefit that is saved, and every repayment, is money that changes hands: nothing for society
 *
 * Freed capacity is a resource here, although it lowers no budget. Problems: those of the dated rules, when the catalogue has no
 * net tax factor on the day.
 */
import { type Problem } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { ruleValue } from '../rules/index.ts'
import { type CaseValue, type CompiledCase } from './compiled.ts'
import { type Series, seriesOf } from './matrix.ts'

export type EconomicView = { netTaxFactor: number; net: Series; items: { item: string; net: Series }[] }

export function economicView(
  compiled: CompiledCase,
  value: CaseValue,
  catalogue: Catalogue,
): { view: EconomicView | undefined; problems: Problem[] } {
  const { file, startDay, lines, years } = compiled
  // A case that began before its guide is reckoned by the guide it names.
  const guide = catalogue.discountGuides.get(file.discounting.guide)?.[0]?.valid.from ?? startDay
  const asked = { rule: 'economic', figure: 'net-tax-factor', on: Math.max(startDay, guide) }
  const { value: factor, problems } = ruleValue(catalogue, asked, { law: {}, at: file.discounting.at })
  if (factor === undefined) return { view: undefined, problems }
  const items = new Map<string, number[]>()
  for (const [line, { item, kind, economic }] of lines.entries()) {
    if (economic === 'transfer' && kind !== 'citizen') continue
    const byYear = items.get(item) ?? new Array<number>(years + 1).fill(0)
    const weight = kind === 'citizen' ? 1 : factor
    for (let year = 0; year <= years; year++) byYear[year]! += value.net[line * (years + 1) + year]! * weight
    items.set(item, byYear)
  }
  const all = Array.from({ length: years + 1 }, (_, year) =>
    [...items.values()].reduce((sum, byYear) => sum + byYear[year]!, 0),
  )
  const told = [...items].map(([item, byYear]) => ({ item, net: seriesOf(compiled, byYear) }))
  return { view: { netTaxFactor: factor, net: seriesOf(compiled, all), items: told }, problems }
}
