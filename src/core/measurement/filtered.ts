/** A measure's facts with some left out, in the same order. */
import { type Coded, type MeasureFacts } from './measure-facts.ts'

/** The facts whose entry in `keep` is 1. */
export function filtered(facts: MeasureFacts, keep: Uint8Array): MeasureFacts {
  const first = new Uint32Array(facts.first.length)
  const kept = new Uint32Array(count(keep))
  if (kept.length === facts.count) return facts
  let next = 0
  for (let row = 0; row + 1 < first.length; row++) {
    for (let at = facts.first[row]!; at < facts.first[row + 1]!; at++) if (keep[at] === 1) kept[next++] = at
    first[row + 1] = next
  }
  const wholes = (column: Int32Array) =>
    column.length === 0 ? column : chosen(column, kept, new Int32Array(kept.length))
  const coded = ({ codes, words }: Coded): Coded => ({ codes: wholes(codes), words })
  return {
    ...facts,
    count: kept.length,
    first,
    from: wholes(facts.from),
    until: wholes(facts.until),
    values: facts.values.length === 0 ? facts.values : chosen(facts.values, kept, new Float64Array(kept.length)),
    exact: facts.exact === undefined ? undefined : Array.from(kept, (at) => facts.exact![at]!),
    items: coded(facts.items),
    kinds: coded(facts.kinds),
    recorded: wholes(facts.recorded),
    replaced: wholes(facts.replaced),
    source: chosen(facts.source, kept, new Uint32Array(kept.length)),
    by: coded(facts.by),
    evidence: coded(facts.evidence),
  }
}

/** Writes the entries at some places into a column of their own: by hand, since `from` takes several times as long. */
function chosen<Column extends Int32Array | Uint32Array | Float64Array>(
  column: Column,
  places: Uint32Array,
  into: Column,
): Column {
  for (let at = 0; at < places.length; at++) into[at] = column[places[at]!]!
  return into
}

function count(keep: Uint8Array): number {
  let kept = 0
  for (const one of keep) kept += one
  return kept
}
