/**
 * Outcomes: terms and facts become results and quantities per subject, goal and occasion. Knows no kroner.
 *
 * An expression is compiled once into an operator over rows; a row is one subject, or a whole group, on one occasion.
 * Met, missed, unmeasured, not due and left out are different things, and none of them is zero.
 */
export { type Context, type Operator, type Scope } from './context.ts'
export { type Outcomes, type OutcomesInput, decide, groupNames } from './decide.ts'
export { type GoalResults, type StatusCode, Status } from './goal-results.ts'
export { compileCondition, compileValue } from './compile.ts'
export { compileStatus } from './results.ts'
export { type Occasions, compileSchedule, standOnOccasion } from './schedule.ts'
export { NO_DAY } from '../measurement/index.ts'
export { NOBODY, type Row, rowFor } from './row.ts'
export { type Missing, type Value, NOT_DUE, UNMEASURED, isMissing } from './value.ts'
export { type Reason, explain, explainReferred, explainResult, statusName, valueText } from './reasons.ts'
export { dayOrUnknown } from './reason-inputs.ts'
