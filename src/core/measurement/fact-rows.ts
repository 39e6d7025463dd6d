/**
 * The rows of files of facts, one by one: whose fact is it, of which measure, when, and what does it say?
 *
 * A row that cannot answer is refused with a problem at its line. Refused: fact-measure-missing, fact-measure-unknown,
 * fact-person-missing, fact-person-unknown, fact-unit-differs, fact-agreement-unknown,
 * fact-day-missing, fact-days-disordered, fact-value-missing, fact-value-unreadable, fact-value-ambiguous,
 * fact-value-outside, fact-value-unknown, fact-share-ambiguous, fact-item-missing, fact-kind-missing, fact-kind-unknown,
 * fact-grade-differs,
 * fact-withdrawal-undated. Kept, and worth a look: what `fact-notes.ts` notes. Rows about somebody whose own row was refused
 * are counted for `left-out.ts`. Rows of a file that have one fault and one remedy are told together.
 */
import { type Day, type Place } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { Interner, emptyCode, emptyDay } from '../text/index.ts'
import { type FactBatch } from './fact-columns.ts'
import { type FactMeasure } from './fact-measure.ts'
import { earliestUsual, noteEarlyRecording, noteMissingRecorder, noteOddDay } from './fact-notes.ts'
import { FactRefusals, refuseKind } from './fact-refusals.ts'
import { type WordsInUse, wordsInUse } from './fact-words.ts'
import { GroupRows } from './group-rows.ts'
import { NO_CODE, NO_DAY, STILL_GOING_ON } from './measure-facts.ts'
import { ProblemList, nearestWord, reportTo } from './problem-list.ts'
import { type FactsTally, RowDays, type RowsOutside, emptyTally } from './facts-tally.ts'
import { NOT_IN_ROSTER, type Roster } from './roster.ts'
import { gradeOf, unitOfAllIn } from './row-codes.ts'
import { SourceFiles } from './source-files.ts'

/** A row that takes a fact away and puts nothing in its place. */
export type Withdrawal = { source: number; supersedes: number; fact: number; recorded: Day }

/** Nobody is a stranger where no row of the file of people was read. */
export type PeopleKnown = { roster: Roster; isUnread?: boolean }

export class FactRows {
  readonly roster: Roster
  readonly measures: FactMeasure[]
  readonly problems = new ProblemList()
  readonly refusals: FactRefusals
  readonly sources = new SourceFiles()
  readonly groups = new GroupRows()
  readonly tallies: FactsTally[] = []
  readonly withdrawals: Withdrawal[] = []
  readonly outside: RowsOutside = { idle: new RowDays(), superseded: new RowDays(), idleReplaced: [] }
  readonly interners: Record<string, Interner>
  private readonly ids: Interner
  private readonly agreement: Agreement
  private readonly words: Interner
  private readonly items = new Interner()
  private readonly by = new Interner()
  private readonly evidence = new Interner()
  private readonly facts = new Interner()
  /** By the code of a word: the measure it names, or none. */
  private readonly measureOfWord: (FactMeasure | undefined)[] = []
  private readonly earliest: Day
  private readonly latest: Day
  private readonly hasBirths: boolean

  /** By the code of an id: the row × 4 + the unit, or `NOT_IN_ROSTER` or `ROW_REFUSED`. */
  private readonly placeOfCode: Int32Array
  /** The unit of everybody, where every id's code is its row, as in most files; then nobody needs to be looked up. */
  private readonly unitOfAll: number
  /** The places of the people of the batch at hand. */
  private places = new Int32Array(0)

  // Of the file at hand.
  private file = ''
  private base = 0
  private lastLine = 1
  private only: FactMeasure | undefined
  /** Whether the file has a column for who recorded a fact. */
  private isByAsked = false
  private tally: FactsTally = emptyTally('')

  constructor(
    { roster, isUnread = false }: PeopleKnown,
    ids: Interner,
    agreement: Agreement,
    measures: FactMeasure[],
    values: Interner,
  ) {
    this.roster = roster
    this.refusals = new FactRefusals(this.problems, isUnread)
    this.ids = ids
    this.agreement = agreement
    this.measures = measures
    this.words = new Interner()
    const { words, items, by, evidence, facts } = this
    this.interners = {
      person: ids,
      agreement: words,
      measure: words,
      item: items,
      kind: words,
      value: values,
      by,
      evidence,
      grade: words,
      fact: facts,
      supersedes: facts,
    }
    this.earliest = earliestUsual(agreement.runs)
    this.latest = agreement.runs.through
    this.placeOfCode = roster.rowOfCode.map((row) => (row < 0 ? row : row * 4 + roster.unit[row]!))
    this.unitOfAll = unitOfAllIn(this.placeOfCode)
    this.hasBirths = roster.days.birth.some((day) => day !== NO_DAY)
  }

