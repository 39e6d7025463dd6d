/** What the product can do, one verb per file: load, call the core, and hand back data with problems. */
export { type OpenContract, type TermsReading, openContract } from './open-contract.ts'
export {
  type ContractSettlement,
  type ReadingSettled,
  type SettlementDates,
  settleContract,
  toMend,
} from './settle-contract.ts'
export { type FoundContract, findContract } from './find-contract.ts'
export { isPaidBeforeKnown, takenOff } from './earlier-statements.ts'
export { type IssuedFile, isStatementName, issueStatement } from './issue-statement.ts'
export { type UnpaidGroup, type UnpaidKind, groupUnpaid } from './group-unpaid.ts'
export { caseSourceText, sourceText } from './source-text.ts'
export { checkCase } from './check-case.ts'
export { type OpenCatalogue, catalogueFolder, openCatalogue } from './open-catalogue.ts'
export { type PriceLine, type PriceList, type PriceQuery, listPrices, showPrice } from './list-prices.ts'
export { pricesCsv, writePricesWorkbook } from './prices-csv.ts'
export { type ContractLibrary, type Shelved, openLibrary } from './open-library.ts'
export { type SuggestedDays, suggestDays } from './suggest-days.ts'
export { type SurveyLine, surveyContract } from './survey-library.ts'
export { type AnnexAnswer, type AnnexQuestion, type ToldAnnex, type ToldClause, tellAnnex } from './tell-annex.ts'
export { type StatementWeight, type Weight, cappedOpen, weighStatement, whatLimitsDid } from './weigh-statement.ts'
export {
  type Curve,
  type CurvePiece,
  type CurvePoint,
  type Payoff,
  payoffAt,
  payoffCurve,
  payoffOnce,
} from './payoff-curve.ts'
export { type Explained, clauseWords, clausesNumbered, explainAmount, explainNamedCohort } from './explain-amount.ts'
export { type FileLines, readLines } from './read-lines.ts'
export { type DueItem, type DueList, listDue } from './list-due.ts'
export {
  type ClauseDifference,
  type LineDifference,
  type PersonDifference,
  type Sheet,
  type StatementsCompared,
  asOfVersion,
  compareStatements,
  compareTerms,
  readSheet,
  sheetOf,
} from './compare.ts'
export { type CreatedContract, type FlowKind, type NewContract, createContract, folderName } from './create-contract.ts'
export { clauseOnce } from './words-once.ts'
export { explainResults } from './explain-results.ts'
export {
  type ContractInvestment,
  type Investment,
  type InvestmentDates,
  type PartyAccount,
  type SecurityShown,
  investContract,
} from './invest-contract.ts'
export {
  type ExitByRule,
  type ExitCalculation,
  type ExitSide,
  exitExpectations,
  reachedBy,
  readExitRule,
  valueExits,
} from './value-exits.ts'
export { type DrawnBy, type ForecastOfFund, forecastFund, fundDrawsUsual } from './forecast-fund.ts'
export { type FundInvestment, type OpenFund, type PlanRows, investFund, listFunds, openFund } from './invest-fund.ts'
export { type OpenSimulation, type SimulationChoice, openSimulation } from './open-simulation.ts'
export { drawPieces, writeDrawnFacts, writeDraws } from './write-draws.ts'
export {
  type DraftWorkbook,
  type DrawnCase,
  type PaidBy,
  type RunFound,
  type RunTask,
  type StoppedCase,
  performTask,
} from './run-tasks.ts'
export { type RunState, Runs } from './runs.ts'
export { digestOfCase, digestOfFund } from './case-digest.ts'
export { type SharedChunks, drawChunks } from './draw-chunks.ts'
export { drawsUsual } from '../core/simulation/index.ts'
export { type DrawingOptions, type SimulatedCase, openAndSimulate, simulateCase, workersMost } from './simulate-case.ts'
export { type OpenCase, type SentDraft, draftSetting, openCase, openDraftCase } from './open-case.ts'
export {
  type DraftGround,
  type DraftSetting,
  type OpenDraft,
  moveEstimate,
  openDraft,
  startDraft,
  isChangedSinceSigned,
} from './draft-case.ts'
export { type DraftChance, type DraftDraws, type MovedEstimate, drawDraft } from './draw-draft.ts'
export { type DraftChange, editDraft } from './edit-draft.ts'
export { emptyCase, isOnlyInText } from './draft-templates.ts'
export { type DraftOutline, outlineDraft } from './outline-draft.ts'
export { type CaseLine } from './survey-case.ts'
export { type CaseLibrary, casesOfContract, openCaseLibrary } from './open-case-library.ts'
export { type Scenario, type ValuedCase, type ValuedScenario, valueCase } from './value-case.ts'
export { type FollowState, type FollowedCase, followCase } from './follow-case.ts'
export { monthEnd } from '../core/valuation/index.ts'
export {
  caseTemplate,
  exportCase,
  isWorkbook,
  layOutCase,
  openWorkbookCase,
  ownPriceSheets,
  workbookOfCase,
  writeCaseTemplate,
} from './case-workbook.ts'
export { plainName } from './plain-name.ts'
export { municipalityNet } from './municipality-net.ts'
