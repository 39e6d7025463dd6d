/**
 * The facts a quantity rests on: which rows of which file, as they stood in the view it was read from.
 *
 * For a latest value it is the facts of the day that was picked; for the time in a state every spell that reaches into
 * the window; for a plan goal all that was said about it. A fact that made no difference is not named.
 */
import { type Day, type Place, compare, dayText, formatExact } from '../base/index.ts'
import {
  type FactsView,
  type MeasureFacts,
  NO_DAY,
  STILL_GOING_ON,
  itemStates,
  placeOfFact,
  valueAt,
} from '../measurement/index.ts'
import { type expressions } from '../terms/index.ts'

/** A fact as a reason names it. Days are texts; `until` is the first day outside a spell. */
export type FactReason = {
  measure: string
  at: Place
  on: string
  until?: string
  value?: string
  item?: string
  recorded?: string
  by?: string
  evidence?: string
}

type FactNode =
  expressions.TimeIn | expressions.CountOf | expressions.ValueOf | expressions.LongestRun | expressions.ItemsMet

/** The facts of one subject that a node looked at in [from, until). */
export function factsUsed(node: FactNode, view: FactsView, who: number | string, from: Day, until: Day): FactReason[] {
  return measuresOf(node).flatMap((name) => {
    const facts = view.measures.get(name)
    const row = facts === undefined ? -1 : rowOf(view, facts, who)
    if (facts === undefined || row < 0) return []
    return positions(node, facts, row, from, until).map((at) => factReason(view, facts, at))
  })
}

function measuresOf(node: FactNode): readonly string[] {
  switch (node.kind) {
    case 'time-in':
      return [...node.timeIn, ...(node.except ?? [])]
    case 'longest-run-in':
      return node.longestRunIn
    case 'count-of':
      return [node.countOf]
    case 'value-of':
      return [node.valueOf]
    case 'items-met':
      return [node.itemsMet]
  }
}

function rowOf(view: FactsView, facts: MeasureFacts, who: number | string): number {
  if (typeof who === 'string') return facts.terms.of === 'agreement' ? view.groups.find(who) : -1
  return facts.terms.of === 'agreement' ? view.groups.find(`${String(view.roster.agreement[who])}/`) : who
}

function positions(node: FactNode, facts: MeasureFacts, row: number, from: Day, until: Day): number[] {
  const all = Array.from({ length: facts.first[row + 1]! - facts.first[row]! }, (_, index) => facts.first[row]! + index)
  if (facts.terms.kind === 'spell') return all.filter((at) => facts.from[at]! < until && facts.until[at]! > from)
  if (node.kind === 'items-met') return all.filter((at) => facts.from[at]! < until)
  const inside = all.filter((at) => facts.from[at]! >= from && facts.from[at]! < until)
  return node.kind === 'value-of' ? pickedPositions(node.pick, facts, inside) : inside
}

/** Of the facts in the window, those of the day that decided. A mean or a sum rests on them all. */
function pickedPositions(pick: expressions.Pick, facts: MeasureFacts, inside: readonly number[]): number[] {
  if (inside.length === 0 || pick === 'mean' || pick === 'sum') return [...inside]
  const days = inside.map((at) => facts.from[at]!)
  if (pick === 'latest' || pick === 'first') {
    const day = pick === 'latest' ? Math.max(...days) : Math.min(...days)
    return inside.filter((at) => facts.from[at] === day)
  }
  const side = pick === 'highest' ? 1 : -1
  const best = inside.reduce((a, b) => (compare(valueAt(facts, b), valueAt(facts, a)) === side ? b : a))
  return inside.filter((at) => facts.from[at] === facts.from[best])
}

function factReason(view: FactsView, facts: MeasureFacts, at: number): FactReason {
  const { kind } = facts.terms
  const word = (coded: MeasureFacts['by']) => coded.words[coded.codes[at] ?? -1]
  const until = facts.until[at] ?? NO_DAY
  const value =
    kind === 'spell' || kind === 'event'
      ? undefined
      : kind === 'plan'
        ? itemStates[facts.values[at]!]
        : formatExact(valueAt(facts, at))
  const recorded = facts.recorded[at] ?? NO_DAY
  return {
    measure: facts.name,
    at: placeOfFact(view, facts, at),
    on: dayText(facts.from[at]!),
    ...(kind !== 'spell' ? {} : { until: until === STILL_GOING_ON ? 'still' : dayText(until) }),
    ...(value === undefined ? {} : { value }),
    ...(recorded === NO_DAY ? {} : { recorded: dayText(recorded) }),
    ...optional('item', word(facts.items)),
    ...optional('by', word(facts.by)),
    ...optional('evidence', word(facts.evidence)),
  }
}

const optional = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })
