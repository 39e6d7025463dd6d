/**
 * What is possible and odd about a fact, and worth a look: it counts all the same.
 *
 * Notices, at the row: fact-day-ahead, fact-day-early, fact-day-before-birth, fact-recorded-early, fact-recorder-missing,
 * fact-group-unknown.
 */
import { type Day, type Place, addYears, dayText } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type GroupRows } from './group-rows.ts'
import { type ProblemList, nearestWord, reportTo } from './problem-list.ts'
import { type Roster } from './roster.ts'
import { type SourceFiles } from './source-files.ts'

export type Runs = Agreement['runs']

/** Facts from more than ten years before an agreement are seldom about it. */
export function earliestUsual(runs: Runs): Day {
  return addYears(runs.from, -10)
}

/** Notes a day after the agreement, long before it, or before the person was born. */
export function noteOddDay(
  problems: ProblemList,
  at: () => Place,
  { measure, day, birth, runs }: { measure: string; day: Day; birth: Day; runs: Runs },
): void {
  const facts = () => ({ measure, day: dayText(day) })
  if (day > runs.through) {
    const through = () => ({ ...facts(), through: dayText(runs.through) })
    reportTo(problems, 'fact-day-ahead', 'notice', at, through)
  } else if (day < earliestUsual(runs)) {
    const from = () => ({ ...facts(), agreementFrom: dayText(runs.from) })
    reportTo(problems, 'fact-day-early', 'notice', at, from)
  }
  if (day < birth) {
    const both = () => ({ ...facts(), birth: dayText(birth) })
    reportTo(problems, 'fact-day-before-birth', 'notice', at, both)
  }
}

/** Notes that a fact was recorded before it happened. */
export function noteEarlyRecording(
  problems: ProblemList,
  at: () => Place,
  { measure, day, recorded }: { measure: string; day: Day; recorded: Day },
): void {
  const facts = () => ({ measure, day: dayText(day), recorded: dayText(recorded) })
  reportTo(problems, 'fact-recorded-early', 'notice', at, facts)
}

/** Notes that a file tells who recorded its facts, and not of this one. */
export function noteMissingRecorder(problems: ProblemList, at: () => Place, measure: string): void {
  reportTo(problems, 'fact-recorder-missing', 'notice', at, () => ({ measure }))
}

/**
 * Notes a figure told of a group that nobody is in: no year, and no authority, track or cohort of the terms or the people.
 * It may be about people who are still to come; more often its name is misspelt, and nothing finds it.
 */
export function noteUnknownGroups(
  {
    groups,
    roster,
    sources,
    problems,
  }: { groups: GroupRows; roster: Roster; sources: SourceFiles; problems: ProblemList },
  agreement: Agreement,
): void {
  const attributes = ['authority', 'cohort'].flatMap((name) => roster.attributes.get(name)?.words ?? [])
  const { parties, people } = agreement
  const known = [...new Set([...parties.keys(), ...(people.cohorts?.keys() ?? []), ...attributes, ...roster.tracks])]
  const names = new Set(known.map((name) => name.toLowerCase()))
  for (const { name, source } of groups.told) {
    if (/^\d{4}$/.test(name) || names.has(name.toLowerCase())) continue
    const facts = () => ({ group: name, known: known.slice(0, 100) })
    const at = () => sources.placeOf(source)
    reportTo(problems, 'fact-group-unknown', 'notice', at, facts, nearestWord(name, known))
  }
}
