/** What a fund's page shows: its account to the day asked for, or to its last day. */
import { join } from 'node:path'
import { type FundFile } from '../../core/investment/index.ts'
import { type FundInvestment, investFund, openFund } from '../../operations/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'

export type FundData = {
  name: string
  fund: FundFile
  invented: number
  invested: FundInvestment
  faults: readonly string[]
}

/** Nothing where there is no such fund, or its file cannot be read. */
export function fundData(folder: string, name: string, { address, words }: Reader): FundData | undefined {
  // A plain name of a folder in this one, so that no name can lead out of it.
  if (!/^[\p{L}\p{N}_][\p{L}\p{N} ._-]*$/u.test(name)) return undefined
  const path = join(folder, name)
  const opened = openFund(path)
  if (opened?.fund === undefined) return undefined
  const { fund, marks: invented } = opened
  const asked = address.to === undefined ? undefined : typedDay(address.to)
  const faults = address.to !== undefined && asked === undefined ? [words.days.notADay(address.to)] : []
  return { name, fund, invented, invested: investFund({ path, fund }, asked ?? fund.runs.through), faults }
}
