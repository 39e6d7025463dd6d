/** The rules of test/architecture.ts, first tried on invented files with one fault each, then held against src/. */
import { expect, test } from 'vitest'
import { architectureFaults } from './architecture.ts'
import { readSources } from './sources.ts'

test('src/ keeps the rules', () => {
  expect(architectureFaults(readSources(['src', 'locales', 'bench'], ['.ts', '.tsx']))).toEqual([])
})

test('a room imports only what the table allows', () =>
  check(`
    src/core/ledger/post.ts: import { claim } from '../claims/index.ts'
    => src/core/ledger/post.ts:1: \`core/ledger\` may not import \`core/claims\`; it may import \`core/base\`.
  `))

test('types count', () =>
  check(`
    src/core/base/money.ts: import { type Terms } from '../terms/index.ts'
    => src/core/base/money.ts:1: \`core/base\` may not import \`core/terms\`; it may import nothing.
  `))

test('so do re-exports, imports made while running, and types named in place', () =>
  check(`
    src/core/text/a.ts: export { claim } from '../ledger/index.ts'
    src/core/text/b.ts: const later = () => import('../ledger/index.ts')
    src/core/text/c.ts: let claim: import('../ledger/index.ts').Account
    src/core/text/d.ts: const later = require('../ledger/index.ts')
    => src/core/text/a.ts:1: \`core/text\` may not import \`core/ledger\`; it may import \`core/base\`.
    => src/core/text/b.ts:1: \`core/text\` may not import \`core/ledger\`; it may import \`core/base\`.
    => src/core/text/c.ts:1: \`core/text\` may not import \`core/ledger\`; it may import \`core/base\`.
    => src/core/text/d.ts:1: \`core/text\` may not import \`core/ledger\`; it may import \`core/base\`.
    => src/core/text/d.ts:1: no \`require\` in the core: the core reaches nothing outside; take the data as a parameter.
  `))

test('what is allowed passes', () =>
  check(`
    src/core/claims/claim.ts: import { type Terms } from '../terms/index.ts'
    src/core/claims/other.ts: import { claim } from './claim.ts'
    src/operations/settle.ts: import { settle } from '../core/settlement/index.ts'
    src/web/page.ts: import { settleProgramme } from '../operations/index.ts'
    src/main.ts: import { pages } from './web/index.ts'
    bench/run.ts: import { settle } from '../src/core/settlement/index.ts'
  `))

test('a face names types and formats values, and computes nothing', () =>
  check(`
    src/web/page.ts: import { type Statement, formatStatement, settle } from '../core/settlement/index.ts'
    src/cli/check.ts: import { readFolder } from '../files/index.ts'
    => src/web/page.ts:1: \`web\` may use only types and formatters of \`core/settlement\`, not \`settle\`; let an operation call it.
    => src/cli/check.ts:1: \`cli\` may not import \`files\`; it may import \`operations\`, \`locales\` and \`core/base\`.
  `))

test('a folder is entered by its index.ts', () =>
  check(`
    src/core/terms/read.ts: import { day } from '../base/day.ts'
    bench/run.ts: import { settle } from '../src/core/settlement/settle.ts'
    src/web/index.ts: /** The pages, one folder each, and how they are found. */ export { page } from './case/page.ts'
    src/web/case/index.ts: /** The page of one case, with its handler and its template. */
    => src/core/terms/read.ts:1: \`src/core/base\` is entered by its index.ts only, not by \`day.ts\`.
    => bench/run.ts:1: \`src/core/settlement\` is entered by its index.ts only, not by \`settle.ts\`.
    => src/web/index.ts:1: \`src/web/case\` is entered by its index.ts only, not by \`page.ts\`.
  `))

test('an index.ts explains its module and names what it exports', () =>
  check(`
    src/core/base/index.ts: export * from './day.ts'
    => src/core/base/index.ts:1: an index.ts names what it exports; write the names instead of \`export *\`.
    => src/core/base/index.ts: an index.ts opens with the paragraph that explains its module.
  `))

test('imports never run in a circle, types included', () =>
  check(`
    src/core/base/a.ts: import { b } from './b.ts'
    src/core/base/b.ts: import { type C } from './c.ts'
    src/core/base/c.ts: export { a } from './a.ts'
    => These import each other in a circle: src/core/base/a.ts → src/core/base/b.ts → src/core/base/c.ts → src/core/base/a.ts.
  `))

test('files that are tied in several circles are one fault', () =>
  check(`
    src/core/base/a.ts: import { b } from './b.ts'
    src/core/base/b.ts: import { c } from './c.ts'; import { a } from './a.ts'; import { free } from './free.ts'
    src/core/base/c.ts: import { a } from './a.ts'
    src/core/base/free.ts: export const free = 1
    => These import each other in a circle: src/core/base/a.ts → src/core/base/b.ts → src/core/base/a.ts, and with them \`src/core/base/c.ts\`.
  `))

