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
import { type Catalogue } from '../catalogue/catalogue.ts'
import { type RuleUse, RuleReader } from './figures.ts'

export const grantGivers = ['foundation', 'association', 'public-body'] as const
export const grantPurposes = ['ordinary', 'liable-to-vat', 'outside-the-scheme'] as const

export type GrantTerms = {
  giver: (typeof grantGivers)[number]
  receiver: 'municipality' | 'organisation'
  purpose: (typeof grantPurposes)[number]
}

export type Grant = GrantTerms & { amount: number; on: Day }

/** Problems: those of RuleReader, for the figure share of the rule foundation-vat. */
export function foundationVat(
  catalogue: Catalogue,
  { amount, on, ...terms }: Grant,
  use: RuleUse,
): { taken: number | undefined; left: number | undefined; problems: Problem[] } {
  const { shares, problems } = foundationVatOn(catalogue, terms, [on], use)
  const share = shares?.[0]
  const taken = share === undefined ? undefined : amount * share
  return { taken, left: taken === undefined ? undefined : amount - taken, problems }
}

/** The share (0 to 1) of such a grant that is taken, on each of the days. */
export function foundationVatOn(
  catalogue: Catalogue,
  { giver, receiver, purpose }: GrantTerms,
  days: readonly Day[],
  use: RuleUse,
): { shares: number[] | undefined; problems: Problem[] } {
  if (receiver !== 'municipality' || giver === 'public-body' || purpose !== 'ordinary') {
    return { shares: days.map(() => 0), problems: [] }
  }
  const reader = new RuleReader(catalogue, 'foundation-vat', use)
  const shares = days.flatMap((day) => {
    const percent = reader.value('share', day)
    return percent === undefined ? [] : [percent / 100]
  })
  return { shares: shares.length === days.length ? shares : undefined, problems: reader.problems }
}
