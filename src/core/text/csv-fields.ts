/**
 * The fields of plain rows, straight from bytes into columns.
 *
 * A row is read quickly when it is plain: words and numbers and days in their usual form, with or without quotes around
 * them. Each reader here takes one field, puts its value into the column, and answers the offset of the delimiter or line
 * end behind it; -1 says that the field is not plain, and that the whole row must be read the careful way. What the
 * careful way would refuse or read differently is never plain. Within quotes the closing quote is the delimiter.
 */
import { dayOf } from '../base/index.ts'
import { type Column, emptyDay } from './csv-columns.ts'
import { type ReadingRules } from './csv-values.ts'

const lineFeed = 10
const carriageReturn = 13
const space = 0x20
const quote = 0x22
const comma = 0x2c
const minus = 0x2d
const point = 0x2e
const slash = 0x2f
const zero = 0x30

/** An id or a word. */
export function readWord(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  isUtf8: boolean,
): number {
  const end = findWord(column, bytes, start, index, delimiter, isUtf8)
  // What ends a word within quotes does not end it elsewhere, so only plain words are remembered.
  if (end > start && delimiter !== quote) column.remembered?.keep(bytes, start, end, column.wholes[index]!)
  return end
}

/** A word, found by its hash. */
function findWord(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  isUtf8: boolean,
): number {
  let at = start
  let hash = 0
  let byte = bytes[at]!
  while (byte !== delimiter && byte >= space && byte < 0x80) {
    hash = (Math.imul(hash, 31) + byte) | 0
    byte = bytes[++at]!
  }
  if (byte >= 0x80) return readLetters(column, bytes, start, index, delimiter, isUtf8)
  if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) return -1
  if (at === start) return emptyField(column, index, at)
  const first = bytes[start]!
  if (first === space || first === quote || bytes[at - 1] === space || at - start > 1000) return -1
  const interner = column.interner!
  const mayBeWhole = first >= zero && first <= 0x39
  column.wholes[index] = mayBeWhole
    ? interner.codeOfBytes(bytes, start, at)
    : interner.codeByHash(hash, bytes, start, at)
  return at
}

/** A word with letters beyond ASCII. */
function readLetters(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  isUtf8: boolean,
): number {
  const end = skipField(bytes, start, delimiter, isUtf8)
  if (end < 0 || bytes[start] === space || bytes[end - 1] === space || end - start > 1000) return -1
  column.wholes[index] = column.interner!.codeOfBytes(bytes, start, end)
  return end
}

const firstYear = 1900
const yearCount = 256
const monthStart = new Int32Array(yearCount * 16)
const monthLength = new Uint8Array(yearCount * 16)
for (let year = firstYear; year < firstYear + yearCount; year++) {
  for (let month = 1; month <= 12; month++) {
    const start = dayOf(year, month, 1)
    const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
    monthStart[(year - firstYear) * 16 + month] = start
    monthLength[(year - firstYear) * 16 + month] = next - start
  }
}

/**
 * A day from 1900 to 2155 of ten characters: 2024-12-31; or 31-12-2024, 31/12/2024 and 31.12.2024 where the rule tells the
 * order. Any other form is read the careful way.
 */
export function readPlainDay(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  rule: ReadingRules['dates'],
): number {
  const first = bytes[start]!
  if (first === delimiter || first === lineFeed || first === carriageReturn) return emptyField(column, index, start)
  if (start + 10 >= bytes.length) return -1
  const isYearFirst = bytes[start + 4] === minus && bytes[start + 7] === minus
  let day: number
  if (isYearFirst) day = dayAt(bytes, start, start + 5, start + 8)
  else {
    const sign = bytes[start + 2]!
    if (sign !== bytes[start + 5] || (sign !== minus && sign !== slash && sign !== point)) return -1
    // A day beyond the 12th shows how its column is written, and is to be seen by who reads carefully.
    if (rule === 'unstated') return -1
    const isDayFirst = rule === 'day-month-year'
    day = isDayFirst ? dayAt(bytes, start + 6, start + 3, start) : dayAt(bytes, start + 6, start, start + 3)
  }
  if (day === emptyDay) return -1
  column.wholes[index] = day
  return start + 10
}

/** The day whose year, month and day of the month begin at these offsets, or emptyDay if there is no such day. */
function dayAt(bytes: Uint8Array, yearAt: number, monthAt: number, dayOfMonthAt: number): number {
  const year = twoDigits(bytes, yearAt) * 100 + twoDigits(bytes, yearAt + 2)
  return dayFrom(year, twoDigits(bytes, monthAt), twoDigits(bytes, dayOfMonthAt))
}

