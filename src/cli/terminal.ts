/**
 * What a command writes to: the reader's language, how wide the lines are, and whether colours and a bar may be used.
 *
 *     Ink on nothing. Bold is what was reached or matters most, rust is where somebody must act.
 *
 * Handed to every command, so that a test can read what would have been shown. Only `main.ts` makes a real one.
 */
import { type Day, type Locale } from '../core/base/index.ts'

export type Terminal = {
  locale: Locale
  /** Characters in a line; never fewer than 40. */
  width: number
  isColoured: boolean
  /** The day it is, for suggestions and to say of a day that it has not come: no command computes by it. */
  today: Day
  /** Writes lines of the answer. */
  print: (text: string) => void
  /** Writes an answer that may be longer than any one text, piece by piece, and ends the line. */
  printPieces: (pieces: Iterable<string>) => Promise<void>
  /** Writes beside the answer: what went wrong, what was done. */
  say: (text: string) => void
  /** Shows how far long work has come, from 0 to 1 where that is known; nothing until half a second has passed. */
  progress: (share: number | undefined, what: string) => void
  /** Takes the bar away again. */
  progressDone: () => void
  /** The program of the thread that reads along in large files, where it has been built. */
  readingHelper: string | undefined
  /** Asks questions one by one; undefined when there is nobody to ask. */
  ask: ((question: string) => Promise<string | undefined>) | undefined
}

const codes = { strong: ['1', '22'], act: ['38;5;130', '39'], quiet: ['2', '22'] } as const

/** Puts a style around a text, where the terminal takes styles. A width must be counted before it is put on. */
export function styled(terminal: Terminal, style: keyof typeof codes, text: string): string {
  if (!terminal.isColoured || text === '') return text
  const [on, off] = codes[style]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

/** How many places a text takes, whatever styles it carries. */
export function widthOf(text: string): number {
  // eslint-disable-next-line no-control-regex
  return [...text.replace(/\u001b\[[\d;]*m/g, '').replace(/\p{Mn}/gu, '')].length
}
