/** `bundlinje follow cases/vejle`: what was assumed, what has been seen, which assumption broke, since when, and what it costs. */
import { type Locale, dayText } from '../core/base/index.ts'
import { caseWords, followWords, problemJson } from '../../locales/index.ts'
import { type FollowedCase, type Scenario, followCase, monthEnd, openCase } from '../operations/index.ts'
import { refuseCase } from './case-problems.ts'
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
  const isJson = options.json === true
  const message = followWords[locale].wrong(path)
  if (found.state === undefined) refuseCase({ problems: found.problems, open, message, isJson }, terminal)
  if (isJson) terminal.print(jsonOf(found, locale))
  else if (typeof options.svg !== 'string') terminal.print(followPage(found, scenario, terminal))
  else if (found.following !== undefined) terminal.print(followSvg(found, options.svg, locale))
  else {
    // No picture of nothing, so that no file of that name is made of words.
    terminal.say(followPage(found, scenario, terminal))
    return 1
  }
  return 0
}

/** All money is kroner, by month and in sums rounded to whole øre; people are as they are. */
function jsonOf(
  { state, compiled, following, asOf, factsThrough, unplaced, problems }: FollowedCase,
  locale: Locale,
): string {
  const told = problems.map((one) => problemJson(one, locale))
  const days = { asOf: dayText(asOf), factsThrough: factsThrough === undefined ? undefined : dayText(factsThrough) }
  if (following === undefined || compiled === undefined) return plainJson({ state, ...days, problems: told })
  const { lines, followed, through, judged, difference, together, ...rest } = following
  const plain = (column: Float64Array) => Array.from(column, (one) => Math.round(one * 100) / 100)
  return plainJson({
    state,
    ...days,
    unplaced,
    owners: compiled.owners.map(({ name }) => name),
    months: { seen: through, all: compiled.months },
    ...rest,
    difference: inKroner(difference),
    together: inKroner(together),
    judged: { broken: judged.broken, of: judged.of, tooEarly: judged.tooEarly },
    followed: followed.map(({ assumption, group, sight, since, costs }) => ({
      assumption,
      group: group === undefined ? undefined : compiled.groups[group]!.name,
      ...sight,
      since: since === undefined ? undefined : dayText(monthEnd(compiled, since)),
      costs: inKroner(costs),
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

const inKroner = (ore: readonly number[]): number[] => ore.map((one) => one / 100)
