/**
 * From terms and facts to results: every goal of every version, in an order in which each finds what it rests on.
 */
import {
  FAR_FUTURE,
  type Day,
  type Exact,
  assert,
  calendarPeriodOf,
  currencyOf,
  dayOf,
  partsOf,
} from '../base/index.ts'
import { type FactsView, type Roster, attributeOf } from '../measurement/index.ts'
import { type Agreement, type Limit, type TermsVersion, expressionsOf, versionFor, walk } from '../terms/index.ts'
import { type Context, type Scope } from './context.ts'
import { type GoalResults } from './goal-results.ts'
import { type Version, decideGoal, goalOrder } from './results.ts'
import { groupOf } from './roster-conditions.ts'
import { NO_DAY } from '../measurement/index.ts'

export type OutcomesInput = {
  versions: readonly TermsVersion[]
  roster: Roster
  /** The facts as a version's terms read them, true up to `to` and known up to a day. */
  facts: (agreement: Agreement, knownAt: Day) => FactsView
  to: Day
  knownAt: Day
  /** The value of a parameter for an agreement, shares and numbers as they are, money in minor units. */
  parameter: (name: string, agreement: number) => Exact | undefined
}

export type Outcomes = {
  contexts: Context[]
  versions: readonly TermsVersion[]
  results: Map<string, GoalResults>
}

/** Decides every goal of every version. */
export function decide(input: OutcomesInput): Outcomes {
  const { versions, roster, to, knownAt, parameter } = input
  assert(versions.length > 0, 'there are terms to run')
  const results = new Map<string, GoalResults>()
  const clock = roster.days[versions.at(-1)!.agreement.people.clock]
  const known = (day: Day | undefined) => (day === NO_DAY ? undefined : day)
  const governing = (who: number, day: Day) => versionFor(versions, who < 0 ? undefined : known(clock[who]), known(day))
  const contexts = versions.map(({ agreement }): Context => {
    const views = new Map<Day, FactsView>()
    const knownBy = (day: Day): FactsView => {
      const view = views.get(day) ?? input.facts(agreement, day)
      views.set(day, view)
      return view
    }
    const digits = currencyOf(agreement.currency)!.minorDigits
    const scopes = scopesOf(agreement, roster, to)
    return {
      agreement,
      roster,
      facts: knownBy(knownAt),
      to,
      knownAt,
      minorUnits: 10 ** digits,
      parameter,
      results,
      scopes,
      countedFrom: countingDay(agreement, roster),
      goal: undefined,
      knownBy,
      versionFor: versions.length === 1 ? () => 0 : governing,
    }
  })
  const ruled = contexts.map((context, index): Version => ({
    context,
    governs: versions.length === 1 ? () => true : (who, day) => governing(who, day) === index,
  }))
  for (const goal of goalOrder(versions.map(({ agreement }) => agreement))) results.set(goal, decideGoal(goal, ruled))
  return { contexts, versions, results }
}

/** The groups of one version: the agreements at their own numbers, then cohorts, authorities and tracks. */
function scopesOf(agreement: Agreement, roster: Roster, to: Day): Scope[] {
  const { from, through } = agreement.runs
  const counted = countedSubjects(agreement, roster, to)
  const byAgreement = roster.agreements.map(() => 0)
  for (const who of counted) byAgreement[roster.agreement[who]!]!++
  const people = byAgreement.map((count) => new Int32Array(count))
  const filled = byAgreement.map(() => 0)
  for (const who of counted) {
    const of = roster.agreement[who]!
    people[of]![filled[of]!++] = who
  }
  const whole = people.map((members, index): Scope => ({
    agreement: index,
    key: '',
    people: members,
    from,
    until: through + 1,
  }))
  if (!asksOfGroups(agreement)) return whole
  return [...whole, ...whole.flatMap((scope) => dividedScopes(scope, agreement, roster))]
}

/** Whether a goal is decided, a least payment held, or anything taken over cohorts, authorities or tracks. */
function asksOfGroups(agreement: Agreement): boolean {
  const groups = ['each-cohort', 'each-authority', 'each-track', 'cohorts', 'authorities', 'tracks']
  if ([...agreement.goals.values()].some((goal) => groups.includes(goal.for))) return true
  const isHeldForEach = ({ floor, per }: Limit) => floor !== undefined && groups.includes(`each-${per}`)
  if (agreement.limits?.some(isHeldForEach) === true) return true
  let asks = false
  for (const { node } of expressionsOf(agreement)) {
    walk(node, (inner) => (asks ||= inner.kind === 'over' && groups.includes(inner.over)))
  }
  return asks
}

