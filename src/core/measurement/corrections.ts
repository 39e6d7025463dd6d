/**
 * Facts told twice, corrected or withdrawn. Nothing is overwritten: the earlier fact stays, and ends being a fact on
 * the day the correction was recorded.
 *
 *     nr,person,from,value,recorded,supersedes
 *     17,F1,2022-03-01,12,2022-03-04,              a fact
 *     17,F1,2022-03-01,12,2022-03-04,              the same, imported twice: counts once
 *     18,F1,2022-03-01,10,2022-05-02,17            from 2 May it is 10
 *     19,,,,2022-06-01,18                          from 1 June it is nothing
 *
 * A row may also supersede its own number: then the versions follow each other by the day recorded. A correction
 * that does not say when it was recorded is refused, because no earlier statement could be rebuilt. So are two
 * different facts with one number, of which nobody can say which is right.
 *
 * Problems, at the row: fact-told-twice (notice), fact-number-twice, fact-correction-undated, fact-correction-of-nothing,
 * fact-correction-circular, fact-corrected-twice (notice).
 */
import { type Day } from '../base/index.ts'
import { type FactMeasure } from './fact-measure.ts'
import { type FactRows } from './fact-rows.ts'
import { NO_CODE, NO_DAY } from './measure-facts.ts'
import { reportTo } from './problem-list.ts'

/** A staged fact: its measure, and its number there. */
type Staged = { measure: FactMeasure; number: number }

/** Takes duplicates and refused corrections out of the staged facts, and marks those that were replaced. */
export function settleCorrections(measures: readonly FactMeasure[], rows: FactRows): void {
  const holders = holdersOf(measures, rows)
  for (const [code, facts] of holders.several) settleNamesakes(code, facts, rows)
  const correcting = measures.flatMap((measure) => correctionsOf(measure, holders))
  const inForce = refuseUnsound(correcting, holders, rows)
  reportForks(inForce, rows)
  for (const { staged, target } of inForce) {
    const on = recordedOf(staged)
    for (const replaced of holders.of(target)) if (!isSame(replaced, staged)) replace(replaced, on, rows)
  }
  for (const { source, supersedes, recorded } of rows.withdrawals) {
    const withdrawn = holders.of(supersedes)
    for (const replaced of withdrawn) replace(replaced, recorded, rows)
    if (withdrawn.length > 0 || holders.withdrawals.has(supersedes)) continue
    const tally = rows.tallyOf(source)
    tally.superseded--
    tally.withdrawals--
    tally.refused++
    const facts = () => ({ supersedes: rows.factIdOf(supersedes) })
    reportTo(rows.problems, 'fact-correction-of-nothing', 'wrong', () => rows.sources.placeOf(source), facts)
  }
}

/** Who holds each number: mostly one fact, kept in columns; several are rare, and kept in lists. */
class Holders {
  readonly several = new Map<number, Staged[]>()
  /** Numbers of rows that only withdraw. */
  readonly withdrawals: ReadonlySet<number>
  private readonly measures: readonly FactMeasure[]
  private readonly measureOf: Int16Array
  private readonly numberOf: Uint32Array

  constructor(measures: readonly FactMeasure[], rows: FactRows) {
    this.measures = measures
    this.withdrawals = new Set(rows.withdrawals.map(({ fact }) => fact))
    this.measureOf = new Int16Array(rows.factIdCount).fill(-1)
    this.numberOf = new Uint32Array(rows.factIdCount)
  }

  add(code: number, measure: number, number: number): void {
    const list = this.several.get(code)
    const staged = { measure: this.measures[measure]!, number }
    if (list !== undefined) list.push(staged)
    else if (this.measureOf[code]! >= 0) this.several.set(code, [...this.of(code), staged])
    else {
      this.measureOf[code] = measure
      this.numberOf[code] = number
    }
  }

  /** The facts with this number that have not been taken out. */
  of(code: number): Staged[] {
    const list = this.several.get(code)
    if (list !== undefined) return list.filter(({ measure, number }) => !measure.staging.isTaken(number))
    const measure = this.measures[this.measureOf[code]!]
    const number = this.numberOf[code]!
    return measure === undefined || measure.staging.isTaken(number) ? [] : [{ measure, number }]
  }
}

