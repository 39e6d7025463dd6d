/**
 * What is seen of a fund only when it is settled: its contracts, and what all its money comes to.
 *
 *     as: nobody, of a contract without such an investor     fund-contract-uncounted: a fault, for no sum is the fund's without it
 *     a contract that runs longer than the fund              fund-contract-beyond: what it moves later is in no account
 *     outlays of 400 of 300 promised                         fund-outlay-uncovered: later receipts cover it before anybody is paid
 *     a project that costs more than it was promised         fund-project-beyond: the investors are called for that too
 *
 * All but the first stop nothing.
 */
import {
  type Day,
  type Money,
  type Problem,
  approximate,
  currencyOf,
  dayText,
  exactFromMoney,
  formatExact,
  problem,
  subtract,
} from '../base/index.ts'
import { nearest } from '../text/index.ts'
import { type FundAccount } from './fund.ts'
import { type FundFile } from './fund-shape.ts'

/** The folder holds no contract; its terms cannot be computed; it counts in another currency than the fund; it has no such investor. */
export type ContractUncounted = 'no-contract' | 'unreadable' | 'other-currency' | 'no-investor'

/** A project of whose contract nothing can be counted, why, and the investors the contract has. */
export type UncountedProject = { project: string; contract: string; why: ContractUncounted; known: readonly string[] }

/** Projects that are in no sum because nothing can be said of their contracts. */
export function contractsUncounted(fund: FundFile, uncounted: readonly UncountedProject[]): Problem[] {
  return uncounted.map(({ project: name, contract, why, known }) => {
    const { as = '', places, path, at } = fund.projects.get(name)!
    const facts = { path, name, contract, why, as, known, nearest: nearest(as, known) ?? '' }
    const place = places[why === 'no-investor' ? 'as' : 'contract'] ?? at
    const choices = known.map((one) => ({ paste: `as: ${one}` }))
    return problem('fund-contract-uncounted', 'wrong', place, facts, choices)
  })
}

/** A contract that is not over when the fund is: its last day, and what it moves for the fund after the account, by what is known. */
export type ContractBeyond = { project: string; through: Day; later: Money }

export function contractsBeyond(fund: FundFile, beyond: readonly ContractBeyond[]): Problem[] {
  const { currency, runs } = fund
  return beyond.map(({ project: name, through, later }) => {
    const { places, path, at } = fund.projects.get(name)!
    const amount = exactFromMoney(later < 0n ? -later : later, currencyOf(currency)!)
    const way = later === 0n ? 'none' : later < 0n ? 'out' : 'in'
    const facts = { path, name, through: dayText(through), last: dayText(runs.through), way, amount, currency }
    const choices = [{ paste: `runs: { from: ${dayText(runs.from)}, through: ${dayText(through)} }` }]
    return problem('fund-contract-beyond', 'notice', places['contract'] ?? at, facts, choices)
  })
}

/** Outlays, to the fund's last day and as planned, that neither what the fund has nor what the investors have promised can pay. */
export function outlaysUncovered(fund: FundFile, { uncovered, committed }: FundAccount): Problem[] {
  const [first] = uncovered
  if (first === undefined) return []
  const currency = currencyOf(fund.currency)!
  const exact = (money: Money) => exactFromMoney(money, currency)
  const lacking = exact(uncovered.reduce((sum, { amount }) => sum + amount, 0n))
  const facts = { path: fund.path, lacking, first: dayText(first.day), committed: exact(committed) }
  const at = fund.places['investors'] ?? fund.at
  return [problem('fund-outlay-uncovered', 'notice', at, { ...facts, currency: fund.currency })]
}

/**
 * Projects that cost the fund more, to its last day, than it has promised them: what was put in, corrections taken off, whether by a plan
 * or by a contract. The investors may be called for it like for any outlay, so it stops nothing and is told.
 */
export function projectsBeyondPromise(fund: FundFile, { projects }: Pick<FundAccount, 'projects'>): Problem[] {
  const currency = currencyOf(fund.currency)!
  return projects.flatMap(({ name, return: { putIn } }) => {
    const { commits, places, path, at } = fund.projects.get(name)!
    const spent = exactFromMoney(putIn, currency)
    const over = subtract(spent, commits)
    if (approximate(over) <= 0) return []
    const unit = fund.currency === 'DKK' ? 'kr' : fund.currency
    const facts = { path, name, spent, commits, over, currency: fund.currency }
    const choices = [{ paste: `commits: ${formatExact(spent)} ${unit}` }]
    return [problem('fund-project-beyond', 'notice', places['commits'] ?? at, facts, choices)]
  })
}
