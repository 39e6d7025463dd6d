/**
 * The settle workload by the ordinary engine: the terms in `contract/terms.yaml`, read, compiled and settled like any
 * other agreement. Nothing here knows the rules; the answer is copied from the statements.
 *
 *     node dist/bench/settle-ours.js <folder> <answer.csv> [--cores 2] [person …]     explains the persons afterwards
 *
 * On several cores each settles a part of the agreements, all by itself: it reads the whole roster, and passes over the
 * facts of people in other agreements.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { currencyOf } from '../../src/core/base/index.ts'
import { type CsvFile, type Part, readMeasurement } from '../../src/core/measurement/index.ts'
import { type GoalResults, type Reason, decide, isHere } from '../../src/core/outcomes/index.ts'
import { type Settled, type Statement, explainSubject, settle } from '../../src/core/settlement/index.ts'
import { readVersions } from '../../src/core/terms/index.ts'
import { readParameterTable, readReadingRules } from '../../src/files/index.ts'

const contract = process.env.BENCH_CONTRACT ?? 'bench/settle/contract'
const started = performance.now()
let since = started
let userSince = 0

/** What one core is to do, and what it hands back. */
type Task = { folder: string; part: Part | undefined; persons: string[] }
type Done = { lines: Line[]; factsRead: number }
type Line = { agreement: string; text: string }

if (isMainThread) await main()
else {
  const { done, explain } = settlePart(workerData as Task)
  parentPort!.postMessage(done)
  explain()
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { cores: { type: 'string', default: '1' } },
  })
  const [folder = '', answer = '', ...persons] = positionals
  const of = Number(values.cores)
  const task = (index: number): Task => ({ folder, part: of > 1 ? { index, of } : undefined, persons })
  const others = Array.from({ length: of - 1 }, (_, at) => inWorker(task(at + 1)))
  const { done, explain } = settlePart(task(0))
  const all = [done, ...(await Promise.all(others))]
  writeAnswer(
    answer,
    all.flatMap(({ lines }) => lines),
  )
  explain()
  const facts = all.reduce((sum, { factsRead }) => sum + factsRead, 0)
  console.log(
    JSON.stringify({ phase: 'all', seconds: Number(((performance.now() - started) / 1000).toFixed(3)), facts }),
  )
}

function inWorker(task: Task): Promise<Done> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Told by the first part only, which is as large as the others. */
function phase(name: string): void {
  if (!isMainThread) return
  const now = performance.now()
  const { user } = process.cpuUsage()
  const seconds = Number(((now - since) / 1000).toFixed(3))
  console.log(JSON.stringify({ phase: name, seconds, userSeconds: Number(((user - userSince) / 1e6).toFixed(3)) }))
  since = now
  userSince = user
}

function csv(folder: string, name: string): CsvFile {
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

/** Reads and settles one part; the persons of it can be explained afterwards. */
function settlePart({ folder, part, persons }: Task): { done: Done; explain: () => void } {
  const terms = readVersions(source('terms.yaml'), [])
  if (terms.versions.length === 0) throw new Error(JSON.stringify(terms.problems))
  const { agreement } = terms.versions[0]!
  const { rules } = readReadingRules(source('reading.yaml'))
  const minorUnits = 10 ** currencyOf(agreement.currency)!.minorDigits
  const parameters = readParameterTable(csv(folder, 'contracts.csv'), agreement, rules, minorUnits)
  const measurement = readMeasurement({
    agreements: [agreement],
    people: csv(folder, 'people.csv'),
    facts: [csv(folder, 'facts.csv')],
    rules,
    agreementNames: parameters.agreements,
    part,
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

  const users = subjectsByAgreement(outcomes.results.get('shelter')!, roster.agreements)
  const lines = settled.statements.map((statement) => ({
    agreement: statement.agreement,
    text: answerLine(statement, users.get(statement.agreement) ?? 0),
  }))
  const explain = () => explainPersons(settled, persons)
  return { done: { lines, factsRead: measurement.factTotal.rowsRead }, explain }
}

/** How many people have a result, by agreement. */
function subjectsByAgreement(results: GoalResults, agreements: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (let row = 0, last = -1; row < results.size; row++) {
    if (results.who[row] === last) continue
    last = results.who[row]!
    const name = agreements[results.agreement[row]!]!
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function writeAnswer(answer: string, lines: Line[]): void {
  const inOrder = lines.sort((a, b) => Number(a.agreement) - Number(b.agreement)).map(({ text }) => text)
  const header =
    'contract_id,people,subgroup,a_windows,a_missing,b_met,c_met,c_missing,d_met,gross,after_person_cap,due'
  writeFileSync(answer, `${[header, ...inOrder].join('\n')}\n`)
  phase('write')
}

function answerLine(statement: Statement, users: number): string {
  const goal = (name: string) => statement.goals.find((count) => count.goal === name)!
  const [a, b, c, d] = ['shelter', 'support', 'wellbeing', 'selfsupport'].map(goal)
  return [
    statement.agreement,
    c!.subjects,
    users,
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

function explainPersons(settled: Settled, persons: readonly string[]): void {
  const { roster } = settled.context
  const here = persons.filter((person) => isHere(roster, roster.agreement[roster.rowOf(person)!]!))
  for (const person of here) {
    const before = performance.now()
    const reason = explainSubject(settled, roster.rowOf(person)!)
    const milliseconds = Number((performance.now() - before).toFixed(1))
    console.log(JSON.stringify({ explained: person, milliseconds, nodes: nodesOf(reason) }))
  }
}

function nodesOf({ children }: Reason): number {
  return children.reduce((sum, child) => sum + nodesOf(child), 1)
}
