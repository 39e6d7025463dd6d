/**
 * From `people.csv` to the roster.
 *
 *     id,unit,member-of,start,end,birth          nr;enhed;familie;start;slut;født
 *     F1,family,,2022-03-01,2022-12-31,          F1;familie;;01.03.2022;31.12.2022;
 *     F1-a,child,F1,,,2014-05-06                 F1-a;barn;F1;;;06.05.2014
 *
 * Somebody without a start has not started; that is no problem. Two rows with one id are one person told twice: told
 * alike, the second is passed over; told differently, neither counts, since nobody can say which is right.
 *
 * Problems, all at the row: person-twice, person-told-twice (notice), person-unit-unknown, person-family-unknown,
 * person-word-unknown (of a track, an exit, an agreement, or a yes or no), person-days-disordered, person-day-ahead
 * (notice), person-day-outside (notice), people-none (notice), and those of the CSV reader.
 */
import { type Day, type Place, type Problem, dayText } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type Interner, emptyCode, emptyDay } from '../text/index.ts'
import { earliestUsual } from './fact-notes.ts'
import { type GrowingWholes } from './growing.ts'
import { type CsvFile, type ReadingRules, openFile } from './headers.ts'
import { idOrder } from './id-order.ts'
import { type Coded, NO_CODE, NO_DAY } from './measure-facts.ts'
import { type RawPeople, readRows } from './people-rows.ts'
import { nearestWord, reportTo } from './problem-list.ts'
import { type DayColumn, NOT_IN_ROSTER, ROW_REFUSED, type Roster, dayColumns, membersOf, units } from './roster.ts'

/** rowsRead = used + toldTwice + refused. */
export type PeopleTally = { rowsRead: number; used: number; toldTwice: number; refused: number }

export type ReadPeople = {
  roster: Roster
  /** Shared with the files of facts, so that a person is the same code everywhere. */
  ids: Interner
  problems: Problem[]
  problemCounts: ReadonlyMap<string, number>
  tally: PeopleTally
}

export type PeopleOptions = {
  rules: ReadingRules
  /** The agreements there are, when one set of terms serves several; others are unknown. */
  agreements?: readonly string[]
  /** The day the file was written. What it says of later days, a start apart, is worth a look. */
  writtenOn?: Day
}

/** Reads people.csv into a roster in order of ids. A file without rows gives an empty roster. */
export function readPeople(file: CsvFile, agreement: Agreement, options: PeopleOptions): ReadPeople {
  const opened = openFile(file)
  const raw = readRows(opened, options.rules)
  return new RosterMaker(raw, agreement, options).make()
}

/** Puts the rows in order, resolves the words, and looks for what cannot be. */
class RosterMaker {
  private readonly raw: RawPeople
  private readonly agreement: Agreement
  private readonly options: PeopleOptions
  /** File rows in the order of the roster. */
  private order: Uint32Array<ArrayBuffer> = new Uint32Array(0)
  private isFileOrder = false
  private toldTwice = 0
  private refused = 0
  /** Their facts are not those of a stranger: the row of the person is what needs mending. */
  private readonly refusedIds: number[] = []

  constructor(raw: RawPeople, agreement: Agreement, options: PeopleOptions) {
    this.raw = raw
    this.agreement = agreement
    this.options = options
  }

