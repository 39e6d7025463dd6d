/**
 * SHA-256: a text or bytes made into 64 hexadecimal digits that change with any change in them.
 *
 *     sha256('')     →  e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
 *     sha256('abc')  →  ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
 *
 * Written out here because the core runs in a browser as in a server and may import neither's. A text is hashed as
 * UTF-8. The case that surprises: half a surrogate pair is not text, and is hashed as the replacement character.
 */
/** The digest as 64 lower-case hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return digitsOf(sha256Words(data))
}

/** The digest of a text that comes in pieces, and may be longer than any one text can be. Each piece is text by itself. */
export function sha256OfPieces(pieces: Iterable<string>): string {
  const mixing = new Mixing()
  const encoder = new TextEncoder()
  for (const piece of pieces) mixing.add(encoder.encode(piece))
  return digitsOf(mixing.end())
}

/** The digest as eight 32-bit words. */
export function sha256Words(data: Uint8Array | string): Int32Array {
  const mixing = new Mixing()
  mixing.add(typeof data === 'string' ? new TextEncoder().encode(data) : data)
  return mixing.end()
}

function digitsOf(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Bytes mixed in blocks of 64; those that are not yet a block are held. */
class Mixing {
  private readonly state = Int32Array.from(initialState)
  private readonly words = new Int32Array(64)
  private readonly held = new Uint8Array(64)
  private heldLength = 0
  private length = 0

  add(bytes: Uint8Array): void {
    const { state, words, held, heldLength } = this
    this.length += bytes.length
    const missing = heldLength === 0 ? 0 : 64 - heldLength
    held.set(bytes.subarray(0, missing), heldLength)
    if (bytes.length < missing) {
      this.heldLength += bytes.length
      return
    }
    if (missing > 0) mixBlock(state, words, held, 0)
    let at = missing
    for (; at + 64 <= bytes.length; at += 64) mixBlock(state, words, bytes, at)
    held.set(bytes.subarray(at))
    this.heldLength = bytes.length - at
  }

  /** The end of the data, a single 1 bit, zeros, and the length in bits as 64 bits: one block more, or two. */
  end(): Int32Array {
    const { state, words, held, heldLength, length } = this
    const tail = new Uint8Array(heldLength < 56 ? 64 : 128)
    tail.set(held.subarray(0, heldLength))
    tail[heldLength] = 0x80
    const lengthField = new DataView(tail.buffer, tail.length - 8)
    lengthField.setUint32(0, Math.floor(length / 2 ** 29))
    lengthField.setUint32(4, (length << 3) >>> 0)
    for (let offset = 0; offset < tail.length; offset += 64) mixBlock(state, words, tail, offset)
    return state
  }
}

function mixBlock(state: Int32Array, words: Int32Array, bytes: Uint8Array, offset: number): void {
  // Every index below is within its array by construction; `!` spares a test per step of the innermost loop.
  for (let i = 0, at = offset; i < 16; i++, at += 4) {
    words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15]!
    const late = words[i - 2]!
    const mixedEarly = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const mixedLate = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    words[i] = (((words[i - 16]! + mixedEarly) | 0) + ((words[i - 7]! + mixedLate) | 0)) | 0
  }

  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const choice = g ^ (e & (f ^ g))
    const majority = (a & b) | (c & (a | b))
    const fixed = (roundConstants[i]! + words[i]!) | 0
    const first = (((h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25))) | 0) + ((choice + fixed) | 0)) | 0
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

const primes = firstPrimes(64)

/** The standard defines both tables: the first 32 binary places of the square and cube roots of the first primes. */
const initialState = Int32Array.from(primes.slice(0, 8), (prime) => rootPlaces(prime, 2))
const roundConstants = Int32Array.from(primes, (prime) => rootPlaces(prime, 3))

/** The first 32 binary places of the square or cube root of a prime, by bisection in whole numbers. */
function rootPlaces(prime: number, degree: 2 | 3): number {
  const target = BigInt(prime) << BigInt(32 * degree)
  let [low, high] = [0n, BigInt(prime) << 32n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** BigInt(degree) <= target) low = middle
    else high = middle
  }
  return Number(BigInt.asIntN(32, low))
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  }
  return found
}
