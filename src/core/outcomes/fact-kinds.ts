/**
 * Quantities read straight from facts: time in a state, counts, values, unbroken stretches, plan goals.
 *
 * A window whose last day has not come gives not due. For spells and events, no facts at all means nothing happened, or
 * that nobody has looked: the measure's `no-record` says which.
 */
import { type Day, type Exact, type Offset, addOffset, compare, divide, multiply } from '../base/index.ts'
import {
  countIn,
  countValued,
  hasFacts,
  itemsIn,
  longestRun,
  nearestDay,
  ofKinds,
  pick,
  unitsIn,
} from '../measurement/index.ts'
import { type expressions } from '../terms/index.ts'
import { type Context, type Operator, subjectOf } from './context.ts'
import { compileDay, compileWindow } from './days.ts'
import { NO_DAY } from '../measurement/index.ts'
import { boundsOf } from './logic.ts'
import { type Row } from './row.ts'
import { NOT_DUE, UNMEASURED, type Value, isMissing } from './value.ts'

type FactNode =
  expressions.TimeIn | expressions.CountOf | expressions.ValueOf | expressions.LongestRun | expressions.ItemsMet
type Measured = (row: Row, from: Day, until: Day) => Value

export function compileFact(
  node: FactNode,
  context: Context,
  compileValue: (node: expressions.Value, context: Context) => Operator,
): Operator {
  const { from, until } = compileWindow(node.window, context)
  const measured = measuredBy(node, context, compileValue)
  const { to } = context
  return (row) => {
    const [first, end] = [from(row), until(row)]
    if (first === NO_DAY || end === NO_DAY || end - 1 > to) return NOT_DUE
    return measured(row, first, end)
  }
}

function measuredBy(
  node: FactNode,
  context: Context,
  compileValue: (node: expressions.Value, context: Context) => Operator,
): Measured {
  const { facts, agreement, scopes } = context
  switch (node.kind) {
    case 'time-in':
      return compileTimeIn(node, context)
    case 'count-of': {
      if (node.valued !== undefined) return compileValued(node, node.valued, context, compileValue)
      const counted = ofKinds(facts, [node.countOf], node.kinds)
      return recorded([node.countOf], context, (row, from, until) =>
        countIn(counted, node.countOf, subjectOf(row, scopes), from, until, node.apart),
      )
    }
    case 'longest-run-in': {
      const counted = ofKinds(facts, node.longestRunIn, node.kinds)
      return recorded(node.longestRunIn, context, (row, from, until) =>
        longestRun(counted, node.longestRunIn, subjectOf(row, scopes), from, until, {
          unit: node.unit,
          gapAtMost: node.gapAtMost,
          gapDays: node.gapDays ?? 'not-counted',
          gaps: node.gaps,
        }),
      )
    }
    case 'value-of': {
      const measure = agreement.measures.get(node.valueOf)!
      const scale = measure.unit === 'money' ? context.minorUnits : 1
      const otherwise: Operator = node.ifNone === undefined ? () => UNMEASURED : compileValue(node.ifNone, context)
      const picked = compilePicked(node, context)
      return (row, from, until) => {
        const value = picked(row, from, until)
        if (value === undefined) return otherwise(row)
        return scale === 1 || isMissing(value) ? value : multiply(value, scale)
      }
    }
    case 'items-met':
      return (row, from, until) => {
        const { met, judged, unjudged } = itemsIn(facts, node.itemsMet, subjectOf(row, scopes), from, until, node)
        if (unjudged > 0 && node.unjudged === 'makes-unmeasured') return UNMEASURED
        const counted = judged + (node.unjudged === 'not-met' ? unjudged : 0)
        if (counted === 0) return UNMEASURED
        return node.as === 'count' ? met : divide(met, counted)
      }
  }
}

function compilePicked(
  node: expressions.ValueOf,
  context: Context,
): (row: Row, from: Day, until: Day) => Value | undefined {
  const { facts, scopes } = context
  const { pick: how } = node
  const measure = node.valueOf
  if (how !== 'nearest') return (row, from, until) => pick(facts, measure, subjectOf(row, scopes), from, until, how)
  const nearest = compileNearest(node, context)
  return (row, from, until) => {
    const day = nearest(row, from, until)
    if (day === NO_DAY) return NOT_DUE
    return day === undefined ? undefined : pick(facts, measure, subjectOf(row, scopes), day, day + 1, 'latest')
  }
}

