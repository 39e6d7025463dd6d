/**
 * Lines for floors to stand on: where a floor is held and nothing was earned, a line of nothing that it can raise.
 *
 *     floor 5 000 per year, 2022–2024, nothing earned in 2023     a line of 0 on 2023-12-31, of the first payment of `over`
 *     floor 1 000 per subject                                      a line of 0 for everybody counted who has no entry
 *
 * A line is made when its floor is held, which is when its period, or the agreement, has ended. It takes no part in counts
 * and is nothing until its floor, or one after it, raises it.
 */
import { type Day } from '../base/index.ts'
import { type Context, NOBODY, NO_DAY, type Outcomes, Status, compileCondition, rowFor } from '../outcomes/index.ts'
import { type Limit } from '../terms/index.ts'
import { type Earned, type EntryColumns, type FloorLine, withLines } from './entries.ts'
import { GroupNames, compileUnder } from './limit-groups.ts'
import { lastDayOf, periodOf } from './limit-periods.ts'

/** What was earned, with a line wherever a floor is held and there is none. */
export function withFloorLines(earned: Earned, outcomes: Outcomes): Earned {
  const context = outcomes.contexts.at(-1)!
  const lines: FloorLine[] = []
  for (const [index, limit] of (context.agreement.limits ?? []).entries()) {
    if (limit.floor !== undefined) addLines(limit, index + 1, lines, earned, outcomes)
  }
  return lines.length === 0 ? earned : withLines(earned, lines)
}

function addLines(limit: Limit, number: number, lines: FloorLine[], earned: Earned, outcomes: Outcomes): void {
  const names = new GroupNames(limit, earned.contexts)
  const isUnder = compileUnder(limit, number, earned)
  const meet = (entries: EntryColumns, entry: number) => {
    if (isUnder(entries, entry) === 'under') names.groupOf(entries, entry)
  }
  for (let entry = 0; entry < earned.entries.size; entry++) meet(earned.entries, entry)
  const before = columnsOf(lines)
  for (let line = 0; line < lines.length; line++) meet(before, line)
  const wanted = [...wantedLines(limit, number, earned, outcomes)]
  const columns = columnsOf(wanted)
  for (const [at, line] of wanted.entries()) {
    const known = names.count
    if (names.groupOf(columns, at) === known) lines.push(line)
  }
}

function columnsOf(lines: readonly FloorLine[]): EntryColumns {
  const column = (of: (line: FloorLine) => number) => Int32Array.from(lines, of)
  return {
    payment: column(({ payment }) => payment),
    result: column(({ result }) => result),
    version: column(({ version }) => version),
    who: column(({ who }) => who),
    scope: column(({ scope }) => scope),
    agreement: column(({ agreement }) => agreement),
    day: column(({ day }) => day),
  }
}

/** A line for everything a floor is held for: each year of the run, each person counted, each cohort, and so on. */
function* wantedLines(limit: Limit, number: number, earned: Earned, outcomes: Outcomes): Generator<FloorLine> {
  const context = outcomes.contexts.at(-1)!
  const { roster, scopes } = context
  const payments = paymentsOver(limit, earned, context)
  for (const agreement of roster.agreements.keys()) {
    if (payments.length === 0) continue
    const line = { ...lineOf(number, earned), payment: payments[0]!, scope: agreement, agreement }
    for (const day of daysOf(limit, agreement, outcomes)) {
      switch (limit.per) {
        case 'payment':
        case 'payment-and-year':
          for (const payment of payments) yield { ...line, payment, day }
          break
        case 'subject':
        case 'subject-and-year':
          for (const who of peopleUnder(limit, agreement, day, context)) yield { ...line, who, day }
          break
        case 'cohort':
        case 'authority':
        case 'track':
          for (const scope of scopes.keys()) {
            const isOfKind = scopes[scope]!.key.startsWith(keyOfScopes[limit.per])
            if (isOfKind && scopes[scope]!.agreement === agreement) yield { ...line, scope, day }
          }
          break
        default:
          yield { ...line, day }
      }
    }
  }
}

const keyOfScopes = { cohort: 'cohort:named:', authority: 'authority:', track: 'track:' } as const

function lineOf(number: number, { contexts }: Earned): Omit<FloorLine, 'agreement' | 'day'> {
  return { payment: 0, result: -1 - number, version: contexts.length - 1, who: NOBODY, scope: 0 }
}

/** The payments of the newest terms that a limit is over, as `over` or the annex has them in order. */
function paymentsOver({ over }: Limit, { payments }: Earned, { agreement }: Context): number[] {
  const names = over ?? [...(agreement.payments?.keys() ?? [])]
  const present = names.filter((name) => agreement.payments?.has(name))
  return present.map((name) => payments.findIndex((line) => line.name === name))
}

/** The days on which a floor has come to be held: the ends of its periods within the run, or of the agreement. */
function daysOf(limit: Limit, agreement: number, outcomes: Outcomes): Day[] {
  const { agreement: terms, to } = outcomes.contexts.at(-1)!
  if (limit.per === 'date') return followUpDays(limit, agreement, outcomes)
  const { from, through } = terms.runs
  const days: Day[] = []
  for (let day = from; day <= through;) {
    days.push(lastDayOf(limit, day, terms))
    day = periodOf(limit, day, terms)?.until ?? through + 1
  }
  return days.filter((day) => day <= to)
}

/** The days on which something was decided of the goals that are paid for. */
function followUpDays(limit: Limit, agreement: number, { contexts, results }: Outcomes): Day[] {
  const { payments } = contexts.at(-1)!.agreement
  const days = new Set<Day>()
  for (const [name, { goal }] of payments ?? []) {
    const own =
      goal === undefined || (limit.over !== undefined && !limit.over.includes(name)) ? undefined : results.get(goal)
    for (let result = 0; own !== undefined && result < own.size; result++) {
      const isDecided = own.status[result] !== Status.notDue && own.day[result]! > NO_DAY
      if (isDecided && own.agreement[result] === agreement) days.add(own.day[result]!)
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** Everybody counted by a day for whom a floor is held. */
function peopleUnder(limit: Limit, agreement: number, day: Day, context: Context): number[] {
  const isIn = limit.who === undefined ? undefined : compileCondition(limit.who, context)
  const row = rowFor(NOBODY, agreement)
  row.day = day
  return [...context.scopes[agreement]!.people].filter((who) => {
    row.who = who
    return context.countedFrom(who) <= day && (isIn === undefined || isIn(row) === 1)
  })
}
