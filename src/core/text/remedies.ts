/**
 * Remedies: what to paste where something is wrong or open, as edits of the text that leave the rest as it is.
 *
 *     a missing edge        a new first line of its map, in the manner (block or flow) the map is written
 *     a slip of the pen     the known word that is nearest
 *     half a text           the whole of it in quotes, where a comma in braces has cut it
 */
import { type Choice, type Place } from '../base/index.ts'
import { type YamlEntry, type YamlMap } from './yaml.ts'

/** Text to put in front of a map's first entry, in the manner (block or flow) the map is written. */
export function insertion(node: YamlMap, first: YamlEntry | undefined, paste: string): Choice {
  if (first === undefined) return { paste, edit: { at: { ...node.at }, text: `{ ${paste} }` } }
  const indent = ' '.repeat(first.keyAt.column - 1)
  const text = node.flow ? `${paste}, ` : `${paste}\n${indent}`
  return { paste, edit: { at: { ...first.keyAt, length: 0 }, text } }
}

/** In braces a comma begins a new key: `{ da: who pays, and when }` has lost half its text, which quotes keep together, and `6,5` its decimals. */
export function cutText(node: YamlMap, entry: YamlEntry): (Choice & { isNumber: boolean }) | undefined {
  const before = node.entries[node.entries.indexOf(entry) - 1]
  if (!node.flow || entry.value.kind !== 'empty' || before?.value.kind !== 'text') return undefined
  const { at, text } = before.value
  if (before.value.quoted || at.line !== entry.keyAt.line) return undefined
  const isNumber = /^[-−]?\d+$/.test(text) && /^\d+\D*$/.test(entry.key)
  const whole = isNumber ? `${text}.${entry.key}` : JSON.stringify(`${text}, ${entry.key}`)
  const length = entry.keyAt.column + entry.keyAt.length - at.column
  return { paste: `${before.key}: ${whole}`, edit: { at: { ...at, length }, text: whole }, isNumber }
}

/** The nearest known word as the remedy for one that is none. */
export function inPlaceOf(at: Place, near: string | undefined): Choice[] {
  return near === undefined ? [] : [{ paste: near, edit: { at, text: near } }]
}

/** The known word that differs least from what was written, if it is near enough to be a slip: at most half its letters. */
export function nearest(found: string, known: readonly string[]): string | undefined {
  const scored = known.map((word) => ({ word, distance: editDistance(found, word) }))
  const best = scored.sort((a, b) => a.distance - b.distance)[0]
  const most = Math.min(Math.max(2, Math.floor(found.length / 3)), Math.floor(found.length / 2))
  return best !== undefined && best.distance <= most ? best.word : undefined
}

/** How many letters must be put in, taken out or changed to make one word the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap))
    }
    row = next
  }
  return row[b.length]!
}
