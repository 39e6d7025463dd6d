/** What a fund is when it is settled: who has promised what, its rules, and the money of its projects, in whole minor units. */
import { type Day, type Exact, type Money } from '../base/index.ts'
import { type GuaranteeTerms } from './guarantee.ts'
import { type Flow } from './irr.ts'

export type FundProject = {
  name: string
  committed: Money
  /** From the fund's side: outlays below zero, receipts above. */
  flows: readonly Flow[]
  /** What the project is counted under: its municipality, provider and area. */
  tags: Readonly<Record<FundTag, string>>
}

export const fundTags = ['municipality', 'provider', 'area'] as const
export type FundTag = (typeof fundTags)[number]

export type Fund = {
  from: Day
  /** The last day, on which what is kept is paid out and the guarantee is called. */
  closes: Day
  investors: readonly { name: string; committed: Money }[]
  calls: 'by-commitment' | 'in-turn'
  distributions: 'by-paid-in' | 'by-commitment'
  receipts: 'paid-out' | 'used-for-outlays'
  /** The investors who bear a loss before the others; nobody where there are none. */
  firstLoss?: readonly string[]
  guarantee?: FundGuarantee | undefined
  returnCap?: FundReturnCap | undefined
  projects: readonly FundProject[]
}

export type FundGuarantee = GuaranteeTerms & {
  /** Who pays it; none of the investors. */
  party: string
  called: 'before-waterfall' | 'after-waterfall'
  /** The investors it secures; all of them when empty. */
  protects: readonly string[]
}

export type FundReturnCap = {
  /** The highest return of a year of 365 days, all investors together. */
  rate: Exact
  counted: 'simple' | 'compound'
  /** On what is paid in, or on all that is promised, from the fund's first day. */
  on: 'drawn-money' | 'committed-money'
  /** What becomes of what is above it. */
  rest: 'recycled' | 'paid-out'
}