  make(): ReadPeople {
    const { raw } = this
    const unitOf = this.resolveUnits()
    this.order = this.orderOfRows(unitOf)
    const count = this.order.length
    const unit = new Uint8Array(count)
    const rowOfCode = new Int32Array(raw.ids.size).fill(NOT_IN_ROSTER)
    for (const code of this.refusedIds) rowOfCode[code] = ROW_REFUSED
    const idCodes = this.inOrder(raw.id, 0)
    const unitWords = this.inOrder(raw.coded.unit, emptyCode)
    for (let row = 0; row < count; row++) {
      unit[row] = unitOf[unitWords[row]! + 1]!
      rowOfCode[idCodes[row]!] = row
    }
    const memberOf = this.resolveFamilies(unit, rowOfCode)
    const days = Object.fromEntries(dayColumns.map((column) => [column, this.daysInOrder(column)]))
    const { people } = this.agreement
    const roster: Roster = {
      count,
      file: raw.file,
      unit,
      memberOf,
      ...membersOf(memberOf),
      ...this.resolveAgreements(),
      days: days as Record<DayColumn, Int32Array>,
      exit: this.resolveWords('exit', labelled(people.exits)),
      exits: [...(people.exits?.keys() ?? [])],
      track: this.resolveWords('track', labelled(mapValues(people.tracks, (track) => track.label))),
      tracks: [...(people.tracks?.keys() ?? [])],
      pilot: Uint8Array.from(this.resolveWords('pilot', yesAndNo), (answer) => (answer === 1 ? 1 : 0)),
      attributes: new Map(raw.attributes.map(({ name, words, codes }) => [name, this.attribute(words, codes)])),
      fileRow: new Uint32Array(this.inOrder(raw.line, 0)),
      idOf: (row) => raw.ids.textOf(idCodes[row]!),
      rowOf: (id) => {
        const row = rowOfCode[raw.ids.find(id) ?? -1] ?? -1
        return row < 0 ? undefined : row
      },
      rowOfCode,
    }
    this.checkDays(roster)
    if (raw.rowsRead === 0 && this.needsPeople()) reportTo(raw.problems, 'people-none', 'notice', () => this.placeOf(1))
    return {
      roster,
      ids: raw.ids,
      problems: raw.problems.sorted(),
      problemCounts: raw.problems.counts,
      tally: {
        rowsRead: raw.rowsRead,
        used: count,
        toldTwice: this.toldTwice,
        refused: raw.rowsRefused + this.refused,
      },
    }
  }

  /** Terms that only measure groups need nobody in the roster. */
  private needsPeople(): boolean {
    return [...this.agreement.measures.values()].some((measure) => measure.of !== 'agreement')
  }

  private placeOf(line: number): Place {
    return { file: this.raw.file, line, column: 1, length: 0 }
  }

  private at(fileRow: number): () => Place {
    return () => this.placeOf(this.raw.line.at(fileRow))
  }

  private atRow(row: number): () => Place {
    return this.at(this.order[row]!)
  }

  private idOfRow(row: number): string {
    return this.idAt(this.order[row]!)
  }

  private idAt(fileRow: number): string {
    return this.raw.ids.textOf(this.raw.id.at(fileRow))
  }

  /** The unit of each word code, one later since the empty word comes first; 255 for a word that is none. */
  private resolveUnits(): Uint8Array {
    const { words, coded } = this.raw
    const unitOf = new Uint8Array(words.size + 1).fill(255)
    unitOf[0] = units.indexOf(this.agreement.people.subject)
    const danish = ['person', 'familie', 'barn', 'forælder']
    if (coded.unit === undefined) return unitOf
    for (let at = 0; at < coded.unit.length; at++) {
      const code = coded.unit.at(at)
      if (code === emptyCode || unitOf[code + 1] !== 255) continue
      const word = words.textOf(code).toLowerCase()
      const unit = Math.max((units as readonly string[]).indexOf(word), danish.indexOf(word))
      if (unit >= 0) unitOf[code + 1] = unit
      else {
        const facts = () => ({ id: this.idAt(at), found: words.textOf(code), known: [...units, ...danish.slice(1)] })
        reportTo(
          this.raw.problems,
          'person-unit-unknown',
          'wrong',
          this.at(at),
          facts,
          nearestWord(word, [...units, ...danish]),
        )
      }
    }
    return unitOf
  }

  /** The file rows that become rows of the roster, in order of ids: those with a unit, and one of those told twice. */
  private orderOfRows(unitOf: Uint8Array): Uint32Array<ArrayBuffer> {
    const { id, coded, ids } = this.raw
    const firstOf = new Int32Array(ids.size).fill(-1)
    const isOut = new Uint8Array(id.length)
    const twins = new Map<number, number[]>()
    for (let at = 0; at < id.length; at++) {
      const code = id.at(at)
      if (coded.unit !== undefined && unitOf[coded.unit.at(at) + 1] === 255) {
        isOut[at] = 1
        this.refused++
        this.refusedIds.push(code)
        continue
      }
      const first = firstOf[code]!
      if (first < 0) firstOf[code] = at
      else twins.set(code, [...(twins.get(code) ?? [first]), at])
    }
    for (const rows of twins.values()) this.takeOutTwins(rows, isOut)
    const kept: number[] = []
    for (let at = 0; at < id.length; at++) if (isOut[at] === 0) kept.push(at)
    const order = idOrder(kept, (at) => this.idAt(at))
    this.isFileOrder = order.length === id.length && order.every((at, row) => at === row)
    return order
  }

