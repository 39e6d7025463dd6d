/** The lines of a statement: one a payment, with a share for each payer and payee. */
import { type Money } from '../base/index.ts'

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
