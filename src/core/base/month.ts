/**
 * Months as whole numbers, counted from January of year 0; each begins on a day, and each day falls in one.
 *
 *     monthOfDay(0) is 23640, January 1970;  firstDayOf(23640) is 0;  23640 = 1970 × 12
 *
 * These two functions are the whole calendar: a year, a date and the length of a month follow from them. Settlement
 * asks for them millions of times, so the months of 1900 to 2199 are kept in a table, filled by the formulas below,
 * which serve every other year. They count years from 1 March, so that the leap day comes last, in rounds of 400 years,
 * which all have 146 097 days. The case that surprises: the calendar is today's (Gregorian) for all years, also those before it
 * was invented.
 */
const daysIn400Years = 146097
const daysFrom0000March1 = 719468

const tableFrom = 1900 * 12
const tableUntil = 2200 * 12
const firstDays = Int32Array.from({ length: tableUntil - tableFrom + 1 }, (_, index) =>
  firstDayByFormula(tableFrom + index),
)
const tableFirstDay = firstDays[0] ?? 0
const tableLastDay = (firstDays.at(-1) ?? 0) - 1

/** The first day of a month. */
export function firstDayOf(month: number): number {
  return firstDays[month - tableFrom] ?? firstDayByFormula(month)
}

/** The month that a day falls in. */
export function monthOfDay(day: number): number {
  if (day < tableFirstDay || day > tableLastDay) return monthByFormula(day)
  // The mean length of a month leads to the right one or a neighbour, never outside the table.
  let index = ((day - tableFirstDay) / 30.436875) | 0
  if ((firstDays[index] ?? 0) > day) index--
  else if ((firstDays[index + 1] ?? Infinity) <= day) index++
  return tableFrom + index
}

function firstDayByFormula(month: number): number {
  const monthsFromMarch = month - 2
  const year = Math.floor(monthsFromMarch / 12)
  const round = Math.floor(year / 400)
  const yearOfRound = year - round * 400
  // From March on, five months always have 153 days.
  const dayOfYear = Math.floor((153 * (monthsFromMarch - year * 12) + 2) / 5)
  const leapDays = Math.floor(yearOfRound / 4) - Math.floor(yearOfRound / 100)
  return round * daysIn400Years + yearOfRound * 365 + leapDays + dayOfYear - daysFrom0000March1
}

function monthByFormula(day: number): number {
  const shifted = day + daysFrom0000March1
  const round = Math.floor(shifted / daysIn400Years)
  const dayOfRound = shifted - round * daysIn400Years
  // Leap days are taken out before dividing by 365: one in 4 years, none in 100, one in 400.
  const leapDays = Math.floor(dayOfRound / 1460) - Math.floor(dayOfRound / 36524) + Math.floor(dayOfRound / 146096)
  const yearOfRound = Math.floor((dayOfRound - leapDays) / 365)
  const dayOfYear = dayOfRound - yearOfRound * 365 - Math.floor(yearOfRound / 4) + Math.floor(yearOfRound / 100)
  return (round * 400 + yearOfRound) * 12 + 2 + Math.floor((5 * dayOfYear + 2) / 153)
}
