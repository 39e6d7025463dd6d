/**
 * A number of a case: written out, or the name of an estimate that says how uncertain it is.
 *
 *     amount: 9000 kr          a plain number with its unit
 *     rate: success-rate       whatever `estimates: success-rate` says, in the middle or drawn
 *
 * Anything that may be a number may be a name. What unit the named estimate has is checked when all of the case is read.
 */
import { type Place, approximate } from '../../base/index.ts'
import { type Reading, type Shape, type Unit, parseQuantity, scalar } from '../../text/index.ts'

/** What a number of a case counts: kroner, a share, months, or a plain number such as places, visits or hours. */
export type InputUnit = 'money' | 'share' | 'months' | 'number'

export type Input = {
  unit: InputUnit
  at: Place
  path: string
  /** Kroner, a share of one, months or a count; nothing where an estimate is named. */
  value?: number
  estimate?: string
}

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

const fits: Record<InputUnit, readonly Unit[]> = {
  money: ['money'],
  share: ['share', 'number'],
  months: ['months', 'number'],
  number: ['number', 'days', 'nights', 'weeks', 'months', 'hours', 'times', 'items', 'points', 'people'],
}

const inputShape = (unit: InputUnit, says: string, definition: string, also: readonly Unit[] = []): Shape<Input> =>
  scalar(says, (text, to, at, path) => parseInput(unit, also, text, to, at, path), definition)

function parseInput(
  unit: InputUnit,
  also: readonly Unit[],
  text: string,
  to: Reading,
  at: Place,
  path: string,
): Input | undefined {
  const plain = text.trim()
  if (namePattern.test(plain)) return { unit, at, path, estimate: plain }
  const read = parseQuantity(plain, to, at, path)
  if (read === undefined || ![...fits[unit], ...also].includes(read.unit)) return undefined
  return { unit, at, path, value: approximate(read.value) }
}

export const moneyInput = inputShape('money', 'an amount, such as 72000 kr, or the name of an estimate', 'money-input')
export const shareInput = inputShape('share', 'a share, such as 75 %, or the name of an estimate', 'share-input')
export const numberInput = inputShape('number', 'a number, such as 12, or the name of an estimate', 'number-input')
/** On the scale of a measure, which may be one of shares. */
export const scaleInput = inputShape(
  'number',
  'a number, such as 12, a share, such as 15 %, or the name of an estimate',
  'scale-input',
  ['share'],
)
export const monthsInput = inputShape('months', 'months, such as 1.5, or the name of an estimate', 'months-input')

/** A whole number of months, `24 months`. */
export const lengthInMonths: Shape<number> = scalar(
  'a length in months, such as 24 months',
  (text) => {
    const match = /^(\d{1,3}) (month|year)s?$/.exec(text.trim())
    if (match === null) return undefined
    return Number(match[1]) * (match[2] === 'year' ? 12 : 1)
  },
  'months',
)

export type CalendarMonth = { year: number; month: number }

/** A month of the calendar, `2022-01`. */
export const calendarMonth: Shape<CalendarMonth> = scalar(
  'a month, such as 2022-01',
  (text) => {
    const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text.trim())
    return match === null ? undefined : { year: Number(match[1]), month: Number(match[2]) }
  },
  'calendar-month',
)
