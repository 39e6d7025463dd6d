/**
 * The business case: from `case.yaml` to what it is worth, to whom, when.
 *
 *     readCase(text, file)            → the case as data, its problems, and which figures are marked as invented
 *     compileCase(case, catalogue, …) → numbers and lines: one scenario, one way of financing, one law
 *     expectedActivity(compiled, p)   → expected starts, dropouts, completions and successes by month
 *     valueActivity(compiled, a, p)   → gross, refund and net of every line and year; the simulation calls it for every draw
 *
 * Parameters are one number per estimate: `parametersOf(compiled)` gives the means, and a simulation its draws.
 */
export {
  type CaseConsequence,
  type CaseCost,
  type CaseFile,
  type CaseGroup,
  type CaseRefund,
  type CaseVat,
  type CostPace,
  type FinanceMode,
  type Spread,
  caseVersion,
  signOffSteps,
} from './case-file.ts'
export {
  type Activity,
  type Authority,
  type CaseValue,
  type Ceiling,
  type CompileOptions,
  type CompiledCase,
  type CompiledConsequence,
  type CompiledCost,
  type CompiledGroup,
  type CompiledRepayment,
  type Delay,
  type Doubt,
  type Estimate,
  type Figure,
  type GroupActivity,
  type Line,
  type LineKind,
  type Owner,
  type Parameters,
  type UseDeviation,
  type UseFlow,
  figure,
  product,
  countOfPace,
} from './compiled.ts'
export { type ContractView, type FollowedGroup, type UsedService, followedDates } from './contract-view.ts'
export { type ShownDay, type ShownFact, type ShownMany, sharesOfMany } from './shown-facts.ts'
export { type Distribution, meanOf, normalBelow, pertShape, quantileOf } from './distribution.ts'
export { expectedActivity, leavingOf, referrals, serviceOf, startsOf, successesOf, waitingShares } from './activity.ts'
export { payByModel } from './repayment.ts'
export { monthlyKeep, monthlyRisk, spreadOver } from './spread.ts'
export { type ReadCase, readCase, readCaseTree } from './read-case.ts'
export { type CompileResult, compileCase, parametersOf } from './compile-case.ts'
export { type CaseData } from './compiling.ts'
export { valueActivity } from './value-activity.ts'
export { type ValueRoom, valueRoom } from './value-room.ts'
export { type CaseDataFile, readCaseData } from './case-data.ts'
export {
  type CaseFigures,
  type CaseReport,
  type GroupCounts,
  type LiveReport,
  figuresOf,
  authorities,
  liveReport,
  reportOn,
  withRange,
} from './report.ts'
export { type Alternative, alternativesOf, compileModes } from './alternatives.ts'
export { type Balance, balanceOf } from './balance.ts'
export { type ItemRow, type MatrixRow, type Series, kindOrder, seriesOf } from './matrix.ts'
export { type KnownEnds, type MustBe, type TornadoBar, resultAt } from './sensitivity.ts'
export { type EconomicView } from './economic.ts'
export { type FollowedYear, followedOf } from './followed.ts'
export { type ChecklistPoint, type PointName, type SignOffStep } from './checklist.ts'
export { doubtsOf } from './doubts.ts'
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
} from './outline.ts'
export { type PublicLine, type PublicSource, type PublicSum } from './public-sum.ts'
export { type Input } from './inputs.ts'
