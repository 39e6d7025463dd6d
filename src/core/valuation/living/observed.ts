/**
 * What has been seen of a case's people up to the end of a month, as plain data without names, and the counts made from it.
 *
 *     life   referred 2, started 3, finished 12, result met in month 14, last looked at in month 14
 *     seen through month 13: in the course in months 3 … 12, completed, the result still open
 *
 * Months are those of the case: month 1 is its first, and whatever happened before it stands in month 0. A life that has no
 * result has not failed: it is open. The case that surprises: who left for a reason that is no dropout leaves the course all the
 * same, but is counted in no share.
 */

/** How the goal that is the case's success stands: `open` is not due or not measured, `left-out` is judged by nobody. */
export type SeenResult = 'met' | 'missed' | 'open' | 'left-out'

export type SeenLife = {
  referred: number
  started: number | undefined
  /** Left before finishing; whether the reason is one that the case calls a dropout, and whether the day of it is known. */
  left: { month: number; isDropout: boolean; isDated: boolean } | undefined
  finished: number | undefined
  result: SeenResult
  /** The month of the date that decided it, when it is met or missed. */
  decided: number | undefined
  /** The month of the last date on which the goal is looked at: from then on met and missed have had the same chance of being seen. */
  closes: number | undefined
  /** The months in which the goal is looked at, in order, where they are told: a success of another month is seen in the next of them. */
  looks?: readonly number[]
  /** A success would be seen in the month it comes, so who has none by now has had none so far. */
  isWatched: boolean
  /** The result is open because nobody measured it, although its date has come. */
  isUnmeasured: boolean
}

/**
 * What the facts of a contract may say nothing about; the case goes as assumed in it. A result that is looked at on a date of its own
 * has no month in which it came.
 */
export type Unseen = 'not-started' | 'wait' | 'dropout' | 'length' | 'success-month'

/** Use of the service of a consequence by somebody who has succeeded, or started, in units of its price. */
export type SeenUse = {
  group: number
  /** The month after which the use counts. */
  begun: number
  /** By month after it, at `k − 1`, as far as somebody has looked; and the most there could have been. */
  units: Float64Array
  most: Float64Array
}

export type ObservedUse = { consequence: string; people: readonly SeenUse[] }

export type Observed = {
  /** The last month whose whole is known; 0 when the case has not begun. */
  through: number
  /** By group of the compiled case; nothing for a group that is not followed. */
  groups: (readonly SeenLife[] | undefined)[]
  /** By group, what nobody records. */
  unseen: readonly ReadonlySet<Unseen>[]
  /** Of the consequences of which the case says where the use is seen. */
  uses: readonly ObservedUse[]
  /** Kroner settled by month 0 … through, by owner who pays; nothing when the contract settles nothing with them. */
  payments: { owner: number; byMonth: Float64Array }[] | undefined
}

/** The life as it looked at the end of an earlier month, with what is known now. */
export function asSeen(life: SeenLife, month: number): SeenLife | undefined {
  if (life.referred > month) return undefined
  const isPast = (at: number | undefined): at is number => at !== undefined && at <= month
  const isDecided = isPast(life.decided)
  return {
    referred: life.referred,
    started: isPast(life.started) ? life.started : undefined,
    left: isPast(life.left?.month) ? life.left : undefined,
    finished: isPast(life.finished) ? life.finished : undefined,
    result: life.result === 'left-out' || isDecided ? life.result : 'open',
    decided: isDecided ? life.decided : undefined,
    closes: life.closes,
    ...(life.looks === undefined ? {} : { looks: life.looks }),
    isWatched: life.isWatched,
    isUnmeasured: life.isUnmeasured && isPast(life.closes),
  }
}

/** The month in which a success of a month is seen: that month, or the next in which somebody looks; none after the last. */
export function seenIn({ looks }: SeenLife, month: number): number {
  return looks === undefined ? month : (looks.find((look) => look >= month) ?? Infinity)
}

/** The month from which the success of a life is counted; nothing while it is not among those the rate is a share of. */
export function baseMonth(life: SeenLife, of: 'completed' | 'started' | 'referred'): number | undefined {
  return { completed: life.finished, started: life.started, referred: life.referred }[of]
}
