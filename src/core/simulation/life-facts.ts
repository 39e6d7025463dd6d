/**
 * What chance decides of a life beside the life itself: its trace, a few whole numbers. Lives with the same trace are the same.
 *
 *     a family of two children, one goal met and one not, 12 % and 0 % absence   →   2 100 52 · 2 2 3 · 13 1
 *
 * The members come first - how many, and the ages of those who have one, in months - then each model in order, and within it each
 * of those it is of. Whoever is drawn out of a stretch may come back: that is what `enter` is for. The case that surprises: a life
 * that never starts has no trace, for nobody looked.
 */
import { assert } from '../base/index.ts'
import { type Figure, type Parameters, figure, monthBegin, monthEnd } from '../valuation/index.ts'
import {
  type FactModel,
  type FactPlan,
  type Items,
  type Many,
  type MemberModel,
  type Regime,
  type Spells,
  type Spread,
  type Values,
  dayIn,
  leaving,
} from './fact-plan.ts'
import { type Life } from './life-table.ts'
import { normalQuantile } from './special.ts'
import { type Stream } from './stream.ts'

/** A life, and what chance decided beside it. */
export type LifeStory = { life: Life; trace: readonly number[] }

/** Whether anything but the life itself decides what is seen of it. */
export function hasTrace({ models, members }: FactPlan): boolean {
  return members.length > 0 || models.some(({ kind }) => kind !== 'event' && kind !== 'lasting')
}

/** Draws the trace of a life into an array, and gives its length. */
export function drawTrace(plan: FactPlan, life: Life, parameters: Parameters, stream: Stream, into: number[]): number {
  if (life.start === 0) return 0
  const draw: Drawing = { plan, life, parameters, stream, into, length: 0 }
  const count = { subject: 1, child: 0, parent: 0 }
  for (const member of plan.members) count[member.unit] += drawMembers(draw, member)
  for (const model of plan.models) for (let one = 0; one < count[model.of]; one++) drawModel(draw, model)
  return draw.length
}

type Drawing = {
  readonly plan: FactPlan
  readonly life: Life
  readonly parameters: Parameters
  readonly stream: Stream
  readonly into: number[]
  length: number
}

function note(draw: Drawing, number: number): void {
  draw.into[draw.length++] = number
}

function isDrawn({ stream, parameters }: Drawing, chance: Figure): boolean {
  return stream.next() < figure(chance, parameters)
}

function drawMany(draw: Drawing, many: Many): number {
  const number = draw.stream.next()
  const drawn = many.findIndex((atOrBelow) => number < atOrBelow)
  const count = drawn < 0 ? many.length - 1 : drawn
  note(draw, count)
  return count
}

function drawMembers(draw: Drawing, { many, ages }: MemberModel): number {
  const count = drawMany(draw, many)
  if (ages === undefined) return count
  const months = 12 * (ages.to - ages.from + 1)
  for (let one = 0; one < count; one++) note(draw, 12 * ages.from + Math.floor(draw.stream.next() * months))
  return count
}

function drawModel(draw: Drawing, model: FactModel): void {
  if (model.kind === 'spells') drawSpells(draw, model)
  else if (model.kind === 'values') drawValues(draw, model)
  else if (model.kind === 'items') drawItems(draw, model)
}

/** How many months or weeks of a stretch are told in one number. */
const bitsEach = 30

function drawSpells(draw: Drawing, model: Spells): void {
  const { from, through, before, after, never } = model
  const steps = from + through + 1
  const turn = turnOf(draw, model)
  let regime: Regime = draw.life.success > 0 ? before : never
  let isIn = isDrawn(draw, regime.in)
  let bits = 0
  for (let step = 0; step < steps; step++) {
    if (step === turn) {
      regime = after
      isIn = isDrawn(draw, regime.in)
    } else if (step > 0) isIn = isIn ? !isDrawn(draw, regime.leave) : isDrawn(draw, regime.enter)
    if (isIn) bits |= 1 << (step % bitsEach)
    if (step % bitsEach === bitsEach - 1 || step === steps - 1) {
      note(draw, bits)
      bits = 0
    }
  }
}

