/**
 * Runs a program once and keeps the engine's compilation of it, for the build.
 *
 *     node tools/compile.mjs dist/cli-program.cjs settle contracts/…
 *
 * What the run calls is compiled along with the rest. What it prints is thrown away.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compilationOf, scriptOf } from './compiled.mjs'

const [file = '', ...words] = process.argv.slice(2)
const program = resolve(file)
const script = scriptOf(program)
process.argv = [process.argv[0], program, ...words]
process.stdout.write = () => true
process.stderr.write = () => true
process.on('exit', () => {
  // Whole or not at all: another process may read it meanwhile.
  const unfinished = `${compilationOf(program)}.${String(process.pid)}`
  writeFileSync(unfinished, script.createCachedData())
  renameSync(unfinished, compilationOf(program))
  // Whether the contract is in order is no business of the build.
  process.exitCode = 0
})
script.runInThisContext()(createRequire(program), pathToFileURL(program).href)
