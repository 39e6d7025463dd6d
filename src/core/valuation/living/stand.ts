/** What is said of a followed case: an assumption with what it costs, and where people and money stand. */
import { type Words } from '../../text/index.ts'
import { type Sight } from './judge.ts'
import { type Stage } from './stages.ts'
import { type TimeUnit } from './use.ts'

export type Followed = {
  assumption: Stage | 'use' | 'lasts' | 'payments'
  /** A place among the groups of the compiled case; nothing for payments, and for a consequence of several of them. */
  group: number | undefined
  /** The consequence whose use it is, or that lasts, and what it is counted in. */
  item: { name: string; label: Words; unit: TimeUnit } | undefined
  sight: Sight
  /** The month of the case since which it has been broken. */
  since: number | undefined
  /** By owner, in whole øre: what the result of the case becomes with this alone replaced, less what it was. */
  costs: number[]
}

/** Counts and kroner at the end of the case, or of what is reached. */
export type Stand = {
  referred: number
  started: number
  succeeded: number
  /** Kroner repaid, and what the municipality gains, without what is only freed capacity. */
  paid: number
  net: number
}

/** By month 0 … months, all of it so far; of what is reached only the months through the last one seen are of use. */
export type StandLines = Record<keyof Stand, { before: Float64Array; now: Float64Array }>
