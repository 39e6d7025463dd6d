/**
 * How the command line starts, without a clock: on the compilation of its build, and with few of Node's own modules.
 */
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { projectFolder } from './sources.ts'

const program = join(projectFolder, 'dist', 'cli-program.cjs')

// Run rather than imported: the build is plain JavaScript, and may say that it builds.
beforeAll(async () => {
  await evaluated(`import { buildProgram } from './tools/build.mjs'; await buildProgram()`)
})

test('the compilation kept beside the program is of this program and this Node', async () => {
  const isRefused = `const { scriptOf } = await import('./tools/compiled.mjs'); console.log(scriptOf(${JSON.stringify(program)}).cachedDataRejected)`
  expect(await evaluated(isRefused)).toBe('false\n')
})

test.each(['check', 'settle', 'words'])('%s loads no module of Node that it has no use for', async (command) => {
  const loaded = `
    process.argv = ['node', 'bundlinje', ${JSON.stringify(command)}, 'contracts/utah']
    process.stdout.write = () => true
    process.on('exit', () => console.error(JSON.stringify(process.moduleLoadList)))
    await import('./dist/cli.js')`
  const modules = JSON.parse(await evaluated(loaded)) as string[]
  const heavy = ['http', 'https', 'http2', 'crypto', 'tls', 'worker_threads', 'inspector']
  expect(modules).toContain('NativeModule fs')
  expect(heavy.filter((name) => modules.includes(`NativeModule ${name}`))).toEqual([])
})

test('the program is of the size of what its commands need', () => {
  expect(statSync(program).size).toBeLessThan(2_250_000)
})

/** What a module of JavaScript, run in the project's folder by a Node of its own, prints on either stream. */
function evaluated(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '--eval', code], { cwd: projectFolder }, (fault, out, err) =>
      fault === null ? resolve(out + err) : reject(new Error(err)),
    )
  })
}
