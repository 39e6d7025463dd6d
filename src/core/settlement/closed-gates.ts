/**
 * Results that would have earned something, had the condition of their payment (`only-if`) been met.
 *
 *     per-met: 1000 kr, only-if: seen in 60 days      a goal that is met, and nobody seen     → not paid, because …
 *
 * The case that surprises: while the condition cannot be told, nothing is paid either; it is told as unmeasured, not as no.
 * A result that would have earned nothing anyhow is not kept from anything.
 */
import {
  type Reason,
  NOBODY,
  dayOrUnknown,
  explain,
  explainResult,
  isMissing,
  rowFor,
  valueText,
} from '../outcomes/index.ts'
import { compileClosed, contextOf, standOn } from './entries.ts'
import { type Settled } from './statement.ts'

/** The results of one payment in one agreement that its condition keeps from being paid: each with the condition and the result. */
export function explainClosedGates({ outcomes, earned }: Settled, name: string, agreement: number): Reason[] {
  return outcomes.contexts.flatMap((plain, version) => {
    const payment = plain.agreement.payments?.get(name)
    const results = payment?.goal === undefined ? undefined : outcomes.results.get(payment.goal)
    if (payment?.onlyIf === undefined || results === undefined) return []
    const context = contextOf(payment, plain)
    const closedBy = compileClosed(payment, plain)
    const explainGate = explain(payment.onlyIf, context)
    const row = rowFor(NOBODY, agreement)
    const closed: Reason[] = []
    for (let result = 0; result < results.size; result++) {
      if (results.agreement[result] !== agreement || results.version[result] !== version) continue
      const open = closedBy(standOn(row, results, result), results.status[result]!)
      if (open === undefined) continue
      closed.push({
        rule: 'gate-closed',
        value: isMissing(open) ? valueText(open) : '0',
        unit: undefined,
        path: payment.onlyIf.path,
        at: payment.at,
        inputs: {
          who: row.who === NOBODY ? plain.scopes[row.scope]!.key : plain.roster.idOf(row.who),
          day: dayOrUnknown(row.day),
          payment: earned.payments.find((one) => one.name === name)!.name,
        },
        children: [explainGate(row), explainResult(outcomes, results.goal, result)],
      })
    }
    return closed
  })
}
