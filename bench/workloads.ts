/**
 * The workloads and who takes part in them: ours, and the peers that do the same work.
 *
 * Adding a peer means adding its program under `<workload>/peers/` and a row here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import settleExpected from './settle/expected.json' with { type: 'json' }

/** What a right answer looks like, and the input it belongs to. */
export type Expected = {
  generate: string[] // The numbers that the generator is given after the folder.
  inputs: Record<string, string> // File → SHA-256.
  answer: { sha256: string; sums: Record<string, number> }
}

export type Place = { data: string; answer: string; cores: number; packages: string }

export type Program = {
  name: string
  isOurs: boolean
  coresMax: number
  /** Its version, or what is lacking for it to run here. */
  readiness: (packages: string) => { version: string } | { lacking: string }
  command: (place: Place) => string[]
}

export type Workload = { name: string; sizes: Record<'full' | 'small', Expected>; programs: Program[] }

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
    sizes: settleExpected,
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
        readiness: () => python(),
        command: ({ data, answer }) => [
          'env',
          'OPENBLAS_NUM_THREADS=1',
          pythonCommand(),
          'bench/settle/peers/numpy-pandas.py',
          data,
          answer,
        ],
      },
      nodePeer('polars', 'nodejs-polars', 'bench/settle/peers/polars.mjs'),
      nodePeer('duckdb', '@duckdb/node-api', 'bench/settle/peers/duckdb.mjs'),
    ],
  },
]

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

/** The first Python that has both packages: the system's own, which gets them from its package manager, or the one on the path. */
const pythonWithPackages = once((): Python | undefined => {
  const ask =
    'import sys, numpy, pandas; print(f"{numpy.__version__} + {pandas.__version__}, Python {sys.version.split()[0]}")'
  for (const command of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(command, ['-c', ask], { encoding: 'utf8' })
    if (status === 0) return { command, version: stdout.trim() }
  }
  return undefined
})

function python(): { version: string } | { lacking: string } {
  return (
    pythonWithPackages() ?? { lacking: 'numpy and pandas, for instance: apt-get install python3-numpy python3-pandas' }
  )
}

function pythonCommand(): string {
  return pythonWithPackages()?.command ?? 'python3'
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
