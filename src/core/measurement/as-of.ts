/**
 * The facts as of two days: what was true up to a day, as it was known on another.
 *
 *     asOf(store, { to: 2024-06-30, knownAt: 2024-06-30 })     what the statement of June could know
 *     asOf(store, { to: 2024-06-30, knownAt: 2024-09-15 })     the same time, seen after corrections
 *
 * A fact exists if it begins on or before `to`, was recorded on or before `knownAt`, and was not replaced by then. A
 * fact without a day of recording counts as recorded on the last of its dates; of a spell that ends after `to`, or has
 * not ended, only the part up to `to` is looked at for that. Its end stays as it is: whoever asks about days after `to`
 * is told that they have not come.
 *
 * A measure that refuses overlaps, several events of a day or ties loses all facts involved, each with a problem that
 * names another. So does a tie for the latest recorded that the days of recording do not decide, and a plan goal that
 * is met and not met on one day.
 *
 * Problems, at the facts: fact-overlaps, fact-same-day, fact-tie-undecided.
 */
import { type Day, type Place, dayText, divide, equals, power } from '../base/index.ts'
import { type Agreement, type Measure } from '../terms/index.ts'
import { shareScale } from './fact-values.ts'
import { filtered } from './filtered.ts'
import { type MeasureFacts, NO_DAY, STILL_GOING_ON, itemStates, rawAt, recordedOn } from './measure-facts.ts'
import { ProblemList, reportTo } from './problem-list.ts'
import { type FactStore, type FactsView } from './store.ts'
import { endOfDay, knownOn } from './values.ts'

export type AsOf = {
  to: Day
  knownAt: Day
  /** The version or reading of the terms whose rules the facts are seen under. */
  agreement: Agreement
}

/** The view of the store as of two days. Without them it is the agreement's last day, never the clock's. */
export function asOf(store: FactStore, options: Partial<AsOf> = {}): FactsView {
  const { agreement = store.agreement } = options
  const { to = agreement.runs.through, knownAt = to } = options
  const measures = new Map<string, MeasureFacts>()
  const problems = new ProblemList()
  let [hidden, refused] = [0, 0]
  for (const [name, facts] of store.measures) {
    const terms = agreement.measures.get(name)
    if (terms === undefined) continue
    const existing = existingIn(seenUnder(facts, terms), to, knownAt)
    const counting = withoutRefused(existing, store, problems)
    hidden += facts.count - existing.count
    refused += existing.count - counting.count
    measures.set(name, counting)
  }
  const { roster, groups, sources } = store
  return {
    roster,
    agreement,
    to,
    knownAt,
    measures,
    groups,
    sources,
    problems: problems.sorted(),
    problemCounts: problems.counts,
    hidden,
    refused,
  }
}

/** The facts as another version of their measure's terms means them: what the day of leaving is, and if 12 is 12 %. */
function seenUnder(facts: MeasureFacts, terms: Measure): MeasureFacts {
  if (facts.terms === terms) return facts
  let { until, scale, exact } = facts
  const dayStep = stepOf(terms) - stepOf(facts.terms)
  if (dayStep !== 0) until = until.map((day) => (day === STILL_GOING_ON ? day : day + dayStep))
  const scaleStep = shareScale(terms) - shareScale(facts.terms)
  scale += scaleStep
  if (scaleStep !== 0 && exact !== undefined) exact = exact.map((value) => divide(value, power(10, scaleStep)))
  return { ...facts, terms, until, scale, exact }
}

const stepOf = (terms: Measure): number => (terms.toMeans === 'last-day-in' ? 1 : 0)

function existingIn(facts: MeasureFacts, to: Day, knownAt: Day): MeasureFacts {
  const isAllKnown = facts.lastRecorded <= knownAt && facts.firstReplaced > knownAt
  // With knownAt on or after `to`, a fact that begins in time and has no day of recording is always known.
  if (isAllKnown && facts.lastFrom <= to && knownAt >= to) return facts
  const { from, replaced } = facts
  const keep = new Uint8Array(facts.count)
  for (let at = 0; at < facts.count; at++) {
    const isReplaced = replaced.length > 0 && replaced[at]! <= knownAt
    keep[at] = from[at]! <= to && !isReplaced && recordedOn(facts, at, to) <= knownAt ? 1 : 0
  }
  return filtered(facts, keep)
}

type Report = (at: number, other: number) => void

