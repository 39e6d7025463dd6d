/** What a fund's page shows: its account to the day asked for, or to its last day, and how far the drawing of what is expected is. */
import { join } from 'node:path'
import { type Day } from '../../core/base/index.ts'
import { type FundFile } from '../../core/investment/index.ts'
import {
  type FundInvestment,
  type PlanRows,
  type RunState,
  type Runs,
  digestOfFund,
  fundDrawsUsual,
  investFund,
  openFund,
} from '../../operations/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'

export type FundData = {
  name: string
  fund: FundFile
  invented: number
  plans: PlanRows
  /** The day it is, where the server has been told; figures do not depend on it. */
  today: Day | undefined
  invested: FundInvestment
  seed: string
  digest: string
  state: RunState
  faults: readonly string[]
}

const seedMost = 40
const patienceMs = 300

/** Nothing where there is no such fund, or its file cannot be read. */
export async function fundData(
  { funds, runs, today }: { funds: string; runs: Runs; today: () => Day | undefined },
  name: string,
  { address, words }: Reader,
): Promise<FundData | undefined> {
  // A plain name of a folder in this one, so that no name can lead out of it.
  if (!/^[\p{L}\p{N}_][\p{L}\p{N} ._-]*$/u.test(name)) return undefined
  const path = join(funds, name)
  const opened = openFund(path)
  if (opened?.fund === undefined) return undefined
  const { fund, marks: invented, plans } = opened
  const day = address.to === undefined ? undefined : typedDay(address.to)
  const faults = address.to !== undefined && day === undefined ? [words.days.notADay(address.to)] : []
  const asOf = day ?? fund.runs.through
  const seed = (address.seed ?? '1').slice(0, seedMost)
  const digest = digestOfFund(opened)
  const task = { is: 'fund', path, asOf, seed, draws: fundDrawsUsual } as const
  const state = await runs.askPatiently(['fund', path, digest, String(asOf), seed].join(' '), task, patienceMs)
  const invested = investFund({ path, fund }, asOf)
  return { name, fund, invented, plans, today: today(), invested, seed, digest, state, faults }
}
