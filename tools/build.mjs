/**
 * Turns src/ into dist/ with esbuild, and does nothing when dist/ is already of these sources.
 *
 *     src/main.ts              → dist/main.js              the web application
 *     src/cli/main.ts          → dist/cli-program.cjs      the command line, and its compilation; see compiled.mjs
 *     tools/cli.mjs            → dist/cli.js               what starts it
 *     src/workers/*.ts         → dist/draw-chunks.js, dist/run-task.js   threads beside either of them
 *     src/files/reading-helper.ts → dist/reading-helper.js  the thread that reads along in a large file
 *     src/web/browser/*.ts     → dist/browser/*.da.js      scripts of the pages, one per file and language
 *     bench/…                  → dist/bench/*.js           only for `npm run bench`
 *     test/lives/main.ts       → dist/lives.js             only for `npm run lives`, and so for `npm run fuzz`
 *
 * Packages are bundled too: one file opens faster than the hundred files of a package tree.
 * dist/ is "of these sources" when each source has the path, size and time it had at the build, and Node its version, so
 * that deleting a file, or going back to an older one, counts as a change.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './root.mjs'
import { compilationOf } from './compiled.mjs'
import { say, seconds } from './packages.mjs'

const dist = join(root, 'dist')

/** Files and folders whose change makes dist/ old. */
const sources = [
  'src',
  'locales',
  'tools/build.mjs',
  'tools/cli.mjs',
  'tools/compile.mjs',
  'tools/compiled.mjs',
  'tools/put-off-optimising.ts',
  'package-lock.json',
  'tsconfig.json',
]

/** The command whose run the command line's compilation is made of: one that calls most of what any command does. */
const usualCommand = ['settle', 'contracts/vejle-familiebehandling']

/** Packages may be CommonJS inside and call `require`, which a module file does not have by itself. */
const requireForPackages =
  "import { createRequire as createRequireForPackages } from 'node:module'; const require = createRequireForPackages(import.meta.url);"

/** The thread's program, which lies beside each program that may start it. */
const readingHelper = { 'reading-helper': 'src/files/reading-helper.ts' }

const common = {
  bundle: true,
  format: 'esm',
  absWorkingDir: root,
  write: false,
  sourcemap: 'linked',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
}

/**
 * A script may call an operation that touches no disk although its neighbours do: what it does not use falls away, Node's modules
 * with it. Should one be used after all, the script would not start in a browser, and a test says so.
 */
const withoutNode = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true, sideEffects: false }))
  },
}

