/**
 * `npm run fuzz`: damaged contracts for as long as it is asked to, or one case again.
 *
 *     npm run fuzz -- --seconds 60 --seed today        npm run fuzz -- --seed test --case 217
 */
import { parseArgs } from 'node:util'
import { fuzzOnce } from './fuzz.ts'
import { samplesIn } from './samples.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, seconds: { type: 'string', default: '30' }, case: { type: 'string' } },
})
const seed = values.seed ?? new Date().toISOString().slice(0, 10)
const samples = samplesIn('contracts')
const until = performance.now() + Number(values.seconds) * 1000
let [number, failures] = [values.case === undefined ? 0 : Number(values.case), 0]
do {
  try {
    fuzzOnce(samples, seed, number)
  } catch (error) {
    failures++
    console.error(`--seed ${seed} --case ${String(number)}`, error)
  }
  number++
} while (values.case === undefined && performance.now() < until && failures < 10)
console.log(`${String(number)} cases of seed ${seed}, ${String(failures)} failed`)
process.exitCode = failures === 0 ? 0 : 1
