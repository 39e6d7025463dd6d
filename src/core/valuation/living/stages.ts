/**
 * A case's people by month with some of its assumptions replaced by what was seen, one stage of the way at a time.
 *
 *     referred ─► started ─► dropped out ─► completed ─► succeeded
 *        r           s            d             c            y
 *
 *     deviation of a stage = what was seen in it − what its assumption makes of what was seen before it
 *     with this assumption alone replaced, the stage is as assumed + its deviation, and everything after follows the assumptions
 *
 * 10 of 10 planned are referred and 6 start where 9 were assumed: the deviation of "not started" is −3 people, whatever the
 * others are. Every stage is linear in the one before, so with all of them replaced the months are exactly those seen and
 * expected (`ahead.ts`), and the people of all deviations add up to the whole difference. Three stages are split in two: how
 * many, in the months that are assumed, and when, which moves people between months and adds nobody.
 */
import { referrals, serviceOf, startsOf, successesOf } from '../case/activity.ts'
import { type CompiledGroup, type GroupActivity, type Parameters, figure } from '../case/compiled.ts'
import { type GroupFlows } from './ahead.ts'
import { type Unseen } from './observed.ts'

export const stages = [
  'referred',
  'not-started',
  'wait',
  'dropout',
  'dropout-month',
  'length',
  'success',
  'success-month',
] as const
export type Stage = (typeof stages)[number]

/** People by month that each stage has more of than assumed; `completing` is what more dropouts take from completions. */
export type Deviations = Record<Stage | 'completing', Float64Array>

type Setting = { group: CompiledGroup; months: number; parameters: Parameters; unseen?: ReadonlySet<Unseen> }

const limitOf = ({ group, months }: Setting): number => Math.min(group.through, months)

export function deviationsOf(setting: Setting, seen: GroupFlows): Deviations {
  const { group, months, parameters, unseen } = setting
  const limit = limitOf(setting)
  const referred = minus(seen.referred, referrals(group, months, parameters))
  const starting = startsOf(group, seen.referred, limit, parameters)
  const starts = splitIn(seen.starts, starting)
  const service = serviceOf(group, seen.starts, limit, parameters)
  const completing = completingLess(setting, seen)
  const dropouts = splitIn(seen.dropouts, service.dropouts)
  const base = { completed: seen.completions, started: seen.starts, referred: seen.referred }[group.success.of]
  const succeeding = successesOf(group, base, figure(group.success.rate, parameters), limit)
  // Where nobody sees when a success comes, all of what is seen is how many.
  const successes =
    unseen?.has('success-month') === true
      ? { howMany: minus(seen.successes, succeeding), when: new Float64Array(months + 1) }
      : splitIn(seen.successes, succeeding)
  return {
    referred,
    'not-started': starts.howMany,
    wait: starts.when,
    dropout: dropouts.howMany,
    'dropout-month': dropouts.when,
    completing,
    length: minus(minus(seen.completions, service.completions), completing),
    success: successes.howMany,
    'success-month': successes.when,
  }
}

/** More or fewer dropouts among those who started in a month are fewer or more completions at the end of the course. */
function completingLess(setting: Setting, { starts, droppedByStart }: GroupFlows): Float64Array {
  const { group, months, parameters } = setting
  const limit = limitOf(setting)
  const less = new Float64Array(months + 1)
  const one = new Float64Array(months + 1)
  for (let start = 0; start + group.course - 1 <= limit; start++) {
    if (starts[start] === 0 && droppedByStart[start] === 0) continue
    one.fill(0)
    one[start] = starts[start]!
    const { dropouts } = serviceOf(group, one, limit, parameters)
    less[start + group.course - 1]! -= droppedByStart[start]! - total(dropouts)
  }
  return less
}

/** The activity of the group when the assumptions of some stages are replaced by what was seen. */
export function activityWith(
  setting: Setting,
  deviations: Deviations | undefined,
  replaced: (stage: Stage) => boolean,
): GroupActivity {
  const { group, months, parameters } = setting
  const limit = limitOf(setting)
  const add = (column: Float64Array, stage: Stage, deviation: keyof Deviations = stage): Float64Array => {
    if (deviations === undefined || !replaced(stage)) return column
    return column.map((people, month) => people + deviations[deviation][month]!)
  }
  const referred = add(referrals(group, months, parameters), 'referred')
  const starts = add(add(startsOf(group, referred, limit, parameters), 'not-started'), 'wait')
  const service = serviceOf(group, starts, limit, parameters)
  const dropouts = add(add(service.dropouts, 'dropout'), 'dropout-month')
  const completions = add(add(service.completions, 'dropout', 'completing'), 'length')
  const base = { completed: completions, started: starts, referred }[group.success.of]
  const succeeding = successesOf(group, base, figure(group.success.rate, parameters), limit)
  return {
    referred,
    starts,
    inService: inServiceOf({ starts, dropouts, completions }, limit),
    dropouts,
    completions,
    successes: add(add(succeeding, 'success'), 'success-month'),
    anyway: successesOf(group, base, figure(group.without, parameters), limit),
  }
}

/** Everybody who has started, less those who dropped out or completed in an earlier month. */
function inServiceOf(
  { starts, dropouts, completions }: Pick<GroupActivity, 'starts' | 'dropouts' | 'completions'>,
  limit: number,
): Float64Array {
  const inService = new Float64Array(starts.length)
  let there = 0
  for (let month = 0; month <= limit; month++) {
    there += starts[month]!
    inService[month] = there
    there -= dropouts[month]! + completions[month]!
  }
  return inService
}

/** What is seen beyond the assumed, as more or fewer in the assumed months, and as the same number in other months. */
function splitIn(seen: Float64Array, assumed: Float64Array): { howMany: Float64Array; when: Float64Array } {
  const [all, expected] = [total(seen), total(assumed)]
  if (expected === 0) return { howMany: seen.slice(), when: new Float64Array(seen.length) }
  const howMany = assumed.map((people) => people * (all / expected - 1))
  return { howMany, when: seen.map((people, month) => people - assumed[month]! - howMany[month]!) }
}

const minus = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((people, month) => people - other[month]!)

export const total = (column: Float64Array): number => column.reduce((sum, one) => sum + one, 0)
