/**
 * From a fresh clone to a running program: installs what is missing, builds what is old, and then becomes the program.
 *
 * The program runs in this very process, so signals and the exit code are its own, and nothing is left behind when it
 * is killed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { ensurePackages, say } from './packages.mjs'

/** `built` is the file in dist/, `source` what it is built from. */
export async function runProgram({ built, source }) {
  try {
    await ensurePackages({ dev: false })
    // Not before: the builder needs a package.
    const { buildProgram } = await import('./build.mjs')
    await buildProgram()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
  const program = join(root, 'dist', built)
  if (!existsSync(program)) {
    say(`There is no ${source} to run.`)
    process.exit(1)
  }
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}
