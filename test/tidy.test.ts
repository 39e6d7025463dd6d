/** The rules of test/tidy.ts and test/problem-codes.ts, first tried on a few lines, then held against the project. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { namesIn, problemCodes } from './problem-codes.ts'
import { type Source, filesUnder, isTest, projectFolder, readSources } from './sources.ts'
import { type Exception, deadLinks, emptyNames, leftovers, lengthFaults, unreachable } from './tidy.ts'

const code = ['.ts', '.tsx', '.mjs']
const entries = [
  'src/main.ts',
  'src/cli/main.ts',
  'src/files/reading-helper.ts',
  'src/workers/draw-chunks.ts',
  'src/workers/run-task.ts',
]

describe('the project', () => {
  test('files and functions are short', () => {
    const exceptions = JSON.parse(
      readFileSync(join(projectFolder, 'test/tidy-exceptions.json'), 'utf8'),
    ) as readonly Exception[]
    expect(lengthFaults(readSources(['src', 'test', 'tools', 'bench'], code), exceptions)).toEqual([])
  })

  test('every source is reached', () => {
    const sources = readSources(['src'], ['.ts', '.tsx'])
    const tests = readSources(['src', 'test'], ['.ts', '.tsx']).filter((source) => isTest(source.path))
    const browser = sources.map((source) => source.path).filter((path) => /^src\/web\/browser\/[^/]+\.tsx?$/.test(path))
    const starts = [...entries, ...browser, ...tests.map((source) => source.path)]
    expect(unreachable([...new Set([...sources, ...tests])], starts)).toEqual([])
  })

  test('nothing is left for later', () => {
    const everything = readSources(
      ['src', 'test', 'tools', 'bench', 'docs', 'locales', 'problems', 'contracts'],
      [...code, '.json', '.md', '.yaml', '.css'],
    )
    expect(leftovers(everything)).toEqual([])
  })

  test('folders and files are named for what they are about', () => {
    expect(emptyNames(['src', 'test', 'tools', 'bench', 'docs'].flatMap(filesUnder))).toEqual([])
  })

  test('every problem code has a specimen and words in each language, and no specimen is without its code', () => {
    const sources = readSources(['src'], ['.ts', '.tsx']).filter((source) => !isTest(source.path))
    const { codes, patterns, faults } = problemCodes(sources)
    expect(faults).toEqual([])

    const specimens = readdirSync(join(projectFolder, 'problems'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    const missing = [
      ...[...codes]
        .filter((one) => !specimens.includes(one))
        .map((one) => `problems/${one}/ is missing: the smallest input that causes it.`),
      ...patterns
        .filter((pattern) => !specimens.some((one) => pattern.test(one)))
        .map((pattern) => `No folder in problems/ is called like ${pattern.source}, as a code made in src/ is.`),
    ]
    const wordless = ['da', 'en'].flatMap((language) =>
      [...new Set([...codes, ...specimens])]
        .filter((one) => !wordsOf(language).has(one))
        .map((one) => `${one} has no words in ${language}.`),
    )
    const orphans = specimens
      .filter((one) => !codes.has(one) && !patterns.some((pattern) => pattern.test(one)))
      .map((one) => `problems/${one}/ belongs to no code.`)
    expect([...missing, ...wordless, ...orphans].sort()).toEqual([])
  })

  test('every link in the documents leads somewhere', () => {
    const paths = filesUnder('')
    const pages = readSources([''], ['.md'])
    expect(deadLinks(pages, paths)).toEqual([])
  })
})

const namesByLanguage = new Map<string, Set<string>>()

/** All names in the files of one language: locales/da.ts, locales/da.json, or a folder locales/da/. */
function wordsOf(language: string): Set<string> {
  const known = namesByLanguage.get(language)
  if (known) return known
  const sources = readSources(['locales'], ['.ts', '.json']).filter((source) =>
    new RegExp(`^locales/${language}([./-])`).test(source.path),
  )
  const names = new Set(sources.flatMap((source) => [...namesIn(source)]))
  namesByLanguage.set(language, names)
  return names
}

