/** What a statement says of what was paid too much and is kept: the limits that it takes up, and those it may have passed. */
import { type Locale, type Money } from '../src/core/base/index.ts'
import { type Statement, countsKept } from '../src/core/settlement/index.ts'
import { type Agreement } from '../src/core/terms/index.ts'
import { statement as danish } from './da/statement.ts'
import { statement as english } from './en/statement.ts'
import { amountText } from './numbers.ts'

const words = { da: danish, en: english }

/** One sentence each; nothing where nothing is kept. */
export function keptTexts(statement: Statement, agreement: Agreement, locale: Locale): string[] {
  const { kept, keptRooms } = statement
  if (kept === 0n) return []
  const money = (amount: Money): string => amountText(amount, agreement.currency, locale)
  const some = (amount: Money): string | undefined => (amount > 0n ? money(amount) : undefined)
  const uncounted = (agreement.limits ?? []).filter((limit) => limit.cap !== undefined && !countsKept(limit))
  return [
    words[locale].kept(
      money(kept),
      uncounted.map(({ clause }) => clause),
    ),
    ...keptRooms.map(({ payer, clause, bound, paid, held }) =>
      words[locale].keptRoom({
        clause,
        payer: payer === undefined ? undefined : (agreement.parties.get(payer)?.name ?? payer),
        bound: money(bound),
        paid: money(paid),
        held: some(held),
        more: some(paid - bound),
      }),
    ),
  ]
}
