/**
 * The three-line excerpt that shows the spot of a problem.
 *
 *     4 |     measured: HbA1c cut by at least 8.5 %
 *     5 |     share: at least 31 %
 *       |            ^^^^^^^^^^^^^
 *     6 |     count: at least 50 of 162
 *
 * A place that runs over several lines is underlined to the end of its first line. Very long lines are cut around the
 * spot, and the cut is shown by '…'.
 */
import { type Place } from '../base/index.ts'
import { lineStartsOf } from './places.ts'

const widthMax = 110
const widthBefore = 40

/** The line of `at` with the one before and the one after, numbered, and the spot underlined. No line feed at the end. */
export function excerpt(text: string, at: Place): string {
  const starts = lineStartsOf(text)
  const lineAt = (line: number): string | undefined => {
    const start = starts[line - 1]
    return start === undefined ? undefined : text.slice(start, starts[line] ?? text.length).replace(/\r?\n?$/, '')
  }
  const spot = lineAt(at.line) ?? ''
  const from = Math.min(Math.max(0, at.column - 1), spot.length)
  const until = Math.max(from + 1, Math.min(from + at.length, spot.length))

  // Everything is counted in whole characters from here on, so that an emoji before the spot does not push it.
  const before = [...spot.slice(0, from)].length
  const marked = [...spot.slice(from, until)].length || 1
  const cutAt = before + marked > widthMax ? Math.max(0, before - widthBefore) : 0
  const underline = ' '.repeat(before - cutAt + (cutAt > 0 ? 1 : 0)) + '^'.repeat(Math.min(marked, widthMax))

  const numberWidth = String(at.line + 1).length
  const numbered = (line: number): string[] => {
    const source = lineAt(line)
    if (source === undefined || (line === starts.length && line !== at.line && source === '')) return []
    return [`    ${String(line).padStart(numberWidth)} | ${window(source, cutAt)}`.trimEnd()]
  }
  const shownUnderline = `    ${' '.repeat(numberWidth)} | ${underline}`
  return [...numbered(at.line - 1), ...numbered(at.line), shownUnderline, ...numbered(at.line + 1)].join('\n')
}

function window(line: string, cutAt: number): string {
  const characters = [...line]
  const shown = characters.slice(cutAt, cutAt + widthMax)
  // A control character would move the cursor, and with it the underline.
  // eslint-disable-next-line no-control-regex
  const plain = shown.join('').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
  const head = cutAt > 0 ? '…' : ''
  return head + plain + (characters.length > cutAt + widthMax ? '…' : '')
}