function holdersOf(measures: readonly FactMeasure[], rows: FactRows): Holders {
  const holders = new Holders(measures, rows)
  for (const [index, { staging }] of measures.entries()) {
    const facts = staging.extra.fact
    if (facts === undefined) continue
    for (let number = 0; number < facts.length; number++) {
      if (facts.at(number) !== NO_CODE) holders.add(facts.at(number), index, number)
    }
  }
  return holders
}

/** Several rows with one number: duplicates, versions that supersede each other, or a mistake. */
function settleNamesakes(code: number, facts: readonly Staged[], rows: FactRows): void {
  const bySource = [...facts].sort((a, b) => sourceOf(a) - sourceOf(b))
  const different = new Map<string, Staged>()
  for (const staged of bySource) {
    const content = contentOf(staged)
    const first = different.get(content)
    if (first === undefined) different.set(content, staged)
    else takeTwin(staged, first, rows)
  }
  const versions = [...different.values()].sort((a, b) => recordedOf(a) - recordedOf(b))
  const isVersion = (staged: Staged) => supersededBy(staged) === code
  const originals = versions.filter((staged) => !isVersion(staged))
  const days = versions.filter(isVersion).map(recordedOf)
  const areOrdered = new Set(days).size === days.length && !days.includes(NO_DAY)
  if (originals.length <= 1 && areOrdered) {
    const chain = [...originals, ...versions.filter(isVersion)]
    for (const [index, later] of chain.entries()) {
      for (const earlier of chain.slice(0, index)) replace(earlier, recordedOf(later), rows)
    }
    return
  }
  const lines = versions.map((staged) => sourceOf(staged))
  for (const staged of versions) {
    const other = lines.find((source) => source !== sourceOf(staged))!
    const { file, line } = rows.sources.placeOf(other)
    const number = rows.factIdOf(code)
    refuse(staged, rows)
    reportTo(rows.problems, 'fact-number-twice', 'wrong', placeOf(staged, rows), () => ({
      number,
      otherFile: file,
      otherLine: line,
    }))
  }
}

function takeTwin(staged: Staged, first: Staged, rows: FactRows): void {
  const { file, line } = rows.sources.placeOf(sourceOf(first))
  const tally = rows.tallyOf(sourceOf(staged))
  uncount(staged, rows)
  tally.superseded++
  rows.outside.superseded.add(fromOf(staged), recordedOf(staged))
  staged.measure.staging.takeOut(staged.number)
  const facts = () => ({ number: rows.factIdOf(factIdOf(staged)), otherFile: file, otherLine: line })
  reportTo(rows.problems, 'fact-told-twice', 'notice', placeOf(staged, rows), facts)
}

type Correction = { staged: Staged; target: number }

/** The rows that supersede, except those that are versions of one number. */
function correctionsOf(measure: FactMeasure, holders: Holders): Correction[] {
  const supersedes = measure.staging.extra.supersedes
  const found: Correction[] = []
  for (let number = 0; number < (supersedes?.length ?? 0); number++) {
    const target = supersedes!.at(number)
    if (target === NO_CODE || measure.staging.isTaken(number)) continue
    const staged = { measure, number }
    if (target !== factIdOf(staged) || !holders.several.has(target)) found.push({ staged, target })
  }
  return found
}

/** Refuses corrections without a day, of nothing, or in a circle; answers the others. */
function refuseUnsound(correcting: readonly Correction[], holders: Holders, rows: FactRows): Correction[] {
  const dated = correcting.filter(({ staged, target }) => {
    if (recordedOf(staged) !== NO_DAY) return true
    refuse(staged, rows)
    const facts = () => ({ supersedes: rows.factIdOf(target) })
    reportTo(rows.problems, 'fact-correction-undated', 'wrong', placeOf(staged, rows), facts)
    return false
  })
  const straight = refuseCircles(dated, rows)
  // Each round may take away the only fact that another correction was of.
  for (let sound = straight; ;) {
    const [kept, unsound] = [[], []] as [Correction[], Correction[]]
    for (const one of sound) {
      const others = holders.of(one.target).filter((held) => !isSame(held, one.staged))
      ;(others.length > 0 || holders.withdrawals.has(one.target) ? kept : unsound).push(one)
    }
    for (const { staged, target } of unsound) {
      refuse(staged, rows)
      const facts = () => ({ supersedes: rows.factIdOf(target) })
      reportTo(rows.problems, 'fact-correction-of-nothing', 'wrong', placeOf(staged, rows), facts)
    }
    if (unsound.length === 0) return kept
    sound = kept
  }
}

