/**
 * The settle workload by the ordinary engine: the terms in `contract/terms.yaml`, read, compiled and settled like any
 * other agreement. Nothing here knows the rules; the answer is copied from the statements.
 *
 *     node dist/bench/settle-ours.js <folder> <answer.csv> [person …]     explains the persons afterwards
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { currencyOf } from '../../src/core/base/index.ts'
import { type CsvFile, readMeasurement } from '../../src/core/measurement/index.ts'
import { decide } from '../../src/core/outcomes/index.ts'
import { type Statement, explainSubject, settle } from '../../src/core/settlement/index.ts'
import { readVersions } from '../../src/core/terms/index.ts'
import { readParameterTable, readReadingRules } from '../../src/files/index.ts'

const [folder = '', answer = '', ...persons] = process.argv.slice(2)
const contract = process.env.BENCH_CONTRACT ?? 'bench/settle/contract'
const started = performance.now()
let since = started
let userSince = 0

function phase(name: string): void {
  const now = performance.now()
  const { user } = process.cpuUsage()
  const seconds = Number(((now - since) / 1000).toFixed(3))
  console.log(JSON.stringify({ phase: name, seconds, userSeconds: Number(((user - userSince) / 1e6).toFixed(3)) }))
  since = now
  userSince = user
}

function csv(name: string): CsvFile {
  const path = `${folder}/${name}`
  return { name, chunks: { [Symbol.iterator]: () => chunksOf(path) } }
}

function* chunksOf(path: string): Iterator<Uint8Array> {
  const file = openSync(path, 'r')
  const buffer = Buffer.allocUnsafe(1 << 20)
  for (let length = 1; length > 0;) {
    length = readSync(file, buffer, 0, buffer.length, null)
    if (length > 0) yield buffer.subarray(0, length)
  }
  closeSync(file)
}

function source(name: string) {
  const file = `${contract}/${name}`
  return { file, text: readFileSync(file, 'utf8') }
}

const terms = readVersions(source('terms.yaml'), [])
if (terms.versions.length === 0) throw new Error(JSON.stringify(terms.problems))
const { agreement } = terms.versions[0]!
const { rules } = readReadingRules(source('reading.yaml'))
const parameters = readParameterTable(
  csv('contracts.csv'),
  agreement,
  rules,
  10 ** currencyOf(agreement.currency)!.minorDigits,
)
const measurement = readMeasurement({
  agreements: [agreement],
  people: csv('people.csv'),
  facts: [csv('facts.csv')],
  rules,
  agreementNames: parameters.agreements,
})
const { roster } = measurement
phase('read')

const to = agreement.runs.through
const outcomes = decide({
  versions: terms.versions,
  roster,
  facts: (terms, knownAt) => measurement.asOf({ to, knownAt, agreement: terms }),
  to,
  knownAt: to,
  parameter: (name, index) => parameters.value(name, roster.agreements[index]!),
})
phase('decide')
const settled = settle(outcomes, [])
phase('settle')

const users = new Map<string, number>()
const shelter = outcomes.results.get('shelter')!
for (let row = 0, last = -1; row < shelter.size; row++) {
  if (shelter.who[row] === last) continue
  last = shelter.who[row]!
  const name = roster.agreements[shelter.agreement[row]!]!
  users.set(name, (users.get(name) ?? 0) + 1)
}
const lines = [...settled.statements]
  .sort((a, b) => Number(a.agreement) - Number(b.agreement))
  .map((statement) => answerLine(statement))
const header = 'contract_id,people,subgroup,a_windows,a_missing,b_met,c_met,c_missing,d_met,gross,after_person_cap,due'
writeFileSync(answer, `${[header, ...lines].join('\n')}\n`)
phase('write')

function answerLine(statement: Statement): string {
  const goal = (name: string) => statement.goals.find((count) => count.goal === name)!
  const [a, b, c, d] = ['shelter', 'support', 'wellbeing', 'selfsupport'].map(goal)
  return [
    statement.agreement,
    c!.subjects,
    users.get(statement.agreement) ?? 0,
    a!.met,
    a!.unmeasured,
    b!.met,
    c!.met,
    c!.unmeasured,
    d!.met,
    statement.earned,
    statement.afterEachLimit[0]!.amount,
    statement.afterLimits,
  ].join(',')
}

for (const person of persons) {
  const before = performance.now()
  const reason = explainSubject(settled, roster.rowOf(person)!)
  console.log(
    JSON.stringify({
      explained: person,
      milliseconds: Number((performance.now() - before).toFixed(1)),
      nodes: nodesOf(reason),
    }),
  )
}

function nodesOf(reason: { children: readonly unknown[] }): number {
  return 1 + reason.children.reduce<number>((sum, child) => sum + nodesOf(child as { children: unknown[] }), 0)
}
console.log(
  JSON.stringify({ phase: 'all', seconds: Number(((performance.now() - started) / 1000).toFixed(3)), facts: measurement.factTotal }),
)
