/** `bundlinje simulate cases/vejle`: how likely a gain is, who can lose, and what is worth finding out. */
import { type Locale, dayText } from '../core/base/index.ts'
import { caseWords, ownerText, problemJson, simulateWords } from '../../locales/index.ts'
import {
  type OpenSimulation,
  type Scenario,
  type SimulatedCase,
  openAndSimulate,
  workersMost,
  writeDrawnFacts,
  writeDraws,
} from '../operations/index.ts'
import { caseProblemTexts, refuseCase } from './case-problems.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { numberOf } from './opening.ts'
import { plainJson } from './plain-json.ts'
import { simulationPage } from './simulate-page.ts'
import { bandsSvg } from './simulate-svg.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const [drawsLargest, threadsLargest] = [999_999, 64]

export async function run(input: Input, terminal: Terminal): Promise<ExitCode> {
  const [argument = ''] = input.arguments
  const { locale } = terminal
  const { options } = input
  const words = simulateWords[locale]
  const path = argument.length > 1 ? argument.replace(/\/+$/, '') : argument
  const law = options['law-as-of']
  const lawAsOf = typeof law === 'string' ? readDate(law, locale) : undefined
  const choice = { path, scenario: (options.scenario ?? 'narrow') as Scenario, lawAsOf }
  const draws = numberOf(options.draws, 'draws', { least: 2, most: drawsLargest }, terminal)
  const workers = numberOf(options.workers, 'workers', { least: 1, most: threadsLargest }, terminal) ?? workersMost
  const seed = typeof options.seed === 'string' ? options.seed : '1'
  const onProgress = (share: number) => terminal.progress(share, words.progress)
  const { opened, simulated } = await openAndSimulate(choice, { seed, draws, workers, onProgress })
  if (opened === undefined) throw new UsageFault(caseWords[locale].noCase(path))
  if (opened.simulation === undefined) {
    const message = caseWords[locale].wrongCase(path)
    refuseCase({ problems: opened.problems, open: opened.open, message, isJson: options.json === true }, terminal)
  }
  terminal.progressDone()
  if (simulated === undefined) throw new UsageFault(words.stopped, 1)
  if (options.json === true) terminal.print(jsonOf(opened, simulated, locale))
  else if (options.svg === true) terminal.print(bandsSvg(simulated, locale))
  else {
    const notices = caseProblemTexts(opened.problems, opened.open, terminal)
    terminal.print([simulationPage(opened, simulated, choice.scenario, terminal), ...notices].join('\n\n'))
  }
  if (typeof options.csv === 'string') {
    writeDraws(simulated, options.csv)
    terminal.say(words.written(options.csv))
  }
  if (typeof options.facts === 'string' && writeDrawnFacts(opened, simulated, options.facts))
    terminal.say(words.written(options.facts))
  return 0
}

function jsonOf(
  { simulation, contract, problems }: OpenSimulation,
  { compiled, seed, forecast }: SimulatedCase,
  locale: Locale,
): string {
  const { lawAsOf } = compiled.options
  const labelled = <T extends { owner: string }>(of: T) => {
    const { owner, ...rest } = of
    return { owner, label: { da: ownerText(compiled, owner, 'da'), en: ownerText(compiled, owner, 'en') }, ...rest }
  }
  const financier = compiled.financier === undefined ? undefined : compiled.owners[compiled.financier]
  return plainJson({
    seed,
    lawAsOf: lawAsOf === undefined ? undefined : dayText(lawAsOf),
    contract,
    ties: simulation?.payments?.ties,
    ...forecast,
    owners: forecast.owners.map(labelled),
    investor:
      forecast.investor === undefined || financier === undefined
        ? forecast.investor
        : labelled({ owner: financier.name, ...forecast.investor }),
    problems: problems.map((one) => problemJson(one, locale)),
  })
}
