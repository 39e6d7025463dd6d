/**
 * What a case is worth when some of its assumptions are replaced by what was seen, and what is paid in it then.
 *
 *     paid now = what the contract settled through the month + what the case's own model pays for what comes after
 *     deviation of payments = paid now − what the model pays for everything that was seen and is expected
 *
 * The model after the month has what the cap leaves, and the part of the floor that is not paid. Settled amounts are kroner as
 * they were; the case is in fixed prices, and nothing is carried between them.
 */
import {
  type Activity,
  type CaseValue,
  type CompiledCase,
  type CompiledRepayment,
  type Figure,
  type GroupActivity,
  type Parameters,
  type UseDeviation,
  figure,
} from '../case/compiled.ts'
import { payByModel } from '../case/repayment.ts'
import { valueActivity } from '../case/value-activity.ts'
import { type Observed } from './observed.ts'

/** Kroner by month that each payer of the case's repayment pays more than its model says. */
export type PaymentDeviation = Float64Array[]

/** By consequence, what its use seen saves beyond what is assumed. */
export type Uses = ReadonlyMap<string, UseDeviation>

export type Worth = {
  activity: Activity
  value: CaseValue
  /** By owner: kroner over all of the case, without what is only freed capacity. */
  net: Float64Array
}

export function worthOf(
  compiled: CompiledCase,
  groups: GroupActivity[],
  { parameters, payments, uses }: { parameters: Parameters; payments?: PaymentDeviation | undefined; uses: Uses },
): Worth {
  const plain: Activity = { groups, uses }
  const value = valueActivity(compiled, plain, parameters)
  if (payments === undefined || compiled.repayment === undefined) return worth(compiled, plain, value)
  const months = Array.from(value.payments.keys())
  const shifted = compiled.repayment.payers.map(({ owner, share }, payer) => {
    const amounts = value.payments.map((paid, month) => paid * share + payments[payer]![month]!)
    return { owner, months, amounts }
  })
  const activity = { groups, payments: shifted, uses }
  return worth(compiled, activity, valueActivity(compiled, activity, parameters))
}

function worth({ owners, months }: CompiledCase, activity: Activity, value: CaseValue): Worth {
  const net = Float64Array.from(owners, (_, owner) => {
    const own = value.monthly.subarray(owner * (months + 1), (owner + 1) * (months + 1))
    return own.reduce((sum, one) => sum + one, 0)
  })
  return { activity, value, net }
}

/** Nothing where the contract settles nothing, or nobody is paid back in the case. */
export function paymentDeviation(
  compiled: CompiledCase,
  { groups, uses }: { groups: GroupActivity[]; uses: Uses },
  parameters: Parameters,
  { through, payments }: Observed,
): PaymentDeviation | undefined {
  const { repayment } = compiled
  if (repayment === undefined || payments === undefined) return undefined
  const value = valueActivity(compiled, { groups, uses }, parameters)
  const settled = payments.reduce((sum, { byMonth }) => sum + byMonth.reduce((all, one) => all + one, 0), 0)
  const later = payLater(compiled, repayment, { groups, parameters, value, through, settled })
  return repayment.payers.map(({ owner, share }) => {
    const own = payments.filter((payer) => payer.owner === owner)
    return value.payments.map((model, month) => {
      const paid = own.reduce((sum, { byMonth }) => sum + (byMonth[month] ?? 0), 0)
      return paid + (later[month]! - model) * share
    })
  })
}

type Later = {
  groups: readonly GroupActivity[]
  parameters: Parameters
  value: CaseValue
  through: number
  settled: number
}

/** What the model pays for what comes after a month, when an amount has been settled already. */
function payLater(
  compiled: CompiledCase,
  repayment: CompiledRepayment,
  { groups, parameters, value, through, settled }: Later,
): Float64Array {
  if (through >= repayment.through) return new Float64Array(compiled.months + 1)
  const after = (column: Float64Array): Float64Array => column.slice().fill(0, 0, through + 1)
  const rest = (limit: Figure | undefined): Figure | undefined => {
    return limit === undefined ? undefined : { index: -1, value: Math.max(0, figure(limit, parameters) - settled) }
  }
  const left: CompiledRepayment = {
    ...repayment,
    cap: rest(repayment.cap),
    floor: rest(repayment.floor),
    instalments: repayment.instalments.filter(({ month }) => month > through),
  }
  const later = groups.map((group): GroupActivity => {
    const { starts, completions, successes, anyway } = group
    return {
      ...group,
      starts: after(starts),
      completions: after(completions),
      successes: after(successes),
      anyway: after(anyway),
    }
  })
  const activity = { groups: later }
  return payByModel({ ...compiled, repayment: left }, activity, parameters, { ...value, saving: after(value.saving) })
}