/** The parser of the command line can start other programs, and never does here: what that needs takes longer to load than the parser. */
const withoutOtherPrograms = {
  name: 'without-other-programs',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('commander') ? { path, namespace: 'nothing' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const languages = ['da', 'en']

/** The script of one language carries no words of another: where both are asked for, both are its own. */
const onlyWordsOf = (language) => ({
  name: 'only-words-of',
  setup(build) {
    build.onResolve({ filter: /^\.\/(da|en)\// }, ({ path, resolveDir }) => {
      const own = join(resolveDir, path.replace(/^\.\/(da|en)\//, `${language}/`))
      return resolveDir === join(root, 'locales') ? { path: own, sideEffects: false } : undefined
    })
  },
})

const forNode = {
  ...common,
  platform: 'node',
  target: 'node20.19',
  banner: { js: requireForPackages },
}

/** A program that `compiled.mjs` runs: one function of `require` and its own address, in ASCII. */
const asScript = {
  ...common,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  supported: { 'dynamic-import': false }, // A script that is run by hand knows no loader; `require` is there.
  outExtension: { '.js': '.cjs' },
  banner: { js: '(require, programUrl) => {' },
  define: { 'import.meta.url': 'programUrl' },
  footer: { js: '}' },
  minifySyntax: true,
  minifyWhitespace: true,
}

/** Builds the program if its sources changed since the last build. */
export async function buildProgram() {
  const program = join(dist, 'cli-program.cjs')
  const made = await buildIfOld('program', sources, async (esbuild) => {
    // First of all, since a compilation of other sources is not always known for one.
    rmSync(compilationOf(program), { force: true })
    const built = await Promise.all([
      esbuild.build({
        ...forNode,
        entryPoints: entries({
          main: 'src/main.ts',
          cli: 'tools/cli.mjs',
          'draw-chunks': 'src/workers/draw-chunks.ts',
          'run-task': 'src/workers/run-task.ts',
          ...readingHelper,
        }),
        outdir: dist,
      }),
      esbuild.build({
        ...asScript,
        entryPoints: entries({ 'cli-program': 'src/cli/main.ts' }),
        outdir: dist,
        plugins: [withoutOtherPrograms],
      }),
      ...languages.map((language) =>
        esbuild.build({
          ...common,
          entryPoints: browserScripts(),
          outdir: join(dist, 'browser'),
          outExtension: { '.js': `.${language}.js` },
          platform: 'browser',
          target: ['es2022'],
          minify: true,
          charset: 'utf8',
          plugins: [withoutNode, onlyWordsOf(language)],
        }),
      ),
    ])
    return built.flatMap(({ outputFiles }) => outputFiles)
  })
  if (made || !existsSync(compilationOf(program))) compile(program)
}

/** Keeps the engine's compilation of a program. The program runs without it, only slower. */
function compile(program) {
  spawnSync(process.execPath, [join(root, 'tools', 'compile.mjs'), program, ...usualCommand], { cwd: root })
}

/** Builds the programs of bench/: output name → source. */
export async function buildBench(entryPoints) {
  await buildIfOld('bench', [...sources, 'bench'], async (esbuild) => {
    const result = await esbuild.build({
      ...forNode,
      entryPoints: entries({ ...entryPoints, ...readingHelper }),
      outdir: join(dist, 'bench'),
    })
    return result.outputFiles
  })
}

/** Builds `npm run fuzz`. */
export async function buildFuzz() {
  await buildIfOld('fuzz', [...sources, 'test/fuzz'], async (esbuild) => {
    const options = { ...forNode, entryPoints: entries({ fuzz: 'test/fuzz/main.ts' }), outdir: dist }
    const result = await esbuild.build(options)
    return result.outputFiles
  })
}

/** Builds `npm run lives`. */
export async function buildLives() {
  await buildIfOld('lives', [...sources, 'test'], async (esbuild) => {
    const options = { ...forNode, entryPoints: entries({ lives: 'test/lives/main.ts' }), outdir: dist }
    const result = await esbuild.build(options)
    return result.outputFiles
  })
}

/** Builds `npm run verify:workbook`. */
export async function buildWorkbookCheck() {
  await buildIfOld('verify-workbook', [...sources, 'test'], async (esbuild) => {
    const entryPoints = entries({ 'verify-workbook': 'test/workbook/main.ts' })
    const result = await esbuild.build({ ...forNode, entryPoints, outdir: dist })
    return result.outputFiles
  })
}

/** Answers whether it was old. */
async function buildIfOld(name, sourcesOfBuild, build) {
  const stampFile = join(dist, `.${name}.json`)
  const fingerprint = fingerprintOf(sourcesOfBuild)
  const before = readStamp(stampFile)
  if (before.fingerprint === fingerprint && before.files.every((file) => existsSync(join(dist, file)))) {
    return false
  }

  const started = performance.now()
  const esbuild = await import('esbuild')
  const outputs = await build(esbuild).catch((error) => {
    say(`The build of ${name} failed; esbuild says why above.`)
    throw error
  })
  await esbuild.stop()

  // The stamp goes first and comes back last: a build that is cut short is not taken for a whole one.
  rmSync(stampFile, { force: true })
  for (const output of outputs) {
    mkdirSync(dirname(output.path), { recursive: true })
    writeFileSync(output.path, output.contents)
  }
  const files = outputs.map((output) => relative(dist, output.path))
  for (const stale of before.files.filter((file) => !files.includes(file))) rmSync(join(dist, stale), { force: true })
  writeFileSync(stampFile, JSON.stringify({ fingerprint, files }))
  say(`Built ${name} in ${seconds(started)} s.`)
  return true
}

function readStamp(stampFile) {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return { fingerprint: '', files: [] }
  }
}

function fingerprintOf(paths) {
  const hash = createHash('sha256').update(process.version)
  const add = (path) => {
    const info = statSync(join(root, path), { throwIfNoEntry: false })
    if (info === undefined) return
    if (info.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`)
    else hash.update(`${path} ${info.size} ${info.mtimeMs}\n`)
  }
  paths.forEach(add)
  return hash.digest('hex')
}

function entries(named) {
  return Object.entries(named)
    .filter(([, source]) => existsSync(join(root, source)))
    .map(([out, source]) => ({ out, in: source }))
}

/** Each script directly in src/web/browser/ is one entry; folders inside it are their parts. */
function browserScripts() {
  const folder = 'src/web/browser'
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
}
