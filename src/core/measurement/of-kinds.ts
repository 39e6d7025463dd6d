/**
 * A view in which only some kinds of the facts of some measures are seen.
 *
 *     longest-run-in: work, kinds: [job]   →   the runs in jobs; what was education is as if it were not there
 *
 * Measures without kinds stay as they are. A view is made once for each choice of kinds, so that nothing is decided fact
 * by fact when questions are asked.
 */
import { filtered } from './filtered.ts'
import { type MeasureFacts } from './measure-facts.ts'
import { type FactsView } from './store.ts'

const made = new WeakMap<FactsView, Map<string, FactsView>>()

/** The view in which these measures have only facts of these kinds; `all`, or no kinds at all, is the view itself. */
export function ofKinds(view: FactsView, measures: readonly string[], kinds: readonly string[] | undefined): FactsView {
  if (kinds === undefined || kinds.includes('all')) return view
  const key = JSON.stringify([measures, kinds])
  const known = made.get(view) ?? new Map<string, FactsView>()
  made.set(view, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const some = new Map(view.measures)
  for (const name of measures) {
    const facts = view.measures.get(name)
    if (facts?.terms.kinds !== undefined) some.set(name, onlyOf(facts, kinds))
  }
  const seen = { ...view, measures: some }
  known.set(key, seen)
  return seen
}

function onlyOf(facts: MeasureFacts, kinds: readonly string[]): MeasureFacts {
  const isWanted = Uint8Array.from(facts.kinds.words, (word) => (kinds.includes(word) ? 1 : 0))
  const keep = new Uint8Array(facts.count)
  for (let at = 0; at < facts.count; at++) keep[at] = isWanted[facts.kinds.codes[at]!]!
  return filtered(facts, keep)
}
