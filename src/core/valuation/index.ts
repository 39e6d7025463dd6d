/**
 * Valuation: what an intervention is worth, to whom, and when. Knows no contract.
 *
 * `catalogue/` holds prices, indexes, discount rates and the figures of dated rules, each with its source: `priceOn` finds the price of
 * a day and says what a reader must know of it, `indexed` carries an amount to another price year, `discountFactor` and `presentValue`
 * discount by a named guide; a local catalogue lies on top of the national one. `rules/` says who pays what of a cost under the law of
 * a day. `case/` goes from `case.yaml` to what it is worth, to whom, when:
 *
 *     readCase(text, file)            → the case as data, its problems, and which figures are marked as invented
 *     compileCase(case, catalogue, …) → numbers and lines: one scenario, one way of financing, one law
 *     expectedActivity(compiled, p)   → expected starts, dropouts, completions and successes by month
 *     valueActivity(compiled, a, p)   → gross, refund and net of every line and year; the simulation calls it for every draw
 *
 * Parameters are one number per estimate: `parametersOf(compiled)` gives the means, and a simulation its draws. Floating point, in
 * kroner: nothing here decides a payment.
 */
export {
  type AccountFunction,
  type BothLanguages,
  type BudgetArea,
  type BudgetOwner,
  type Catalogue,
  type Confidence,
  type DiscountStep,
  type Grade,
  type IndexEstimate,
  type Law,
  type Origin,
  type Price,
  type PriceUnit,
  type Provenance,
  type Reform,
  type RefundKind,
  type RuleFigure,
  type RuleUnit,
  type Validity,
  budgetAreas,
  budgetOwners,
  confidences,
  grades,
  priceUnits,
  refundKinds,
} from './catalogue/catalogue.ts'
export { type CatalogueLayer, type CatalogueRead, readCatalogue } from './catalogue/read-catalogue.ts'
export { catalogueTables, tableCsv } from './catalogue/write-catalogue.ts'
export { tableKinds } from './catalogue/kinds.ts'
export { type CatalogueFile, type Cell, type PlainTable, type TableColumn } from './catalogue/table.ts'
export { type PriceFound, type PriceUse, priceOn } from './catalogue/price-on.ts'
export { type Indexed, type IndexUse, indexed, priceInYear } from './catalogue/indexed.ts'
export { type DiscountWhen, discountFactor, discountGuide, presentValue, yearsAhead } from './catalogue/discounting.ts'
export { type RuleUse, ruleValue } from './rules/index.ts'
export { type DailyUse, type PeriodSplit, type Split, type SplitByPeriod } from './rules/index.ts'
export { type LadderUse, type LadderWeek, type SupportWeek, refundLadder } from './rules/index.ts'
export { type Household, type HouseholdMember, centralRefund } from './rules/index.ts'
export { type HealthService, type HealthSplit, healthCofinancing } from './rules/index.ts'
export { type Grant, type SharingRule, foundationVat, ruleTraits, sharingRules } from './rules/index.ts'
export { type UseOfService, type VatTreatment, sharedUse, vatOn } from './rules/index.ts'
export { shelterRefund, supportAtHomeRefund, crisisCentreRefund } from './rules/index.ts'
export { expectedActivity } from './case/activity.ts'
export { type DoubtWords, wordsOfDoubt } from './case/doubt-words.ts'
export { type Alternative, alternativesOf } from './case/alternatives.ts'
export { type Balance, balanceOf } from './case/balance.ts'
export { type CaseDataFile, type CaseDataRules, readCaseData } from './case/case-data.ts'
export {
  type CaseConsequence,
  type CaseCost,
  type CaseFile,
  type CaseGroup,
  type CostPace,
  type FinanceMode,
  type Spread,
  caseVersion,
  signOffSteps,
} from './case/case-file.ts'
export { type ChecklistPoint, type PointName } from './case/checklist.ts'
export { type SignOffStep, digestOfStep, isOutdated, isSignedOff } from './case/sign-off.ts'
export { type CompileResult, compileCase, parametersOf } from './case/compile-case.ts'
export {
  type Activity,
  type Authority,
  type CaseValue,
  type Ceiling,
  type CompileOptions,
  type CompiledCase,
  type CompiledGroup,
  type Delay,
  type Doubt,
  type Estimate,
  type Figure,
  type GroupActivity,
  type Line,
  type LineKind,
  type Owner,
  type Parameters,
  figure,
} from './case/compiled.ts'
export { type CaseData } from './case/compiling.ts'
export { type ContractView, type FollowedGroup, type TimeSeen, followedDates } from './case/contract-view.ts'
export {
  type ShownDay,
  type ShownFact,
  type ShownMany,
  type ShownOfAgreement,
  sharesOfMany,
  toldOfAgreement,
} from './case/shown-facts.ts'
export { type Distribution, meanOf, pertShape, quantileOf } from './case/distribution.ts'
export { doubtsOf } from './case/doubts.ts'
export { monthBegin, monthEnd, monthIn, yearOfMonth } from './case/months.ts'
export { type EconomicView } from './case/economic.ts'
export { type FollowedYear, followedOf } from './case/followed.ts'
export { type ItemRow, type MatrixRow, type Series } from './case/matrix.ts'
export {
  type OutlineEntry,
  type OutlineField,
  type OutlineLeaf,
  type OutlineList,
  type OutlineMap,
  type OutlineMissing,
  type OutlineNode,
  leavesOf,
  outlineCase,
} from './case/outline.ts'
export { type PublicLine, type PublicSum } from './case/public-sum.ts'
export { type ReadCase, readCase } from './case/read-case.ts'
export {
  type CaseFigures,
  type CaseReport,
  type GroupCounts,
  type LiveReport,
  figuresOf,
  liveReport,
  reportOn,
  withRange,
} from './case/report.ts'
export { type KnownEnds, type MustBe, type TornadoBar } from './case/sensitivity.ts'
export { monthlyKeep, monthlyRisk, spreadOver } from './case/spread.ts'
export { valueActivity } from './case/value-activity.ts'
export { type ValueRoom, valueRoom } from './case/value-room.ts'
export {
  type Followed,
  type Following,
  type Interval,
  type Judged,
  type Measure,
  type Observed,
  type ObservedUse,
  type SeenLife,
  type SeenResult,
  type SeenUse,
  type Sight,
  type Stage,
  type Unseen,
  type Stand,
  type StandLines,
  type Verdict,
  type YearStand,
  followCase,
  type TimeUnit,
  type Unjudged,
  type WhyUnseen,
  timeUnitOf,
  timeUnits,
  usedFrom,
} from './living/index.ts'
export {
  type CaseRow,
  type CaseWorkbook,
  type CellContent,
  type CellStyle,
  type Corner,
  type Difference,
  type ImportedCase,
  type Reference,
  type RowGrade,
  type Scalar,
  type SheetCells,
  type SheetName,
  type Spot,
  type WorkbookWords,
  Sheet,
  Values,
  addressOf,
  agrees,
  caseTextOf,
  caseWorkbook,
  columnLetters,
  cornerOf,
  expectedResults,
  functionsIn,
  importCase,
  inputColumns,
  inputsFirstRow,
  knownFunctions,
  labelOf,
  numberIn,
  referencesIn,
  rowGrades,
  rowsOf,
  serialOfDay1970,
  templateSheet,
  textOfFraction,
  textOfNumber,
} from './workbook/index.ts'
