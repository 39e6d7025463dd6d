/** What the investor or the pool gets back: who pays it, and the line of each. */
import { approximate } from '../../base/index.ts'
import { type CompiledRepayment } from './compiled.ts'
import { type Compiling, addLine, figureOf, inOrder, ownerOf } from './compiling.ts'
import { groupsOf } from './compile-costs.ts'

const repaymentItem = 'repayment'

/** Nothing when the municipality pays with its own money. */
export function compileRepayment(to: Compiling): CompiledRepayment | undefined {
  const { mode, financier, file } = to
  if (mode === 'self' || financier === undefined) return undefined
  const chosen = file.finance[mode]
  if (chosen === undefined) return undefined
  const { repayment, label } = chosen
  const { prices, instalments, cap, floor, payers, ceiling } = repayment
  const line = (owner: number) =>
    addLine(to, {
      item: repaymentItem,
      of: 'repayment',
      label,
      owner,
      kind: 'repayment',
      ceiling,
      economic: 'transfer',
      scenario: 'narrow',
    })
  return {
    label,
    prices: inOrder(prices?.keys() ?? []).map((name) => {
      const price = prices!.get(name)!
      const isNet = price.counts === 'net'
      return { amount: figureOf(to, price.amount), per: price.per, groups: groupsOf(to, price.for), isNet }
    }),
    shareOfSaving: repayment.shareOfSaving === undefined ? undefined : figureOf(to, repayment.shareOfSaving),
    instalments: (instalments ?? []).map(({ month, amount }) => ({ month, amount: figureOf(to, amount) })),
    // Where no price is paid, there is nothing to add it to.
    premium: repayment.premium === undefined ? { index: -1, value: 0 } : figureOf(to, repayment.premium),
    // Where instalments alone repay, nothing is earned that could be settled more or less often.
    every: repayment.every ?? Math.max(1, repayment.through),
    through: repayment.through,
    cap: cap === 'none' ? undefined : figureOf(to, cap),
    floor: floor === 'none' ? undefined : figureOf(to, floor),
    payers: inOrder(payers.keys()).map((name) => {
      const owner = ownerOf(to, name)
      return { share: approximate(payers.get(name)!), owner, line: line(owner) }
    }),
    financierLine: line(financier),
  }
}
