/**
 * Expressions: the nodes of which goals and payments are made.
 *
 *     fact → quantity → condition → amount
 *
 * A value is a number with a unit, or unmeasured. A condition is yes, no or unmeasured. Both are read in
 * a row: one subject (or the whole group) on one occasion. Nothing here computes; `core/outcomes` does.
 */
import { type Day, type Exact, type Offset, type Place, type Rounding } from '../base/index.ts'
import { type TimeUnit, type Unit } from '../text/index.ts'

export { type TimeUnit, type Unit }

type Node<K extends string> = { kind: K; at: Place; path: string; places: { readonly [key: string]: Place } }

/** A day told relative to what is known about a subject: `monday on or before start + 24 months`. */
export type DayExpression = {
  text: string
  base: DayBase
  align?: DayAlign
  offsets: Offset[]
  at: Place
  path: string
}

export type DayBase =
  | { of: 'fixed'; day: Day }
  | { of: 'anchor'; name: DayAnchor }
  | { of: 'event'; measure: string; pick: 'first' | 'last' }
  | { of: 'named'; name: string }

export const dayAnchors = [
  'start', // the day that starts the subject's clock
  'end', // the day the subject's course ends
  'course start', // the day the course began, whichever day starts the clock
  'referral',
  'birth',
  'occasion', // the day this result is decided
  'previous', // the occasion before it, or the day the occasions are counted from
  'agreement start',
  'agreement end',
] as const
export type DayAnchor = (typeof dayAnchors)[number]

export type DayAlign =
  | { to: 'weekday'; weekday: number; side: 'before' | 'after' }
  | { to: 'first-of-month' }
  | { to: 'last-of-month' }
  | { to: 'date'; month: number; day: number; side: 'before' | 'after' }

/** A stretch of days. `until` is the first day outside, `through` the last day inside. */
export type Window = {
  from?: DayExpression
  after?: DayExpression
  until?: DayExpression
  through?: DayExpression
  at: Place
  path: string
}

/** The part of a rule that says what happens when a thing cannot be known. */
export type WhenUnmeasured = 'left-out' | 'counted-as-no' | 'makes-unmeasured'

// Reading facts

export type TimeIn = Node<'time-in'> & {
  timeIn: string[]
  unit: TimeUnit
  window: Window
  partUnits?: 'whole-only' | 'any-day'
  weeks?: 'monday-to-sunday' | 'from-window-start'
  except?: string[]
  kinds?: string[]
  per?: Offset
  periods?: 'fixed' | 'rolling'
}

export type CountOf = Node<'count-of'> & {
  countOf: string
  window: Window
  apart?: Offset
  kinds?: string[]
  /** Of a measure with values: which of them are counted, as a number or as a share of all. */
  valued?: Limits & { at: Place; path: string; places: { readonly [key: string]: Place } }
  as?: 'count' | 'share'
  ifNone?: Value
}

/** What a value is held against; the key says whether the boundary itself is inside. */
export type Limits = { atLeast?: Value; atMost?: Value; moreThan?: Value; lessThan?: Value; exactly?: Value }

export type Pick = 'latest' | 'first' | 'highest' | 'lowest' | 'mean' | 'sum'
export type ValueOf = Node<'value-of'> & {
  valueOf: string
  pick: Pick | 'nearest'
  nearestTo?: DayExpression
  /** Which of two days that lie as near. */
  asNear?: 'earlier' | 'later'
  window: Window
  ifNone?: Value
}

export type LongestRun = Node<'longest-run-in'> & {
  longestRunIn: string[]
  unit: 'days' | 'weeks' | 'months'
  window: Window
  gapAtMost: Offset
  gapDays?: 'counted' | 'not-counted'
  gaps?: number
  kinds?: string[]
}

export type ItemsMet = Node<'items-met'> & {
  itemsMet: string
  as: 'share' | 'count'
  window: Window
  changed: 'latest-wording' | 'first-wording'
  withdrawn: 'left-out' | 'not-met'
  unjudged: 'makes-unmeasured' | 'not-met' | 'left-out'
}

export type TimeBetween = Node<'time-between'> & {
  timeBetween: DayExpression[]
  unit: 'days' | 'weeks' | 'months' | 'years'
}

// Other results, other people

export type ResultOf = Node<'result-of'> & {
  resultOf: string
  as: 'quantity' | 'times-met' | 'times-missed' | 'times-unmeasured'
  dates: 'same-date' | 'previous-date' | 'all-dates' | 'dates-so-far' | 'earlier-dates'
  /** Only so many of these dates, the latest. */
  last?: number
  ifFewer?: 'makes-unmeasured' | 'counts-those-there-are'
  pick?: Pick
  ifNone?: Value
}

