/**
 * What the caps leave of what can still be reached.
 *
 *     reached 3.1 million, open 4.9 million, a cap of 5.28 million on the agreement     →   2.15 million
 *
 * Every open result is laid beside what is reached, at the most it can give, and the limits are applied to both together; what is
 * left beyond what is reached is what they leave. It is told where the limits are one cap of a stated amount on the agreement or on
 * each year, or several on all of the agreement: then no other results could bring more. Caps that follow each other on different
 * payments or years may cut more when more comes. Nor is it told where an open result has no most, or no day to find its year by.
 */
import { type Exact, type Money, add, fromBigInt, roundTo, toBigInt } from '../base/index.ts'
import { NOBODY, rowFor } from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { lineOf } from './early-exit.ts'
import { entriesOf, standOn, withLines } from './entries.ts'
import { applyLimits } from './limits.ts'
import { type Settled, type Statement } from './statement.ts'

/** Nothing where it cannot be told. Whole minor units; what is open of the statement is as much, or more. */
export function openUnderCaps({ context, earned, outcomes }: Settled, statement: Statement): Money | undefined {
  const limits = context.agreement.limits ?? []
  if (!arePlain(limits)) return undefined
  const open = statement.unpaid.filter(({ kind }) => kind === 'not-due' || kind === 'unmeasured')
  const isByYear = limits.some(({ per }) => per === 'year')
  const amounts = open.flatMap(({ amount, day }): Exact[] =>
    amount === undefined || (isByYear && day === undefined) ? [] : [fromBigInt(amount)],
  )
  if (amounts.length < open.length) return undefined
  const agreement = context.roster.agreements.indexOf(statement.agreement)
  const row = rowFor(NOBODY, agreement)
  const lines = open.map(({ goal, payment, result }) => {
    const results = outcomes.results.get(goal)!
    const index = earned.payments.findIndex(({ name }) => name === payment)
    return lineOf(standOn(row, results, result), results, result, index, context)
  })
  const both = withLines(earned, lines, amounts)
  const left = applyLimits(both, context).at(-1)!.after
  const sum = entriesOf(both.entries, agreement).reduce<Exact>((all, entry) => add(all, left[entry]!), 0)
  return toBigInt(roundTo(sum, 1, 'down')) - statement.afterLimits
}

function arePlain(limits: readonly Limit[]): boolean {
  const [first] = limits
  if (first === undefined || !limits.every(isStatedCap)) return false
  if (limits.length === 1) return (first.per === 'agreement' || first.per === 'year') && first.rest !== 'next-year'
  return limits.every(({ per, over }) => per === 'agreement' && over === undefined)
}

function isStatedCap({ cap }: Limit): boolean {
  return cap?.kind === 'literal' || (cap?.kind === 'this' && cap.this === 'contract-sum')
}
