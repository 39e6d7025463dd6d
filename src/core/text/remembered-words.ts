/**
 * The few words that a column has had lately, found again by their first three bytes and compared four bytes at a time.
 *
 *     words.keep(bytes, start, end, code)          'support' is code 1
 *     const place = words.placeOf(view, at)        are the bytes from `at` on 'support'?
 *     words.lengths[place], words.codes[place]     if so, 7 and 1
 *
 * What is found begins at `at`; whether the word ends there too is for whoever asks to see. Two words with one place
 * drive each other out, which costs time and nothing else.
 */
const places = 256
/** Four-byte parts of a word; a longer one is not kept. */
const parts = 3
const lengthMax = parts * 4
/** No bytes are this number where no word is kept, since then the mask is 0. */
const noKey = 1
const letterMin = 0x3a
const asciiMax = 0x7f

// The word being kept.
const word = new DataView(new ArrayBuffer(lengthMax))
const ones = new DataView(new ArrayBuffer(lengthMax))

export class RememberedWords {
  readonly codes = new Int32Array(places)
  readonly lengths = new Uint8Array(places)
  // Each part of a word as a number, and ones where the word has bytes.
  private readonly keys = new Int32Array(places * parts).fill(noKey)
  private readonly masks = new Int32Array(places * parts)

  /** The place of a word that the bytes from `at` on begin with, or -1. */
  placeOf(view: DataView, at: number): number {
    if (at + lengthMax > view.byteLength) return -1
    const { keys, masks } = this
    const head = view.getInt32(at)
    const place = placeOfHead(head)
    const part = place * parts
    if ((head & masks[part]!) !== keys[part]!) return -1
    if ((view.getInt32(at + 4) & masks[part + 1]!) !== keys[part + 1]!) return -1
    if ((view.getInt32(at + 8) & masks[part + 2]!) !== keys[part + 2]!) return -1
    return place
  }

  /** Keeps a word, unless it is long, a number, or has letters beyond ASCII, which a file may write in several ways. */
  keep(bytes: Uint8Array, start: number, end: number, code: number): void {
    if (end - start < 2 || end - start > lengthMax || bytes[start]! < letterMin) return
    for (let at = start; at < end; at++) if (bytes[at]! > asciiMax) return
    for (let at = 0; at < lengthMax; at++) {
      word.setUint8(at, start + at < end ? bytes[start + at]! : 0)
      ones.setUint8(at, start + at < end ? 0xff : 0)
    }
    // The byte behind a word of two letters has part in its place.
    const place = placeOfHead((word.getInt32(0) & 0xffff0000) | ((bytes[start + 2] ?? 0) << 8))
    this.codes[place] = code
    this.lengths[place] = end - start
    for (let part = 0; part < parts; part++) {
      this.keys[place * parts + part] = word.getInt32(part * 4)
      this.masks[place * parts + part] = ones.getInt32(part * 4)
    }
  }
}

/** A place for the first three of four bytes. */
function placeOfHead(head: number): number {
  return ((head >>> 24) + ((head >>> 16) & 0xff) * 5 + ((head >>> 8) & 0xff) * 25) & (places - 1)
}
