/**
 * Investment: dated cash flows of each investor, what they give, and in which order losses and gains fall. Knows no contract.
 *
 * A deal is what was drawn, what was paid, and the instruments between the investors and those who secure them, all in whole minor
 * units. Its account is every movement of money with its reason. Only rates of return are floating point.
 */
export { RateFinder, type RatesFound } from './rate-finder.ts'
export { type Flow, type Return, returnOn, returnSoFar, sumsOf } from './irr.ts'
export {
  type Deal,
  type Draw,
  type Instrument,
  type Movement,
  type MovementReason,
  type Receipt,
} from './instruments.ts'
export { type Account, settleAccount } from './account.ts'
export { type InstrumentResult } from './books.ts'
export { type Concentration, type FundAccount, type FundInvestor, settleFund } from './fund.ts'
export { type FundBasis, basisOf } from './fund-basis.ts'
export { type FundFlow, moveMoney } from './fund-money.ts'
export { type Fund, type FundProject, type FundTag } from './fund-terms.ts'
export { fundSchema, readFund } from './fund-file.ts'
export { type FundFile } from './fund-shape.ts'
export {
  type ContractBeyond,
  type UncountedProject,
  contractsBeyond,
  contractsUncounted,
  outlaysUncovered,
  projectsBeyondPromise,
} from './check-settled.ts'
