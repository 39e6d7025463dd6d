/**
 * Splitting a whole amount by shares, as `apportion` of core/base does, on plain numbers where they are exact.
 *
 *     800 001 by 80 % and 20 %   →   640 001 and 160 000: the unit left over goes to the largest remainder
 */
import { type Exact, apportion, assert, denominatorOf, numeratorOf } from '../base/index.ts'

/** Writes the parts of a whole amount into an array, from a place on. */
export type Splitter = (total: number, into: Float64Array, at: number) => void

export function splitterOf(shares: readonly Exact[]): Splitter {
  if (shares.length === 1) return (total, into, at) => (into[at] = total)
  const common = shares.reduce(
    (product, share) => (product * denominatorOf(share)) / divisorOf(product, denominatorOf(share)),
    1n,
  )
  const weights = shares.map((share) => Number((numeratorOf(share) * common) / denominatorOf(share)))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const largest = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(...weights, 1))
  const remainders = new Float64Array(weights.length)
  return (total, into, at) => {
    assert(Number.isSafeInteger(total), 'an amount to be split is whole')
    const size = total < 0 ? -total : total
    if (size > largest || all === 0) return splitExactly(total, shares, into, at)
    let left = size
    for (let part = 0; part < weights.length; part++) {
      const product = size * weights[part]!
      const whole = Math.floor(product / all)
      // The quotient may be rounded up to the next whole number; the remainder tells.
      const isOver = product - whole * all < 0
      const share = isOver ? whole - 1 : whole
      remainders[part] = product - share * all
      into[at + part] = share
      left -= share
    }
    for (; left > 0; left--) {
      let most = 0
      for (let part = 1; part < weights.length; part++) if (remainders[part]! > remainders[most]!) most = part
      into[at + most]!++
      remainders[most] = -1
    }
    if (total < 0) for (let part = 0; part < weights.length; part++) into[at + part] = 0 - into[at + part]!
  }
}

function splitExactly(total: number, shares: readonly Exact[], into: Float64Array, at: number): void {
  apportion(BigInt(total), shares).forEach((part, index) => (into[at + index] = Number(part)))
}

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisorOf(b, a % b)
}
