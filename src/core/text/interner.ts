/**
 * Interner: texts as small whole numbers, 0, 1, 2 … in the order in which they were given to it.
 *
 *     codeOf('shelter') → 0     codeOf('support') → 1     codeOf('shelter') → 0     textOf(1) → 'support'
 *
 * Twenty million rows name a million people; as codes they are columns of 32-bit numbers, and no text is made for a row.
 * Texts are kept as UTF-8 and found by a hash of their bytes. A text that is a whole number written the usual way (no
 * sign, no leading zero) and not much larger than the count of texts is found without a hash, in a table indexed by the
 * number. The case that surprises: '7' and '07' are two texts, because an id is not a number.
 *
 * An interner can be shared between files and columns, and be given words before any file is read.
 */
import { assert } from '../base/index.ts'

const textLengthMax = 0xffff
const numberMax = 0x3fffffff
const numbersAlwaysDirect = 1 << 20
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export class Interner {
  private count = 0
  /** Code + 1 of the whole number that is the index; 0 where there is none. */
  private codeOfNumber = new Int32Array(1 << 12)
  // Most registers number their people 1, 2, 3 …: numbers from runStart on, runLength of them, have codes from runCode
  // on. Finding them takes no memory access, which for a million people in random order is most of the time.
  private runStart = 0
  private runLength = 0
  private runCode = 0
  // A text is either a whole number, in numberOf, or bytes from startOf; numberOf is -1 for bytes.
  private numberOf = new Int32Array(1 << 10)
  private startOf = new Int32Array(1 << 10)
  private lengthOf = new Uint16Array(1 << 10)
  private arena = new Uint8Array(1 << 12)
  private arenaUsed = 0
  // Open addressing: code + 1 at the hash of its bytes, or in the next free slot.
  private slots = new Int32Array(1 << 10)
  private slotsUsed = 0

  constructor(words: readonly string[] = []) {
    for (const word of words) this.codeOf(word)
  }

  /** How many texts there are; the codes are the whole numbers below it. */
  get size(): number {
    return this.count
  }

  /** The text of a code. */
  textOf(code: number): string {
    assert(code >= 0 && code < this.count, 'a code comes from this interner')
    const number = this.numberOf[code]!
    if (number >= 0) return String(number)
    const start = this.startOf[code]!
    return decoder.decode(this.arena.subarray(start, start + this.lengthOf[code]!))
  }

  /** The code of a text, new if need be; undefined if the text has more than 65,535 bytes. */
  codeOf(text: string): number | undefined {
    const bytes = encoder.encode(text)
    if (bytes.length > textLengthMax) return undefined
    return this.codeOfBytes(bytes, 0, bytes.length)
  }

  /** The code of a text if it has one, without giving it one. */
  find(text: string): number | undefined {
    const bytes = encoder.encode(text)
    const number = canonicalNumber(bytes, 0, bytes.length)
    const direct = number >= 0 && number < this.codeOfNumber.length ? this.codeOfNumber[number]! - 1 : -1
    if (direct >= 0) return direct
    const code = this.slots[this.slotOf(hashOf(bytes, 0, bytes.length), bytes, 0, bytes.length)]! - 1
    return code >= 0 ? code : undefined
  }

  /** As codeOf, for UTF-8 bytes from `start` to before `end`, of which there are at most 65,535. */
  codeOfBytes(bytes: Uint8Array, start: number, end: number): number {
    const number = canonicalNumber(bytes, start, end)
    if (number >= 0) return this.codeOfWhole(number)
    return this.codeByHash(hashOf(bytes, start, end), bytes, start, end)
  }

  /** The code of a whole number written the usual way. */
  codeOfWhole(number: number): number {
    const inRun = number - this.runStart
    if (inRun >= 0 && inRun < this.runLength) return this.runCode + inRun
    const code = number < this.codeOfNumber.length ? this.codeOfNumber[number]! - 1 : -1
    return code >= 0 ? code : this.addWhole(number)
  }

  /**
   * Puts codes in place of whole numbers: the first `count` entries that are below -1 stand for -2 - entry. Looking up
   * many in a row takes a fraction of the time of looking up one for each row, because the memory is asked ahead.
   */
  replaceWholes(entries: Int32Array, count: number): void {
    const { runStart, runLength, runCode } = this
    for (let at = 0; at < count; at++) {
      const entry = entries[at]!
      if (entry >= -1) continue
      const inRun = -2 - entry - runStart
      entries[at] = inRun >= 0 && inRun < runLength ? runCode + inRun : this.codeOfWhole(-2 - entry)
    }
  }

  private addWhole(number: number): number {
    // What the table has room for is never kept by hash, so that a number is found in one of the two only.
    const isDirect = number < Math.max(this.codeOfNumber.length, numbersAlwaysDirect, 16 * this.count)
    if (!isDirect) {
      const bytes = encoder.encode(String(number))
      return this.codeByHash(hashOf(bytes, 0, bytes.length), bytes, 0, bytes.length)
    }
    if (number >= this.codeOfNumber.length) this.growDirect(number)
    const known = this.codeOfNumber[number]! - 1
    if (known >= 0) return known
    const code = this.add(number)
    this.codeOfNumber[number] = code + 1
    if (this.runLength === 0 || (this.runLength === 1 && number !== this.runStart + 1)) {
      this.runStart = number
      this.runCode = code
      this.runLength = 1
    } else if (number === this.runStart + this.runLength && code === this.runCode + this.runLength) this.runLength++
    return code
  }

  /** As codeOfBytes, for bytes that are not a whole number, with their hash: the sum over the bytes of h × 31 + byte. */
  codeByHash(hash: number, bytes: Uint8Array, start: number, end: number): number {
    assert(end - start <= textLengthMax, 'an id or word has at most 65,535 bytes')
    const slot = this.slotOf(hash, bytes, start, end)
    const known = this.slots[slot]! - 1
    if (known >= 0) return known
    const code = this.add(-1)
    this.keepBytes(code, bytes, start, end)
    this.slots[slot] = code + 1
    if (++this.slotsUsed * 2 > this.slots.length) this.growSlots()
    return code
  }

  private slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const code = this.slots[slot]! - 1
      if (code < 0 || this.isAt(code, bytes, start, end)) return slot
    }
  }

  private isAt(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.lengthOf[code] !== end - start) return false
    const offset = this.startOf[code]! - start
    for (let at = start; at < end; at++) if (this.arena[at + offset] !== bytes[at]) return false
    return true
  }

  private add(number: number): number {
    const code = this.count++
    if (code === this.numberOf.length) {
      this.numberOf = grown(this.numberOf, new Int32Array(code * 2))
      this.startOf = grown(this.startOf, new Int32Array(code * 2))
      this.lengthOf = grown(this.lengthOf, new Uint16Array(code * 2))
    }
    this.numberOf[code] = number
    return code
  }

  private keepBytes(code: number, bytes: Uint8Array, start: number, end: number): void {
    while (this.arenaUsed + end - start > this.arena.length) {
      this.arena = grown(this.arena, new Uint8Array(this.arena.length * 2))
    }
    this.arena.set(bytes.subarray(start, end), this.arenaUsed)
    this.startOf[code] = this.arenaUsed
    this.lengthOf[code] = end - start
    this.arenaUsed += end - start
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let code = 0; code < this.count; code++) {
      if (this.numberOf[code]! >= 0) continue
      const start = this.startOf[code]!
      const end = start + this.lengthOf[code]!
      this.slots[this.slotOf(hashOf(this.arena, start, end), this.arena, start, end)] = code + 1
    }
  }

  /** Makes room for `number`. Numbers so far kept by hash that now fit keep their codes. */
  private growDirect(number: number): void {
    let length = this.codeOfNumber.length
    while (length <= number) length *= 2
    this.codeOfNumber = grown(this.codeOfNumber, new Int32Array(length))
    for (let code = 0; code < this.count; code++) {
      if (this.numberOf[code]! >= 0) continue
      const start = this.startOf[code]!
      const held = canonicalNumber(this.arena, start, start + this.lengthOf[code]!)
      if (held >= 0 && held < length) this.codeOfNumber[held] = code + 1
    }
  }
}

/** The hash of bytes that codeByHash wants: h × 31 + byte, over 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
  return hash
}

/** The number that the bytes write the usual way, or -1: '0', '17', but not '017', '-1', '' or one beyond 2^30 − 1. */
function canonicalNumber(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  if (length === 0 || length > 10 || (length > 1 && bytes[start] === 0x30)) return -1
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number <= numberMax ? number : -1
}

function grown<Column extends Int32Array | Uint16Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
