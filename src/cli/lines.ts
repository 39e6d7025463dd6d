/**
 * Lines of text: broken at spaces, and set in columns.
 *
 *     wrapped('Er mindst 50 %, men under 75 %, nået …', { width: 88, indent: '  ' })
 *     tableLines([{ head: 'Optjent', align: 'right' }, …], rows)
 *
 * A no-break space keeps a number and its unit on one line. One ink rule stands under the heads, as on the pages.
 */
import { type Terminal, styled, widthOf } from './terminal.ts'

/** Breaks a text into lines of at most `width` places; `indent` stands before all, `first` before the first instead. */
export function wrapped(text: string, { width, indent = '', first = indent }: WrapOptions): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(/[ \n]+/).filter((part) => part !== '')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line.trimEnd()]
}

type WrapOptions = { width: number; indent?: string; first?: string }

/** A flexible column gives way when the table is wider than the terminal; its cells go on below instead of being cut. */
export type Column = { head: string; align?: 'left' | 'right'; isFlexible?: boolean }

const gap = '  '
const flexibleLeast = 8
/** A word longer than this is cut before it keeps its column wide. */
const wordMost = 18

/** A table: heads, an ink rule, rows, and after another rule the total, if there is one. */
export function tableLines(
  terminal: Terminal,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): string[] {
  const widths = columnWidths(terminal, columns, [...rows, ...(total === undefined ? [] : [total])])
  const lines = (cells: readonly string[]): string[] => rowLines(columns, widths, cells)
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, gap.length * (columns.length - 1)))
  const hasHeads = columns.some(({ head }) => head !== '')
  const heads = lines(columns.map(({ head }) => head)).map((line) => styled(terminal, 'quiet', line))
  return [
    ...(hasHeads ? [...heads, rule] : []),
    ...rows.flatMap(lines),
    ...(total === undefined ? [] : [rule, ...lines(total).map((line) => styled(terminal, 'strong', line))]),
  ]
}

/**
 * How wide each column is. Where the table is too wide, the widest flexible column gives way first, down to its longest word;
 * only where that is not enough are words cut.
 */
function columnWidths({ width }: Terminal, columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  const cellsOf = (index: number): string[] => [columns[index]!.head, ...rows.map((row) => row[index] ?? '')]
  const widths = columns.map((_, index) => Math.max(...cellsOf(index).map(widthOf)))
  // What goes on below is set in by two.
  const wordsOf = (cell: string): number[] => cell.split(' ').map((word, nth) => widthOf(word) + (nth === 0 ? 0 : 2))
  const least = columns.map((_, index) =>
    Math.max(flexibleLeast, Math.min(wordMost, Math.max(...cellsOf(index).flatMap(wordsOf)))),
  )
  for (const floors of [least, columns.map(() => flexibleLeast)]) {
    let over = widths.reduce((sum, one) => sum + one, gap.length * (columns.length - 1)) - width
    for (; over > 0; over--) {
      const room = widths.map((one, at) => (columns[at]?.isFlexible === true && one > floors[at]! ? one : 0))
      const widest = Math.max(...room)
      if (widest === 0) break
      const at = room.indexOf(widest)
      widths[at] = widths[at]! - 1
    }
  }
  return widths
}

function rowLines(columns: readonly Column[], widths: readonly number[], cells: readonly string[]): string[] {
  const parts = columns.map((_, index) => {
    const cell = cells[index] ?? ''
    return widthOf(cell) <= widths[index]! ? [cell] : brokenCell(cell, widths[index]!)
  })
  const height = Math.max(...parts.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    columns
      .map(({ align }, index) => {
        const text = parts[index]![at] ?? ''
        const space = ' '.repeat(Math.max(0, widths[index]! - widthOf(text)))
        return align === 'right' ? space + text : text + space
      })
      .join(gap)
      .trimEnd(),
  )
}

/** A cell in lines of its column's width; what begins with spaces stays set in. A word longer than a line is cut in two. */
function brokenCell(cell: string, width: number): string[] {
  const indent = /^ */.exec(cell)![0]
  return wrapped(cell, { width, first: indent, indent: `${indent}  ` }).flatMap((line) =>
    widthOf(line) <= width ? [line] : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []),
  )
}
