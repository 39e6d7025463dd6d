/** `bundlinje value cases/vejle`: what a business case is worth, to whom and when, as a controller reads it. */
import { type Locale, type Problem, dayText } from '../core/base/index.ts'
import { caseWords, problemJson, workbookWords } from '../../locales/index.ts'
import {
  type OpenCase,
  type Scenario,
  type ValuedCase,
  exportCase,
  isWorkbook,
  openCase,
  openWorkbookCase,
  ownPriceSheets,
  valueCase,
  writeCaseTemplate,
} from '../operations/index.ts'
import { caseProblemTexts, refuseCase } from './case-problems.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal, styled } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'
import { casePage, lawRows } from './value-page.ts'
import { caseSvg } from './value-svg.ts'

export function run(input: Input, terminal: Terminal): ExitCode {
  const [argument = ''] = input.arguments
  const { locale } = terminal
  const { template } = input.options
  if (typeof template === 'string') {
    writeCaseTemplate(template, workbookWords[locale])
    terminal.say(workbookWords[locale].says.templateWritten(template))
    return 0
  }
  const path = argument.length > 1 ? argument.replace(/\/+$/, '') : argument
  const open = isWorkbook(path) ? openWorkbookCase(path, Object.values(workbookWords)) : openCase(path)
  if (open === undefined) throw new UsageFault(caseWords[locale].noCase(path))
  const { scenario, svg } = input.options
  const laws = lawsOf(input.options['law-as-of'], terminal)
  const valued = laws.map((lawAsOf) => {
    const asked = { ...(scenario === undefined ? {} : { scenario: scenario as Scenario }) }
    return valueCase(open, lawAsOf === undefined ? asked : { ...asked, lawAsOf })
  })
  const problems = [...open.problems, ...valued.flatMap((one) => one.problems)]
  const stops = problems.filter(({ severity }) => severity !== 'notice')
  const isJson = input.options.json === true
  if (valued.some(({ scenarios }) => scenarios.length === 0))
    refuseCase({ problems, open, message: caseWords[locale].wrongCase(path), isJson }, terminal)
  if (typeof input.options['xlsx'] === 'string') return exportTo(input.options['xlsx'], open, input, laws, terminal)
  if (input.options['yaml'] === true) {
    terminal.print(open.folder.source.text.trimEnd())
    const own = ownPriceSheets(open)
    if (isWorkbook(path) && own.length > 0) terminal.say(workbookWords[locale].says.pricesStay(own))
  } else if (isJson) terminal.print(jsonOf(valued, problems, locale))
  else if (typeof svg === 'string') terminal.print(caseSvg(valued[0]!.scenarios, svg, locale))
  else terminal.print(pageOf(open, valued, problems, terminal))
  return stops.length === 0 ? 0 : 1
}

/** `--xlsx file.xlsx`: the case as a workbook; of several laws the first. */
function exportTo(
  path: string,
  open: OpenCase,
  { options }: Input,
  [lawAsOf]: (number | undefined)[],
  terminal: Terminal,
): ExitCode {
  const words = workbookWords[terminal.locale]
  const scenario = options['scenario'] === undefined ? {} : { scenario: options['scenario'] as Scenario }
  const asked = { words, ...scenario, ...(lawAsOf === undefined ? {} : { lawAsOf }) }
  const { isWritten, problems } = exportCase(open, path, asked)
  const stops = problems.filter(({ severity }) => severity !== 'notice')
  if (!isWritten)
    refuseCase({ problems, open, message: words.says.notWritten(path), isJson: options['json'] === true }, terminal)
  for (const text of caseProblemTexts(stops, open, terminal)) terminal.say(text)
  terminal.say(words.says.written(path))
  return 0
}

/** `--law-as-of 2023-01-01,2024-01-01`: one valuation for each day; without it, one by the calendar. */
function lawsOf(text: string | true | undefined, { locale }: Terminal): (number | undefined)[] {
  if (typeof text !== 'string') return [undefined]
  return text.split(',').map((one) => readDate(one.trim(), locale))
}

function pageOf(open: OpenCase, valued: ValuedCase[], problems: Problem[], terminal: Terminal): string {
  const { locale } = terminal
  const words = caseWords[locale]
  const first = valued[0]!
  const pages = casePage(first, terminal)
  const laws =
    valued.length < 2 ? [] : [[styled(terminal, 'strong', words.lawsApart), ...lawRows(valued, terminal)].join('\n')]
  return [...pages, ...laws, ...caseProblemTexts(problems, open, terminal)].join('\n\n')
}

function jsonOf(valued: ValuedCase[], problems: Problem[], locale: Locale): string {
  return plainJson({
    valuations: valued.map(({ lawAsOf, scenarios }) => ({
      lawAsOf: lawAsOf === undefined ? undefined : dayText(lawAsOf),
      scenarios: scenarios.map(({ scenario, report }) => ({ scenario, ...report })),
    })),
    problems: problems.map((one) => problemJson(one, locale)),
  })
}
