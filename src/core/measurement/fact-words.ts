/** The texts that facts name things by: goals of a plan, who recorded, on what evidence. */
import { type Interner } from '../text/index.ts'
import { type ExtraColumn } from './staging.ts'

/** Texts by code; the code of an item when it was read goes to `placeOfItem`. */
export type WordsInUse = { texts: Partial<Record<ExtraColumn, readonly string[]>>; placeOfItem: Int32Array }

/** Items are put in order of their names, since facts are sorted by them and the order of the files must not show. */
export function wordsInUse(items: Interner, by: Interner, evidence: Interner): WordsInUse {
  const names = textsOf(items)
  const order = names.map((_, code) => code).sort((a, b) => (names[a]! < names[b]! ? -1 : 1))
  const placeOfItem = new Int32Array(names.length)
  for (const [place, code] of order.entries()) placeOfItem[code] = place
  const item = order.map((code) => names[code]!)
  return { texts: { item, by: textsOf(by), evidence: textsOf(evidence) }, placeOfItem }
}

function textsOf(interner: Interner): string[] {
  return Array.from({ length: interner.size }, (_, code) => interner.textOf(code))
}
