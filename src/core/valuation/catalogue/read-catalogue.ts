/**
 * A catalogue from its files: the national one, and local ones on top of it.
 *
 *     prices.csv benefits.csv indexes.csv discount-rates.csv rules.csv reforms.csv accounts.csv, any of which may be missing
 *
 * Local beats national: an id of a price, a guide, a rule, a reform or an account function that a local file has takes the
 * place of all national rows of it; of an index, the year of the family. The case that surprises: a row holds until the next
 * of its id begins, so only rows that begin on one day, or a last day that reaches into the next row, are two at once.
 *
 * Problems: those of the files; catalogue-file-unknown, catalogue-row-twice, catalogue-index-unknown,
 * catalogue-benefit-unknown, catalogue-steps-broken.
 */
import { type Fact, type Problem, dayText, problem, sortProblems } from '../../base/index.ts'
import { type ReadingRules, nearest } from '../../text/index.ts'
import { type Catalogue, type DiscountStep, type Origin, type Price, type Provenance } from './catalogue.ts'
import { accounts, benefits, discountRates, indexes, prices, reforms, rules, tableKinds } from './kinds.ts'
import { type CatalogueFile, type TableKind, readTable } from './table.ts'

/** Files that belong together. A local layer may say how its numbers and days are written, and is asked where a field can be read in two ways; a national one writes 1234.5 and 2026-04-01. */
export type CatalogueLayer = { origin: Origin; files: readonly CatalogueFile[]; reading?: ReadingRules }

export type CatalogueRead = { catalogue: Catalogue; problems: Problem[] }

/** Later layers lie on top of earlier ones. */
export function readCatalogue(layers: readonly CatalogueLayer[]): CatalogueRead {
  const problems: Problem[] = layers.flatMap((layer) => layer.files.flatMap(unknownFile))
  const stacked = <Of>(kind: TableKind<Of>): Of[][] => layers.map((layer) => rowsOf(kind, layer, problems))

  const priced = stack(
    zip(stacked(prices), stacked(benefits)),
    (price) => price.id,
    (price) => price.valid.from,
  )
  const estimated = stack(
    stacked(indexes),
    ({ family, year }) => `${family} ${year}`,
    ({ estimatedOn }) => estimatedOn,
  )
  const guided = stack(
    stacked(discountRates),
    ({ guide }) => guide,
    ({ fromYear }) => fromYear,
  )
  const ruled = stack(
    stacked(rules),
    ({ rule }) => rule,
    ({ valid }) => valid.from,
  )
  const reformed = stack(
    stacked(reforms),
    ({ id }) => id,
    ({ on }) => on,
  )
  const numbered = stack(
    stacked(accounts),
    ({ id }) => id,
    ({ valid }) => valid.from,
  )
  const catalogue: Catalogue = {
    prices: priced.rows,
    beaten: priced.beaten,
    indexes: byFamily([...estimated.rows.values()].flat()),
    discountGuides: guided.rows,
    rules: ruled.rows,
    reforms: [...reformed.rows.values()].flat().sort((a, b) => a.on - b.on),
    accounts: numbered.rows,
  }
  problems.push(...rowsTwice(catalogue), ...unknownNames(catalogue), ...brokenSteps(catalogue))
  return { catalogue, problems: sortProblems(problems) }
}

function rowsOf<Of>(kind: TableKind<Of>, { origin, files, reading }: CatalogueLayer, problems: Problem[]): Of[] {
  const usual: ReadingRules =
    origin === 'national'
      ? { numbers: 'international', dates: 'day-month-year' }
      : { numbers: 'unstated', dates: 'unstated' }
  const rules = reading ?? usual
  return files
    .filter((file) => baseName(file) === kind.name)
    .flatMap((file) => {
      const read = readTable(kind, file, { origin, rules })
      problems.push(...read.problems)
      return read.rows
    })
}

const baseName = ({ name }: CatalogueFile): string => name.slice(name.lastIndexOf('/') + 1).replace(/\.csv$/, '')

function unknownFile(file: CatalogueFile): Problem[] {
  const known = Object.keys(tableKinds)
  if (known.includes(baseName(file))) return []
  const at = { file: file.name, line: 1, column: 1, length: 0 }
  const near = nearest(baseName(file), known)
  const choices = (near === undefined ? [] : [near]).map((name) => ({ paste: `${name}.csv` }))
  const facts = { file: baseName(file), known: known.map((name) => `${name}.csv`) }
  return [problem('catalogue-file-unknown', 'wrong', at, facts, choices)]
}

function zip<Of>(a: readonly Of[][], b: readonly Of[][]): Of[][] {
  return a.map((rows, index) => [...rows, ...(b[index] ?? [])])
}

type Stacked<Of> = { rows: Map<string, Of[]>; beaten: Map<string, Of[]> }