  /** Of rows told alike one stays; of rows told differently, none. */
  private takeOutTwins(rows: readonly number[], isOut: Uint8Array): void {
    const [first, ...others] = rows as [number, ...number[]]
    const areAlike = others.every((at) => this.isAlike(first, at))
    if (areAlike) this.toldTwice += others.length
    else {
      this.refused += rows.length
      isOut[first] = 1
      this.refusedIds.push(this.raw.id.at(first))
    }
    for (const at of others) {
      isOut[at] = 1
      const facts = () => ({ id: this.idAt(at), otherLine: this.raw.line.at(first) })
      if (areAlike) reportTo(this.raw.problems, 'person-told-twice', 'notice', this.at(at), facts)
      else reportTo(this.raw.problems, 'person-twice', 'wrong', this.at(at), facts)
    }
  }

  private isAlike(a: number, b: number): boolean {
    const { days, coded, attributes } = this.raw
    const columns = [...Object.values(days), ...Object.values(coded), ...attributes.map(({ codes }) => codes)]
    return columns.every((column) => column.at(a) === column.at(b))
  }

  /** A column in the order of the roster; one that the file does not have holds `missing` throughout. */
  private inOrder(column: GrowingWholes | undefined, missing: number): Int32Array {
    if (column === undefined) return new Int32Array(this.order.length).fill(missing)
    const inFile = column.toArray()
    if (this.isFileOrder) return inFile
    const { order } = this
    const sorted = new Int32Array(order.length)
    for (let row = 0; row < order.length; row++) sorted[row] = inFile[order[row]!]!
    return sorted
  }

  private daysInOrder(column: DayColumn): Int32Array {
    const days = this.inOrder(this.raw.days[column], NO_DAY)
    for (let row = 0; row < days.length; row++) if (days[row] === emptyDay) days[row] = NO_DAY
    return days
  }

  private resolveFamilies(unit: Uint8Array, rowOfCode: Int32Array): Int32Array {
    const { coded, ids, problems } = this.raw
    const familyUnit = units.indexOf('family')
    const families = this.inOrder(coded.family, emptyCode)
    for (let row = 0; row < families.length; row++) {
      const code = families[row]!
      if (code === emptyCode) continue
      const family = rowOfCode[code]!
      const isFamily = family >= 0 && unit[family] === familyUnit
      families[row] = isFamily ? family : -1
      if (isFamily) continue
      const facts = () => ({ id: this.idOfRow(row), found: ids.textOf(code), isPerson: family >= 0 })
      reportTo(problems, 'person-family-unknown', 'wrong', this.atRow(row), facts)
    }
    return families
  }

  /** Codes of words that the terms name; `known` has several spellings for one code. */
  private resolveWords(column: 'exit' | 'track' | 'pilot', known: readonly (readonly string[])[]): Int32Array {
    const { words, coded, problems } = this.raw
    const codes = this.inOrder(coded[column], NO_CODE)
    const codeOf = new Int32Array(words.size).fill(-2)
    for (let row = 0; row < codes.length; row++) {
      const word = codes[row]!
      if (word === emptyCode) continue
      if (codeOf[word] === -2) {
        const text = words.textOf(word).toLowerCase()
        codeOf[word] = known.findIndex((spellings) => spellings.some((spelling) => spelling.toLowerCase() === text))
      }
      codes[row] = codeOf[word]!
      if (codes[row]! >= 0) continue
      const texts = known.map((spellings) => spellings[0]!)
      const found = words.textOf(word)
      const facts = () => ({ id: this.idOfRow(row), column, found, known: texts })
      reportTo(problems, 'person-word-unknown', 'wrong', this.atRow(row), facts, nearestWord(found, texts))
    }
    return codes
  }

