/**
 * Which letters the bytes of a CSV file are: UTF-8, or the Windows-1252 that older Danish systems export.
 *
 *     bytes 73 74 C3 B8 64 → 'stød' in UTF-8          bytes 73 74 F8 64 → 'stød' in Windows-1252
 *
 * Bytes below 128 are the same in both, so the first row with any other byte decides for the whole file. A later row
 * that fits only the other encoding is refused: two files have been pasted together, and nobody can say which is right.
 * Letters written as two characters (a + ring) become the one everybody else writes (å), so that equal words are equal.
 */

export type Encoding = 'ascii' | 'utf-8' | 'windows-1252'

/** The characters of bytes 128 to 159 of Windows-1252; elsewhere a byte is its own character. */
const windowsCharacters =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const asciiDecoder = new TextDecoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The text of whole rows, and the encoding of the file as known after them; `text` is undefined if the rows contradict
 * what is known.
 */
export function decode(bytes: Uint8Array, known: Encoding): { text: string | undefined; encoding: Encoding } {
  if (isAscii(bytes)) return { text: asciiDecoder.decode(bytes), encoding: known }
  const asUtf8 = decodeUtf8(bytes)
  const fits: Encoding = asUtf8 === undefined ? 'windows-1252' : 'utf-8'
  if (known !== 'ascii' && known !== fits) return { text: undefined, encoding: known }
  return { text: (asUtf8 ?? latin(bytes)).normalize('NFC'), encoding: fits }
}

/** What to show of bytes that contradict the encoding of their file. */
export function decodeForShow(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? latin(bytes)
}

/** The text of a whole file for a reader to look at, whatever it is written in; a row that is of another encoding is shown as its own. */
export function textOfBytes(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return new TextDecoder('utf-16be').decode(bytes)
  const whole = decodeUtf8(bytes)
  if (whole !== undefined) return whole.replace(/^\ufeff/, '')
  const rows: string[] = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from)
    const until = end < 0 ? bytes.length : end + 1
    rows.push(decodeForShow(bytes.subarray(from, until)))
    from = until
  }
  return rows.join('').replace(/^\ufeff/, '')
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) return false
  return true
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

function latin(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 4096) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 4096)))
  }
  return pieces.join('').replace(/[\u0080-\u009f]/g, (byte) => windowsCharacters[byte.charCodeAt(0) - 0x80] ?? byte)
}
