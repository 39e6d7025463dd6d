/**
 * A ladder: rungs on one vertical rule, each with its label at the left, as an opened amount grows on the pages.
 *
 *     │
 *     ├─ Beløb         36.000 kr. = …
 *     │
 *     └─ Oplysninger   …
 */
import { type Terminal, styled } from './terminal.ts'

export type Rung = { label: string; lines: readonly string[] }

const labelWidth = 14

/** How wide the lines of a rung may be. */
export function rungWidth({ width }: Terminal): number {
  return Math.max(24, width - labelWidth - 3)
}

/** The lines of a ladder. Rungs without lines are left out. */
export function ladderLines(rungs: readonly Rung[], terminal: Terminal): string[] {
  const shown = rungs.filter(({ lines }) => lines.length > 0)
  return shown.flatMap(({ label, lines }, index) => {
    const isLast = index === shown.length - 1
    return [
      '│',
      ...lines.map((line, at) => {
        const rule = at === 0 ? (isLast ? '└─ ' : '├─ ') : isLast ? '   ' : '│  '
        const name = at === 0 ? styled(terminal, 'quiet', label.padEnd(labelWidth)) : ' '.repeat(labelWidth)
        return `${rule}${name}${line}`.trimEnd()
      }),
    ]
  })
}
