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
 * A row is used, told twice or refused. One with a fault is refused: somebody of an agreement that is misspelt must not be
 * settled under another, nor somebody of an unknown track or way of leaving as if they had none.
 *
 * Problems, all at the row: person-twice, person-told-twice (notice), person-unit-unknown, person-family-unknown,
 * person-word-unknown (of a track, an exit, an agreement, or a yes or no), person-days-disordered (a notice where it can
 * happen), person-day-ahead (notice), people-none (notice), and those of the CSV reader; at the header, csv-column-missing
 * where there are several agreements and no column for them.
 */
import { type Day, type Place, type Problem } from '../base/index.ts'
import { type Agreement, peopleColumns } from '../terms/index.ts'
import { type Interner, emptyCode, emptyDay } from '../text/index.ts'
import { type GrowingWholes } from './growing.ts'
import { type CsvFile, type ReadingRules, openFile } from './headers.ts'
import { idOrder } from './id-order.ts'
import { type Coded, NO_CODE, NO_DAY } from './measure-facts.ts'
import { checkPeopleDays } from './people-days.ts'
import { type RawPeople, readRows } from './people-rows.ts'
import { nearestWord, reportTo } from './problem-list.ts'
import { type DayColumn, NOT_IN_ROSTER, ROW_REFUSED, type Roster, dayColumns, membersOf, units } from './roster.ts'

/** rowsRead = used + toldTwice + refused. */
export type PeopleTally = { rowsRead: number; used: number; toldTwice: number; refused: number }

export type ReadPeople = {
  roster: Roster
  /** Shared with the files of facts, so that a person is the same code everywhere. */
  ids: Interner
  /** The names of the file's columns, as they are written. */
  headers: readonly string[]
  problems: Problem[]
  problemCounts: ReadonlyMap<string, number>
  tally: PeopleTally
  /** Where to tell what follows from rows that were refused, and how many were only refused with their family. */
  refusedLast: Place
  membersRefused: number
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
  return { ...new RosterMaker(raw, agreement, options, opened.headers).make(), headers: opened.headers }
}

/** Puts the rows in order, resolves the words, and looks for what cannot be. */
class RosterMaker {
  private readonly raw: RawPeople
  private readonly agreement: Agreement
  private readonly options: PeopleOptions
  private readonly headers: readonly string[]
  /** 1 for each row of the file that is not used. */
  private readonly isOut: Uint8Array
  /** File rows in the order of the roster. */
  private order: Uint32Array<ArrayBuffer> = new Uint32Array(0)
  private isFileOrder = false
  private toldTwice = 0
  private refused = 0
  private refusedLast = 1
  private membersRefused = 0
  /** Their facts are not those of a stranger: the row of the person is what needs mending. */
  private readonly refusedIds: number[] = []

  constructor(raw: RawPeople, agreement: Agreement, options: PeopleOptions, headers: readonly string[]) {
    this.raw = raw
    this.agreement = agreement
    this.options = options
    this.headers = headers
    this.isOut = new Uint8Array(raw.id.length)
  }

