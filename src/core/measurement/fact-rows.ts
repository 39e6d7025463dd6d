/**
 * The rows of files of facts, one by one: whose fact is it, of which measure, when, and what does it say?
 *
 * A row that cannot answer is refused with a problem at its line. Refused: fact-measure-missing, fact-measure-unknown,
 * fact-person-missing, fact-person-unknown, fact-person-refused, fact-unit-differs, fact-agreement-unknown,
 * fact-day-missing, fact-days-disordered, fact-value-missing, fact-value-unreadable, fact-value-ambiguous,
 * fact-value-outside, fact-value-unknown, fact-share-ambiguous, fact-item-missing, fact-grade-differs,
 * fact-withdrawal-undated. Kept, and worth a look: fact-day-ahead, fact-day-early, fact-day-before-birth,
 * fact-recorded-early, fact-recorder-missing.
 */
import { type Day, type Fact, type Place, addYears, dayText } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { Interner, emptyCode, emptyDay } from '../text/index.ts'
import { type FactBatch } from './fact-columns.ts'
import { type FactMeasure } from './fact-measure.ts'
import { GroupRows } from './group-rows.ts'
import { NO_CODE, NO_DAY, STILL_GOING_ON } from './measure-facts.ts'
import { ProblemList, nearestWord, repeatTo, reportTo } from './problem-list.ts'
import { type FactsTally } from './read-facts.ts'
import { ROW_REFUSED, type Roster, units } from './roster.ts'
import { SourceFiles } from './source-files.ts'
import { type ExtraColumn } from './staging.ts'

/** A row that takes a fact away and puts nothing in its place. */
export type Withdrawal = { source: number; supersedes: number; fact: number; recorded: Day }

const grades = ['register', 'third-party', 'authority', 'provider', 'self-report']
const danishGrades = ['register', 'tredjepart', 'myndighed', 'leverandør', 'selvrapporteret']

export class FactRows {
  readonly roster: Roster
  readonly measures: FactMeasure[]
  readonly problems = new ProblemList()
  readonly sources = new SourceFiles()
  readonly groups = new GroupRows()
  readonly tallies: FactsTally[] = []
  readonly withdrawals: Withdrawal[] = []
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
  private readonly hasBirths: boolean

  // Of the file at hand.
  private file = ''
  private base = 0
  private lastLine = 1
  private only: FactMeasure | undefined
  /** Whether the file has a column for who recorded a fact. */
  private isByAsked = false
  private tally: FactsTally = tallyOf('')

