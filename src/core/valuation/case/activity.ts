/**
 * What is expected to happen to people, month by month.
 *
 *     starts(m)       = Σ referred(i) × (1 − not started) × chance of waiting m − i months
 *     in service(m)   = those who started in the last `course` months and had not dropped out before m
 *     completions(m)  = those of month m − course + 1 who never dropped out; they complete at the end of m
 *     successes(m)    = completed (or started, or referred) before, × the chance of month after
 *
 * 100 start in month 1 of a course of 9 months, a tenth drops out, half of the rest succeed within 24 months:
 * 90 complete in month 9 and 45 succeed in months 10 … 33. The case that surprises: after `through` nothing counts, so whoever
 * starts later is nowhere, and whoever is in service then stops being counted without completing.
 */
import {
  type Activity,
  type CompiledGroup,
  type Delay,
  type GroupActivity,
  type Parameters,
  figure,
} from './compiled.ts'
import { poissonShares } from './distribution.ts'
import { spreadOver } from './spread.ts'

/** Expected numbers of every group, by month 0 … months, under the parameters. */
export function expectedActivity(
  of: { groups: readonly CompiledGroup[]; months: number; asksWhoServed?: boolean },
  parameters: Parameters,
): Activity {
  const groups = of.groups.map((group) => groupActivity(group, of.months, parameters))
  if (of.asksWhoServed !== true) return { groups }
  return { groups, served: groups.map(({ starts }, index) => servedOf(of.groups[index]!, starts, parameters)) }
}

/** How many started in a month and were in service for the last time in another. */
function servedOf(group: CompiledGroup, starts: Float64Array, parameters: Parameters): Float64Array {
  const { course } = group
  const length = starts.length
  const through = Math.min(group.through, length - 1)
  const served = new Float64Array(length * length)
  const leaving = leavingOf(group, parameters)
  for (let start = 0; start <= through; start++) {
    let left = starts[start]!
    if (left === 0) continue
    const last = Math.min(start + course - 1, through)
    for (let month = start; month < last; month++) {
      const gone = starts[start]! * leaving[month - start]!
      served[start * length + month]! += gone
      left -= gone
    }
    served[start * length + last]! += left
  }
  return served
}

function groupActivity(group: CompiledGroup, months: number, parameters: Parameters): GroupActivity {
  const through = Math.min(group.through, months)
  const referred = referrals(group, months, parameters)
  const starts = startsOf(group, referred, through, parameters)
  const service = serviceOf(group, starts, through, parameters)
  const base = { referred, started: starts, completed: service.completions }[group.success.of]
  const rate = figure(group.success.rate, parameters)
  const without = figure(group.without, parameters)
  return {
    referred,
    starts,
    ...service,
    successes: successesOf(group, base, rate, through),
    anyway: successesOf(group, base, without, through),
  }
}

/** People referred by month, as the case plans it. */
export function referrals(group: CompiledGroup, months: number, parameters: Parameters): Float64Array {
  const referred = new Float64Array(months + 1)
  for (const { people, from, months: times } of group.plan) {
    const monthly = figure(people, parameters)
    for (let month = from; month < from + times && month <= months; month++) referred[month]! += monthly
  }
  return referred
}

/** Who starts by month, of those referred by month. */
export function startsOf(
  group: CompiledGroup,
  referred: Float64Array,
  through: number,
  parameters: Parameters,
): Float64Array {
  const starts = new Float64Array(referred.length)
  const waiting = waitingShares(group.delay, through, parameters)
  const started = 1 - figure(group.notStarted, parameters)
  for (let month = 0; month <= through; month++) {
    const people = referred[month]! * started
    if (people === 0) continue
    for (let wait = 0; wait < waiting.length && month + wait <= through; wait++)
      starts[month + wait]! += people * waiting[wait]!
  }
  return starts
}

/** The chance of starting 0, 1, 2 … months after referral. */
export function waitingShares(delay: Delay, most: number, parameters: Parameters): Float64Array {
  if (delay.kind === 'none') return Float64Array.of(1)
  return delay.kind === 'shares' ? delay.shares : poissonShares(figure(delay.mean, parameters), most)
}

export type Service = Pick<GroupActivity, 'inService' | 'dropouts' | 'completions'>

/** What becomes of those who start, by month. */
export function serviceOf(
  group: CompiledGroup,
  starts: Float64Array,
  through: number,
  parameters: Parameters,
): Service {
  const { course } = group
  const inService = new Float64Array(starts.length)
  const dropouts = new Float64Array(starts.length)
  const completions = new Float64Array(starts.length)
  const leaving = leavingOf(group, parameters)
  for (let start = 0; start <= through; start++) {
    const people = starts[start]!
    if (people === 0) continue
    let left = people
    for (let age = 0; age < course && start + age <= through; age++) {
      inService[start + age]! += left
      dropouts[start + age]! += people * leaving[age]!
      left -= people * leaving[age]!
      if (age === course - 1) completions[start + age]! += left
    }
  }
  return { inService, dropouts, completions }
}

/** The chance of dropping out in the first, second … month of the course, seen from its beginning. */
export function leavingOf({ course, dropout }: CompiledGroup, parameters: Parameters): Float64Array {
  if (dropout === undefined) return new Float64Array(course)
  return spreadOver(figure(dropout.share, parameters), course, dropout.spread)
}

/** Of those completed the first month is the one after; of those started or referred it is the same month. */
export function successesOf(
  { success }: CompiledGroup,
  base: Float64Array,
  rate: number,
  through: number,
): Float64Array {
  const successes = new Float64Array(base.length)
  if (rate === 0) return successes
  const chances = spreadOver(rate, success.within, success.spread)
  const first = success.of === 'completed' ? 1 : 0
  for (let month = 0; month <= through; month++) {
    const people = base[month]!
    if (people === 0) continue
    for (let wait = 0; wait < chances.length && month + first + wait <= through; wait++)
      successes[month + first + wait]! += people * chances[wait]!
  }
  return successes
}