/** As `dayAt` for a day written 2024-12-31, all of which is there. */
export function usualDay(view: DataView, at: number): number {
  const middle = view.getInt32(at + 4)
  // The signs on both sides of the month.
  if ((middle & 0xff0000ff) !== 0x2d00002d) return emptyDay
  const year = numberOfPair[view.getUint16(at)]! * 100 + numberOfPair[view.getUint16(at + 2)]!
  return dayFrom(year, numberOfPair[(middle >>> 8) & 0xffff]!, numberOfPair[view.getUint16(at + 8)]!)
}

function dayFrom(year: number, month: number, dayOfMonth: number): number {
  const fromFirst = year - firstYear
  // Two digits that are none come as -10000, which makes the whole year, month or day negative.
  if (fromFirst < 0 || fromFirst >= yearCount || month < 0 || month > 12 || dayOfMonth < 1) return emptyDay
  const row = fromFirst * 16 + month
  return dayOfMonth > monthLength[row]! ? emptyDay : monthStart[row]! + dayOfMonth - 1
}

const numberOfPair = new Int16Array(1 << 16).fill(-10000)
for (let number = 0; number < 100; number++) {
  numberOfPair[((zero + Math.floor(number / 10)) << 8) | (zero + (number % 10))] = number
}

/** The number that two digits write, or -10000 if they are not digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  return numberOfPair[(bytes[at]! << 8) | bytes[at + 1]!]!
}

/** Digits, perhaps with a minus and one decimal sign that can be nothing else. */
export function readPlainNumber(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  rule: ReadingRules['numbers'],
): number {
  let at = start
  const isNegative = bytes[at] === minus
  if (isNegative) at++
  const firstDigit = at
  let mantissa = 0
  let digit = bytes[at]! - zero
  while (digit >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit
    digit = bytes[++at]! - zero
  }
  const wholeDigits = at - firstDigit
  let stop = bytes[at]!
  if (wholeDigits === 0) return isNegative ? -1 : emptyUnless(column, bytes, start, index, delimiter)
  let scale = 0
  if (stop !== delimiter && (stop === point || stop === comma)) {
    const isStated = rule === (stop === comma ? 'danish' : 'international')
    if (rule !== 'unstated' && !isStated) return -1
    const firstDecimal = at + 1
    digit = bytes[++at]! - zero
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      digit = bytes[++at]! - zero
    }
    scale = at - firstDecimal
    // Three digits behind a sign that may part thousands are a question.
    if (scale === 0 || (scale === 3 && !isStated)) return -1
    stop = bytes[at]!
  }
  if (wholeDigits + scale > 15 || (stop !== delimiter && stop !== lineFeed && stop !== carriageReturn)) return -1
  column.mantissas[index] = isNegative ? 0 - mantissa : mantissa
  column.scales[index] = scale
  column.filled[index] = 1
  return at
}

/** A text, kept as it stands. */
export function readText(
  column: Column,
  bytes: Uint8Array,
  start: number,
  index: number,
  delimiter: number,
  isUtf8: boolean,
): number {
  const end = skipField(bytes, start, delimiter, isUtf8)
  if (end < 0) return -1
  if (end === start) return emptyField(column, index, end)
  if (bytes[start] === space || bytes[start] === quote || bytes[end - 1] === space) return -1
  column.putText(index, bytes, start, end)
  return end
}

/**
 * The offset behind a field. In a file known to be UTF-8 the letters from À to ÿ are plain too: two bytes that are never
 * part of a letter written as two characters.
 */
export function skipField(bytes: Uint8Array, start: number, delimiter: number, isUtf8: boolean): number {
  let at = start
  let byte = bytes[at]!
  while (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) {
    if (byte < space) return -1
    if (byte >= 0x80) {
      const second = bytes[++at]!
      if (!isUtf8 || byte !== 0xc3 || second < 0x80 || second > 0xbf) return -1
    }
    byte = bytes[++at]!
  }
  return at
}

function emptyUnless(column: Column, bytes: Uint8Array, start: number, index: number, delimiter: number): number {
  const byte = bytes[start]!
  const isEmpty = byte === delimiter || byte === lineFeed || byte === carriageReturn
  return isEmpty ? emptyField(column, index, start) : -1
}

function emptyField(column: Column, index: number, at: number): number {
  if (column.isRequired) return -1
  column.putEmpty(index)
  return at
}
