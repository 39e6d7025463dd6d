/**
 * The settle workload by the ordinary engine: the terms in `contract/terms.yaml`, read, compiled and settled like any
 * other agreement. Nothing here knows the rules; the answer is copied from the statements.
 *
 *     node dist/bench/settle-ours.js <folder> <answer.csv> [person …]     explains the persons afterwards
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { currencyOf } from '../../src/core/base/index.ts'
import { type CsvFile, readMeasurement } from '../../src/core/measurement/index.ts'
import { type GoalResults, type Reason, decide } from '../../src/core/outcomes/index.ts'
import { type Settled, type Statement, explainSubject, settle } from '../../src/core/settlement/index.ts'
import { readVersions } from '../../src/core/terms/index.ts'
import { csvFile, readParameterTable, readReadingRules } from '../../src/files/index.ts'

const contract = process.env.BENCH_CONTRACT ?? 'bench/settle/contract'
const helper = fileURLToPath(new URL('reading-helper.js', import.meta.url))
const started = performance.now()
let since = started
let userSince = 0

main()

function main(): void {
  const [folder = '', answer = '', ...persons] = process.argv.slice(2)
  const { settled, users, facts } = settleFolder(folder)
  writeAnswer(answer, settled.statements, users)
  explainPersons(settled, persons)
  const seconds = Number(((performance.now() - started) / 1000).toFixed(3))
  console.log(JSON.stringify({ phase: 'all', seconds, facts }))
}

function phase(name: string): void {
  const now = performance.now()
  const { user } = process.cpuUsage()
  const seconds = Number(((now - since) / 1000).toFixed(3))
  console.log(JSON.stringify({ phase: name, seconds, userSeconds: Number(((user - userSince) / 1e6).toFixed(3)) }))
  since = now
  userSince = user
}

function csv(folder: string, name: string): CsvFile {
  return csvFile(`${folder}/${name}`, name, { helper })
}

function source(name: string) {
  const file = `${contract}/${name}`
  return { file, text: readFileSync(file, 'utf8') }
}

type SettledFolder = { settled: Settled; users: Map<string, number>; facts: number }

function settleFolder(folder: string): SettledFolder {
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
  return { settled, users, facts: measurement.factTotal.rowsRead }
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

function writeAnswer(answer: string, statements: readonly Statement[], users: ReadonlyMap<string, number>): void {
  const lines = [...statements]
    .sort((a, b) => Number(a.agreement) - Number(b.agreement))
    .map((statement) => answerLine(statement, users.get(statement.agreement) ?? 0))
  const header =
    'contract_id,people,subgroup,a_windows,a_missing,b_met,c_met,c_missing,d_met,gross,after_person_cap,due'
  writeFileSync(answer, `${[header, ...lines].join('\n')}\n`)
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
  for (const person of persons) {
    const before = performance.now()
    const reason = explainSubject(settled, roster.rowOf(person)!)
    const milliseconds = Number((performance.now() - before).toFixed(1))
    console.log(JSON.stringify({ explained: person, milliseconds, nodes: nodesOf(reason) }))
  }
}

function nodesOf({ children }: Reason): number {
  return children.reduce((sum, child) => sum + nodesOf(child), 1)
}
