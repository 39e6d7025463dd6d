/**
 * How a life shows in the measures of a contract: what the registers and questionnaires would have said.
 *
 *     event     on the 15th of the month of the start, completion, dropout or success
 *     spells    in and out by months: one set of chances before the success, another after it
 *     values    a score at agreed months: what it was at the start, and what it gained
 *
 * Starts are on the first of their month and service ends on the last of its. An event in the middle of a month is within every
 * window that holds the month. Whoever is drawn out of a stretch may come back: that is what `enter` is for.
 *
 * What chance decides beside the life itself is its trace, a few whole numbers; lives with the same trace are the same.
 */
import { type Day, addDays, addMonths, dayText } from '../base/index.ts'
import { type CsvFile } from '../measurement/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type Figure, type Parameters, figure } from '../valuation/index.ts'
import { type Life } from './life-table.ts'
import { normalQuantile } from './special.ts'
import { type Stream } from './stream.ts'

/** Chances: of being in at first, and of leaving or entering in a month. */
export type Regime = { in: Figure; leave: Figure; enter: Figure }
/** Of a normal distribution, before it is rounded to the scale. */
export type Spread = { mean: Figure; deviation: Figure }

export type FactModel =
  | { kind: 'event'; measure: string; ofKind?: string | undefined; on: 'start' | 'completion' | 'dropout' | 'success' }
  /** From so many months before the start, through so many after it. */
  | {
      kind: 'spells'
      measure: string
      ofKind?: string | undefined
      from: number
      through: number
      before: Regime
      after: Regime
    }
  | {
      kind: 'values'
      measure: string
      /** Months after the start; −1 is the month before. */
      months: readonly number[]
      missing: Figure
      start: Spread
      gainOfSuccess: Spread
      gainOtherwise: Spread
      step: number
      low: number
      high: number
    }

export type FactPlan = {
  /** What the contract calls somebody who dropped out; without it, they are people whose course has no end. */
  exit: string | undefined
  models: readonly FactModel[]
}

/** A life, and what chance decided beside it. */
export type LifeStory = { life: Life; trace: readonly number[] }

const ofKind = (model: FactModel): string | undefined => (model.kind === 'values' ? undefined : model.ofKind)
const isTraced = (model: FactModel): boolean => model.kind !== 'event'

/** Whether anything but the life itself decides what is seen of it. */
export function hasTrace({ models }: FactPlan): boolean {
  return models.some(isTraced)
}

const bitsEach = 30

/** Draws the trace of a life into an array, and gives its length. */
export function drawTrace(plan: FactPlan, life: Life, parameters: Parameters, stream: Stream, into: number[]): number {
  let length = 0
  if (life.start === 0) return length
  for (const model of plan.models) {
    if (model.kind === 'spells') length = drawSpells(model, life, parameters, stream, into, length)
    if (model.kind === 'values') length = drawValues(model, life, parameters, stream, into, length)
  }
  return length
}

type Spells = Extract<FactModel, { kind: 'spells' }>
type Values = Extract<FactModel, { kind: 'values' }>

function drawSpells(
  { from, through, before, after }: Spells,
  { start, success }: Life,
  parameters: Parameters,
  stream: Stream,
  into: number[],
  length: number,
): number {
  let isIn = stream.next() < figure(before.in, parameters)
  let bits = 0
  const months = from + through + 1
  for (let step = 0; step < months; step++) {
    const month = start - from + step
    const isAfter = success > 0 && month >= success
    const regime = isAfter ? after : before
    if (month === success) isIn = stream.next() < figure(after.in, parameters)
    else if (step > 0) {
      const number = stream.next()
      isIn = isIn ? number >= figure(regime.leave, parameters) : number < figure(regime.enter, parameters)
    }
    if (isIn) bits |= 1 << (step % bitsEach)
    if (step % bitsEach === bitsEach - 1 || step === months - 1) {
      into[length++] = bits
      bits = 0
    }
  }
  return length
}

/** Steps of the scale from its low end and one more; 0 for a value that nobody wrote down. */
function drawValues(
  model: Values,
  { start, last, success }: Life,
  parameters: Parameters,
  stream: Stream,
  into: number[],
  length: number,
): number {
  const { months, step, low, high } = model
  const missing = figure(model.missing, parameters)
  const atStart = drawSpread(model.start, parameters, stream)
  const gain = drawSpread(success > 0 ? model.gainOfSuccess : model.gainOtherwise, parameters, stream)
  for (const after of months) {
    const month = start + after
    const hasGained = success > 0 ? month >= success : month > last
    const value = atStart + (hasGained ? gain : 0)
    const steps = Math.round((Math.min(high, Math.max(low, value)) - low) / step)
    into[length++] = stream.next() < missing ? 0 : steps + 1
  }
  return length
}

function drawSpread({ mean, deviation }: Spread, parameters: Parameters, stream: Stream): number {
  return figure(mean, parameters) + figure(deviation, parameters) * normalQuantile(stream.next() || 0.5)
}

/** Lives as the files of a contract: who they are and what was seen of them. */
export type WrittenLives = { people: CsvFile; facts: CsvFile[] }

/** Somebody to write down: the name, the agreement they are in where there are several, and the life. */
export type Written = LifeStory & { id: string; agreement: string | undefined; plan: FactPlan }

