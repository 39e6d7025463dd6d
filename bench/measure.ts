/**
 * Runs one program to its end and measures it from outside: wall time, processor time, peak memory, and how busy the
 * machine was with anything else meanwhile.
 *
 * Memory and processor time come from GNU time where it is installed, which asks the kernel once the program has ended.
 * Elsewhere on Linux the peak is read from /proc while the program runs. Where neither is to be had, the figure is missing,
 * not zero.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

export type Measured = {
  seconds: number
  processorSeconds: number | undefined
  peakMiB: number | undefined
  othersShare: number | undefined // Of the whole machine, while the program ran.
  phases: Record<string, number> // What the program said of itself, in seconds.
  failure: string | undefined
}

const gnuTime = '/usr/bin/time'
const hasGnuTime = spawnSync(gnuTime, ['--version'], { encoding: 'utf8' }).status === 0
const hasTaskset = spawnSync('taskset', ['--version'], { encoding: 'utf8' }).status === 0

/** Runs a command, pinned to that many cores where the system can pin. */
export async function measure(command: readonly string[], cores: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const note = join(folder, 'time')
  const timed = [...(hasGnuTime ? [gnuTime, '-v', '-o', note] : []), ...pinning(cores), ...command]
  const before = machineTicks()
  const begun = performance.now()
  const run = await runToEnd(timed)
  const seconds = (performance.now() - begun) / 1000
  const after = machineTicks()

  const noted = hasGnuTime ? readNote(note) : undefined
  rmSync(folder, { recursive: true, force: true })
  return {
    seconds,
    processorSeconds: noted?.processorSeconds,
    peakMiB: noted?.peakMiB ?? run.peakMiB,
    othersShare: noted && before && after ? shareOfOthers(before, after, noted.processorSeconds) : undefined,
    phases: run.phases,
    failure: run.failure,
  }
}

/** The last cores: the first ones are where a system does its own work. */
function pinning(cores: number): string[] {
  if (!hasTaskset || cores >= availableParallelism()) return []
  const allowed = allowedCores()
  return ['taskset', '-c', allowed.slice(-cores).join(',')]
}

export function pinningInWords(cores: number): string {
  const pinned = pinning(cores)
  return pinned.length === 0 ? 'not pinned' : `pinned to core ${pinned.at(-1)}`
}

function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

type Run = { peakMiB: number | undefined; phases: Record<string, number>; failure: string | undefined }

async function runToEnd([command = '', ...args]: readonly string[]): Promise<Run> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, errors, peakMiB] = ['', '', undefined as number | undefined]
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const watch = setInterval(() => (peakMiB = peakSoFar(child.pid) ?? peakMiB), 50)
  const end = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${signal ?? code}`))
  })
  clearInterval(watch)
  const said = errors.trim().split('\n').at(-1) ?? ''
  return { peakMiB, phases: phasesIn(output), failure: end === '' ? undefined : `${end}: ${said}`.slice(0, 200) }
}

function peakSoFar(pid: number | undefined): number | undefined {
  try {
    const kib = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kib === undefined ? undefined : Number(kib) / 1024
  } catch {
    return undefined
  }
}

/** Lines such as `{"phase": "read", "seconds": 1.2}`. */
function phasesIn(output: string): Record<string, number> {
  const found = output.split('\n').flatMap((line) => {
    if (!line.startsWith('{"phase"')) return []
    const { phase, seconds } = JSON.parse(line) as { phase: string; seconds: number }
    return [[phase, seconds] as const]
  })
  return Object.fromEntries(found)
}

function readNote(note: string): { processorSeconds: number; peakMiB: number } {
  const text = readFileSync(note, 'utf8')
  const figure = (name: string) => Number(new RegExp(`^\\s*${name}: ([\\d.]+)`, 'm').exec(text)?.[1])
  return {
    processorSeconds: figure('User time \\(seconds\\)') + figure('System time \\(seconds\\)'),
    peakMiB: figure('Maximum resident set size \\(kbytes\\)') / 1024,
  }
}

type Ticks = { all: number; busy: number } // Hundredths of a second, summed over all cores.

function machineTicks(): Ticks | undefined {
  try {
    const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
    const ticks = first.split(/\s+/).slice(1, 9).map(Number)
    const all = ticks.reduce((sum, part) => sum + part, 0)
    return { all, busy: all - (ticks[3] ?? 0) - (ticks[4] ?? 0) }
  } catch {
    return undefined
  }
}

function shareOfOthers(before: Ticks, after: Ticks, ownSeconds: number): number {
  const all = Math.max(1, after.all - before.all)
  return Math.max(0, after.busy - before.busy - ownSeconds * 100) / all
}
