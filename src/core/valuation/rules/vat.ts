/**
 * Value added tax (moms) in what is bought: how much of an amount it is, and what a municipality or a region gets back of it.
 *
 *     100,000 kr. with VAT       →  20,000 kr. is VAT (25 / 125), and it comes back          costs 80,000 net
 *     100,000 kr. without VAT    →  25,000 kr. is added, and it comes back                   costs 100,000 net
 *     100,000 kr. of an exempt provider, a share of 6 % by the list  →  6,000 kr. comes back costs  94,000 net
 *
 * VAT on what is bought under the main accounts 0-6 is refunded to municipalities and regions (order 891 of 25 June 2025). A provider that is
 * exempt has paid VAT on what it bought itself; of such payments a fixed share comes back by the positive list, whose
 * percentages have not been verified, so the case states its own. The case that surprises: the state has had the VAT from the provider before it
 * gives it back, so a refund costs the state nothing. An investor gets nothing back: the same effort costs it a fourth more.
 */
import { type Day, type Problem } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type RuleUse, RuleReader } from './figures.ts'

/** No VAT is in it; it is with VAT; VAT is added to it; or of an exempt provider's price so large a share (0 to 1) comes back. */
export type VatTreatment = 'none' | 'included' | 'added' | { share: number }

/** Of one krone as it is written: what is paid with VAT, and how much of that is VAT. */
export type VatPart = { paid: number; vat: number }

/** On each of the days. Problems: those of RuleReader, for the figure rate of the rule vat; then there are no parts. */
export function vatOn(
  catalogue: Catalogue,
  treatment: VatTreatment,
  days: readonly Day[],
  use: RuleUse,
): { parts: VatPart[] | undefined; problems: Problem[] } {
  if (treatment === 'none') return { parts: days.map(() => ({ paid: 1, vat: 0 })), problems: [] }
  if (typeof treatment === 'object') return { parts: days.map(() => ({ paid: 1, vat: treatment.share })), problems: [] }
  const reader = new RuleReader(catalogue, 'vat', use)
  const parts = days.flatMap((day): VatPart[] => {
    const rate = reader.value('rate', day)
    if (rate === undefined) return []
    const added = rate / 100
    return [treatment === 'added' ? { paid: 1 + added, vat: added } : { paid: 1, vat: added / (1 + added) }]
  })
  return { parts: parts.length === days.length ? parts : undefined, problems: reader.problems }
}
