/**
 * The workloads and who takes part in them: ours, and the peers that do the same work.
 *
 * Adding a peer means adding its program under `<workload>/peers/` and a row here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Judgement, judgeBytes, judgeRates } from './answers.ts'
import settleExpected from './settle/expected.json' with { type: 'json' }
import simulateExpected from './simulate/expected.json' with { type: 'json' }
import { howFarOff } from './simulate/how-far-off.ts'
import xirrExpected from './xirr/expected.json' with { type: 'json' }

/** The input of one size, and how an answer to it is judged. */
export type Size = {
  generate: string[] // The numbers that the generator is given after the folder.
  inputs: Record<string, string> // File → SHA-256.
  draws?: number
  judge: (answer: string, data: string) => Judgement
}

export type Place = { data: string; answer: string; cores: number; packages: string; draws: number | undefined }

export type Program = {
  name: string
  isOurs: boolean
  /** False for a run whose answer belongs to no expected one; it is told, and not checked. */
  isCompared?: boolean
  coresMax: number
  /** It is known to give wrong answers now and then: they are counted in the table, and fail no call. */
  mayErr?: boolean
  /** Its version, or what is lacking for it to run here. */
  readiness: (packages: string) => { version: string } | { lacking: string }
  command: (place: Place) => string[]
}

export type Workload = { name: string; sizes: Record<'full' | 'small', Size>; programs: Program[] }

/** npm packages of the peers, in the versions that are compared. */
export const peerPackages: Readonly<Record<string, string>> = {
  '@duckdb/node-api': '1.5.6-r.1',
  'nodejs-polars': '0.26.1',
  // Asked for by name, because npm leaves it out on Node 20, on which it works.
  [`nodejs-polars-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`]: '0.26.1',
}

export const workloads: readonly Workload[] = [
  {
    name: 'settle',
    sizes: { full: settleSize(settleExpected.full), small: settleSize(settleExpected.small) },
    programs: [
      {
        name: 'bundlinje',
        isOurs: true,
        coresMax: 2,
        readiness: () => built('settle-ours.js', 'bench/settle/ours.ts'),
        command: ({ data, answer }) => [process.execPath, 'dist/bench/settle-ours.js', data, answer],
      },
      {
        name: 'numpy + pandas',
        isOurs: false,
        coresMax: 1,
        readiness: () => python('numpy', 'pandas'),
        command: ({ data, answer }) => [
          'env',
          'OPENBLAS_NUM_THREADS=1',
          pythonCommand('numpy', 'pandas'),
          'bench/settle/peers/numpy-pandas.py',
          data,
          answer,
        ],
      },
      nodePeer('polars', 'nodejs-polars', 'bench/settle/peers/polars.mjs'),
      nodePeer('duckdb', '@duckdb/node-api', 'bench/settle/peers/duckdb.mjs'),
    ],
  },
  {
    name: 'xirr',
    sizes: { full: xirrSize(xirrExpected.full), small: xirrSize(xirrExpected.small) },
    programs: [
      {
        name: 'bundlinje',
        isOurs: true,
        coresMax: 1,
        readiness: () => built('xirr-ours.js', 'bench/xirr/ours.ts'),
        command: ({ data, answer }) => [process.execPath, 'dist/bench/xirr-ours.js', data, answer],
      },
      numpyRates('numpy, brackets first', 'brackets'),
      numpyRates('numpy, Newton from 10 %', 'newton'),
    ],
  },
  {
    name: 'simulate',
    sizes: { full: drawn(100_000), small: drawn(5_000) },
    programs: [
      ours('bundlinje', [], true),
      {
        name: 'numpy',
        isOurs: false,
        coresMax: 1,
        readiness: () => python('numpy'),
        command: ({ answer, draws }) => [
          'env',
          'OPENBLAS_NUM_THREADS=1',
          pythonCommand('numpy'),
          'bench/simulate/peers/numpy-draws.py',
          answer,
          String(draws),
        ],
      },
      {
        name: 'plain JavaScript, for this contract alone',
        isOurs: false,
        coresMax: 1,
        readiness: () => ({ version: process.versions.node }),
        command: ({ answer, draws }) => [process.execPath, 'bench/simulate/peers/by-hand.mjs', answer, String(draws)],
      },
      ours('variant: a tier', ['--contract', 'bench/simulate/variants/tier']),
      ours('variant: a window', ['--contract', 'bench/simulate/variants/window']),
      ours('variant: another cap', ['--contract', 'bench/simulate/variants/cap']),
      ours('contract: impact60, a fiftieth', ['--case', 'bench/simulate/cases/impact60', '--part', '50']),
      ours('contract: roskilde-unge, a fiftieth', ['--case', 'bench/simulate/cases/roskilde-unge', '--part', '50']),
    ],
  },
]

