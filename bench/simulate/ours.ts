/**
 * The simulate workload by the ordinary program: the case in `case/`, opened, linked to its contract and simulated like any other.
 * Nothing here knows the rules; the answer is copied from what the simulation found.
 *
 *     node dist/bench/simulate-ours.js <answer.json> <draws> [--cores 2] [--contract folder] [--case folder] [--seed text] [--part 50]
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Forecast } from '../../src/core/simulation/index.ts'
import { type SimulatedCase, openAndSimulate } from '../../src/operations/index.ts'
import { putOffOptimising } from '../../tools/put-off-optimising.ts'

putOffOptimising()

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cores: { type: 'string', default: '1' },
    case: { type: 'string', default: 'bench/simulate/case' },
    contract: { type: 'string' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string', default: '1' },
  },
})
const [answer = '', all = '100000'] = positionals
const draws = Math.ceil(Number(all) / Number(values.part))
const started = performance.now()
const choice = { path: values.case, scenario: 'narrow', contract: values.contract } as const
const worker = new URL('./draw-chunks.js', import.meta.url)
const options = { seed: values.seed, draws, workers: Number(values.cores), worker }
const { opened, simulated } = await openAndSimulate(choice, options)
const wrong = opened?.problems.filter(({ severity }) => severity !== 'notice') ?? []
if (simulated === undefined)
  throw new Error(
    JSON.stringify(
      wrong.map(({ code, at, facts }) => ({ code, at, facts })),
      plainly,
    ),
  )
const ties = opened?.simulation?.payments?.ties ?? []
if (answer !== '') writeFileSync(answer, `${JSON.stringify(answerOf(simulated), undefined, 1)}\n`)
phase('all', { draws: String(draws), way: ties.length === 0 ? 'life by life' : `a draw at a time: ${ties.join(', ')}` })

function phase(name: string, more: Record<string, string>): void {
  const seconds = Number(((performance.now() - started) / 1000).toFixed(3))
  const userSeconds = Number((process.cpuUsage().user / 1e6).toFixed(3))
  console.log(JSON.stringify({ phase: name, seconds, userSeconds, ...more }))
}

function answerOf({ forecast }: SimulatedCase): unknown {
  const { owners, investor, successes, savings } = forecast
  const worths = Object.fromEntries(owners.map(({ owner, worth }) => [owner, told(worth)]))
  return {
    draws: forecast.draws,
    npv: { ...worths, ...(investor === undefined ? {} : { investor: told(investor.worth) }) },
    irr: investor === undefined ? undefined : tens(investor.rate),
    loss: investor?.loss.mean,
    successes: successes.mean,
    cost: investor?.putIn.mean,
    saving: savings.slice(1).map(({ mean }) => mean),
  }
}

function told({ mean, quantiles }: Forecast['owners'][number]['worth']) {
  return { mean, ...tens(quantiles) }
}

/** Of the levels of a forecast, those that the answer has. */
function tens(quantiles: readonly number[]) {
  return { p10: quantiles[1], p50: quantiles[3], p90: quantiles[5] }
}

function plainly(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
