/**
 * Everything the files say about people, read once, and looked at under any version or reading of the terms.
 *
 *     readMeasurement({ agreements, people, facts, rules })  →  roster, problems, tallies, asOf({ to, knownAt, agreement })
 *
 * Terms that are amended, or not settled, are several agreements over the same files. Files are read by the last of
 * them; a measure that any of them has is read, and kept if any of them uses it.
 */
import { type Day, type Problem, sortProblems } from '../base/index.ts'
import { type Agreement, type Measure } from '../terms/index.ts'
import { asOf } from './as-of.ts'
import { checkAttributes } from './attributes-asked.ts'
import { type CsvFile, type ReadingRules } from './headers.ts'
import { type FactsTally, type TallyAsOf } from './facts-tally.ts'
import { type ReadFacts, readFacts } from './read-facts.ts'
import { checkHeaders } from './people-headers.ts'
import { type PeopleTally, readPeople } from './read-people.ts'
import { type Roster } from './roster.ts'
import { type FactsView } from './store.ts'

export type MeasurementInput = {
  /** Versions and readings of one agreement's terms; at least one, the last in force at the end. */
  agreements: readonly Agreement[]
  people: CsvFile | undefined
  facts: readonly CsvFile[]
  rules: ReadingRules
  /** The agreements that terms with parameters serve, where they are known from elsewhere. */
  agreementNames?: readonly string[] | undefined
  /** The day the people's file was written. */
  writtenOn?: Day | undefined
}

export type Measurement = {
  /** Without anybody where there is no file of people: figures about an agreement need none. */
  roster: Roster
  problems: Problem[]
  /** All problems there were, also of a code beyond the first thousand. */
  problemCounts: ReadonlyMap<string, number>
  peopleTally: PeopleTally
  factTallies: FactsTally[]
  factTotal: FactsTally
  /** The total as of two days: what was recorded later is counted as that. */
  tallyAsOf: (days: { to: Day; knownAt: Day }) => TallyAsOf
  asOf: (days: { to: Day; knownAt: Day; agreement: Agreement }) => FactsView
}

/** Reads people and facts. Problems: those of `read-people.ts`, `people-headers.ts`, `attributes-asked.ts` and `read-facts.ts`. */
export function readMeasurement(input: MeasurementInput): Measurement {
  const { agreements, people, facts, rules, agreementNames, writtenOn } = input
  const agreement = joined(agreements)
  const none: CsvFile = { name: 'people.csv', chunks: [new TextEncoder().encode('id\n')] }
  const read = readPeople(people ?? none, agreement, {
    rules,
    ...(agreementNames === undefined ? {} : { agreements: agreementNames }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  })
  const { roster } = read
  const keep = new Set(agreements.flatMap((each) => [...measuresNeeded(each)]))
  const { store, problems, problemCounts, files, total, tallyAsOf }: ReadFacts = readFacts(
    facts,
    roster,
    read.ids,
    agreement,
    {
      rules,
      keep,
    },
  )
  const attributes =
    people === undefined
      ? []
      : [...checkAttributes(agreements, roster), ...checkHeaders(read.headers, agreements, roster, rules)]
  const views: { key: string; agreement: Agreement; view: FactsView }[] = []
  return {
    roster,
    problems: people === undefined ? problems : sortProblems([...read.problems, ...attributes, ...problems]),
    problemCounts:
      people === undefined ? problemCounts : added([read.problemCounts, countsOf(attributes), problemCounts]),
    peopleTally: read.tally,
    factTallies: files,
    factTotal: total,
    tallyAsOf,
    asOf: ({ to, knownAt, agreement: under }) => {
      const key = `${String(to)}/${String(knownAt)}`
      const known = views.find((each) => each.key === key && each.agreement === under)
      if (known !== undefined) return known.view
      const view = asOf(store, { to, knownAt, agreement: under })
      views.push({ key, agreement: under, view })
      if (views.length > viewsKept) views.shift()
      return view
    },
  }
}

/** A view may be as large as the facts themselves, and few are looked at again. */
const viewsKept = 8

/** The last agreement, with the measures of all of them. */
function joined(agreements: readonly Agreement[]): Agreement {
  const last = agreements.at(-1)!
  const measures = new Map<string, Measure>()
  for (const each of agreements) {
    for (const [name, measure] of each.measures) {
      const [before, { kinds }] = [measures.get(name)?.kinds, measure]
      // A kind that only an earlier version has may still stand in the files.
      const isMore = kinds !== undefined && before !== undefined
      measures.set(name, isMore ? { ...measure, kinds: new Map([...before, ...kinds]) } : measure)
    }
  }
  return { ...last, measures }
}

/** Where an expression, a day or a schedule names measures. */
const namingKeys = new Set(['timeIn', 'except', 'countOf', 'valueOf', 'longestRunIn', 'itemsMet', 'measure', 'each'])

/** The measures that a goal, a group, a payment or a limit rests on, and those that are due on some day. */
export function measuresNeeded(agreement: Agreement): Set<string> {
  const { measures, goals, groups, payments, limits, security } = agreement
  const needed = new Set<string>()
  const take = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (namingKeys.has(key) && measures.has(value)) needed.add(value)
    } else if (value instanceof Map) for (const inner of value.values()) take(inner, '')
    else if (Array.isArray(value)) for (const inner of value) take(inner, key)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) take(inner, name)
    }
  }
  take([goals, groups, payments, limits, security], '')
  for (const [name, measure] of measures) {
    if (measure.due === undefined) continue
    needed.add(name)
    take(measure.due, '')
  }
  return needed
}

function countsOf(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

function added(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const some of counts) for (const [code, count] of some) all.set(code, (all.get(code) ?? 0) + count)
  return all
}
