/** What the product can do, one verb per file: load, call the core, and hand back data with problems. */
export { type OpenContract, type TermsReading, openContract } from './open-contract.ts'
export {
  type ContractSettlement,
  type ReadingSettled,
  type SettlementDates,
  settleContract,
} from './settle-contract.ts'
export { type FoundContract, findContract } from './find-contract.ts'
