/**
 * Foundation VAT (fondsmoms): what the state takes back of a grant to a municipality.
 *
 *     a foundation gives a municipality 7,100,000 kr.  →  17.5 % or 1,242,500 kr. is taken, 5,857,500 is left
 *     the same to an organisation                      →  nothing is taken
 *
 * It bites when a foundation or an association gives to a municipality. Exempt are grants for a purpose that is liable to VAT,
 * grants for a purpose outside the VAT refund scheme, and grants from a body on a public-law basis. Whether a repayable payment
 * of an investor is such a grant has not been verified: ask a lawyer.
 */
import { type Day, type Problem } from '../../base/index.ts'
import { type Catalogue } from '../catalogue/index.ts'
import { type RuleUse, RuleReader } from './figures.ts'

export type Grant = {
  amount: number
  on: Day
  giver: 'foundation' | 'association' | 'public-body'
  receiver: 'municipality' | 'organisation'
  purpose: 'ordinary' | 'liable-to-vat' | 'outside-the-scheme'
}

/** Problems: those of RuleReader, for the figure share of the rule foundation-vat. */
export function foundationVat(
  catalogue: Catalogue,
  { amount, on, giver, receiver, purpose }: Grant,
  use: RuleUse,
): { taken: number | undefined; left: number | undefined; problems: Problem[] } {
  if (receiver !== 'municipality' || giver === 'public-body' || purpose !== 'ordinary') {
    return { taken: 0, left: amount, problems: [] }
  }
  const reader = new RuleReader(catalogue, 'foundation-vat', use)
  const share = reader.value('share', on)
  if (share === undefined) return { taken: undefined, left: undefined, problems: reader.problems }
  const taken = (amount * share) / 100
  return { taken, left: amount - taken, problems: reader.problems }
}
