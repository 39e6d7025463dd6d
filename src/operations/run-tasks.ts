/**
 * Work that takes seconds, as data: what is asked for, and what is found, both fit to be sent between threads.
 *
 *     { is: 'case', choice, seed, draws }     →   every draw, and what they come to
 *     { is: 'fund', path, asOf, seed, draws } →   what its investors may expect
 *     { is: 'facts', choice, seed, draws }    →   the lives of the first draws as an archive of the contract's own files
 *     { is: 'draft', draft, seed, draws, … }  →   the same as of a case, by the draft's own model of repayment
 *     { is: 'workbook', draft, locale, … }    →   the draft as a workbook
 *     { is: 'import', bytes, file }           →   the text of the case in a workbook
 */
import { type Day, type Locale, type Problem, sha256 } from '../core/base/index.ts'
import { type Draws, type Forecast, type Tie, forecastOf, problemsOfInputs } from '../core/simulation/index.ts'
import { type WorkbookWords } from '../core/valuation/index.ts'
import { digestOfCase, digestOfFund } from './case-digest.ts'
import { type ForecastOfFund, forecastFund } from './forecast-fund.ts'
import { openFund } from './invest-fund.ts'
import { type ImportedWorkbook, importWorkbook, workbookOfCase } from './case-workbook.ts'
import { compileOpen } from './compile-open.ts'
import { drawByModel } from './draw-draft.ts'
import { type SentDraft, openCase, openDraftCase } from './open-case.ts'
import { type OpenSimulation, type SimulationChoice, openSimulation } from './open-simulation.ts'
import { simulateCase } from './simulate-case.ts'
import { type Scenario } from './value-case.ts'
import { zipDrawnFacts } from './write-draws.ts'

type CaseTask = { choice: SimulationChoice; seed: string; draws: number }

export type RunTask =
  | ({ is: 'case' } & CaseTask)
  | ({ is: 'facts' } & CaseTask)
  | { is: 'fund'; path: string; asOf: Day; seed: string; draws: number }
  | DraftTask
  | WorkbookTask
  | { is: 'import'; bytes: Uint8Array; file: string }

type DraftTask = {
  is: 'draft'
  draft: SentDraft
  scenario: Scenario
  lawAsOf: Day | undefined
  seed: string
  draws: number
}
type WorkbookTask = { is: 'workbook'; draft: SentDraft; locale: Locale }

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

/** Without a file where something stands in the way. */
export type DraftWorkbook = { is: 'workbook'; bytes: Uint8Array | undefined; problems: Problem[] }

export type RunFound =
  DrawnCase | StoppedCase | DrawnFacts | DrawnFund | DraftWorkbook | ({ is: 'imported' } & ImportedWorkbook)

export type RunHelp = {
  /** Threads that draw, this one among them. */
  workers: number
  onProgress: (share: number) => void
  /** The program of the others. */
  worker: URL
  /** What workbooks say, in each language. */
  words: Readonly<Record<Locale, WorkbookWords>>
}

/** Does what is asked. Meant for a thread of its own: nothing else is done there meanwhile. */
export async function performTask(task: RunTask, help: RunHelp): Promise<RunFound> {
  const { words } = help
  switch (task.is) {
    case 'fund':
      return drawnFund(task)
    case 'draft':
      return drawnDraft(task, help)
    case 'import':
      return { is: 'imported', ...importWorkbook(task.bytes, task.file, Object.values(words)) }
    case 'workbook': {
      const { draft, locale } = task
      return { is: 'workbook', ...workbookOfCase(openDraftCase(draft), { words: words[locale] }) }
    }
    case 'case':
    case 'facts':
      return drawnCase(task, help)
  }
}

async function drawnCase(
  { is, choice, seed, draws }: Extract<RunTask, { is: 'case' | 'facts' }>,
  help: RunHelp,
): Promise<RunFound> {
  const opened = openSimulation(choice)
  const stopped: StoppedCase = { is: 'stopped', problems: opened?.problems ?? [] }
  if (opened === undefined) return stopped
  if (is === 'facts') return { is: 'facts', archive: zipDrawnFacts(opened, seed, draws) }
  const simulated = await simulateCase(opened, choice, { seed, draws, ...help })
  const open = openCase(choice.path)
  if (simulated === undefined || open === undefined) return stopped
  const { draws: drawn, forecast } = simulated
  const digest = digestOfCase(open)
  return { is: 'drawn', digest, paidBy: paidByOf(opened), notices: opened.notices, draws: drawn, forecast }
}

/** In this thread alone: what a draft comes to is asked for once, and not kept. */
function drawnDraft(
  { draft, scenario, lawAsOf, seed, draws: count }: DraftTask,
  { onProgress }: RunHelp,
): DrawnCase | StoppedCase {
  const open = openDraftCase(draft)
  const { compiled, problems } = compileOpen(open, { scenario, ...(lawAsOf === undefined ? {} : { lawAsOf }) })
  if (compiled === undefined) return { is: 'stopped', problems: [...open.problems, ...problems] }
  const found = problemsOfInputs(compiled)
  if (found.length > 0) return { is: 'stopped', problems: found }
  const drawing = drawByModel(compiled, { seed, draws: count })
  let step = drawing.next()
  for (; step.done !== true; step = drawing.next()) onProgress(step.value)
  const draws = step.value
  const paidBy: PaidBy = { is: compiled.mode === 'self' ? 'nobody' : 'model' }
  return { is: 'drawn', digest: sha256(draft.text), paidBy, notices: [], draws, forecast: forecastOf(compiled, draws) }
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
