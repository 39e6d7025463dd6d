/** For tests: what is told of an agreement, written shortly, and the figures in it. */
import { type Day } from '../base/index.ts'
import { type Figure } from '../valuation/index.ts'
import { type AgreementModel } from './agreement-facts.ts'

/** Something told of a measure from a day on, that is nothing more than what is said of it. */
export const told = (measure: string, from: Day, more: Partial<AgreementModel>): AgreementModel => ({
  measure,
  ofKind: undefined,
  group: undefined,
  from,
  through: undefined,
  is: undefined,
  chance: undefined,
  ...more,
})

/** A number that no draw changes. */
export const number = (value: number): Figure => ({ index: -1, value })
/** The first input of a draw, a number of its own. */
export const ofDraw: Figure = { index: 0, value: 0 }
