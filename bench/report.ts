/** What a run prints: the machine, the figures, and ours against each peer. Markdown, to be pasted as it is. */
import { readFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { type Measured } from './measure.ts'

export type Result = {
  name: string
  version: string
  isOurs: boolean
  isCompared?: boolean
  cores: number
  runs: (Measured & { wrong: string | undefined; note: string })[]
}

export function machineFacts(pinned: string): string {
  const processors = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} of memory`,
    `${systemName()}, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`,
    `programs ${pinned}`,
  ].join('; ')
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'unknown system'
  } catch {
    return 'unknown system'
  }
}

/** One row per program: medians over the rounds, least and most in brackets, and ours divided by theirs. */
export function table(results: readonly Result[]): string {
  const ours = results.find((result) => result.isOurs && isRight(result))
  const heads = [
    'program',
    'version',
    'cores',
    'wall s (least–most)',
    'processor s',
    'peak MiB',
    'of which s',
    'others',
    'ours ÷ this',
    'answer',
  ]
  const rows = results.map((result) => {
    const wall = result.runs.map((run) => run.seconds)
    return [
      result.name,
      result.version,
      String(result.cores),
      `${median(wall).toFixed(2)} (${Math.min(...wall).toFixed(2)}–${Math.max(...wall).toFixed(2)})`,
      figure(known(result.runs.map((run) => run.processorSeconds)), median, 2),
      figure(known(result.runs.map((run) => run.peakMiB)), (values) => Math.max(...values), 0),
      phasesOf(result),
      figure(known(result.runs.map((run) => run.othersShare && run.othersShare * 100)), median, 0, ' %'),
      ours && !result.isOurs ? ratio(ours, result).toFixed(2) : '',
      answerOf(result),
    ]
  })
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Ours beside the fastest peer that was right; undefined where one of them is not there. */
export function verdict(results: readonly Result[]): string | undefined {
  const ours = results.find((result) => result.isOurs && isRight(result))
  const peers = results.filter((result) => !result.isOurs && isRight(result))
  if (ours === undefined || peers.length === 0) return undefined
  const fastest = peers.reduce((best, peer) => (secondsOf(peer) < secondsOf(best) ? peer : best))
  return `${ours.name} takes ${ratio(ours, fastest).toFixed(2)} of the time of ${fastest.name}, the fastest peer.`
}

export function isRight(result: Result): boolean {
  return result.runs.every((run) => run.wrong === undefined)
}

function ratio(ours: Result, other: Result): number {
  return secondsOf(ours) / secondsOf(other)
}

function secondsOf(result: Result): number {
  return median(result.runs.map((run) => run.seconds))
}

function answerOf(result: Result): string {
  const wrong = result.runs.map((run) => run.wrong).find((text) => text !== undefined)
  if (wrong !== undefined) return `WRONG: ${wrong}`
  return result.isCompared === false ? 'not compared' : (result.runs[0]?.note ?? '')
}

function phasesOf(result: Result): string {
  const names = Object.keys(result.runs[0]?.phases ?? {})
  return names
    .map((name) => `${name} ${median(known(result.runs.map((run) => run.phases[name]))).toFixed(2)}`)
    .join(', ')
}

function figure(
  values: readonly number[],
  summary: (values: readonly number[]) => number,
  digits: number,
  unit = '',
): string {
  return values.length === 0 ? 'unknown' : `${summary(values).toFixed(digits)}${unit}`
}

function known(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2
}
