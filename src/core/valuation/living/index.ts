/**
 * The living case: what was assumed, what has been seen, and what the difference is worth. Knows no contract: what was seen
 * comes in as lives without names and kroner by month.
 *
 *     followCase(compiled, observed) → then, now, reached; every assumption with its verdict, since when, and its cost
 */
export { type Interval } from './interval.ts'
export {
  type Observed,
  type ObservedUse,
  type SeenLife,
  type SeenResult,
  type SeenUse,
  type Unseen,
} from './observed.ts'
export { type Measure, type Sight, type Verdict } from './judge.ts'
export { type Stage } from './stages.ts'
export { type Followed, type Stand, type StandLines } from './stand.ts'
export { type Following, followCase } from './follow.ts'
export { type Unjudged, type WhyUnseen } from './unseen.ts'
export { type TimeUnit, timeUnitOf, timeUnits, usedFrom } from './use.ts'
export { type Judged, type YearStand } from './summary.ts'
