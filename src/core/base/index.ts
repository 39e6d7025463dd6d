/**
 * The few words everybody uses. Nothing here knows contracts, formats or people.
 *
 * Exact numbers that never round by themselves, and rounding by a named rule; money in whole minor units; calendar days
 * and periods; growth at a yearly rate between proven bounds, and the largest payment a cap on return allows; problems
 * as codes, places and facts; random numbers from a seed; SHA-256. All of it is pure, gives the same answer on every
 * machine, and imports nothing.
 */
export { assert } from './assert.ts'

// Exact numbers.
export {
  type Exact,
  Fraction,
  fraction,
  fromBigInt,
  toBigInt,
  numeratorOf,
  denominatorOf,
  approximate,
} from './exact.ts'
export { add, subtract, multiply, divide, negate, absolute, power, sum, minimum, maximum, floor } from './exact.ts'
export { compare, equals, isZero, isWhole, sign } from './exact.ts'
export { parseExact, formatExact } from './exact-text.ts'
export { type Rounding, roundings, roundTo } from './rounding.ts'

// Money.
export {
  type Money,
  type Currency,
  type Locale,
  currencyOf,
  moneyFromExact,
  exactFromMoney,
  otherLocale,
} from './money.ts'
export { formatMoney, apportion } from './money.ts'

// Calendar days and periods of them.
export { type Day, type DayParts, type Offset, FAR_PAST, FAR_FUTURE } from './day.ts'
export { dayOf, partsOf, parseIsoDay, dayText, isLeapYear, daysInMonth } from './day.ts'
export { addDays, addMonths, addYears, addOffset, monthsBetween, firstDayOfMonth, lastDayOfMonth } from './day.ts'
export {
  weekdayOf,
  mondayOnOrBefore,
  weekdayOnOrBefore,
  weekdayOnOrAfter,
  dateOnOrAfter,
  dateOnOrBefore,
} from './day.ts'
export { type Period, type CalendarUnit, overlap, length, contains, calendarPeriodOf } from './period.ts'

// The same bits on every machine, for what floating point may do.
export { exp, log, pow } from './elementary.ts'

// Growth that may decide a payment.
export { type Bounds, type DatedAmount, growthBounds, presentValueBounds } from './growth.ts'
export { type ReturnCap, largestPaymentKeepingReturn } from './return-cap.ts'

// Problems in the data.
export {
  type Problem,
  type Place,
  type Severity,
  type Fact,
  type PlainFact,
  type Choice,
  type TextEdit,
} from './problem.ts'
export { problem, compareProblems, sortProblems, plainFacts } from './problem.ts'

// Chance from a seed, and digests.
export { type Random, randomFrom } from './random.ts'
export { sha256, sha256OfPieces } from './digest.ts'