export type Over = Node<'over'> & {
  over: 'people' | 'children' | 'parents' | 'members' | 'cohorts' | 'authorities' | 'tracks'
  take: 'count' | 'share' | 'sum' | 'mean' | 'median' | 'highest' | 'lowest' | 'every' | 'any'
  of?: Value
  that?: Condition
  among?: Condition
  unmeasured: WhenUnmeasured
  membersAt?: 'start' | 'occasion'
  ifNobody?: 'makes-unmeasured' | 'counted-as-yes' | 'counted-as-no'
}

// Arithmetic

export type SumOf = Node<'sum-of'> & { sumOf: Value[] }
export type Difference = Node<'difference'> & { difference: Value[] }
export type Product = Node<'product'> & { product: Value[] }
export type Ratio = Node<'ratio'> & { ratio: Value[]; ifZero: 'makes-unmeasured' | 'counts-as-none' }
export type HighestOf = Node<'highest-of'> & { highestOf: Value[] }
export type LowestOf = Node<'lowest-of'> & { lowestOf: Value[] }
export type Change = Node<'change'> & {
  change: 'fall' | 'rise'
  from: Value
  to: Value
  as: 'units' | 'share'
  zeroBaseline?: 'makes-unmeasured' | 'counts-as-none'
}
export type Rounded = Node<'rounded'> & { rounded: Value; to: Literal; how: Rounding }
export type Weighted = Node<'weighted'> & {
  weighted: { weight: Value; of: Value; at: Place }[]
  missing: 'makes-unmeasured' | 'others-weigh-more'
}
export type If = Node<'if'> & { if: Condition; then: Value; else: Value }

// Curves: how much for how much

export type StepRow = { atLeast?: Literal; moreThan?: Literal; give: Value; at: Place }
export type Steps = Node<'steps'> & { steps: Value; table: StepRow[]; below: Value }
export type Line = Node<'line'> & {
  line: Value
  points: { at: Place; x: Literal; give: Value }[]
  below: 'hold' | 'nothing' | 'extend'
  above: 'hold' | 'extend'
}
export type Tiers = Node<'tiers'> & { tiers: Value; table: { upTo?: Value; price: Value; at: Place }[] }
export type Grown = Node<'grown'> & {
  grown: Value
  by: Value
  from: DayExpression
  to: DayExpression
  how: 'compound' | 'simple'
  partYears: 'exact' | 'whole-only'
  direction: 'forward' | 'back'
}

// Leaves

export type Literal = Node<'literal'> & { value: Exact; unit: Unit; text: string }
export type Parameter = Node<'parameter'> & { parameter: string }
export type This = Node<'this'> & { this: 'quantity' | 'occasion-number' | 'contract-sum' }

export type Value =
  | TimeIn
  | CountOf
  | ValueOf
  | LongestRun
  | ItemsMet
  | TimeBetween
  | ResultOf
  | Over
  | SumOf
  | Difference
  | Product
  | Ratio
  | HighestOf
  | LowestOf
  | Change
  | Rounded
  | Weighted
  | If
  | Steps
  | Line
  | Tiers
  | Grown
  | Literal
  | Parameter
  | This

// Conditions

export type Compare = Node<'compare'> & {
  value: Value
  atLeast?: Value
  atMost?: Value
  moreThan?: Value
  lessThan?: Value
  exactly?: Value
  writtenAs?: { count: Exact; of: Exact; at: Place }
  decidedBy?: 'share' | 'count'
}
export type All = Node<'all'> & { all: Condition[] }
export type Any = Node<'any'> & { any: Condition[] }
export type Not = Node<'not'> & { not: Condition }
export type Some = Node<'some'> & { some: number; of: Condition[]; unmeasured: 'makes-unmeasured' | 'counted-as-no' }
export type Met = Node<'met'> & {
  met: string
  dates: 'same-date' | 'every-date' | 'any-date' | 'every-date-so-far' | 'any-date-so-far'
}
export type In = Node<'in'> & { in: string[] }
export type Attribute = Node<'attribute'> & { attribute: string; is: string[] }
export type ObservedTo = Node<'observed-to'> & { observedTo: DayExpression }
/** The subject has left for one of these reasons by a day. */
export type Left = Node<'left'> & { left: string[]; by: DayExpression }
/** A day of the subject's own has come by another. A day that is not known has not come. */
export type Reached = Node<'reached'> & { reached: DayExpression; by: DayExpression }

/** An `over` that takes every or any of a condition is a condition itself. */
export type Condition = Over | Compare | All | Any | Not | Some | Met | In | Attribute | ObservedTo | Left | Reached
export type Expression = Value | Condition
