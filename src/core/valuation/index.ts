/**
 * Valuation: what an intervention is worth, to whom, and when. Knows no contract.
 *
 * The catalogue holds prices, indexes, discount rates and the figures of dated rules, each with its source; `rules/` says who
 * pays what of a cost under the law of a day. Floating point, in kroner: nothing here decides a payment.
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
} from './catalogue/index.ts'
export { budgetAreas, budgetOwners, confidences, grades, priceUnits, refundKinds } from './catalogue/index.ts'
export { type CatalogueLayer, type CatalogueRead, readCatalogue } from './catalogue/index.ts'
export { catalogueTables, tableCsv } from './catalogue/index.ts'
export { type CatalogueFile, type Cell, type PlainTable, type TableColumn, tableKinds } from './catalogue/index.ts'
export { type PriceFound, type PriceUse, priceOn } from './catalogue/index.ts'
export { type Indexed, type IndexUse, indexed, priceInYear } from './catalogue/index.ts'
export { type DiscountWhen, discountFactor, discountGuide, presentValue, yearsAhead } from './catalogue/index.ts'
export { type RuleUse, ruleValue } from './rules/index.ts'
export { type DailyUse, type PeriodSplit, type Split, type SplitByPeriod } from './rules/index.ts'
export { type LadderUse, type LadderWeek, type SupportWeek, refundLadder } from './rules/index.ts'
export { type Household, type HouseholdMember, centralRefund } from './rules/index.ts'
export { type HealthService, type HealthSplit, healthCofinancing } from './rules/index.ts'
export { type Grant, foundationVat } from './rules/index.ts'
export { shelterRefund, supportAtHomeRefund, crisisCentreRefund } from './rules/index.ts'
export {
  type CaseConsequence,
  type CaseCost,
  type CaseFile,
  type CaseGroup,
  type CostPace,
  type FinanceMode,
  type RefundRule,
  type Spread,
  caseVersion,
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
  type Distribution,
  meanOf,
  pertShape,
  quantileOf,
  expectedActivity,
  monthlyKeep,
  monthlyRisk,
  spreadOver,
  type ReadCase,
  readCase,
  type CompileResult,
  compileCase,
  parametersOf,
  type CaseData,
  emptyValue,
  valueActivity,
  type CaseDataFile,
  readCaseData,
  type CaseFigures,
  type CaseReport,
  type GroupCounts,
  type LiveReport,
  figuresOf,
  liveReport,
  reportOn,
  withRange,
  type Alternative,
  alternativesOf,
  type Balance,
  balanceOf,
  type ItemRow,
  type MatrixRow,
  type Series,
  type KnownEnds,
  type MustBe,
  type TornadoBar,
  type EconomicView,
  type FollowedYear,
  followedOf,
  type OutlineEntry,
  type OutlineField,
  type OutlineLeaf,
  type OutlineList,
  type OutlineMap,
  type OutlineMissing,
  type OutlineNode,
  leavesOf,
  outlineCase,
  doubtsOf,
  signOffSteps,
} from './case/index.ts'
