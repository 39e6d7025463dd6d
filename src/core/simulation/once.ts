/**
 * What the case is worth to the municipality when it is reckoned once, beside the mean of its draws.
 *
 *     likely    every estimate at the number its writer calls likely; at its mean where the writer calls none so
 *     means     every estimate at its mean; people as they are expected, parts of them included
 *     apart     mean of the draws − means: of what is paid back, and of everything else
 *
 * Ten people of whom half succeed, 100,000 kr. for each and a cap of 500,000: reckoned once 500,000 is paid, in the mean of the draws
 * 438,477, for more than five are not paid for and fewer than five are. What is neither capped nor bent is not apart. Where a contract
 * says what is paid in the draws, the case's own model says it here; how much its limits on sums are of it, is measured in the draws.
 */
import {
  type CompiledCase,
  type Parameters,
  expectedActivity,
  parametersOf,
  valueActivity,
} from '../valuation/index.ts'
import { type Draws } from './draws.ts'
import { type Estimated, estimated, shareOf } from './statistics.ts'

/** Kroner, present value, plus being better for the municipality. */
export type Once = {
  /** Nothing where no estimate names a likely number. */
  likely: number | undefined
  means: number
  /** The mean of the draws less what it is at the means: in all, and of it what is paid back and everything else. */
  apart: { all: number; repaid: Apart; rest: Apart }
  /** What a contract's limits on sums do to what is paid back, where draws are known with and without them. */
  limits: LimitsInDraws | undefined
}

/** In what share of the draws they hold something back, and raise it, and what they spare in the mean of all draws. */
export type LimitsInDraws = { capped: number; raised: number; spared: Estimated }

/** With the error of the mean of the draws; what lies within two of them may be chance, and less than a krone is nothing. */
export type Apart = Estimated & { isReal: boolean }

export function onceOf(compiled: CompiledCase, draws: Draws): Once {
  const [likely, means] = [likelyOf(compiled), worthAt(compiled, parametersOf(compiled))]
  const rest = draws.municipality.map((worth, draw) => worth - draws.repaid[draw]!)
  const repaidApart = apartOf(draws.repaid, means.repaid)
  const restApart = apartOf(rest, means.all - means.repaid)
  return {
    likely: likely === undefined ? undefined : worthAt(compiled, likely).all,
    means: means.all,
    apart: { all: repaidApart.mean + restApart.mean, repaid: repaidApart, rest: restApart },
    limits: limitsIn(draws.heldBack),
  }
}

function limitsIn(heldBack: Float64Array): LimitsInDraws | undefined {
  if (heldBack.some(Number.isNaN)) return undefined
  const [capped, raised] = [shareOf(heldBack, (worth) => worth > 0).mean, shareOf(heldBack, (worth) => worth < 0).mean]
  return { capped, raised, spared: estimated(heldBack) }
}

function apartOf(column: Float64Array, once: number): Apart {
  const { mean, error } = estimated(column)
  const apart = mean - once
  return { mean: apart, error, isReal: Math.abs(apart) > 2 * error && Math.abs(apart) >= 1 }
}

function likelyOf(compiled: CompiledCase): Parameters | undefined {
  const named = new Map(
    compiled.estimates.flatMap(({ name, distribution }) =>
      distribution.kind === 'pert' ? [[name, distribution.likely] as const] : [],
    ),
  )
  return named.size === 0 ? undefined : parametersOf(compiled, named)
}

function worthAt(compiled: CompiledCase, parameters: Parameters): { all: number; repaid: number } {
  const value = valueActivity(compiled, expectedActivity(compiled, parameters), parameters)
  let all = 0
  compiled.owners.forEach(({ authority }, owner) => {
    if (authority === 'municipality') all += value.presentValues[owner]!
  })
  return { all, repaid: repaidIn(compiled, value.net) }
}

/** Worth of what the municipality pays back; of the pool it is also what comes back, so that nothing is left. */
export function repaidIn({ lines, owners, years, yearFactors }: CompiledCase, net: Float64Array): number {
  let worth = 0
  for (let line = 0; line < lines.length; line++) {
    const { of, owner } = lines[line]!
    if (of !== 'repayment' || owners[owner]!.authority !== 'municipality') continue
    for (let year = 0; year <= years; year++) worth += net[line * (years + 1) + year]! * yearFactors[year]!
  }
  return worth
}
