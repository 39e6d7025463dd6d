/**
 * Places: from an offset in a text to a place a reader can find, and back.
 *
 *     'price: 15\ncap: 50', offset 15, length 2   ⇄   line 2, column 6, length 2
 *
 * Lines and columns count from 1. Only a line feed ends a line, as in YAML; the carriage return of a Windows line is the
 * last column of its line. A byte order mark takes up no column, because no editor shows it.
 */
import { type Place } from '../base/index.ts'

const byteOrderMark = '\uFEFF'

/** The offset at which each line begins; entry 0 is line 1. */
export function lineStartsOf(text: string): number[] {
  const starts = [text.startsWith(byteOrderMark) ? 1 : 0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The place of `length` characters from `offset`; `lineStarts` comes from `lineStartsOf`. */
export function placeAt(lineStarts: readonly number[], file: string, offset: number, length: number): Place {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { file, line: low + 1, column: Math.max(0, offset - (lineStarts[low] ?? 0)) + 1, length }
}

/** The offset in `text` where `at` begins; past the end when the place lies past the end. */
export function offsetOf(text: string, at: Place): number {
  const starts = lineStartsOf(text)
  return (starts[at.line - 1] ?? text.length) + at.column - 1
}
