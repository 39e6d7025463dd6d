/**
 * How the lives of a group show in the measures of a contract: the models by which chance decides what the registers, schools and
 * questionnaires would have said.
 *
 *     event     on the 15th of the month of the start, completion, dropout or success
 *     lasting   in a state from one day of the life through another
 *     spells    in and out by months or weeks: one set of chances before the success, another after it
 *     values    a number on agreed days: what it was at the start, and what it gained
 *     items     goals of a plan, agreed on one day and judged on another
 *
 * What is told of the agreement is nobody's, and is drawn once for each draw: see agreement-facts.ts.
 *
 * Where the contract's people are families, each has as many children and parents as chance gives it, and what is recorded of a
 * child is drawn for each. Chances are numbers of the case, so they may be estimates that are drawn themselves.
 */
import { type Day, addOffset } from '../base/index.ts'
import { type Figure, type ShownDay, monthBegin, monthEnd } from '../valuation/index.ts'
import { type Life } from './life-table.ts'

/** Of whom a fact is: the person or family the contract is about, or each of its children or parents. */
export type FactOf = 'subject' | 'child' | 'parent'

type Shown = { measure: string; of: FactOf }

/** Chances: of being in at first, and of leaving or entering in a month or week. */
export type Regime = { in: Figure; leave: Figure; enter: Figure }
/** Of a normal distribution, before it is rounded to the scale. */
export type Spread = { mean: Figure; deviation: Figure }
/** By how many, from 0, the chance that there are no more. */
export type Many = readonly number[]

type Events = Shown & {
  kind: 'event'
  ofKind?: string | undefined
  on: 'start' | 'completion' | 'dropout' | 'success'
}
export type Lasting = Shown & {
  kind: 'lasting'
  ofKind?: string | undefined
  from: ShownDay
  through: ShownDay
}
/** From so many months or weeks before the start, through so many after it. */
export type Spells = Shown & {
  kind: 'spells'
  ofKind?: string | undefined
  step: 'month' | 'week'
  from: number
  through: number
  before: Regime
  after: Regime
  /** Of those who never succeed. */
  never: Regime
}
export type Values = Shown & {
  kind: 'values'
  on: readonly ShownDay[]
  missing: Figure
  start: Spread
  gainOfSuccess: Spread
  gainOtherwise: Spread
  step: number
  low: number
  high: number
}
export type Items = Shown & {
  kind: 'items'
  many: Many
  agreed: ShownDay
  judged: ShownDay
  metWithSuccess: Figure
  metOtherwise: Figure
  unjudged: Figure
  changed: Figure
  withdrawn: Figure
}
export type FactModel = Events | Lasting | Spells | Values | Items

export type MemberModel = {
  unit: 'child' | 'parent'
  many: Many
  /** Years at the start, the last one included, every month as likely; without them no birthday is known. */
  ages: { from: number; to: number } | undefined
}

export type FactPlan = {
  /** The first day of month 1 of the case. */
  startDay: Day
  /** What the contract calls somebody who dropped out; without it, they are people whose course has no end. */
  exit: string | undefined
  /** What else the contract's roster says of everybody in the group: their track, authority or other words. */
  columns: ReadonlyMap<string, string>
  members: readonly MemberModel[]
  models: readonly FactModel[]
}

/** Whether somebody's row has a day on which service ended, and one on which they left before. */
export function leaving({ start, isCompleted, isDropout }: Life, { exit }: FactPlan) {
  const hasExit = start > 0 && !isCompleted && isDropout && exit !== undefined
  return { hasEnd: isCompleted || hasExit, hasExit }
}

/** Where a day of a life falls; nothing for one that is counted from an end that is not known. */
export function dayIn(plan: FactPlan, life: Life, shown: ShownDay): Day | undefined {
  if ('day' in shown) return shown.day
  if (shown.from === 'end' && !leaving(life, plan).hasEnd) return undefined
  const from = shown.from === 'start' ? monthBegin(plan, life.start) : monthEnd(plan, life.last)
  const { months, days } = shown.offset
  return addOffset(from, { months: shown.sign * months, days: shown.sign * days })
}
