/**
 * Whether a case and its contract are about the same: the same money, the same years, and results the case shows.
 *
 *     case-contract-currency (wrong)    the case counts in euro and the contract in kroner: a payment would be booked as euro
 *     case-contract-days (notice)       everybody is referred before the contract begins, or after it has ended
 *     payment-not-shown (notice)        nothing in the case shows a measure that the payment's goal goes by: nobody has a record of it
 *
 * The case that surprises: a goal that several measures decide may be met by one of them, so a payment is only told of when none of
 * them is shown. A goal that reads no measure of its own is decided by another goal, and is not judged here.
 */
import { type Day, type Problem, addMonths, dayText, lastDayOfMonth, problem } from '../base/index.ts'
import { type Agreement, type Goal, type expressions, walk } from '../terms/index.ts'
import { type CompiledCase } from '../valuation/index.ts'

/** What stands in the way of laying the case and the contract side by side, and what is odd about it. */
export function contractFit({ file, startDay }: CompiledCase, agreement: Agreement): Problem[] {
  return [...currencyOther(file, agreement), ...daysApart(file, startDay, agreement)]
}

/** Payments of the contract whose goals go by measures that no life of the case shows. */
export function notShown({ file }: CompiledCase, { goals, measures, payments }: Agreement): Problem[] {
  const view = file.inContract
  const shown = new Set(view?.facts?.map(({ measure }) => measure))
  if (view?.facts === undefined) return []
  return [...(payments ?? [])].flatMap(([payment, { goal: name }]) => {
    const goal = name === undefined ? undefined : goals.get(name)
    const asked = goal === undefined ? [] : measuresOf(goal).filter((one) => measures.get(one)?.of !== 'agreement')
    if (asked.length === 0 || asked.some((one) => shown.has(one))) return []
    const facts = { path: view.path, payment, goal: name!, measures: asked }
    return [problem('payment-not-shown', 'notice', view.places['facts'] ?? view.at, facts)]
  })
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
  const [referred, last, begins, ends] = [from, through, runs.from, runs.through].map(dayText) as [
    string,
    string,
    string,
    string,
  ]
  return [
    problem('case-contract-days', 'notice', places['starts'] ?? at, { from: referred, through: last, begins, ends }),
  ]
}

/** The measures that the goal itself reads. */
function measuresOf({ quantity, met }: Goal): string[] {
  const names: string[] = []
  for (const node of [quantity, met]) {
    if (node === undefined) continue
    walk(node as expressions.Value, (inner) => {
      if (inner.kind === 'time-in') names.push(...inner.timeIn)
      if (inner.kind === 'longest-run-in') names.push(...inner.longestRunIn)
      if (inner.kind === 'count-of') names.push(inner.countOf)
      if (inner.kind === 'value-of') names.push(inner.valueOf)
      if (inner.kind === 'items-met') names.push(inner.itemsMet)
    })
  }
  return [...new Set(names)]
}
