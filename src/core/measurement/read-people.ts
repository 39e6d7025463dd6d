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
 * (notice), people-none (notice), and those of the CSV reader.
 */
import { type Day, type Place, type Problem, dayText } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type Batch, type ColumnSpec, CsvReader, Interner, emptyCode, emptyDay } from '../text/index.ts'
import { GrowingWholes } from './growing.ts'
import {
  type CsvFile,
  type OpenedFile,
  type PeopleColumn,
  type ReadingRules,
  columnSpec,
  headersFor,
  openFile,
  ourName,
  peopleColumns,
} from './headers.ts'
import { idOrder } from './id-order.ts'
import { type Coded, NO_CODE, NO_DAY } from './measure-facts.ts'
import { ProblemList, nearestWord, reportTo } from './problem-list.ts'
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

const wordColumns = ['unit', 'family', 'agreement', 'track', 'exit', 'pilot'] as const
type WordColumn = (typeof wordColumns)[number]

/** The rows as they stand in the file. */
type RawPeople = {
  file: string
  ids: Interner
  words: Interner
  id: GrowingWholes
  line: GrowingWholes
  days: Record<DayColumn, GrowingWholes>
  coded: Record<WordColumn, GrowingWholes>
  hasAgreements: boolean
  attributes: { name: string; words: Interner; codes: GrowingWholes }[]
  problems: ProblemList
  rowsRead: number
  rowsRefused: number
}

function readRows(file: OpenedFile, rules: ReadingRules): RawPeople {
  const ids = new Interner()
  const words = new Interner()
  const found = (column: PeopleColumn) => headersFor(file.headers, peopleColumns[column], rules.columns)
  const known = new Set((Object.keys(peopleColumns) as PeopleColumn[]).flatMap(found))
  const attributes = file.headers
    .filter((header) => header !== '' && !known.has(header.toLowerCase()))
    .map((header) => ({ header: header.toLowerCase(), name: ourName(header, rules.columns) }))
    .filter(({ header }, index, all) => all.findIndex((other) => other.header === header) === index)
    .map(({ header, name }) => ({ header, name, words: new Interner(), codes: new GrowingWholes() }))

  const spec = (column: PeopleColumn, type: ColumnSpec['type']) =>
    columnSpec(column, found(column), peopleColumns[column], type, column === 'id')
  const columns: ColumnSpec[] = [
    spec('id', 'id'),
    ...dayColumns.map((column) => spec(column, 'day')),
    ...wordColumns.map((column) => spec(column, column === 'family' ? 'id' : 'word')),
    ...attributes.map(({ header }) => columnSpec(`attribute ${header}`, [header], [header], 'word')),
  ]
  const interners: Record<string, Interner> = { id: ids, family: ids }
  for (const column of wordColumns) if (column !== 'family') interners[column] = words
  for (const { header, words: own } of attributes) interners[`attribute ${header}`] = own

  const raw: RawPeople = {
    file: file.name,
    ids,
    words,
    id: new GrowingWholes(),
    line: new GrowingWholes(),
    days: growingFor(dayColumns),
    coded: growingFor(wordColumns),
    hasAgreements: found('agreement').length > 0,
    attributes,
    problems: new ProblemList(),
    rowsRead: 0,
    rowsRefused: 0,
  }
  const onBatch = (batch: Batch) => {
    copy(batch.codes('id'), batch.count, raw.id)
    copy(batch.row, batch.count, raw.line)
    for (const column of dayColumns) copy(batch.days(column), batch.count, raw.days[column])
    for (const column of wordColumns) copy(batch.codes(column), batch.count, raw.coded[column])
    for (const { header, codes } of attributes) copy(batch.codes(`attribute ${header}`), batch.count, codes)
  }
  const reader = new CsvReader({ file: file.name, columns, rules, interners, onBatch })
  for (const chunk of file.chunks) reader.push(chunk)
  const summary = reader.end()
  raw.problems.include(summary.problems, summary.problemCounts)
  raw.rowsRead = summary.rowsRead
  raw.rowsRefused = summary.rowsRefused
  return raw
}

function growingFor<Name extends string>(names: readonly Name[]): Record<Name, GrowingWholes> {
  return Object.fromEntries(names.map((name) => [name, new GrowingWholes()])) as Record<Name, GrowingWholes>
}

function copy(from: Int32Array, count: number, to: GrowingWholes): void {
  for (let at = 0; at < count; at++) to.push(from[at]!)
}

/** Puts the rows in order, resolves the words, and looks for what cannot be. */
class RosterMaker {
  private readonly raw: RawPeople
  private readonly agreement: Agreement
  private readonly options: PeopleOptions
  /** File rows in the order of the roster. */
  private order: Uint32Array<ArrayBuffer> = new Uint32Array(0)
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
    const idCodes = this.inOrder(raw.id)
    for (let row = 0; row < count; row++) {
      unit[row] = unitOf[raw.coded.unit.at(this.order[row]!) + 1]!
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
      fileRow: Uint32Array.from(this.inOrder(raw.line)),
      idOf: (row) => raw.ids.textOf(idCodes[row]!),
      rowOf: (id) => {
        const row = rowOfCode[raw.ids.find(id) ?? -1] ?? -1
        return row < 0 ? undefined : row
      },
      rowOfCode,
    }
    this.checkDays(roster)
    if (raw.rowsRead === 0) reportTo(raw.problems, 'people-none', 'notice', () => this.placeOf(1))
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