  constructor(roster: Roster, ids: Interner, agreement: Agreement, measures: FactMeasure[], values: Interner) {
    this.roster = roster
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
      value: values,
      by,
      evidence,
      grade: words,
      fact: facts,
      supersedes: facts,
    }
    this.earliest = addYears(agreement.runs.from, -10)
    this.hasBirths = roster.days.birth.some((day) => day !== NO_DAY)
  }

  openFile(name: string, only: FactMeasure | undefined, isByAsked: boolean): void {
    this.file = name
    this.isByAsked = isByAsked
    this.only = only
    this.base = this.sources.open(name)
    this.lastLine = 1
    this.tally = tallyOf(name)
    this.tallies.push(this.tally)
  }

  closeFile(): void {
    this.sources.close(this.lastLine)
    for (const measure of this.measures) measure.endFile(this.file, this.problems)
  }

  /** Counts rows that were refused before anybody could ask what they say. */
  countUnread(rows: number): void {
    this.tally.rowsRead += rows
    this.tally.refused += rows
  }

  take(batch: FactBatch, count: number): void {
    for (let at = 0; at < count; at++) this.takeRow(batch, at)
    this.tally.rowsRead += count
    this.lastLine = batch.line[count - 1]!
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

  /** The texts of the coded columns; items are put in order of their names, whatever the order of the files. */
  wordsInUse(): { texts: Partial<Record<ExtraColumn, readonly string[]>>; placeOfItem: Int32Array } {
    const items = textsOf(this.items)
    const order = items.map((_, code) => code).sort((a, b) => (items[a]! < items[b]! ? -1 : 1))
    const placeOfItem = new Int32Array(items.length)
    for (const [place, code] of order.entries()) placeOfItem[code] = place
    const item = order.map((code) => items[code]!)
    return { texts: { item, by: textsOf(this.by), evidence: textsOf(this.evidence) }, placeOfItem }
  }

  private takeRow(batch: FactBatch, at: number): void {
    const { codes, line } = batch
    const from = batch.from[at]!
    if (from === emptyDay && codes.supersedes[at] !== emptyCode) {
      if (codes.value[at] === emptyCode && batch.to[at] === emptyDay) return this.takeWithdrawal(batch, at)
    }
    const measure = this.only ?? this.measureOf(codes.measure[at]!, line[at]!)
    if (measure === undefined) return
    const row = measure.isOfAgreement ? this.groupOf(batch, at) : this.personOf(codes.person[at]!, line[at]!, measure)
    if (row < 0) return
    if (from === emptyDay) return this.refuseDayless(line[at]!)

    let until = from
    if (measure.isSpell) {
      const to = batch.to[at]!
      until = to === emptyDay ? STILL_GOING_ON : measure.untilOf(to)
      if (until < from) return this.refuseDisordered(line[at]!, from, to)
    } else if (batch.to[at] !== emptyDay) measure.noteIdleTo(line[at]!)

    const value = codes.value[at]!
    const { values } = measure
    if (measure.hasValue) {
      if (value === emptyCode) return this.refuseValueless(line[at]!, measure)
      if (!values.read(value)) return this.refuseValue(line[at]!, measure, value)
    } else if (value !== emptyCode) measure.noteIdleValue(line[at]!)
    if (measure.isPlan && codes.item[at] === emptyCode) return this.refuseItemless(line[at]!, measure)
    if (codes.grade[at] !== emptyCode && !this.hasGrade(codes.grade[at]!, measure, line[at]!)) return

    this.tally.used++
    if (!measure.isKept) this.tally.notNeeded++
    this.noteDays(batch, at, from, measure, row)
    const isNamed = codes.fact[at] !== emptyCode || codes.supersedes[at] !== emptyCode
    // What nothing needs is kept only as long as another row may refer to it.
    if (!measure.isKept && !isNamed) return
    measure.staging.add(row, from, until, values.mantissa, values.scale, this.base + line[at]!)
    this.addExtras(batch, at, measure)
  }

  private addExtras({ codes, recorded }: FactBatch, at: number, { staging, isPlan }: FactMeasure): void {
    if (recorded[at] !== emptyDay) staging.addExtra('recorded', recorded[at]!)
    if (isPlan) staging.addExtra('item', codes.item[at]!)
    if (codes.by[at] !== emptyCode) staging.addExtra('by', codes.by[at]!)
    if (codes.evidence[at] !== emptyCode) staging.addExtra('evidence', codes.evidence[at]!)
    if (codes.fact[at] !== emptyCode) staging.addExtra('fact', codes.fact[at]!)
    if (codes.supersedes[at] !== emptyCode) staging.addExtra('supersedes', codes.supersedes[at]!)
  }

  private takeWithdrawal({ codes, recorded, line }: FactBatch, at: number): void {
    if (recorded[at] === emptyDay) {
      reportTo(this.problems, 'fact-withdrawal-undated', 'wrong', this.at(line[at]!), () => ({
        supersedes: this.facts.textOf(codes.supersedes[at]!),
      }))
      this.tally.refused++
      return
    }
    this.tally.superseded++
    this.tally.withdrawals++
    const source = this.base + line[at]!
    this.withdrawals.push({ source, supersedes: codes.supersedes[at]!, fact: codes.fact[at]!, recorded: recorded[at]! })
  }

  private at(line: number): () => Place {
    const { file } = this
    return () => ({ file, line, column: 1, length: 0 })
  }

  private measureOf(word: number, line: number): FactMeasure | undefined {
    if (word === emptyCode) {
      this.tally.refused++
      reportTo(this.problems, 'fact-measure-missing', 'wrong', this.at(line))
      return undefined
    }
    while (this.measureOfWord.length <= word) {
      const text = this.words.textOf(this.measureOfWord.length).toLowerCase()
      this.measureOfWord.push(
        this.measures.find(
          ({ name, terms: { label } }) =>
            name === text || label.da.toLowerCase() === text || label.en.toLowerCase() === text,
        ),
      )
    }
    const measure = this.measureOfWord[word]
    if (measure !== undefined) return measure
    this.tally.refused++
    const known = this.measures.map(({ name }) => name)
    const value = this.words.textOf(word)
    reportTo(
      this.problems,
      'fact-measure-unknown',
      'wrong',
      this.at(line),
      () => ({ value, known }),
      nearestWord(value, known),
    )
    return undefined
  }

  /** The row of the roster, or a negative number once the fact has been refused. */
  private personOf(person: number, line: number, measure: FactMeasure): number {
    const { roster, problems } = this
    const row = person === emptyCode ? NO_CODE : (roster.rowOfCode[person] ?? NO_CODE)
    if (row >= 0 && ((measure.unitBits >> roster.unit[row]!) & 1) === 1) return row
    this.tally.refused++
    const facts = (): Record<string, Fact> => ({
      measure: measure.name,
      person: person === emptyCode ? '' : this.ids.textOf(person),
    })
    if (person === emptyCode) reportTo(problems, 'fact-person-missing', 'wrong', this.at(line), facts)
    else if (row === ROW_REFUSED) reportTo(problems, 'fact-person-refused', 'wrong', this.at(line), facts)
    else if (row < 0) reportTo(problems, 'fact-person-unknown', 'wrong', this.at(line), facts)
    else {
      const both = () => ({ ...facts(), of: measure.terms.of, unit: units[roster.unit[row]!]! })
      reportTo(problems, 'fact-unit-differs', 'wrong', this.at(line), both)
    }
    return NO_CODE
  }

  /** The row of an agreement or a group of it, or a negative number once the fact has been refused. */
  private groupOf({ codes, line }: FactBatch, at: number): number {
    const { agreements } = this.roster
    const stated = codes.agreement[at]!
    const group = codes.person[at] === emptyCode ? '' : this.ids.textOf(codes.person[at]!)
    const named = stated === emptyCode ? group : this.words.textOf(stated)
    const agreement = agreements.indexOf(named)
    if (agreement >= 0) return this.groups.rowOf(agreement, stated === emptyCode ? '' : group)
    // With one agreement only, every name is that of a group within it.
    if (agreements.length === 1 && stated === emptyCode) return this.groups.rowOf(0, group)
    this.tally.refused++
    const known = agreements.slice(0, 100)
    const facts = () => ({ value: named, known })
    reportTo(this.problems, 'fact-agreement-unknown', 'wrong', this.at(line[at]!), facts, nearestWord(named, known))
    return NO_CODE
  }

  private hasGrade(code: number, measure: FactMeasure, line: number): boolean {
    const found = this.words.textOf(code).toLowerCase()
    const grade = grades[Math.max(grades.indexOf(found), danishGrades.indexOf(found))]
    if (grade === measure.terms.grade) return true
    this.tally.refused++
    reportTo(this.problems, 'fact-grade-differs', 'wrong', this.at(line), () => ({
      measure: measure.name,
      value: this.words.textOf(code),
      agreed: measure.terms.grade,
    }))
    return false
  }

  private refuseDayless(line: number): void {
    this.tally.refused++
    reportTo(this.problems, 'fact-day-missing', 'wrong', this.at(line))
  }

  private refuseDisordered(line: number, from: Day, to: Day): void {
    this.tally.refused++
    const facts = () => ({ from: dayText(from), to: dayText(to) })
    reportTo(this.problems, 'fact-days-disordered', 'wrong', this.at(line), facts)
  }

  private refuseValueless(line: number, { name }: FactMeasure): void {
    this.tally.refused++
    reportTo(this.problems, 'fact-value-missing', 'wrong', this.at(line), () => ({ measure: name }))
  }

  private refuseValue(line: number, { name, values }: FactMeasure, code: number): void {
    this.tally.refused++
    repeatTo(this.problems, values.faultOf(code)!, this.at(line), () => ({ measure: name }))
  }

  private refuseItemless(line: number, { name }: FactMeasure): void {
    this.tally.refused++
    reportTo(this.problems, 'fact-item-missing', 'wrong', this.at(line), () => ({ measure: name }))
  }

  /** Days that are possible and odd. */
  private noteDays(
    { codes, recorded, line }: FactBatch,
    at: number,
    from: Day,
    measure: FactMeasure,
    row: number,
  ): void {
    const { runs } = this.agreement
    const { problems } = this
    const facts = () => ({ measure: measure.name, day: dayText(from) })
    if (from > runs.through) {
      const through = dayText(runs.through)
      reportTo(problems, 'fact-day-ahead', 'notice', this.at(line[at]!), () => ({ ...facts(), through }))
    } else if (from < this.earliest) {
      const agreementFrom = dayText(runs.from)
      reportTo(problems, 'fact-day-early', 'notice', this.at(line[at]!), () => ({ ...facts(), agreementFrom }))
    }
    if (this.hasBirths && !measure.isOfAgreement) {
      const birth = this.roster.days.birth[row]!
      if (from < birth) {
        const both = () => ({ ...facts(), birth: dayText(birth) })
        reportTo(problems, 'fact-day-before-birth', 'notice', this.at(line[at]!), both)
      }
    }
    const known = recorded[at]!
    if (known !== emptyDay && known < from) {
      const both = () => ({ ...facts(), recorded: dayText(known) })
      reportTo(problems, 'fact-recorded-early', 'notice', this.at(line[at]!), both)
    }
    if (this.isByAsked && codes.by[at] === emptyCode) {
      reportTo(problems, 'fact-recorder-missing', 'notice', this.at(line[at]!), () => ({ measure: measure.name }))
    }
  }
}

function tallyOf(file: string): FactsTally {
  return { file, rowsRead: 0, used: 0, notNeeded: 0, superseded: 0, withdrawals: 0, refused: 0 }
}

function textsOf(interner: Interner): string[] {
  return Array.from({ length: interner.size }, (_, code) => interner.textOf(code))
}
