/** `npm run bench -- settle`: builds bench/ and runs it; bench/README.md says what comes out. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { ensurePackages, say } from './packages.mjs'

process.chdir(root)
try {
  await ensurePackages({ dev: false })
  const { buildBench } = await import('./build.mjs')
  await buildBench({ run: 'bench/run.ts', 'draw-chunks': 'src/workers/draw-chunks.ts', ...programsOfWorkloads() })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
await import(pathToFileURL(join(root, 'dist', 'bench', 'run.js')).href)

/** `settle-generate` from bench/settle/generate.ts, and so on for each workload and each of its programs in TypeScript. */
function programsOfWorkloads() {
  const workloads = readdirSync(join(root, 'bench'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return Object.fromEntries(
    workloads.flatMap(({ name }) =>
      ['generate', 'ours'].map((part) => [`${name}-${part}`, `bench/${name}/${part}.ts`]),
    ),
  )
}
