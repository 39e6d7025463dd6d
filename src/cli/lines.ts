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

export type Column = { head: string; align?: 'left' | 'right'; most?: number }

/** A table: heads, an ink rule, rows, and after another rule the total, if there is one. Long cells are cut by `most`. */
export function tableLines(
  terminal: Terminal,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): string[] {
  const all = [...rows, ...(total === undefined ? [] : [total])]
  const widths = columns.map((column, index) => {
    const widest = Math.max(widthOf(column.head), ...all.map((row) => widthOf(row[index] ?? '')))
    return Math.min(widest, column.most ?? widest)
  })
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => {
        const text = cut(cells[index] ?? '', widths[index]!)
        const space = ' '.repeat(Math.max(0, widths[index]! - widthOf(text)))
        return column.align === 'right' ? space + text : text + space
      })
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, 2 * (columns.length - 1)))
  const hasHeads = columns.some(({ head }) => head !== '')
  return [
    ...(hasHeads ? [styled(terminal, 'quiet', line(columns.map(({ head }) => head))), rule] : []),
    ...rows.map(line),
    ...(total === undefined ? [] : [rule, styled(terminal, 'strong', line(total))]),
  ]
}

function cut(text: string, most: number): string {
  return widthOf(text) <= most ? text : `${[...text].slice(0, most - 1).join('')}…`
}
