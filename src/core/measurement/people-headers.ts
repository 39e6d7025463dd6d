/**
 * The names of the columns of people.csv, held against what the terms need of them.
 *
 *     id,strat                     terms whose clock is `start`: nobody would have begun, and nothing would be owed: a fault,
 *                                  but worth a look only where all who are referred count, and no name is near
 *     id,start with no day in it   nobody has begun: worth a look
 *     id,start,exti                nobody asks for `exti`, and there is no `exit`: worth a look
 *
 * Problems, at the header: people-clock-missing (a notice where it can be meant), people-column-unknown (notice).
 */
import { type Problem, problem } from '../base/index.ts'
import { type Agreement, type PeopleColumn, attributesAsked, peopleColumns } from '../terms/index.ts'
import { nearest } from '../text/index.ts'
import { type ReadingRules, headersFor, ourName } from './headers.ts'
import { NO_DAY } from './measure-facts.ts'
import { type Roster } from './roster.ts'

/** A shorter name is near to too many. */
const lettersLeast = 4

/** What is wrong or odd with the names of the columns. Files without rows have nobody whom it could touch. */
export function checkHeaders(
  headers: readonly string[],
  agreements: readonly Agreement[],
  roster: Roster,
  { columns }: ReadingRules,
): Problem[] {
  if (roster.count === 0) return []
  const at = { file: roster.file, line: 1, column: 1, length: 0 }
  const has = (column: PeopleColumn) => headersFor(headers, peopleColumns[column], columns).length > 0
  const { clock, counted } = agreements.at(-1)!.people
  const others = headers.filter((header) => !isOurs(ourName(header, columns)))
  const problems: Problem[] = []
  const needsClock = agreements.some(({ goals }) => [...goals.values()].some((goal) => ofPeople.has(goal.for)))
  if (!has(clock)) {
    const near = others.flatMap((header) => nearest(ourName(header, columns), peopleColumns[clock]) ?? [])
    const facts = { column: clock, accepted: [...peopleColumns[clock]], found: [...headers], hasColumn: false }
    const isWrong = near.length > 0 || counted !== 'referred'
    const choices = near.slice(0, 1).map((paste) => ({ paste }))
    if (needsClock) problems.push(problem('people-clock-missing', isWrong ? 'wrong' : 'notice', at, facts, choices))
  } else if (needsClock && roster.days[clock].every((day) => day === NO_DAY)) {
    problems.push(problem('people-clock-missing', 'notice', at, { column: clock, hasColumn: true }))
  }
  const asked = new Set(agreements.flatMap(attributesAsked).map(({ attribute }) => attribute))
  for (const header of others) {
    const name = ourName(header, columns)
    const near = asked.has(name) ? undefined : nearColumn(name)
    if (near === undefined || near.column === clock || has(near.column)) continue
    const facts = { found: header, column: near.name }
    problems.push(problem('people-column-unknown', 'notice', at, facts, [{ paste: near.name }]))
  }
  return problems
}

/** What a goal is for, where it is judged for somebody in the roster. */
const ofPeople: ReadonlySet<string> = new Set(['each-subject', 'each-child', 'each-parent'])

const allNames = Object.entries(peopleColumns).flatMap(([column, names]) =>
  names.map((name) => ({ name: name as string, column: column as PeopleColumn })),
)

const isOurs = (name: string): boolean => allNames.some((one) => one.name === name)

function nearColumn(name: string): { name: string; column: PeopleColumn } | undefined {
  const long = allNames.filter((one) => one.name.length >= lettersLeast)
  const near =
    name.length < lettersLeast
      ? undefined
      : nearest(
          name,
          long.map((one) => one.name),
        )
  return long.find((one) => one.name === near)
}
