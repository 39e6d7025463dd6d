/**
 * The repayment model of a case that has no contract: what the investor or the pool is paid, by month.
 *
 *     earned(t) = Σ price × (1 + premium) × results of the period up to and including month t
 *               + share of saving × the municipality's cashable net saving in the period, when it is above nothing
 *               + instalments due in month t
 *     paid(t)   = as much of earned(t) as the cap has room for;   in the last month what is missing up to the floor is added
 *
 * A contract that is linked is run instead, in the simulation; this is the model of a case at its table.
 */
import {
  type Activity,
  type CaseValue,
  type CompiledCase,
  type CompiledRepayment,
  type Parameters,
  figure,
} from './compiled.ts'

/**
 * Kroner by month 0 … months, in a column of zeros. `value` already has the consequences, of which a share may be paid.
 */
export function payByModel(
  compiled: CompiledCase,
  activity: Activity,
  parameters: Parameters,
  value: Pick<CaseValue, 'saving'>,
  paid: Float64Array = new Float64Array(compiled.months + 1),
): Float64Array {
  const { months } = compiled
  const model = compiled.repayment
  if (model === undefined) return paid
  const cap = model.cap === undefined ? Infinity : figure(model.cap, parameters)
  const through = Math.min(model.through, months)
  const saving = model.shareOfSaving === undefined ? undefined : value.saving
  let all = 0
  const pay = (month: number, earned: number): void => {
    const amount = Math.max(0, Math.min(earned, cap - all))
    paid[month]! += amount
    all += amount
  }
  let last = -1
  for (let month = 0; month <= through; month++) {
    for (const instalment of model.instalments) {
      if (instalment.month === month) pay(month, figure(instalment.amount, parameters))
    }
    const isDue = month > 0 && (month % model.every === 0 || month === through)
    if (!isDue) continue
    pay(month, earnedIn(model, activity, parameters, { after: last, month, saving }))
    last = month
  }
  const floor = model.floor === undefined ? 0 : figure(model.floor, parameters)
  if (all < floor) paid[through]! += floor - all
  return paid
}

function earnedIn(
  model: CompiledRepayment,
  activity: Activity,
  parameters: Parameters,
  { after, month, saving }: { after: number; month: number; saving: Float64Array | undefined },
): number {
  let earned = 0
  for (const { amount, per, groups, isNet } of model.prices) {
    let count = 0
    for (const index of groups) {
      const group = activity.groups[index]!
      const results = { success: group.successes, start: group.starts, completion: group.completions }[per]
      for (let at = after + 1; at <= month; at++) count += results[at]! - (isNet ? group.anyway[at]! : 0)
    }
    earned += figure(amount, parameters) * count
  }
  earned *= 1 + figure(model.premium, parameters)
  if (saving === undefined) return Math.max(0, earned)
  let saved = 0
  for (let at = after + 1; at <= month; at++) saved += saving[at]!
  return Math.max(0, earned) + figure(model.shareOfSaving!, parameters) * Math.max(0, saved)
}
