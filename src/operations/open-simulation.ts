/**
 * A case made ready to be simulated: opened, compiled, and linked to its contract where it names one.
 *
 * The contract runs when the case says how its people show in it (`in-contract`). Terms that are not settled run under
 * their first reading, and it is told. Without a contract the case's own model says what is paid.
 */
import { dirname, join } from 'node:path'
import { type Day, type Problem, problem } from '../core/base/index.ts'
import {
  type LinkedTerms,
  Simulation,
  isPaidByContract,
  linkContract,
  problemsOfInputs,
} from '../core/simulation/index.ts'
import { type CompiledCase, type Doubt, type FinanceMode, doubtsOf } from '../core/valuation/index.ts'
import { contractFrom } from '../files/index.ts'
import { compileOpen } from './compile-open.ts'
import { couponsBeside } from './deal-of.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { openContract } from './open-contract.ts'
import { type Scenario } from './value-case.ts'

export type SimulationChoice = {
  /** The folder of the case, or its `case.yaml`. */
  path: string
  scenario: Scenario
  /** Instead of the way of financing the case has chosen. */
  mode?: FinanceMode | undefined
  /** Another contract than the case's, with the same measures and payers. */
  contract?: string | undefined
  /** Every rule as it is on that day; without it, each month's own law. */
  lawAsOf?: Day | undefined
}

export type OpenSimulation = {
  compiled: CompiledCase | undefined
  /** Nothing where a problem stands in the way. */
  simulation: Simulation | undefined
  /** The case as it was opened, for excerpts of its text. */
  open: OpenCase
  /** The folder of the contract that runs, if one does. */
  contract: string | undefined
  /** What the case rests on that is invented, supposed, derived or not verified. */
  doubts: Doubt[]
  problems: Problem[]
  /** Of these, what is odd about drawing the case; valuing it tells the rest. */
  notices: Problem[]
}

/** Nothing where there is no case. */
export function openSimulation(choice: SimulationChoice): OpenSimulation | undefined {
  const { path, scenario, mode, contract, lawAsOf } = choice
  const open = openCase(path)
  if (open === undefined) return undefined
  const { caseFile } = open.read
  const none = { open, compiled: undefined, simulation: undefined, contract: undefined, doubts: [], notices: [] }
  if (caseFile === undefined) return { ...none, problems: open.problems }
  const options = {
    scenario,
    ...(mode === undefined ? {} : { mode }),
    ...(lawAsOf === undefined ? {} : { lawAsOf }),
  }
  const { compiled, problems } = compileOpen(open, options)
  const found = [...open.problems, ...problems]
  if (compiled === undefined) return { ...none, problems: found }
  const named =
    contract ?? (caseFile.contract === undefined ? undefined : contractFrom(open.folder.path, caseFile.contract))
  const runs = named !== undefined && isPaidByContract(compiled)
  const shown = contract ?? caseFile.contract ?? ''
  // A contract that is to run and is not there is more than a notice; `termsIn` says so.
  const all = [...found, ...problemsOfInputs(compiled)].filter(({ code }) => !runs || code !== 'case-contract-absent')
  // The case's own choice of terms lies in the folder of its own contract.
  const file = contract === undefined ? caseFile.inContract?.terms : undefined
  const terms = runs ? termsIn({ folder: named, shown, file }, compiled, all) : undefined
  const linked = terms === undefined ? undefined : linkContract(compiled, terms)
  all.push(...(linked?.problems ?? []))
  if (all.some(({ severity }) => severity !== 'notice')) return { ...none, compiled, problems: all }
  const simulation = new Simulation(compiled, linked?.ofContract)
  const doubts = doubtsOf(compiled, open.read.marks, open.read.problems)
  const notices = all.filter((one) => !found.includes(one))
  return { open, compiled, simulation, contract: runs ? named : undefined, doubts, problems: all, notices }
}

/** The terms of a contract's folder, under their first reading. */
function termsIn(
  { folder, shown, file }: { folder: string; shown: string; file: string | undefined },
  { file: own }: CompiledCase,
  problems: Problem[],
): LinkedTerms | undefined {
  const beside = file === undefined ? {} : { terms: file, amendments: join(dirname(file), 'amendments') }
  const contract = openContract(folder, beside)
  const inContract = file === undefined ? undefined : own.inContract
  const at = inContract?.places['terms'] ?? own.places['contract'] ?? own.at
  const named = file === undefined ? shown : `${shown}/${file}`
  const reading = contract?.readings[0]
  if (contract === undefined || reading === undefined) {
    problems.push(problem('case-contract-unreadable', 'wrong', at, { folder: named }))
    return undefined
  }
  if (contract.readings.length > 1)
    problems.push(
      problem('case-contract-unsettled', 'notice', at, { folder: named, readings: BigInt(contract.readings.length) }),
    )
  const agreementName = contract.parameters?.agreements[0] ?? ''
  return {
    versions: reading.terms.versions,
    agreementName,
    parameter: (name) => contract.parameters?.value(name, agreementName),
    coupons: couponsBeside,
  }
}