  openFile(name: string, only: FactMeasure | undefined, isByAsked: boolean): void {
    this.file = name
    this.isByAsked = isByAsked
    this.only = only
    this.base = this.sources.open(name)
    this.lastLine = 1
    this.tally = emptyTally(name)
    this.tallies.push(this.tally)
  }

  /** `delimiter` is what sets the fields of the file apart, which decides how a number can be written in it. */
  closeFile(delimiter?: string): void {
    this.refusals.tellAlike(delimiter)
    this.sources.close(this.lastLine)
    for (const measure of this.measures) measure.endFile(this.file, this.problems)
  }

  /** Counts rows that were refused before anybody could ask what they say. */
  countUnread(rows: number): void {
    this.tally.rowsRead += rows
    this.tally.refused += rows
  }

  take(batch: FactBatch, count: number): void {
    this.findPeople(batch.person, count)
    if (batch.hasMore || this.hasBirths) for (let at = 0; at < count; at++) this.takeRow(batch, at)
    else this.takeByMeasure(batch, count)
    this.tally.rowsRead += count
    this.lastLine = batch.line[count - 1]!
  }

  /** Takes the rows of a plain file measure by measure, so that one short loop serves many rows that are alike. */
  private takeByMeasure(batch: FactBatch, count: number): void {
    const { measures, places, only } = this
    for (const measure of measures) if (measure.rows.length < count) measure.rows = new Int32Array(count)
    const countOf = new Int32Array(measures.length)
    for (let at = 0; at < count; at++) {
      const measure = only ?? this.measureOfWord[batch.measure[at]!]
      // A word that is new or names nothing is looked at there, one by one.
      if (measure === undefined || places[at]! < 0) this.takeRow(batch, at)
      else measure.rows[countOf[measure.index]!++] = at
    }
    for (const measure of measures) this.takePlain(batch, countOf[measure.index]!, measure)
  }

  /** Takes rows of one measure; whatever is not quite plain goes the way of `takeRow`. */
  private takePlain(batch: FactBatch, count: number, measure: FactMeasure): void {
    const { places, earliest, latest, base } = this
    const { from: froms, to: tos, value: said, line } = batch
    const { rows, unitBits, isSpell, hasValue, isPlan, hasKinds, isKept, toStep, values, staging } = measure
    let taken = 0
    for (let next = 0; next < count; next++) {
      const at = rows[next]!
      const place = places[at]!
      const from = froms[at]!
      const to = tos[at]!
      const value = said[at]!
      let isPlain =
        place >= 0 &&
        ((unitBits >> (place & 3)) & 1) === 1 &&
        !isPlan &&
        !hasKinds &&
        from >= earliest &&
        from <= latest
      let until = from
      if (isSpell) {
        if (to !== emptyDay) until = to + toStep
        else until = STILL_GOING_ON
        isPlain = isPlain && until >= from && until <= STILL_GOING_ON
      } else isPlain = isPlain && to === emptyDay
      if (!isPlain || (hasValue ? value === emptyCode || !values.read(value) : value !== emptyCode)) {
        this.takeRow(batch, at)
        continue
      }
      taken++
      if (isKept) staging.add(place >> 2, from, until, values.mantissa, values.scale, base + line[at]!)
      else this.outside.idle.add(from, NO_DAY)
    }
    this.tally.used += taken
    if (!isKept) this.tally.notNeeded += taken
  }

  /**
   * Finds all people of a batch before anything else is done with them. People come in no order, so each look is far
   * from the last; one after the other in a short loop, the processor waits for many of them at once.
   */
  private findPeople(person: Int32Array, count: number): void {
    const { placeOfCode } = this
    if (this.places.length < count) this.places = new Int32Array(person.length)
    const { places } = this
    const known = placeOfCode.length
    const { unitOfAll } = this
    if (unitOfAll >= 0) {
      for (let at = 0; at < count; at++) {
        const code = person[at]!
        places[at] = code >= 0 && code < known ? code * 4 + unitOfAll : NOT_IN_ROSTER
      }
      return
    }
    for (let at = 0; at < count; at++) {
      const code = person[at]!
      places[at] = code >= 0 && code < known ? placeOfCode[code]! : NOT_IN_ROSTER
    }
  }

  /** How many texts name facts; the codes of `fact` and `supersedes` are below it. */
  get factIdCount(): number {
    return this.facts.size
  }

