/** `bundlinje follow cases/vejle`: what was assumed, what has been seen, which assumption broke, since when, and what it costs. */
import { dayText } from '../core/base/index.ts'
import { caseWords, followWords, problemText } from '../../locales/index.ts'
import { type FollowedCase, type OpenCase, type Scenario, followCase, monthEnd, openCase } from '../operations/index.ts'
import { type ExitCode, type Input } from './commands.ts'
import { readDate } from './dates.ts'
import { followPage } from './follow-page.ts'
import { followSvg } from './follow-svg.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

export function run(input: Input, terminal: Terminal): ExitCode {
  const [argument = ''] = input.arguments
  const { locale } = terminal
  const { options } = input
  const path = argument.length > 1 ? argument.replace(/\/+$/, '') : argument
  const open = openCase(path)
  if (open === undefined) throw new UsageFault(caseWords[locale].noCase(path))
  const scenario = (options.scenario ?? 'narrow') as Scenario
  const day = options['as-of']
  const asked = typeof day === 'string' ? { scenario, asOf: readDate(day, locale) } : { scenario }
  const found = followCase(open, asked)
  if (found.state === undefined) return tellWrong(found, open, path, terminal)
  if (options.json === true) terminal.print(jsonOf(found))
  else if (typeof options.svg !== 'string') terminal.print(followPage(found, scenario, terminal))
  else if (found.following !== undefined) terminal.print(followSvg(found, options.svg, locale))
  else {
    // No picture of nothing, so that no file of that name is made of words.
    terminal.say(followPage(found, scenario, terminal))
    return 1
  }
  return 0
}

function tellWrong({ problems }: FollowedCase, open: OpenCase, path: string, terminal: Terminal): ExitCode {
  const { locale } = terminal
  const { file, text } = open.folder.source
  const stops = problems.filter(({ severity }) => severity !== 'notice')
  for (const found of stops)
    terminal.say(problemText(found, locale, found.at.file === file ? text : undefined).trimEnd())
  terminal.say(followWords[locale].wrong(path))
  return stops.every(({ severity }) => severity === 'unsettled') ? 3 : 1
}

/** Kroner by month are rounded to whole øre, people are as they are. */
function jsonOf({ state, compiled, following, asOf, factsThrough, unplaced, problems }: FollowedCase): string {
  const told = problems.map(({ code, severity, at }) => ({ code, severity, at }))
  const days = { asOf: dayText(asOf), factsThrough: factsThrough === undefined ? undefined : dayText(factsThrough) }
  if (following === undefined || compiled === undefined) return plainJson({ state, ...days, problems: told })
  const { lines, followed, through, judged, ...rest } = following
  const plain = (column: Float64Array) => Array.from(column, (one) => Math.round(one * 100) / 100)
  return plainJson({
    state,
    ...days,
    unplaced,
    owners: compiled.owners.map(({ name }) => name),
    months: { seen: through, all: compiled.months },
    ...rest,
    judged: { broken: judged.broken, of: judged.of, tooEarly: judged.tooEarly },
    followed: followed.map(({ assumption, group, sight, since, costs }) => ({
      assumption,
      group: group === undefined ? undefined : compiled.groups[group]!.name,
      ...sight,
      since: since === undefined ? undefined : dayText(monthEnd(compiled, since)),
      costs,
    })),
    byMonth: Object.fromEntries(
      Object.entries(lines).map(([name, { before, now }]) => [
        name,
        { before: plain(before), now: plain(now), reached: plain(now.subarray(0, through + 1)) },
      ]),
    ),
    problems: told,
  })
}
