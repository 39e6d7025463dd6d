/**
 * The people and facts of a contract, read once and then seen as of any day.
 *
 * How a fact is read (its scale, its rule for ties) is part of the terms. Versions and readings that say the same of
 * every measure share one reading of the files; one that differs has the files read again under its own rules.
 */
import { type Day, type Problem } from '../core/base/index.ts'
import {
  type FactStore,
  type FactsTally,
  type FactsView,
  type PeopleTally,
  type ReadFacts,
  type ReadingRules,
  type Roster,
  asOf,
  readFacts,
  readPeople,
} from '../core/measurement/index.ts'
import { type Agreement, expressionsOf, walk } from '../core/terms/index.ts'
import { type ContractFolder } from '../files/index.ts'

export type Measurement = {
  roster: Roster
  problems: Problem[]
  /** How many problems there were of each code, also beyond those that are kept. */
  problemCounts: ReadonlyMap<string, number>
  people: PeopleTally
  files: FactsTally[]
  total: FactsTally
  store: (agreement: Agreement) => FactStore
  asOf: (agreement: Agreement, to: Day, knownAt: Day) => FactsView
}

const noPeople = { name: 'facts/people.csv', chunks: [] }

/** Reads people and facts by the newest terms. */
export function readMeasurement(
  folder: ContractFolder,
  newest: Agreement,
  rules: ReadingRules,
  agreements: readonly string[],
): Measurement {
  const people = readPeople(folder.people ?? noPeople, newest, {
    rules,
    ...(agreements.length === 0 ? {} : { agreements }),
  })
  const readings = new Map<string, ReadFacts>()
  const readingOf = (agreement: Agreement): ReadFacts => {
    const key = rulesOfMeasures(agreement)
    const known =
      readings.get(key) ??
      readFacts(folder.facts, people.roster, people.ids, agreement, { rules, keep: neededMeasures(agreement) })
    readings.set(key, known)
    return known
  }
  const first = readingOf(newest)
  const isNamed = folder.people !== undefined
  return {
    roster: people.roster,
    problems: [...(isNamed ? people.problems : []), ...first.problems],
    problemCounts: new Map([...people.problemCounts, ...first.problemCounts]),
    people: people.tally,
    files: first.files,
    total: first.total,
    store: (agreement) => readingOf(agreement).store,
    asOf: (agreement, to, knownAt) => asOf(readingOf(agreement).store, { to, knownAt }),
  }
}

/** What the terms say of measures, without where they say it. */
function rulesOfMeasures(agreement: Agreement): string {
  const measures = [...agreement.measures].map(([name, { at: _at, path: _path, places: _places, ...rules }]) => [
    name,
    rules,
  ])
  return JSON.stringify([measures, [...neededMeasures(agreement)].sort()], (key, value: unknown) =>
    key === 'at' || key === 'places' || key === 'path' ? undefined : typeof value === 'bigint' ? String(value) : value,
  )
}

/** The measures that some goal, group, payment or limit looks at, and those somebody is told to record by a date. */
function neededMeasures(agreement: Agreement): Set<string> {
  const needed = new Set<string>()
  const addDays = (node: object) => {
    for (const value of Object.values(node) as unknown[]) {
      const base = (value as { base?: { of: string; measure?: string } } | undefined)?.base
      if (base?.of === 'event') needed.add(base.measure!)
    }
  }
  for (const { node } of expressionsOf(agreement)) {
    walk(node, (inner) => {
      if (inner.kind === 'time-in') for (const name of [...inner.timeIn, ...(inner.except ?? [])]) needed.add(name)
      if (inner.kind === 'longest-run-in') for (const name of inner.longestRunIn) needed.add(name)
      if (inner.kind === 'count-of') needed.add(inner.countOf)
      if (inner.kind === 'value-of') needed.add(inner.valueOf)
      if (inner.kind === 'items-met') needed.add(inner.itemsMet)
      if ('window' in inner) addDays(inner.window)
      addDays(inner)
    })
  }
  for (const goal of agreement.goals.values()) {
    if (goal.when.each !== undefined) needed.add(goal.when.each)
    for (const days of [
      goal.when.at ?? [],
      [...(goal.dates?.values() ?? [])],
      [goal.when.from, goal.when.through, goal.seenTo, goal.proofBy],
    ]) {
      addDays(days)
    }
  }
  for (const [name, measure] of agreement.measures) if (measure.due !== undefined) needed.add(name)
  return needed
}
