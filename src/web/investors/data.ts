/** What the investors' page shows: their account to the day asked for, or the day the contract opens on. No persons. */
import { type Agreement } from '../../core/terms/index.ts'
import {
  type CaseLibrary,
  type ContractInvestment,
  type ContractLibrary,
  type Investment,
  type OpenContract,
  type RunState,
  type Runs,
  casesOfContract,
  digestOfCase,
  suggestDays,
} from '../../operations/index.ts'
import { type ChosenDays, daysOf } from '../parts/days.tsx'
import { type Reader, readingAsked } from '../reader.ts'
import { askedOf, runOf } from '../uncertainty/data.ts'

const patienceMs = 300

export type InvestorsData = {
  name: string
  agreement: Agreement
  invested: ContractInvestment
  reading: Investment
  days: ChosenDays
  /** By the first case that names the contract and has an investor; nothing where none does. */
  expected: Expected | undefined
  /** The first case that names the contract. */
  businessCase: Pick<Expected, 'name' | 'title'> | undefined
}

export type Expected = {
  name: string
  title: { da: string; en: string }
  draws: number
  digest: string
  state: RunState
}

/** Nothing where the terms are wrong or there is nothing to settle. */
export async function investorsData(
  { library, cases, runs }: { library: ContractLibrary; cases: CaseLibrary; runs: Runs },
  name: string,
  contract: OpenContract,
  reader: Reader,
): Promise<InvestorsData | undefined> {
  const suggested = suggestDays(contract)
  if (suggested === undefined) return undefined
  const days = daysOf(reader, contract, suggested)
  const invested = library.invest(contract, { to: days.to, knownAt: days.knownAt })
  const index = readingAsked(reader, invested.readings.length)
  const reading = invested.readings[index]
  const agreement = contract.readings[index]?.terms.versions.at(-1)?.agreement
  if (reading === undefined || agreement === undefined) return undefined
  const expected = await expectedOf({ cases, runs }, contract, reader)
  const [businessCase] = casesOfContract(cases, contract.folder.path).flatMap(({ name: about, open }) =>
    open.read.caseFile === undefined ? [] : [{ name: about, title: open.read.caseFile.title }],
  )
  return { name, agreement, invested, reading, days, expected, businessCase }
}

/** The same draws as the page of the case shows. */
async function expectedOf(
  { cases, runs }: { cases: CaseLibrary; runs: Runs },
  contract: OpenContract,
  reader: Reader,
): Promise<Expected | undefined> {
  const found = casesOfContract(cases, contract.folder.path).find(
    ({ open }) => cases.value(open, {}).scenarios[0]?.compiled.financier !== undefined,
  )
  if (found === undefined) return undefined
  const { name, open } = found
  const { seed, draws } = askedOf({}, cases.value(open, {}).scenarios[0]!.compiled, reader)
  const { key, task } = runOf('case', { open, scenario: 'narrow', seed, draws })
  const state = await runs.askPatiently(key, task, patienceMs)
  return { name, title: open.read.caseFile!.title, draws, digest: digestOfCase(open), state }
}
