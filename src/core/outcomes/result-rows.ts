/** Results of one goal, gathered row by row into columns that grow. */
import { type Row } from './row.ts'
import { type GoalResults, type StatusCode } from './goal-results.ts'
import { type Value } from './value.ts'

/** What came of an occasion: its status, what somebody's leaving has already made of it, and its quantity. */
export type Decided = { status: StatusCode; foregone: StatusCode; quantity: Value }

type SixColumns = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]

export class ResultRows {
  private size = 0
  private columns = Array.from({ length: 6 }, () => new Int32Array(1024)) as SixColumns
  private version = new Uint8Array(1024)
  private status = new Uint8Array(1024)
  private foregone = new Uint8Array(1024)
  private readonly quantity: Value[] | undefined

  constructor(
    private readonly goal: string,
    private readonly isOfGroups: boolean,
    hasQuantity: boolean,
  ) {
    this.quantity = hasQuantity ? [] : undefined
  }

  /** A result on the occasion the row stands on. */
  add(row: Row, { status, foregone, quantity }: Decided, version: number): void {
    if (this.size === this.status.length) this.grow()
    const { columns } = this
    const at = this.size++
    columns[0][at] = row.who
    columns[1][at] = row.scope
    columns[2][at] = row.agreement
    columns[3][at] = row.day
    columns[4][at] = row.previous
    columns[5][at] = row.number
    this.version[at] = version
    this.status[at] = status
    this.foregone[at] = foregone
    this.quantity?.push(quantity)
  }

  private grow(): void {
    const size = 2 * this.status.length
    this.columns = this.columns.map((column) => larger(column, new Int32Array(size))) as SixColumns
    this.version = larger(this.version, new Uint8Array(size))
    this.status = larger(this.status, new Uint8Array(size))
    this.foregone = larger(this.foregone, new Uint8Array(size))
  }

  finish(rosterCount: number): GoalResults {
    const [who, scope, agreement, day, previous, number] = this.columns.map((column) =>
      column.subarray(0, this.size),
    ) as SixColumns
    const first = new Int32Array(rosterCount + 1)
    const ofScope = new Map<number, [number, number]>()
    for (let at = 0; at < this.size; at++) {
      if (!this.isOfGroups) first[who[at]! + 1]!++
      else ofScope.set(scope[at]!, [ofScope.get(scope[at]!)?.[0] ?? at, at + 1])
    }
    for (let row = 0; row < rosterCount; row++) first[row + 1]! += first[row]!
    return {
      goal: this.goal,
      isOfGroups: this.isOfGroups,
      size: this.size,
      quantity: this.quantity,
      first,
      ofScope,
      who,
      scope,
      agreement,
      day,
      previous,
      number,
      version: this.version.subarray(0, this.size),
      status: this.status.subarray(0, this.size),
      foregone: this.foregone.subarray(0, this.size),
    }
  }
}

function larger<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