function settleSize({ answer, ...size }: typeof settleExpected.full): Size {
  return { ...size, judge: (path) => judgeBytes(path, answer) }
}

function xirrSize({ answer, ...size }: typeof xirrExpected.full): Size {
  return { ...size, judge: (path, data) => judgeRates(path, data, answer) }
}

function numpyRates(name: string, method: string): Program {
  const script = 'bench/xirr/peers/numpy-rates.py'
  return {
    name,
    isOurs: false,
    coresMax: 1,
    mayErr: true,
    readiness: () => python('numpy'),
    command: ({ data, answer }) => [
      'env',
      'OPENBLAS_NUM_THREADS=1',
      pythonCommand('numpy'),
      script,
      data,
      answer,
      method,
    ],
  }
}

function drawn(draws: number): Size {
  const judge = (path: string): Judgement => {
    const wrong = howFarOff(path, simulateExpected)
    return { note: wrong === undefined ? 'right' : '', wrong }
  }
  return { generate: [], inputs: {}, draws, judge }
}

/** The simulation of a case. Only the workload's own has an answer to compare with; the others are there for their speed. */
function ours(name: string, more: string[], isCompared = false): Program {
  return {
    name,
    isOurs: true,
    isCompared,
    coresMax: 8,
    readiness: () => built('simulate-ours.js', 'bench/simulate/ours.ts'),
    command: ({ answer, cores, draws }) => [
      process.execPath,
      'dist/bench/simulate-ours.js',
      answer,
      String(draws),
      '--cores',
      String(cores),
      ...more,
    ],
  }
}

function nodePeer(name: string, packageName: string, script: string): Program {
  return {
    name,
    isOurs: false,
    coresMax: 8,
    readiness: (packages) => installed(packages, packageName),
    command: ({ data, answer, cores, packages }) => [process.execPath, script, data, answer, String(cores), packages],
  }
}

function installed(packages: string, name: string): { version: string } | { lacking: string } {
  const file = join(packages, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return { lacking: 'npm run bench -- setup' }
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return { version }
}

function built(file: string, source: string): { version: string } | { lacking: string } {
  if (!existsSync(join('dist', 'bench', file))) return { lacking: `${source}, which is not there yet` }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  return { version }
}

type Python = { command: string; version: string }
const pythons = new Map<string, Python | undefined>()

/** The first Python that has the packages: the system's own, which gets them from its package manager, or the one on the path. */
function pythonWith(packages: readonly string[]): Python | undefined {
  const key = packages.join(' + ')
  if (pythons.has(key)) return pythons.get(key)
  const versions = packages.map((name) => `{${name}.__version__}`).join(' + ')
  const ask = `import sys, ${packages.join(', ')}; print(f"${versions}, Python {sys.version.split()[0]}")`
  const found = ['/usr/bin/python3', 'python3'].flatMap((command) => {
    const { status, stdout } = spawnSync(command, ['-c', ask], { encoding: 'utf8' })
    return status === 0 ? [{ command, version: stdout.trim() }] : []
  })
  pythons.set(key, found[0])
  return found[0]
}

function python(...packages: string[]): { version: string } | { lacking: string } {
  const names = packages.map((name) => `python3-${name}`).join(' ')
  return pythonWith(packages) ?? { lacking: `${packages.join(' and ')}, for instance: apt-get install ${names}` }
}

function pythonCommand(...packages: string[]): string {
  return pythonWith(packages)?.command ?? 'python3'
}
