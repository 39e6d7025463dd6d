/**
 * The facts a value rests on, each with its file and line, worked out only when somebody asks.
 *
 *     time-in shelter, 1 January until 1 July   →   every stay with a night in the window
 *     value-of wellbeing, latest                →   the fact or facts of the day that was picked
 */
import { type Day, type Place, assert, compare, dayText, formatExact } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { type MeasureFacts, NO_DAY, STILL_GOING_ON, itemStates, rawAt, valueAt, wordAt } from './measure-facts.ts'
import { ofKinds } from './of-kinds.ts'
import { eachItem } from './plan-items.ts'
import { type Roster, placeOfRow } from './roster.ts'
import { type FactsView, type Who, measureIn, placeOfFact, rowIn } from './store.ts'
import { endOfDay, latestRecorded, pick, startOfDay } from './values.ts'

export type FactReason = {
  /** The measure, empty for a row of the roster. */
  measure: string
  /** The id of the person, empty for a figure about a group. */
  person: string
  /** An exact number as text; for a goal of a plan how it stood. A spell or an event has none. */
  value: string | undefined
  /** The day as text; for a row of the roster, none. */
  from: string | undefined
  /** Of a spell: the first day outside, empty if it still goes on. */
  until: string | undefined
  /** Which goal of the plan, or which kind of the measure. */
  item: string | undefined
  recorded: string | undefined
  by: string | undefined
  evidence: string | undefined
  at: Place
}

export type FactNode =
  expressions.TimeIn | expressions.CountOf | expressions.ValueOf | expressions.LongestRun | expressions.ItemsMet

/** What there is to know about who asks: the facts, and the groups that rows without a person are about. */
export type Asking = { facts: FactsView; scopes: readonly { agreement: number; key: string }[] }

/** The facts that the value of an expression rests on, for a row's person or group in [from, until), in order of day. */
export function factsUsed(
  node: FactNode,
  { facts, scopes }: Asking,
  row: { who: number; scope: number },
  from: Day,
  until: Day,
): FactReason[] {
  const scope = scopes[row.scope]
  const who: Who = row.who >= 0 ? row.who : `${String(scope?.agreement ?? 0)}/${scope?.key ?? ''}`
  const view = 'kinds' in node ? ofKinds(facts, countedBy(node), node.kinds) : facts
  return measuresOfNode(node).flatMap((name) => {
    const ofMeasure = measureIn(view, name)
    const place = rowIn(view, ofMeasure, who)
    if (place < 0) return []
    const positions = positionsUsed(node, view, ofMeasure, who, place, from, until)
    return positions.map((at) => reasonOf(view, ofMeasure, row.who, at))
  })
}

/** Where the roster says something about a person. */
export function personPlace(roster: Roster, who: number): FactReason {
  const none = { value: undefined, from: undefined, until: undefined, item: undefined }
  const unsaid = { recorded: undefined, by: undefined, evidence: undefined }
  return { measure: '', person: roster.idOf(who), ...none, ...unsaid, at: placeOfRow(roster, who) }
}

/** The measures whose facts count, without those whose time is taken out. */
function countedBy(node: FactNode): readonly string[] {
  return node.kind === 'time-in' ? node.timeIn : measuresOfNode(node)
}

function measuresOfNode(node: FactNode): readonly string[] {
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

function positionsUsed(
  node: FactNode,
  view: FactsView,
  facts: MeasureFacts,
  who: Who,
  row: number,
  from: Day,
  until: Day,
): number[] {
  const all = Array.from({ length: facts.first[row + 1]! - facts.first[row]! }, (_, index) => facts.first[row]! + index)
  const inWindow = all.filter((at) => facts.from[at]! >= from && facts.from[at]! < until)
  switch (node.kind) {
    case 'time-in':
    case 'longest-run-in':
      return all.filter((at) => facts.from[at]! < until && facts.until[at]! > from)
    case 'count-of':
      return inWindow
    case 'value-of':
      return positionsPicked(node.pick, view, facts, who, inWindow, from, until)
    case 'items-met': {
      const used = new Set<number>()
      eachItem(facts, row, until, (item, begin, end) => {
        for (let at = begin; at < end; at++) if (facts.items.codes[at] === item) used.add(at)
      })
      return [...used].sort((a, b) => a - b)
    }
  }
}

function positionsPicked(
  how: expressions.ValueOf['pick'],
  view: FactsView,
  facts: MeasureFacts,
  who: Who,
  inWindow: readonly number[],
  from: Day,
  until: Day,
): number[] {
  if (inWindow.length === 0 || how === 'mean' || how === 'sum')
    return inWindow.flatMap((at) => decidingOfDay(facts, inWindow, at))
  const [begin, end] = [inWindow[0]!, inWindow.at(-1)! + 1]
  if (how === 'latest') return decidingOfDay(facts, inWindow, startOfDay(facts, begin, end))
  if (how === 'first') return decidingOfDay(facts, inWindow, begin)
  assert(how !== 'nearest', 'the day that is nearest is worked out by whoever asks')
  // The first day on which the picked value stood.
  const value = pick(view, facts.name, who, from, until, how)!
  const day = inWindow.find((at) => {
    const ofDay = pick(view, facts.name, who, facts.from[at]!, facts.from[at]! + 1, how)
    return ofDay !== undefined && compare(ofDay, value) === 0
  })
  return day === undefined ? [] : decidingOfDay(facts, inWindow, day)
}

/** Of the facts of one day those that make its value, told once: at the first of them. */
function decidingOfDay(facts: MeasureFacts, inWindow: readonly number[], at: number): number[] {
  const end = endOfDay(facts, at, inWindow.at(-1)! + 1)
  if (at > inWindow[0]! && facts.from[at - 1] === facts.from[at]) return []
  const ofDay = inWindow.filter((other) => other >= at && other < end)
  switch (facts.terms.ties) {
    case 'sum':
      return ofDay
    case 'lowest':
      return ofDay.slice(0, 1)
    case 'latest-recorded':
      return [latestRecorded(facts, at, end)]
    default:
      return ofDay.slice(-1)
  }
}

function reasonOf(view: FactsView, facts: MeasureFacts, who: number, at: number): FactReason {
  const until = facts.until[at]
  const recorded = facts.recorded[at] ?? NO_DAY
  return {
    measure: facts.name,
    person: who >= 0 ? view.roster.idOf(who) : '',
    value: valueText(facts, at),
    from: dayText(facts.from[at]!),
    until: until === undefined ? undefined : until === STILL_GOING_ON ? '' : dayText(until),
    item: wordAt(facts.items, at) ?? wordAt(facts.kinds, at),
    recorded: recorded === NO_DAY ? undefined : dayText(recorded),
    by: wordAt(facts.by, at),
    evidence: wordAt(facts.evidence, at),
    at: placeOfFact(view, facts, at),
  }
}

function valueText(facts: MeasureFacts, at: number): string | undefined {
  if (facts.terms.kind === 'plan') return itemStates[Number(rawAt(facts, at))]
  return facts.terms.kind === 'spell' || facts.terms.kind === 'event' ? undefined : formatExact(valueAt(facts, at))
}