function withoutRefused(facts: MeasureFacts, store: FactStore, problems: ProblemList): MeasureFacts {
  const { overlap, sameDay, ties, kind } = facts.terms
  const keep = new Uint8Array(facts.count).fill(1)
  const facing = (at: number, other: number) => ({
    measure: facts.name,
    day: dayText(facts.from[at]!),
    otherFile: placeOf(other).file,
    otherLine: placeOf(other).line,
  })
  const placeOf = (at: number): Place => store.sources.placeOf(facts.source[at]!)
  const drop = (at: number) => (keep[at] = 0)
  if (kind === 'spell' && overlap === 'refused') {
    eachOverlap(facts, (at, other) => {
      drop(at)
      reportTo(
        problems,
        'fact-overlaps',
        'wrong',
        () => placeOf(at),
        () => facing(at, other),
      )
    })
  } else if (sameDay === 'refused' || ties === 'refused') {
    eachDayOfSeveral(facts, (start, end) => {
      for (let at = start; at < end; at++) {
        drop(at)
        const other = at === start ? start + 1 : start
        reportTo(
          problems,
          'fact-same-day',
          'wrong',
          () => placeOf(at),
          () => facing(at, other),
        )
      }
    })
  } else if (ties === 'latest-recorded' || kind === 'plan') {
    const undecided: Report = (at, other) => {
      drop(at)
      reportTo(
        problems,
        'fact-tie-undecided',
        'wrong',
        () => placeOf(at),
        () => facing(at, other),
      )
    }
    if (kind === 'plan') eachDayOfSeveral(facts, (start, end) => decideItems(facts, start, end, drop, undecided))
    else eachDayOfSeveral(facts, (start, end) => decideLatest(facts, start, end, drop, undecided))
  } else return facts
  return keep.includes(0) ? filtered(facts, keep) : facts
}

/** Calls for each spell that shares a day with another, with the other. */
function eachOverlap(facts: MeasureFacts, found: Report): void {
  for (let row = 0; row + 1 < facts.first.length; row++) {
    const [begin, end] = [facts.first[row]!, facts.first[row + 1]!]
    let [furthest, isTold] = [-1, false]
    for (let at = begin; at < end; at++) {
      // A spell of no days shares none.
      if (facts.until[at]! === facts.from[at]!) continue
      if (furthest >= 0 && facts.from[at]! < facts.until[furthest]!) {
        if (!isTold) found(furthest, at)
        found(at, furthest)
        isTold = true
        if (facts.until[at]! > facts.until[furthest]!) furthest = at
      } else {
        furthest = at
        isTold = false
      }
    }
  }
}

/** Calls for each day on which somebody has more than one fact, with where those begin and end. */
function eachDayOfSeveral(facts: MeasureFacts, found: (start: number, end: number) => void): void {
  for (let row = 0; row + 1 < facts.first.length; row++) {
    const end = facts.first[row + 1]!
    for (let at = facts.first[row]!; at < end;) {
      const next = endOfDay(facts, at, end)
      if (next > at + 1) found(at, next)
      at = next
    }
  }
}

/** If several of one day were recorded last, and they differ, none of the day stays. */
function decideLatest(
  facts: MeasureFacts,
  start: number,
  end: number,
  drop: (at: number) => void,
  undecided: Report,
): void {
  let last = NO_DAY
  for (let at = start; at < end; at++) last = Math.max(last, knownOn(facts, at))
  const latest: number[] = []
  for (let at = start; at < end; at++) if (knownOn(facts, at) === last) latest.push(at)
  const first = latest[0]!
  const differing = latest.find((at) => !equals(rawAt(facts, at), rawAt(facts, first)))
  if (differing === undefined) return
  for (let at = start; at < end; at++) {
    if (latest.includes(at)) undecided(at, at === first ? differing : first)
    else drop(at)
  }
}

/** A plan goal met and not met on one day is what was recorded last; if both were, neither. */
function decideItems(
  facts: MeasureFacts,
  start: number,
  end: number,
  drop: (at: number) => void,
  undecided: Report,
): void {
  const { values, items } = facts
  for (let at = start; at < end; at++) {
    if (itemStates[values[at]!] !== 'not-met') continue
    for (let other = at + 1; other < end; other++) {
      if (itemStates[values[other]!] !== 'met' || items.codes[other] !== items.codes[at]) continue
      const later = knownOn(facts, other) - knownOn(facts, at)
      if (later !== 0) drop(later > 0 ? at : other)
      else {
        undecided(at, other)
        undecided(other, at)
      }
    }
  }
}
