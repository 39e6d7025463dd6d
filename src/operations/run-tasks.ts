/**
 * Work that takes seconds, as data: what is asked for, and what is found, both fit to be sent between threads.
 *
 *     { is: 'case', choice, seed, draws }     →   every draw, and what they come to
 *     { is: 'fund', path, asOf, seed, draws } →   what its investors may expect
 *     { is: 'facts', choice, seed, draws }    →   the lives of the first draws as an archive of the contract's own files
 */
import { type Day, type Problem } from '../core/base/index.ts'
import { type Draws, type Forecast, type Tie } from '../core/simulation/index.ts'
import { digestOfCase, digestOfFund } from './case-digest.ts'
import { type ForecastOfFund, forecastFund } from './forecast-fund.ts'
import { openFund } from './invest-fund.ts'
import { openCase } from './open-case.ts'
import { type OpenSimulation, type SimulationChoice, openSimulation } from './open-simulation.ts'
import { simulateCase } from './simulate-case.ts'
import { zipDrawnFacts } from './write-draws.ts'

type CaseTask = { choice: SimulationChoice; seed: string; draws: number }

export type RunTask =
  | ({ is: 'case' } & CaseTask)
  | ({ is: 'facts' } & CaseTask)
  | { is: 'fund'; path: string; asOf: Day; seed: string; draws: number }

/** Who says what is paid: the terms, with what ties lives together in them; the case's own model; or nobody. */
export type PaidBy = { is: 'terms'; ties: readonly Tie[] } | { is: 'model' } | { is: 'nobody' }

/** `digest` is of the case as it was when it was drawn; `notices` what is odd about drawing it. */
export type DrawnCase = {
  is: 'drawn'
  digest: string
  paidBy: PaidBy
  notices: Problem[]
  draws: Draws
  forecast: Forecast
}
/** The case cannot be simulated. */
export type StoppedCase = { is: 'stopped'; problems: Problem[] }
/** Without an archive where no contract looks at the lives. */
export type DrawnFacts = { is: 'facts'; archive: Uint8Array | undefined }

export type DrawnFund = { is: 'fund'; digest: string; forecast: ForecastOfFund }

export type RunFound = DrawnCase | StoppedCase | DrawnFacts | DrawnFund

export type RunHelp = {
  /** Threads that draw, this one among them. */
  workers: number
  onProgress: (share: number) => void
  /** The program of the others. */
  worker: URL
}

/** Does what is asked. Meant for a thread of its own: nothing else is done there meanwhile. */
export async function performTask(task: RunTask, help: RunHelp): Promise<RunFound> {
  const { seed, draws } = task
  if (task.is === 'fund') return drawnFund(task)
  const { choice } = task
  const opened = openSimulation(choice)
  const stopped: StoppedCase = { is: 'stopped', problems: opened?.problems ?? [] }
  if (opened === undefined) return stopped
  if (task.is === 'facts') return { is: 'facts', archive: zipDrawnFacts(opened, seed, draws) }
  const simulated = await simulateCase(opened, choice, { seed, draws, ...help })
  const open = openCase(choice.path)
  if (simulated === undefined || open === undefined) return stopped
  const { draws: drawn, forecast } = simulated
  const digest = digestOfCase(open)
  return { is: 'drawn', digest, paidBy: paidByOf(opened), notices: opened.notices, draws: drawn, forecast }
}

async function drawnFund({
  path,
  asOf,
  ...wanted
}: Extract<RunTask, { is: 'fund' }>): Promise<DrawnFund | StoppedCase> {
  const opened = openFund(path)
  if (opened?.fund === undefined) return { is: 'stopped', problems: opened?.problems ?? [] }
  const forecast = await forecastFund({ path, fund: opened.fund }, asOf, wanted)
  return { is: 'fund', digest: digestOfFund(opened), forecast }
}

function paidByOf({ simulation, compiled }: OpenSimulation): PaidBy {
  const payments = simulation?.payments
  if (payments !== undefined) return { is: 'terms', ties: payments.ties }
  return { is: compiled?.mode === 'self' ? 'nobody' : 'model' }
}