/** The rows by key, those of a later layer in place of all rows of that key in earlier ones; each list in its order. */
function stack<Of>(layers: readonly Of[][], keyOf: (row: Of) => string, orderOf: (row: Of) => number): Stacked<Of> {
  const rows = new Map<string, Of[]>()
  const beaten = new Map<string, Of[]>()
  for (const layer of layers) {
    const own = grouped(layer, keyOf)
    for (const [key, found] of own) {
      const below = rows.get(key)
      if (below !== undefined) beaten.set(key, below)
      rows.set(
        key,
        found.sort((a, b) => orderOf(a) - orderOf(b)),
      )
    }
  }
  return { rows, beaten }
}

function byFamily<Of extends { family: string; year: number; estimatedOn: number }>(
  rows: readonly Of[],
): Map<string, Of[]> {
  const sorted = [...rows].sort((a, b) => a.year - b.year || a.estimatedOn - b.estimatedOn)
  return grouped(sorted, ({ family }) => family)
}

/** Two rows of one id that hold on one day: nobody could say which of them counts. */
function rowsTwice({ prices, indexes, discountGuides, rules, accounts }: Catalogue): Problem[] {
  const series: { id: string; rows: readonly Dated[] }[] = [
    ...[...prices].map(([id, rows]) => ({ id, rows: rows.map(datedOf) })),
    ...[...accounts].map(([id, rows]) => ({ id, rows: rows.map(datedOf) })),
    ...[...rules].flatMap(([rule, rows]) =>
      [...grouped(rows, ({ figure, from }) => `${rule} ${figure} ${from}`)].map(([id, same]) => ({
        id,
        rows: same.map(datedOf),
      })),
    ),
    ...[...indexes].flatMap(([family, rows]) =>
      [...grouped(rows, ({ year }) => `${family} ${year}`)].map(([id, same]) => ({
        id,
        rows: same.map(({ estimatedOn, provenance }) => ({ from: estimatedOn, through: undefined, provenance })),
      })),
    ),
    ...[...discountGuides].flatMap(([guide, rows]) =>
      [...grouped(rows, ({ fromYear }) => `${guide} ${fromYear}`)].map(([id, same]) => ({
        id,
        rows: same.map(datedOf),
      })),
    ),
  ]
  return series.flatMap(({ id, rows }) => rows.flatMap((row, index) => twice(id, rows[index - 1], row)))
}

type Dated = { from: number; through: number | undefined; provenance: Provenance }

const datedOf = ({ valid, provenance }: { valid: Price['valid']; provenance: Provenance }): Dated => ({
  ...valid,
  provenance,
})

function twice(id: string, before: Dated | undefined, row: Dated): Problem[] {
  if (before === undefined || (row.from > before.from && (before.through ?? -Infinity) < row.from)) return []
  const facts = { id, on: dayText(row.from), other: String(before.provenance.at.line), file: before.provenance.at.file }
  return [problem('catalogue-row-twice', 'wrong', row.provenance.at, facts)]
}

/** Names that lead nowhere: of an index family, of a benefit that a reform ends. */
function unknownNames({ prices, indexes, reforms }: Catalogue): Problem[] {
  const families = [...indexes.keys()]
  const ids = [...prices.keys()]
  const unknown = (
    code: 'catalogue-index-unknown' | 'catalogue-benefit-unknown',
    name: string,
    known: string[],
    at: Provenance['at'],
  ) => {
    const near = nearest(name, known)
    const facts: Record<string, Fact> = { name, known }
    return problem(code, 'wrong', at, facts, near === undefined ? [] : [{ paste: near }])
  }
  return [
    ...[...prices.values()]
      .flat()
      .flatMap(({ index, provenance }) =>
        index === undefined || indexes.has(index)
          ? []
          : [unknown('catalogue-index-unknown', index, families, provenance.at)],
      ),
    ...reforms.flatMap(({ ends, closes, provenance }) =>
      [...ends, ...closes]
        .filter((id) => !prices.has(id))
        .map((id) => unknown('catalogue-benefit-unknown', id, ids, provenance.at)),
    ),
  ]
}

/** The steps of a guide follow each other from year 1 on without a gap, and the last of them has no end. */
function brokenSteps({ discountGuides }: Catalogue): Problem[] {
  return [...discountGuides].flatMap(([guide, steps]) => {
    const expected = (index: number): number | undefined =>
      index === 0 ? 1 : steps[index - 1]!.throughYear === undefined ? undefined : steps[index - 1]!.throughYear! + 1
    const broken = steps.filter(({ fromYear }, index) => fromYear !== expected(index))
    const open = steps.at(-1)
    const faulty: DiscountStep[] = open?.throughYear === undefined ? broken : [...broken, open]
    return faulty
      .slice(0, 1)
      .map(({ fromYear, provenance }) =>
        problem('catalogue-steps-broken', 'wrong', provenance.at, { guide, from: String(fromYear) }),
      )
  })
}

function grouped<Of>(rows: readonly Of[], keyOf: (row: Of) => string): Map<string, Of[]> {
  const groups = new Map<string, Of[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
