/**
 * Installs what package-lock.json asks for, and nothing when that is already there.
 *
 *     await ensurePackages({ dev: false })    // what the program itself needs
 *     await ensurePackages({ dev: true })     // and what its tests and tools need
 *
 * npm leaves a list of what it installed in node_modules/.package-lock.json. Comparing that list with
 * package-lock.json takes a few milliseconds, where asking npm takes a second. A desk that has the tools of
 * development keeps them: `npm start` after a pull never takes the test packages away.
 *
 * Plain JavaScript without packages, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const nodeNeeded = [20, 19]

export async function ensurePackages({ dev }) {
  refuseOldNode()
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const missing = missingPackages(wanted, present, { dev })
  if (missing.length === 0) return

  const withDev = dev || hasDevelopmentPackages(wanted, present)
  const started = performance.now()
  const ticker = startTicker(`Installing packages${withDev ? ' for the program and its tests' : ''}`)
  try {
    // Nothing here needs an install script, so none of anybody's is run.
    await npm([
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(withDev ? [] : ['--omit=dev']),
    ])
  } finally {
    ticker.stop()
  }
  say(`Packages installed in ${seconds(started)} s.`)
}

/** Paths of the packages that package-lock.json wants and node_modules lacks, or has in another version. */
function missingPackages(wanted, present, { dev }) {
  return Object.entries(wanted)
    .filter(
      ([path, wish]) => path !== '' && !wish.link && (dev || !(wish.dev || wish.devOptional)) && fitsThisMachine(wish),
    )
    .filter(([path, wish]) => present[path]?.version !== wish.version || !existsSync(join(root, path, 'package.json')))
    .map(([path]) => path)
}

function hasDevelopmentPackages(wanted, present) {
  return Object.keys(present).some((path) => wanted[path]?.dev === true)
}

/** Optional packages are native parts, one per kind of machine: only this machine's is expected, and only where named. */
function fitsThisMachine(wish) {
  if (!wish.optional && !wish.devOptional) return true
  if (!wish.os || !wish.cpu || wish.libc) return false
  return wish.os.includes(process.platform) && wish.cpu.includes(process.arch)
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [neededMajor, neededMinor] = nodeNeeded
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return
  say(
    `Bundlinje needs Node ${nodeNeeded.join('.')} or newer; this is Node ${process.versions.node}. See https://nodejs.org`,
  )
  process.exit(1)
}

/** Runs npm in the project's folder: the npm that started us, or else the one on the path. */
async function npm(args) {
  const ours = process.env.npm_execpath
  const isScript = ours !== undefined && /npm-cli\.[cm]?js$/.test(ours)
  const [command, commandArgs] = isScript ? [process.execPath, [ours, ...args]] : ['npm', args]
  const child = spawn(command, commandArgs, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !isScript && process.platform === 'win32',
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => resolve(signal ?? exitCode))
  })
  if (code !== 0) throw new Error(`npm ${args[0]} ended with ${code}. What npm said stands above.`)
}

/** A line that shows the wait is alive: it grows by a dot every two seconds. */
function startTicker(text) {
  process.stderr.write(`${text} …`)
  const timer = setInterval(() => process.stderr.write('.'), 2000)
  return {
    stop() {
      clearInterval(timer)
      process.stderr.write('\n')
    },
  }
}

export function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1)
}

/** Progress goes to the error stream, so that what the program itself prints stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}
