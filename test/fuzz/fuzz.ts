/**
 * Fuzzing: contracts are damaged in every way a seed thinks of, and the program must answer with problems, never a crash.
 *
 *     terms    characters and lines lost, doubled, moved; numbers, days and words changed; pieces of other contracts
 *     facts    bytes changed, rows cut in half, files joined, encodings mixed, dates that do not exist
 *
 * What still runs is settled and explained. The tally of facts must add up whatever was done to them. A case that
 * fails is told by its seed and number, and the two give it again.
 */
import { type Random, randomFrom } from '../../src/core/base/index.ts'
import { type CsvFile, readMeasurement, unstatedRules } from '../../src/core/measurement/index.ts'
import { decide } from '../../src/core/outcomes/index.ts'
import { explainLine, settle } from '../../src/core/settlement/index.ts'
import { type SourceText, readVersions } from '../../src/core/terms/index.ts'
import { couponsBeside } from '../../src/operations/deal-of.ts'

export type Sample = {
  name: string
  terms: SourceText
  amendments: SourceText[]
  files: { name: string; bytes: Uint8Array }[]
}

export type Outcome = 'refused' | 'ran'

/** One damaged contract, from reading to reasons. Throws what the program throws, and where a promise is not kept. */
export function fuzzOnce(samples: readonly Sample[], seed: string, number: number): Outcome {
  const random = randomFrom(seed, number)
  const sample = pick(random, samples)
  const terms =
    random.below(4) === 0 ? sample.terms : { ...sample.terms, text: damagedText(random, sample.terms.text, samples) }
  const amendments = sample.amendments.map((source) =>
    random.below(3) === 0 ? { ...source, text: damagedText(random, source.text, samples) } : source,
  )
  const files = sample.files.map((file) =>
    random.below(3) === 0 ? { ...file, bytes: damagedBytes(random, file.bytes) } : file,
  )

  const { versions, problems } = readVersions(terms, amendments)
  for (const { at, code } of problems) {
    if (at.line < 1 || at.column < 1) throw new Error(`${code} has no place`)
  }
  if (versions.length === 0) {
    if (problems.length === 0) throw new Error('terms that cannot run say nothing of why')
    return 'refused'
  }
  settleSample(random, versions, files)
  return 'ran'
}

function settleSample(
  random: Random,
  versions: ReturnType<typeof readVersions>['versions'],
  files: Sample['files'],
): void {
  const { agreement } = versions.at(-1)!
  const csv = (file: Sample['files'][number]): CsvFile => ({
    name: file.name,
    chunks: chunksOf(file.bytes, 1 + random.below(5000)),
  })
  const people = files.find(({ name }) => name.endsWith('people.csv'))
  const measurement = readMeasurement({
    agreements: versions.map((version) => version.agreement),
    people: people === undefined ? undefined : csv(people),
    facts: files.filter((file) => file !== people).map(csv),
    rules: unstatedRules,
  })
  const { rowsRead, used, superseded, refused } = measurement.factTotal
  if (rowsRead !== used + superseded + refused)
    throw new Error(`the tally of facts does not add up: ${JSON.stringify(measurement.factTotal)}`)

  const to = agreement.runs.from + random.below(Math.max(1, agreement.runs.through - agreement.runs.from + 400))
  const outcomes = decide({
    versions,
    roster: measurement.roster,
    facts: (terms, knownAt) => measurement.asOf({ to, knownAt, agreement: terms }),
    to,
    knownAt: to,
    parameter: () => 100,
  })
  const settled = settle(outcomes, [], couponsBeside)
  for (const statement of settled.statements) {
    for (const line of statement.lines) explainLine(settled, statement, line)
    if (statement.lines.reduce((sum, line) => sum + line.payable, 0n) !== statement.payable)
      throw new Error('the lines do not add up to the statement')
  }
}

function* chunksOf(bytes: Uint8Array, length: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)]!
}

const oddWords = [
  '',
  'undecided',
  'null',
  '~',
  '-1',
  '0',
  '1.000',
  '1e999',
  '99999999999999999999',
  '0.1',
  '1/0',
  '2023-02-29',
  '2024-02-29',
  '9999-12-31',
  '0001-01-01',
  '100 %',
  '-5 %',
  'start',
  'end - 40000 months',
  'monday on or before occasion',
  '{}',
  '[]',
  '&a',
  '*a',
  '!!x',
  '"',
  "'",
  '>',
  '|',
  '# ',
  '\u0000',
  '\u{1f600}',
  'kr',
  '1 USD',
]

function damagedText(random: Random, text: string, samples: readonly Sample[]): string {
  let damaged = text
  for (let times = 1 + random.below(3); times > 0; times--) {
    const lines = damaged.split('\n')
    const line = random.below(lines.length)
    const at = random.below(damaged.length + 1)
    const ways = [
      () => damaged.slice(0, at) + damaged.slice(at + 1 + random.below(20)),
      () => damaged.slice(0, at) + pick(random, oddWords) + damaged.slice(at),
      () => [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n'),
      () => [...lines.slice(0, line), lines[line]!, ...lines.slice(line)].join('\n'),
      () => replacedValue(lines, line, pick(random, oddWords)),
      () => replacedValue(lines, line, valueOf(pick(random, pick(random, samples).terms.text.split('\n')))),
      () => damaged.replace(/\d+/g, (digits) => (random.below(20) === 0 ? String(random.below(100000)) : digits)),
      () => lines.map((one, index) => (index === line ? `  ${one}` : one)).join('\n'),
    ]
    damaged = pick(random, ways)()
  }
  return damaged
}

const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).trim()

function replacedValue(lines: readonly string[], line: number, value: string): string {
  return lines
    .map((one, index) => (index === line && one.includes(':') ? `${one.slice(0, one.indexOf(':') + 1)} ${value}` : one))
    .join('\n')
}

const oddFields = [
  '',
  '1.000',
  '03/04/24',
  '2023-02-30',
  '31-12-2024',
  'æøå',
  '"',
  ';',
  '\t',
  '99999999999999999999',
  '-1',
  '1,5',
  'P001',
  '\u00a0',
]

function damagedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1)
  const put = (middle: Uint8Array, rest: number) => joined([bytes.subarray(0, at), middle, bytes.subarray(rest)])
  const text = (value: string) => new TextEncoder().encode(value)
  const ways = [
    () => bytes.subarray(0, at),
    () => put(Uint8Array.of(random.below(256)), at + 1),
    () => put(text(pick(random, oddFields)), at + random.below(8)),
    () => joined([bytes, bytes]),
    () => put(Uint8Array.of(0xff, 0xfe, 0, 0xe6), at),
    () => put(text('\r\n'), at),
    () => joined([Uint8Array.of(0xef, 0xbb, 0xbf), bytes]),
    () => text(new TextDecoder().decode(bytes).replaceAll(',', ';')),
  ]
  return pick(random, ways)()
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
