/**
 * Settlement: results become amounts per line, payer and payee.
 *
 * What each result earns, what limits leave of it in the stated order, who owes it, and what is left when earlier
 * statements are taken off. Settlement knows facts only through outcomes. The same terms, facts and dates give the same
 * bytes, in any order of rows.
 */
export { type Earned, type Entries, type PaymentLine, compileWorth, earn, limitOfLine, standOn } from './entries.ts'
export { type LimitBite, type LimitRule, type LimitStage, asApplied, limitRule } from './limits.ts'
export { periodOf } from './limit-periods.ts'
export { settlementDays } from './settlement-days.ts'
export { type GoalCount, type UnpaidResult } from './unpaid.ts'
export { type Settled, type Statement, settle } from './statement.ts'
export { type IssuedStatement, type StatementLine, type StatementShare } from './statement-line.ts'
export { type CouponsBeside } from './return-caps.ts'
export { type KeptRoom, countsKept } from './kept.ts'
export { explainClosedGates } from './closed-gates.ts'
export { explainCohort } from './explain-cohort.ts'
export { explainEntry, explainGoal, explainLine, explainSubject } from './reasons.ts'
export { printAmount, printChecksum, printExactAmount, printPieces, printStatement } from './statement-json.ts'
export { openUnderCaps } from './open-under-caps.ts'
export { type ExitRule, type ExitValuation, type ExpectedPayment, valueExit, valueExitBy } from './early-exit.ts'
