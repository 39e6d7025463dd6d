/**
 * From files of facts to sorted columns.
 *
 *     person,measure,from,to,value                person;den;værdi;registreret        (in support-hours.csv)
 *     F1-a,placement,2022-05-01,2022-06-01,       F1;01.03.2022;12;04.03.2022
 *
 * A file may hold any measures, or be named after one. Every row is used, superseded or refused, and each refusal is a
 * problem with its line. Facts of a measure that nothing needs are read, checked, counted and let go.
 *
 * A row that supersedes another says which fact it corrects, and when it was recorded; with neither day nor value it
 * withdraws it. `corrections.ts` says what follows.
 *
 * Problems of a row that is refused: those of `fact-rows.ts` and `corrections.ts`. Of a file: facts-measure-unnamed,
 * facts-none (notice), facts-column-unknown (notice), fact-column-idle (notice), and those of the CSV reader.
 */
import { type Problem, assert } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type Batch, CsvReader, Interner } from '../text/index.ts'
import { settleCorrections } from './corrections.ts'
import { FactFileColumns, factBatchOf } from './fact-columns.ts'
import { FactMeasure } from './fact-measure.ts'
import { noteUnknownGroups } from './fact-notes.ts'
import { FactRows } from './fact-rows.ts'
import { type FactsTally, totalOf } from './facts-tally.ts'
import {
  type CsvFile,
  type OpenedFile,
  type ReadingRules,
  factColumns,
  openFile,
  plainName,
  readWhole,
} from './headers.ts'
import { type LeftOut } from './left-out.ts'
import { type MeasureFacts } from './measure-facts.ts'
import { nearestWord, reportTo } from './problem-list.ts'
import { type Roster } from './roster.ts'
import { type FactStore } from './store.ts'

export type ReadFacts = {
  store: FactStore
  problems: Problem[]
  problemCounts: ReadonlyMap<string, number>
  /** One for each file, in order of name. */
  files: FactsTally[]
  total: FactsTally
  /** Facts that wait for a fault of the file of people to be mended. */
  leftOut: LeftOut
}

export type FactsOptions = {
  rules: ReadingRules
  /** The measures to keep in memory; without it, all. */
  keep?: ReadonlySet<string>
  /** There is no file of people, or no row of it could be read: then nobody is a stranger. */
  isRosterUnread?: boolean
}

/** Reads files of facts about the people of a roster; `ids` is what reading the people gave. */
export function readFacts(
  files: readonly CsvFile[],
  roster: Roster,
  ids: Interner,
  agreement: Agreement,
  options: FactsOptions,
): ReadFacts {
  const { rules, keep, isRosterUnread: isUnread = false } = options
  const values = new Interner()
  const measures = [...agreement.measures].map(
    ([name, terms], index) => new FactMeasure(index, name, terms, values, rules, keep?.has(name) ?? true),
  )
  const rows = new FactRows({ roster, isUnread }, ids, agreement, measures, values)
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const file of inOrder) readFile(openFile(file), rows, rules)

  settleCorrections(measures, rows)
  noteUnknownGroups(rows, agreement)
  const tallies = rows.tallies.map((tally) => ({ ...tally }))
  return {
    store: { roster, agreement, measures: sortedMeasures(measures, rows), groups: rows.groups, sources: rows.sources },
    problems: rows.problems.sorted(),
    problemCounts: rows.problems.counts,
    files: tallies,
    total: totalOf(tallies),
    leftOut: rows.refusals.leftOut,
  }
}

function readFile(file: OpenedFile, rows: FactRows, rules: ReadingRules): void {
  const columns = new FactFileColumns(file, rules.columns)
  const only = columns.has('measure') ? undefined : measureOfFile(file.name, rows)
  rows.openFile(file.name, only, columns.has('by'))
  const atTop = () => ({ file: file.name, line: 1, column: 1, length: 0 })
  if (!columns.has('measure') && only === undefined && file.headers.length > 0) {
    const known = rows.measures.map(({ name }) => name)
    const accepted = [...factColumns.measure]
    const choices = nearestWord(stemOf(file.name), known).map(({ paste }) => ({ paste: `${paste}.csv` }))
    reportTo(rows.problems, 'facts-measure-unnamed', 'wrong', atTop, () => ({ accepted, known }), choices)
    return rows.closeFile()
  }
  const hasGroups = only === undefined ? rows.measures.some((measure) => measure.isOfAgreement) : only.isOfAgreement
  const reader = new CsvReader({
    file: file.name,
    columns: columns.specs(!hasGroups),
    rules,
    interners: rows.interners,
    onBatch: (batch: Batch) => rows.take(factBatchOf(batch, columns), batch.count),
  })
  const summary = readWhole(reader, file)
  rows.problems.include(summary.problems, summary.problemCounts)
  rows.countUnread(summary.rowsRefused)
  const known = Object.values(factColumns).flat()
  for (const found of summary.unmatched) {
    const choices = nearestWord(plainName(found), known)
    reportTo(rows.problems, 'facts-column-unknown', 'notice', atTop, () => ({ found, known }), choices)
  }
  if (summary.rowsRead === 0 && summary.problems.length === 0) reportTo(rows.problems, 'facts-none', 'notice', atTop)
  rows.closeFile(summary.delimiter)
  assert(rows.tallies.at(-1)!.rowsRead === summary.rowsRead, 'every row of a file is counted')
}

/** `facts/support-hours.csv` is about support-hours, if there is such a measure. */
function measureOfFile(file: string, rows: FactRows): FactMeasure | undefined {
  const stem = stemOf(file)
  return rows.measures.find(({ name }) => name === stem)
}

function stemOf(file: string): string {
  return plainName(file.slice(file.lastIndexOf('/') + 1).replace(/\.csv$/i, ''))
}

/** The facts of each measure that is kept. What was staged for a measure is let go as soon as it is sorted. */
function sortedMeasures(measures: FactMeasure[], rows: FactRows): Map<string, MeasureFacts> {
  const words = rows.wordsInUse()
  const sorted = new Map<string, MeasureFacts>()
  for (let next = measures.shift(); next !== undefined; next = measures.shift()) {
    if (!next.isKept) continue
    const { groups, roster } = rows
    const count = next.isOfAgreement ? groups.count : roster.count
    next.staging.recode('item', words.placeOfItem)
    const facts = next.staging.sorted(count, words.texts, next.extraScale, (code) => rows.factIdOf(code))
    const namesGroups = next.isOfAgreement ? groups.namedIn(facts.first, roster.agreements.length) : facts.namesGroups
    sorted.set(next.name, { ...facts, namesGroups })
  }
  return sorted
}
