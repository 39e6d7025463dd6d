/**
 * Where facts come from: a file and a line in one number.
 *
 *     a.csv has lines 1–900, b.csv lines 1–50   →   a.csv:7 is 7, b.csv:7 is 900 + 7
 */
import { type Place, assert } from '../base/index.ts'

export class SourceFiles {
  readonly names: string[] = []
  private readonly bases: number[] = []
  private next = 0

  /** Begins a file, and answers what to add to its lines. */
  open(name: string): number {
    this.names.push(name)
    this.bases.push(this.next)
    return this.next
  }

  /** Notes the last line that was read of the file opened last. */
  close(lastLine: number): void {
    this.next = this.bases.at(-1)! + lastLine
    assert(this.next < 2 ** 32, 'there are fewer than four billion lines')
  }

  /** Which file, counted from 0 in the order of reading. */
  fileOf(source: number): number {
    let [low, high] = [0, this.bases.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      // Lines count from 1, so the base itself is the last line of the file before.
      if (this.bases[middle]! < source) low = middle
      else high = middle - 1
    }
    return low
  }

  lineOf(source: number): number {
    return source - this.bases[this.fileOf(source)]!
  }

  placeOf(source: number): Place {
    return { file: this.names[this.fileOf(source)] ?? '', line: this.lineOf(source), column: 1, length: 0 }
  }
}