/** The day that is picked: none where nothing was seen, and no day yet while the day it is to be near is not known. */
export function compileNearest(
  node: expressions.ValueOf,
  context: Context,
): (row: Row, from: Day, until: Day) => Day | undefined {
  const { facts, scopes } = context
  const nearestTo = compileDay(node.nearestTo!, context)
  const asNear = node.asNear!
  return (row, from, until) => {
    const to = nearestTo(row)
    if (to === NO_DAY) return NO_DAY
    return nearestDay(facts, node.valueOf, subjectOf(row, scopes), { from, until }, { to, asNear })
  }
}

/** Of the days with a value those whose value holds, as a number or as a share. No values at all is no answer. */
function compileValued(
  node: expressions.CountOf,
  valued: expressions.Limits,
  context: Context,
  compileValue: (node: expressions.Value, context: Context) => Operator,
): Measured {
  const { facts, agreement, scopes } = context
  const scale = agreement.measures.get(node.countOf)!.unit === 'money' ? context.minorUnits : 1
  const bounds = boundsOf(valued).map(({ limit, holds }) => ({ limit: compileValue(limit, context), holds }))
  const otherwise: Operator = node.ifNone === undefined ? () => UNMEASURED : compileValue(node.ifNone, context)
  return (row, from, until) => {
    const limits = bounds.map(({ limit }) => limit(row))
    const missing = limits.find((limit) => limit === NOT_DUE) ?? limits.find(isMissing)
    if (missing !== undefined) return missing
    const isHeld = (value: Exact): boolean =>
      bounds.every(({ holds }, at) => holds(compare(multiply(value, scale), limits[at] as Exact)))
    const { counted, all } = countValued(facts, node.countOf, subjectOf(row, scopes), from, until, isHeld, node.apart)
    if (all === 0) return otherwise(row)
    return node.as === 'share' ? divide(counted, all) : counted
  }
}

/** No facts at all about a subject is an answer only where the measure says that its records are complete. */
function recorded(measures: readonly string[], context: Context, of: Measured): Measured {
  const { facts, agreement, scopes } = context
  const unknown = measures.filter((name) => agreement.measures.get(name)!.noRecord === 'unknown')
  if (unknown.length === 0) return of
  return (row, from, until) =>
    unknown.some((name) => !hasFacts(facts, name, subjectOf(row, scopes))) ? UNMEASURED : of(row, from, until)
}

function compileTimeIn(node: expressions.TimeIn, context: Context): Measured {
  const { scopes } = context
  const facts = ofKinds(context.facts, node.timeIn, node.kinds)
  const options = { partUnits: node.partUnits, weeks: node.weeks, except: node.except }
  const measure: Measured = (row, from, until) =>
    unitsIn(facts, node.timeIn, subjectOf(row, scopes), from, until, node.unit, options)
  if (node.per === undefined) return recorded(node.timeIn, context, measure)
  const { per, periods } = node
  return recorded(node.timeIn, context, (row, from, until) => {
    let most: Value = 0
    for (const [first, end] of periods === 'fixed'
      ? fixedPeriods(from, until, per)
      : rollingPeriods(from, until, per)) {
      const units = measure(row, first, end)
      if ((units as number) > (most as number)) most = units
    }
    return most
  })
}

/** Periods one after the other, counted from the window's first day; the last may be shorter. */
export function fixedPeriods(from: Day, until: Day, per: Offset): [Day, Day][] {
  const periods: [Day, Day][] = []
  const nth = (n: number) => addOffset(from, { months: n * per.months, days: n * per.days })
  for (let n = 0; nth(n) < until; n++) periods.push([nth(n), Math.min(nth(n + 1), until)])
  return periods
}

/** Every period that begins on a day of the window and ends within it. */
export function rollingPeriods(from: Day, until: Day, per: Offset): [Day, Day][] {
  const periods: [Day, Day][] = []
  for (let day = from; addOffset(day, per) <= until; day++) periods.push([day, addOffset(day, per)])
  return periods.length > 0 ? periods : [[from, until]]
}
