/**
 * The lines of a file of facts around one of them, as they stand in the file.
 *
 *     readLines(file, 4711)  →  line 1 (the heads of the columns), lines 4611 … 4811
 *
 * The file is read a chunk at a time and no further than it is needed, so its size does not matter.
 */
import { type CsvFile } from '../core/measurement/index.ts'

export type FileLines = {
  /** The first line, which names the columns. */
  head: string
  lines: { number: number; text: string }[]
  /** Whether the file goes on after the last line told. */
  hasMore: boolean
}

const aroundMost = 100

/** The lines around a line; from the beginning where none is named. */
export function readLines(file: CsvFile, around: number): FileLines {
  const from = Math.max(2, around - aroundMost)
  const through = from + 2 * aroundMost
  const found: FileLines = { head: '', lines: [], hasMore: false }
  let number = 0
  let rest = ''
  const take = (text: string): boolean => {
    number++
    if (number === 1) found.head = text
    else if (number > through) found.hasMore = true
    else if (number >= from) found.lines.push({ number, text })
    return found.hasMore
  }
  const decoder = new TextDecoder('utf-8')
  for (const chunk of file.chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (take(part.replace(/\r$/, ''))) return found
  }
  if (rest !== '') take(rest)
  return found
}
