/** The books of an account while it is being made: what has moved so far, and where each class and instrument stands. */
import { type Money } from '../base/index.ts'
import { type Deal, type Instrument, type InstrumentOf, type Movement } from './instruments.ts'
import { type ClassState } from './waterfall.ts'

/** What one instrument did. */
export type InstrumentResult = {
  name: string
  kind: Instrument['kind']
  /** What it gave: paid, topped up, protected, returned to its party; for recycling what may be drawn again. */
  amount: Money
  /** What it had to give at most, where there is a bound. */
  most: Money | undefined
  /** Of a class: principal and coupon still due. Of an escrow: what waits, and the interest on it. Of a guarantee: what is free again. */
  principalDue: Money
  couponDue: Money
}

export type Books = {
  deal: Deal
  movements: Movement[]
  classes: ClassState[]
  results: Map<string, InstrumentResult>
  /** What came in for the classes and stands with nobody; below zero what is owed back and no class has got. */
  undue: Money
}

export function of<Kind extends Instrument['kind']>({ deal }: Books, kind: Kind): InstrumentOf<Kind>[] {
  return deal.instruments.filter((one): one is InstrumentOf<Kind> => one.kind === kind)
}

/** Books money to a party, unless it is nothing. */
export function move(books: Books, movement: Movement): void {
  if (movement.amount !== 0n && movement.day <= books.deal.asOf) books.movements.push(movement)
}