/** A corrects B and B corrects A: nobody can say which came last. */
function refuseCircles(correcting: readonly Correction[], rows: FactRows): Correction[] {
  const targetOf = new Map(correcting.map(({ staged, target }) => [factIdOf(staged), target]))
  const inCircle = new Set<number>()
  const seenIn = new Map<number, number>()
  for (const start of targetOf.keys()) {
    const path: number[] = []
    for (let code: number | undefined = start; code !== undefined && code !== NO_CODE; code = targetOf.get(code)) {
      const walk = seenIn.get(code)
      if (walk === start) for (const member of path.slice(path.indexOf(code))) inCircle.add(member)
      if (walk !== undefined) break
      seenIn.set(code, start)
      path.push(code)
    }
  }
  return correcting.filter(({ staged, target }) => {
    if (target === factIdOf(staged) || !inCircle.has(factIdOf(staged))) return true
    refuse(staged, rows)
    const facts = () => ({ supersedes: rows.factIdOf(target) })
    reportTo(rows.problems, 'fact-correction-circular', 'wrong', placeOf(staged, rows), facts)
    return false
  })
}

/** Two corrections of one fact both stand; whoever wrote the second may not have known of the first. */
function reportForks(correcting: readonly Correction[], rows: FactRows): void {
  const times = new Map<number, number>()
  for (const { target } of correcting) times.set(target, (times.get(target) ?? 0) + 1)
  for (const { staged, target } of correcting) {
    const corrections = times.get(target)!
    const facts = () => ({ supersedes: rows.factIdOf(target), corrections })
    if (corrections > 1) reportTo(rows.problems, 'fact-corrected-twice', 'notice', placeOf(staged, rows), facts)
  }
}

function replace(staged: Staged, on: Day, rows: FactRows): void {
  const { staging } = staged.measure
  if (!staging.isReplaced(staged.number)) {
    uncount(staged, rows)
    rows.tallyOf(sourceOf(staged)).superseded++
  }
  staging.replace(staged.number, on)
}

function refuse(staged: Staged, rows: FactRows): void {
  if (staged.measure.staging.isReplaced(staged.number)) rows.tallyOf(sourceOf(staged)).superseded--
  else uncount(staged, rows)
  rows.tallyOf(sourceOf(staged)).refused++
  staged.measure.staging.takeOut(staged.number)
}

function uncount(staged: Staged, rows: FactRows): void {
  const tally = rows.tallyOf(sourceOf(staged))
  tally.used--
  if (!staged.measure.isKept) tally.notNeeded--
}

function isSame(a: Staged, b: Staged): boolean {
  return a.measure === b.measure && a.number === b.number
}

const sourceOf = ({ measure, number }: Staged): number => measure.staging.sourceAt(number)
const placeOf = (staged: Staged, rows: FactRows) => () => rows.sources.placeOf(sourceOf(staged))
const recordedOf = ({ measure, number }: Staged): Day => measure.staging.extraAt('recorded', number)
const fromOf = ({ measure, number }: Staged): Day => measure.staging.fromAt(number)
const factIdOf = ({ measure, number }: Staged): number => measure.staging.extraAt('fact', number)
const supersededBy = ({ measure, number }: Staged): number => measure.staging.extraAt('supersedes', number)

/** Everything a row says besides its place in the files. */
function contentOf(staged: Staged): string {
  const { staging, name } = staged.measure
  const { number } = staged
  const extras = (['recorded', 'item', 'kind', 'by', 'evidence', 'supersedes'] as const).map((column) =>
    staging.extraAt(column, number),
  )
  return [name, ...staging.keyAt(number), ...extras].join(' ')
}
