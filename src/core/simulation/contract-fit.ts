/**
 * Whether a case and its contract are about the same: the same money, and the same years.
 *
 *     case-contract-currency (wrong)    the case counts in euro and the contract in kroner: a payment would be booked as euro
 *     case-contract-days (notice)       everybody is referred before the contract begins, or after it has ended
 */
import { type Day, type Problem, addMonths, dayText, lastDayOfMonth, problem } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type CompiledCase } from '../valuation/index.ts'

/** What stands in the way of laying the case and the contract side by side, and what is odd about it. */
export function contractFit({ file, startDay }: CompiledCase, agreement: Agreement): Problem[] {
  return [...currencyOther(file, agreement), ...daysApart(file, startDay, agreement)]
}

type CaseFile = CompiledCase['file']

function currencyOther({ currency, places, at }: CaseFile, agreement: Agreement): Problem[] {
  if (currency === agreement.currency) return []
  const facts = { found: currency, expected: agreement.currency }
  return [problem('case-contract-currency', 'wrong', places['currency'] ?? at, facts)]
}

function daysApart({ groups, places, at }: CaseFile, startDay: Day, { runs }: Agreement): Problem[] {
  const stretches = [...groups.values()].flatMap(({ plan }) => plan)
  if (stretches.length === 0) return []
  const from = addMonths(startDay, Math.min(...stretches.map((one) => one.from)) - 1)
  const through = lastDayOfMonth(
    addMonths(startDay, Math.max(...stretches.map((one) => one.from + one.months - 1)) - 1),
  )
  if (from <= runs.through && through >= runs.from) return []
  const referred = { from: dayText(from), through: dayText(through) }
  const facts = { ...referred, begins: dayText(runs.from), ends: dayText(runs.through) }
  return [problem('case-contract-days', 'notice', places['starts'] ?? at, facts)]
}