test('the core has no clock, no chance, no surroundings', () =>
  check(`
    src/core/base/a.ts: const x = Math.random()
    src/core/base/b.ts: const { random } = Math
    src/core/base/c.ts: const x = Math['random']()
    src/core/base/d.ts: export const now = () => Date.now()
    src/core/base/e.ts: export let when: Date
    src/core/base/f.ts: console.log(process.argv)
    src/core/base/g.ts: const here = import.meta.url
    src/core/base/h.ts: const order = a.localeCompare(b)
    => src/core/base/a.ts:1: no \`Math.random\` in the core: take the seeded random numbers of core/base as a parameter.
    => src/core/base/b.ts:1: no \`Math.random\` in the core: take the seeded random numbers of core/base as a parameter.
    => src/core/base/c.ts:1: no \`Math.random\` in the core: take the seeded random numbers of core/base as a parameter.
    => src/core/base/d.ts:1: no \`Date\` in the core: take \`today\` or the moment as a parameter, and use Day of core/base.
    => src/core/base/e.ts:1: no \`Date\` in the core: take \`today\` or the moment as a parameter, and use Day of core/base.
    => src/core/base/f.ts:1: no \`console\` in the core: return a Problem or a reason, and let a face print it.
    => src/core/base/f.ts:1: no \`process\` in the core: main.ts reads the environment and passes the values in.
    => src/core/base/g.ts:1: no \`import.meta\` in the core: the core reaches nothing outside; take the data as a parameter.
    => src/core/base/h.ts:1: no \`localeCompare\` in the core: compare with < so that the order is the same on every machine.
  `))

test('the core never runs text as code, nor waits', () =>
  check(`
    src/core/base/a.ts: const f = new Function('return 1')
    src/core/base/b.ts: eval('1')
    src/core/base/c.ts: setTimeout(() => fetch(address), 1)
    => src/core/base/a.ts:1: no \`Function\` in the core: compose functions; text is never run as code.
    => src/core/base/b.ts:1: no \`eval\` in the core: compose functions; text is never run as code.
    => src/core/base/c.ts:1: no \`setTimeout\` in the core: the core does not wait; return data and let the caller decide when.
    => src/core/base/c.ts:1: no \`fetch\` in the core: the core reaches nothing outside; take the data as a parameter.
  `))

test('the core uses no Node module and few packages', () =>
  check(`
    src/core/base/a.ts: import { readFileSync } from 'fs'
    src/core/base/b.ts: import { join } from 'node:path'
    src/core/base/c.ts: import { escape } from 'html'
    src/core/text/d.ts: import { parse } from 'yaml'
    => src/core/base/a.ts:1: \`core/base\` may not import the Node module \`fs\`; the core takes data and returns data.
    => src/core/base/b.ts:1: \`core/base\` may not import the Node module \`node:path\`; the core takes data and returns data.
    => src/core/base/c.ts:1: \`core/base\` may not import the package \`html\`; it may import nothing.
  `))

test('a member that happens to share the name is no fault', () =>
  check(`
    src/core/base/a.ts: const row = { Date: 1, process: 2 }; const sum = row.Date + row.process + Math.max(1, 2)
    src/core/base/b.ts: // Date.now() in a comment, and 'Math.random()' in a text
    src/core/base/d.ts: export const share = (performance: number, target: number) => performance / target
    src/core/base/e.ts: type Date = { year: number }; export const yearOf = (date: Date) => date.year
    src/core/base/c.ts: export type Row = { process: string; Date: number }
  `))

test('only the entrances read the environment', () =>
  check(`
    src/main.ts: const port = process.env.PORT
    src/web/page.ts: const port = process.env.PORT
    => src/web/page.ts:1: only \`src/main.ts\` and \`src/cli/main.ts\` read the environment; take the value as a parameter.
  `))

test('a room that is not in the table is refused', () =>
  check(`
    src/utils/text.ts: export const a = 1
    => src/utils/text.ts: there is no room \`utils\`; the rooms are \`core/base\`, \`core/text\`, \`core/terms\`, \`core/measurement\`, \`core/outcomes\`, \`core/claims\`, \`core/ledger\`, \`core/evidence\`, \`core/settlement\`, \`core/valuation\`, \`core/investment\`, \`core/simulation\`, \`files\`, \`store\`, \`operations\`, \`workers\`, \`locales\`, \`api\`, \`web\`, \`cli\` and \`main.ts\`.
  `))

test('tests go where they need to', () =>
  check(`
    src/core/base/day.test.ts: import { LocalDate } from '@js-joda/core'; console.log(new Date())
  `))

/** One line per file, `path: its text`, then one line `=> fault` for each that must be found, in order. */
function check(example: string): void {
  const lines = example
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const files = lines.filter((line) => !line.startsWith('=>'))
  const expected = lines.filter((line) => line.startsWith('=>')).map((line) => line.slice(3))
  const sources = files.map((line) => {
    const at = line.indexOf(': ')
    return { path: line.slice(0, at), text: line.slice(at + 2) }
  })
  expect(architectureFaults(sources)).toEqual(expected)
}
