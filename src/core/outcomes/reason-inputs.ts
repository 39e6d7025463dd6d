/**
 * What goes into a reason beside its children: the node's own words and numbers, and the days that named days came to.
 */
import { type Day, type Fact, dayText } from '../base/index.ts'
import { NO_DAY } from '../measurement/index.ts'
import { type expressions } from '../terms/index.ts'
import { compileValue, growthFactor } from './compile.ts'
import { type Context } from './context.ts'
import { compileDay, compileWindow, ownOrFamilysDay } from './days.ts'
import { fixedPeriods, rollingPeriods } from './fact-kinds.ts'
import { boundsOf } from './logic.ts'
import { ownOrFamilys } from './roster-conditions.ts'
import { NOBODY, type Row } from './row.ts'
import { isMissing } from './value.ts'

export type Inputs = { readonly [name: string]: Fact }

export const dayOrUnknown = (day: Day): string => (day <= NO_DAY ? 'unknown' : dayText(day))

/** The node's own words and numbers, as data. */
export function plainInputs(node: expressions.Expression): Inputs {
  const inputs: Record<string, Fact> = {}
  for (const [key, value] of Object.entries(node)) {
    if (['kind', 'at', 'path', 'places', 'value'].includes(key)) continue
    if (typeof value === 'string' || typeof value === 'number') inputs[key] = value
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) inputs[key] = value
  }
  if (node.kind === 'literal') inputs.text = node.text
  if (node.kind === 'over') inputs.counts = node.that === undefined ? 'people' : 'conditions'
  if (node.kind === 'compare') inputs.bounds = boundsOf(node).map(({ key }) => key)
  if (node.kind === 'count-of' && node.valued !== undefined) {
    inputs.bounds = boundsOf(node.valued).map(({ key }) => key)
    inputs.counts = 'values'
    if (node.apart !== undefined) inputs.isApart = 1
  }
  if (node.kind === 'steps')
    inputs.thresholds = node.table.map(
      (step) => `${step.atLeast === undefined ? 'more-than' : 'at-least'} ${(step.atLeast ?? step.moreThan)!.text}`,
    )
  if (node.kind === 'line') inputs.points = node.points.map((point) => point.x.text)
  if (node.kind === 'tiers') inputs.open = node.table.map((tier) => (tier.upTo === undefined ? 'rest' : 'up-to'))
  if (node.kind === 'rounded') inputs.step = node.to.text
  return inputs
}

type RowInputs = (row: Row) => Inputs

/** What the row brings, if anything: the days that named days came to. */
export function rowInputs(node: expressions.Expression, context: Context): RowInputs | undefined {
  if ('window' in node) {
    const { from, until } = compileWindow(node.window, context)
    const each = countedEach(node, context)
    return (row) => {
      const [first, end] = [from(row), until(row)]
      return { from: dayOrUnknown(first), until: dayOrUnknown(end), ...periodInputs(node, first, end), ...each }
    }
  }
  switch (node.kind) {
    case 'time-between': {
      const days = node.timeBetween.map((day) => compileDay(day, context))
      return (row) => ({ days: days.map((day) => dayOrUnknown(day(row))) })
    }
    case 'grown':
      return grownInputs(node, context)
    case 'observed-to': {
      const needed = compileDay(node.observedTo, context)
      const { observedTo } = context.roster.days
      return (row): Inputs => ({
        needed: dayOrUnknown(needed(row)),
        observedTo: dayOrUnknown(ownOrFamilysDay(context, observedTo, row)),
      })
    }
    case 'attribute': {
      const column = context.roster.attributes.get(node.attribute)
      return (row): Inputs => {
        if (row.who === NOBODY || column === undefined) return {}
        const code = ownOrFamilys(column.codes, context.roster, row.who)
        return code < 0 ? {} : { found: column.words[code]! }
      }
    }
    case 'in':
      return (row): Inputs => {
        const code = row.who === NOBODY ? -1 : ownOrFamilys(context.roster.track, context.roster, row.who)
        return code < 0 ? {} : { track: context.roster.tracks[code]! }
      }
    default:
      return undefined
  }
}

function grownInputs(node: expressions.Grown, context: Context): RowInputs {
  const [from, to] = [compileDay(node.from, context), compileDay(node.to, context)]
  const by = compileValue(node.by, context)
  return (row) => {
    const [first, last, rate] = [from(row), to(row), by(row)]
    const isKnown = first > NO_DAY && last > NO_DAY && !isMissing(rate)
    return {
      from: dayOrUnknown(first),
      to: dayOrUnknown(last),
      ...(isKnown ? { factor: growthFactor(node, first, last, rate) } : {}),
    }
  }
}

/** Measures of which spells that lie on the same days are counted beside each other. */
function countedEach(node: expressions.Expression, { agreement }: Context): Inputs {
  const each =
    node.kind === 'time-in' ? node.timeIn.filter((name) => agreement.measures.get(name)?.overlap === 'each') : []
  return each.length === 0 ? {} : { countedEach: each }
}

function periodInputs(node: { kind: string }, from: Day, until: Day): Inputs {
  if (node.kind !== 'time-in') return {}
  const { per, periods } = node as expressions.TimeIn
  if (per === undefined || from <= NO_DAY || until <= NO_DAY) return {}
  const all = periods === 'fixed' ? fixedPeriods(from, until, per) : rollingPeriods(from, until, per)
  return { periodsCount: all.length }
}
