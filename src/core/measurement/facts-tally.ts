/** What became of the rows of a file of facts. The numbers of all files add up to those of the whole. */

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