/** The step with which the success begins to count; −1 where there is none, and 0 where it is older than the stretch. */
function turnOf({ plan, life: { start, success } }: Drawing, { step, from }: Spells): number {
  if (success === 0) return -1
  if (step === 'month') return Math.max(0, success - (start - from))
  return Math.max(0, Math.ceil((monthBegin(plan, success) - monthBegin(plan, start)) / 7) + from)
}

/** Steps of the scale from its low end and one more; 0 for a value that nobody wrote down. */
function drawValues(draw: Drawing, model: Values): void {
  const { plan, life } = draw
  const { on, missing, step, low, high } = model
  const hasSucceeded = life.success > 0
  const atStart = drawSpread(draw, model.start)
  const gain = drawSpread(draw, hasSucceeded ? model.gainOfSuccess : model.gainOtherwise)
  const gainsFrom = hasSucceeded ? monthBegin(plan, life.success) : monthEnd(plan, life.last) + 1
  for (const shown of on) {
    const day = dayIn(plan, life, shown)
    const value = atStart + (day !== undefined && day >= gainsFrom ? gain : 0)
    const steps = Math.round((Math.min(high, Math.max(low, value)) - low) / step)
    const isMissing = isDrawn(draw, missing)
    note(draw, isMissing || day === undefined ? 0 : steps + 1)
  }
}

function drawSpread({ stream, parameters }: Drawing, { mean, deviation }: Spread): number {
  return figure(mean, parameters) + figure(deviation, parameters) * normalQuantile(stream.next() || 0.5)
}

/** What becomes of a goal of a plan; four more where it was changed on the way. */
export const fates = ['withdrawn', 'unjudged', 'met', 'not-met'] as const

function drawItems(draw: Drawing, { many, metWithSuccess, metOtherwise, ...chances }: Items): void {
  const met = draw.life.success > 0 ? metWithSuccess : metOtherwise
  const count = drawMany(draw, many)
  for (let item = 0; item < count; item++) {
    const isChanged = isDrawn(draw, chances.changed)
    const isWithdrawn = isDrawn(draw, chances.withdrawn)
    const isUnjudged = isDrawn(draw, chances.unjudged)
    const fate = isWithdrawn ? 0 : isUnjudged ? 1 : isDrawn(draw, met) ? 2 : 3
    note(draw, fate + (isChanged ? fates.length : 0))
  }
}

/** The members a trace tells of, each with an age in months where it has one. */
export type MemberDrawn = { unit: 'child' | 'parent'; age: number | undefined }

/** Reads a trace from its beginning, in the order in which it was drawn. */
export class TraceReader {
  private at = 0

  constructor(private readonly trace: readonly number[]) {}

  next(): number {
    assert(this.at < this.trace.length, 'a trace is read as it was drawn')
    return this.trace[this.at++]!
  }

  members({ members }: FactPlan): MemberDrawn[] {
    return members.flatMap(({ unit, ages }) => {
      const count = this.next()
      return Array.from({ length: count }, () => ({ unit, age: ages === undefined ? undefined : this.next() }))
    })
  }

  /** Whether somebody is in, step by step. */
  spells({ from, through }: Spells): boolean[] {
    const isIn: boolean[] = []
    let bits = 0
    for (let step = 0; step < from + through + 1; step++) {
      if (step % bitsEach === 0) bits = this.next()
      isIn.push(((bits >> (step % bitsEach)) & 1) === 1)
    }
    return isIn
  }
}

/** The months that the files tell of a life, and its trace: lives of one plan that show alike are written alike. */
export function showsAs({ life, trace }: LifeStory, plan: FactPlan, withReferral: boolean): string {
  const { referral, start, last } = life
  const { hasEnd, hasExit } = leaving(life, plan)
  let shown = `${life.group} ${withReferral ? referral : ''} ${start} ${hasEnd ? last : ''} ${hasExit ? last : ''}`
  for (const model of plan.models) if (model.kind === 'event') shown += ` ${monthOf(model.on, life)}`
  return trace.length === 0 ? shown : `${shown} ${trace.join(' ')}`
}

/** The month of an event of a life; 0 where it never happens. */
export function monthOf(on: 'start' | 'completion' | 'dropout' | 'success', life: Life): number {
  switch (on) {
    case 'start':
      return life.start
    case 'completion':
      return life.isCompleted ? life.last : 0
    case 'dropout':
      return life.isDropout ? life.last : 0
    case 'success':
      return life.success
  }
}
