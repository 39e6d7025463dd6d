/**
 * What the amounts of a fund's account rest on. A plan is no payment, also when its days are over.
 *
 *     a project with a contract has moved 5, one without has planned 7       both
 *     the second has planned nothing by the day                             contracts
 *     no project has a contract                                             plan, also where nothing has moved yet
 *
 * A project with a contract counts its plan only after the day of the account, so that what has moved by the day is the contract's.
 */
import { type Day } from '../base/index.ts'
import { type Flow } from './irr.ts'

export type FundBasis = 'contracts' | 'plan' | 'both'

export function basisOf(projects: readonly { hasContract: boolean; flows: readonly Flow[] }[], asOf: Day): FundBasis {
  const hasMoved = (isByContract: boolean) =>
    projects.some(({ hasContract, flows }) => hasContract === isByContract && flows.some(({ day }) => day <= asOf))
  if (projects.length > 0 && projects.every(({ hasContract }) => !hasContract)) return 'plan'
  if (!hasMoved(false)) return 'contracts'
  return hasMoved(true) ? 'both' : 'plan'
}
