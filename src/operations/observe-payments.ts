/**
 * What a contract settled with those who pay in a case, by month of the case.
 *
 *     settled at the end of each period, and on the day itself, with what is known on the day   →   kroner by month and payer
 */
import { type Day, approximate, currencyOf, fromBigInt } from '../core/base/index.ts'
import { settlementDays } from '../core/settlement/index.ts'
import { type CompiledCase, type ContractView, type Observed, monthIn } from '../core/valuation/index.ts'
import { type OpenContract } from './open-contract.ts'
import { type ContractSettlement, type SettlementDates } from './settle-contract.ts'

/** How a contract is settled; kept by whoever keeps the contract. */
export type Settling = (contract: OpenContract, dates: SettlementDates) => ContractSettlement

/** In kroner. Nothing where the contract pays nobody. */
export function observePayments(
  compiled: CompiledCase,
  view: ContractView,
  { contract, to, settle }: { contract: OpenContract; to: Day; settle: Settling },
): Observed['payments'] {
  const agreement = contract.readings[0]!.terms.versions.at(-1)!.agreement
  if (compiled.repayment === undefined || agreement.payers.each.length === 0) return undefined
  const one = 10 ** currencyOf(agreement.currency)!.minorDigits
  const owners = compiled.repayment.payers.map(({ owner }) => ({
    owner,
    byMonth: new Float64Array(compiled.months + 1),
    before: 0,
  }))
  const days = [...new Set([...settlementDays(agreement).filter((day) => day < to), to])]
  for (const day of days) {
    const settled = settledBy(settle(contract, { to: day, knownAt: to }))
    const month = Math.min(monthIn(compiled, day), compiled.months)
    for (const owner of owners) {
      const names = [...view.payers].filter(([, name]) => name === compiled.owners[owner.owner]!.name)
      const all = names.reduce((sum, [payer]) => sum + (settled.get(payer) ?? 0n), 0n)
      const kroner = approximate(fromBigInt(all)) / one
      owner.byMonth[month]! += kroner - owner.before
      owner.before = kroner
    }
  }
  return owners.map(({ owner, byMonth }) => ({ owner, byMonth }))
}

/** By payer: what was paid before, and what is to be paid now. */
function settledBy({ readings }: ContractSettlement): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  const { statements } = readings[0]!.settled
  const shares = statements.flatMap(({ lines }) => lines.flatMap((line) => line.shares))
  for (const { payer, paidBefore, payable } of shares) sums.set(payer, (sums.get(payer) ?? 0n) + paidBefore + payable)
  return sums
}
