/** The lines of a statement, and of one that was issued before. */
import { type Day, type Money } from '../base/index.ts'

/** A statement as it was issued: what it asked each payer for. */
export type IssuedStatement = {
  name: string
  /** Where it lies, for what is to be told about it. */
  file?: string
  to: Day
  /** When it was made. A statement as it was is rebuilt without itself and those after it. */
  knownAt: Day
  lines: { payment: string; payer: string; payee: string; payable: Money; agreement: string }[]
}

export type StatementShare = { payer: string; payee: string; owed: Money; paidBefore: Money; payable: Money }

export type StatementLine = {
  payment: string
  clause: string
  earned: Money
  /** What each limit took, by its number in the annex's order. */
  withheld: { limit: number; amount: Money }[]
  afterLimits: Money
  paidBefore: Money
  payable: Money
  /** What is owed and not paid, because what was paid too much before is kept and takes up the room. */
  heldForKept: Money
  shares: StatementShare[]
}

/** A line of an earlier statement, with the day it was settled to. */
export type PaidLine = IssuedStatement['lines'][number] & { to: Day }
