/**
 * When an authority has got back what it put in.
 *
 *     break-even   the first month from which the money put in has come back, and stays back for as long as the case counts
 *     payback      the first year of which the same is true in present values
 *
 * The case that surprises: whoever never puts in anything has broken even from the start, which is month 0. What dips below
 * again within the case has not broken even at the first crossing but at the last.
 */
import { type Authority, type CaseValue, type CompiledCase } from './compiled.ts'
import { inOre } from './matrix.ts'

export type Balance = {
  /** Month of the case; nothing when it does not happen while the case counts. */
  breakEvenMonth: number | undefined
  /** Year of the case, and of the calendar. */
  breakEvenYear: number | undefined
  breakEvenCalendarYear: number | undefined
  paybackYear: number | undefined
  /** The most that is out at any time: kroner below nothing, and the month. */
  deepest: { amount: number; month: number }
}

export function balanceOf(compiled: CompiledCase, value: CaseValue, authority: Authority = 'municipality'): Balance {
  const monthly = monthlyOf(compiled, value, authority)
  const month = lastCrossing(monthly)
  const yearly = Array.from({ length: compiled.years + 1 }, (_, year) => {
    const own = year === 0 ? monthly.slice(0, 1) : monthly.slice(12 * year - 11, 12 * year + 1)
    return own.reduce((sum, amount) => sum + amount, 0) * compiled.yearFactors[year]!
  })
  const year = month === undefined ? undefined : Math.ceil(month / 12)
  const { starts } = compiled.file
  return {
    breakEvenMonth: month,
    breakEvenYear: year,
    breakEvenCalendarYear:
      year === undefined ? undefined : starts.year + Math.floor((starts.month - 1 + Math.max(0, month! - 1)) / 12),
    paybackYear: lastCrossing(yearly),
    deepest: deepestOf(monthly),
  }
}

/** What an authority's budgets gain or lose by month 0 … months. */
function monthlyOf(compiled: CompiledCase, value: CaseValue, authority: Authority): number[] {
  const width = compiled.months + 1
  return Array.from({ length: width }, (_, month) =>
    compiled.owners.reduce((sum, owner, index) => {
      return owner.authority === authority ? sum + value.monthly[index * width + month]! : sum
    }, 0),
  )
}

/** Half an øre: what additions in another order may leave of nothing. */
const nothing = 0.005

/** The place from which the running sum is never below nothing again. */
function lastCrossing(amounts: readonly number[]): number | undefined {
  let sum = 0
  let since: number | undefined = 0
  for (const [index, amount] of amounts.entries()) {
    sum += amount
    if (sum < -nothing) since = undefined
    else since ??= index
  }
  return since
}

function deepestOf(monthly: readonly number[]): { amount: number; month: number } {
  let sum = 0
  let deepest = { amount: 0, month: 0 }
  for (const [month, amount] of monthly.entries()) {
    sum += amount
    if (sum < deepest.amount) deepest = { amount: sum, month }
  }
  return { ...deepest, amount: inOre(deepest.amount) }
}
