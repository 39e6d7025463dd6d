/** Simulating in threads: the same bits for any number of them, progress, stopping, and what stands in the way. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { type DrawingOptions, openSimulation, simulateCase } from '../src/operations/index.ts'
import { projectFolder } from './sources.ts'

beforeAll(() => {
  execFileSync(process.execPath, ['tools/bundlinje.mjs', '--version'], { cwd: projectFolder, stdio: 'ignore' })
}, 60_000)

const choice = { path: 'bench/simulate/case', scenario: 'narrow' } as const
const worker = pathToFileURL(join(projectFolder, 'dist/draw-chunks.js'))

async function simulated(options: Omit<DrawingOptions, 'seed'>) {
  return simulateCase(openSimulation(choice)!, choice, { seed: 'threads', worker, ...options })
}

test('one, two and eight threads draw the same bits', { timeout: 60_000 }, async () => {
  const one = await simulated({ draws: 600 })
  expect(one!.draws.count).toBe(600)
  for (const workers of [2, 8]) {
    const many = await simulated({ draws: 600, workers })
    expect(many!.draws).toEqual(one!.draws)
    expect(many!.forecast).toEqual(one!.forecast)
  }
})

test('progress is told, and the work can be stopped', { timeout: 60_000 }, async () => {
  for (const workers of [1, 2]) {
    const shares: number[] = []
    await simulated({ draws: 1024, workers, onProgress: (share) => shares.push(share) })
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])
    const stop = new AbortController()
    const told: number[] = []
    const onProgress = (share: number) => {
      told.push(share)
      stop.abort()
    }
    expect(await simulated({ draws: 25_600, workers, onProgress, signal: stop.signal })).toBeUndefined()
    expect(told.length).toBeLessThan(4)
  }
})

test('a thread that fails with a chunk it has taken is told of; one that never takes any is not waited for', async () => {
  const thread = (text: string) => new URL(`data:text/javascript,import{parentPort}from'node:worker_threads';${text}`)
  const taking = thread("parentPort.once('message',({tally})=>{Atomics.add(tally,0,1);throw new Error('taken')})")
  // It takes its chunk while this thread still has some to draw, so there have to be enough of them.
  await expect(simulated({ draws: 51_200, workers: 2, worker: taking })).rejects.toThrow('taken')
  const idle = await simulated({ draws: 600, workers: 2, worker: thread("parentPort.once('message',()=>undefined)") })
  expect(idle!.forecast).toEqual((await simulated({ draws: 600 }))!.forecast)
}, 60_000)

test('the case is linked to its contract, whose terms can be run life by life', { timeout: 60_000 }, () => {
  const opened = openSimulation(choice)!
  expect(opened.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  expect(opened.simulation?.payments?.ties).toEqual([])
  expect(openSimulation({ ...choice, path: 'docs' })).toBeUndefined()
})

test('the command line draws, writes files that read back, and refuses what is no case', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulate-'))
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['dist/cli.js', 'simulate', ...words, '--no-progress'], {
      cwd: projectFolder,
      encoding: 'utf8',
    })
  const [csv, facts] = [join(folder, 'draws.csv'), join(folder, 'facts')]
  const more = ['--draws', '300', '--seed', 'vejle', '--workers', '2', '--csv', csv, '--facts', facts]
  const { status, stdout } = run('bench/simulate/case', '--json', ...more)
  expect(status).toBe(0)
  const told = JSON.parse(stdout) as {
    draws: number
    ties: string[]
    owners: { owner: string; worth: { mean: number } }[]
  }
  expect([told.draws, told.ties]).toEqual([300, []])
  const [head = '', ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\n')
  expect(rows.length).toBe(300)
  const column = head.split(',').indexOf('worth-region')
  const mean = rows.reduce((sum, row) => sum + Number(row.split(',')[column]), 0) / 300
  expect(mean).toBeCloseTo(told.owners.find(({ owner }) => owner === 'region')!.worth.mean, 4)
  expect(readdirSync(facts).length).toBe(100)
  expect(readFileSync(join(facts, 'draw-100', 'people.csv'), 'utf8').split('\n').length).toBe(122)
  expect(run('bench/simulate/case', '--draws', '300', '--locale', 'en').stdout).toContain('settled once and')
  expect(run('cases/pool', '--draws', '300').stdout).toContain('sagens egen model')
  expect(run('docs').status).toBe(2)
  rmSync(folder, { recursive: true })
})
