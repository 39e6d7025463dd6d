/**
 * `npm run lives`: invented agreements and lives for as long as it is asked to, or one case again.
 *
 *     npm run lives -- today --seconds 60        npm run lives -- today --case 17 --show
 */
import { parseArgs } from 'node:util'
import { caseRuns, failures, invariants, readingInvariants } from './lives.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '30' },
    case: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
})
const seed = positionals[0] ?? new Date().toISOString().slice(0, 10)
const until = performance.now() + Number(values.seconds) * 1000
let [number, failed] = [Number(values.case ?? 0), 0]
do {
  const found = failuresOf(number)
  for (const failure of found.slice(0, 5)) console.error(failure)
  if (found.length > 0) failed++
  number++
} while (values.case === undefined && performance.now() < until && failed < 10)
console.log(`${String(values.case === undefined ? number : 1)} cases of seed ${seed}, ${String(failed)} failed`)
process.exitCode = failed === 0 ? 0 : 1

function failuresOf(one: number): string[] {
  try {
    const runs = caseRuns(seed, one)
    if (values.show) console.log([runs.one.terms.text, ...runs.one.terms.amendments, ...runs.one.faults].join('\n'))
    // Reading terms again and again takes longest, so one case in ten is asked what depends on it.
    const asked = values.case !== undefined || one % 10 === 0 ? [...invariants, ...readingInvariants] : invariants
    return asked.flatMap((invariant) => failures(invariant, runs))
  } catch (error) {
    return [
      `npm run lives -- ${seed} --case ${String(one)}\n  stopped: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
    ]
  }
}