  private resolveAgreements(): { agreement: Int32Array; agreements: string[] } {
    const { raw, options } = this
    const { words } = raw
    const agreement = this.inOrder(raw.coded.agreement, NO_CODE)
    if (raw.coded.agreement === undefined) {
      return { agreement: agreement.fill(0), agreements: [options.agreements?.[0] ?? ''] }
    }
    const textOf = (code: number) => (code === emptyCode ? '' : words.textOf(code))
    const names = options.agreements ?? Array.from(new Set(agreement), textOf)
    const order = idOrder([...names.keys()], (index) => names[index]!)
    const agreements = Array.from(order, (index) => names[index]!)
    const indexOf = new Map(agreements.map((name, index) => [name, index]))
    // One later, since no word at all is a code too.
    const indexOfCode = Int32Array.from({ length: words.size + 1 }, (_, code) => indexOf.get(textOf(code - 1)) ?? -1)
    for (let row = 0; row < agreement.length; row++) {
      const code = agreement[row]!
      agreement[row] = Math.max(0, indexOfCode[code + 1]!)
      if (indexOfCode[code + 1]! >= 0) continue
      const found = textOf(code)
      const known = agreements.slice(0, 100)
      const facts = () => ({ id: this.idOfRow(row), column: 'agreement', found, known })
      reportTo(raw.problems, 'person-word-unknown', 'wrong', this.atRow(row), facts, nearestWord(found, known))
    }
    return { agreement, agreements }
  }

  private attribute(words: Interner, codes: GrowingWholes): Coded {
    const texts = Array.from({ length: words.size }, (_, code) => words.textOf(code))
    const order = texts.map((_, code) => code).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1))
    const place = new Int32Array(order.length)
    for (const [index, code] of order.entries()) place[code] = index
    const inOrder = this.inOrder(codes, NO_CODE)
    for (let row = 0; row < inOrder.length; row++) if (inOrder[row] !== emptyCode) inOrder[row] = place[inOrder[row]!]!
    return { codes: inOrder, words: order.map((code) => texts[code]!) }
  }

  private checkDays(roster: Roster): void {
    const { days } = roster
    const { writtenOn } = this.options
    const pairs = dayPairs.filter(([earlier, later]) => earlier in this.raw.days && later in this.raw.days)
    for (let row = 0; row < roster.count; row++) {
      this.noteOutside(roster, row)
      for (const [earlier, later, severity] of pairs) {
        const [first, second] = [days[earlier][row]!, days[later][row]!]
        if (first === NO_DAY || second === NO_DAY || first <= second) continue
        const facts = () => ({
          id: roster.idOf(row),
          earlier,
          later,
          earlierDay: dayText(first),
          laterDay: dayText(second),
        })
        reportTo(this.raw.problems, 'person-days-disordered', severity, this.atRow(row), facts)
      }
      if (writtenOn === undefined) continue
      for (const column of ['referral', 'birth', 'observedTo', 'exitOn'] as const) {
        const day = days[column][row]!
        // The day after the file is the first we know nothing about.
        if (day <= writtenOn + (column === 'observedTo' ? 1 : 0)) continue
        const facts = () => ({ id: roster.idOf(row), column, day: dayText(day), writtenOn: dayText(writtenOn) })
        reportTo(this.raw.problems, 'person-day-ahead', 'notice', this.atRow(row), facts)
      }
    }
  }

  /** Who comes in after the agreement, or as long before it as a fact is seldom about it, is most often a slip of the pen. */
  private noteOutside({ days, idOf }: Roster, row: number): void {
    const { runs } = this.agreement
    for (const column of comingIn) {
      const day = days[column][row]!
      if (day === NO_DAY || (day >= earliestUsual(runs) && day <= runs.through)) continue
      const facts = () => ({
        id: idOf(row),
        column,
        day: dayText(day),
        begins: dayText(runs.from),
        through: dayText(runs.through),
      })
      reportTo(this.raw.problems, 'person-day-outside', 'notice', this.atRow(row), facts)
    }
  }
}

/** The days that say when somebody comes into the agreement. */
const comingIn = ['referral', 'start'] as const

/** What comes first of two days. A referral written down after the start happens, and is worth a look. */
const dayPairs: readonly (readonly [DayColumn, DayColumn, 'wrong' | 'notice'])[] = [
  ['referral', 'start', 'notice'],
  ['start', 'end', 'wrong'],
  ['birth', 'start', 'wrong'],
  ['birth', 'referral', 'wrong'],
  ['start', 'exitOn', 'notice'],
]

const yesAndNo = [
  ['no', 'nej'],
  ['yes', 'ja'],
] as const

type Labels = { da: string; en: string }

/** A name of the terms may be written in the files as the name itself, or as its label in either language. */
function labelled(names: ReadonlyMap<string, Labels> | undefined): string[][] {
  return [...(names ?? [])].map(([name, { da, en }]) => [name, da, en])
}

function mapValues<From, To>(map: ReadonlyMap<string, From> | undefined, to: (from: From) => To): Map<string, To> {
  return new Map([...(map ?? [])].map(([name, value]) => [name, to(value)]))
}