describe('the rules themselves', () => {
  test('a long function asks for a reason, and a longer one for a division', () => {
    const long = { path: 'src/a.ts', text: `function settle() {\n${'  work()\n'.repeat(80)}}\n` }
    expect(lengthFaults([long], [])).toEqual([
      'src/a.ts settle has 82 lines, over 70: divide it, or add to test/tidy-exceptions.json {"where":"src/a.ts settle","lines":82,"reason":"why it is better whole"}.',
    ])
    const longer = { path: 'src/a.ts', text: `const settle = () => {\n${'  work()\n'.repeat(130)}}\n` }
    expect(lengthFaults([longer], [])).toEqual(['src/a.ts settle has 132 lines; a function has at most 120.'])
  })

  test('an exception may only shrink, and goes when it is not needed', () => {
    const file = (lines: number): Source => ({ path: 'src/a.ts', text: 'work()\n'.repeat(lines) })
    const excepted = (lines: number) => [{ where: 'src/a.ts', lines, reason: 'One table, read from top to bottom.' }]
    expect(lengthFaults([file(450)], excepted(450))).toEqual([])
    expect(lengthFaults([file(451)], excepted(450))).toEqual([
      'src/a.ts has grown from 450 to 451 lines; what is excepted may only shrink.',
    ])
    expect(lengthFaults([file(440)], excepted(450))).toEqual([
      'src/a.ts has shrunk from 450 to 440 lines: write that in test/tidy-exceptions.json.',
    ])
    expect(lengthFaults([file(300)], excepted(450))).toEqual([
      'src/a.ts has shrunk from 450 to 300 lines: take it out of test/tidy-exceptions.json.',
    ])
    expect(lengthFaults([], excepted(450))).toEqual([
      'src/a.ts is in test/tidy-exceptions.json, but not in the sources: take it out.',
    ])
    expect(lengthFaults([file(601)], excepted(601))).toEqual(['src/a.ts has 601 lines; a file has at most 600.'])
  })

  test('what no entry leads to is found', () => {
    const sources = [
      { path: 'src/main.ts', text: "import { a } from './a.ts'" },
      { path: 'src/a.ts', text: "const worker = new URL('./b.ts', import.meta.url)" },
      { path: 'src/b.ts', text: '' },
      { path: 'src/c.ts', text: '' },
    ]
    expect(unreachable(sources, ['src/main.ts'])).toEqual([
      'src/c.ts is reached from no entry and no test: use it or take it out.',
    ])
  })

  test('notes for later and empty names are found', () => {
    const word = 'TO' + 'DO'
    expect(leftovers([{ path: 'a.ts', text: `fine\n// ${word} mend` }])).toEqual([
      `a.ts:2: no ${word} here: mend it, file it, or write the decision.`,
    ])
    expect(emptyNames(['src/core/utils/day.ts', 'src/core/base/day.ts', 'src/files/common.ts'])).toEqual([
      'src/core/utils/day.ts: `utils` does not say what it is about.',
      'src/files/common.ts: `common` does not say what it is about.',
    ])
  })

  test('dead links are found, to files and to headings', () => {
    const page = {
      path: 'docs/a.md',
      text: '# Ærlig sag\n[1](b.md) [2](../README.md) [3](#ærlig-sag) [4](#no) `[5](c.md)` [6](https://example.org/x) [7](guide/)',
    }
    expect(deadLinks([page], ['docs/a.md', 'README.md', 'docs/guide/x.md'])).toEqual([
      'docs/a.md: the link b.md leads nowhere.',
      'docs/a.md: the link #no leads to no heading.',
    ])
  })

  test('problem codes are read through conditions, constants, tables and the functions that carry them', () => {
    const text = `
      problem('plain-code', 'wrong', at)
      problem(late ? 'too-late' : 'too-soon', 'wrong', at)
      const kinds = { day: 'not-a-day', money: 'not-money' } as const
      const refuse = (at, code) => problem(code, 'wrong', at)
      function blame(code) { refuse(at, code) }
      blame('through-two')
      function unread(kind) { const code = 'from-constant'; problem(code, 'wrong', at); problem(kinds[kind], 'wrong', at) }
      function union(code: 'one-of' | 'two-of') { problem(code, 'wrong', at) }
      problem(made(), 'wrong', at)
      class Reader { stop(facts, code: string) { problem(code, 'wrong', at) } fail() { this.stop({}, 'through-method') } }
      const read = () => ({ code: 'in-member' })
      problem(read().code, 'wrong', at)
      problem(\`csv-\${kind}-odd\`, 'wrong', at)
    `
    const { codes, patterns, faults } = problemCodes([{ path: 'src/a.ts', text }])
    expect([...codes].sort()).toEqual([
      'from-constant',
      'in-member',
      'not-a-day',
      'not-money',
      'one-of',
      'plain-code',
      'through-method',
      'through-two',
      'too-late',
      'too-soon',
      'two-of',
    ])
    expect(patterns).toEqual([/^csv-[a-z0-9-]+-odd$/])
    expect(faults).toEqual(['src/a.ts:10: the code `made()` cannot be read from the source; write it as a text.'])
  })
})
