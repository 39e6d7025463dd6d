/**
 * Drawn lives through the ordinary engine: written down as files, read as any files, decided and settled to a day.
 *
 * The simulation has no terms of its own. Whatever it knows of what is paid, it knows from here.
 */
import { type Day, type Exact, assert } from '../base/index.ts'
import { readMeasurement } from '../measurement/index.ts'
import { decide } from '../outcomes/index.ts'
import { type CouponsBeside, type IssuedStatement, type Settled, settle } from '../settlement/index.ts'
import { type TermsVersion } from '../terms/index.ts'
import { type AgreementFact, type AgreementModel } from './agreement-facts.ts'
import { type FactPlan } from './fact-plan.ts'
import { type Written, rulesOfLives, writeLives } from './write-lives.ts'

/** The contract that runs in the simulation. */
export type Contract = {
  versions: readonly TermsVersion[]
  /** The agreement among those the terms serve; empty where they serve one. */
  agreementName: string
  /** How the lives of each group of the case show in the contract's measures. */
  plans: readonly FactPlan[]
  /** What may be told of the agreement as a whole, and of its groups by name. */
  told: readonly AgreementModel[]
  /** The value of a parameter, shares and numbers as they are, money in minor units. */
  parameter: (name: string) => Exact | undefined
  /** The fixed coupons beside the payments, where a cap on return counts them. */
  coupons?: CouponsBeside | undefined
}

/** Settles to a day, with the statements issued before; the versions may be asked for with other limits. */
export type SettleLives = (to: Day, issued?: readonly IssuedStatement[], versions?: readonly TermsVersion[]) => Settled

/** Reads lives as the contract's own files. Each agreement among the names is settled by itself. */
export function readLives(
  contract: Contract,
  lives: readonly Written[],
  agreementNames: readonly string[] = [contract.agreementName],
  told: readonly AgreementFact[] = [],
): SettleLives {
  const { agreement } = contract.versions.at(-1)!
  const { people, facts } = writeLives(lives, agreement, told)
  const measurement = readMeasurement({
    agreements: contract.versions.map((version) => version.agreement),
    people,
    facts,
    rules: rulesOfLives,
    agreementNames,
  })
  const refused = measurement.problems.find(({ severity }) => severity === 'wrong')
  assert(refused === undefined, `what is drawn can be read: ${refused?.code ?? ''}`)
  return (to, issued = [], versions = contract.versions) => {
    const outcomes = decide({
      versions,
      roster: measurement.roster,
      facts: (terms, knownAt) => measurement.asOf({ to, knownAt, agreement: terms }),
      to,
      knownAt: to,
      parameter: contract.parameter,
    })
    return settle(outcomes, issued, contract.coupons)
  }
}
