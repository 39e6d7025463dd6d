/**
 * What each investor puts in and gets by date, through the securities of the terms, and what return that is.
 *
 *     investContract(contract, { to: 2035-04-30 })   →   drawdowns, payments, the guarantee at the close; rate and multiple
 *
 * An account is made to a day. With a day of exit the agreement closes there instead of on its last day: no later payment comes, and
 * what its exit clause gives beside the statements does. The default day is the agreement's last, never the clock.
 */
import { type Day, type Money, type Problem } from '../core/base/index.ts'
import {
  type Deal,
  type InstrumentResult,
  type Movement,
  type Return,
  returnSoFar,
  settleAccount,
} from '../core/investment/index.ts'
import { type ExitRule, type Settled } from '../core/settlement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { compileSecurities } from './compile-securities.ts'
import { dealOf } from './deal-of.ts'
import { exitPayments } from './exit-payments.ts'
import { type DatedPayment, listReceipts } from './list-receipts.ts'
import { type OpenContract, type TermsReading } from './open-contract.ts'
import { settleContract } from './settle-contract.ts'

export type InvestmentDates = {
  to?: Day | undefined
  knownAt?: Day | undefined
  exit?: Day | undefined
  /** What the exit is valued by; without it the agreement's own clause, and where it has none, only what is reached. */
  rule?: ExitRule | undefined
}

/** One party's money: outlays below zero, receipts above. */
export type PartyAccount = {
  party: string
  name: string
  isInvestor: boolean
  committed: Money | undefined
  movements: Movement[]
  /** Got back less put in. */
  gain: Money
  return: Return
}

export type SecurityShown = InstrumentResult & { clause: string; label: { da: string; en: string }; party: string }

export type Investment = {
  answers: TermsReading['answers']
  /** Investors first, in the order of the terms; then others that money moved to or from. */
  parties: PartyAccount[]
  securities: SecurityShown[]
  /** Securities that await a figure, and those that do not hold on the day the agreement closes. */
  unknown: string[]
  notInForce: string[]
  /** What came in that no class is due; below zero what is owed back and no class has got. */
  undistributed: Money
  /** All investors together. */
  together: Return
  hasDrawdowns: boolean
}

export type ContractInvestment = {
  to: Day
  knownAt: Day
  closes: Day
  isClosed: boolean
  currency: string
  isSignable: boolean
  readings: Investment[]
  problems: Problem[]
}

/** Works out the investors' account; without readings where the terms or the people cannot be read. */
export function investContract(contract: OpenContract, dates: InvestmentDates = {}): ContractInvestment {
  const first = contract.readings[0]?.terms.versions.at(-1)?.agreement
  const closes = dates.exit ?? first?.runs.through ?? 0
  const to = dates.to ?? closes
  const knownAt = dates.knownAt ?? to
  const found: ContractInvestment = {
    to,
    knownAt,
    closes,
    isClosed: to >= closes,
    currency: first?.currency ?? '',
    isSignable: contract.isSignable,
    readings: [],
    problems: [...contract.problems],
  }
  if (contract.measurement === undefined) return found
  for (const reading of contract.readings.keys()) {
    const { payments, last } = listReceipts(contract, { to: Math.min(to, closes), knownAt, reading })
    found.problems = last.problems
    found.isSignable = last.isSignable
    const settled = last.readings[reading]
    if (settled === undefined) continue
    const { context } = settled.settled
    const { agreement } = context
    const compiled = compileSecurities(agreement, context, closes)
    const receipts = receiptsWithExit(
      contract,
      { ...dates, to, knownAt },
      { payments, settled: settled.settled, reading },
    )
    const deal = dealOf(context, { closes, asOf: to, receipts, instruments: compiled.instruments })
    found.readings.push(investmentOf(deal, agreement, compiled, settled.answers))
  }
  return found
}

type Paid = { payments: DatedPayment[]; settled: Settled; reading: number }

/** The payments by date, and what the exit gives. A rule that does not pay for what is reached leaves those that were issued. */
function receiptsWithExit(
  contract: OpenContract,
  { exit, rule, to, knownAt }: InvestmentDates & { to: Day },
  { payments, settled, reading }: Paid,
): DatedPayment[] {
  const by = rule ?? settled.context.agreement.exit
  if (exit === undefined || exit > to || by === undefined) return payments
  if (by.reached === 'paid-in-full') return [...payments, ...exitPayments(by, settled, exit)]
  const issued = payments.filter(({ isIssued }) => isIssued)
  const afresh = settleContract(contract, { to: exit, knownAt }).readings[reading]!.settled
  return [...issued, ...exitPayments(by, afresh, exit)]
}

function investmentOf(
  deal: Deal,
  agreement: Agreement,
  { unknown, notInForce }: { unknown: string[]; notInForce: string[] },
  answers: TermsReading['answers'],
): Investment {
  const { movements, results, isClosed } = settleAccount(deal)
  const others = [...new Set(movements.map(({ party }) => party))].filter(
    (party) => party !== '' && !deal.investors.includes(party),
  )
  const accounts = [...deal.investors, ...others].map((party): PartyAccount => {
    const own = movements.filter((movement) => movement.party === party)
    const gain = own.reduce((sum, { amount }) => sum + amount, 0n)
    const isInvestor = deal.investors.includes(party)
    const committed = deal.commitments.get(party)
    const name = agreement.parties.get(party)?.name ?? party
    return { party, name, isInvestor, committed, movements: own, gain, return: returnSoFar(isClosed, own) }
  })
  const investors = accounts.filter(({ isInvestor }) => isInvestor)
  return {
    answers,
    parties: accounts,
    securities: results.map((result) => {
      const { clause, label, party } = agreement.security!.get(result.name)!
      return { ...result, clause, label, party }
    }),
    unknown,
    notInForce,
    undistributed: movements.reduce((sum, { party, amount }) => (party === '' ? sum + amount : sum), 0n),
    together: returnSoFar(isClosed, ...investors.map((account) => account.movements)),
    hasDrawdowns: deal.draws.length > 0,
  }
}