  private placeOf(line: number): Place {
    return { file: this.raw.file, line, column: 1, length: 0 }
  }

  private at(fileRow: number): () => Place {
    return () => this.placeOf(this.raw.line.at(fileRow))
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
      if (unitOf[coded.unit.at(at) + 1] === 255) {
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
    return idOrder(kept, (at) => this.idAt(at))
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

  private inOrder(column: GrowingWholes): Int32Array {
    return Int32Array.from(this.order, (at) => column.at(at))
  }

  private daysInOrder(column: DayColumn): Int32Array {
    const days = this.raw.days[column]
    return Int32Array.from(this.order, (at) => (days.at(at) === emptyDay ? NO_DAY : days.at(at)))
  }

  private resolveFamilies(unit: Uint8Array, rowOfCode: Int32Array): Int32Array {
    const { coded, ids } = this.raw
    const familyUnit = units.indexOf('family')
    return Int32Array.from(this.order, (at) => {
      const code = coded.family.at(at)
      if (code === emptyCode) return -1
      const family = rowOfCode[code]!
      if (family >= 0 && unit[family] === familyUnit) return family
      const isPerson = family >= 0
      const facts = () => ({ id: this.idAt(at), found: ids.textOf(code), isPerson })
      reportTo(this.raw.problems, 'person-family-unknown', 'wrong', this.at(at), facts)
      return -1
    })
  }

  /** Codes of words that the terms name; `known` has several spellings for one code. */
  private resolveWords(column: 'exit' | 'track' | 'pilot', known: readonly (readonly string[])[]): Int32Array {
    const { words, coded } = this.raw
    const codeOf = new Int32Array(words.size).fill(-2)
    return Int32Array.from(this.order, (at) => {
      const word = coded[column].at(at)
      if (word === emptyCode) return NO_CODE
      if (codeOf[word] === -2) {
        const text = words.textOf(word).toLowerCase()
        codeOf[word] = known.findIndex((spellings) => spellings.some((spelling) => spelling.toLowerCase() === text))
      }
      const code = codeOf[word]!
      if (code >= 0) return code
      const texts = known.map((spellings) => spellings[0]!)
      const found = words.textOf(word)
      const facts = () => ({ id: this.idAt(at), column, found, known: texts })
      reportTo(this.raw.problems, 'person-word-unknown', 'wrong', this.at(at), facts, nearestWord(found, texts))
      return NO_CODE
    })
  }

  private resolveAgreements(): { agreement: Int32Array; agreements: string[] } {
    const { raw, options } = this
    if (!raw.hasAgreements) {
      return { agreement: new Int32Array(this.order.length), agreements: [options.agreements?.[0] ?? ''] }
    }
    const used = new Set<number>()
    for (const at of this.order) used.add(raw.coded.agreement.at(at))
    const textOf = (code: number) => (code === emptyCode ? '' : raw.words.textOf(code))
    const names = options.agreements ?? [...used].map(textOf)
    const agreements = Array.from(
      idOrder([...names.keys()], (index) => names[index]!),
      (index) => names[index]!,
    )
    const indexOf = new Map(agreements.map((name, index) => [name, index]))
    const agreement = Int32Array.from(this.order, (at) => {
      const found = textOf(raw.coded.agreement.at(at))
      const index = indexOf.get(found)
      if (index !== undefined) return index
      const facts = () => ({ id: this.idAt(at), column: 'agreement', found, known: agreements.slice(0, 100) })
      reportTo(
        this.raw.problems,
        'person-word-unknown',
        'wrong',
        this.at(at),
        facts,
        nearestWord(found, agreements.slice(0, 100)),
      )
      return 0
    })
    return { agreement, agreements }
  }

  private attribute(words: Interner, codes: GrowingWholes): Coded {
    const texts = Array.from({ length: words.size }, (_, code) => words.textOf(code))
    const order = texts.map((_, code) => code).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1))
    const place = new Int32Array(order.length)
    for (const [index, code] of order.entries()) place[code] = index
    const inOrder = Int32Array.from(this.order, (at) => {
      const code = codes.at(at)
      return code === emptyCode ? NO_CODE : place[code]!
    })
    return { codes: inOrder, words: order.map((code) => texts[code]!) }
  }

  private checkDays(roster: Roster): void {
    const { days } = roster
    const { writtenOn } = this.options
    for (let row = 0; row < roster.count; row++) {
      for (const [earlier, later, severity] of dayPairs) {
        const [first, second] = [days[earlier][row]!, days[later][row]!]
        if (first === NO_DAY || second === NO_DAY || first <= second) continue
        const facts = () => ({
          id: roster.idOf(row),
          earlier,
          later,
          earlierDay: dayText(first),
          laterDay: dayText(second),
        })
        reportTo(this.raw.problems, 'person-days-disordered', severity, this.at(this.order[row]!), facts)
      }
      if (writtenOn === undefined) continue
      for (const column of ['referral', 'birth', 'observedTo', 'exitOn'] as const) {
        const day = days[column][row]!
        // The day after the file is the first we know nothing about.
        if (day <= writtenOn + (column === 'observedTo' ? 1 : 0)) continue
        const facts = () => ({ id: roster.idOf(row), column, day: dayText(day), writtenOn: dayText(writtenOn) })
        reportTo(this.raw.problems, 'person-day-ahead', 'notice', this.at(this.order[row]!), facts)
      }
    }
  }
}

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