/** Cohorts, authorities and tracks. A named cohort is there although nobody is in it, since a figure may be about it. */
function dividedScopes(scope: Scope, agreement: Agreement, roster: Roster): Scope[] {
  const { people } = agreement
  const clock = roster.days[people.clock]
  const yearOf = (days: Int32Array) => (who: number) =>
    days[who] === NO_DAY ? undefined : String(partsOf(days[who]!).year)
  const divisions: [string, (who: number) => string | undefined, readonly string[]][] = [
    ['cohort:start-year:', yearOf(clock), []],
    ['cohort:referral-year:', yearOf(roster.days.referral), []],
    ['cohort:named:', (who) => namedCohort(agreement, roster, who), [...(people.cohorts?.keys() ?? [])]],
    ['authority:', (who) => attributeOf(roster, 'authority', who), []],
    ['track:', (who) => roster.tracks[roster.track[who]!], []],
  ]
  return divisions.flatMap(([prefix, keyOf, named]) => {
    const members = new Map<string, number[]>(named.map((name) => [name, []]))
    for (const who of scope.people) {
      const key = keyOf(who)
      if (key !== undefined) members.set(key, [...(members.get(key) ?? []), who])
    }
    return [...members.keys()].sort().map((key): Scope => {
      const cohort = prefix === 'cohort:named:' ? people.cohorts?.get(key) : undefined
      const year = prefix.includes('-year:') ? calendarPeriodOf(dayOf(Number(key), 1, 1), 'year') : scope
      const { from, until } = cohort === undefined ? year : { from: cohort.from, until: cohort.through + 1 }
      return { ...scope, key: prefix + key, people: Int32Array.from(members.get(key)!), from, until }
    })
  })
}

/** The cohort the roster names, otherwise the one within whose days the subject's clock started. */
function namedCohort(agreement: Agreement, roster: Roster, who: number): string | undefined {
  const marked = attributeOf(roster, 'cohort', who)
  if (marked !== undefined) return marked
  const start = roster.days[agreement.people.clock][who]!
  return [...(agreement.people.cohorts ?? [])].find(([, { from, through }]) => start >= from && start <= through)?.[0]
}

/** Who counts on a day: everybody referred, everybody who started, or those who completed; pilot people if the terms say so. */
function countedSubjects(agreement: Agreement, roster: Roster, to: Day): number[] {
  const { people } = agreement
  const unit = people.subject === 'family' ? 1 : 0
  const countedFrom = countingDay(agreement, roster)
  const found: number[] = []
  for (let who = 0; who < roster.count; who++) {
    if (roster.unit[who] !== unit) continue
    if (people.pilot === 'not-counted' && roster.pilot[who] === 1) continue
    if (countedFrom(who) <= to) found.push(who)
  }
  return found
}

/** The day from which somebody counts; far away for somebody who never does. */
function countingDay(agreement: Agreement, roster: Roster): (who: number) => Day {
  const { referral, start, end } = roster.days
  const known = (day: Day) => (day === NO_DAY ? FAR_FUTURE : day)
  switch (agreement.people.counted) {
    case 'referred':
      return (who) => Math.min(known(referral[who]!), known(start[who]!))
    case 'started':
      return (who) => known(start[who]!)
    case 'completed':
      return (who) => (start[who]! === NO_DAY || roster.exit[who]! >= 0 ? FAR_FUTURE : known(end[who]!))
  }
}

/** The names of the groups somebody, or a group's row, belongs to: authority, cohort, track; or those of one kind. */
export function groupNames(
  context: Context,
  who: number,
  scope: number,
  kind?: 'authority' | 'cohort' | 'track',
): string[] {
  const { agreement, roster } = context
  if (who < 0) {
    const [ofKind, name] = groupOf(context.scopes[scope]!.key)
    return kind === undefined || kind === ofKind ? [name] : []
  }
  const family = roster.memberOf[who]!
  const names = (family < 0 ? [who] : [who, family]).flatMap((row) => [
    ...(kind === undefined || kind === 'authority' ? [attributeOf(roster, 'authority', row)] : []),
    ...(kind === undefined || kind === 'cohort' ? [namedCohort(agreement, roster, row)] : []),
    ...(kind === undefined || kind === 'track' ? [roster.tracks[roster.track[row]!]] : []),
  ])
  return names.filter((name): name is string => name !== undefined)
}
