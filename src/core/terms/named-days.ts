/**
 * Named days: which of a goal's `dates` are spoken of, and which the clause of the goal has to tell by name.
 *
 *     dates: { moved: start + 1 month, settled: moved + 6 months }, window: { from: settled, … }
 *
 * Where a goal speaks of one, the day is told in its place: "7 months after the start". A payment in a clause of its own
 * speaks of it by name, so that the day is told once, with the goal. One that nothing speaks of is told as that.
 */
import { type Agreement, type Goal } from './agreement.ts'
import { type ClauseText, clausesOf, daysIn } from './checking.ts'
import { type DayExpression } from './expression.ts'

/** The named days that these clauses of a goal speak of, themselves or by way of another named day. */
export function daysSpokenOf(goal: Goal, clauses: readonly ClauseText[]): Set<string> {
  const found = new Set<string>()
  const waiting = clauses.flatMap((clause) => daysNamed(goal, clause))
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue
    found.add(name)
    waiting.push(...named([goal.dates?.get(name)]))
  }
  return found
}

/** The named days that a clause speaks of itself; that the goal gives a day a name is not to speak of it. */
function daysNamed(goal: Goal, { days, expressions }: ClauseText): string[] {
  const given = new Set(goal.dates?.values())
  return named([...days.filter((day) => !given.has(day)), ...expressions.flatMap(({ node }) => daysIn(node))])
}

const named = (days: readonly (DayExpression | undefined)[]): string[] =>
  days.flatMap((day) => (day?.base.of === 'named' ? [day.base.name] : []))

/** A named day that is told by its name; an idle one has no say in anything. */
export type DayByName = { name: string; day: DayExpression; isIdle: boolean }

/** The days of a goal that its own clause tells by name: what a payment elsewhere speaks of, and what nothing does. */
export function daysByName(agreement: Agreement, goal: Goal): DayByName[] {
  const clauses = clausesOf(agreement).filter((clause) => clause.goal === goal)
  const elsewhere = clauses.filter(
    ({ kind, name }) => kind === 'payment' && agreement.payments?.get(name)?.clause !== goal.clause,
  )
  const spokenOf = daysSpokenOf(goal, clauses)
  const spokenOfElsewhere = new Set(elsewhere.flatMap((clause) => daysNamed(goal, clause)))
  return [...(goal.dates ?? [])].flatMap(([name, day]) => {
    const isIdle = !spokenOf.has(name)
    return isIdle || spokenOfElsewhere.has(name) ? [{ name, day, isIdle }] : []
  })
}
