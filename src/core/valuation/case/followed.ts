/**
 * What became of the savings: how much could be taken out of the municipality's budgets each year, and where it went.
 *
 *     year 2: 620,000 could be cashed; 400,000 kept, 200,000 reinvested in a new effort, 20,000 nobody has followed
 */
import { approximate } from '../../base/index.ts'
import { type Words } from '../../text/index.ts'
import { type CaseFile } from './case-file.ts'
import { type CaseValue, type CompiledCase } from './compiled.ts'
import { inOre } from './matrix.ts'

export type FollowedYear = {
  year: number
  /** The municipality's cashable saving, after the state's part. */
  expected: number
  kept: number
  toPool: number
  reinvested: number
  /** Expected, and followed by nobody; below nothing when more was cashed than expected. */
  notFollowed: number
  efforts: Words[]
}

export function followedSavings({ file, years }: CompiledCase, { saving }: CaseValue): FollowedYear[] {
  const all = file.savingsFollowed ?? []
  return Array.from({ length: years }, (_, index) => {
    const year = index + 1
    const own = all.filter((followed) => followed.year === year)
    const went = (where: (typeof own)[number]['went']): number =>
      own.reduce((sum, { amount, went: to }) => (to === where ? sum + approximate(amount) : sum), 0)
    const expected = saving.subarray(12 * index + 1, 12 * year + 1).reduce((sum, amount) => sum + amount, 0)
    const [kept, toPool, reinvested] = [went('kept'), went('to-pool'), went('reinvested')]
    return {
      year,
      expected: inOre(expected),
      kept: inOre(kept),
      toPool: inOre(toPool),
      reinvested: inOre(reinvested),
      notFollowed: inOre(expected - kept - toPool - reinvested),
      efforts: own.flatMap(({ effort }) => (effort === undefined ? [] : [effort])),
    }
  })
}

/** All that somebody has written down where it went, kroner. */
export function followedOf({ savingsFollowed }: CaseFile): number {
  return inOre((savingsFollowed ?? []).reduce((sum, { amount }) => sum + approximate(amount), 0))
}
