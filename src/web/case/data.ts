/** What a page of a case shows: the case valued under the law that is asked for, and under the calendar's beside it. */
import { casePageWords, dateText, problemParts } from '../../../locales/index.ts'
import { type Day, type Problem } from '../../core/base/index.ts'
import {
  type CaseLibrary,
  type OpenCase,
  type Scenario,
  type ValuedCase,
  type ValuedScenario,
} from '../../operations/index.ts'
import { typedDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'
import { scenarioOf } from '../parts/scenario-choice.tsx'

export type CaseData = {
  name: string
  open: OpenCase
  valued: ValuedCase
  /** The scenario that is read, and the broad one where it is another. */
  shown: ValuedScenario
  scenario: Scenario
  narrow: ValuedScenario
  broad: ValuedScenario
  /** Each month's own law, where all of the page is under the law of one day. */
  calendar: ValuedScenario | undefined
  lawAsOf: Day | undefined
  faults: readonly string[]
}

/** Nothing where the case is wrong or open. */
export function caseData(cases: CaseLibrary, name: string, open: OpenCase, reader: Reader): CaseData | undefined {
  const { address, words } = reader
  const asked = address.law === undefined ? undefined : typedDay(address.law)
  const faults: string[] = address.law !== undefined && asked === undefined ? [words.days.notADay(address.law)] : []
  const calendarValued = cases.value(open, {})
  const askedValued = asked === undefined ? undefined : cases.value(open, { lawAsOf: asked })
  const cannot = askedValued?.scenarios.length === 0 ? askedValued.problems : []
  if (asked !== undefined && cannot.length > 0) faults.push(lawFault(asked, cannot, reader))
  const valued = askedValued === undefined || cannot.length > 0 ? calendarValued : askedValued
  const lawAsOf = valued === calendarValued ? undefined : asked
  const [narrow, broad] = valued.scenarios
  if (narrow === undefined || broad === undefined) return undefined
  const scenario = scenarioOf(address)
  const calendar = lawAsOf === undefined ? undefined : calendarValued.scenarios.find((one) => one.scenario === scenario)
  const shown = scenario === 'broad' ? broad : narrow
  return { name, open, valued, shown, scenario, narrow, broad, calendar, lawAsOf, faults }
}

/** The law of some days lacks what the case needs; then the page stays by the calendar, and says why. */
function lawFault(asked: Day, problems: readonly Problem[], { locale }: Reader): string {
  const stops = problems.filter(({ severity }) => severity !== 'notice')
  const why = [...new Set(stops.map((problem) => problemParts(problem, locale).says))]
  return [casePageWords[locale].lawCannot(dateText(asked, locale)), ...why].join(' ')
}

/** Days before which something in the catalogue's law was another, with what came the day after; the newest first. */
export function lawDays({ catalogue, read }: OpenCase, reader: Reader): { day: Day; text: string; label: string }[] {
  const { locale } = reader
  const starts = read.caseFile?.starts
  const first = starts === undefined ? 0 : starts.year
  return catalogue.reforms
    .filter(({ isExpected, on }) => !isExpected && on > (first - 1970) * 365)
    .map(({ on, label }) => ({ day: on - 1, text: dateText(on - 1, locale), label: label[locale] }))
    .reverse()
    .slice(0, 3)
}