/** The texts of the files that tell of the lives, as the contract's own would. */
export function lifeTexts(
  lives: readonly Written[],
  agreement: Agreement,
  startDay: Day,
): { people: string; facts: string } {
  const people: string[] = []
  const facts: string[] = []
  const hasKinds = lives.some(({ plan }) => plan.models.some((model) => ofKind(model) !== undefined))
  const writer = new Writer(agreement, startDay, hasKinds)
  for (const written of lives) {
    people.push(writer.person(written))
    writer.facts(written, facts)
  }
  const hasAgreements = lives.some((written) => written.agreement !== undefined)
  const head = `id,unit,referral,start,end,exit,exit-on${hasAgreements ? ',agreement' : ''}\n`
  return {
    people: head + people.join(''),
    facts: `person,measure,from,to,value${hasKinds ? ',kind' : ''}\n${facts.join('')}`,
  }
}

/** The same as files to be read. */
export function writeLives(lives: readonly Written[], agreement: Agreement, startDay: Day): WrittenLives {
  const { people, facts } = lifeTexts(lives, agreement, startDay)
  const file = (name: string, text: string): CsvFile => ({ name, chunks: [new TextEncoder().encode(text)] })
  return { people: file('facts/people.csv', people), facts: [file('facts/lives.csv', facts)] }
}

/** How the files of lives are to be read. */
export const rulesOfLives = {
  numbers: 'international',
  dates: 'unstated',
  shares: 'fraction',
  columns: {},
} as const

/** The months that the files tell of a life, and its trace: lives of one plan that show alike are written alike. */
export function showsAs({ life, trace }: LifeStory, plan: FactPlan, withReferral: boolean): string {
  const { referral, start, last } = life
  const { hasEnd, hasExit } = leaving(life, plan)
  let shown = `${life.group} ${withReferral ? referral : ''} ${start} ${hasEnd ? last : ''} ${hasExit ? last : ''}`
  for (const model of plan.models) if (model.kind === 'event') shown += ` ${monthOf(model.on, life)}`
  return trace.length === 0 ? shown : `${shown} ${trace.join(' ')}`
}

/** Whether somebody's row has a day on which service ended, and one on which they left before. */
function leaving({ start, isCompleted, isDropout }: Life, { exit }: FactPlan): { hasEnd: boolean; hasExit: boolean } {
  const hasExit = start > 0 && !isCompleted && isDropout && exit !== undefined
  return { hasEnd: isCompleted || hasExit, hasExit }
}

class Writer {
  private readonly firsts = new Map<number, string>()

  constructor(
    private readonly agreement: Agreement,
    private readonly startDay: Day,
    private readonly hasKinds: boolean,
  ) {}

  /** A line of facts. The kind stands last, in files where any fact has one. */
  private fact(model: FactModel, id: string, from: string, to = '', value = ''): string {
    const kind = this.hasKinds ? `,${ofKind(model) ?? ''}` : ''
    return `${id},${model.measure},${from},${to},${value}${kind}\n`
  }

  person({ id, agreement, plan, life }: Written): string {
    const { referral, start, last } = life
    const { hasEnd, hasExit } = leaving(life, plan)
    const end = hasEnd ? this.lastOf(last) : ''
    const exit = hasExit ? [plan.exit, this.lastOf(last)] : ['', '']
    const unit = this.agreement.people.subject
    const fields = [id, unit, this.firstOf(referral), start === 0 ? '' : this.firstOf(start), end, ...exit]
    return `${fields.join(',')}${agreement === undefined ? '' : `,${agreement}`}\n`
  }

  facts({ id, plan, life, trace }: Written, into: string[]): void {
    let at = 0
    for (const model of plan.models) {
      if (model.kind === 'event') {
        const month = monthOf(model.on, life)
        if (month > 0) into.push(this.fact(model, id, dayText(addDays(this.dayOf(month), 14))))
      } else if (life.start > 0) {
        at =
          model.kind === 'spells'
            ? this.spells(id, model, life, trace, at, into)
            : this.values(id, model, life, trace, at, into)
      }
    }
  }

  private spells(
    id: string,
    model: Spells,
    { start }: Life,
    trace: readonly number[],
    at: number,
    into: string[],
  ): number {
    const months = model.from + model.through + 1
    const isLastIn = this.agreement.measures.get(model.measure)?.toMeans === 'last-day-in'
    const isIn = (step: number) =>
      step < months && ((trace[at + Math.floor(step / bitsEach)]! >> (step % bitsEach)) & 1) === 1
    for (let step = 0; step < months; step++) {
      if (!isIn(step) || (step > 0 && isIn(step - 1))) continue
      let until = step
      while (isIn(until)) until++
      const month = start - model.from
      const to = isLastIn ? this.lastOf(month + until - 1) : this.firstOf(month + until)
      into.push(this.fact(model, id, this.firstOf(month + step), to))
    }
    return at + Math.ceil(months / bitsEach)
  }

  private values(
    id: string,
    model: Values,
    { start }: Life,
    trace: readonly number[],
    at: number,
    into: string[],
  ): number {
    const levels = this.agreement.measures.get(model.measure)?.levels
    model.months.forEach((after, index) => {
      const steps = trace[at + index]!
      if (steps === 0) return
      // Six decimals are finer than any scale, and leave out what floating point adds.
      const value = Number((model.low + (steps - 1) * model.step).toFixed(6))
      into.push(this.fact(model, id, this.firstOf(start + after), '', levels?.[value]?.en ?? String(value)))
    })
    return at + model.months.length
  }

  private dayOf(month: number): Day {
    return addMonths(this.startDay, month - 1)
  }

  private firstOf(month: number): string {
    const known = this.firsts.get(month)
    if (known !== undefined) return known
    const text = dayText(this.dayOf(month))
    this.firsts.set(month, text)
    return text
  }

  private lastOf(month: number): string {
    return dayText(addDays(this.dayOf(month + 1), -1))
  }
}

function monthOf(on: 'start' | 'completion' | 'dropout' | 'success', life: Life): number {
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
