/**
 * The days of people.csv, held against each other, against the day the file was written, and against those of the agreement.
 *
 *     start 2024-01-15, end 2023-12-01       cannot be: the row is refused, since nobody can say which day is right
 *     referral 2024-02-01, start 2024-01-15  happens, where a referral is written down late: worth a look
 *
 *     start 1924-03-01                       long before the agreement: most often a slip of the pen
 *
 * Problems, at the row: person-days-disordered (a notice where it can happen), person-day-ahead and person-day-outside (notices).
 */
import { type Day, type Place, dayText } from '../base/index.ts'
import { emptyDay } from '../text/index.ts'
import { type Runs, earliestUsual } from './fact-notes.ts'
import { NO_DAY } from './measure-facts.ts'
import { type RawPeople } from './people-rows.ts'
import { reportTo } from './problem-list.ts'
import { type DayColumn } from './roster.ts'

/** What is needed of the rows of the file, by their number: who it is, where it stands, and that it is not to be used. */
type FileRows = {
  idAt: (fileRow: number) => string
  at: (fileRow: number) => () => Place
  refuse: (fileRow: number) => void
}

/** Refuses rows whose days cannot follow each other, and tells what is odd. */
export function checkPeopleDays(
  { days, id, problems }: RawPeople,
  { writtenOn, runs }: { writtenOn: Day | undefined; runs: Runs },
  rows: FileRows,
): void {
  const pairs = dayPairs.filter(([earlier, later]) => earlier in days && later in days)
  const earliest = earliestUsual(runs)
  const dayIn = (column: DayColumn, at: number): Day => {
    const day = days[column]?.at(at) ?? emptyDay
    return day === emptyDay ? NO_DAY : day
  }
  for (let at = 0; at < id.length; at++) {
    for (const column of comingIn) {
      const day = dayIn(column, at)
      if (day === NO_DAY || (day >= earliest && day <= runs.through)) continue
      const [begins, through] = [dayText(runs.from), dayText(runs.through)]
      const facts = () => ({ id: rows.idAt(at), column, day: dayText(day), begins, through })
      reportTo(problems, 'person-day-outside', 'notice', rows.at(at), facts)
    }
    for (const [earlier, later, severity] of pairs) {
      const [first, second] = [dayIn(earlier, at), dayIn(later, at)]
      if (first === NO_DAY || second === NO_DAY || first <= second) continue
      if (severity === 'wrong') rows.refuse(at)
      const facts = () => ({
        id: rows.idAt(at),
        earlier,
        later,
        earlierDay: dayText(first),
        laterDay: dayText(second),
        isRefused: severity === 'wrong',
      })
      reportTo(problems, 'person-days-disordered', severity, rows.at(at), facts)
    }
    if (writtenOn === undefined) continue
    for (const column of ['referral', 'birth', 'observedTo', 'exitOn'] as const) {
      const day = dayIn(column, at)
      // The day after the file is the first we know nothing about.
      if (day === NO_DAY || day <= writtenOn + (column === 'observedTo' ? 1 : 0)) continue
      const facts = () => ({ id: rows.idAt(at), column, day: dayText(day), writtenOn: dayText(writtenOn) })
      reportTo(problems, 'person-day-ahead', 'notice', rows.at(at), facts)
    }
  }
}

/** The days that say when somebody comes into the agreement: seldom as long before it as a fact about it, and never after it. */
const comingIn = ['referral', 'start'] as const

/** What comes first of two days. A referral written down after the start happens, and is worth a look. */
const dayPairs: readonly (readonly [DayColumn, DayColumn, 'wrong' | 'notice'])[] = [
  ['referral', 'start', 'notice'],
  ['start', 'end', 'wrong'],
  ['birth', 'start', 'wrong'],
  ['birth', 'referral', 'wrong'],
  ['start', 'exitOn', 'notice'],
]
