/**
 * Cuts: what is taken off the entries of a group, and which of them give way.
 *
 *     10 000 too much, latest first        the latest entries, each to nothing, until 10 000 is gone
 *     at most 3 results of 5, latest first  the entries of the first three results stay
 *     at most 3 results of 5, in proportion every result is paid three fifths
 *
 * Results that are paid for are counted, not entries: two payments for one result are one, and fees, what is owed back and
 * the lines of floors are none.
 */
import {
  type Exact,
  add,
  apportion,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  sign,
  subtract,
  toBigInt,
} from '../base/index.ts'
import { type Limit } from '../terms/index.ts'
import { type Earned } from './entries.ts'

/**
 * Takes what is too much off the entries that give way: the latest, the earliest, or all in proportion. What is owed
 * back stays as it is, and makes room for the others. Gives what it took.
 */
export function takeOff(
  much: Exact,
  givesWay: Limit['givesWay'],
  entries: ArrayLike<number>,
  before: readonly Exact[],
  after: Exact[],
): Exact {
  if (givesWay === 'in-proportion') {
    const paid = Array.from(entries).filter((entry) => sign(before[entry]!) > 0)
    const most = paid.reduce<Exact>((total, entry) => add(total, before[entry]!), 0)
    const kept = toBigInt(floor(maximum(0, subtract(most, much))))
    const parts = apportion(
      kept,
      paid.map((entry) => before[entry]!),
    )
    paid.forEach((entry, index) => (after[entry] = Number(parts[index]!)))
    return subtract(most, Number(kept))
  }
  let rest = much
  for (let step = 0; step < entries.length && sign(rest) > 0; step++) {
    const entry = entries[givesWay === 'earliest-first' ? step : entries.length - 1 - step]!
    if (sign(before[entry]!) <= 0) continue
    const less = minimum(before[entry]!, rest)
    after[entry] = subtract(before[entry]!, less)
    rest = subtract(rest, less)
  }
  return subtract(much, rest)
}

/** Keeps the entries of so many results and takes the others off; gives what is left, or nothing where all may stay. */
export function keepResults(
  most: number,
  entries: ArrayLike<number>,
  givesWay: Limit['givesWay'],
  earned: Earned,
  before: readonly Exact[],
  after: Exact[],
): Exact | undefined {
  const found = resultsPaidFor(entries, earned, before)
  if (found.size <= most) return undefined
  const counted = Array.from(entries).filter((entry) => isPaidResult(entry, earned, before))
  if (givesWay === 'in-proportion') {
    const paid = counted.reduce<Exact>((sum, entry) => add(sum, before[entry]!), 0)
    takeOff(subtract(paid, multiply(divide(most, found.size), paid)), givesWay, counted, before, after)
  } else {
    const results = [...found]
    const kept = new Set(givesWay === 'earliest-first' ? results.slice(results.length - most) : results.slice(0, most))
    for (const entry of counted) if (!kept.has(resultOf(entry, earned))) after[entry] = 0
  }
  return Array.from(entries).reduce<Exact>((sum, entry) => add(sum, after[entry]!), 0)
}

/** The results that something is paid for, in the order in which they first stand among the entries. */
export function resultsPaidFor(entries: ArrayLike<number>, earned: Earned, amounts: readonly Exact[]): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at < entries.length; at++) {
    if (isPaidResult(entries[at]!, earned, amounts)) found.add(resultOf(entries[at]!, earned))
  }
  return found
}

const isPaidResult = (entry: number, { entries }: Earned, amounts: readonly Exact[]): boolean =>
  entries.result[entry]! >= 0 && sign(amounts[entry]!) > 0

function resultOf(entry: number, { entries, payments, contexts }: Earned): string {
  const { name } = payments[entries.payment[entry]!]!
  const { goal } = contexts[entries.version[entry]!]!.agreement.payments!.get(name)!
  return `${goal ?? ''} ${String(entries.result[entry]!)}`
}