  factIdOf(code: number): string {
    return this.facts.textOf(code)
  }

  tallyOf(source: number): FactsTally {
    return this.tallies[this.sources.fileOf(source)]!
  }

  /** The texts of the coded columns, and where the codes of items go. */
  wordsInUse(): WordsInUse {
    return wordsInUse(this.items, this.by, this.evidence)
  }

  private takeRow(batch: FactBatch, at: number): void {
    const { hasMore } = batch
    const line = batch.line[at]!
    const from = batch.from[at]!
    if (hasMore && from === emptyDay && batch.supersedes[at] !== emptyCode) {
      if (batch.value[at] === emptyCode && batch.to[at] === emptyDay) return this.takeWithdrawal(batch, at)
    }
    const measure = this.only ?? this.measureOfWord[batch.measure[at]!] ?? this.newMeasureOf(batch.measure[at]!, line)
    if (measure === undefined) return
    const row = measure.isOfAgreement ? this.groupOf(batch, at) : this.personOf(batch, at, measure)
    if (row < 0) return
    if (from === emptyDay) return this.refuse().dayless(this.at(line))

    const to = batch.to[at]!
    let until = from
    if (measure.isSpell) {
      until = to === emptyDay ? STILL_GOING_ON : measure.untilOf(to)
      if (until < from) return this.refuse().disordered(this.at(line), from, to)
    } else if (to !== emptyDay) measure.noteIdleTo(line)

    const value = batch.value[at]!
    const { values } = measure
    if (measure.hasValue) {
      if (value === emptyCode) return this.refuse().lacks('fact-value-missing', this.at(line), measure.name)
      if (!values.read(value)) return this.refuse().value(this.at(line), measure, value)
    } else if (value !== emptyCode) measure.noteIdleValue(line)
    if (measure.isPlan && batch.item[at] === emptyCode)
      return this.refuse().lacks('fact-item-missing', this.at(line), measure.name)
    if (measure.hasKinds && this.kindOf(batch, at, measure) < 0) return
    if (hasMore && batch.grade[at] !== emptyCode && !this.hasGrade(batch.grade[at]!, measure, line)) return

    this.tally.used++
    if (!measure.isKept) this.tally.notNeeded++
    if (from > this.latest || from < this.earliest || this.hasBirths) this.noteDay(line, from, measure, row)
    if (hasMore) this.noteRecording(batch, at, measure)
    const isNamed = hasMore && (batch.fact[at] !== emptyCode || batch.supersedes[at] !== emptyCode)
    // What nothing needs is kept only as long as another row may refer to it.
    const recorded = hasMore && batch.recorded[at] !== emptyDay ? batch.recorded[at]! : NO_DAY
    if (!measure.isKept && !isNamed) return this.outside.idle.add(from, recorded)
    measure.staging.add(row, from, until, values.mantissa, values.scale, this.base + line)
    if (hasMore) this.addExtras(batch, at, measure)
  }

  private addExtras(batch: FactBatch, at: number, measure: FactMeasure): void {
    const { staging, isPlan } = measure
    const { recorded, item, by, evidence, fact, supersedes } = batch
    if (recorded[at] !== emptyDay) staging.addExtra('recorded', recorded[at]!)
    if (isPlan) staging.addExtra('item', item[at]!)
    if (measure.hasKinds) staging.addExtra('kind', this.kindOf(batch, at, measure))
    else if (batch.kind[at] !== emptyCode) measure.noteIdleKind(batch.line[at]!)
    if (by[at] !== emptyCode) staging.addExtra('by', by[at]!)
    if (evidence[at] !== emptyCode) staging.addExtra('evidence', evidence[at]!)
    if (fact[at] !== emptyCode) staging.addExtra('fact', fact[at]!)
    if (supersedes[at] !== emptyCode) staging.addExtra('supersedes', supersedes[at]!)
  }

  /** Which kind the row is of, or a negative number once the fact has been refused. */
  private kindOf({ kind, line }: FactBatch, at: number, measure: FactMeasure): number {
    const word = kind[at]!
    const text = word === emptyCode ? '' : this.words.textOf(word)
    const found = word === emptyCode ? NO_CODE : (measure.kindsOfWords[word] ??= measure.kindOf(text))
    if (found >= 0) return found
    this.tally.refused++
    return refuseKind(this.problems, this.at(line[at]!), measure, text)
  }

