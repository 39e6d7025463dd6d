/** What the page of a case's uncertainty shows: what was asked for, and how far the drawing of it is. */
import { numberText, uncertaintyWords } from '../../../locales/index.ts'
import { type CompiledCase, type Doubt } from '../../core/valuation/index.ts'
import {
  type CaseLibrary,
  type OpenCase,
  type RunTask,
  type Runs,
  type RunState,
  type Scenario,
  digestOfCase,
} from '../../operations/index.ts'
import { type Choices } from '../address.ts'
import { type Reader } from '../reader.ts'
import { scenarioOf } from '../parts/scenario-choice.tsx'

export type Asked = { seed: string; draws: number; faults: readonly string[] }

export type UncertaintyData = {
  name: string
  compiled: CompiledCase
  doubts: readonly Doubt[]
  scenario: Scenario
  asked: Asked
  digest: string
  state: RunState
}

/** As the command line has it. */
const usual = { seed: '1', draws: 10_000 }
const [drawsLeast, drawsMost] = [100, 20_000]
const seedMost = 40
/** How long a page waits for a result that may be near. */
const patienceMs = 300

/** The choices of the address, or the usual where they cannot be used, which is told. */
export function askedOf({ seed = usual.seed, draws }: Choices, { locale }: Pick<Reader, 'locale'>): Asked {
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

type WantedRun = { open: OpenCase; scenario: Scenario; seed: string; draws: number }

/** The task, and the text under which what is found is kept: another case, seed or number of draws is another. */
export function runOf(
  is: 'case' | 'facts',
  { open, scenario, seed, draws }: WantedRun,
): { key: string; task: RunTask } {
  const key = [is, digestOfCase(open), scenario, String(draws), seed].join(' ')
  return { key, task: { is, choice: { path: open.folder.path, scenario }, seed, draws } }
}

/** Nothing where the case is wrong or open. */
export async function uncertaintyData(
  { cases, runs }: { cases: CaseLibrary; runs: Runs },
  name: string,
  open: OpenCase,
  reader: Reader,
  is: 'case' | 'facts' = 'case',
): Promise<UncertaintyData | undefined> {
  const { address } = reader
  const scenario = scenarioOf(address)
  const valued = cases.value(open, {}).scenarios.find((one) => one.scenario === scenario)
  if (valued === undefined) return undefined
  const asked = askedOf(address, reader)
  const { key, task } = runOf(is, { open, scenario, ...asked })
  const state = await runs.askPatiently(key, task, patienceMs)
  const { compiled, report } = valued
  return { name, compiled, doubts: report.doubts, scenario, asked, digest: digestOfCase(open), state }
}
