/**
 * `npm run bench`: the same work done by us and by well-known tools, in the same call on the same machine.
 *
 *     npm run bench -- setup                         install the peers that come from npm
 *     npm run bench -- settle                        one workload, three rounds, one core
 *     npm run bench -- settle --small                the same in seconds, as a trial
 *     npm run bench -- settle --only bundlinje,polars --rounds 5 --cores 2
 *
 * Rounds are interleaved - each program once, then each again - so that a noisy spell hits everybody. Every answer is
 * checked. Figures of one call compare with each other, and with no other call's.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { wrongInputs } from './answers.ts'
import { measure, pinningInWords } from './measure.ts'
import { type Result, isRight, machineFacts, table, verdict } from './report.ts'
import { type Program, type Workload, peerPackages, workloads } from './workloads.ts'

/** Where data and peers are kept: gigabytes, so never in the repository proper. `npm ci` clears the default. */
const kept = resolve(process.env.BENCH_DATA ?? 'node_modules/.cache/bench')
const packages = join(kept, 'npm')

const usage = `npm run bench -- setup | ${workloads.map((workload) => workload.name).join(' | ')} [--small] [--only names] [--rounds 3] [--cores 1]`

type Options = { size: 'full' | 'small'; only: string[]; rounds: number; cores: number }

process.exitCode = await main()

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const [task] = positionals
  if (task === 'setup') return setUp()
  const workload = workloads.find((one) => one.name === task)
  const [rounds, cores] = [Number(values.rounds), Number(values.cores)]
  if (workload === undefined || !(rounds >= 1) || !(cores >= 1)) {
    say(usage)
    return 1
  }
  const size = values.small ? 'small' : 'full'
  return run(workload, { size, only: values.only === '' ? [] : values.only.split(','), rounds, cores })
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        small: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        rounds: { type: 'string', default: '3' },
        cores: { type: 'string', default: '1' },
      },
    })
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    process.exit(1)
  }
}

/** Installs the npm peers in a folder of their own, so that they are no part of the project. */
function setUp(): number {
  mkdirSync(packages, { recursive: true })
  writeFileSync(join(packages, 'package.json'), '{ "private": true }\n')
  const wanted = Object.entries(peerPackages).map(([name, version]) => `${name}@${version}`)
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...wanted], {
    cwd: packages,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  for (const program of workloads.flatMap((workload) => workload.programs)) {
    const readiness = program.readiness(packages)
    say(`${program.name}: ${'version' in readiness ? readiness.version : `needs ${readiness.lacking}`}`)
  }
  return status ?? 1
}

async function run(workload: Workload, options: Options): Promise<number> {
  const data = join(kept, options.size === 'full' ? workload.name : `${workload.name}-${options.size}`)
  if (!(await hasInput(workload, data, options.size))) return 1

  const chosen = workload.programs.filter(
    ({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)),
  )
  const taking: { program: Program; result: Result }[] = []
  for (const program of chosen) {
    const readiness = program.readiness(packages)
    const cores = Math.min(options.cores, program.coresMax)
    if ('lacking' in readiness) say(`${program.name} is left out: it needs ${readiness.lacking}`)
    else taking.push({ program, result: { ...program, version: readiness.version, cores, runs: [] } })
  }
  for (let round = 1; round <= options.rounds; round++)
    for (const { program, result } of taking)
      await runOnce(workload, program, result, { data, round, size: options.size })

  const results = taking.map(({ result }) => result)
  const title = `${workload.name}, ${options.size} size, ${options.rounds} interleaved rounds`
  const end = verdict(results)
  console.log(
    `\n${title}\n\n${machineFacts(pinningInWords(options.cores))}\n\n${table(results)}${end ? `\n\n${end}` : ''}`,
  )
  return results.length > 0 && results.every(isRight) ? 0 : 1
}

async function runOnce(
  workload: Workload,
  program: Program,
  result: Result,
  { data, round, size }: { data: string; round: number; size: Options['size'] },
): Promise<void> {
  const answer = join(kept, 'answers', `${workload.name}-${program.name.replaceAll(/\W+/g, '-')}`)
  mkdirSync(join(kept, 'answers'), { recursive: true })
  rmSync(answer, { force: true })
  const { draws, judge } = workload.sizes[size]
  const measured = await measure(program.command({ data, answer, cores: result.cores, packages, draws }), result.cores)
  const isJudged = program.isCompared !== false
  const judgement = isJudged ? judge(answer, data) : { note: '', wrong: undefined }
  const wrong = measured.failure ?? (program.mayErr ? undefined : judgement.wrong)
  result.runs.push({ ...measured, wrong, note: judgement.note })
  say(
    `round ${round}, ${program.name}: ${measured.seconds.toFixed(2)} s${wrong === undefined ? '' : `, WRONG: ${wrong}`}`,
  )
}

/** Makes the input if it is not there, and checks that it is the one the answer belongs to. */
async function hasInput(workload: Workload, folder: string, size: Options['size']): Promise<boolean> {
  const { generate, inputs } = workload.sizes[size]
  if ((await wrongInputs(folder, inputs)).length === 0) return true
  say(`Making the input in ${folder} …`)
  const made = spawnSync(process.execPath, [`dist/bench/${workload.name}-generate.js`, folder, ...generate], {
    stdio: 'inherit',
  })
  const wrong = await wrongInputs(folder, inputs)
  if (made.status === 0 && wrong.length === 0) return true
  say(wrong.length === 0 ? 'The generator failed.' : `${wrong.join(', ')} came out other than the answer expects.`)
  return false
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
