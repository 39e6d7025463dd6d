/** What the investors' page shows: their account to the day asked for, or the day the contract opens on. No persons. */
import { type Agreement } from '../../core/terms/index.ts'
import {
  type ContractInvestment,
  type ContractLibrary,
  type Investment,
  type OpenContract,
  suggestDays,
} from '../../operations/index.ts'
import { type ChosenDays, daysOf } from '../parts/days.tsx'
import { type Reader, readingAsked } from '../reader.ts'

export type InvestorsData = {
  name: string
  agreement: Agreement
  invested: ContractInvestment
  reading: Investment
  days: ChosenDays
}

/** Nothing where the terms are wrong or there is nothing to settle. */
export function investorsData(
  library: ContractLibrary,
  name: string,
  contract: OpenContract,
  reader: Reader,
): InvestorsData | undefined {
  const suggested = suggestDays(contract)
  if (suggested === undefined) return undefined
  const days = daysOf(reader, contract, suggested)
  const invested = library.invest(contract, { to: days.to, knownAt: days.knownAt })
  const index = readingAsked(reader, invested.readings.length)
  const reading = invested.readings[index]
  const agreement = contract.readings[index]?.terms.versions.at(-1)?.agreement
  return reading === undefined || agreement === undefined ? undefined : { name, agreement, invested, reading, days }
}
