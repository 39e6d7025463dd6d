/** What each language says of what investors put in and get. */
import { type Exact } from '../../src/core/base/index.ts'
import { type MovementReason, type Return } from '../../src/core/investment/index.ts'
import { type Security } from '../../src/core/terms/index.ts'

/** What a security gave, as amounts in words. */
export type SecurityFigures = { amount: string; most: string | undefined; principalDue: string; couponDue: string }

export type InvestWords = {
  title: string
  asOf: (day: string) => string
  closes: (day: string, isClosed: boolean) => string
  columns: { party: string; putIn: string; gotBack: string; gain: string; multiple: string; rate: string }
  together: string
  others: string
  movements: (name: string) => string
  movementColumns: { day: string; what: string; counterparty: string; amount: string }
  reasons: Record<MovementReason, (what: string) => string>
  multiple: (times: Exact) => string
  noMultiple: string
  rate: (rate: Return['rate']) => string
  /** While the agreement runs: not yet paid back where less has come back than was put in, and else so far. */
  rateYet: (of: Return, isClosed: boolean) => string
  /** Under the table, where money is still out. */
  stillOut: (facts: { amount: string; closes: string; times: string }) => string
  /** What the case expects, which stands instead of a return on what is not over. */
  expectedRate: (low: string, middle: string, high: string) => string
  expected: { title: (caseTitle: string) => string; none: string; see: string; notDrawn: string; fromStart: string }
  securities: string
  securityColumns: { clause: string; security: string; gave: string }
  gave: Record<Security['kind'], (figures: SecurityFigures) => string>
  unknown: (names: readonly string[]) => string
  notInForce: (names: readonly string[]) => string
  noOutlays: string
  outlaysInCase: string
  notTold: string
  noDrawdowns: string
  /** What came in and no class is due, or is owed back and no class has got. */
  undistributed: (amount: string, isOwedBack: boolean) => string
  paymentsNote: string
  rateNote: string
  reading: (number: number) => string
}