  make(): Omit<ReadPeople, 'headers'> {
    const { raw } = this
    const { people } = this.agreement
    const unitOf = this.resolveUnits()
    const exit = this.resolveWords('exit', labelled(people.exits))
    const track = this.resolveWords('track', labelled(mapValues(people.tracks, (one) => one.label)))
    const pilot = this.resolveWords('pilot', yesAndNo)
    const { codes: agreementCodes, agreements } = this.resolveAgreements()
    const bounds = { writtenOn: this.options.writtenOn, runs: this.agreement.runs }
    checkPeopleDays(raw, bounds, {
      idAt: (at) => this.idAt(at),
      at: (at) => this.at(at),
      refuse: (at) => this.refuse(at),
    })
    this.takeOutTwins()
    while (this.takeOutStrays(unitOf)) continue
    this.order = this.orderOfRows()
    const count = this.order.length
    const unit = new Uint8Array(count)
    const rowOfCode = new Int32Array(raw.ids.size).fill(NOT_IN_ROSTER)
    for (const code of [...raw.refusedIds, ...this.refusedIds]) rowOfCode[code] = ROW_REFUSED
    const idCodes = this.inOrder(raw.id, 0)
    const unitWords = this.inOrder(raw.coded.unit, emptyCode)
    for (let row = 0; row < count; row++) {
      unit[row] = unitOf[unitWords[row]! + 1]!
      rowOfCode[idCodes[row]!] = row
    }
    const memberOf = this.inOrder(raw.coded.family, emptyCode).map((code) =>
      code === emptyCode ? -1 : rowOfCode[code]!,
    )
    const days = Object.fromEntries(dayColumns.map((column) => [column, this.daysInOrder(column)]))
    const roster: Roster = {
      count,
      file: raw.file,
      unit,
      memberOf,
      ...membersOf(memberOf),
      agreement: this.placed(agreementCodes),
      agreements,
      days: days as Record<DayColumn, Int32Array>,
      exit: this.placed(exit),
      exits: [...(people.exits?.keys() ?? [])],
      track: this.placed(track),
      tracks: [...(people.tracks?.keys() ?? [])],
      pilot: Uint8Array.from(this.placed(pilot), (answer) => (answer === 1 ? 1 : 0)),
      attributes: new Map(raw.attributes.map(({ name, words, codes }) => [name, this.attribute(words, codes)])),
      fileRow: new Uint32Array(this.inOrder(raw.line, 0)),
      idOf: (row) => raw.ids.textOf(idCodes[row]!),
      rowOf: (id) => {
        const row = rowOfCode[raw.ids.find(id) ?? -1] ?? -1
        return row < 0 ? undefined : row
      },
      rowOfCode,
    }
    this.tellNobody()
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
      refusedLast: this.placeOf(Math.max(this.refusedLast, raw.refusedLast)),
      membersRefused: this.membersRefused,
    }
  }

  /** Terms that only measure groups need nobody in the roster. Of a file that could not be read, why not is told already. */
  private tellNobody(): void {
    const { rowsRead, problems } = this.raw
    const isEmpty = rowsRead === 0 && problems.counts.size === 0
    const needsPeople = [...this.agreement.measures.values()].some((measure) => measure.of !== 'agreement')
    if (isEmpty && needsPeople) reportTo(problems, 'people-none', 'notice', () => this.placeOf(1))
  }

  private placeOf(line: number): Place {
    return { file: this.raw.file, line, column: 1, length: 0 }
  }

  private at(fileRow: number): () => Place {
    return () => this.placeOf(this.raw.line.at(fileRow))
  }

  /** A row with a fault is not used; the row and not the person's facts is what needs mending. */
  private refuse(fileRow: number): void {
    if (this.isOut[fileRow] === 1) return
    this.isOut[fileRow] = 1
    this.refused++
    this.refusedLast = Math.max(this.refusedLast, this.raw.line.at(fileRow))
    this.refusedIds.push(this.raw.id.at(fileRow))
  }

  private idAt(fileRow: number): string {
    return this.raw.ids.textOf(this.raw.id.at(fileRow))
  }

  /** The unit of each word code, one later since the empty word comes first; refuses rows whose word is none. */
  private resolveUnits(): Uint8Array {
    const { words, coded, problems } = this.raw
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
        this.refuse(at)
        const facts = () => ({ id: this.idAt(at), found: words.textOf(code), known: [...units, ...danish.slice(1)] })
        reportTo(problems, 'person-unit-unknown', 'wrong', this.at(at), facts, nearestWord(word, [...units, ...danish]))
      }
    }
    return unitOf
  }

  /** The file rows that become rows of the roster, in order of ids. */
  private orderOfRows(): Uint32Array<ArrayBuffer> {
    const { length } = this.raw.id
    const kept: number[] = []
    for (let at = 0; at < length; at++) if (this.isOut[at] === 0) kept.push(at)
    const order = idOrder(kept, (at) => this.idAt(at))
    this.isFileOrder = order.length === length && order.every((at, row) => at === row)
    return order
  }

  /** Of several rows with one id at most one stays. */
  private takeOutTwins(): void {
    const { id, ids } = this.raw
    const firstOf = new Int32Array(ids.size).fill(-1)
    const twins = new Map<number, number[]>()
    for (let at = 0; at < id.length; at++) {
      if (this.isOut[at] === 1) continue
      const code = id.at(at)
      const first = firstOf[code]!
      if (first < 0) firstOf[code] = at
      else twins.set(code, [...(twins.get(code) ?? [first]), at])
    }
    for (const rows of twins.values()) this.takeOutTwinsOf(rows)
  }

  /** Of rows told alike one stays; of rows told differently, none. */
  private takeOutTwinsOf(rows: readonly number[]): void {
    const [first, ...others] = rows as [number, ...number[]]
    const areAlike = others.every((at) => this.isAlike(first, at))
    if (!areAlike) for (const at of rows) this.refuse(at)
    for (const at of others) {
      if (areAlike) {
        this.isOut[at] = 1
        this.toldTwice++
      }
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
    return this.placed(column.toArray())
  }

  /** What each row of the file has, in the order of the roster. */
  private placed(inFile: Int32Array): Int32Array {
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

  /** Refuses members of a family that is not in the roster, and says if there were any: one may be a family itself. */
  private takeOutStrays(unitOf: Uint8Array): boolean {
    const { id, ids, coded, problems } = this.raw
    const { family } = coded
    if (family === undefined) return false
    const rowOf = new Int32Array(ids.size).fill(-1)
    for (let at = 0; at < id.length; at++) if (this.isOut[at] === 0) rowOf[id.at(at)] = at
    const unitAt = (at: number) => unitOf[(coded.unit?.at(at) ?? emptyCode) + 1]
    const refusedBefore = new Set([...this.raw.refusedIds, ...this.refusedIds])
    const before = this.refused
    for (let at = 0; at < id.length; at++) {
      const code = family.at(at)
      if (this.isOut[at] === 1 || code === emptyCode) continue
      const found = rowOf[code]!
      if (found >= 0 && unitAt(found) === familyUnit) continue
      this.refuse(at)
      const isPerson = found >= 0
      // The fault of the family's own row is told there, and what follows from it once.
      if (!isPerson && refusedBefore.has(code)) {
        this.membersRefused++
        continue
      }
      const facts = () => ({ id: this.idAt(at), found: ids.textOf(code), isPerson })
      reportTo(problems, 'person-family-unknown', 'wrong', this.at(at), facts)
    }
    return this.refused > before
  }

  /** Codes of words that the terms name, in the order of the file; `known` has several spellings for one code. */
  private resolveWords(column: 'exit' | 'track' | 'pilot', known: readonly (readonly string[])[]): Int32Array {
    const { words, coded, problems } = this.raw
    const codes = coded[column]?.toArray() ?? new Int32Array(this.raw.id.length).fill(NO_CODE)
    const codeOf = new Int32Array(words.size).fill(-2)
    for (let at = 0; at < codes.length; at++) {
      const word = codes[at]!
      if (word === emptyCode) continue
      if (codeOf[word] === -2) {
        const text = words.textOf(word).toLowerCase()
        codeOf[word] = known.findIndex((spellings) => spellings.some((spelling) => spelling.toLowerCase() === text))
      }
      codes[at] = codeOf[word]!
      if (codes[at]! >= 0) continue
      this.refuse(at)
      const texts = known.map((spellings) => spellings[0]!)
      const found = words.textOf(word)
      const facts = () => ({ id: this.idAt(at), column, found, known: texts })
      reportTo(problems, 'person-word-unknown', 'wrong', this.at(at), facts, nearestWord(found, texts))
    }
    return codes
  }

  /** The agreement of each row of the file, by its place among all of them in order. */
  private resolveAgreements(): { codes: Int32Array; agreements: string[] } {
    const { raw, options } = this
    const { words } = raw
    const column = raw.coded.agreement
    const textOf = (code: number) => (code === emptyCode ? '' : words.textOf(code))
    const codes = column?.toArray() ?? new Int32Array(raw.id.length)
    const names = options.agreements ?? (column === undefined ? [''] : Array.from(new Set(codes), textOf))
    const order = idOrder([...names.keys()], (index) => names[index]!)
    const agreements = Array.from(order, (index) => names[index]!)
    if (column === undefined) {
      if (agreements.length > 1) this.refuseAll()
      return { codes, agreements }
    }
    const indexOf = new Map(agreements.map((name, index) => [name, index]))
    // One later, since no word at all is a code too.
    const indexOfCode = Int32Array.from({ length: words.size + 1 }, (_, code) => indexOf.get(textOf(code - 1)) ?? -1)
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at]!
      codes[at] = indexOfCode[code + 1]!
      if (codes[at]! >= 0) continue
      this.refuse(at)
      const found = textOf(code)
      const known = agreements.slice(0, 100)
      const facts = () => ({ id: this.idAt(at), column: 'agreement', found, known })
      reportTo(raw.problems, 'person-word-unknown', 'wrong', this.at(at), facts, nearestWord(found, known))
    }
    return { codes, agreements }
  }

  /** Several agreements and no column that says whose anybody is: nobody can be settled under any of them. */
  private refuseAll(): void {
    const { raw } = this
    if (raw.id.length === 0) return
    for (let at = 0; at < raw.id.length; at++) this.refuse(at)
    const facts = () => ({ column: 'agreement', accepted: [...peopleColumns.agreement], found: [...this.headers] })
    reportTo(raw.problems, 'csv-column-missing', 'wrong', () => this.placeOf(1), facts)
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
}

const familyUnit = units.indexOf('family')

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
