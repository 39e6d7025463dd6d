/**
 * Records of a CSV file: where one ends, and what its fields are.
 *
 *     1,"a, ""b""\nc",2  →  fields '1', 'a, "b"\nc' and '2'
 *
 * A field in quotes may hold delimiters, line ends and doubled quotes; a quote inside an unquoted field is just a
 * character (5" pipe). Lines end with LF, CR LF or CR. A quote that is opened and never closed would swallow the rest of
 * the file, so such a record is cut at the end of its first line.
 */

/** A record holds at most so many bytes: a megabyte, more than any note, less than a file swallowed by a lost quote. */
export const recordBytesMax = 1 << 20

const lineFeed = 10
const carriageReturn = 13
const quote = 0x22

/** `end` is where the record ends, `next` where the one after it begins. */
export type RecordEnd = { end: number; next: number }

/**
 * Where the record that begins at `start` ends, or undefined if more bytes are needed to know. With `isLast`, the end of
 * the bytes is the end of the file.
 */
export function recordEnd(bytes: Uint8Array, start: number, delimiter: number, isLast: boolean): RecordEnd | undefined {
  const until = Math.min(bytes.length, start + recordBytesMax)
  let state: 'field-start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'field-start'
  for (let at = start; at < until; at++) {
    const byte = bytes[at]!
    if (state === 'quoted') {
      if (byte === quote) state = 'quote-in-quoted'
    } else if (byte === lineFeed || byte === carriageReturn) {
      return { end: at, next: afterLineEnd(bytes, at) }
    } else if (byte === delimiter) {
      state = 'field-start'
    } else if (byte === quote && state !== 'plain') {
      state = 'quoted'
    } else if (state === 'quote-in-quoted') {
      // Something follows the closing quote: either it was not the closing one, or an earlier one was lost.
      return firstLine(bytes, start, isLast)
    } else {
      state = 'plain'
    }
  }
  const isTooLong = until - start === recordBytesMax
  if (!isLast && !isTooLong) return undefined
  return state === 'quoted' || isTooLong ? firstLine(bytes, start, true) : { end: until, next: until }
}

/** The offset behind the line end that begins at `at`. */
export function afterLineEnd(bytes: Uint8Array, at: number): number {
  return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1
}

/** The first line from `start`; without its line end only if there is no more to come, or too much already. */
function firstLine(bytes: Uint8Array, start: number, isLast: boolean): RecordEnd | undefined {
  const end = lineEndFrom(bytes, start)
  if (end >= 0) return { end, next: afterLineEnd(bytes, end) }
  return isLast || bytes.length - start >= recordBytesMax ? { end: bytes.length, next: bytes.length } : undefined
}

/** The offset of the first line end at or after `from`, or -1. */
export function lineEndFrom(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === lineFeed || bytes[at] === carriageReturn) return at
  }
  return -1
}

/** The offset of the last line end, or one before `from`. */
export function lastLineEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.length - 1
  while (at >= from && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at--
  return at
}

/** `start` and `length` tell where the field stands in the text of its record, quotes included. */
export type Field = { text: string; isQuoted: boolean; start: number; length: number }

export type SplitFault = { fault: 'quote-never-closed' | 'quote-misplaced'; start: number; length: number }

/** The fields of the text of one record. */
export function splitRecord(text: string, delimiter: string): Field[] | SplitFault {
  const fields: Field[] = []
  for (let start = 0; ;) {
    const field = text[start] === '"' ? quotedField(text, start, delimiter) : plainField(text, start, delimiter)
    if ('fault' in field) return field
    fields.push(field)
    start += field.length
    if (start >= text.length) return fields
    start++
  }
}

function plainField(text: string, start: number, delimiter: string): Field {
  const found = text.indexOf(delimiter, start)
  const end = found < 0 ? text.length : found
  return { text: text.slice(start, end), isQuoted: false, start, length: end - start }
}

function quotedField(text: string, start: number, delimiter: string): Field | SplitFault {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return { fault: 'quote-never-closed', start, length: text.length - start }
    if (text[end + 1] !== '"') break
    end += 2
  }
  const length = end + 1 - start
  if (end + 1 < text.length && text[end + 1] !== delimiter) return { fault: 'quote-misplaced', start, length }
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), isQuoted: true, start, length }
}
