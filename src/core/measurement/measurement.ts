/**
 * Everything the files say about people, read once, and looked at under any version or reading of the terms.
 *
 *     readMeasurement({ agreements, people, facts, rules })  →  roster, problems, tallies, asOf({ to, knownAt, agreement })
 *
 * Terms that are amended, or not settled, are several agreements over the same files. Files are read by the last of
 * them; a measure that any of them has is read, and kept if any of them uses it. The case that surprises: whom a measure is of
 * (`of`) says which rows are refused, so facts are read once more for those of them that say otherwise of a measure.
 */
import { type Day, type Problem, sortProblems } from '../base/index.ts'
import { type Agreement, type Measure } from '../terms/index.ts'
import { asOf } from './as-of.ts'
import { checkAttributes } from './attributes-asked.ts'
import { type CsvFile, type ReadingRules } from './headers.ts'
import { peopleMissing, personsLeftOut } from './left-out.ts'
import { type FactsTally } from './facts-tally.ts'
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
  asOf: (days: { to: Day; knownAt: Day; agreement: Agreement }) => FactsView
}

/** Reads people and facts. Problems: those of `read-people.ts`, `people-headers.ts`, `attributes-asked.ts`, `left-out.ts` and `read-facts.ts`. */
export function readMeasurement(input: MeasurementInput): Measurement {
  const { agreements, people, facts, rules, agreementNames, writtenOn } = input
  const ways = waysToRead(agreements)
  const { agreement } = ways.at(-1)!
  const none: CsvFile = { name: 'people.csv', chunks: [new TextEncoder().encode('id\n')] }
  const read = readPeople(people ?? none, agreement, {
    rules,
    ...(agreementNames === undefined ? {} : { agreements: agreementNames }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  })
  const { roster } = read
  const keep = new Set(agreements.flatMap((each) => [...measuresNeeded(each)]))
  const isRead = read.tally.rowsRead > 0
  const options = { rules, keep, isRosterUnread: people === undefined || !isRead }
  const reads = ways.map((way): ReadFacts => readFacts(facts, roster, read.ids, way.agreement, options))
  const { files, total, leftOut } = reads.at(-1)!
  const { problems, problemCounts } = problemsOfAll(reads)
  const members = read.membersRefused
  const ofPeople =
    people === undefined
      ? peopleMissing(leftOut, besides(facts), agreement)
      : [
          ...checkAttributes(agreements, roster),
          ...checkHeaders(read.headers, agreements, roster, rules),
          ...personsLeftOut(leftOut, read.refusedLast, { members, isRead }),
        ]
  const ofFile = people === undefined ? { problems: [], problemCounts: new Map<string, number>() } : read
  const views: { key: string; agreement: Agreement; view: FactsView }[] = []
  return {
    roster,
    problems: sortProblems([...ofFile.problems, ...ofPeople, ...problems]),
    problemCounts: added([ofFile.problemCounts, countsOf(ofPeople), problemCounts]),
    peopleTally: read.tally,
    factTallies: files,
    factTotal: total,
    asOf: ({ to, knownAt, agreement: under }) => {
      const key = `${String(to)}/${String(knownAt)}`
      const known = views.find((each) => each.key === key && each.agreement === under)
      if (known !== undefined) return known.view
      // An agreement that is none of them is seen as the last.
      const way = ways.findIndex(({ readsFor }) => readsFor.includes(under))
      const { store } = reads.at(way)!
      const view = asOf(store, { to, knownAt, agreement: under })
      views.push({ key, agreement: under, view })
      if (views.length > viewsKept) views.shift()
      return view
    },
  }
}

/** Where the file of people would lie: in the folder of the facts. */
function besides(facts: readonly CsvFile[]): string {
  const [first] = facts
  return first === undefined ? 'people.csv' : `${first.name.slice(0, first.name.lastIndexOf('/') + 1)}people.csv`
}

/** A view may be as large as the facts themselves, and few are looked at again. */
const viewsKept = 8

/** How files are read: by an agreement with every measure there is, and for which versions and readings. */
type WayToRead = { agreement: Agreement; readsFor: Agreement[] }

/** One way for all that say the same of whom each measure is of; that of the last agreement is the last. */
function waysToRead(agreements: readonly Agreement[]): WayToRead[] {
  const ways: WayToRead[] = []
  for (const own of agreements.toReversed()) {
    const known = ways.find(({ agreement }) =>
      [...own.measures].every(([name, { of }]) => agreement.measures.get(name)!.of === of),
    )
    if (known === undefined) ways.unshift({ agreement: joined(agreements, own), readsFor: [own] })
    else known.readsFor.push(own)
  }
  return ways
}

/** What is wrong in the files, told once; a row that is refused only in one reading is told of too. */
function problemsOfAll(reads: readonly ReadFacts[]): Pick<ReadFacts, 'problems' | 'problemCounts'> {
  const last = reads.at(-1)!
  if (reads.length === 1) return last
  const keyOf = ({ code, at }: Problem): string => `${code} ${at.file}:${at.line}:${at.column}`
  const problems = new Map(reads.flatMap((read) => read.problems.map((one) => [keyOf(one), one] as const)))
  const most = (code: string): number => Math.max(...reads.map(({ problemCounts }) => problemCounts.get(code) ?? 0))
  const codes = reads.flatMap(({ problemCounts }) => [...problemCounts.keys()])
  return {
    problems: sortProblems([...problems.values()]),
    problemCounts: new Map(codes.map((code) => [code, most(code)])),
  }
}

/** One of the agreements, with the measures of all of them; one that it lacks is as the last of the others has it. */
function joined(agreements: readonly Agreement[], last: Agreement): Agreement {
  const measures = new Map<string, Measure>()
  for (const each of [...agreements.filter((one) => one !== last), last]) {
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