  private takeWithdrawal({ recorded, fact, supersedes, line }: FactBatch, at: number): void {
    if (recorded[at] === emptyDay) {
      reportTo(this.problems, 'fact-withdrawal-undated', 'wrong', this.at(line[at]!), () => ({
        supersedes: this.facts.textOf(supersedes[at]!),
      }))
      this.tally.refused++
      return
    }
    this.tally.superseded++
    this.tally.withdrawals++
    this.outside.superseded.add(NO_DAY, recorded[at]!)
    const source = this.base + line[at]!
    this.withdrawals.push({ source, supersedes: supersedes[at]!, fact: fact[at]!, recorded: recorded[at]! })
  }

  private at(line: number): () => Place {
    const { file } = this
    return () => ({ file, line, column: 1, length: 0 })
  }

  /** The measure of a word that is met for the first time, or that names none. */
  private newMeasureOf(word: number, line: number): FactMeasure | undefined {
    if (word === emptyCode) {
      this.tally.refused++
      reportTo(this.problems, 'fact-measure-missing', 'wrong', this.at(line))
      return undefined
    }
    while (this.measureOfWord.length <= word) {
      const text = this.words.textOf(this.measureOfWord.length).toLowerCase()
      const isNamed = ({ name, terms: { label } }: FactMeasure) =>
        [name, label.da.toLowerCase(), label.en.toLowerCase()].includes(text)
      this.measureOfWord.push(this.measures.find(isNamed))
    }
    const measure = this.measureOfWord[word]
    if (measure !== undefined) return measure
    this.tally.refused++
    const known = this.measures.map(({ name }) => name)
    const value = this.words.textOf(word)
    const facts = () => ({ value, known })
    reportTo(this.problems, 'fact-measure-unknown', 'wrong', this.at(line), facts, nearestWord(value, known))
    return undefined
  }

  /** The row of the roster, or a negative number once the fact has been refused. */
  private personOf(batch: FactBatch, at: number, measure: FactMeasure): number {
    const place = this.places[at]!
    if (place >= 0 && ((measure.unitBits >> (place & 3)) & 1) === 1) return place >> 2
    return this.refusePerson(batch.person[at]!, place, batch.line[at]!, measure)
  }

  private refusePerson(person: number, place: number, line: number, measure: FactMeasure): number {
    const id = person === emptyCode ? '' : this.ids.textOf(person)
    this.refuse().person(this.at(line), measure, { id, code: person, place })
    return NO_CODE
  }

  /** The row of an agreement or a group of it, or a negative number once the fact has been refused. */
  private groupOf(batch: FactBatch, at: number): number {
    const { person, line } = batch
    const { agreements } = this.roster
    const stated = batch.agreement[at]!
    const group = person[at] === emptyCode ? '' : this.ids.textOf(person[at]!)
    const named = stated === emptyCode ? group : this.words.textOf(stated)
    const agreement = agreements.indexOf(named)
    if (agreement >= 0) return this.groups.rowOf(agreement, stated === emptyCode ? '' : group, this.base + line[at]!)
    // With one agreement only, every name is that of a group within it.
    if (agreements.length === 1 && stated === emptyCode) return this.groups.rowOf(0, group, this.base + line[at]!)
    this.tally.refused++
    const known = agreements.filter((name) => name !== '').slice(0, 100)
    const facts = () => ({ value: named, known })
    reportTo(this.problems, 'fact-agreement-unknown', 'wrong', this.at(line[at]!), facts, nearestWord(named, known))
    return NO_CODE
  }

  private noteDay(line: number, from: Day, { name, isOfAgreement }: FactMeasure, row: number): void {
    const birth = isOfAgreement ? NO_DAY : this.roster.days.birth[row]!
    noteOddDay(this.problems, this.at(line), { measure: name, day: from, birth, runs: this.agreement.runs })
  }

  private noteRecording(batch: FactBatch, at: number, { name }: FactMeasure): void {
    const place = this.at(batch.line[at]!)
    const [day, recorded] = [batch.from[at]!, batch.recorded[at]!]
    if (recorded !== emptyDay && recorded < day)
      noteEarlyRecording(this.problems, place, { measure: name, day, recorded })
    if (this.isByAsked && batch.by[at] === emptyCode) noteMissingRecorder(this.problems, place, name)
  }

  private hasGrade(code: number, measure: FactMeasure, line: number): boolean {
    if (gradeOf(this.words.textOf(code)) === measure.terms.grade) return true
    this.tally.refused++
    reportTo(this.problems, 'fact-grade-differs', 'wrong', this.at(line), () => ({
      measure: measure.name,
      value: this.words.textOf(code),
      agreed: measure.terms.grade,
    }))
    return false
  }

  /** The rows that are refused, with one more counted. */
  private refuse(): FactRefusals {
    this.tally.refused++
    return this.refusals
  }
}
