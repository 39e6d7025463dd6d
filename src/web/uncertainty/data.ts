/** What the page of a case's uncertainty shows: what was asked for, and how far the drawing of it is. */
import { numberText, uncertaintyWords } from '../../../locales/index.ts'
import { type Day } from '../../core/base/index.ts'
import { type CompiledCase, type Doubt } from '../../core/valuation/index.ts'
import {
  type CaseLibrary,
  type OpenCase,
  type RunTask,
  type Runs,
  type RunState,
  type Scenario,
  digestOfCase,
  drawsUsual,
} from '../../operations/index.ts'
import { type Choices } from '../address.ts'
import { caseData } from '../case/data.ts'
import { type Reader } from '../reader.ts'

export type Asked = { seed: string; draws: number; faults: readonly string[] }

export type UncertaintyData = {
  name: string
  compiled: CompiledCase
  doubts: readonly Doubt[]
  scenario: Scenario
  /** The day whose law all of it follows; without it, the calendar's. */
  lawAsOf: Day | undefined
  asked: Asked
  digest: string
  state: RunState
}

/** As the command line has it. */
const seedUsual = '1'
const [drawsLeast, drawsMost] = [100, 20_000]
const seedMost = 40
/** How long a page waits for a result that may be near. */
const patienceMs = 300

/** The choices of the address, or the usual where they cannot be used, which is told. */
export function askedOf(
  { seed = seedUsual, draws }: Choices,
  compiled: CompiledCase,
  { locale }: Pick<Reader, 'locale'>,
): Asked {
  const usual = { seed: seedUsual, draws: drawsUsual(compiled) }
  const words = uncertaintyWords[locale]
  const number = draws === undefined ? usual.draws : Number(draws.replace(/[.,\s]/g, ''))
  const isNumber = Number.isInteger(number) && number >= drawsLeast && number <= drawsMost
  const isSeed = seed.length <= seedMost
  return {
    seed: isSeed ? seed : usual.seed,
    draws: isNumber ? number : usual.draws,
    faults: [
      ...(isNumber
        ? []
        : [words.drawsFault(draws ?? '', numberText(drawsLeast, locale), numberText(drawsMost, locale))]),
      ...(isSeed ? [] : [words.seedFault(seedMost)]),
    ],
  }
}

type WantedRun = { open: OpenCase; scenario: Scenario; lawAsOf?: Day | undefined; seed: string; draws: number }

/** The task, and the text under which what is found is kept: another case, seed or number of draws is another. */
export function runOf(
  is: 'case' | 'facts',
  { open, scenario, lawAsOf, seed, draws }: WantedRun,
): { key: string; task: RunTask } {
  const key = [is, digestOfCase(open), scenario, String(lawAsOf), String(draws), seed].join(' ')
  return { key, task: { is, choice: { path: open.folder.path, scenario, lawAsOf }, seed, draws } }
}

/** Nothing where the case is wrong or open. */
export async function uncertaintyData(
  { cases, runs }: { cases: CaseLibrary; runs: Runs },
  name: string,
  open: OpenCase,
  reader: Reader,
  is: 'case' | 'facts' = 'case',
): Promise<UncertaintyData | undefined> {
  const data = caseData(cases, name, open, reader)
  if (data === undefined) return undefined
  const { scenario, lawAsOf, shown, faults } = data
  const { compiled, report } = shown
  const { seed, draws, faults: others } = askedOf(reader.address, compiled, reader)
  const asked = { seed, draws, faults: [...faults, ...others] }
  const { key, task } = runOf(is, { open, scenario, lawAsOf, seed, draws })
  const state = await runs.askPatiently(key, task, patienceMs)
  return { name, compiled, doubts: report.doubts, scenario, lawAsOf, asked, digest: digestOfCase(open), state }
}
