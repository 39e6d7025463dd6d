/**
 * Stopping before the agreed day: what is owed by several rules side by side, and what a successor programme would take over.
 *
 *     the terms' rule     4,000,000 reached + 50 % × 25 % of 80 open results at 100,000   =   5,000,000
 *     the payer's rule    4,000,000 reached, nothing for what is still open                =   4,000,000
 *
 * Each rule values the same results on the same day, and says what return the investors would then have. Results that are open
 * that day can also go on in a successor programme: then nothing is paid for them here, and they are counted with what they
 * would be worth if all were met.
 *
 * The case that surprises: a rule may have no rate to go by - no plan, or nothing decided yet. Such results are counted as open and
 * valued at nothing, and the rate is missing, not zero.
 */
import { type Day, type Money, type Problem, parseExact, divide } from '../core/base/index.ts'
import { type Return } from '../core/investment/index.ts'
import { type ExitRule, type ExitValuation, valueExitBy } from '../core/settlement/index.ts'
import { type Agreement } from '../core/terms/index.ts'
import { investContract } from './invest-contract.ts'
import { type OpenContract } from './open-contract.ts'
import { settleContract, toMend } from './settle-contract.ts'

export const exitExpectations = ['not-paid', 'planned-rate', 'planned-rest', 'rate-so-far'] as const

export type ExitSide = 'agreed' | 'payer' | 'investor' | 'other'

export type ExitByRule = {
  side: ExitSide
  rule: ExitRule
  valuation: ExitValuation
  /** All investors together, if this is paid and the agreement ends that day. */
  together: Return
}

export type OpenForSuccessor = { payment: string; openResults: number; ifAllMet: Money | undefined }

export type ExitCalculation = {
  on: Day
  knownAt: Day
  currency: string
  agreement: string
  /** As of the settlement of that day: nothing wrong or open in terms and facts, and every statement on file taken off. */
  isSignable: boolean
  /** What is to be mended before any of the amounts may be paid, as of a statement. */
  mend: ReturnType<typeof toMend>
  problems: readonly Problem[]
  /** The terms' rule first, where they have one; then each side's, or every rule where no side was named. */
  rules: ExitByRule[]
  /** Owed here if all that is open goes on in a successor programme. */
  payableWhenHandedOver: Money
  handedOver: OpenForSuccessor[]
}

/** A rule as people write it: `planned-rate`, `planned-rate 50 %`, `not-paid`. Nothing for what is none. */
export function readExitRule(text: string, reached: ExitRule['reached']): ExitRule | undefined {
  const match = /^([a-z-]+)(?:\s+(\d+(?:\.\d+)?)\s*%?)?$/.exec(text.trim())
  const expected = exitExpectations.find((one) => one === match?.[1])
  if (match === null || expected === undefined) return undefined
  const percent = match[2] === undefined ? 100 : parseExact(match[2])
  return percent === undefined ? undefined : { reached, expected, share: divide(percent, 100) }
}

/** How results reached are treated: as the terms say, else in full. */
export const reachedBy = (agreement: Agreement): ExitRule['reached'] => agreement.exit?.reached ?? 'paid-in-full'

export type ExitAsked = {
  on: Day
  knownAt?: Day | undefined
  agreement?: string | undefined
  payer?: ExitRule | undefined
  investor?: ExitRule | undefined
}

/** Values an exit under the first reading of the terms; nothing where they cannot be settled. */
export function valueExits(contract: OpenContract, asked: ExitAsked): ExitCalculation | undefined {
  if (contract.measurement === undefined || contract.readings.length === 0) return undefined
  const { on, knownAt = on } = asked
  const settlement = settleContract(contract, { to: on, knownAt })
  const settled = settlement.readings[0]?.settled
  const statement = settled?.statements.find(({ agreement }) => agreement === (asked.agreement ?? agreement))
  if (settled === undefined || statement === undefined) return undefined
  const rules = rulesFor(settled.context.agreement, asked).map(({ side, rule }): ExitByRule => {
    const valuation = valueExitBy(rule, settled, statement)
    const { readings } = investContract(contract, { to: on, knownAt, exit: on, rule })
    return { side, rule, valuation, together: readings[0]!.together }
  })
  const open = valueExitBy({ reached: 'paid-in-full', expected: 'rate-so-far' }, settled, statement)
  return {
    on,
    knownAt,
    currency: statement.currency,
    agreement: statement.agreement,
    isSignable: settlement.isSignable,
    mend: toMend(contract, settlement),
    problems: settlement.problems,
    rules,
    payableWhenHandedOver: open.reached - open.paidBefore,
    handedOver: open.expected
      .filter(({ openResults }) => openResults > 0)
      .map(({ payment, openResults, ifAllMet }) => ({ payment, openResults, ifAllMet })),
  }
}

function rulesFor(agreement: Agreement, { payer, investor }: ExitAsked): { side: ExitSide; rule: ExitRule }[] {
  const { exit } = agreement
  const reached = reachedBy(agreement)
  const sides = [
    ...(payer === undefined ? [] : [{ side: 'payer' as const, rule: payer }]),
    ...(investor === undefined ? [] : [{ side: 'investor' as const, rule: investor }]),
  ]
  const all = exitExpectations.map((expected) => ({ side: 'other' as const, rule: { reached, expected, share: 1 } }))
  return [...(exit === undefined ? [] : [{ side: 'agreed' as const, rule: exit }]), ...(sides.length > 0 ? sides : all)]
}
