/**
 * `npm test`: every check of the project, in order, through to the end, so that one run shows all faults.
 *
 *     npm test                                    everything
 *     npm test -- --only types,lint               some steps
 *     npm test -- --only tests src/core/base      the tests under a path
 *
 * Ends with one line `N passed, N failed`: each test counts as one, and so does each other step.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './root.mjs'
import { ensurePackages, say, seconds } from './packages.mjs'

const cache = join(root, 'node_modules', '.cache', 'bundlinje')
const testReport = join(cache, 'tests.json')

const formatted = [
  '{src,test,tools,bench,locales}/**/*.{ts,tsx,mjs,json}',
  '*.{js,ts,json}',
  '--ignore-unknown',
  '--no-error-on-unmatched-pattern',
]

const steps = [
  { name: 'types', title: 'Types', run: checkTypes },
  { name: 'lint', title: 'Lint', run: () => runTool('eslint', ['--max-warnings=0', '.']) },
  { name: 'format', title: 'Format', run: () => runTool('prettier', ['--check', '--log-level=warn', ...formatted]) },
  { name: 'unused', title: 'Unused code', run: () => runTool('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'tests', title: 'Tests', run: runTests },
]

const { only, rest } = readArguments(process.argv.slice(2))
try {
  await ensurePackages({ dev: true })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
mkdirSync(cache, { recursive: true })

const summary = []
for (const step of steps.filter((one) => only.length === 0 || only.includes(one.name))) {
  console.log(`\n── ${step.title}`)
  const started = performance.now()
  const { passed, failed, note = '' } = await step.run()
  const line = `${failed === 0 ? 'ok    ' : 'FAILED'} ${step.title.padEnd(12)} ${seconds(started).padStart(6)} s${note}`
  console.log(line)
  summary.push({ line, passed, failed })
}

const sum = (key) => summary.reduce((total, step) => total + step[key], 0)
console.log(`\n${summary.map((step) => step.line).join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1

/** The server's files and the browser's are checked apart, because they know different globals. */
async function checkTypes() {
  const projects = ['tsconfig.json', ...nestedProjects('src')]
  let failed = 0
  for (const project of projects) {
    const buildInfo = join(cache, `${project.replaceAll(/[/.]/g, '-')}.tsbuildinfo`)
    const result = await runTool('tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', buildInfo])
    failed += result.failed
  }
  return oneStep(failed === 0)
}

function nestedProjects(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'tsconfig.json')
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

async function runTests() {
  rmSync(testReport, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${testReport}`]
  const { failed: toolFailed } = await runTool('vitest', ['run', '--allowOnly=false', ...reporters, ...rest])
  const report = readReport()
  // A file that cannot even be loaded has no tests to fail, so it counts by itself.
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numFailedTests + unloadable.length
  const skipped = report.numPendingTests + report.numTodoTests
  return {
    passed: report.numPassedTests,
    failed: failed === 0 ? toolFailed : failed,
    note: `   ${report.numPassedTests} tests${skipped === 0 ? '' : `, ${skipped} skipped`}`,
  }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(testReport, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  }
}

/** Runs a tool that package.json pins, with its output passed on. */
async function runTool(name, args) {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', packageOf(name), 'package.json'), 'utf8'))
  const script = join(root, 'node_modules', packageOf(name), typeof bin === 'string' ? bin : bin[name])
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => resolve(signal ?? exitCode))
  })
  return oneStep(code === 0)
}

function packageOf(tool) {
  return tool === 'tsc' ? 'typescript' : tool
}

function oneStep(isGood) {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function readArguments(args) {
  const at = args.indexOf('--only')
  const names = at === -1 ? [] : (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    say(`There is no step "${unknown.join('", "')}". The steps are ${steps.map((step) => step.name).join(', ')}.`)
    process.exit(1)
  }
  return { only: names, rest: at === -1 ? args : [...args.slice(0, at), ...args.slice(at + 2)] }
}
