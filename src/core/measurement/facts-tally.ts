/** What became of the rows of a file of facts. The numbers of all files add up to those of the whole. */
import { type Day, FAR_FUTURE } from '../base/index.ts'
import { type MeasureFacts, NO_DAY, recordedOn } from './measure-facts.ts'

/** rowsRead = used + superseded + refused; `used` includes `notNeeded`, `superseded` includes `withdrawals`. */
export type FactsTally = {
  file: string
  rowsRead: number
  used: number
  /** Facts of measures that no goal, group or payment uses. */
  notNeeded: number
  /** Facts that a later row took the place of, duplicates, and the rows that only withdraw. */
  superseded: number
  withdrawals: number
  refused: number
}

/** A file of which nothing has been read. */
export function emptyTally(file: string): FactsTally {
  return { file, rowsRead: 0, used: 0, notNeeded: 0, superseded: 0, withdrawals: 0, refused: 0 }
}

/** The numbers of all files together. */
export function totalOf(files: readonly FactsTally[]): FactsTally {
  const sum = (of: (tally: FactsTally) => number) => files.reduce((total, tally) => total + of(tally), 0)
  return {
    file: '',
    rowsRead: sum((tally) => tally.rowsRead),
    used: sum((tally) => tally.used),
    notNeeded: sum((tally) => tally.notNeeded),
    superseded: sum((tally) => tally.superseded),
    withdrawals: sum((tally) => tally.withdrawals),
    refused: sum((tally) => tally.refused),
  }
}

/** The numbers as of two days: rowsRead = used + superseded + refused + later. */
export type TallyAsOf = FactsTally & {
  /** Rows recorded after the day that is known, or about a day after the one that is settled to. */
  later: number
}

/** How many rows there are of each day and day of recording: of those that no column holds. */
export class RowDays {
  private readonly counts = new Map<Day, Map<Day, number>>()

  /** A row without a day of recording is known on its first day. */
  add(from: Day, recorded: Day): void {
    const ofDay = this.counts.get(from) ?? new Map<Day, number>()
    this.counts.set(from, ofDay)
    ofDay.set(recorded, (ofDay.get(recorded) ?? 0) + 1)
  }

  laterThan({ to, knownAt }: { to: Day; knownAt: Day }): number {
    let later = 0
    for (const [from, ofDay] of this.counts) {
      for (const [recorded, count] of ofDay) {
        const known = recorded === NO_DAY ? from : recorded
        if (from > to || known > knownAt) later += count
      }
    }
    return later
  }
}

/** Rows that no column holds, and whose numbers the tally has among its own. */
export type RowsOutside = {
  /** Of measures that nothing needs. */
  idle: RowDays
  /** Told twice, or only there to withdraw. */
  superseded: RowDays
  /** Of measures that nothing needs, and replaced on a day. */
  idleReplaced: { from: Day; recorded: Day; replaced: Day }[]
}

/**
 * The tally as it was: a row recorded later was not there, and what it took the place of was still used.
 *
 *     113 rows, of which 3 were recorded in June, one of them in place of an old one
 *         known in January     113 = 110 used + 0 superseded + 0 refused + 3 later
 *         known in July        113 = 112 used + 1 superseded + 0 refused
 */
export function tallyAsOf(
  total: FactsTally,
  measures: Iterable<MeasureFacts>,
  outside: RowsOutside,
  days: { to: Day; knownAt: Day },
): TallyAsOf {
  const { to, knownAt } = days
  let superseded = total.superseded
  let later = 0
  let notNeeded = total.notNeeded
  for (const facts of measures) {
    for (let at = 0; at < facts.count; at++) {
      const replaced = facts.replaced[at] ?? FAR_FUTURE
      const isLater = facts.from[at]! > to || recordedOn(facts, at, to) > knownAt
      if (isLater) later++
      if (replaced < FAR_FUTURE && (isLater || replaced > knownAt)) superseded--
    }
  }
  for (const { from, recorded, replaced } of outside.idleReplaced) {
    const isLater = from > to || (recorded === NO_DAY ? from : recorded) > knownAt
    if (isLater) later++
    if (isLater || replaced > knownAt) superseded--
    if (!isLater && replaced > knownAt) notNeeded++
  }
  const idle = outside.idle.laterThan(days)
  const told = outside.superseded.laterThan(days)
  later += idle + told
  superseded -= told
  const used = total.rowsRead - total.refused - superseded - later
  return { ...total, used, superseded, notNeeded: notNeeded - idle, later }
}
