/**
 * Goals of a plan: how many of somebody's goals are met, judged and not yet judged in a window.
 *
 *     agreed 10 January, changed 1 May, met 1 November
 *         latest wording   →   met
 *         first wording    →   not judged, for what was met in November is the new wording
 *
 * A goal of the plan is looked at if it has a fact in the window [from, until), or was still open when the window
 * began. What it was before does not count against it: it counts as it stands at the window's end. A judgement from
 * before a change is about the old wording. Under `first-wording` a goal stands as it did at its first change; if it is
 * withdrawn later, it is withdrawn.
 */
import { type Day } from '../base/index.ts'
import { type expressions } from '../terms/index.ts'
import { type ItemState, type MeasureFacts, itemStates } from './measure-facts.ts'
import { type FactsView, type Who, measureIn, rowIn } from './store.ts'

export type ItemRules = Pick<expressions.ItemsMet, 'changed' | 'withdrawn'>

/** `judged` counts goals that are met, not met, or withdrawn where the rules say that is not met. */
export type ItemCounts = { met: number; judged: number; unjudged: number; withdrawn: number }

/** Counts the goals of somebody's plan in [from, until). */
export function itemsIn(
  view: FactsView,
  measure: string,
  who: Who,
  from: Day,
  until: Day,
  rules: ItemRules,
): ItemCounts {
  const counts: ItemCounts = { met: 0, judged: 0, unjudged: 0, withdrawn: 0 }
  const facts = measureIn(view, measure)
  const row = rowIn(view, facts, who)
  if (row < 0) return counts
  eachItem(facts, row, until, (item, begin, end) => {
    const state = stateOf(facts, item, { begin, end }, from, rules.changed)
    if (state === undefined) return
    if (state === 'met') counts.met++
    if (state === 'withdrawn') counts.withdrawn++
    if (state === 'met' || state === 'not-met' || (state === 'withdrawn' && rules.withdrawn === 'not-met'))
      counts.judged++
    if (state === 'agreed') counts.unjudged++
  })
  return counts
}

/** Calls for each goal with a fact before `until`, with the stretch of the row that holds those facts. */
export function eachItem(
  facts: MeasureFacts,
  row: number,
  until: Day,
  found: (item: number, begin: number, end: number) => void,
): void {
  const { codes } = facts.items
  const begin = facts.first[row]!
  let end = facts.first[row + 1]!
  while (end > begin && facts.from[end - 1]! >= until) end--
  for (let at = begin; at < end; at++) {
    let earlier = at - 1
    while (earlier >= begin && codes[earlier] !== codes[at]) earlier--
    if (earlier < begin) found(codes[at]!, at, end)
  }
}

type Stretch = { begin: number; end: number }

/** How a goal stands at the end of the stretch; undefined if it was settled before the window and is not in it. */
function stateOf(
  facts: MeasureFacts,
  item: number,
  { begin, end }: Stretch,
  from: Day,
  changed: ItemRules['changed'],
): Exclude<ItemState, 'changed'> | undefined {
  let state: Exclude<ItemState, 'changed'> = 'agreed'
  let isFrozen = false
  let isInWindow = false
  let isOpenBefore = false
  for (let at = begin; at < end; at++) {
    if (facts.items.codes[at] !== item) continue
    const next = itemStates[facts.values[at]!]!
    if (next === 'changed') {
      if (changed === 'first-wording') isFrozen = true
      else state = 'agreed'
    } else if (!isFrozen || next === 'withdrawn') state = next
    if (facts.from[at]! >= from) isInWindow = true
    else isOpenBefore = state === 'agreed'
  }
  return isInWindow || isOpenBefore ? state : undefined
}
